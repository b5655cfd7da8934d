#pragma once

#include "sync/gateway/store/Peer.h"
#include "sync/gateway/store/PlatformStore.h"
#include "sync/gateway/store/StationTable.h"
#include "sync/protocol/Record.h"

#include <vector>

namespace motcua::gateway {

/// The signature of a station's key over the end of a batch, kept by the province: whoever writes its records anew cannot make that one.
class SignedHead {
public:
    /// Checked against the station's certificate. `signature`: DER; empty: there is none. Errors: "batch.wrong-head", "store.…".
    static base::Result<SignedHead> of(
        const PlatformStore& store, const Peer& peer, const std::vector<protocol::Record>& records, const QByteArray& signature);

    /// Where the batch was taken to its end. `end`: of the station's chain; `now`: UTC milliseconds.
    base::Outcome keep(Tables& tables, const ChainEnd& end, qint64 now) const;

    /// Whether the certificate's key (DER) signed that head.
    static bool isSignedBy(const QByteArray& certificate, const QUuid& station, const ChainEnd& end, const QByteArray& signature);

private:
    Peer m_peer;
    ChainEnd m_end;
    QByteArray m_signature;
};

}
