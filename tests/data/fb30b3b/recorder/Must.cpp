#include "Must.h"

#include <QTest>

#include <cstdio>

namespace motcua::recorder {

void giveUp(const char* what, const base::Error& error) {
    std::fprintf(stderr, "fb30b3b-recorder: %s: %s\n", what, qPrintable(error.toLogLine()));
    std::fflush(stderr);
    std::_Exit(1);
}

void waitUntil(const std::function<bool()>& ready, const char* what) {
    constexpr int patience = 30'000;
    if (!QTest::qWaitFor(ready, patience))
        giveUp(what, {QStringLiteral("waited-too-long")});
}

}
