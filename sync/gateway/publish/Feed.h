#pragma once

#include "app/base/Clock.h"
#include "app/base/Result.h"
#include "sync/gateway/ledger/Heard.h"
#include "sync/gateway/publish/FeedBell.h"
#include "sync/gateway/store/Peer.h"
#include "sync/gateway/store/PlatformStore.h"
#include "sync/protocol/Messages.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace motcua::gateway {

struct FeedQuery {
    qint64 after = 0;
    int limit = 200;
    std::chrono::seconds wait{0};
    std::optional<qint64> written = {}; ///< how many records the station's own chain has; nothing: it does not say
    int reads = 1;                      ///< the newest record version that the station reads
};

/// What the platform has for a station: other stations' records of its unit, and the items meant for it. Owned by Platform; may be
/// used by any thread.
class Feed {
public:
    struct Parts {
        PlatformStore& store;
        const base::Clock& clock;
        FeedBell& bell;
        Heard& heard;
    };
    explicit Feed(const Parts& parts) : m_store(parts.store), m_clock(parts.clock), m_bell(parts.bell), m_heard(parts.heard) {}

    /// A question that was asked and may have to wait for its answer. Lives no longer than the feed; used by one thread at a time.
    class Question {
    public:
        Question(Feed& feed, const Peer& peer, const FeedQuery& query);
        /// A FeedPage as JSON. Nothing: there is no item yet, and time is left.
        base::Result<std::optional<QByteArray>> look();
        std::chrono::steady_clock::time_point until() const { return m_until; }
        /// See FeedBell::Waiter::notify().
        void notify(std::function<void()> call) { m_waiter.notify(std::move(call)); }

    private:
        Feed& m_feed;
        Peer m_peer;
        FeedQuery m_query;
        std::chrono::steady_clock::time_point m_until;
        FeedBell::Waiter m_waiter;
    };
    /// Notes what the question tells of the station: one that now reads later records than before is given anew, under new cursors, what
    /// was held back from it.
    base::Result<std::unique_ptr<Question>> ask(const Peer& peer, const FeedQuery& query);
    /// What this program and the desks of the station's unit read.
    base::Result<protocol::ReadVersions> reads(const Peer& peer) const;

private:
    struct Page {
        QByteArray json;
        int count = 0;
        qint64 end = 0; ///< the cursor of the last
    };
    base::Result<Page> read(const Peer& peer, const FeedQuery& query) const;
    base::Outcome noteReads(const Peer& peer, const FeedQuery& query);

    PlatformStore& m_store;
    const base::Clock& m_clock;
    FeedBell& m_bell;
    Heard& m_heard;
};

}
