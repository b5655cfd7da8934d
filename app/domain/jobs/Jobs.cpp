#include "app/domain/jobs/Jobs.h"

#include "app/domain/Catalogue.h"
#include "app/domain/Settings.h"
#include "app/domain/parties/PartyWords.h"

#include <algorithm>

namespace motcua::domain {

namespace {

bool isLater(const JobKind& one, const JobKind& other) {
    return std::tie(one.from, one.version) > std::tie(other.from, other.version);
}

/// How many of what a fact counts; 1 where it names none.
int countedBy(const QString& fact, const QJsonObject& facts) {
    return fact.isEmpty() ? 1 : facts.value(fact).toInt();
}

/// "1 bản/12 trang", as the register of transactions has it.
QString keptWords(const JobKeeps& keeps, const QJsonObject& facts) {
    const QString copies = QStringLiteral("%1 bản").arg(keeps.copies);
    return keeps.pages.isEmpty() ? copies : copies + QStringLiteral("/%1 trang").arg(facts.value(keeps.pages).toInt());
}

/// What the row has besides: the facts under their names, and what is made of the parties and of what is kept.
QJsonObject columnsOf(const JobKind& job, const QJsonObject& facts, const std::vector<Party>& parties) {
    QJsonObject columns;
    for (const BookColumn& column : job.book->columns) {
        if (column.value == QLatin1String("parties") && !parties.empty())
            columns.insert(column.value, partiesInBook(job, parties));
        else if (column.value == QLatin1String("kept") && job.keeps)
            columns.insert(column.value, keptWords(*job.keeps, facts));
        else if (column.value.startsWith(QLatin1String("fact:")))
            if (const QString fact = column.value.mid(5); facts.contains(fact))
                columns.insert(fact, facts.value(fact));
    }
    return columns;
}

}

void Jobs::put(JobKind kind) {
    const auto same =
        std::find_if(m_kinds.begin(), m_kinds.end(), [&](const auto& known) { return known->kind == kind.kind && known->version == kind.version; });
    auto kept = std::make_shared<const JobKind>(std::move(kind));
    if (same != m_kinds.end())
        *same = std::move(kept);
    else
        m_kinds.push_back(std::move(kept));
}

const JobKind* Jobs::find(const QString& kind, const QString& version) const {
    for (const auto& known : m_kinds)
        if (known->kind == kind && known->version == version)
            return known.get();
    return nullptr;
}

const JobKind* Jobs::inForce(const QString& kind, QDate day) const {
    const JobKind* found = nullptr;
    for (const auto& known : m_kinds)
        if (known->kind == kind && known->from <= day && (!found || isLater(*known, *found)))
            found = known.get();
    return found && found->until.isValid() && found->until < day ? nullptr : found;
}

std::vector<const JobKind*> Jobs::serving(const Procedure& procedure, QDate day) const {
    std::vector<const JobKind*> named;
    std::vector<const JobKind*> counting;
    const QString code = nationalCode(procedure.version.code);
    for (const auto& known : m_kinds) {
        if (known.get() != inForce(known->kind, day))
            continue;
        if (known->procedures.contains(code))
            named.push_back(known.get());
        else if (known->servesPerCopy && procedure.feeRule == FeeRule::PerCopy)
            counting.push_back(known.get());
    }
    auto& found = named.empty() ? counting : named;
    std::sort(found.begin(), found.end(), [](const JobKind* one, const JobKind* other) { return one->kind < other->kind; });
    if (found.empty())
        if (const JobKind* general = inForce(QLatin1String(generalKind), day))
            found.push_back(general);
    return found;
}

std::vector<JobPaper> Jobs::papersOf(const JobTerms& terms, QDate day) const {
    std::vector<JobPaper> papers;
    const JobKind* own = terms.kind.isEmpty() ? nullptr : find(terms.kind, terms.version);
    const JobKind* general = inForce(QLatin1String(generalKind), day);
    if (const JobAttestation* attestation = attestationOf(*this, terms))
        papers.push_back(paperOf(*attestation));
    for (const JobKind* kind : {own, own == general ? nullptr : general})
        if (kind)
            for (const JobPaper& paper : kind->papers)
                if (std::none_of(papers.begin(), papers.end(), [&](const JobPaper& known) { return known.form == paper.form; }))
                    papers.push_back(paper);
    return papers;
}

std::optional<JobPaper> Jobs::paper(const JobTerms& terms, QDate day, const QString& form) const {
    for (JobPaper& paper : papersOf(terms, day))
        if (paper.form == form)
            return std::move(paper);
    return std::nullopt;
}

QString Jobs::templateOf(const JobTerms& terms, QDate day, const QString& form) const {
    for (const JobKind* kind : {find(terms.kind, terms.version), inForce(QLatin1String(generalKind), day)})
        if (kind && kind->templates.contains(form))
            return kind->templates.value(form).toString();
    return {};
}

std::vector<JobBook> Jobs::books(QDate first, QDate last) const {
    std::vector<JobBook> books;
    for (const auto& known : m_kinds) {
        const QDate begins = qMax(known->from, first);
        const bool counts = known->book && begins <= last && known.get() == inForce(known->kind, begins);
        if (counts && std::none_of(books.begin(), books.end(), [&](const JobBook& book) { return book.symbol == known->book->symbol; }))
            books.push_back(*known->book);
    }
    return books;
}

const JobKind* Jobs::ofBook(const QString& symbol) const {
    const JobKind* found = nullptr;
    for (const auto& known : m_kinds)
        if (known->book && known->book->symbol == symbol && (!found || isLater(*known, *found)))
            found = known.get();
    return found;
}

const JobBook* Jobs::book(const QString& symbol) const {
    const JobKind* kind = ofBook(symbol);
    return kind ? &*kind->book : nullptr;
}

QString Jobs::bookTemplate(const QString& symbol) const {
    const JobKind* kind = ofBook(symbol);
    return kind ? kind->templates.value(kind->book->form).toString() : QString();
}

JobPaper paperOf(const JobAttestation& attestation) {
    JobPaper paper;
    paper.form = attestation.form;
    paper.name = attestation.name;
    paper.media = attestation.media;
    paper.copies = attestation.copies;
    paper.offered = QLatin1String(offer::numbered);
    paper.attests = true;
    paper.says = attestation.says;
    return paper;
}

const JobAttestation* attestationOf(const Jobs& jobs, const JobTerms& terms) {
    const JobKind* job = terms.kind.isEmpty() || terms.attestation.isEmpty() ? nullptr : jobs.find(terms.kind, terms.version);
    if (!job)
        return nullptr;
    const auto found = std::find_if(
        job->attestations.begin(), job->attestations.end(), [&](const JobAttestation& attestation) { return attestation.form == terms.attestation; });
    return found == job->attestations.end() ? nullptr : &*found;
}

JobTerms termsOf(const JobKind& job, const ProcedureVersion& procedure, const QJsonObject& facts, const std::vector<Party>& parties) {
    JobTerms terms;
    terms.kind = job.kind;
    terms.version = job.version;
    // A supervisor is who signs where nothing is said: so a record of the first version holds it.
    terms.byHand = job.attested == QLatin1String(attestedByHand);
    terms.signers = job.signers == static_cast<int>(Role::Supervisor) ? 0 : job.signers;
    terms.authority = job.authority;
    if (job.book) {
        terms.book = job.book->symbol;
        terms.subject = job.book->subject.isEmpty() ? procedure.name : facts.value(job.book->subject).toString();
        terms.copies = countedBy(job.book->copies, facts);
        terms.columns = columnsOf(job, facts, parties);
    }
    for (const JobPaper& paper : job.papers)
        if (paper.attests) {
            terms.attestation = paper.form;
            terms.attestations = countedBy(paper.copies, facts);
        }
    const auto variant = std::find_if(
        job.attestations.begin(), job.attestations.end(), [&](const JobAttestation& attestation) { return holds(attestation.when, facts, parties); });
    if (variant != job.attestations.end()) {
        terms.attestation = variant->form;
        terms.attestations = countedBy(variant->copies, facts);
    }
    if (job.conflicts)
        terms.conflicts = true;
    return terms;
}

}
