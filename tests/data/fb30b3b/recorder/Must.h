#pragma once

#include "app/base/Result.h"

#include <functional>

namespace motcua::recorder {

/// Ends the program with a line on standard error: a recording is whole or there is none.
[[noreturn]] void giveUp(const char* what, const base::Error& error = {});

template <class T>
T must(base::Result<T> result, const char* what) {
    if (!result)
        giveUp(what, result.error());
    return std::move(*result);
}

/// Lets events pass until `ready`; gives up after 30 seconds.
void waitUntil(const std::function<bool()>& ready, const char* what);

}
