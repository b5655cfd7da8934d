#include "app/counter/PartyFill.h"

#include "app/domain/CardQr.h"
#include "app/domain/Fold.h"
#include "app/domain/Passport.h"
#include "app/domain/parties/PartyCheck.h"
#include "app/domain/parties/PartyWords.h"

#include <algorithm>

namespace motcua::counter {

namespace {

using domain::IdentityPaperKind;
using domain::Origin;
using domain::Party;
using domain::PartyRole;

/// Cards of Luật Căn cước 26/2023/QH15 are given from this day on; those of before are Thẻ căn cước công dân.
QDate firstNewCard() {
    return {2024, 7, 1};
}

QString passportWords() {
    return QStringLiteral("Hộ chiếu");
}

void noteOrigin(Party& party, std::initializer_list<const char*> fields, Origin origin) {
    for (const char* field : fields)
        party.origins.insert(QLatin1String(field), static_cast<int>(origin));
}

domain::IdentityPaper cardOf(const QString& number, QDate issued, const std::vector<IdentityPaperKind>& papers) {
    domain::IdentityPaper card;
    const bool isOld = issued.isValid() && issued < firstNewCard();
    card.kind = isOld ? QStringLiteral("Thẻ căn cước công dân") : QStringLiteral("Thẻ căn cước");
    card.number = number;
    card.issued = issued;
    card.issuer = domain::issuerOn(papers, card.kind, issued);
    return card;
}

int count(const std::vector<Party>& parties, const QString& role) {
    return static_cast<int>(
        std::count_if(parties.begin(), parties.end(), [&](const Party& party) { return party.role == role && !isVacant(party); }));
}

int vacantLine(const std::vector<Party>& parties, const QString& role) {
    const auto line = std::find_if(parties.begin(), parties.end(), [&](const Party& party) { return party.role == role && isVacant(party); });
    return line == parties.end() ? -1 : static_cast<int>(line - parties.begin());
}

}

QString* partyText(Party& party, const QString& field) {
    const std::pair<const char*, QString*> texts[] = {{"name", &party.name}, {"address", &party.address}, {"paper.number", &party.paper.number},
        {"paper.issuer", &party.paper.issuer}, {"standsFor", &party.standsFor}, {"title", &party.title}, {"ground", &party.ground},
        {"speaks", &party.speaks}};
    for (const auto& [name, text] : texts)
        if (field == QLatin1String(name))
            return text;
    return nullptr;
}

QString partyJotting(int party, const QString& field) {
    return QStringLiteral("party:%1:%2").arg(party).arg(field);
}

void settleJottings(std::vector<Party>& parties, QJsonObject& jottings) {
    for (const QString& key : jottings.keys()) {
        const QStringList parts = key.split(QLatin1Char(':'));
        constexpr qsizetype named = 3;
        if (parts.size() != named || parts.front() != QLatin1String("party"))
            continue;
        const qsizetype party = parts[1].toInt();
        if (party >= 0 && party < std::ssize(parties))
            if (QString* text = partyText(parties[static_cast<size_t>(party)], parts.back()))
                *text = jottings.value(key).toString();
        jottings.remove(key);
    }
}

bool isVacant(const Party& party) {
    return party.name.isEmpty() && party.personalId.isEmpty() && party.paper.number.isEmpty();
}

bool isSamePerson(const Party& one, const Party& other) {
    if (!one.personalId.isEmpty() && !other.personalId.isEmpty())
        return one.personalId == other.personalId;
    const bool bothShow = !one.paper.number.isEmpty() && !other.paper.number.isEmpty();
    if (bothShow)
        return one.paper.number == other.paper.number && one.paper.kind == other.paper.kind;
    const auto numberOf = [](const Party& party) { return party.personalId.isEmpty() ? party.paper.number : party.personalId; };
    const QString number = numberOf(one);
    const QString otherNumber = numberOf(other);
    if (!number.isEmpty() && !otherNumber.isEmpty())
        return number == otherNumber;
    return number.isEmpty() && otherNumber.isEmpty() && !one.name.isEmpty() && domain::searchKey(one.name) == domain::searchKey(other.name);
}

QStringList wantedRoles(const domain::JobKind& job, const QJsonObject& facts, const std::vector<Party>& parties) {
    QStringList roles;
    for (const PartyRole& role : job.parties)
        if (domain::isWanted(role, facts, parties))
            roles << role.role;
    return roles;
}

QString nextRole(const domain::JobKind& job, const QJsonObject& facts, const std::vector<Party>& parties, const QString& preferred) {
    QString further;
    QString empty;
    QString lacking;
    for (const QString& name : wantedRoles(job, facts, parties)) {
        const PartyRole& role = *domain::roleOf(job, name);
        const int there = count(parties, name);
        if (there < role.most && name == preferred)
            return name;
        if (there < role.least && lacking.isEmpty())
            lacking = name;
        if (there == 0 && role.when.empty() && empty.isEmpty())
            empty = name;
        if (there < role.most && further.isEmpty())
            further = name;
    }
    return !lacking.isEmpty() ? lacking : !empty.isEmpty() ? empty : further;
}

PartyPlace placeOf(
    const domain::JobKind& job, const QJsonObject& facts, const std::vector<Party>& parties, const Party& shown, const QString& preferred) {
    for (size_t i = 0; i < parties.size(); ++i)
        if (!isVacant(parties[i]) && isSamePerson(parties[i], shown))
            return {PartyPlace::Is::There, static_cast<int>(i), parties[i].role};
    const QString role = nextRole(job, facts, parties, preferred);
    if (role.isEmpty())
        return {};
    const int vacant = vacantLine(parties, role);
    return {vacant < 0 ? PartyPlace::Is::New : PartyPlace::Is::Open, vacant, role};
}

PartyPlace takeIn(const domain::JobKind& job, const QJsonObject& facts, std::vector<Party>& parties, const Party& shown, const QString& preferred) {
    PartyPlace place = placeOf(job, facts, parties, shown, preferred);
    if (place.is == PartyPlace::Is::None || place.is == PartyPlace::Is::There)
        return place;
    if (place.is == PartyPlace::Is::New) {
        Party line;
        line.role = place.role;
        parties.push_back(line);
        place.line = static_cast<int>(parties.size()) - 1;
    }
    fill(parties[static_cast<size_t>(place.line)], shown);
    parties = domain::tidied(job, std::move(parties));
    for (size_t i = 0; i < parties.size(); ++i)
        if (parties[i].role == place.role && isSamePerson(parties[i], shown))
            place.line = static_cast<int>(i);
    return place;
}

Party partyOf(const domain::CardQr& card, const std::vector<IdentityPaperKind>& papers) {
    Party party;
    party.name = card.name;
    party.personalId = card.personalId;
    party.birthDate = card.birthDate;
    party.bornIn = card.bornIn;
    party.sex = card.sex;
    party.address = card.address;
    party.paper = cardOf(card.personalId, card.issued, papers);
    noteOrigin(party, {"name", "personalId", "birthDate", "sex", "address", "paper"}, Origin::CardQr);
    return party;
}

Party partyOf(const domain::Passport& passport, const std::vector<IdentityPaperKind>& papers, QDate today) {
    Party party;
    party.name = passport.name();
    party.birthDate = passport.birthDate;
    // The lines have two digits of the year.
    if (party.birthDate.isValid() && party.birthDate > today)
        party.birthDate = party.birthDate.addYears(-100);
    party.sex = passport.sex;
    party.paper.kind = passportWords();
    party.paper.number = passport.number;
    party.paper.expiry = passport.expiry;
    const bool isOurs = passport.issuer == QLatin1String("VNM");
    party.paper.issuer = isOurs ? domain::issuerOn(papers, passportWords(), {}) : passport.issuer;
    noteOrigin(party, {"name", "birthDate", "sex", "paper"}, Origin::PassportLines);
    return party;
}

Party partyOf(const domain::Applicant& applicant, const std::vector<IdentityPaperKind>& papers) {
    Party party;
    if (applicant.kind != domain::ApplicantKind::Citizen) {
        party.name = applicant.body.representative;
        party.personalId = applicant.body.representativeId;
        return party;
    }
    party.name = applicant.name;
    party.personalId = applicant.personalId;
    party.birthDate = applicant.birthDate;
    party.bornIn = applicant.bornIn;
    party.sex = applicant.sex;
    party.address = applicant.address;
    party.origins = applicant.origins;
    if (!applicant.passport.number.isEmpty()) {
        party.paper.kind = passportWords();
        party.paper.number = applicant.passport.number;
        party.paper.expiry = applicant.passport.expiry;
        const bool isOurs = applicant.passport.issuer == QLatin1String("VNM");
        party.paper.issuer = isOurs ? domain::issuerOn(papers, passportWords(), {}) : applicant.passport.issuer;
    } else if (!applicant.personalId.isEmpty()) {
        party.paper = cardOf(applicant.personalId, applicant.cardIssued, papers);
    }
    return party;
}

domain::Applicant applicantOf(const Party& party, const domain::Applicant& before) {
    const bool isSame = isSamePerson(party, partyOf(before, {}));
    domain::Applicant applicant = isSame ? before : domain::Applicant();
    applicant.kind = domain::ApplicantKind::Citizen;
    applicant.name = party.name;
    applicant.personalId = party.personalId;
    applicant.birthDate = party.birthDate;
    applicant.bornIn = party.bornIn;
    applicant.sex = party.sex;
    applicant.address = party.address;
    const bool byPassport = party.paper.kind == passportWords();
    if (byPassport) {
        applicant.passport.number = party.paper.number;
        applicant.passport.expiry = party.paper.expiry;
        if (applicant.passport.issuer.isEmpty())
            applicant.passport.issuer = party.paper.issuer;
    } else {
        applicant.passport = {};
        applicant.cardIssued = party.personalId.isEmpty() ? QDate() : party.paper.issued;
    }
    for (const char* field : {"name", "personalId", "birthDate", "sex", "address"}) {
        const QJsonValue origin = party.origins.value(QLatin1String(field));
        if (origin.isDouble())
            applicant.origins.insert(QLatin1String(field), origin);
        else
            applicant.origins.remove(QLatin1String(field));
    }
    return applicant;
}

void fill(Party& line, const Party& person) {
    Party filled = person;
    filled.role = line.role;
    filled.how = line.how;
    filled.reads = line.reads;
    filled.hears = line.hears;
    filled.speaks = line.speaks;
    filled.standsFor = line.standsFor;
    filled.title = line.title;
    filled.ground = line.ground;
    line = std::move(filled);
}

}
