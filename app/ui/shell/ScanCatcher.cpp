#include "app/ui/shell/ScanCatcher.h"

#include "app/ui/widgets/SecretEdit.h"
#include "app/ui/widgets/Writing.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace motcua::ui {

namespace {

bool isEnd(const QEvent& event) {
    if (event.type() != QEvent::KeyPress && event.type() != QEvent::KeyRelease)
        return false;
    const int key = static_cast<const QKeyEvent&>(event).key();
    return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab;
}

using std::chrono::milliseconds;
using Kind = BurstWatch::Kind;

bool isPlain(const QKeyEvent& key) {
    return (key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier | Qt::GroupSwitchModifier)) == Qt::NoModifier;
}

/// Some readers send the line end as Ctrl and a letter.
bool isEnd(const QKeyEvent& key) {
    if (key.modifiers() == Qt::ControlModifier)
        return key.key() == Qt::Key_J || key.key() == Qt::Key_M;
    const bool ends = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter || key.key() == Qt::Key_Tab;
    return ends && (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
}

bool writes(const QKeyEvent& key) {
    return isPlain(key) && !key.text().isEmpty() && key.text().at(0).category() != QChar::Other_Control;
}

Kind kindOf(const QKeyEvent& key) {
    if (isEnd(key))
        return Kind::End;
    return writes(key) ? Kind::Text : Kind::Other;
}

QString textOf(const QKeyEvent& key) {
    if (isEnd(key))
        return QString(QLatin1Char('\n'));
    // The layout has no letter for the key.
    if (key.text().isEmpty() && (key.key() == 0 || key.key() == Qt::Key_unknown))
        return QStringLiteral("?");
    // A reader that sends letters by their number, Alt held down: another system's way.
    return key.modifiers().testFlag(Qt::AltModifier) ? QString(QChar(QChar::ReplacementCharacter)) : key.text();
}

/// A word that an input method has begun; not a letter that is sent by its number ("u1ec5").
bool isComposing(const QString& begun) {
    static const QRegularExpression number(QStringLiteral("\\A[uU][0-9a-fA-F]*\\z"));
    return !begun.isEmpty() && !number.match(begun).hasMatch();
}

bool isModifier(const QKeyEvent& key) {
    return key.text().isEmpty() && ((key.key() >= Qt::Key_Shift && key.key() <= Qt::Key_ScrollLock) || key.key() == Qt::Key_AltGr);
}

constexpr qint64 stall = 5; ///< milliseconds
constexpr int mostStalls = 4;

/// A quick hand's, in the mean: readers that are as slow as this send codes of ours, which are known by what they say.
bool isPersonsPace(milliseconds took, std::ptrdiff_t strokes) {
    constexpr milliseconds quickest{15};
    return took >= quickest * (strokes - 1);
}

}

ScanCatcher::ScanCatcher(QObject* parent) : QObject(parent) {
    m_clock.start();
    m_rest.setSingleShot(true);
    m_rest.setTimerType(Qt::PreciseTimer);
    connect(&m_rest, &QTimer::timeout, this, &ScanCatcher::rest);
    m_silence.setSingleShot(true);
    m_silence.setTimerType(Qt::PreciseTimer);
    connect(&m_silence, &QTimer::timeout, this, &ScanCatcher::hearSilence);
    QCoreApplication::instance()->installEventFilter(this);
}

ScanCatcher::~ScanCatcher() = default;

bool ScanCatcher::eventFilter(QObject* watched, QEvent* event) {
    if (isUnwatched())
        return false;
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        return watched->isWindowType() && filterOverride(static_cast<QKeyEvent*>(event));
    case QEvent::KeyPress:
        return watched->isWindowType() && event != m_sending && filterKey(watched, static_cast<QKeyEvent*>(event));
    case QEvent::KeyRelease:
        return watched->isWindowType() && event != m_sending && filterRelease(watched, static_cast<QKeyEvent*>(event));
    case QEvent::InputMethod:
        return event != m_sending && filterComposed(watched, static_cast<QInputMethodEvent*>(event));
    case QEvent::MouseButtonPress:
        settle();
        m_trail.forget();
        return false;
    default:
        return false;
    }
}

bool ScanCatcher::filterKey(QObject* window, QKeyEvent* event) {
    if (isModifier(*event))
        return false;
    if (m_heldKeys.keeps(*event))
        return true;
    return answer(window, event, strokeOf(*event));
}

bool ScanCatcher::filterRelease(QObject* window, QKeyEvent* event) {
    m_heldKeys.note(*event);
    if (!m_watch.holds())
        return false;
    hold(window, event, {});
    return true;
}

/// What a key repeats is none of a reader's.
BurstWatch::Stroke ScanCatcher::strokeOf(const QKeyEvent& key) {
    const bool repeats = m_heldKeys.isRepeat(key);
    return {repeats ? Kind::Other : kindOf(key), repeats ? QString() : textOf(key), momentOf(key.timestamp()), !isWriting()};
}

/// Comes before the key itself, to ask whether the key may be a shortcut. One of a reader never is; before one of a person goes what the
/// person pressed before.
bool ScanCatcher::filterOverride(QKeyEvent* event) {
    if (isModifier(*event))
        return false;
    if (m_heldKeys.keeps(*event)) {
        event->accept();
        return true;
    }
    if (m_watch.keeps(strokeOf(*event))) {
        event->accept();
        return true;
    }
    settle();
    // What was let go now may have been the last of a code.
    const BurstWatch::Stroke stroke = strokeOf(*event);
    const bool ends = stroke.kind == Kind::End &&
                      (isBehindCard(stroke.at) || (!isTypingOnly() && (m_trail.isBetweenLines(stroke.at) || (m_isUntold && m_trail.piece()))));
    if (!m_watch.keeps(stroke) && !ends)
        return false;
    event->accept();
    return true;
}

/// From an input method, straight to the editor. A code begins with keys that none changes; behind keys that went on, it may go on with this.
bool ScanCatcher::filterComposed(QObject* editor, QInputMethodEvent* event) {
    QString text = event->commitString();
    if (isComposing(event->preeditString()) || event->replacementLength() > 0)
        text += QChar(domain::rewritten);
    const milliseconds now = momentOf(0);
    if (m_watch.holds())
        return answer(editor, event, {Kind::Text, text, now, false});
    if (!text.isEmpty() && !m_trail.isEmpty())
        m_trail.add({{text, now}});
    return false;
}

bool ScanCatcher::answer(QObject* receiver, const QEvent* event, const BurstWatch::Stroke& stroke) {
    const BurstWatch::Answer answer = m_watch.take(stroke);
    const bool isOver = act(answer.before);
    if (answer.fate == BurstWatch::Fate::Held)
        hold(receiver, event, event->type() == QEvent::InputMethod ? static_cast<const QInputMethodEvent*>(event)->commitString() : stroke.text);
    else if (answer.fate == BurstWatch::Fate::Goes && !isOver && endsCode(stroke))
        return true;
    else if (answer.fate == BurstWatch::Fate::Dropped && m_trail.isBetweenLines(stroke.at))
        return true;
    else if (answer.fate == BurstWatch::Fate::Dropped && giveUp())
        return true;
    else if (!isOver && (stroke.kind != Kind::Text || !stroke.text.isEmpty()))
        m_trail.forget();
    return answer.fate != BurstWatch::Fate::Goes || (isOver && stroke.kind == Kind::End);
}

void ScanCatcher::hold(QObject* receiver, const QEvent* event, const std::optional<QString>& text) {
    m_held.push_back({receiver, std::unique_ptr<QEvent>(event->clone()), text, m_now});
    m_stalls = 0;
    if (text)
        startRest();
}

void ScanCatcher::startRest() {
    m_resting = m_clock.elapsed();
    m_rest.start(m_watch.wait());
}

/// Noticed late, the pause is none: on a machine that stalls, keys wait behind this timer and are let in first.
void ScanCatcher::rest() {
    if (m_clock.elapsed() - m_resting > m_watch.wait().count() + stall && m_stalls < mostStalls) {
        ++m_stalls;
        startRest();
        return;
    }
    settle();
}

void ScanCatcher::settle() {
    m_rest.stop();
    if (m_watch.holds())
        act(m_watch.rest());
}

bool ScanCatcher::act(const BurstWatch::Verdict& verdict) {
    bool isOver = false;
    if (verdict.typed > 0) {
        const std::deque<Held> keys = takeHeld(verdict.typed);
        isOver = verdict.pieces ? keepFromAll(keys) : letGo(keys, Ends::Sent);
    }
    if (verdict.read > 0)
        read(verdict.text, takeHeld(verdict.read));
    return isOver && verdict.read == 0;
}

bool ScanCatcher::endsCode(const BurstWatch::Stroke& stroke) {
    const bool isCards = isBehindCard(stroke.at);
    m_cardEnd.reset();
    if (stroke.kind == Kind::End && (isCards || (!isTypingOnly() && m_trail.isBetweenLines(stroke.at))))
        return true;
    const bool ends = stroke.kind == Kind::End || m_trail.isLate(stroke.at);
    return ends && giveUp() && stroke.kind == Kind::End;
}

bool ScanCatcher::giveUp() {
    m_silence.stop();
    const auto piece = isTypingOnly() ? std::nullopt : m_trail.piece();
    if (piece)
        m_trail.takeBack();
    if (!std::exchange(m_isUntold, false) || !piece)
        return false;
    const auto scan = domain::readScan(*piece);
    const bool isLines = scan || scan.error().code == QLatin1String("scan.unknown");
    emit unreadable(isLines ? base::Error{QStringLiteral("passport.lines")} : scan.error());
    return true;
}

bool ScanCatcher::isRestOfCard(const std::deque<Held>& keys) {
    const std::vector<ScanTrail::Stroke> strokes = strokesOf(keys);
    const bool isRest = isBehindCard(keys.front().at) && !strokes.empty() && (m_isPastBar || strokes.front().text.startsWith(QLatin1Char('|')));
    m_isPastBar = isRest;
    m_cardEnd = isRest ? std::optional(keys.back().at) : std::nullopt;
    return isRest;
}

void ScanCatcher::noteWent() {
    m_isUntold = true;
    awaitSilence();
}

void ScanCatcher::awaitSilence(milliseconds pause) {
    m_silent = m_clock.elapsed();
    m_silence.start(pause);
}

/// Noticed late, it is none, as in rest().
void ScanCatcher::hearSilence() {
    if (m_clock.elapsed() - m_silent > m_silence.interval() + stall && m_stalls < mostStalls) {
        ++m_stalls;
        awaitSilence(BurstWatch::pause);
        return;
    }
    if (!m_watch.holds())
        giveUp();
}

/// They are written where the focus is. When a code is whole with them, they are taken out again.
bool ScanCatcher::letGo(const std::deque<Held>& keys, Ends ends) {
    if (isRestOfCard(keys))
        return false;
    if (m_trail.isLate(strokesOf(keys)))
        giveUp();
    noteWent();
    m_trail.add(strokesOf(keys));
    send(keys, ends);
    return takeWhole(keys.back().at);
}

/// Pieces of a code, where nothing is being written.
bool ScanCatcher::keepFromAll(const std::deque<Held>& keys) {
    if (isRestOfCard(keys))
        return false;
    if (m_trail.isLate(strokesOf(keys)))
        giveUp();
    noteWent();
    m_trail.addUnwritten(strokesOf(keys));
    return takeWhole(keys.back().at);
}

bool ScanCatcher::takeWhole(milliseconds at) {
    const auto code = m_trail.code();
    if (!code)
        return false;
    m_silence.stop();
    m_trail.takeBack();
    m_watch.expectEnd(at);
    const auto scan = domain::readScan(*code);
    if (scan && std::holds_alternative<domain::CardQr>(*scan))
        m_cardEnd = at;
    if (scan)
        emit scanned(*scan);
    return true;
}

std::vector<ScanTrail::Stroke> ScanCatcher::strokesOf(const std::deque<Held>& keys) {
    std::vector<ScanTrail::Stroke> strokes;
    for (const Held& key : keys)
        if (key.text && !isEnd(*key.event))
            strokes.push_back({*key.text, key.at});
    return strokes;
}

std::deque<ScanCatcher::Held> ScanCatcher::takeHeld(size_t strokes) {
    std::deque<Held> taken;
    while (!m_held.empty() && (strokes > 0 || !m_held.front().text)) {
        strokes -= m_held.front().text ? 1 : 0;
        taken.push_back(std::move(m_held.front()));
        m_held.pop_front();
    }
    return taken;
}

void ScanCatcher::send(const std::deque<Held>& keys, Ends ends) {
    for (const Held& key : keys)
        if (key.receiver && (ends == Ends::Sent || !isEnd(*key.event))) {
            const QEvent* outer = std::exchange(m_sending, key.event.get());
            QCoreApplication::sendEvent(key.receiver, key.event.get());
            m_sending = outer;
        }
}

bool ScanCatcher::isTypingOnly() const {
    const QWidget* focus = QApplication::focusWidget();
    return (m_typingOnly && focus && m_typingOnly->isAncestorOf(focus)) || qobject_cast<const SecretEdit*>(focus);
}

bool ScanCatcher::isUnwatched() const {
    return m_unwatched && m_unwatched->isVisible();
}

bool ScanCatcher::letTyped(const std::deque<Held>& keys) {
    // A password's line takes no input method, and is written in all the same.
    const bool typed = isTypingOnly()
                           ? isLineInFocus() && isPersonsPace(keys.back().at - keys.front().at,
                                                    std::count_if(keys.begin(), keys.end(), [](const Held& key) { return key.text.has_value(); }))
                           : isWriting() || isWritingElsewhere();
    if (!typed)
        return false;
    m_watch.forgetEnd();
    letGo(keys, isTypingOnly() ? Ends::Sent : Ends::Dropped);
    return true;
}

void ScanCatcher::read(const QString& text, const std::deque<Held>& keys) {
    if (isRestOfCard(keys))
        return;
    if (m_trail.isLate(strokesOf(keys)))
        giveUp();
    auto scan = domain::readScan(text);
    if (const auto code = scan ? std::nullopt : m_trail.code(strokesOf(keys))) {
        m_trail.takeBack();
        m_watch.expectEnd(keys.back().at);
        scan = domain::readScan(*code);
    }
    if (!scan && scan.error().code == QLatin1String("scan.unknown") && letTyped(keys))
        return;
    m_isUntold = false;
    // What cannot be read yet may be the middle of a code whose beginning was written.
    if (scan) {
        m_trail.forget();
    } else {
        m_trail.addUnwritten(strokesOf(keys));
        awaitSilence();
    }
    // An input method that took part in it has begun a word that nobody writes.
    QGuiApplication::inputMethod()->reset();
    if (scan)
        emit scanned(*scan);
    else
        emit unreadable(scan.error());
}

/// Keys that wait behind a stall of the program came when their stamps say; what has no stamp came now.
std::chrono::milliseconds ScanCatcher::momentOf(quint64 stamp) {
    const qint64 arrived = m_clock.elapsed();
    const bool isStamped = stamp != 0 && m_stamp != 0 && stamp >= m_stamp;
    m_now += isStamped ? milliseconds(stamp - m_stamp) : milliseconds(arrived - m_arrived);
    m_arrived = arrived;
    m_stamp = stamp;
    return m_now;
}

}
