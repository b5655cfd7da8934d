#pragma once

#include "sync/gateway/net/Answer.h"
#include "sync/gateway/net/Request.h"

#include <functional>
#include <memory>
#include <optional>

namespace motcua::gateway {

/// One request on its way to an answer. Made when its head has come and nothing of its body. Its functions are called one after the other
/// by whichever worker is free, never by the threads that wait for the network; the last one to hold it is a worker too.
class Work {
public:
    virtual ~Work() = default;
    /// With the head alone. An answer ends it; without one the body is read, or finish() called where there is none.
    virtual std::optional<Answer> begin() { return std::nullopt; }
    /// Whether the front gathers the whole body, up to the route's bound, for finish(). Asked after begin().
    virtual bool gathers() const { return true; }
    /// The next bytes of a body that is not gathered. An answer ends it.
    virtual std::optional<Answer> take(const QByteArray&) { return std::nullopt; }
    /// The body is whole: all of it if it was gathered, else what take() has not been given.
    virtual Answer finish(const QByteArray& rest) = 0;
};

/// The request outlives the work.
using MakeWork = std::function<std::unique_ptr<Work>(const Request&)>;

}
