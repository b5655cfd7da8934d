#include "app/counter/VisitDraft.h"

#include "app/base/Clock.h"
#include "app/base/Logging.h"
#include "app/counter/Desk.h"
#include "app/counter/DraftEnvelope.h"
#include "app/counter/PageKeeper.h"

#include <algorithm>

namespace motcua::counter {

using domain::DraftId;
using domain::ports::Draft;

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

std::vector<DraftId> VisitDraft::others() const {
    std::vector<DraftId> ids;
    for (const Draft& draft : drafts())
        if (draft.id != m_id)
            ids.insert(ids.begin(), draft.id);
    return ids;
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

base::Outcome VisitDraft::turnToAnother() {
    if (auto saved = saveNow(); !saved)
        return saved;
    const std::vector<DraftId> waiting = others();
    if (!m_id.isNull()) {
        Visit left = m_visit.visit();
        left.aside = true;
        if (auto marked = m_visit.saysOnlyPeople(left) ? dropOwn() : write(left); !marked)
            return marked;
    }
    forget();
    for (const Draft& draft : drafts())
        if (!waiting.empty() && draft.id == waiting.front())
            load(draft);
    return base::done();
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
