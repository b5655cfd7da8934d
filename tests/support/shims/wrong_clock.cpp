// A wall clock that is wrong by MOTCUA_CLOCK_OFF seconds; clocks that only measure are right.

#include <cstdlib>
#include <ctime>
#include <dlfcn.h>
#include <sys/time.h>

namespace {

time_t off() {
    const char* text = std::getenv("MOTCUA_CLOCK_OFF");
    return text ? static_cast<time_t>(std::atoll(text)) : 0;
}

template <class Function>
Function real(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

}

extern "C" int clock_gettime(clockid_t clock, timespec* moment) {
    static const auto next = real<int (*)(clockid_t, timespec*)>("clock_gettime");
    const int result = next(clock, moment);
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        moment->tv_sec += off();
    return result;
}

extern "C" int gettimeofday(timeval* moment, void* zone) noexcept {
    static const auto next = real<int (*)(timeval*, void*)>("gettimeofday");
    const int result = next(moment, zone);
    if (result == 0)
        moment->tv_sec += off();
    return result;
}

extern "C" time_t time(time_t* moment) noexcept {
    static const auto next = real<time_t (*)(time_t*)>("time");
    const time_t now = next(nullptr) + off();
    if (moment)
        *moment = now;
    return now;
}
