#include "app/counter/Counter.h"
#include "app/journal/keys/RecoverySlot.h"
#include "app/sqlite/Connection.h"
#include "app/station/Station.h"
#include "sync/protocol/OpenSsl.h"
#include "tests/support/gateway/GatewayProcess.h"
#include "tests/support/shims/AdminRun.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/x509.h>

using namespace motcua;
using counter::SessionControl;
using test::GatewayProcess;

/// Whoever can write a desk's file once, without any password, gets no key out of it and keeps none from being made; and what is set back alone is
/// told: with the real tool, a real gateway and a real station.
class tst_PlantedKeys : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void aPlantedDoorGetsNoKey();
    void anExchangedDoorGetsNoKey();
    void aPlantedSlotStopsNoEpoch();
    void theLogSetBackIsTold();
    void aRefusedCodeIsTold();
    void theProvincesKeyTakenOutIsTold();
    void failedSignInsTakenAwayAreTold();

private:
    test::AdminRun by(const QString& login, const QStringList& command, const QStringList& more = {}) const {
        QStringList arguments = command;
        arguments << QStringLiteral("--data") << m_desk << QStringLiteral("--user") << login << QStringLiteral("--password-stdin")
                  << QStringLiteral("--lang") << QStringLiteral("en");
        QByteArray input = word(login).toUtf8() + '\n';
        for (const QString& line : more)
            input += line.toUtf8() + '\n';
        return test::admin(arguments, input);
    }
    test::AdminRun log() const { return by(supervisor(), {QStringLiteral("security-log")}); }
    void remove(const QString& login) const {
        const test::AdminRun removed = by(supervisor(), {QStringLiteral("remove-user"), QStringLiteral("--remove"), login});
        QVERIFY2(removed.code == 0, qPrintable(removed.errors));
    }
    QList<QByteArray> rows(const QByteArray& query) const {
        QList<QByteArray> values;
        const auto connection = sqlite::Connection::open(m_desk + QStringLiteral("/journal.sqlite"));
        auto statement = (*connection)->prepare(query);
        (void)statement.each([&] { values << statement.bytes(0); });
        return values;
    }
    void execute(const QByteArray& sql) const {
        const auto connection = sqlite::Connection::open(m_desk + QStringLiteral("/journal.sqlite"), {sqlite::Access::ReadWrite});
        QVERIFY(connection);
        const auto done = (*connection)->execute(sql.constData());
        QVERIFY2(done, done ? "" : qPrintable(done.error().toLogLine()));
    }
    void theThiefHasNothing() const {
        for (const QByteArray& sealed : rows("SELECT sealed FROM door WHERE length(sealed) > 0"))
            QVERIFY2(!journal::recovery::open(sealed, m_thief.get()), "a data key lies behind a planted door");
    }
    static QString clerk() { return QStringLiteral("lan.nt"); }
    static QString supervisor() { return QStringLiteral("minh.tv"); }
    static QString technician() { return QStringLiteral("duc.pv"); }
    static QString word(const QString& login) {
        return login == clerk() ? QStringLiteral("nắng chiều qua sông Lô") : QStringLiteral("gió nhẹ bến đò xưa");
    }

    GatewayProcess m_gateway{GatewayProcess::Founded::Signed};
    QTemporaryDir m_directory;
    QString m_desk;
    QString m_sound; ///< the desk as nobody has touched it
    protocol::KeyPointer m_thief;
    QByteArray m_thiefKey; ///< hex of its public half
};

void tst_PlantedKeys::initTestCase() {
    QVERIFY2(m_gateway.start(), m_gateway.errors().constData());
    m_desk = m_directory.filePath(QStringLiteral("desk"));
    m_sound = m_directory.filePath(QStringLiteral("sound"));
    const test::AdminRun enrolled = by(clerk(), {"enrol", "--gateway", m_gateway.enrolmentUrl(), "--code", m_gateway.codes().first()});
    QVERIFY2(enrolled.code == 0, qPrintable(enrolled.errors));
    {
        constexpr int patience = 30'000;
        station::StationSetup setup;
        setup.directory = m_desk;
        station::Station station(setup);
        station.session().unlock(clerk(), word(clerk()));
        QTRY_COMPARE_WITH_TIMEOUT(station.session().state(), SessionControl::State::Unlocked, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!station.counter()->archive().accounts().empty(), patience);
        station.session().close();
    }
    for (const QString& login : {supervisor(), technician()}) {
        const test::AdminRun added = by(clerk(), {"add-user", "--new", login, "--activation", m_gateway.activation(login)}, {word(login)});
        QVERIFY2(added.code == 0, qPrintable(added.errors));
    }
    m_thief.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    unsigned char* der = nullptr;
    const int size = i2d_PUBKEY(m_thief.get(), &der);
    m_thiefKey = QByteArray(reinterpret_cast<const char*>(der), size).toHex();
    OPENSSL_free(der);
    QCOMPARE(QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-a"), m_desk, m_sound}), 0);
}

void tst_PlantedKeys::init() {
    QDir(m_desk).removeRecursively();
    QCOMPARE(QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-a"), m_sound, m_desk}), 0);
}

void tst_PlantedKeys::aPlantedDoorGetsNoKey() {
    execute("INSERT INTO slot SELECT zeroblob(32), salt, passes, kibibytes, lanes, sealed FROM slot LIMIT 1;"
            "INSERT INTO door VALUES(zeroblob(32), x'" +
            m_thiefKey + "', zeroblob(149), x''); INSERT OR REPLACE INTO fact VALUES('epoch-due', CAST('1' AS BLOB))");
    const test::AdminRun checked = test::admin({"verify", "--data", m_desk});
    QCOMPARE(checked.code, 1);
    QVERIFY2(checked.output.contains(QStringLiteral("key slots")), qPrintable(checked.output));
    const test::AdminRun told = log();
    QVERIFY2(told.output.contains(QStringLiteral("file-changed")), qPrintable(told.output + told.errors));
    theThiefHasNothing();
    remove(technician());
    QCOMPARE(rows("SELECT number FROM epoch").size(), 1);
    theThiefHasNothing();
    QCOMPARE(by(clerk(), {"remove-user", "--remove", QStringLiteral("nobody")}).errors.contains(QStringLiteral("unlock.wrong-password")), false);
    QCOMPARE(test::admin({"verify", "--data", m_desk}).code, 0);
}

void tst_PlantedKeys::anExchangedDoorGetsNoKey() {
    execute("UPDATE door SET public = x'" + m_thiefKey + "'; UPDATE fact SET value = x'' WHERE name = 'recovery'");
    remove(technician());
    QCOMPARE(rows("SELECT number FROM epoch").size(), 1);
    theThiefHasNothing();
    QVERIFY(!rows("SELECT value FROM fact WHERE name = 'recovery'").value(0).isEmpty());
    QVERIFY(log().output.contains(QStringLiteral("file-changed")));
}

void tst_PlantedKeys::aPlantedSlotStopsNoEpoch() {
    execute("INSERT INTO slot SELECT zeroblob(32), salt, passes, kibibytes, lanes, sealed FROM slot LIMIT 1");
    remove(clerk());
    QCOMPARE(rows("SELECT number FROM epoch").size(), 1);
}

void tst_PlantedKeys::theLogSetBackIsTold() {
    QCOMPARE(log().code, 0);
    execute("DELETE FROM security WHERE seq > (SELECT max(seq) - 2 FROM security)");
    const test::AdminRun told = log();
    QCOMPARE(told.code, 1);
    QVERIFY2(told.output.contains(QStringLiteral("file-changed")), qPrintable(told.output + told.errors));
    QVERIFY2(told.output.contains(QStringLiteral("security log of this desk")), qPrintable(told.output));
    // Rows of an earlier copy, and the end as earlier programs kept it.
    init();
    for (int more = 0; more < 3; ++more)
        QCOMPARE(log().code, 0);
    execute("ATTACH '" + m_sound.toUtf8() +
            "/journal.sqlite' AS old; DELETE FROM security; INSERT INTO security SELECT * FROM old.security;"
            "INSERT OR REPLACE INTO fact SELECT * FROM old.fact WHERE name = 'security-end'");
    QCOMPARE(log().code, 1);
}

void tst_PlantedKeys::aRefusedCodeIsTold() {
    remove(technician());
    const test::AdminRun refused =
        by(clerk(), {"add-user", "--new", technician(), "--activation", QStringLiteral("ABCD-EFGH-JKLM")}, {word(technician())});
    QCOMPARE(refused.code, 1);
    const test::AdminRun told = log();
    QVERIFY2(refused.errors.contains(QStringLiteral("activation.code-wrong")), qPrintable(refused.errors));
    QVERIFY2(told.output.contains(QStringLiteral("access-refused")), qPrintable(told.output));
    QVERIFY2(told.output.contains(QStringLiteral("did not accept the activation code")), qPrintable(told.output));
    // The log began with the desk.
    const QStringList lines = told.output.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QVERIFY2(lines.last().startsWith(QStringLiteral("enrolled\t")), qPrintable(lines.last()));
    QVERIFY(!told.output.contains(QStringLiteral("log-began")));
}

void tst_PlantedKeys::theProvincesKeyTakenOutIsTold() {
    execute("DELETE FROM secret WHERE name = 'recovery-key'");
    const test::AdminRun checked = test::admin({"verify", "--data", m_desk});
    QCOMPARE(checked.code, 1);
    QVERIFY2(checked.output.contains(QStringLiteral("recovery key")), qPrintable(checked.output));
    // Somebody leaves: the epoch waits, and that is told.
    remove(technician());
    QCOMPARE(rows("SELECT number FROM epoch").size(), 0);
    const test::AdminRun told = log();
    QVERIFY2(told.output.contains(QStringLiteral("took the province's recovery key out")), qPrintable(told.output + told.errors));
}

void tst_PlantedKeys::failedSignInsTakenAwayAreTold() {
    const QByteArray wrong = "con cò bay lả bay la xa\n";
    const test::AdminRun refused = test::admin({"security-log", "--data", m_desk, "--user", technician(), "--password-stdin", "--lang", "en"}, wrong);
    QCOMPARE(refused.code, 1);
    execute("DELETE FROM security_pending");
    const test::AdminRun told = log();
    QVERIFY2(told.output.contains(QStringLiteral("sign-in-failed")), qPrintable(told.output + told.errors));
    QVERIFY2(told.output.contains(QStringLiteral("1 failed sign-ins waited")), qPrintable(told.output));
}

QTEST_MAIN(tst_PlantedKeys)
#include "tst_PlantedKeys.moc"
