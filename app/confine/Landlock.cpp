#include "app/confine/Landlock.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace motcua::confine {

namespace {

// The kernel's words of after Debian 12's headers (include/uapi/linux/landlock.h).
constexpr quint64 referOfTwo = 1ULL << 13;
constexpr quint64 truncateOfThree = 1ULL << 14;
constexpr quint64 devicesOfFive = 1ULL << 15;
constexpr quint64 tcpOfFour = 3;   // bind, connect
constexpr quint64 scopesOfSix = 3; // abstract sockets, signals

struct Ruleset {
    quint64 files = 0;
    quint64 network = 0;
    quint64 scoped = 0;
};

constexpr quint64 reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr quint64 ofOneFile = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | truncateOfThree | devicesOfFive;
constexpr quint64 making = LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE;

quint64 handledBy(int version) {
    constexpr quint64 ofOne = (1ULL << 13) - 1;
    return ofOne | (version >= 2 ? referOfTwo : 0) | (version >= 3 ? truncateOfThree : 0) | (version >= 5 ? devicesOfFive : 0);
}

/// As much of the struct as the version knows.
size_t sizeFor(int version) {
    return version >= 6 ? sizeof(Ruleset) : version >= 4 ? sizeof(quint64) * 2 : sizeof(quint64);
}

/// What could not be allowed stays refused: less is read, never more.
void allow(int rules, const QByteArray& path, quint64 access, quint64 handled) {
    const int at = ::open(path.constData(), O_PATH | O_CLOEXEC);
    if (at < 0)
        return;
    struct stat state = {};
    ::fstat(at, &state);
    landlock_path_beneath_attr rule{};
    rule.allowed_access = access & handled & (S_ISDIR(state.st_mode) ? ~0ULL : ofOneFile);
    rule.parent_fd = at;
    ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    ::close(at);
}

}

int restrictFiles(const Paths& paths, Network network) {
    const auto version = static_cast<int>(::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION));
    if (version < 1)
        return 0;
    const Ruleset ruleset{handledBy(version), network == Network::Refused ? tcpOfFour : 0, scopesOfSix};
    const auto rules = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &ruleset, sizeFor(version), 0));
    if (rules < 0)
        return 0;
    for (const QByteArray& path : paths.readable)
        allow(rules, path, reading, ruleset.files);
    for (const QByteArray& path : paths.written)
        allow(rules, path, reading | ofOneFile | making, ruleset.files);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    const bool holds = ::syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    ::close(rules);
    return holds ? version : 0;
}

}
