#include "app/domain/Catalogue.h"
#include "app/domain/jobs/BuiltInJobs.h"
#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/sync/RecordTest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace motcua;

/// What is taken although it is not as the catalogue has it: the person at the counter is served, and the technicians are told.
class tst_GatewayDoubts : public QObject, private test::RecordTest {
    Q_OBJECT

private slots:
    void init();

    void isTakenAndTold_data();
    void isTakenAndTold();

private:
    /// The catalogue in force.
    domain::Catalogue catalogue();
};

void tst_GatewayDoubts::init() {
    QVERIFY2(startGateway(), m_gateway->errors().constData());
    QVERIFY(enrolDesk());
}

domain::Catalogue tst_GatewayDoubts::catalogue() {
    const auto answer = m_client->Get("/v1/feed?after=0&limit=1000");
    domain::Catalogue newest;
    for (const QJsonValue& item : QJsonDocument::fromJson(QByteArray::fromStdString(answer->body))[QLatin1String("items")].toArray())
        if (item[QLatin1String("kind")].toString() == QLatin1String("catalogue"))
            newest = domain::Catalogue::fromJson(item[QLatin1String("body")].toObject()).value_or(newest);
    return newest;
}

void tst_GatewayDoubts::isTakenAndTold_data() {
    QTest::addColumn<QString>("procedure");
    QTest::addColumn<qint64>("fee");
    QTest::addColumn<QString>("edition");
    QTest::addColumn<QString>("told");
    const QString none;
    QTest::newRow("as the catalogue has it") << "2.000913" << qint64(30'000) << none << none;
    QTest::newRow("tea money") << "2.000913" << qint64(9'000'000) << none << "fee.not-of-catalogue fees";
    QTest::newRow("without its fee") << "2.000913" << qint64(0) << none << "fee.not-of-catalogue fees";
    QTest::newRow("of an edition that is not known here") << "2.000913" << qint64(30'000) << "2019-01-01"
                                                          << "procedure.edition-unknown procedure.catalogue";
    QTest::newRow("tea money, with the province's suffix") << "2.000913.000.00.00.H49" << qint64(9'000'000) << none << "fee.not-of-catalogue fees";
    QTest::newRow("a procedure of nobody's") << "02.000815" << qint64(0) << none << "procedure.unknown procedure.code";
}

void tst_GatewayDoubts::isTakenAndTold() {
    QFETCH(QString, procedure);
    QFETCH(qint64, fee);
    QFETCH(QString, edition);
    QFETCH(QString, told);
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    domain::Event event = job.received(nextCode());
    auto& body = std::get<domain::DossierReceived>(event.body);
    const domain::Catalogue inForce = catalogue();
    if (const domain::Procedure* row = inForce.find(procedure))
        body.procedure = row->version;
    body.procedure.code = procedure;
    if (!edition.isEmpty())
        body.procedure.catalogue = edition;
    const domain::Jobs jobs = domain::builtInJobs();
    body.facts = {};
    body.job = domain::termsOf(*jobs.inForce(QLatin1String(domain::generalKind), body.received.date()), body.procedure, {});
    if (fee > 0)
        body.fees = {{QStringLiteral("Lệ phí"), fee, 1, fee, {}}};
    const auto answer = test::push(*m_client, {chain.add(event)});
    QVERIFY(answer);
    QCOMPARE(answer->refusal ? answer->refusal->code : QString(), QString());
    const QJsonObject check = m_gateway->check();
    QCOMPARE(check.value(QLatin1String("irregular")).toInt(-1), told.isEmpty() ? 0 : 1);
    QCOMPARE(check.value(QLatin1String("lost")).toInt(-1), 0);
    if (!told.isEmpty())
        QVERIFY2(check[QLatin1String("faults")][0].toString().endsWith(QStringLiteral("irregular, ") + told),
            qPrintable(check[QLatin1String("faults")][0].toString()));
}

QTEST_GUILESS_MAIN(tst_GatewayDoubts)
#include "tst_GatewayDoubts.moc"
