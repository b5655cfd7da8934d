#include "app/ui/widgets/PaperTable.h"

#include <QHeaderView>
#include <QTableWidget>

namespace motcua::ui {

void setUpPaperTable(QTableWidget& table) {
    table.verticalHeader()->hide();
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setTabKeyNavigation(false);
    table.setShowGrid(false);
    table.setWordWrap(false);
    QHeaderView* header = table.horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < table.columnCount(); ++column)
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
}

}
