#include "app/journal/log/Verify.h"
#include "app/sqlite/Connection.h"
#include "sync/protocol/Record.h"
#include "tests/support/sqlite/StationBench.h"

#include <QTest>

using namespace motcua;
using test::StationBench;

/// What a desk takes back of its own from the province, and what it does not believe.
class tst_CatchUp : public QObject {
    Q_OBJECT

private slots:
    void init();

    void comesBackFromEveryPlace_data();
    void comesBackFromEveryPlace();
    void whatDoesNotFitIsNotTaken_data();
    void whatDoesNotFitIsNotTaken();
    void aPageThatIsLostIsAskedForAgain();

private:
    void cut(qint64 after);
    base::Outcome takeBack(qint64 after, int page);
    bool isWhole();

    std::unique_ptr<StationBench> m_bench;
    std::vector<protocol::Record> m_records;
    std::vector<test::CopyJob> m_jobs;
    protocol::Mark m_mark;
};

void tst_CatchUp::init() {
    m_jobs.clear();
    m_bench = std::make_unique<StationBench>();
    QVERIFY(m_bench->create());
    QVERIFY(m_bench->unlock());
    QVERIFY(m_bench->grantVolume());
    for (int number = 1; number <= 2; ++number) {
        m_jobs.push_back(m_bench->job(number));
        QVERIFY(m_bench->append(m_jobs.back().events()));
    }
    m_records = m_bench->unlocked().syncStore().records(0, 1000).value_or(std::vector<protocol::Record>());
    const protocol::RecordHeader& last = m_records.back().header;
    m_mark = {last.seq, QString::fromLatin1(protocol::hashOf(last).toHex()), QStringLiteral("AAAA")};
}

void tst_CatchUp::cut(qint64 after) {
    m_bench->close();
    {
        auto connection = sqlite::Connection::open(m_bench->databaseFile());
        QVERIFY((*connection)->execute(("DELETE FROM record WHERE seq > " + QByteArray::number(after)).constData()));
    }
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->unlock());
}

base::Outcome tst_CatchUp::takeBack(qint64 after, int page) {
    while (after < m_mark.seq) {
        const auto from = m_records.begin() + after;
        const auto to = m_records.end() - from > page ? from + page : m_records.end();
        const auto next = m_bench->unlocked().syncStore().takeBack({from, to}, m_mark);
        if (!next)
            return base::fail(next.error());
        after = *next;
    }
    return m_bench->unlocked().projection().refresh();
}

bool tst_CatchUp::isWhole() {
    for (const test::CopyJob& job : m_jobs) {
        const auto history = m_bench->unlocked().journal().history(job.dossier);
        if (!history || history->size() != job.events().size() || !m_bench->unlocked().archive().dossier(job.dossier)->closed)
            return false;
    }
    const auto volume = m_bench->unlocked().archive().volume(m_bench->volume);
    return volume && volume->lastNumber == 2 && m_bench->unlocked().exchange().doubts().empty() &&
           m_bench->unlocked().syncStore().records(0, 1000).value() == m_records;
}

void tst_CatchUp::comesBackFromEveryPlace_data() {
    QTest::addColumn<int>("page");
    for (const int page : {1, 3, 1000})
        QTest::addRow("%d a page", page) << page;
}

void tst_CatchUp::comesBackFromEveryPlace() {
    QFETCH(int, page);
    for (qint64 kept = 0; kept < m_mark.seq; ++kept) {
        cut(kept);
        QVERIFY(!m_bench->append({m_bench->job(3).events().front()}));
        const auto after = m_bench->unlocked().syncStore().fellBehind(m_mark);
        QVERIFY(after);
        QVERIFY(*after <= kept);
        const auto back = takeBack(*after, page);
        QVERIFY2(back, back ? "" : qPrintable(back.error().toLogLine()));
        QVERIFY2(isWhole(), QByteArray::number(kept).constData());
    }
    QVERIFY(m_bench->append({m_bench->job(3).events().front()}));
    m_bench->close();
    QVERIFY(journal::verify(m_bench->directory())->faults.empty());
}

void tst_CatchUp::whatDoesNotFitIsNotTaken_data() {
    QTest::addColumn<QString>("code");
    QTest::newRow("altered payload") << "sync.bad-answer";
    QTest::newRow("altered header") << "sync.mark-forged";
    QTest::newRow("left out") << "sync.mark-forged";
    QTest::newRow("another station's") << "sync.bad-answer";
    QTest::newRow("another mark") << "sync.mark-forged";
    QTest::newRow("nothing") << "sync.bad-answer";
}

void tst_CatchUp::whatDoesNotFitIsNotTaken() {
    QFETCH(QString, code);
    const QByteArray row = QTest::currentDataTag();
    cut(2);
    engine::Store& store = m_bench->unlocked().syncStore();
    // Nothing of it was ever confirmed here.
    QCOMPARE(store.fellBehind(m_mark).value_or(-1), qint64(0));
    std::vector<protocol::Record> records(m_records.begin() + 2, m_records.end());
    protocol::Mark mark = m_mark;
    if (row == "altered payload")
        records[1].payload += ' ';
    else if (row == "altered header")
        records[1].header.at += 1;
    else if (row == "left out")
        records.erase(records.begin() + 1);
    else if (row == "another station's")
        records[1].header.station = QUuid::createUuid();
    else if (row == "another mark")
        mark.head = QString::fromLatin1(QByteArray(32, 'x').toHex());
    else
        records.clear();
    const auto taken = store.takeBack(records, mark);
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, code);
    QCOMPARE(m_bench->unlocked().head()->seq, qint64(2));
    QVERIFY(store.isDoubted());
    QVERIFY(takeBack(2, 1000));
    QVERIFY(isWhole());
}

void tst_CatchUp::aPageThatIsLostIsAskedForAgain() {
    cut(0);
    engine::Store& store = m_bench->unlocked().syncStore();
    QCOMPARE(store.fellBehind(m_mark).value_or(-1), qint64(0));
    QCOMPARE(store.takeBack({m_records.begin(), m_records.begin() + 3}, m_mark).value_or(-1), qint64(3));
    // The desk is left there, and the next contact finds the rest missing.
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->unlock());
    QVERIFY(m_bench->unlocked().syncStore().isDoubted());
    QCOMPARE(m_bench->unlocked().syncStore().fellBehind(m_mark).value_or(-1), qint64(0));
    QVERIFY(takeBack(0, 2));
    QVERIFY(isWhole());
}

QTEST_GUILESS_MAIN(tst_CatchUp)
#include "tst_CatchUp.moc"
