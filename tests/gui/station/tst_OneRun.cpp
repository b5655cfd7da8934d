// The books of a unit have one run of numbers over its desks: two real desks and a province, worked by keyboard alone, with a line, without one, with
// a desk that is lost, and a unit that worked with a volume for each desk before.

#include "tests/gui/station/StationWindow.h"
#include "tests/support/gateway/GatewayProcess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>

using namespace motcua;
using counter::SessionControl;
using test::GatewayProcess;
using test::inWords;
using test::StationWindow;

namespace {

const QString clerk = QStringLiteral("lan.nt");
const QString supervisor = QStringLiteral("minh.tv");
const QString clerkPassword = QStringLiteral("nắng chiều qua sông Lô");
const QString supervisorPassword = QStringLiteral("gió nhẹ bến đò xưa");
const QString book = QStringLiteral("SCT/BS");
constexpr int patience = 30'000;

}

class tst_OneRun : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void twoDesksGiveOneRun();
    void aDeskWithoutNumbersSaysSo();
    void aLostDesksNumbersAreStruckOut();
    void aUnitOfBeforeIsCarriedOver();

private:
    using Books = GatewayProcess::Books;
    void found(Books books);
    std::unique_ptr<StationWindow> newDesk(const QString& name, int code);
    std::unique_ptr<StationWindow> knownDesk(const QString& name);
    static bool goTo(StationWindow& desk, const QString& place);
    /// A certified copy is received and approved; its number, 0 when it was not.
    int serve(StationWindow& desk);
    void takeIn(StationWindow& desk);
    bool approve(StationWindow& desk);
    static int left(StationWindow& desk);
    static QList<int> rows(StationWindow& desk);
    bool isSent(StationWindow& desk) const;
    void isOneRun();

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<GatewayProcess> m_gateway;
    int m_people = 0;
};

void tst_OneRun::init() {
    m_directory = std::make_unique<QTemporaryDir>();
    m_directory->setAutoRemove(qEnvironmentVariableIsEmpty("MOTCUA_SHOTS"));
}

void tst_OneRun::cleanup() {
    m_gateway.reset();
    if (!m_directory->autoRemove())
        qInfo("pictures: %s", qPrintable(m_directory->path()));
    m_directory.reset();
}

void tst_OneRun::found(Books books) {
    m_gateway = std::make_unique<GatewayProcess>(GatewayProcess::Founded::ForTraining, books);
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
}

bool tst_OneRun::goTo(StationWindow& desk, const QString& place) {
    const qsizetype index = desk.desk().visiblePlaces().indexOf(place);
    desk.hand.press(static_cast<Qt::Key>(Qt::Key_1 + index), Qt::AltModifier);
    return desk.desk().currentPlace() == place;
}

std::unique_ptr<StationWindow> tst_OneRun::newDesk(const QString& name, int code) {
    auto desk = std::make_unique<StationWindow>(m_directory->filePath(name));
    for (const QString& answer : {m_gateway->enrolmentUrl(), m_gateway->codes().at(code), clerk, clerkPassword, clerkPassword}) {
        desk->hand.type(answer);
        desk->hand.press(Qt::Key_Return);
    }
    if (!QTest::qWaitFor([&] { return desk->station->session().state() == SessionControl::State::Closed; }, patience))
        return nullptr;
    desk->hand.type(clerkPassword);
    desk->hand.press(Qt::Key_Return);
    if (!QTest::qWaitFor([&] { return desk->isUnlocked(); }, patience) || !goTo(*desk, QStringLiteral("system")) ||
        !desk->hand.tabTo(inWords("motcua::ui::UsersCard", "Login of a colleague")))
        return nullptr;
    desk->hand.type(supervisor);
    desk->hand.press(Qt::Key_Tab);
    for (int times = 0; times < 2; ++times) {
        desk->hand.type(supervisorPassword);
        desk->hand.press(Qt::Key_Return);
    }
    return QTest::qWaitFor([&] { return desk->station->session().logins().size() == 2; }, patience) ? std::move(desk) : nullptr;
}

std::unique_ptr<StationWindow> tst_OneRun::knownDesk(const QString& name) {
    auto desk = std::make_unique<StationWindow>(m_directory->filePath(name));
    return desk->signIn(clerk, clerkPassword) ? std::move(desk) : nullptr;
}

void tst_OneRun::takeIn(StationWindow& desk) {
    const QString card = QStringLiteral("0220900%1|100123456|Người Thứ %2|15011990|Nam|Tổ 3, Khu 5, Bãi Cháy|12052021");
    QVERIFY(goTo(desk, QStringLiteral("intake")));
    const auto before = desk.papers(QStringLiteral("form-01")).size();
    desk.hand.press(Qt::Key_F3);
    ++m_people;
    desk.scanCard(card.arg(m_people, 5, 10, QLatin1Char('0')).arg(QChar(u'A' + m_people)));
    desk.hand.press(Qt::Key_1, Qt::ControlModifier);
    desk.hand.type(QStringLiteral("Bằng tốt nghiệp"));
    desk.hand.press(Qt::Key_Return);
    desk.hand.type(QStringLiteral("3"));
    desk.hand.press(Qt::Key_Return);
    desk.hand.type(QStringLiteral("2"));
    QSignalSpy scanned(&desk.counter().scanning(), &counter::Scanning::finished);
    desk.hand.press(Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(scanned.count(), 1, patience);
    desk.hand.press(Qt::Key_F9);
    QTRY_COMPARE_WITH_TIMEOUT(desk.papers(QStringLiteral("form-01")).size(), before + 1, patience);
}

bool tst_OneRun::approve(StationWindow& desk) {
    const auto before = rows(desk).size();
    desk.hand.press(Qt::Key_L, Qt::ControlModifier);
    if (!desk.signIn(supervisor, supervisorPassword) || !goTo(desk, QStringLiteral("approval")))
        return false;
    desk.hand.press(Qt::Key_F9);
    desk.hand.press(Qt::Key_Y, Qt::ControlModifier);
    const bool done = rows(desk).size() == before + 1;
    desk.shoot(QStringLiteral("approved-%1").arg(m_people));
    desk.hand.press(Qt::Key_L, Qt::ControlModifier);
    return desk.signIn(clerk, clerkPassword) && done;
}

int tst_OneRun::serve(StationWindow& desk) {
    const QList<int> before = rows(desk);
    takeIn(desk);
    if (QTest::currentTestFailed() || !approve(desk))
        return 0;
    for (const int number : rows(desk))
        if (!before.contains(number))
            return number;
    return 0;
}

QList<int> tst_OneRun::rows(StationWindow& desk) {
    QList<int> numbers;
    const auto volumes = desk.counter().books().volumes();
    if (volumes)
        for (const domain::Volume& volume : *volumes)
            if (volume.symbol == book)
                if (const auto entries = desk.counter().archive().entries(volume.id))
                    for (const domain::BookEntry& entry : *entries)
                        numbers << entry.number;
    return numbers;
}

int tst_OneRun::left(StationWindow& desk) {
    const counter::NumbersLeft* numbers = desk.counter().numbers().leftOf(book);
    return numbers ? numbers->left : -1;
}

bool tst_OneRun::isSent(StationWindow& desk) const {
    return QTest::qWaitFor([&] { return desk.counter().sync().isConfirmed(); }, patience);
}

void tst_OneRun::isOneRun() {
    const QJsonObject check = m_gateway->check();
    QVERIFY2(check.value(QLatin1String("faults")).toArray().isEmpty(), QJsonDocument(check).toJson().constData());
    QCOMPARE(check.value(QLatin1String("gaps")).toInt(-1), 0);
    QCOMPARE(check.value(QLatin1String("doubled")).toInt(-1), 0);
    QCOMPARE(check.value(QLatin1String("lost")).toInt(-1), 0);
}

void tst_OneRun::twoDesksGiveOneRun() {
    found(Books::OneRun);
    auto first = newDesk(QStringLiteral("first"), 0);
    QVERIFY(first);
    QTRY_VERIFY_WITH_TIMEOUT(left(*first) > 10, patience);
    QCOMPARE(serve(*first), 1);
    QCOMPARE(serve(*first), 2);
    QVERIFY(goTo(*first, QStringLiteral("books")));
    first->hand.press(Qt::Key_F2);
    auto* facts = first->window->findChild<QWidget*>(QStringLiteral("keeperFacts"));
    QVERIFY(facts && facts->isVisible());
    first->shoot(QStringLiteral("keeper"));
    first->hand.press(Qt::Key_Escape);
    QVERIFY(!facts->isVisible());
    QVERIFY(isSent(*first));
    // Without a line the run goes on, also over a restart of the program.
    m_gateway->stop();
    QCOMPARE(serve(*first), 3);
    first.reset();
    first = knownDesk(QStringLiteral("first"));
    QVERIFY(first);
    QCOMPARE(serve(*first), 4);
    first.reset();
    QVERIFY(m_gateway->start());

    auto second = newDesk(QStringLiteral("second"), 1);
    QVERIFY(second);
    QTRY_VERIFY_WITH_TIMEOUT(left(*second) > 10, patience);
    const int ofSecond = serve(*second);
    QVERIFY2(ofSecond > 4, qPrintable(QString::number(ofSecond)));
    QVERIFY(isSent(*second));
    second.reset();

    // What the first had for when there is no line comes back, and the lowest of it is given first.
    first = knownDesk(QStringLiteral("first"));
    QVERIFY(first);
    QVERIFY(isSent(*first));
    QTRY_COMPARE_WITH_TIMEOUT(rows(*first).size(), 5, patience);
    QTRY_VERIFY_WITH_TIMEOUT(left(*first) > 10, patience);
    const int again = serve(*first);
    QVERIFY2(again > 4 && again < ofSecond, qPrintable(QString::number(again)));
    QVERIFY(isSent(*first));
    isOneRun();
}

void tst_OneRun::aDeskWithoutNumbersSaysSo() {
    found(Books::OneRun);
    QVERIFY(m_gateway
                ->run({QStringLiteral("configure"), QStringLiteral("--unit"), m_gateway->unit(), QStringLiteral("--set"),
                    QStringLiteral("firstLease=10")})
                .exitCode == 0);
    auto desk = newDesk(QStringLiteral("first"), 0);
    QVERIFY(desk);
    QTRY_COMPARE_WITH_TIMEOUT(left(*desk), 10, patience);
    m_gateway->stop();
    for (int number = 1; number <= 10; ++number)
        QCOMPARE(serve(*desk), number);
    QCOMPARE(left(*desk), 0);
    // Receiving goes on, and what is approved waits.
    takeIn(*desk);
    QVERIFY(!approve(*desk));
    QVERIFY(m_gateway->start());
    desk->counter().sync().tryNow();
    QTRY_VERIFY_WITH_TIMEOUT(left(*desk) > 0, patience);
    QVERIFY(approve(*desk));
    QCOMPARE(rows(*desk).last(), 11);
    QVERIFY(isSent(*desk));
    isOneRun();
}

void tst_OneRun::aLostDesksNumbersAreStruckOut() {
    found(Books::OneRun);
    auto lost = newDesk(QStringLiteral("lost"), 0);
    QVERIFY(lost);
    QTRY_VERIFY_WITH_TIMEOUT(left(*lost) > 10, patience);
    QCOMPARE(serve(*lost), 1);
    QVERIFY(isSent(*lost));
    const QString station = lost->counter().desk().station().toString();
    lost.reset();
    auto desk = newDesk(QStringLiteral("desk"), 1);
    QVERIFY(desk);
    QTRY_VERIFY_WITH_TIMEOUT(left(*desk) > 10, patience);
    const auto gone =
        m_gateway->run({QStringLiteral("write-off"), QStringLiteral("--station"), station, QStringLiteral("--reason"), QStringLiteral("Máy hỏng")});
    QVERIFY2(gone.exitCode == 0, qPrintable(gone.errors));
    QVERIFY(goTo(*desk, QStringLiteral("books")));
    auto* table = desk->window->findChild<QTableView*>(QStringLiteral("register"));
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() == 2, patience);
    desk->shoot(QStringLiteral("struck"));
    const int last = table->model()->columnCount() - 1;
    QVERIFY2(table->model()->index(1, last).data().toString().contains(QStringLiteral("Máy hỏng")),
        qPrintable(table->model()->index(1, last).data().toString()));
    QVERIFY(serve(*desk) > 1);
    QVERIFY(isSent(*desk));
    isOneRun();
}

void tst_OneRun::aUnitOfBeforeIsCarriedOver() {
    found(Books::ByDesk);
    auto desk = newDesk(QStringLiteral("first"), 0);
    QVERIFY(desk);
    QCOMPARE(serve(*desk), 1);
    QCOMPARE(serve(*desk), 2);
    QVERIFY(isSent(*desk));
    // The others were never set up.
    const auto carried = m_gateway->run({QStringLiteral("carry-over"), QStringLiteral("--unit"), m_gateway->unit()});
    QVERIFY2(carried.exitCode == 0, qPrintable(carried.errors));
    QTRY_VERIFY_WITH_TIMEOUT(desk->counter().numbers().hasOneRun() && left(*desk) > 10, patience);
    QCOMPARE(serve(*desk), 3);
    QVERIFY(isSent(*desk));
    isOneRun();
}

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    tst_OneRun test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_OneRun.moc"
