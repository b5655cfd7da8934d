// The whole program over a real station and a real gateway, worked by keyboard alone.

#include "app/journal/Unlocked.h"
#include "app/ui/widgets/PlacePage.h"
#include "tests/gui/station/StationWindow.h"
#include "tests/support/gateway/GatewayProcess.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>

#include <cstdio>

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

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Begins a certified copy and goes as far as the number of copies; the document's name is whatever is in `document`.
void beginIntake(StationWindow& program, const QString& document) {
    program.scanCard(card);
    program.hand.press(Qt::Key_1, Qt::ControlModifier);
    program.hand.type(document);
    program.hand.press(Qt::Key_Return);
    program.hand.type(QStringLiteral("3"));
    program.hand.press(Qt::Key_Return);
    program.hand.type(QStringLiteral("2"));
}

}

class tst_RealWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void enrolsAndAddsTheSupervisor();
    void certifiedCopyFromTheCardToTheProvince();
    void killedInMidIntake();
    void closedInMidIntake();
    void journalVerifies();
    void cleanupTestCase();

private:
    QString directory() const { return m_directory.path(); }

    QTemporaryDir m_directory;
    std::unique_ptr<test::GatewayProcess> m_gateway;
};

void tst_RealWindow::initTestCase() {
    m_gateway = std::make_unique<test::GatewayProcess>(test::GatewayProcess::Founded::ForTraining, test::GatewayProcess::Books::OneRun);
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    m_directory.setAutoRemove(qEnvironmentVariableIsEmpty("MOTCUA_SHOTS"));
}

void tst_RealWindow::cleanupTestCase() {
    m_gateway.reset();
    if (!m_directory.autoRemove())
        qInfo("pictures: %s/shots", qPrintable(directory()));
}

void tst_RealWindow::enrolsAndAddsTheSupervisor() {
    StationWindow program(directory());
    program.shoot(QStringLiteral("enrol"));
    for (const QString& answer : {m_gateway->enrolmentUrl(), m_gateway->codes().at(0), clerk, clerkPassword, clerkPassword}) {
        program.hand.type(answer);
        program.hand.press(Qt::Key_Return);
    }
    QTRY_COMPARE_WITH_TIMEOUT(program.station->session().state(), SessionControl::State::Closed, patience);
    // Offered the login that enrolled: only the password is left to type.
    program.hand.type(clerkPassword);
    program.hand.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(program.isUnlocked(), patience);
    QCOMPARE(program.desk().visiblePlaces().last(), QStringLiteral("system"));
    program.hand.press(static_cast<Qt::Key>(Qt::Key_0 + program.desk().visiblePlaces().size()), Qt::AltModifier);
    QCOMPARE(program.desk().currentPlace(), QStringLiteral("system"));
    QVERIFY(program.hand.tabTo(inWords("motcua::ui::UsersCard", "Login of a colleague")));
    program.hand.type(supervisor);
    program.hand.press(Qt::Key_Tab);
    QSignalSpy added(&program.station->session(), &SessionControl::userAdded);
    for (int times = 0; times < 2; ++times) {
        program.hand.type(supervisorPassword);
        program.hand.press(Qt::Key_Return);
    }
    QTRY_COMPARE_WITH_TIMEOUT(added.count(), 1, patience);
    program.shoot(QStringLiteral("system"));
    QCOMPARE(program.station->session().logins(), (QStringList{clerk, supervisor}));
}

void tst_RealWindow::certifiedCopyFromTheCardToTheProvince() {
    StationWindow program(directory());
    program.shoot(QStringLiteral("login"));
    program.hand.type(clerkPassword);
    program.hand.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(program.isUnlocked(), patience);
    QCOMPARE(program.hand.place(), QStringLiteral("card"));
    program.scanCard(card);
    QCOMPARE(program.counter().intake().form().content().applicant.name, QStringLiteral("Nguyễn Văn An"));
    // What is certified is taken in at the bench, with whoever has shown their card.
    program.hand.press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(program.desk().currentPlace(), QStringLiteral("certification"));
    counter::VisitForm& visit = program.counter().bench().visit();
    QCOMPARE(visit.form().content().applicant.name, QStringLiteral("Nguyễn Văn An"));
    QCOMPARE(visit.form().content().procedureCode, QStringLiteral("2.000815"));
    program.hand.type(QStringLiteral("hoc"));
    program.hand.press(Qt::Key_Down);
    program.hand.press(Qt::Key_Return);
    program.hand.type(QStringLiteral("3"));
    program.hand.press(Qt::Key_Return);
    program.hand.type(QStringLiteral("2"));
    QSignalSpy scanned(&program.counter().scanning(), &counter::Scanning::finished);
    program.hand.press(Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(scanned.count(), 1, patience);
    QCOMPARE(visit.form().content().papers.front().pages.size(), size_t(2));
    program.shoot(QStringLiteral("bench"));
    program.hand.press(Qt::Key_F9);
    QTRY_COMPARE(program.papers(QStringLiteral("form-01")).size(), 1);
    QVERIFY(visit.isBlank());

    program.hand.press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(program.signIn(supervisor, supervisorPassword));
    QCOMPARE(program.desk().currentPlace(), QStringLiteral("approval"));
    program.shoot(QStringLiteral("approval"));
    program.hand.press(Qt::Key_F9);
    QCOMPARE(program.counter().approval().tray()->size(), size_t(0));
    // It waits for ten seconds, or for whoever sits down next.
    QCOMPARE(program.counter().held().acts().size(), size_t(1));

    program.hand.press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(program.signIn(clerk, clerkPassword));
    program.hand.press(Qt::Key_3, Qt::AltModifier);
    QCOMPARE(program.desk().currentPlace(), QStringLiteral("handover"));
    program.hand.press(Qt::Key_F9);
    QTRY_COMPARE(program.papers(QStringLiteral("attestation-copy")).size(), 1);
    program.hand.press(Qt::Key_5);
    program.shoot(QStringLiteral("handover"));
    program.hand.press(Qt::Key_F9);
    program.hand.press(Qt::Key_Y, Qt::ControlModifier);
    QTRY_COMPARE(program.papers(QStringLiteral("fee-slip")).size(), 1);
    QCOMPARE(program.counter().handOver().waiting()->size(), size_t(0));
    const auto dossiers = program.counter().dossiers().search(QStringLiteral("nguyen van an"), 10);
    QCOMPARE(dossiers->size(), size_t(1));
    const auto served = program.counter().runner().dossier(dossiers->front().id);
    QCOMPARE(served->state, domain::State::HandedOver);
    QVERIFY(served->closed);
    QCOMPARE(served->rating, 5);
    QCOMPARE(served->money, domain::MoneyState::Paid);
    QCOMPARE(served->liveEntry()->number, 1);

    QTRY_VERIFY_WITH_TIMEOUT(program.counter().sync().isConfirmed(), patience);
    QCOMPARE(program.counter().sync().status().unsentBlobs, 0);
    program.hand.press(Qt::Key_6, Qt::AltModifier);
    QCOMPARE(program.desk().currentPlace(), QStringLiteral("sync"));
    program.shoot(QStringLiteral("sync"));
    for (const QString& form : {QStringLiteral("form-01"), QStringLiteral("attestation-copy"), QStringLiteral("fee-slip")})
        QVERIFY2(contentOf(program.papers(form).front()).startsWith("%PDF-"), qPrintable(form));

    const QJsonObject stats = m_gateway->stats();
    QCOMPARE(stats.value(QLatin1String("dossiers")).toInt(), 1);
    QCOMPARE(stats.value(QLatin1String("bookEntries")).toInt(), 1);
    QCOMPARE(stats.value(QLatin1String("spoiled")).toInt(-1), 0);
    // The feeder's two pages look the same, and what is the same is held once.
    QCOMPARE(stats.value(QLatin1String("blobs")).toInt(), 1);
    QCOMPARE(stats.value(QLatin1String("events")).toInteger(), program.station->openStation()->unlocked().head()->seq);
    const QJsonObject check = m_gateway->check();
    for (const char* fault : {"lost", "doubled", "gaps"})
        QCOMPARE(check.value(QLatin1String(fault)).toInt(-1), 0);
    QVERIFY(check.value(QLatin1String("faults")).toArray().isEmpty());
}

/// The program runs in a process of its own, which SIGKILL ends while the citizen's paper is half typed.
void tst_RealWindow::killedInMidIntake() {
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--half-an-intake"), directory()});
    QTRY_VERIFY_WITH_TIMEOUT(program.canReadLine(), patience);
    QCOMPARE(program.readLine().trimmed(), QByteArray("kept"));
    program.kill();
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::CrashExit);

    StationWindow again(directory());
    again.hand.type(clerkPassword);
    again.hand.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(again.isUnlocked(), patience);
    const counter::IntakeContent& form = again.counter().bench().visit().form().content();
    QCOMPARE(again.desk().currentPlace(), QStringLiteral("certification"));
    QCOMPARE(form.applicant.name, QStringLiteral("Nguyễn Văn An"));
    QCOMPARE(form.applicant.personalId, QStringLiteral("022090001234"));
    QCOMPARE(form.applicant.formerId, QStringLiteral("100123456"));
    QCOMPARE(form.applicant.birthDate, QDate(1990, 1, 15));
    QCOMPARE(form.applicant.address, QStringLiteral("Tổ 3, Khu 5, Bãi Cháy"));
    QCOMPARE(form.procedureCode, QStringLiteral("2.000815"));
    QCOMPARE(form.facts.value(QStringLiteral("pages")).toInt(), 3);
    QCOMPARE(form.facts.value(QStringLiteral("copies")).toInt(), 2);
    QCOMPARE(form.papers.front().pages.size(), size_t(2));
    // In the middle of the word when the power went.
    QCOMPARE(form.facts.value(QStringLiteral("document")).toString(), QStringLiteral("Học bạ trung"));
    auto* document = again.window->findChild<QLineEdit*>(QStringLiteral("document"));
    QVERIFY(document->isVisible());
    QCOMPARE(document->text(), QStringLiteral("Học bạ trung"));
    again.shoot(QStringLiteral("after-the-kill"));
}

void tst_RealWindow::closedInMidIntake() {
    {
        StationWindow program(directory());
        QVERIFY(program.signIn(clerk, clerkPassword));
        QCOMPARE(program.hand.place(), QStringLiteral("document"));
        program.hand.press(Qt::Key_End);
        program.hand.type(QStringLiteral(" học"));
        program.window->close();
    }
    StationWindow again(directory());
    QVERIFY(again.signIn(clerk, clerkPassword));
    QCOMPARE(again.counter().bench().visit().form().content().facts.value(QStringLiteral("document")).toString(), QStringLiteral("Học bạ trung học"));
    again.hand.press(Qt::Key_F9);
    QTRY_COMPARE(again.papers(QStringLiteral("form-01")).size(), 2);
    QVERIFY(again.counter().bench().visit().isBlank());
    QTRY_VERIFY_WITH_TIMEOUT(again.counter().sync().isConfirmed(), patience);
    QCOMPARE(m_gateway->stats().value(QLatin1String("dossiers")).toInt(), 2);
    QCOMPARE(m_gateway->stats().value(QLatin1String("bookEntries")).toInt(), 1);
}

void tst_RealWindow::journalVerifies() {
    QProcess admin;
    admin.start(QStringLiteral(MOTCUA_BIN_DIR "/motcua-admin"),
        {QStringLiteral("verify"), QStringLiteral("--data"), StationWindow::stationDirectory(directory())});
    QVERIFY(admin.waitForFinished(patience));
    QCOMPARE(admin.exitCode(), 0);
    QVERIFY(admin.readAllStandardOutput().startsWith("ok events="));
}

namespace {

/// What runs in the process that is killed: a visit as far as it goes before the citizen has signed anything.
int halfAnIntake(const QString& dossier) {
    StationWindow program(dossier);
    if (!program.signIn(clerk, clerkPassword))
        return 1;
    beginIntake(program, QStringLiteral("Học bạ"));
    QSignalSpy scanned(&program.counter().scanning(), &counter::Scanning::finished);
    program.hand.press(Qt::Key_F5);
    if (!scanned.wait(patience) || !program.hand.tabTo(QStringLiteral("Tên bản chính")))
        return 1;
    program.hand.press(Qt::Key_End);
    QSignalSpy saved(&program.counter().bench().draft(), &counter::VisitDraft::saved);
    program.hand.type(QStringLiteral(" trung"));
    if (!saved.wait(patience))
        return 1;
    std::puts("kept");
    std::fflush(stdout);
    return QApplication::exec();
}

}

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == QLatin1String("--half-an-intake"))
        return halfAnIntake(arguments.value(2));
    tst_RealWindow test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_RealWindow.moc"
