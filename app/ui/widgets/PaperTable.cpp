#include "app/ui/widgets/PaperTable.h"

#include "app/domain/Limits.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/FittedColumns.h"
#include "app/ui/widgets/ToolTip.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSignalBlocker>

namespace motcua::ui {

PaperTable::PaperTable(Use use, QWidget* parent) : QTableWidget(0, ColumnCount, parent), m_use(use), m_columns(new FittedColumns(this)) {
    verticalHeader()->hide();
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(this, &QTableWidget::currentCellChanged, this, [this](int row) {
        if (row >= 0)
            emit rowChosen(row);
    });
    connect(this, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem* item) { tick(*item); });
    retranslate();
}

void PaperTable::setPapers(const std::vector<domain::Paper>& papers, int current) {
    const QSignalBlocker quiet(this);
    m_papers = papers;
    setRowCount(static_cast<int>(papers.size()));
    for (int row = 0; row < rowCount(); ++row)
        fillRow(row);
    if (rowCount() > 0)
        setCurrentCell(qBound(0, current, rowCount() - 1), Name);
}

void PaperTable::fillRow(int row) {
    const domain::Paper& paper = m_papers[static_cast<size_t>(row)];
    const auto cell = [&](int column, const QString& text) {
        if (!item(row, column))
            setItem(row, column, new QTableWidgetItem);
        item(row, column)->setText(text);
        item(row, column)->setToolTip(plainToolTip(text));
        return item(row, column);
    };
    QTableWidgetItem* name = cell(Name, paper.name);
    const bool handedIn = paper.quantity > 0;
    // Where it is a choice, what the citizen goes home without is said.
    const bool stays = m_use == Use::HandedIn && paper.kind == domain::PaperKind::Original;
    const QString kind = paper.shownOnly ? tr("shown") : stays ? tr("Original (stays here)") : words::paperKind(paper.kind);
    if (m_use == Use::HandedIn) {
        name->setCheckState(handedIn ? Qt::Checked : Qt::Unchecked);
        name->setForeground(theme().color(paper.required && !handedIn ? Token::Warning : Token::Text));
    }
    cell(Kind, m_use == Use::HandedIn || handedIn ? kind : tr("not handed in"));
    cell(Quantity, QString::number(paper.quantity))->setTextAlignment(Qt::AlignCenter);
    cell(Pages, paper.pages.empty() ? QStringLiteral("–") : tr("%n page(s)", nullptr, domain::countOf(paper.pages)));
}

void PaperTable::fitTo(int mostRows) {
    const int rows = qBound(1, rowCount(), mostRows > 0 ? mostRows : qMax(1, rowCount()));
    setVerticalScrollBarPolicy(mostRows > 0 ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setFixedHeight(rows * verticalHeader()->defaultSectionSize() + horizontalHeader()->sizeHint().height() + 2 * frameWidth());
}

/// Where room is short the names need it more than the count of pages, which stands beside the pages too.
void PaperTable::resizeEvent(QResizeEvent* event) {
    constexpr int roomy = 380;
    setColumnHidden(Pages, width() < theme().metrics().px(roomy));
    QTableWidget::resizeEvent(event);
    m_columns->fit();
}

void PaperTable::tick(const QTableWidgetItem& item) {
    if (m_use != Use::HandedIn || item.column() != Name)
        return;
    const bool handedIn = item.checkState() == Qt::Checked;
    if (handedIn != (m_papers[static_cast<size_t>(item.row())].quantity > 0))
        askQuantity(item.row(), handedIn ? 1 : 0);
}

void PaperTable::askQuantity(int row, int quantity) {
    const domain::Paper& paper = m_papers[static_cast<size_t>(row)];
    emit changeAsked(row, paper.kind, qBound(0, quantity, domain::limits::mostPapers), paper.shownOnly);
}

void PaperTable::askNextKind(int row) {
    const domain::Paper& paper = m_papers[static_cast<size_t>(row)];
    constexpr int kinds = 3;
    const bool toShown = !paper.shownOnly && static_cast<int>(paper.kind) == kinds - 1;
    const auto next = static_cast<domain::PaperKind>((static_cast<int>(paper.kind) + 1) % kinds);
    emit changeAsked(row, paper.shownOnly ? domain::PaperKind::Original : next, paper.quantity, toShown);
}

void PaperTable::keyPressEvent(QKeyEvent* event) {
    const int row = currentRow();
    if (m_use != Use::HandedIn || row < 0) {
        QTableWidget::keyPressEvent(event);
        return;
    }
    const domain::Paper& paper = m_papers[static_cast<size_t>(row)];
    switch (event->key()) {
    case Qt::Key_Plus:
        askQuantity(row, paper.quantity + 1);
        break;
    case Qt::Key_Minus:
        askQuantity(row, paper.quantity - 1);
        break;
    case Qt::Key_Space:
        askQuantity(row, paper.quantity > 0 ? 0 : 1);
        break;
    case Qt::Key_K:
        askNextKind(row);
        break;
    default:
        QTableWidget::keyPressEvent(event);
    }
}

void PaperTable::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTableWidget::changeEvent(event);
}

void PaperTable::retranslate() {
    const bool isAsked = m_use == Use::HandedIn;
    setHorizontalHeaderLabels({tr("Paper"), isAsked ? tr("Kind (K)") : tr("Kind"), tr("Quantity"), tr("Scanned")});
    setPapers(m_papers, currentRow());
}

}
