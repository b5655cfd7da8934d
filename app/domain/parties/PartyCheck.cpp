#include "app/domain/parties/PartyCheck.h"

#include "app/domain/Fold.h"
#include "app/domain/IntakeChecks.h"
#include "app/domain/Limits.h"
#include "app/domain/PersonNumber.h"
#include "app/domain/PlainText.h"
#include "app/domain/UnseenSigns.h"
#include "app/domain/parties/PartyWords.h"

#include <algorithm>

namespace motcua::domain {

namespace {

using Detail = QMap<QString, QString>;

QString number(qint64 value) {
    return QString::number(value);
}

/// Whether a party is who has this personal number, which is also that of the papers that bear twelve digits, whatever they are called.
bool hasPersonalNumber(const Party& party, const QString& number) {
    return isPersonalNumber(number) && (party.personalId == number || comparedNumber(party.paper.number) == number);
}

/// One human being, as far as numbers say; a name alone never says it.
bool isSamePerson(const Party& one, const Party& other) {
    const QString number = comparedNumber(one.paper.number);
    const bool samePaper = !number.isEmpty() && number == comparedNumber(other.paper.number) && one.paper.kind == other.paper.kind;
    return samePaper || hasPersonalNumber(other, one.personalId) || hasPersonalNumber(other, number);
}

/// Looks at one kind's parties; faults are kept in the order in which they were found.
class Looker {
public:
    Looker(const JobKind& job, const QJsonObject& facts, const std::vector<Party>& parties, QDate day)
        : m_job(job), m_facts(facts), m_parties(parties), m_day(day) {}

    std::vector<base::Error> all() {
        for (size_t i = 0; i < m_parties.size(); ++i)
            if (!roleOf(m_job, m_parties[i].role))
                add(i, "role", "party.role-unknown");
        for (const PartyRole& role : m_job.parties)
            look(role);
        return std::move(m_faults);
    }

private:
    void add(size_t index, const char* field, const char* code, Detail detail = {}) {
        const Party& party = m_parties[index];
        detail.insert(QStringLiteral("party"), number(static_cast<qint64>(index)));
        detail.insert(QStringLiteral("field"), QLatin1String(field));
        detail.insert(QStringLiteral("role"), party.role);
        detail.insert(QStringLiteral("name"), party.name);
        m_faults.push_back({QLatin1String(code), detail});
    }
    void expect(bool right, size_t index, const char* field, const char* code, const Detail& detail = {}) {
        if (!right)
            add(index, field, code, detail);
    }
    void of(const PartyRole& role, const char* code, Detail detail) {
        detail.insert(QStringLiteral("role"), role.role);
        m_faults.push_back({QLatin1String(code), detail});
    }

    void look(const PartyRole& role) {
        const bool wanted = isWanted(role, m_facts, m_parties);
        const auto there = std::count_if(m_parties.begin(), m_parties.end(), [&](const Party& party) { return party.role == role.role; });
        if (!wanted && there > 0)
            of(role, "party.not-wanted", {});
        if (wanted && there < role.least)
            of(role, "party.too-few", {{QStringLiteral("least"), number(role.least)}, {QStringLiteral("there"), number(there)}});
        if (wanted && there > role.most)
            of(role, "party.too-many", {{QStringLiteral("most"), number(role.most)}});
        for (size_t i = 0; i < m_parties.size(); ++i)
            if (m_parties[i].role == role.role)
                look(role, i);
    }

    void look(const PartyRole& role, size_t i) {
        const Party& party = m_parties[i];
        expect(!party.name.isEmpty(), i, "name", "party.name-missing");
        expect(party.name.isEmpty() || hasLetter(party.name), i, "name", "party.name-no-letter");
        expect(party.name.size() <= limits::longestName, i, "name", "party.name-too-long", {{QStringLiteral("last"), number(limits::longestName)}});
        expect(party.personalId.isEmpty() || isPersonalNumber(party.personalId), i, "personalId", "party.personal-id");
        lookAtPaper(role, i);
        lookAtPerson(role, i);
        lookAtOffice(role, i);
        const bool isAble = party.how == SigningWay::Signs && party.canRead() && party.canHear() && party.speaks.isEmpty();
        expect(role.signs || isAble, i, "how", "party.must-sign");
        lookAtOthers(role, i);
    }

    void lookAtPaper(const PartyRole& role, size_t i) {
        const IdentityPaper& paper = m_parties[i].paper;
        const bool isAsked = role.asks.contains(QLatin1String("paper"));
        const bool isNone = base::toJson(paper).isEmpty();
        expect(isAsked ? !paper.kind.isEmpty() : isNone || !paper.kind.isEmpty(), i, "paperKind", "party.paper-missing");
        expect(isAsked ? !paper.number.isEmpty() : isNone || !paper.number.isEmpty(), i, "paperNumber", "party.paper-missing");
        expect(!paper.expiry.isValid() || paper.expiry >= m_day, i, "paperExpiry", "party.paper-expired",
            {{QStringLiteral("until"), paper.expiry.toString(Qt::ISODate)}});
        expect(!paper.issued.isValid() || paper.issued <= m_day, i, "paperIssued", "party.paper-issued");
    }

    void lookAtPerson(const PartyRole& role, size_t i) {
        const Party& party = m_parties[i];
        const bool bornByNow = (!party.birthDate.isValid() || party.birthDate <= m_day) && party.birthYear() <= m_day.year();
        expect(party.birthYear() > 0 || !role.asks.contains(QLatin1String("birth")), i, "birthDate", "party.birth-missing");
        expect(bornByNow, i, "birthDate", "party.birth-date");
        expect(!party.address.isEmpty() || !role.asks.contains(QLatin1String("address")), i, "address", "party.address-missing");
        expect(!party.sex.isEmpty() || !role.asks.contains(QLatin1String("sex")), i, "sex", "party.sex-missing");
    }

    void lookAtOffice(const PartyRole& role, size_t i) {
        const Party& party = m_parties[i];
        const std::pair<const char*, QString> offices[] = {{"standsFor", party.standsFor}, {"title", party.title}, {"ground", party.ground}};
        for (const auto& [field, words] : offices)
            expect(words.isEmpty() || role.asks.contains(QLatin1String(field)), i, field, "party.not-asked");
        const bool needsGround = !party.standsFor.isEmpty() && role.asks.contains(QLatin1String("ground"));
        expect(!needsGround || !party.ground.isEmpty(), i, "ground", "party.ground-missing");
    }

    void lookAtOthers(const PartyRole& role, size_t i) {
        for (size_t k = 0; k < m_parties.size(); ++k) {
            if (k == i || !isSamePerson(m_parties[i], m_parties[k]))
                continue;
            if (k < i && m_parties[k].role == role.role)
                add(i, "paperNumber", "party.twice");
            else if (role.notAlso.contains(m_parties[k].role))
                add(i, "role", "party.also", {{QStringLiteral("other"), m_parties[k].role}});
        }
    }

    const JobKind& m_job;
    const QJsonObject& m_facts;
    const std::vector<Party>& m_parties;
    QDate m_day;
    std::vector<base::Error> m_faults;
};

}

std::vector<Party> tidied(const JobKind& job, std::vector<Party> parties) {
    for (Party& party : parties)
        for (QString* text : {&party.role, &party.name, &party.personalId, &party.sex, &party.address, &party.paper.kind, &party.paper.number,
                 &party.paper.issuer, &party.speaks, &party.standsFor, &party.title, &party.ground})
            *text = tidied(*text);
    const auto placeOf = [&](const Party& party) { return std::distance(&job.parties.front(), roleOf(job, party.role)); };
    const auto known = std::stable_partition(parties.begin(), parties.end(), [&](const Party& party) { return roleOf(job, party.role) != nullptr; });
    std::stable_sort(parties.begin(), known, [&](const Party& one, const Party& other) { return placeOf(one) < placeOf(other); });
    return parties;
}

bool isWanted(const PartyRole& role, const QJsonObject& facts, const std::vector<Party>& parties) {
    return holds(role.when, facts, parties);
}

std::vector<base::Error> partyFaults(const JobKind& job, const QJsonObject& facts, const std::vector<Party>& parties, QDate day) {
    return Looker(job, facts, parties, day).all();
}

base::Outcome checkParties(const JobKind& job, const QJsonObject& facts, const std::vector<Party>& parties, QDate day) {
    for (const base::Error& fault : partyFaults(job, facts, parties, day))
        return base::fail(fault);
    return base::done();
}

}
