#pragma once

#include "sync/engine/RetryPolicy.h"
#include "sync/engine/Store.h"

#include <functional>
#include <memory>

namespace motcua::http {

/// Opens the station's store; called once, in the sync thread, so that its database connection belongs there.
using StoreFactory = std::function<base::Result<std::unique_ptr<engine::Store>>()>;

struct SyncOptions {
    engine::RetryPolicy::Limits retry = {};
    /// Uniform in [0, 1), used from the sync thread; empty: the system's generator.
    engine::RetryPolicy::Random random = {};
};

}
