#pragma once

#include "app/base/Result.h"
#include "app/domain/Limits.h"
#include "app/domain/PlainText.h"
#include "app/domain/UnseenSigns.h"

#include <QDateTime>

#include <algorithm>
#include <initializer_list>

namespace motcua::domain::checks {

/// Keeps the first field that is not right.
class Findings {
public:
    void expect(bool right, const char* field) {
        if (!right && !m_field)
            m_field = field;
    }
    void number(qint64 value, qint64 first, qint64 last, const char* field) { expect(value >= first && value <= last, field); }
    void amount(qint64 value, const char* field) { number(value, 0, limits::largestAmount, field); }
    /// May be empty.
    void text(const QString& value, qsizetype longest, const char* field) { expect(value.size() <= longest, field); }
    /// May not be blank.
    void words(const QString& value, qsizetype longest, const char* field) { expect(value.size() <= longest && !saysNothing(value), field); }
    /// A person's or a body's, with a letter, in one line: no blank in it but the plain one. May be empty.
    void name(const QString& value, const char* field) {
        const bool isLine = std::all_of(value.begin(), value.end(), [](QChar c) { return !c.isSpace() || c == u' '; });
        expect(isLine && value.size() <= limits::longestName && (value.isEmpty() || hasLetter(value)), field);
    }
    /// May be unknown.
    void date(const QDate& value, const char* field) { expect(value.isNull() || (value.year() >= 1800 && value.year() < 2200), field); }
    void moment(const QDateTime& value, const char* field) {
        expect(!value.isValid() || (value.date().year() >= 2000 && value.date().year() < 2200), field);
    }
    template <class Enum>
    void oneOf(Enum value, std::initializer_list<Enum> known, const char* field) {
        expect(std::find(known.begin(), known.end(), value) != known.end(), field);
    }

    base::Outcome outcome() const {
        if (m_field)
            return base::fail(QStringLiteral("event.malformed"), {{QStringLiteral("field"), QLatin1String(m_field)}});
        return base::done();
    }

private:
    const char* m_field = nullptr;
};

inline bool isNumber(const QString& text, qsizetype digits) {
    return text.size() == digits && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

}
