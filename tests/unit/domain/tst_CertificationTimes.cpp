// When what is certified is due (NĐ 23/2015/NĐ-CP, Điều 7, 21, 33, 37; certification.md §3), with the calendar that comes with the program.

#include "BoatSale.h"
#include "DomainDesk.h"
#include "app/domain/Deadline.h"
#include "app/domain/jobs/JobTimes.h"

#include <QFile>
#include <QTest>

using namespace motcua::domain;
using namespace motcua::domain::test;

class tst_CertificationTimes : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void due_data();
    void due();
    void otherUnits();
    void extensions_data();
    void extensions();

private:
    Calendar m_calendar;
    UnitSettings m_settings;
};

namespace {

struct Row {
    QDate received;
    QTime time;
    int value;
    TimeUnit unit;
    int extension; ///< working days
    QDate due;
};

QDateTime at(QDate day, QTime time) {
    return QDateTime(day, time, Qt::OffsetFromUTC, 7 * 3600).toUTC();
}

const QString complex = QStringLiteral("Giao dịch có nội dung phức tạp");

}

void tst_CertificationTimes::initTestCase() {
    QFile file(QStringLiteral(MOTCUA_SOURCE_DIR "/resources/catalogue/holidays.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto calendar = calendarFromCsv(file.readAll());
    QVERIFY(calendar);
    m_calendar = *calendar;
}

/// Same-day matters at the cut-off, transactions of two working days, each with and without an extension of two: over week-ends, Tết, holidays that
/// bridge days make longer, make-up Saturdays and the year's end.
void tst_CertificationTimes::due_data() {
    QTest::addColumn<QDateTime>("received");
    QTest::addColumn<int>("value");
    QTest::addColumn<TimeUnit>("unit");
    QTest::addColumn<int>("extension");
    QTest::addColumn<QDate>("due");
    const Row rows[] = {
        {{2026, 11, 23}, {15, 0, 0}, 0, TimeUnit::SameDay15h, 0, {2026, 11, 23}},
        {{2026, 11, 23}, {15, 0, 0}, 0, TimeUnit::SameDay15h, 2, {2026, 11, 26}},
        {{2026, 11, 23}, {15, 0, 1}, 0, TimeUnit::SameDay15h, 0, {2026, 11, 25}},
        {{2026, 11, 23}, {15, 0, 1}, 0, TimeUnit::SameDay15h, 2, {2026, 11, 27}},
        {{2026, 11, 25}, {7, 30, 0}, 0, TimeUnit::SameDay15h, 0, {2026, 11, 25}},
        {{2026, 11, 25}, {7, 30, 0}, 0, TimeUnit::SameDay15h, 2, {2026, 11, 27}},
        {{2026, 11, 27}, {15, 0, 0}, 0, TimeUnit::SameDay15h, 0, {2026, 11, 27}},
        {{2026, 11, 27}, {15, 0, 0}, 0, TimeUnit::SameDay15h, 2, {2026, 12, 1}},
        {{2026, 11, 27}, {15, 0, 1}, 0, TimeUnit::SameDay15h, 0, {2026, 11, 30}},
        {{2026, 11, 27}, {15, 0, 1}, 0, TimeUnit::SameDay15h, 2, {2026, 12, 2}},
        {{2026, 11, 28}, {9, 0, 0}, 0, TimeUnit::SameDay15h, 0, {2026, 11, 30}},
        {{2026, 11, 28}, {9, 0, 0}, 0, TimeUnit::SameDay15h, 2, {2026, 12, 2}},
        {{2026, 11, 24}, {9, 0, 0}, 0, TimeUnit::SameDay15h, 0, {2026, 11, 25}},
        {{2026, 11, 24}, {9, 0, 0}, 0, TimeUnit::SameDay15h, 2, {2026, 11, 27}},
        {{2026, 2, 13}, {15, 0, 0}, 0, TimeUnit::SameDay15h, 0, {2026, 2, 13}},
        {{2026, 2, 13}, {15, 0, 0}, 0, TimeUnit::SameDay15h, 2, {2026, 2, 24}},
        {{2026, 2, 13}, {15, 0, 1}, 0, TimeUnit::SameDay15h, 0, {2026, 2, 23}},
        {{2026, 2, 13}, {15, 0, 1}, 0, TimeUnit::SameDay15h, 2, {2026, 2, 25}},
        {{2026, 2, 17}, {10, 0, 0}, 0, TimeUnit::SameDay15h, 0, {2026, 2, 23}},
        {{2026, 2, 17}, {10, 0, 0}, 0, TimeUnit::SameDay15h, 2, {2026, 2, 25}},
        {{2026, 4, 24}, {15, 0, 1}, 0, TimeUnit::SameDay15h, 0, {2026, 4, 28}},
        {{2026, 4, 24}, {15, 0, 1}, 0, TimeUnit::SameDay15h, 2, {2026, 5, 4}},
        {{2026, 4, 29}, {15, 0, 1}, 0, TimeUnit::SameDay15h, 0, {2026, 5, 4}},
        {{2026, 4, 29}, {15, 0, 1}, 0, TimeUnit::SameDay15h, 2, {2026, 5, 6}},
        {{2026, 12, 31}, {15, 0, 0}, 0, TimeUnit::SameDay15h, 0, {2026, 12, 31}},
        {{2026, 12, 31}, {15, 0, 0}, 0, TimeUnit::SameDay15h, 2, {2027, 1, 5}},
        {{2026, 12, 31}, {15, 0, 1}, 0, TimeUnit::SameDay15h, 0, {2027, 1, 4}},
        {{2026, 12, 31}, {15, 0, 1}, 0, TimeUnit::SameDay15h, 2, {2027, 1, 6}},
        {{2026, 8, 22}, {15, 0, 0}, 0, TimeUnit::SameDay15h, 0, {2026, 8, 22}},
        {{2026, 8, 22}, {15, 0, 0}, 0, TimeUnit::SameDay15h, 2, {2026, 8, 25}},
        {{2026, 8, 22}, {15, 0, 1}, 0, TimeUnit::SameDay15h, 0, {2026, 8, 24}},
        {{2026, 8, 22}, {15, 0, 1}, 0, TimeUnit::SameDay15h, 2, {2026, 8, 26}},
        {{2026, 8, 28}, {15, 0, 1}, 0, TimeUnit::SameDay15h, 0, {2026, 9, 3}},
        {{2026, 8, 28}, {15, 0, 1}, 0, TimeUnit::SameDay15h, 2, {2026, 9, 7}},
        {{2025, 12, 31}, {16, 0, 0}, 0, TimeUnit::SameDay15h, 0, {2026, 1, 5}},
        {{2025, 12, 31}, {16, 0, 0}, 0, TimeUnit::SameDay15h, 2, {2026, 1, 7}},
        {{2026, 11, 23}, {9, 0, 0}, 2, TimeUnit::WorkingDay, 0, {2026, 11, 26}},
        {{2026, 11, 23}, {9, 0, 0}, 2, TimeUnit::WorkingDay, 2, {2026, 11, 30}},
        {{2026, 11, 23}, {15, 0, 1}, 2, TimeUnit::WorkingDay, 0, {2026, 11, 26}},
        {{2026, 11, 23}, {15, 0, 1}, 2, TimeUnit::WorkingDay, 2, {2026, 11, 30}},
        {{2026, 11, 26}, {9, 0, 0}, 2, TimeUnit::WorkingDay, 0, {2026, 11, 30}},
        {{2026, 11, 26}, {9, 0, 0}, 2, TimeUnit::WorkingDay, 2, {2026, 12, 2}},
        {{2026, 11, 27}, {16, 59, 0}, 2, TimeUnit::WorkingDay, 0, {2026, 12, 1}},
        {{2026, 11, 27}, {16, 59, 0}, 2, TimeUnit::WorkingDay, 2, {2026, 12, 3}},
        {{2026, 2, 11}, {9, 0, 0}, 2, TimeUnit::WorkingDay, 0, {2026, 2, 13}},
        {{2026, 2, 11}, {9, 0, 0}, 2, TimeUnit::WorkingDay, 2, {2026, 2, 24}},
        {{2026, 2, 12}, {9, 0, 0}, 2, TimeUnit::WorkingDay, 0, {2026, 2, 23}},
        {{2026, 2, 12}, {9, 0, 0}, 2, TimeUnit::WorkingDay, 2, {2026, 2, 25}},
        {{2026, 2, 13}, {9, 0, 0}, 2, TimeUnit::WorkingDay, 0, {2026, 2, 24}},
        {{2026, 2, 13}, {9, 0, 0}, 2, TimeUnit::WorkingDay, 2, {2026, 2, 26}},
        {{2026, 4, 24}, {9, 0, 0}, 2, TimeUnit::WorkingDay, 0, {2026, 4, 29}},
        {{2026, 4, 24}, {9, 0, 0}, 2, TimeUnit::WorkingDay, 2, {2026, 5, 5}},
        {{2026, 4, 28}, {9, 0, 0}, 2, TimeUnit::WorkingDay, 0, {2026, 5, 4}},
        {{2026, 4, 28}, {9, 0, 0}, 2, TimeUnit::WorkingDay, 2, {2026, 5, 6}},
        {{2026, 8, 27}, {9, 0, 0}, 2, TimeUnit::WorkingDay, 0, {2026, 9, 3}},
        {{2026, 8, 27}, {9, 0, 0}, 2, TimeUnit::WorkingDay, 2, {2026, 9, 7}},
        {{2026, 8, 31}, {9, 0, 0}, 2, TimeUnit::WorkingDay, 0, {2026, 9, 4}},
        {{2026, 8, 31}, {9, 0, 0}, 2, TimeUnit::WorkingDay, 2, {2026, 9, 8}},
        {{2026, 12, 30}, {9, 0, 0}, 2, TimeUnit::WorkingDay, 0, {2027, 1, 4}},
        {{2026, 12, 30}, {9, 0, 0}, 2, TimeUnit::WorkingDay, 2, {2027, 1, 6}},
        {{2026, 12, 31}, {9, 0, 0}, 2, TimeUnit::WorkingDay, 0, {2027, 1, 5}},
        {{2026, 12, 31}, {9, 0, 0}, 2, TimeUnit::WorkingDay, 2, {2027, 1, 7}},
        {{2025, 1, 24}, {9, 0, 0}, 2, TimeUnit::WorkingDay, 0, {2025, 2, 4}},
        {{2025, 1, 24}, {9, 0, 0}, 2, TimeUnit::WorkingDay, 2, {2025, 2, 6}},
    };
    for (const Row& row : rows)
        QTest::addRow(
            "%s + %d + %d", qPrintable(row.received.toString(Qt::ISODate) + row.time.toString(QStringLiteral(" HH:mm:ss"))), row.value, row.extension)
            << at(row.received, row.time) << row.value << row.unit << row.extension << row.due;
}

void tst_CertificationTimes::due() {
    QFETCH(QDateTime, received);
    QFETCH(int, value);
    QFETCH(TimeUnit, unit);
    QFETCH(int, extension);
    QFETCH(QDate, due);
    const QDateTime plain = dueMoment(received, value, unit, m_calendar, m_settings);
    const QDateTime longest = extendedDue(plain, extension, TimeUnit::WorkingDay, m_calendar, m_settings);
    QCOMPARE(longest, at(due, QTime(17, 0)));
    QCOMPARE(extension == 0, longest == plain);
}

void tst_CertificationTimes::otherUnits() {
    const QDateTime plain = at(QDate(2026, 11, 23), QTime(17, 0));
    QCOMPARE(extendedDue(plain, 1, TimeUnit::Day, m_calendar, m_settings), at(QDate(2026, 11, 25), QTime(17, 0))); // the 24th is off
    QCOMPARE(extendedDue(plain, 5, TimeUnit::Day, m_calendar, m_settings), at(QDate(2026, 11, 30), QTime(17, 0))); // a Saturday
    QCOMPARE(extendedDue(plain, 1, TimeUnit::Month, m_calendar, m_settings), at(QDate(2026, 12, 23), QTime(17, 0)));
    QCOMPARE(extendedDue(at(QDate(2026, 11, 23), QTime(16, 0)), 2, TimeUnit::Hour, m_calendar, m_settings), at(QDate(2026, 11, 25), QTime(8, 30)));
    QCOMPARE(extendedDue(plain, 2, TimeUnit::SameDay15h, m_calendar, m_settings), plain);
    QVERIFY(!extendedDue(QDateTime(), 2, TimeUnit::Day, m_calendar, m_settings).isValid());
}

/// Received on Monday 23/11/2026 at 9: due on Thursday 26/11 (the 24th is off), extended by two working days on Monday 30/11.
void tst_CertificationTimes::extensions_data() {
    QTest::addColumn<int>("value"); // of the kind's extension; -1: it has none
    QTest::addColumn<bool>("mayAgree");
    QTest::addColumn<QString>("ground"); // empty: no extension
    QTest::addColumn<bool>("agreed");
    QTest::addColumn<QDate>("due"); // invalid: not given
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, int value, bool mayAgree, const QString& ground, bool agreed, QDate due, const char* error) {
        QTest::newRow(name) << value << mayAgree << ground << agreed << due << QString::fromLatin1(error);
    };
    const QDate plain(2026, 11, 26);
    row("as the law says", 2, true, {}, false, {}, "");
    row("as the law says, told", 2, true, {}, false, plain, "");
    row("later without a word", 2, true, {}, false, plain.addDays(1), "extension.missing");
    row("earlier", 2, true, {}, false, plain.addDays(-1), "");
    row("extended to the last", 2, true, complex, false, {}, "");
    row("extended by a day", 2, true, complex, false, plain.addDays(1), "");
    row("extended by two working days", 2, true, complex, false, QDate(2026, 11, 30), "");
    row("extended by three", 2, true, complex, false, QDate(2026, 12, 1), "extension.too-long");
    row("extended to the same day", 2, true, complex, false, plain, "extension.no-longer");
    row("on another ground", 2, true, QStringLiteral("Bận"), false, {}, "extension.unknown-ground");
    row("agreed on", 2, true, complex, true, QDate(2026, 12, 15), "");
    row("agreed on without a day", 2, true, complex, true, {}, "dossier.due-missing");
    row("agreed on the same day", 2, true, complex, true, plain, "extension.no-longer");
    row("agreed on the last day", 2, true, complex, true, QDate(2027, 11, 24), "");
    row("agreed on the day after", 2, true, complex, true, QDate(2027, 11, 25), "extension.too-long");
    row("agreed where it may not be", 2, false, complex, true, QDate(2026, 12, 15), "extension.not-by-agreement");
    row("only by agreement", 0, true, complex, false, {}, "extension.only-by-agreement");
    row("only by agreement, agreed", 0, true, complex, true, QDate(2026, 12, 15), "");
    row("a kind that has none", -1, false, complex, false, {}, "extension.not-foreseen");
    row("a kind that has none, due later", -1, false, {}, false, QDate(2026, 12, 15), "");
}

void tst_CertificationTimes::extensions() {
    QFETCH(int, value);
    QFETCH(bool, mayAgree);
    QFETCH(QString, ground);
    QFETCH(bool, agreed);
    QFETCH(QDate, due);
    JobKind job = saleKind();
    if (value < 0)
        job.time->extension.reset();
    else
        job.time->extension->value = value;
    if (job.time->extension)
        job.time->extension->agreed = mayAgree;
    Filing filing = sale();
    filing.received = vietnam(2026, 11, 23, 9);
    filing.due = due.isValid() ? at(due, QTime(17, 0)) : QDateTime();
    filing.extension = ground.isEmpty() ? std::nullopt : std::optional(Extension{ground, agreed});
    const auto outcome = checkExtension(job, filing, m_calendar, m_settings);
    QTEST(outcome ? QString() : outcome.error().code, "error");
}

QTEST_APPLESS_MAIN(tst_CertificationTimes)
#include "tst_CertificationTimes.moc"
