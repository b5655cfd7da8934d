#include "app/trial/HeldRecord.h"

#include "app/sqlite/Connection.h"

#include <QJsonDocument>

namespace motcua::trial {

namespace {

using Rows = base::Result<std::unique_ptr<sqlite::Connection>>;

Rows open(const QString& path) {
    return sqlite::Connection::open(path, {.access = sqlite::Access::ReadOnly});
}

/// Calls `take` with the statement at each row.
template <class Take>
base::Outcome each(sqlite::Connection& connection, const QByteArray& sql, Take take) {
    auto rows = connection.prepare(sql);
    return rows.each([&] { take(rows); });
}

HeldRecord recordAt(const sqlite::Statement& row, const QUuid& station) {
    return {station, row.integer(0), row.bytes(1), row.text(2), row.uuid(3), row.integer(4), row.uuid(5), static_cast<int>(row.integer(6))};
}

/// By the field that the catalogue gives the procedure; copies from a register (2.000908) are issued, not certified.
bool isCertification(const QByteArray& received) {
    const QJsonObject procedure = QJsonDocument::fromJson(received).object().value(QLatin1String("procedure")).toObject();
    return procedure.value(QLatin1String("field")).toString() == QStringLiteral("Chứng thực") &&
           !procedure.value(QLatin1String("code")).toString().startsWith(QLatin1String("2.000908"));
}

base::Outcome readCertifications(sqlite::Connection& file, HeldByProvince& held) {
    return each(file,
        "SELECT r.payload, r.dossier, EXISTS (SELECT 1 FROM records n WHERE n.dossier = r.dossier AND n.kind IN ('entry-registered', "
        "'attested-by-hand')) FROM records r WHERE r.kind = 'dossier-received' AND EXISTS (SELECT 1 FROM records h WHERE h.dossier = r.dossier "
        "AND h.kind = 'result-handed-over')",
        [&](const sqlite::Statement& row) {
            if (isCertification(row.bytes(0)))
                held.certifications.push_back({row.uuid(1), row.integer(2) != 0});
        });
}

}

base::Result<std::vector<HeldRecord>> recordsOfStation(const QString& directory) {
    const Rows file = open(directory + QStringLiteral("/journal.sqlite"));
    if (!file)
        return base::fail(file.error());
    QUuid station;
    std::vector<HeldRecord> records;
    return each(**file, "SELECT value FROM fact WHERE name = 'station'", [&](const sqlite::Statement& row) { station = row.uuid(0); })
        .and_then([&](base::Done) {
            return each(**file, "SELECT seq, hash, kind, dossier, dossier_version, volume, number FROM record",
                [&](const sqlite::Statement& row) { records.push_back(recordAt(row, station)); });
        })
        .map([&](base::Done) { return std::move(records); });
}

base::Result<HeldByProvince> holdingsOfProvince(const QString& directory) {
    const Rows file = open(directory + QStringLiteral("/gateway.sqlite"));
    if (!file)
        return base::fail(file.error());
    HeldByProvince held;
    return each(**file,
        "SELECT r.seq, r.hash, r.kind, r.dossier, r.dossier_version, r.volume, r.number, s.id FROM records r LEFT JOIN stations s ON s.key = "
        "r.station",
        [&](const sqlite::Statement& row) { held.records.push_back(recordAt(row, row.uuid(7))); })
        .and_then([&](base::Done) {
            return each(**file, "SELECT id, code, holder, state, closed FROM dossiers", [&](const sqlite::Statement& row) {
                held.dossiers.push_back({row.uuid(0), row.text(1), row.uuid(2), static_cast<int>(row.integer(3)), row.integer(4) != 0});
            });
        })
        .and_then([&](base::Done) {
            return each(**file, "SELECT payload FROM records WHERE kind = 'print-recorded'", [&](const sqlite::Statement& row) {
                const QJsonObject print = QJsonDocument::fromJson(row.bytes(0)).object();
                if (const QString queue = print.value(QLatin1String("queue")).toString(); !queue.isEmpty())
                    held.prints.push_back({queue, print.value(QLatin1String("job")).toInt(), print.value(QLatin1String("sha256")).toString()});
            });
        })
        .and_then([&](base::Done) { return readCertifications(**file, held); })
        .map([&](base::Done) { return std::move(held); });
}

}
