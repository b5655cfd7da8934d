#pragma once

#include <QSocketNotifier>

#include <functional>

namespace motcua::base {

/// SIGTERM, SIGHUP and SIGINT, as the end of the desktop's session sends them, become a call from the event loop of the thread that made this, once;
/// the second one ends the program at once. Programs that are started get them as ever. One in a program, for as long as it lives.
class EndSignals {
public:
    explicit EndSignals(const std::function<void()>& end);

private:
    QSocketNotifier m_notifier;
};

}
