#pragma once

#include "app/base/Clock.h"
#include "sync/gateway/publish/FeedBell.h"
#include "sync/gateway/store/Peer.h"
#include "sync/gateway/store/PlatformStore.h"
#include "sync/protocol/MarkSignature.h"
#include "sync/protocol/Messages.h"

namespace motcua::gateway {

/// What the book says of numbers that a desk held which is lost, and of those that nobody knows of after data were restored.
inline constexpr char lostReason[] = "Máy giữ số không còn sử dụng";
inline constexpr char restoredReason[] = "Không rõ sau khi khôi phục dữ liệu";

/// Keeps the books of the units whose books have one run of numbers: leases numbers to the desks that ask, takes back what they give, and says what
/// nobody will give any more. Two programs that serve one store never give the same number: each grant is one writing transaction. Owned by Platform;
/// may be used by any thread.
class BookKeeper {
public:
    struct Parts {
        PlatformStore& store;
        const protocol::MarkSigner& signer; ///< signs what a desk is leased
        const base::Clock& clock;
        FeedBell& bell;
    };
    explicit BookKeeper(const Parts& parts) : m_store(parts.store), m_signer(parts.signer), m_clock(parts.clock), m_bell(parts.bell) {}

    /// POST /v1/leases. Errors: "request.malformed" (more wishes or leases than anybody needs, or what is no lease).
    base::Result<protocol::LeaseAnswer> ask(const Peer& peer, const protocol::LeaseQuestion& question);
    /// What came back and whose month, or day, is over.
    base::Outcome writeOffUnused();

private:
    PlatformStore& m_store;
    const protocol::MarkSigner& m_signer;
    const base::Clock& m_clock;
    FeedBell& m_bell;
};

/// How the runs of the unit's numbers stand, those of `year`.
base::Result<std::vector<protocol::RunStanding>> standingOf(const Tables& tables, qint64 unit, int year);

/// A desk of the unit is lost: what it holds is written off. In the caller's transaction. How many numbers. Error: "store.…".
base::Result<int> loseDesk(Tables& tables, const Peer& desk, const QString& reason, const QDateTime& now);

struct DeskWriteOff {
    QString reason;
    int beyond = 0; ///< while the unit rests: how many more numbers of each run the desk may have been given since the copy was made
    QDateTime now;
};
/// The same, said by the technician; a unit that rests does not wait for the desk any more.
base::Result<int> writeOffDesk(Tables& tables, const Peer& desk, const DeskWriteOff& terms);

}
