// A disk that is full where a file's path has MOTCUA_FULL_AT in it.

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <sys/types.h>
#include <unistd.h>

#include <cstdio>

namespace {

bool isFull(int descriptor) {
    const char* part = std::getenv("MOTCUA_FULL_AT");
    if (!part)
        return false;
    char link[64];
    char path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0)
        return false;
    path[length] = '\0';
    return std::strstr(path, part) != nullptr;
}

}

extern "C" ssize_t write(int descriptor, const void* bytes, size_t count) {
    static const auto next = reinterpret_cast<ssize_t (*)(int, const void*, size_t)>(dlsym(RTLD_NEXT, "write"));
    if (count > 0 && isFull(descriptor)) {
        errno = ENOSPC;
        return -1;
    }
    return next(descriptor, bytes, count);
}

extern "C" ssize_t pwrite64(int descriptor, const void* bytes, size_t count, off64_t at) {
    static const auto next = reinterpret_cast<ssize_t (*)(int, const void*, size_t, off64_t)>(dlsym(RTLD_NEXT, "pwrite64"));
    if (count > 0 && isFull(descriptor)) {
        errno = ENOSPC;
        return -1;
    }
    return next(descriptor, bytes, count, at);
}
