#include "app/ui/shell/KeyMap.h"

#include "app/ui/style/Theme.h"
#include "app/ui/widgets/FlowLayout.h"
#include "app/ui/widgets/KeyHint.h"
#include "app/ui/widgets/ScrollColumn.h"
#include "app/ui/widgets/TextLabel.h"

#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>

#include <algorithm>

namespace motcua::ui {

namespace {

constexpr int leastColumn = 240; // unscaled
constexpr int mostColumns = 3;

/// "Ctrl+Z, Ctrl+Y" are two keys.
QStringList keysOf(const QString& keys) {
    return keys.split(QStringLiteral(", "));
}

QWidget* hintsOf(const QString& keys, int width, QWidget* parent) {
    auto* cell = new QWidget(parent);
    cell->setFixedWidth(width);
    auto* line = new FlowLayout(Qt::AlignLeft, cell);
    line->setSpacing(theme().metrics().px(3));
    for (const QString& key : keysOf(keys))
        line->addWidget(new KeyHint(key, cell));
    return cell;
}

/// How many of the heights, from `first` on, stand below each other within `most`; at least one. A heading (0) never stands last.
size_t countWithin(const std::vector<int>& heights, const std::vector<bool>& headings, size_t first, int most) {
    int height = 0;
    size_t count = 0;
    for (size_t i = first; i < heights.size() && (count == 0 || height + heights[i] <= most); ++i, ++count)
        height += heights[i];
    const bool breaks = first + count < heights.size();
    return breaks && count > 1 && headings[first + count - 1] ? count - 1 : count;
}

/// The lowest height at which all of them stand in so many columns.
int lowestHeight(const std::vector<int>& heights, const std::vector<bool>& headings, int columns) {
    int all = 0;
    for (const int height : heights)
        all += height;
    for (int most = all / columns; most < all; ++most) {
        size_t placed = 0;
        for (int column = 0; column < columns; ++column)
            placed += countWithin(heights, headings, placed, most);
        if (placed >= heights.size())
            return most;
    }
    return all;
}

}

KeyMap::KeyMap(QWidget* parent) : Overlay(parent), m_content(new QWidget), m_scroll(new ScrollColumn(m_content, panel())) {
    auto* column = new QVBoxLayout(panel());
    column->setContentsMargins({});
    column->addWidget(m_scroll);
    setFocusPolicy(Qt::StrongFocus);
}

void KeyMap::show(const QString& place, const std::vector<KeyLine>& keys, const std::vector<KeyLine>& everywhere) {
    m_place = place;
    m_ofPlace = keys;
    m_everywhere = everywhere;
    for (const KeyLine& line : {KeyLine{QStringLiteral("Tab"), tr("Next field")}, {QStringLiteral("Enter"), tr("Next field, or open")},
             {QStringLiteral("Esc"), tr("Go back")}})
        m_everywhere.push_back(line);
    QStringList spoken;
    for (const auto* lines : {&m_ofPlace, &m_everywhere})
        for (const KeyLine& line : *lines)
            spoken << line.key + QStringLiteral(": ") + line.what;
    setAccessibleDescription(spoken.join(QLatin1Char('\n')));
    setAccessibleName(tr("Key map"));
    build();
    open();
}

int KeyMap::panelWidth() const {
    constexpr int widest = 1240;
    const Metrics& metrics = theme().metrics();
    return qMin(metrics.px(widest), parentWidget()->width() - metrics.space(6));
}

int KeyMap::keysWidth() const {
    int widest = 0;
    for (const auto* lines : {&m_ofPlace, &m_everywhere})
        for (const KeyLine& line : *lines)
            for (const QString& key : keysOf(line.key))
                widest = qMax(widest, KeyHint::widthOf(key));
    return widest;
}

std::vector<KeyMap::Line> KeyMap::makeLines(int wordsWidth) const {
    const Metrics& metrics = theme().metrics();
    std::vector<Line> lines;
    const std::pair<QString, const std::vector<KeyLine>*> groups[] = {{m_place, &m_ofPlace}, {tr("Everywhere"), &m_everywhere}};
    for (const auto& [heading, keys] : groups) {
        if (keys->empty())
            continue;
        auto* title = new TextLabel(TextRole::Section, heading, m_content);
        title->ensurePolished();
        lines.push_back({nullptr, title, title->sizeHint().height() + metrics.space(3)});
        for (const KeyLine& key : *keys) {
            auto* words = new TextLabel(TextRole::Body, key.what, m_content);
            words->ensurePolished();
            words->setWordWrap(true);
            QWidget* hints = hintsOf(key.key, keysWidth(), m_content);
            const int height = qMax(words->heightForWidth(wordsWidth), hints->heightForWidth(keysWidth()));
            lines.push_back({hints, words, height + metrics.space(2)});
        }
    }
    return lines;
}

void KeyMap::addLine(QGridLayout& column, const Line& line) const {
    const int row = column.rowCount();
    column.setRowMinimumHeight(row, line.height);
    if (!line.keys) {
        column.addWidget(line.words, row, 0, 1, 2, Qt::AlignVCenter);
        return;
    }
    column.addWidget(line.keys, row, 0, Qt::AlignTop);
    column.addWidget(line.words, row, 1, Qt::AlignTop);
}

void KeyMap::build() {
    const Metrics& metrics = theme().metrics();
    m_builtFor = panelWidth();
    const auto before = m_content->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(before);
    delete m_content->layout();
    const int side = metrics.space(5);
    const int gap = metrics.space(6);
    const int room = m_builtFor - 2 * side - metrics.space(4);
    const int columns = qBound(1, room / metrics.px(leastColumn), mostColumns);
    const int width = (room - gap * (columns - 1)) / columns;
    const std::vector<Line> lines = makeLines(width - keysWidth() - metrics.space(3));
    std::vector<int> heights;
    std::vector<bool> headings;
    for (const Line& line : lines) {
        heights.push_back(line.height);
        headings.push_back(!line.keys);
    }
    auto* across = new QHBoxLayout(m_content);
    across->setContentsMargins(side, metrics.space(4), side, metrics.space(4));
    across->setSpacing(gap);
    const int most = lowestHeight(heights, headings, columns);
    for (size_t placed = 0; placed < lines.size();) {
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(metrics.space(3));
        grid->setVerticalSpacing(0);
        grid->setColumnStretch(1, 1);
        const size_t end = placed + countWithin(heights, headings, placed, most);
        for (; placed < end; ++placed)
            addLine(*grid, lines[placed]);
        grid->setRowStretch(grid->rowCount(), 1);
        across->addLayout(grid, 1);
    }
    for (QWidget* part : m_content->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
        part->show();
}

QRect KeyMap::panelArea() const {
    const Metrics& metrics = theme().metrics();
    const int wanted = m_content->layout() ? m_content->layout()->totalHeightForWidth(panelWidth() - metrics.space(4)) : 0;
    const int height = qMin(wanted + 2, this->height() - metrics.space(6));
    return {(this->width() - panelWidth()) / 2, (this->height() - height) / 2, panelWidth(), height};
}

void KeyMap::resizeEvent(QResizeEvent* event) {
    Overlay::resizeEvent(event);
    if (isOpen() && panelWidth() != m_builtFor)
        build();
}

}
