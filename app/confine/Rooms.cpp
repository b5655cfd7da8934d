#include "app/confine/Rooms.h"

#include "app/confine/Calls.h"
#include "app/confine/Landlock.h"

#include <QDir>
#include <QFile>

#include <sys/prctl.h>

namespace motcua::confine {

namespace {

/// What the drivers of scanners are made of and what they ask the system; folders of the makers under /opt. Not /run itself, where the user's own
/// runtime files lie.
const QByteArrayList system{"/usr", "/lib", "/lib32", "/lib64", "/etc", "/opt", "/sys", "/proc/scsi", "/proc/bus", "/proc/sys", "/proc/self",
    "/proc/cpuinfo", "/proc/meminfo", "/proc/mounts", "/var/lib/hp", "/var/lib/sane", "/run/udev", "/run/dbus", "/run/avahi-daemon", "/run/nscd",
    "/run/resolvconf", "/run/NetworkManager", "/run/systemd/resolve", "/run/cups"};

const QByteArrayList harmless{"/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"};

/// Scanners hang on these, and their locks lie there.
const QByteArrayList devices{"/dev/bus/usb", "/dev/usb", "/var/lock", "/run/lock"};
constexpr const char* named[] = {"/dev/sg[0-9]*", "/dev/parport[0-9]*", "/dev/lp[0-9]*", "/dev/usblp[0-9]*", "/dev/usbscanner*", "/dev/ttyS[0-9]*",
    "/dev/ttyUSB[0-9]*", "/dev/video[0-9]*"};

QByteArrayList thoseNamed(const char* pattern) {
    const QString path = QString::fromLatin1(pattern);
    const qsizetype name = path.lastIndexOf(QLatin1Char('/')) + 1;
    QByteArrayList paths;
    for (const QString& found : QDir(path.first(name)).entryList({path.sliced(name)}, QDir::System | QDir::Files))
        paths.append(QFile::encodeName(path.first(name) + found));
    return paths;
}

}

Held shutReadingRoom(const QByteArrayList& readable) {
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    Held held;
    held.files = restrictFiles({readable, {}}, Network::Refused);
    held.calls = restrictCallsToReading();
    return held;
}

Held shutDeviceRoom(const QByteArrayList& readable) {
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    Paths paths{system + readable, harmless + devices};
    for (const char* pattern : named)
        paths.written += thoseNamed(pattern);
    Held held;
    held.files = restrictFiles(paths, Network::Allowed);
    held.calls = restrictCallsOfDrivers();
    return held;
}

}
