#include "app/base/Clock.h"
#include "app/domain/Catalogue.h"
#include "app/domain/jobs/BuiltInJobs.h"
#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/support/gateway/VolumeList.h"
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
    void anInventedProcedureIsRefused();
    void theKindThatWasPassedOver_data();
    void theKindThatWasPassedOver();
    void whatIsCertifiedIsNoGeneralMatter_data();
    void whatIsCertifiedIsNoGeneralMatter();
    void theDayOfAHandNumber_data();
    void theDayOfAHandNumber();
    void oneSlipForAVisit_data();
    void oneSlipForAVisit();

private:
    /// On the last day on which what needs a number was attested by hand.
    domain::Event receivedThen(const test::CopyJob& job);
    /// As a kind of the programs' own; the fee is right.
    domain::Event received(const test::CopyJob& job, const QString& procedure, const char* kind);
    /// What `check` says of the only fault; empty: there is none.
    QString told() const;
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
}

void tst_GatewayDoubts::isTakenAndTold() {
    QFETCH(QString, procedure);
    QFETCH(qint64, fee);
    QFETCH(QString, edition);
    QFETCH(QString, told);
    test::RecordChain chain(m_station->id());
    domain::Event event = receivedThen(test::CopyJob(*m_gateway));
    auto& body = std::get<domain::DossierReceived>(event.body);
    const domain::Catalogue inForce = catalogue();
    if (const domain::Procedure* row = inForce.find(procedure))
        body.procedure = row->version;
    body.procedure.code = procedure;
    if (!edition.isEmpty())
        body.procedure.catalogue = edition;
    const domain::Jobs jobs = domain::builtInJobs();
    const bool byHand = procedure.startsWith(QLatin1String("2.000913"));
    body.facts = {};
    body.job =
        domain::termsOf(*jobs.inForce(byHand ? QStringLiteral("attested-by-hand") : QString::fromLatin1(domain::generalKind), body.received.date()),
            body.procedure, {});
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

void tst_GatewayDoubts::anInventedProcedureIsRefused() {
    test::RecordChain chain(m_station->id());
    domain::Event event = test::CopyJob(*m_gateway).received(nextCode());
    auto& body = std::get<domain::DossierReceived>(event.body);
    body.procedure.code = QStringLiteral("02.000815");
    body.facts = {};
    body.fees = {};
    body.job = domain::termsOf(*domain::builtInJobs().inForce(QLatin1String(domain::generalKind), body.received.date()), body.procedure, {});
    const auto answer = test::push(*m_client, {chain.add(event)});
    QVERIFY(answer && answer->refusal);
    QCOMPARE(answer->refusal->code, QStringLiteral("procedure.unknown"));
}

domain::Event tst_GatewayDoubts::receivedThen(const test::CopyJob& job) {
    const domain::JobKind* byHand = domain::builtInJobs().inForce(QStringLiteral("attested-by-hand"), QDate(2026, 11, 23));
    auto code = domain::DossierCode::parse(nextCode());
    code->date = byHand->until;
    domain::Event event = job.received(code->toString());
    std::get<domain::DossierReceived>(event.body).received = QDateTime(byHand->until, QTime(2, 0), Qt::UTC);
    return event;
}

domain::Event tst_GatewayDoubts::received(const test::CopyJob& job, const QString& procedure, const char* kind) {
    domain::Event event = receivedThen(job);
    auto& body = std::get<domain::DossierReceived>(event.body);
    body.procedure = catalogue().find(procedure)->version;
    body.facts = {};
    body.job = domain::termsOf(*domain::builtInJobs().inForce(QLatin1String(kind), body.received.date()), body.procedure, {});
    body.fees = {{QStringLiteral("Lệ phí"), 30'000, 1, 30'000, {}}};
    return event;
}

QString tst_GatewayDoubts::told() const {
    const QJsonArray faults = m_gateway->check().value(QLatin1String("faults")).toArray();
    return faults.isEmpty() ? QString() : faults[0].toString().section(QStringLiteral("irregular, "), 1);
}

void tst_GatewayDoubts::theKindThatWasPassedOver_data() {
    QTest::addColumn<QString>("procedure");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("reads");
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("told");
    const QString general = QLatin1String(domain::generalKind);
    const QString passedOver = QStringLiteral("job.passed-over job.kind");
    QTest::newRow("of a desk that knows the kind") << "2.000913" << general << QByteArray("3") << 0 << passedOver;
    QTest::newRow("of a desk of before") << "2.000913" << general << QByteArray("2") << 0 << QString();
    QTest::newRow("in a record that knows the kind") << "2.000913" << general << QByteArray("2") << 3 << passedOver;
    QTest::newRow("as it should be") << "2.000913"
                                     << "attested-by-hand" << QByteArray("3") << 0 << QString();
}

void tst_GatewayDoubts::theKindThatWasPassedOver() {
    QFETCH(QString, procedure);
    QFETCH(QString, kind);
    QFETCH(QByteArray, reads);
    QFETCH(int, version);
    QFETCH(QString, told);
    const domain::Event event = received(test::CopyJob(*m_gateway), procedure, kind.toLatin1().constData());
    m_client->set_default_headers({});
    QVERIFY(m_client->Get("/v1/feed?after=0&limit=1", {{"Motcua-Reads", reads.toStdString()}}));
    test::RecordChain chain(m_station->id());
    protocol::Record record = chain.add(event);
    if (version > 0) {
        record.payload = QJsonDocument(base::toJson(std::get<domain::DossierReceived>(event.body))).toJson(QJsonDocument::Compact);
        record.header.version = version;
        record.header.payloadDigest = protocol::payloadDigestOf(record.salt, record.payload);
    }
    const auto answer = test::push(*m_client, {record});
    QVERIFY(answer);
    QCOMPARE(answer->refusal ? answer->refusal->code : QString(), QString());
    QCOMPARE(this->told(), told);
}

void tst_GatewayDoubts::whatIsCertifiedIsNoGeneralMatter_data() {
    QTest::addColumn<QString>("procedure");
    for (const char* procedure : {"2.000815", "2.000884", "2.001035", "2.001019", "2.000942"})
        QTest::newRow(procedure) << QString::fromLatin1(procedure);
}

/// Today, when all that is certified has its book.
void tst_GatewayDoubts::whatIsCertifiedIsNoGeneralMatter() {
    QFETCH(QString, procedure);
    domain::Event event = received(test::CopyJob(*m_gateway), procedure, domain::generalKind);
    auto& body = std::get<domain::DossierReceived>(event.body);
    body.received = QDateTime::currentDateTimeUtc();
    body.code = nextCode();
    test::RecordChain chain(m_station->id());
    const auto answer = test::push(*m_client, {chain.add(event)});
    QVERIFY(answer);
    QCOMPARE(answer->refusal ? answer->refusal->code : QString(), QString());
    QCOMPARE(told(), QStringLiteral("job.passed-over job.kind"));
}

void tst_GatewayDoubts::theDayOfAHandNumber_data() {
    QTest::addColumn<QDate>("day");
    QTest::addColumn<bool>("isTold");
    const QDate today = base::toVietnamTime(QDateTime::currentDateTimeUtc()).date();
    QTest::newRow("today") << today << false;
    QTest::newRow("far ahead") << today.addDays(60'000) << true;
    QTest::newRow("the day after") << today.addDays(2) << true;
    QTest::newRow("before the receipt") << QDate(2026, 11, 28) << true;
    QTest::newRow("a hundred years ago") << today.addDays(-36'500) << true;
}

void tst_GatewayDoubts::theDayOfAHandNumber() {
    QFETCH(QDate, day);
    QFETCH(bool, isTold);
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    const domain::HandEntry entry{QStringLiteral("152"), QStringLiteral("01/2026-SCT/CK"), day};
    domain::Event byHand = job.submitted(4);
    byHand.body = domain::AttestedByHand{entry};
    const auto answer = test::push(*m_client, {chain.add(received(job, QStringLiteral("2.000913"), "attested-by-hand")), chain.add(job.submitted()),
                                                  chain.add(job.approved()), chain.add(byHand)});
    QVERIFY(answer);
    QCOMPARE(answer->refusal ? answer->refusal->code : QString(), QString());
    QCOMPARE(told(), isTold ? QStringLiteral("hand-entry.date date") : QString());
}

void tst_GatewayDoubts::oneSlipForAVisit_data() {
    QTest::addColumn<bool>("sameVisit");
    QTest::addColumn<bool>("isPaid");   // the dossier whose slip it is said to be
    QTest::addColumn<int>("row");       // of the slip that it says
    QTest::addColumn<QString>("named"); // "other", "own", "unknown"
    QTest::addColumn<bool>("together"); // pushed in one batch
    QTest::addColumn<QString>("told");
    const QString lie = QStringLiteral("slip.without-row slipOf");
    for (const bool together : {true, false}) {
        const auto add = [&](const char* name, bool sameVisit, bool isPaid, int row, const char* named, const QString& told) {
            QTest::addRow("%s%s", name, together ? "" : ", later") << sameVisit << isPaid << row << QString::fromLatin1(named) << together << told;
        };
        add("as it is", true, true, 1, "other", {});
        add("of another visit", false, true, 1, "other", lie);
        add("not paid", true, false, 1, "other", lie);
        add("with another number", true, true, 2, "other", lie);
        add("of itself", true, true, 1, "own", lie);
        add("of nobody", true, true, 1, "unknown", lie);
    }
}

/// Who took the fees of several papers on one slip says of which it is; it must have been given it.
void tst_GatewayDoubts::oneSlipForAVisit() {
    QFETCH(bool, sameVisit);
    QFETCH(bool, isPaid);
    QFETCH(int, row);
    QFETCH(QString, named);
    QFETCH(bool, together);
    QFETCH(QString, told);
    test::RecordChain chain(m_station->id());
    const test::CopyJob first(*m_gateway);
    const test::CopyJob second(*m_gateway);
    const auto visit = domain::VisitId::make(QDateTime::currentMSecsSinceEpoch());
    domain::Volume series;
    for (const domain::Volume& volume : test::volumesHeard(*m_client, test::Numbering::Slips))
        if (volume.station.value() == m_station->id() && volume.symbol == QLatin1String(domain::series::fee))
            series = volume;
    const auto numbered = [&series](int number) { return series.slipLabel(number) + QStringLiteral("/PT"); };
    const auto receivedIn = [&](const test::CopyJob& job, domain::VisitId id) {
        domain::Event event = job.received(nextCode());
        std::get<domain::DossierReceived>(event.body).visit = id;
        return event;
    };
    const auto paid = [](const domain::Event& received, const test::CopyJob& job, const QString& number) {
        domain::Event event = job.submitted(2);
        domain::FeeCollected body;
        body.amount = domain::totalOf(std::get<domain::DossierReceived>(received.body).fees);
        body.slipNumber = number;
        event.body = body;
        return event;
    };
    const domain::Event one = receivedIn(first, visit);
    const domain::Event other = receivedIn(second, sameVisit ? visit : domain::VisitId::make(QDateTime::currentMSecsSinceEpoch()));
    domain::Event slip = paid(one, first, numbered(1));
    std::get<domain::FeeCollected>(slip.body).slip = {series.id, 1};
    domain::Event shared = paid(other, second, numbered(row));
    std::get<domain::FeeCollected>(shared.body).slipOf = named == QLatin1String("other") ? first.dossier
                                                         : named == QLatin1String("own") ? second.dossier
                                                                                         : domain::DossierId(QUuid::createUuid());
    test::Records before{chain.add(one), chain.add(other)};
    if (isPaid)
        before.push_back(chain.add(slip));
    std::vector<test::Records> batches{before};
    if (together)
        batches.front().push_back(chain.add(shared));
    else
        batches.push_back({chain.add(shared)});
    for (const test::Records& batch : batches) {
        const auto answer = test::push(*m_client, batch);
        QVERIFY(answer);
        QCOMPARE(answer->refusal ? answer->refusal->code : QString(), QString());
    }
    QCOMPARE(this->told(), told);
}

QTEST_GUILESS_MAIN(tst_GatewayDoubts)
#include "tst_GatewayDoubts.moc"
