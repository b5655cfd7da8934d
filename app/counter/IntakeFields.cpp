#include "app/counter/Intake.h"
#include "app/counter/PageKeeper.h"
#include "app/domain/CardQr.h"
#include "app/domain/Fold.h"
#include "app/domain/IntakeChecks.h"
#include "app/domain/Phone.h"

#include <algorithm>
#include <utility>

namespace motcua::counter {

using domain::Applicant;
using domain::Origin;
using domain::Paper;

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

/// As on form 01, for pages that belong to no named paper.
QString looseSheets() {
    return QStringLiteral("Giấy tờ kèm theo");
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
        return QDate::fromString(value.toString(), Qt::ISODate).isValid();
    case domain::FactType::Text:
        break;
    }
    return value.isString();
}

/// The catalogue names a paper's kind by how its name begins ("bản sao cần chứng thực").
domain::PaperKind kindOf(const QString& paper) {
    return domain::fold(paper).startsWith(QLatin1String("ban sao")) ? domain::PaperKind::Copy : domain::PaperKind::Original;
}

}

void Intake::setProcedure(const QString& code) {
    const domain::Procedure* chosen = code.isEmpty() ? nullptr : m_ports.archive.catalogue().find(code);
    const QString wanted = chosen ? chosen->version.code : QString();
    if (wanted == m_form.procedureCode)
        return;
    m_form.procedureCode = wanted;
    m_form.jobKind.clear();
    fillPapers();
    beginFacts();
    emit procedureChanged();
    emit pagesChanged();
    touch();
}

/// The checklist of the chosen procedure. Pages that were scanned before stay with the intake.
void Intake::fillPapers() {
    std::vector<domain::Page> pages;
    for (Paper& paper : m_form.papers)
        std::move(paper.pages.begin(), paper.pages.end(), std::back_inserter(pages));
    m_form.papers.clear();
    m_currentPaper = 0;
    // Originals that are shown and given back are never missing from the file.
    const bool shown = job() && job()->originalsShown;
    if (const domain::Procedure* chosen = procedure())
        for (const QString& name : chosen->papers)
            m_form.papers.push_back({name, kindOf(name), shown ? 1 : 0, true, shown, {}});
    if (pages.empty())
        return;
    if (m_form.papers.empty())
        m_form.papers.push_back({looseSheets(), domain::PaperKind::Original, 1, false, false, {}});
    m_form.papers.front().pages = std::move(pages);
    m_form.papers.front().quantity = std::max(m_form.papers.front().quantity, 1);
}

/// What the job's facts begin with. A fact that the job before had too stays, unless this job means something else by its name.
void Intake::beginFacts() {
    const domain::JobKind* kind = job();
    const auto fields = kind ? domain::factFields(kind->facts) : base::Result<std::vector<domain::FactField>>();
    if (!kind || !fields)
        return;
    for (const domain::FactField& field : *fields)
        if (!fits(field, m_form.facts.value(field.name)))
            m_form.facts.remove(field.name);
    for (const domain::FactRow& row : kind->layout.rows)
        for (const domain::FactCell& cell : row.cells)
            if (!cell.begins.isNull() && !cell.begins.isUndefined() && !m_form.facts.contains(cell.fact))
                m_form.facts.insert(cell.fact, cell.begins);
}

void Intake::setJobKind(const QString& kind) {
    const auto kinds = jobKinds();
    const bool known = std::any_of(kinds.begin(), kinds.end(), [&](const domain::JobKind* offered) { return offered->kind == kind; });
    if (!known || kind == m_form.jobKind)
        return;
    m_form.jobKind = kind;
    fillPapers();
    beginFacts();
    emit procedureChanged();
    emit pagesChanged();
    touch();
}

void Intake::setChannel(domain::Channel channel) {
    m_form.channel = channel;
    touch();
}

void Intake::setApplicantKind(domain::ApplicantKind kind) {
    m_form.applicant.kind = kind;
    emit applicantChanged();
    touch();
}

void Intake::setApplicantText(const QString& field, const QString& text) {
    for (const TextField& known : textFields) {
        if (field != QLatin1String(known.name))
            continue;
        QString value = domain::tidied(text);
        if (field == QLatin1String("phone"))
            value = domain::normalisedPhone(value).value_or(value);
        if (field == QLatin1String("personalId") || field == QLatin1String("formerId"))
            value.remove(QLatin1Char(' '));
        if (m_form.applicant.*known.member == value)
            return;
        m_form.applicant.*known.member = value;
        noteOrigin(field, Origin::Typed);
        emit applicantChanged();
        touch();
        return;
    }
}

void Intake::setBirthDate(QDate date) {
    if (m_form.applicant.birthDate == date)
        return;
    m_form.applicant.birthDate = date;
    noteOrigin(QStringLiteral("birthDate"), Origin::Typed);
    emit applicantChanged();
    touch();
}

void Intake::noteOrigin(const QString& field, Origin origin) {
    if (origin == Origin::Typed)
        m_form.applicant.origins.remove(field);
    else
        m_form.applicant.origins.insert(field, static_cast<int>(origin));
}

void Intake::setFact(const QString& fact, const QJsonValue& value) {
    const QJsonValue kept = value.isString() ? QJsonValue(domain::tidied(value.toString())) : value;
    if (kept.isNull() || kept.isUndefined() || kept == QJsonValue(QString()))
        m_form.facts.remove(fact);
    else
        m_form.facts.insert(fact, kept);
    touch();
}

void Intake::setPaper(int index, domain::PaperKind kind, int quantity, bool shownOnly) {
    if (index < 0 || index >= static_cast<int>(m_form.papers.size()))
        return;
    Paper& paper = m_form.papers[static_cast<size_t>(index)];
    paper.kind = kind;
    paper.quantity = std::max(quantity, 0);
    paper.shownOnly = shownOnly;
    touch();
}

void Intake::addPaper(const QString& name) {
    const QString tidy = domain::tidied(name);
    if (tidy.isEmpty())
        return;
    m_form.papers.push_back({tidy, domain::PaperKind::Original, 1, false, false, {}});
    touch();
}

void Intake::setTypedFee(qint64 amount) {
    m_form.typedFee = std::max<qint64>(amount, -1);
    touch();
}

void Intake::setExemption(const QString& ground) {
    m_form.exemption = domain::tidied(ground);
    touch();
}

void Intake::setNote(const QString& note) {
    m_form.note = domain::tidied(note);
    touch();
}

QString Intake::jotted(const QString& field) const {
    return m_form.jottings.value(field).toString();
}

void Intake::jot(const QString& field, const QString& text) {
    if (jotted(field) == text)
        return;
    if (text.isEmpty())
        m_form.jottings.remove(field);
    else
        m_form.jottings.insert(field, text);
    keep();
}

/// A crash came while these were being typed: they are what the clerk meant the fields to say.
void Intake::settleJottings() {
    const QJsonObject jottings = m_form.jottings;
    for (auto it = jottings.constBegin(); it != jottings.constEnd(); ++it)
        if (settle(it.key(), it.value().toString()))
            jot(it.key(), {});
}

/// False for what stays a jotting: words that are no value by themselves.
bool Intake::settle(const QString& field, const QString& text) {
    const auto known =
        std::find_if(std::begin(textFields), std::end(textFields), [&](const TextField& each) { return field == QLatin1String(each.name); });
    if (known != std::end(textFields)) {
        setApplicantText(field, text);
    } else if (field.startsWith(QLatin1String("fact:"))) {
        const auto fact = factField(field.mid(5));
        if (!fact || fact->type != domain::FactType::Text)
            return false;
        setFact(fact->name, text);
    } else if (field == QLatin1String("exemption")) {
        setExemption(text);
    } else if (field == QLatin1String("note")) {
        setNote(text);
    } else {
        return false;
    }
    return true;
}

base::Outcome Intake::applyCardQr(const QString& text) {
    const auto card = domain::CardQr::parse(text);
    if (!card)
        return base::fail(card.error());
    Applicant& applicant = m_form.applicant;
    applicant.kind = domain::ApplicantKind::Citizen;
    applicant.personalId = card->personalId;
    applicant.formerId = card->formerId;
    applicant.name = card->name;
    applicant.birthDate = card->birthDate;
    applicant.sex = card->sex;
    applicant.address = card->address;
    applicant.cardIssued = card->issued;
    for (const char* field : {"personalId", "formerId", "name", "birthDate", "sex", "address", "cardIssued"})
        noteOrigin(QLatin1String(field), Origin::CardQr);
    emit applicantChanged();
    touch();
    return base::done();
}

base::Outcome Intake::applyEarlier(domain::DossierId id) {
    const auto dossier = m_runner.dossier(id);
    if (!dossier)
        return base::fail(dossier.error());
    m_form.applicant = dossier->applicant;
    for (const char* field : allFields)
        noteOrigin(QLatin1String(field), Origin::EarlierDossier);
    emit applicantChanged();
    touch();
    return base::done();
}

base::Outcome Intake::continueDossier(domain::DossierId id) {
    const auto dossier = m_runner.dossier(id);
    if (!dossier)
        return base::fail(dossier.error());
    if (dossier->state != domain::State::Registered)
        return base::fail(QStringLiteral("dossier.wrong-state"), {{QStringLiteral("state"), QString::number(static_cast<int>(dossier->state))}});
    if (const auto kept = saveNow(); !kept)
        return kept;
    clear();
    m_form.dossier = id;
    m_form.procedureCode = dossier->procedure.code;
    fillPapers();
    beginFacts();
    m_form.applicant = dossier->applicant;
    emit procedureChanged();
    emit applicantChanged();
    touch();
    return base::done();
}

base::Outcome Intake::take(const domain::ports::ScannedPage& page) {
    auto kept = keepPage(m_ports.blobs, page);
    if (!kept)
        return base::fail(kept.error());
    addPage(std::move(*kept), page.codes);
    emit pagesChanged();
    touch();
    return saveNow();
}

base::Outcome Intake::takeAll(const std::vector<domain::ports::ScannedPage>& pages) {
    std::vector<domain::Page> sealed;
    for (const domain::ports::ScannedPage& page : pages) {
        auto kept = keepPage(m_ports.blobs, page);
        if (!kept)
            return base::fail(kept.error());
        sealed.push_back(std::move(*kept));
    }
    const IntakeForm before = m_form;
    for (size_t i = 0; i < pages.size(); ++i)
        addPage(std::move(sealed[i]), pages[i].codes);
    touch();
    auto saved = saveNow();
    if (!saved) {
        // What was typed before goes on waiting for the disk; these pages come again with their file.
        m_form = before;
        touch();
        emit applicantChanged();
    }
    emit pagesChanged();
    return saved;
}

void Intake::addPage(domain::Page page, const QStringList& codes) {
    if (m_form.papers.empty())
        m_form.papers.push_back({looseSheets(), domain::PaperKind::Original, 1, false, false, {}});
    Paper& paper = m_form.papers[static_cast<size_t>(m_currentPaper)];
    paper.pages.push_back(std::move(page));
    paper.quantity = std::max(paper.quantity, 1);
    if (m_form.applicant.name.isEmpty())
        for (const QString& code : codes)
            if (applyCardQr(code))
                break;
}

void Intake::setCurrentPaper(int index) {
    if (index < 0 || index >= static_cast<int>(m_form.papers.size()))
        return;
    m_currentPaper = index;
    emit changed();
}

void Intake::removePage(int paper, int page) {
    if (paper < 0 || paper >= static_cast<int>(m_form.papers.size()))
        return;
    auto& pages = m_form.papers[static_cast<size_t>(paper)].pages;
    if (page < 0 || page >= static_cast<int>(pages.size()))
        return;
    pages.erase(pages.begin() + page);
    emit pagesChanged();
    touch();
}

void Intake::movePage(int paper, int from, int to) {
    if (paper < 0 || paper >= static_cast<int>(m_form.papers.size()))
        return;
    auto& pages = m_form.papers[static_cast<size_t>(paper)].pages;
    const int count = static_cast<int>(pages.size());
    if (from < 0 || from >= count || to < 0 || to >= count || from == to)
        return;
    domain::Page moved = std::move(pages[static_cast<size_t>(from)]);
    pages.erase(pages.begin() + from);
    pages.insert(pages.begin() + to, std::move(moved));
    emit pagesChanged();
    touch();
}

base::Result<QByteArray> Intake::pageContent(int paper, int page) const {
    if (paper < 0 || paper >= static_cast<int>(m_form.papers.size()))
        return base::fail(QStringLiteral("page.no-such"));
    const auto& pages = m_form.papers[static_cast<size_t>(paper)].pages;
    if (page < 0 || page >= static_cast<int>(pages.size()))
        return base::fail(QStringLiteral("page.no-such"));
    return m_ports.blobs.read(pages[static_cast<size_t>(page)].blob);
}

}
