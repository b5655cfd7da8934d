#include "app/ui/dossiers/PaperView.h"

#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/EmptyState.h"
#include "app/ui/widgets/PageViewer.h"
#include "app/ui/widgets/PaperTable.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace motcua::ui {

namespace {

constexpr int shownRows = 4;
enum Column { Name, Kind, Quantity, Pages, ColumnCount };

}

PaperView::PaperView(const counter::DossierDesk& desk, QWidget* parent)
    : QWidget(parent), m_table(new QTableWidget(0, ColumnCount, this)), m_viewer(new PageViewer(this)) {
    setUpPaperTable(*m_table);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme().metrics().space(3));
    column->addWidget(m_table);
    column->addWidget(m_viewer, 1);
    m_viewer->setReader([&desk](const domain::BlobHash& hash) { return desk.page(hash); });
    connect(m_table, &QTableWidget::currentCellChanged, this, &PaperView::showPages);
    retranslate();
}

void PaperView::setPapers(std::vector<domain::Paper> papers) {
    m_papers = std::move(papers);
    fill();
}

void PaperView::fill() {
    const int before = m_table->currentRow();
    m_table->setRowCount(static_cast<int>(m_papers.size()));
    int firstScanned = -1;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const domain::Paper& paper = m_papers[static_cast<size_t>(row)];
        const QString kind = paper.shownOnly ? tr("shown") : words::paperKind(paper.kind);
        const QString pages = paper.pages.empty() ? QStringLiteral("–") : tr("%n page(s)", nullptr, static_cast<int>(paper.pages.size()));
        const QString cells[] = {paper.name, paper.quantity > 0 ? kind : tr("not handed in"), QString::number(paper.quantity), pages};
        for (int column = 0; column < ColumnCount; ++column)
            m_table->setItem(row, column, new QTableWidgetItem(cells[column]));
        m_table->item(row, Name)->setToolTip(paper.name);
        if (firstScanned < 0 && !paper.pages.empty())
            firstScanned = row;
    }
    const int rows = qBound(1, m_table->rowCount(), shownRows);
    m_table->setFixedHeight(
        rows * m_table->verticalHeader()->defaultSectionSize() + m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth());
    m_table->setCurrentCell(before >= 0 && before < m_table->rowCount() ? before : qMax(0, firstScanned), Name);
    showPages();
}

void PaperView::showPages() {
    const auto row = static_cast<size_t>(qMax(0, m_table->currentRow()));
    m_viewer->setPages(row < m_papers.size() ? m_papers[row].pages : std::vector<domain::Page>());
}

void PaperView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PaperView::retranslate() {
    m_table->setHorizontalHeaderLabels({tr("Paper"), tr("Kind"), tr("Quantity"), tr("Scanned")});
    m_table->setAccessibleName(tr("Papers"));
    m_viewer->setAccessibleName(tr("Scanned pages"));
    m_viewer->emptyState()->setWords(tr("No scanned page"), tr("This paper was handed in or shown without a scan."));
    fill();
}

}
