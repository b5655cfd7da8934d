#pragma once

#include "sync/gateway/blobs/SealedFile.h"

#include <QByteArray>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace motcua::gateway {

class Later;

/// What a request is answered with. Made by a worker, sent by the front.
struct Answer {
    /// A part of a blob, sent in pieces after the head, in place of `body`.
    struct Part {
        std::shared_ptr<BlobReader> file; ///< open, and at the part's first byte
        qint64 bytes = 0;
    };

    int status = 200;
    std::vector<std::pair<QByteArray, QByteArray>> fields = {};
    QByteArray body = {};
    Part part = {};
    std::shared_ptr<Later> later = {}; ///< there is no answer yet
    bool isLast = false;               ///< the connection ends with it

    void set(const QByteArray& name, const QByteArray& value) { fields.emplace_back(name, value); }
    qint64 bytes() const { return part.file ? part.bytes : body.size(); }
};

/// An answer that is waited for without a thread.
class Later {
public:
    virtual ~Later() = default;
    /// When it is answered at the latest.
    virtual std::chrono::steady_clock::time_point until() const = 0;
    /// Calls back once, from any thread and at once if need be, when it is worth looking again. What is called must only pass it on.
    virtual void notify(std::function<void()> call) = 0;
    /// The answer, or one that is this again. Called by a worker.
    virtual Answer look() = 0;
};

}
