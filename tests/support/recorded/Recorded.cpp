#include "tests/support/recorded/Recorded.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>

#include <algorithm>

namespace motcua::test {

Recorded::Recorded()
    : m_directory(qEnvironmentVariable("MOTCUA_FIXTURE", QStringLiteral(MOTCUA_TEST_DATA "/fb30b3b"))),
      m_expected(read(QStringLiteral("expected.json"))) {
    m_clock.set(m_expected.value(QLatin1String("clock")).toInteger());
}

QJsonObject Recorded::read(const QString& file) const {
    QFile from(m_directory + QLatin1Char('/') + file);
    return from.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(from.readAll()).object() : QJsonObject();
}

QString Recorded::unpack(const QString& name) const {
    const QString archive = QStringLiteral("%1/%2.tar.gz").arg(m_directory, name);
    // What an earlier test made of it is gone, as the rows and the ring of keys belong together.
    QDir(m_unpacked.filePath(name)).removeRecursively();
    if (QProcess::execute(QStringLiteral("tar"), {QStringLiteral("-xzf"), archive, QStringLiteral("-C"), m_unpacked.path()}) != 0)
        return {};
    return m_unpacked.filePath(name);
}

std::vector<Exchange> Recorded::exchanges(const QString& name) const {
    std::vector<Exchange> exchanges;
    for (const QJsonValue& each : read(QStringLiteral("traffic/%1.json").arg(name)).value(QLatin1String("exchanges")).toArray())
        exchanges.push_back(Exchange::of(each.toObject()));
    return exchanges;
}

QJsonObject Recorded::keys() const {
    return read(QStringLiteral("traffic/keys.json"));
}

domain::DossierId Recorded::dossierOf(const QString& person) const {
    const QJsonObject people = m_expected.value(QLatin1String("people")).toObject();
    return domain::DossierId::fromString(people.value(person).toObject().value(QLatin1String("dossier")).toString());
}

domain::Dossier Recorded::today(const QJsonObject& first) {
    auto dossier = base::fromJson<domain::Dossier>(first);
    dossier.attested.clear();
    const QJsonObject copy = first.value(QLatin1String("copy")).toObject();
    if (dossier.code.isEmpty())
        return dossier;
    dossier.job.kind = copy.isEmpty() ? QStringLiteral("general") : QStringLiteral("certified-copy");
    dossier.job.version = QStringLiteral("2025-07-01");
    if (copy.isEmpty())
        return dossier;
    dossier.facts = copy;
    dossier.job.book = QStringLiteral("SCT/BS");
    dossier.job.subject = copy.value(QLatin1String("document")).toString();
    dossier.job.copies = copy.value(QLatin1String("copies")).toInt();
    dossier.job.attestation = QStringLiteral("attestation-copy");
    dossier.job.attestations = dossier.job.copies;
    return dossier;
}

std::vector<domain::AttestedEntry> Recorded::attestedBy(const QJsonArray& events, int owed) {
    std::vector<domain::AttestedEntry> attested;
    for (const QJsonValue& event : events) {
        const QJsonObject body = event[QLatin1String("body")].toObject();
        const auto entry = base::fromJson<domain::EntryReference>(body.value(QLatin1String("entry")).toObject());
        if (event[QLatin1String("kind")].toString() != QLatin1String("print-recorded") || entry.number == 0)
            continue;
        auto row = std::find_if(attested.begin(), attested.end(),
            [&](const domain::AttestedEntry& known) { return known.entry.volume == entry.volume && known.entry.number == entry.number; });
        if (row == attested.end())
            row = attested.insert(row, {entry, 0});
        row->copies = std::max(row->copies + body.value(QLatin1String("copies")).toInt(), owed);
    }
    return attested;
}

}
