#include "app/domain/FirstRecords.h"

#include "app/domain/Events.h"
#include "app/domain/Volume.h"
#include "app/domain/jobs/JobTerms.h"

namespace motcua::domain {

namespace {

const QString received = QStringLiteral("dossier-received");
const QString printed = QStringLiteral("print-recorded");
const QString registered = QStringLiteral("entry-registered");
const QString spoiled = QStringLiteral("entry-spoiled");

const QString copyKey = QStringLiteral("copy");
const QString factsKey = QStringLiteral("facts");
const QString jobKey = QStringLiteral("job");
const QString entryKey = QStringLiteral("entry");
const QString partialKey = QStringLiteral("partial");
/// A field that the first programs leave out: the row whose copies a print brings some of. To them such a print attests nothing, and
/// the print of the last copies, which names its row in "entry", attests all.
const QString partOfKey = QStringLiteral("partOf");

const QString firstKind = QStringLiteral("certified-copy");

JobTerms copyTerms(const QJsonObject& copy) {
    JobTerms terms;
    terms.kind = firstKind;
    terms.version = QLatin1String(firstEdition);
    terms.book = QLatin1String(firstBook);
    terms.subject = copy.value(QLatin1String("document")).toString();
    terms.copies = copy.value(QLatin1String("copies")).toInt();
    terms.attestation = QStringLiteral("attestation-copy");
    terms.attestations = terms.copies;
    return terms;
}

JobTerms generalTerms() {
    JobTerms terms;
    terms.kind = QStringLiteral("general");
    terms.version = QLatin1String(firstEdition);
    return terms;
}

QJsonObject liftReceived(QJsonObject json) {
    const QJsonValue copy = json.take(copyKey);
    json.remove(factsKey);
    if (copy.isObject())
        json.insert(factsKey, copy);
    return json;
}

JobTerms firstTerms(const QJsonObject& facts) {
    return facts.isEmpty() ? generalTerms() : copyTerms(facts);
}

/// Nothing where version 1 does not know the job, or a fact of it, or that there are parties or that it may take longer.
std::optional<QJsonObject> lowerReceived(QJsonObject json) {
    if (json.contains(QLatin1String("parties")) || json.contains(QLatin1String("extension")))
        return std::nullopt;
    const QJsonValue job = json.take(jobKey);
    const QJsonObject facts = json.take(factsKey).toObject();
    for (const QString& name : facts.keys())
        if (name != QLatin1String("document") && name != QLatin1String("pages") && name != QLatin1String("copies"))
            return std::nullopt;
    if (job != base::toJson(firstTerms(facts)))
        return std::nullopt;
    if (!facts.isEmpty())
        json.insert(copyKey, facts);
    // Said only where it is not as usual: those programs know of one set and of results at the counter.
    if (json.value(QLatin1String("sets")) == QJsonValue(1))
        json.remove(QLatin1String("sets"));
    if (json.value(QLatin1String("resultWay")) == QJsonValue(0))
        json.remove(QLatin1String("resultWay"));
    return json;
}

/// Of a slip that stands in no series nothing more is said.
QJsonObject lowerSlip(QJsonObject json) {
    const QString slip = QStringLiteral("slip");
    if (!json.value(slip).toObject().contains(QLatin1String("volume")))
        json.remove(slip);
    return json;
}

/// Nothing where the dossier goes back with it: whoever passed over that would take it for decided.
std::optional<QJsonObject> lowerSpoiled(QJsonObject json) {
    return json.take(QStringLiteral("sendsBack")).toBool() ? std::nullopt : std::optional(json);
}

QJsonObject liftPrint(QJsonObject json) {
    if (json.value(partOfKey).isObject()) {
        json.insert(entryKey, json.take(partOfKey));
        json.insert(partialKey, true);
    }
    return json;
}

QJsonObject lowerPrint(QJsonObject json) {
    if (json.take(partialKey).toBool())
        json.insert(partOfKey, json.take(entryKey));
    return json;
}

}

bool isFirstKind(const QString& kind, const QString& version) {
    return kind == firstKind && version == QLatin1String(firstEdition);
}

QJsonObject liftRecord(QByteArrayView kind, QJsonObject json) {
    if (QLatin1String(kind) == received)
        return liftReceived(std::move(json));
    if (QLatin1String(kind) == printed)
        return liftPrint(std::move(json));
    return json;
}

void liftTerms(DossierReceived& body) {
    body.job = firstTerms(body.facts);
}

std::optional<QJsonObject> lowerRecord(QByteArrayView kind, const QJsonObject& json) {
    const QLatin1String name(kind);
    if (name == received)
        return lowerReceived(json);
    if (name == printed)
        return lowerPrint(json);
    if (name == registered && json.value(entryKey).toObject().contains(QLatin1String("columns")))
        return std::nullopt;
    if (name == spoiled)
        return lowerSpoiled(json);
    return lowerSlip(json);
}

QJsonObject liftIntakeDraft(QJsonObject json) {
    const QJsonObject copy = json.take(copyKey).toObject();
    QJsonObject facts;
    for (auto it = copy.begin(); it != copy.end(); ++it)
        if (it.value() != QJsonValue(0))
            facts.insert(it.key(), it.value());
    if (!facts.isEmpty() && !json.contains(factsKey))
        json.insert(factsKey, facts);
    QJsonObject jottings = json.value(QLatin1String("jottings")).toObject();
    const QJsonValue document = jottings.take(QStringLiteral("document"));
    if (document.isString()) {
        jottings.insert(QStringLiteral("fact:document"), document);
        json.insert(QStringLiteral("jottings"), jottings);
    }
    return json;
}

}
