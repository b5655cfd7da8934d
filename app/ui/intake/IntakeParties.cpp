#include "app/ui/intake/IntakeParties.h"

#include "app/counter/Desk.h"
#include "app/counter/IntakeForm.h"
#include "app/counter/PartyFill.h"
#include "app/domain/CardQr.h"
#include "app/domain/Passport.h"
#include "app/domain/jobs/Jobs.h"
#include "app/domain/parties/PartyCheck.h"
#include "app/domain/ports/Archive.h"
#include "app/ui/bench/PartiesCard.h"

#include <algorithm>

namespace motcua::ui {

using domain::Party;

IntakeParties::IntakeParties(
    counter::IntakeForm& form, const domain::ports::Archive& archive, const counter::Desk& desk, PartiesCard& card, QObject* parent)
    : QObject(parent), m_form(form), m_archive(archive), m_desk(desk), m_card(card) {
    connect(&card, &PartiesCard::edited, this, [this](const std::vector<Party>& parties) {
        if (const domain::JobKind* job = m_form.job())
            m_form.setParties(domain::tidied(*job, parties));
    });
    connect(&card, &PartiesCard::cardShown, this, [this](const domain::CardQr& shown) { takeIn(counter::partyOf(shown, papers())); });
    connect(&form, &counter::IntakeForm::procedureChanged, this, &IntakeParties::refresh);
    connect(&form, &counter::IntakeForm::applicantChanged, this, &IntakeParties::bringApplicant);
}

std::vector<domain::IdentityPaperKind> IntakeParties::papers() const {
    const domain::JobKind* general = m_archive.jobs().inForce(QLatin1String(domain::generalKind), m_desk.today());
    return general ? general->identityPapers : std::vector<domain::IdentityPaperKind>();
}

void IntakeParties::refresh() {
    m_card.setVisible(m_card.isNeeded());
    if (!m_card.isNeeded())
        return;
    m_card.setPapers(papers());
    bringApplicant();
    m_card.refresh();
}

/// Who applies stands among the parties without being typed twice, while nobody else does in that role.
void IntakeParties::bringApplicant() {
    const domain::JobKind* job = m_form.job();
    if (!job || m_form.isCorrection())
        return;
    const Party asks = counter::partyOf(m_form.applicant(), papers());
    const auto role = std::find_if(job->parties.begin(), job->parties.end(), [](const domain::PartyRole& each) { return each.applies; });
    if (role == job->parties.end() || counter::isVacant(asks))
        return;
    std::vector<Party> parties = m_form.content().parties;
    const auto first = std::find_if(parties.begin(), parties.end(), [&](const Party& party) { return party.role == role->role; });
    // What was typed of them so far becomes more.
    const auto isTheirs = [&](const Party& party) {
        const bool byName = party.paper.number.isEmpty() && party.personalId.isEmpty() && party.name == asks.name;
        return counter::isVacant(party) || byName || counter::isSamePerson(party, asks);
    };
    if (first != parties.end() && !isTheirs(*first))
        return;
    Party line = first == parties.end() ? Party() : *first;
    line.role = role->role;
    counter::fill(line, asks);
    if (first == parties.end())
        parties.insert(parties.begin(), line);
    else
        *first = line;
    m_form.setParties(domain::tidied(*job, std::move(parties)));
}

bool IntakeParties::isPartys(const Party& shown) const {
    const Party asks = counter::partyOf(m_form.applicant(), {});
    return m_card.isNeeded() && !counter::isVacant(asks) && !counter::isSamePerson(asks, shown);
}

void IntakeParties::takeIn(const Party& shown) {
    std::vector<Party> parties = m_form.content().parties;
    const domain::JobKind* job = m_form.job();
    const counter::PartyPlace place = job ? counter::takeIn(*job, m_form.facts(), parties, shown, m_card.preferredRole()) : counter::PartyPlace();
    if (place.line < 0)
        return;
    m_form.setParties(parties);
    m_card.mark(place.line);
}

bool IntakeParties::take(const domain::CardQr& card) {
    const Party shown = counter::partyOf(card, papers());
    if (!isPartys(shown))
        return false;
    takeIn(shown);
    return true;
}

bool IntakeParties::take(const domain::Passport& passport) {
    const Party shown = counter::partyOf(passport, papers(), m_desk.today());
    if (!isPartys(shown))
        return false;
    takeIn(shown);
    return true;
}

}
