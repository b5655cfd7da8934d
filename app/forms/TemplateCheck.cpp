#include "app/forms/TemplateCheck.h"

#include <QRegularExpression>

#include <algorithm>

namespace motcua::forms {

namespace {

using Node = Template::Node;

/// What has a name at one place of a template: the values of the innermost item, those around it, and which of them are known to be
/// there since {{#if}} asked.
struct Place {
    const Vocabulary& values;
    const Place* outer = nullptr;
    std::vector<const Said*> sure = {};

    const Said* find(const QString& name) const {
        for (const Said& said : values)
            if (said.name == name)
                return &said;
        // A plain item is the innermost one only.
        return outer && name != QLatin1String(".") ? outer->find(name) : nullptr;
    }
    bool isSure(const Said* said) const { return said->always || isAsked(said->name) || (!said->with.isEmpty() && isAsked(said->with)); }
    bool isAsked(const QString& name) const {
        const Said* said = find(name);
        for (const Place* place = this; place; place = place->outer)
            if (std::find(place->sure.begin(), place->sure.end(), said) != place->sure.end())
                return true;
        return false;
    }
};

class NameCheck {
public:
    explicit NameCheck(Conditions conditions) : m_conditions(conditions) {}

    std::optional<TemplateFault> of(const std::vector<Node>& nodes, const Place& place) const {
        for (const Node& node : nodes)
            if (auto fault = of(node, place))
                return fault;
        return std::nullopt;
    }

private:
    std::optional<TemplateFault> of(const Node& node, const Place& place) const {
        switch (node.kind) {
        case Template::Kind::Value:
            return ofValue(node, place);
        case Template::Kind::Each:
            return ofEach(node, place);
        case Template::Kind::If:
            return ofIf(node, place);
        case Template::Kind::Text:
            break;
        }
        return std::nullopt;
    }

    static TemplateFault fault(const Node& node, const char* reason) { return {node.line, node.text, reason}; }

    std::optional<TemplateFault> ofValue(const Node& node, const Place& place) const {
        if (node.text == QLatin1String("@number"))
            return place.outer ? std::nullopt : std::optional(fault(node, "stands only inside {{#each}}"));
        const Said* said = place.find(node.text);
        if (!said)
            return fault(node, "no such value");
        if (said->is != Said::Is::Text)
            return fault(node, said->is == Said::Is::List ? "a list: it needs {{#each}}" : "yes or no: only {{#if}} may ask for it");
        return place.isSure(said) ? std::nullopt : std::optional(fault(node, "may be missing: ask for it with {{#if}}"));
    }

    std::optional<TemplateFault> ofEach(const Node& node, const Place& place) const {
        const Said* said = place.find(node.text);
        if (!said)
            return fault(node, "no such value");
        if (said->is != Said::Is::List)
            return fault(node, "no list: {{#each}} cannot go through it");
        if (!place.isSure(said))
            return fault(node, "may be missing: ask for it with {{#if}}");
        return of(node.children, Place{said->items, &place});
    }

    std::optional<TemplateFault> ofIf(const Node& node, const Place& place) const {
        const Said* said = place.find(node.text);
        if (!said && m_conditions == Conditions::Any)
            return of(node.otherwise, place);
        if (!said)
            return fault(node, "no such value");
        Place asked = place;
        asked.sure.push_back(said);
        if (auto wrong = of(node.children, asked))
            return wrong;
        return of(node.otherwise, place);
    }

    Conditions m_conditions;
};

/// As a browser reads it: `&#58;` and `\3a ` are colons.
QString unescaped(const QString& text) {
    static const QRegularExpression numbered(
        QStringLiteral("&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));?|\\\\([0-9a-f]{1,6}) ?"), QRegularExpression::CaseInsensitiveOption);
    QString out;
    qsizetype done = 0;
    for (auto all = numbered.globalMatch(text); all.hasNext();) {
        const auto match = all.next();
        const bool decimal = !match.captured(2).isEmpty();
        const uint point = (decimal ? match.captured(2) : match.captured(1) + match.captured(3)).toUInt(nullptr, decimal ? 10 : 16);
        out += QStringView(text).mid(done, match.capturedStart() - done);
        out += point > 0 && point < 0x80 ? QChar(point) : QChar(QChar::ReplacementCharacter);
        done = match.capturedEnd();
    }
    return out += QStringView(text).mid(done);
}

/// Where a fault stands in what the print engine is given.
std::optional<TemplateFault> firstMatch(const QRegularExpression& fault, const QString& source, const char* reason) {
    const QString text = unescaped(Template::withoutComments(source));
    const auto match = fault.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto line = QStringView(text).left(match.capturedStart()).count(QLatin1Char('\n')) + 1;
    return TemplateFault{static_cast<int>(line), {}, reason};
}

}

std::optional<TemplateFault> nameFault(const Template& form, const Vocabulary& vocabulary, Conditions conditions) {
    return NameCheck(conditions).of(form.nodes(), Place{vocabulary});
}

std::optional<TemplateFault> fetchFault(const QString& source) {
    static const QRegularExpression fetched(
        QStringLiteral(
            R"re(\b(?:src|background|data)\s*=\s*+["']?+(?!(?:qr|rule):)|\burl\s*\(|@import|<\s*(?:link|script|iframe|object|embed|frame|base)\b)re"),
        QRegularExpression::CaseInsensitiveOption);
    return firstMatch(fetched, source, "reaches for a file or a network; pictures are qr: and rule: alone");
}

std::optional<TemplateFault> sizeFault(const QString& source) {
    static const QRegularExpression large(QStringLiteral(R"re(<[^>]*?(?<![0-9])[0-9]{5,})re"));
    return firstMatch(large, source, "a size in a tag has four digits at most");
}

}
