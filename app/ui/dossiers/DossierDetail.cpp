#include "app/ui/dossiers/DossierDetail.h"

#include "app/ui/dossiers/DossierSummary.h"
#include "app/ui/dossiers/FormView.h"
#include "app/ui/dossiers/HistoryList.h"
#include "app/ui/dossiers/PaperView.h"
#include "app/ui/style/Theme.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/ScrollColumn.h"
#include "app/ui/widgets/TextEdit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QTabBar>
#include <QTabWidget>

namespace motcua::ui {

DossierDetail::DossierDetail(counter::Counter& counter, QWidget* parent)
    : Card(parent), m_desk(counter.dossiers()), m_jottings(counter.jottings()), m_tabs(new QTabWidget(this)),
      m_summary(new DossierSummary(counter.desk())), m_papers(new PaperView(counter)), m_history(new HistoryList(counter)),
      m_forms(new FormView(counter.printing())), m_note(new TextEdit),
      m_keep(new ActionButton(ButtonKind::Quiet, QStringLiteral("plus"), QKeySequence())) {
    auto* past = new QWidget;
    auto* column = new QVBoxLayout(past);
    column->setContentsMargins({});
    auto* line = new QHBoxLayout;
    line->addWidget(m_note, 1);
    line->addWidget(m_keep);
    column->addLayout(line);
    column->addWidget(scrolling(m_history), 1);
    m_tabs->addTab(scrolling(m_summary), QString());
    m_tabs->addTab(m_papers, QString());
    m_tabs->addTab(past, QString());
    m_tabs->addTab(m_forms, QString());
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    body()->addWidget(m_tabs, 1);
    connect(m_tabs, &QTabWidget::currentChanged, this, &DossierDetail::pagesChanged);
    const auto keep = [this] {
        if (!m_note->value().isEmpty())
            emit noteWritten(m_note->value());
    };
    connect(m_note, &QLineEdit::returnPressed, this, keep);
    connect(m_keep, &QPushButton::clicked, this, keep);
    connect(m_note, &QLineEdit::textChanged, this, [this] {
        if (!m_dossier.isNull())
            m_jottings.jot(noteField(m_dossier), m_note->value());
    });
    connect(&m_jottings, &counter::Jottings::restored, this, &DossierDetail::recallNote);
    connect(m_forms, &FormView::printRequested, this, &DossierDetail::printRequested);
    connect(m_forms, &FormView::left, this, &DossierDetail::formsLeft);
    connect(m_forms, &FormView::failed, this, &DossierDetail::failed);
    retranslate();
}

QWidget* DossierDetail::scrolling(QWidget* content) {
    auto* canvas = new QWidget;
    canvas->setObjectName(QStringLiteral("sheet"));
    auto* column = new QVBoxLayout(canvas);
    column->setContentsMargins(0, theme().metrics().space(3), theme().metrics().space(2), 0);
    column->addWidget(content);
    column->addStretch();
    return new ScrollColumn(canvas);
}

void DossierDetail::setDossier(const counter::OpenedDossier& dossier, std::optional<bool> unsent) {
    m_summary->setDossier(dossier.dossier, m_desk.whoHolds(dossier), unsent, m_desk.cameWith(dossier.dossier));
    m_papers->setPapers(dossier.dossier.papers);
    emit pagesChanged();
    m_history->setDossier(dossier);
    m_forms->setDossier(dossier.dossier);
    m_tabs->setTabVisible(Papers, !dossier.dossier.papers.empty());
    if (dossier.dossier.id == m_dossier)
        return;
    m_dossier = dossier.dossier.id;
    recallNote();
}

void DossierDetail::recallNote() {
    m_note->setValue(m_jottings.jotted(noteField(m_dossier)));
}

void DossierDetail::settleNote(domain::DossierId dossier) {
    m_jottings.jot(noteField(dossier), {});
    recallNote();
}

QString DossierDetail::noteField(domain::DossierId dossier) {
    return QStringLiteral("note/") + dossier.toString();
}

void DossierDetail::toggleRevealed() {
    m_tabs->setCurrentIndex(Facts);
    m_summary->setRevealed(!m_summary->isRevealed());
}

void DossierDetail::mask() {
    m_summary->setRevealed(false);
}

void DossierDetail::begin() {
    mask();
    m_tabs->setCurrentIndex(Facts);
}

void DossierDetail::beginNote() {
    m_tabs->setCurrentIndex(Past);
    m_note->setFocus();
}

bool DossierDetail::showsPages() const {
    return isVisible() && m_tabs->currentIndex() == Papers && m_papers->hasPages();
}

void DossierDetail::turnPage(int direction) {
    m_papers->step(direction);
}

void DossierDetail::turn(int tabs) {
    int next = m_tabs->currentIndex();
    do
        next = (next + tabs + m_tabs->count()) % m_tabs->count();
    while (!m_tabs->isTabVisible(next) && next != m_tabs->currentIndex());
    m_tabs->setCurrentIndex(next);
}

void DossierDetail::showForms() {
    m_tabs->setCurrentIndex(Forms);
    m_forms->begin();
}

void DossierDetail::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void DossierDetail::retranslate() {
    m_tabs->setTabText(Facts, tr("Dossier"));
    m_tabs->setTabText(Papers, tr("Papers"));
    m_tabs->setTabText(Past, tr("History"));
    m_tabs->setTabText(Forms, tr("Forms"));
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the dossier"));
    m_note->setPlaceholderText(tr("Add a note …"));
    m_note->setAccessibleName(tr("Note"));
    m_keep->setLabel(tr("Keep the note"));
}

}
