#include "app/counter/IntakeDraft.h"

#include "app/base/Clock.h"
#include "app/base/Logging.h"
#include "app/counter/Desk.h"
#include "app/counter/DraftEnvelope.h"
#include "app/counter/IntakeForm.h"
#include "app/counter/PageKeeper.h"

#include <algorithm>

namespace motcua::counter {

using domain::ports::Draft;

IntakeDraft::IntakeDraft(const Ports& ports, const Desk& desk, IntakeForm& form) : m_ports(ports), m_desk(desk), m_form(form) {
    // Two savings a second at most while typing, and never more than 300 ms of it at stake.
    constexpr int longestUnsaved = 300;
    m_saveTimer.setInterval(longestUnsaved);
    m_saveTimer.setSingleShot(true);
    connect(&m_saveTimer, &QTimer::timeout, this, [this] { (void)saveNow(); });
    connect(&form, &IntakeForm::edited, this, &IntakeDraft::keep);
}

IntakeDraft::~IntakeDraft() = default;

std::vector<Draft> IntakeDraft::drafts() const {
    std::vector<Draft> own;
    const auto all = m_ports.drafts.drafts(m_desk.account().id);
    if (all)
        std::copy_if(all->begin(), all->end(), std::back_inserter(own), [](const Draft& draft) { return intakeIn(draft).has_value(); });
    return own;
}

base::Result<domain::DraftId> IntakeDraft::of(const domain::Dossier& dossier) const {
    const auto all = m_ports.drafts.everybodys();
    if (!all)
        return base::fail(all.error());
    const QJsonObject now = base::toJson(domain::correctableOf(dossier));
    const auto isOfIt = [&](const IntakeContent& content) {
        return content.dossier == dossier.id && (!content.correction || base::toJson(content.correction->before) == now);
    };
    for (const Draft& draft : *all)
        if (const auto content = intakeIn(draft); content && isOfIt(*content))
            return draft.id;
    return domain::DraftId();
}

base::Outcome IntakeDraft::saveNow() {
    m_saveTimer.stop();
    if (!m_dirty)
        return base::done();
    const bool blank = m_form.isBlank();
    if (m_id.isNull() && !blank)
        m_id = domain::DraftId::make(m_desk.now().toMSecsSinceEpoch());
    // What was typed and taken out again is no unfinished work.
    auto kept = blank ? dropOwn() : write(m_form.content());
    if (!kept) {
        m_saveTimer.start();
        emit saveFailed(kept.error());
        return kept;
    }
    m_dirty = false;
    emit saved();
    return kept;
}

base::Outcome IntakeDraft::write(const IntakeContent& content) {
    return m_ports.drafts.save({m_id, m_desk.account().id, m_desk.now(), toDraftContent(DraftOf::Intake, base::toJson(content))});
}

/// What is put aside does not come back by itself.
base::Outcome IntakeDraft::putAside() {
    if (auto saved = saveNow(); !saved)
        return saved;
    if (m_id.isNull())
        return base::done();
    IntakeContent content = m_form.content();
    content.aside = true;
    auto marked = saysOnlyPapers(content) ? dropOwn() : write(content);
    if (!marked)
        emit saveFailed(marked.error());
    return marked;
}

base::Outcome IntakeDraft::startNew() {
    auto aside = putAside();
    if (aside)
        forget();
    return aside;
}

base::Result<Draft> IntakeDraft::find(domain::DraftId id) const {
    auto all = m_ports.drafts.everybodys();
    if (!all)
        return base::fail(all.error());
    const auto found = std::find_if(all->begin(), all->end(), [id](const Draft& each) { return each.id == id; });
    return found != all->end() && intakeIn(*found) ? base::Result<Draft>(*found) : base::fail(QStringLiteral("draft.gone"));
}

base::Outcome IntakeDraft::resume(domain::DraftId id) {
    if (id == m_id)
        return base::done();
    const auto found = find(id);
    if (!found)
        return base::fail(found.error());
    if (auto aside = putAside(); !aside)
        return aside;
    load(*found);
    m_dirty = true;
    return saveNow();
}

base::Outcome IntakeDraft::goBackTo(domain::DraftId id) {
    const auto found = find(id);
    if (!found)
        return base::fail(found.error());
    const IntakeContent begun = m_form.content();
    const IntakeContent kept = intakeIn(*found).value_or(IntakeContent());
    const bool sameJob = begun.applicant.kind == kept.applicant.kind && (begun.procedureCode.isEmpty() || begun.procedureCode == kept.procedureCode);
    if (id == m_id || !sameJob || !m_form.saysOnlyWhoAndWhat())
        return resume(id);
    if (auto saved = saveNow(); !saved)
        return saved;
    const domain::DraftId left = m_id;
    load(*found);
    m_form.takeOver(begun);
    m_dirty = true;
    // Only what stands in the other one, on disk, may leave it here.
    auto saved = saveNow();
    if (!saved || left.isNull())
        return saved;
    auto dropped = m_ports.drafts.drop(left);
    if (!dropped)
        emit saveFailed(dropped.error());
    return dropped;
}

base::Outcome IntakeDraft::dropOwn() {
    const auto dropped = m_id.isNull() ? base::done() : m_ports.drafts.drop(m_id);
    if (dropped)
        m_id = {};
    return dropped;
}

base::Outcome IntakeDraft::discard() {
    auto dropped = dropOwn();
    if (dropped)
        forget();
    else
        emit saveFailed(dropped.error());
    return dropped;
}

/// Whoever showed a card and left, without anything being asked, is not work for the next day.
void IntakeDraft::dropUnused() {
    const auto all = m_ports.drafts.everybodys();
    if (!all)
        return;
    for (const Draft& draft : *all) {
        const auto content = intakeIn(draft);
        if (content && saysOnlyPapers(*content) && base::toVietnamTime(draft.changed).date() < m_desk.today())
            if (const auto dropped = m_ports.drafts.drop(draft.id); !dropped)
                qCWarning(base::lcCounter).noquote() << "an unused intake stays:" << dropped.error().toLogLine();
    }
}

void IntakeDraft::restore() {
    dropUnused();
    // What waits for its citizen, or was put aside, waits in the list.
    for (const Draft& found : drafts())
        if (const auto content = intakeIn(found); content && !content->aside && (content->dossier.isNull() || content->correction))
            return load(found);
    forget();
}

void IntakeDraft::load(const Draft& draft) {
    auto content = intakeIn(draft);
    if (!content)
        return;
    m_saveTimer.stop();
    m_dirty = false;
    m_id = draft.id;
    ++m_turn;
    content->aside = false;
    m_form.open(std::move(*content));
    emit restored();
}

void IntakeDraft::settle() {
    forget();
}

/// What is on disk stays there.
void IntakeDraft::forget() {
    m_saveTimer.stop();
    m_id = {};
    ++m_turn;
    m_dirty = false;
    m_form.clear();
}

void IntakeDraft::keep() {
    m_dirty = true;
    if (!m_saveTimer.isActive())
        m_saveTimer.start();
}

base::Outcome IntakeDraft::take(const domain::ports::ScannedPage& page) {
    auto kept = keepPages(m_ports.blobs, {page});
    if (!kept)
        return base::fail(kept.error());
    m_form.addPages(std::move(*kept));
    return saveNow();
}

base::Outcome IntakeDraft::takeAll(const std::vector<domain::ports::ScannedPage>& pages) {
    auto kept = keepPages(m_ports.blobs, pages);
    if (!kept)
        return base::fail(kept.error());
    const IntakeContent before = m_form.content();
    m_form.addPages(std::move(*kept));
    auto saved = saveNow();
    // What was typed before goes on waiting for the disk; these pages come again with their file.
    if (!saved)
        m_form.takeBack(before);
    return saved;
}

PageActs& IntakeDraft::pages() {
    return m_form.pages();
}

base::Result<QByteArray> IntakeDraft::pageContent(int paper, int page) const {
    return contentOf(m_ports.blobs, m_form.pages(), paper, page);
}

base::Outcome IntakeDraft::turnPage(int paper, int page) {
    const auto turned = turn(m_ports.blobs, m_form.pages(), paper, page);
    return turned ? saveNow() : turned;
}

}
