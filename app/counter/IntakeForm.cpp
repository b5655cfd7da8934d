#include "app/counter/IntakeForm.h"

#include "app/counter/CommandRunner.h"
#include "app/domain/Deadline.h"
#include "app/domain/Fees.h"
#include "app/domain/Ground.h"
#include "app/domain/IntakeChecks.h"
#include "app/domain/PaperNeed.h"
#include "app/domain/TypedDate.h"
#include "app/domain/jobs/JobFees.h"

#include <algorithm>

namespace motcua::counter {

IntakeForm::IntakeForm(const domain::ports::Archive& archive, const Desk& desk, const CommandRunner& runner)
    : m_archive(archive), m_desk(desk), m_runner(runner), m_pages(m_content.papers, m_content.cut) {
    connect(&m_pages, &PageActs::changed, this, &IntakeForm::pagesChanged);
    connect(&m_pages, &PageActs::currentChanged, this, &IntakeForm::changed);
    connect(&m_pages, &PageActs::acted, this, &IntakeForm::touch);
    constexpr int minute = 60'000;
    m_minute.setInterval(minute);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        recompute();
        emit changed();
    });
    m_minute.start();
}

IntakeForm::~IntakeForm() = default;

const domain::Procedure* IntakeForm::procedure() const {
    return m_content.procedureCode.isEmpty() ? nullptr : m_archive.catalogue().find(m_content.procedureCode);
}

std::vector<const domain::JobKind*> IntakeForm::jobKinds() const {
    if (isCorrection()) {
        const domain::JobKind* accepted = m_archive.jobs().find(m_content.jobKind, m_content.correction->jobVersion);
        return accepted ? std::vector{accepted} : std::vector<const domain::JobKind*>();
    }
    const domain::Procedure* chosen = procedure();
    return chosen ? m_archive.jobs().serving(*chosen, m_desk.today()) : std::vector<const domain::JobKind*>();
}

const domain::JobKind* IntakeForm::job() const {
    const auto kinds = jobKinds();
    const auto picked = std::find_if(kinds.begin(), kinds.end(), [this](const domain::JobKind* kind) { return kind->kind == m_content.jobKind; });
    return picked != kinds.end() ? *picked : kinds.empty() ? nullptr : kinds.front();
}

QJsonObject IntakeForm::facts() const {
    const domain::JobKind* kind = job();
    if (!kind)
        return {};
    const QJsonObject declared = kind->facts.value(QLatin1String("properties")).toObject();
    QJsonObject asked;
    for (auto it = m_content.facts.begin(); it != m_content.facts.end(); ++it)
        if (declared.contains(it.key()))
            asked.insert(it.key(), it.value());
    return domain::tidiedFacts(*kind, asked);
}

/// Words that are no date yet count as a value that cannot be taken.
std::vector<domain::FactFault> IntakeForm::factFaults() const {
    const domain::JobKind* kind = job();
    if (!kind)
        return {};
    const QJsonObject asked = factsAsTyped(*kind);
    std::vector<domain::FactFault> faults = domain::factFaults(*kind, asked);
    for (const domain::FactRow& row : kind->layout.rows)
        for (const domain::FactCell& cell : row.cells) {
            const bool isOpen = !jotted(QStringLiteral("fact:") + cell.fact).isEmpty() && domain::isShown(kind->layout, cell.fact, asked);
            const auto field = isOpen ? factField(cell.fact) : std::nullopt;
            if (!field || field->type != domain::FactType::Date)
                continue;
            const auto known = std::find_if(faults.begin(), faults.end(), [&](const domain::FactFault& fault) { return fault.fact == cell.fact; });
            if (known == faults.end())
                faults.push_back({cell.fact, false});
            else
                known->missing = false;
        }
    return faults;
}

/// With the texts that are still being typed.
QJsonObject IntakeForm::factsAsTyped(const domain::JobKind& kind) const {
    QJsonObject typed = facts();
    for (const domain::FactField& field : domain::fieldsOf(kind))
        if (domain::isWritten(field.type))
            if (const QString text = asTyped(QStringLiteral("fact:") + field.name, {}); !text.isEmpty())
                typed.insert(field.name, text);
    return domain::tidiedFacts(kind, typed);
}

QString IntakeForm::asTyped(const QString& field, const QString& value) const {
    const QString typed = domain::tidied(jotted(field));
    return typed.isEmpty() ? value : typed;
}

bool IntakeForm::isWrong(const QString& fact) const {
    const auto all = factFaults();
    return std::any_of(all.begin(), all.end(), [&](const domain::FactFault& fault) { return fault.fact == fact && !fault.missing; });
}

std::optional<domain::FactField> IntakeForm::factField(const QString& fact) const {
    if (const domain::JobKind* kind = job())
        for (const domain::FactField& field : domain::fieldsOf(*kind))
            if (field.name == fact)
                return field;
    return std::nullopt;
}

domain::Origin IntakeForm::originOf(const QString& field) const {
    return static_cast<domain::Origin>(m_content.applicant.origins.value(field).toInt());
}

qint64 IntakeForm::feeTotal() const {
    return domain::totalOf(m_fees);
}

QDateTime IntakeForm::due() const {
    const domain::Procedure* chosen = procedure();
    if (!chosen)
        return {};
    if (isCorrection() && (!lacks().time || isAgreedAsBefore()))
        return m_content.correction->before.due;
    if (lacks().time)
        return domain::closingOf(m_content.agreedDue, m_desk.settings());
    const domain::JobTime time = timeLimit();
    return domain::dueMoment(m_desk.now(), time.value, time.unit, m_desk.calendar(), m_desk.settings());
}

bool IntakeForm::isDuePast() const {
    return lacks().time && m_content.agreedDue.isValid() && m_content.agreedDue < m_desk.today() && !isAgreedAsBefore();
}

bool IntakeForm::isDueOnDayOff() const {
    return lacks().time && m_content.agreedDue.isValid() && !m_desk.calendar().isWorkingDay(m_content.agreedDue);
}

bool IntakeForm::isAfterCutOff() const {
    const domain::Procedure* chosen = procedure();
    return chosen && !isCorrection() && timeLimit().unit == domain::TimeUnit::SameDay15h &&
           !domain::beforeCutOff(m_desk.now(), m_desk.calendar(), m_desk.settings());
}

domain::JobTime IntakeForm::timeLimit() const {
    const domain::JobKind* kind = job();
    const domain::Procedure* chosen = procedure();
    return kind && kind->time ? *kind->time : chosen ? domain::JobTime{chosen->version.timeValue, chosen->version.timeUnit} : domain::JobTime();
}

domain::ProcedureLacks IntakeForm::lacks() const {
    const domain::Procedure* chosen = procedure();
    const domain::JobKind* kind = job();
    if (!chosen || !kind)
        return {};
    const domain::ProcedureLacks row = domain::lacksOf(*chosen);
    const domain::JobTime time = timeLimit();
    const bool agreed = isCorrection() ? !m_content.correction->before.dueGround.isEmpty() : !domain::hasTime(time.value, time.unit);
    return {.time = agreed, .fee = row.fee && isFeeTyped(), .papers = row.papers && !kind->originalsShown};
}

bool IntakeForm::isFeeTyped() const {
    const domain::Procedure* chosen = procedure();
    const domain::JobKind* kind = job();
    return chosen && kind && domain::isFeeTyped(*kind, *chosen);
}

QStringList IntakeForm::missing() const {
    QStringList names;
    for (const domain::Paper& paper : m_content.papers)
        if (domain::isMissing(paper))
            names.append(paper.name);
    return names;
}

/// What was typed for a date and is none; a year may do for a birth.
QStringList IntakeForm::wrongDates() const {
    const domain::Who asking = who();
    const std::pair<const char*, bool> dates[] = {
        {"birthDate", !domain::isBody(asking)}, {"passportExpiry", asking == domain::Who::Passport}, {"proxyGroundDate", isThroughProxy()}};
    QStringList wrong;
    for (const auto& [name, isAsked] : dates) {
        const QString field = QString::fromLatin1(name);
        const QString typed = isAsked ? domain::tidied(jotted(field)) : QString();
        const bool isBirth = field == QLatin1String("birthDate");
        if (!typed.isEmpty() && !domain::typedDate(typed, m_desk.today()).isValid() && !(isBirth && !domain::bornInOf(typed).isNull()))
            wrong << field;
    }
    return wrong;
}

/// With the texts that are still being typed.
domain::Applicant IntakeForm::applicantAsTyped() const {
    domain::Applicant applicant = m_content.applicant;
    for (auto it = m_content.jottings.begin(); it != m_content.jottings.end(); ++it)
        setText(applicant, it.key(), it.value().toString());
    return domain::filedAs(applicant, who(), isThroughProxy());
}

base::Outcome IntakeForm::whoAndWhat() const {
    return procedure() ? domain::checkApplicant(applicantAsTyped(), m_desk.now()) : base::Outcome(base::fail(QStringLiteral("dossier.no-procedure")));
}

QStringList IntakeForm::applicantGaps() const {
    const domain::Applicant typed = applicantAsTyped();
    QStringList gaps;
    for (const base::Error& fault : domain::applicantFaults(typed, m_desk.now()))
        gaps.append(fault.detail.value(QStringLiteral("field")));
    if (isThroughProxy() && typed.proxy.name.isEmpty())
        gaps.append(QStringLiteral("proxyName"));
    if (isThroughProxy() && typed.proxy.ground.isEmpty())
        gaps.append(QStringLiteral("proxyGround"));
    gaps += wrongDates();
    gaps.removeDuplicates();
    return gaps;
}

QStringList IntakeForm::gaps() const {
    QStringList gaps;
    if (!procedure())
        gaps.append(QStringLiteral("procedure"));
    gaps += applicantGaps();
    for (const domain::FactFault& fault : factFaults())
        gaps.append(QStringLiteral("fact:") + fault.fact);
    const domain::ProcedureLacks lacking = lacks();
    const bool noneSaid = lacking.papers && m_content.papers.empty() && !m_content.noPapers;
    if (noneSaid || !missing().isEmpty())
        gaps.append(QStringLiteral("papers"));
    if (lacking.time && (!m_content.agreedDue.isValid() || isDuePast()))
        gaps.append(QStringLiteral("due"));
    else if (lacking.time && !domain::isGround(asTyped(QStringLiteral("dueGround"), m_content.dueGround)))
        gaps.append(QStringLiteral("dueGround"));
    const bool isOpen = isFeeTyped() && m_content.typedFee < 0 && asTyped(QStringLiteral("exemption"), m_content.exemption).isEmpty();
    if (isOpen || isGapWrong(QStringLiteral("fee")))
        gaps.append(QStringLiteral("fee"));
    return gaps;
}

bool IntakeForm::isGapWrong(const QString& gap) const {
    const QString factPrefix = QStringLiteral("fact:");
    if (gap.startsWith(factPrefix))
        return isWrong(gap.mid(factPrefix.size()));
    if (gap == QLatin1String("fee")) {
        const QString ground = asTyped(QStringLiteral("exemption"), m_content.exemption);
        const bool isAsked = (isFeeTyped() || !m_fees.empty()) && !(isCorrection() && feeIsAsBefore());
        return isAsked && !ground.isEmpty() && !domain::isGround(ground);
    }
    return gap == QLatin1String("due") ? isDuePast() : !asTyped(gap, applicantText(gap)).isEmpty() || gap == QLatin1String("birthDate");
}

bool IntakeForm::saysOnlyWhoAndWhat() const {
    IntakeForm plain(m_archive, m_desk, m_runner);
    plain.m_content.procedureCode = m_content.procedureCode;
    plain.m_content.jobKind = m_content.jobKind;
    plain.m_content.applicant = m_content.applicant;
    plain.m_content.who = m_content.who;
    plain.m_content.throughProxy = m_content.throughProxy;
    plain.m_content.started = m_content.started;
    plain.fillPapers();
    plain.beginFacts();
    return base::toJson(plain.m_content) == base::toJson(m_content);
}

std::vector<domain::LegalGround> IntakeForm::refusalGrounds() const {
    std::vector<domain::LegalGround> grounds;
    const domain::JobKind* own = job();
    const domain::JobKind* general = m_archive.jobs().inForce(QLatin1String(domain::generalKind), m_desk.today());
    for (const domain::JobKind* kind : {own, own == general ? nullptr : general})
        if (kind)
            grounds.insert(grounds.end(), kind->refusals.begin(), kind->refusals.end());
    return grounds;
}

std::vector<const domain::Procedure*> IntakeForm::favourites() const {
    std::vector<const domain::Procedure*> found;
    // Until the unit names its own: copies and signatures certified, which every counter does every day.
    static const QStringList usual{QStringLiteral("2.000815"), QStringLiteral("2.000884"), QStringLiteral("2.000913")};
    const QStringList& named = m_desk.settings().favourites;
    for (const QString& code : named.isEmpty() ? usual : named)
        if (const domain::Procedure* favourite = m_archive.catalogue().find(code); favourite && favourite->active)
            found.push_back(favourite);
    return found;
}

std::vector<const domain::Procedure*> IntakeForm::findProcedures(const QString& text, int limit) const {
    return m_archive.catalogue().search(text, limit);
}

void IntakeForm::clear() {
    m_content = {};
    tellAll();
}

void IntakeForm::open(IntakeContent content) {
    m_content = std::move(content);
    settleJottings();
    tellAll();
}

void IntakeForm::takeBack(IntakeContent content) {
    m_content = std::move(content);
    touch();
    emit applicantChanged();
    m_pages.tell();
}

void IntakeForm::tellAll() {
    m_pages.restart();
    recompute();
    emit replaced();
    emit procedureChanged();
    emit applicantChanged();
    m_pages.tell();
    emit changed();
}

/// Something was set: what follows from it is worked out, and the draft is on its way to the disk.
void IntakeForm::touch() {
    noteEdit();
    recompute();
    emit changed();
}

void IntakeForm::noteEdit() {
    if (!m_content.started.isValid())
        m_content.started = m_desk.now();
    emit edited();
}

std::vector<domain::FeeLine> IntakeForm::workedOutFees() const {
    const domain::Procedure* chosen = procedure();
    const domain::JobKind* kind = job();
    if (!chosen || !kind)
        return {};
    if (isCorrection() && feeIsAsBefore())
        return m_content.correction->before.fees;
    std::vector<domain::FeeLine> fees = domain::feeLines(*kind, *chosen, facts());
    if (fees.empty() && m_content.typedFee > 0)
        fees.push_back({domain::typedFeeName(*chosen), m_content.typedFee, 1, m_content.typedFee, {}});
    if (domain::isGround(m_content.exemption))
        for (domain::FeeLine& line : fees) {
            line.amount = 0;
            line.exemption = m_content.exemption;
        }
    return fees;
}

void IntakeForm::recompute() {
    m_warnings.clear();
    findFaults();
    m_fees = workedOutFees();
    addPersonalIdWarnings();
    addPaperWarnings();
    addDuplicateWarning();
    addComingBackWarning();
    addCutOffWarning();
}

}
