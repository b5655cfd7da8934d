#include "app/ui/shell/BurstWatch.h"

#include <algorithm>

namespace motcua::ui {

namespace {

using std::chrono::milliseconds;

bool isBlank(const QString& text) {
    return text.trimmed().isEmpty();
}

}

BurstWatch::Answer BurstWatch::take(const Stroke& stroke) {
    Answer answer;
    if (holds() && stroke.at - m_held.back().at > wait())
        answer.before = conclude();
    if (!holds() && isEndOfRead(stroke)) {
        m_lastRead = stroke.at;
        answer.fate = Fate::Dropped;
        return answer;
    }
    if (belongs(stroke)) {
        m_mayEnd = false;
        if (stroke.kind == Kind::Text)
            m_lastText = stroke.at;
        m_held.push_back(stroke);
        answer.fate = Fate::Held;
        return answer;
    }
    if (holds())
        answer.before = conclude();
    if (stroke.kind != Kind::Other || !stroke.text.isEmpty())
        m_mayEnd = false;
    return answer;
}

std::chrono::milliseconds BurstWatch::wait() const {
    if (m_held.size() < certain)
        return pause;
    return m_codes.isBegun(textFrom(0)) ? longestPause : longPause;
}

bool BurstWatch::keeps(const Stroke& stroke) const {
    const bool isOver = !holds() || stroke.at - m_held.back().at > wait();
    return isOver ? isFirst(stroke) || isEndOfRead(stroke) : belongs(stroke);
}

/// No code begins with a blank; one that a reader stuttered at goes on with one.
bool BurstWatch::isFirst(const Stroke& stroke) const {
    if (stroke.kind != Kind::Text || stroke.text.isEmpty())
        return false;
    return !isBlank(stroke.text) || (m_lastText && stroke.at - *m_lastText <= longestPause);
}

/// To the keys that are held, or as the first of them.
bool BurstWatch::belongs(const Stroke& stroke) const {
    if (stroke.kind == Kind::Text)
        return holds() || isFirst(stroke);
    return m_held.size() >= certain && isReaders(stroke);
}

BurstWatch::Verdict BurstWatch::rest() {
    return conclude();
}

void BurstWatch::expectEnd(std::chrono::milliseconds at) {
    m_mayEnd = true;
    m_lastRead = at;
}

bool BurstWatch::isEndOfRead(const Stroke& stroke) const {
    return m_mayEnd && stroke.kind == Kind::End && stroke.at - m_lastRead <= lateEnd;
}

/// Of the keys that write nothing: its end, and whatever comes as fast as a reader sends, such as an arrow behind the code or what an input
/// method takes letters back with.
bool BurstWatch::isReaders(const Stroke& stroke) const {
    return stroke.kind == Kind::End || stroke.at - m_held.back().at <= pause;
}

/// A person may press a key or two just before the reader: then the gap behind them is not one of the reader's, and without them what the
/// reader sent is a code.
size_t BurstWatch::typedBefore() const {
    constexpr size_t mostTyped = 4;
    constexpr milliseconds leastGap{8};
    constexpr int timesSlower = 3;
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
    if (m_held.size() < certain)
        return release();
    Verdict verdict;
    verdict.typed = typedBefore();
    verdict.read = m_held.size() - verdict.typed;
    verdict.text = textFrom(verdict.typed);
    expectEnd(m_held.back().at);
    m_held.clear();
    return verdict;
}

QString BurstWatch::textFrom(size_t stroke) const {
    QString text;
    for (; stroke < m_held.size(); ++stroke)
        text += m_held[stroke].text;
    return text;
}

BurstWatch::Verdict BurstWatch::release() {
    Verdict verdict;
    verdict.typed = m_held.size();
    m_held.clear();
    return verdict;
}

}
