#include "app/ui/intake/IntakePlace.h"

#include "app/ui/bench/PartiesCard.h"
#include "app/ui/intake/ApplicantCard.h"
#include "app/ui/intake/ChecklistCard.h"
#include "app/ui/intake/CorrectionBanner.h"
#include "app/ui/intake/EarlierIntake.h"
#include "app/ui/intake/FactCard.h"
#include "app/ui/intake/FormScroll.h"
#include "app/ui/intake/IntakeParties.h"
#include "app/ui/intake/IntakeSummary.h"
#include "app/ui/intake/LeadToCause.h"
#include "app/ui/intake/PageKeys.h"
#include "app/ui/intake/PageSources.h"
#include "app/ui/intake/PagesPanel.h"
#include "app/ui/intake/ProcedurePicker.h"
#include "app/ui/intake/ProxyCard.h"
#include "app/ui/intake/PutAsideCard.h"
#include "app/ui/intake/ShownPapers.h"
#include "app/ui/intake/SlipPanel.h"
#include "app/ui/intake/TermsCard.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/EnterWalk.h"
#include "app/ui/widgets/ReasonPrompt.h"

#include <QHBoxLayout>
#include <QShortcut>

#include <algorithm>

namespace motcua::ui {

IntakePlace::IntakePlace(counter::Counter& counter, QWidget* parent)
    : PlacePage(parent), m_counter(counter), m_intake(counter.intake()), m_procedure(new ProcedurePicker(m_intake.form())),
      m_applicant(new ApplicantCard(m_intake.form())), m_proxy(new ProxyCard(m_intake.form())), m_parties(new PartiesCard(m_intake.form())),
      m_facts(new FactCard(m_intake.form())), m_checklist(new ChecklistCard(m_intake.form())), m_terms(new TermsCard(m_intake.form())),
      m_summary(new IntakeSummary(m_intake.form())), m_pages(new PagesPanel(m_intake.draft(), counter)), m_slip(new SlipPanel(m_intake.form())),
      m_putAside(new PutAsideCard(m_intake.putAside())), m_correcting(new CorrectionBanner(counter)), m_earlier(new EarlierIntake(m_intake)),
      m_sources(new PageSources(counter, *this, m_intake.draft())), m_answer(new ReasonPrompt(counter.jottings())),
      m_shown(new ShownPapers(m_intake.form(), *m_applicant, *m_proxy, this)),
      m_partiesKeeper(new IntakeParties(m_intake.form(), counter.archive(), counter.desk(), *m_parties, this)), m_scroll(new FormScroll),
      m_lead(new LeadToCause(m_intake.form(), {m_procedure, m_applicant, m_proxy, m_parties, m_facts, m_checklist, m_terms}, banner(), this)),
      m_toGap(new QShortcut(QKeySequence(Qt::Key_F9), this)) {
    m_pageKeys = new PageKeys(
        this, [this](int direction) { m_pages->step(direction); }, [this] { return m_pages->hasPages(); });
    addActions();
    layOut();
    wire();
    retranslate();
    showProcedure();
}

void IntakePlace::addActions() {
    m_open = addAction(ButtonKind::Secondary, QStringLiteral("folder-open"), QKeySequence(Qt::CTRL | Qt::Key_F4));
    m_confirm = addAction(ButtonKind::Secondary, QStringLiteral("id-card"), QKeySequence(Qt::CTRL | Qt::Key_F3));
    m_confirm->setVisible(false);
    m_new = addAction(ButtonKind::Quiet, QStringLiteral("file-plus-2"), QKeySequence(Qt::Key_F2));
    m_card = addAction(ButtonKind::Quiet, QStringLiteral("id-card"), QKeySequence(Qt::Key_F3));
    m_scan = addAction(ButtonKind::Secondary, QStringLiteral("scan-line"), QKeySequence(Qt::Key_F5));
    m_import = addAction(ButtonKind::Quiet, QStringLiteral("upload"), QKeySequence(Qt::Key_F6));
    m_supplement = addAction(ButtonKind::Secondary, QStringLiteral("file-question-mark"), QKeySequence(Qt::Key_F7));
    m_refuse = addAction(ButtonKind::Secondary, QStringLiteral("ban"), QKeySequence(Qt::Key_F8));
    m_receive = addAction(ButtonKind::Primary, QStringLiteral("check"), QKeySequence(Qt::Key_F9));
    connect(m_open, &QPushButton::clicked, this, [this] { emit dossierRequested(m_intake.form().content().dossier); });
    connect(m_earlier, &EarlierIntake::taken, this, &IntakePlace::goOnWithEarlier);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        leaveField();
        m_shown->confirm();
    });
    connect(m_new, &QPushButton::clicked, this, &IntakePlace::startNew);
    m_unfinishedKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_F2), this);
    m_unfinishedKey->setContext(Qt::WidgetWithChildrenShortcut);
    connect(m_unfinishedKey, &QShortcut::activated, this, &IntakePlace::openUnfinished);
    m_separatorKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_F6), this);
    m_separatorKey->setContext(Qt::WidgetWithChildrenShortcut);
    m_separatorKey->setAutoRepeat(false);
    connect(m_separatorKey, &QShortcut::activated, m_sources, &PageSources::printSeparator);
    connect(m_card, &QPushButton::clicked, m_applicant, &ApplicantCard::beginCard);
    connect(m_scan, &QPushButton::clicked, m_sources, &PageSources::scan);
    connect(m_import, &QPushButton::clicked, m_sources, &PageSources::chooseFiles);
    connect(m_supplement, &QPushButton::clicked, this, &IntakePlace::openSupplement);
    connect(m_refuse, &QPushButton::clicked, this, &IntakePlace::openRefusal);
    connect(m_receive, &QPushButton::clicked, this, &IntakePlace::receive);
    m_toGap->setContext(Qt::WidgetWithChildrenShortcut);
    m_toGap->setAutoRepeat(false);
    connect(m_toGap, &QShortcut::activated, this, &IntakePlace::receive);
}

void IntakePlace::layOut() {
    QVBoxLayout* column = m_scroll->column();
    column->addWidget(m_putAside);
    column->addWidget(m_answer);
    column->addWidget(m_slip);
    column->addWidget(m_applicant);
    column->addWidget(m_proxy);
    column->addWidget(m_procedure);
    column->addWidget(m_parties);
    column->addWidget(m_facts);
    column->addWidget(m_checklist);
    column->addWidget(m_terms);
    column->addStretch();
    auto* left = new QVBoxLayout;
    left->setSpacing(theme().metrics().space(2));
    // In sight however far down the form is, as what waits elsewhere is above both columns.
    left->addWidget(m_correcting);
    left->addWidget(m_scroll, 1);
    left->addWidget(m_summary);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(theme().metrics().space(4));
    columns->addLayout(left, 3);
    columns->addWidget(m_pages, 2);
    body()->addWidget(m_earlier);
    body()->addLayout(columns, 1);
    new EnterWalk(m_scroll->form());
}

void IntakePlace::wire() {
    connect(m_scroll, &FormScroll::entered, this, [this](QWidget* part) {
        // Whoever goes on in the form has left the list.
        if (!m_putAside->isAncestorOf(part))
            m_putAside->hide();
    });
    connect(m_procedure, &ProcedurePicker::listed, m_scroll, &FormScroll::reveal);
    connect(m_applicant, &ApplicantCard::cardTaken, this, &IntakePlace::goOn);
    connect(m_proxy, &ProxyCard::cardTaken, this, &IntakePlace::goOnFromProxy);
    connect(m_procedure, &ProcedurePicker::chosen, this, [this] {
        if (!leadToBench())
            goOn();
    });
    connect(m_shown, &ShownPapers::refused, this, [this](const base::Error& error) { banner()->show(error); });
    connect(m_shown, &ShownPapers::askingChanged, this, [this] { m_confirm->setVisible(m_shown->isAsking()); });
    connect(banner(), &Banner::changed, m_shown, [this] {
        if (m_shown->isAsking() && banner()->error().code != m_shown->question())
            m_shown->dismiss();
    });
    connect(m_shown, &ShownPapers::replaced, this, [this](ShownPapers::Of of, const QString& holder, const QString& before) {
        const QString words = of == ShownPapers::Of::Proxy ? tr("%1 comes in the applicant's place now, no longer %2. Ctrl+Z takes that back.")
                              : of == ShownPapers::Of::Representative ? tr("%1 speaks for the applicant now, no longer %2. Ctrl+Z takes that back.")
                                                                      : tr("This intake is %1's now, no longer %2's. Ctrl+Z takes that back.");
        emit noticed({Tone::Info, words.arg(holder, before)});
    });
    connect(m_shown, &ShownPapers::accepted, this, [this] {
        banner()->clear();
        m_putAside->hide();
    });
    connect(m_checklist, &ChecklistCard::paperSelected, m_pages, &PagesPanel::refresh);
    connect(m_pages, &PagesPanel::failed, this, [this](const base::Error& error) { banner()->show(error); });
    connect(&m_intake.form(), &counter::IntakeForm::pagesChanged, this, [this] {
        m_pageKeys->refresh();
        if (banner()->error().code.startsWith(QLatin1String("page.")))
            banner()->clear();
    });
    connect(&m_intake.form(), &counter::IntakeForm::procedureChanged, this, [this] {
        // Another procedure has other papers and grounds; another intake has words of its own.
        m_slip->hide();
        m_answer->hide();
        showProcedure();
        showCorrection();
    });
    connect(&m_intake.draft(), &counter::IntakeDraft::restored, this, &IntakePlace::showProcedure);
    connect(m_putAside, &PutAsideCard::chosen, this, &IntakePlace::openDraft);
    connect(m_putAside, &PutAsideCard::left, this, &IntakePlace::begin);
    connect(m_putAside, &PutAsideCard::shown, this, &IntakePlace::showReady);
    connect(&m_intake.putAside(), &counter::PutAside::changed, this, &IntakePlace::showDrafts);
    connect(&m_intake.putAside(), &counter::PutAside::failed, this, [this](const base::Error& error) { banner()->show(error); });
    for (auto signal : {&counter::IntakeForm::changed, &counter::IntakeForm::typed})
        connect(&m_intake.form(), signal, this, &IntakePlace::showReady);
    connect(&m_intake.draft(), &counter::IntakeDraft::saveFailed, this, [this](const base::Error& error) { banner()->show(error); });
    connect(&m_intake.acts(), &counter::IntakeActs::received, this, [this](const counter::IntakeOutcome& outcome) {
        tellDone(outcome);
        beginNext();
    });
    connect(&m_intake.slips(), &counter::HeldSlips::issued, this, &IntakePlace::tellDone);
    connect(&m_intake.slips(), &counter::HeldSlips::takenBack, this, &IntakePlace::showTakenBack);
    connect(m_slip, &SlipPanel::supplementWritten, this, [this](const QStringList& items, const QString& reason, const QString& basis) {
        showHeld(m_intake.slips().holdSupplement(items, reason, basis));
    });
    connect(m_slip, &SlipPanel::refusalWritten, this,
        [this](const QString& reason, const QString& basis) { showHeld(m_intake.slips().holdRefusal(reason, basis)); });
    connect(m_slip, &SlipPanel::cancelled, this, &IntakePlace::begin);
    connect(m_answer, &ReasonPrompt::given, this, &IntakePlace::correct);
    connect(m_answer, &ReasonPrompt::cancelled, this, &IntakePlace::begin);
    connect(&m_intake.acts(), &counter::IntakeActs::corrected, this, &IntakePlace::corrected);
    // Somebody may have decided on it meanwhile, at this desk or elsewhere.
    connect(&m_counter, &counter::Counter::archiveChanged, this, [this] {
        if (!m_intake.form().content().dossier.isNull())
            showCorrection();
    });
}

void IntakePlace::activate() {
    showProcedure();
    showCorrection();
    m_applicant->refresh();
    m_proxy->refresh();
    showReady();
    showDrafts();
    begin();
}

void IntakePlace::deactivate() {
    leaveField();
    if (const auto saved = m_intake.draft().saveNow(); !saved)
        banner()->show(saved.error());
}

void IntakePlace::forget() {
    m_shown->forget();
    m_putAside->hide();
    m_slip->hide();
    m_answer->hide();
    m_scroll->toTop();
}

void IntakePlace::begin() {
    if (m_intake.form().content().applicant.name.isEmpty() && !isNameNext())
        m_applicant->beginCard();
    else
        goOn();
}

/// A body's name stands on no card: it is typed once its representative's was shown.
bool IntakePlace::isNameNext() const {
    const counter::IntakeForm& form = m_intake.form();
    return domain::isBody(form.who()) && !form.applicantText(QStringLiteral("representative")).isEmpty() &&
           form.gaps().contains(QStringLiteral("name"));
}

/// To the first thing that is still open, in the order of the job.
void IntakePlace::goOn() {
    const QStringList gaps = m_intake.form().gaps();
    if (isNameNext())
        m_lead->to(QStringLiteral("name"));
    else if (gaps.contains(QStringLiteral("procedure")))
        m_procedure->begin();
    else if (gaps.contains(QStringLiteral("name")))
        m_applicant->beginCard();
    else if (gaps.contains(QStringLiteral("proxyName")) || gaps.contains(QStringLiteral("proxyGround")))
        m_proxy->begin();
    else if (gaps.contains(QStringLiteral("parties")))
        m_parties->begin();
    else if (m_facts->isNeeded())
        m_facts->begin();
    else
        m_checklist->begin();
}

/// What is certified is taken in at the bench: there what was said so far goes on. One way to do one thing.
bool IntakePlace::leadToBench() {
    const domain::JobKind* job = m_intake.form().job();
    const counter::IntakeContent& content = m_intake.form().content();
    const bool isNew = content.dossier.isNull() && content.madeFrom == 0 && !m_intake.form().isCorrection();
    if (!job || job->place != QLatin1String("bench") || !isNew)
        return false;
    m_counter.bench().visit().takeOver(content, *job);
    // On disk there before it leaves here.
    const auto moved = m_counter.bench().draft().saveNow().and_then([this](base::Done) { return m_intake.draft().discard(); });
    if (!moved)
        banner()->show(moved.error());
    emit placeRequested(QStringLiteral("certification"));
    return true;
}

/// On what ground they come stands on no card.
void IntakePlace::goOnFromProxy() {
    if (m_intake.form().content().applicant.proxy.ground.isEmpty())
        m_proxy->begin();
    else
        goOn();
}

void IntakePlace::goOnWithEarlier() {
    banner()->clear();
    leaveField();
    const domain::DossierId asked = m_intake.form().comingBack();
    const auto begun = asked.isNull() ? m_intake.draft().goBackTo(m_earlier->draft()) : m_intake.acts().continueDossier(asked);
    if (!begun && begun.error().code == QLatin1String("dossier.not-holder"))
        emit dossierRequested(asked);
    else
        showAnother(begun);
}

void IntakePlace::startNew() {
    banner()->clear();
    leaveField();
    m_slip->hide();
    m_putAside->hide();
    const bool over = m_correcting->isOver() && m_intake.draft().saveNow();
    const domain::DraftId left = m_intake.draft().id();
    if (const auto begun = m_intake.draft().startNew(); !begun) {
        banner()->show(begun.error());
        return;
    }
    if (over && !left.isNull()) {
        m_intake.putAside().discard(left);
        emit noticed({Tone::Info, tr("What was changed was thrown away. Ctrl+F2, then Ctrl+Z brings it back within 10 seconds.")});
    }
    m_scroll->toTop();
    showDrafts();
    m_applicant->beginCard();
}

void IntakePlace::openUnfinished() {
    leaveField();
    if (showDrafts() == 0 && !m_intake.putAside().canTakeBack()) {
        emit noticed({Tone::Info, tr("No intake is unfinished.")});
        return;
    }
    m_putAside->open();
    m_scroll->toTop();
}

bool IntakePlace::mayBeRecorded() const {
    return m_correcting->outlook() == counter::Outlook::Open;
}

/// Nobody is taken in while the hand is on somebody else's line of the list.
void IntakePlace::showReady() {
    const bool mayEnd = m_putAside->isHidden() && mayBeRecorded();
    const bool isReady = m_intake.form().gaps().isEmpty();
    m_receive->setEnabled(mayEnd && isReady);
    m_toGap->setEnabled(mayEnd && !isReady);
}

/// What is still being typed belongs to the form too.
void IntakePlace::leaveField() {
    if (QWidget* editor = focusWidget())
        editor->clearFocus();
}

void IntakePlace::openDraft(domain::DraftId draft) {
    banner()->clear();
    m_putAside->hide();
    showAnother(m_intake.draft().resume(draft));
}

/// What could not be put aside stays where it is.
void IntakePlace::showAnother(const base::Outcome& opened) {
    if (!opened)
        banner()->show(opened.error());
    m_slip->hide();
    m_applicant->refresh();
    m_proxy->refresh();
    showDrafts();
    begin();
}

/// The procedure and what the citizen was told of it stand; only what was taken in wrongly changes.
void IntakePlace::showCorrection() {
    const bool correcting = m_intake.form().isCorrection();
    m_correcting->refresh();
    const bool over = m_correcting->isOver();
    m_supplement->setVisible(!correcting && mayBeRecorded());
    m_refuse->setVisible(!correcting && mayBeRecorded());
    m_receive->setLabel(correcting ? tr("Put right") : tr("Receive"));
    m_open->setVisible(!mayBeRecorded());
    m_new->setLabel(over ? tr("Throw away") : tr("New"));
    m_summary->setOutlook(m_correcting->outlook());
    if (!mayBeRecorded()) {
        m_answer->hide();
        m_slip->hide();
    }
    showReady();
}

void IntakePlace::correct(const QString& reason) {
    if (const auto outcome = m_intake.acts().correct(reason); !outcome)
        showNotPutRight(outcome.error());
    else
        m_answer->settle();
}

void IntakePlace::showNotPutRight(const base::Error& error) {
    showCorrection();
    if (mayBeRecorded())
        m_lead->refused(error, [this] { return m_intake.acts().mayPutRight(); });
}

void IntakePlace::corrected(const counter::IntakeOutcome& outcome) {
    banner()->clear();
    const bool anew = !outcome.offered.isEmpty() && !isUnprinted(outcome.dossier);
    emit noticed({Tone::Success, anew ? tr("%1 was put right. The receipt that replaces the citizen's is being printed.").arg(outcome.code)
                                 : outcome.offered.isEmpty() ? tr("%1 was put right. The citizen's receipt stays as it is.").arg(outcome.code)
                                                             : tr("%1 was put right.").arg(outcome.code)});
    showDrafts();
    emit dossierRequested(outcome.dossier);
}

bool IntakePlace::takeCard(const domain::CardQr& card) {
    if (!m_partiesKeeper->take(card))
        m_shown->take(card);
    return true;
}

bool IntakePlace::takePassport(const domain::Passport& passport) {
    if (!m_partiesKeeper->take(passport))
        m_shown->take(passport);
    return true;
}

/// The slip names both; what it lacks is said before a reason is asked for.
bool IntakePlace::saysWhoAndWhat() {
    leaveField();
    const auto said = m_intake.form().whoAndWhat();
    if (!said)
        m_lead->refused(said.error(), [this] { return m_intake.form().whoAndWhat(); });
    return said.has_value();
}

void IntakePlace::openSupplement() {
    if (!saysWhoAndWhat())
        return;
    m_slip->openSupplement(QStringLiteral("form-02"), m_intake.form().missing());
    m_scroll->toTop();
}

void IntakePlace::openRefusal() {
    if (!saysWhoAndWhat())
        return;
    m_slip->openRefusal(QStringLiteral("form-03"), m_intake.form().refusalGrounds());
    m_scroll->toTop();
}

void IntakePlace::receive() {
    leaveField();
    // Before a reason is typed for nothing.
    if (!m_intake.form().content().dossier.isNull())
        showCorrection();
    if (!mayBeRecorded())
        return;
    // What was taken out of a field is open again only now.
    if (const QStringList gaps = m_intake.form().gaps(); !gaps.isEmpty()) {
        showReady();
        m_lead->to(gaps.front());
    } else if (m_intake.form().isCorrection()) {
        askWhatWasPutRight();
    } else if (const auto outcome = m_intake.acts().receive(); !outcome) {
        m_lead->refused(outcome.error(), [this] { return m_intake.acts().mayReceive(); });
    }
}

/// What cannot be taken is said before words are asked for.
void IntakePlace::askWhatWasPutRight() {
    if (const auto may = m_intake.acts().mayPutRight(); !may) {
        showNotPutRight(may.error());
        return;
    }
    banner()->clear();
    m_answer->ask(QStringLiteral("correction/") + m_intake.form().content().dossier.toString(),
        tr("What was put right in %1? The supervisor reads it.").arg(m_intake.form().content().correction->code), tr("Put right"),
        {tr("The papers were completed"), tr("What was typed wrongly was corrected")});
    m_scroll->toTop();
}

/// The form is free for the next citizen; the strip below says what waits.
void IntakePlace::showHeld(const base::Outcome& held) {
    if (held)
        beginNext();
    else
        banner()->show(held.error());
}

void IntakePlace::showTakenBack(bool opened) {
    if (!opened)
        emit noticed({Tone::Info, tr("Taken back. It is among the unfinished intakes (Ctrl+F2): another one is open.")});
    else if (isHidden())
        emit noticed({Tone::Info, tr("Taken back. What was entered is in Intake again (Alt+1).")});
    else
        showAnother(base::done());
}

void IntakePlace::beginNext() {
    banner()->clear();
    m_scroll->toTop();
    showProcedure();
    showDrafts();
    m_applicant->beginCard();
}

void IntakePlace::tellDone(const counter::IntakeOutcome& outcome) {
    const QString what = outcome.offered == QLatin1String(domain::offer::accepted)          ? tr("Received: %1. The receipt is being printed.")
                         : outcome.offered == QLatin1String(domain::offer::supplementAsked) ? tr("Form 02 no. %1 is being printed.")
                                                                                            : tr("Form 03 no. %1 is being printed.");
    emit noticed({Tone::Success, isUnprinted(outcome.dossier) ? tr("%1 is kept.").arg(outcome.code) : what.arg(outcome.code)});
    showDrafts();
}

/// A printer that could not be asked at all has failed already.
bool IntakePlace::isUnprinted(domain::DossierId dossier) const {
    const auto& missing = m_counter.printing().unprinted();
    return std::any_of(missing.begin(), missing.end(), [&](const auto& paper) { return paper.paper.dossier == dossier; });
}

int IntakePlace::showDrafts() {
    const int others = m_putAside->count();
    m_earlier->refresh();
    setSubtitle(others > 0 ? tr("%n unfinished intake(s) put aside · Ctrl+F2 shows them", nullptr, others)
                           : tr("Every field and page is safe on disk as soon as it is entered"));
    setSubtitleAct(others > 0 ? std::function<void()>([this] { openUnfinished(); }) : nullptr);
    emit badgeChanged(others);
    return others;
}

void IntakePlace::showProcedure() {
    m_procedure->refresh();
    m_partiesKeeper->refresh();
    m_facts->refresh();
    m_facts->setVisible(m_facts->isNeeded());
    m_checklist->setVisible(m_intake.form().procedure() != nullptr);
    m_checklist->refresh();
    m_terms->refresh();
    m_summary->refresh();
    m_pages->refresh();
}

/// What was discarded a moment ago may have been discarded from here (F2), too.
void IntakePlace::undo() {
    if (m_intake.putAside().canTakeBack())
        m_intake.putAside().takeBack();
    else if (!m_shown->takeBack())
        m_pages->undo();
}

std::vector<KeyLine> IntakePlace::moreKeys() const {
    return {{QStringLiteral("Space, +, −, K"), tr("In the checklist: handed in, quantity, kind")}};
}

void IntakePlace::retranslate() {
    setTitle(tr("Intake"));
    m_open->setLabel(tr("Open the dossier"));
    m_card->setLabel(tr("Card"));
    m_confirm->setLabel(tr("It is this person"));
    m_scan->setLabel(tr("Scan"));
    m_import->setLabel(tr("File"));
    m_supplement->setLabel(tr("Form 02"));
    m_refuse->setLabel(tr("Form 03"));
    m_answer->setLabel(tr("What was put right"));
    m_unfinishedKey->setWhatsThis(tr("Unfinished intakes"));
    m_separatorKey->setWhatsThis(tr("Print a sheet that separates the papers of a batch"));
    m_pageKeys->say(tr("Turn the scanned pages"));
    showCorrection();
    showDrafts();
}

}
