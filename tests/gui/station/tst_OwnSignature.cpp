// Whoever binds somebody signs: from the first code to the paper, by keys in the real window over a real gateway.

#include "tests/gui/station/StationWindow.h"
#include "tests/support/gateway/GatewayProcess.h"

#include <QLabel>
#include <QSignalSpy>

using namespace motcua;
using counter::SessionControl;
using test::inWords;
using test::StationWindow;

namespace {

const QString clerk = QStringLiteral("lan.nt");
const QString supervisor = QStringLiteral("minh.tv");
const QString clerkPassword = QStringLiteral("nắng chiều qua sông Lô");
const QString supervisorPassword = QStringLiteral("gió nhẹ bến đò xưa");
const QString card = QStringLiteral("022090001234|100123456|Nguyễn Văn An|15011990|Nam|Tổ 3, Khu 5, Bãi Cháy|12052021");
constexpr int patience = 30'000;

}

class tst_OwnSignature : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void aColleagueIsAddedByTheirOwnCode();
    void whoDoesNotSignDecidesNothingUntilActivated();

private:
    bool enrol(StationWindow& program);
    static bool reachSystem(StationWindow& program);
    static void sees(StationWindow& program, const QString& words);
    /// A certified copy as far as F9.
    static void takeIn(StationWindow& program);

    QTemporaryDir m_directory;
    std::unique_ptr<test::GatewayProcess> m_gateway;
    int m_desk = 0;
};

void tst_OwnSignature::initTestCase() {
    m_gateway = std::make_unique<test::GatewayProcess>(test::GatewayProcess::Founded::Signed);
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    m_directory.setAutoRemove(qEnvironmentVariableIsEmpty("MOTCUA_SHOTS"));
}

void tst_OwnSignature::cleanupTestCase() {
    m_gateway.reset();
    if (!m_directory.autoRemove())
        qInfo("pictures: %s", qPrintable(m_directory.path()));
}

bool tst_OwnSignature::enrol(StationWindow& program) {
    for (const QString& answer : {m_gateway->enrolmentUrl(), m_gateway->codes().at(m_desk++), clerk, clerkPassword, clerkPassword}) {
        program.hand.type(answer);
        program.hand.press(Qt::Key_Return);
    }
    if (!QTest::qWaitFor([&] { return program.station->session().state() == SessionControl::State::Closed; }, patience))
        return false;
    program.hand.type(clerkPassword);
    program.hand.press(Qt::Key_Return);
    return QTest::qWaitFor([&] { return program.isUnlocked(); }, patience);
}

bool tst_OwnSignature::reachSystem(StationWindow& program) {
    program.hand.press(static_cast<Qt::Key>(Qt::Key_0 + program.desk().visiblePlaces().size()), Qt::AltModifier);
    return program.desk().currentPlace() == QLatin1String("system");
}

void tst_OwnSignature::sees(StationWindow& program, const QString& words) {
    QVERIFY(!words.isEmpty());
    const auto shown = [&] {
        const auto labels = program.window->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
    };
    QVERIFY2(QTest::qWaitFor(shown, patience), qPrintable(words));
}

void tst_OwnSignature::takeIn(StationWindow& program) {
    program.scanCard(card);
    program.hand.press(Qt::Key_1, Qt::ControlModifier);
    program.hand.type(QStringLiteral("Bằng tốt nghiệp"));
    program.hand.press(Qt::Key_Return);
    program.hand.type(QStringLiteral("3"));
    program.hand.press(Qt::Key_Return);
    program.hand.type(QStringLiteral("2"));
    QSignalSpy scanned(&program.counter().scanning(), &counter::Scanning::finished);
    program.hand.press(Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(scanned.count(), 1, patience);
    program.hand.press(Qt::Key_F9);
}

void tst_OwnSignature::aColleagueIsAddedByTheirOwnCode() {
    StationWindow program(m_directory.filePath(QStringLiteral("codes")));
    QVERIFY(enrol(program));
    QTRY_VERIFY_WITH_TIMEOUT(program.counter().desk().settings().signedActs, patience);
    QVERIFY(reachSystem(program));
    sees(program, inWords("motcua::ui::SignatureCard", "Your acts at this station bear your own signature."));
    const auto add = [&](const QString& activation) {
        QVERIFY(program.hand.tabTo(inWords("motcua::ui::UsersCard", "Login of a colleague")));
        program.hand.press(Qt::Key_A, Qt::ControlModifier);
        program.hand.type(supervisor);
        program.hand.press(Qt::Key_Tab);
        program.hand.press(Qt::Key_A, Qt::ControlModifier);
        program.hand.press(Qt::Key_Delete);
        program.hand.type(activation);
        program.hand.press(Qt::Key_Tab);
        for (int times = 0; times < 2; ++times) {
            program.hand.press(Qt::Key_A, Qt::ControlModifier);
            program.hand.type(supervisorPassword);
            program.hand.press(Qt::Key_Return);
        }
    };
    add({});
    sees(program, inWords("motcua::ui::UsersCard", "Let them type the code that the province gave them."));
    program.shoot(QStringLiteral("needs-code"));
    QCOMPARE(program.station->session().logins(), QStringList{clerk});
    add(m_gateway->activation(clerk));
    sees(program, inWords("motcua::ui", "The province did not accept the activation code."));
    program.shoot(QStringLiteral("anothers-code"));
    QCOMPARE(program.station->session().logins(), QStringList{clerk});
    add(m_gateway->activation(supervisor));
    (void)QTest::qWaitFor([&] { return program.station->session().logins().size() == 2; }, patience);
    program.shoot(QStringLiteral("added"));
    QCOMPARE(program.station->session().logins(), (QStringList{clerk, supervisor}));

    program.hand.press(Qt::Key_1, Qt::AltModifier);
    takeIn(program);
    QTRY_COMPARE(program.papers(QStringLiteral("form-01")).size(), 1);
    program.hand.press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(program.signIn(supervisor, supervisorPassword));
    program.hand.press(Qt::Key_F9);
    QCOMPARE(program.counter().approval().tray()->size(), size_t(0));
    program.hand.press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(program.signIn(clerk, clerkPassword));
    QTRY_VERIFY_WITH_TIMEOUT(program.counter().sync().isConfirmed(), patience);
    QVERIFY(m_gateway->check().value(QLatin1String("faults")).toArray().isEmpty());
}

/// As when the province turns signatures on at desks that are at work: the colleague was there before.
void tst_OwnSignature::whoDoesNotSignDecidesNothingUntilActivated() {
    const auto require = [&](const char* value) {
        return m_gateway
                   ->run({QStringLiteral("configure"), QStringLiteral("--unit"), m_gateway->unit(), QStringLiteral("--set"),
                       QStringLiteral("signedActs=%1").arg(QLatin1String(value))})
                   .exitCode == 0;
    };
    QVERIFY(require("false"));
    StationWindow program(m_directory.filePath(QStringLiteral("rollout")));
    QVERIFY(enrol(program));
    QTRY_VERIFY_WITH_TIMEOUT(!program.counter().desk().settings().signedActs, patience);
    QVERIFY(reachSystem(program));
    QVERIFY(program.hand.tabTo(inWords("motcua::ui::UsersCard", "Login of a colleague")));
    program.hand.type(supervisor);
    program.hand.press(Qt::Key_Tab);
    for (int times = 0; times < 2; ++times) {
        program.hand.type(supervisorPassword);
        program.hand.press(Qt::Key_Return);
    }
    QTRY_COMPARE_WITH_TIMEOUT(program.station->session().logins(), (QStringList{clerk, supervisor}), patience);
    QVERIFY(require("true"));
    QTRY_VERIFY_WITH_TIMEOUT(program.counter().desk().settings().signedActs, patience);
    program.hand.press(Qt::Key_1, Qt::AltModifier);
    takeIn(program);
    QTRY_COMPARE(program.papers(QStringLiteral("form-01")).size(), 1);

    program.hand.press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(program.signIn(supervisor, supervisorPassword));
    QCOMPARE(program.desk().currentPlace(), QStringLiteral("approval"));
    QCOMPARE(program.counter().approval().tray()->size(), size_t(1));
    program.hand.press(Qt::Key_F9);
    program.shoot(QStringLiteral("not-activated"));
    sees(program, inWords("motcua::ui", "This act needs your signature, and you do not sign at this station yet."));
    QCOMPARE(program.counter().approval().tray()->size(), size_t(1));

    QVERIFY(reachSystem(program));
    QVERIFY(program.hand.tabTo(inWords("motcua::ui::SignatureCard", "Activation code")));
    program.hand.press(Qt::Key_Return);
    sees(program, inWords("motcua::ui::SignatureCard", "Type the code that the province gave you."));
    program.hand.type(m_gateway->activation(supervisor));
    program.hand.press(Qt::Key_Return);
    sees(program, inWords("motcua::ui::SignatureCard", "What you do at this station is signed with your key now."));
    program.shoot(QStringLiteral("activated"));
    program.hand.press(Qt::Key_1, Qt::AltModifier);
    program.hand.press(Qt::Key_F9);
    QTRY_COMPARE(program.counter().approval().tray()->size(), size_t(0));
    program.hand.press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(program.signIn(clerk, clerkPassword));
    QTRY_VERIFY_WITH_TIMEOUT(program.counter().sync().isConfirmed(), patience);
    QCOMPARE(m_gateway->check().value(QLatin1String("refused")).toInt(-1), 0);
}

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    tst_OwnSignature test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_OwnSignature.moc"
