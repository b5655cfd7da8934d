#include "app/counter/Supplements.h"

#include "app/counter/DraftEnvelope.h"
#include "app/counter/PageKeeper.h"
#include "app/counter/Printing.h"
#include "app/counter/SupplementMerge.h"
#include "app/domain/TypedText.h"

#include <algorithm>

namespace motcua::counter {

using domain::DossierId;
using domain::Paper;

namespace {

domain::SupplementAsked asking(const QStringList& items, const QString& reason, const QString& legalBasis) {
    domain::SupplementAsked ask;
    ask.items = items;
    ask.reason = reason;
    ask.legalBasis = legalBasis;
    return ask;
}

}

Supplements::Supplements(const Ports& ports, const Desk& desk, CommandRunner& runner, Printing& printing, HeldActs& held)
    : m_ports(ports), m_desk(desk), m_runner(runner), m_printing(printing), m_held(held), m_pages(m_form.papers, m_form.cut),
      m_discards(ports, desk) {
    connect(&m_pages, &PageActs::acted, this, &Supplements::keepActs);
    connect(&m_pages, &PageActs::currentChanged, this, &Supplements::changed);
    held.know(held::ask, HeldActs::Way{[](const domain::Dossier&, const QJsonObject& said) {
                                           return std::vector<domain::Command>{domain::AskSupplement{base::fromJson<domain::SupplementAsked>(said)}};
                                       },
                             [this](const domain::Dossier& before, const domain::Dossier&) { sayAsked(before.id); }});
    connect(&m_discards, &Discards::failed, this, &Supplements::failed);
}

base::Outcome Supplements::ask(DossierId dossier, const QStringList& items, const QString& reason, const QString& legalBasis) {
    const auto carried = m_runner.run(dossier, domain::AskSupplement{asking(items, reason, legalBasis)});
    if (!carried)
        return base::fail(carried.error());
    sayAsked(dossier);
    return base::done();
}

base::Outcome Supplements::holdAsk(DossierId dossier, const QStringList& items, const QString& reason, const QString& legalBasis) {
    return m_held.hold(held::ask, dossier, base::toJson(asking(items, reason, legalBasis)));
}

void Supplements::sayAsked(DossierId dossier) {
    m_printing.printOffered(domain::offer::supplementAsked, dossier);
    emit asked(dossier);
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
    const auto all = begun();
    if (!all)
        return base::fail(all.error());
    std::vector<Begun> ofIt;
    std::copy_if(all->begin(), all->end(), std::back_inserter(ofIt),
        [&](const Begun& each) { return each.form.dossier == id && !m_discards.has(each.draft.id); });
    m_form = {id, dossier->papers, {}, dossier->papers};
    m_draft = domain::DraftId::make(m_desk.now().toMSecsSinceEpoch());
    m_pages.restart();
    m_cameMeanwhile = false;
    m_begunBy.clear();
    auto taken = takeUp(ofIt);
    m_pages.tell();
    emit changed();
    return taken;
}

base::Result<std::vector<Supplements::Begun>> Supplements::begun() const {
    const auto drafts = m_ports.drafts.everybodys();
    if (!drafts)
        return base::fail(drafts.error());
    std::vector<Begun> found;
    for (const domain::ports::Draft& draft : *drafts)
        if (const auto body = fromDraftContent(DraftOf::Supplement, draft.content))
            found.push_back({draft, base::fromJson<SupplementForm>(*body)});
    return found;
}

/// Whoever sits here serves the citizen who came: a colleague's is gone on with, and of several nothing is left behind.
base::Outcome Supplements::takeUp(const std::vector<Begun>& all) {
    if (all.empty())
        return base::done();
    for (const Begun& each : all) {
        m_cameMeanwhile |= layOn(m_form.before.value_or(std::vector<Paper>()), each.form);
        m_form.cut.insert(m_form.cut.end(), each.form.cut.begin(), each.form.cut.end());
        if (each.draft.owner != m_desk.account().id)
            m_begunBy = m_desk.nameOf(each.draft.owner);
    }
    m_draft = all.front().draft.id;
    if (all.size() == 1 && !m_cameMeanwhile && m_begunBy.isEmpty())
        return base::done();
    if (const auto saved = save(); !saved)
        return saved;
    for (size_t i = 1; i < all.size(); ++i)
        if (const auto dropped = m_ports.drafts.drop(all[i].draft.id); !dropped)
            return dropped;
    return base::done();
}

bool Supplements::layOn(const std::vector<Paper>& now, const SupplementForm& kept) {
    const auto begun = kept.before ? *kept.before : begunOn(now, kept.papers);
    const bool came = differ(begun, now);
    m_form.papers = came || differ(m_form.papers, now) ? laidOn(m_form.papers, begun, kept.papers) : kept.papers;
    m_form.before = now;
    return came;
}

base::Outcome Supplements::setPaper(int index, domain::PaperKind kind, int quantity, bool shownOnly) {
    if (index < 0 || index >= static_cast<int>(m_form.papers.size()) || quantity < 0)
        return base::fail(QStringLiteral("paper.no-such"));
    auto papers = m_form.papers;
    Paper& paper = papers[static_cast<size_t>(index)];
    paper.kind = kind;
    paper.quantity = quantity;
    paper.shownOnly = shownOnly;
    return change(std::move(papers)).map([&](base::Done) {
        m_pages.noteSaid(index);
        return base::Done();
    });
}

base::Outcome Supplements::addPaper(const QString& name) {
    auto papers = m_form.papers;
    papers.push_back(Paper{domain::typedText(name), domain::PaperKind::Original, 1, false, false, {}});
    return change(std::move(papers)).map([&](base::Done) {
        m_pages.noteAdded();
        return base::Done();
    });
}

void Supplements::keepActs() {
    m_kept = m_form.dossier.isNull() ? base::fail(QStringLiteral("supplement.not-open")) : save();
    emit changed();
    if (!m_kept)
        emit saveFailed(m_kept.error());
}

base::Outcome Supplements::takeAll(const std::vector<domain::ports::ScannedPage>& pages) {
    if (m_form.dossier.isNull())
        return base::fail(QStringLiteral("supplement.not-open"));
    auto kept = keepPages(m_ports.blobs, pages);
    if (!kept)
        return base::fail(kept.error());
    const SupplementForm before = m_form;
    m_pages.add(std::move(*kept));
    if (m_kept)
        return base::done();
    m_form = before;
    m_pages.tell();
    emit changed();
    return m_kept;
}

base::Result<QByteArray> Supplements::pageContent(int paper, int page) const {
    return contentOf(m_ports.blobs, m_pages, paper, page);
}

base::Outcome Supplements::turnPage(int paper, int page) {
    const auto turned = turn(m_ports.blobs, m_pages, paper, page);
    return turned ? m_kept : turned;
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
    const auto standing = m_runner.dossier(dossier);
    if (!standing)
        return base::fail(standing.error());
    const SupplementForm gathered = m_form;
    m_form.papers = standing->papers;
    if (layOn(standing->papers, gathered)) {
        m_pages.restart();
        m_pages.tell();
        emit changed();
        const auto saved = save();
        return saved ? base::fail(QStringLiteral("supplement.changed-meanwhile")) : saved;
    }
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
    const auto all = begun();
    if (!all)
        return base::fail(all.error());
    // Where nothing was kept there is nothing to take back.
    const bool kept = std::any_of(all->begin(), all->end(), [this](const Begun& each) { return each.draft.id == m_draft; });
    if (kept)
        m_discards.add(m_draft);
    clear();
    if (kept)
        emit thrownAway();
    return base::done();
}

base::Outcome Supplements::takeBack() {
    const domain::DraftId draft = m_discards.takeBack();
    const auto all = begun();
    if (!all)
        return base::fail(all.error());
    const auto found = std::find_if(all->begin(), all->end(), [draft](const Begun& each) { return each.draft.id == draft; });
    return found != all->end() ? open(found->form.dossier) : base::fail(QStringLiteral("draft.gone"));
}

void Supplements::clear() {
    m_form = {};
    m_draft = {};
    m_pages.restart();
    m_pages.tell();
    emit changed();
}

}
