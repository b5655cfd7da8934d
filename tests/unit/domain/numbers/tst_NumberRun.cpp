// One run of numbers for a unit, book and year: who is given which, in what order, and what becomes of what nobody used.

#include "tests/unit/domain/numbers/Days.h"

#include <QTest>

using namespace motcua::domain;
using namespace motcua::domain::test;

class tst_NumberRun : public QObject {
    Q_OBJECT

private slots:
    void ranges_data();
    void ranges();
    void days_data();
    void days();
    void whatIsNotLetIsSaid();
    void grantsAreRefused_data();
    void grantsAreRefused();
    void nextVolumeGoesOn();
    void usedOnIntoNextYear();
    void closesOnceNobodyHoldsAny();
    void keepsItsKeeper();
    void replayIsTheSame_data();
    void replayIsTheSame();
    void carriesOver_data();
    void carriesOver();
    void sizes_data();
    void sizes();
};

void tst_NumberRun::ranges_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("cutOut");
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("with");
    QTest::newRow("of nothing") << ""
                                << "3"
                                << ""
                                << ""
                                << "3";
    QTest::newRow("middle") << "1-9"
                            << "4-5"
                            << "4-5"
                            << "1-3 6-9"
                            << "1-9";
    QTest::newRow("front") << "1-9"
                           << "1"
                           << "1"
                           << "2-9"
                           << "1-9";
    QTest::newRow("end") << "1-9"
                         << "9"
                         << "9"
                         << "1-8"
                         << "1-9";
    QTest::newRow("all") << "1-9"
                         << "1-9"
                         << "1-9"
                         << ""
                         << "1-9";
    QTest::newRow("over the end") << "1-9"
                                  << "8-12"
                                  << "8-9"
                                  << "1-7"
                                  << "1-12";
    QTest::newRow("over two") << "1-3 7-9"
                              << "2-8"
                              << "2-3 7-8"
                              << "1 9"
                              << "1-9";
    QTest::newRow("beside") << "1-3"
                            << "4"
                            << ""
                            << "1-3"
                            << "1-4";
    QTest::newRow("apart") << "1-3"
                           << "5"
                           << ""
                           << "1-3"
                           << "1-3 5";
    QTest::newRow("before") << "5-6"
                            << "1-2"
                            << ""
                            << "5-6"
                            << "1-2 5-6";
    QTest::newRow("backwards") << "5-6"
                               << "9-8"
                               << ""
                               << "5-6"
                               << "5-6";
}

void tst_NumberRun::ranges() {
    QFETCH(QString, before);
    QFETCH(QString, change);
    const NumberRange range = fromWords(change).front();
    NumberRanges left = fromWords(before);
    QTEST(inWords(cut(left, range)), "cutOut");
    QTEST(inWords(left), "left");
    NumberRanges with = fromWords(before);
    put(with, range);
    QTEST(inWords(with), "with");
}

void tst_NumberRun::days_data() {
    QTest::addColumn<int>("capacity");
    QTest::addColumn<bool>("orderOfDates");
    QTest::addColumn<QString>("acts");
    QTest::addColumn<QString>("leased");
    QTest::addColumn<QString>("off");
    const auto rowOf = [](const char* name, const char* acts, const char* leased, const char* off, int capacity, bool orderOfDates) {
        QTest::newRow(name) << capacity << orderOfDates << QString::fromLatin1(acts) << QString::fromLatin1(leased) << QString::fromLatin1(off);
    };
    const auto row = [&](const char* name, const char* acts, const char* leased, const char* off = "") { rowOf(name, acts, leased, off, 0, false); };
    const auto full = [&](const char* name, int capacity, const char* acts, const char* leased, const char* off = "") {
        rowOf(name, acts, leased, off, capacity, false);
    };
    const auto dated = [&](const char* name, const char* acts, const char* leased, const char* off = "") { rowOf(name, acts, leased, off, 0, true); };
    row("begins at 1", "A+3", "A1-3");
    row("one after the other", "A+3 B+2 C!1", "A1-3 B4-5 C6");
    row("drawn ones stand in the order of time", "A!1 B!1 A!1 A=1 B=2 A=3", "A1 B2 A3");
    row("drawn three ahead", "A!3 B!3 A=1 B=4 A=2", "A1-3 B4-6");
    row("a desk without a line gives its run", "A+5 B!1 A=1 A=2 B=6", "A1-5 B6");
    row("three desks, one without a line", "A+3 B+3 C+3 C!1 C=10 A=1 A=2 B=4", "A1-3 B4-6 C7-9 C10");
    row("three desks without a line", "A+3 B+3 C+3 A=1 B=4 C=7 A=2 B=5 C=8", "A1-3 B4-6 C7-9");
    row("nobody takes another's", "A+3 B=1? B+1 A=4? B=4", "A1-3 B4");
    row("nobody takes what is not leased", "A+3 A=4?", "A1-3");
    row("nobody takes twice", "A+3 A=2 A=2?", "A1-3");
    row("nobody takes what was given back", "A+3 A<2-3 A=2? A=1", "A1-3");
    row("a number of a run is taken in any order", "A+3 A=3 A=1 A=2", "A1-3");
    row("a spoiled row keeps its number", "A+3 A=1 A=2 B+1 B=1?", "A1-3 B4");
    row("returned come first", "A+5 A=1 A<2-5 B+2", "A1-5 B2-3");
    row("returned come first, then on", "A+5 A=1 A<2-5 B+6", "A1-5 B2-5 B6-7");
    row("the lowest returned comes first", "A+2 B+2 B<3-4 A<1-2 C!1 C!1 C!1", "A1-2 B3-4 C1 C2 C3");
    row("returned beside each other are one", "A+4 A<1 A<2 A<3 B+3", "A1-4 B1-3");
    row("returned apart are two leases", "A+4 A=2 A<1-4 B+3", "A1-4 B1 B3-4");
    row("returned again", "A+3 A<1-3 B+3 B<1-3 C+3 C=1", "A1-3 B1-3 C1-3");
    row("who gave back may be given it again", "A+3 A<1-3 A!1 A=1", "A1-3 A1");
    row("given again, nobody else takes it", "A+3 A<1-3 B!1 A=1? B=1", "A1-3 B1");
    row("only what is open goes back", "A+3 A=2 A<1-3 B+2", "A1-3 B1 B3");
    row("nobody gives back another's", "A+3 B<1-3 C+1", "A1-3 C4");
    row("given back twice is once", "A+3 A<1-3 A<1-3 B+4", "A1-3 B1-3 B4");
    row("given back, given on and given back late", "A+3 A<1-3 B+3 A<1-3 C+1", "A1-3 B1-3 C4");
    row("next month they are written off", "A+3 A<2-3 m12 . B+1", "A1-3 B4", "2-3");
    row("next month they are not given even before that", "A+3 A<2-3 m12 B+1 .", "A1-3 B4", "2-3");
    row("back only in the next month", "A+3 A=1 m12 A<2-3 B+1", "A1-3 B4", "2-3");
    row("written off once", "A+3 A<2-3 m12 . . B+1", "A1-3 B4", "2-3");
    row("of both months", "A+3 A<2-3 m12 B+2 B<4-5 .", "A1-3 B4-5", "2-3");
    row("a row of last month that comes late", "A+3 m12 . A=1", "A1-3");
    row("in the month nothing is written off", "A+3 A<2-3 d30 . B+1", "A1-3 B2");
    row("what a desk holds is not unused", "A+3 m12 .", "A1-3");
    row("the year's last month", "m12 A+3 A=1 m13 A<2-3", "A1-3", "2-3");
    row("came back in December and the year is over", "m12 A+3 A<2-3 m13 .", "A1-3", "2-3");
    dated("in the order of dates what came back is good that day", "A+3 A<2-3 B+1", "A1-3 B2");
    dated("in the order of dates it is written off the next", "A+3 A<2-3 d3 . B+1", "A1-3 B4", "2-3");
    dated("in the order of dates it is not given the next", "A+3 A<2-3 d3 B+1 .", "A1-3 B4", "2-3");
    dated("in the order of dates back the next day", "A+3 d3 A<2-3 B+1", "A1-3 B4", "2-3");
    row("a lost desk", "A+3 A=1 A/ B+1", "A1-3 B4", "2-3");
    row("a lost desk with two leases", "A+2 B+2 A+2 A=1 A/ B=3", "A1-2 B3-4 A5-6", "2 5-6");
    row("a lost desk's draw", "A!1 A/ B!1", "A1 B2", "1");
    row("a lost desk without any", "A+1 A=1 A/", "A1");
    row("a lost desk's numbers are nobody's", "A+3 A/ B+1 B=1?", "A1-3 B4", "1-3");
    row("a lost desk after it gave some back", "A+4 A<3-4 A/ B+2", "A1-4 B3-4", "1-2");
    row("a revoked desk gives nothing back any more", "A+3 A/ A<1-3 B+1", "A1-3 B4", "1-3");
    row("a lost desk came back with a row", "A+3 A/ A=2", "A1-3", "1-3");
    row("and takes it once", "A+3 A/ A=2 A=2?", "A1-3", "1-3");
    row("a kit", "A#3 A=2", "A1-3");
    row("a spoilt sheet of a kit", "A#3 A~2 A=1", "A1-3", "2");
    row("nobody writes off another's", "A#3 B~2 A=2", "A1-3");
    row("what is taken is not written off", "A#3 A=2 A~1-3", "A1-3", "1 3");
    row("a kit of the month before goes off", "A#3 A=1 m12 A<2-3", "A1-3", "2-3");
    row("two kits", "A#2 B#2 A=1 B=3", "A1-2 B3-4");
    row("a run behind a kit", "A#2 A+2 A=3", "A1-2 A3-4");
    full("full", 5, "A+3 B+3", "A1-3 B4-5 B6");
    full("full in one lease over three volumes", 3, "A+7", "A1-3 A4-6 A7");
    full("full exactly", 5, "A+5 B!1 A=5 B=6", "A1-5 B6");
    full("returned in the volume of before", 5, "A+5 B!1 A<4-5 C+3 C=4 C=5 C=7", "A1-5 B6 C4-5 C7");
    full("a volume of one", 1, "A!1 A!1 A!1 A=3", "A1 A2 A3");
    full("lost over two volumes", 2, "A+3 A=2 A/ B+2", "A1-2 A3 B4 B5", "1 3");
    row("many small", "A+1 B+1 C+1 A+1 B+1 C+1 A=1 B=2 C=3 A=4 B=5 C=6", "A1 B2 C3 A4 B5 C6");
    row("restored and nothing was given since", "A+3 save A=1 load A=1 A>2-3 told B+1", "A1-3 B4");
    row("restored, a lease was given since", "A+3 save B+2 load A>1-3 B>4-5 told B=4 B=5 A!1", "A1-3 B4-5 A6");
    row("restored, a lease was given and used since", "A+3 save B+2 load B>4 B=4 B>5 A>1-3 told C+1", "A1-3 B4 B5 C6");
    row("restored, what came back was given on since", "A+3 save A<2-3 B+2 load B>2-3 A>1 told B=2 A=2? A=1", "A1-3 B2-3");
    row("restored, a desk was leased anew what it gave back", "A+3 save A<2-3 A!1 load A<2-3 A>2 told A=2 A=1", "A1-3 A2", "3");
    row("restored, nobody takes over what another told", "A+3 save load A>1-3 B>2 told B=2? A=2", "A1-3");
    row("restored, nobody takes over a row", "A+3 A=2 save load B>2 A>1 told B=2?", "A1-3");
    row("restored, what nobody knows of is written off", "A+3 save B+2 C+2 load C>6-7 A>1-3 told A!1 B=4?", "A1-3 C6-7 A8", "4-5");
    row("restored, what came back may have been given to a lost desk", "A+3 A<2-3 save load A>1 told A!1", "A1-3 A4", "2-3");
    row("restored, a lost desk may have been given more", "A+1 save load A>1 told4 A!1", "A1 A6", "2-5");
    row("restored twice", "A+1 save B+1 load A>1 B>2 told save C+1 load A>1 B>2 C>3 told C=3 B=2 A=1 A!1", "A1 B2 C3 A4");
    row("restored, a gap told from above", "A+1 save B+1 C+1 load C>3 B>2 A>1 told A!1", "A1 C3 B2 A4");
}

void tst_NumberRun::days() {
    QFETCH(int, capacity);
    QFETCH(bool, orderOfDates);
    QFETCH(QString, acts);
    Days all(capacity > 0 ? std::optional(capacity) : std::nullopt, orderOfDates);
    QCOMPARE(all.play(acts), QString());
    QTEST(all.leased(), "leased");
    QTEST(all.off(), "off");
    QCOMPARE(all.faults(), QString());
}

void tst_NumberRun::whatIsNotLetIsSaid() {
    Days all;
    QCOMPARE(all.play(QStringLiteral("A+1 A=2")), QStringLiteral("A=2: taken: 0"));
    QCOMPARE(all.play(QStringLiteral("m13 A+1")), QStringLiteral("A+1: book.wrong-year"));
}

void tst_NumberRun::grantsAreRefused_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<QString>("code");
    QTest::newRow("none") << 0 << vietnam(2026, 11, 2, 9) << "book.wish-wrong";
    QTest::newRow("less") << -1 << vietnam(2026, 11, 2, 9) << "book.wish-wrong";
    QTest::newRow("too many") << 1001 << vietnam(2026, 11, 2, 9) << "book.wish-wrong";
    QTest::newRow("most") << 1000 << vietnam(2026, 11, 2, 9) << "";
    QTest::newRow("last moment of the year") << 1 << vietnam(2026, 12, 31, 23, 59, 59) << "";
    QTest::newRow("first of the next") << 1 << vietnam(2027, 1, 1, 0) << "book.wrong-year";
    QTest::newRow("last of the one before") << 1 << vietnam(2025, 12, 31, 23, 59, 59) << "book.wrong-year";
    QTest::newRow("first of the year") << 1 << vietnam(2026, 1, 1, 0) << "";
}

void tst_NumberRun::grantsAreRefused() {
    QFETCH(int, count);
    QFETCH(QDateTime, now);
    NumberRun run({volume()}, {}, {});
    const auto granted = run.grant({desk(u'A'), LeaseUse::Run, count}, now);
    QTEST(granted ? QString() : granted.error().code, "code");
    QCOMPARE(run.leases().empty(), !granted.has_value());
    QVERIFY(!run.grant({{}, LeaseUse::Run, 1}, now));
    if (granted) {
        const QDate day = now.addSecs(qint64(7) * 3600).date();
        QVERIFY(granted->leases.front().isOf(day));
        QVERIFY(!granted->leases.front().isOf(day.addMonths(1)) && !granted->leases.front().isOf(day.addYears(1)));
    }
}

void tst_NumberRun::nextVolumeGoesOn() {
    NumberRun run({volume(1, 2026, 1, 3)}, {}, {});
    const auto granted = run.grant({desk(u'A'), LeaseUse::Run, 5}, vietnam(2026, 11, 2, 9));
    QVERIFY(granted);
    QCOMPARE(granted->opened.size(), size_t(1));
    const NumberVolume& second = granted->opened.front();
    QCOMPARE(second.ordinal, 2);
    QCOMPARE(second.firstNumber, 4);
    QCOMPARE(second.capacity, std::optional(3));
    QCOMPARE(granted->leases.back().volume, second.id);
    // One that was closed early goes on in the next, with its next number.
    std::vector<NumberVolume> volumes = run.volumes();
    volumes.back().closed = true;
    NumberRun later(volumes, run.state(), run.leases());
    const auto next = later.grant({desk(u'A'), LeaseUse::Draw, 1}, vietnam(2026, 11, 3, 9));
    QCOMPARE(next->opened.front().ordinal, 3);
    QVERIFY(!next->opened.front().closed);
    QCOMPARE(next->leases.front().first, 6);
}

void tst_NumberRun::usedOnIntoNextYear() {
    // The same paper book: its ordinal stands, its numbers of the year begin at 01 (khoản 2).
    NumberRun run({volume(2, 2027)}, {}, {});
    const auto granted = run.grant({desk(u'A'), LeaseUse::Draw, 1}, vietnam(2027, 1, 4, 9));
    QCOMPARE(granted->leases.front().first, 1);
    QCOMPARE(run.volumes().front().ordinal, 2);
    // One that goes on from desks that numbered for themselves does not begin at 01.
    NumberRun carried({volume(1, 2026, 40)}, {}, {});
    QCOMPARE(carried.grant({desk(u'A'), LeaseUse::Draw, 1}, vietnam(2026, 11, 4, 9))->leases.front().first, 40);
}

void tst_NumberRun::closesOnceNobodyHoldsAny() {
    const QDateTime now = vietnam(2026, 12, 31, 16);
    NumberRun run({volume()}, {}, {});
    QVERIFY(run.grant({desk(u'A'), LeaseUse::Run, 3}, now));
    QVERIFY(run.take(desk(u'A'), volume().id, 1));
    const auto refused = run.mayClose(volume().id);
    QCOMPARE(refused.error().code, QStringLiteral("book.leases-open"));
    QCOMPARE(refused.error().detail.value(QStringLiteral("count")), QStringLiteral("2"));
    run.giveBack(desk(u'A'), volume().id, {2, 3}, {}, now);
    QVERIFY(run.mayClose(volume().id));
    QCOMPARE(run.free(), 2);
    const auto rest = run.writeOffFree(volume().id, QStringLiteral("closed"), now);
    QCOMPARE(rest.off.size(), size_t(1));
    QCOMPARE(rest.off.front().range(), (NumberRange{2, 3}));
    QCOMPARE(rest.off.front().reason, QStringLiteral("closed"));
    QCOMPARE(run.free(), 0);
}

void tst_NumberRun::keepsItsKeeper() {
    NumberRun run({volume()}, {}, {});
    QVERIFY(run.state().keeper.isNull());
    run.moveTo(desk(u'B'));
    QCOMPARE(run.state().keeper, desk(u'B'));
    // A keeper that is dead: whoever follows knows what the desks tell, and writes off what nobody tells.
    NumberRun next({volume()}, {}, {});
    const QDateTime now = vietnam(2026, 11, 2, 9);
    const auto claimed = [&](VolumeId id, int first, int last) {
        return NumberLease{{}, id, desk(u'A'), first, last, LeaseUse::Kit, now, QDate(2026, 11, 1)};
    };
    const auto over = next.takeOver(claimed(volume().id, 3, 5), {}, now);
    QCOMPARE(over.size(), size_t(1));
    QVERIFY(over.front().use == LeaseUse::Kit && !over.front().id.isNull());
    const auto lost = next.restored(QStringLiteral("keeper lost"), now);
    QCOMPARE(lost.off.size(), size_t(1));
    QCOMPARE(lost.off.front().range(), (NumberRange{1, 2}));
    QCOMPARE(next.grant({desk(u'A'), LeaseUse::Draw, 1}, vietnam(2026, 11, 2, 9))->leases.front().first, 6);
    // Of a volume that is not the run's, before its first number, or without end nothing is taken over.
    QVERIFY(next.takeOver(claimed(VolumeId(uuid(9)), 7, 8), {}, now).empty());
    QVERIFY(next.takeOver(claimed(volume().id, 0, 0), {}, now).empty());
    QVERIFY(next.takeOver(claimed(volume().id, 7, 9'000'000), {}, now).empty());
}

void tst_NumberRun::replayIsTheSame_data() {
    QTest::addColumn<QString>("acts");
    QTest::addColumn<bool>("orderOfDates");
    QTest::newRow("nothing") << "" << false;
    QTest::newRow("leases, returns, a month's end and a lost desk") << "A+3 B+3 A=1 A<2-3 C!1 B<5 m12 A+2 B/ A<7 . C+3" << false;
    QTest::newRow("returned twice") << "A+5 A<2-5 B+3 B<2-4 B=2? C+1 C<2" << false;
    QTest::newRow("what is free") << "A+5 A<2-3 A=1 B+1 A<5" << false;
    QTest::newRow("in the order of dates") << "A+5 A<2-3 d3 B+2 . B<6 C!1" << true;
    QTest::newRow("restored") << "A+3 save B+2 C+2 load C>6-7 A>1-3 told A!1 C<7" << false;
}

void tst_NumberRun::replayIsTheSame() {
    QFETCH(QString, acts);
    QFETCH(bool, orderOfDates);
    Days all(4, orderOfDates);
    QCOMPARE(all.play(acts), QString());
    const NumberRun again = NumberRun::replay(all.run().volumes(), all.run().leases(), all.gone(), orderOfDates);
    QCOMPARE(again.state().next, all.run().state().next);
    QCOMPARE(again.free(), all.run().free());
    QVERIFY(again.state() == all.run().state());
    const std::vector<HeldLease> backwards(all.run().leases().rbegin(), all.run().leases().rend());
    QVERIFY(NumberRun::replay(all.run().volumes(), backwards, all.gone(), orderOfDates).state() == again.state());
}

void tst_NumberRun::carriesOver_data() {
    QTest::addColumn<QString>("given"); ///< of each desk's volume
    QTest::addColumn<int>("first");
    QTest::newRow("no desk") << "" << 1;
    QTest::newRow("nothing given") << "1-0 1-0" << 1;
    QTest::newRow("one") << "1-42" << 43;
    QTest::newRow("four times the same number") << "1 1 1 1" << 5;
    QTest::newRow("as many as there were matters") << "1-10 1-25 1-3" << 39;
    QTest::newRow("one that ran on from the volume of before") << "1-10 11-15" << 16;
    QTest::newRow("never under a number that was given") << "100-120" << 121;
}

void tst_NumberRun::carriesOver() {
    QFETCH(QString, given);
    QTEST(carriedOver(fromWords(given)), "first");
}

void tst_NumberRun::sizes_data() {
    QTest::addColumn<QList<int>>("used"); ///< of the days before Monday 23 November, the last first
    QTest::addColumn<int>("size");
    QTest::newRow("a new desk") << QList<int>() << 300;
    QTest::newRow("days without any") << QList<int>{0, 0} << 300;
    QTest::newRow("a quiet desk") << QList<int>{1, 2, 1} << 10;
    QTest::newRow("Monday and Tuesday of last week") << QList<int>{0, 0, 5, 5, 5, 30, 80} << 110;
    QTest::newRow("as the busiest, where no such day was") << QList<int>{0, 0, 40} << 80;
    QTest::newRow("not without end") << QList<int>{0, 0, 900} << 500;
}

void tst_NumberRun::sizes() {
    QFETCH(QList<int>, used);
    std::vector<DayUse> days;
    const QDate today(2026, 11, 23);
    for (qsizetype i = 0; i < used.size(); ++i)
        if (used[i] > 0)
            days.push_back({today.addDays(-1 - i), used[i]});
    const int size = leaseSize(days, today, 300);
    QTEST(size, "size");
    QVERIFY(wantsMore(size / 2 - 1, size));
    QVERIFY(!wantsMore(size, size));
    // Before the weekend for Monday.
    QCOMPARE(leaseSize({{QDate(2026, 11, 23), 90}, {QDate(2026, 11, 27), 20}, {QDate(2026, 11, 28), 1}}, QDate(2026, 12, 4), 300), 110);
}

QTEST_GUILESS_MAIN(tst_NumberRun)
#include "tst_NumberRun.moc"
