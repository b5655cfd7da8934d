#include "app/ui/widgets/FittedColumns.h"

#include "app/ui/style/Theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>
#include <numeric>
#include <utility>

namespace motcua::ui {

namespace {

int sumOf(const std::vector<int>& widths) {
    return std::accumulate(widths.begin(), widths.end(), 0);
}

std::vector<int> capped(const std::vector<int>& needed, const std::vector<int>& least, int cap) {
    std::vector<int> widths(needed.size());
    for (size_t i = 0; i < needed.size(); ++i)
        widths[i] = std::max(least[i], std::min(needed[i], cap));
    return widths;
}

}

FittedColumns::FittedColumns(QTableView* table) : QObject(table), m_table(table) {
    constexpr int looked = 60; // rows; more would be slow and tell nothing new
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setResizeContentsPrecision(looked);
    table->viewport()->installEventFilter(this);
    QAbstractItemModel* model = table->model();
    connect(model, &QAbstractItemModel::modelReset, this, [this] { fitLater(); });
    connect(model, &QAbstractItemModel::rowsInserted, this, [this] { fitLater(); });
    connect(model, &QAbstractItemModel::dataChanged, this, [this] { fitLater(); });
    connect(model, &QAbstractItemModel::headerDataChanged, this, [this] { fitLater(); });
}

std::vector<int> FittedColumns::shared(const std::vector<int>& needed, const std::vector<int>& least, int room) {
    std::vector<int> widths = capped(needed, least, sumOf(needed));
    if (const int left = room - sumOf(widths); left >= 0) {
        // The widest are the ones that vary.
        const int widest = *std::max_element(widths.begin(), widths.end());
        std::vector<size_t> takers;
        for (size_t i = 0; i < widths.size(); ++i)
            if (widths[i] * 2 >= widest)
                takers.push_back(i);
        for (size_t i = 0; i < takers.size(); ++i)
            widths[takers[i]] += (left + static_cast<int>(i)) / static_cast<int>(takers.size());
        return widths;
    }
    int low = 0;
    int high = room;
    while (low < high) {
        const int middle = (low + high + 1) / 2;
        if (sumOf(capped(needed, least, middle)) <= room)
            low = middle;
        else
            high = middle - 1;
    }
    widths = capped(needed, least, low);
    if (const int left = room - sumOf(widths); left > 0)
        *std::max_element(widths.begin(), widths.end()) += left;
    return widths;
}

void FittedColumns::fit() {
    constexpr int shortest = 64;
    const QHeaderView* header = m_table->horizontalHeader();
    std::vector<int> columns;
    std::vector<int> needed;
    std::vector<int> least;
    for (int column = 0; column < m_table->model()->columnCount(); ++column) {
        if (m_table->isColumnHidden(column))
            continue;
        const int head = header->isHidden() ? 0 : header->sectionSizeHint(column);
        columns.push_back(column);
        needed.push_back(std::max(head, static_cast<QAbstractItemView*>(m_table)->sizeHintForColumn(column) + 1));
        least.push_back(std::min(needed.back(), std::max(head, theme().metrics().px(shortest))));
    }
    if (columns.empty())
        return;
    const std::vector<int> widths = shared(needed, least, m_table->viewport()->width());
    for (size_t i = 0; i < columns.size(); ++i)
        m_table->setColumnWidth(columns[i], widths[i]);
}

/// Once for all that changes together.
void FittedColumns::fitLater() {
    if (std::exchange(m_waiting, true))
        return;
    const auto fitNow = [this] {
        m_waiting = false;
        fit();
    };
    QMetaObject::invokeMethod(this, fitNow, Qt::QueuedConnection);
}

bool FittedColumns::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        fit();
    return QObject::eventFilter(watched, event);
}

}
