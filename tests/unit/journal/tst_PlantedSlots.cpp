#include "app/journal/keys/Doors.h"
#include "app/journal/keys/KeySlots.h"
#include "app/journal/keys/RecoverySlot.h"
#include "app/journal/keys/SlotList.h"
#include "app/journal/log/Verify.h"
#include "app/journal/standing/Standing.h"
#include "app/sqlite/Connection.h"
#include "sync/protocol/Act.h"
#include "tests/support/sqlite/StationBench.h"

#include <QFile>
#include <QTest>

#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

using namespace motcua;
using journal::SlotList;
using test::StationBench;

/// Whoever can write a desk's file and knows no password puts slots, doors and keys into it, and sets parts of it back: nothing of it counts, nothing
/// waits for it, and it is told.
class tst_PlantedSlots : public QObject {
    Q_OBJECT

private slots:
    void init();

    void whatIsPlantedGetsNoKey_data();
    void whatIsPlantedGetsNoKey();
    void aPlantedSlotKeepsNoEpochFromBeginning();
    void aDueEpochIsNotBelieved();
    void theProvincesSlotIsPutBack();
    void theProvincesKeyTakenOutIsTold();
    void withoutTheListNobodyElseCounts();
    void aListUnderAKeyOfBeforeIsNone();
    void partsSetBackShow_data();
    void partsSetBackShow();
    void aFileOfBeforeGoesOn_data();
    void aFileOfBeforeGoesOn();
    void aFileOfBeforePutBackGivesNoKey_data();
    void aFileOfBeforePutBackGivesNoKey();

private:
    /// Makes a key of the province's; the PEM of its public half.
    QByteArray makeProvince();
    base::Outcome unlockAs(const QString& login, journal::UnlockMode mode = journal::UnlockMode::Normal);
    /// One who leaves: an epoch begins.
    void leave(const QString& login) {
        QVERIFY(unlockAs(QString::fromLatin1(StationBench::login)));
        QVERIFY(m_bench->unlocked().removeUser(login));
    }
    QStringList doubts() const;
    QStringList told();
    QList<QByteArray> rows(const QByteArray& query);
    qint64 number(const QByteArray& query) { return rows(query).value(0).toLongLong(); }
    void sql(const QByteArray& statements);
    void keep() {
        m_bench->close();
        QFile::remove(kept());
        QVERIFY(QFile::copy(m_bench->databaseFile(), kept()));
    }
    /// Rows of the file that was kept, in the place of today's.
    void setBack(const QStringList& tables, const QByteArray& more = {});
    QString kept() const { return m_bench->directory() + QStringLiteral(".kept"); }
    /// Makes of the file what the programs of before left: rows of their own, the end of the log and what is due as facts, slots that promise no
    /// more.
    void makeOfBefore(bool hasDoors);
    /// Works on the standing with the key of a user.
    void openAs(const QString& login, const std::function<void(sqlite::Connection&, const journal::KeySlots::Opened&)>& work);
    void open(const std::function<void(sqlite::Connection&, const journal::KeySlots::Opened&)>& work) {
        openAs(QString::fromLatin1(StationBench::login), work);
    }
    bool opensForThief(const QByteArray& sealed) const { return journal::recovery::open(sealed, m_thief.get()).has_value(); }

    std::unique_ptr<StationBench> m_bench;
    protocol::KeyPointer m_province;
    protocol::KeyPointer m_thief;
    QByteArray m_thiefKey; ///< hex of its public half
};

namespace {

const QString minh = QStringLiteral("minh.tv");
const QString duc = QStringLiteral("duc.pv");
const QString slotsChanged = QStringLiteral("journal.slots-changed told");

QString passwordOf(const QString& login) {
    return login == QLatin1String(StationBench::login) ? QString::fromUtf8(StationBench::password) : QStringLiteral("mật khẩu của ") + login;
}

QByteArray pemOf(EVP_PKEY* key) {
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_PUBKEY(bio.get(), key);
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<qsizetype>(size)};
}

}

void tst_PlantedSlots::init() {
    m_bench = std::make_unique<StationBench>();
    QVERIFY(m_bench->create());
    QVERIFY(m_bench->unlock());
    for (const QString& login : {minh, duc})
        QVERIFY(m_bench->unlocked().addUser(login, passwordOf(login)));
    QVERIFY(m_bench->append({m_bench->job(1).events().front()}));
    m_thief.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    unsigned char* der = nullptr;
    const int size = i2d_PUBKEY(m_thief.get(), &der);
    m_thiefKey = QByteArray(reinterpret_cast<const char*>(der), size).toHex();
    OPENSSL_free(der);
}

QByteArray tst_PlantedSlots::makeProvince() {
    m_province.reset(EVP_RSA_gen(2048));
    return pemOf(m_province.get());
}

base::Outcome tst_PlantedSlots::unlockAs(const QString& login, journal::UnlockMode mode) {
    if (const auto opened = m_bench->open(); !opened)
        return opened;
    auto unlocked = m_bench->data().unlock(login, passwordOf(login), mode);
    if (!unlocked)
        return base::fail(unlocked.error());
    m_bench->take(std::move(*unlocked));
    return base::done();
}

QStringList tst_PlantedSlots::doubts() const {
    QStringList codes;
    for (const domain::ports::FileDoubt& doubt : m_bench->unlocked().exchange().doubts())
        codes << (doubt.blocks ? doubt.why.code : doubt.why.code + QStringLiteral(" told"));
    return codes;
}

/// What the security log says of the file.
QStringList tst_PlantedSlots::told() {
    if (!m_bench->unlocked().signedIn(QString::fromLatin1(StationBench::login)))
        return {QStringLiteral("not signed in")};
    QStringList codes;
    const auto events = m_bench->unlocked().securityLog().events({});
    for (const domain::SecurityEvent& event : *events)
        if (event.kind == domain::SecurityKind::FileChanged)
            codes << domain::errorIn(event.about).code;
    return codes;
}

QList<QByteArray> tst_PlantedSlots::rows(const QByteArray& query) {
    QList<QByteArray> values;
    auto connection = sqlite::Connection::open(m_bench->databaseFile());
    auto statement = (*connection)->prepare(query);
    (void)statement.each([&] { values << statement.bytes(0); });
    return values;
}

void tst_PlantedSlots::sql(const QByteArray& statements) {
    m_bench->close();
    auto connection = sqlite::Connection::open(m_bench->databaseFile());
    QVERIFY(connection);
    const auto done = (*connection)->execute(statements.constData());
    QVERIFY2(done, done ? "" : qPrintable(done.error().toLogLine()));
}

void tst_PlantedSlots::setBack(const QStringList& tables, const QByteArray& more) {
    QByteArray statements = "ATTACH '" + kept().toUtf8() + "' AS old;";
    for (const QString& table : tables)
        statements += QStringLiteral("DELETE FROM %1; INSERT INTO %1 SELECT * FROM old.%1;").arg(table).toUtf8();
    sql(statements + more);
}

void tst_PlantedSlots::openAs(const QString& login, const std::function<void(sqlite::Connection&, const journal::KeySlots::Opened&)>& work) {
    m_bench->close();
    auto connection = sqlite::Connection::open(m_bench->databaseFile());
    QVERIFY(connection);
    const auto identity = journal::schema::check(**connection);
    QVERIFY(identity);
    const auto opened = journal::KeySlots(**connection, *identity, m_bench->clock, m_bench->options().cost).unlock(login, passwordOf(login));
    QVERIFY(opened);
    work(**connection, *opened);
}

void tst_PlantedSlots::whatIsPlantedGetsNoKey_data() {
    QTest::addColumn<QByteArray>("statements");
    QTest::addColumn<bool>("removal");
    QTest::addColumn<bool>("withoutPassword"); ///< verify tells it before the next unlock
    const QByteArray slot = "INSERT INTO slot SELECT zeroblob(32), salt, passes, kibibytes, lanes, sealed FROM slot LIMIT 1;";
    const QByteArray door = "INSERT INTO door VALUES(zeroblob(32), x'THIEF', zeroblob(149), x'');";
    const QByteArray due = "INSERT OR REPLACE INTO fact VALUES('epoch-due', CAST('1' AS BLOB));";
    QTest::newRow("a slot with a door, and an epoch due") << slot + door + due << false << true;
    QTest::newRow("a slot with a door") << slot + door << true << true;
    QTest::newRow("a door alone") << door << true << true;
    QTest::newRow("the doors' public halves exchanged") << QByteArray("UPDATE door SET public = x'THIEF'") << true << true;
    QTest::newRow("and what verify looks at taken away") << slot + door + "DELETE FROM fact WHERE name = 'slots-digest'" << true << false;
    QTest::newRow("and the province's slot emptied") << slot + door + "UPDATE fact SET value = x'' WHERE name = 'recovery'" << true << true;
}

void tst_PlantedSlots::whatIsPlantedGetsNoKey() {
    QFETCH(QByteArray, statements);
    QFETCH(bool, removal);
    QFETCH(bool, withoutPassword);
    sql(statements.replace("THIEF", m_thiefKey));
    QCOMPARE(journal::verify(m_bench->directory())->faults.empty(), !withoutPassword);
    QVERIFY(unlockAs(QString::fromLatin1(StationBench::login)));
    QVERIFY(doubts().contains(slotsChanged));
    QCOMPARE(told(), QStringList{QStringLiteral("journal.slots-changed")});
    // It is told once, and work goes on.
    QVERIFY(m_bench->append({m_bench->job(2).events().front()}));
    QVERIFY(unlockAs(minh));
    QCOMPARE(told(), QStringList{QStringLiteral("journal.slots-changed")});
    if (removal)
        leave(duc);
    QCOMPARE(number("SELECT count(*) FROM epoch"), removal ? 1 : 0);
    QCOMPARE(number("SELECT count(*) FROM slot"), removal ? 2 : 3);
    QCOMPARE(rows("SELECT slot FROM door WHERE public = x'" + m_thiefKey + "'"), QList<QByteArray>());
    for (const QByteArray& sealed : rows("SELECT sealed FROM door"))
        QVERIFY(sealed.isEmpty() || !opensForThief(sealed));
    // Nobody lost their way in.
    QVERIFY(unlockAs(minh));
    QVERIFY(unlockAs(QString::fromLatin1(StationBench::login)));
    m_bench->close();
    QVERIFY(journal::verify(m_bench->directory())->faults.empty());
}

void tst_PlantedSlots::aPlantedSlotKeepsNoEpochFromBeginning() {
    // While the desk is open, too.
    {
        auto connection = sqlite::Connection::open(m_bench->databaseFile());
        QVERIFY((*connection)->execute("INSERT INTO slot SELECT zeroblob(32), salt, passes, kibibytes, lanes, sealed FROM slot LIMIT 1"));
    }
    QVERIFY(m_bench->unlocked().removeUser(duc));
    QCOMPARE(number("SELECT count(*) FROM epoch"), 1);
    QVERIFY(doubts().contains(slotsChanged));
}

void tst_PlantedSlots::aDueEpochIsNotBelieved() {
    sql("INSERT OR REPLACE INTO fact VALUES('epoch-due', CAST('1' AS BLOB))");
    QVERIFY(unlockAs(minh));
    QCOMPARE(number("SELECT count(*) FROM epoch"), 0);
    QCOMPARE(doubts(), QStringList());
}

void tst_PlantedSlots::theProvincesSlotIsPutBack() {
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->unlock());
    const QByteArray pem = makeProvince();
    QVERIFY(m_bench->unlocked().setRecoveryKey(pem));
    for (const char* value : {"x''", "x'0102'"}) {
        sql("UPDATE fact SET value = " + QByteArray(value) + " WHERE name = 'recovery'");
        QVERIFY(unlockAs(minh));
        QVERIFY(doubts().contains(slotsChanged));
        QVERIFY(journal::recovery::open(rows("SELECT value FROM fact WHERE name = 'recovery'").value(0), m_province.get()));
    }
    // Another key of the province is not taken, by whatever way.
    sql("DELETE FROM secret WHERE name = 'recovery-key'");
    QVERIFY(unlockAs(minh));
    QVERIFY(m_bench->unlocked().syncStore().keepRecoveryKey(pemOf(m_thief.get())));
    QCOMPARE(number("SELECT count(*) FROM secret WHERE name = 'recovery-key'"), 0);
    QVERIFY(m_bench->unlocked().syncStore().keepRecoveryKey(pem));
    leave(duc);
    QVERIFY(journal::recovery::open(rows("SELECT value FROM fact WHERE name = 'recovery'").value(0), m_province.get()));
}

/// An epoch cannot be sealed to a key that is not there: that it waits is told, also after somebody has seen to it.
void tst_PlantedSlots::theProvincesKeyTakenOutIsTold() {
    const QString gone = QStringLiteral("journal.recovery-key-gone");
    const QByteArray pem = makeProvince();
    QVERIFY(m_bench->unlocked().setRecoveryKey(pem));
    m_bench->close();
    QVERIFY(journal::verify(m_bench->directory())->faults.empty());
    sql("DELETE FROM secret WHERE name = 'recovery-key'");
    const auto verified = journal::verify(m_bench->directory());
    QCOMPARE(verified->faults.size(), size_t(1));
    QVERIFY2(verified->faults.front().place.contains(QStringLiteral("recovery key")), qPrintable(verified->faults.front().place));
    QVERIFY(unlockAs(QString::fromLatin1(StationBench::login)));
    QCOMPARE(doubts(), QStringList{gone + QStringLiteral(" told")});
    QCOMPARE(told(), QStringList{gone});
    m_bench->close();
    QCOMPARE(journal::verify(m_bench->directory())->faults.size(), size_t(1));
    QVERIFY(unlockAs(QString::fromLatin1(StationBench::login)));
    // Seen to, it is not told again, until an epoch has to wait for it.
    QVERIFY(m_bench->unlocked().exchange().seen(gone));
    QVERIFY(unlockAs(minh));
    QCOMPARE(doubts(), QStringList());
    leave(duc);
    QCOMPARE(number("SELECT count(*) FROM epoch"), 0);
    QCOMPARE(doubts(), QStringList{gone + QStringLiteral(" told")});
    QVERIFY(m_bench->unlocked().exchange().seen(gone));
    QVERIFY(unlockAs(minh));
    QCOMPARE(doubts(), QStringList{gone + QStringLiteral(" told")});
    QCOMPARE(told(), QStringList{gone});
    // The province says it again.
    QVERIFY(m_bench->unlocked().syncStore().keepRecoveryKey(pem));
    QVERIFY(unlockAs(minh));
    QCOMPARE(number("SELECT count(*) FROM epoch"), 1);
    QVERIFY(journal::recovery::open(rows("SELECT value FROM fact WHERE name = 'recovery'").value(0), m_province.get()));
    QVERIFY(m_bench->unlocked().exchange().seen(gone));
    m_bench->close();
    QVERIFY(journal::verify(m_bench->directory())->faults.empty());
    // Taken out again, it is told again.
    sql("DELETE FROM secret WHERE name = 'recovery-key'");
    QVERIFY(unlockAs(minh));
    QCOMPARE(doubts(), QStringList{gone + QStringLiteral(" told")});
    QCOMPARE(told(), (QStringList{gone, gone}));
}

/// The row that says who counts taken away, and something planted.
void tst_PlantedSlots::withoutTheListNobodyElseCounts() {
    sql("DELETE FROM standing; INSERT INTO slot SELECT zeroblob(32), salt, passes, kibibytes, lanes, sealed FROM slot LIMIT 1;"
        "INSERT INTO door VALUES(zeroblob(32), x'" +
        m_thiefKey + "', zeroblob(149), x''); UPDATE door SET public = x'" + m_thiefKey + "'");
    QVERIFY(unlockAs(minh));
    QVERIFY(doubts().contains(QStringLiteral("journal.standing-missing")));
    // Who unlocks counts again, with a door of their own.
    QVERIFY(unlockAs(QString::fromLatin1(StationBench::login)));
    leave(duc);
    QCOMPARE(number("SELECT count(*) FROM epoch"), 1);
    for (const QByteArray& sealed : rows("SELECT sealed FROM door"))
        QVERIFY(sealed.isEmpty() || !opensForThief(sealed));
    QVERIFY(unlockAs(minh));
}

/// Who left knows the keys of before, and seals a list of their own.
void tst_PlantedSlots::aListUnderAKeyOfBeforeIsNone() {
    leave(duc);
    open([&](sqlite::Connection& connection, const journal::KeySlots::Opened& opened) {
        const auto old = std::make_shared<journal::KeyRing>(opened.ring->key(0), 0);
        journal::Standing standing(connection, m_bench->station.value(), journal::Sealer(opened.ring));
        const auto parts = standing.parts();
        QVERIFY(parts && *parts);
        journal::Standing forged(connection, m_bench->station.value(), journal::Sealer(old));
        QVERIFY(forged.begin(**parts));
        auto list = SlotList::read(forged);
        QVERIFY(list && *list);
        (*list)->counted[QByteArray(32, '\0')] = {QByteArray::fromHex(m_thiefKey), "secret", {}};
        QVERIFY((*list)->write(forged));
        QVERIFY(connection.execute("INSERT INTO slot SELECT zeroblob(32), salt, passes, kibibytes, lanes, sealed FROM slot LIMIT 1"));
    });
    QVERIFY(unlockAs(minh));
    QVERIFY(doubts().contains(QStringLiteral("journal.standing-missing")));
    QVERIFY(m_bench->unlocked().removeUser(QString::fromLatin1(StationBench::login)));
    QCOMPARE(number("SELECT count(*) FROM epoch"), 2);
    QCOMPARE(rows("SELECT slot FROM door WHERE public = x'" + m_thiefKey + "'"), QList<QByteArray>());
}

void tst_PlantedSlots::partsSetBackShow_data() {
    QTest::addColumn<QStringList>("tables");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("doubt");
    const QByteArray attemptKey = "INSERT OR REPLACE INTO fact SELECT * FROM old.fact WHERE name = 'attempt-key';";
    const QStringList attempts{"attempt", "tried"};
    const QString log = QStringLiteral("journal.security-log-changed told");
    QTest::newRow("the security log") << QStringList{"security"} << QByteArray() << log;
    QTest::newRow("its last line") << QStringList() << QByteArray("DELETE FROM security WHERE seq = (SELECT max(seq) FROM security)") << log;
    QTest::newRow("the attempts") << attempts << attemptKey << QStringLiteral("journal.attempts-reset");
    QTest::newRow("the log with what is sealed") << QStringList{"security", "standing"} << QByteArray() << QStringLiteral("journal.rolled-back");
    QTest::newRow("the attempts with what is sealed") << attempts + QStringList{"standing"} << attemptKey << QStringLiteral("journal.rolled-back");
    QTest::newRow("both") << attempts + QStringList{"security", "standing"} << attemptKey << QStringLiteral("journal.rolled-back");
}

void tst_PlantedSlots::partsSetBackShow() {
    QFETCH(QStringList, tables);
    QFETCH(QByteArray, more);
    QFETCH(QString, doubt);
    QVERIFY(m_bench->unlocked().signedIn(QString::fromLatin1(StationBench::login)));
    keep();
    QVERIFY(unlockAs(minh));
    QVERIFY(m_bench->unlocked().signedIn(minh));
    QVERIFY(m_bench->append({m_bench->job(2).events().front()}));
    QVERIFY(!m_bench->data().check(minh, QStringLiteral("a guess of a thief")));
    m_bench->clock.pass(60);
    QCOMPARE(doubts(), QStringList());
    setBack(tables, more);
    QVERIFY(unlockAs(minh));
    QVERIFY2(doubts().contains(doubt), qPrintable(doubts().join(QLatin1Char(' '))));
    QVERIFY(told().contains(QString(doubt).remove(QStringLiteral(" told"))));
    // What was told is not told again.
    QVERIFY(unlockAs(minh));
    QCOMPARE(told().count(QString(doubt).remove(QStringLiteral(" told"))), 1);
}

void tst_PlantedSlots::aFileOfBeforeGoesOn_data() {
    QTest::addColumn<bool>("hasDoors");
    QTest::newRow("with doors") << true;
    QTest::newRow("whose colleague has none yet") << false;
}

void tst_PlantedSlots::makeOfBefore(bool hasDoors) {
    for (const QString& login : {QString::fromLatin1(StationBench::login), minh, duc})
        openAs(login, [&](sqlite::Connection& connection, const journal::KeySlots::Opened& opened) {
            const QByteArray plain = opened.ring->newestKey()->bytes().toByteArray() + "standing";
            const auto slot = journal::Sealer(opened.wrapping).seal(plain, {m_bench->station.value(), 0, "slot:" + opened.slot});
            QVERIFY(connection.prepare("UPDATE slot SET sealed = ?2 WHERE id = ?1").bind(opened.slot, *slot).run());
        });
    open([&](sqlite::Connection& connection, const journal::KeySlots::Opened& opened) {
        const QUuid station = m_bench->station.value();
        const journal::Sealer sealer(opened.ring);
        const auto parts = journal::Standing(connection, station, journal::Sealer(opened.ring)).parts();
        QVERIFY(parts && *parts);
        QVERIFY(connection.execute("DELETE FROM standing; DELETE FROM fact WHERE name = 'slots-digest';"
                                   "UPDATE fact SET value = CAST('6' AS BLOB) WHERE name = 'schema';"));
        for (const auto& [name, value] : **parts) {
            const bool isEnd = name == journal::Standing::securityPart;
            const auto sealed = sealer.seal(value, {station, 0, isEnd ? name : "standing:" + name});
            auto put = connection.prepare(isEnd ? "INSERT INTO fact VALUES(?1, ?2)" : "INSERT INTO standing VALUES(?1, ?2)");
            if (name != journal::Standing::slotsPart)
                QVERIFY(put.bind(QString::fromLatin1(name), *sealed).run());
        }
        if (!hasDoors)
            QVERIFY(connection.execute("DELETE FROM door"));
    });
}

void tst_PlantedSlots::aFileOfBeforeGoesOn() {
    QFETCH(bool, hasDoors);
    QVERIFY(m_bench->unlocked().signedIn(QString::fromLatin1(StationBench::login)));
    makeOfBefore(hasDoors);
    QVERIFY(journal::verify(m_bench->directory())->faults.empty());
    QVERIFY(unlockAs(QString::fromLatin1(StationBench::login)));
    QCOMPARE(doubts(), QStringList());
    QVERIFY(m_bench->unlocked().securityReader({})()->faults.isEmpty());
    QCOMPARE(number("SELECT count(*) FROM standing"), 1);
    // The list begins with a key of its own.
    QCOMPARE(number("SELECT count(*) FROM epoch"), hasDoors ? 1 : 0);
    // An epoch waits for the door of the colleague, and for nobody else's.
    QVERIFY(m_bench->unlocked().removeUser(duc));
    QCOMPARE(number("SELECT count(*) FROM epoch"), hasDoors ? 2 : 0);
    QVERIFY(unlockAs(minh));
    QCOMPARE(number("SELECT count(*) FROM epoch"), hasDoors ? 2 : 1);
    QCOMPARE(doubts(), QStringList());
    QVERIFY(unlockAs(QString::fromLatin1(StationBench::login)));
    QVERIFY(m_bench->append({m_bench->job(2).events().front()}));
    // Rows of before, put back, are no way back.
    sql("DELETE FROM standing");
    QVERIFY(unlockAs(QString::fromLatin1(StationBench::login)));
    QVERIFY(doubts().contains(QStringLiteral("journal.standing-missing")));
}

void tst_PlantedSlots::aFileOfBeforePutBackGivesNoKey_data() {
    QTest::addColumn<QStringList>("tables");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<bool>("late"); ///< who unlocks next has not unlocked since
    const QByteArray facts = "DELETE FROM fact WHERE name IN ('attempt-key', 'slots-digest', 'recovery-digest', 'epoch-due');"
                             "INSERT INTO fact SELECT * FROM old.fact WHERE name IN ('attempt-key', 'slots-digest');"
                             "INSERT OR REPLACE INTO standing SELECT name, value FROM old.fact WHERE name = 'security-end';";
    const QStringList standing{"standing", "security", "attempt", "tried"};
    const QStringList keys{"slot", "door", "person"};
    for (const bool late : {false, true}) {
        const auto row = [late](const char* name) -> QTestData& { return QTest::addRow("%s, %s", name, late ? "not here since" : "here since"); };
        row("the standing") << standing << facts << late;
        row("the standing and the slots") << standing + keys << facts << late;
        row("the standing, the slots and the keys") << standing + keys + QStringList{"epoch"} << facts << late;
        row("the standing and the keys") << standing + QStringList{"door", "epoch"} << facts << late;
    }
}

/// A copy of what the program of before left, put back by parts after this program has been at work, with something planted.
void tst_PlantedSlots::aFileOfBeforePutBackGivesNoKey() {
    QFETCH(QStringList, tables);
    QFETCH(QByteArray, more);
    QFETCH(bool, late);
    QVERIFY(m_bench->unlocked().signedIn(QString::fromLatin1(StationBench::login)));
    makeOfBefore(true);
    keep();
    for (const QString& login : {QString::fromLatin1(StationBench::login), duc, late ? duc : minh}) {
        QVERIFY(unlockAs(login));
        QVERIFY(m_bench->unlocked().signedIn(login));
    }
    QVERIFY(m_bench->append({m_bench->job(2).events().front()}));
    setBack(tables, more +
                        "INSERT INTO slot SELECT zeroblob(32), salt, passes, kibibytes, lanes, sealed FROM slot LIMIT 1;"
                        "INSERT INTO door VALUES(zeroblob(32), x'" +
                        m_thiefKey + "', zeroblob(149), x''); INSERT OR REPLACE INTO fact VALUES('epoch-due', CAST('1' AS BLOB))");
    // Whoever is let in is told; who is not is told that the file is damaged.
    const auto unlocked = unlockAs(minh);
    if (unlocked)
        QVERIFY2(!doubts().isEmpty(), "nothing was told");
    else
        QCOMPARE(unlocked.error().code, QStringLiteral("journal.damaged"));
    (void)unlockAs(minh);
    for (const QByteArray& sealed : rows("SELECT sealed FROM door"))
        QVERIFY2(sealed.isEmpty() || !opensForThief(sealed), "a data key lies behind a planted door");
}

QTEST_GUILESS_MAIN(tst_PlantedSlots)
#include "tst_PlantedSlots.moc"
