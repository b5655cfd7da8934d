#pragma once

#include "app/base/Result.h"
#include "sync/gateway/ledger/Heard.h"
#include "sync/gateway/publish/FeedBell.h"
#include "sync/gateway/store/Peer.h"
#include "sync/gateway/store/PlatformStore.h"

#include <chrono>

namespace motcua::gateway {

struct FeedQuery {
    qint64 after = 0;
    int limit = 200;
    std::chrono::seconds wait{0};
    std::optional<qint64> written = {}; ///< how many records the station's own chain has; nothing: it does not say
};

/// What the platform has for a station: other stations' records of its unit, and the items meant for it. Owned by Platform; may be
/// used by any thread.
class Feed {
public:
    Feed(PlatformStore& store, FeedBell& bell, Heard& heard) : m_store(store), m_bell(bell), m_heard(heard) {}

    /// A FeedPage as JSON. Waits for a first item when there is none. Notes what the question tells of the station.
    base::Result<QByteArray> page(const Peer& peer, const FeedQuery& query);

private:
    struct Page {
        QByteArray json;
        int count = 0;
    };
    base::Result<Page> read(const Peer& peer, const FeedQuery& query) const;

    PlatformStore& m_store;
    FeedBell& m_bell;
    Heard& m_heard;
};

}
