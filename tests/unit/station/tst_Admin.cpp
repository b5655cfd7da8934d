#include "app/journal/StationData.h"
#include "app/journal/Unlocked.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;

/// motcua-admin as a technician runs it.
class tst_Admin : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void verifies();
    void namesTheFault();
    void backsUpAndRestores();
    void badCommandLines_data();
    void badCommandLines();

private:
    struct Run {
        int code = -1;
        QString output;
        QString errors;
    };
    static Run admin(const QStringList& arguments, const QByteArray& input = {});

    QTemporaryDir m_directory;
    QString m_data;
};

tst_Admin::Run tst_Admin::admin(const QStringList& arguments, const QByteArray& input) {
    QProcess process;
    process.start(QStringLiteral(MOTCUA_BIN_DIR "/motcua-admin"), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

void tst_Admin::initTestCase() {
    m_data = m_directory.filePath(QStringLiteral("station"));
    journal::StationOptions cheap;
    cheap.cost = {1, 64, 1};
    const auto made =
        journal::StationData::create(m_data, {domain::StationId::make(1), {}, QStringLiteral("lan.nt"), QStringLiteral("password")}, cheap);
    QVERIFY(made.has_value());
    const auto unlocked = (*made)->unlock(QStringLiteral("lan.nt"), QStringLiteral("password"));
    QVERIFY(unlocked.has_value());
    domain::Event note{domain::NoteAdded{QStringLiteral("ghi chú")}, domain::DossierId::make(2), 0, domain::StationId::make(1),
        domain::UserId::make(3), QDateTime::currentDateTimeUtc()};
    note.station = (*made)->station();
    QVERIFY((*unlocked)->journal().append({note, note, note}).has_value());
}

void tst_Admin::verifies() {
    const Run run = admin({QStringLiteral("verify"), QStringLiteral("--data"), m_data});
    QCOMPARE(run.code, 0);
    static const QRegularExpression exact(QStringLiteral("^ok events=3 head=[0-9a-f]{64}\n$"));
    QVERIFY2(exact.match(run.output).hasMatch(), qPrintable(run.output));
}

void tst_Admin::namesTheFault() {
    const QString copy = m_directory.filePath(QStringLiteral("damaged"));
    QCOMPARE(admin({QStringLiteral("backup"), QStringLiteral("--data"), m_data, QStringLiteral("--to"), copy}).code, 0);
    QFile file(copy + QStringLiteral("/journal.sqlite"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    const qsizetype place = bytes.indexOf("note-added");
    QVERIFY(place > 0);
    bytes[place + 200] = static_cast<char>(bytes.at(place + 200) ^ 1);
    file.seek(0);
    file.write(bytes);
    file.close();
    const Run run = admin({QStringLiteral("verify"), QStringLiteral("--data"), copy});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.output.contains(QStringLiteral("event")), qPrintable(run.output));
}

void tst_Admin::backsUpAndRestores() {
    const QString backup = m_directory.filePath(QStringLiteral("backup"));
    const QString restored = m_directory.filePath(QStringLiteral("restored"));
    QCOMPARE(admin({QStringLiteral("backup"), QStringLiteral("--data"), m_data, QStringLiteral("--to"), backup}).code, 0);
    QCOMPARE(admin({QStringLiteral("backup"), QStringLiteral("--data"), m_data, QStringLiteral("--to"), backup}).code, 1);
    QCOMPARE(admin({QStringLiteral("restore"), QStringLiteral("--from"), backup, QStringLiteral("--data"), restored}).code, 0);
    QCOMPARE(admin({QStringLiteral("verify"), QStringLiteral("--data"), restored}).output,
        admin({QStringLiteral("verify"), QStringLiteral("--data"), m_data}).output);
}

void tst_Admin::badCommandLines_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing") << QStringList() << 2;
    QTest::newRow("unknown") << QStringList{"destroy"} << 2;
    QTest::newRow("verify without a directory") << QStringList{"verify"} << 2;
    QTest::newRow("verify of nothing") << QStringList{"verify", "--data", "/nonexistent"} << 1;
    QTest::newRow("enrol without a code") << QStringList{"enrol", "--data", "/nonexistent"} << 2;
    QTest::newRow("user with a wrong password") << QStringList{"add-user", "--data", m_data, "--user", "lan.nt", "--new", "x", "--password-stdin"}
                                                << 1;
    QTest::newRow("help") << QStringList{"--help"} << 0;
}

void tst_Admin::badCommandLines() {
    QFETCH(QStringList, arguments);
    const Run run = admin(arguments, "wrong password\nnew password\n");
    QTEST(run.code, "code");
    QVERIFY(!run.output.isEmpty() || !run.errors.isEmpty());
}

QTEST_GUILESS_MAIN(tst_Admin)
#include "tst_Admin.moc"
