#include "app/domain/EventChecks.h"
#include "app/domain/EventCodec.h"
#include "tests/unit/domain/DomainDesk.h"

#include <QJsonDocument>
#include <QTest>

using namespace motcua::domain;
using motcua::domain::test::Desk;

/// A procedure without a time in the catalogue: the clerk agrees on a day, with its ground.
class tst_AgreedDue : public QObject {
    Q_OBJECT

private slots:
    void theDayAndItsGroundAreKept();
    void whatIsNotSettledIsRefused_data();
    void whatIsNotSettledIsRefused();
    void firstProgramsReadIt();

private:
    static Receive undated(const QDateTime& due, const QString& ground) {
        Receive receive = Desk::copyIntake();
        receive.intake.procedure.timeUnit = TimeUnit::Other;
        receive.intake.procedure.timeValue = 0;
        receive.intake.due = due;
        receive.intake.dueGround = ground;
        return receive;
    }
    static QDateTime day(int dayOfNovember) { return QDateTime(QDate(2026, 11, dayOfNovember), QTime(10, 0), Qt::UTC); }
};

void tst_AgreedDue::theDayAndItsGroundAreKept() {
    Desk desk;
    QCOMPARE(desk.act(undated(day(27), QStringLiteral("  Thỏa thuận   với người nộp "))), QString());
    QCOMPARE(desk.dossier.due, day(27));
    QCOMPARE(desk.dossier.dueGround, QStringLiteral("Thỏa thuận với người nộp"));
}

void tst_AgreedDue::whatIsNotSettledIsRefused_data() {
    QTest::addColumn<QDateTime>("due");
    QTest::addColumn<QString>("ground");
    QTest::addColumn<QString>("error");
    QTest::newRow("no ground") << day(27) << QStringLiteral("  ") << "dossier.due-without-ground";
    QTest::newRow("yesterday") << day(22) << QStringLiteral("Thỏa thuận") << "dossier.due-in-past";
    QTest::newRow("today") << day(23) << QStringLiteral("Thỏa thuận") << "";
    QTest::newRow("no day at all") << QDateTime() << QString() << "dossier.due-missing";
    QTest::newRow("a ground without a day is nothing") << QDateTime() << QStringLiteral("Thỏa thuận") << "dossier.due-missing";
    QTest::newRow("a ground beyond all length") << day(27) << QString(2001, u'x') << "dossier.out-of-range";
}

void tst_AgreedDue::whatIsNotSettledIsRefused() {
    QFETCH(QDateTime, due);
    QFETCH(QString, ground);
    Desk desk;
    QTEST(desk.act(undated(due, ground)), "error");
    if (!due.isValid())
        QCOMPARE(desk.dossier.dueGround, QString());
}

/// They leave out a field they do not know, so the record stays in the first version.
void tst_AgreedDue::firstProgramsReadIt() {
    const Desk desk;
    const auto bodies = desk.decided(undated(day(27), QStringLiteral("Thỏa thuận")));
    QVERIFY(bodies);
    DossierReceived general = std::get<DossierReceived>(bodies->front());
    general.facts = {};
    general.job = {};
    general.job.kind = QStringLiteral("general");
    general.job.version = QStringLiteral("2025-07-01");
    const EncodedBody encoded = encodeBody(general);
    QCOMPARE(encoded.version, 1);
    const auto back = decodeBody("dossier-received", 1, encoded.json);
    QVERIFY(back);
    QCOMPARE(std::get<DossierReceived>(*back).dueGround, QStringLiteral("Thỏa thuận"));
    DossierReceived groundless = std::get<DossierReceived>(*back);
    groundless.due = {};
    QCOMPARE(wellFormed(groundless).error().detail.value(QStringLiteral("field")), QStringLiteral("dueGround"));
}

QTEST_GUILESS_MAIN(tst_AgreedDue)
#include "tst_AgreedDue.moc"
