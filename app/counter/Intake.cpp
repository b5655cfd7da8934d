#include "app/counter/Intake.h"

#include "app/counter/DraftEnvelope.h"
#include "app/counter/Printing.h"
#include "app/domain/Deadline.h"
#include "app/domain/FirstRecords.h"
#include "app/domain/jobs/JobFees.h"

#include <algorithm>

namespace motcua::counter {

using domain::ports::Draft;

Intake::Intake(const Ports& ports, const Desk& desk, CommandRunner& runner, Printing& printing)
    : m_ports(ports), m_desk(desk), m_runner(runner), m_printing(printing) {
    // Two savings a second at most while typing, and never more than 300 ms of it at stake.
    constexpr int longestUnsaved = 300;
    constexpr int minute = 60'000;
    m_saveTimer.setInterval(longestUnsaved);
    m_saveTimer.setSingleShot(true);
    connect(&m_saveTimer, &QTimer::timeout, this, [this] { (void)saveNow(); });
    m_minute.setInterval(minute);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        recompute();
        emit changed();
    });
    m_minute.start();
}

Intake::~Intake() = default;

bool Intake::isBlank() const {
    IntakeForm blank;
    blank.started = m_form.started;
    return base::toJson(m_form) == base::toJson(blank);
}

const domain::Procedure* Intake::procedure() const {
    return m_form.procedureCode.isEmpty() ? nullptr : m_ports.archive.catalogue().find(m_form.procedureCode);
}

std::vector<const domain::JobKind*> Intake::jobKinds() const {
    const domain::Procedure* chosen = procedure();
    return chosen ? m_ports.archive.jobs().serving(*chosen, m_desk.today()) : std::vector<const domain::JobKind*>();
}

const domain::JobKind* Intake::job() const {
    const auto kinds = jobKinds();
    const auto picked = std::find_if(kinds.begin(), kinds.end(), [this](const domain::JobKind* kind) { return kind->kind == m_form.jobKind; });
    return picked != kinds.end() ? *picked : kinds.empty() ? nullptr : kinds.front();
}

QJsonObject Intake::facts() const {
    const domain::JobKind* kind = job();
    if (!kind)
        return {};
    const QJsonObject declared = kind->facts.value(QLatin1String("properties")).toObject();
    QJsonObject asked;
    for (auto it = m_form.facts.begin(); it != m_form.facts.end(); ++it)
        if (declared.contains(it.key()))
            asked.insert(it.key(), it.value());
    return domain::tidiedFacts(*kind, asked);
}

/// Words that are no date yet count as a value that cannot be taken.
std::vector<domain::FactFault> Intake::faults() const {
    const domain::JobKind* kind = job();
    if (!kind)
        return {};
    const QJsonObject asked = facts();
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

bool Intake::isWrong(const QString& fact) const {
    const auto all = faults();
    return std::any_of(all.begin(), all.end(), [&](const domain::FactFault& fault) { return fault.fact == fact && !fault.missing; });
}

std::optional<domain::FactField> Intake::factField(const QString& fact) const {
    const domain::JobKind* kind = job();
    const auto fields = kind ? domain::factFields(kind->facts) : base::Result<std::vector<domain::FactField>>();
    if (kind && fields)
        for (const domain::FactField& field : *fields)
            if (field.name == fact)
                return field;
    return std::nullopt;
}

domain::Origin Intake::originOf(const QString& field) const {
    return static_cast<domain::Origin>(m_form.applicant.origins.value(field).toInt());
}

qint64 Intake::feeTotal() const {
    qint64 total = 0;
    for (const domain::FeeLine& line : m_fees)
        total += line.amount;
    return total;
}

QDateTime Intake::due() const {
    const domain::Procedure* chosen = procedure();
    if (!chosen)
        return {};
    const domain::JobTime time = timeLimit();
    return domain::dueMoment(m_desk.now(), time.value, time.unit, m_desk.calendar(), m_desk.settings());
}

bool Intake::isAfterCutOff() const {
    const domain::Procedure* chosen = procedure();
    return chosen && timeLimit().unit == domain::TimeUnit::SameDay15h && !domain::beforeCutOff(m_desk.now(), m_desk.calendar(), m_desk.settings());
}

domain::JobTime Intake::timeLimit() const {
    const domain::JobKind* kind = job();
    const domain::Procedure* chosen = procedure();
    return kind && kind->time ? *kind->time : chosen ? domain::JobTime{chosen->version.timeValue, chosen->version.timeUnit} : domain::JobTime();
}

QStringList Intake::missing() const {
    QStringList names;
    for (const domain::Paper& paper : m_form.papers)
        if (paper.required && !paper.shownOnly && paper.quantity == 0)
            names.append(paper.name);
    return names;
}

QStringList Intake::gaps() const {
    QStringList gaps;
    const domain::Procedure* chosen = procedure();
    if (!chosen)
        gaps.append(QStringLiteral("procedure"));
    if (m_form.applicant.name.isEmpty())
        gaps.append(QStringLiteral("name"));
    const domain::JobKind* kind = job();
    for (const domain::FactFault& fault : faults())
        gaps.append(QStringLiteral("fact:") + fault.fact);
    if (!missing().isEmpty())
        gaps.append(QStringLiteral("papers"));
    const bool feeOpen = kind && domain::isFeeTyped(*kind, *chosen) && m_form.typedFee < 0;
    if (feeOpen && m_form.exemption.isEmpty())
        gaps.append(QStringLiteral("fee"));
    return gaps;
}

std::vector<domain::LegalGround> Intake::refusalGrounds() const {
    std::vector<domain::LegalGround> grounds;
    const domain::JobKind* own = job();
    const domain::JobKind* general = m_ports.archive.jobs().inForce(QLatin1String(domain::generalKind), m_desk.today());
    for (const domain::JobKind* kind : {own, own == general ? nullptr : general})
        if (kind)
            grounds.insert(grounds.end(), kind->refusals.begin(), kind->refusals.end());
    return grounds;
}

std::vector<const domain::Procedure*> Intake::favourites() const {
    std::vector<const domain::Procedure*> found;
    for (const QString& code : m_desk.settings().favourites)
        if (const domain::Procedure* favourite = m_ports.archive.catalogue().find(code); favourite && favourite->active)
            found.push_back(favourite);
    return found;
}

std::vector<const domain::Procedure*> Intake::findProcedures(const QString& text, int limit) const {
    return m_ports.archive.catalogue().search(text, limit);
}

std::vector<Draft> Intake::drafts() const {
    std::vector<Draft> own;
    const auto all = m_ports.drafts.drafts(m_desk.account().id);
    if (all)
        std::copy_if(all->begin(), all->end(), std::back_inserter(own),
            [](const Draft& draft) { return fromDraftContent(DraftOf::Intake, draft.content).has_value(); });
    return own;
}

base::Outcome Intake::saveNow() {
    m_saveTimer.stop();
    if (!m_dirty)
        return base::done();
    if (m_draft.isNull())
        m_draft = domain::DraftId::make(m_desk.now().toMSecsSinceEpoch());
    auto kept = m_ports.drafts.save({m_draft, m_desk.account().id, m_desk.now(), toDraftContent(DraftOf::Intake, base::toJson(m_form))});
    if (!kept) {
        m_saveTimer.start();
        emit saveFailed(kept.error());
        return kept;
    }
    m_dirty = false;
    emit saved();
    return kept;
}

void Intake::startNew() {
    if (!saveNow())
        return;
    clear();
}

void Intake::resume(domain::DraftId draft) {
    if (!saveNow())
        return;
    for (const Draft& found : drafts())
        if (found.id == draft)
            load(found);
}

void Intake::discard() {
    if (!m_draft.isNull())
        if (const auto dropped = m_ports.drafts.drop(m_draft); !dropped) {
            emit saveFailed(dropped.error());
            return;
        }
    clear();
}

void Intake::restore() {
    const auto found = drafts();
    if (found.empty())
        clear();
    else
        load(found.front());
}

void Intake::load(const Draft& draft) {
    const auto body = fromDraftContent(DraftOf::Intake, draft.content);
    if (!body)
        return;
    clear();
    m_form = base::fromJson<IntakeForm>(domain::liftIntakeDraft(*body));
    m_draft = draft.id;
    settleJottings();
    recompute();
    emit procedureChanged();
    emit applicantChanged();
    emit pagesChanged();
    emit changed();
    emit restored();
}

void Intake::clear() {
    m_saveTimer.stop();
    m_form = {};
    m_draft = {};
    m_dirty = false;
    m_currentPaper = 0;
    recompute();
    emit procedureChanged();
    emit applicantChanged();
    emit pagesChanged();
    emit changed();
}

/// Something was set: what follows from it is worked out, and the draft is on its way to the disk.
void Intake::touch() {
    keep();
    recompute();
    emit changed();
}

void Intake::keep() {
    if (!m_form.started.isValid())
        m_form.started = m_desk.now();
    m_dirty = true;
    if (!m_saveTimer.isActive())
        m_saveTimer.start();
}

void Intake::recompute() {
    m_fees.clear();
    m_warnings.clear();
    const domain::Procedure* chosen = procedure();
    if (const domain::JobKind* kind = job()) {
        m_fees = domain::feeLines(*kind, *chosen, facts());
        if (m_fees.empty() && m_form.typedFee > 0)
            m_fees.push_back({QStringLiteral("Phí, lệ phí"), m_form.typedFee, 1, m_form.typedFee, {}});
    }
    if (!m_form.exemption.isEmpty())
        for (domain::FeeLine& line : m_fees) {
            line.amount = 0;
            line.exemption = m_form.exemption;
        }
    addPersonalIdWarnings();
    addDuplicateWarning();
    addCutOffWarning();
}

}
