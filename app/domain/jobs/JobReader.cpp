#include "app/domain/jobs/JobReader.h"

#include "app/domain/jobs/FactRules.h"
#include "app/domain/jobs/JobParts.h"
#include "app/domain/jobs/JobWords.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

namespace motcua::domain {

namespace {

base::Outcome checkHead(const JobParts& parts) {
    static const QRegularExpression plainName(QStringLiteral("\\A[a-z][a-z0-9-]{1,39}\\z"));
    static const QRegularExpression plainVersion(QStringLiteral("\\A[0-9A-Za-z.-]{1,40}\\z"));
    static const QRegularExpression plainCode(QStringLiteral("\\A[0-9A-Z]{1,3}\\.[0-9]{3,9}\\z"));
    const JobKind& job = parts.job;
    if (!plainName.match(job.kind).hasMatch())
        return wrongJob("job.malformed", QStringLiteral("kind"), "a kind is lower case letters, digits and hyphens");
    if (!plainVersion.match(job.version).hasMatch())
        return wrongJob("job.malformed", QStringLiteral("version"), "not a version");
    if (!job.from.isValid())
        return wrongJob("job.malformed", QStringLiteral("from"), "not a date");
    for (qsizetype i = 0; i < job.procedures.size(); ++i)
        if (!plainCode.match(job.procedures[i]).hasMatch())
            return wrongJob("job.malformed", QStringLiteral("procedures[%1]").arg(i), "not a national code such as 2.000815");
    if (!isPlain(job.authority))
        return wrongJob("job.words", QStringLiteral("authority"), "markup");
    if (job.time && (job.time->value < 0 || job.time->value > 10'000))
        return wrongJob("job.malformed", QStringLiteral("time.value"), "out of range");
    return checkWording(job.name, QStringLiteral("name"), true);
}

base::Outcome checkCell(const JobParts& parts, const FactCell& cell, const QString& place) {
    if (!parts.field(cell.fact))
        return wrongJob("job.layout", place + QStringLiteral(".fact"), "no such fact");
    if (cell.width < 1 || cell.width > 12)
        return wrongJob("job.layout", place + QStringLiteral(".width"), "a width is 1 to 12");
    if (!cell.when.isEmpty() && (!parts.field(cell.when) || cell.is.isEmpty()))
        return wrongJob("job.layout", place + QStringLiteral(".when"), "hangs on a fact or value that is not there");
    for (qsizetype i = 0; i < cell.suggestions.size(); ++i)
        if (!isPlain(cell.suggestions[i]))
            return wrongJob("job.words", QStringLiteral("%1.suggestions[%2]").arg(place).arg(i), "markup in a suggestion");
    if (const auto label = checkWording(cell.label, place + QStringLiteral(".label"), true); !label)
        return label;
    return checkWording(cell.placeholder, place + QStringLiteral(".placeholder"), false);
}

base::Outcome checkConditions(const FactLayout& layout, const QHash<QString, QString>& places) {
    QHash<QString, QString> hangsOn;
    for (const FactRow& row : layout.rows)
        for (const FactCell& cell : row.cells)
            hangsOn.insert(cell.fact, cell.when);
    for (auto it = hangsOn.cbegin(); it != hangsOn.cend(); ++it) {
        QSet<QString> seen{it.key()};
        for (QString next = it.value(); !next.isEmpty(); next = hangsOn.value(next)) {
            if (seen.contains(next))
                return wrongJob("job.layout", places.value(it.key()) + QStringLiteral(".when"), "its condition leads back to itself");
            seen.insert(next);
        }
    }
    return base::done();
}

base::Outcome checkLayout(const JobParts& parts) {
    const FactLayout& layout = parts.job.layout;
    QHash<QString, QString> places;
    for (size_t row = 0; row < layout.rows.size(); ++row)
        for (size_t i = 0; i < layout.rows[row].cells.size(); ++i) {
            const FactCell& cell = layout.rows[row].cells[i];
            const QString place = placeOfCell(row, i);
            if (const auto sound = checkCell(parts, cell, place); !sound)
                return sound;
            if (places.contains(cell.fact))
                return wrongJob("job.layout", place + QStringLiteral(".fact"), "stands there twice");
            places.insert(cell.fact, place);
        }
    for (const FactField& field : parts.fields)
        if (!places.contains(field.name))
            return wrongJob("job.layout", QStringLiteral("facts.properties.") + field.name, "a fact without its place on the card");
    if (const auto heading = checkWording(layout.heading, QStringLiteral("layout.heading"), !places.isEmpty()); !heading)
        return heading;
    return checkConditions(layout, places);
}

base::Outcome checkFee(const JobParts& parts) {
    const JobFee& fee = parts.job.fee;
    constexpr const char* rules[] = {"", "none", "catalogue", "per-case", "per-copy", "per-page"};
    if (std::none_of(std::begin(rules), std::end(rules), [&](const char* rule) { return fee.rule == QLatin1String(rule); }))
        return wrongJob("job.fee", QStringLiteral("fee.rule"), "unknown rule");
    if (fee.amount < 0 || fee.amount > limits::largestAmount)
        return wrongJob("job.fee", QStringLiteral("fee.amount"), "an amount out of range");
    if (fee.cap < 0 || fee.cap > limits::largestAmount)
        return wrongJob("job.fee", QStringLiteral("fee.cap"), "an amount out of range");
    if (fee.steps.size() > 100)
        return wrongJob("job.fee", QStringLiteral("fee.steps"), "too many");
    int last = 0;
    for (size_t i = 0; i < fee.steps.size(); ++i) {
        const FeeStep& step = fee.steps[i];
        const bool open = step.upTo == 0 && &step == &fee.steps.back();
        if (step.price < 0 || step.price > limits::largestAmount)
            return wrongJob("job.fee", placeIn("fee.steps", i) + QStringLiteral(".price"), "an amount out of range");
        if (!open && step.upTo <= last)
            return wrongJob("job.fee", placeIn("fee.steps", i) + QStringLiteral(".upTo"), "steps out of order");
        last = step.upTo;
    }
    const bool perPage = fee.rule == QLatin1String("per-page");
    if (perPage && (fee.steps.empty() || fee.pages.isEmpty()))
        return wrongJob("job.fee", QStringLiteral("fee"), "a price per page needs steps and the fact that counts pages");
    const std::pair<const char*, QString> counting[] = {{"fee.pages", fee.pages}, {"fee.copies", fee.copies}, {"fee.events", fee.events}};
    for (const auto& [place, fact] : counting)
        if (!parts.counts(fact))
            return wrongJob("job.fee", QLatin1String(place), "counts by a fact that is no whole number");
    if (!isPlain(fee.name) || !isPlain(fee.basis, limits::longestReason))
        return wrongJob("job.words", QStringLiteral("fee"), "markup");
    return checkGrounds(fee.exemptions, QStringLiteral("fee.exemptions"));
}

base::Outcome checkTemplate(const JobParts& parts, const QString& form, const QString& place) {
    static const QRegularExpression plainForm(QStringLiteral("\\A[a-z][a-z0-9-]{1,39}\\z"));
    if (!plainForm.match(form).hasMatch())
        return wrongJob("job.paper", place, "a form's name is lower case letters, digits and hyphens");
    if (!parts.job.templates.contains(form) && !parts.forms.contains(form))
        return wrongJob("job.template-missing", form, "no such template");
    return base::done();
}

base::Outcome checkColumn(const JobParts& parts, const BookColumn& column, const QString& place) {
    constexpr const char* values[] = {"number", "date", "applicant", "subject", "signer", "copies", "fee", "remark", "parties", "kept"};
    const bool isFact = column.value.startsWith(QLatin1String("fact:")) && parts.field(column.value.mid(5));
    if (!isFact && std::none_of(std::begin(values), std::end(values), [&](const char* value) { return column.value == QLatin1String(value); }))
        return wrongJob("job.book", place + QStringLiteral(".value"), "unknown value");
    if (column.title.trimmed().isEmpty() || !isPlain(column.title))
        return wrongJob("job.book", place + QStringLiteral(".title"), "blank, with markup or hidden signs, or too long");
    if (column.width < 1 || column.width > 100)
        return wrongJob("job.book", place + QStringLiteral(".width"), "a width is 1 to 100");
    return checkWording(column.label, place + QStringLiteral(".label"), false);
}

base::Outcome checkBook(const JobParts& parts) {
    if (!parts.job.book)
        return base::done();
    static const QRegularExpression plainSymbol(QStringLiteral("\\A[\\p{Lu}0-9][\\p{Lu}0-9/,-]{1,19}\\z"));
    const JobBook& book = *parts.job.book;
    if (!plainSymbol.match(book.symbol).hasMatch() || book.name.trimmed().isEmpty() || !isPlain(book.name))
        return wrongJob("job.book", QStringLiteral("book"), "needs a symbol such as SCT/BS and a name");
    if (!book.subject.isEmpty() && !parts.field(book.subject))
        return wrongJob("job.book", QStringLiteral("book.subject"), "its subject is no fact");
    if (!parts.counts(book.copies))
        return wrongJob("job.book", QStringLiteral("book.copies"), "counts copies by a fact that is no whole number");
    for (const auto& [place, words] : {std::pair{"book.closing.numbers", book.closing.numbers}, {"book.closing.copies", book.closing.copies},
             {"book.closing.fee", book.closing.fee}})
        if (!isPlain(words, limits::longestName))
            return wrongJob("job.words", QLatin1String(place), "no text, markup, hidden signs or more than 100 characters");
    if (book.columns.empty() || book.columns.size() > 20)
        return wrongJob("job.book", QStringLiteral("book.columns"), "needs 1 to 20 columns");
    for (size_t i = 0; i < book.columns.size(); ++i)
        if (const auto sound = checkColumn(parts, book.columns[i], placeIn("book.columns", i)); !sound)
            return sound;
    return checkTemplate(parts, book.form, QStringLiteral("book.form"));
}

base::Outcome checkPaper(const JobParts& parts, const JobPaper& paper, const QString& place) {
    constexpr const char* blocks[] = {"receipt", "supplement", "refusal", "fee", "entry", "facts", "applicant", "parties", "attestation", "visit"};
    if (std::none_of(std::begin(offer::all), std::end(offer::all), [&](const char* time) { return paper.offered == QLatin1String(time); }))
        return wrongJob("job.paper", place + QStringLiteral(".offered"), "offered at no known time");
    if (paper.media != QLatin1String("A4") && paper.media != QLatin1String("A5"))
        return wrongJob("job.paper", place + QStringLiteral(".media"), "the media are A4 and A5");
    if (!parts.counts(paper.copies))
        return wrongJob("job.paper", place + QStringLiteral(".copies"), "counts copies by a fact that is no whole number");
    if (paper.attests && !parts.job.book)
        return wrongJob("job.paper", place + QStringLiteral(".attests"), "attests, but the kind has no book");
    for (qsizetype i = 0; i < paper.says.size(); ++i)
        if (std::none_of(std::begin(blocks), std::end(blocks), [&](const char* known) { return paper.says[i] == QLatin1String(known); }))
            return wrongJob("job.paper", QStringLiteral("%1.says[%2]").arg(place).arg(i), "says something unknown");
    if (const auto named = checkWording(paper.name, place + QStringLiteral(".name"), true); !named)
        return named;
    return checkTemplate(parts, paper.form, place + QStringLiteral(".form"));
}

base::Outcome checkSize(const QString& form, const QJsonValue& text) {
    const QString place = form + QStringLiteral(".html");
    if (!text.isString())
        return wrongJob("job.template", place, "must be a text");
    if (text.toString().trimmed().isEmpty())
        return wrongJob("job.template", place, "is empty");
    return text.toString().toUtf8().size() > limits::largestTemplate ? wrongJob("job.too-large", place, "more than 128 KB") : base::done();
}

base::Outcome checkPapers(const JobParts& parts) {
    QSet<QString> forms;
    int attesting = 0;
    for (size_t i = 0; i < parts.job.papers.size(); ++i) {
        const JobPaper& paper = parts.job.papers[i];
        const QString place = placeIn("papers", i);
        if (const auto sound = checkPaper(parts, paper, place); !sound)
            return sound;
        if (forms.contains(paper.form))
            return wrongJob("job.paper", place + QStringLiteral(".form"), "stands there twice");
        forms.insert(paper.form);
        attesting += paper.attests ? 1 : 0;
        if (attesting > 1)
            return wrongJob("job.paper", place + QStringLiteral(".attests"), "more than one attests");
    }
    for (size_t i = 0; i < parts.job.attestations.size(); ++i) {
        const JobPaper paper = paperOf(parts.job.attestations[i]);
        const QString place = placeIn("attestations", i);
        if (const auto sound = checkPaper(parts, paper, place); !sound)
            return sound;
        if (attesting > 0 || forms.contains(paper.form))
            return wrongJob("job.paper", place + QStringLiteral(".form"), "more than one attests");
    }
    for (auto it = parts.job.templates.begin(); it != parts.job.templates.end(); ++it)
        if (const auto sound = checkSize(it.key(), it.value()); !sound)
            return sound;
    return checkGrounds(parts.job.refusals, QStringLiteral("refusals"));
}

}

base::Result<JobKind> readJobKind(const QJsonObject& json, const QStringList& forms) {
    const auto refuse = [](const base::Outcome& outcome) { return base::fail(outcome.error()); };
    if (QJsonDocument(json).toJson(QJsonDocument::Compact).size() > limits::largestJobKind)
        return refuse(wrongJob("job.too-large", json.value(QLatin1String("kind")).toString(), "more than 512 KB"));
    if (QJsonDocument(json.value(QLatin1String("facts")).toObject()).toJson(QJsonDocument::Compact).size() > limits::largestFacts)
        return refuse(wrongJob("job.too-large", QStringLiteral("facts"), "more than 64 KB"));
    auto job = base::fromJson<JobKind>(json);
    const auto rules = FactRules::of(job.facts);
    if (!rules)
        return base::fail(rules.error());
    job.rules = *rules;
    const JobParts parts{job, forms, job.rules->fields()};
    for (const auto check : {checkHead, checkLayout, checkFee, checkBook, checkPapers})
        if (const auto sound = check(parts); !sound)
            return refuse(sound);
    return job;
}

}
