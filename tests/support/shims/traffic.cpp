// Writes down what motcua-gateway hears and says over TLS, as it does: a file for each connection and direction in $MOTCUA_TRAFFIC, which
// tests/contract/traffic.py compares with the contract. Put before another program it does nothing.

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <string>

#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

struct ssl_st;

namespace {

struct Files {
    int heard = -1;
    int said = -1;
};

std::mutex& guard() {
    static std::mutex mutex;
    return mutex;
}

std::map<ssl_st*, Files>& connections() {
    static auto* const map = new std::map<ssl_st*, Files>();
    return *map;
}

const char* folder() {
    static const char* const found = std::strcmp(program_invocation_short_name, "motcua-gateway") == 0 ? std::getenv("MOTCUA_TRAFFIC") : nullptr;
    return found;
}

Files filesOf(ssl_st* ssl) {
    static std::atomic<int> count = 0;
    const std::lock_guard lock(guard());
    Files& files = connections()[ssl];
    if (files.heard < 0) {
        const std::string path = std::string(folder()) + '/' + std::to_string(getpid()) + '-' + std::to_string(++count);
        files.heard = ::open((path + ".in").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        files.said = ::open((path + ".out").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }
    return files;
}

void keep(int file, const void* bytes, int count) {
    if (::write(file, bytes, static_cast<size_t>(count)) != count)
        std::fputs("traffic: not written\n", stderr);
}

template <class Function>
Function next(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

}

extern "C" int SSL_read(ssl_st* ssl, void* buffer, int count) {
    static const auto real = next<int (*)(ssl_st*, void*, int)>("SSL_read");
    const int got = real(ssl, buffer, count);
    if (got > 0 && folder())
        keep(filesOf(ssl).heard, buffer, got);
    return got;
}

extern "C" int SSL_write(ssl_st* ssl, const void* buffer, int count) {
    static const auto real = next<int (*)(ssl_st*, const void*, int)>("SSL_write");
    const int put = real(ssl, buffer, count);
    if (put > 0 && folder())
        keep(filesOf(ssl).said, buffer, put);
    return put;
}

extern "C" void SSL_free(ssl_st* ssl) {
    static const auto real = next<void (*)(ssl_st*)>("SSL_free");
    if (ssl && folder()) {
        const std::lock_guard lock(guard());
        if (const auto found = connections().find(ssl); found != connections().end()) {
            ::close(found->second.heard);
            ::close(found->second.said);
            connections().erase(found);
        }
    }
    real(ssl);
}
