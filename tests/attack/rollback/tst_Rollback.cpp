// What was done to a desk's file with the disk in hand (issue 9, C4): rows deleted, marks and counts set back, an older copy of the whole folder put
// in its place. The desk says so, gives no numbers, and finds its way on with what the province holds: each record once, nothing doubled.

#include "app/journal/StationData.h"
#include "app/journal/Unlocked.h"
#include "app/journal/exchange/StationCopy.h"
#include "app/journal/log/Verify.h"
#include "app/sqlite/Connection.h"
#include "app/station/Station.h"
#include "tests/support/gateway/GatewayProcess.h"
#include "tests/support/line/CounterDay.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using counter::SessionControl;
using test::GatewayProcess;

class tst_Rollback : public QObject {
    Q_OBJECT

private slots:
    void init();

    void rowsDeletedByHand_data();
    void rowsDeletedByHand();
    void anOlderCopyIsNoticedAtTheFirstContact_data();
    void anOlderCopyIsNoticedAtTheFirstContact();
    void workOnAnOlderCopyIsSetAside();
    void twoCopiesAtWorkDoubleNothing();
    void aBackupIsTheSameWayOn();
    void whatNeverArrivedIsSaid();
    void attemptsResetByHand();
    void withATpmAtOnce_data();
    void withATpmAtOnce();
    void aClosedAccountsOldSlotOpensNothingNew();

private:
    enum class Line { Up, Down };
    std::unique_ptr<station::Station> opened(Line line, const QString& directory = {});
    /// So many more dossiers, two records each, as the desk makes them. Returns why the first that was refused was.
    QString work(station::Station& desk, int dossiers);
    void workAndSend(int dossiers);
    void sql(const QByteArray& statements);
    void copy(const QString& from, const QString& to);
    void isWhole(station::Station& desk, int dossiers);
    static qint64 head(station::Station& desk) { return desk.openStation()->unlocked().head()->seq; }
    static QStringList doubts(station::Station& desk);
    /// What the security log says of it.
    static QStringList olderCopies(station::Station& desk);

    QString desk() const { return m_directory->filePath(QStringLiteral("desk")); }
    QString kept() const { return m_directory->filePath(QStringLiteral("kept")); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<GatewayProcess> m_gateway;
    QString m_tpm = QStringLiteral("none");
    int m_serial = 0;
    qint64 m_sent = 0; ///< the desk's records when it sent last
};

namespace {

constexpr int patience = 30'000;

/// A TPM of software, with its state in a folder of its own.
class Swtpm {
public:
    explicit Swtpm(QString folder) : m_folder(std::move(folder)) { QDir().mkpath(m_folder); }
    ~Swtpm() {
        m_process.terminate();
        m_process.waitForFinished(5000);
    }
    bool start() {
        m_process.start(QStringLiteral("swtpm"),
            {QStringLiteral("socket"), QStringLiteral("--tpm2"), QStringLiteral("--tpmstate"), QStringLiteral("dir=") + m_folder,
                QStringLiteral("--server"), QStringLiteral("type=unixio,path=") + socket(), QStringLiteral("--ctrl"),
                QStringLiteral("type=unixio,path=") + socket() + QStringLiteral(".ctrl"), QStringLiteral("--flags"),
                QStringLiteral("not-need-init,startup-clear")});
        return m_process.waitForStarted() && QTest::qWaitFor([&] { return QFileInfo::exists(socket()); });
    }
    QString tcti() const { return QStringLiteral("swtpm:path=") + socket(); }

private:
    QString socket() const { return m_folder + QStringLiteral("/socket"); }

    QString m_folder;
    QProcess m_process;
};
const QString clerk = QStringLiteral("lan.nt");
const QString password = QStringLiteral("nắng chiều qua sông Lô");
const QString rolledBack = QStringLiteral("journal.rolled-back");
const QString olderCopy = QStringLiteral("journal.older-copy");

}

void tst_Rollback::init() {
    m_directory = std::make_unique<QTemporaryDir>();
    m_serial = 0;
    m_gateway = std::make_unique<GatewayProcess>();
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    station::StationSetup setup;
    setup.directory = desk();
    setup.journal.cost = {1, 64, 1};
    station::Station station(setup);
    station.session().enrol({m_gateway->enrolmentUrl(), m_gateway->codes().first(), {}, clerk, password});
    QTRY_COMPARE_WITH_TIMEOUT(station.session().state(), SessionControl::State::Closed, patience);
}

std::unique_ptr<station::Station> tst_Rollback::opened(Line line, const QString& directory) {
    station::StationSetup setup;
    setup.directory = directory.isEmpty() ? desk() : directory;
    setup.journal.cost = {1, 64, 1};
    setup.journal.tpm = m_tpm;
    setup.synchronise = line == Line::Up;
    auto station = std::make_unique<station::Station>(setup);
    station->session().unlock(clerk, password);
    return QTest::qWaitFor([&] { return station->session().state() == SessionControl::State::Unlocked; }, patience) ? std::move(station) : nullptr;
}

QString tst_Rollback::work(station::Station& desk, int dossiers) {
    test::DayPlan plan;
    plan.station = desk.counter()->desk().station();
    plan.clerk = desk.counter()->desk().account().id;
    plan.unit = m_gateway->unit();
    plan.dossiers = dossiers;
    plan.eventsPerDossier = 2;
    plan.pageBytes = 0;
    plan.first = m_serial;
    m_serial += dossiers;
    for (const test::FiledEvent& filed : test::counterDay(plan))
        if (const auto added = desk.openStation()->unlocked().journal().append({filed.event}); !added)
            return added.error().code;
    desk.openStation()->sync().wake();
    return desk.openStation()->unlocked().projection().refresh() ? QString() : QStringLiteral("not folded");
}

void tst_Rollback::workAndSend(int dossiers) {
    const auto desk = opened(Line::Up);
    QVERIFY(desk);
    QCOMPARE(work(*desk, dossiers), QString());
    QTRY_COMPARE_WITH_TIMEOUT(desk->openStation()->sync().status().acknowledged, head(*desk), patience);
    m_sent = head(*desk);
}

void tst_Rollback::sql(const QByteArray& statements) {
    auto connection = sqlite::Connection::open(desk() + QStringLiteral("/journal.sqlite"));
    QVERIFY(connection);
    QVERIFY2((*connection)->execute(statements.constData()), statements.constData());
}

void tst_Rollback::copy(const QString& from, const QString& to) {
    QDir(to).removeRecursively();
    QCOMPARE(QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-a"), from, to}), 0);
}

QStringList tst_Rollback::doubts(station::Station& desk) {
    QStringList codes;
    for (const domain::ports::FileDoubt& doubt : desk.counter()->sync().doubts())
        codes << (doubt.blocks ? doubt.why.code : doubt.why.code + QStringLiteral(" told"));
    return codes;
}

QStringList tst_Rollback::olderCopies(station::Station& desk) {
    QStringList codes;
    const auto events = desk.openStation()->unlocked().securityLog().events({{}, {}, domain::SecurityKind::OlderCopy});
    for (const domain::SecurityEvent& event : *events)
        codes << domain::errorIn(event.about).code;
    return codes;
}

/// Here and there the same, each record once, and the work goes on.
void tst_Rollback::isWhole(station::Station& desk, int dossiers) {
    QTRY_VERIFY_WITH_TIMEOUT(head(desk) >= m_sent, patience);
    QTRY_COMPARE_WITH_TIMEOUT(doubts(desk).filter(QStringLiteral("told")), doubts(desk), patience);
    QCOMPARE(work(desk, 2), QString());
    QTRY_COMPARE_WITH_TIMEOUT(desk.openStation()->sync().status().acknowledged, head(desk), patience);
    const QJsonObject check = m_gateway->check();
    for (const char* fault : {"gaps", "doubled", "lost"})
        QCOMPARE(check.value(QLatin1String(fault)).toInt(-1), 0);
    QCOMPARE(check.value(QLatin1String("events")).toInteger(), head(desk));
    QTRY_COMPARE_WITH_TIMEOUT(desk.counter()->archive().dossiers({})->size(), static_cast<size_t>(dossiers + 2), patience);
    QVERIFY(journal::verify(desk.directory())->faults.empty());
}

void tst_Rollback::rowsDeletedByHand_data() {
    QTest::addColumn<QByteArray>("statements");
    QTest::addColumn<QString>("doubt");
    const QByteArray rows = "DELETE FROM record WHERE seq > 40;";
    const QByteArray mark =
        "UPDATE fact SET value = CAST('40' AS BLOB) WHERE name = 'acknowledged';"
        "UPDATE fact SET value = (SELECT CAST(lower(hex(hash)) AS BLOB) FROM record WHERE seq = 40) WHERE name = 'acknowledged-head';";
    QTest::newRow("rows") << rows << rolledBack;
    QTest::newRow("rows and mark") << rows + mark << rolledBack;
    QTest::newRow("rows, mark and what is sealed") << rows + mark + "DELETE FROM standing;" << QStringLiteral("journal.standing-missing");
    QTest::newRow("all rows") << QByteArray("DELETE FROM record;") << rolledBack;
}

void tst_Rollback::rowsDeletedByHand() {
    QFETCH(QByteArray, statements);
    QFETCH(QString, doubt);
    workAndSend(50);
    sql(statements);
    {
        const auto desk = opened(Line::Down);
        QVERIFY(desk);
        QVERIFY(doubts(*desk).contains(doubt));
        QVERIFY(!work(*desk, 1).isEmpty());
    }
    const auto desk = opened(Line::Up);
    QVERIFY(desk);
    isWhole(*desk, 50);
}

void tst_Rollback::anOlderCopyIsNoticedAtTheFirstContact_data() {
    QTest::addColumn<int>("dossiers");
    QTest::newRow("of before the first record") << 0;
    QTest::newRow("of the day") << 20;
}

void tst_Rollback::anOlderCopyIsNoticedAtTheFirstContact() {
    QFETCH(int, dossiers);
    workAndSend(dossiers);
    copy(desk(), kept());
    workAndSend(50 - dossiers);
    copy(kept(), desk());
    const auto desk = opened(Line::Up);
    QVERIFY(desk);
    isWhole(*desk, 50);
    QCOMPARE(olderCopies(*desk), QStringList{olderCopy});
}

void tst_Rollback::workOnAnOlderCopyIsSetAside() {
    workAndSend(20);
    copy(desk(), kept());
    workAndSend(10);
    copy(kept(), desk());
    {
        const auto desk = opened(Line::Down);
        QVERIFY(desk);
        QCOMPARE(work(*desk, 15), QString());
    }
    const auto desk = opened(Line::Up);
    QVERIFY(desk);
    QTRY_COMPARE_WITH_TIMEOUT(head(*desk), m_sent, patience);
    QTRY_COMPARE_WITH_TIMEOUT(desk->openStation()->sync().status().refusals, 30, patience);
    const auto aside = desk->counter()->sync().refusals();
    QVERIFY(aside);
    QCOMPARE(aside->size(), 30U);
    QCOMPARE(aside->front().reason, QStringLiteral("record.set-aside"));
    QVERIFY(!aside->front().code.isEmpty());
    QVERIFY(desk->openStation()->unlocked().exchange().refusedEvent(aside->front().seq));
    for (const domain::ports::RefusedItem& item : *aside)
        QVERIFY(desk->openStation()->unlocked().exchange().takeOut(item.seq));
    QVERIFY(desk->counter()->sync().refusals()->empty());
    isWhole(*desk, 30);
}

void tst_Rollback::twoCopiesAtWorkDoubleNothing() {
    workAndSend(5);
    copy(desk(), kept());
    const auto copyAtWork = opened(Line::Up, kept());
    QVERIFY(copyAtWork);
    QTRY_COMPARE_WITH_TIMEOUT(copyAtWork->openStation()->sync().status().acknowledged, m_sent, patience);
    workAndSend(5);
    QCOMPARE(work(*copyAtWork, 3), QString());
    QTRY_COMPARE_WITH_TIMEOUT(copyAtWork->openStation()->sync().status().refusals, 6, patience);
    isWhole(*copyAtWork, 10);
}

void tst_Rollback::aBackupIsTheSameWayOn() {
    workAndSend(20);
    QVERIFY(journal::copyStation(desk(), kept()));
    workAndSend(30);
    QDir(desk()).removeRecursively();
    QVERIFY(journal::copyStation(kept(), desk()));
    const auto desk = opened(Line::Up);
    QVERIFY(desk);
    isWhole(*desk, 50);
}

void tst_Rollback::whatNeverArrivedIsSaid() {
    workAndSend(5);
    {
        const auto desk = opened(Line::Down);
        QVERIFY(desk);
        QCOMPARE(work(*desk, 5), QString());
    }
    sql("DELETE FROM record WHERE seq > " + QByteArray::number(m_sent - 2));
    const auto desk = opened(Line::Up);
    QVERIFY(desk);
    QTRY_COMPARE_WITH_TIMEOUT(doubts(*desk), QStringList{QStringLiteral("journal.lost told")}, patience);
    QCOMPARE(desk->counter()->sync().doubts().front().why.detail.value(QStringLiteral("missing")), QStringLiteral("10"));
    QVERIFY(desk->openStation()->unlocked().exchange().seen(QStringLiteral("journal.lost")));
    QCOMPARE(doubts(*desk), QStringList());
    isWhole(*desk, 5);
}

void tst_Rollback::attemptsResetByHand() {
    workAndSend(2);
    {
        station::StationSetup setup;
        setup.directory = desk();
        setup.journal.cost = {1, 64, 1};
        const auto data = journal::StationData::open(setup.directory, setup.journal);
        QVERIFY(data);
        QVERIFY(!(*data)->check(clerk, QStringLiteral("a guess of a thief")));
    }
    sql("UPDATE attempt SET failures = 0, until = 0; DELETE FROM tried");
    {
        const auto desk = opened(Line::Down);
        QVERIFY(desk);
        QCOMPARE(doubts(*desk), QStringList{QStringLiteral("journal.attempts-reset")});
        QCOMPARE(work(*desk, 1), QStringLiteral("journal.attempts-reset"));
    }
    const auto desk = opened(Line::Up);
    QVERIFY(desk);
    QTRY_COMPARE_WITH_TIMEOUT(doubts(*desk), QStringList{QStringLiteral("journal.attempts-reset told")}, patience);
    isWhole(*desk, 2);
}

void tst_Rollback::withATpmAtOnce_data() {
    QTest::addColumn<bool>("closed");
    QTest::newRow("a copy of before") << true;
    QTest::newRow("a copy from within the session") << false;
}

void tst_Rollback::withATpmAtOnce() {
    QFETCH(bool, closed);
    Swtpm tpm(m_directory->filePath(QStringLiteral("tpm")));
    QVERIFY(tpm.start());
    m_tpm = tpm.tcti();
    workAndSend(5);
    if (closed)
        copy(desk(), kept());
    {
        const auto desk = opened(Line::Down);
        QVERIFY(desk);
        QCOMPARE(doubts(*desk), QStringList());
        QVERIFY(desk->counter()->sync().noticesCopiesAtOnce());
        if (!closed)
            copy(this->desk(), kept());
        QCOMPARE(work(*desk, 3), QString());
    }
    // What was left as it is, is not old.
    for (int again = 0; again < 2; ++again) {
        const auto desk = opened(Line::Down);
        QVERIFY(desk);
        QCOMPARE(doubts(*desk), QStringList());
    }
    copy(kept(), desk());
    {
        const auto desk = opened(Line::Down);
        QVERIFY(desk);
        QCOMPARE(doubts(*desk), QStringList{QStringLiteral("journal.copy-seen")});
        QCOMPARE(olderCopies(*desk), QStringList{QStringLiteral("journal.copy-seen")});
        QCOMPARE(work(*desk, 1), QStringLiteral("journal.copy-seen"));
    }
    // A number taken out of the file is no way around it.
    copy(kept(), desk());
    sql("DELETE FROM standing");
    const auto desk = opened(Line::Up);
    QVERIFY(desk);
    isWhole(*desk, 5);
}

void tst_Rollback::aClosedAccountsOldSlotOpensNothingNew() {
    workAndSend(2);
    const QString supervisor = QStringLiteral("minh.tv");
    const QString known = QStringLiteral("gió nhẹ bến đò xưa");
    {
        const auto desk = opened(Line::Up);
        QVERIFY(desk);
        QVERIFY(desk->openStation()->unlocked().addUser(supervisor, known));
    }
    copy(desk(), kept());
    {
        const auto desk = opened(Line::Up);
        QVERIFY(desk);
        QCOMPARE(m_gateway->run({"deactivate-account", "--unit", m_gateway->unit(), "--login", supervisor}).exitCode, 0);
        QTRY_VERIFY_WITH_TIMEOUT(!desk->openStation()->unlocked().hasUser(supervisor).value_or(true), patience);
        QCOMPARE(work(*desk, 1), QString());
        QTRY_COMPARE_WITH_TIMEOUT(desk->openStation()->sync().status().acknowledged, head(*desk), patience);
    }
    // The old copy with its slot, and the new rows.
    {
        auto connection = sqlite::Connection::open(kept() + QStringLiteral("/journal.sqlite"));
        QVERIFY(connection);
        const QByteArray put = "ATTACH '" + desk().toUtf8() + "/journal.sqlite" +
                               "' AS new;"
                               "INSERT INTO record SELECT * FROM new.record WHERE seq > (SELECT max(seq) FROM record)";
        QVERIFY((*connection)->execute(put.constData()));
    }
    station::StationSetup setup;
    setup.journal.cost = {1, 64, 1};
    const auto data = journal::StationData::open(kept(), setup.journal);
    QVERIFY(data);
    const auto unlocked = (*data)->unlock(supervisor, known, journal::UnlockMode::Rescue);
    QVERIFY(unlocked);
    auto connection = sqlite::Connection::open(desk() + QStringLiteral("/journal.sqlite"));
    QVERIFY(connection);
    auto statement = (*connection)->prepare("SELECT dossier, count(*) FROM record WHERE dossier IS NOT NULL GROUP BY dossier ORDER BY max(seq)");
    std::vector<size_t> readable;
    QVERIFY(statement.each([&] {
        const auto history = (*unlocked)->journal().history(domain::DossierId(statement.uuid(0)));
        readable.push_back(history ? history->size() : 99);
    }));
    QCOMPARE(readable, (std::vector<size_t>{2, 2, 0}));
}

QTEST_MAIN(tst_Rollback)
#include "tst_Rollback.moc"
