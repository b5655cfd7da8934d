#include "app/domain/Moments.h"
#include "tests/support/contract/Examples.h"

#include <QTest>

using namespace motcua;
using namespace motcua::domain;

class tst_Moments : public QObject {
    Q_OBJECT

private slots:
    void possible_data();
    void possible();
    void doubts_data();
    void doubts();
    void ofAHistory();
    void daysThatCannotBe_data();
    void daysThatCannotBe();
};

namespace {

/// 09:00 in Viet Nam on 23 November 2026, as the examples.
QDateTime noted() {
    return {QDate(2026, 11, 23), QTime(2, 0), Qt::UTC};
}

template <class Body>
Body example() {
    for (const EventBody& body : test::examples::events())
        if (const auto* found = std::get_if<Body>(&body))
            return *found;
    return {};
}

template <class Body>
EventBody with(const std::function<void(Body&)>& change) {
    Body body = example<Body>();
    change(body);
    return body;
}

}

Q_DECLARE_METATYPE(motcua::domain::EventBody)

void tst_Moments::possible_data() {
    QTest::addColumn<qint64>("at");
    QTest::addColumn<bool>("is");
    const qint64 now = noted().toMSecsSinceEpoch();
    QTest::newRow("now") << now << true;
    QTest::newRow("the first day") << QDateTime(QDate(2025, 6, 30), QTime(17, 0), Qt::UTC).toMSecsSinceEpoch() << true;
    QTest::newRow("the night before") << QDateTime(QDate(2025, 6, 30), QTime(16, 59), Qt::UTC).toMSecsSinceEpoch() << false;
    QTest::newRow("1970") << qint64(0) << false;
    QTest::newRow("before 1970") << qint64(-1) << false;
    QTest::newRow("a day ahead") << now + 24 * 3'600'000LL << true;
    QTest::newRow("more than a day ahead") << now + 24 * 3'600'000LL + 1 << false;
    QTest::newRow("2100") << QDateTime(QDate(2100, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch() << false;
    QTest::newRow("2^53-1") << (qint64(1) << 53) - 1 << false;
    QTest::newRow("the least of all") << std::numeric_limits<qint64>::min() << false;
    QTest::newRow("the most of all") << std::numeric_limits<qint64>::max() << false;
}

void tst_Moments::possible() {
    QFETCH(qint64, at);
    QFETCH(bool, is);
    QCOMPARE(isPossible(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC), noted()), is);
}

void tst_Moments::doubts_data() {
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("received");
    QTest::addColumn<QString>("code");
    QTest::newRow("none") << -10 << 1 << QString();
    QTest::newRow("within tolerance") << 300 << -300 << QString();
    QTest::newRow("back") << 301 << 400 << "record.clock-back";
    QTest::newRow("ahead") << -10 << -301 << "record.clock-ahead";
    QTest::newRow("a day under way") << -10 << 86'400 << QString();
    QTest::newRow("late") << -10 << 86'401 << "record.came-late";
}

void tst_Moments::doubts() {
    QFETCH(int, before);
    QFETCH(int, received);
    QFETCH(QString, code);
    const ClockDoubt doubt = clockDoubt(noted(), noted().addSecs(before), noted().addSecs(received));
    QCOMPARE(QString::fromLatin1(codeOf(doubt)), code);
    QCOMPARE(isClockDoubt(code), !code.isEmpty());
    QCOMPARE(clockDoubt(noted(), {}, {}), ClockDoubt::None);
}

void tst_Moments::ofAHistory() {
    const auto event = [](int seconds, qint64 version) { return Event{DossierSubmitted{}, {}, version, {}, {}, noted().addSecs(seconds)}; };
    const std::vector<Event> history{event(0, 1), event(-9000, 2), event(-400, 0), event(90'000'000, 3), event(10, 4)};
    const std::vector<ClockDoubt> expected{ClockDoubt::None, ClockDoubt::Back, ClockDoubt::None, ClockDoubt::Ahead, ClockDoubt::None};
    QCOMPARE(clockDoubts(history, noted().addSecs(60)), expected);
}

void tst_Moments::daysThatCannotBe_data() {
    QTest::addColumn<EventBody>("body");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, const char* field, const EventBody& body) { QTest::newRow(name) << body << QString::fromLatin1(field); };
    for (const EventBody& body : test::examples::events())
        QTest::addRow("as it is %zu", body.index()) << body << QString();
    const QDate today(2026, 11, 23);
    row("received in 2109", "received", with<DossierReceived>([](auto& b) { b.received = QDateTime(QDate(2109, 5, 15), QTime(0, 0), Qt::UTC); }));
    row("received 400 days ago", "received", with<DossierReceived>([](auto& b) { b.received = b.received.addDays(-400); }));
    row("received a month ago", "", with<DossierReceived>([](auto& b) { b.received = b.received.addDays(-30); }));
    row("due in 1970", "due", with<DossierReceived>([](auto& b) { b.due = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC); }));
    row("due in 2100", "due", with<DossierReceived>([](auto& b) { b.due = QDateTime(QDate(2100, 1, 1), QTime(0, 0), Qt::UTC); }));
    row("born tomorrow", "applicant.birthDate", with<DossierReceived>([=](auto& b) { b.applicant.birthDate = today.addDays(1); }));
    row("born today", "", with<DossierReceived>([=](auto& b) { b.applicant.birthDate = today; }));
    row("born in 2048", "applicant.bornIn", with<DossierReceived>([](auto& b) { b.applicant.bornIn = QStringLiteral("2048"); }));
    row("a card of next year", "applicant.cardIssued", with<DossierRefused>([=](auto& b) { b.applicant.cardIssued = today.addYears(1); }));
    row("a proxy without ground", "applicant.proxyGround",
        with<DossierReceived>([](auto& b) { b.applicant.proxy.name = QStringLiteral("Lê Thị Hoa"); }));
    row("one's own proxy", "applicant.proxyId", with<DossierReceived>([](auto& b) {
        b.applicant.proxy.name = b.applicant.name;
        b.applicant.proxy.ground = QStringLiteral("Giấy ủy quyền");
        b.applicant.proxy.personalId = b.applicant.personalId;
    }));
    row("papers until yesterday", "until", with<SupplementAsked>([=](auto& b) { b.until = today.addDays(-1); }));
    row("papers until 2199", "until", with<SupplementAsked>([](auto& b) { b.until = QDate(2199, 1, 1); }));
    row("papers until today", "", with<SupplementAsked>([=](auto& b) { b.until = today; }));
    row("put right to be born tomorrow", "applicant.birthDate",
        with<DossierCorrected>([=](auto& b) { b.after.applicant.birthDate = today.addDays(1); }));
    row("put right from it", "", with<DossierCorrected>([=](auto& b) { b.before.applicant.birthDate = today.addDays(1); }));
    row("moved to 2199", "due", with<SupplementReturned>([](auto& b) { b.due = QDateTime(QDate(2199, 1, 1), QTime(0, 0), Qt::UTC); }));
}

void tst_Moments::daysThatCannotBe() {
    QFETCH(EventBody, body);
    QFETCH(QString, field);
    const auto outcome = plausible(body, noted());
    QCOMPARE(outcome ? QString() : outcome.error().detail.value(QStringLiteral("field")), field);
}

QTEST_GUILESS_MAIN(tst_Moments)
#include "tst_Moments.moc"
