#include "app/ui/intake/PagesPanel.h"

#include "app/counter/Counter.h"
#include "app/counter/PageHolder.h"
#include "app/ui/intake/LastDone.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/EmptyState.h"
#include "app/ui/widgets/KeyRest.h"
#include "app/ui/widgets/PageViewer.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QShortcut>

#include <algorithm>

namespace motcua::ui {

PagesPanel::PagesPanel(counter::PageHolder& holder, counter::Counter& counter, QWidget* parent)
    : Card(parent), m_holder(holder), m_acts(holder.pages()), m_scanning(counter.scanning()), m_viewer(new PageViewer(this)),
      m_running(new QWidget(this)), m_bar(new QProgressBar(m_running)), m_count(new TextLabel(TextRole::Muted, m_running)),
      m_stop(new ActionButton(ButtonKind::Secondary, QStringLiteral("x"), QKeySequence(Qt::SHIFT | Qt::Key_F5), m_running)),
      m_remove(new ActionButton(ButtonKind::Quiet, QStringLiteral("trash-2"), QKeySequence(Qt::CTRL | Qt::Key_Delete), this)),
      m_split(new ActionButton(ButtonKind::Quiet, QStringLiteral("chevron-down"), QKeySequence(Qt::CTRL | Qt::Key_Down), this)),
      m_cutLine(new QWidget(this)), m_cut(new TextLabel(TextRole::Muted, m_cutLine)),
      m_swapCut(new ActionButton(ButtonKind::Secondary, QStringLiteral("scan-line"), QKeySequence(Qt::CTRL | Qt::Key_F5), m_cutLine)),
      m_lastDone(new LastDone(m_acts, this)) {
    for (ActionButton* button : {m_remove, m_split})
        button->setProperty(takesSteps, true);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_cut->setWordWrap(true);
    auto* cutLine = new QHBoxLayout(m_cutLine);
    cutLine->setContentsMargins(0, 0, 0, 0);
    cutLine->addWidget(m_cut, 1);
    cutLine->addWidget(m_swapCut);
    auto* line = new QHBoxLayout(m_running);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_bar, 1);
    line->addWidget(m_count);
    line->addWidget(m_stop);
    addToHeading(m_split);
    addToHeading(m_remove);
    body()->addWidget(m_running);
    body()->addWidget(m_cutLine);
    body()->addWidget(m_viewer, 1);
    m_viewer->setReader([this](const domain::BlobHash& hash) { return contentOf(hash); }, counter.pages());
    connect(m_stop, &QPushButton::clicked, &m_scanning, &counter::Scanning::cancel);
    connect(m_remove, &QPushButton::clicked, this, &PagesPanel::removeShown);
    addPageKeys();
    connect(&m_scanning, &counter::Scanning::started, this, &PagesPanel::showProgress);
    connect(&m_scanning, &counter::Scanning::waitingChanged, this, &PagesPanel::showProgress);
    connect(&m_scanning, &counter::Scanning::pageKept, this, &PagesPanel::showProgress);
    connect(&m_scanning, &counter::Scanning::blankDropped, this, &PagesPanel::showProgress);
    connect(&m_scanning, &counter::Scanning::finished, this, &PagesPanel::showProgress);
    connect(&m_acts, &counter::PageActs::changed, this, &PagesPanel::showLast);
    connect(&m_acts, &counter::PageActs::currentChanged, this, &PagesPanel::refresh);
    retranslate();
    showProgress();
}

base::Result<QByteArray> PagesPanel::contentOf(const domain::BlobHash& hash) const {
    const auto& papers = m_acts.papers();
    for (size_t paper = 0; paper < papers.size(); ++paper)
        for (size_t page = 0; page < papers[paper].pages.size(); ++page)
            if (papers[paper].pages[page].blob == hash)
                return m_holder.pageContent(static_cast<int>(paper), static_cast<int>(page));
    return base::fail(QStringLiteral("blob.missing"));
}

void PagesPanel::refresh() {
    const auto& papers = m_acts.papers();
    const auto current = static_cast<size_t>(std::max(0, m_acts.current()));
    m_viewer->setPages(current < papers.size() ? papers[current].pages : std::vector<domain::Page>());
    m_remove->setVisible(m_viewer->count() > 0);
    nameRemoval();
    m_split->setVisible(m_viewer->count() > 0);
    showCut();
    setCaption(current < papers.size() ? papers[current].name : QString());
}

void PagesPanel::showLast() {
    refresh();
    if (m_viewer->count() > 0)
        m_viewer->showPage(m_stay < 0 ? m_viewer->count() - 1 : std::min(m_stay, m_viewer->count() - 1));
    showCut();
}

void PagesPanel::addPageKeys() {
    connect(m_split, &QPushButton::clicked, this, [this] { stayAt(0, [&] { m_acts.splitAt(m_acts.current(), m_viewer->current()); }); });
    connect(m_swapCut, &QPushButton::clicked, this,
        [this] { stayAt(m_viewer->current(), [&] { m_acts.swapCut(m_acts.current(), m_viewer->current()); }); });
    connect(m_viewer, &PageViewer::pageShown, this, &PagesPanel::showCut);
    connect(m_viewer, &PageViewer::pageShown, this, &PagesPanel::nameRemoval);
    m_joinKey = addKey(QKeySequence(Qt::CTRL | Qt::Key_Up), [this] { stayAt(0, [&] { m_acts.joinToPrevious(m_acts.current()); }); });
    m_forwardKey = addKey(QKeySequence(Qt::CTRL | Qt::Key_PageUp), [this] { move(-1); });
    m_backKey = addKey(QKeySequence(Qt::CTRL | Qt::Key_PageDown), [this] { move(1); });
    m_turnKey = addKey(QKeySequence(Qt::CTRL | Qt::Key_R), [this] { turn(); });
}

/// Of the whole place: while pages come, the hand is in the form.
QShortcut* PagesPanel::addKey(const QKeySequence& key, const std::function<void()>& act) {
    auto* shortcut = new QShortcut(key, this);
    shortcut->setContext(Qt::WindowShortcut);
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, this, [key, act] {
        if (KeyRest::instance().mayDo(key, KeyRest::Does::Step))
            act();
    });
    return shortcut;
}

void PagesPanel::step(int direction) {
    m_viewer->step(direction);
}

bool PagesPanel::hasPages() const {
    return m_viewer->count() > 0;
}

void PagesPanel::undo() {
    if (!m_lastDone->undoText() && m_acts.count() > 0)
        stayAt(m_viewer->current(), [this] { m_acts.undo(); });
}

void PagesPanel::stayAt(int index, const std::function<void()>& act) {
    m_stay = std::max(index, 0);
    act();
    m_stay = -1;
}

void PagesPanel::move(int step) {
    const int from = m_viewer->current();
    if (from >= 0)
        stayAt(from + step, [&] { m_acts.move(m_acts.current(), from, from + step); });
}

void PagesPanel::turn() {
    const int shown = m_viewer->current();
    if (shown < 0)
        return;
    base::Outcome turned = base::done();
    stayAt(shown, [&] { turned = m_holder.turnPage(m_acts.current(), shown); });
    if (!turned)
        emit failed(turned.error());
}

/// What was cut off is never silent: it is said beside the page, with the key that brings it back.
void PagesPanel::showCut() {
    const int paper = m_acts.current();
    const counter::CutPage* cut = m_acts.cutOf(paper, m_viewer->current());
    m_cutLine->setVisible(cut != nullptr);
    if (!cut)
        return;
    const bool isCut = m_acts.page(paper, m_viewer->current())->blob == cut->cut.blob;
    m_cut->setText(isCut ? tr("The dark edge around this page was cut off.") : tr("This page is shown as it came from the scanner."));
    m_swapCut->setLabel(isCut ? tr("Show it whole") : tr("Cut the edge off"));
}

void PagesPanel::showProgress() {
    m_running->setVisible(m_scanning.isBusy());
    QStringList facts{tr("%n page(s) kept", nullptr, m_scanning.pagesKept())};
    if (m_scanning.blanksDropped() > 0)
        facts << tr("%n blank", nullptr, m_scanning.blanksDropped());
    if (m_scanning.filesWaiting() > 0)
        facts << tr("files read after it: %1").arg(m_scanning.filesWaiting());
    m_count->setText(facts.join(QStringLiteral(" · ")));
}

void PagesPanel::removeShown() {
    if (m_viewer->current() >= 0)
        stayAt(m_viewer->current(), [this] { m_acts.remove(m_acts.current(), m_viewer->current()); });
}

/// A PDF is kept whole, so it goes whole: that is said before the key is pressed.
void PagesPanel::nameRemoval() {
    const domain::Page* page = m_viewer->count() > 0 ? m_acts.page(m_acts.current(), m_viewer->current()) : nullptr;
    const int inside = page ? page->inside.value_or(1) : 1;
    m_remove->setLabel(inside > 1 ? tr("Remove this file (%n page(s))", nullptr, inside) : tr("Remove this page"));
}

void PagesPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void PagesPanel::retranslate() {
    setHeading(tr("Scanned pages"));
    m_stop->setLabel(tr("Stop"));
    nameRemoval();
    m_split->setLabel(tr("Next paper from here"));
    m_swapCut->setWhatsThis(tr("The page as it came from the scanner, or without its dark edge"));
    m_joinKey->setWhatsThis(tr("These pages back to the paper before"));
    m_forwardKey->setWhatsThis(tr("Move this page forward, back"));
    m_backKey->setWhatsThis(tr("Move this page forward, back"));
    m_turnKey->setWhatsThis(tr("Turn this page a quarter to the right"));
    m_viewer->emptyState()->setWords(tr("No page yet"), tr("F5 scans the feeder, F6 takes a file."));
    refresh();
    showProgress();
}

}
