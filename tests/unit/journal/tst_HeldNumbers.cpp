#include "app/domain/Decide.h"
#include "app/domain/WrittenOff.h"
#include "app/journal/exchange/StationCopy.h"
#include "app/sqlite/Connection.h"
#include "tests/support/sqlite/StationBench.h"

#include <QDir>
#include <QTest>

using namespace motcua;
using test::StationBench;

/// The numbers that a desk may give: what the platform told, less what the desk's own records say since; sealed, and the same after a restart.
class tst_HeldNumbers : public QObject {
    Q_OBJECT

private slots:
    void init();

    void whatIsToldOutlastsARestart();
    void ownRowsTakeThem();
    void whatWentBackIsGivenNoMore();
    void aRestoredPlatformBringsNothingBack();
    void whatThePlatformWroteOffIsGivenNoMore();
    void aRestoredDeskGivesNothingOfBefore();
    void anOlderCopyOfTheFolderGivesNothingOfBefore();
    void whatIsVoidStaysVoid();
    void anotherDesksAreNotHeld();
    void theDaysUseIsCounted();

private:
    engine::Store& store() { return m_bench->unlocked().syncStore(); }
    const domain::ports::Archive& archive() { return m_bench->unlocked().archive(); }
    void tell(int first, int last, qint64 acknowledged = 0, bool rests = false);
    /// All leases that the platform has of this desk.
    void list(const std::vector<domain::HeldLease>& leases, bool rests = false);
    domain::HeldLease lease(int first, int last, qint64 id) const;
    void restore();
    QString held();
    void giveBack(int first, int last);
    void serve(int number);
    void restart();

    std::unique_ptr<StationBench> m_bench;
};

void tst_HeldNumbers::init() {
    m_bench = std::make_unique<StationBench>();
    QVERIFY(m_bench->create());
    QVERIFY(m_bench->unlock());
    domain::Volume volume = test::volumeOf(m_bench->station, m_bench->volume);
    volume.station = {};
    QVERIFY(store().receive({{1, QStringLiteral("volume"), base::toJson(volume)}}));
    QVERIFY(m_bench->unlocked().projection().refresh());
}

domain::HeldLease tst_HeldNumbers::lease(int first, int last, qint64 id) const {
    domain::NumberLease lease;
    lease.id = domain::LeaseId(QUuid(static_cast<uint>(id), 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    lease.volume = m_bench->volume;
    lease.holder = m_bench->station;
    lease.first = first;
    lease.last = last;
    lease.given = QDateTime(QDate(2026, 11, 23), QTime(1, 0), Qt::UTC);
    lease.month = QDate(2026, 11, 1);
    return domain::HeldLease(lease);
}

void tst_HeldNumbers::tell(int first, int last, qint64 acknowledged, bool rests) {
    protocol::LeaseAnswer answer;
    answer.leases.append(base::toJson(lease(first, last, 7)));
    answer.rests = rests;
    QVERIFY(store().numbersTold({{}, {}, {acknowledged, {}, {}}}, answer));
}

void tst_HeldNumbers::list(const std::vector<domain::HeldLease>& leases, bool rests) {
    protocol::LeaseAnswer answer;
    answer.rests = rests;
    for (const domain::HeldLease& each : leases)
        answer.leases.append(base::toJson(each));
    QVERIFY(store().numbersTold({{}, {}, {*store().acknowledged(), {}, {}}}, answer));
}

/// As by `motcua-admin restore` of a copy that is made here and now.
void tst_HeldNumbers::restore() {
    m_bench->close();
    const QString kept = m_bench->directory() + QStringLiteral(".kept");
    QVERIFY(journal::copyStation(m_bench->directory(), kept));
    QDir(m_bench->directory()).removeRecursively();
    QVERIFY(journal::copyStation(kept, m_bench->directory()));
    QDir(kept).removeRecursively();
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->unlock());
}

QString tst_HeldNumbers::held() {
    QStringList ranges;
    const auto leases = archive().numbers();
    if (!leases)
        return leases.error().code;
    for (const domain::HeldLease& lease : *leases)
        for (const domain::NumberRange& range : lease.open)
            ranges << QStringLiteral("%1-%2").arg(range.first).arg(range.last);
    return ranges.join(QLatin1Char(' '));
}

void tst_HeldNumbers::giveBack(int first, int last) {
    const domain::Event event{domain::NumbersReturned{m_bench->volume, {{first, last}}}, {}, 0, m_bench->station, {}, m_bench->clock.now()};
    QVERIFY(m_bench->append({event}));
}

void tst_HeldNumbers::serve(int number) {
    const auto events = m_bench->job(number).events();
    for (size_t i = 0; i < 2; ++i)
        QVERIFY(m_bench->append({events[i]}));
    QVERIFY(m_bench->append({events[2], events[3]}));
}

void tst_HeldNumbers::restart() {
    m_bench->close();
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->unlock());
}

void tst_HeldNumbers::whatIsToldOutlastsARestart() {
    QCOMPARE(held(), QString());
    tell(1, 20);
    QCOMPARE(held(), QStringLiteral("1-20"));
    restart();
    QCOMPARE(held(), QStringLiteral("1-20"));
    QFile file(m_bench->databaseFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("\"month\""));
}

void tst_HeldNumbers::ownRowsTakeThem() {
    tell(1, 5);
    serve(1);
    serve(2);
    QCOMPARE(held(), QStringLiteral("3-5"));
    // Told anew by a platform that has not heard of the second.
    tell(1, 5, 4);
    QCOMPARE(held(), QStringLiteral("3-5"));
    restart();
    QCOMPARE(held(), QStringLiteral("3-5"));
    QCOMPARE(archive().volume(m_bench->volume)->total(), 2);
}

void tst_HeldNumbers::whatWentBackIsGivenNoMore() {
    tell(1, 20);
    giveBack(6, 20);
    QCOMPARE(held(), QStringLiteral("1-5"));
    // Leased anew after the platform heard of it.
    tell(1, 10, *store().lastSeq());
    QCOMPARE(held(), QStringLiteral("1-10"));
}

void tst_HeldNumbers::aRestoredPlatformBringsNothingBack() {
    tell(1, 20);
    serve(1);
    giveBack(6, 20);
    tell(1, 20, *store().lastSeq(), true);
    QCOMPARE(held(), QStringLiteral("2-5"));
}

void tst_HeldNumbers::whatThePlatformWroteOffIsGivenNoMore() {
    tell(1, 20);
    const domain::NumbersOff off{m_bench->volume, 11, 20, QStringLiteral("Máy hỏng"), m_bench->clock.now()};
    QVERIFY(store().receive({{5, QStringLiteral("written-off"), base::toJson(off)}}));
    QVERIFY(m_bench->unlocked().projection().refresh());
    QCOMPARE(held(), QStringLiteral("1-10"));
    QCOMPARE(*archive().volume(m_bench->volume)->writtenOff, 10);
    serve(1);
    restart();
    QCOMPARE(held(), QStringLiteral("2-10"));
    QCOMPARE(*archive().volume(m_bench->volume)->writtenOff, 10);
    const domain::Volume volume = *archive().volume(m_bench->volume);
    const auto entries = *archive().entries(volume.id);
    const auto gone = domain::offRows(volume, domain::takenIn(entries), *archive().writtenOff(volume.id), {});
    const auto rows = domain::withWrittenOff(entries, gone, volume);
    QCOMPARE(rows.size(), size_t(2));
    QCOMPARE(rows[1].numberLabel, QStringLiteral("từ 00011 đến 00020"));
    QCOMPARE(rows[1].spoiledReason, QStringLiteral("Máy hỏng"));
}

void tst_HeldNumbers::aRestoredDeskGivesNothingOfBefore() {
    list({lease(1, 20, 7)});
    serve(1);
    const QString kept = m_bench->directory() + QStringLiteral(".kept");
    QVERIFY(journal::copyStation(m_bench->directory(), kept));
    // Without a line: nobody else knows of these.
    serve(2);
    serve(3);
    m_bench->close();
    QDir(m_bench->directory()).removeRecursively();
    QVERIFY(journal::copyStation(kept, m_bench->directory()));
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->unlock());
    QCOMPARE(held(), QString());
    restart();
    QCOMPARE(held(), QString());
    QVERIFY(store().numbersHeld()->holding.isEmpty());
    // One of which nobody knew here, as its grant came after the copy, is as void.
    list({lease(1, 20, 7), lease(21, 25, 8)});
    QCOMPARE(held(), QString());
    list({lease(1, 20, 7), lease(21, 25, 8), lease(26, 40, 9)});
    QCOMPARE(held(), QStringLiteral("26-40"));
    restart();
    QCOMPARE(held(), QStringLiteral("26-40"));
}

void tst_HeldNumbers::anOlderCopyOfTheFolderGivesNothingOfBefore() {
    list({lease(1, 20, 7)});
    serve(1);
    serve(2);
    m_bench->close();
    {
        auto connection = sqlite::Connection::open(m_bench->databaseFile());
        QVERIFY(connection);
        QVERIFY((*connection)->execute("DELETE FROM record WHERE seq > 4"));
    }
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->unlock());
    QVERIFY(store().isDoubted());
    // The province knows nothing newer.
    QVERIFY(store().confirmed());
    QVERIFY(!store().isDoubted());
    QCOMPARE(held(), QString());
    list({lease(1, 20, 7), lease(21, 25, 8)});
    QCOMPARE(held(), QString());
}

void tst_HeldNumbers::whatIsVoidStaysVoid() {
    list({lease(1, 20, 7)});
    m_bench->close();
    {
        auto connection = sqlite::Connection::open(m_bench->databaseFile());
        QVERIFY(connection);
        QVERIFY((*connection)->execute("CREATE TABLE put_aside AS SELECT * FROM secret WHERE name = 'numbers'"));
    }
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->unlock());
    restore();
    // A platform that was restored as well does not know all that it leased.
    list({lease(1, 20, 7)}, true);
    QCOMPARE(held(), QString());
    list({lease(1, 20, 7), lease(21, 25, 8)});
    QCOMPARE(held(), QString());
    // Who has the disk puts what was told before back.
    m_bench->close();
    {
        auto connection = sqlite::Connection::open(m_bench->databaseFile());
        QVERIFY(connection);
        QVERIFY((*connection)->execute("INSERT OR REPLACE INTO secret SELECT * FROM put_aside"));
    }
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->unlock());
    QCOMPARE(held(), QString());
}

void tst_HeldNumbers::anotherDesksAreNotHeld() {
    m_bench->station = domain::StationId::make(9);
    tell(1, 20);
    QCOMPARE(held(), QString());
}

void tst_HeldNumbers::theDaysUseIsCounted() {
    serve(1);
    serve(2);
    const auto days = archive().numberUse(m_bench->volume);
    QVERIFY(days);
    QCOMPARE(days->size(), size_t(1));
    QCOMPARE(days->front().used, 2);
    QCOMPARE(days->front().day, QDate(2026, 11, 23));
}

QTEST_GUILESS_MAIN(tst_HeldNumbers)
#include "tst_HeldNumbers.moc"
