#include "app/counter/PutAside.h"

#include "app/counter/CommandRunner.h"
#include "app/counter/HeldActs.h"
#include "app/counter/IntakeContent.h"
#include "app/counter/IntakeDraft.h"
#include "app/domain/Fold.h"

#include <algorithm>

namespace motcua::counter {

namespace {

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

PutAside::PutAside(const Ports& ports, const Desk& desk, const CommandRunner& runner, const HeldActs& held, IntakeDraft& draft)
    : m_ports(ports), m_desk(desk), m_runner(runner), m_held(held), m_draft(draft), m_discards(ports, desk) {
    connect(&m_discards, &Discards::changed, this, &PutAside::changed);
    connect(&m_discards, &Discards::failed, this, &PutAside::failed);
    connect(&held, &HeldActs::changed, this, &PutAside::changed);
    connect(&draft, &IntakeDraft::restored, this, [this] {
        m_discards.spare(m_draft.id());
        emit changed();
    });
}

PutAside::~PutAside() = default;

base::Result<std::vector<UnfinishedIntake>> PutAside::list() const {
    const auto drafts = m_ports.drafts.everybodys();
    if (!drafts)
        return base::fail(drafts.error());
    const auto ending = m_held.intakesIn(*drafts);
    std::vector<UnfinishedIntake> found;
    for (const domain::ports::Draft& draft : *drafts) {
        const auto content = intakeIn(draft);
        if (!content || content->isBlank() || draft.id == m_draft.id() || m_discards.has(draft.id))
            continue;
        if (std::find(ending.begin(), ending.end(), draft.id) != ending.end())
            continue;
        const domain::Procedure* procedure = m_ports.archive.catalogue().find(content->procedureCode);
        const bool own = draft.owner == m_desk.account().id;
        found.push_back({draft.id, content->applicant.name, procedure ? procedure->version.name : QString(), domain::markOf(applicantOf(*content)),
            content->applicant.phone, pagesOf(*content), draft.changed, !content->dossier.isNull() && !content->correction,
            content->correction ? content->correction->code : QString(), own ? QString() : m_desk.nameOf(draft.owner), content->procedureCode,
            outlookOf(*content)});
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
            domain::searchKey(QStringList{each.applicant, each.procedure, each.mark.number, each.phone, each.corrects}.join(QLatin1Char(' ')));
        return !std::all_of(words.begin(), words.end(), [&](const QString& word) { return key.contains(word); });
    });
    return std::move(*all);
}

std::vector<UnfinishedIntake> PutAside::ofPerson(const domain::IdentityMark& mark) const {
    if (mark.number.isEmpty())
        return {};
    auto all = list();
    if (!all)
        return {};
    std::erase_if(*all, [&](const UnfinishedIntake& each) { return !domain::mayBeOne(each.mark, mark) || !each.corrects.isEmpty(); });
    return std::move(*all);
}

Outlook PutAside::outlookOf(const IntakeContent& content) const {
    return content.dossier.isNull() ? Outlook::Open : counter::outlookOf(mayGoOn(m_runner.dossier(content.dossier), content, m_desk.station()));
}

QDateTime PutAside::now() const {
    return m_desk.now();
}

}
