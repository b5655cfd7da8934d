// What one desk may give of a unit's numbers by itself, and what it gives back.

#include "app/domain/numbers/NumbersInHand.h"
#include "tests/unit/domain/numbers/NumberWords.h"

#include <QTest>

using namespace motcua::domain;
using namespace motcua::domain::test;

class tst_NumbersInHand : public QObject {
    Q_OBJECT

private slots:
    void next_data();
    void next();
    void oneAfterTheOther();
    void outOfAKit();
    void runsOut();
    void goesBack_data();
    void goesBack();
    void whatWentBackIsNotGiven();
    void mayBeGiven_data();
    void mayBeGiven();

private:
    /// "+3-5@2": a run of those numbers given on the second of November, "!" drawn, "#" for a kit; "@-5" in the month before.
    static std::vector<HeldLease> leases(const QString& words);
};

std::vector<HeldLease> tst_NumbersInHand::leases(const QString& words) {
    const auto uses = std::map<QChar, LeaseUse>{{u'+', LeaseUse::Run}, {u'!', LeaseUse::Draw}, {u'#', LeaseUse::Kit}};
    std::vector<HeldLease> held;
    for (const QString& word : words.split(u' ', Qt::SkipEmptyParts)) {
        const QStringList parts = word.mid(1).split(u'@');
        const NumberRange range = fromWords(parts.front()).front();
        const QDateTime given = vietnam(2026, 11, 1, 9).addDays(parts.back().toInt() - 1);
        const QDate day = given.addSecs(qint64(7) * 3600).date();
        held.emplace_back(NumberLease{LeaseId(uuid(static_cast<quint32>(50 + held.size()))), volume().id, desk(u'A'), range.first, range.last,
            uses.at(word.front()), given, QDate(day.year(), day.month(), 1)});
    }
    return held;
}

void tst_NumbersInHand::next_data() {
    QTest::addColumn<QString>("held");
    QTest::addColumn<bool>("orderOfDates");
    QTest::addColumn<int>("number"); ///< on the third of November; 0: none
    QTest::addColumn<int>("left");
    QTest::addColumn<int>("drawn");
    QTest::newRow("none") << "" << false << 0 << 0 << 0;
    QTest::newRow("the lowest of the run") << "+5-9@2 +1-3@1" << false << 1 << 8 << 0;
    QTest::newRow("a draw of today behind a lower run") << "+1-3@1 !7@3" << false << 1 << 4 << 1;
    QTest::newRow("a draw of today before a higher run") << "+8-9@1 !7@3" << false << 7 << 3 << 1;
    QTest::newRow("the lower draw of today") << "!9@3 !7@3" << false << 7 << 2 << 2;
    QTest::newRow("a draw of yesterday as any other") << "+5-6@1 !3@2" << false << 3 << 3 << 0;
    QTest::newRow("a draw of yesterday behind a lower run") << "+1-2@1 !3@2" << false << 1 << 3 << 0;
    QTest::newRow("never a kit's") << "#1-5@3" << false << 0 << 0 << 0;
    QTest::newRow("beside a kit") << "#1-5@3 +6-7@3" << false << 6 << 2 << 0;
    QTest::newRow("in the order of dates no draw of yesterday") << "!3@2" << true << 0 << 0 << 0;
    QTest::newRow("in the order of dates no run of yesterday") << "+3-9@2 +12-13@3" << true << 12 << 2 << 0;
    QTest::newRow("never of last month") << "+1-9@-5" << false << 0 << 0 << 0;
}

void tst_NumbersInHand::next() {
    QFETCH(QString, held);
    QFETCH(bool, orderOfDates);
    NumbersInHand hand(desk(u'A'), {volume()}, leases(held), orderOfDates);
    const auto now = vietnam(2026, 11, 3, 10);
    const auto next = hand.next(book, now);
    QTEST(next ? next->number : 0, "number");
    QTEST(hand.left(book, now), "left");
    QTEST(hand.drawn(book, now), "drawn");
    // Not of another book, not of another's leases, not in a volume that is closed or not known here.
    QVERIFY(!hand.next(QStringLiteral("SCT/GD"), now));
    QVERIFY(!NumbersInHand(desk(u'B'), {volume()}, leases(held), orderOfDates).next(book, now));
    NumberVolume closed = volume();
    closed.closed = true;
    QVERIFY(!NumbersInHand(desk(u'A'), {closed}, leases(held), orderOfDates).next(book, now));
    QVERIFY(!NumbersInHand(desk(u'A'), {}, leases(held), orderOfDates).next(book, now));
    if (!next)
        return;
    QCOMPARE(hand.volumeOf(*next)->id, volume().id);
    QVERIFY(hand.take(*next));
    QVERIFY(!hand.take(*next));
    const auto after = hand.next(book, now);
    QVERIFY(!after || after->number != next->number);
}

void tst_NumbersInHand::oneAfterTheOther() {
    NumbersInHand hand(desk(u'A'), {volume()}, leases(QStringLiteral("+4-6@1 !9@3 +1@2")));
    const auto now = vietnam(2026, 11, 3, 10);
    QStringList given;
    for (auto next = hand.next(book, now); next; next = hand.next(book, now)) {
        QVERIFY(hand.take(*next));
        given << QString::number(next->number);
    }
    QCOMPARE(given.join(u' '), QStringLiteral("1 4 5 6 9"));
    QCOMPARE(hand.left(book, now), 0);
}

void tst_NumbersInHand::outOfAKit() {
    NumbersInHand hand(desk(u'A'), {volume()}, leases(QStringLiteral("#4-6@1 +7@1")));
    const auto sheet = hand.ofKit(volume().id, 5, QDate(2026, 11, 2));
    QVERIFY(sheet);
    QCOMPARE(sheet->use, LeaseUse::Kit);
    QCOMPARE(sheet->onPaper, QDate(2026, 11, 2));
    QVERIFY(!hand.ofKit(volume().id, 7, QDate(2026, 11, 2)));
    QVERIFY(!hand.ofKit(volume().id, 5, QDate(2026, 12, 1)));
    QVERIFY(!hand.ofKit(VolumeId(uuid(9)), 5, QDate(2026, 11, 2)));
    QVERIFY(hand.take(*sheet));
    QVERIFY(!hand.ofKit(volume().id, 5, QDate(2026, 11, 2)));
}

void tst_NumbersInHand::runsOut() {
    const NumbersInHand hand(desk(u'A'), {volume()}, leases(QStringLiteral("+1-25@1")));
    const auto now = vietnam(2026, 11, 3, 10);
    QCOMPARE(hand.runsOut(book, now, 10), QDate(2026, 11, 5));
    QCOMPARE(hand.runsOut(book, now, 26), QDate(2026, 11, 3));
    QVERIFY(!hand.runsOut(book, now, 0).isValid());
    // They are good in their month alone.
    QCOMPARE(hand.runsOut(book, now, 1), QDate(2026, 11, 28));
    QCOMPARE(hand.runsOut(book, vietnam(2026, 11, 20, 10), 1), QDate(2026, 11, 30));
}

void tst_NumbersInHand::goesBack_data() {
    QTest::addColumn<QString>("held"); ///< given on 19 November, number 6 taken
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<bool>("all");
    QTest::addColumn<bool>("orderOfDates");
    QTest::addColumn<QString>("back");
    const QString rest = QStringLiteral("4-5 7-9");
    QTest::newRow("a run stays") << "+4-9@19" << vietnam(2026, 11, 20, 9) << false << false << "";
    QTest::newRow("a run goes when the line is back") << "+4-9@19" << vietnam(2026, 11, 20, 9) << true << false << rest;
    QTest::newRow("a run stays to the last moment of its month") << "+4-9@19" << vietnam(2026, 11, 30, 23, 59, 59) << false << false << "";
    QTest::newRow("a run goes when its month is over") << "+4-9@19" << vietnam(2026, 12, 1, 0) << false << false << rest;
    QTest::newRow("a run goes in the order of dates the next day") << "+4-9@19" << vietnam(2026, 11, 20, 0) << false << true << rest;
    QTest::newRow("a draw stays on its day") << "!4-9@19" << vietnam(2026, 11, 19, 20) << false << true << "";
    QTest::newRow("a draw goes when the day is over") << "!4-9@19" << vietnam(2026, 11, 19, 20) << true << false << rest;
    QTest::newRow("a kit stays") << "#4-9@19" << vietnam(2026, 11, 20, 9) << true << false << "";
    QTest::newRow("a kit stays in the order of dates") << "#4-9@19" << vietnam(2026, 11, 20, 9) << true << true << "";
    QTest::newRow("a kit goes when its month is over") << "#4-9@19" << vietnam(2026, 12, 1, 0) << false << false << rest;
    QTest::newRow("two leases of one volume") << "+4-9@19 +10-11@19" << vietnam(2026, 12, 1, 0) << false << false << "4-5 7-11";
}

void tst_NumbersInHand::goesBack() {
    QFETCH(QString, held);
    QFETCH(QDateTime, now);
    QFETCH(bool, all);
    QFETCH(bool, orderOfDates);
    std::vector<HeldLease> list = leases(held);
    QVERIFY(list.front().take(6));
    const auto due = NumbersInHand(desk(u'A'), {volume()}, list, orderOfDates).due(now, all);
    QVERIFY(due.size() <= 1);
    QTEST(due.empty() ? QString() : inWords(due.front().ranges), "back");
}

void tst_NumbersInHand::whatWentBackIsNotGiven() {
    std::vector<HeldLease> list = leases(QStringLiteral("+4-9@1"));
    list.front().giveBack({4, 8});
    NumbersInHand hand(desk(u'A'), {volume()}, list);
    const auto now = vietnam(2026, 11, 3, 10);
    QCOMPARE(hand.next(book, now)->number, 9);
    QVERIFY(!hand.take({volume().id, 4}));
    // Leased anew, it is.
    list.push_back(leases(QStringLiteral("!4@3")).front());
    QCOMPARE(NumbersInHand(desk(u'A'), {volume()}, list).next(book, now)->number, 4);
    QVERIFY(mayGive(leaseOf(list, volume().id, desk(u'A'), 4), 4, QDate(2026, 11, 3)));
}

void tst_NumbersInHand::mayBeGiven_data() {
    QTest::addColumn<QString>("held"); ///< 4 to 9, of November
    QTest::addColumn<QString>("was");  ///< what was done to 5
    QTest::addColumn<int>("number");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<bool>("outside");
    QTest::addColumn<QString>("code");
    const QDate today(2026, 11, 23);
    QTest::newRow("a run's") << "+4-9@1"
                             << "" << 5 << today << false << "";
    QTest::newRow("a draw's") << "!4-9@1"
                              << "" << 5 << today << false << "";
    QTest::newRow("of no lease") << "+4-9@1"
                                 << "" << 10 << today << false << "book.number-unleased";
    QTest::newRow("given back") << "+4-9@1"
                                << "back" << 5 << today << false << "book.number-returned";
    QTest::newRow("taken") << "+4-9@1"
                           << "taken" << 5 << today << false << "book.number-taken";
    QTest::newRow("written off, on a paper after all") << "+4-9@1"
                                                       << "off" << 5 << today << false << "";
    QTest::newRow("written off and taken") << "+4-9@1"
                                           << "late" << 5 << today << false << "book.number-taken";
    QTest::newRow("of the next month") << "+4-9@1"
                                       << "" << 5 << QDate(2026, 12, 1) << false << "book.number-month";
    QTest::newRow("of the month before") << "+4-9@1"
                                         << "" << 5 << QDate(2026, 10, 31) << false << "book.number-month";
    QTest::newRow("of the next year") << "+4-9@1"
                                      << "" << 5 << QDate(2027, 11, 1) << false << "book.number-month";
    QTest::newRow("a kit's, as plain") << "#4-9@1"
                                       << "" << 5 << today << false << "book.number-kit";
    QTest::newRow("a kit's") << "#4-9@1"
                             << "" << 5 << today << true << "";
    QTest::newRow("a run's, as out of a kit") << "+4-9@1"
                                              << "" << 5 << today << true << "book.number-kit";
}

void tst_NumbersInHand::mayBeGiven() {
    QFETCH(QString, held);
    QFETCH(QString, was);
    QFETCH(int, number);
    QFETCH(QDate, day);
    QFETCH(bool, outside);
    std::vector<HeldLease> list = leases(held);
    if (was == QStringLiteral("back"))
        list.front().giveBack({5, 5});
    if (was == QStringLiteral("off") || was == QStringLiteral("late"))
        list.front().writeOff({5, 5});
    if (was == QStringLiteral("taken") || was == QStringLiteral("late"))
        QVERIFY(list.front().take(5));
    const auto outcome = mayGive(leaseOf(list, volume().id, desk(u'A'), number), number, day, outside);
    QTEST(outcome ? QString() : outcome.error().code, "code");
    QVERIFY(outcome || outcome.error().detail.value(QStringLiteral("number")) == QString::number(number));
    QVERIFY(!leaseOf(list, volume().id, desk(u'B'), number));
    QVERIFY(!leaseOf(list, VolumeId(uuid(9)), desk(u'A'), number));
}

QTEST_GUILESS_MAIN(tst_NumbersInHand)
#include "tst_NumbersInHand.moc"
