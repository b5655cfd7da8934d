#include "app/trial/HeldRecord.h"

#include "app/sqlite/Connection.h"
#include "sync/vault/KeyRing.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <map>
#include <tuple>

namespace motcua::trial {

namespace {

using Rows = base::Result<std::unique_ptr<sqlite::Connection>>;

/// What a record of the province's says; of a province before, whose data has no keys, it lies there as it is.
class Payloads {
public:
    static base::Result<Payloads> of(const QString& directory) {
        if (!vault::KeyRing::isIn(directory))
            return Payloads(nullptr);
        return vault::openVault(directory).map([](std::shared_ptr<const vault::Vault> vault) { return Payloads(std::move(vault)); });
    }

    QByteArray at(const sqlite::Statement& row, int payload, int station, int seq) const {
        if (!m_vault)
            return row.bytes(payload);
        const vault::Place place = vault::Place("record").of(row.uuid(station)).of(row.integer(seq));
        const QByteArray plain = m_vault->open(row.bytes(payload), place).value_or(QByteArray());
        // The salt's length and the salt lie before it.
        return plain.isEmpty() ? QByteArray() : plain.mid(1 + static_cast<unsigned char>(plain.front()));
    }
    /// A dossier's code as it lies in the table.
    QString code(const QString& code) const { return m_vault && !code.isEmpty() ? m_vault->blind(code) : code; }

private:
    explicit Payloads(std::shared_ptr<const vault::Vault> vault) : m_vault(std::move(vault)) {}

    std::shared_ptr<const vault::Vault> m_vault;
};

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

base::Outcome readCertifications(sqlite::Connection& file, const Payloads& payloads, HeldByProvince& held) {
    return each(file,
        "SELECT r.payload, s.id, r.seq, r.dossier, EXISTS (SELECT 1 FROM records n WHERE n.dossier = r.dossier AND n.kind IN ('entry-registered', "
        "'attested-by-hand')) FROM records r JOIN stations s ON s.key = r.station WHERE r.kind = 'dossier-received' AND EXISTS (SELECT 1 FROM "
        "records h WHERE h.dossier = r.dossier "
        "AND h.kind = 'result-handed-over')",
        [&](const sqlite::Statement& row) {
            if (isCertification(payloads.at(row, 0, 1, 2)))
                held.certifications.push_back({row.uuid(3), row.integer(4) != 0});
        });
}

/// One sheet for several papers of a visit is on record in each of them: what the first says counts.
std::vector<HeldPrint> eachSheetOnce(std::vector<HeldPrint> prints) {
    std::map<std::tuple<QString, int, QString>, QUuid> firsts;
    std::erase_if(prints, [&](const HeldPrint& print) {
        const auto first = firsts.try_emplace({print.queue, print.job, print.sha256}, print.dossier).first;
        return first->second != print.dossier;
    });
    return prints;
}

/// A lease's numbers that are open or came back, and what was written off.
base::Outcome readUnused(sqlite::Connection& file, HeldByProvince& held) {
    const auto take = [&](const QUuid& volume, const QJsonValue& ranges) {
        for (const QJsonValue& range : ranges.toArray())
            held.unused.push_back({volume, range[QLatin1String("first")].toInt(), range[QLatin1String("last")].toInt()});
    };
    return each(file, "SELECT volume, body FROM leases", [&](const sqlite::Statement& row) {
        const QJsonObject lease = QJsonDocument::fromJson(row.bytes(1)).object();
        for (const char* of : {"open", "back"})
            take(row.uuid(0), lease[QLatin1String(of)]);
    }).and_then([&](base::Done) {
        return each(file, "SELECT volume, first, last FROM written_off", [&](const sqlite::Statement& row) {
            held.unused.push_back({row.uuid(0), static_cast<int>(row.integer(1)), static_cast<int>(row.integer(2))});
        });
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
    const auto payloads = Payloads::of(directory);
    if (!payloads)
        return base::fail(payloads.error());
    HeldByProvince held;
    held.asKept = [payloads = *payloads](const QString& code) { return payloads.code(code); };
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
            return each(**file,
                "SELECT r.payload, s.id, r.seq, r.dossier FROM records r JOIN stations s ON s.key = r.station WHERE r.kind = 'print-recorded'",
                [&](const sqlite::Statement& row) {
                    const QJsonObject print = QJsonDocument::fromJson(payloads->at(row, 0, 1, 2)).object();
                    held.prints.push_back({print.value(QLatin1String("queue")).toString(), print.value(QLatin1String("job")).toInt(),
                        print.value(QLatin1String("sha256")).toString(), print.value(QLatin1String("copies")).toInt(1), row.uuid(3)});
                });
        })
        .map([&](base::Done) {
            held.prints = eachSheetOnce(std::move(held.prints));
            return base::Done();
        })
        .and_then([&](base::Done) { return readCertifications(**file, *payloads, held); })
        .and_then([&](base::Done) { return readUnused(**file, held); })
        .map([&](base::Done) { return std::move(held); });
}

}
