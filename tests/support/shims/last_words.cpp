// Says so when OpenSSL asks to be taken down at the end of the program, where a thread that is still ending uses it.

#include <cstdio>
#include <dlfcn.h>

extern "C" int __cxa_atexit(void (*function)(void*), void* argument, void* library) noexcept {
    using Atexit = int (*)(void (*)(void*), void*, void*);
    static const auto next = reinterpret_cast<Atexit>(dlsym(RTLD_NEXT, "__cxa_atexit"));
    if (reinterpret_cast<void*>(function) == dlsym(RTLD_DEFAULT, "OPENSSL_cleanup"))
        std::fputs("OpenSSL is taken down at the end\n", stderr);
    return next(function, argument, library);
}
