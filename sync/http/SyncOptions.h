#pragma once

#include "sync/engine/RetryPolicy.h"
#include "sync/engine/Store.h"

#include <chrono>
#include <functional>

namespace motcua::http {

/// Gives the station's store; called once, in the sync thread, the only one that uses the store until stop(). Borrowed: it must
/// outlive stop().
using StoreFactory = std::function<base::Result<engine::Store*>()>;

struct SyncOptions {
    engine::RetryPolicy::Limits retry = {};
    /// Uniform in [0, 1), used from the sync thread; empty: the system's generator.
    engine::RetryPolicy::Random random = {};
    /// No request waits longer than this, whatever its own deadline.
    std::chrono::milliseconds longestRequest = std::chrono::minutes(10);
    /// How long a question for the feed may lie at the platform, at most 25 s; 0: it is asked every five seconds instead, for
    /// lines whose middle boxes cut what is silent.
    std::chrono::seconds feedWait{25};
};

}
