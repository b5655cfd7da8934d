#pragma once

#include <QByteArrayList>

namespace motcua::confine {

/// What may still be done to files, and beneath which paths; all else is refused from now on. Paths that are not there are left out.
struct Paths {
    QByteArrayList readable;
    QByteArrayList written; ///< also read: devices, and folders whose files may be made and removed
};

enum class Network { Refused, Allowed };

/// Restricts the calling thread, and what it starts later, by the newest Landlock that the kernel has. Its version; 0: nothing is held.
/// No TCP from version 4 on where the network is refused, no abstract sockets and no signals to other programs from version 6 on.
int restrictFiles(const Paths& paths, Network network);

}
