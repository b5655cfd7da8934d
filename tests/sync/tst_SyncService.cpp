#include "sync/http/EnrolmentClient.h"
#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/support/gateway/TestStation.h"
#include "tests/support/line/station/EnrolledStation.h"

#include <QDir>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace motcua;
using test::EnrolledStation;
using test::TestAuthority;

Q_DECLARE_METATYPE(motcua::domain::EventBody)

/// The whole client against a real gateway: enrolment, both lanes, refusals, claims and who may not come in.
class tst_SyncService : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void sendsAndConfirms();
    void receivesTheUnitsSettings();
    void wakingSendsWhatIsNew();
    void aRefusalWaitsForAPersonAndHoldsUpNothingElse();
    void whatNobodyMayDoHoldsUpNothing_data();
    void whatNobodyMayDoHoldsUpNothing();
    void whatDoesNotStandIsDoneAnew();
    void aBlobThatThePlatformLostIsBroughtAgain();
    void pagesOfOtherDesksAreFetched();
    void aLargePageGoesInPieces();
    void aCutPageGoesOnWhereItStopped();
    void aForeignStationCertificateIsRefused();
    void aRevokedStationIsToldSo();
    void claims();
    void aClaimThatCameToNothingIsTold();
    void stoppingIsFinal();
    void enrolmentFaults_data();
    void enrolmentFaults();
    void aCodeWorksOnce();

private:
    QFileInfoList uploads() const { return QDir(m_gateway->directory() + QStringLiteral("/uploads")).entryInfoList(QDir::Files); }
    qsizetype openUploads() const { return uploads().size(); }
    qint64 bytesInUploads() const {
        const QFileInfoList files = uploads();
        return std::accumulate(files.begin(), files.end(), qint64(0), [](qint64 sum, const QFileInfo& file) { return sum + file.size(); });
    }

    std::unique_ptr<test::GatewayProcess> m_gateway;
    std::unique_ptr<EnrolledStation> m_station;
};

namespace {

constexpr int patience = 20'000;

/// The code and detail of how an enrolment ended; empty: enrolled.
QString enrol(const QUrl& listener, const QString& code) {
    http::EnrolmentClient client;
    QString ended = QStringLiteral("-");
    QObject::connect(&client, &http::EnrolmentClient::enrolled, &client, [&] { ended.clear(); });
    QObject::connect(&client, &http::EnrolmentClient::failed, &client, [&](const base::Error& error) { ended = error.code; });
    client.begin({listener, code, {}, QStringLiteral("Quầy")});
    (void)QTest::qWaitFor([&] { return ended != QStringLiteral("-"); }, patience);
    return ended;
}

}

void tst_SyncService::init() {
    m_gateway = std::make_unique<test::GatewayProcess>();
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    m_station = std::make_unique<EnrolledStation>(*m_gateway, 0);
    QVERIFY2(m_station->isEnrolled(), qPrintable(m_station->error()));
}

void tst_SyncService::cleanup() {
    m_station.reset();
    m_gateway.reset();
}

void tst_SyncService::sendsAndConfirms() {
    m_station->work(20);
    const auto service = m_station->service();
    QTRY_VERIFY_WITH_TIMEOUT(m_station->isConfirmed(*service), patience);
    QCOMPARE(service->status().unsentBlobs, 0);
    QCOMPARE(service->status().line, engine::Line::Up);
    QVERIFY(service->status().lastContact.isValid());
    service->stop();
    QCOMPARE(m_gateway->stats().value("events").toInt(), 200);
    QCOMPARE(m_gateway->stats().value("blobs").toInt(), 20);
}

void tst_SyncService::receivesTheUnitsSettings() {
    const auto service = m_station->service();
    QSignalSpy received(service.get(), &engine::Service::received);
    const auto has = [this](const char* kind) {
        const auto items = m_station->store().items();
        return std::any_of(items.cbegin(), items.cend(), [kind](const protocol::FeedItem& item) { return item.kind == QLatin1String(kind); });
    };
    for (const char* kind : {"settings", "catalogue", "calendar", "accounts", "volume", "code-range"})
        QTRY_VERIFY2_WITH_TIMEOUT(has(kind), kind, patience);
    // The lane stores before it tells.
    QTRY_VERIFY_WITH_TIMEOUT(!received.isEmpty(), patience);
}

void tst_SyncService::wakingSendsWhatIsNew() {
    http::SyncOptions usual;
    const auto service = m_station->service(0, usual);
    for (int round = 0; round < 5; ++round) {
        m_station->work(1);
        service->wake();
        service->wake();
        QTRY_VERIFY_WITH_TIMEOUT(m_station->isConfirmed(*service), patience);
    }
}

void tst_SyncService::aRefusalWaitsForAPersonAndHoldsUpNothingElse() {
    m_station->work(1);
    domain::Event lost;
    lost.body = domain::NoteAdded{QStringLiteral("x")};
    lost.dossier = domain::DossierId(m_station->store().records(0, 1)->front().header.dossier);
    lost.actor = domain::UserId::make(1);
    lost.at = QDateTime::currentDateTimeUtc();
    m_station->store().append(lost);
    m_station->work(1);
    const auto service = m_station->service();
    QTRY_COMPARE_WITH_TIMEOUT(service->status().push, engine::Step::NeedsYou, patience);
    QTRY_COMPARE_WITH_TIMEOUT(service->status().refusals, 1, patience);
    QCOMPARE(service->status().acknowledged, 10);
    QCOMPARE(m_station->store().refusals()->front().seq, 11);
    // The page of the dossier behind it has gone all the same, and the feed is read.
    QTRY_COMPARE_WITH_TIMEOUT(service->status().unsentBlobs, 0, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_station->store().items().isEmpty(), patience);
    service->wake();
    service->tryNow();
    QTRY_COMPARE_WITH_TIMEOUT(service->status().push, engine::Step::NeedsYou, patience);
    QCOMPARE(service->status().refusals, 1);
}

void tst_SyncService::whatNobodyMayDoHoldsUpNothing_data() {
    QTest::addColumn<domain::EventBody>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("an approval by a clerk") << domain::EventBody(
                                                   domain::DossierApproved{{domain::UserId::make(2), QStringLiteral("Trần Văn Minh"), {}, {}}, false})
                                            << "event.wrong-role";
    QTest::newRow("a negative fee") << domain::EventBody(domain::FeeCollected{-6000, domain::PaymentMethod::Cash, domain::FeeStage::Result, {}})
                                    << "event.malformed";
}

/// The platform holds it where it stands in the chain, somebody is asked to see to it, and all the rest is confirmed.
void tst_SyncService::whatNobodyMayDoHoldsUpNothing() {
    QFETCH(domain::EventBody, body);
    QFETCH(QString, code);
    m_station->work(1);
    const domain::DossierId dossier(m_station->store().records(0, 1)->front().header.dossier);
    m_station->store().append({body, dossier, 3, {}, m_station->clerk(), QDateTime::currentDateTimeUtc()});
    m_station->work(1);
    const auto service = m_station->service();
    QTRY_COMPARE_WITH_TIMEOUT(service->status().acknowledged, 21, patience);
    QTRY_COMPARE_WITH_TIMEOUT(service->status().refusals, 1, patience);
    const auto refused = m_station->store().refusedForGood();
    QCOMPARE(refused.front().code, code);
    QCOMPARE(refused.front().seq, 11);
    QVERIFY(m_station->store().refusals()->empty());
    QTRY_COMPARE_WITH_TIMEOUT(service->status().unsentBlobs, 0, patience);
    QCOMPARE(m_gateway->check().value(QLatin1String("lost")).toInt(-1), 0);
    QCOMPARE(m_gateway->check().value(QLatin1String("refused")).toInt(-1), 1);
}

/// With a real journal: the dossier is as it was before, the act is done anew, and both sides agree in the end.
void tst_SyncService::whatDoesNotStandIsDoneAnew() {
    m_station = std::make_unique<EnrolledStation>(*m_gateway, 1, EnrolledStation::Keeping::Journal);
    QVERIFY2(m_station->isEnrolled(), qPrintable(m_station->error()));
    journal::Unlocked& journal = m_station->journal();
    const auto service = m_station->service();
    connect(service.get(), &engine::Service::received, this, [&] { QVERIFY(journal.projection().refresh()); });
    m_station->work(1, 2, 0);
    QVERIFY(journal.projection().refresh());
    const domain::DossierId dossier = journal.archive().dossiers({})->front().id;
    const QString code = journal.archive().dossier(dossier)->code;
    const auto append = [&](domain::EventBody body, qint64 version) {
        const domain::Event event{std::move(body), dossier, version, domain::StationId(m_station->credentials().station), m_station->clerk(),
            QDateTime::currentDateTimeUtc()};
        QVERIFY(journal.journal().append({event}));
        QVERIFY(journal.projection().apply({event}));
    };
    append(domain::DossierApproved{{m_station->clerk(), QStringLiteral("Nguyễn Thị Lan"), {}, {}}, false}, 3);
    QCOMPARE(journal.archive().dossier(dossier)->state, domain::State::Completed);
    service->wake();
    QTRY_VERIFY_WITH_TIMEOUT(m_station->isConfirmed(*service), patience);
    QTRY_COMPARE_WITH_TIMEOUT(journal.archive().dossier(dossier)->state, domain::State::Processing, patience);
    const auto tray = journal.exchange().refusals();
    QCOMPARE(tray->size(), size_t(1));
    QVERIFY(tray->front().forGood);
    QCOMPARE(tray->front().reason, QStringLiteral("event.wrong-role"));
    QCOMPARE(tray->front().code, code);

    append(domain::DossierWithdrawn{QStringLiteral("Công dân rút hồ sơ")}, 3);
    service->wake();
    QTRY_VERIFY_WITH_TIMEOUT(m_station->isConfirmed(*service), patience);
    QCOMPARE(journal.exchange().refusals()->size(), size_t(1));
    service->stop();
    QJsonObject check = m_gateway->check();
    for (const char* fault : {"lost", "doubled", "gaps", "irregular"})
        QCOMPARE(check.value(QLatin1String(fault)).toInt(-1), 0);
    QCOMPARE(check.value(QLatin1String("refused")).toInt(-1), 1);
}

void tst_SyncService::aBlobThatThePlatformLostIsBroughtAgain() {
    m_station->work(1);
    const auto pending = m_station->store().pendingBlobs(10);
    QVERIFY(pending && pending->size() == 1);
    QVERIFY(m_station->store().blobHeld(pending->front().hash));
    const auto service = m_station->service();
    QTRY_VERIFY_WITH_TIMEOUT(m_station->isConfirmed(*service), patience);
    QCOMPARE(service->status().refusals, 0);
}

void tst_SyncService::pagesOfOtherDesksAreFetched() {
    EnrolledStation other(*m_gateway, 1, EnrolledStation::Keeping::Journal);
    QVERIFY2(other.isEnrolled(), qPrintable(other.error()));
    m_station->work(5, 2);
    const auto pages = m_station->store().pendingBlobs(10);
    QCOMPARE(pages->size(), 5u);
    const auto receiving = other.service();
    const auto sending = m_station->service();
    QTRY_VERIFY_WITH_TIMEOUT(m_station->isConfirmed(*sending), patience);
    for (const engine::PendingBlob& page : *pages) {
        QTRY_VERIFY_WITH_TIMEOUT(other.journal().blobs().contains(page.hash), patience);
        QCOMPARE(*other.journal().blobs().read(page.hash), *m_station->store().readBlob(page.hash));
    }
}

void tst_SyncService::aLargePageGoesInPieces() {
    test::FaultyLine line(m_station->authority().server(), m_station->behind());
    m_station->work(1, 2, 3 * 1024 * 1024 + 7);
    const auto service = m_station->service(line.port());
    QTRY_VERIFY_WITH_TIMEOUT(m_station->isConfirmed(*service), patience);
    QCOMPARE(m_gateway->stats().value("blobs").toInt(), 1);
    QCOMPARE(openUploads(), 0);
}

void tst_SyncService::aCutPageGoesOnWhereItStopped() {
    m_station->work(1, 2, 3 * 1024 * 1024 + 7);
    {
        test::FaultyLine line(m_station->authority().server(), m_station->behind());
        // The mark, the feed and the creation pass, and one or two of the four pieces.
        for (int request = 5; request < 1000; ++request)
            line.faultAt(request, test::Fault::CutBefore);
        const auto service = m_station->service(line.port());
        QTRY_VERIFY_WITH_TIMEOUT(line.faultsDone() > 0 && bytesInUploads() > 0, patience);
        QTRY_COMPARE_WITH_TIMEOUT(service->status().line, engine::Line::Down, patience);
        service->stop();
    }
    QVERIFY(!m_station->store().pendingBlobs(1)->front().upload.isEmpty());
    const auto service = m_station->service();
    QTRY_VERIFY_WITH_TIMEOUT(m_station->isConfirmed(*service), patience);
    // A second upload would have left the first one lying.
    QCOMPARE(openUploads(), 0);
    QCOMPARE(m_gateway->stats().value("blobs").toInt(), 1);
}

void tst_SyncService::aForeignStationCertificateIsRefused() {
    const test::Identity stranger = TestAuthority::make().station(m_station->credentials().station.toByteArray(QUuid::WithoutBraces));
    http::Credentials credentials = m_station->credentials();
    credentials.certificate = stranger.certificate;
    credentials.key = stranger.key;
    m_station->work(1);
    http::SyncService service(
        credentials, [this] { return base::Result<engine::Store*>(&m_station->store()); }, EnrolledStation::quick());
    service.start();
    QTRY_COMPARE_WITH_TIMEOUT(service.status().lastError.code, QString("sync.certificate-refused"), patience);
    QCOMPARE(*m_station->store().acknowledged(), 0);
}

void tst_SyncService::aRevokedStationIsToldSo() {
    m_gateway->ask({"revoke", "--station", m_station->credentials().station.toString(QUuid::WithoutBraces)});
    m_station->work(1);
    const auto service = m_station->service();
    QTRY_COMPARE_WITH_TIMEOUT(service->status().lastError.code, QString("sync.certificate-refused"), patience);
    QCOMPARE(service->status().lastError.detail.value("platform"), QString("station.revoked"));
}

void tst_SyncService::claims() {
    m_station->work(1);
    const auto service = m_station->service();
    QTRY_VERIFY_WITH_TIMEOUT(m_station->isConfirmed(*service), patience);
    QSignalSpy answered(service.get(), &engine::Service::claimAnswered);
    const QString dossier = m_station->store().records(0, 1)->front().header.dossier.toString(QUuid::WithoutBraces);
    service->claim(dossier);
    QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 1, patience);
    QCOMPARE(answered.at(0).at(0).toString(), dossier);
    QCOMPARE(answered.at(0).at(1).value<base::Error>().code, QString());
    service->claim(QUuid::createUuid().toString(QUuid::WithoutBraces));
    QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 2, patience);
    QCOMPARE(answered.at(1).at(1).value<base::Error>().code, QString("claim.unknown"));
    m_gateway->kill();
    service->claim(dossier);
    QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 3, patience);
    QCOMPARE(answered.at(2).at(1).value<base::Error>().code, QString("sync.no-line"));
}

void tst_SyncService::aClaimThatCameToNothingIsTold() {
    std::array<test::TestStation, 2> desks;
    for (size_t i = 0; i < desks.size(); ++i)
        QCOMPARE(desks[i].enrol(*m_gateway, m_gateway->codes().at(static_cast<qsizetype>(i) + 1)), 201);
    const auto holder = desks[0].connect(*m_gateway);
    test::RecordChain chain(desks[0].id());
    const test::CopyJob job(*m_gateway);
    QVERIFY(!test::push(*holder, {chain.add(job.received(test::todaysCode(1000)))})->refusal);
    const auto service = m_station->service();
    QSignalSpy answered(service.get(), &engine::Service::claimAnswered);
    service->claim(job.dossier.toString());
    QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 1, patience);
    QCOMPARE(answered.at(0).at(1).value<base::Error>().code, QString());
    QVERIFY(!test::push(*holder, {chain.add(job.released(desks[1].id(), 2))})->refusal);
    QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 2, patience);
    QCOMPARE(answered.at(1).at(0).toString(), job.dossier.toString());
    QCOMPARE(answered.at(1).at(1).value<base::Error>().code, QString("claim.not-answered"));
}

void tst_SyncService::stoppingIsFinal() {
    m_station->work(50);
    const auto service = m_station->service();
    service->stop();
    service->stop();
    service->wake();
    service->tryNow();
    service->claim(QStringLiteral("x"));
    const qint64 acknowledged = *m_station->store().acknowledged();
    QCOMPARE(*m_station->store().acknowledged(), acknowledged);
    const auto again = m_station->service();
    QTRY_VERIFY_WITH_TIMEOUT(m_station->isConfirmed(*again), patience);
}

void tst_SyncService::enrolmentFaults_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("expected");
    QTest::newRow("not a code") << 0 << "enrolment.code-malformed";
    QTest::newRow("a secret nobody gave out") << 1 << "enrolment.code-wrong";
    QTest::newRow("a code of another platform") << 2 << "enrolment.wrong-platform";
    QTest::newRow("nobody is there") << 3 << "enrolment.no-answer";
    QTest::newRow("not an address") << 4 << "enrolment.address-malformed";
    QTest::newRow("not https") << 5 << "enrolment.address-malformed";
}

void tst_SyncService::enrolmentFaults() {
    QFETCH(int, kind);
    QFETCH(QString, expected);
    const QString good = m_gateway->codes().at(1);
    const auto invented = protocol::EnrolmentCode::make(QByteArray(8, 'r'), m_station->authority().der()).toText();
    const auto foreign = protocol::EnrolmentCode::make(QByteArray(8, 'r'), TestAuthority::make().der()).toText();
    const QUrl listener(m_gateway->enrolmentUrl());
    const QString codes[] = {QStringLiteral("ABC"), invented, foreign, good, good, good};
    const QUrl urls[] = {listener, listener, listener, QUrl("https://127.0.0.1:1"), QUrl("nowhere"), QUrl("http://127.0.0.1")};
    QCOMPARE(enrol(urls[kind], codes[kind]), expected);
    // Whatever went wrong, the good code still works.
    QCOMPARE(enrol(listener, good), QString());
}

void tst_SyncService::aCodeWorksOnce() {
    QCOMPARE(enrol(QUrl(m_gateway->enrolmentUrl()), m_gateway->codes().at(0)), QString("enrolment.code-wrong"));
}

QTEST_GUILESS_MAIN(tst_SyncService)
#include "tst_SyncService.moc"
