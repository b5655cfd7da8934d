// What desks do with a kind of job that was published: its book is theirs, and what they send of it is judged by its description.

#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/jobs/JobFees.h"
#include "app/domain/jobs/JobReader.h"
#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/sync/JobsTest.h"

#include <QTest>

using namespace motcua;

class tst_GatewayJobBooks : public QObject, private test::JobsTest {
    Q_OBJECT

private slots:
    void init() { QVERIFY(startGateway()); }

    void everyDeskGetsTheBook();
    void aClosedVolumeIsFollowedByTheNextOfItsBook();
    void whatDoesNotFitIsRefused_data();
    void whatDoesNotFitIsRefused();
    void anEntryStandsInItsOwnBook();

private:
    /// A dossier of the invented kind, as a desk that knows it receives it.
    static domain::Event boatReceived(const test::CopyJob& job);
};

domain::Event tst_GatewayJobBooks::boatReceived(const test::CopyJob& job) {
    domain::Event event = job.received(test::todaysCode(1));
    auto& body = std::get<domain::DossierReceived>(event.body);
    QJsonObject description = read(boats() + QStringLiteral("/boat-paper/job.json"));
    description.insert(QStringLiteral("templates"), QJsonObject{{QStringLiteral("boat-attestation"), QStringLiteral("x")}});
    body.procedure = {QStringLiteral("9.000001"), QStringLiteral("2026-11-02"), QStringLiteral("Xác nhận tàu cá neo đậu tại địa phương"),
        QStringLiteral("Thủy sản"), 2, domain::TimeUnit::WorkingDay, QStringLiteral("Quy chế thử nghiệm"), QStringLiteral("Giấy xác nhận tàu cá")};
    body.facts = {{QStringLiteral("boat"), QStringLiteral("QN-12345-TS")}, {QStringLiteral("length"), 24}, {QStringLiteral("copies"), 3},
        {QStringLiteral("use"), QStringLiteral("Khai thác")}};
    const domain::JobKind boats = *domain::readJobKind(description, domain::builtInForms());
    body.procedure.timeValue = boats.time->value;
    body.procedure.timeUnit = boats.time->unit;
    body.job = domain::termsOf(boats, body.procedure, body.facts);
    domain::Procedure row;
    row.version = body.procedure;
    body.fees = domain::feeLines(boats, row, body.facts);
    return event;
}

void tst_GatewayJobBooks::everyDeskGetsTheBook() {
    QVERIFY(volumes(symbol()).empty());
    QCOMPARE(test::publishBoats(*m_gateway), QString());
    const int year = QDate::currentDate().year();
    const auto given = volumes(symbol());
    // This year's and the next one's for each of the four desks.
    QCOMPARE(given.size(), size_t(8));
    QSet<QUuid> desks;
    for (const domain::Volume& volume : given) {
        desks << volume.station.value();
        QCOMPARE(volume.kind, 9);
        QVERIFY(volume.year == year || volume.year == year + 1);
        QCOMPARE(volume.firstNumber, 1);
    }
    QCOMPARE(desks.size(), 4);
    QCOMPARE(volumes(QStringLiteral("SCT/BS")).size(), size_t(8));
    // A desk that comes later has it from the start; the year after next is given when it is asked for.
    QVERIFY(!m_gateway->addDesk(m_gateway->unit(), QStringLiteral("Quầy 4")).isEmpty());
    QCOMPARE(volumes(symbol()).size(), size_t(10));
    QVERIFY(
        m_gateway->ask({QStringLiteral("grant"), QStringLiteral("--unit"), m_gateway->unit(), QStringLiteral("--year"), QString::number(year + 2)})
            .value(QLatin1String("changed"))
            .toBool());
    QCOMPARE(volumes(symbol()).size(), size_t(15));
    QCOMPARE(volumes(QStringLiteral("SCT/BS")).size(), size_t(15));
}

void tst_GatewayJobBooks::aClosedVolumeIsFollowedByTheNextOfItsBook() {
    QCOMPARE(test::publishBoats(*m_gateway), QString());
    const int year = QDate::currentDate().year();
    const auto own = [&](const QString& book) {
        std::vector<domain::Volume> found = volumes(book);
        std::erase_if(found, [&](const domain::Volume& volume) { return volume.station.value() != m_station->id() || volume.year != year; });
        return found;
    };
    QCOMPARE(own(symbol()).size(), size_t(1));
    const test::CopyJob job(*m_gateway);
    test::RecordChain chain(m_station->id());
    const domain::Signer signer{job.supervisor.id, job.supervisor.name, {}, {}};
    const domain::Event closing{domain::VolumeClosed{own(symbol()).front().id, 0, 0, signer}, {}, 0, {}, job.supervisor.id, {}};
    const auto answer = test::push(*m_client, {chain.add(closing)});
    QVERIFY(answer && !answer->refusal);
    // What is published anew brings no volume: the year is closed until the technician opens another.
    QVERIFY(publish(changed([](QJsonObject& json) { json.insert(QStringLiteral("version"), QStringLiteral("2026-11-01b")); }))
                .json.value(QLatin1String("changed"))
                .toBool());
    QCOMPARE(own(symbol()).size(), size_t(1));
    QVERIFY(m_gateway->ask({QStringLiteral("grant"), QStringLiteral("--unit"), m_gateway->unit(), QStringLiteral("--year"), QString::number(year)})
                .value(QLatin1String("changed"))
                .toBool());
    QCOMPARE(own(symbol()).size(), size_t(2));
    // The four desks' volumes of the book are the first to the fourth.
    QCOMPARE(own(symbol()).back().ordinal, 5);
    QCOMPARE(own(QStringLiteral("SCT/BS")).size(), size_t(1));
}

void tst_GatewayJobBooks::whatDoesNotFitIsRefused_data() {
    using Lie = std::function<void(domain::DossierReceived&)>;
    QTest::addColumn<Lie>("lie");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    QTest::newRow("an unknown kind") << Lie([](auto& body) { body.job.kind = QStringLiteral("moon-paper"); }) << "job.unknown" << QString();
    QTest::newRow("an unknown version") << Lie([](auto& body) { body.job.version = QStringLiteral("2031-01-01"); }) << "job.unknown" << QString();
    QTest::newRow("facts out of range") << Lie([](auto& body) { body.facts.insert(QStringLiteral("length"), 99); }) << "job.unfitting"
                                        << "facts.length";
    QTest::newRow("fewer copies owed") << Lie([](auto& body) { body.job.attestations = 1; }) << "job.unfitting"
                                       << "job.attestations";
    QTest::newRow("no number owed") << Lie([](auto& body) {
        body.job.book.clear();
        body.job.attestation.clear();
        body.job.attestations = 0;
    }) << "job.unfitting"
                                    << "job.attestation";
}

void tst_GatewayJobBooks::whatDoesNotFitIsRefused() {
    QFETCH(std::function<void(domain::DossierReceived&)>, lie);
    QFETCH(QString, code);
    QFETCH(QString, field);
    const test::CopyJob job(*m_gateway);
    test::RecordChain chain(m_station->id());
    // Before it is published nobody may know it; a desk that does has it from elsewhere.
    test::RecordChain early = chain;
    const auto unknown = test::push(*m_client, {early.add(boatReceived(job))});
    QVERIFY(unknown && unknown->refusal);
    QCOMPARE(unknown->refusal->code, QStringLiteral("job.unknown"));
    QCOMPARE(unknown->refusal->detail.value(QLatin1String("kind")).toString(), QStringLiteral("boat-paper"));
    QCOMPARE(test::publishBoats(*m_gateway), QString());
    domain::Event event = boatReceived(job);
    lie(std::get<domain::DossierReceived>(event.body));
    test::RecordChain astray = chain;
    const auto answer = test::push(*m_client, {astray.add(event)});
    QVERIFY(answer && answer->refusal);
    QCOMPARE(answer->refusal->code, code);
    QCOMPARE(answer->refusal->detail.value(QLatin1String("field")).toString(), field);
    // The true one goes through, on the same serving program.
    const auto sound = test::push(*m_client, {chain.add(boatReceived(job))});
    QVERIFY(sound);
    QCOMPARE(sound->refusal ? sound->refusal->code : QString(), QString());
}

void tst_GatewayJobBooks::anEntryStandsInItsOwnBook() {
    QCOMPARE(test::publishBoats(*m_gateway), QString());
    const auto volume = [&](const QString& book) {
        for (const domain::Volume& each : volumes(book))
            if (each.station.value() == m_station->id() && each.year == QDate::currentDate().year())
                return each.id;
        return domain::VolumeId();
    };
    const test::CopyJob job(*m_gateway);
    test::RecordChain chain(m_station->id());
    const std::vector<protocol::Record> before{chain.add(boatReceived(job)), chain.add(job.submitted()), chain.add(job.approved())};
    test::RecordChain astray = chain;
    const auto answer = test::push(*m_client, {before[0], before[1], before[2], astray.add(job.registered(volume(QStringLiteral("SCT/BS")), 1))});
    QVERIFY(answer && answer->refusal);
    QCOMPARE(answer->refusal->code, QStringLiteral("book.wrong-kind"));
    QCOMPARE(answer->mark.seq, 3);
    domain::Event registered = job.registered(volume(symbol()), 1);
    domain::BookEntry& row = std::get<domain::EntryRegistered>(registered.body).entry;
    const auto received = boatReceived(job);
    row = test::rowOf(std::get<domain::DossierReceived>(received.body), m_gateway->volume(row.volume), 1, row.signer);
    const auto sound = test::push(*m_client, {chain.add(registered)});
    QVERIFY(sound && !sound->refusal);
    // A certified copy has no number in the other book.
    const test::CopyJob copy(*m_gateway);
    const auto crossed = test::push(*m_client, {chain.add(copy.received(test::todaysCode(2))), chain.add(copy.submitted()),
                                                   chain.add(copy.approved()), chain.add(copy.registered(volume(symbol()), 2))});
    QVERIFY(crossed && crossed->refusal);
    QCOMPARE(crossed->refusal->code, QStringLiteral("book.wrong-kind"));
    const QJsonObject check = m_gateway->check();
    for (const char* fault : {"gaps", "doubled", "lost"})
        QCOMPARE(check.value(QLatin1String(fault)).toInt(-1), 0);
}

QTEST_GUILESS_MAIN(tst_GatewayJobBooks)
#include "tst_GatewayJobBooks.moc"
