#include "app/journal/log/KnownSigners.h"

#include "sync/protocol/Act.h"
#include "sync/protocol/Signing.h"

namespace motcua::journal {

void KnownSigners::add(const QJsonObject& voucher) {
    const auto read = base::fromJson<protocol::PersonVoucher>(voucher);
    const QByteArray der = protocol::fromBase64(read.publicKey);
    protocol::KeyPointer key = protocol::publicKeyFromDer(der);
    if (key)
        m_byId.insert(protocol::keyIdOf(der),
            {QUuid::fromString(read.station), QUuid::fromString(read.user), read.since, std::shared_ptr<EVP_PKEY>(key.release(), EVP_PKEY_free)});
}

bool KnownSigners::isActors(const protocol::Record& record) const {
    if (!record.act)
        return true;
    const protocol::RecordHeader& header = record.header;
    const auto signer = m_byId.constFind(record.act->key);
    return signer != m_byId.cend() && signer->station == header.station && signer->user == header.actor && header.seq > signer->since &&
           protocol::covers(*record.act, header, protocol::hashOf(header)) &&
           protocol::isSigned(signer->key.get(), protocol::actText(header.station, *record.act), record.act->signature);
}

}
