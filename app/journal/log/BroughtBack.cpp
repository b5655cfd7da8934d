#include "app/journal/log/BroughtBack.h"

#include "app/journal/keys/Sealer.h"
#include "sync/protocol/Digest.h"

namespace motcua::journal {

namespace {

constexpr qsizetype digestSize = 32;
constexpr qsizetype saltSize = 16;

SealPlace placeOf(const protocol::RecordHeader& header) {
    return {header.station, header.seq, "back:" + header.kind};
}

}

base::Result<QByteArray> broughtback::make(const Sealer& sealer, const protocol::Record& record, const QByteArray& hash) {
    return sealer.seal(record.salt + record.payload, placeOf(record.header)).map([&](const QByteArray& sealed) {
        return sealed + protocol::Digest::of(sealed + hash);
    });
}

bool broughtback::isWhole(const OwnRecordRow& row) {
    const qsizetype size = row.sealed.size() - digestSize;
    return size >= Sealer::nonceSize + saltSize + Sealer::tagSize &&
           row.sealed.sliced(size) == protocol::Digest::of(row.sealed.first(size) + row.hash);
}

base::Result<protocol::Record> broughtback::open(const Sealer& sealer, const OwnRecordRow& row) {
    if (!isWhole(row))
        return base::fail(QStringLiteral("seal.broken"));
    const auto plain = sealer.open(QByteArrayView(row.sealed).first(row.sealed.size() - digestSize), placeOf(row.header));
    if (!plain || plain->size() < saltSize)
        return base::fail(QStringLiteral("seal.broken"));
    protocol::Record record{row.header, plain->first(saltSize), plain->sliced(saltSize)};
    if (protocol::payloadDigestOf(record.salt, record.payload) != row.header.payloadDigest)
        return base::fail(QStringLiteral("seal.broken"));
    return record;
}

}
