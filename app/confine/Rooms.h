#pragma once

#include <QByteArrayList>

namespace motcua::confine {

/// What the kernel holds of a room that a program has shut itself into.
struct Held {
    int files = 0;      ///< Landlock's version, 1 or more; 0: this kernel lacks it
    bool calls = false; ///< seccomp
};

/// Shuts the calling process in, for good, to read what was handed to it: descriptors that it has stay open, memory and threads of its own are all it
/// gets. Refused by the kernel: files (but to read those beneath `readable`), writing, the network, other programs and other processes. To start a
/// program, or to trace or read another process, ends this one (SIGSYS); all else is EPERM or EACCES. Before the first thread is started: Landlock
/// holds for the caller's alone. What the kernel lacks is left out, and told.
Held shutReadingRoom(const QByteArrayList& readable = {});

/// The same for drivers of devices, which need the bus, the network and threads of their own: no program is started, no other process is touched,
/// nothing is written but to devices and their locks, and nothing is read but the system's own files, devices and what lies beneath `readable`.
/// The user's files are none of these. What it cannot forbid: the network, and sockets that have a path.
Held shutDeviceRoom(const QByteArrayList& readable = {});

}
