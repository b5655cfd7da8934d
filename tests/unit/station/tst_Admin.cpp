#include "app/journal/StationData.h"
#include "app/journal/Unlocked.h"
#include "tests/support/shims/AdminRun.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using test::admin;
using test::AdminRun;

/// motcua-admin as a technician runs it.
class tst_Admin : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void verifies();
    void namesTheFault();
    void backsUpAndRestores();
    void copiesAreAtWorkAndOfTheirOwnerAlone();
    void relativePathsWillDo();
    void aDiagnosisIsItsPageAlone();
    void aFullDiskIsToldAndLeavesNothing_data();
    void aFullDiskIsToldAndLeavesNothing();
    void aDriveWithoutLocksIsTold();
    void everyAnswerIsInWords_data();
    void everyAnswerIsInWords();
    void badCommandLines_data();
    void badCommandLines();

private:
    QTemporaryDir m_directory;
    QString m_data;
};

void tst_Admin::initTestCase() {
    m_data = m_directory.filePath(QStringLiteral("station"));
    journal::StationOptions cheap;
    cheap.cost = {1, 64, 1};
    const auto made = journal::StationData::create(
        m_data, {domain::StationId::make(1), {}, QStringLiteral("lan.nt"), QStringLiteral("đúng một câu dài hơn")}, cheap);
    QVERIFY(made.has_value());
    const auto unlocked = (*made)->unlock(QStringLiteral("lan.nt"), QStringLiteral("đúng một câu dài hơn"));
    QVERIFY(unlocked.has_value());
    domain::Event note{domain::NoteAdded{QStringLiteral("ghi chú")}, domain::DossierId::make(2), 0, domain::StationId::make(1),
        domain::UserId::make(3), QDateTime::currentDateTimeUtc()};
    note.station = (*made)->station();
    QVERIFY((*unlocked)->journal().append({note, note, note}).has_value());
}

void tst_Admin::verifies() {
    const AdminRun run = admin({QStringLiteral("verify"), QStringLiteral("--data"), m_data});
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
    const AdminRun run = admin({QStringLiteral("verify"), QStringLiteral("--data"), copy});
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

/// Backed up while it is open and written to; nobody else may read the copy, whatever the shell's mask.
void tst_Admin::copiesAreAtWorkAndOfTheirOwnerAlone() {
    const auto data = journal::StationData::open(m_data);
    QVERIFY(data);
    const auto unlocked = (*data)->unlock(QStringLiteral("lan.nt"), QStringLiteral("đúng một câu dài hơn"));
    QVERIFY(unlocked);
    QVERIFY((*unlocked)->blobs().put("a page").has_value());
    domain::Event note{domain::NoteAdded{QStringLiteral("đang làm")}, domain::DossierId::make(2), 0, (*data)->station(), domain::UserId::make(3),
        QDateTime::currentDateTimeUtc()};
    QVERIFY((*unlocked)->journal().append({note}).has_value());
    const QString copy = m_directory.filePath(QStringLiteral("copies/at work"));
    const AdminRun run = admin({"backup", "--data", m_data, "--to", copy});
    QVERIFY2(run.code == 0, qPrintable(run.errors));
    const auto ownerOnly = [](const QString& path) {
        return !(QFile::permissions(path) & (QFileDevice::ReadGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::ExeOther));
    };
    QVERIFY(ownerOnly(copy));
    int files = 0;
    for (QDirIterator it(copy, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories); it.hasNext(); ++files)
        QVERIFY2(ownerOnly(it.next()), qPrintable(it.filePath()));
    QVERIFY(files >= 3);
    const AdminRun verified = admin({"verify", "--data", copy});
    QVERIFY2(verified.output.startsWith(QStringLiteral("ok events=4 ")), qPrintable(verified.output));
    QCOMPARE(verified.output, admin({"verify", "--data", m_data}).output);
}

void tst_Admin::relativePathsWillDo() {
    const test::Machine here{{}, {}, m_directory.path()};
    const AdminRun backedUp = admin({"backup", "--data", "station", "--to", "relative/copy"}, {}, here);
    QVERIFY2(backedUp.code == 0, qPrintable(backedUp.errors));
    const AdminRun restored = admin({"restore", "--from", "./relative/copy/", "--data", "back"}, {}, here);
    QVERIFY2(restored.code == 0, qPrintable(restored.errors));
    QCOMPARE(admin({"verify", "--data", "back"}, {}, here).output, admin({"verify", "--data", m_data}).output);
    QVERIFY(!QFile::exists(m_directory.filePath(QStringLiteral("relative/copy/station"))));
    QCOMPARE(admin({"backup", "--data", "station", "--to", "station/copy"}, {}, here).code, 1);
}

void tst_Admin::aDiagnosisIsItsPageAlone() {
    const AdminRun run = admin({QStringLiteral("diagnose"), QStringLiteral("--data"), m_data, QStringLiteral("--lang"), QStringLiteral("en")});
    QCOMPARE(run.code, 0);
    QVERIFY2(run.output.contains(QStringLiteral("Journal: sound, ")), qPrintable(run.output));
    QVERIFY2(run.output.contains(QStringLiteral("Files from outside: ")), qPrintable(run.output));
    QCOMPARE(run.errors, QString());
}

void tst_Admin::aFullDiskIsToldAndLeavesNothing_data() {
    QTest::addColumn<QString>("where");
    QTest::newRow("at the journal") << QStringLiteral(".part/journal.sqlite");
    QTest::newRow("at a page") << QStringLiteral(".part/blobs/");
}

void tst_Admin::aFullDiskIsToldAndLeavesNothing() {
    QFETCH(QString, where);
    const QString copy = m_directory.filePath(QStringLiteral("full"));
    const AdminRun run =
        admin({"backup", "--data", m_data, "--to", copy}, {}, {QStringLiteral("full_disk"), {{QStringLiteral("MOTCUA_FULL_AT"), where}}, {}});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.errors.contains(QStringLiteral("Ổ đĩa lưu bản sao đã đầy")), qPrintable(run.errors));
    QVERIFY(!QFile::exists(copy) && !QFile::exists(copy + QStringLiteral(".part")));
    QCOMPARE(admin({"verify", "--data", m_data}).code, 0);
}

void tst_Admin::aDriveWithoutLocksIsTold() {
    const AdminRun run = admin({"add-user", "--data", m_data, "--user", "lan.nt", "--new", "x", "--password-stdin"},
        "đúng một câu dài hơn\ntrăng sáng soi ao bèo\n", {QStringLiteral("no_locks"), {}, {}});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.errors.contains(QStringLiteral("không khóa được tệp")), qPrintable(run.errors));
    QVERIFY(!run.errors.contains(QStringLiteral("đang chạy")));
}

void tst_Admin::everyAnswerIsInWords_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("said");
    QTest::newRow("Vietnamese") << QStringLiteral("vi") << QStringLiteral("Mật khẩu không đúng");
    QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("The password is not right.");
}

void tst_Admin::everyAnswerIsInWords() {
    QFETCH(QString, language);
    QFETCH(QString, said);
    // Each login waits for itself.
    const QStringList command{"add-user", "--data", m_data, "--user", "nobody." + language, "--new", "x", "--password-stdin", "--lang", language};
    const AdminRun run = admin(command, "wrong password\ntrăng sáng soi ao bèo\n");
    QCOMPARE(run.code, 1);
    QVERIFY2(run.errors.startsWith(said), qPrintable(run.errors));
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
    const AdminRun run = admin(arguments, "wrong password\ntrăng sáng soi ao bèo\n");
    QTEST(run.code, "code");
    QVERIFY(!run.output.isEmpty() || !run.errors.isEmpty());
}

QTEST_GUILESS_MAIN(tst_Admin)
#include "tst_Admin.moc"
