#pragma once

#include "app/sqlite/Connection.h"
#include "sync/gateway/store/FeedCursor.h"
#include "sync/gateway/store/FeedTable.h"
#include "sync/vault/Vault.h"

namespace motcua::gateway {

class SqliteFeedTable final : public FeedTable {
public:
    SqliteFeedTable(sqlite::Connection& connection, FeedCursor& cursor, const vault::Vault& vault)
        : m_connection(connection), m_cursor(cursor), m_vault(vault) {}

    base::Result<PublishedItem> newest(const Audience& audience, const char* kind) const override;
    base::Result<std::vector<PublishedItem>> toEveryone(const char* kind, qint64 afterCursor) const override;
    base::Result<std::vector<UnitItem>> toUnits(const char* kind, qint64 afterCursor) const override;
    base::Result<std::vector<QJsonObject>> toStationsOf(qint64 unit, const char* kind) const override;
    base::Outcome each(const Question& question, const Visit& visit) const override;
    base::Outcome giveBack(const Peer& peer, const Stretch& stretch, const Readings& reads) override;
    base::Result<qint64> givenUnder(const Peer& peer, qint64 item) const override;
    base::Result<qint64> publish(const Audience& audience, const char* kind, const QJsonObject& body) override;

private:
    base::Result<FeedEntry::Content> record(qint64 cursor) const;
    /// Empty: it does not open.
    QByteArray bodyOf(qint64 cursor, const QByteArray& sealed) const;
    base::Result<FeedEntry::Content> item(qint64 cursor, const QByteArray& kind) const;

    sqlite::Connection& m_connection;
    FeedCursor& m_cursor;
    const vault::Vault& m_vault;
};

}
