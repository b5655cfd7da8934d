#include "sync/gateway/store/sqlite/SqliteDossierStateTable.h"

namespace motcua::gateway {

base::Result<QUuid> SqliteDossierStateTable::ofCode(const QString& code) const {
    auto query = m_connection.prepare("SELECT id FROM dossiers WHERE code = ?1");
    return query.bind(m_vault.blind(code)).next().map([&](bool found) { return found ? query.uuid(0) : QUuid(); });
}

base::Result<qint64> SqliteDossierStateTable::lock(domain::DossierId dossier) {
    // The transaction is the only one that writes: what is read here stays so.
    auto query = m_connection.prepare("SELECT cursor FROM records WHERE dossier = ?1 AND waiting < 4 ORDER BY cursor DESC LIMIT 1");
    return query.bind(dossier.value()).next().map([&](bool found) { return found ? query.integer(0) : 0; });
}

base::Outcome SqliteDossierStateTable::write(qint64 unit, std::span<const domain::Dossier* const> dossiers) {
    auto write = m_connection.prepare("INSERT INTO dossiers(id, unit, code, holder, state, version, closed) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7) "
                                      "ON CONFLICT(id) DO UPDATE SET code = ?3, holder = ?4, state = ?5, version = ?6, closed = ?7");
    for (const domain::Dossier* dossier : dossiers) {
        write.bind(dossier->id.value(), unit, nullptr, dossier->holder.value(), dossier->state, dossier->version, dossier->closed);
        if (!dossier->code.isEmpty())
            write.bindOne(3, m_vault.blind(dossier->code));
        if (auto written = write.run(); !written)
            return written;
    }
    return base::done();
}

}
