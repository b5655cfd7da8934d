#pragma once

#include "app/domain/Scan.h"
#include "app/ui/shell/BurstWatch.h"
#include "app/ui/shell/HeldKeys.h"
#include "app/ui/shell/ScanTrail.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>

class QInputMethodEvent;
class QKeyEvent;

namespace motcua::ui {

/// A hand-held reader is a keyboard that does not look where it types: what it sends is taken out of the keys of the whole program, wherever
/// the focus is, and handed on as what it says. Keys of a person go on as they came; what a reader sent that is no code of ours, or a piece of
/// one, is typed where something is being written, and nowhere else: it presses no button, ticks no box and rates nobody. Only keys that come from
/// the platform are looked at. Owner: MainWindow. Thread: GUI.
class ScanCatcher : public QObject {
    Q_OBJECT

public:
    explicit ScanCatcher(QObject* parent);
    ~ScanCatcher() override;

    /// A page on which nothing can be scanned: what comes quickly there, but not quicker than a person types, and is no code of ours, was typed,
    /// its Enter too. It outlives this, or is never in front again.
    void setTypingOnly(const QWidget* page) { m_typingOnly = page; }
    /// A page that no code says anything to, of whatever kind: its keys are left alone.
    void setUnwatched(const QWidget* page) { m_unwatched = page; }

signals:
    void scanned(const motcua::domain::Scan& scan);
    /// Errors: those of domain::readScan().
    void unreadable(const motcua::base::Error& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Held {
        QPointer<QObject> receiver;
        std::unique_ptr<QEvent> event;
        std::optional<QString> text; ///< what it says; none: the release of a key before it
        std::chrono::milliseconds at;
    };

    /// Whether the key that ends a code goes with it: a code that is none of ours must press no button.
    enum class Ends { Sent, Dropped };

    bool filterKey(QObject* window, QKeyEvent* event);
    bool filterRelease(QObject* window, QKeyEvent* event);
    bool filterOverride(QKeyEvent* event);
    bool filterComposed(QObject* editor, QInputMethodEvent* event);
    bool answer(QObject* receiver, const QEvent* event, const BurstWatch::Stroke& stroke);
    void hold(QObject* receiver, const QEvent* event, const std::optional<QString>& text);
    void startRest();
    void rest();
    void settle();
    /// Returns whether a code ended with the last of the keys that were let go.
    bool act(const BurstWatch::Verdict& verdict);
    bool letGo(const std::deque<Held>& keys, Ends ends);
    bool keepFromAll(const std::deque<Held>& keys);
    bool takeWhole(std::chrono::milliseconds at);
    /// No more of it comes: what can be nothing but a code, and cannot be read, leaves the field and is asked for again, unless it
    /// was already. Returns whether that was said now.
    bool giveUp();
    /// A key ends what was written.
    bool endsCode(const BurstWatch::Stroke& stroke);
    /// They go on behind a card that was taken: newer ones have fields that nothing here needs.
    bool isRestOfCard(const std::deque<Held>& keys);
    bool isBehindCard(std::chrono::milliseconds at) const { return m_cardEnd && at - *m_cardEnd <= BurstWatch::longestPause; }
    /// Keys went on that may be a piece of a code.
    void noteWent();
    void awaitSilence(std::chrono::milliseconds pause = BurstWatch::longestPause);
    void hearSilence();
    static std::vector<ScanTrail::Stroke> strokesOf(const std::deque<Held>& keys);
    /// The first `strokes` of the held keys, with the releases behind them.
    std::deque<Held> takeHeld(size_t strokes);
    void send(const std::deque<Held>& keys, Ends ends = Ends::Sent);
    void read(const QString& text, const std::deque<Held>& keys);
    /// On such a page, or in a password's line, of which nobody sees that it was taken.
    bool isTypingOnly() const;
    bool isUnwatched() const;
    /// What is no code of ours: typed where something is being written. False: dropped.
    bool letTyped(const std::deque<Held>& keys);
    BurstWatch::Stroke strokeOf(const QKeyEvent& key);
    /// Of a key that comes now; asked twice for one key, it says the same.
    std::chrono::milliseconds momentOf(quint64 stamp);

    BurstWatch m_watch{{domain::isScanBegun, domain::isScan}, domain::longestScan};
    ScanTrail m_trail;
    HeldKeys m_heldKeys;
    std::deque<Held> m_held;
    QTimer m_rest;
    QTimer m_silence; ///< behind keys that went on
    qint64 m_silent = 0;
    bool m_isUntold = false; ///< of what went on, nothing was said yet
    QElapsedTimer m_clock;
    qint64 m_arrived = 0;
    quint64 m_stamp = 0;
    std::chrono::milliseconds m_now{};
    std::optional<std::chrono::milliseconds> m_cardEnd; ///< of a card that was taken by its trail; its further fields may come
    bool m_isPastBar = false;                           ///< and have begun to
    const QEvent* m_sending = nullptr;
    QPointer<const QWidget> m_typingOnly;
    QPointer<const QWidget> m_unwatched;
    qint64 m_resting = 0; ///< since when no key came
    int m_stalls = 0;
};

}
