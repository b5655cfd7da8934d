#include "app/ui/folders/FolderDetail.h"

#include "app/ui/folders/FolderSummary.h"
#include "app/ui/folders/FormView.h"
#include "app/ui/folders/HistoryList.h"
#include "app/ui/folders/PaperView.h"
#include "app/ui/style/Theme.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/TextEdit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>

namespace motcua::ui {

FolderDetail::FolderDetail(counter::Counter& counter, QWidget* parent)
    : Card(parent), m_jottings(counter.jottings()), m_tabs(new QTabWidget(this)), m_summary(new FolderSummary(counter.desk())), m_papers(new PaperView(counter.folders())),
      m_history(new HistoryList([&counter](domain::UserId user) { return counter.folders().nameOf(user); })),
      m_forms(new FormView(counter.printing())), m_note(new TextEdit), m_keep(new ActionButton(ButtonKind::Quiet, QStringLiteral("plus"), QKeySequence())) {
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
    connect(&m_jottings, &counter::Jottings::restored, this, &FolderDetail::recallNote);
    connect(m_forms, &FormView::printRequested, this, &FolderDetail::printRequested);
    connect(m_forms, &FormView::left, this, &FolderDetail::formsLeft);
    connect(m_forms, &FormView::failed, this, &FolderDetail::failed);
    retranslate();
}

QWidget* FolderDetail::scrolling(QWidget* content) {
    auto* canvas = new QWidget;
    canvas->setObjectName(QStringLiteral("sheet"));
    auto* column = new QVBoxLayout(canvas);
    column->setContentsMargins(0, theme().metrics().space(3), theme().metrics().space(2), 0);
    column->addWidget(content);
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidget(canvas);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return scroll;
}

void FolderDetail::setFolder(const counter::Folder& folder, std::optional<bool> unsent) {
    m_summary->setDossier(folder.dossier, unsent);
    m_papers->setPapers(folder.dossier.papers);
    m_history->setHistory(folder.history);
    m_forms->setDossier(folder.dossier);
    m_tabs->setTabVisible(Papers, !folder.dossier.papers.empty());
    if (folder.dossier.id == m_dossier)
        return;
    m_dossier = folder.dossier.id;
    recallNote();
}

void FolderDetail::recallNote() {
    m_note->setValue(m_jottings.jotted(noteField(m_dossier)));
}

void FolderDetail::settleNote(domain::DossierId dossier) {
    m_jottings.jot(noteField(dossier), {});
    recallNote();
}

QString FolderDetail::noteField(domain::DossierId dossier) {
    return QStringLiteral("note/") + dossier.toString();
}

void FolderDetail::toggleRevealed() {
    m_tabs->setCurrentIndex(Facts);
    m_summary->setRevealed(!m_summary->isRevealed());
}

void FolderDetail::mask() {
    m_summary->setRevealed(false);
}

void FolderDetail::beginNote() {
    m_tabs->setCurrentIndex(Past);
    m_note->setFocus();
}

void FolderDetail::turn(int tabs) {
    int next = m_tabs->currentIndex();
    do
        next = (next + tabs + m_tabs->count()) % m_tabs->count();
    while (!m_tabs->isTabVisible(next) && next != m_tabs->currentIndex());
    m_tabs->setCurrentIndex(next);
}

void FolderDetail::showForms() {
    m_tabs->setCurrentIndex(Forms);
    m_forms->begin();
}

void FolderDetail::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void FolderDetail::retranslate() {
    m_tabs->setTabText(Facts, tr("Dossier"));
    m_tabs->setTabText(Papers, tr("Papers"));
    m_tabs->setTabText(Past, tr("History"));
    m_tabs->setTabText(Forms, tr("Forms"));
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the folder"));
    m_note->setPlaceholderText(tr("Add a note …"));
    m_note->setAccessibleName(tr("Note"));
    m_keep->setLabel(tr("Keep the note"));
}

}
