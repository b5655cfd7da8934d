#pragma once

#include "app/base/Result.h"

namespace motcua::sqlite {

class Connection;

/// A write transaction: begun (immediately, so that it never has to be upgraded) by begin(), rolled back by the destructor
/// unless commit() succeeded. Within another one it is a part of it: what it wrote is durable when the outermost one commits.
class Transaction {
public:
    static base::Result<Transaction> begin(Connection& connection);
    /// For reading only: what is read until the destructor is of one moment, and locks are taken once instead of per statement.
    static base::Result<Transaction> beginReading(Connection& connection);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    /// Durable when it succeeds; rolled back when it fails.
    base::Outcome commit();

private:
    Transaction(Connection& connection, bool isInner) : m_connection(&connection), m_isInner(isInner) {}
    void rollBack();

    Connection* m_connection = nullptr;
    bool m_isInner = false;
};

}
