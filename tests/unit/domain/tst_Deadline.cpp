// When results are due, and whether they came in time (one-stop.md §7; indices-and-reports.md §3, §8).

#include "DomainDesk.h"

#include "app/domain/Deadline.h"

#include <QFile>
#include <QTest>

using namespace motcua::domain;
using namespace motcua::domain::test;

class tst_Deadline : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void calendarKnowsEveryRow_data();
    void calendarKnowsEveryRow();
    void calendarCounts();
    void calendarSurvivesJson();
    void damagedCalendarIsRefused_data();
    void damagedCalendarIsRefused();
    void due_data();
    void due();
    void cutOff_data();
    void cutOff();
    void supplementMovesTheDue_data();
    void supplementMovesTheDue();
    void calendarLimitMovesFromItsLastDay_data();
    void calendarLimitMovesFromItsLastDay();
    void punctuality_data();
    void punctuality();

private:
    Calendar m_calendar;
};

void tst_Deadline::initTestCase() {
    QFile file(QStringLiteral(MOTCUA_SOURCE_DIR "/resources/catalogue/holidays.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto calendar = calendarFromCsv(file.readAll());
    QVERIFY(calendar);
    m_calendar = *calendar;
}

void tst_Deadline::calendarKnowsEveryRow_data() {
    QTest::addColumn<QString>("date");
    QTest::addColumn<bool>("works");
    QFile file(QStringLiteral(MOTCUA_SOURCE_DIR "/resources/catalogue/holidays.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    file.readLine();
    int rows = 0;
    for (; !file.atEnd(); ++rows) {
        const QString line = QString::fromUtf8(file.readLine());
        QTest::addRow("%s", qPrintable(line.left(10))) << line.left(10) << line.contains(QLatin1String(",makeup_workday,"));
    }
    QCOMPARE(rows, 45);
    for (const char* ordinary : {"2025-02-03", "2026-01-05", "2026-11-23", "2026-11-25", "2027-02-12"})
        QTest::newRow(ordinary) << QString::fromLatin1(ordinary) << true;
    for (const char* weekend : {"2026-11-21", "2026-11-22", "2026-02-14", "2027-01-02"})
        QTest::newRow(weekend) << QString::fromLatin1(weekend) << false;
}

void tst_Deadline::calendarKnowsEveryRow() {
    QFETCH(QString, date);
    QFETCH(bool, works);
    QCOMPARE(m_calendar.isWorkingDay(QDate::fromString(date, Qt::ISODate)), works);
}

void tst_Deadline::calendarCounts() {
    QCOMPARE(m_calendar.addWorkingDays(QDate(2026, 11, 22), 0), QDate(2026, 11, 22));
    QCOMPARE(m_calendar.nextWorkingDay(QDate(2026, 2, 13)), QDate(2026, 2, 23));
    QCOMPARE(m_calendar.nextWorkingDay(QDate(2026, 8, 21)), QDate(2026, 8, 22));
    QCOMPARE(m_calendar.workingDaysBetween(QDate(2026, 11, 20), QDate(2026, 11, 25)), 2);
    QCOMPARE(m_calendar.workingDaysBetween(QDate(2026, 11, 25), QDate(2026, 11, 20)), 0);
    QCOMPARE(m_calendar.workingDaysBetween(QDate(), QDate(2026, 11, 20)), 0);
    QVERIFY(!m_calendar.isWorkingDay(QDate()));
    for (int n = 1; n < 300; ++n)
        QCOMPARE(m_calendar.workingDaysBetween(QDate(2026, 1, 1), m_calendar.addWorkingDays(QDate(2026, 1, 1), n)), n);
}

void tst_Deadline::calendarSurvivesJson() {
    const QJsonObject json = m_calendar.toJson();
    const auto again = calendarFromJson(json);
    QVERIFY(again);
    QCOMPARE(again->toJson(), json);
    QVERIFY(!again->isWorkingDay(QDate(2026, 11, 24)));
    QCOMPARE(
        calendarFromJson({{QStringLiteral("daysOff"), QJsonArray{QStringLiteral("2026-02-30")}}}).error().code, QStringLiteral("calendar.malformed"));
}

void tst_Deadline::damagedCalendarIsRefused_data() {
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("line");
    QTest::newRow("empty") << QByteArray() << "1";
    QTest::newRow("no type") << QByteArray("date\n2026-01-01\n") << "1";
    QTest::newRow("no such day") << QByteArray("date,type\n2026-01-01,holiday\n2026-02-30,holiday\n") << "3";
    QTest::newRow("no such type") << QByteArray("date,type\n2026-01-01,feast\n") << "2";
    QTest::newRow("open quote") << QByteArray("date,type\n\"2026-01-01,holiday\n") << "3";
}

void tst_Deadline::damagedCalendarIsRefused() {
    QFETCH(QByteArray, csv);
    QFETCH(QString, line);
    const auto calendar = calendarFromCsv(csv);
    QVERIFY(!calendar);
    QCOMPARE(calendar.error().code, QStringLiteral("calendar.malformed"));
    QCOMPARE(calendar.error().detail.value(QStringLiteral("line")), line);
}

void tst_Deadline::due_data() {
    QTest::addColumn<QDateTime>("received");
    QTest::addColumn<int>("value");
    QTest::addColumn<TimeUnit>("unit");
    QTest::addColumn<QDateTime>("expected");
    QTest::newRow("example 1") << vietnam(2026, 11, 16, 9) << 3 << TimeUnit::WorkingDay << vietnam(2026, 11, 19, 17);
    QTest::newRow("example 2") << vietnam(2026, 11, 20, 9) << 2 << TimeUnit::WorkingDay << vietnam(2026, 11, 25, 17);
    QTest::newRow("example 3") << vietnam(2026, 11, 23, 15, 30) << 0 << TimeUnit::SameDay15h << vietnam(2026, 11, 25, 17);
    QTest::newRow("example 4") << vietnam(2026, 2, 13, 9) << 3 << TimeUnit::WorkingDay << vietnam(2026, 2, 25, 17);
    QTest::newRow("example 5") << vietnam(2026, 1, 15, 9) << 15 << TimeUnit::Day << vietnam(2026, 1, 30, 17);
    QTest::newRow("example 6") << vietnam(2026, 1, 28, 9) << 30 << TimeUnit::Day << vietnam(2026, 2, 27, 17);
    QTest::newRow("example 7") << vietnam(2026, 4, 20, 9) << 10 << TimeUnit::Day << vietnam(2026, 5, 4, 17);
    QTest::newRow("15:00:00") << vietnam(2026, 11, 23, 15) << 0 << TimeUnit::SameDay15h << vietnam(2026, 11, 23, 17);
    QTest::newRow("15:00:00.999") << vietnam(2026, 11, 23, 15).addMSecs(999) << 0 << TimeUnit::SameDay15h << vietnam(2026, 11, 23, 17);
    QTest::newRow("15:00:01") << vietnam(2026, 11, 23, 15, 0, 1) << 0 << TimeUnit::SameDay15h << vietnam(2026, 11, 25, 17);
    QTest::newRow("same day on a Saturday") << vietnam(2026, 11, 21, 9) << 0 << TimeUnit::SameDay15h << vietnam(2026, 11, 23, 17);
    QTest::newRow("same day on a make-up Saturday") << vietnam(2026, 8, 22, 9) << 0 << TimeUnit::SameDay15h << vietnam(2026, 8, 22, 17);
    QTest::newRow("same day on a holiday") << vietnam(2026, 11, 24, 9) << 0 << TimeUnit::SameDay15h << vietnam(2026, 11, 25, 17);
    QTest::newRow("early morning is yesterday in UTC") << vietnam(2026, 11, 23, 6, 30) << 1 << TimeUnit::WorkingDay << vietnam(2026, 11, 25, 17);
    QTest::newRow("received on Saturday") << vietnam(2026, 11, 21, 9) << 1 << TimeUnit::WorkingDay << vietnam(2026, 11, 23, 17);
    QTest::newRow("make-up Saturday counts") << vietnam(2026, 8, 21, 9) << 1 << TimeUnit::WorkingDay << vietnam(2026, 8, 22, 17);
    QTest::newRow("month") << vietnam(2026, 10, 24, 9) << 1 << TimeUnit::Month << vietnam(2026, 11, 25, 17);
    QTest::newRow("month of 28 days") << vietnam(2026, 1, 31, 9) << 1 << TimeUnit::Month << vietnam(2026, 3, 2, 17);
    QTest::newRow("8 hours") << vietnam(2026, 11, 23, 9) << 8 << TimeUnit::Hour << vietnam(2026, 11, 23, 17);
    QTest::newRow("9 hours") << vietnam(2026, 11, 23, 9) << 9 << TimeUnit::Hour << vietnam(2026, 11, 25, 8, 30);
    QTest::newRow("hours from the evening") << vietnam(2026, 11, 23, 20) << 2 << TimeUnit::Hour << vietnam(2026, 11, 25, 9, 30);
    QTest::newRow("no time in the catalogue") << vietnam(2026, 11, 23, 9) << 0 << TimeUnit::WorkingDay << QDateTime();
    QTest::newRow("other") << vietnam(2026, 11, 23, 9) << 3 << TimeUnit::Other << QDateTime();
    QTest::newRow("not received") << QDateTime() << 3 << TimeUnit::WorkingDay << QDateTime();
}

void tst_Deadline::due() {
    QFETCH(QDateTime, received);
    QFETCH(int, value);
    QFETCH(TimeUnit, unit);
    QFETCH(QDateTime, expected);
    QCOMPARE(dueMoment(received, value, unit, m_calendar, UnitSettings()), expected);
}

void tst_Deadline::cutOff_data() {
    QTest::addColumn<QDateTime>("moment");
    QTest::addColumn<bool>("before");
    QTest::newRow("morning") << vietnam(2026, 11, 23, 8) << true;
    QTest::newRow("15:00:00") << vietnam(2026, 11, 23, 15) << true;
    QTest::newRow("15:00:01") << vietnam(2026, 11, 23, 15, 0, 1) << false;
    QTest::newRow("holiday") << vietnam(2026, 11, 24, 8) << false;
    QTest::newRow("Sunday") << vietnam(2026, 11, 22, 8) << false;
}

void tst_Deadline::cutOff() {
    QFETCH(QDateTime, moment);
    QFETCH(bool, before);
    QCOMPARE(beforeCutOff(moment, m_calendar, UnitSettings()), before);
    UnitSettings late;
    late.sameDayCutOff = QTime(15, 30);
    QCOMPARE(beforeCutOff(vietnam(2026, 11, 23, 15, 30), m_calendar, late), true);
}

void tst_Deadline::supplementMovesTheDue_data() {
    QTest::addColumn<TimeUnit>("unit");
    QTest::addColumn<QDateTime>("asked");
    QTest::addColumn<QDateTime>("returned");
    QTest::addColumn<QDateTime>("expected");
    const auto working = TimeUnit::WorkingDay;
    // Received Mon 2 November, 5 working days: due Mon 9 November.
    QTest::newRow("example 8: 4 working days") << working << vietnam(2026, 11, 4, 10) << vietnam(2026, 11, 10, 10) << vietnam(2026, 11, 13, 17);
    QTest::newRow("same day") << working << vietnam(2026, 11, 4, 10) << vietnam(2026, 11, 4, 16) << vietnam(2026, 11, 9, 17);
    QTest::newRow("over the weekend") << working << vietnam(2026, 11, 6, 10) << vietnam(2026, 11, 9, 8) << vietnam(2026, 11, 10, 17);
    QTest::newRow("over the holiday") << working << vietnam(2026, 11, 6, 10) << vietnam(2026, 11, 25, 8) << vietnam(2026, 11, 26, 17);
    QTest::newRow("clock went back") << working << vietnam(2026, 11, 6, 10) << vietnam(2026, 11, 5, 10) << vietnam(2026, 11, 9, 17);
    // Days and months are counted through weekends; what ends on a day off goes on to the next working day.
    const auto calendar = TimeUnit::Day;
    QTest::newRow("calendar days") << calendar << vietnam(2026, 11, 4, 10) << vietnam(2026, 11, 12, 10) << vietnam(2026, 11, 17, 17);
    QTest::newRow("calendar days over a weekend") << calendar << vietnam(2026, 11, 6, 10) << vietnam(2026, 11, 9, 8) << vietnam(2026, 11, 12, 17);
    QTest::newRow("calendar days onto a Saturday") << calendar << vietnam(2026, 11, 2, 10) << vietnam(2026, 11, 7, 8) << vietnam(2026, 11, 16, 17);
    QTest::newRow("calendar days, same day") << calendar << vietnam(2026, 11, 4, 10) << vietnam(2026, 11, 4, 16) << vietnam(2026, 11, 9, 17);
    QTest::newRow("a month") << TimeUnit::Month << vietnam(2026, 11, 6, 10) << vietnam(2026, 11, 9, 8) << vietnam(2026, 11, 12, 17);
    QTest::newRow("hours that were left") << TimeUnit::Hour << vietnam(2026, 11, 9, 10) << vietnam(2026, 11, 11, 15) << vietnam(2026, 11, 12, 12, 30);
    // A day off counts as the next working day.
    QTest::newRow("brought on a Saturday") << working << vietnam(2026, 11, 6, 10) << vietnam(2026, 11, 7, 10) << vietnam(2026, 11, 10, 17);
    QTest::newRow("asked on a Saturday") << working << vietnam(2026, 11, 7, 10) << vietnam(2026, 11, 9, 10) << vietnam(2026, 11, 9, 17);
    QTest::newRow("brought after closing") << working << vietnam(2026, 11, 9, 10) << vietnam(2026, 11, 9, 17, 30) << vietnam(2026, 11, 10, 17);
    const auto sameDay = TimeUnit::SameDay15h;
    QTest::newRow("same-day matter, in time") << sameDay << vietnam(2026, 11, 9, 10) << vietnam(2026, 11, 9, 14) << vietnam(2026, 11, 9, 17);
    QTest::newRow("same-day matter, after 15:00") << sameDay << vietnam(2026, 11, 9, 10) << vietnam(2026, 11, 9, 15, 30) << vietnam(2026, 11, 10, 17);
    QTest::newRow("same-day matter, on a Saturday") << sameDay << vietnam(2026, 11, 9, 10) << vietnam(2026, 11, 14, 9) << vietnam(2026, 11, 16, 17);
    QTest::newRow("same-day matter, later at 16:50")
        << sameDay << vietnam(2026, 11, 9, 10) << vietnam(2026, 11, 12, 16, 50) << vietnam(2026, 11, 13, 17);
}

void tst_Deadline::supplementMovesTheDue() {
    QFETCH(TimeUnit, unit);
    QFETCH(QDateTime, asked);
    QFETCH(QDateTime, returned);
    QFETCH(QDateTime, expected);
    QCOMPARE(shiftedDue(vietnam(2026, 11, 9, 17), {asked, returned}, {unit}, m_calendar, UnitSettings()), expected);
    QVERIFY(!shiftedDue({}, {asked, returned}, {unit}, m_calendar, UnitSettings()).isValid());
}

/// The limit's last day moves, not the working day it was put off to.
void tst_Deadline::calendarLimitMovesFromItsLastDay_data() {
    QTest::addColumn<TimeUnit>("unit");
    QTest::addColumn<int>("value");
    QTest::addColumn<QDateTime>("received");
    QTest::addColumn<QList<int>>("waits"); // days, one after the other
    QTest::addColumn<QDateTime>("expected");
    const auto day = TimeUnit::Day;
    QTest::newRow("ends on a working day") << day << 30 << vietnam(2027, 1, 6, 9) << QList{7} << vietnam(2027, 2, 12, 17);
    QTest::newRow("ended at Tet") << day << 30 << vietnam(2027, 1, 7, 9) << QList{1} << vietnam(2027, 2, 12, 17);
    QTest::newRow("Saturday, a day") << day << 30 << vietnam(2026, 11, 5, 9) << QList{1} << vietnam(2026, 12, 7, 17);
    QTest::newRow("Saturday, two days") << day << 30 << vietnam(2026, 11, 5, 9) << QList{2} << vietnam(2026, 12, 7, 17);
    QTest::newRow("Sunday, three days") << day << 30 << vietnam(2026, 11, 6, 9) << QList{3} << vietnam(2026, 12, 9, 17);
    QTest::newRow("twice asked") << day << 30 << vietnam(2026, 11, 5, 9) << QList{1, 1} << vietnam(2026, 12, 7, 17);
    QTest::newRow("three times") << day << 30 << vietnam(2026, 11, 5, 9) << QList{1, 1, 1} << vietnam(2026, 12, 8, 17);
    QTest::newRow("a month, ends on a Saturday") << TimeUnit::Month << 1 << vietnam(2026, 11, 5, 9) << QList{1} << vietnam(2026, 12, 7, 17);
    QTest::newRow("same day") << day << 30 << vietnam(2026, 11, 5, 9) << QList{0} << vietnam(2026, 12, 7, 17);
}

void tst_Deadline::calendarLimitMovesFromItsLastDay() {
    QFETCH(TimeUnit, unit);
    QFETCH(int, value);
    QFETCH(QDateTime, received);
    QFETCH(QList<int>, waits);
    QFETCH(QDateTime, expected);
    QDateTime due = dueMoment(received, value, unit, m_calendar, UnitSettings());
    Limit limit{unit, value, received};
    QDateTime asked = received.addDays(1);
    for (const int days : waits) {
        const QDateTime returned = asked.addDays(days).addSecs(60);
        due = shiftedDue(due, {asked, returned}, limit, m_calendar, UnitSettings());
        limit.waitedDays += waitedDays(asked, returned);
        asked = returned.addSecs(60);
    }
    QCOMPARE(due, expected);
    // What was told otherwise, by an older program or by agreement, moves from there.
    const QDateTime told = vietnam(2026, 12, 14, 17);
    QCOMPARE(shiftedDue(told, {vietnam(2026, 11, 10, 9), vietnam(2026, 11, 12, 9)}, {unit, value, received}, m_calendar, UnitSettings()),
        vietnam(2026, 12, 16, 17));
}

void tst_Deadline::punctuality_data() {
    QTest::addColumn<QDateTime>("completed");
    QTest::addColumn<int>("supplements");
    QTest::addColumn<QDateTime>("waitingSince");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<Punctuality>("local");
    QTest::addColumn<Punctuality>("national");
    const QDateTime later = vietnam(2026, 12, 1, 9);
    const QDateTime never;
    // Due Thu 19 November 17:00.
    QTest::newRow("example 9: collected later") << vietnam(2026, 11, 19, 16, 55) << 0 << never << later << Punctuality::OnTime << Punctuality::OnTime;
    QTest::newRow("example 10: two requests") << vietnam(2026, 11, 19, 16, 55) << 2 << never << later << Punctuality::OnTime << Punctuality::Late;
    QTest::newRow("one request") << vietnam(2026, 11, 19, 16, 55) << 1 << never << later << Punctuality::OnTime << Punctuality::OnTime;
    QTest::newRow("to the second") << vietnam(2026, 11, 19, 17) << 0 << never << later << Punctuality::OnTime << Punctuality::OnTime;
    QTest::newRow("a second late") << vietnam(2026, 11, 19, 17, 0, 1) << 0 << never << later << Punctuality::Late << Punctuality::Late;
    QTest::newRow("a day early") << vietnam(2026, 11, 18, 17) << 0 << never << later << Punctuality::Early << Punctuality::Early;
    QTest::newRow("open within date") << never << 0 << never << vietnam(2026, 11, 19, 9) << Punctuality::OpenInTime << Punctuality::OpenInTime;
    QTest::newRow("open overdue") << never << 0 << never << later << Punctuality::OpenLate << Punctuality::OpenLate;
    QTest::newRow("waits for the citizen") << never << 1 << vietnam(2026, 11, 17, 9) << later << Punctuality::OpenInTime << Punctuality::Early;
    QTest::newRow("waits for the citizen again") << never << 2 << vietnam(2026, 11, 17, 9) << later << Punctuality::OpenInTime << Punctuality::Late;
}

void tst_Deadline::punctuality() {
    QFETCH(QDateTime, completed);
    QFETCH(int, supplements);
    QFETCH(QDateTime, waitingSince);
    QFETCH(QDateTime, now);
    QFETCH(Punctuality, local);
    QFETCH(Punctuality, national);
    Dossier dossier;
    dossier.due = vietnam(2026, 11, 19, 17);
    dossier.completed = completed;
    dossier.supplements = supplements;
    dossier.supplementAsked = waitingSince;
    QCOMPARE(localPunctuality(dossier, now), local);
    QCOMPARE(nationalPunctuality(dossier, now), national);
    // Nothing is owed of one that was taken back or not taken in, however long ago.
    for (const State state : {State::Stopped, State::Refused}) {
        Dossier ended = dossier;
        ended.completed = {};
        ended.state = state;
        QCOMPARE(localPunctuality(ended, now), Punctuality::Settled);
        QCOMPARE(nationalPunctuality(ended, now), supplements > 1 ? Punctuality::Late : Punctuality::Settled);
    }
    dossier.due = {};
    QCOMPARE(localPunctuality(dossier, now), Punctuality::NoDate);
}

QTEST_GUILESS_MAIN(tst_Deadline)
#include "tst_Deadline.moc"
