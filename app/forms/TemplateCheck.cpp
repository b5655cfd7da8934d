#include "app/forms/TemplateCheck.h"

#include <QRegularExpression>

#include <algorithm>

namespace motcua::forms {

namespace {

using Node = Template::Node;

/// What has a name at one place of a template: the values of the innermost item, those around it, and which of them are known to be
/// there since {{#if}} asked.
struct Scope {
    const Vocabulary& values;
    const Scope* outer = nullptr;
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
        for (const Scope* scope = this; scope; scope = scope->outer)
            if (std::find(scope->sure.begin(), scope->sure.end(), said) != scope->sure.end())
                return true;
        return false;
    }
};

class NameCheck {
public:
    explicit NameCheck(Conditions conditions) : m_conditions(conditions) {}

    std::optional<TemplateFault> of(const std::vector<Node>& nodes, const Scope& scope) const {
        for (const Node& node : nodes)
            if (auto fault = of(node, scope))
                return fault;
        return std::nullopt;
    }

private:
    std::optional<TemplateFault> of(const Node& node, const Scope& scope) const {
        switch (node.kind) {
        case Template::Kind::Value:
            return ofValue(node, scope);
        case Template::Kind::Each:
            return ofEach(node, scope);
        case Template::Kind::If:
            return ofIf(node, scope);
        case Template::Kind::Text:
            break;
        }
        return std::nullopt;
    }

    static TemplateFault fault(const Node& node, const char* reason) { return {node.line, node.text, reason}; }

    std::optional<TemplateFault> ofValue(const Node& node, const Scope& scope) const {
        if (node.text == QLatin1String("@number"))
            return scope.outer ? std::nullopt : std::optional(fault(node, "stands only inside {{#each}}"));
        const Said* said = scope.find(node.text);
        if (!said)
            return fault(node, "no such value");
        if (said->is != Said::Is::Text)
            return fault(node, said->is == Said::Is::List ? "a list: it needs {{#each}}" : "yes or no: only {{#if}} may ask for it");
        return scope.isSure(said) ? std::nullopt : std::optional(fault(node, "may be missing: ask for it with {{#if}}"));
    }

    std::optional<TemplateFault> ofEach(const Node& node, const Scope& scope) const {
        const Said* said = scope.find(node.text);
        if (!said)
            return fault(node, "no such value");
        if (said->is != Said::Is::List)
            return fault(node, "no list: {{#each}} cannot go through it");
        if (!scope.isSure(said))
            return fault(node, "may be missing: ask for it with {{#if}}");
        return of(node.children, Scope{said->items, &scope});
    }

    std::optional<TemplateFault> ofIf(const Node& node, const Scope& scope) const {
        const Said* said = scope.find(node.text);
        if (!said && m_conditions == Conditions::Any)
            return of(node.otherwise, scope);
        if (!said)
            return fault(node, "no such value");
        Scope asked = scope;
        asked.sure.push_back(said);
        if (auto wrong = of(node.children, asked))
            return wrong;
        return of(node.otherwise, scope);
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

}

std::optional<TemplateFault> nameFault(const Template& form, const Vocabulary& vocabulary, Conditions conditions) {
    return NameCheck(conditions).of(form.nodes(), Scope{vocabulary});
}

std::optional<TemplateFault> fetchFault(const QString& source) {
    static const QRegularExpression fetched(
        QStringLiteral(
            R"re(\b(?:src|background|data)\s*=\s*+["']?+(?!(?:qr|rule):)|\burl\s*\(|@import|<\s*(?:link|script|iframe|object|embed|frame|base)\b)re"),
        QRegularExpression::CaseInsensitiveOption);
    const QString text = unescaped(Template::withoutComments(source));
    const auto match = fetched.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto line = QStringView(text).left(match.capturedStart()).count(QLatin1Char('\n')) + 1;
    return TemplateFault{static_cast<int>(line), {}, "reaches for a file or a network; pictures are qr: and rule: alone"};
}

}
