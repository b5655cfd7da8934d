#include "app/forms/StyleCheck.h"

#include "app/forms/MarkupReasons.h"
#include "app/forms/MatchAt.h"

#include <algorithm>

namespace motcua::forms {

namespace {

constexpr const char* properties[] = {"background", "background-color", "border", "border-bottom", "border-bottom-color", "border-bottom-style",
    "border-bottom-width", "border-collapse", "border-color", "border-left", "border-left-color", "border-left-style", "border-left-width",
    "border-right", "border-right-color", "border-right-style", "border-right-width", "border-spacing", "border-style", "border-top",
    "border-top-color", "border-top-style", "border-top-width", "border-width", "color", "float", "font", "font-family", "font-size", "font-style",
    "font-variant", "font-weight", "height", "letter-spacing", "line-height", "list-style", "list-style-type", "margin", "margin-bottom",
    "margin-left", "margin-right", "margin-top", "max-height", "max-width", "min-height", "min-width", "padding", "padding-bottom", "padding-left",
    "padding-right", "padding-top", "page-break-after", "page-break-before", "text-align", "text-decoration", "text-indent", "text-transform",
    "vertical-align", "white-space", "width", "word-spacing"};

int lineEnds(const QString& text, qsizetype start, qsizetype end) {
    return static_cast<int>(QStringView(text).mid(start, end - start).count(QLatin1Char('\n')));
}

/// Their line ends stay.
QString withoutComments(QString style) {
    static const QRegularExpression comment(QStringLiteral(R"(/\*.*?\*/)"), QRegularExpression::DotMatchesEverythingOption);
    for (auto match = comment.match(style); match.hasMatch(); match = comment.match(style, match.capturedStart()))
        style.replace(match.capturedStart(), match.capturedLength(), QString(lineEnds(style, match.capturedStart(), match.capturedEnd()), u'\n'));
    return style;
}

bool isFetched(const QString& style) {
    static const QRegularExpression fetched(QStringLiteral(R"(\burl\s*\(|@import)"), QRegularExpression::CaseInsensitiveOption);
    return fetched.match(style).hasMatch();
}

/// Where there is something to read; its end where there is nothing.
qsizetype firstOf(const QString& style) {
    return QStringView(style).trimmed().isEmpty() ? style.size() : 0;
}

TemplateFault unread(const QString& style, qsizetype at, int line) {
    return {line, {}, QStringView(style).mid(at).contains(QLatin1String("{{")) ? reasons::valueInTag : reasons::styleUnread};
}

/// Of one to four sizes, as `margin` has them, how much is at the left and at the right.
qreal atBothSides(const QString& property, const std::vector<Size>& sizes) {
    if (sizes.empty() || !(property.startsWith(QLatin1String("margin")) || property.startsWith(QLatin1String("padding"))))
        return 0;
    if (property.endsWith(QLatin1String("-left")) || property.endsWith(QLatin1String("-right")))
        return sizes[0].mm();
    if (property.contains(QLatin1Char('-')))
        return 0;
    const size_t right = sizes.size() > 1 ? 1 : 0;
    return sizes[right].mm() + sizes[sizes.size() > 3 ? 3 : right].mm();
}

}

const char* StyleCheck::faultOf(const QString& property, const QString& value) {
    static const QRegularExpression item(
        QStringLiteral(R"re(\s*+(?:(?<size>[-+]?[0-9]{1,4}+(?:\.[0-9]{1,4}+)?)(?<unit>mm|cm|in|pt|pc|px|r?em|ex|%)?)re"
                       R"re(|#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3})re"
                       R"re(|rgb\(\s*+[0-9]{1,3}+(?:\s*+,\s*+[0-9]{1,3}+){2}\s*+\)|[A-Za-z][A-Za-z-]*+)re"
                       R"re(|"[A-Za-z0-9 -]++"|'[A-Za-z0-9 -]++')(?=[\s,/]|\z)(?:\s*+[,/](?!\s*+\z))?+\s*+)re"));
    if (std::none_of(std::begin(properties), std::end(properties), [&](const char* known) { return property == QLatin1String(known); }))
        return reasons::noSuchProperty;
    if (value.contains(QLatin1String("{{")))
        return SheetRoom::isGivenByProgram(property, value) ? nullptr : reasons::valueInTag;
    if (value.trimmed().isEmpty())
        return reasons::noSuchStyle;
    std::vector<Size> sizes;
    for (qsizetype at = 0; at < value.size();) {
        const auto match = matchAt(item, value, at);
        if (!match.hasMatch())
            return reasons::noSuchStyle;
        at = match.capturedEnd();
        if (match.capturedLength(QStringLiteral("size")) == 0)
            continue;
        sizes.push_back({match.captured(QStringLiteral("size")).toDouble(), match.captured(QStringLiteral("unit"))});
        if (const char* reason = m_room.faultOf(property, sizes.back()))
            return reason;
    }
    m_taken += atBothSides(property, sizes);
    return nullptr;
}

std::optional<TemplateFault> StyleCheck::ofAttribute(const QString& style, int first) {
    static const QRegularExpression declared(QStringLiteral(R"(\s*+([a-z-]++)\s*+:([^;:]*+)(?:;|\z)\s*+)"));
    m_taken = 0;
    if (isFetched(style))
        return TemplateFault{first, {}, reasons::fetches};
    const QString text = withoutComments(style);
    int line = first;
    for (qsizetype at = firstOf(text); at < text.size();) {
        const auto match = matchAt(declared, text, at);
        if (!match.hasMatch())
            return unread(text, at, line);
        const int ofName = line + lineEnds(text, at, match.capturedStart(1));
        if (const char* reason = faultOf(match.captured(1), match.captured(2)))
            return TemplateFault{ofName, {}, reason, match.captured(1)};
        line += lineEnds(text, at, match.capturedEnd());
        at = match.capturedEnd();
    }
    return std::nullopt;
}

std::optional<TemplateFault> StyleCheck::ofSheet(const QString& sheet, int first) {
    static const QRegularExpression rule(QStringLiteral(R"(\s*+([A-Za-z0-9_.#:>*, \t\r\n-]++)\{((?:[^{}]++|\{\{[^{}]*+\}\})*+)\}\s*+)"));
    if (isFetched(sheet))
        return TemplateFault{first, {}, reasons::fetches};
    const QString text = withoutComments(sheet);
    int line = first;
    for (qsizetype at = firstOf(text); at < text.size();) {
        const auto match = matchAt(rule, text, at);
        if (!match.hasMatch())
            return unread(text, at, line);
        if (auto fault = ofAttribute(match.captured(2), line + lineEnds(text, at, match.capturedStart(2))))
            return fault;
        addRules(match.captured(1));
        line += lineEnds(text, at, match.capturedEnd());
        at = match.capturedEnd();
    }
    return std::nullopt;
}

void StyleCheck::addRules(const QString& selectors) {
    static const QRegularExpression last(QStringLiteral(R"(([a-z0-9]*)(?:\.([A-Za-z0-9_-]+))?[^ >]*\z)"));
    if (m_taken <= 0)
        return;
    for (const QString& selector : selectors.split(QLatin1Char(','))) {
        const auto match = last.match(selector.simplified().section(QLatin1Char(' '), -1).section(QLatin1Char('>'), -1));
        m_rules.push_back({match.captured(1), match.captured(2), m_taken});
    }
}

qreal StyleCheck::takenByRules(const QString& tag, const QString& classes) const {
    qreal most = 0;
    const QStringList all = classes.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const Rule& rule : m_rules)
        if ((rule.tag.isEmpty() || rule.tag == tag) && (rule.ofClass.isEmpty() || all.contains(rule.ofClass)))
            most = std::max(most, rule.taken);
    return most;
}

}
