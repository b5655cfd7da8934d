#include "app/journal/StationData.h"
#include "app/journal/Unlocked.h"
#include "app/station/StationCard.h"
#include "sync/gateway/keys/KeyFile.h"
#include "tests/support/gateway/GatewayProcess.h"
#include "tests/support/shims/AdminRun.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTest>
#include <QUrl>

using namespace motcua;
using test::admin;
using test::AdminRun;

/// The technician's first hour with a new desk, by the real program against a real gateway: whatever goes wrong, the code is still good.
class tst_AdminEnrol : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void whatGoesWrongUsesNoCode_data();
    void whatGoesWrongUsesNoCode();
    void enrolsUnderTheCodesName();
    void usersByTheRules();
    void theProvincesKeyOpensForWhoForgot();

private:
    QStringList enrol(const QString& login, const QString& address, const QString& data) const {
        return {"enrol", "--data", m_directory.filePath(data), "--gateway", address, "--code", m_gateway.codes().at(0), "--user", login,
            "--password-stdin"};
    }

    QTemporaryDir m_directory;
    test::GatewayProcess m_gateway;
};

void tst_AdminEnrol::initTestCase() {
    QVERIFY2(m_gateway.start(), m_gateway.errors().constData());
}

void tst_AdminEnrol::whatGoesWrongUsesNoCode_data() {
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("shim");
    QTest::addColumn<QString>("clockOff");
    QTest::addColumn<QString>("said");
    const QString right = m_gateway.enrolmentUrl();
    const QString clerk = QStringLiteral("lan.nt");
    const auto row = [](const char* name, const QString& login, const QString& address, const QString& said, const QString& shim = {},
                         const QString& clockOff = {}) { QTest::newRow(name) << login << address << shim << clockOff << said; };
    row("unknown login", QStringLiteral("lan.tn"), right, QStringLiteral("không có tài khoản “lan.tn”"));
    row("the other port", clerk, m_gateway.url(), QStringLiteral("việc ghi danh có cổng riêng"));
    row("nobody there", clerk, QStringLiteral("127.0.0.1:9"), QStringLiteral("Không có gì trả lời ở địa chỉ 127.0.0.1:9"));
    row("no TLS", clerk, QStringLiteral("http://127.0.0.1"), QStringLiteral("https://"));
    row("clock of years ago", clerk, right, QStringLiteral("Đồng hồ của máy này chỉ"), QStringLiteral("wrong_clock"), QStringLiteral("-200000000"));
    row("clock of years to come", clerk, right, QStringLiteral("Đồng hồ của máy này chỉ"), QStringLiteral("wrong_clock"),
        QStringLiteral("900000000"));
    row("clock an hour off", clerk, right, QStringLiteral("Đồng hồ của máy này chỉ"), QStringLiteral("wrong_clock"), QStringLiteral("3600"));
    row("a drive without locks", clerk, right, QStringLiteral("không khóa được tệp"), QStringLiteral("no_locks"));
}

void tst_AdminEnrol::whatGoesWrongUsesNoCode() {
    QFETCH(QString, login);
    QFETCH(QString, address);
    QFETCH(QString, shim);
    QFETCH(QString, clockOff);
    QFETCH(QString, said);
    const AdminRun run = admin(enrol(login, address, QStringLiteral("wrong")), "lúa trổ đồng xa tít\n",
        {shim, {{QStringLiteral("MOTCUA_CLOCK_OFF"), clockOff.isEmpty() ? QStringLiteral("0") : clockOff}}});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.errors.contains(said), qPrintable(run.errors));
    QVERIFY2(!run.errors.contains(QStringLiteral("Việc này không làm được")), qPrintable(run.errors));
    QVERIFY(!QFileInfo::exists(m_directory.filePath(QStringLiteral("wrong"))));
    QVERIFY(!QFileInfo::exists(m_directory.filePath(QStringLiteral("wrong.enrolling"))));
}

/// After all of that, with the same code.
void tst_AdminEnrol::enrolsUnderTheCodesName() {
    QString plain = m_gateway.enrolmentUrl();
    const AdminRun run = admin(enrol(QStringLiteral("Lan.NT"), plain.remove(QStringLiteral("https://")), QStringLiteral("desk")),
        "lúa trổ đồng xa tít\n", {QStringLiteral("last_words")});
    QVERIFY2(run.code == 0, qPrintable(run.errors));
    // Its threads may still be ending when the program does.
    QVERIFY2(!run.errors.contains(QStringLiteral("OpenSSL is taken down")), qPrintable(run.errors));
    QVERIFY2(run.output.contains(QStringLiteral("Quầy 1")), qPrintable(run.output));
    const auto card = station::StationCard::read(m_directory.filePath(QStringLiteral("desk")));
    QVERIFY(card);
    QCOMPARE(card->name, QStringLiteral("Quầy 1"));
    QCOMPARE(card->logins, QStringList{QStringLiteral("lan.nt")});
    const QJsonObject shown = m_gateway.ask({"show", "--unit", m_gateway.unit()});
    QVERIFY(QJsonDocument(shown).toJson().contains("Quầy 1"));
    const AdminRun used = admin(enrol(QStringLiteral("lan.nt"), m_gateway.enrolmentUrl(), QStringLiteral("again")), "lúa trổ đồng xa tít\n");
    QCOMPARE(used.code, 1);
    QVERIFY2(used.errors.contains(QStringLiteral("không chấp nhận mã một lần")), qPrintable(used.errors));
}

void tst_AdminEnrol::usersByTheRules() {
    const QString desk = m_directory.filePath(QStringLiteral("desk"));
    const auto by = [&](const QString& command, const QString& user, const QString& option, const QString& other, const QByteArray& input) {
        return admin({command, "--data", desk, "--user", user, option, other, "--password-stdin"}, input);
    };
    const auto add = [&](const QString& login, const QString& code, const QByteArray& input) {
        return admin({"add-user", "--data", desk, "--user", "lan.nt", "--new", login, "--activation", code, "--password-stdin"}, input);
    };
    // Each by the code that the province gave to that person alone.
    const AdminRun without = by("add-user", "lan.nt", "--new", "duc.pv", "lúa trổ đồng xa tít\ntrăng sáng soi ao bèo\n");
    QCOMPARE(without.code, 1);
    QVERIFY2(without.errors.contains(QStringLiteral("access.needs-code")), qPrintable(without.errors));
    const AdminRun another =
        add(QStringLiteral("duc.pv"), m_gateway.activation(QStringLiteral("lan.nt")), "lúa trổ đồng xa tít\ntrăng sáng soi ao bèo\n");
    QCOMPARE(another.code, 1);
    QVERIFY2(another.errors.contains(QStringLiteral("activation.code-wrong")), qPrintable(another.errors));
    for (const auto& [login, input] :
        {std::pair("duc.pv", "lúa trổ đồng xa tít\ntrăng sáng soi ao bèo\n"), std::pair("minh.tv", "lúa trổ đồng xa tít\ncon đò cũ bến xưa kia\n")}) {
        const AdminRun run = add(QString::fromLatin1(login), m_gateway.activation(QString::fromLatin1(login)), input);
        QVERIFY2(run.code == 0, qPrintable(run.errors));
    }
    // What has never heard from the province does not know who may do it.
    const AdminRun early = by("remove-user", "duc.pv", "--remove", "lan.nt", "trăng sáng soi ao bèo\n");
    QCOMPARE(early.code, 1);
    QVERIFY2(early.errors.contains(QStringLiteral("access.no-accounts-yet")), qPrintable(early.errors));
}

void tst_AdminEnrol::theProvincesKeyOpensForWhoForgot() {
    const QString desk = m_directory.filePath(QStringLiteral("desk"));
    const QStringList command{"reset-password", "--data", desk, "--recovery-key", m_gateway.recoveryKey(), "--reset", "lan.nt", "--password-stdin"};
    const AdminRun run = admin(command, "sóng vỗ ghềnh đá cũ\n");
    QVERIFY2(run.code == 0, qPrintable(run.errors));
    {
        const auto data = journal::StationData::open(desk);
        QVERIFY(data);
        QVERIFY((*data)->check(QStringLiteral("lan.nt"), QStringLiteral("sóng vỗ ghềnh đá cũ")));
    }
    QStringList wrong = command;
    wrong[4] = m_directory.filePath(QStringLiteral("other.key"));
    const protocol::KeyPointer other = gateway::newRecoveryKey();
    QVERIFY(gateway::writePrivate(wrong[4], gateway::privatePem(other.get()).bytes().toByteArray()));
    const AdminRun refused = admin(wrong, "thêm một câu hơi khác\n");
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.errors.contains(QStringLiteral("unlock.wrong-key")), qPrintable(refused.errors));
}

QTEST_GUILESS_MAIN(tst_AdminEnrol)
#include "tst_AdminEnrol.moc"
