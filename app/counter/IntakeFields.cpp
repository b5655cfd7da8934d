#include "app/base/StrictJson.h"
#include "app/counter/CommandRunner.h"
#include "app/counter/IntakeForm.h"
#include "app/domain/CardQr.h"
#include "app/domain/Fold.h"
#include "app/domain/IntakeChecks.h"
#include "app/domain/Passport.h"
#include "app/domain/PassportState.h"
#include "app/domain/Phone.h"
#include "app/domain/TaxCode.h"

#include <algorithm>
#include <utility>

namespace motcua::counter {

using domain::Applicant;
using domain::Origin;

namespace {

struct TextField {
    const char* name;
    QString& (*of)(Applicant& applicant);
};

constexpr TextField textFields[] = {
    {"name", [](Applicant& a) -> QString& { return a.name; }},
    {"personalId", [](Applicant& a) -> QString& { return a.personalId; }},
    {"formerId", [](Applicant& a) -> QString& { return a.formerId; }},
    {"sex", [](Applicant& a) -> QString& { return a.sex; }},
    {"address", [](Applicant& a) -> QString& { return a.address; }},
    {"phone", [](Applicant& a) -> QString& { return a.phone; }},
    {"email", [](Applicant& a) -> QString& { return a.email; }},
    {"passportNumber", [](Applicant& a) -> QString& { return a.passport.number; }},
    {"passportIssuer", [](Applicant& a) -> QString& { return a.passport.issuer; }},
    {"nationality", [](Applicant& a) -> QString& { return a.passport.nationality; }},
    {"taxCode", [](Applicant& a) -> QString& { return a.body.taxCode; }},
    {"representative", [](Applicant& a) -> QString& { return a.body.representative; }},
    {"representativeTitle", [](Applicant& a) -> QString& { return a.body.representativeTitle; }},
    {"representativeId", [](Applicant& a) -> QString& { return a.body.representativeId; }},
    {"proxyName", [](Applicant& a) -> QString& { return a.proxy.name; }},
    {"proxyId", [](Applicant& a) -> QString& { return a.proxy.personalId; }},
    {"proxyPhone", [](Applicant& a) -> QString& { return a.proxy.phone; }},
    {"proxyAddress", [](Applicant& a) -> QString& { return a.proxy.address; }},
    {"proxyGround", [](Applicant& a) -> QString& { return a.proxy.ground; }},
    {"proxyGroundNumber", [](Applicant& a) -> QString& { return a.proxy.groundNumber; }},
};

struct DateField {
    const char* name;
    QDate& (*of)(Applicant& applicant);
};

constexpr DateField dateFields[] = {
    {"passportExpiry", [](Applicant& a) -> QDate& { return a.passport.expiry; }},
    {"proxyGroundDate", [](Applicant& a) -> QDate& { return a.proxy.groundDate; }},
};

/// Null: no such field.
template <class Field, size_t Count>
const Field* fieldCalled(const QString& name, const Field (&fields)[Count]) {
    const auto known = std::find_if(std::begin(fields), std::end(fields), [&](const Field& each) { return name == QLatin1String(each.name); });
    return known == std::end(fields) ? nullptr : known;
}

/// As it is kept: a number without blanks, a phone in its national form.
QString normalised(const QString& field, const QString& text) {
    const QString value = domain::tidied(text);
    const auto isOne = [&](std::initializer_list<const char*> names) {
        return std::any_of(names.begin(), names.end(), [&](const char* name) { return field == QLatin1String(name); });
    };
    if (isOne({"phone", "proxyPhone"}))
        return domain::normalisedPhone(value).value_or(value);
    if (isOne({"personalId", "formerId", "passportNumber", "representativeId", "proxyId"}))
        return value.toUpper().remove(QLatin1Char(' '));
    if (isOne({"passportIssuer", "nationality"}))
        return domain::tidiedState(value);
    return isOne({"taxCode"}) ? domain::tidiedTaxCode(value) : value;
}

/// Every field that says where it came from.
constexpr const char* allFields[] = {"name", "personalId", "formerId", "birthDate", "sex", "address", "phone", "email", "cardIssued",
    "passportNumber", "passportIssuer", "nationality", "passportExpiry", "taxCode", "representative", "representativeTitle", "representativeId"};

/// Than who is known, if anybody is, by number or by name alone; by both where it is a passport's number and nobody knows of which state.
bool isSomebodyElse(const domain::IdentityMark& known, const QString& knownName, const domain::IdentityMark& shown, const QString& name) {
    if (!known.number.isEmpty() && (domain::isOne(known, shown) || !domain::mayBeOne(known, shown)))
        return !domain::isOne(known, shown);
    return !knownName.isEmpty() && domain::searchKey(knownName) != domain::searchKey(name);
}

/// Whether a value is of the kind that the fact is; its limits are another matter.
bool fits(const domain::FactField& field, const QJsonValue& value) {
    switch (field.type) {
    case domain::FactType::Number:
        return value.isDouble();
    case domain::FactType::YesNo:
        return value.isBool();
    case domain::FactType::Choice:
        return field.choices.contains(value.toString());
    case domain::FactType::Date:
        return base::isExactDate(value.toString());
    case domain::FactType::Text:
    case domain::FactType::Time:
    case domain::FactType::Entry:
        break;
    }
    return value.isString();
}

}

void IntakeForm::setProcedure(const QString& code) {
    const domain::Procedure* chosen = code.isEmpty() ? nullptr : m_archive.catalogue().find(code);
    const QString wanted = chosen ? chosen->version.code : QString();
    if (wanted == m_content.procedureCode)
        return;
    m_content.procedureCode = wanted;
    m_content.jobKind.clear();
    // What was agreed on for the other procedure does not hold for this one.
    m_content.typedFee = -1;
    m_content.agreedDue = {};
    m_content.dueGround.clear();
    m_content.noPapers = false;
    fillPapers();
    beginFacts();
    emit procedureChanged();
    m_pages.tell();
    touch();
}

/// What the job's facts begin with. A fact that the job before had too stays, unless this job means something else by its name.
void IntakeForm::beginFacts() {
    const domain::JobKind* kind = job();
    if (!kind)
        return;
    for (const domain::FactField& field : domain::fieldsOf(*kind))
        if (!fits(field, m_content.facts.value(field.name)))
            m_content.facts.remove(field.name);
    for (const domain::FactRow& row : kind->layout.rows)
        for (const domain::FactCell& cell : row.cells)
            if (!cell.begins.isNull() && !cell.begins.isUndefined() && !m_content.facts.contains(cell.fact))
                m_content.facts.insert(cell.fact, cell.begins);
}

void IntakeForm::setJobKind(const QString& kind) {
    const auto kinds = jobKinds();
    const bool known = std::any_of(kinds.begin(), kinds.end(), [&](const domain::JobKind* offered) { return offered->kind == kind; });
    if (!known || kind == m_content.jobKind)
        return;
    m_content.jobKind = kind;
    fillPapers();
    beginFacts();
    emit procedureChanged();
    m_pages.tell();
    touch();
}

void IntakeForm::setChannel(domain::Channel channel) {
    m_content.channel = channel;
    touch();
}

void IntakeForm::setSets(int sets) {
    m_content.sets = std::max(sets, 1);
    touch();
}

void IntakeForm::setResultWay(domain::ResultWay way) {
    m_content.resultWay = way;
    touch();
}

domain::Who IntakeForm::who() const {
    return m_content.who.value_or(domain::whoIs(m_content.applicant));
}

void IntakeForm::setWho(domain::Who who) {
    if (who == this->who())
        return;
    m_content.who = who;
    m_content.applicant.kind = domain::kindOf(who);
    emit applicantChanged();
    touch();
}

bool IntakeForm::isThroughProxy() const {
    return m_content.throughProxy.value_or(!m_content.applicant.proxy.name.isEmpty());
}

void IntakeForm::setThroughProxy(bool throughProxy) {
    if (throughProxy == isThroughProxy())
        return;
    m_content.throughProxy = throughProxy;
    emit applicantChanged();
    touch();
}

Applicant IntakeForm::applicant() const {
    return domain::filedAs(m_content.applicant, who(), isThroughProxy());
}

QString IntakeForm::applicantText(const QString& field) const {
    const TextField* known = fieldCalled(field, textFields);
    Applicant applicant = m_content.applicant;
    return known ? known->of(applicant) : QString();
}

QDate IntakeForm::applicantDate(const QString& field) const {
    const DateField* known = fieldCalled(field, dateFields);
    Applicant applicant = m_content.applicant;
    return known ? known->of(applicant) : QDate();
}

void IntakeForm::setApplicantText(const QString& field, const QString& text) {
    const TextField* known = fieldCalled(field, textFields);
    const QString value = normalised(field, text);
    if (!known || known->of(m_content.applicant) == value)
        return;
    known->of(m_content.applicant) = value;
    noteOrigin(field, Origin::Typed);
    emit applicantChanged();
    touch();
}

void IntakeForm::setText(Applicant& applicant, const QString& field, const QString& text) {
    if (const TextField* known = fieldCalled(field, textFields))
        known->of(applicant) = normalised(field, text);
}

void IntakeForm::setApplicantDate(const QString& field, QDate date) {
    const DateField* known = fieldCalled(field, dateFields);
    if (!known || known->of(m_content.applicant) == date)
        return;
    known->of(m_content.applicant) = date;
    noteOrigin(field, Origin::Typed);
    emit applicantChanged();
    touch();
}

void IntakeForm::setBirthDate(QDate date) {
    setBirth(date, {});
}

void IntakeForm::setBornIn(const domain::BornIn& born) {
    setBirth({}, born);
}

void IntakeForm::setBirth(QDate date, const domain::BornIn& born) {
    Applicant& applicant = m_content.applicant;
    if (applicant.birthDate == date && applicant.bornIn == born)
        return;
    applicant.birthDate = date;
    applicant.bornIn = born;
    noteOrigin(QStringLiteral("birthDate"), Origin::Typed);
    emit applicantChanged();
    touch();
}

void IntakeForm::noteOrigin(const QString& field, Origin origin) {
    if (origin == Origin::Typed)
        m_content.applicant.origins.remove(field);
    else
        m_content.applicant.origins.insert(field, static_cast<int>(origin));
}

void IntakeForm::setFact(const QString& fact, const QJsonValue& value) {
    const QJsonValue kept = value.isString() ? QJsonValue(domain::tidied(value.toString())) : value;
    if (kept.isNull() || kept.isUndefined() || kept == QJsonValue(QString()))
        m_content.facts.remove(fact);
    else
        m_content.facts.insert(fact, kept);
    touch();
}

void IntakeForm::setNoPapers(bool none) {
    m_content.noPapers = none;
    touch();
}

void IntakeForm::setAgreedDue(QDate day) {
    m_content.agreedDue = day;
    touch();
}

void IntakeForm::setDueGround(const QString& ground) {
    m_content.dueGround = domain::tidied(ground);
    touch();
}

void IntakeForm::setTypedFee(qint64 amount) {
    m_content.typedFee = std::max<qint64>(amount, -1);
    touch();
}

void IntakeForm::setExemption(const QString& ground) {
    m_content.exemption = domain::tidied(ground);
    touch();
}

void IntakeForm::setNote(const QString& note) {
    m_content.note = domain::tidied(note);
    touch();
}

QString IntakeForm::jotted(const QString& field) const {
    return m_content.jottings.value(field).toString();
}

void IntakeForm::jot(const QString& field, const QString& text) {
    if (jotted(field) == text)
        return;
    if (text.isEmpty())
        m_content.jottings.remove(field);
    else
        m_content.jottings.insert(field, text);
    noteEdit();
    emit typed();
}

/// A crash came while these were being typed: they are what the clerk meant the fields to say.
void IntakeForm::settleJottings() {
    const QJsonObject jottings = m_content.jottings;
    for (auto it = jottings.constBegin(); it != jottings.constEnd(); ++it)
        if (settle(it.key(), it.value().toString()))
            jot(it.key(), {});
}

/// False for what stays a jotting: words that are no value by themselves.
bool IntakeForm::settle(const QString& field, const QString& text) {
    if (fieldCalled(field, textFields)) {
        setApplicantText(field, text);
    } else if (field.startsWith(QLatin1String("fact:"))) {
        const auto fact = factField(field.mid(5));
        if (!fact || !domain::isWritten(fact->type))
            return false;
        setFact(fact->name, text);
    } else if (field == QLatin1String("dueGround")) {
        setDueGround(text);
    } else if (field == QLatin1String("exemption")) {
        setExemption(text);
    } else if (field == QLatin1String("note")) {
        setNote(text);
    } else {
        return false;
    }
    return true;
}

base::Outcome IntakeForm::applyCardQr(const QString& text) {
    const auto card = domain::CardQr::parse(text);
    if (!card)
        return base::fail(card.error());
    applyCard(*card);
    return base::done();
}

void IntakeForm::noteRead(std::initializer_list<const char*> fields, Origin origin) {
    for (const char* field : fields) {
        jot(QLatin1String(field), {});
        noteOrigin(QLatin1String(field), origin);
    }
    emit applicantChanged();
    touch();
}

bool IntakeForm::isAnothers(const domain::IdentityMark& shown, const QString& name) const {
    const Applicant known = applicant();
    return domain::isBody(who()) ? isSomebodyElse(domain::markOf(known.body.representativeId), known.body.representative, shown, name)
                                 : isSomebodyElse(domain::markOf(known), known.name, shown, name);
}

bool IntakeForm::isAnotherProxys(const domain::IdentityMark& shown, const QString& name) const {
    const domain::ProxyData& known = m_content.applicant.proxy;
    return isSomebodyElse(domain::markOf(known.personalId), known.name, shown, name);
}

bool IntakeForm::saysOnlyWhoShowedPapers() const {
    const Applicant& applicant = m_content.applicant;
    const auto wasRead = [this](const char* field) {
        const Origin origin = originOf(QLatin1String(field));
        return origin == Origin::CardQr || origin == Origin::PassportLines;
    };
    const bool read = wasRead("name") && (applicant.address.isEmpty() || wasRead("address"));
    const bool more = isThroughProxy() || domain::isBody(who()) || !applicant.phone.isEmpty() || !applicant.email.isEmpty();
    return read && !more && !isCorrection() && m_content.procedureCode.isEmpty() && saysOnlyWhoAndWhat();
}

/// Another person's papers were shown: who stood here takes all of theirs along.
void IntakeForm::leaveTo(const domain::IdentityMark& shown, const QString& name) {
    if (!isAnothers(shown, name))
        return;
    if (domain::isBody(who())) {
        m_content.applicant.body.representativeTitle.clear();
        jot(QStringLiteral("representativeTitle"), {});
        return;
    }
    const bool throughProxy = isThroughProxy();
    for (const TextField& field : textFields)
        jot(QLatin1String(field.name), {});
    for (const char* field : {"birthDate", "passportExpiry", "proxyGroundDate", "exemption"})
        jot(QLatin1String(field), {});
    m_content.applicant = {};
    m_content.throughProxy = throughProxy;
    m_content.exemption.clear();
}

void IntakeForm::leaveProxyTo(const domain::IdentityMark& shown, const QString& name) {
    if (!isAnotherProxys(shown, name))
        return;
    for (const char* field : {"proxyName", "proxyId", "proxyPhone", "proxyAddress", "proxyGround", "proxyGroundNumber", "proxyGroundDate"}) {
        jot(QLatin1String(field), {});
        noteOrigin(QLatin1String(field), Origin::Typed);
    }
    m_content.applicant.proxy = {};
}

void IntakeForm::applyCard(const domain::CardQr& card) {
    leaveTo(domain::markOf(card), card.name);
    Applicant& applicant = m_content.applicant;
    if (domain::isBody(who())) {
        applicant.body.representative = card.name;
        applicant.body.representativeId = card.personalId;
        noteRead({"representative", "representativeId"}, Origin::CardQr);
        return;
    }
    m_content.who = domain::Who::Card;
    applicant.kind = domain::ApplicantKind::Citizen;
    applicant.personalId = card.personalId;
    applicant.formerId = card.formerId;
    applicant.name = card.name;
    applicant.birthDate = card.birthDate;
    applicant.bornIn = card.bornIn;
    applicant.sex = card.sex;
    applicant.address = card.address;
    applicant.cardIssued = card.issued;
    noteRead({"personalId", "formerId", "name", "birthDate", "sex", "address", "cardIssued"}, Origin::CardQr);
}

void IntakeForm::applyProxyCard(const domain::CardQr& card) {
    leaveProxyTo(domain::markOf(card), card.name);
    domain::ProxyData& proxy = m_content.applicant.proxy;
    m_content.throughProxy = true;
    proxy.name = card.name;
    proxy.personalId = card.personalId;
    proxy.address = card.address;
    noteRead({"proxyName", "proxyId", "proxyAddress"}, Origin::CardQr);
}

bool IntakeForm::isProxysTurn(const domain::IdentityMark& shown) const {
    const Applicant& applicant = m_content.applicant;
    const domain::IdentityMark known = domain::markOf(applicant.proxy.personalId);
    const bool isKnown = !applicant.name.isEmpty() || (domain::isBody(who()) && !applicant.body.representativeId.isEmpty());
    const bool isApplicants =
        domain::mayBeOne(domain::markOf(applicant.body.representativeId), shown) || domain::mayBeOne(domain::markOf(this->applicant()), shown);
    return isThroughProxy() && isKnown && !isApplicants && (known.number.isEmpty() || domain::mayBeOne(known, shown));
}

void IntakeForm::applyProxyPassport(const domain::Passport& passport) {
    leaveProxyTo(domain::markOf(passport), passport.name());
    domain::ProxyData& proxy = m_content.applicant.proxy;
    m_content.throughProxy = true;
    proxy.name = passport.name();
    proxy.personalId = passport.number;
    noteRead({"proxyName", "proxyId"}, Origin::PassportLines);
}

void IntakeForm::applyPassport(const domain::Passport& passport) {
    leaveTo(domain::markOf(passport), passport.name());
    Applicant& applicant = m_content.applicant;
    if (domain::isBody(who())) {
        applicant.body.representative = passport.name();
        applicant.body.representativeId = passport.number;
        noteRead({"representative", "representativeId"}, Origin::PassportLines);
        return;
    }
    m_content.who = domain::Who::Passport;
    applicant.kind = domain::ApplicantKind::Citizen;
    applicant.passport = {passport.number, passport.issuer, passport.nationality, passport.expiry};
    applicant.name = passport.name();
    applicant.birthDate = passport.birthDate;
    // The lines have two digits of the year.
    if (applicant.birthDate.isValid() && applicant.birthDate > m_desk.today())
        applicant.birthDate = applicant.birthDate.addYears(-100);
    applicant.bornIn = {};
    applicant.sex = passport.sex;
    noteRead({"passportNumber", "passportIssuer", "nationality", "passportExpiry", "name", "birthDate", "sex"}, Origin::PassportLines);
}

base::Outcome IntakeForm::applyEarlier(domain::DossierId id) {
    const auto dossier = m_runner.dossier(id);
    if (!dossier)
        return base::fail(dossier.error());
    m_content.applicant = dossier->applicant;
    // Who came then does not come now.
    m_content.applicant.proxy = {};
    m_content.who = domain::whoIs(m_content.applicant);
    for (const char* field : allFields)
        noteOrigin(QLatin1String(field), Origin::EarlierDossier);
    emit applicantChanged();
    touch();
    return base::done();
}

void IntakeForm::setDossier(domain::DossierId dossier) {
    m_content.dossier = dossier;
    noteEdit();
}

void IntakeForm::takeOver(const IntakeContent& said) {
    const QJsonObject newer = base::toJson(said.applicant);
    QJsonObject whole = base::toJson(m_content.applicant);
    QJsonObject origins = m_content.applicant.origins;
    // Of the two ways to say it only one holds.
    if (newer.contains(QLatin1String("birthDate")) || newer.contains(QLatin1String("bornIn")))
        for (const char* field : {"birthDate", "bornIn"})
            whole.remove(QLatin1String(field));
    for (auto field = newer.begin(); field != newer.end(); ++field) {
        if (whole.value(field.key()) != field.value())
            origins.insert(field.key(), said.applicant.origins.value(field.key()));
        whole.insert(field.key(), field.value());
    }
    m_content.applicant = base::fromJson<Applicant>(whole);
    m_content.applicant.origins = {};
    for (auto origin = origins.begin(); origin != origins.end(); ++origin)
        if (origin->isDouble())
            m_content.applicant.origins.insert(origin.key(), *origin);
    if (said.who)
        m_content.who = said.who;
    if (said.throughProxy)
        m_content.throughProxy = said.throughProxy;
    emit applicantChanged();
    touch();
}

void IntakeForm::goOnWith(const domain::Dossier& dossier) {
    m_content.dossier = dossier.id;
    m_content.procedureCode = dossier.procedure.code;
    fillPapers();
    beginFacts();
    m_content.applicant = dossier.applicant;
    emit procedureChanged();
    emit applicantChanged();
    touch();
}

}
