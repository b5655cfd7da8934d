#include "app/capture/helper/Room.h"

#include "app/capture/helper/HelperLink.h"
#include "app/capture/helper/LastWords.h"
#include "app/confine/Rooms.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <sys/resource.h>
#include <unistd.h>

namespace motcua::capture::helper {

namespace {

/// Where a PDF that brings no fonts finds some.
const QByteArrayList fonts{"/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/X11/fonts"};

void limit(__rlimit_resource resource, rlim_t value) {
    const rlimit both{value, value};
    ::setrlimit(resource, &both);
}

/// Whatever else the counter had open is not the helper's.
void keepOnly(std::vector<int> files) {
    std::sort(files.begin(), files.end());
    int next = STDERR_FILENO + 1;
    for (const int file : files) {
        if (file > next)
            ::close_range(static_cast<unsigned>(next), static_cast<unsigned>(file - 1), 0);
        next = std::max(next, file + 1);
    }
    ::close_range(static_cast<unsigned>(next), ~0U, 0);
}

/// The folders that the environment names, absolute ones.
QByteArrayList named(const char* variable) {
    QByteArrayList paths;
    for (const QByteArray& path : qgetenv(variable).split(':'))
        if (path.startsWith('/') && path.size() > 1)
            paths.append(path);
    return paths;
}

/// What a driver may take. The largest page that a scanner has, in its colours of sixteen bits and then as dots, needs a third of it.
constexpr rlim_t driversMemory = rlim_t(3) * 1024 * 1024 * 1024;
/// What is written to while a file is read. A3 in colour at 600 dpi, turned upright, takes 0.7 GiB; forms in forms in a PDF take whatever there is.
[[maybe_unused]] constexpr rlim_t readersMemory = rlim_t(900) * 1024 * 1024;

confine::Held shutForReading(const std::vector<int>& files) {
    constexpr rlim_t seconds = 20 * 60;
    constexpr rlim_t moreFiles = 16;
    // Decoding a file writes none.
    ::signal(SIGXFSZ, SIG_IGN);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CPU, seconds);
    limit(RLIMIT_NOFILE, static_cast<rlim_t>(files.empty() ? 0 : std::max(0, *std::max_element(files.begin(), files.end()))) + moreFiles);
    return confine::shutReadingRoom(fonts);
}

}

void shutRoom(const HelperRequest& request, Link& link) {
    ::signal(SIGPIPE, SIG_IGN);
#ifndef __SANITIZE_ADDRESS__
    limit(RLIMIT_AS, driversMemory);
    if (isReader(request.task)) {
        limit(RLIMIT_DATA, readersMemory);
        prepareLastWords(link.out(), readersMemory);
    }
#endif
    std::vector<int> files = request.files;
    files.push_back(link.out());
    keepOnly(files);
    const confine::Held held =
        isReader(request.task) ? shutForReading(files) : confine::shutDeviceRoom(named("SANE_CONFIG_DIR") + named("LD_LIBRARY_PATH"));
    link.room({held.files, held.calls});
}

}
