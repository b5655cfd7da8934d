#include "app/journal/log/Verify.h"

#include "app/journal/disk/DataDirectory.h"
#include "app/journal/keys/KeySlots.h"
#include "app/journal/keys/Sealer.h"
#include "app/journal/log/BroughtBack.h"
#include "app/journal/log/ChainCheck.h"
#include "app/journal/log/ErasedMark.h"
#include "app/journal/log/FeedLog.h"
#include "app/journal/log/OpenForReading.h"
#include "app/journal/log/ReceivedSum.h"
#include "app/journal/log/Schema.h"
#include "app/journal/log/SecurityChain.h"
#include "app/journal/standing/Standing.h"
#include "app/sqlite/Connection.h"
#include "sync/protocol/Digest.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace motcua::journal {

namespace {

/// One verification of one directory. Each check adds its faults; a table that cannot be read to its end is a fault as well.
class Verifier {
public:
    Verifier(sqlite::Connection& connection, DataDirectory directory, const QUuid& station)
        : m_connection(connection), m_directory(std::move(directory)), m_station(station) {}

    Verification run() {
        checkDatabase();
        checkChain();
        checkMark();
        checkStanding();
        checkReceived();
        checkBlobs();
        checkKeySlots();
        checkSecurityLog();
        return std::move(m_result);
    }

private:
    void add(const QString& code, const QString& place) {
        constexpr size_t most = 1000;
        if (m_result.faults.size() < most)
            m_result.faults.push_back({code, place});
    }
    void unreadable(const QString& what, const base::Error& error) {
        add(QStringLiteral("verify.unreadable"), QStringLiteral("%1: cannot be read (%2)").arg(what, error.code));
    }

    void checkDatabase() {
        const auto faults = m_connection.integrityFaults();
        if (!faults)
            return unreadable(QStringLiteral("journal.sqlite"), faults.error());
        for (const QString& fault : *faults)
            add(QStringLiteral("verify.database"), QStringLiteral("journal.sqlite: ") + QString(fault).replace(QLatin1Char('\n'), QLatin1Char(' ')));
    }

    void checkChain() {
        const auto report = [this](const QString& code, const QString& place) { add(code, place); };
        const auto visit = [this](const OwnRecordRow& row) {
            ++m_result.events;
            if (row.sealed.isNull())
                add(QStringLiteral("verify.payload-missing"),
                    QStringLiteral("event %1: payload gone without having been erased").arg(row.header.seq));
            else if (protocol::Digest::of(row.sealed) == row.header.sealedDigest)
                return;
            else if (erasedmark::isWhole(row))
                ++m_result.erased;
            else if (!broughtback::isWhole(row))
                add(QStringLiteral("verify.payload-changed"), QStringLiteral("event %1: sealed payload changed").arg(row.header.seq));
        };
        const auto head = ChainCheck(m_connection, m_station).walkAll(report, visit);
        if (!head)
            return unreadable(QStringLiteral("events after %1").arg(m_result.events), head.error());
        m_result.head = head->hash;
    }

    void checkMark() {
        const auto seq = factNumber(m_connection, QStringLiteral("acknowledged"));
        const auto head = fact(m_connection, QStringLiteral("acknowledged-head"));
        if (!seq || !head)
            return add(QStringLiteral("verify.unreadable"), QStringLiteral("acknowledged mark: cannot be read"));
        if (*seq == 0)
            return;
        auto statement = m_connection.prepare("SELECT hash FROM record WHERE seq = ?1");
        const auto row = statement.bind(*seq).next();
        if (!row || !*row || statement.bytes(0).toHex() != *head)
            add(QStringLiteral("verify.mark"), QStringLiteral("acknowledged mark: does not fit event %1").arg(*seq));
    }

    void checkStanding() {
        const auto setBack = fact(m_connection, QString::fromLatin1(Standing::setBackFact));
        if (!setBack || !setBack->isEmpty())
            add(QStringLiteral("verify.standing"), QStringLiteral("standing: it was set back while the desk was open, and nobody has seen to it"));
    }

    void checkReceived() {
        auto statement = m_connection.prepare(
            "SELECT cursor, kind, dossier, dossier_version, station, seq, own_seq, digest, sealed FROM received ORDER BY cursor");
        ReceivedSum sum;
        for (;;) {
            const auto row = statement.next();
            if (!row)
                return unreadable(QStringLiteral("received items"), row.error());
            if (!*row)
                return checkSum(sum);
            sum.turn(statement.bytes(7));
            ++m_result.received;
            const FeedLog::Keys keys{statement.uuid(2), statement.integer(3), statement.uuid(4), statement.integer(5), statement.integer(6)};
            if (FeedLog::digestOf(statement.integer(0), statement.bytes(1), keys, statement.bytes(8)) != statement.bytes(7))
                add(QStringLiteral("verify.received-changed"), QStringLiteral("received item %1: changed").arg(statement.integer(0)));
        }
    }

    void checkSum(const ReceivedSum& sum) {
        const auto written = ReceivedSum::written(m_connection);
        const auto unread = FeedLog::unread(m_connection);
        if (!written || !unread)
            return unreadable(QStringLiteral("received items"), (written ? unread.error() : written.error()));
        m_result.unread = *unread;
        if (!written->isEmpty() && *written != sum.value())
            add(QStringLiteral("verify.received-missing"), QStringLiteral("received items: one is gone, or was not received"));
    }

    void checkBlobs() {
        auto statement = m_connection.prepare("SELECT hash, bytes, sealed_digest FROM blob ORDER BY hash");
        for (;;) {
            const auto row = statement.next();
            if (!row)
                return unreadable(QStringLiteral("blobs"), row.error());
            if (!*row)
                return;
            ++m_result.blobs;
            checkBlob(statement.text(0), statement.integer(1), statement.bytes(2));
        }
    }

    void checkKeySlots() {
        const auto faults = KeySlots::faults(m_connection);
        if (!faults)
            return unreadable(QStringLiteral("key slots"), faults.error());
        for (const QString& fault : *faults)
            add(QStringLiteral("verify.key-slot"), fault);
    }

    void checkSecurityLog() {
        const auto version = factNumber(m_connection, QStringLiteral("schema"));
        if (version && *version < SecurityChain::sinceSchema)
            return;
        const auto faults = SecurityChain::faultsWithoutKey(m_connection);
        if (!faults)
            return unreadable(QStringLiteral("security log"), faults.error());
        for (const QString& fault : *faults)
            add(QStringLiteral("verify.security-log"), fault);
    }

    void checkBlob(const QString& hash, qint64 bytes, const QByteArray& digest) {
        const QString place = QStringLiteral("blob %1: ").arg(hash);
        QFile file(m_directory.blob(hash));
        if (!file.exists())
            return add(QStringLiteral("verify.blob-missing"), place + QStringLiteral("missing"));
        if (!file.open(QIODevice::ReadOnly))
            return add(QStringLiteral("verify.unreadable"), place + QStringLiteral("cannot be read"));
        const qint64 more = file.size() - bytes - Sealer::nonceSize - Sealer::tagSize;
        if ((more != 0 && more != Sealer::epochSize) || protocol::Digest::of(file.readAll()) != digest)
            add(QStringLiteral("verify.blob-changed"), place + QStringLiteral("changed"));
    }

    sqlite::Connection& m_connection;
    DataDirectory m_directory;
    QUuid m_station;
    Verification m_result;
};

Verification only(const Fault& fault) {
    Verification verification;
    verification.faults.push_back(fault);
    return verification;
}

}

base::Result<Verification> verify(const QString& directory) {
    const DataDirectory data(directory);
    if (!QFileInfo::exists(data.journal()))
        return base::fail(QStringLiteral("journal.missing"));
    const QTemporaryDir aside;
    const auto connection = openForReading(data, aside.path());
    if (!connection)
        return only({QStringLiteral("verify.unreadable"), QStringLiteral("journal.sqlite: cannot be opened (%1)").arg(connection.error().code)});
    // One read transaction, so that a station at work shows one moment.
    if (const auto begun = (*connection)->execute("BEGIN"); !begun)
        return only({QStringLiteral("verify.unreadable"), QStringLiteral("journal.sqlite: cannot be read (%1)").arg(begun.error().code)});
    const auto identity = schema::check(**connection);
    if (!identity && identity.error().code == QLatin1String("journal.newer-version"))
        return base::fail(identity.error());
    if (!identity)
        return only({QStringLiteral("verify.unreadable"),
            QStringLiteral("journal.sqlite: %1 cannot be read").arg(identity.error().detail.value(QStringLiteral("place")))});
    return Verifier(**connection, data, identity->station.value()).run();
}

}
