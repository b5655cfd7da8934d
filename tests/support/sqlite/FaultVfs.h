#pragma once

#include <QByteArray>

#include <memory>

namespace motcua::test {

enum class VfsFault {
    Io,       ///< open, write, sync, truncate, delete and shared memory calls count, and fail as a broken disk does
    DiskFull, ///< only writes count, and fail as a full disk does
};

/// A registered SQLite VFS over the system's that fails the n-th call. Unregistered by its destructor, after every connection
/// that uses it is closed. Not for use from several threads while arming.
class FaultVfs {
public:
    explicit FaultVfs(const QByteArray& name);
    ~FaultVfs();
    FaultVfs(const FaultVfs&) = delete;
    FaultVfs& operator=(const FaultVfs&) = delete;

    QByteArray name() const;
    /// The `n`-th call from now (1 is the next) fails, and with `lasting` each one after it.
    void arm(VfsFault fault, int n, bool lasting = false);
    void disarm();
    /// Whether an armed call has failed.
    bool hasStruck() const { return strikes() > 0; }
    /// How many armed calls have failed.
    int strikes() const;
    /// How many calls were counted since arm().
    int calls() const;
    /// The first call that failed: "write", "sync", "open", … Empty: none.
    QByteArray struckCall() const;

    struct State;

private:
    std::unique_ptr<State> m_state;
};

}
