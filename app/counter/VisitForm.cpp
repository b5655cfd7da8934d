#include "app/counter/VisitForm.h"

#include "app/counter/Desk.h"
#include "app/domain/jobs/JobCondition.h"
#include "app/domain/parties/PartyCheck.h"
#include "app/domain/parties/PartyWords.h"

#include <algorithm>
#include <utility>

namespace motcua::counter {

using domain::JobKind;
using domain::Party;

namespace {

constexpr char bench[] = "bench";

const domain::PartyRole* applies(const JobKind* kind) {
    if (kind)
        for (const domain::PartyRole& role : kind->parties)
            if (role.applies)
                return &role;
    return nullptr;
}

/// The facts of which nothing was said.
QJsonObject beginningOf(const JobKind& kind) {
    QJsonObject facts;
    for (const domain::FactRow& row : kind.layout.rows)
        for (const domain::FactCell& cell : row.cells)
            if (!cell.begins.isNull() && !cell.begins.isUndefined())
                facts.insert(cell.fact, cell.begins);
    return facts;
}

/// Without what says nothing of the paper itself.
QJsonObject said(IntakeContent paper) {
    paper.started = {};
    paper.visit = {};
    paper.parties.clear();
    paper.applicant.origins = {};
    paper.who.reset();
    return base::toJson(paper);
}

}

VisitForm::VisitForm(const domain::ports::Archive& archive, const Desk& desk, const CommandRunner& runner)
    : m_archive(archive), m_desk(desk), m_runner(runner), m_form(archive, desk, runner) {
    connect(&m_form, &IntakeForm::edited, this, [this] {
        if (!m_swapping)
            emit edited();
    });
}

VisitForm::~VisitForm() = default;

Visit VisitForm::visit() const {
    Visit all{m_id, m_papers, m_current, m_people, false};
    if (!m_papers.empty())
        all.papers[static_cast<size_t>(m_current)] = m_form.content();
    return all;
}

bool VisitForm::isBlank() const {
    const bool nothingSaid = m_papers.empty() || (m_papers.size() == 1 && isUntouched(m_form.content()));
    return nothingSaid && m_people.empty() && m_form.content().applicant.name.isEmpty() && m_form.content().parties.empty();
}

bool VisitForm::saysOnlyPeople(const Visit& visit) const {
    return std::all_of(visit.papers.begin(), visit.papers.end(), [this](const IntakeContent& paper) { return isUntouched(paper); });
}

std::vector<const JobKind*> VisitForm::kinds() const {
    std::vector<const JobKind*> kinds;
    for (const auto& each : m_archive.jobs().kinds()) {
        const bool isThere = std::any_of(kinds.begin(), kinds.end(), [&](const JobKind* known) { return known->kind == each->kind; });
        const JobKind* today = isThere ? nullptr : m_archive.jobs().inForce(each->kind, m_desk.today());
        if (today && today->place == QLatin1String(bench))
            kinds.push_back(today);
    }
    constexpr int last = 10;
    const auto keyOf = [](const JobKind* kind) { return kind->benchKey > 0 ? kind->benchKey : last; };
    std::sort(kinds.begin(), kinds.end(),
        [&](const JobKind* one, const JobKind* other) { return std::pair(keyOf(one), one->kind) < std::pair(keyOf(other), other->kind); });
    return kinds;
}

const JobKind* VisitForm::kindCalled(const QString& kind) const {
    const auto all = kinds();
    const auto found = std::find_if(all.begin(), all.end(), [&](const JobKind* each) { return each->kind == kind; });
    return found == all.end() ? nullptr : *found;
}

const JobKind* VisitForm::firstKind() const {
    const auto all = kinds();
    return all.empty() ? nullptr : all.front();
}

/// The first of its procedures that the catalogue has.
QString VisitForm::procedureOf(const JobKind& kind) const {
    for (const QString& code : kind.procedures)
        if (const domain::Procedure* row = m_archive.catalogue().find(code); row && row->active)
            return code;
    return {};
}

/// A paper of which nothing is said but its kind and who asks, as `asks` has it.
IntakeContent VisitForm::fresh(const JobKind& kind, const IntakeContent& asks) const {
    IntakeForm paper(m_archive, m_desk, m_runner);
    IntakeContent begun;
    begun.visit = m_id;
    begun.applicant = asks.applicant;
    begun.who = asks.who;
    begun.throughProxy = asks.throughProxy;
    paper.open(std::move(begun));
    paper.setProcedure(procedureOf(kind));
    paper.setJobKind(kind.kind);
    if (const domain::PartyRole* role = applies(&kind)) {
        Party first = partyOf(asks.applicant, identityPapers());
        // What the visit knows of this person is more than an applicant says.
        for (const Party& person : m_people)
            if (isSamePerson(person, first))
                first = person;
        first.role = role->role;
        if (!isVacant(first))
            paper.setParties({first});
    }
    IntakeContent content = paper.content();
    content.jobKind = kind.kind;
    // Without what another kind of the procedure begins with.
    content.facts = beginningOf(kind);
    content.started = {};
    return content;
}

bool VisitForm::isUntouched(const IntakeContent& paper) const {
    const JobKind* kind = kindCalled(paper.jobKind);
    const domain::PartyRole* role = applies(kind);
    const bool isAlone = paper.parties.empty() || (paper.parties.size() == 1 && role && paper.parties.front().role == role->role);
    // What can be seen at once is, at each key: the rest makes a paper of the kind to compare with.
    const bool mayBe = kind && isAlone && paper.jottings.isEmpty() && paper.facts == beginningOf(*kind);
    return mayBe && said(paper) == said(fresh(*kind, paper));
}

VisitPaper VisitForm::lineOf(const IntakeForm& form) const {
    VisitPaper line;
    const JobKind* kind = form.job();
    if (kind) {
        line.kind = kind->name;
        if (kind->book)
            line.subject = form.facts().value(kind->book->subject).toString();
    }
    line.fee = form.feeTotal();
    line.isReady = form.gaps().isEmpty();
    line.isBanned = kind && std::any_of(kind->bans.begin(), kind->bans.end(), [&](const domain::JobBan& ban) {
        return !ban.when.empty() && domain::holds(ban.when, form.facts(), form.content().parties);
    });
    line.isUntouched = isUntouched(form.content());
    return line;
}

VisitPaper VisitForm::lineOf(const IntakeContent& paper) const {
    IntakeForm form(m_archive, m_desk, m_runner);
    form.open(paper);
    return lineOf(form);
}

QString VisitForm::subjectOf(const IntakeContent& paper) const {
    const JobKind* kind = kindCalled(paper.jobKind);
    const QString subject = kind && kind->book ? paper.facts.value(kind->book->subject).toString() : QString();
    return subject.isEmpty() && kind ? domain::wordsIn(kind->name, QStringLiteral("vi")) : subject;
}

std::vector<VisitPaper> VisitForm::papers() const {
    std::vector<VisitPaper> lines = m_lines;
    if (!lines.empty())
        lines[static_cast<size_t>(m_current)] = lineOf(m_form);
    return lines;
}

int VisitForm::firstOpen() const {
    const std::vector<VisitPaper> lines = papers();
    const auto open =
        std::find_if(lines.begin(), lines.end(), [](const VisitPaper& line) { return (!line.isReady || line.isBanned) && !line.isUntouched; });
    if (open != lines.end())
        return static_cast<int>(open - lines.begin());
    const bool isNothing = std::all_of(lines.begin(), lines.end(), [](const VisitPaper& line) { return line.isUntouched; });
    return isNothing ? m_current : -1;
}

qint64 VisitForm::feeTotal() const {
    qint64 total = 0;
    for (const VisitPaper& line : papers())
        total += line.isUntouched ? 0 : line.fee;
    return total;
}

void VisitForm::store() {
    if (m_papers.empty())
        return;
    m_papers[static_cast<size_t>(m_current)] = m_form.content();
    m_lines[static_cast<size_t>(m_current)] = lineOf(m_form);
}

void VisitForm::show(int paper) {
    m_current = paper;
    m_swapping = true;
    m_form.open(m_papers[static_cast<size_t>(paper)]);
    m_swapping = false;
    emit papersChanged();
    emit edited();
}

void VisitForm::insert(IntakeContent paper, int place) {
    store();
    place = std::clamp(place, 0, count());
    m_lines.insert(m_lines.begin() + place, lineOf(paper));
    m_papers.insert(m_papers.begin() + place, std::move(paper));
    show(place);
}

void VisitForm::begin(const QString& name) {
    const JobKind* kind = kindCalled(name);
    if (!kind)
        return;
    if (m_id.isNull())
        m_id = domain::VisitId::make(m_desk.now().toMSecsSinceEpoch());
    if (m_papers.empty() || !isUntouched(m_form.content())) {
        insert(fresh(*kind, m_form.content()), m_current + 1);
        return;
    }
    m_papers[static_cast<size_t>(m_current)] = fresh(*kind, m_form.content());
    show(m_current);
}

void VisitForm::takeAs(const QString& name) {
    const JobKind* kind = kindCalled(name);
    if (!kind || m_papers.empty())
        return;
    const std::vector<Party> people = m_form.content().parties;
    m_form.setProcedure(procedureOf(*kind));
    m_form.setJobKind(kind->kind);
    // Each in the first role that has room: the roles of the other kind are its own.
    setParties({});
    for (const Party& person : people)
        (void)take(person);
    emit papersChanged();
}

void VisitForm::next() {
    const JobKind* kind = kindCalled(m_form.content().jobKind);
    if (!kind || isUntouched(m_form.content()))
        return;
    insert(fresh(*kind, m_form.content()), m_current + 1);
}

void VisitForm::go(int paper) {
    if (paper < 0 || paper >= count() || paper == m_current)
        return;
    store();
    show(paper);
}

void VisitForm::remove() {
    if (m_papers.empty())
        return;
    if (m_papers.size() == 1 && isUntouched(m_form.content())) {
        clear();
        return;
    }
    m_removed.push_back({m_form.content(), m_current});
    leave();
}

void VisitForm::leave() {
    if (m_papers.empty())
        return;
    const IntakeContent paper = m_form.content();
    m_papers.erase(m_papers.begin() + m_current);
    m_lines.erase(m_lines.begin() + m_current);
    if (!m_papers.empty()) {
        show(std::min(m_current, count() - 1));
        return;
    }
    m_current = 0;
    if (const JobKind* kind = kindCalled(paper.jobKind))
        insert(fresh(*kind, paper), 0);
}

void VisitForm::putBack() {
    if (m_removed.empty())
        return;
    Removed removed = std::move(m_removed.back());
    m_removed.pop_back();
    if (isOnlyBegun())
        add(std::move(removed.paper));
    else
        insert(std::move(removed.paper), removed.place);
}

/// What stands here stands here only because a visit is never without a paper.
bool VisitForm::isOnlyBegun() const {
    return m_papers.empty() || (count() == 1 && isUntouched(m_form.content()));
}

void VisitForm::add(IntakeContent paper) {
    // Where nothing stands here its own visit goes on.
    if (m_id.isNull() || (isBlank() && !paper.visit.isNull()))
        m_id = paper.visit.isNull() ? domain::VisitId::make(m_desk.now().toMSecsSinceEpoch()) : paper.visit;
    paper.visit = m_id;
    if (m_papers.empty() || !isUntouched(m_form.content())) {
        insert(std::move(paper), m_current + 1);
        return;
    }
    m_papers[static_cast<size_t>(m_current)] = std::move(paper);
    show(m_current);
}

void VisitForm::takeOver(IntakeContent paper, const JobKind& kind) {
    paper.jobKind = kind.kind;
    paper.parties = fresh(kind, paper).parties;
    add(std::move(paper));
    const Party asks = partyOf(m_form.applicant(), identityPapers());
    if (!isVacant(asks))
        meet(asks);
}

std::vector<domain::IdentityPaperKind> VisitForm::identityPapers() const {
    const JobKind* general = m_archive.jobs().inForce(QLatin1String(domain::generalKind), m_desk.today());
    return general ? general->identityPapers : std::vector<domain::IdentityPaperKind>();
}

PartyPlace VisitForm::take(const Party& shown, const QString& preferred) {
    meet(shown);
    const JobKind* kind = m_form.job();
    if (!kind)
        return {};
    std::vector<Party> parties = m_form.content().parties;
    const PartyPlace place = takeIn(*kind, m_form.facts(), parties, shown, preferred);
    if (place.is == PartyPlace::Is::New || place.is == PartyPlace::Is::Open)
        setParties(std::move(parties));
    return place;
}

void VisitForm::setParties(std::vector<Party> parties) {
    for (const Party& party : parties)
        if (!party.name.isEmpty() && !party.paper.number.isEmpty())
            meet(party);
    const JobKind* job = m_form.job();
    if (job)
        parties = domain::tidied(*job, std::move(parties));
    const domain::PartyRole* role = applies(job);
    const auto asking =
        std::find_if(parties.begin(), parties.end(), [&](const Party& party) { return role && party.role == role->role && !isVacant(party); });
    const domain::Applicant applicant = asking == parties.end() ? domain::Applicant() : applicantOf(*asking, m_form.content().applicant);
    m_form.setParties(std::move(parties));
    if (role)
        m_form.setApplicant(applicant);
}

std::vector<Party> VisitForm::offered() const {
    std::vector<Party> others;
    for (const Party& person : m_people) {
        const auto& there = m_form.content().parties;
        if (std::none_of(there.begin(), there.end(), [&](const Party& party) { return isSamePerson(party, person); }))
            others.push_back(person);
    }
    return others;
}

void VisitForm::meet(const Party& person) {
    Party known;
    fill(known, person);
    const auto same = std::find_if(m_people.begin(), m_people.end(), [&](const Party& each) { return isSamePerson(each, known); });
    if (same == m_people.end())
        m_people.push_back(known);
    else
        *same = known;
}

void VisitForm::open(Visit visit) {
    m_id = visit.id;
    m_papers = std::move(visit.papers);
    for (IntakeContent& paper : m_papers)
        settleJottings(paper.parties, paper.jottings);
    m_people = std::move(visit.people);
    m_removed.clear();
    m_lines.clear();
    for (const IntakeContent& paper : m_papers)
        m_lines.push_back(lineOf(paper));
    m_current = 0;
    if (m_papers.empty())
        clear();
    else
        show(std::clamp(visit.current, 0, count() - 1));
}

void VisitForm::clear() {
    m_id = {};
    m_papers.clear();
    m_lines.clear();
    m_people.clear();
    m_removed.clear();
    m_current = 0;
    m_swapping = true;
    m_form.clear();
    m_swapping = false;
    if (const JobKind* kind = firstKind())
        begin(kind->kind);
    else
        emit papersChanged();
}

}
