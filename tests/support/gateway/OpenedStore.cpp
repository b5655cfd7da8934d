#include "tests/support/gateway/OpenedStore.h"

#include "sync/gateway/store/sqlite/RowMarks.h"
#include "sync/gateway/store/sqlite/SealedRow.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <QtEndian>

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

base::Result<std::unique_ptr<sqlite::Connection>> openedRows(const QString& directory) {
    static std::vector<std::shared_ptr<const vault::Vault>> kept;
    const auto vault = vault::openVault(directory);
    if (!vault)
        return base::fail(vault.error());
    kept.push_back(*vault);
    auto opened = sqlite::Connection::open(directory + QStringLiteral("/gateway.sqlite"), {.access = sqlite::Access::ReadWrite});
    if (!opened)
        return opened;
    return gateway::rowmarks::attach(**opened, **vault).map([&](base::Done) { return std::move(*opened); });
}

namespace {

/// The key ring of a program that marked no rows.
bool forgetMarks(const QString& directory) {
    const auto ring = vault::KeyRing::open(directory, {});
    const auto key = ring ? vault::readKeyFile(ring->keyFile()) : base::fail(ring.error());
    if (!key)
        return false;
    std::vector<vault::Vault::Key> keys;
    keys.push_back({0, *key});
    const vault::Vault outside(std::move(keys), {});
    const vault::Place place("motcua-key-ring-1");
    QFile file(directory + QStringLiteral("/keys/ring.json"));
    if (!file.open(QIODevice::ReadWrite))
        return false;
    QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const QString member = QStringLiteral("sealed-keys");
    const auto plain = outside.open(QByteArray::fromBase64(json.value(member).toString().toLatin1()), place);
    QJsonObject content = QJsonDocument::fromJson(plain.value_or(QByteArray())).object();
    content.remove(QStringLiteral("rows-marked"));
    const auto sealed = outside.seal(QJsonDocument(content).toJson(), place);
    if (!plain || !sealed)
        return false;
    json.insert(member, QString::fromLatin1(sealed->toBase64()));
    file.resize(0);
    file.seek(0);
    return file.write(QJsonDocument(json).toJson()) > 0;
}

/// Every table without its marks.
QByteArray withoutMarks(sqlite::Connection& connection) {
    // How a code was kept before cannot be told from how it is kept now.
    QByteArray sql = "DELETE FROM codes; DELETE FROM person_codes; DROP TABLE tally;";
    auto query = connection.prepare("SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'mac' WHERE m.type = 'table'");
    if (!query.each([&] { sql += "ALTER TABLE " + query.bytes(0) + " DROP COLUMN mac;"; }))
        return {};
    return sql;
}

}

void makeTallyFormer(const QString& directory) {
    const auto vault = vault::openVault(directory);
    const auto opened = sqlite::Connection::open(directory + QStringLiteral("/gateway.sqlite"));
    if (!vault || !opened)
        qFatal("the data does not open");
    QByteArray sums;
    for (const char* table : {"units", "stations", "codes", "person_codes", "person_keys", "items", "records", "dossiers", "volumes", "entries",
             "blobs", "heard", "faults", "heads"}) {
        qint64 count = 0;
        QByteArray sum(32, '\0');
        auto query = (*opened)->prepare(QByteArray("SELECT mac FROM ") + table);
        const auto read = query.each([&] {
            ++count;
            const QByteArray hidden = (*vault)->mark("of tally\n" + query.bytes(0));
            for (qsizetype i = 0; i < sum.size(); ++i)
                sum[i] = static_cast<char>(sum[i] ^ hidden[i]);
        });
        if (!read)
            qFatal("the rows are not read");
        const qint64 ordered = qToBigEndian(count);
        sums.append(reinterpret_cast<const char*>(&ordered), sizeof ordered).append(sum);
    }
    if (!(*opened)->prepare("UPDATE tally SET state = ?1").bind(QByteArray(sums + (*vault)->mark("tally\n" + sums))).run())
        qFatal("the tally is not written");
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
    const QByteArray unmark = withoutMarks(connection);
    if (!good || !forgetMarks(directory) || unmark.isEmpty() || !connection.execute(unmark.constData()) ||
        !connection.execute(
            "DROP TABLE sealing; DROP TABLE blob_hours; DROP TABLE leases; DROP TABLE runs; DROP TABLE written_off; DROP TABLE one_run; "
            "DROP TABLE resting; DROP TABLE told; DROP INDEX records_listed; ALTER TABLE records DROP COLUMN heard; ALTER TABLE items DROP COLUMN "
            "later; "
            "PRAGMA user_version=11"))
        qFatal("the data cannot be unsealed");
}

}
