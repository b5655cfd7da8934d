#include "app/domain/jobs/BenchProof.h"

#include "app/domain/EventCodec.h"
#include "app/domain/jobs/ConditionProof.h"
#include "app/domain/jobs/JobProof.h"
#include "app/domain/jobs/JobWords.h"
#include "app/domain/jobs/Jobs.h"

#include <QRegularExpression>
#include <QSet>

namespace motcua::domain {

namespace {

constexpr int mostYears = 1000;
constexpr int longestExtension = 365;
constexpr size_t mostLinesApart = 10;

bool isOneOf(const QString& text, std::initializer_list<const char*> known) {
    return std::any_of(known.begin(), known.end(), [&](const char* each) { return text == QLatin1String(each); });
}

QString placeOf(const char* list, size_t index, const char* field) {
    return placeIn(list, index) + QLatin1Char('.') + QLatin1String(field);
}

base::Outcome proveRole(const JobParts& parts, size_t i) {
    static const QRegularExpression plainRole(QStringLiteral("\\A[a-z][A-Za-z0-9]{0,39}\\z"));
    const PartyRole& role = parts.job.parties[i];
    if (!plainRole.match(role.role).hasMatch() || role.role == QLatin1String(anyRole))
        return wrongJob("job.parties", placeOf("parties", i, "role"), "a role's name is letters and digits, and is not any");
    if (role.least < 0 || role.most < 1 || role.least > role.most || role.most > limits::mostParties)
        return wrongJob("job.parties", placeOf("parties", i, "least"), "a role has least to most people, 100 at most");
    for (const QString& ask : role.asks)
        if (!isOneOf(ask, {"paper", "birth", "address", "sex", "standsFor", "title", "ground"}) || role.asks.count(ask) > 1)
            return wrongJob("job.parties", placeOf("parties", i, "asks"), "asks something unknown, or twice");
    for (const QString& other : role.notAlso)
        if (other == role.role || !hasRole(parts.job, other))
            return wrongJob("job.parties", placeOf("parties", i, "notAlso"), "no such role");
    const auto hangsOnItself = [&](const JobCondition& condition) { return condition.role == role.role; };
    if (std::any_of(role.when.begin(), role.when.end(), hangsOnItself))
        return wrongJob("job.parties", placeOf("parties", i, "when"), "its condition leads back to itself");
    if (const auto sound = proveConditions(parts, role.when, placeOf("parties", i, "when")); !sound)
        return sound;
    return checkWording(role.name, placeOf("parties", i, "name"), true);
}

base::Outcome proveParties(const JobParts& parts) {
    QSet<QString> roles;
    int applying = 0;
    int most = 0;
    for (size_t i = 0; i < parts.job.parties.size(); ++i) {
        const PartyRole& role = parts.job.parties[i];
        if (const auto sound = proveRole(parts, i); !sound)
            return sound;
        if (roles.contains(role.role))
            return wrongJob("job.parties", placeOf("parties", i, "role"), "stands there twice");
        roles.insert(role.role);
        most += role.most;
        applying += role.applies ? 1 : 0;
        if (applying > 1)
            return wrongJob("job.parties", placeOf("parties", i, "applies"), "more than one role applies");
    }
    return most > limits::mostParties ? wrongJob("job.parties", QStringLiteral("parties"), "a role has least to most people, 100 at most")
                                      : base::done();
}

base::Outcome proveBans(const JobParts& parts) {
    static const QRegularExpression plainKey(QStringLiteral("\\A[1-9a-z]\\z"));
    static const QRegularExpression plainKind(QStringLiteral("\\A(?:[a-z][a-z0-9-]{1,39})?\\z"));
    QSet<QString> keys;
    for (size_t i = 0; i < parts.job.bans.size(); ++i) {
        const JobBan& ban = parts.job.bans[i];
        if (!plainKey.match(ban.key).hasMatch())
            return wrongJob("job.bans", placeOf("bans", i, "key"), "a key is 1 to 9 or a to z");
        if (keys.contains(ban.key))
            return wrongJob("job.bans", placeOf("bans", i, "key"), "stands there twice");
        keys.insert(ban.key);
        if (!plainKind.match(ban.instead).hasMatch() || ban.instead == parts.job.kind)
            return wrongJob("job.bans", placeOf("bans", i, "instead"), "names another kind, or none");
        if (!isPlain(ban.group))
            return wrongJob("job.words", placeOf("bans", i, "group"), "markup");
        if (const auto sound = proveConditions(parts, ban.when, placeOf("bans", i, "when")); !sound)
            return sound;
    }
    std::vector<LegalGround> grounds;
    for (const JobBan& ban : parts.job.bans)
        grounds.push_back({ban.words, ban.article});
    return checkGrounds(grounds, QStringLiteral("bans"));
}

base::Outcome proveConduct(const JobParts& parts) {
    for (size_t i = 0; i < parts.job.conduct.size(); ++i) {
        const JobConduct& conduct = parts.job.conduct[i];
        if (const auto sound = checkWording(conduct.words, placeOf("conduct", i, "words"), true); !sound)
            return sound;
        if (!isPlain(conduct.article, limits::longestReason))
            return wrongJob("job.words", placeOf("conduct", i, "article"), "markup");
        if (const auto sound = proveConditions(parts, conduct.when, placeOf("conduct", i, "when")); !sound)
            return sound;
    }
    return base::done();
}

base::Outcome proveExtension(const JobParts& parts) {
    if (!parts.job.time || !parts.job.time->extension)
        return base::done();
    const JobExtension& extension = *parts.job.time->extension;
    constexpr TimeUnit units[] = {TimeUnit::WorkingDay, TimeUnit::Day, TimeUnit::Hour, TimeUnit::Month};
    if (std::find(std::begin(units), std::end(units), extension.unit) == std::end(units))
        return wrongJob("job.malformed", QStringLiteral("time.extension.unit"), "a unit of an extension is 1, 2, 4 or 5");
    if (extension.value < 0 || extension.value > longestExtension)
        return wrongJob("job.malformed", QStringLiteral("time.extension.value"), "out of range");
    if (extension.value == 0 && !extension.agreed)
        return wrongJob("job.malformed", QStringLiteral("time.extension"), "an extension has a value, or is by agreement");
    if (extension.grounds.empty())
        return wrongJob("job.malformed", QStringLiteral("time.extension.grounds"), "an extension has grounds");
    return checkGrounds(extension.grounds, QStringLiteral("time.extension.grounds"));
}

base::Outcome proveApart(const JobParts& parts) {
    const std::vector<FeeMore>& lines = parts.job.fee.more;
    QSet<QString> names{parts.job.fee.name};
    if (lines.size() > mostLinesApart)
        return wrongJob("job.fee", QStringLiteral("fee.more"), "too many");
    for (size_t i = 0; i < lines.size(); ++i) {
        const FeeMore& more = lines[i];
        if (more.name.trimmed().isEmpty() || !isPlain(more.name))
            return wrongJob("job.words", placeOf("fee.more", i, "name"), "blank, with markup or hidden signs, or too long");
        if (names.contains(more.name))
            return wrongJob("job.fee", placeOf("fee.more", i, "name"), "stands there twice");
        names.insert(more.name);
        const FactField* field = parts.field(more.counts);
        if (!field || field->type != FactType::Number)
            return wrongJob("job.fee", placeOf("fee.more", i, "counts"), "counts by a fact that is no whole number");
        if (field->most > limits::mostQuantity)
            return wrongJob("job.fee", placeOf("fee.more", i, "counts"), "counts by a fact whose maximum is too large");
        const qint64 price = more.price.toInteger();
        const bool isPrice =
            more.price.isDouble() && static_cast<double>(price) == more.price.toDouble() && price >= 1 && price <= limits::largestAmount;
        if (!isPrice && more.price != QLatin1String("setting:photocopyPrice"))
            return wrongJob("job.fee", placeOf("fee.more", i, "price"), "a price is an amount, or setting:photocopyPrice");
        if (more.most < 0 || more.most > limits::largestAmount || (isPrice && more.most != 0))
            return wrongJob("job.fee", placeOf("fee.more", i, "most"), "a ceiling is of a price that the unit sets");
        if (price > limits::largestAmount / qMax<qint64>(1, field->most))
            return wrongJob("job.fee", placeOf("fee.more", i, "price"), "the largest sum does not fit");
    }
    return base::done();
}

bool isAlike(const JobAttestation& one, const JobAttestation& other) {
    return one.place == other.place && one.copies == other.copies && one.media == other.media && one.says == other.says && one.name == other.name;
}

base::Outcome proveAttestations(const JobParts& parts) {
    const std::vector<JobAttestation>& all = parts.job.attestations;
    for (size_t i = 0; i < all.size(); ++i) {
        const JobAttestation& attestation = all[i];
        if (std::none_of(
                std::begin(placed::all), std::end(placed::all), [&](const char* known) { return attestation.place == QLatin1String(known); }))
            return wrongJob("job.paper", placeOf("attestations", i, "place"), "a place is last-page, under-signature or own-sheet");
        for (size_t k = 0; k < i; ++k)
            if (all[k].form == attestation.form && !isAlike(all[k], attestation))
                return wrongJob("job.paper", placeOf("attestations", i, "form"), "stands there twice, and not alike");
        const bool isLast = i + 1 == all.size();
        if (attestation.when.empty() != isLast)
            return wrongJob("job.paper", placeOf("attestations", i, "when"), "the last variant has no condition, and every other one has");
        if (const auto sound = proveConditions(parts, attestation.when, placeOf("attestations", i, "when")); !sound)
            return sound;
    }
    return base::done();
}

base::Outcome proveKept(const JobParts& parts) {
    const JobKind& job = parts.job;
    if (job.keeps) {
        if (job.keeps->copies < 0 || job.keeps->copies > limits::mostAttestations)
            return wrongJob("job.book", QStringLiteral("keeps.copies"), "out of range");
        if (job.keeps->years < 0 || job.keeps->years > mostYears)
            return wrongJob("job.book", QStringLiteral("keeps.years"), "out of range");
        if (!parts.counts(job.keeps->pages))
            return wrongJob("job.book", QStringLiteral("keeps.pages"), "counts by a fact that is no whole number");
        if (!isPlain(job.keeps->words))
            return wrongJob("job.words", QStringLiteral("keeps.words"), "markup");
    }
    for (size_t i = 0; job.book && i < job.book->columns.size(); ++i) {
        const QString& value = job.book->columns[i].value;
        if (value == QLatin1String("parties") && job.parties.empty())
            return wrongJob("job.book", placeOf("book.columns", i, "value"), "the kind has no parties");
        if (value == QLatin1String("kept") && !job.keeps)
            return wrongJob("job.book", placeOf("book.columns", i, "value"), "the kind says not what is kept");
        if (value == QLatin1String("fact:parties") || value == QLatin1String("fact:kept"))
            return wrongJob("job.book", placeOf("book.columns", i, "value"), "a fact in a book is not called parties or kept");
    }
    return base::done();
}

base::Outcome proveNotes(const JobParts& parts) {
    static const QRegularExpression plainWords(QStringLiteral("\\A(?:[^{}]|\\{(?:number|volume|date)\\})+\\z"));
    const std::optional<JobNotes>& notes = parts.job.notes;
    if (!notes)
        return base::done();
    const FactField* field = parts.field(notes->entry);
    if (!field || field->type != FactType::Entry)
        return wrongJob("job.book", QStringLiteral("notes.entry"), "names no fact of the format entry");
    if (!parts.job.book)
        return wrongJob("job.book", QStringLiteral("notes"), "notes a number, but the kind has no book");
    if (!isPlain(notes->words, limits::longestReason) || !plainWords.match(notes->words).hasMatch())
        return wrongJob("job.words", QStringLiteral("notes.words"), "is words with {number}, {volume} and {date}");
    return base::done();
}

base::Outcome provePapersShown(const JobParts& parts) {
    const std::vector<IdentityPaperKind>& papers = parts.job.identityPapers;
    if (!papers.empty() && parts.job.kind != QLatin1String(generalKind))
        return wrongJob("job.malformed", QStringLiteral("identityPapers"), "only the kind general has these");
    QSet<QString> words;
    for (size_t i = 0; i < papers.size(); ++i) {
        if (papers[i].words.trimmed().isEmpty() || !isPlain(papers[i].words, limits::longestName))
            return wrongJob("job.words", placeOf("identityPapers", i, "words"), "blank, with markup or hidden signs, or too long");
        if (words.contains(papers[i].words))
            return wrongJob("job.malformed", placeOf("identityPapers", i, "words"), "stands there twice");
        words.insert(papers[i].words);
        for (const PaperIssuer& issuer : papers[i].issuers)
            if (issuer.words.trimmed().isEmpty() || !isPlain(issuer.words))
                return wrongJob("job.words", placeOf("identityPapers", i, "issuers"), "blank, with markup or hidden signs, or too long");
    }
    return base::done();
}

/// Whether a program that reads no later records than the fourth version would take it for something else.
bool needsParties(const JobParts& parts) {
    const JobKind& job = parts.job;
    const bool hasFormat = std::any_of(parts.fields.begin(), parts.fields.end(),
        [](const FactField& field) { return field.type == FactType::Time || field.type == FactType::Entry; });
    const bool extends = job.time && job.time->extension;
    return hasFormat || extends || !job.parties.empty() || !job.attestations.empty() || !job.fee.more.empty() || job.keeps || job.notes ||
           job.conflicts || job.until.isValid();
}

base::Outcome proveDesks(const JobParts& parts) {
    const JobKind& job = parts.job;
    if (job.until.isValid() && job.until < job.from)
        return wrongJob("job.malformed", QStringLiteral("until"), "ends before it begins");
    const bool isGeneral = job.kind == QLatin1String(generalKind);
    if (isGeneral && job.until.isValid())
        return wrongJob("job.malformed", QStringLiteral("until"), "the kind general has no end and no parties");
    if (isGeneral && !job.parties.empty())
        return wrongJob("job.malformed", QStringLiteral("parties"), "the kind general has no end and no parties");
    if (job.reads < 0 || job.reads > newestRecordVersion)
        return wrongJob("job.malformed", QStringLiteral("reads"), "a record version from 2 to 6, or left out");
    if (needsParties(parts) && job.reads < partiesSince)
        return wrongJob("job.malformed", QStringLiteral("reads"), "must be 6: older desks would take it for something else");
    if (!job.place.isEmpty() && job.place != QLatin1String("bench"))
        return wrongJob("job.malformed", QStringLiteral("place"), "is bench, or left out");
    if (job.benchKey < 0 || job.benchKey > 9 || (job.benchKey > 0 && job.place.isEmpty()))
        return wrongJob("job.malformed", QStringLiteral("benchKey"), "a key on the bench is 1 to 9");
    return base::done();
}

}

base::Outcome proveBench(const JobParts& parts) {
    for (const auto check :
        {proveDesks, proveParties, proveBans, proveConduct, proveExtension, proveApart, proveAttestations, proveKept, proveNotes, provePapersShown})
        if (const auto sound = check(parts); !sound)
            return sound;
    return base::done();
}

}
