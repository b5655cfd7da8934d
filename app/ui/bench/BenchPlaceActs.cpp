#include "app/domain/CardQr.h"
#include "app/domain/Passport.h"
#include "app/ui/bench/BanList.h"
#include "app/ui/bench/BenchPlace.h"
#include "app/ui/bench/BenchTerms.h"
#include "app/ui/bench/PartiesCard.h"
#include "app/ui/bench/VisitCard.h"
#include "app/ui/bench/VisitList.h"
#include "app/ui/intake/ApplicantCard.h"
#include "app/ui/intake/FactCard.h"
#include "app/ui/intake/FormScroll.h"
#include "app/ui/intake/ProxyCard.h"
#include "app/ui/intake/ShownPapers.h"
#include "app/ui/intake/SlipPanel.h"
#include "app/ui/widgets/Banner.h"

// What the keys of the bench do.

namespace motcua::ui {

void BenchPlace::goOn() {
    if (m_visit.count() == 0 || goBackToBans())
        return;
    const QStringList gaps = m_form.gaps();
    if (m_form.content().applicant.name.isEmpty() && !partyAsks())
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
    else if (gap == QLatin1String("parties") || (partyAsks() && gap == QLatin1String("name")))
        m_parties->begin();
    else if (gap == QLatin1String("extension") || gap == QLatin1String("due") || gap == QLatin1String("dueGround"))
        m_terms->beginExtension();
    else if (gap == QLatin1String("fee"))
        m_terms->beginFee();
    else if (gap.startsWith(QLatin1String("proxy")))
        m_proxy->beginField(gap);
    else if (!partyAsks()) {
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

/// In the place of the visit in hand: who comes back says a name.
void BenchPlace::openVisits() {
    leaveField();
    m_bans->shut();
    banner()->clear();
    const auto others = m_counter.bench().draft().others();
    if (m_visit.isBlank() && others.empty()) {
        emit noticed({Tone::Info, tr("No visit is unfinished.")});
        goOn();
        return;
    }
    m_visitCard->hide();
    m_visits->open(others);
}

void BenchPlace::turnTo(domain::DraftId visit) {
    m_visitCard->show();
    if (const auto turned = m_counter.bench().draft().turnTo(visit); !turned)
        banner()->show(turned.error());
    showVisits();
    goOn();
}

void BenchPlace::takePerson(const domain::Party& person) {
    leaveField();
    const counter::PartyPlace place = m_visit.take(person, m_parties->preferredRole());
    if (place.is == counter::PartyPlace::Is::None) {
        banner()->show({QStringLiteral("party.no-place"), {{QStringLiteral("name"), person.name}}});
        goBackToBans();
        return;
    }
    banner()->clear();
    m_parties->mark(place.line);
    if (place.is == counter::PartyPlace::Is::There)
        emit noticed({Tone::Info, tr("%1 stands there already.").arg(person.name)});
    const domain::JobKind* job = m_form.job();
    const bool isLacking = job && m_form.gaps().contains(QStringLiteral("parties"));
    if (isLacking && !m_bans->isOpen())
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

/// A card may be shown while they are open, and fills the paper; the decision that they are about stays in front. False: they are shut.
bool BenchPlace::goBackToBans() {
    if (!m_bans->isOpen())
        return false;
    m_bans->begin();
    m_scroll->toTop();
    return true;
}

void BenchPlace::openBans() {
    if (goBackToBans())
        return;
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
    m_slip->hide();
    m_bans->open(job->bans, holding);
    m_scroll->toTop();
}

/// What it lacks, for the citizen to come back with.
void BenchPlace::openAsking() {
    leaveField();
    if (const auto said = m_form.whoAndWhat(); !said) {
        banner()->show(said.error());
        lead(QStringLiteral("name"));
        return;
    }
    m_bans->shut();
    m_slip->openSupplement(QStringLiteral("form-02"), m_form.missing());
    m_scroll->toTop();
}

void BenchPlace::held(const base::Outcome& outcome) {
    if (!outcome)
        banner()->show(outcome.error());
    else
        banner()->clear();
    showVisits();
    goOn();
}

void BenchPlace::receive() {
    if (goBackToBans()) {
        emit noticed(
            {Tone::Warning, tr("Nothing was received: what must not be certified is still open. Esc leaves it, Ctrl+Enter prints form 03.")});
        return;
    }
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
        const base::Error& error = outcomes.error();
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

}
