#include "app/ui/handover/HandOverPlace.h"

#include "app/domain/CardQr.h"
#include "app/domain/Comer.h"
#include "app/domain/Decide.h"
#include "app/domain/Fold.h"
#include "app/domain/Passport.h"
#include "app/ui/handover/AttestationPlacePanel.h"
#include "app/ui/handover/FinishCard.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/Card.h"
#include "app/ui/widgets/DossierList.h"
#include "app/ui/widgets/EmptyState.h"
#include "app/ui/widgets/PdfPreview.h"
#include "app/ui/widgets/ScrollColumn.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QTableView>

#include <algorithm>

namespace motcua::ui {

using counter::NextStep;

HandOverPlace::HandOverPlace(counter::Counter& counter, QWidget* parent)
    : PlacePage(parent), m_counter(counter), m_desk(counter.handOver()),
      m_waiting(new DossierList(
          &counter.desk().calendar(), [&counter] { return counter.desk().now(); }, this)),
      m_papers(new DossierList(
          &counter.desk().calendar(), [&counter] { return counter.desk().now(); }, this)),
      m_elsewhere(new Banner(this)), m_waitingCard(new Card(this)), m_papersCard(new Card(this)),
      m_finish(new FinishCard(counter.desk(), counter.jottings(), this)), m_meeting(new ScrollColumn(m_finish, this)),
      m_placing(new AttestationPlacePanel(counter, this)), m_sheet(new Card(this)), m_preview(new PdfPreview(m_sheet)) {
    addActions();
    layOut();
    wire();
    retranslate();
    showCurrent();
}

void HandOverPlace::addActions() {
    m_open = addAction(ButtonKind::Quiet, QStringLiteral("folder-open"), QKeySequence(Qt::Key_F4));
    m_place = addAction(ButtonKind::Quiet, QStringLiteral("maximize-2"), QKeySequence(Qt::Key_F3));
    m_again = addAction(ButtonKind::Secondary, QStringLiteral("printer"), QKeySequence(Qt::Key_F5));
    m_next = addAction(ButtonKind::Primary, QStringLiteral("arrow-right"), QKeySequence(Qt::Key_F9));
    connect(m_open, &QPushButton::clicked, this, [this] { emit dossierRequested(m_dossier.id); });
    connect(m_place, &QPushButton::clicked, this, [this] { askPlace(false); });
    connect(m_again, &QPushButton::clicked, this, &HandOverPlace::printAttestation);
    connect(m_next, &QPushButton::clicked, this, &HandOverPlace::goOn);
}

void HandOverPlace::layOut() {
    const Metrics& metrics = theme().metrics();
    for (const auto& [card, table] : {std::pair{m_waitingCard, m_waiting}, std::pair{m_papersCard, m_papers}}) {
        card->setFlush(true);
        card->body()->addWidget(table, 1);
        table->setCompact(true);
    }
    // Whoever comes says a name; the order tells the rest.
    for (DossierList* table : {m_waiting, m_papers})
        table->setColumnShown(DossierModel::Due, false);
    m_sheet->body()->addWidget(m_preview, 1);
    m_sheet->setMinimumWidth(metrics.px(240));
    auto* lists = new QWidget(this);
    auto* left = new QVBoxLayout(lists);
    left->setContentsMargins({});
    left->setSpacing(metrics.space(3));
    left->addWidget(m_waitingCard, 3);
    left->addWidget(m_papersCard, 1);
    m_elsewhere->setClosable(false);
    body()->addWidget(m_elsewhere);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(metrics.space(3));
    columns->addWidget(lists, 5);
    columns->addWidget(m_meeting, 10);
    columns->addWidget(m_placing, 10);
    m_placing->hide();
    columns->addWidget(m_sheet, 5);
    body()->addLayout(columns, 1);
}

void HandOverPlace::wire() {
    for (DossierList* list : {m_waiting, m_papers})
        list->view()->installEventFilter(this);
    m_papers->unpick();
    connect(m_waiting, &DossierList::currentChanged, this, &HandOverPlace::showCurrent);
    connect(m_waiting, &DossierList::opened, this, &PlacePage::dossierRequested);
    connect(m_papers, &DossierList::opened, this, &PlacePage::dossierRequested);
    connect(&m_counter, &counter::Counter::archiveChanged, this, &HandOverPlace::refresh);
    connect(&m_desk, &counter::HandOverDesk::handedOver, m_finish, &FinishCard::settle);
    connect(&m_counter.held(), &counter::HeldActs::takenBack, this, [this](const counter::HeldAct& act) {
        if (isHidden())
            return;
        refresh();
        m_waiting->select(act.dossier);
        showCurrent();
    });
    connect(m_placing, &AttestationPlacePanel::cancelled, this, &HandOverPlace::leavePlace);
    connect(m_placing, &AttestationPlacePanel::placed, this, [this] {
        const bool prints = m_placing->prints();
        leavePlace();
        if (prints)
            printAttestation();
        else
            showPreview();
    });
    connect(&m_counter.printing(), &counter::Printing::printed, this, &HandOverPlace::printEnded);
    connect(&m_counter.printing(), &counter::Printing::failed, this, &HandOverPlace::printFailed);
    connect(m_finish, &FinishCard::takerSaid, this, [this] {
        if (m_othersCard.isNull())
            return;
        m_othersCard = {};
        banner()->clear();
        showStep();
    });
    connect(m_finish, &FinishCard::feeOnlyAsked, this,
        [this] { acted(m_desk.collectFee(m_dossier.id, m_finish->answers().method), tr("Fee taken: %1.").arg(words::dong(m_dossier.feeTotal()))); });
    connect(m_finish, &FinishCard::handOverOnlyAsked, this, [this] { acted(m_desk.holdHandOver(m_dossier.id, m_finish->answers())); });
    connect(m_finish, &FinishCard::closeAsked, this, [this] {
        if (acted(m_desk.holdClose(m_dossier.id, m_finish->answers())))
            leaveDossier();
    });
    // What was missing stands there now.
    connect(m_finish, &FinishCard::edited, this, [this] {
        if (m_missing && isRefused() && !m_finish->lacks(m_refusal))
            banner()->clear();
    });
    connect(m_finish, &FinishCard::feeSlipAsked, this, [this] { m_desk.printFeeSlip(m_dossier.id); });
}

void HandOverPlace::activate() {
    refresh();
    m_waiting->setFocus();
}

void HandOverPlace::forget() {
    m_waiting->setRows({});
    m_papers->setRows({});
}

void HandOverPlace::openDossier(domain::DossierId dossier) {
    m_waiting->select(dossier);
}

bool HandOverPlace::isWaiting(domain::DossierId dossier) const {
    const auto& rows = m_waiting->rows();
    return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.id == dossier; });
}

bool HandOverPlace::takeReceipt(domain::DossierId dossier) {
    m_finish->noteCode();
    if (!isWaiting(dossier))
        return false;
    banner()->clear();
    m_waiting->select(dossier);
    m_waiting->setFocus();
    return true;
}

bool HandOverPlace::takeCard(const domain::CardQr& card) {
    takeHolder(domain::markOf(card), card.name, true);
    return true;
}

bool HandOverPlace::takePassport(const domain::Passport& passport) {
    takeHolder(domain::markOf(passport), passport.name(), false);
    return true;
}

/// The results that the holder may take: as the applicant, or in the applicant's place.
void HandOverPlace::takeHolder(const domain::IdentityMark& shown, const QString& name, bool hasMarks) {
    m_finish->noteCode();
    const std::vector<domain::DossierId> theirs = m_desk.waitingFor(shown, m_waiting->rows());
    if (theirs.empty()) {
        const bool picked = !m_dossier.id.isNull();
        m_finish->noteStranger();
        bar({picked ? QStringLiteral("scan.not-the-applicant") : QStringLiteral("scan.nothing-waits"),
            {{QStringLiteral("holder"), name}, {QStringLiteral("name"), m_dossier.applicant.name}}});
        return;
    }
    banner()->clear();
    m_othersCard = {};
    // Whose card it is may take it after all.
    showStep();
    if (!domain::mayCome(m_dossier.applicant, shown))
        m_waiting->select(theirs.front());
    m_waiting->setFocus();
    const QString known = domain::nameOfComer(m_dossier.applicant, shown).value_or(QString());
    if (domain::searchKey(known) != domain::searchKey(name)) {
        // Without a name on record there is nothing to compare the card with but the person.
        const QString why = known.isEmpty() ? QStringLiteral("scan.no-name-on-record") : QStringLiteral("scan.other-name");
        bar({why, {{QStringLiteral("holder"), name}, {QStringLiteral("name"), known}}});
        return;
    }
    if (hasMarks && !domain::isSameName(known, name)) {
        m_finish->noteStranger();
        banner()->show({QStringLiteral("scan.similar-name"), {{QStringLiteral("holder"), name}, {QStringLiteral("name"), known}}});
        return;
    }
    m_finish->noteCard(name);
    const auto count = static_cast<int>(theirs.size());
    const bool own = domain::mayBeOne(domain::markOf(m_dossier.applicant), shown);
    emit noticed({Tone::Success, own ? tr("The card is the applicant's: %1. Results waiting: %2.").arg(name).arg(count)
                                     : tr("%1 may take the result of %2. Results waiting: %3.").arg(name, m_dossier.applicant.name).arg(count)});
}

void HandOverPlace::refresh() {
    if (isHidden())
        return;
    auto waiting = m_desk.waiting();
    auto papers = m_counter.supplements().waiting();
    if (!waiting || !papers) {
        banner()->show(waiting ? papers.error() : waiting.error());
        return;
    }
    // The rail counts those that are handed over here.
    const auto here = std::count_if(waiting->begin(), waiting->end(), [this](const auto& row) { return m_desk.isHere(row); });
    const auto away = static_cast<int>(waiting->size()) - static_cast<int>(here);
    const QString count = QString::number(here);
    m_waitingCard->setCaption(away > 0 ? tr("%1 · %n at another desk", nullptr, away).arg(count) : count);
    m_papersCard->setCaption(QString::number(papers->size()));
    m_papersCard->setVisible(!papers->empty());
    m_papers->setRows(std::move(*papers));
    m_waiting->setRows(std::move(*waiting));
    showCurrent();
}

void HandOverPlace::showCurrent() {
    const domain::DossierId id = m_waiting->current();
    const auto dossier = id.isNull() ? base::Result<domain::Dossier>(domain::Dossier()) : m_counter.runner().dossier(id);
    if (!dossier) {
        banner()->show(dossier.error());
        return;
    }
    if (id != m_dossier.id && isRefused())
        banner()->clear();
    if (id != m_dossier.id)
        leavePlace();
    m_dossier = *dossier;
    m_visit = id.isNull() ? std::vector<domain::Dossier>() : m_desk.visitOf(m_dossier);
    m_meeting->setVisible(!id.isNull() && m_placing->isHidden());
    fitSheet();
    if (!id.isNull()) {
        m_finish->setDossier(m_dossier);
        m_finish->setVisit(m_visit, m_desk.readyWith(m_dossier, m_visit));
    }
    showStep();
    showPreview();
}

/// Large text on a small screen leaves no room for the paper beside the meeting; it is in the dossier too.
void HandOverPlace::fitSheet() {
    constexpr int roomy = 960;
    m_sheet->setVisible(!m_dossier.id.isNull() && width() >= theme().metrics().px(roomy));
}

void HandOverPlace::resizeEvent(QResizeEvent* event) {
    PlacePage::resizeEvent(event);
    fitSheet();
}

void HandOverPlace::showStep() {
    m_step = m_dossier.id.isNull() ? NextStep::None : m_desk.nextStep(m_dossier.id);
    m_together = m_dossier.id.isNull() ? std::vector<domain::DossierId>() : m_desk.readyWith(m_dossier, m_visit);
    const auto count = static_cast<int>(m_together.size());
    const bool isReady = m_step == NextStep::Finish || m_step == NextStep::HandOver;
    m_unprinted = isReady ? m_desk.unprintedWith(m_dossier, m_visit) : domain::DossierId();
    switch (m_step) {
    case NextStep::None:
        m_next->setLabel(tr("Next step"));
        break;
    case NextStep::PrintAttestation:
        m_next->setLabel(tr("Print the result"));
        break;
    case NextStep::Finish:
        m_next->setLabel(count > 1 ? tr("Take the fees, hand over %n results", nullptr, count) : tr("Take the fee, hand over"));
        break;
    case NextStep::HandOver:
        m_next->setLabel(count > 1 ? tr("Hand over %n results", nullptr, count) : tr("Hand over"));
        break;
    case NextStep::Close:
        m_next->setLabel(tr("Close"));
        break;
    }
    if (!m_unprinted.isNull())
        m_next->setLabel(tr("Next result of the visit"));
    const bool shown = !m_dossier.id.isNull();
    // Whose card it was takes nothing until somebody has said why it may.
    const bool barred = shown && m_othersCard == m_dossier.id && isReady;
    // Programs before record version 4 left it so.
    const bool numberless = shown && domain::lostItsNumber(m_dossier);
    const bool placing = !m_placing->isHidden();
    m_next->setEnabled(m_step != NextStep::None && !barred && !numberless && !placing && !m_papers->view()->hasFocus());
    m_finish->setBarred(barred);
    // The print that comes before it took the words away.
    if (barred && banner()->isHidden())
        banner()->show(m_whyBarred);
    // The folder lies with whoever received it, and what is in it is handed over there.
    const bool elsewhere = shown && m_dossier.holder != m_counter.desk().station();
    m_finish->setEnabled(!elsewhere);
    if (numberless)
        m_elsewhere->show(Tone::Warning, tr("The number of this result was spoiled, and it has no other."), {},
            tr("The supervisor approves it again (Approval); then it is printed and handed over."));
    else
        showElsewhere(elsewhere);
    m_open->setVisible(shown);
    const QString place = shown ? m_counter.printing().placeOf(m_dossier) : QString();
    m_place->setVisible(!elsewhere && !placing && !place.isEmpty() && place != QLatin1String(domain::placed::ownSheet) && m_dossier.liveEntry());
    m_again->setVisible(!placing && shown && !elsewhere && m_step != NextStep::PrintAttestation && m_desk.resultPaper(m_dossier));
    m_again->setLabel(m_dossier.job.owesAttestations() ? tr("Print again") : tr("Print the result"));
}

/// The citizen is sent on: to whom is said.
void HandOverPlace::showElsewhere(bool elsewhere) {
    if (!elsewhere) {
        m_elsewhere->clear();
        return;
    }
    const QString who = m_counter.dossiers().whoHolds(m_dossier.id);
    m_elsewhere->show(Tone::Info, who.isEmpty() ? tr("This result lies at another desk.") : tr("This result lies at the desk of %1.").arg(who), {},
        tr("It is handed over there, where it was received."));
}

void HandOverPlace::showPreview() {
    if (m_dossier.id.isNull()) {
        m_preview->clear();
        return;
    }
    const counter::Printing& printing = m_counter.printing();
    auto paper = m_step != NextStep::PrintAttestation ? printing.paperFor(m_dossier, domain::offer::paid) : std::nullopt;
    if (!paper)
        paper = m_desk.resultPaper(m_dossier);
    if (const auto papers = printing.papersFor(m_dossier); !paper && !papers.empty())
        paper = papers.front();
    m_sheet->setHeading(paper ? words::inLanguage(paper->name) : QString());
    const auto pdf = paper ? printing.preview(paper->form, m_dossier.id) : base::Result<QByteArray>(QByteArray());
    m_preview->setPdf(pdf.value_or(QByteArray()));
}

void HandOverPlace::bar(const base::Error& why) {
    m_othersCard = m_dossier.id;
    m_whyBarred = why;
    showStep();
    banner()->show(why);
}

void HandOverPlace::goOn() {
    banner()->clear();
    // What came together goes out together: each attestation is printed on its own paper first.
    if (!m_unprinted.isNull()) {
        m_waiting->select(m_unprinted);
        showCurrent();
        return;
    }
    switch (m_step) {
    case NextStep::None:
        break;
    case NextStep::PrintAttestation:
        printAttestation();
        break;
    case NextStep::Finish:
    case NextStep::HandOver:
    case NextStep::Close:
        if (acted(m_together.size() > 1 ? m_desk.holdFinish(m_together, m_finish->answers()) : m_desk.holdFinish(m_dossier.id, m_finish->answers())))
            leaveDossier();
        break;
    }
}

void HandOverPlace::printAttestation() {
    banner()->clear();
    if (m_counter.printing().isTopAsked(m_dossier))
        askPlace(true);
    else
        m_desk.printAttestation(m_dossier.id);
}

void HandOverPlace::askPlace(bool prints) {
    m_placing->ask(m_dossier, prints);
    m_meeting->hide();
    m_placing->show();
    m_placing->setFocus();
    showStep();
}

void HandOverPlace::leavePlace() {
    if (m_placing->isHidden())
        return;
    m_placing->hide();
    m_placing->forget();
    m_meeting->setVisible(!m_dossier.id.isNull());
    m_waiting->setFocus();
    showStep();
}

/// A refusal leads to its cause, and until it is mended no key is a rating.
bool HandOverPlace::acted(const base::Outcome& outcome, const QString& done) {
    m_refusal = outcome ? QString() : outcome.error().code;
    if (told(outcome, done, m_waiting))
        return true;
    m_missing = m_finish->lead(m_refusal);
    return false;
}

bool HandOverPlace::isRefused() const {
    return !m_refusal.isEmpty() && banner()->isShown() && banner()->error().code == m_refusal;
}

/// Whoever comes next is picked by the clerk: the same key pressed again must not act on somebody else's dossier.
void HandOverPlace::leaveDossier() {
    m_waiting->unpick();
    refresh();
    showCurrent();
}

void HandOverPlace::printEnded(const QString& form, domain::DossierId dossier) {
    if (isHidden() || dossier.isNull())
        return;
    const counter::Printing& printing = m_counter.printing();
    QString told = tr("%1: the printer has it.").arg(words::inLanguage(printing.nameOf(form, dossier)));
    const auto about = m_counter.runner().dossier(dossier);
    const auto result = about ? m_desk.resultPaper(*about) : std::nullopt;
    if (result && result->attests && result->form == form && printing.isStampedOverEdges(*about))
        told += QLatin1Char(' ') + tr("Where it has several sheets, stamp over their edges as well.");
    emit noticed({Tone::Success, told});
    refresh();
}

void HandOverPlace::printFailed(const QString& form, domain::DossierId dossier) {
    if (isHidden() || dossier.isNull())
        return;
    const auto slip = m_counter.printing().paperFor(m_dossier, domain::offer::paid);
    if (slip && slip->form == form)
        emit noticed({Tone::Warning, tr("The fee is kept; only its slip was not printed.")});
}

bool HandOverPlace::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && watched == m_waiting->view()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::NoModifier && key->key() >= Qt::Key_1 && key->key() <= Qt::Key_5) {
            if (m_finish->isEnabled() && !isRefused())
                m_finish->pressScore(key->key() - Qt::Key_0);
            return true;
        }
    }
    if (watched == m_papers->view() && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        markOneRow(event->type() == QEvent::FocusIn);
    return PlacePage::eventFilter(watched, event);
}

/// Of the two lists the one with the hand in it; what is handed over is always the marked row.
void HandOverPlace::markOneRow(bool amongPapers) {
    if (!amongPapers)
        m_papers->unpick();
    else if (m_papers->current().isNull() && !m_papers->rows().empty())
        m_papers->select(m_papers->rows().front().id);
    if (amongPapers)
        m_waiting->view()->clearSelection();
    else
        m_waiting->select(m_dossier.id);
    showStep();
}

std::vector<KeyLine> HandOverPlace::moreKeys() const {
    return {{QStringLiteral("1 … 5"), tr("The citizen's rating")}, {QStringLiteral("Enter"), tr("Open the whole dossier")}};
}

void HandOverPlace::retranslate() {
    setTitle(tr("Hand over"));
    setSubtitle(tr("Results that wait for their owners, the oldest first"));
    m_waitingCard->setHeading(tr("Results waiting"));
    m_papersCard->setHeading(tr("Waiting for papers"));
    m_waiting->emptyState()->setWords(tr("No result is waiting"), tr("What is approved comes here by itself."));
    m_preview->emptyState()->setWords(tr("Nothing to print"), tr("This result leaves without a form of ours."));
    m_open->setLabel(tr("Open dossier"));
    m_place->setLabel(tr("Place on the sheet"));
    showStep();
}

}
