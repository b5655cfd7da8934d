#pragma once

#include "app/base/Result.h"

#include <QByteArray>
#include <QString>
#include <QUuid>

#include <memory>
#include <optional>
#include <type_traits>

namespace SQLite {
class Statement;
}

namespace motcua::sqlite {

class Connection;

/// One use of a prepared statement, borrowed from its connection and handed back, reset, when this is destroyed. A fault in
/// preparing or binding is kept and comes out of run() or next(), so that a call reads in one line. Thread: the connection's.
class Statement {
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    /// Starts over with these values for ?1, ?2, …: integers, bool, enums, QString (text), QByteArray (blob), QUuid (16 bytes,
    /// NULL when null), nullptr (NULL). A null QByteArray is NULL, an empty one an empty blob.
    template <class... Values>
    Statement& bind(const Values&... values) {
        reset();
        int index = 0;
        (bindOne(++index, values), ...);
        return *this;
    }
    /// Binds ?`index`, from 1, without starting over.
    template <class Value>
    void bindOne(int index, const Value& value) {
        if constexpr (std::is_enum_v<Value>)
            bindInteger(index, static_cast<qint64>(value));
        else if constexpr (std::is_integral_v<Value>)
            bindInteger(index, static_cast<qint64>(value));
        else if constexpr (std::is_same_v<Value, QString>)
            bindText(index, value);
        else if constexpr (std::is_same_v<Value, QUuid>)
            bindBytes(index, value.isNull() ? QByteArray() : value.toRfc4122());
        else if constexpr (std::is_same_v<Value, std::nullptr_t>)
            bindBytes(index, QByteArray());
        else
            bindBytes(index, value);
    }

    /// To the end, for statements without rows.
    base::Outcome run();
    /// Steps; false: no more rows.
    base::Result<bool> next();
    /// Calls `visit` at each row that is left. What it returns, if anything, is an outcome; one that failed ends the walk.
    template <class Visit>
    base::Outcome each(Visit&& visit) {
        for (;;) {
            const auto row = next();
            if (!row)
                return base::fail(row.error());
            if (!*row)
                return base::done();
            if constexpr (std::is_void_v<std::invoke_result_t<Visit>>)
                visit();
            else if (auto visited = visit(); !visited)
                return visited;
        }
    }

    bool isNull(int column) const;
    qint64 integer(int column) const;
    QByteArray bytes(int column) const;
    QString text(int column) const;
    QUuid uuid(int column) const;

private:
    friend class Connection;
    Statement(Connection* owner, std::shared_ptr<SQLite::Statement> statement);
    explicit Statement(base::Error error);

    void reset();
    void bindInteger(int index, qint64 value);
    void bindBytes(int index, const QByteArray& value);
    void bindText(int index, const QString& value);
    int step();

    Connection* m_owner = nullptr;
    std::shared_ptr<SQLite::Statement> m_statement;
    std::optional<base::Error> m_error;
};

}
