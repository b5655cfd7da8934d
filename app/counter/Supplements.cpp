#include "app/counter/Supplements.h"

#include "app/counter/DraftEnvelope.h"
#include "app/counter/PageKeeper.h"
#include "app/counter/Printing.h"
#include "app/domain/TypedText.h"

namespace motcua::counter {

using domain::DossierId;
using domain::Paper;

Supplements::Supplements(const Ports& ports, const Desk& desk, CommandRunner& runner, Printing& printing)
    : m_ports(ports), m_desk(desk), m_runner(runner), m_printing(printing) {}

base::Outcome Supplements::ask(DossierId dossier, const QStringList& items, const QString& reason, const QString& legalBasis) {
    domain::SupplementAsked ask;
    ask.items = items;
    ask.reason = reason;
    ask.legalBasis = legalBasis;
    const auto carried = m_runner.run(dossier, domain::AskSupplement{ask});
    if (!carried)
        return base::fail(carried.error());
    m_printing.printOffered(domain::offer::supplementAsked, dossier);
    emit asked(dossier);
    return base::done();
}

base::Result<std::vector<domain::ports::DossierRow>> Supplements::waiting() const {
    domain::ports::DossierFilter asked;
    asked.states = {domain::State::SupplementAsked};
    asked.closed = false;
    asked.limit = 1000;
    return m_ports.archive.dossiers(asked);
}

base::Outcome Supplements::open(DossierId id) {
    const auto dossier = m_runner.dossier(id);
    if (!dossier)
        return base::fail(dossier.error());
    if (dossier->state != domain::State::SupplementAsked)
        return base::fail(QStringLiteral("dossier.wrong-state"));
    const auto drafts = m_ports.drafts.drafts(m_desk.account().id);
    if (!drafts)
        return base::fail(drafts.error());
    m_form = {id, dossier->papers};
    m_draft = domain::DraftId::make(m_desk.now().toMSecsSinceEpoch());
    m_currentPaper = 0;
    for (const domain::ports::Draft& draft : *drafts) {
        const auto body = fromDraftContent(DraftOf::Supplement, draft.content);
        if (!body || base::fromJson<SupplementForm>(*body).dossier != id)
            continue;
        m_form = base::fromJson<SupplementForm>(*body);
        m_draft = draft.id;
        break;
    }
    emit changed();
    return base::done();
}

base::Outcome Supplements::setPaper(int index, domain::PaperKind kind, int quantity, bool shownOnly) {
    if (index < 0 || index >= static_cast<int>(m_form.papers.size()) || quantity < 0)
        return base::fail(QStringLiteral("paper.no-such"));
    auto papers = m_form.papers;
    Paper& paper = papers[static_cast<size_t>(index)];
    paper.kind = kind;
    paper.quantity = quantity;
    paper.shownOnly = shownOnly;
    return change(std::move(papers));
}

base::Outcome Supplements::addPaper(const QString& name) {
    auto papers = m_form.papers;
    papers.push_back(Paper{domain::typedText(name), domain::PaperKind::Original, 1, false, false, {}});
    return change(std::move(papers));
}

void Supplements::setCurrentPaper(int index) {
    if (index < 0 || index >= static_cast<int>(m_form.papers.size()))
        return;
    m_currentPaper = index;
    emit changed();
}

base::Outcome Supplements::take(const domain::ports::ScannedPage& page) {
    if (m_form.dossier.isNull() || m_form.papers.empty())
        return base::fail(QStringLiteral("supplement.not-open"));
    auto kept = keepWhole(m_ports.blobs, page);
    if (!kept)
        return base::fail(kept.error());
    auto papers = m_form.papers;
    Paper& paper = papers[static_cast<size_t>(m_currentPaper)];
    paper.pages.push_back(std::move(*kept));
    paper.quantity = std::max(paper.quantity, 1);
    return change(std::move(papers));
}

base::Outcome Supplements::change(std::vector<Paper> papers) {
    std::swap(m_form.papers, papers);
    const auto kept = save();
    if (!kept)
        std::swap(m_form.papers, papers);
    emit changed();
    return kept;
}

base::Outcome Supplements::save() {
    return m_ports.drafts.save({m_draft, m_desk.account().id, m_desk.now(), toDraftContent(DraftOf::Supplement, base::toJson(m_form))});
}

base::Outcome Supplements::giveBack() {
    if (m_form.dossier.isNull())
        return base::fail(QStringLiteral("supplement.not-open"));
    const DossierId dossier = m_form.dossier;
    const auto carried = m_runner.run(dossier, {domain::ReturnWithSupplement{m_form.papers}}, m_draft);
    if (!carried)
        return base::fail(carried.error());
    clear();
    // The citizen goes with what was taken in and the new day, as at intake.
    m_printing.printOffered(domain::offer::accepted, dossier);
    emit returned(dossier);
    return base::done();
}

base::Outcome Supplements::drop() {
    const auto dropped = m_draft.isNull() ? base::done() : m_ports.drafts.drop(m_draft);
    if (dropped)
        clear();
    return dropped;
}

void Supplements::clear() {
    m_form = {};
    m_draft = {};
    m_currentPaper = 0;
    emit changed();
}

}
