#include "app/domain/jobs/Jobs.h"

#include "app/domain/Catalogue.h"
#include "app/domain/Settings.h"

#include <algorithm>

namespace motcua::domain {

namespace {

bool isLater(const JobKind& one, const JobKind& other) {
    return std::tie(one.from, one.version) > std::tie(other.from, other.version);
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
    return found;
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

const JobKind* Jobs::ofBook(const QString& symbol, QDate day) const {
    const JobKind* newest = nullptr;
    const JobKind* then = nullptr;
    for (const auto& known : m_kinds) {
        if (!known->book || known->book->symbol != symbol)
            continue;
        if (!newest || isLater(*known, *newest))
            newest = known.get();
        if (day.isValid() && known->from <= day && (!then || isLater(*known, *then)))
            then = known.get();
    }
    return then ? then : newest;
}

const JobBook* Jobs::book(const QString& symbol, QDate day) const {
    const JobKind* kind = ofBook(symbol, day);
    return kind ? &*kind->book : nullptr;
}

QString Jobs::bookTemplate(const QString& symbol, QDate day) const {
    const JobKind* kind = ofBook(symbol, day);
    return kind ? kind->templates.value(kind->book->form).toString() : QString();
}

JobTerms termsOf(const JobKind& job, const ProcedureVersion& procedure, const QJsonObject& facts) {
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
        terms.copies = job.book->copies.isEmpty() ? 1 : facts.value(job.book->copies).toInt();
        for (const BookColumn& column : job.book->columns)
            if (column.value.startsWith(QLatin1String("fact:")))
                if (const QString fact = column.value.mid(5); facts.contains(fact))
                    terms.columns.insert(fact, facts.value(fact));
    }
    for (const JobPaper& paper : job.papers)
        if (paper.attests) {
            terms.attestation = paper.form;
            terms.attestations = paper.copies.isEmpty() ? 1 : facts.value(paper.copies).toInt();
        }
    return terms;
}

}
