#include "app/ui/shell/BurstWatch.h"

#include <algorithm>

namespace motcua::ui {

namespace {

using std::chrono::milliseconds;

bool isBlank(const QString& text) {
    return text.trimmed().isEmpty();
}

bool isDigits(const QString& text) {
    return std::all_of(text.begin(), text.end(), [](QChar sign) { return sign.isDigit(); });
}

}

BurstWatch::Answer BurstWatch::take(const Stroke& stroke) {
    Answer answer;
    if (holds() && stroke.at - m_held.back().at > wait())
        answer.before = conclude();
    if (!holds() && isEndOfRead(stroke)) {
        m_lastRead = stroke.at;
        if (m_isWhole)
            m_burst.reset();
        answer.fate = Fate::Dropped;
        return answer;
    }
    if (belongs(stroke)) {
        m_mayEnd = false;
        if (!holds() && stroke.at - m_runEnd > longestPause)
            m_run.clear();
        if (stroke.kind == Kind::Text)
            m_lastText = stroke.at;
        m_held.push_back(stroke);
        m_text += stroke.text;
        answer.fate = Fate::Held;
        return answer;
    }
    if (holds())
        answer.before = conclude();
    if (stroke.kind != Kind::Other || !stroke.text.isEmpty()) {
        m_mayEnd = false;
        m_run.clear();
    }
    return answer;
}

std::chrono::milliseconds BurstWatch::wait() const {
    const bool aside = holds() && m_held.front().aside;
    // Behind what was written already, the rest is put together with it as it comes.
    if (isCertain())
        return (aside || m_run.isEmpty()) && isBegun() ? longestPause : longPause;
    if (!aside)
        return pause;
    return isBegun() && m_run.size() + m_text.size() > 1 ? longestPause : slowPause;
}

/// Of the keys that are held, that they are a reader's.
bool BurstWatch::isCertain() const {
    return m_held.size() >= certain || (m_held.size() >= certainDigits && m_held.front().aside && isDigits(m_text.trimmed()));
}

/// What is held, alone or behind what was let go just before it.
bool BurstWatch::isBegun() const {
    return m_text.size() <= m_longest && (m_codes.isBegun(m_text) || (!m_run.isEmpty() && m_codes.isBegun(m_run + m_text)));
}

bool BurstWatch::keeps(const Stroke& stroke) const {
    const bool isOver = !holds() || stroke.at - m_held.back().at > wait();
    return isOver ? isFirst(stroke) || isEndOfRead(stroke) : belongs(stroke);
}

/// No code begins with a blank; one that a reader stuttered at goes on with one.
bool BurstWatch::isFirst(const Stroke& stroke) const {
    if (stroke.kind != Kind::Text || stroke.text.isEmpty())
        return false;
    const bool isBehind = (m_lastText && stroke.at - *m_lastText <= longestPause) || (m_burst && stroke.at - *m_burst <= blankOfCode);
    return !isBlank(stroke.text) || isBehind;
}

/// To the keys that are held, or as the first of them.
bool BurstWatch::belongs(const Stroke& stroke) const {
    if (stroke.kind == Kind::Text)
        return holds() || isFirst(stroke);
    if (isCertain())
        return isReaders(stroke);
    return holds() && stroke.kind == Kind::End && isAtWork(m_held.front());
}

BurstWatch::Verdict BurstWatch::rest() {
    return conclude();
}

void BurstWatch::expectEnd(std::chrono::milliseconds at) {
    m_mayEnd = true;
    m_lastRead = at;
    noteBurst(at, true);
}

void BurstWatch::forgetEnd() {
    m_mayEnd = false;
    m_burst.reset();
}

bool BurstWatch::isEndOfRead(const Stroke& stroke) const {
    return stroke.kind == Kind::End && ((m_mayEnd && stroke.at - m_lastRead <= lateEnd) || isAtWork(stroke));
}

/// Of the keys that write nothing: its end, and whatever comes as fast as a reader sends, such as an arrow behind the code or what an input
/// method takes letters back with.
bool BurstWatch::isReaders(const Stroke& stroke) const {
    return stroke.kind == Kind::End || stroke.at - m_held.back().at <= pause;
}

/// A burst came, and this may be of it: where nothing is being written, it acts on nothing. A person's keys, which come one by one, do not
/// make it any longer.
bool BurstWatch::isAtWork(const Stroke& stroke) const {
    return stroke.aside && m_burst && stroke.at - *m_burst <= (m_isWhole ? longestPause : restOfCode);
}

void BurstWatch::noteBurst(milliseconds at, bool whole) {
    m_burst = at;
    m_isWhole = whole;
}

/// A person may press a key or two just before the reader: then the gap behind them is not one of the reader's, and without them what the
/// reader sent is a code.
size_t BurstWatch::typedBefore() const {
    constexpr size_t mostTyped = 4;
    constexpr milliseconds leastGap{8};
    constexpr int timesSlower = 3;
    if (m_text.size() > m_longest)
        return 0;
    const auto letter = std::find_if_not(m_held.begin(), m_held.end(), [](const Stroke& stroke) { return isBlank(stroke.text); });
    const auto blanks = static_cast<size_t>(letter - m_held.begin());
    if (m_codes.isWhole(textFrom(blanks)))
        return blanks;
    std::vector<milliseconds> gaps;
    for (size_t i = 1; i < m_held.size(); ++i)
        gaps.push_back(m_held[i].at - m_held[i - 1].at);
    std::vector<milliseconds> sorted = gaps;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    const milliseconds readers = *middle;
    for (size_t i = std::min(mostTyped, gaps.size()); i > 0; --i)
        if (gaps[i - 1] > std::max(leastGap, readers * timesSlower) && m_codes.isWhole(textFrom(i)))
            return i;
    return 0;
}

BurstWatch::Verdict BurstWatch::conclude() {
    if (!isCertain())
        return release();
    Verdict verdict;
    verdict.typed = typedBefore();
    verdict.pieces = isAtWork(m_held.front());
    verdict.read = m_held.size() - verdict.typed;
    verdict.text = textFrom(verdict.typed);
    m_mayEnd = true;
    m_lastRead = m_held.back().at;
    noteBurst(m_lastRead, verdict.text.size() <= m_longest && m_codes.isWhole(verdict.text));
    // Nothing is behind the end of a whole code but another end.
    if (m_isWhole && m_held.back().kind == Kind::End)
        m_burst.reset();
    m_run.clear();
    drop();
    return verdict;
}

QString BurstWatch::textFrom(size_t stroke) const {
    qsizetype before = 0;
    for (size_t i = 0; i < stroke; ++i)
        before += m_held[i].text.size();
    return m_text.mid(before);
}

BurstWatch::Verdict BurstWatch::release() {
    Verdict verdict;
    verdict.typed = m_held.size();
    verdict.pieces = isAtWork(m_held.front());
    noteReleased();
    drop();
    return verdict;
}

/// A reader that stutters at its first keys goes on behind them.
void BurstWatch::noteReleased() {
    m_runEnd = m_held.back().at;
    m_run += m_text;
    if (!m_codes.isBegun(m_run))
        m_run = m_codes.isBegun(m_text) ? m_text : QString();
    const bool isFast = m_held.size() > 1 && m_held.back().at - m_held[m_held.size() - 2].at <= pause;
    if (isFast && isAtWork(m_held.front()))
        m_burst = m_runEnd;
}

void BurstWatch::drop() {
    m_held.clear();
    m_text.clear();
}

}
