#include "app/base/EndSignals.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <csignal>

namespace motcua::base {

namespace {

int heard = -1;

/// Calls what may be called in a signal alone.
void hear(int) {
    const quint64 one = 1;
    // It can fail only where nobody has read the one before.
    [[maybe_unused]] const ssize_t written = ::write(heard, &one, sizeof one);
}

int begun() {
    heard = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    struct sigaction action {};
    action.sa_handler = hear;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    for (const int signal : {SIGTERM, SIGHUP, SIGINT})
        ::sigaction(signal, &action, nullptr);
    return heard;
}

}

EndSignals::EndSignals(const std::function<void()>& end) : m_notifier(begun(), QSocketNotifier::Read) {
    QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this, end] {
        m_notifier.setEnabled(false);
        end();
    });
}

}
