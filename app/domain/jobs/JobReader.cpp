#include "app/domain/jobs/JobReader.h"

#include "app/domain/Limits.h"
#include "app/domain/jobs/FactField.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace motcua::domain {

namespace {

base::Outcome wrong(const char* code, const QString& place, const char* reason) {
    return base::fail(QLatin1String(code), {{QStringLiteral("place"), place.left(80)}, {QStringLiteral("reason"), QLatin1String(reason)}});
}

/// Labels are shown as plain text; what looks like markup has no business there.
bool isPlain(const QString& words, qsizetype longest = limits::longestLine) {
    return words.size() <= longest &&
           std::none_of(words.begin(), words.end(), [](QChar c) { return c == u'<' || c == u'>' || c.category() == QChar::Other_Control; });
}

base::Outcome checkWording(const Wording& wording, const QString& place, bool needed) {
    if (needed && wording.value(QLatin1String("vi")).toString().trimmed().isEmpty())
        return wrong("job.words", place, "no Vietnamese words");
    for (auto it = wording.begin(); it != wording.end(); ++it)
        if (!it.value().isString() || it.key().size() > 8 || !isPlain(it.value().toString()))
            return wrong("job.words", place, "markup, control characters or more than 500 characters");
    return base::done();
}

/// What is looked at together: the facts by name, and which cells the card has.
struct Subject {
    const JobKind& job;
    const QStringList& forms;
    std::vector<FactField> fields;

    const FactField* field(const QString& name) const {
        const auto found = std::find_if(fields.begin(), fields.end(), [&](const FactField& known) { return known.name == name; });
        return found == fields.end() ? nullptr : &*found;
    }
    /// A fact that counts something, or none.
    bool counts(const QString& name) const { return name.isEmpty() || (field(name) && field(name)->type == FactType::Number); }
};

base::Outcome checkHead(const Subject& subject) {
    static const QRegularExpression plainName(QStringLiteral("^[a-z][a-z0-9-]{1,39}$"));
    static const QRegularExpression plainVersion(QStringLiteral("^[0-9A-Za-z.-]{1,40}$"));
    static const QRegularExpression plainCode(QStringLiteral("^[0-9A-Z]{1,3}\\.[0-9]{3,9}$"));
    const JobKind& job = subject.job;
    if (!plainName.match(job.kind).hasMatch())
        return wrong("job.malformed", QStringLiteral("kind"), "a kind is lower case letters, digits and hyphens");
    if (!plainVersion.match(job.version).hasMatch())
        return wrong("job.malformed", QStringLiteral("version"), "not a version");
    if (!job.from.isValid())
        return wrong("job.malformed", QStringLiteral("from"), "not a date");
    for (const QString& code : job.procedures)
        if (!plainCode.match(code).hasMatch())
            return wrong("job.malformed", QStringLiteral("procedures"), "not a national code such as 2.000815");
    if (!isPlain(job.authority))
        return wrong("job.words", QStringLiteral("authority"), "markup");
    return checkWording(job.name, QStringLiteral("name"), true);
}

base::Outcome checkCell(const Subject& subject, const FactCell& cell) {
    const QString place = QStringLiteral("layout ") + cell.fact;
    if (!subject.field(cell.fact))
        return wrong("job.layout", place, "no such fact");
    if (cell.width < 1 || cell.width > 12)
        return wrong("job.layout", place, "a width is 1 to 12");
    if (!cell.when.isEmpty() && (!subject.field(cell.when) || cell.is.isEmpty()))
        return wrong("job.layout", place, "hangs on a fact or value that is not there");
    for (const QString& words : cell.suggestions)
        if (!isPlain(words))
            return wrong("job.words", place, "markup in a suggestion");
    if (const auto label = checkWording(cell.label, place, true); !label)
        return label;
    return checkWording(cell.placeholder, place, false);
}

base::Outcome checkConditions(const FactLayout& layout) {
    QHash<QString, QString> hangsOn;
    for (const FactRow& row : layout.rows)
        for (const FactCell& cell : row.cells)
            hangsOn.insert(cell.fact, cell.when);
    for (auto it = hangsOn.cbegin(); it != hangsOn.cend(); ++it) {
        QSet<QString> seen{it.key()};
        for (QString next = it.value(); !next.isEmpty(); next = hangsOn.value(next)) {
            if (seen.contains(next))
                return wrong("job.layout", QStringLiteral("layout ") + it.key(), "its condition leads back to itself");
            seen.insert(next);
        }
    }
    return base::done();
}

base::Outcome checkLayout(const Subject& subject) {
    QSet<QString> placed;
    for (const FactRow& row : subject.job.layout.rows)
        for (const FactCell& cell : row.cells) {
            if (const auto sound = checkCell(subject, cell); !sound)
                return sound;
            if (placed.contains(cell.fact))
                return wrong("job.layout", QStringLiteral("layout ") + cell.fact, "stands there twice");
            placed.insert(cell.fact);
        }
    for (const FactField& field : subject.fields)
        if (!placed.contains(field.name))
            return wrong("job.layout", field.name, "a fact without its place on the card");
    if (const auto heading = checkWording(subject.job.layout.heading, QStringLiteral("layout heading"), !placed.isEmpty()); !heading)
        return heading;
    return checkConditions(subject.job.layout);
}

base::Outcome checkGrounds(const std::vector<LegalGround>& grounds, const QString& place) {
    for (const LegalGround& ground : grounds)
        if (ground.words.trimmed().isEmpty() || !isPlain(ground.words, limits::longestReason) || !isPlain(ground.article, limits::longestReason))
            return wrong("job.words", place, "blank or with markup");
    return base::done();
}

base::Outcome checkFee(const Subject& subject) {
    const JobFee& fee = subject.job.fee;
    const QString place = QStringLiteral("fee");
    constexpr const char* rules[] = {"", "none", "catalogue", "per-case", "per-copy", "per-page"};
    if (std::none_of(std::begin(rules), std::end(rules), [&](const char* rule) { return fee.rule == QLatin1String(rule); }))
        return wrong("job.fee", place, "unknown rule");
    if (fee.amount < 0 || fee.amount > limits::largestAmount || fee.cap < 0 || fee.cap > limits::largestAmount || fee.steps.size() > 100)
        return wrong("job.fee", place, "an amount out of range");
    int last = 0;
    for (const FeeStep& step : fee.steps) {
        const bool open = step.upTo == 0 && &step == &fee.steps.back();
        if (step.price < 0 || step.price > limits::largestAmount || (!open && step.upTo <= last))
            return wrong("job.fee", place, "steps out of order");
        last = step.upTo;
    }
    const bool perPage = fee.rule == QLatin1String("per-page");
    if (perPage && (fee.steps.empty() || fee.pages.isEmpty()))
        return wrong("job.fee", place, "a price per page needs steps and the fact that counts pages");
    for (const QString& fact : {fee.pages, fee.copies, fee.events})
        if (!subject.counts(fact))
            return wrong("job.fee", fact, "counts by a fact that is no whole number");
    if (!isPlain(fee.name) || !isPlain(fee.basis, limits::longestReason))
        return wrong("job.words", place, "markup");
    return checkGrounds(fee.exemptions, QStringLiteral("fee exemptions"));
}

base::Outcome checkTemplate(const Subject& subject, const QString& form, const QString& place) {
    static const QRegularExpression plainForm(QStringLiteral("^[a-z][a-z0-9-]{1,39}$"));
    if (!plainForm.match(form).hasMatch())
        return wrong("job.paper", place, "a form's name is lower case letters, digits and hyphens");
    if (!subject.job.templates.contains(form) && !subject.forms.contains(form))
        return wrong("job.template-missing", form, "no such template");
    return base::done();
}

base::Outcome checkBook(const Subject& subject) {
    if (!subject.job.book)
        return base::done();
    static const QRegularExpression plainSymbol(QStringLiteral("^[\\p{Lu}0-9][\\p{Lu}0-9/,-]{1,19}$"));
    constexpr const char* values[] = {"number", "date", "applicant", "subject", "signer", "copies", "fee", "remark"};
    const JobBook& book = *subject.job.book;
    const QString place = QStringLiteral("book");
    if (!plainSymbol.match(book.symbol).hasMatch() || book.name.trimmed().isEmpty() || !isPlain(book.name))
        return wrong("job.book", place, "needs a symbol such as SCT/BS and a name");
    if (!book.subject.isEmpty() && !subject.field(book.subject))
        return wrong("job.book", place, "its subject is no fact");
    if (!subject.counts(book.copies))
        return wrong("job.book", place, "counts copies by a fact that is no whole number");
    if (book.columns.empty() || book.columns.size() > 20)
        return wrong("job.book", place, "needs 1 to 20 columns");
    for (const BookColumn& column : book.columns) {
        const bool isFact = column.value.startsWith(QLatin1String("fact:")) && subject.field(column.value.mid(5));
        const bool isKnown =
            std::any_of(std::begin(values), std::end(values), [&](const char* value) { return column.value == QLatin1String(value); });
        if ((!isFact && !isKnown) || !isPlain(column.title) || column.title.trimmed().isEmpty() || column.width < 1 || column.width > 100)
            return wrong("job.book", QStringLiteral("book column ") + column.title, "unknown value, or no title or width");
        if (const auto label = checkWording(column.label, QStringLiteral("book column ") + column.title, false); !label)
            return label;
    }
    return checkTemplate(subject, book.form, place);
}

base::Outcome checkPaper(const Subject& subject, const JobPaper& paper) {
    constexpr const char* blocks[] = {"receipt", "supplement", "refusal", "fee", "entry", "facts", "applicant"};
    const QString place = QStringLiteral("paper ") + paper.form;
    if (std::none_of(std::begin(offer::all), std::end(offer::all), [&](const char* time) { return paper.offered == QLatin1String(time); }))
        return wrong("job.paper", place, "offered at no known time");
    if (paper.media != QLatin1String("A4") && paper.media != QLatin1String("A5"))
        return wrong("job.paper", place, "the media are A4 and A5");
    if (!subject.counts(paper.copies))
        return wrong("job.paper", place, "counts copies by a fact that is no whole number");
    if (paper.attests && !subject.job.book)
        return wrong("job.paper", place, "attests, but the kind has no book");
    for (const QString& block : paper.says)
        if (std::none_of(std::begin(blocks), std::end(blocks), [&](const char* known) { return block == QLatin1String(known); }))
            return wrong("job.paper", place, "says something unknown");
    if (const auto named = checkWording(paper.name, place, true); !named)
        return named;
    return checkTemplate(subject, paper.form, place);
}

base::Outcome checkPapers(const Subject& subject) {
    QSet<QString> forms;
    int attesting = 0;
    for (const JobPaper& paper : subject.job.papers) {
        if (const auto sound = checkPaper(subject, paper); !sound)
            return sound;
        if (forms.contains(paper.form))
            return wrong("job.paper", paper.form, "stands there twice");
        forms.insert(paper.form);
        attesting += paper.attests ? 1 : 0;
    }
    if (attesting > 1)
        return wrong("job.paper", QStringLiteral("papers"), "more than one attests");
    for (auto it = subject.job.templates.begin(); it != subject.job.templates.end(); ++it)
        if (!it.value().isString() || it.value().toString().toUtf8().size() > limits::largestTemplate || it.value().toString().trimmed().isEmpty())
            return wrong("job.too-large", it.key(), "a template is 1 byte to 128 KB of text");
    return base::done();
}

}

base::Result<JobKind> readJobKind(const QJsonObject& json, const QStringList& forms) {
    const auto refuse = [](const base::Outcome& outcome) { return base::fail(outcome.error()); };
    if (QJsonDocument(json).toJson(QJsonDocument::Compact).size() > limits::largestJobKind)
        return refuse(wrong("job.too-large", json.value(QLatin1String("kind")).toString(), "more than 512 KB"));
    if (QJsonDocument(json.value(QLatin1String("facts")).toObject()).toJson(QJsonDocument::Compact).size() > limits::largestFacts)
        return refuse(wrong("job.too-large", QStringLiteral("facts"), "more than 64 KB"));
    auto job = base::fromJson<JobKind>(json);
    auto fields = factFields(job.facts);
    if (!fields)
        return base::fail(fields.error());
    const Subject subject{job, forms, std::move(*fields)};
    for (const auto check : {checkHead, checkLayout, checkFee, checkBook, checkPapers})
        if (const auto sound = check(subject); !sound)
            return refuse(sound);
    if (const auto sound = checkGrounds(job.refusals, QStringLiteral("refusals")); !sound)
        return refuse(sound);
    if (job.time && (job.time->value < 0 || job.time->value > 10'000))
        return refuse(wrong("job.malformed", QStringLiteral("time"), "out of range"));
    return job;
}

}
