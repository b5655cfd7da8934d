#pragma once

#include <QElapsedTimer>
#include <QKeySequence>
#include <QObject>

#include <chrono>

namespace motcua::ui {

/// A key that has just done something rests: pressed again at once, by a worn switch or an impatient hand, it does nothing, for what it would do
/// now is another act than the one that was meant. Pressed while it rests, it rests anew. It is awake again after a moment, or as soon as the hand
/// has done anything else: pressed another key, a button of the mouse, its wheel. One for the program. Thread: GUI.
class KeyRest : public QObject {
    Q_OBJECT

public:
    /// Made with the first button.
    static KeyRest& instance();

    /// A bounce comes within 100 ms, an impatient second press within half a second; who means it has looked first, which takes longer.
    static constexpr std::chrono::milliseconds moment{600};
    /// Longer than a bounce, and shorter than a hand that means each of its presses.
    static constexpr std::chrono::milliseconds bounce{120};

    /// What a key does: an act, or a step that is often taken several times in a row, each of which is seen and can be taken back.
    enum class Does { Act, Step };

    /// 0: keys never rest.
    void setLength(std::chrono::milliseconds length) { m_length = length; }

    /// Whether the key that was pressed now may do it; if so, it rests from now on. Asked before the act, which may open a dialog that goes on for
    /// long.
    bool mayDo(const QKeySequence& key, Does what = Does::Act);
    bool rests(const QKeySequence& key) const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    KeyRest();

    std::chrono::milliseconds m_length = moment;
    std::chrono::milliseconds m_rest{}; ///< of m_key
    QKeySequence m_key;
    QElapsedTimer m_since;
};

/// Name of the property of a button that does steps.
inline constexpr const char* takesSteps = "takesSteps";

}
