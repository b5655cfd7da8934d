#include "app/domain/jobs/JobProof.h"

#include "app/base/StrictJson.h"
#include "app/domain/Settings.h"
#include "app/domain/jobs/BenchProof.h"
#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/jobs/FactCheck.h"
#include "app/domain/jobs/JobFees.h"
#include "app/domain/jobs/JobReader.h"
#include "app/domain/jobs/JobWords.h"
#include "app/domain/jobs/TemplateProof.h"

namespace motcua::domain {

namespace {

/// Looks at every name and text but the templates, which have lines and are looked at for themselves.
base::Outcome checkSigns(const QJsonValue& json, const QString& place) {
    if (json.isString() && hasHiddenSigns(json.toString()))
        return wrongJob("job.words", place, "hidden signs");
    const QJsonArray array = json.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        if (const auto sound = checkSigns(array[i], base::detail::element(place, i)); !sound)
            return sound;
    const QJsonObject object = json.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (hasHiddenSigns(it.key()))
            return wrongJob("job.words", place, "hidden signs");
        if (place.isEmpty() && it.key() == QLatin1String("templates"))
            continue;
        if (const auto sound = checkSigns(it.value(), base::detail::member(place, it.key())); !sound)
            return sound;
    }
    return base::done();
}

/// The first one that stands in a list a second time; -1: none does.
qsizetype doubledIn(const QStringList& list) {
    for (qsizetype i = 0; i < list.size(); ++i)
        if (list.indexOf(list[i]) != i)
            return i;
    return -1;
}

base::Outcome proveHead(const JobParts& parts) {
    const JobKind& job = parts.job;
    if (job.from < QDate(2000, 1, 1) || job.from > QDate(2100, 12, 31))
        return wrongJob("job.malformed", QStringLiteral("from"), "a day from 2000-01-01 to 2100-12-31");
    if (const qsizetype twice = doubledIn(job.procedures); twice >= 0)
        return wrongJob("job.malformed", QStringLiteral("procedures[%1]").arg(twice), "stands there twice");
    const QStringList required = job.facts.value(QLatin1String("required")).toVariant().toStringList();
    if (const qsizetype twice = doubledIn(required); twice >= 0)
        return wrongJob("job.facts", QStringLiteral("facts.required[%1]").arg(twice), "stands there twice");
    if (job.signers < 0 || job.signers > (static_cast<int>(Role::Clerk) | static_cast<int>(Role::Supervisor)))
        return wrongJob("job.malformed", QStringLiteral("signers"), "signers are 1, 2 or 3");
    if (!job.attested.isEmpty() && job.attested != QLatin1String(attestedByHand))
        return wrongJob("job.malformed", QStringLiteral("attested"), "is by-hand, or left out");
    if (!job.attested.isEmpty() && job.book)
        return wrongJob("job.malformed", QStringLiteral("attested"), "what takes a number of a book here is not numbered by hand");
    if (!job.time)
        return base::done();
    constexpr TimeUnit units[] = {TimeUnit::SameDay15h, TimeUnit::WorkingDay, TimeUnit::Day, TimeUnit::Hour, TimeUnit::Month};
    if (std::find(std::begin(units), std::end(units), job.time->unit) == std::end(units))
        return wrongJob("job.malformed", QStringLiteral("time.unit"), "a unit of time is 0, 1, 2, 4 or 5");
    if (job.time->value < 1 && job.time->unit != TimeUnit::SameDay15h)
        return wrongJob("job.malformed", QStringLiteral("time.value"), "out of range");
    return base::done();
}

/// The general kind is what every desk falls back on: papers for every dossier, and nothing that belongs to one procedure.
base::Outcome proveReach(const JobParts& parts) {
    const JobKind& job = parts.job;
    if (job.kind != QLatin1String(generalKind))
        return job.procedures.isEmpty() && !job.servesPerCopy ? wrongJob("job.malformed", QStringLiteral("procedures"), "serves no procedure")
                                                              : base::done();
    if (!job.procedures.isEmpty())
        return wrongJob(
            "job.malformed", QStringLiteral("procedures"), "the kind general serves what no other does: it has no procedures and no book");
    if (job.servesPerCopy)
        return wrongJob(
            "job.malformed", QStringLiteral("servesPerCopy"), "the kind general serves what no other does: it has no procedures and no book");
    if (job.book)
        return wrongJob("job.malformed", QStringLiteral("book"), "the kind general serves what no other does: it has no procedures and no book");
    for (const char* time : {offer::accepted, offer::supplementAsked, offer::refused, offer::paid})
        if (std::none_of(job.papers.begin(), job.papers.end(), [&](const JobPaper& paper) { return paper.offered == QLatin1String(time); }))
            return wrongJob("job.paper", QStringLiteral("papers"), "the kind general needs the papers of forms 01, 02 and 03 and the fee slip");
    return base::done();
}

base::Outcome proveCell(const JobParts& parts, const FactCell& cell, const QString& place) {
    const FactField& field = *parts.field(cell.fact);
    if (!cell.begins.isNull() && !cell.begins.isUndefined() && !canBe(field, cell.begins))
        return wrongJob("job.layout", place + QStringLiteral(".begins"), "a value that the fact cannot have");
    for (qsizetype i = 0; i < cell.suggestions.size(); ++i)
        if (field.type != FactType::Text || !canBe(field, cell.suggestions[i]))
            return wrongJob("job.layout", QStringLiteral("%1.suggestions[%2]").arg(place).arg(i), "a value that the fact cannot have");
    if (cell.when.isEmpty())
        return cell.is.isEmpty() ? base::done() : wrongJob("job.layout", place + QStringLiteral(".is"), "has no fact to hang on");
    for (qsizetype i = 0; i < cell.is.size(); ++i)
        if (!canBe(*parts.field(cell.when), cell.is[i]))
            return wrongJob("job.layout", QStringLiteral("%1.is[%2]").arg(place).arg(i), "a value that the fact cannot have");
    return base::done();
}

base::Outcome proveLayout(const JobParts& parts) {
    const std::vector<FactRow>& rows = parts.job.layout.rows;
    for (size_t row = 0; row < rows.size(); ++row)
        for (size_t i = 0; i < rows[row].cells.size(); ++i)
            if (const auto sound = proveCell(parts, rows[row].cells[i], placeOfCell(row, i)); !sound)
                return sound;
    return base::done();
}

bool isAlwaysGiven(const JobParts& parts, const QString& fact) {
    const FactCell* cell = cellOf(parts.job.layout, fact);
    return parts.field(fact)->required && cell && cell->when.isEmpty();
}

/// What counts must be there, and be at least one: a desk would else owe nothing.
base::Outcome proveCount(const JobParts& parts, const char* code, const QString& place, const QString& fact, qint64 most) {
    if (fact.isEmpty())
        return base::done();
    if (!isAlwaysGiven(parts, fact) || parts.field(fact)->least < 1)
        return wrongJob(code, place, "counts by a fact that may be missing or 0");
    return parts.field(fact)->most > most ? wrongJob(code, place, "counts by a fact whose maximum is too large") : base::done();
}

/// What a rule does not use would be left out in silence.
base::Outcome proveFields(const JobFee& fee) {
    const bool perPage = fee.rule == QLatin1String("per-page");
    const bool perCopy = fee.rule == QLatin1String("per-copy");
    const bool perCase = fee.rule == QLatin1String("per-case");
    const std::pair<const char*, bool> unused[] = {{"fee.amount", fee.amount != 0 && !perCopy && !perCase},
        {"fee.steps", !fee.steps.empty() && !perPage}, {"fee.cap", fee.cap != 0 && !perPage}, {"fee.pages", !fee.pages.isEmpty() && !perPage},
        {"fee.copies", !fee.copies.isEmpty() && !perPage && !perCopy}, {"fee.events", !fee.events.isEmpty() && !perCopy}};
    for (const auto& [place, isUnused] : unused)
        if (isUnused)
            return wrongJob("job.fee", QLatin1String(place), "the rule does not use it");
    if (perCase && fee.amount == 0)
        return wrongJob("job.fee", QStringLiteral("fee.amount"), "an amount out of range");
    return base::done();
}

base::Outcome proveFee(const JobParts& parts) {
    const JobFee& fee = parts.job.fee;
    const std::pair<const char*, QString> counting[] = {{"fee.pages", fee.pages}, {"fee.copies", fee.copies}, {"fee.events", fee.events}};
    if (const auto sound = proveFields(fee); !sound)
        return sound;
    for (const auto& [place, fact] : counting)
        if (const auto sound = proveCount(parts, "job.fee", QLatin1String(place), fact, limits::mostQuantity); !sound)
            return sound;
    const auto most = [&](const QString& fact) { return fact.isEmpty() ? qint64(1) : parts.field(fact)->most; };
    const qint64 quantity = most(fee.copies) * most(fee.events);
    if (quantity > limits::mostQuantity)
        return wrongJob("job.fee", QStringLiteral("fee.events"), "counts by a fact whose maximum is too large");
    if (!fee.steps.empty() && fee.steps.back().upTo != 0 && fee.steps.back().upTo < most(fee.pages))
        return wrongJob("job.fee", placeIn("fee.steps", fee.steps.size() - 1) + QStringLiteral(".upTo"), "the steps end before the last page");
    const qint64 price = fee.steps.empty() ? fee.amount : pricePerCopy(fee, most(fee.pages));
    return price > limits::largestAmount / quantity ? wrongJob("job.fee", QStringLiteral("fee"), "the largest sum does not fit") : base::done();
}

base::Outcome proveBook(const JobParts& parts) {
    if (!parts.job.book)
        return base::done();
    const JobBook& book = *parts.job.book;
    if (!book.subject.isEmpty()) {
        const FactType type = parts.field(book.subject)->type;
        if ((type != FactType::Text && type != FactType::Choice) || !isAlwaysGiven(parts, book.subject))
            return wrongJob("job.book", QStringLiteral("book.subject"), "must be a text that is always given");
    }
    bool isNumbered = false;
    for (size_t i = 0; i < book.columns.size(); ++i) {
        if (book.columns[i].value != QLatin1String("number"))
            continue;
        if (isNumbered)
            return wrongJob("job.book", placeIn("book.columns", i) + QStringLiteral(".value"), "more than one column has the number");
        isNumbered = true;
    }
    if (!isNumbered)
        return wrongJob("job.book", QStringLiteral("book.columns"), "no column has the number");
    return proveCount(parts, "job.book", QStringLiteral("book.copies"), book.copies, limits::mostAttestations);
}

/// When the dossier has what a block says.
bool isSaidAt(const QString& block, const QString& offered) {
    const auto at = [&](std::initializer_list<const char*> times) {
        return std::any_of(times.begin(), times.end(), [&](const char* time) { return offered == QLatin1String(time); });
    };
    if (block == QLatin1String("entry"))
        return at({offer::numbered, offer::completed});
    if (block == QLatin1String("refusal"))
        return at({offer::refused});
    if (block == QLatin1String("supplement"))
        return at({offer::supplementAsked});
    if (block == QLatin1String("fee"))
        return at({offer::paid});
    if (block == QLatin1String("visit"))
        return at({offer::accepted});
    return block != QLatin1String("receipt") || at({offer::accepted, offer::paid, offer::numbered, offer::completed});
}

base::Outcome provePaper(const JobParts& parts, const JobPaper& paper, const QString& place) {
    if (paper.attests && paper.offered != QLatin1String(offer::numbered) && paper.offered != QLatin1String(offer::completed))
        return wrongJob("job.paper", place + QStringLiteral(".offered"), "what attests is offered once there is a number");
    if (!parts.job.book && paper.offered == QLatin1String(offer::numbered))
        return wrongJob("job.paper", place + QStringLiteral(".offered"), "offered when there is a number, but the kind has no book");
    for (qsizetype block = 0; block < paper.says.size(); ++block) {
        const QString at = QStringLiteral("%1.says[%2]").arg(place).arg(block);
        const bool isNumbered = parts.job.book || paper.says[block] != QLatin1String("entry");
        if (!isNumbered || !isSaidAt(paper.says[block], paper.offered))
            return wrongJob("job.paper", at, "the dossier cannot say this when the paper is offered");
        if (paper.says.indexOf(paper.says[block]) != block)
            return wrongJob("job.paper", at, "stands there twice");
    }
    return proveCount(parts, "job.paper", place + QStringLiteral(".copies"), paper.copies, limits::mostAttestations);
}

base::Outcome provePapers(const JobParts& parts) {
    for (size_t i = 0; i < parts.job.papers.size(); ++i)
        if (const auto sound = provePaper(parts, parts.job.papers[i], placeIn("papers", i)); !sound)
            return sound;
    for (size_t i = 0; i < parts.job.attestations.size(); ++i)
        if (const auto sound = provePaper(parts, paperOf(parts.job.attestations[i]), placeIn("attestations", i)); !sound)
            return sound;
    return base::done();
}

}

base::Result<JobKind> proveJobKind(const QJsonObject& json) {
    const auto refuse = [](const base::Outcome& outcome) { return base::fail(outcome.error()); };
    if (json.isEmpty())
        return refuse(wrongJob("job.malformed", QStringLiteral("job.json"), "must be an object that says something"));
    if (const auto fault = base::jsonFault<JobKind>(json))
        return refuse(wrongJob("job.malformed", fault->place, fault->reason));
    if (const auto sound = checkSigns(json, {}); !sound)
        return refuse(sound);
    auto job = readJobKind(json, builtInForms());
    if (!job)
        return job;
    const JobParts parts{*job, builtInForms(), fieldsOf(*job)};
    for (const auto check : {proveHead, proveReach, proveLayout, proveFee, proveBook, provePapers, proveBench, proveTemplates})
        if (const auto sound = check(parts); !sound)
            return refuse(sound);
    return job;
}

}
