#include "app/base/StrictJson.h"
#include "app/counter/CommandRunner.h"
#include "app/counter/IntakeForm.h"
#include "app/domain/CardQr.h"
#include "app/domain/Fold.h"
#include "app/domain/IntakeChecks.h"
#include "app/domain/Phone.h"

#include <algorithm>
#include <utility>

namespace motcua::counter {

using domain::Applicant;
using domain::Origin;

namespace {

struct TextField {
    const char* name;
    QString Applicant::*member;
};

constexpr TextField textFields[] = {
    {"name", &Applicant::name},
    {"personalId", &Applicant::personalId},
    {"formerId", &Applicant::formerId},
    {"sex", &Applicant::sex},
    {"address", &Applicant::address},
    {"phone", &Applicant::phone},
    {"email", &Applicant::email},
};

/// Every field that says where it came from.
constexpr const char* allFields[] = {"name", "personalId", "formerId", "birthDate", "sex", "address", "phone", "email", "cardIssued"};

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
    emit pagesChanged();
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
    emit pagesChanged();
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

void IntakeForm::setApplicantKind(domain::ApplicantKind kind) {
    m_content.applicant.kind = kind;
    emit applicantChanged();
    touch();
}

void IntakeForm::setApplicantText(const QString& field, const QString& text) {
    for (const TextField& known : textFields) {
        if (field != QLatin1String(known.name))
            continue;
        QString value = domain::tidied(text);
        if (field == QLatin1String("phone"))
            value = domain::normalisedPhone(value).value_or(value);
        if (field == QLatin1String("personalId") || field == QLatin1String("formerId"))
            value.remove(QLatin1Char(' '));
        if (m_content.applicant.*known.member == value)
            return;
        m_content.applicant.*known.member = value;
        noteOrigin(field, Origin::Typed);
        emit applicantChanged();
        touch();
        return;
    }
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
    const auto known =
        std::find_if(std::begin(textFields), std::end(textFields), [&](const TextField& each) { return field == QLatin1String(each.name); });
    if (known != std::end(textFields)) {
        setApplicantText(field, text);
    } else if (field.startsWith(QLatin1String("fact:"))) {
        const auto fact = factField(field.mid(5));
        if (!fact || fact->type != domain::FactType::Text)
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

void IntakeForm::applyCard(const domain::CardQr& card) {
    Applicant& applicant = m_content.applicant;
    applicant.kind = domain::ApplicantKind::Citizen;
    applicant.personalId = card.personalId;
    applicant.formerId = card.formerId;
    applicant.name = card.name;
    applicant.birthDate = card.birthDate;
    applicant.bornIn = card.bornIn;
    applicant.sex = card.sex;
    applicant.address = card.address;
    applicant.cardIssued = card.issued;
    for (const char* field : {"personalId", "formerId", "name", "birthDate", "sex", "address", "cardIssued"}) {
        jot(QLatin1String(field), {});
        noteOrigin(QLatin1String(field), Origin::CardQr);
    }
    emit applicantChanged();
    touch();
}

base::Outcome IntakeForm::applyEarlier(domain::DossierId id) {
    const auto dossier = m_runner.dossier(id);
    if (!dossier)
        return base::fail(dossier.error());
    m_content.applicant = dossier->applicant;
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
