#pragma once

#include "tests/support/screen/AccessBus.h"
#include "tests/support/screen/Eyes.h"
#include "tests/support/screen/LongestAnswer.h"
#include "tests/support/screen/Screen.h"

#include <functional>
#include <memory>
#include <optional>

namespace motcua::test {

/// The real program on a screen of its own, worked by keys and looked at from outside. What is waited for is waited for until it is seen or
/// its time is over; nothing is slept for. One thread.
class DeskProgram {
public:
    struct Place {
        QString name;      ///< in pictures: "quay-1"
        QString directory; ///< holds data, settings and what else is the desk's
        QProcessEnvironment environment = {};
    };
    DeskProgram(const AccessBus& bus, Place place);
    ~DeskProgram();

    /// False when the screen or the program does not come up.
    bool start();
    /// The window is closed by its keys (Alt+F4); false when the program does not end well.
    bool close();
    void kill() { m_program.kill(); }

    QString dataDirectory() const { return m_place.directory + QStringLiteral("/data"); }
    QString name() const { return m_place.name; }
    QString errors() { return QString::fromUtf8(m_program.readAllStandardError()); }

    void press(const QString& keys) { m_screen.press(keys); }
    void bounce(const QString& key, int times) { m_screen.bounce(key, times); }
    /// As a hand types.
    void type(const QString& text);
    /// As a hand-held reader types, Enter behind it.
    void scan(const QString& code);

    /// Whether the window shows this text, within `patience`; what is between words does not count.
    bool sees(const QString& text, int patience = longestAnswer);
    bool seesNot(const QString& text, int patience = longestAnswer);
    bool seesNow(const QString& text) { return sees(text, 0); }
    /// Whether something of this name can be pressed, or written in.
    bool offers(const QString& name, int patience = longestAnswer);
    QString words();
    std::vector<Seen> all() { return m_eyes->look(); }
    /// What has the focus.
    Seen focus();
    /// Whether what has the focus is called so, within `patience`.
    bool isAt(const QString& name, int patience = longestAnswer);
    /// Tab until what has the focus is called so; false when Tab does not lead there.
    bool tabTo(const QString& name);
    /// What a field of this name has in it.
    std::optional<Seen> find(const QString& name);
    bool waitFor(const std::function<bool()>& holds, int patience = longestAnswer);
    /// For a failure: its words are told and its picture is kept; says where.
    QString lastLook();
    /// Into build/…/screens, as day-NAME.png.
    void shoot(const QString& name) const;

private:
    Place m_place;
    const AccessBus& m_bus;
    Screen m_screen;
    Child m_program;
    std::unique_ptr<Eyes> m_eyes;
};

}
