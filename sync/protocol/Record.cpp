#include "sync/protocol/Record.h"

#include <QtEndian>

#include <openssl/sha.h>

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

QByteArray sha256(QByteArrayView bytes) {
    QByteArray digest(SHA256_DIGEST_LENGTH, Qt::Uninitialized);
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<size_t>(bytes.size()),
        reinterpret_cast<unsigned char*>(digest.data()));
    return digest;
}

}

QByteArray hashOf(const RecordHeader& header) {
    QByteArray canonical;
    canonical.reserve(320);
    canonical.append(header.station.toRfc4122());
    putInteger(canonical, header.seq);
    putBytes(canonical, header.kind);
    putInteger(canonical, header.version);
    canonical.append(header.dossier.toRfc4122());
    putInteger(canonical, header.dossierVersion);
    canonical.append(header.volume.toRfc4122());
    putInteger(canonical, header.number);
    canonical.append(header.actor.toRfc4122());
    putInteger(canonical, header.at);
    putBytes(canonical, header.previous);
    putBytes(canonical, header.payloadDigest);
    putBytes(canonical, header.sealedDigest);
    return sha256(canonical);
}

QByteArray payloadDigestOf(QByteArrayView salt, QByteArrayView payload) {
    QByteArray both;
    both.reserve(salt.size() + payload.size());
    both.append(salt);
    both.append(payload);
    return sha256(both);
}

}
