#include "sync/protocol/Record.h"

#include "sync/protocol/Digest.h"

#include <QtEndian>

#include <array>

namespace motcua::protocol {

namespace {

void putInteger(QByteArray& out, qint64 value) {
    const quint64 big = qToBigEndian(static_cast<quint64>(value));
    out.append(reinterpret_cast<const char*>(&big), sizeof big);
}

void putBytes(QByteArray& out, const QByteArray& bytes) {
    const quint32 big = qToBigEndian(static_cast<quint32>(bytes.size()));
    out.append(reinterpret_cast<const char*>(&big), sizeof big);
    out.append(bytes);
}

void putUuid(QByteArray& out, const QUuid& uuid) {
    std::array<char, 16> bytes{};
    qToBigEndian(uuid.data1, bytes.data());
    qToBigEndian(uuid.data2, bytes.data() + 4);
    qToBigEndian(uuid.data3, bytes.data() + 6);
    std::copy(std::begin(uuid.data4), std::end(uuid.data4), bytes.begin() + 8);
    out.append(bytes.data(), bytes.size());
}

}

QByteArray hashOf(const RecordHeader& header) {
    QByteArray canonical;
    canonical.reserve(320);
    putUuid(canonical, header.station);
    putInteger(canonical, header.seq);
    putBytes(canonical, header.kind);
    putInteger(canonical, header.version);
    putUuid(canonical, header.dossier);
    putInteger(canonical, header.dossierVersion);
    putUuid(canonical, header.volume);
    putInteger(canonical, header.number);
    putUuid(canonical, header.actor);
    putInteger(canonical, header.at);
    putBytes(canonical, header.previous);
    putBytes(canonical, header.payloadDigest);
    putBytes(canonical, header.sealedDigest);
    return Digest::of(canonical);
}

QByteArray payloadDigestOf(QByteArrayView salt, QByteArrayView payload) {
    QByteArray both;
    both.reserve(salt.size() + payload.size());
    both.append(salt);
    both.append(payload);
    return Digest::of(both);
}

}
