// A small day at the certification bench, played with real processes: visits of one to four papers of all kinds at three desks, of which one has no
// line all day and one is killed while a sheet comes out; judged clean from the disks, and then from disks that were tampered with.

#include "app/domain/jobs/BuiltInJobs.h"
#include "app/trial/Arrival.h"
#include "app/trial/Judgement.h"
#include "app/trial/Scenario.h"

#include <QDir>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <utility>

using namespace motcua;
using trial::Answers;
using trial::Verdict;

class tst_CertificationDay : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void isClean();
    void everyTurnWasTaken();
    void booksOfEachKindWerePrinted();
    void aPaperThatIsOpenIsLost();
    void aVisitThatIsSplitIsDoubled();
    void aTotalThatIsNoTotalIsAGap();
    void theWholeDayHasEveryKind();

private:
    /// Changes each thing that the desks said of `what` ("dossiers", "volumes") in a copy of the day, and judges that; a change says whether it was
    /// one.
    Verdict judgeChanged(const QString& what, const std::function<bool(QJsonObject&)>& change);

    QTemporaryDir m_directory;
    QString m_out;
    trial::Scenario m_scenario;
    std::vector<trial::Arrival> m_arrivals;
    int m_copies = 0;
};

namespace {

constexpr quint32 seed = 1;

QString clean() {
    return QStringLiteral("served 30 lost 0 doubled 0 gaps 0");
}

}

void tst_CertificationDay::initTestCase() {
    const QString file = QStringLiteral(MOTCUA_TEST_DATA "/trial/small-certification-day.json");
    const auto scenario = trial::Scenario::read(file);
    QVERIFY(scenario);
    m_scenario = *scenario;
    m_arrivals = trial::arrivalsOf(m_scenario, seed);
    m_out = m_directory.filePath(QStringLiteral("day"));
    QProcess day;
    day.setProcessChannelMode(QProcess::MergedChannels);
    day.start(QStringLiteral(MOTCUA_BIN_DIR "/motcua-trial"),
        {QStringLiteral("run"), file, QStringLiteral("--out"), m_out, QStringLiteral("--seed"), QString::number(seed)});
    const bool ended = day.waitForFinished(250'000);
    const QByteArray said = day.readAll();
    QVERIFY2(ended && day.exitStatus() == QProcess::NormalExit && day.exitCode() == 0, said.constData());
}

void tst_CertificationDay::isClean() {
    const auto judgement = trial::judgeDay(m_out, m_scenario, seed);
    QVERIFY(judgement);
    QCOMPARE(judgement->verdict.line(), clean());
    QCOMPARE(judgement->verdict.remarks, QStringList());
}

/// Counted in papers, the same three times: planned, at the stations, at the province.
void tst_CertificationDay::everyTurnWasTaken() {
    const auto judgement = trial::judgeDay(m_out, m_scenario, seed);
    QVERIFY(judgement);
    size_t papers = 0;
    for (const trial::Arrival& arrival : m_arrivals)
        papers += arrival.papers.size();
    QVERIFY(papers > 40);
    const auto row = [](const char* what, size_t count) { return QStringLiteral("%1\t%2\t%2\t%2\n").arg(QLatin1String(what)).arg(count); };
    for (const QString& expected : {row("refused, form 03", 2), row("supplement brought", 1), row("returned by the supervisor", 2),
             row("received", papers - 2), row("submitted", papers), row("book numbers spoiled", 2), row("withdrawn", 1), row("closed", papers)})
        QVERIFY2(judgement->table.contains(expected), qPrintable(expected + judgement->table));
}

/// At every desk, as the desk shows it.
void tst_CertificationDay::booksOfEachKindWerePrinted() {
    const QDir paper(m_out + QStringLiteral("/paper"));
    for (const char* symbol : {"SCT-BS", "SCT-CK,ĐC", "SCT-GD"})
        for (const char* desk : {"desk-1", "desk-2", "desk-3"}) {
            const QString name = QStringLiteral("book-*%1-%2.pdf").arg(QString::fromUtf8(symbol), QLatin1String(desk));
            QVERIFY2(!paper.entryList({name}, QDir::Files).isEmpty(), qPrintable(name));
        }
}

Verdict tst_CertificationDay::judgeChanged(const QString& what, const std::function<bool(QJsonObject&)>& change) {
    const QString copy = m_directory.filePath(QStringLiteral("copy-%1").arg(++m_copies));
    auto answers = Answers::read(m_out);
    if (QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-r"), m_out, copy}) != 0 || !answers)
        qFatal("no copy");
    bool isChanged = false;
    for (const QString& desk : answers->inventories.keys()) {
        QJsonObject inventory = answers->inventories.value(desk).toObject();
        QJsonArray rows = inventory.value(what).toArray();
        for (qsizetype i = 0; i < rows.size(); ++i) {
            QJsonObject row = rows.at(i).toObject();
            isChanged = change(row) || isChanged;
            rows.replace(i, row);
        }
        inventory.insert(what, rows);
        answers->inventories.insert(desk, inventory);
    }
    if (!isChanged || !answers->save(copy))
        qFatal("nothing was changed");
    const auto judgement = trial::judgeDay(copy, m_scenario, seed);
    if (!judgement)
        qFatal("not judged: %s", qPrintable(judgement.error().toLogLine()));
    return judgement->verdict;
}

/// The other papers of the visit are served; the citizen is not.
void tst_CertificationDay::aPaperThatIsOpenIsLost() {
    const auto visit = std::find_if(m_arrivals.begin(), m_arrivals.end(), [](const trial::Arrival& arrival) { return arrival.papers.size() > 2; });
    const auto answers = Answers::read(m_out);
    QVERIFY(visit != m_arrivals.end() && answers);
    const QJsonValue dossier = answers->promised.value(visit->personalId).toArray().first();
    const Verdict verdict = judgeChanged(QStringLiteral("dossiers"), [&](QJsonObject& row) {
        if (row.value(QLatin1String("id")) != dossier)
            return false;
        row.insert(QStringLiteral("closed"), false);
        return true;
    });
    QCOMPARE(verdict.line(), QStringLiteral("served 29 lost 2 doubled 0 gaps 0"));
}

void tst_CertificationDay::aVisitThatIsSplitIsDoubled() {
    const auto visit = std::find_if(m_arrivals.begin(), m_arrivals.end(), [](const trial::Arrival& arrival) { return arrival.papers.size() > 1; });
    bool isSplit = false;
    const Verdict verdict = judgeChanged(QStringLiteral("dossiers"), [&](QJsonObject& row) {
        const bool isFirst = row.value(QLatin1String("personalId")) == visit->personalId && row.value(QLatin1String("here")).toBool() && !isSplit;
        isSplit = isSplit || isFirst;
        if (!isFirst)
            return false;
        row.insert(QStringLiteral("visit"), QStringLiteral("another"));
        return true;
    });
    QCOMPARE(verdict.line(), QStringLiteral("served 30 lost 0 doubled 1 gaps 0"));
}

void tst_CertificationDay::aTotalThatIsNoTotalIsAGap() {
    bool isWrong = false;
    const Verdict verdict = judgeChanged(QStringLiteral("volumes"), [&](QJsonObject& volume) {
        if (std::exchange(isWrong, true))
            return false;
        volume.insert(QStringLiteral("total"), volume.value(QLatin1String("total")).toInt() + 1);
        return true;
    });
    QCOMPARE(verdict.line(), QStringLiteral("served 30 lost 0 doubled 0 gaps 1"));
}

/// The day that is played at night: 300 visits, each kind of the bench among them, with any of its seeds.
void tst_CertificationDay::theWholeDayHasEveryKind() {
    const auto scenario = trial::Scenario::read(QStringLiteral(MOTCUA_SOURCE_DIR "/resources/scenarios/certification-day.json"));
    QVERIFY(scenario);
    QSet<QString> ofBench;
    for (const auto& kind : domain::builtInJobs().kinds())
        if (kind->place == QLatin1String("bench"))
            ofBench.insert(kind->kind);
    QCOMPARE(ofBench.size(), 12);
    for (quint32 each = 1; each <= 5; ++each) {
        const auto arrivals = trial::arrivalsOf(*scenario, each);
        QCOMPARE(arrivals.size(), size_t(300));
        QSet<QString> kinds;
        size_t most = 0;
        for (const trial::Arrival& arrival : arrivals) {
            most = std::max(most, arrival.papers.size());
            for (const trial::ArrivalPaper& paper : arrival.papers)
                kinds.insert(paper.kind);
        }
        QCOMPARE(kinds, ofBench);
        QCOMPARE(most, size_t(4));
    }
}

QTEST_GUILESS_MAIN(tst_CertificationDay)
#include "tst_CertificationDay.moc"
