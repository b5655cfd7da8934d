#pragma once

#include <QElapsedTimer>
#include <QKeySequence>
#include <QObject>

#include <chrono>

namespace motcua::ui {

/// A key that has just done something rests: pressed again at once, by a worn switch or an impatient hand, it does nothing, for what it would do
/// now is another act than the one that was meant. It is awake again after a moment, or as soon as the hand has done anything else: pressed
/// another key, a button of the mouse, its wheel. One for the program. Thread: GUI.
class KeyRest : public QObject {
    Q_OBJECT

public:
    /// Made with the first button.
    static KeyRest& instance();

    /// A bounce comes within 100 ms, an impatient second press within half a second; who means it has looked first, which takes longer.
    static constexpr std::chrono::milliseconds moment{600};
    /// 0: keys never rest.
    void setLength(std::chrono::milliseconds length) { m_length = length; }

    bool rests(const QKeySequence& key) const;
    /// It did something now.
    void begin(const QKeySequence& key);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    KeyRest();

    std::chrono::milliseconds m_length = moment;
    QKeySequence m_key;
    QElapsedTimer m_since;
};

}
