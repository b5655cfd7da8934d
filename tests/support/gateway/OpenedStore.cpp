#include "tests/support/gateway/OpenedStore.h"

#include "app/sqlite/Connection.h"
#include "sync/gateway/store/sqlite/SealedRow.h"

#include <functional>

namespace motcua::test {

namespace {

namespace sealedrow = gateway::sealedrow;
using Rewrite = std::function<QByteArray(const sqlite::Statement& row)>;

/// `select`: a row's key, then what `plain` reads; `update`: the key, the plain value.
bool rewrite(sqlite::Connection& connection, const char* select, const char* update, const Rewrite& plain) {
    std::vector<std::pair<QByteArray, QByteArray>> rows;
    auto query = connection.prepare(select);
    if (!query.each([&] { rows.emplace_back(query.bytes(0), plain(query)); }))
        return false;
    auto write = connection.prepare(update);
    for (const auto& [key, value] : rows)
        if (!write.bind(key, value).run())
            return false;
    return true;
}

}

base::Result<std::unique_ptr<gateway::PlatformStore>> openedStore(const QString& directory) {
    return vault::openVault(directory).and_then([&](std::shared_ptr<const vault::Vault> vault) { return gateway::openStore(directory, vault); });
}

base::Result<std::unique_ptr<gateway::Authority>> openedAuthority(const QString& directory) {
    return vault::openVault(directory).and_then(
        [&](const std::shared_ptr<const vault::Vault>& vault) { return gateway::Authority::open(directory, *vault); });
}

QByteArray sealedContent(const QString& directory, const protocol::Record& record) {
    return vault::openVault(directory)
        .and_then([&](const std::shared_ptr<const vault::Vault>& vault) { return sealedrow::sealedRecord(*vault, record); })
        .value_or(QByteArray());
}

void unseal(const QString& directory) {
    const auto vault = vault::openVault(directory);
    const auto opened = sqlite::Connection::open(directory + QStringLiteral("/gateway.sqlite"));
    if (!vault || !opened)
        qFatal("the data does not open");
    sqlite::Connection& connection = **opened;
    const auto open = [&](const QByteArray& sealed, const vault::Place& place) { return (*vault)->open(sealed, place).value_or(QByteArray()); };
    const auto content = [&](const sqlite::Statement& row) {
        return sealedrow::unpacked(open(row.bytes(1), sealedrow::placeOfRecord(row.uuid(2), row.integer(3))));
    };
    const char* const records = "SELECT CAST(r.cursor AS BLOB), r.payload, s.id, r.seq FROM records r JOIN stations s ON s.key = r.station";
    const auto code = [](const sqlite::Statement& row) { return QString::fromUtf8(row.bytes(0)); };
    const bool good =
        rewrite(connection, records, "UPDATE records SET salt = ?2 WHERE cursor = CAST(CAST(?1 AS TEXT) AS INTEGER)",
            [&](const sqlite::Statement& row) { return content(row).salt; }) &&
        rewrite(connection, records, "UPDATE records SET payload = ?2 WHERE cursor = CAST(CAST(?1 AS TEXT) AS INTEGER)",
            [&](const sqlite::Statement& row) { return content(row).payload; }) &&
        rewrite(connection, "SELECT CAST(cursor AS BLOB), body, cursor FROM items",
            "UPDATE items SET body = ?2 WHERE cursor = CAST(CAST(?1 AS TEXT) AS INTEGER)",
            [&](const sqlite::Statement& row) { return open(row.bytes(1), sealedrow::placeOfItem(row.integer(2))); }) &&
        rewrite(connection, "SELECT id, body FROM volumes", "UPDATE volumes SET body = ?2 WHERE id = ?1",
            [&](const sqlite::Statement& row) { return open(row.bytes(1), sealedrow::placeOfVolume(row.uuid(0))); }) &&
        rewrite(connection, "SELECT CAST(code AS BLOB), settings FROM units", "UPDATE units SET settings = ?2 WHERE code = CAST(?1 AS TEXT)",
            [&](const sqlite::Statement& row) { return open(row.bytes(1), sealedrow::placeOfUnit(code(row))); });
    if (!good || !connection.execute("DROP TABLE sealing; ALTER TABLE records DROP COLUMN heard; ALTER TABLE items DROP COLUMN later; "
                                     "PRAGMA user_version=11"))
        qFatal("the data cannot be unsealed");
}

}
