#include "app/journal/log/ErasedMark.h"

#include "app/journal/keys/Sealer.h"
#include "sync/protocol/Digest.h"

namespace motcua::journal {

namespace {

constexpr char word[] = "erased";
constexpr qsizetype wordSize = sizeof word - 1;
constexpr qsizetype sealedSize = Sealer::nonceSize + wordSize + Sealer::tagSize;
constexpr qsizetype digestSize = 32;

SealPlace placeOf(const protocol::RecordHeader& header) {
    return {header.station, header.seq, "erased:" + header.kind};
}

}

base::Result<QByteArray> erasedmark::make(const Sealer& sealer, const OwnRecordRow& row) {
    return sealer.seal(QByteArrayView(word, wordSize), placeOf(row.header)).map([&](const QByteArray& sealed) {
        return sealed + protocol::Digest::of(sealed + row.hash);
    });
}

bool erasedmark::isWhole(const OwnRecordRow& row) {
    const qsizetype size = row.sealed.size() - digestSize;
    return (size == sealedSize || size == sealedSize + Sealer::epochSize) &&
           row.sealed.last(digestSize) == protocol::Digest::of(row.sealed.first(size) + row.hash);
}

bool erasedmark::isGenuine(const Sealer& sealer, const OwnRecordRow& row) {
    if (!isWhole(row))
        return false;
    const auto opened = sealer.open(QByteArrayView(row.sealed).chopped(digestSize), placeOf(row.header));
    return opened && *opened == QByteArrayView(word, wordSize);
}

}
