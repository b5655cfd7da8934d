#pragma once

#include "sync/engine/Store.h"

#include <QStringList>

#include <optional>

namespace motcua::engine {

/// What the station still has to send, read from the store before each decision.
struct Backlog {
    qint64 acknowledged = 0;
    qint64 lastSeq = 0;
    bool markConfirmed = false;     ///< the platform told its mark since the program started
    std::vector<PendingBlob> blobs; ///< not held by the platform; only those that an unsent record names travel
};

/// The next request of the records lane.
struct RecordsWork {
    enum class Kind { None, AskMark, Send };
    Kind kind = Kind::None;
    qint64 after = 0;
    int limit = 0;
};

/// What comes next, as pure functions of the backlog: an attachment goes before the record that names it, and records that
/// need no attachment never wait for one.
namespace planner {

RecordsWork nextRecords(const Backlog& backlog, int batch);

/// The most urgent blobs not yet under way, `free` at most.
std::vector<PendingBlob> nextBlobs(const Backlog& backlog, const QStringList& underWay, int free);

}

}
