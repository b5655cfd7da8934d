// Numbers that nobody will give, as they stand in the book: which of them, of which day.

#include "app/domain/WrittenOff.h"
#include "app/domain/numbers/NumberRun.h"

#include <QTest>

using namespace motcua::domain;

namespace {

const QString unused = QString::fromUtf8(unusedReason);
const QString broken = QStringLiteral("Máy hỏng");

NumbersOff off(int first, int last, const QString& reason, QDate day) {
    return {{}, first, last, reason, QDateTime(day, QTime(3, 0), Qt::UTC)};
}

/// "1-3 30/11 Máy hỏng"
QStringList inWords(const std::vector<OffRow>& rows) {
    QStringList words;
    for (const OffRow& row : rows)
        words << QStringLiteral("%1-%2 %3").arg(row.range.first).arg(row.range.last).arg(row.day.toString(QStringLiteral("dd/MM/yyyy")));
    return words;
}

}

class tst_WrittenOff : public QObject {
    Q_OBJECT

private slots:
    void whatWasUsedAfterAllIsNoneOfThem();
    void thoseThatTouchAreOneRow();
    void theDay_data();
    void theDay();
    void theRowSaysWhatItIs();

private:
    static Volume book() {
        Volume volume;
        volume.year = 2026;
        volume.symbol = QStringLiteral("SCT/BS");
        return volume;
    }
};

void tst_WrittenOff::whatWasUsedAfterAllIsNoneOfThem() {
    const QDate day(2026, 11, 30);
    const auto rows = offRows(book(), {{3, day}, {4, day}}, {off(1, 10, broken, day), off(5, 6, broken, day)}, {});
    QCOMPARE(inWords(rows), (QStringList{QStringLiteral("1-2 30/11/2026"), QStringLiteral("5-10 30/11/2026")}));
    QCOMPARE(countOf(rows), 8);
}

void tst_WrittenOff::thoseThatTouchAreOneRow() {
    const QDate day(2026, 11, 30);
    const auto rows = offRows(book(), {}, {off(15, 24, broken, day), off(14, 14, broken, day), off(25, 26, QStringLiteral("Mất máy"), day)}, {});
    QCOMPARE(inWords(rows), (QStringList{QStringLiteral("14-24 30/11/2026"), QStringLiteral("25-26 30/11/2026")}));
}

void tst_WrittenOff::theDay_data() {
    QTest::addColumn<NumbersOff>("gone");
    QTest::addColumn<QDate>("closed");
    QTest::addColumn<bool>("orderOfDates");
    QTest::addColumn<QDate>("day");
    const QDate first(2026, 12, 1);
    const QDate none;
    // 00608 was given on 30 November, 00612 on 1 December.
    QTest::newRow("before a row of November: of November")
        << off(4, 607, QStringLiteral("Khác"), QDate(2026, 12, 3)) << none << false << QDate(2026, 11, 30);
    QTest::newRow("unused, behind November's last row") << off(609, 611, unused, first) << none << false << QDate(2026, 11, 30);
    QTest::newRow("lost on its day") << off(609, 611, broken, first) << none << false << first;
    QTest::newRow("lost in November") << off(609, 611, broken, QDate(2026, 11, 28)) << none << false << QDate(2026, 11, 28);
    QTest::newRow("December's, found out in the new year") << off(613, 915, unused, QDate(2027, 1, 4)) << none << false << QDate(2026, 12, 31);
    QTest::newRow("December's, lost in the new year") << off(613, 915, broken, QDate(2027, 1, 4)) << none << false << QDate(2026, 12, 31);
    QTest::newRow("left over at the closing") << off(613, 915, unused, QDate(2026, 12, 20)) << QDate(2026, 12, 20) << false << QDate(2026, 12, 20);
    QTest::newRow("in the order of dates: its one day") << off(613, 915, unused, QDate(2026, 12, 5)) << none << true << QDate(2026, 12, 4);
    QTest::newRow("never before the rows that stand before it") << off(613, 915, unused, QDate(2026, 12, 5)) << none << false << QDate(2026, 12, 5);
}

void tst_WrittenOff::theDay() {
    QFETCH(NumbersOff, gone);
    QFETCH(QDate, closed);
    QFETCH(bool, orderOfDates);
    QFETCH(QDate, day);
    Volume volume = book();
    volume.closedOn = closed;
    UnitSettings settings;
    settings.orderOfDates = orderOfDates;
    const auto rows = offRows(volume, {{608, QDate(2026, 11, 30)}, {612, QDate(2026, 12, 1)}}, {gone}, settings);
    QCOMPARE(rows.size(), 1u);
    QCOMPARE(rows.front().day, day);
}

void tst_WrittenOff::theRowSaysWhatItIs() {
    Volume volume = book();
    volume.ordinal = 5;
    const BookEntry entry = entryOf({{15, 24}, QDate(2026, 11, 30), broken}, volume);
    QVERIFY(entry.volume.isNull());
    QCOMPARE(entry.numberLabel, QStringLiteral("từ 00015 đến 00024"));
    QCOMPARE(entry.volumeLabel, QStringLiteral("05/2026-SCT/BS"));
    QCOMPARE(entryOf({{15, 15}, {}, broken}, volume).numberLabel, QStringLiteral("00015"));
    BookEntry taken = entry;
    taken.number = 30;
    const auto rows = withWrittenOff({taken}, {{{31, 31}, {}, broken}, {{2, 4}, {}, broken}}, volume);
    QCOMPARE(rows.size(), 3u);
    QCOMPARE(rows[0].number, 2);
    QCOMPARE(rows[1].number, 30);
}

QTEST_GUILESS_MAIN(tst_WrittenOff)
#include "tst_WrittenOff.moc"
