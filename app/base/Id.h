#pragma once

#include <QHash>
#include <QString>
#include <QUuid>

namespace motcua::base {

/// A new UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then random bits, so ids sort by time of creation.
/// `milliseconds` is UTC, 0 or more; the random bits come from the system's secure generator.
QUuid newUuidV7(qint64 milliseconds);

/// An identifier that cannot be mistaken for one of another kind. Null until given a value.
template <class Tag>
class Id {
public:
    Id() = default;
    explicit Id(const QUuid& value) : m_value(value) {}

    static Id fromString(const QString& text) { return Id(QUuid::fromString(text)); }
    static Id make(qint64 milliseconds) { return Id(newUuidV7(milliseconds)); }

    bool isNull() const { return m_value.isNull(); }
    QUuid value() const { return m_value; }
    /// Lower case, with hyphens, without braces.
    QString toString() const { return m_value.toString(QUuid::WithoutBraces); }

    friend bool operator==(const Id& a, const Id& b) { return a.m_value == b.m_value; }
    friend bool operator!=(const Id& a, const Id& b) { return !(a == b); }
    friend bool operator<(const Id& a, const Id& b) { return a.m_value < b.m_value; }
    friend size_t qHash(const Id& id, size_t seed = 0) { return qHash(id.m_value, seed); }

private:
    QUuid m_value;
};

}
