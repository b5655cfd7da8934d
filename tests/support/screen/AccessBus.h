#pragma once

#include "tests/support/screen/Child.h"

#include <QTemporaryDir>

namespace motcua::test {

/// A private session for screen readers: a message bus and the accessibility bus of at-spi2-core behind it, as a desktop has them.
class AccessBus {
public:
    ~AccessBus();

    /// False when this machine has no dbus-daemon or no at-spi2-core.
    bool start();
    /// What a program needs in its environment to be heard here.
    QProcessEnvironment environment() const { return m_environment; }
    /// Of the accessibility bus.
    QString address() const { return m_address; }

private:
    QTemporaryDir m_directory;
    QProcessEnvironment m_environment;
    Child m_session;
    Child m_launcher;
    QString m_address;
};

}
