#include "app/forms/TemplateParser.h"

namespace motcua::forms {

namespace {

constexpr size_t maxDepth = 16; // a form needs 3; beyond this the text is a mistake

const QRegularExpression& valuePattern() {
    static const QRegularExpression pattern(QStringLiteral(R"(\A(\.|@number|[A-Za-z]\w*)(?:\|(upper|url))?\z)"));
    return pattern;
}

/// A value with a filter of any name.
const QRegularExpression& filteredPattern() {
    static const QRegularExpression pattern(QStringLiteral(R"(\A(?:\.|@number|[A-Za-z]\w*)\s*\|)"));
    return pattern;
}

const QRegularExpression& blockPattern() {
    static const QRegularExpression pattern(QStringLiteral(R"(\A#(each|if)\s+([A-Za-z]\w*)\z)"));
    return pattern;
}

}

TemplateParser::TemplateParser(const QString& source) : m_source(source) {}

base::Result<std::vector<Template::Node>> TemplateParser::parse() {
    for (;;) {
        const qsizetype start = m_source.indexOf(QLatin1String("{{"), m_at);
        addText(start < 0 ? m_source.size() : start);
        if (start < 0)
            break;
        const qsizetype end = m_source.indexOf(QLatin1String("}}"), start);
        if (end < 0)
            return base::fail(bad("tag-not-closed").error());
        if (const auto added = addTag(m_source.mid(start + 2, end - start - 2).trimmed()); !added)
            return base::fail(added.error());
        m_at = end + 2;
    }
    if (!m_open.empty())
        return base::fail(bad("block-not-closed").error());
    return std::move(m_nodes);
}

base::Outcome TemplateParser::addTag(const QString& tag) {
    if (const auto block = blockPattern().match(tag); block.hasMatch()) {
        if (m_open.size() == maxDepth)
            return bad("too-deep");
        const bool each = block.captured(1) == QLatin1String("each");
        m_open.push_back({{each ? Template::Kind::Each : Template::Kind::If, block.captured(2), {}, line()}});
        return base::done();
    }
    if (tag == QLatin1String("/each"))
        return close(Template::Kind::Each);
    if (tag == QLatin1String("/if"))
        return close(Template::Kind::If);
    if (tag == QLatin1String("else")) {
        if (m_open.empty() || m_open.back().inElse || m_open.back().node.kind != Template::Kind::If)
            return bad("else-without-if");
        m_open.back().inElse = true;
        return base::done();
    }
    if (tag.contains(QLatin1String("{{")) || tag.contains(QLatin1Char('\n')))
        return bad("tag-not-closed");
    const auto value = valuePattern().match(tag);
    if (!value.hasMatch())
        return bad(filteredPattern().match(tag).hasMatch() ? "unknown-filter" : "unknown-tag", tag);
    add({Template::Kind::Value, value.captured(1), value.captured(2), line()});
    return base::done();
}

base::Outcome TemplateParser::close(Template::Kind kind) {
    if (m_open.empty() || m_open.back().node.kind != kind)
        return bad("close-without-open");
    Template::Node node = std::move(m_open.back().node);
    m_open.pop_back();
    add(std::move(node));
    return base::done();
}

void TemplateParser::add(Template::Node node) {
    if (m_open.empty())
        m_nodes.push_back(std::move(node));
    else if (Open& block = m_open.back(); block.inElse)
        block.node.otherwise.push_back(std::move(node));
    else
        block.node.children.push_back(std::move(node));
}

void TemplateParser::addText(qsizetype end) {
    if (end > m_at)
        add({Template::Kind::Text, m_source.mid(m_at, end - m_at), {}, line()});
    m_at = end;
}

int TemplateParser::line() {
    m_line += static_cast<int>(QStringView(m_source).mid(m_counted, m_at - m_counted).count(QLatin1Char('\n')));
    m_counted = m_at;
    return m_line;
}

base::Result<base::Done> TemplateParser::bad(const char* reason, const QString& tag) const {
    const auto line = QStringView(m_source).left(m_at).count(QLatin1Char('\n')) + 1;
    base::Error error{
        QStringLiteral("paper.bad-template"), {{QStringLiteral("line"), QString::number(line)}, {QStringLiteral("reason"), QLatin1String(reason)}}};
    if (!tag.isEmpty())
        error.detail.insert(QStringLiteral("tag"), tag.simplified().left(40));
    return base::fail(std::move(error));
}

}
