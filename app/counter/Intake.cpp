#include "app/counter/Intake.h"

#include "app/counter/DraftEnvelope.h"
#include "app/counter/Printing.h"
#include "app/domain/Deadline.h"
#include "app/domain/Fees.h"
#include "app/domain/IntakeChecks.h"

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

bool Intake::isCertifiedCopy() const {
    return domain::certifiesCopies(m_form.procedureCode);
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
    return domain::dueMoment(m_desk.now(), chosen->version.timeValue, chosen->version.timeUnit, m_desk.calendar(), m_desk.settings());
}

bool Intake::isAfterCutOff() const {
    const domain::Procedure* chosen = procedure();
    return chosen && chosen->version.timeUnit == domain::TimeUnit::SameDay15h &&
           !domain::beforeCutOff(m_desk.now(), m_desk.calendar(), m_desk.settings());
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
    if (isCertifiedCopy()) {
        if (m_form.copy.document.isEmpty())
            gaps.append(QStringLiteral("document"));
        if (m_form.copy.pages < 1)
            gaps.append(QStringLiteral("pages"));
        if (m_form.copy.copies < 1)
            gaps.append(QStringLiteral("copies"));
    }
    if (!missing().isEmpty())
        gaps.append(QStringLiteral("papers"));
    const bool feeOpen = chosen && chosen->feeRule == domain::FeeRule::SetByProvince && m_form.typedFee < 0;
    if (feeOpen && m_form.exemption.isEmpty())
        gaps.append(QStringLiteral("fee"));
    return gaps;
}

std::vector<RefusalGround> Intake::refusalGrounds() const {
    std::vector<RefusalGround> grounds;
    if (isCertifiedCopy())
        grounds = groundsAgainstCopy();
    grounds.insert(grounds.end(), generalGrounds().begin(), generalGrounds().end());
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
    m_form = base::fromJson<IntakeForm>(*body);
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
    if (chosen) {
        const auto copy = isCertifiedCopy() ? std::optional(m_form.copy) : std::nullopt;
        m_fees = domain::feeLines(*chosen, copy, 1);
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
