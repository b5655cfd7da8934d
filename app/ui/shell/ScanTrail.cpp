#include "app/ui/shell/ScanTrail.h"

#include "app/domain/Scan.h"
#include "app/ui/shell/BurstWatch.h"
#include "app/ui/widgets/LineIn.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QPlainTextEdit>

#include <algorithm>

namespace motcua::ui {

namespace {

using std::chrono::milliseconds;

constexpr size_t longest = 400;

/// As if it had been typed, so that whoever listens hears of it.
void restore(QLineEdit& line, const QString& text, int cursor, int anchor) {
    if (line.completer())
        line.completer()->popup()->hide();
    line.selectAll();
    line.insert(text);
    if (anchor == cursor)
        line.setCursorPosition(cursor);
    else
        line.setSelection(anchor, cursor - anchor);
}

/// As if it had been chosen.
void restore(QComboBox& choices, int choice) {
    if (choice < 0 || choices.currentIndex() == choice)
        return;
    choices.setCurrentIndex(choice);
    emit choices.activated(choice);
}

void restore(QPlainTextEdit& area, const QString& text, int cursor, int anchor) {
    QTextCursor all = area.textCursor();
    all.select(QTextCursor::Document);
    all.insertText(text);
    all.setPosition(anchor);
    all.setPosition(cursor, QTextCursor::KeepAnchor);
    area.setTextCursor(all);
}

}

void ScanTrail::add(const std::vector<Stroke>& strokes) {
    if (strokes.empty())
        return;
    QWidget* field = QApplication::focusWidget();
    if (isLate(strokes) || field != m_field || m_strokes.size() + strokes.size() > longest)
        forget();
    m_field = field;
    Piece piece;
    piece.first = m_strokes.size();
    if (const QLineEdit* line = lineIn(field)) {
        piece.text = line->text();
        piece.cursor = line->cursorPosition();
        piece.anchor = !line->hasSelectedText()                 ? piece.cursor
                       : line->selectionStart() == piece.cursor ? line->selectionEnd()
                                                                : line->selectionStart();
    } else if (const auto* area = qobject_cast<QPlainTextEdit*>(field)) {
        piece.text = area->toPlainText();
        piece.cursor = area->textCursor().position();
        piece.anchor = area->textCursor().anchor();
    } else if (const auto* choices = qobject_cast<QComboBox*>(field)) {
        piece.choice = choices->currentIndex();
    }
    m_pieces.push_back(piece);
    m_strokes.insert(m_strokes.end(), strokes.begin(), strokes.end());
}

void ScanTrail::addUnwritten(const std::vector<Stroke>& strokes) {
    QWidget* field = QApplication::focusWidget();
    if (isLate(strokes) || field != m_field || m_strokes.size() + strokes.size() > longest)
        forget();
    m_field = field;
    m_strokes.insert(m_strokes.end(), strokes.begin(), strokes.end());
}

void ScanTrail::forget() {
    m_strokes.clear();
    m_pieces.clear();
}

std::optional<QString> ScanTrail::code(const std::vector<Stroke>& more) {
    if (isLate(more) || QApplication::focusWidget() != m_field)
        return {};
    std::vector<Stroke> all = m_strokes;
    all.insert(all.end(), more.begin(), more.end());
    QString rest = textFrom(0, m_strokes.size());
    for (const Stroke& stroke : more)
        rest += stroke.text;
    for (size_t first = 0; first < m_strokes.size() && all.size() - first >= BurstWatch::certain; ++first) {
        const bool isBlank = m_strokes[first].text.trimmed().isEmpty();
        if (!isBlank && isSent(all, first, rest) && domain::isScan(rest)) {
            m_codeBegins = first;
            return rest;
        }
        rest.remove(0, m_strokes[first].text.size());
    }
    return {};
}

std::optional<QString> ScanTrail::piece() {
    QString rest = textFrom(0, m_strokes.size());
    for (size_t first = 0; first < m_strokes.size() && m_strokes.size() - first >= BurstWatch::certain; ++first) {
        // A hand may type such lines, or bars, and would have to type them again.
        const bool looksLike = domain::isPieceOfLines(rest) || rest.count(QLatin1Char('|')) > 1;
        if (domain::isCardsHead(rest) || (looksLike && (isReaders(m_strokes, first) || isEven(m_strokes, first)))) {
            m_codeBegins = first;
            return rest;
        }
        rest.remove(0, m_strokes[first].text.size());
    }
    return {};
}

bool ScanTrail::isBetweenLines(milliseconds at) const {
    if (m_strokes.empty() || isLate(at))
        return false;
    QString rest = textFrom(0, m_strokes.size());
    for (const Stroke& stroke : m_strokes) {
        if (domain::isLinesBegun(rest))
            return true;
        rest.remove(0, stroke.text.size());
    }
    return false;
}

bool ScanTrail::isLate(const std::vector<Stroke>& strokes) const {
    return !strokes.empty() && isLate(strokes.front().at);
}

bool ScanTrail::isLate(milliseconds at) const {
    return !m_strokes.empty() && at - m_strokes.back().at > BurstWatch::longestPause;
}

/// Half of the gaps or more are a reader's; stutters are the rest.
bool ScanTrail::isReaders(const std::vector<Stroke>& strokes, size_t first) {
    size_t fast = 0;
    for (size_t i = first + 1; i < strokes.size(); ++i)
        fast += strokes[i].at - strokes[i - 1].at <= BurstWatch::pause ? 1 : 0;
    return fast * 2 >= strokes.size() - first - 1;
}

/// A slow reader's pace: but for a few, no gap differs much from the one in the middle.
bool ScanTrail::isEven(const std::vector<Stroke>& strokes, size_t first) {
    constexpr milliseconds slowest{100};
    constexpr int tolerance = 4; // a quarter
    constexpr size_t others = 8; // of as many, one
    std::vector<milliseconds> gaps;
    for (size_t i = first + 1; i < strokes.size(); ++i)
        gaps.push_back(strokes[i].at - strokes[i - 1].at);
    if (gaps.empty())
        return false;
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::nth_element(gaps.begin(), middle, gaps.end());
    const milliseconds usual = *middle;
    const auto odd = std::count_if(gaps.begin(), gaps.end(), [=](milliseconds gap) { return std::chrono::abs(gap - usual) * tolerance > usual; });
    return usual <= slowest && static_cast<size_t>(odd) * others <= gaps.size();
}

bool ScanTrail::isSent(const std::vector<Stroke>& strokes, size_t first, const QString& text) {
    // A code of a paper begins with a letter; most of what is asked here does not even have one's length.
    constexpr qsizetype longestOfPaper = 60;
    if (isReaders(strokes, first) || domain::isCardsShape(text) || domain::isLinesShape(text))
        return true;
    return text.size() <= longestOfPaper && text.at(0).isLetter() && isEven(strokes, first);
}

void ScanTrail::takeBack() {
    if (m_pieces.empty() || !m_field)
        return forget();
    auto piece = std::find_if(m_pieces.rbegin(), m_pieces.rend(), [this](const Piece& each) { return each.first <= m_codeBegins; });
    // The beginning of the code was written nowhere.
    if (piece == m_pieces.rend())
        --piece;
    // Of the strokes that were written together, those before the code are a person's.
    const QString before = piece->first <= m_codeBegins ? textFrom(piece->first, m_codeBegins) : QString();
    if (QLineEdit* line = lineIn(m_field)) {
        restore(*line, piece->text, piece->cursor, piece->anchor);
        if (!before.isEmpty())
            line->insert(before);
    } else if (auto* area = qobject_cast<QPlainTextEdit*>(m_field.data())) {
        restore(*area, piece->text, piece->cursor, piece->anchor);
        if (!before.isEmpty())
            area->insertPlainText(before);
    } else if (auto* choices = qobject_cast<QComboBox*>(m_field.data())) {
        restore(*choices, piece->choice);
    }
    forget();
}

QString ScanTrail::textFrom(size_t first, size_t end) const {
    QString text;
    for (; first < end; ++first)
        text += m_strokes[first].text;
    return text;
}

}
