#include "app/ui/bench/BenchPages.h"

#include "app/counter/Counter.h"
#include "app/counter/PageHolder.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/PageViewer.h"

#include <QEvent>

#include <algorithm>

namespace motcua::ui {

BenchPages::BenchPages(counter::Counter& counter, QWidget* parent)
    : Card(parent), m_holder(counter.bench().draft()), m_viewer(new PageViewer(this)),
      m_turn(new ActionButton(ButtonKind::Quiet, QStringLiteral("rotate-cw"), QKeySequence(Qt::CTRL | Qt::Key_R), this)),
      m_remove(new ActionButton(ButtonKind::Quiet, QStringLiteral("trash-2"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Delete), this)) {
    addToHeading(m_turn);
    addToHeading(m_remove);
    body()->addWidget(m_viewer, 1);
    m_viewer->setReader([this](const domain::BlobHash& hash) { return contentOf(hash); }, counter.pages());
    connect(m_turn, &QPushButton::clicked, this, &BenchPages::turn);
    connect(m_remove, &QPushButton::clicked, this, &BenchPages::remove);
    connect(&m_holder.pages(), &counter::PageActs::changed, this, &BenchPages::showLast);
    retranslate();
}

bool BenchPages::hasPages() const {
    return !m_places.empty();
}

void BenchPages::step(int direction) {
    m_viewer->step(direction);
}

void BenchPages::refresh() {
    std::vector<domain::Page> pages;
    m_places.clear();
    const auto& papers = m_holder.pages().papers();
    for (size_t paper = 0; paper < papers.size(); ++paper)
        for (size_t page = 0; page < papers[paper].pages.size(); ++page) {
            pages.push_back(papers[paper].pages[page]);
            m_places.emplace_back(static_cast<int>(paper), static_cast<int>(page));
        }
    m_viewer->setPages(std::move(pages));
    setVisible(hasPages());
}

void BenchPages::showLast() {
    refresh();
    if (m_viewer->count() > 0)
        m_viewer->showPage(m_stay < 0 ? m_viewer->count() - 1 : std::min(m_stay, m_viewer->count() - 1));
}

std::pair<int, int> BenchPages::shown() const {
    const int index = m_viewer->current();
    return index >= 0 && index < static_cast<int>(m_places.size()) ? m_places[static_cast<size_t>(index)] : std::pair(-1, -1);
}

base::Result<QByteArray> BenchPages::contentOf(const domain::BlobHash& hash) const {
    for (const auto& [paper, page] : m_places)
        if (const domain::Page* known = m_holder.pages().page(paper, page); known && known->blob == hash)
            return m_holder.pageContent(paper, page);
    return base::fail(QStringLiteral("blob.missing"));
}

void BenchPages::turn() {
    const auto [paper, page] = shown();
    if (paper < 0)
        return;
    m_stay = m_viewer->current();
    if (const auto turned = m_holder.turnPage(paper, page); !turned)
        emit failed(turned.error());
    m_stay = -1;
}

void BenchPages::remove() {
    const auto [paper, page] = shown();
    if (paper < 0)
        return;
    m_stay = m_viewer->current();
    m_holder.pages().remove(paper, page);
    m_stay = -1;
}

void BenchPages::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void BenchPages::retranslate() {
    setHeading(tr("Scanned pages"));
    m_turn->setLabel(tr("Turn"));
    m_remove->setLabel(tr("Take out"));
}

}
