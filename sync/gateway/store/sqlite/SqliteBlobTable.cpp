#include "sync/gateway/store/sqlite/SqliteBlobTable.h"

namespace motcua::gateway {

base::Result<bool> SqliteBlobTable::holds(const QByteArray& hash, qint64 unit) const {
    auto query = m_connection.prepare("SELECT 1 FROM blobs WHERE hash = ?1 AND unit = ?2");
    return query.bind(hash, unit).next();
}

base::Result<std::optional<qint64>> SqliteBlobTable::sizeOf(const QByteArray& hash, qint64 unit) const {
    auto query = m_connection.prepare("SELECT bytes FROM blobs WHERE hash = ?1 AND unit = ?2");
    return query.bind(hash, unit).next().map([&](bool found) { return found ? std::optional(query.integer(0)) : std::nullopt; });
}

base::Outcome SqliteBlobTable::each(const std::function<void(const QByteArray&)>& visit) const {
    auto query = m_connection.prepare("SELECT DISTINCT hash FROM blobs");
    return query.each([&] { visit(query.bytes(0)); });
}

base::Outcome SqliteBlobTable::add(const BlobRow& row) {
    return m_connection.prepare("INSERT OR IGNORE INTO blobs(hash, unit, bytes, received) VALUES(?1, ?2, ?3, ?4)")
        .bind(row.hash, row.unit, row.bytes, row.received)
        .run();
}

}
