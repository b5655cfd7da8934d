// A kind of job that no line of the program knows: published by a running gateway, it reaches a desk at work and is served there by
// keyboard alone, from the card to the province's books.

#include "app/journal/Unlocked.h"
#include "tests/gui/station/StationWindow.h"
#include "tests/support/gateway/InventedKind.h"

#include <QComboBox>
#include <QHeaderView>
#include <QJsonArray>
#include <QProcess>
#include <QSignalSpy>
#include <QTableView>

using namespace motcua;
using counter::SessionControl;
using test::inWords;
using test::StationWindow;

class tst_InventedKind : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();

    void theDeskKnowsNothingOfIt();
    void itArrivesWhileTheDeskIsAtWork();
    void isReceived();
    void isApprovedAndNumbered();
    void isPrintedAndHandedOver();
    void standsInItsBook();
    void isHeldByTheProvince();

private:
    const domain::JobKind* kind() const {
        return m_program->counter().desk().jobs().find(QStringLiteral("boat-paper"), QStringLiteral("2026-11-01"));
    }
    domain::Dossier dossier() const;
    bool goTo(const QString& place);

    QTemporaryDir m_directory;
    std::unique_ptr<test::GatewayProcess> m_gateway;
    std::unique_ptr<StationWindow> m_program;
};

namespace {

const QString clerk = QStringLiteral("lan.nt");
const QString supervisor = QStringLiteral("minh.tv");
const QString clerkPassword = QStringLiteral("nắng chiều qua sông Lô");
const QString supervisorPassword = QStringLiteral("gió nhẹ bến đò xưa");
const QString card = QStringLiteral("022090001234|100123456|Nguyễn Văn An|15011990|Nam|Tổ 3, Khu 5, Bãi Cháy|12052021");
const QString symbol = QStringLiteral("STC/XN");
constexpr int patience = 30'000;

QString textOf(const QString& pdf) {
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), pdf, QStringLiteral("-")});
    reader.waitForFinished();
    return QString::fromUtf8(reader.readAllStandardOutput());
}

}

void tst_InventedKind::initTestCase() {
    m_gateway = std::make_unique<test::GatewayProcess>(test::GatewayProcess::Founded::ForTraining, test::GatewayProcess::Books::OneRun);
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    m_directory.setAutoRemove(qEnvironmentVariableIsEmpty("MOTCUA_SHOTS"));
    m_program = std::make_unique<StationWindow>(m_directory.path());
}

void tst_InventedKind::cleanupTestCase() {
    m_program.reset();
    m_gateway.reset();
    if (!m_directory.autoRemove())
        qInfo("pictures: %s/shots", qPrintable(m_directory.path()));
}

bool tst_InventedKind::goTo(const QString& place) {
    const qsizetype index = m_program->desk().visiblePlaces().indexOf(place);
    m_program->hand.press(static_cast<Qt::Key>(Qt::Key_1 + index), Qt::AltModifier);
    return m_program->desk().currentPlace() == place;
}

domain::Dossier tst_InventedKind::dossier() const {
    const auto found = m_program->counter().dossiers().search(QStringLiteral("nguyen van an"), 10);
    if (!found || found->empty())
        return {};
    return m_program->counter().runner().dossier(found->front().id).value_or(domain::Dossier());
}

void tst_InventedKind::theDeskKnowsNothingOfIt() {
    for (const QString& answer : {m_gateway->enrolmentUrl(), m_gateway->codes().at(0), clerk, clerkPassword, clerkPassword}) {
        m_program->hand.type(answer);
        m_program->hand.press(Qt::Key_Return);
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_program->station->session().state(), SessionControl::State::Closed, patience);
    m_program->hand.type(clerkPassword);
    m_program->hand.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_program->isUnlocked(), patience);
    QVERIFY(goTo(QStringLiteral("system")));
    QVERIFY(m_program->hand.tabTo(inWords("motcua::ui::UsersCard", "Login of a colleague")));
    m_program->hand.type(supervisor);
    m_program->hand.press(Qt::Key_Tab);
    QSignalSpy added(&m_program->station->session(), &SessionControl::userAdded);
    for (int times = 0; times < 2; ++times) {
        m_program->hand.type(supervisorPassword);
        m_program->hand.press(Qt::Key_Return);
    }
    QTRY_COMPARE_WITH_TIMEOUT(added.count(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_program->station->openStation()->unlocked().archive().catalogue().find(QStringLiteral("2.000815")), patience);
    QVERIFY(!kind());
    QVERIFY(!m_program->station->openStation()->unlocked().archive().catalogue().find(QStringLiteral("9.000001")));
    const auto volumes = m_program->counter().books().volumes();
    QVERIFY(volumes && !volumes->empty());
    for (const domain::Volume& volume : *volumes)
        QVERIFY(volume.symbol != symbol);
}

void tst_InventedKind::itArrivesWhileTheDeskIsAtWork() {
    QVERIFY(goTo(QStringLiteral("intake")));
    QCOMPARE(test::publishBoats(*m_gateway), QString());
    QTRY_VERIFY_WITH_TIMEOUT(kind(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_program->station->openStation()->unlocked().archive().catalogue().find(QStringLiteral("9.000001")), patience);
    const auto hasBook = [&] {
        const auto volumes = m_program->counter().books().volumes();
        return std::any_of(volumes->begin(), volumes->end(),
            [&](const domain::Volume& volume) { return volume.symbol == symbol && m_program->counter().books().isOwn(volume); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasBook(), patience);
}

void tst_InventedKind::isReceived() {
    counter::Intake& intake = m_program->counter().intake();
    test::Hand& hand = m_program->hand;
    hand.press(Qt::Key_F3);
    QCOMPARE(hand.place(), QStringLiteral("card"));
    m_program->scanCard(card);
    QCOMPARE(intake.form().content().applicant.name, QStringLiteral("Nguyễn Văn An"));
    hand.type(QStringLiteral("9.000001"));
    hand.press(Qt::Key_Return);
    QCOMPARE(intake.form().content().procedureCode, QStringLiteral("9.000001"));
    QCOMPARE(hand.place(), QStringLiteral("boat"));
    hand.type(QStringLiteral("QN-12345-TS"));
    hand.press(Qt::Key_Return);
    QCOMPARE(hand.place(), QStringLiteral("length"));
    hand.type(QStringLiteral("24"));
    hand.press(Qt::Key_Return);
    QCOMPARE(hand.place(), QStringLiteral("copies"));
    hand.type(QStringLiteral("3"));
    hand.press(Qt::Key_Return);
    QCOMPARE(hand.place(), QStringLiteral("use"));
    hand.press(Qt::Key_Down);
    hand.press(Qt::Key_Return);
    QCOMPARE(hand.place(), QStringLiteral("built"));
    hand.type(QStringLiteral("01022019"));
    hand.press(Qt::Key_Return);
    QCOMPARE(hand.place(), QStringLiteral("foreign"));
    hand.press(Qt::Key_Space);
    hand.press(Qt::Key_Tab);
    QCOMPARE(hand.place(), QStringLiteral("flag"));
    hand.type(QStringLiteral("Lào"));
    m_program->shoot(QStringLiteral("intake-boat"));
    hand.press(Qt::Key_Return);
    QCOMPARE(intake.form().content().facts,
        (QJsonObject{{QStringLiteral("boat"), QStringLiteral("QN-12345-TS")}, {QStringLiteral("length"), 24}, {QStringLiteral("copies"), 3},
            {QStringLiteral("use"), QStringLiteral("Khai thác")}, {QStringLiteral("built"), QStringLiteral("2019-02-01")},
            {QStringLiteral("foreign"), true}, {QStringLiteral("flag"), QStringLiteral("Lào")}}));
    hand.press(Qt::Key_F9);
    QTRY_COMPARE_WITH_TIMEOUT(m_program->papers(QStringLiteral("form-01")).size(), 1, patience);
    QVERIFY(intake.form().isBlank());
    QCOMPARE(dossier().job.kind, QStringLiteral("boat-paper"));
    QCOMPARE(dossier().feeTotal(), 21'000);
}

void tst_InventedKind::isApprovedAndNumbered() {
    m_program->hand.press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_program->signIn(supervisor, supervisorPassword));
    QCOMPARE(m_program->desk().currentPlace(), QStringLiteral("approval"));
    m_program->shoot(QStringLiteral("approval-boat"));
    m_program->hand.press(Qt::Key_F9);
    m_program->hand.press(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(dossier().state, domain::State::Completed);
    QVERIFY(dossier().liveEntry());
    QCOMPARE(dossier().liveEntry()->number, 1);
    QVERIFY2(dossier().liveEntry()->volumeLabel.endsWith(symbol), qPrintable(dossier().liveEntry()->volumeLabel));
}

void tst_InventedKind::isPrintedAndHandedOver() {
    m_program->hand.press(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_program->signIn(clerk, clerkPassword));
    QVERIFY(goTo(QStringLiteral("handover")));
    m_program->hand.press(Qt::Key_F9);
    QTRY_COMPARE_WITH_TIMEOUT(m_program->papers(QStringLiteral("boat-attestation")).size(), 1, patience);
    const QString words = textOf(m_program->papers(QStringLiteral("boat-attestation")).front());
    for (const QString& said : {QStringLiteral("GIẤY XÁC NHẬN TÀU CÁ"), QStringLiteral("00001"), dossier().liveEntry()->volumeLabel,
             QStringLiteral("QN-12345-TS"), QStringLiteral("dài 24 (hai mươi tư) mét"), QStringLiteral("Khai thác"), QStringLiteral("Quốc tịch: Lào"),
             QStringLiteral("Nguyễn Văn An"), QStringLiteral("Trần Văn Minh")})
        QVERIFY2(words.contains(said), qPrintable(said + QLatin1Char('\n') + words));
    m_program->hand.press(Qt::Key_5);
    m_program->shoot(QStringLiteral("handover-boat"));
    m_program->hand.press(Qt::Key_F9);
    m_program->hand.press(Qt::Key_Y, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_program->papers(QStringLiteral("fee-slip")).size(), 1, patience);
    QCOMPARE(dossier().state, domain::State::HandedOver);
    QVERIFY(dossier().closed);
}

void tst_InventedKind::standsInItsBook() {
    QVERIFY(goTo(QStringLiteral("books")));
    auto* choice = m_program->window->findChild<QComboBox*>(QStringLiteral("volume"));
    auto* table = m_program->window->findChild<QTableView*>(QStringLiteral("register"));
    QVERIFY(choice && table);
    QVERIFY(m_program->hand.tabTo(choice->accessibleName()));
    for (int i = 0; i < choice->count() && !choice->currentText().contains(symbol); ++i)
        m_program->hand.press(Qt::Key_Down);
    QVERIFY2(choice->currentText().contains(QStringLiteral("Sổ xác nhận tàu cá")), qPrintable(choice->currentText()));
    QStringList titles;
    QStringList cells;
    for (int column = 0; column < table->model()->columnCount(); ++column) {
        titles << table->model()->headerData(column, Qt::Horizontal).toString().replace(QLatin1Char('\n'), QLatin1Char(' '));
        cells << table->model()->index(0, column).data().toString();
    }
    QCOMPARE(titles, (QStringList{QStringLiteral("Số"), QStringLiteral("Ngày"), QStringLiteral("Chủ tàu"), QStringLiteral("Số hiệu tàu"),
                         QStringLiteral("Chiều dài"), QStringLiteral("Người ký"), QStringLiteral("Ghi chú")}));
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(cells.at(0), QStringLiteral("00001"));
    QCOMPARE(cells.mid(2, 3), (QStringList{QStringLiteral("Nguyễn Văn An"), QStringLiteral("QN-12345-TS"), QStringLiteral("24")}));
    m_program->shoot(QStringLiteral("books-boat"));
}

void tst_InventedKind::isHeldByTheProvince() {
    QTRY_VERIFY_WITH_TIMEOUT(m_program->counter().sync().isConfirmed(), patience);
    QCOMPARE(m_program->counter().sync().status().refusals, 0);
    const QJsonObject stats = m_gateway->stats();
    QCOMPARE(stats.value(QLatin1String("dossiers")).toInt(), 1);
    QCOMPARE(stats.value(QLatin1String("bookEntries")).toInt(), 1);
    QCOMPARE(stats.value(QLatin1String("events")).toInteger(), m_program->station->openStation()->unlocked().head()->seq);
    const QJsonObject check = m_gateway->check();
    for (const char* fault : {"lost", "doubled", "gaps"})
        QCOMPARE(check.value(QLatin1String(fault)).toInt(-1), 0);
    QVERIFY(check.value(QLatin1String("faults")).toArray().isEmpty());
}

QTEST_MAIN(tst_InventedKind)
#include "tst_InventedKind.moc"
