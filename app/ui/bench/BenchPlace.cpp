#include "app/ui/bench/BenchPlace.h"

#include "app/domain/CardQr.h"
#include "app/domain/Mask.h"
#include "app/domain/Passport.h"
#include "app/ui/bench/BanList.h"
#include "app/ui/bench/BenchTerms.h"
#include "app/ui/bench/PartiesCard.h"
#include "app/ui/bench/VisitCard.h"
#include "app/ui/intake/ApplicantCard.h"
#include "app/ui/intake/FactCard.h"
#include "app/ui/intake/FormScroll.h"
#include "app/ui/intake/IntakeSummary.h"
#include "app/ui/intake/PageSources.h"
#include "app/ui/intake/ProxyCard.h"
#include "app/ui/intake/ShownPapers.h"
#include "app/ui/style/Theme.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/EnterWalk.h"
#include "app/ui/widgets/TextLabel.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QShortcut>

#include <algorithm>

namespace motcua::ui {

namespace {

constexpr int mostKeys = 9;

const domain::PartyRole* applies(const domain::JobKind* job) {
    if (job)
        for (const domain::PartyRole& role : job->parties)
            if (role.applies)
                return &role;
    return nullptr;
}

}

BenchPlace::BenchPlace(counter::Counter& counter, QWidget* parent)
    : PlacePage(parent), m_counter(counter), m_visit(counter.bench().visit()), m_form(m_visit.form()), m_visitCard(new VisitCard(m_visit)),
      m_applicant(new ApplicantCard(m_form)), m_proxy(new ProxyCard(m_form)), m_asking(new TextLabel(TextRole::Strong)),
      m_parties(new PartiesCard(m_form)), m_facts(new FactCard(m_form)), m_bans(new BanList), m_terms(new BenchTerms(counter)),
      m_summary(new IntakeSummary(m_form)), m_pages(new TextLabel(TextRole::Caption)), m_scroll(new FormScroll), m_columns(new QWidget),
      m_none(new TextLabel(TextRole::Muted)), m_sources(new PageSources(counter, *this, counter.bench().draft())),
      m_shown(new ShownPapers(m_form, *m_applicant, *m_proxy, this)) {
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
        if (applies(m_form.job()))
            m_parties->beginCard();
        else
            m_applicant->beginCard();
    });
    connect(m_scan, &QPushButton::clicked, m_sources, &PageSources::scan);
    connect(m_import, &QPushButton::clicked, m_sources, &PageSources::chooseFiles);
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
    m_visitsKey = addKey(QKeySequence(Qt::CTRL | Qt::Key_F2), [this] { turnToAnother(); });
    m_backKey = addKey(QKeySequence(Qt::CTRL | Qt::Key_PageUp), [this] { go(m_visit.current() - 1); });
    m_onKey = addKey(QKeySequence(Qt::CTRL | Qt::Key_PageDown), [this] { go(m_visit.current() + 1); });
    m_outKey = addKey(QKeySequence(Qt::CTRL | Qt::Key_Delete), [this] { takeOut(); });
}

void BenchPlace::layOut() {
    const Metrics& metrics = theme().metrics();
    QVBoxLayout* column = m_scroll->column();
    column->addWidget(m_bans);
    column->addWidget(m_asking);
    column->addWidget(m_applicant);
    column->addWidget(m_proxy);
    column->addWidget(m_parties);
    column->addWidget(m_facts);
    column->addWidget(m_pages);
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
    columns->addWidget(m_visitCard, 5);
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
    connect(m_bans, &BanList::refused, this, &BenchPlace::refuse);
    connect(m_bans, &BanList::takenAs, this, [this](const QString& kind) {
        m_visit.takeAs(kind);
        goOn();
    });
    connect(m_bans, &BanList::left, this, &BenchPlace::goOn);
    connect(&m_counter.bench().draft(), &counter::VisitDraft::saveFailed, this, [this](const base::Error& error) { banner()->show(error); });
    counter::VisitActs& acts = m_counter.bench().acts();
    connect(&acts, &counter::VisitActs::received, this, &BenchPlace::tellReceived);
    connect(&acts, &counter::VisitActs::refused, this, [this](const counter::IntakeOutcome& outcome) {
        emit noticed({Tone::Success, tr("Form 03 no. %1 is being printed.").arg(outcome.code)});
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
    leaveField();
    if (const auto saved = m_counter.bench().draft().saveNow(); !saved)
        banner()->show(saved.error());
}

void BenchPlace::forget() {
    m_shown->forget();
    m_bans->hide();
    m_scroll->toTop();
}

void BenchPlace::showPaper() {
    const bool isOpen = m_visit.count() > 0;
    m_columns->setVisible(isOpen);
    m_none->setVisible(!isOpen);
    for (ActionButton* act : {m_next, m_card, m_scan, m_import, m_ban})
        act->setEnabled(isOpen);
    m_parties->setVisible(m_parties->isNeeded());
    m_parties->setOffered(m_visit.offered());
    m_facts->refresh();
    m_facts->setVisible(m_facts->isNeeded());
    m_terms->refresh();
    m_summary->refresh();
    m_openApplicant = false;
    m_bans->hide();
    m_roleKey->setEnabled(m_parties->isNeeded());
    showAsking();
    showReady();
}

/// Who asks takes one line as soon as it is said; where a party asks, the party's line says it.
void BenchPlace::showAsking() {
    const bool isParty = applies(m_form.job()) != nullptr;
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

void BenchPlace::showReady() {
    const bool isOpen = m_visit.count() > 0;
    const bool isReady = isOpen && m_visit.firstOpen() < 0;
    m_receive->setEnabled(isReady);
    m_toGap->setEnabled(isOpen && !isReady);
    const int pages = m_form.pages().papers().empty() ? 0 : [this] {
        int count = 0;
        for (const domain::Paper& paper : m_form.pages().papers())
            count += domain::countOf(paper.pages);
        return count;
    }();
    m_pages->setText(tr("%n page(s) scanned", nullptr, pages));
    m_pages->setVisible(pages > 0);
}

void BenchPlace::goOn() {
    if (m_visit.count() == 0)
        return;
    const QStringList gaps = m_form.gaps();
    if (m_form.content().applicant.name.isEmpty() && !applies(m_form.job()))
        m_applicant->beginCard();
    else if (m_parties->isNeeded() && m_form.content().parties.empty())
        m_parties->beginCard();
    else if (gaps.contains(QStringLiteral("parties")))
        m_parties->begin();
    else if (!gaps.isEmpty() && !gaps.front().startsWith(QLatin1String("fact:")))
        lead(gaps.front());
    else
        m_facts->begin();
}

void BenchPlace::lead(const QString& gap) {
    const QString ofFact = QStringLiteral("fact:");
    if (gap.startsWith(ofFact))
        m_facts->beginFact(gap.mid(ofFact.size()));
    else if (gap == QLatin1String("parties") || (applies(m_form.job()) && gap == QLatin1String("name")))
        m_parties->begin();
    else if (gap == QLatin1String("extension") || gap == QLatin1String("due") || gap == QLatin1String("dueGround"))
        m_terms->beginExtension();
    else if (gap == QLatin1String("fee"))
        m_terms->beginFee();
    else if (gap.startsWith(QLatin1String("proxy")))
        m_proxy->beginField(gap);
    else if (!applies(m_form.job())) {
        m_openApplicant = true;
        showAsking();
        if (gap == QLatin1String("name"))
            m_applicant->beginCard();
        else
            m_applicant->beginField(gap);
    }
}

/// What is still being typed belongs to the paper too.
void BenchPlace::leaveField() {
    if (QWidget* editor = focusWidget())
        editor->clearFocus();
}

void BenchPlace::begin(const QString& kind) {
    leaveField();
    banner()->clear();
    m_visit.begin(kind);
    goOn();
}

void BenchPlace::next() {
    leaveField();
    banner()->clear();
    m_visit.next();
    goOn();
}

void BenchPlace::go(int paper) {
    leaveField();
    m_visit.go(paper);
    goOn();
}

void BenchPlace::takeOut() {
    leaveField();
    m_visit.remove();
    emit noticed({Tone::Info, m_visit.canPutBack() ? tr("The paper was taken out of the visit. Ctrl+Z puts it back.") : tr("The visit has ended.")});
    goOn();
}

void BenchPlace::turnToAnother() {
    leaveField();
    banner()->clear();
    if (m_visit.isBlank() && m_counter.bench().draft().others().empty()) {
        emit noticed({Tone::Info, tr("No visit is unfinished.")});
        return;
    }
    if (const auto turned = m_counter.bench().draft().turnToAnother(); !turned)
        banner()->show(turned.error());
    showVisits();
    goOn();
}

void BenchPlace::takePerson(const domain::Party& person) {
    leaveField();
    const counter::PartyPlace place = m_visit.take(person, m_parties->preferredRole());
    if (place.is == counter::PartyPlace::Is::None) {
        banner()->show({QStringLiteral("party.no-place"), {{QStringLiteral("name"), person.name}}});
        return;
    }
    banner()->clear();
    m_parties->mark(place.line);
    if (place.is == counter::PartyPlace::Is::There)
        emit noticed({Tone::Info, tr("%1 stands there already.").arg(person.name)});
    const domain::JobKind* job = m_form.job();
    const bool isLacking = job && m_form.gaps().contains(QStringLiteral("parties"));
    if (isLacking)
        m_parties->begin();
    else
        goOn();
}

/// Who showed a card as the one who asks is somebody of the visit.
void BenchPlace::noteApplicant() {
    const domain::Party person = counter::partyOf(m_form.applicant(), m_visit.identityPapers());
    if (!counter::isVacant(person))
        m_visit.meet(person);
}

bool BenchPlace::takeCard(const domain::CardQr& card) {
    if (m_visit.count() == 0)
        return false;
    if (m_parties->isNeeded())
        takePerson(counter::partyOf(card, m_visit.identityPapers()));
    else
        m_shown->take(card);
    return true;
}

bool BenchPlace::takePassport(const domain::Passport& passport) {
    if (m_visit.count() == 0)
        return false;
    if (m_parties->isNeeded())
        takePerson(counter::partyOf(passport, m_visit.identityPapers(), m_counter.desk().today()));
    else
        m_shown->take(passport);
    return true;
}

void BenchPlace::openBans() {
    leaveField();
    if (const auto said = m_form.whoAndWhat(); !said) {
        banner()->show(said.error());
        lead(QStringLiteral("name"));
        return;
    }
    const domain::JobKind* job = m_form.job();
    if (!job || job->bans.empty())
        return;
    std::vector<bool> holding;
    for (const domain::JobBan& ban : job->bans)
        holding.push_back(!ban.when.empty() && domain::holds(ban.when, m_form.facts(), m_form.content().parties));
    m_bans->open(job->bans, holding);
    m_scroll->toTop();
}

void BenchPlace::refuse(const QString& reason, const QString& basis) {
    if (const auto held = m_counter.bench().acts().holdRefusal(reason, basis); !held)
        banner()->show(held.error());
    else
        banner()->clear();
    goOn();
}

void BenchPlace::receive() {
    leaveField();
    if (const int open = m_visit.firstOpen(); open >= 0) {
        m_visit.go(open);
        const QStringList gaps = m_form.gaps();
        if (!gaps.isEmpty())
            lead(gaps.front());
        else if (m_visit.papers()[static_cast<size_t>(open)].isBanned)
            openBans();
        else
            goOn();
        showReady();
        return;
    }
    if (const auto outcomes = m_counter.bench().acts().receive(); !outcomes) {
        const base::Error error = outcomes.error();
        if (const QString paper = error.detail.value(QStringLiteral("paper")); !paper.isEmpty())
            m_visit.go(paper.toInt());
        banner()->show(error);
    }
}

void BenchPlace::tellReceived(const std::vector<counter::IntakeOutcome>& outcomes) {
    banner()->clear();
    QStringList codes;
    for (const counter::IntakeOutcome& outcome : outcomes)
        codes << outcome.code;
    emit noticed({Tone::Success,
        tr("Received: %1. The receipt is being printed.", nullptr, static_cast<int>(codes.size())).arg(codes.join(QStringLiteral(", ")))});
    m_scroll->toTop();
    showVisits();
    goOn();
}

void BenchPlace::showVisits() {
    const int others = static_cast<int>(m_counter.bench().draft().others().size());
    setSubtitle(others > 0 ? tr("%n unfinished visit(s) put aside · Ctrl+F2 takes the next one up", nullptr, others)
                           : tr("Every paper of the visit becomes a dossier with a number of its own"));
    emit badgeChanged(others);
}

void BenchPlace::undo() {
    if (m_visit.canPutBack()) {
        leaveField();
        m_visit.putBack();
        goOn();
    } else {
        m_shown->takeBack();
    }
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
    m_ban->setLabel(tr("Not to certify"));
    m_receive->setLabel(tr("Receive"));
    m_none->setText(tr("No kind of certification is in force that is taken in here. Until then it is taken in at Intake (Alt+1)."));
    for (QShortcut* key : m_kindKeys)
        key->setWhatsThis(tr("A paper of another kind"));
    m_kindsKey->setWhatsThis(tr("All kinds of paper"));
    m_roleKey->setWhatsThis(tr("The next card is another role's"));
    m_visitsKey->setWhatsThis(tr("The next unfinished visit"));
    m_backKey->setWhatsThis(tr("The paper before"));
    m_onKey->setWhatsThis(tr("The paper after"));
    m_outKey->setWhatsThis(tr("Take the paper out of the visit"));
    showAsking();
    showReady();
    showVisits();
}

}
