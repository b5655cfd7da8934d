#pragma once

#include "app/sqlite/Connection.h"
#include "sync/gateway/store/EnrolmentTable.h"
#include "sync/vault/Vault.h"

namespace motcua::gateway {

class SqliteEnrolmentTable final : public EnrolmentTable {
public:
    SqliteEnrolmentTable(sqlite::Connection& connection, const vault::Vault& vault) : m_connection(connection), m_vault(vault) {}

    base::Result<std::vector<OpenCode>> openCodes(qint64 now) const override;
    base::Result<std::vector<UsedCode>> usedCodes(qint64 now) const override;
    base::Outcome addCode(const NewRow& row) override;
    base::Result<bool> useCode(const QByteArray& hash, qint64 now) override;
    base::Result<qint64> failures(const QString& who, Span span) const override;
    base::Result<bool> hasFailuresOutside(Span span) const override;
    base::Outcome addFailure(const QString& who, qint64 at) override;
    base::Outcome dropFailure(const QString& who) override;
    base::Outcome forgetFailuresOutside(Span span) override;

private:
    sqlite::Connection& m_connection;
    const vault::Vault& m_vault;
};

}
