#include "app/ui/dossiers/PaperView.h"

#include "app/ui/style/Theme.h"
#include "app/ui/widgets/EmptyState.h"
#include "app/ui/widgets/PageViewer.h"
#include "app/ui/widgets/PaperTable.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace motcua::ui {

namespace {

constexpr int shownRows = 4;

}

PaperView::PaperView(counter::Counter& counter, QWidget* parent)
    : QWidget(parent), m_table(new PaperTable(PaperTable::Use::Shown, this)), m_viewer(new PageViewer(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme().metrics().space(3));
    column->addWidget(m_table);
    column->addWidget(m_viewer, 1);
    m_viewer->setReader([&counter](const domain::BlobHash& hash) { return counter.dossiers().page(hash); }, counter.pages());
    connect(m_table, &PaperTable::rowChosen, this, &PaperView::showPages);
    retranslate();
}

/// The cursor stays where it was; at first it is on the first paper that was scanned.
void PaperView::setPapers(std::vector<domain::Paper> papers) {
    m_papers = std::move(papers);
    const auto scanned = std::find_if(m_papers.begin(), m_papers.end(), [](const domain::Paper& paper) { return !paper.pages.empty(); });
    const int first = scanned == m_papers.end() ? 0 : static_cast<int>(scanned - m_papers.begin());
    const int before = m_table->currentRow();
    m_table->setPapers(m_papers, before >= 0 && before < static_cast<int>(m_papers.size()) ? before : first);
    m_table->fitTo(shownRows);
    showPages();
}

void PaperView::showPages() {
    const auto row = static_cast<size_t>(qMax(0, m_table->currentRow()));
    m_viewer->setPages(row < m_papers.size() ? m_papers[row].pages : std::vector<domain::Page>());
}

bool PaperView::hasPages() const {
    return m_viewer->count() > 0;
}

void PaperView::step(int direction) {
    m_viewer->step(direction);
}

void PaperView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PaperView::retranslate() {
    m_table->setAccessibleName(tr("Papers"));
    m_viewer->setAccessibleName(tr("Scanned pages"));
    m_viewer->emptyState()->setWords(tr("No scanned page"), tr("This paper was handed in or shown without a scan."));
}

}
