// What is attested on paper, outside the program: nothing leaves without the number that it was given there.

#include "DomainDesk.h"

#include <QTest>

using namespace motcua::domain;
using namespace motcua::domain::test;

class tst_ByHand : public QObject {
    Q_OBJECT

private slots:
    void everyCertificationOwesANumber();
    void nothingLeavesWithoutItsNumber();
    void whatIsNoNumberIsRefused_data();
    void whatIsNoNumberIsRefused();
    void theLaterNumberCounts();

private:
    static Receive signatureIntake() {
        Receive receive = Desk::copyIntake();
        receive.intake.procedure.code = QStringLiteral("2.000884");
        receive.intake.facts = {};
        receive.intake.fees = {{QStringLiteral("Phí"), 10'000, 1, 10'000, {}}};
        return receive;
    }
    /// Approved and paid.
    static void complete(Desk& desk) {
        desk.job = builtInJobs().inForce(QStringLiteral("attested-by-hand"), QDate(2026, 11, 23));
        QVERIFY(desk.job);
        for (const Command& step : std::initializer_list<Command>{signatureIntake(), Submit{}, Approve{}, CollectFee{}})
            QCOMPARE(desk.act(step), QString());
        QCOMPARE(desk.dossier.state, State::Completed);
    }
    static AttestByHand entry(const QString& number, const QString& volume = QStringLiteral("01/2026-SCT/CK"), QDate date = QDate(2026, 11, 23)) {
        return {{number, volume, date}};
    }
};

/// Those of the catalogue's field that no kind of job attests: copies from a register are issued, not certified.
void tst_ByHand::everyCertificationOwesANumber() {
    Procedure row;
    row.active = true;
    for (const char* code :
        {"2.000815", "2.000884", "2.000913", "2.000927", "2.000942", "2.000992", "2.001008", "2.001016", "2.001019", "2.001035", "2.001406"}) {
        row.version.code = QString::fromLatin1(code);
        const auto kinds = builtInJobs().serving(row, QDate(2026, 11, 30));
        QVERIFY2(!kinds.empty() && (kinds.front()->book || kinds.front()->attested == QLatin1String(attestedByHand)), code);
    }
}

void tst_ByHand::nothingLeavesWithoutItsNumber() {
    Desk desk;
    complete(desk);
    const HandOver handOver{QStringLiteral("Nguyễn Văn An"), true};
    QCOMPARE(desk.act(handOver), QStringLiteral("dossier.no-hand-number"));
    QVERIFY(!admissible(desk.dossier, desk.eventOf(ResultHandedOver{QStringLiteral("An"), true}, desk.clerk)));
    QCOMPARE(desk.act(entry(QStringLiteral(" 152 "))), QString());
    QCOMPARE(desk.dossier.handEntry.number, QStringLiteral("152"));
    QCOMPARE(desk.act(handOver), QString());
    QCOMPARE(desk.act(entry(QStringLiteral("153"))), QStringLiteral("dossier.wrong-state"));
}

void tst_ByHand::whatIsNoNumberIsRefused_data() {
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("volume");
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QString>("error");
    const QString volume = QStringLiteral("01/2026-SCT/CK");
    const QDate today(2026, 11, 23);
    QTest::newRow("blank number") << "  " << volume << today << "hand-entry.number";
    QTest::newRow("number that nobody sees") << QStringLiteral("\u200B\u3164") << volume << today << "hand-entry.number";
    QTest::newRow("volume that nobody sees") << "152" << QStringLiteral("\u2060 \u00AD") << today << "hand-entry.volume";
    QTest::newRow("blank volume") << "152"
                                  << " " << today << "hand-entry.volume";
    QTest::newRow("no day") << "152" << volume << QDate() << "hand-entry.date";
    QTest::newRow("tomorrow") << "152" << volume << today.addDays(1) << "hand-entry.date";
    QTest::newRow("before the receipt") << "152" << volume << today.addDays(-1) << "hand-entry.date";
    QTest::newRow("longer than any number") << QString(5000, QLatin1Char('1')) << volume << today << "dossier.out-of-range";
}

void tst_ByHand::whatIsNoNumberIsRefused() {
    QFETCH(QString, number);
    QFETCH(QString, volume);
    QFETCH(QDate, date);
    QFETCH(QString, error);
    Desk desk;
    complete(desk);
    QCOMPARE(desk.act(entry(number, volume, date)), error);
}

void tst_ByHand::theLaterNumberCounts() {
    Desk desk;
    complete(desk);
    QCOMPARE(desk.act(entry(QStringLiteral("152"))), QString());
    QCOMPARE(desk.act(entry(QStringLiteral("153"))), QString());
    QCOMPARE(desk.dossier.handEntry.number, QStringLiteral("153"));
}

QTEST_GUILESS_MAIN(tst_ByHand)
#include "tst_ByHand.moc"
