#include "app/domain/Csv.h"

namespace motcua::domain {

namespace {

class CsvReader {
public:
    explicit CsvReader(QChar separator) : m_separator(separator) {}

    bool take(QChar c) {
        if (m_quoted)
            return takeQuoted(c);
        if (c == QLatin1Char('"'))
            return openQuote();
        else if (c == m_separator)
            endField();
        else if (c == QLatin1Char('\n'))
            endRecord();
        else if (c != QLatin1Char('\r'))
            return takePlain(c);
        return true;
    }
    bool finish() {
        if (m_quoted && !m_pendingQuote)
            return false;
        endRecord();
        return true;
    }
    int line() const { return m_line; }
    std::vector<QStringList> records;

private:
    bool takeQuoted(QChar c) {
        if (m_pendingQuote && c != QLatin1Char('"')) {
            m_quoted = m_pendingQuote = false;
            m_ended = true;
            return take(c);
        }
        if (m_pendingQuote || c != QLatin1Char('"'))
            m_field += c;
        m_pendingQuote = !m_pendingQuote && c == QLatin1Char('"');
        m_line += c == QLatin1Char('\n') ? 1 : 0;
        return true;
    }
    bool openQuote() {
        m_quoted = true;
        return m_field.isEmpty() && !m_ended;
    }
    bool takePlain(QChar c) {
        m_field += c;
        return !m_ended;
    }
    void endField() {
        m_record << m_field;
        m_field.clear();
        m_ended = false;
    }
    void endRecord() {
        const bool empty = m_record.isEmpty() && m_field.isEmpty() && !m_ended;
        if (!empty) {
            endField();
            records.push_back(m_record);
        }
        m_record.clear();
        m_quoted = m_pendingQuote = m_ended = false;
        ++m_line;
    }

    QChar m_separator;
    QStringList m_record;
    QString m_field;
    int m_line = 1;
    bool m_quoted = false;
    bool m_pendingQuote = false; ///< a quote inside quotes: the end, or the first of two
    bool m_ended = false;        ///< the quoted field is over; only a separator may follow
};

}

base::Result<std::vector<QStringList>> parseCsv(const QByteArray& content, QChar separator) {
    const QString text = QString::fromUtf8(content.startsWith("\xEF\xBB\xBF") ? content.mid(3) : content).normalized(QString::NormalizationForm_C);
    CsvReader reader(separator);
    for (const QChar c : text)
        if (!reader.take(c))
            return base::fail(QStringLiteral("csv.malformed"), {{QStringLiteral("line"), QString::number(reader.line())}});
    if (!reader.finish())
        return base::fail(QStringLiteral("csv.malformed"), {{QStringLiteral("line"), QString::number(reader.line())}});
    return reader.records;
}

}
