#pragma once

#include "app/sqlite/Connection.h"
#include "sync/gateway/store/BlobTable.h"

namespace motcua::gateway {

class SqliteBlobTable final : public BlobTable {
public:
    explicit SqliteBlobTable(sqlite::Connection& connection) : m_connection(connection) {}

    base::Result<bool> holds(const QByteArray& hash, qint64 unit) const override;
    base::Result<std::optional<qint64>> sizeOf(const QByteArray& hash, qint64 unit) const override;
    base::Result<qint64> keptLately(qint64 unit, qint64 now) const override;
    base::Outcome each(const std::function<void(const QByteArray& hash)>& visit) const override;
    base::Result<std::vector<BlobRow>> unnamed(qint64 before) const override;
    base::Result<bool> isHeldByAnyone(const QByteArray& hash) const override;
    base::Result<qint64> filesKey() const override;
    base::Outcome setFilesKey(qint64 key) override;
    base::Outcome setNamed(const QByteArray& hash, qint64 unit) override;
    base::Outcome remove(const QByteArray& hash, qint64 unit) override;
    base::Outcome add(const BlobRow& row) override;

private:
    sqlite::Connection& m_connection;
};

}
