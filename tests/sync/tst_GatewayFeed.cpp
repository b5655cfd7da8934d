#include "app/domain/Volume.h"
#include "sync/protocol/RecordCodec.h"
#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/support/gateway/TestStation.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

#include <future>

using namespace motcua;

class tst_GatewayFeed : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void publishesWhatADeskNeeds();
    void pagesByCursor();
    void refusesBadQueries_data();
    void refusesBadQueries();
    void packsWhereItIsAskedTo_data();
    void packsWhereItIsAskedTo();
    void wakesTheWaiting();
    void aNewerQuestionEndsTheOlder();
    void aFlappingLineIsNotRefused();
    void passesClaimsOn();
    void tellsClaimersApart();

private:
    static QJsonObject pageOf(const httplib::Result& answer) {
        return answer ? QJsonDocument::fromJson(QByteArray::fromStdString(answer->body)).object() : QJsonObject();
    }
    static QJsonArray itemsOf(const httplib::Result& answer) { return pageOf(answer).value(QLatin1String("items")).toArray(); }
    static qint64 endOf(httplib::SSLClient& client) {
        const QJsonArray items = itemsOf(client.Get("/v1/feed?after=0&limit=1000"));
        return items.last().toObject().value(QLatin1String("cursor")).toInteger();
    }
    static std::string feedAfter(qint64 cursor, int wait) { return "/v1/feed?after=" + std::to_string(cursor) + "&wait=" + std::to_string(wait); }
    httplib::Result claim(int station, domain::DossierId dossier) {
        return m_clients[station]->Post("/v1/claims", "{\"dossier\":\"" + dossier.toString().toStdString() + "\"}", "application/json");
    }
    QString nextCode() { return test::todaysCode(++m_serial); }

    std::unique_ptr<test::GatewayProcess> m_gateway;
    std::array<test::TestStation, 3> m_stations;
    std::array<std::unique_ptr<httplib::SSLClient>, 3> m_clients;
    std::vector<test::RecordChain> m_chains;
    int m_serial = 0;
};

void tst_GatewayFeed::initTestCase() {
    m_gateway = std::make_unique<test::GatewayProcess>();
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    for (size_t i = 0; i < m_stations.size(); ++i) {
        QCOMPARE(m_stations[i].enrol(*m_gateway, m_gateway->codes()[static_cast<qsizetype>(i)]), 201);
        m_clients[i] = m_stations[i].connect(*m_gateway);
        m_chains.emplace_back(m_stations[i].id());
    }
}

void tst_GatewayFeed::publishesWhatADeskNeeds() {
    // Of this year and the next: the five books and the series of slips.
    const int numberings = 5 + static_cast<int>(std::size(domain::series::all));
    QMap<QString, int> kinds;
    QJsonObject catalogue;
    for (const QJsonValue& item : itemsOf(m_clients[0]->Get("/v1/feed?after=0"))) {
        ++kinds[item[QLatin1String("kind")].toString()];
        if (item[QLatin1String("kind")].toString() == QLatin1String("catalogue"))
            catalogue = item[QLatin1String("body")].toObject();
    }
    QCOMPARE(kinds, (QMap<QString, int>{{QStringLiteral("catalogue"), 1}, {QStringLiteral("calendar"), 1}, {QStringLiteral("settings"), 1},
                        {QStringLiteral("accounts"), 1}, {QStringLiteral("code-range"), 1}, {QStringLiteral("job"), 16},
                        {QStringLiteral("volume"), 2 * numberings * static_cast<int>(m_gateway->codes().size())}}));
    QCOMPARE(catalogue.value(QLatin1String("procedures")).toArray().size(), 521);
}

void tst_GatewayFeed::pagesByCursor() {
    const qint64 start = endOf(*m_clients[1]);
    const test::CopyJob job(*m_gateway);
    std::vector<protocol::Record> records{m_chains[0].add(job.received(nextCode()))};
    for (int i = 0; i < 24; ++i)
        records.push_back(m_chains[0].add(job.note(QString::number(i))));
    QVERIFY(!test::push(*m_clients[0], records)->refusal);
    std::vector<protocol::Record> seen;
    qint64 cursor = start;
    for (bool more = true; more;) {
        const QJsonObject page = pageOf(m_clients[1]->Get("/v1/feed?limit=10&after=" + std::to_string(cursor)));
        for (const QJsonValue& item : page.value(QLatin1String("items")).toArray()) {
            QVERIFY(item[QLatin1String("cursor")].toInteger() > cursor);
            cursor = item[QLatin1String("cursor")].toInteger();
            const auto record = protocol::recordFromJson(item[QLatin1String("body")].toObject());
            QVERIFY(record);
            seen.push_back(*record);
        }
        more = page.value(QLatin1String("more")).toBool();
    }
    QCOMPARE(seen.size(), records.size());
    QVERIFY(std::equal(seen.begin(), seen.end(), records.begin()));
    QVERIFY(itemsOf(m_clients[0]->Get(feedAfter(start, 0))).isEmpty());
}

void tst_GatewayFeed::refusesBadQueries_data() {
    QTest::addColumn<QByteArray>("query");
    for (const char* query :
        {"after=-1", "after=x", "after=1&limit=0", "after=1&limit=1001", "after=1&wait=26", "after=99999999999999999999", "after="})
        QTest::newRow(query) << QByteArray(query);
}

void tst_GatewayFeed::refusesBadQueries() {
    QFETCH(QByteArray, query);
    QCOMPARE(m_clients[0]->Get("/v1/feed?" + query.toStdString())->status, 400);
}

void tst_GatewayFeed::packsWhereItIsAskedTo_data() {
    QTest::addColumn<QByteArray>("accepted");
    QTest::addColumn<bool>("isPacked");
    QTest::newRow("gzip") << QByteArray("gzip") << true;
    QTest::newRow("among others") << QByteArray("br, gzip ; q=0.5, identity") << true;
    QTest::newRow("in capitals") << QByteArray("GZIP;Q=1") << true;
    QTest::newRow("refused") << QByteArray("gzip;q=0, identity") << false;
    QTest::newRow("refused at length") << QByteArray("gzip; q=0.000") << false;
    QTest::newRow("another of like name") << QByteArray("xgzip, gzipped") << false;
    QTest::newRow("plain") << QByteArray("identity") << false;
}

void tst_GatewayFeed::packsWhereItIsAskedTo() {
    QFETCH(QByteArray, accepted);
    QFETCH(bool, isPacked);
    const auto answer = m_clients[0]->Get("/v1/feed?limit=5", {{"Accept-Encoding", accepted.toStdString()}});
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->get_header_value("Content-Encoding"), std::string(isPacked ? "gzip" : ""));
    QCOMPARE(answer->has_header("Vary"), isPacked);
}

void tst_GatewayFeed::wakesTheWaiting() {
    const qint64 start = endOf(*m_clients[1]);
    auto waiting = std::async(std::launch::async, [&] { return itemsOf(m_clients[1]->Get(feedAfter(start, 25))); });
    const test::CopyJob job(*m_gateway);
    QElapsedTimer since;
    since.start();
    QVERIFY(!test::push(*m_clients[0], {m_chains[0].add(job.received(nextCode()))})->refusal);
    QCOMPARE(waiting.get().size(), 1);
    QVERIFY2(since.elapsed() < 20000, "the item came by the time-out, not by the bell");
    QVERIFY(itemsOf(m_clients[1]->Get(feedAfter(endOf(*m_clients[1]), 1))).isEmpty());
}

void tst_GatewayFeed::aNewerQuestionEndsTheOlder() {
    const qint64 start = endOf(*m_clients[1]);
    const auto other = m_stations[1].connect(*m_gateway);
    QElapsedTimer since;
    since.start();
    auto older = std::async(std::launch::async, [&] { return other->Get(feedAfter(start, 25))->status; });
    while (older.wait_for(std::chrono::milliseconds(20)) != std::future_status::ready && since.elapsed() < 20000)
        QCOMPARE(m_clients[1]->Get(feedAfter(start, 0))->status, 200);
    QCOMPARE(older.get(), 200);
    QVERIFY2(since.elapsed() < 20000, "the older question lay there to its end");
}

void tst_GatewayFeed::aFlappingLineIsNotRefused() {
    const qint64 start = endOf(*m_clients[1]);
    for (int flap = 0; flap < 40; ++flap) {
        const auto line = m_stations[1].connect(*m_gateway);
        QCOMPARE(line->Get("/v1/health")->status, 200);
        // The client goes away without a word and leaves its question lying at the platform.
        line->set_read_timeout(0, 10'000);
        QVERIFY(!line->Get(feedAfter(start, 25)));
    }
    QCOMPARE(m_clients[1]->Get(feedAfter(start, 0))->status, 200);
}

void tst_GatewayFeed::passesClaimsOn() {
    const test::CopyJob job(*m_gateway);
    QVERIFY(!test::push(*m_clients[0], {m_chains[0].add(job.received(nextCode())), m_chains[0].add(job.submitted())})->refusal);
    const qint64 holderAt = endOf(*m_clients[0]);
    auto holder = std::async(std::launch::async, [&] { return itemsOf(m_clients[0]->Get(feedAfter(holderAt, 25))); });
    QCOMPARE(claim(2, job.dossier)->status, 202);
    const QJsonArray wish = holder.get();
    QCOMPARE(wish.size(), 1);
    QCOMPARE(wish[0][QLatin1String("kind")].toString(), QStringLiteral("claim"));
    QCOMPARE(wish[0][QLatin1String("body")][QLatin1String("station")].toString(), m_stations[2].enrolment().station);
    QCOMPARE(claim(2, job.dossier)->status, 202);
    QVERIFY(itemsOf(m_clients[0]->Get(feedAfter(wish[0][QLatin1String("cursor")].toInteger(), 0))).isEmpty());
    const auto other = claim(1, job.dossier);
    QCOMPARE(other->status, 409);
    QVERIFY(other->body.find(m_stations[2].enrolment().station.toStdString()) != std::string::npos);
    QVERIFY(!test::push(*m_clients[0], {m_chains[0].add(job.released(m_stations[2].id(), 3))})->refusal);
    QCOMPARE(claim(2, job.dossier)->status, 200);
    QCOMPARE(claim(1, job.dossier)->status, 202);
}

void tst_GatewayFeed::tellsClaimersApart() {
    const test::CopyJob job(*m_gateway);
    QCOMPARE(claim(1, job.dossier)->status, 404);
    QCOMPARE(m_clients[1]->Post("/v1/claims", "{\"dossier\":\"x\"}", "application/json")->status, 400);
    QVERIFY(!test::push(*m_clients[0], {m_chains[0].add(job.received(nextCode()))})->refusal);
    QCOMPARE(claim(1, job.dossier)->status, 202);
    const qint64 askerAt = endOf(*m_clients[1]);
    QVERIFY(!test::push(*m_clients[0], {m_chains[0].add(job.released(m_stations[2].id(), 2))})->refusal);
    QStringList kinds;
    for (const QJsonValue& item : itemsOf(m_clients[1]->Get(feedAfter(askerAt, 0))))
        kinds << item[QLatin1String("kind")].toString();
    kinds.sort();
    QCOMPARE(kinds, (QStringList{QStringLiteral("claim-refused"), QStringLiteral("record")}));
}

QTEST_GUILESS_MAIN(tst_GatewayFeed)
#include "tst_GatewayFeed.moc"
