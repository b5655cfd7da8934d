#pragma once

#include "app/ui/shell/KeyPresses.h"

class QKeyEvent;

namespace motcua::ui {

/// A key that is held down acts once, until it has really been let go, whatever it does and wherever the focus goes meanwhile: what it repeats is
/// kept from the program, but where it only moves, or writes and takes back what is written. Asked by the ScanCatcher for each key that comes from
/// the platform, before anybody else sees it. Thread: GUI.
class HeldKeys {
public:
    /// A key that goes down, or asks to be a shortcut first. True: it repeats, and nobody shall have it.
    bool keeps(const QKeyEvent& press);
    /// Whether it repeats. A key without a moment is what the platform calls it.
    bool isRepeat(const QKeyEvent& press);
    void note(const QKeyEvent& release);

private:
    KeyPresses m_presses;
};

}
