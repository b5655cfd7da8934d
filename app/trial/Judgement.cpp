#include "app/trial/Judgement.h"

#include "app/journal/log/Verify.h"
#include "app/trial/Gateway.h"
#include "app/trial/TrialLedger.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace motcua::trial {

namespace {

QString answersFile(const QString& out) {
    return out + QStringLiteral("/answers.json");
}

QStringList faultsOf(const QString& directory) {
    const auto checked = journal::verify(directory);
    if (!checked)
        return {checked.error().toLogLine()};
    QStringList faults;
    for (const journal::Fault& fault : checked->faults)
        faults.append(fault.place);
    return faults;
}

QString digestOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex())
                                          : QString();
}

/// What came out of the printer, by queue and job.
QMap<QString, TraySheet> sheetsIn(const QString& directory, const QString& queue) {
    QMap<QString, TraySheet> sheets;
    const QDir printer(directory);
    for (const QString& name : printer.entryList({QStringLiteral("*.pdf")}, QDir::Files)) {
        const QString job = QFileInfo(name).completeBaseName();
        QFile copies(printer.filePath(job + QStringLiteral(".copies")));
        const int count = copies.open(QIODevice::ReadOnly) ? copies.readAll().trimmed().toInt() : 1;
        sheets.insert(queue + QLatin1Char('/') + job, {digestOf(printer.filePath(name)), count});
    }
    return sheets;
}

/// What was printed to PDF; a book is on no record.
QMap<QString, QString> filesIn(const QString& directory) {
    QMap<QString, QString> files;
    const QDir paper(directory);
    for (const QString& name : paper.entryList({QStringLiteral("*.pdf")}, QDir::Files))
        if (!name.startsWith(QLatin1String("book")))
            files.insert(name, digestOf(paper.filePath(name)));
    return files;
}

}

QString Verdict::line() const {
    return QStringLiteral("served %1 lost %2 doubled %3 gaps %4").arg(served).arg(lost).arg(doubled).arg(gaps);
}

base::Outcome Answers::save(const QString& out) const {
    QSaveFile file(answersFile(out));
    const QByteArray json = QJsonDocument(QJsonObject{{QStringLiteral("promised"), promised}, {QStringLiteral("inventories"), inventories}}).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return base::fail(QStringLiteral("trial.answers"), {{QStringLiteral("reason"), file.errorString()}});
    return base::done();
}

base::Result<Answers> Answers::read(const QString& out) {
    QFile file(answersFile(out));
    const QJsonObject json = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    if (json.isEmpty())
        return base::fail(QStringLiteral("trial.answers"), {{QStringLiteral("reason"), QStringLiteral("unreadable")}});
    return Answers{json.value(QLatin1String("promised")).toObject(), json.value(QLatin1String("inventories")).toObject()};
}

QString queueOf(const Scenario& scenario) {
    return QStringLiteral("quay-%1").arg(scenario.printerDesk);
}

base::Result<Judgement> judgeDay(const QString& out, const Scenario& scenario, quint32 seed) {
    const auto answers = Answers::read(out);
    if (!answers)
        return base::fail(answers.error());
    TrialLedger ledger(arrivalsOf(scenario, seed));
    ledger.promised(answers->promised);
    std::vector<HeldRecord> records;
    for (auto desk = answers->inventories.begin(); desk != answers->inventories.end(); ++desk) {
        const QString directory = out + QStringLiteral("/stations/") + desk.key();
        ledger.inventory(desk.key(), desk.value().toObject());
        ledger.journal(desk.key(), faultsOf(directory));
        const auto held = recordsOfStation(directory);
        if (!held)
            return base::fail(held.error());
        records.insert(records.end(), held->begin(), held->end());
    }
    Gateway gateway(out + QStringLiteral("/gateway"));
    const auto check = gateway.check();
    const auto province = check ? holdingsOfProvince(out + QStringLiteral("/gateway")) : base::fail(check.error());
    if (!province)
        return base::fail(province.error());
    ledger.province(*check);
    ledger.records(records, *province);
    const QMap<QString, TraySheet> sheets = sheetsIn(out + QStringLiteral("/printer"), queueOf(scenario));
    ledger.printed(sheets);
    ledger.written(filesIn(out + QStringLiteral("/paper")));
    Judgement judgement{ledger.verdict(), ledger.table(), {}};
    if (!sheets.isEmpty())
        judgement.printer =
            QStringLiteral("%1 sheets came out, %2 of them on record")
                .arg(sheets.size())
                .arg(std::count_if(province->prints.begin(), province->prints.end(), [](const HeldPrint& print) { return !print.queue.isEmpty(); }));
    return judgement;
}

}
