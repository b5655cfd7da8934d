#pragma once

#include "tests/support/screen/Child.h"

#include <QImage>

#include <memory>

namespace motcua::test {

/// A desk's screen and keyboard: an Xvfb of 1366×768 with a window manager. The keys go to whatever window has them, as a keyboard's do.
/// Used by one thread.
class Screen {
public:
    Screen();
    ~Screen();

    /// False when this machine has no Xvfb or no openbox, or they do not come up.
    bool start();
    QString display() const { return m_display; } ///< ":7"

    /// One key with what is held down: "F9", "Ctrl+Shift+Tab", "Alt+2", "Return", "Page_Down".
    void press(const QString& keys);
    /// The key goes down `times` times before it comes up: it bounces.
    void bounce(const QString& key, int times);
    /// It stays down until it comes up, and is repeated.
    void down(const QString& keys);
    void up(const QString& keys);
    /// Milliseconds until a key that is down is repeated, and between two repeats.
    void setRepeat(int delay, int interval);
    /// Text, Vietnamese too, a letter each `gap` milliseconds.
    void type(const QString& text, int gap);
    QImage picture() const;

private:
    struct Connection;

    QString m_display;
    Child m_server;
    Child m_manager;
    std::unique_ptr<Connection> m_x;
};

}
