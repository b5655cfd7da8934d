#include "app/sqlite/Connection.h"
#include "app/sqlite/SqliteErrors.h"
#include "app/sqlite/Transaction.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace motcua::sqlite;

class tst_Connection : public QObject {
    Q_OBJECT

private slots:
    void opensDurably();
    void namesFaults_data();
    void namesFaults();
    void bindsAndReads();
    void rollsBackUnlessCommitted();
    void tellsHowTransactionsEnd();
    void refusesAForeignFile();
    void carriesADatabaseInMemory();
    void foldsWords_data();
    void foldsWords();
};

void tst_Connection::opensDurably() {
    QTemporaryDir directory;
    const auto connection = Connection::open(directory.filePath("a.sqlite"));
    QVERIFY(connection);
    QCOMPARE(*(*connection)->scalar("PRAGMA synchronous"), 2);
    auto mode = (*connection)->prepare("PRAGMA journal_mode");
    QVERIFY(*mode.next());
    QCOMPARE(mode.text(0), QStringLiteral("wal"));
}

void tst_Connection::namesFaults_data() {
    QTest::addColumn<int>("result");
    QTest::addColumn<QString>("code");
    QTest::newRow("full") << SQLITE_FULL << "sqlite.disk-full";
    QTest::newRow("corrupt index") << SQLITE_CORRUPT_INDEX << "sqlite.corrupt";
    QTest::newRow("not a database") << SQLITE_NOTADB << "sqlite.corrupt";
    QTest::newRow("busy snapshot") << SQLITE_BUSY_SNAPSHOT << "sqlite.busy";
    QTest::newRow("fsync") << SQLITE_IOERR_FSYNC << "sqlite.io";
    QTest::newRow("unique") << SQLITE_CONSTRAINT_UNIQUE << "sqlite.constraint";
    QTest::newRow("cannot open") << SQLITE_CANTOPEN_ISDIR << "sqlite.cannot-open";
    QTest::newRow("read only") << SQLITE_READONLY << "sqlite.read-only";
    QTest::newRow("memory") << SQLITE_NOMEM << "sqlite.no-memory";
    QTest::newRow("other") << SQLITE_MISUSE << "sqlite.failed";
}

void tst_Connection::namesFaults() {
    QFETCH(int, result);
    QFETCH(QString, code);
    QCOMPARE(errorOf(result).code, code);
    QCOMPARE(errorOf(result).retryable, code == "sqlite.busy");
}

void tst_Connection::bindsAndReads() {
    const auto memory = Connection::inMemory();
    QVERIFY(memory);
    QVERIFY((*memory)->execute("CREATE TABLE t(a INT, b TEXT, c BLOB, d BLOB)"));
    const QUuid uuid = QUuid::createUuid();
    for (int i = 0; i < 3; ++i)
        QVERIFY(
            (*memory)->prepare("INSERT INTO t VALUES(?1, ?2, ?3, ?4)").bind(i, QStringLiteral("Đường %1").arg(i), QByteArray("\0x", 2), uuid).run());
    QVERIFY((*memory)->prepare("INSERT INTO t VALUES(?1, ?2, ?3, ?4)").bind(9, QString(), QByteArray(""), QUuid()).run());
    auto read = (*memory)->prepare("SELECT a, b, c, d FROM t WHERE a >= ?1 ORDER BY a");
    read.bind(2);
    QVERIFY(*read.next());
    QCOMPARE(read.text(1), QStringLiteral("Đường 2"));
    QCOMPARE(read.bytes(2), QByteArray("\0x", 2));
    QCOMPARE(read.uuid(3), uuid);
    QVERIFY(*read.next());
    QVERIFY(!read.isNull(2));
    QVERIFY(read.isNull(3));
    QVERIFY(read.uuid(3).isNull());
    QVERIFY(!*read.next());
    QCOMPARE((*memory)->prepare("SELECT nonsense").next().error().code, QStringLiteral("sqlite.failed"));
}

void tst_Connection::rollsBackUnlessCommitted() {
    QTemporaryDir directory;
    const auto connection = Connection::open(directory.filePath("a.sqlite"));
    QVERIFY((*connection)->execute("CREATE TABLE t(a INT)"));
    for (const bool commit : {false, true}) {
        auto transaction = Transaction::begin(**connection);
        QVERIFY(transaction);
        QVERIFY((*connection)->execute("INSERT INTO t VALUES(1)"));
        if (commit)
            QVERIFY(transaction->commit());
    }
    QCOMPARE(*(*connection)->scalar("SELECT count(*) FROM t"), 1);
    OpenOptions impatient;
    impatient.busyTimeout = 1;
    const auto other = Connection::open(directory.filePath("a.sqlite"), impatient);
    const auto held = Transaction::begin(**connection);
    const auto refused = Transaction::begin(**other);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("sqlite.busy"));
}

void tst_Connection::tellsHowTransactionsEnd() {
    const auto memory = Connection::inMemory();
    QVERIFY(memory && (*memory)->execute("CREATE TABLE t(a INT)"));
    QByteArray heard;
    bool isRefused = false;
    (*memory)->watch({.beforeCommit = [&]() -> motcua::base::Outcome {
                          heard += "commit ";
                          if (isRefused)
                              return motcua::base::fail(QStringLiteral("sqlite.failed"));
                          return (*memory)->execute("INSERT INTO t VALUES(100)");
                      },
        .afterRollback = [&] { heard += "rollback "; }});
    {
        auto outer = Transaction::begin(**memory);
        auto inner = Transaction::begin(**memory);
        QVERIFY(outer && inner && (*memory)->execute("INSERT INTO t VALUES(1)") && inner->commit());
        QCOMPARE(heard, QByteArray());
        QVERIFY(outer->commit());
    }
    QCOMPARE(heard, QByteArray("commit "));
    QCOMPARE(*(*memory)->scalar("SELECT sum(a) FROM t"), 101);
    {
        const auto left = Transaction::begin(**memory);
        QVERIFY(left && (*memory)->execute("INSERT INTO t VALUES(1)"));
    }
    QCOMPARE(heard, QByteArray("commit rollback "));
    isRefused = true;
    {
        auto refused = Transaction::begin(**memory);
        QVERIFY(refused && (*memory)->execute("INSERT INTO t VALUES(1)"));
        QCOMPARE(refused->commit().error().code, QStringLiteral("sqlite.failed"));
    }
    QCOMPARE(heard, QByteArray("commit rollback commit rollback "));
    QCOMPARE(*(*memory)->scalar("SELECT sum(a) FROM t"), 101);
}

void tst_Connection::refusesAForeignFile() {
    QTemporaryDir directory;
    QFile file(directory.filePath("a.sqlite"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    QCOMPARE(Connection::open(file.fileName()).error().code, QStringLiteral("sqlite.corrupt"));
    QCOMPARE(Connection::open(directory.filePath("none/a.sqlite")).error().code, QStringLiteral("sqlite.cannot-open"));
    OpenOptions options;
    options.vfs = "no such vfs";
    QVERIFY(!Connection::open(directory.filePath("b.sqlite"), options));
}

void tst_Connection::carriesADatabaseInMemory() {
    const auto first = Connection::inMemory();
    QVERIFY((*first)->execute("CREATE VIRTUAL TABLE words USING fts5(text, tokenize='folding'); INSERT INTO words VALUES('Đặng Thị Lý')"));
    const auto image = (*first)->serialize();
    QVERIFY(image);
    const auto second = Connection::inMemory();
    QVERIFY((*second)->deserialize(*image));
    QVERIFY((*second)->execute("INSERT INTO words VALUES('Nguyễn')"));
    QCOMPARE(*(*second)->scalar("SELECT count(*) FROM words WHERE words MATCH 'dang'"), 1);
    QVERIFY((*second)->integrityFaults()->isEmpty());
}

void tst_Connection::foldsWords_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("found");
    QTest::newRow("stroke") << "Đường Bãi Cháy"
                            << "duong" << true;
    QTest::newRow("capital stroke") << "đặng"
                                    << "ĐẶNG" << true;
    QTest::newRow("two marks") << "Nguyễn Thị Ước"
                               << "nguyen uoc" << true;
    QTest::newRow("NFD") << QString("Nguyễn").normalized(QString::NormalizationForm_D) << "nguyễn" << true;
    QTest::newRow("i for y") << "Lý Thị Mỹ"
                             << "li mi" << true;
    QTest::newRow("y for i") << "Lí"
                             << "ly" << true;
    QTest::newRow("first y stays") << "Yên"
                                   << "ien" << false;
    QTest::newRow("prefix") << "Đường"
                            << "duo*" << true;
    QTest::newRow("another word") << "Đường"
                                  << "dung" << false;
    QTest::newRow("b with a stroke") << "Y Blŏ Ƀuôn Yă"
                                     << "buon" << true;
    QTest::newRow("b with a stroke, asked for") << "Ƀuôn"
                                                << "ƀuôn" << true;
    for (const char* apostrophe : {"'", "’", "‘", "ʼ", "′", "´", "`"})
        QTest::addRow("H%sHen", apostrophe) << QStringLiteral("H%1Hen Niê").arg(QString::fromUtf8(apostrophe)) << "h hen nie" << true;
    QTest::newRow("no i twice") << "Nguyễn"
                                << "nguien" << true;
}

void tst_Connection::foldsWords() {
    QFETCH(QString, text);
    QFETCH(QString, query);
    QFETCH(bool, found);
    const auto memory = Connection::inMemory();
    QVERIFY((*memory)->execute("CREATE VIRTUAL TABLE words USING fts5(text, tokenize='folding')"));
    QVERIFY((*memory)->prepare("INSERT INTO words VALUES(?1)").bind(text).run());
    auto search = (*memory)->prepare("SELECT 1 FROM words WHERE words MATCH ?1");
    QCOMPARE(*search.bind(query).next(), found);
}

QTEST_GUILESS_MAIN(tst_Connection)
#include "tst_Connection.moc"
