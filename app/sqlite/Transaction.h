#pragma once

#include "app/base/Result.h"

namespace motcua::sqlite {

class Connection;

/// A write transaction: begun (immediately, so that it never has to be upgraded) by begin(), rolled back by the destructor
/// unless commit() succeeded.
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
    explicit Transaction(Connection& connection) : m_connection(&connection) {}
    void rollBack();

    Connection* m_connection = nullptr;
};

}
