// An accepted dossier in the form of an intake, to be put right.

#include "app/base/Clock.h"
#include "app/counter/IntakeForm.h"

namespace motcua::counter {

namespace {

/// What the clerk typed as the fee of a dossier, and the ground of its exemption.
std::pair<qint64, QString> typedIn(const std::vector<domain::FeeLine>& fees) {
    qint64 total = 0;
    QString ground;
    for (const domain::FeeLine& line : fees) {
        total += line.exemption.isEmpty() ? line.amount : line.unitPrice * line.quantity;
        ground = line.exemption;
    }
    return {total, ground};
}

}

void IntakeForm::correct(const domain::Dossier& dossier) {
    m_content.dossier = dossier.id;
    m_content.correction = BeingCorrected{dossier.code, dossier.job.version, domain::correctableOf(dossier)};
    fillFrom(dossier);
}

void IntakeForm::takeAgain(const domain::Dossier& dossier, qint64 madeFrom) {
    m_content.madeFrom = madeFrom;
    m_content.sets = dossier.sets;
    m_content.resultWay = dossier.resultWay;
    fillFrom(dossier);
}

void IntakeForm::fillFrom(const domain::Dossier& dossier) {
    m_content.procedureCode = dossier.procedure.code;
    m_content.channel = dossier.channel;
    m_content.applicant = dossier.applicant;
    m_content.papers = dossier.papers;
    m_content.noPapers = dossier.papers.empty();
    m_content.jobKind = dossier.job.kind;
    m_content.facts = dossier.facts;
    m_content.visit = dossier.visit;
    m_content.parties = dossier.parties;
    m_content.extension = dossier.extension;
    const auto [fee, ground] = typedIn(dossier.fees);
    if (isFeeTyped())
        m_content.typedFee = fee;
    m_content.exemption = ground;
    if (!dossier.dueGround.isEmpty()) {
        m_content.agreedDue = base::toVietnamTime(dossier.due).date();
        m_content.dueGround = dossier.dueGround;
    }
    noteEdit();
    tellAll();
}

domain::Correctable IntakeForm::asCorrected() const {
    return {applicant(), m_content.papers, {}, facts(), m_fees, due(), lacks().time ? m_content.dueGround : QString(), m_content.parties,
        m_content.extension};
}

bool IntakeForm::isAgreedAsBefore() const {
    return isCorrection() && m_content.agreedDue == base::toVietnamTime(m_content.correction->before.due).date();
}

/// Nothing that it follows from was changed: an edition of the catalogue that came since does not move it.
bool IntakeForm::feeIsAsBefore() const {
    const domain::Correctable& before = m_content.correction->before;
    const auto [fee, ground] = typedIn(before.fees);
    return facts() == before.facts && m_content.exemption == ground && (!isFeeTyped() || m_content.typedFee == fee);
}

}
