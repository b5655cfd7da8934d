#include "sync/protocol/Act.h"

#include "sync/protocol/Address.h"
#include "sync/protocol/Digest.h"
#include "sync/protocol/Signing.h"

#include <QtEndian>

#include <openssl/ec.h>
#include <openssl/err.h>

namespace motcua::protocol {

namespace {

constexpr qsizetype hashSize = 32;
constexpr qsizetype numberSize = 8;

}

QByteArray actText(const QUuid& station, const ActSignature& act) {
    QByteArray text = "motcua-act-v1\n" + station.toByteArray(QUuid::WithoutBraces) + '\n' + act.key.toHex() + '\n' + QByteArray::number(act.first);
    text.append('\n');
    for (const QByteArray& hash : act.hashes)
        text.append(hash.toHex()).append('\n');
    return text;
}

bool covers(const ActSignature& act, const RecordHeader& header, const QByteArray& hash) {
    const qint64 place = header.seq - act.first;
    return place >= 0 && place < static_cast<qint64>(act.hashes.size()) && act.hashes[static_cast<size_t>(place)] == hash;
}

QByteArray packed(const ActSignature& act) {
    QByteArray bytes = act.key;
    const quint64 first = qToBigEndian(static_cast<quint64>(act.first));
    bytes.append(reinterpret_cast<const char*>(&first), sizeof first);
    bytes.append(static_cast<char>(act.hashes.size()));
    for (const QByteArray& hash : act.hashes)
        bytes.append(hash);
    return bytes.append(act.signature);
}

std::optional<ActSignature> unpackedAct(const QByteArray& bytes) {
    constexpr qsizetype least = hashSize + numberSize + 1;
    if (bytes.size() <= least)
        return std::nullopt;
    const int count = static_cast<uchar>(bytes.at(least - 1));
    if (count < 1 || count > limit::recordsPerAct || bytes.size() <= least + count * hashSize)
        return std::nullopt;
    ActSignature act;
    act.key = bytes.first(hashSize);
    act.first = static_cast<qint64>(qFromBigEndian<quint64>(bytes.constData() + hashSize));
    for (int i = 0; i < count; ++i)
        act.hashes.push_back(bytes.sliced(least + i * hashSize, hashSize));
    act.signature = bytes.sliced(least + count * hashSize);
    return act;
}

QByteArray keyIdOf(const QByteArray& publicKey) {
    return Digest::of(publicKey);
}

PersonKey::PersonKey(KeyPointer key) : m_key(std::move(key)), m_publicKey(publicKeyDer(m_key.get())), m_id(keyIdOf(m_publicKey)) {}

base::Result<std::shared_ptr<const PersonKey>> PersonKey::make() {
    KeyPointer key = elliptic(KeyPointer(EVP_EC_gen("P-256")));
    if (!key)
        return base::fail(QStringLiteral("person.no-key"));
    return std::shared_ptr<const PersonKey>(new PersonKey(std::move(key)));
}

std::shared_ptr<const PersonKey> PersonKey::from(const base::Secret& secret) {
    const QByteArrayView bytes = secret.bytes();
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
    KeyPointer key(d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(bytes.size())));
    ERR_clear_error();
    key = elliptic(std::move(key));
    return key ? std::shared_ptr<const PersonKey>(new PersonKey(std::move(key))) : nullptr;
}

base::Secret PersonKey::secret() const {
    unsigned char* der = nullptr;
    const int size = i2d_PrivateKey(m_key.get(), &der);
    const base::Secret bytes = size > 0 ? base::Secret::ofBytes(QByteArrayView(reinterpret_cast<const char*>(der), size)) : base::Secret();
    OPENSSL_clear_free(der, static_cast<size_t>(qMax(size, 0)));
    return bytes;
}

base::Result<QByteArray> PersonKey::sign(QByteArrayView text) const {
    return signText(m_key.get(), text);
}

base::Result<ActSignature> PersonKey::sign(const QUuid& station, qint64 first, std::vector<QByteArray> hashes) const {
    ActSignature act{m_id, first, std::move(hashes), {}};
    auto signature = sign(actText(station, act));
    if (!signature)
        return base::fail(signature.error());
    act.signature = std::move(*signature);
    return act;
}

}
