#include "app/counter/VisitDraft.h"

#include "app/base/Clock.h"
#include "app/base/Logging.h"
#include "app/counter/Desk.h"
#include "app/counter/DraftEnvelope.h"
#include "app/counter/PageKeeper.h"
#include "app/domain/Comer.h"

#include <algorithm>

namespace motcua::counter {

using domain::DraftId;
using domain::ports::Draft;

namespace {

bool isOf(const Visit& visit, domain::DossierId dossier) {
    return std::any_of(visit.papers.begin(), visit.papers.end(), [dossier](const IntakeContent& paper) { return paper.dossier == dossier; });
}

}

std::optional<Visit> visitIn(const Draft& draft) {
    const auto body = fromDraftContent(DraftOf::Visit, draft.content);
    return body ? std::optional(base::fromJson<Visit>(*body)) : std::nullopt;
}

VisitDraft::VisitDraft(const Ports& ports, const Desk& desk, VisitForm& visit) : m_ports(ports), m_desk(desk), m_visit(visit) {
    constexpr int longestUnsaved = 300;
    m_saveTimer.setInterval(longestUnsaved);
    m_saveTimer.setSingleShot(true);
    connect(&m_saveTimer, &QTimer::timeout, this, [this] { (void)saveNow(); });
    connect(&visit, &VisitForm::edited, this, [this] {
        m_dirty = true;
        if (!m_saveTimer.isActive())
            m_saveTimer.start();
    });
    connect(&visit, &VisitForm::papersChanged, this, [this] { ++m_turn; });
}

VisitDraft::~VisitDraft() = default;

std::vector<Draft> VisitDraft::drafts() const {
    std::vector<Draft> visits;
    if (const auto all = m_ports.drafts.drafts(m_desk.account().id))
        std::copy_if(all->begin(), all->end(), std::back_inserter(visits), [](const Draft& draft) { return visitIn(draft).has_value(); });
    return visits;
}

std::vector<UnfinishedVisit> VisitDraft::others() const {
    std::vector<UnfinishedVisit> all;
    for (const Draft& draft : drafts()) {
        if (draft.id == m_id)
            continue;
        UnfinishedVisit line{draft.id, {}, {}, draft.changed, false};
        const Visit visit = visitIn(draft).value_or(Visit());
        for (const IntakeContent& paper : visit.papers) {
            line.papers.push_back(m_visit.subjectOf(paper));
            line.isAsked = line.isAsked || !paper.dossier.isNull();
            if (line.who.isEmpty())
                line.who = domain::comerName(paper.applicant);
        }
        if (line.who.isEmpty() && !visit.people.empty())
            line.who = visit.people.front().name;
        all.insert(all.begin(), std::move(line));
    }
    return all;
}

base::Outcome VisitDraft::saveNow() {
    m_saveTimer.stop();
    if (!m_dirty)
        return base::done();
    const bool blank = m_visit.isBlank();
    if (m_id.isNull() && !blank)
        m_id = DraftId::make(m_desk.now().toMSecsSinceEpoch());
    auto kept = blank ? dropOwn() : write(m_visit.visit());
    if (!kept) {
        m_saveTimer.start();
        emit saveFailed(kept.error());
        return kept;
    }
    m_dirty = false;
    emit saved();
    return kept;
}

base::Outcome VisitDraft::write(const Visit& visit) {
    return m_ports.drafts.save({m_id, m_desk.account().id, m_desk.now(), toDraftContent(DraftOf::Visit, base::toJson(visit))});
}

base::Outcome VisitDraft::dropOwn() {
    const auto dropped = m_id.isNull() ? base::done() : m_ports.drafts.drop(m_id);
    if (dropped)
        m_id = {};
    return dropped;
}

base::Outcome VisitDraft::turnTo(DraftId visit) {
    if (visit.isNull())
        return turnTo(std::optional<Draft>());
    for (const Draft& draft : drafts())
        if (draft.id == visit)
            return turnTo(draft);
    return base::fail(QStringLiteral("draft.gone"));
}

std::optional<base::Outcome> VisitDraft::turnToAsked(domain::DossierId dossier) {
    const auto all = m_ports.drafts.everybodys();
    for (const Draft& draft : all ? *all : std::vector<Draft>())
        if (const auto visit = visitIn(draft); visit && draft.id != m_id && isOf(*visit, dossier))
            return turnTo(draft);
    return std::nullopt;
}

base::Outcome VisitDraft::turnTo(const std::optional<Draft>& another) {
    if (auto saved = saveNow(); !saved)
        return saved;
    if (!m_id.isNull()) {
        Visit left = m_visit.visit();
        left.aside = true;
        if (auto marked = m_visit.saysOnlyPeople(left) ? dropOwn() : write(left); !marked)
            return marked;
    }
    forget();
    if (another)
        load(*another);
    return base::done();
}

void VisitDraft::dropAside(domain::DossierId dossier) {
    for (const Draft& draft : drafts())
        if (const auto visit = visitIn(draft); visit && draft.id != m_id && visit->papers.size() == 1 && isOf(*visit, dossier))
            (void)m_ports.drafts.drop(draft.id);
}

base::Outcome VisitDraft::keepAside(const IntakeContent& paper) {
    const Visit waiting{paper.visit, {paper}, 0, {}, true};
    const DraftId id = DraftId::make(m_desk.now().toMSecsSinceEpoch());
    return m_ports.drafts.save({id, m_desk.account().id, m_desk.now(), toDraftContent(DraftOf::Visit, base::toJson(waiting))});
}

/// Whoever showed a card and left is not work for the next day.
void VisitDraft::dropUnused() {
    for (const Draft& draft : drafts())
        if (const auto visit = visitIn(draft); visit && m_visit.saysOnlyPeople(*visit) && base::toVietnamTime(draft.changed).date() < m_desk.today())
            if (const auto dropped = m_ports.drafts.drop(draft.id); !dropped)
                qCWarning(base::lcCounter).noquote() << "an unused visit stays:" << dropped.error().toLogLine();
}

void VisitDraft::restore() {
    forget();
    dropUnused();
    for (const Draft& draft : drafts())
        if (const auto visit = visitIn(draft); visit && !visit->aside)
            return load(draft);
}

void VisitDraft::load(const Draft& draft) {
    auto visit = visitIn(draft);
    if (!visit)
        return;
    m_id = draft.id;
    m_visit.open(std::move(*visit));
    m_saveTimer.stop();
    // What was put aside is in hand again.
    m_dirty = true;
    (void)saveNow();
}

void VisitDraft::settle() {
    forget();
}

/// What is on disk stays there.
void VisitDraft::forget() {
    m_id = {};
    m_visit.clear();
    m_saveTimer.stop();
    m_dirty = false;
}

base::Outcome VisitDraft::take(const domain::ports::ScannedPage& page) {
    return takeAll({page});
}

base::Outcome VisitDraft::takeAll(const std::vector<domain::ports::ScannedPage>& pages) {
    auto kept = keepPages(m_ports.blobs, pages);
    if (!kept)
        return base::fail(kept.error());
    const IntakeContent before = m_visit.form().content();
    m_visit.form().addPages(std::move(*kept));
    auto saved = saveNow();
    if (!saved)
        m_visit.form().takeBack(before);
    return saved;
}

base::Result<QByteArray> VisitDraft::pageContent(int paper, int page) const {
    return contentOf(m_ports.blobs, m_visit.form().pages(), paper, page);
}

base::Outcome VisitDraft::turnPage(int paper, int page) {
    const auto turned = turn(m_ports.blobs, m_visit.form().pages(), paper, page);
    return turned ? saveNow() : turned;
}

}
