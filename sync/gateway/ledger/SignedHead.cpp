#include "sync/gateway/ledger/SignedHead.h"

#include "sync/gateway/keys/KeyFile.h"
#include "sync/gateway/store/HeadTable.h"
#include "sync/protocol/Signing.h"
#include "sync/protocol/Vouchers.h"

namespace motcua::gateway {

bool SignedHead::isSignedBy(const QByteArray& certificate, const QUuid& station, const ChainEnd& end, const QByteArray& signature) {
    const auto read = certificateFromDer(certificate);
    return read && protocol::isSigned(X509_get0_pubkey(read.get()), protocol::headText(station, end.seq, end.head), signature);
}

base::Result<SignedHead> SignedHead::of(
    const PlatformStore& store, const Peer& peer, const std::vector<protocol::Record>& records, const QByteArray& signature) {
    SignedHead head;
    head.m_peer = peer;
    if (signature.isEmpty() || records.empty())
        return head;
    const auto station = store.read([&](const Tables& tables) { return tables.stations().find(peer.id); });
    if (!station)
        return base::fail(station.error());
    head.m_end = {records.back().header.seq, protocol::hashOf(records.back().header)};
    head.m_signature = signature;
    if (!*station || !isSignedBy((*station)->certificate, peer.id, head.m_end, signature))
        return base::fail(QStringLiteral("batch.wrong-head"));
    return head;
}

base::Outcome SignedHead::keep(Tables& tables, const ChainEnd& end, qint64 now) const {
    constexpr qint64 day = 24LL * 3600 * 1000;
    if (m_signature.isEmpty() || end.seq != m_end.seq || end.head != m_end.head)
        return base::done();
    return tables.heads().keep({m_peer.key, now / day, end.seq, end.head, m_signature});
}

}
