#include "app/counter/PartyValues.h"
#include "app/counter/PrintValues.h"
#include "app/domain/Capitals.h"
#include "app/domain/LegalDate.h"
#include "app/domain/NumberWords.h"
#include "app/domain/OfficeName.h"
#include "app/domain/PersonName.h"
#include "app/domain/jobs/FactText.h"
#include "app/domain/jobs/Jobs.h"

// The blocks of what a dossier states: its facts, its parties, and what an attestation says of both.

namespace motcua::counter {

namespace {

/// "mười bốn giờ ba mươi phút"
QString timeInWords(QTime time, domain::NumberDialect dialect) {
    return QStringLiteral("%1 giờ %2 phút").arg(domain::numberInWords(time.hour(), dialect), domain::numberInWords(time.minute(), dialect));
}

/// As it stands in the middle of a sentence.
QString inSentence(QString words) {
    if (!words.isEmpty())
        words[0] = words[0].toLower();
    return words;
}

QString officeInSentence(const QString& name) {
    return name == name.toUpper() ? domain::officeNameInSentence(name) : name;
}

}

/// fact_NAME as paper says it, a yes or no as a flag; of a number, a date and a time also fact_NAME_words, in words: of a time those of the law
/// ("14 giờ 30 phút"), and fact_NAME_spoken.
base::Result<QJsonObject> PrintValues::facts(const Subject& subject) const {
    const domain::Dossier& dossier = subject.dossier;
    const auto types = domain::factTypes(m_desk.jobs().find(dossier.job.kind, dossier.job.version));
    const domain::NumberDialect dialect = domain::dialectOf(m_desk.settings());
    QJsonObject values;
    for (auto it = dossier.facts.begin(); it != dossier.facts.end(); ++it) {
        const QString name = QStringLiteral("fact_") + it.key();
        const domain::FactType type = domain::typeOf(types, it.key(), it.value());
        values.insert(name, type == domain::FactType::YesNo ? QJsonValue(it.value()) : QJsonValue(domain::factText(type, it.value())));
        const QString inWords = name + QStringLiteral("_words");
        if (type == domain::FactType::Number)
            values.insert(inWords, domain::numberInWords(it.value().toInteger(), dialect));
        const QDate date = type == domain::FactType::Date ? QDate::fromString(it.value().toString(), Qt::ISODate) : QDate();
        if (date.isValid())
            values.insert(inWords, domain::dateInWords(date.year(), date.month(), date.day(), dialect));
        const QTime time = type == domain::FactType::Time ? QTime::fromString(it.value().toString(), QStringLiteral("HH:mm")) : QTime();
        if (time.isValid()) {
            values.insert(inWords, domain::legalTime(time));
            values.insert(name + QStringLiteral("_spoken"), timeInWords(time, dialect));
        }
    }
    return values;
}

base::Result<QJsonObject> PrintValues::parties(const Subject& subject) const {
    const domain::Dossier& dossier = subject.dossier;
    const domain::JobKind* general = m_desk.jobs().inForce(QLatin1String(domain::generalKind), base::toVietnamTime(dossier.received).date());
    return partyValues(m_desk.jobs().find(dossier.job.kind, dossier.job.version),
        general ? general->identityPapers : std::vector<domain::IdentityPaperKind>(), dossier.parties);
}

base::Result<QJsonObject> PrintValues::attestation(const Subject& subject) const {
    const domain::Dossier& dossier = subject.dossier;
    const domain::BookEntry* entry = dossier.liveEntry();
    if (!entry)
        return base::fail(QStringLiteral("book.no-live-entry"));
    const domain::UnitSettings& unit = m_desk.settings();
    const QString office = officeInSentence(unit.parentName);
    const QDate date = entry->date;
    QJsonObject values{{QStringLiteral("day"), domain::legalDate(date)},
        {QStringLiteral("dateWords"), inSentence(domain::dateInWords(date.year(), date.month(), date.day(), domain::dialectOf(unit)))},
        {QStringLiteral("where"), domain::tiedOfficeName(officeInSentence(unit.name))}, {QStringLiteral("office"), domain::tiedOfficeName(office)},
        {QStringLiteral("certifier"), domain::wholeName(entry->signer.name)},
        {QStringLiteral("certifierTitle"), domain::tiedOfficeName(titleWithAgency(entry->signer.title, office))},
        {QStringLiteral("receivedBy"), domain::wholeName(m_desk.nameOf(dossier.receivedBy))},
        {QStringLiteral("mark"), QStringLiteral("Lời chứng số %1, quyển số %2").arg(entry->numberLabel, entry->volumeLabel)}};
    const domain::JobKind* job = m_desk.jobs().find(dossier.job.kind, dossier.job.version);
    if (job && job->keeps && !job->keeps->words.isEmpty())
        values.insert(QStringLiteral("kept"), job->keeps->words);
    return values;
}

}
