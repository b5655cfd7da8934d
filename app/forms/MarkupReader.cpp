#include "app/forms/MarkupReader.h"

#include "app/forms/MarkupReasons.h"
#include "app/forms/MatchAt.h"

namespace motcua::forms {

std::optional<MarkupPiece> MarkupReader::next() {
    const QStringView rest = QStringView(m_text).mid(m_at);
    if (rest.isEmpty() || m_fault)
        return std::nullopt;
    if (m_at == 0 && !rest.isValidUtf16())
        return wrong(reasons::noText);
    if (rest.startsWith(QLatin1Char('<')))
        return tag();
    return !m_inStyle && isBlockAt(m_at) ? block() : words();
}

std::optional<MarkupPiece> MarkupReader::tag() {
    static const QRegularExpression documentType(QStringLiteral("<!doctype html>"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression begin(QStringLiteral("<([a-z][a-z0-9]*)(?![^\\s/>])"));
    static const QRegularExpression end(QStringLiteral("</([a-z][a-z0-9]*)\\s*>"));
    m_inStyle = false;
    if (QStringView(m_text).left(qMin<qsizetype>(m_at, 4096)).trimmed().isEmpty())
        if (const auto type = matchAt(documentType, m_text, m_at); type.hasMatch()) {
            m_at = type.capturedEnd();
            return MarkupPiece{MarkupPiece::Kind::Text, {}, line()};
        }
    if (const auto match = matchAt(end, m_text, m_at); match.hasMatch()) {
        MarkupPiece piece{MarkupPiece::Kind::End, match.captured(1), line()};
        m_at = match.capturedEnd();
        return piece;
    }
    const auto match = matchAt(begin, m_text, m_at);
    if (!match.hasMatch()) {
        static const QRegularExpression nearly(QStringLiteral("</?[A-Za-z{]"));
        const auto like = matchAt(nearly, m_text, m_at);
        const bool isValue = like.hasMatch() && QStringView(m_text).mid(like.capturedEnd() - 1).startsWith(QLatin1String("{{"));
        return wrong(isValue ? reasons::valueInTag : like.hasMatch() ? reasons::notWrittenSo : reasons::noTagBegins);
    }
    MarkupPiece piece{MarkupPiece::Kind::Begin, match.captured(1), line()};
    m_at = match.capturedEnd();
    if (!readAttributes(piece))
        return std::nullopt;
    m_inStyle = piece.text == QLatin1String("style") && !piece.isClosed;
    return piece;
}

bool MarkupReader::readAttributes(MarkupPiece& tag) {
    static const QRegularExpression attribute(QStringLiteral(R"re(\s+([a-z][a-z:-]*)=(?:"([^"<>\\]*+)"|'([^'<>\\]*+)'))re"));
    static const QRegularExpression end(QStringLiteral("\\s*+(/?)>"));
    static const QRegularExpression value(QStringLiteral("\\s*+\\{\\{"));
    const QString name = QStringLiteral("<%1>").arg(tag.text);
    for (;;) {
        if (const auto match = matchAt(end, m_text, m_at); match.hasMatch()) {
            m_at = match.capturedEnd();
            tag.isClosed = match.capturedLength(1) > 0;
            return true;
        }
        const auto match = matchAt(attribute, m_text, m_at);
        if (!match.hasMatch()) {
            wrong(matchAt(value, m_text, m_at).hasMatch() ? reasons::valueInTag : reasons::notWrittenSo, name);
            return false;
        }
        for (const auto& known : tag.attributes)
            if (known.name == match.captured(1)) {
                wrong(reasons::twiceInTag, QStringLiteral("<%1 %2>").arg(tag.text, known.name));
                return false;
            }
        m_at = match.capturedStart(1);
        tag.attributes.push_back({match.captured(1), match.captured(2) + match.captured(3), line()});
        m_at = match.capturedEnd();
    }
}

std::optional<MarkupPiece> MarkupReader::block() {
    const qsizetype end = m_text.indexOf(QLatin1String("}}"), m_at);
    if (end < 0)
        return wrong(reasons::valueNotClosed);
    MarkupPiece piece{MarkupPiece::Kind::Block, m_text.mid(m_at + 2, end - m_at - 2).trimmed(), line()};
    m_at = end + 2;
    return piece;
}

std::optional<MarkupPiece> MarkupReader::words() {
    MarkupPiece piece{MarkupPiece::Kind::Text, {}, line()};
    const qsizetype start = m_at;
    while (m_at < m_text.size() && m_text[m_at] != QLatin1Char('<') && (m_inStyle || !isBlockAt(m_at)))
        ++m_at;
    piece.text = m_text.mid(start, m_at - start);
    return piece;
}

bool MarkupReader::isBlockAt(qsizetype at) const {
    static const QRegularExpression block(QStringLiteral("\\{\\{\\s*+(?:[#/]|else\\s*+\\}\\})"));
    return m_text[at] == QLatin1Char('{') && matchAt(block, m_text, at).hasMatch();
}

std::optional<MarkupPiece> MarkupReader::wrong(const char* reason, const QString& tag) {
    m_fault = TemplateFault{line(), {}, reason, tag};
    return std::nullopt;
}

int MarkupReader::line() {
    m_line += static_cast<int>(QStringView(m_text).mid(m_counted, m_at - m_counted).count(QLatin1Char('\n')));
    m_counted = m_at;
    return m_line;
}

}
