#include "app/ui/shell/ScanTrail.h"

#include "app/domain/Scan.h"
#include "app/ui/shell/BurstWatch.h"
#include "app/ui/widgets/LineIn.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QPlainTextEdit>

#include <algorithm>

namespace motcua::ui {

namespace {

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
    constexpr size_t longest = 400;
    if (strokes.empty())
        return;
    QWidget* field = QApplication::focusWidget();
    if (isLate(strokes) || field != m_field || m_strokes.size() + strokes.size() > longest)
        forget();
    m_field = field;
    Piece piece{m_strokes.size(), {}, 0, 0};
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
    }
    m_pieces.push_back(piece);
    m_strokes.insert(m_strokes.end(), strokes.begin(), strokes.end());
}

void ScanTrail::addUnwritten(const std::vector<Stroke>& strokes) {
    if (isLate(strokes))
        forget();
    if (m_pieces.empty())
        return;
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
        if (!isBlank && isReaders(all, first) && domain::isScan(rest)) {
            m_codeBegins = first;
            return rest;
        }
        rest.remove(0, m_strokes[first].text.size());
    }
    return {};
}

bool ScanTrail::isLate(const std::vector<Stroke>& strokes) const {
    return !m_strokes.empty() && !strokes.empty() && strokes.front().at - m_strokes.back().at > BurstWatch::longestPause;
}

/// Half of the gaps or more are a reader's; stutters are the rest.
bool ScanTrail::isReaders(const std::vector<Stroke>& strokes, size_t first) {
    size_t fast = 0;
    for (size_t i = first + 1; i < strokes.size(); ++i)
        fast += strokes[i].at - strokes[i - 1].at <= BurstWatch::pause ? 1 : 0;
    return fast * 2 >= strokes.size() - first - 1;
}

void ScanTrail::takeBack() {
    const auto piece = std::find_if(m_pieces.rbegin(), m_pieces.rend(), [this](const Piece& each) { return each.first <= m_codeBegins; });
    if (piece == m_pieces.rend() || !m_field)
        return forget();
    // Of the strokes that were written together, those before the code are a person's.
    const QString before = textFrom(piece->first, m_codeBegins);
    if (QLineEdit* line = lineIn(m_field)) {
        restore(*line, piece->text, piece->cursor, piece->anchor);
        if (!before.isEmpty())
            line->insert(before);
    } else if (auto* area = qobject_cast<QPlainTextEdit*>(m_field.data())) {
        restore(*area, piece->text, piece->cursor, piece->anchor);
        if (!before.isEmpty())
            area->insertPlainText(before);
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
