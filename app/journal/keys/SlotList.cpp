#include "app/journal/keys/SlotList.h"

#include "app/journal/log/Schema.h"
#include "app/journal/standing/Standing.h"
#include "app/sqlite/Connection.h"
#include "sync/protocol/Digest.h"

#include <QDataStream>
#include <QIODevice>

namespace motcua::journal {

namespace {

QString digestFact() {
    return QStringLiteral("slots-digest");
}

base::Result<QByteArray> digestNow(sqlite::Connection& connection) {
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    for (const char* query : {"SELECT id, zeroblob(0), zeroblob(0) FROM slot ORDER BY id", "SELECT slot, public, secret FROM door ORDER BY slot",
             "SELECT slot, public, zeroblob(0) FROM person ORDER BY slot"}) {
        auto statement = connection.prepare(query);
        const auto read = statement.each([&] { stream << statement.bytes(0) << statement.bytes(1) << statement.bytes(2); });
        if (!read)
            return base::fail(read.error());
        stream << '\n';
    }
    return protocol::Digest::of(bytes);
}

}

base::Result<std::optional<SlotList>> SlotList::read(const Standing& standing) {
    return standing.part(Standing::slotsPart).map([](const std::optional<QByteArray>& bytes) -> std::optional<SlotList> {
        if (!bytes)
            return std::nullopt;
        SlotList list;
        QDataStream stream(*bytes);
        stream >> list.epochDue >> list.recoverySlot >> list.recoveryKey;
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
    stream << epochDue << recoverySlot << recoveryKey << static_cast<qint32>(counted.size());
    for (const auto& [slot, entry] : counted)
        stream << slot << entry.doorKey << entry.doorSecret << entry.signer;
    for (const QByteArray& slot : waiting)
        stream << slot;
    return standing.put(Standing::slotsPart, bytes);
}

base::Outcome slotdigest::write(sqlite::Connection& connection) {
    return digestNow(connection).and_then([&](const QByteArray& digest) { return setFact(connection, digestFact(), digest); });
}

base::Result<bool> slotdigest::fits(sqlite::Connection& connection) {
    const auto written = fact(connection, digestFact());
    if (!written || written->isEmpty())
        return written ? base::Result<bool>(true) : base::fail(written.error());
    return digestNow(connection).map([&](const QByteArray& now) { return now == *written; });
}

}
