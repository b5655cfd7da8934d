#include "app/ui/bench/BenchPlace.h"

#include "app/domain/CardQr.h"
#include "app/domain/Mask.h"
#include "app/domain/Passport.h"
#include "app/ui/bench/BanList.h"
#include "app/ui/bench/BenchPages.h"
#include "app/ui/bench/BenchTerms.h"
#include "app/ui/bench/PartiesCard.h"
#include "app/ui/bench/VisitCard.h"
#include "app/ui/bench/VisitList.h"
#include "app/ui/intake/ApplicantCard.h"
#include "app/ui/intake/FactCard.h"
#include "app/ui/intake/FormScroll.h"
#include "app/ui/intake/IntakeSummary.h"
#include "app/ui/intake/PageKeys.h"
#include "app/ui/intake/PageSources.h"
#include "app/ui/intake/ProxyCard.h"
#include "app/ui/intake/ShownPapers.h"
#include "app/ui/intake/SlipPanel.h"
#include "app/ui/style/Theme.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/EnterWalk.h"
#include "app/ui/widgets/TextLabel.h"
#include "app/ui/widgets/UndoPast.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QShortcut>

#include <algorithm>

namespace motcua::ui {

namespace {

constexpr int mostKeys = 9;

}

BenchPlace::BenchPlace(counter::Counter& counter, QWidget* parent)
    : PlacePage(parent), m_counter(counter), m_visit(counter.bench().visit()), m_form(m_visit.form()), m_visitCard(new VisitCard(m_visit)),
      m_visits(new VisitList(counter.desk())), m_applicant(new ApplicantCard(m_form)), m_proxy(new ProxyCard(m_form)),
      m_asking(new TextLabel(TextRole::Strong)), m_parties(new PartiesCard(m_form)), m_facts(new FactCard(m_form)), m_bans(new BanList),
      m_slip(new SlipPanel(m_form)), m_terms(new BenchTerms(counter)), m_summary(new IntakeSummary(m_form)), m_pages(new BenchPages(counter)),
      m_scroll(new FormScroll), m_columns(new QWidget), m_none(new TextLabel(TextRole::Muted)),
      m_sources(new PageSources(counter, *this, counter.bench().draft())), m_shown(new ShownPapers(m_form, *m_applicant, *m_proxy, this)),
      m_past(new UndoPast(this)) {
    addActions();
    addKeys();
    layOut();
    wire();
    retranslate();
    showPaper();
}

void BenchPlace::addActions() {
    m_confirm = addAction(ButtonKind::Secondary, QStringLiteral("id-card"), QKeySequence(Qt::CTRL | Qt::Key_F3));
    m_confirm->setVisible(false);
    m_next = addAction(ButtonKind::Quiet, QStringLiteral("file-plus-2"), QKeySequence(Qt::Key_F2));
    m_card = addAction(ButtonKind::Quiet, QStringLiteral("id-card"), QKeySequence(Qt::Key_F3));
    m_scan = addAction(ButtonKind::Secondary, QStringLiteral("scan-line"), QKeySequence(Qt::Key_F5));
    m_import = addAction(ButtonKind::Quiet, QStringLiteral("upload"), QKeySequence(Qt::Key_F6));
    m_ask = addAction(ButtonKind::Quiet, QStringLiteral("file-question-mark"), QKeySequence(Qt::Key_F7));
    m_ban = addAction(ButtonKind::Secondary, QStringLiteral("ban"), QKeySequence(Qt::Key_F8));
    m_receive = addAction(ButtonKind::Primary, QStringLiteral("check"), QKeySequence(Qt::Key_F9));
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        leaveField();
        m_shown->confirm();
    });
    connect(m_next, &QPushButton::clicked, this, &BenchPlace::next);
    connect(m_card, &QPushButton::clicked, this, [this] {
        m_openApplicant = true;
        showAsking();
        if (partyAsks())
            m_parties->beginCard();
        else
            m_applicant->beginCard();
    });
    connect(m_scan, &QPushButton::clicked, m_sources, &PageSources::scan);
    connect(m_import, &QPushButton::clicked, m_sources, &PageSources::chooseFiles);
    connect(m_ask, &QPushButton::clicked, this, &BenchPlace::openAsking);
    connect(m_ban, &QPushButton::clicked, this, &BenchPlace::openBans);
    connect(m_receive, &QPushButton::clicked, this, &BenchPlace::receive);
}

QShortcut* BenchPlace::addKey(const QKeySequence& sequence, const std::function<void()>& act) {
    auto* key = new QShortcut(sequence, this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    key->setAutoRepeat(false);
    connect(key, &QShortcut::activated, this, act);
    return key;
}

void BenchPlace::addKeys() {
    m_toGap = addKey(QKeySequence(Qt::Key_F9), [this] { receive(); });
    for (int i = 1; i <= mostKeys; ++i)
        m_kindKeys.push_back(addKey(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + i)), [this, i] {
            for (const domain::JobKind* kind : m_visit.kinds())
                if (kind->benchKey == i)
                    return begin(kind->kind);
        }));
    m_kindsKey = addKey(QKeySequence(Qt::CTRL | Qt::Key_0), [this] { m_visitCard->beginKinds(); });
    m_roleKey = addKey(QKeySequence(Qt::Key_F4), [this] {
        m_parties->roleForward();
        m_parties->beginCard();
    });
    m_visitsKey = addKey(QKeySequence(Qt::CTRL | Qt::Key_F2), [this] { openVisits(); });
    m_backKey = addKey(QKeySequence(Qt::CTRL | Qt::Key_PageUp), [this] { go(m_visit.current() - 1); });
    m_onKey = addKey(QKeySequence(Qt::CTRL | Qt::Key_PageDown), [this] { go(m_visit.current() + 1); });
    m_outKey = addKey(QKeySequence(Qt::CTRL | Qt::Key_Delete), [this] { takeOut(); });
    m_leaveBans = addKey(QKeySequence(Qt::Key_Escape), [this] { m_bans->leave(); });
}

void BenchPlace::layOut() {
    const Metrics& metrics = theme().metrics();
    QVBoxLayout* column = m_scroll->column();
    column->addWidget(m_bans);
    column->addWidget(m_slip);
    column->addWidget(m_asking);
    column->addWidget(m_applicant);
    column->addWidget(m_proxy);
    column->addWidget(m_parties);
    column->addWidget(m_facts);
    column->addStretch();
    m_asking->setElided(true);
    m_facts->setKindChosenElsewhere();
    auto* middle = new QVBoxLayout;
    middle->setSpacing(metrics.space(2));
    middle->addWidget(m_scroll, 1);
    middle->addWidget(m_summary);
    auto* beside = new QWidget;
    auto* terms = new QVBoxLayout(beside);
    terms->setContentsMargins({});
    terms->addWidget(m_terms);
    terms->addStretch();
    auto* columns = new QHBoxLayout(m_columns);
    columns->setContentsMargins({});
    columns->setSpacing(metrics.space(3));
    // The pages stand upright where the kinds of another paper are listed: those have their keys.
    auto* left = new QVBoxLayout;
    left->setSpacing(metrics.space(2));
    left->addWidget(m_visitCard, 2);
    left->addWidget(m_visits, 2);
    left->addWidget(m_pages, 3);
    columns->addLayout(left, 5);
    columns->addLayout(middle, 13);
    columns->addWidget(new ScrollColumn(beside), 6);
    body()->addWidget(m_none);
    body()->addWidget(m_columns, 1);
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    new EnterWalk(m_scroll->form());
    new EnterWalk(beside);
}

void BenchPlace::wire() {
    connect(m_visitCard, &VisitCard::paperChosen, this, &BenchPlace::go);
    connect(m_visitCard, &VisitCard::kindChosen, this, &BenchPlace::begin);
    connect(&m_visit, &counter::VisitForm::papersChanged, this, &BenchPlace::showPaper);
    connect(&m_form, &counter::IntakeForm::procedureChanged, this, &BenchPlace::showPaper);
    for (auto signal : {&counter::IntakeForm::changed, &counter::IntakeForm::typed})
        connect(&m_form, signal, this, &BenchPlace::showReady);
    connect(&m_form, &counter::IntakeForm::changed, this, [this] { m_parties->setOffered(m_visit.offered()); });
    connect(&m_form, &counter::IntakeForm::applicantChanged, this, &BenchPlace::showAsking);
    connect(m_scroll, &FormScroll::entered, this, [this](QWidget* part) {
        if (m_openApplicant && !m_applicant->isAncestorOf(part) && !m_form.content().applicant.name.isEmpty()) {
            m_openApplicant = false;
            showAsking();
        } else if (m_applicant->isAncestorOf(part)) {
            m_openApplicant = true;
        }
    });
    const auto cardTaken = [this] {
        noteApplicant();
        m_openApplicant = false;
        goOn();
        showAsking();
    };
    connect(m_applicant, &ApplicantCard::cardTaken, this, cardTaken);
    connect(m_proxy, &ProxyCard::cardTaken, this, &BenchPlace::goOn);
    connect(m_shown, &ShownPapers::refused, this, [this](const base::Error& error) { banner()->show(error); });
    connect(m_shown, &ShownPapers::askingChanged, this, [this] { m_confirm->setVisible(m_shown->isAsking()); });
    connect(m_shown, &ShownPapers::accepted, this, [this] { banner()->clear(); });
    connect(m_parties, &PartiesCard::cardShown, this,
        [this](const domain::CardQr& card) { takePerson(counter::partyOf(card, m_visit.identityPapers())); });
    connect(m_parties, &PartiesCard::personChosen, this, &BenchPlace::takePerson);
    connect(m_parties, &PartiesCard::edited, this, [this](const std::vector<domain::Party>& parties) { m_visit.setParties(parties); });
    connect(m_visits, &VisitList::chosen, this, &BenchPlace::turnTo);
    connect(m_visits, &VisitList::left, this, [this] {
        m_visitCard->show();
        goOn();
    });
    connect(m_pages, &BenchPages::failed, this, [this](const base::Error& error) { banner()->show(error); });
    m_pageKeys = new PageKeys(
        this, [this](int direction) { m_pages->step(direction); }, [this] { return m_pages->hasPages(); });
    connect(&m_counter.bench().draft().pages(), &counter::PageActs::changed, this, &BenchPlace::showPages);
    connect(m_slip, &SlipPanel::supplementWritten, this, [this](const QStringList& items, const QString& reason, const QString& basis) {
        held(m_counter.bench().acts().holdAsking(items, reason, basis));
    });
    connect(m_slip, &SlipPanel::cancelled, this, &BenchPlace::goOn);
    connect(m_bans, &BanList::refused, this,
        [this](const QString& reason, const QString& basis) { held(m_counter.bench().acts().holdRefusal(reason, basis)); });
    connect(m_bans, &BanList::takenAs, this, [this](const QString& kind) {
        m_visit.takeAs(kind);
        goOn();
    });
    connect(m_bans, &BanList::left, this, &BenchPlace::goOn);
    connect(m_bans, &BanList::openChanged, this, &BenchPlace::showReady);
    connect(&m_counter.bench().draft(), &counter::VisitDraft::saveFailed, this, [this](const base::Error& error) { banner()->show(error); });
    counter::VisitActs& acts = m_counter.bench().acts();
    connect(&acts, &counter::VisitActs::received, this, &BenchPlace::tellReceived);
    connect(&acts, &counter::VisitActs::refused, this, [this](const counter::IntakeOutcome& outcome) {
        emit noticed({Tone::Success, tr("Form 03 no. %1 is being printed.").arg(outcome.code)});
    });
    connect(&acts, &counter::VisitActs::asked, this, [this](const counter::IntakeOutcome& outcome) {
        emit noticed(
            {Tone::Success, tr("Form 02 no. %1 is being printed. The paper waits among the unfinished visits (Ctrl+F2).").arg(outcome.code)});
        showVisits();
    });
    connect(&acts, &counter::VisitActs::takenBack, this, [this](bool opened) {
        emit noticed({Tone::Info,
            opened ? tr("Taken back. The paper is in the visit again.") : tr("Taken back. The paper waits among the unfinished visits (Ctrl+F2).")});
        showVisits();
    });
    // Time passes, and numbers are used up elsewhere.
    connect(&m_counter, &counter::Counter::archiveChanged, m_terms, &BenchTerms::refresh);
}

void BenchPlace::activate() {
    m_parties->setPapers(m_visit.identityPapers());
    if (m_visit.count() == 0)
        m_visit.clear();
    m_applicant->refresh();
    m_proxy->refresh();
    m_visitCard->refresh();
    showPaper();
    showVisits();
    goOn();
}

void BenchPlace::deactivate() {
    m_past->watch(false);
    leaveField();
    if (const auto saved = m_counter.bench().draft().saveNow(); !saved)
        banner()->show(saved.error());
}

void BenchPlace::forget() {
    m_shown->forget();
    m_bans->shut();
    m_slip->hide();
    m_visits->hide();
    m_visitCard->show();
    m_scroll->toTop();
}

void BenchPlace::showPaper() {
    const bool isOpen = m_visit.count() > 0;
    m_columns->setVisible(isOpen);
    m_none->setVisible(!isOpen);
    for (ActionButton* act : {m_next, m_card, m_scan, m_import, m_ask, m_ban})
        act->setEnabled(isOpen);
    m_parties->setVisible(m_parties->isNeeded());
    m_parties->setOffered(m_visit.offered());
    m_facts->refresh();
    m_facts->setVisible(m_facts->isNeeded());
    m_terms->refresh();
    m_summary->refresh();
    m_openApplicant = false;
    m_bans->shut();
    m_slip->hide();
    m_pages->refresh();
    showPages();
    m_roleKey->setEnabled(m_parties->isNeeded());
    showAsking();
    showReady();
    m_past->watch(isVisible() && m_visit.canPutBack());
}

void BenchPlace::showPages() {
    m_visitCard->showKinds(!m_pages->hasPages());
    m_pageKeys->refresh();
}

/// Who asks takes one line as soon as it is said; where a party asks, the party's line says it.
void BenchPlace::showAsking() {
    const bool isParty = partyAsks();
    const domain::Applicant& applicant = m_form.content().applicant;
    const bool isOpen = !isParty && (m_openApplicant || applicant.name.isEmpty());
    m_applicant->setVisible(isOpen);
    m_asking->setVisible(!isParty && !isOpen);
    m_proxy->setVisible(!isParty && m_form.isThroughProxy());
    QStringList words{applicant.name};
    for (const QString& more : {domain::maskedNumber(domain::identityNumber(m_form.applicant())), applicant.birth()})
        if (!more.isEmpty())
            words << more;
    m_asking->setText(tr("Asks: %1").arg(words.join(QStringLiteral(" · "))));
}

/// One of the parties is who asks.
bool BenchPlace::partyAsks() const {
    const domain::JobKind* job = m_form.job();
    return job && std::any_of(job->parties.begin(), job->parties.end(), [](const domain::PartyRole& role) { return role.applies; });
}

void BenchPlace::showReady() {
    const bool isOpen = m_visit.count() > 0;
    const bool isReady = isOpen && !m_bans->isOpen() && m_visit.firstOpen() < 0;
    m_receive->setEnabled(isReady);
    m_leaveBans->setEnabled(m_bans->isOpen());
    m_toGap->setEnabled(isOpen && !isReady);
}

void BenchPlace::showVisits() {
    const int others = static_cast<int>(m_counter.bench().draft().others().size());
    setSubtitle(others > 0 ? tr("%n unfinished visit(s) put aside · Ctrl+F2 shows them", nullptr, others)
                           : tr("Every paper of the visit becomes a dossier with a number of its own"));
    emit badgeChanged(others);
}

void BenchPlace::undo() {
    // Of the two what came later: a paper that comes or goes ends what a card replaced.
    if (m_shown->takeBack() || !m_visit.canPutBack())
        return;
    leaveField();
    m_visit.putBack();
    goOn();
}

std::vector<KeyLine> BenchPlace::moreKeys() const {
    return {{QStringLiteral("Space"), tr("Among the parties: signs, fingerprint, neither")},
        {QStringLiteral("Enter, Delete"), tr("Among the parties: type, take out")}};
}

void BenchPlace::retranslate() {
    setTitle(tr("Certification"));
    m_confirm->setLabel(tr("It is this person"));
    m_next->setLabel(tr("Next paper"));
    m_card->setLabel(tr("Card"));
    m_scan->setLabel(tr("Scan"));
    m_import->setLabel(tr("File"));
    m_ask->setLabel(tr("Form 02"));
    m_ban->setLabel(tr("Not to certify"));
    m_receive->setLabel(tr("Receive"));
    m_none->setText(tr("No kind of certification is in force that is taken in here. Until then it is taken in at Intake (Alt+1)."));
    for (QShortcut* key : m_kindKeys)
        key->setWhatsThis(tr("A paper of another kind"));
    m_kindsKey->setWhatsThis(tr("All kinds of paper"));
    m_roleKey->setWhatsThis(tr("The next card is another role's"));
    m_visitsKey->setWhatsThis(tr("Unfinished visits, or a new one"));
    m_pageKeys->say(tr("The scanned page before, after"));
    m_backKey->setWhatsThis(tr("The paper before"));
    m_onKey->setWhatsThis(tr("The paper after"));
    m_outKey->setWhatsThis(tr("Take the paper out of the visit"));
    m_leaveBans->setWhatsThis(tr("Back from what must not be certified"));
    showAsking();
    showReady();
    showVisits();
}

}
