#pragma once

#include <QHash>
#include <QString>

namespace motcua::base {

/// A text of one form, looked at once, where a text becomes one: `Form::holds(text)` says whether it has the form. One that has not
/// becomes null, so a value is never wrong. It reads as the text that it is.
template <class Form>
class Constrained {
public:
    Constrained() = default;
    Constrained(const QString& text) : m_text(Form::holds(text) ? text : QString()) {}
    static Constrained fromString(const QString& text) { return Constrained(text); }

    bool isNull() const { return m_text.isEmpty(); }
    bool isEmpty() const { return isNull(); }
    const QString& toString() const { return m_text; }
    operator const QString&() const { return m_text; }

    friend bool operator==(const Constrained& a, const Constrained& b) { return a.m_text == b.m_text; }
    friend bool operator!=(const Constrained& a, const Constrained& b) { return a.m_text != b.m_text; }
    friend bool operator==(const Constrained& a, const QString& b) { return a.m_text == b; }
    friend bool operator<(const Constrained& a, const Constrained& b) { return a.m_text < b.m_text; }
    friend size_t qHash(const Constrained& value, size_t seed = 0) { return qHash(value.m_text, seed); }

private:
    QString m_text;
};

}
