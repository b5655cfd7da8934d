// A small counter day, played with real processes and judged clean; then its data are tampered with, and the judgement must say so.

#include "app/trial/Arrival.h"
#include "app/trial/Judgement.h"
#include "app/trial/Scenario.h"

#include <QDir>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <sqlite3.h>

using namespace motcua;
using trial::Answers;
using trial::Judgement;
using trial::Verdict;

Q_DECLARE_METATYPE(motcua::trial::Verdict)

class tst_TrialDay : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void soundDayIsClean();
    void everyTurnWasTaken();
    void printsAreSheets();
    void tamperedData_data();
    void tamperedData();
    void tamperedAnswers_data();
    void tamperedAnswers();
    void missingSheet();
    void sheetWithoutRecord();
    void fileWithoutRecord();
    void aKindPublishedAtNoonIsServedTheSameDay();

private:
    /// What the runner said; empty when the day was played and judged clean.
    static QByteArray play(const QString& scenario, const QString& out);
    QString tamperedCopy();
    Verdict judge(const QString& out) const;

    QTemporaryDir m_directory;
    QString m_out;
    trial::Scenario m_scenario;
    int m_copies = 0;
};

namespace {

constexpr quint32 seed = 1;

QString scenarioFile() {
    return QStringLiteral(MOTCUA_TEST_DATA "/trial/small-day.json");
}

/// Without the program's own classes: the file is changed behind everybody's back.
bool change(const QString& file, const QByteArray& sql) {
    sqlite3* database = nullptr;
    const bool done = sqlite3_open(QFile::encodeName(file).constData(), &database) == SQLITE_OK &&
                      sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK && sqlite3_total_changes(database) > 0;
    sqlite3_close(database);
    return done;
}

/// Changes every dossier that some desk shows; false when there is none.
template <class Change>
bool eachDirectory(QJsonObject& inventories, Change change) {
    bool any = false;
    for (const QString& desk : inventories.keys()) {
        QJsonObject inventory = inventories.value(desk).toObject();
        QJsonArray dossiers = inventory.value(QLatin1String("dossiers")).toArray();
        any = any || !dossiers.isEmpty();
        change(dossiers);
        inventory.insert(QStringLiteral("dossiers"), dossiers);
        inventories.insert(desk, inventory);
    }
    return any;
}

}

QByteArray tst_TrialDay::play(const QString& scenario, const QString& out) {
    QProcess day;
    day.setProcessChannelMode(QProcess::MergedChannels);
    day.start(QStringLiteral(MOTCUA_BIN_DIR "/motcua-trial"),
        {QStringLiteral("run"), scenario, QStringLiteral("--out"), out, QStringLiteral("--seed"), QString::number(seed)});
    const bool ended = day.waitForFinished(150'000);
    const QByteArray said = day.readAll();
    if (ended && day.exitStatus() == QProcess::NormalExit && day.exitCode() == 0)
        return {};
    return said.isEmpty() ? QByteArray("nothing was said") : said;
}

void tst_TrialDay::initTestCase() {
    m_out = m_directory.filePath(QStringLiteral("day"));
    const auto scenario = trial::Scenario::read(scenarioFile());
    QVERIFY(scenario);
    m_scenario = *scenario;
    const QByteArray said = play(scenarioFile(), m_out);
    QVERIFY2(said.isEmpty(), said.constData());
    QFile summary(m_out + QStringLiteral("/summary.txt"));
    QVERIFY(summary.open(QIODevice::ReadOnly));
    QVERIFY(summary.readAll().endsWith("\nserved 20 lost 0 doubled 0 gaps 0\n"));
}

Verdict tst_TrialDay::judge(const QString& out) const {
    const auto judgement = trial::judgeDay(out, m_scenario, seed);
    if (!judgement)
        qFatal("not judged: %s", qPrintable(judgement.error().toLogLine()));
    return judgement->verdict;
}

QString tst_TrialDay::tamperedCopy() {
    const QString copy = m_directory.filePath(QStringLiteral("copy-%1").arg(++m_copies));
    return QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-r"), m_out, copy}) == 0 ? copy : QString();
}

void tst_TrialDay::soundDayIsClean() {
    const Verdict verdict = judge(m_out);
    QCOMPARE(verdict.line(), QStringLiteral("served 20 lost 0 doubled 0 gaps 0"));
    QCOMPARE(verdict.remarks, QStringList());
}

/// The scenario's turns in the table, the same three times: planned, at the stations, at the province.
void tst_TrialDay::everyTurnWasTaken() {
    const auto judgement = trial::judgeDay(m_out, m_scenario, seed);
    QVERIFY(judgement);
    for (const char* row : {"refused, form 03\t1\t1\t1\n", "supplement asked, form 02\t2\t2\t2\n", "supplement brought\t1\t1\t1\n",
             "returned by the supervisor\t2\t2\t2\n", "submitted\t21\t21\t21\n", "book numbers spoiled\t1\t1\t1\n", "withdrawn\t1\t1\t1\n",
             "closed\t20\t20\t20\n"})
        QVERIFY2(judgement->table.contains(QLatin1String(row)), qPrintable(judgement->table));
}

/// Either the desk printed through CUPS and its sheets are there, or the summary says why not.
void tst_TrialDay::printsAreSheets() {
    QFile summary(m_out + QStringLiteral("/summary.txt"));
    QVERIFY(summary.open(QIODevice::ReadOnly));
    const QByteArray text = summary.readAll();
    const bool printed = text.contains("printer\tdesk-1 prints through CUPS, queue quay-1: ");
    QCOMPARE(!QDir(m_out + QStringLiteral("/printer")).isEmpty(), printed);
    QVERIFY(printed || text.contains("printer\tdesk-1 prints to PDF: CUPS "));
}

void tst_TrialDay::tamperedData_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("count");
    const QString gateway = QStringLiteral("gateway/gateway.sqlite");
    const QString station = QStringLiteral("stations/desk-2/journal.sqlite");
    const auto row = [](const char* name, const QString& file, const char* sql, const char* count) {
        QTest::newRow(name) << file << QByteArray(sql) << QString::fromLatin1(count);
    };
    row("the province dropped its last record", gateway, "DELETE FROM records WHERE cursor = (SELECT max(cursor) FROM records)", "lost");
    row("the province dropped a record", gateway, "DELETE FROM records WHERE cursor = (SELECT min(cursor) FROM records WHERE kind = 'fee-collected')",
        "lost");
    row("the province altered a record", gateway,
        "UPDATE records SET payload = (SELECT payload FROM records WHERE kind = 'dossier-approved') WHERE cursor = (SELECT min(cursor) FROM records "
        "WHERE kind = 'dossier-received')",
        "lost");
    row("the province has a dossier in another state", gateway, "UPDATE dossiers SET state = 4 WHERE state = 10", "lost");
    row("the province lacks a dossier", gateway, "DELETE FROM dossiers WHERE state = 8", "lost");
    row("the province doubled a record", gateway,
        "INSERT INTO records SELECT (SELECT max(cursor) + 1 FROM records), station, seq + 100000, unit, hash, kind, version, dossier, "
        "dossier_version, volume, number, "
        "actor, at, previous, payload_digest, sealed_digest, salt, payload, received, waiting, act, heard, mac FROM records WHERE kind = "
        "'fee-collected' "
        "LIMIT 1",
        "doubled");
    row("the province doubled a number", gateway, "UPDATE records SET number = 1 WHERE kind = 'entry-registered' AND number = 2", "doubled");
    row("the province lost a number", gateway, "UPDATE records SET number = 0 WHERE kind = 'entry-registered' AND number = 2", "gaps");
    row("a desk lost its last record", station, "DELETE FROM record WHERE seq = (SELECT max(seq) FROM record)", "doubled");
    row("a desk lost a record", station, "DELETE FROM record WHERE seq = 5", "lost");
    row("a desk doubled a number", station,
        "DROP INDEX record_number; UPDATE record SET (volume, number) = (SELECT volume, number FROM record WHERE number > 0 ORDER BY seq LIMIT 1) "
        "WHERE seq = (SELECT max(seq) FROM record WHERE number > 0)",
        "doubled");
    row("a desk skipped a number", station, "UPDATE record SET number = 900 WHERE number = (SELECT max(number) FROM record)", "gaps");
}

void tst_TrialDay::tamperedData() {
    QFETCH(QString, file);
    QFETCH(QByteArray, sql);
    QFETCH(QString, count);
    const QString copy = tamperedCopy();
    QVERIFY(change(copy + QLatin1Char('/') + file, sql));
    const Verdict verdict = judge(copy);
    QVERIFY(!verdict.isClean());
    const QMap<QString, int> counts{
        {QStringLiteral("lost"), verdict.lost}, {QStringLiteral("doubled"), verdict.doubled}, {QStringLiteral("gaps"), verdict.gaps}};
    QVERIFY2(counts.value(count) > 0, qPrintable(verdict.line() + QLatin1Char('\n') + verdict.remarks.join(QLatin1Char('\n'))));
}

void tst_TrialDay::tamperedAnswers_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<Verdict>("expected");
    QTest::newRow("a citizen whose dossier is open") << QStringLiteral("open") << Verdict{19, 2, 0, 0, {}};
    QTest::newRow("a citizen whose dossier no desk has") << QStringLiteral("gone") << Verdict{19, 3, 0, 0, {}};
    QTest::newRow("a citizen with two dossiers") << QStringLiteral("twins") << Verdict{20, 0, 1, 0, {}};
    QTest::newRow("a dossier on all three desks") << QStringLiteral("all desks") << Verdict{20, 0, 2, 0, {}};
    QTest::newRow("a book that does not show its last number") << QStringLiteral("book") << Verdict{20, 0, 0, 1, {}};
}

void tst_TrialDay::tamperedAnswers() {
    QFETCH(QString, what);
    QFETCH(Verdict, expected);
    const QString copy = tamperedCopy();
    auto answers = Answers::read(copy);
    QVERIFY(answers);
    const QString person = answers->promised.keys().first();
    const auto change = [&](QJsonArray& dossiers) {
        for (qsizetype i = dossiers.size() - 1; i >= 0; --i) {
            QJsonObject dossier = dossiers.at(i).toObject();
            const bool isPersons = dossier.value(QLatin1String("personalId")) == person;
            if (isPersons && what == QLatin1String("gone")) {
                dossiers.removeAt(i);
                continue;
            }
            if (isPersons && what == QLatin1String("open"))
                dossier.insert(QStringLiteral("closed"), false);
            if (isPersons && what == QLatin1String("all desks"))
                dossier.insert(QStringLiteral("here"), true);
            dossiers.replace(i, dossier);
            if (isPersons && what == QLatin1String("twins")) {
                dossier.insert(QStringLiteral("id"), QStringLiteral("a-second-one"));
                dossier.insert(QStringLiteral("here"), false);
                dossier.insert(QStringLiteral("code"), QString());
                dossiers.append(dossier);
            }
        }
    };
    QVERIFY(eachDirectory(answers->inventories, change));
    if (what == QLatin1String("book")) {
        QJsonObject inventory = answers->inventories.value(QLatin1String("desk-1")).toObject();
        QJsonArray volumes = inventory.value(QLatin1String("volumes")).toArray();
        QVERIFY(!volumes.isEmpty());
        QJsonObject volume = volumes.first().toObject();
        QJsonArray numbers = volume.value(QLatin1String("numbers")).toArray();
        numbers.removeLast();
        volume.insert(QStringLiteral("numbers"), numbers);
        volumes.replace(0, volume);
        inventory.insert(QStringLiteral("volumes"), volumes);
        answers->inventories.insert(QStringLiteral("desk-1"), inventory);
    }
    QVERIFY(answers->save(copy));
    const Verdict verdict = judge(copy);
    QVERIFY2(verdict.line() == expected.line(), qPrintable(verdict.line() + QLatin1Char('\n') + verdict.remarks.join(QLatin1Char('\n'))));
}

void tst_TrialDay::missingSheet() {
    const QString copy = tamperedCopy();
    const QDir printer(copy + QStringLiteral("/printer"));
    const QStringList sheets = printer.entryList({QStringLiteral("*.pdf")}, QDir::Files);
    if (sheets.isEmpty())
        QSKIP("CUPS is not here, so nothing was printed.");
    QVERIFY(QFile::remove(printer.filePath(sheets.last())));
    const Verdict verdict = judge(copy);
    QCOMPARE(verdict.line(), QStringLiteral("served 20 lost 1 doubled 0 gaps 0"));
}

/// One more than anybody knows of, and one copy more.
void tst_TrialDay::sheetWithoutRecord() {
    const QString copy = tamperedCopy();
    const QDir printer(copy + QStringLiteral("/printer"));
    const QStringList sheets = printer.entryList({QStringLiteral("*.pdf")}, QDir::Files);
    if (sheets.isEmpty())
        QSKIP("CUPS is not here, so nothing was printed.");
    QVERIFY(QFile::copy(printer.filePath(sheets.last()), printer.filePath(QStringLiteral("9999.pdf"))));
    QCOMPARE(judge(copy).line(), QStringLiteral("served 20 lost 0 doubled 1 gaps 0"));
    QFile copies(printer.filePath(sheets.last().chopped(3) + QStringLiteral("copies")));
    QVERIFY(copies.open(QIODevice::WriteOnly) && copies.write("7\n") == 2);
    copies.close();
    QCOMPARE(judge(copy).line(), QStringLiteral("served 20 lost 0 doubled 2 gaps 0"));
}

void tst_TrialDay::fileWithoutRecord() {
    const QString copy = tamperedCopy();
    QFile file(copy + QStringLiteral("/paper/H49.30-261130-0999-form-01.pdf"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("%PDF-1.4\n") > 0);
    file.close();
    QCOMPARE(judge(copy).line(), QStringLiteral("served 20 lost 0 doubled 1 gaps 0"));
}

/// Of its kind no desk knew in the morning: its facts are filled, its number taken in its own book and its paper printed from what the
/// province says of it.
void tst_TrialDay::aKindPublishedAtNoonIsServedTheSameDay() {
    const QString file = QStringLiteral(MOTCUA_TEST_DATA "/trial/new-kind-day.json");
    const QString out = m_directory.filePath(QStringLiteral("new-kind"));
    const QByteArray said = play(file, out);
    QVERIFY2(said.isEmpty(), said.constData());
    QFile summary(out + QStringLiteral("/summary.txt"));
    QVERIFY(summary.open(QIODevice::ReadOnly));
    QVERIFY(summary.readAll().endsWith("\nserved 16 lost 0 doubled 0 gaps 0\n"));
    const auto scenario = trial::Scenario::read(file);
    QVERIFY(scenario);
    const auto arrivals = trial::arrivalsOf(*scenario, seed);
    const auto came = std::count_if(arrivals.begin(), arrivals.end(), [](const trial::Arrival& arrival) {
        return arrival.papers.front().procedure == QLatin1String("9.000001") && arrival.turn() != trial::Turn::Refused &&
               arrival.turn() != trial::Turn::Withdrawn;
    });
    QVERIFY(came > 4);
    const QDir paper(out + QStringLiteral("/paper"));
    QCOMPARE(paper.entryList({QStringLiteral("*-boat-attestation.pdf")}, QDir::Files).size(), came);
    QVERIFY(!paper.entryList({QStringLiteral("book-*STC-XN*.pdf")}, QDir::Files).isEmpty());
    // The judgement is from the disks: without the day's new numbers it is not clean.
    QVERIFY(change(out + QStringLiteral("/gateway/gateway.sqlite"), "DELETE FROM records WHERE kind = 'entry-registered' AND version = 2"));
    const auto judgement = trial::judgeDay(out, *scenario, seed);
    QVERIFY(judgement && !judgement->verdict.isClean());
}

QTEST_GUILESS_MAIN(tst_TrialDay)
#include "tst_TrialDay.moc"
