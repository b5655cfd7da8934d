#pragma once

#include "app/sqlite/Connection.h"
#include "sync/gateway/store/DossierTable.h"

namespace motcua::gateway {

class SqliteDossierTable final : public DossierTable {
public:
    explicit SqliteDossierTable(sqlite::Connection& connection) : m_connection(connection) {}

    base::Result<bool> isCodeTaken(const QString& code) const override;
    base::Result<qint64> lock(domain::DossierId dossier) override;
    base::Outcome write(qint64 unit, std::span<const domain::Dossier* const> dossiers) override;

private:
    sqlite::Connection& m_connection;
};

}
