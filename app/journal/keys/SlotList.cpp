#include "app/journal/keys/SlotList.h"

#include "app/journal/log/Schema.h"
#include "app/journal/standing/Standing.h"
#include "app/sqlite/Connection.h"
#include "sync/protocol/Digest.h"

#include <QDataStream>
#include <QIODevice>

namespace motcua::journal {

namespace {

enum Flag : quint8 { EpochDue = 1, KeyGone = 2, Rooted = 4 };

struct Written {
    const char* fact;
    std::vector<const char*> queries;
};

const Written& ofSlots() {
    static const Written digest{
        "slots-digest", {"SELECT id, zeroblob(0), zeroblob(0) FROM slot ORDER BY id", "SELECT slot, public, secret FROM door ORDER BY slot",
                            "SELECT slot, public, zeroblob(0) FROM person ORDER BY slot"}};
    return digest;
}

const Written& ofProvince() {
    static const Written digest{"recovery-digest", {"SELECT value, zeroblob(0), zeroblob(0) FROM fact WHERE name = 'recovery' AND length(value) > 0",
                                                       "SELECT sealed, zeroblob(0), zeroblob(0) FROM secret WHERE name = 'recovery-key'"}};
    return digest;
}

base::Result<QByteArray> now(sqlite::Connection& connection, const Written& digest) {
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    for (const char* query : digest.queries) {
        auto statement = connection.prepare(query);
        const auto read = statement.each([&] { stream << statement.bytes(0) << statement.bytes(1) << statement.bytes(2); });
        if (!read)
            return base::fail(read.error());
        stream << '\n';
    }
    return protocol::Digest::of(bytes);
}

base::Outcome writeNow(sqlite::Connection& connection, const Written& digest) {
    return now(connection, digest).and_then([&](const QByteArray& value) { return setFact(connection, QString::fromLatin1(digest.fact), value); });
}

base::Result<bool> isAsWritten(sqlite::Connection& connection, const Written& digest) {
    const auto written = fact(connection, QString::fromLatin1(digest.fact));
    if (!written || written->isEmpty())
        return written ? base::Result<bool>(true) : base::fail(written.error());
    return now(connection, digest).map([&](const QByteArray& value) { return value == *written; });
}

}

base::Result<std::optional<SlotList>> SlotList::read(const Standing& standing) {
    return standing.part(Standing::slotsPart).map([](const std::optional<QByteArray>& bytes) -> std::optional<SlotList> {
        if (!bytes)
            return std::nullopt;
        SlotList list;
        QDataStream stream(*bytes);
        quint8 flags = 0;
        stream >> flags >> list.recoverySlot >> list.recoveryKey;
        list.epochDue = flags & EpochDue;
        list.keyGone = flags & KeyGone;
        list.isRooted = flags & Rooted;
        qint32 entries = 0;
        stream >> entries;
        for (QByteArray slot; entries > 0 && stream.status() == QDataStream::Ok; --entries) {
            stream >> slot;
            Entry& entry = list.counted[slot];
            stream >> entry.doorKey >> entry.doorSecret >> entry.signer;
        }
        for (QByteArray slot; !stream.atEnd() && stream.status() == QDataStream::Ok;) {
            stream >> slot;
            list.waiting.insert(slot);
        }
        return list;
    });
}

base::Outcome SlotList::write(Standing& standing) const {
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    const auto flags = static_cast<quint8>((epochDue ? EpochDue : 0) | (keyGone ? KeyGone : 0) | (isRooted ? Rooted : 0));
    stream << flags << recoverySlot << recoveryKey << static_cast<qint32>(counted.size());
    for (const auto& [slot, entry] : counted)
        stream << slot << entry.doorKey << entry.doorSecret << entry.signer;
    for (const QByteArray& slot : waiting)
        stream << slot;
    return standing.put(Standing::slotsPart, bytes);
}

base::Outcome slotdigest::write(sqlite::Connection& connection) {
    const auto hasKey = connection.scalar("SELECT count(*) FROM secret WHERE name = 'recovery-key'");
    const auto known = hasKey ? fact(connection, QString::fromLatin1(ofProvince().fact)) : base::fail(hasKey.error());
    if (!known)
        return base::fail(known.error());
    // Without the key nothing that is missing could be mended: what was written stays to be seen.
    const bool stays = *hasKey == 0 && !known->isEmpty();
    return writeNow(connection, ofSlots()).and_then([&](base::Done) { return stays ? base::done() : writeNow(connection, ofProvince()); });
}

base::Result<bool> slotdigest::fits(sqlite::Connection& connection) {
    return isAsWritten(connection, ofSlots());
}

base::Result<bool> slotdigest::provinceFits(sqlite::Connection& connection) {
    return isAsWritten(connection, ofProvince());
}

}
