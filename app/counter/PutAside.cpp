#include "app/counter/PutAside.h"

#include "app/counter/CommandRunner.h"
#include "app/counter/IntakeContent.h"
#include "app/counter/IntakeDraft.h"
#include "app/counter/MayCorrect.h"
#include "app/domain/Fold.h"

#include <algorithm>
#include <chrono>

namespace motcua::counter {

namespace {

constexpr std::chrono::seconds longestUndo{10};

int pagesOf(const IntakeContent& content) {
    int pages = 0;
    for (const domain::Paper& paper : content.papers)
        pages += domain::countOf(paper.pages);
    return pages;
}

/// As it would be received: what was typed for another kind of applicant is not theirs.
domain::Applicant applicantOf(const IntakeContent& content) {
    const domain::Applicant& typed = content.applicant;
    return domain::filedAs(typed, content.who.value_or(domain::whoIs(typed)), content.throughProxy.value_or(!typed.proxy.name.isEmpty()));
}

}

PutAside::PutAside(const Ports& ports, const Desk& desk, const CommandRunner& runner, IntakeDraft& draft)
    : m_ports(ports), m_desk(desk), m_runner(runner), m_draft(draft) {
    m_undo.setSingleShot(true);
    m_undo.setInterval(longestUndo);
    connect(&m_undo, &QTimer::timeout, this, &PutAside::settle);
    connect(&draft, &IntakeDraft::restored, this, &PutAside::changed);
}

PutAside::~PutAside() = default;

base::Result<std::vector<UnfinishedIntake>> PutAside::list() const {
    const auto drafts = m_ports.drafts.everybodys();
    if (!drafts)
        return base::fail(drafts.error());
    std::vector<UnfinishedIntake> found;
    for (const domain::ports::Draft& draft : *drafts) {
        const auto content = intakeIn(draft);
        if (!content || content->isBlank() || draft.id == m_draft.id() || isDiscarded(draft.id))
            continue;
        const domain::Procedure* procedure = m_ports.archive.catalogue().find(content->procedureCode);
        const bool own = draft.owner == m_desk.account().id;
        found.push_back({draft.id, content->applicant.name, procedure ? procedure->version.name : QString(),
            domain::identityNumber(applicantOf(*content)), content->applicant.phone, pagesOf(*content), draft.changed,
            !content->dossier.isNull() && !content->correction, content->correction ? content->correction->code : QString(),
            own ? QString() : m_desk.nameOf(draft.owner), content->procedureCode, isOver(*content)});
    }
    std::stable_partition(found.begin(), found.end(), [](const UnfinishedIntake& each) { return each.owner.isEmpty(); });
    return found;
}

std::vector<UnfinishedIntake> PutAside::find(const QString& text) const {
    const QStringList words = domain::searchKey(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    auto all = list();
    if (!all || words.isEmpty())
        return {};
    std::erase_if(*all, [&](const UnfinishedIntake& each) {
        const QString key =
            domain::searchKey(QStringList{each.applicant, each.procedure, each.personalId, each.phone, each.corrects}.join(QLatin1Char(' ')));
        return !std::all_of(words.begin(), words.end(), [&](const QString& word) { return key.contains(word); });
    });
    return std::move(*all);
}

std::vector<UnfinishedIntake> PutAside::ofPerson(const QString& personalId) const {
    if (personalId.isEmpty())
        return {};
    auto all = list();
    if (!all)
        return {};
    std::erase_if(*all, [&](const UnfinishedIntake& each) { return each.personalId != personalId || !each.corrects.isEmpty(); });
    return std::move(*all);
}

bool PutAside::isOver(const IntakeContent& content) const {
    return content.correction && !mayGoOnCorrecting(m_runner.dossier(content.dossier), *content.correction, m_desk.station());
}

bool PutAside::isDiscarded(domain::DraftId draft) const {
    return std::find(m_discarded.begin(), m_discarded.end(), draft) != m_discarded.end();
}

QDateTime PutAside::now() const {
    return m_desk.now();
}

void PutAside::discard(domain::DraftId draft) {
    m_discarded.push_back(draft);
    m_undo.start();
    emit changed();
}

void PutAside::takeBack() {
    if (m_discarded.empty())
        return;
    m_discarded.pop_back();
    if (m_discarded.empty())
        m_undo.stop();
    emit changed();
}

void PutAside::settle() {
    m_undo.stop();
    const auto discarded = std::exchange(m_discarded, {});
    if (discarded.empty())
        return;
    for (const domain::DraftId draft : discarded)
        if (const auto dropped = m_ports.drafts.drop(draft); !dropped)
            emit failed(dropped.error());
    emit changed();
}

}
