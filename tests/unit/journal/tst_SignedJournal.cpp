#include "app/sqlite/Connection.h"
#include "sync/protocol/Act.h"
#include "sync/protocol/RecordCodec.h"
#include "sync/protocol/Signing.h"
#include "tests/support/sqlite/StationBench.h"

#include <QJsonDocument>
#include <QTest>

using namespace motcua;
using test::StationBench;

/// Each person's own key at the desk, the acts that it signs, and what the feed says of others' acts.
class tst_SignedJournal : public QObject {
    Q_OBJECT

private slots:
    void init();

    void nobodySignsUnbound();
    void anActIsSignedWhole();
    void whatNobodyDoesIsNoPartOfIt();
    void nobodySignsForAnother();
    void aLongActIsSignedInParts();
    void theKeyStaysUnderAnotherPassword();
    void aResetMakesAnotherKey();
    void aJournalOfBeforeGetsKeys();
    void whatThePlatformDoesNotTakeSignsNoMore();
    void forgedActsOfOthersAreKeptAside();

private:
    std::vector<protocol::Record> records() const {
        return m_bench->unlocked().syncStore().records(0, 100).value_or(std::vector<protocol::Record>());
    }
    domain::Event received(int number) const { return m_bench->job(number).events().front(); }
    base::Outcome bindAndSeat(domain::UserId user);
    QString login() const { return QString::fromLatin1(StationBench::login); }

    std::unique_ptr<StationBench> m_bench;
};

namespace {

/// Any word will do here: who believes it is the platform's affair.
const QByteArray voucher = R"({"user":"x"})";

bool isSignedBy(const protocol::PersonKey& key, const protocol::Record& record) {
    const auto publicKey = protocol::publicKeyFromDer(key.publicKey());
    return record.act && record.act->key == key.id() && protocol::covers(*record.act, record.header, protocol::hashOf(record.header)) &&
           protocol::isSigned(publicKey.get(), protocol::actText(record.header.station, *record.act), record.act->signature);
}

}

void tst_SignedJournal::init() {
    m_bench = std::make_unique<StationBench>();
    QVERIFY(m_bench->create());
    QVERIFY(m_bench->unlock());
}

base::Outcome tst_SignedJournal::bindAndSeat(domain::UserId user) {
    journal::Unlocked& station = m_bench->unlocked();
    const auto key = station.opener();
    return station.keepVoucher(login(), key->publicKey(), voucher).and_then([&](base::Done) { return station.seat(user, login(), key); });
}

void tst_SignedJournal::nobodySignsUnbound() {
    QVERIFY(m_bench->unlocked().opener());
    QVERIFY(m_bench->unlocked().seat(m_bench->clerk, login(), m_bench->unlocked().opener()));
    QVERIFY(!m_bench->unlocked().signsFor(m_bench->clerk));
    QVERIFY(m_bench->append({received(1)}));
    QVERIFY(!records().front().act);
}

void tst_SignedJournal::anActIsSignedWhole() {
    const auto key = m_bench->unlocked().opener();
    QVERIFY(bindAndSeat(m_bench->clerk));
    QVERIFY(m_bench->unlocked().signsFor(m_bench->clerk));
    const auto events = m_bench->job(1).events();
    QVERIFY(m_bench->append({events[0], events[1]}));
    const auto written = records();
    QCOMPARE(written.size(), size_t(2));
    QCOMPARE(written[0].act, written[1].act);
    for (const protocol::Record& record : written)
        QVERIFY(isSignedBy(*key, record));
    m_bench->unlocked().unseat();
    QVERIFY(!m_bench->unlocked().signsFor(m_bench->clerk));
}

/// As numbers that go back by themselves before a book is closed.
void tst_SignedJournal::whatNobodyDoesIsNoPartOfIt() {
    const auto key = m_bench->unlocked().opener();
    QVERIFY(bindAndSeat(m_bench->clerk));
    domain::Event alone = received(1);
    alone.body = domain::NumbersReturned{domain::VolumeId(QUuid::createUuid()), {{7, 9}}};
    alone.dossier = {};
    alone.dossierVersion = 0;
    alone.actor = {};
    QVERIFY(m_bench->append({alone, received(1)}));
    const auto written = records();
    QCOMPARE(written.size(), size_t(2));
    QVERIFY(!written[0].act);
    QVERIFY(written[1].act && isSignedBy(*key, written[1]));
}

void tst_SignedJournal::nobodySignsForAnother() {
    QVERIFY(bindAndSeat(m_bench->supervisor));
    QVERIFY(m_bench->append({received(1)}));
    QVERIFY(!records().front().act);
}

void tst_SignedJournal::aLongActIsSignedInParts() {
    const auto key = m_bench->unlocked().opener();
    QVERIFY(bindAndSeat(m_bench->clerk));
    std::vector<domain::Event> events;
    for (int i = 1; i <= 20; ++i)
        events.push_back(received(i));
    QVERIFY(m_bench->append(events));
    const auto written = records();
    QCOMPARE(written[15].act, written[0].act);
    QVERIFY(written[16].act != written[0].act);
    for (const protocol::Record& record : written)
        QVERIFY(isSignedBy(*key, record));
}

void tst_SignedJournal::theKeyStaysUnderAnotherPassword() {
    const auto key = m_bench->unlocked().opener();
    QVERIFY(bindAndSeat(m_bench->clerk));
    const auto slot = m_bench->unlocked().slotMaker(login(), "mật khẩu thứ hai", key)();
    QVERIFY(slot);
    QVERIFY(m_bench->unlocked().setPassword(*slot));
    const auto again = m_bench->data().identify(login(), "mật khẩu thứ hai");
    QVERIFY(again);
    QCOMPARE((*again)->id(), key->id());
    QCOMPARE(m_bench->unlocked().voucher(login()).value_or(QByteArray()), voucher);
}

void tst_SignedJournal::aResetMakesAnotherKey() {
    const auto key = m_bench->unlocked().opener();
    QVERIFY(bindAndSeat(m_bench->clerk));
    QVERIFY(m_bench->unlocked().setPassword(login(), "do người khác đặt"));
    const auto other = m_bench->data().identify(login(), "do người khác đặt");
    QVERIFY(other);
    QVERIFY((*other)->id() != key->id());
    QVERIFY(m_bench->unlocked().voucher(login()).value_or(voucher).isEmpty());
    QVERIFY(!m_bench->unlocked().keepVoucher(login(), key->publicKey(), voucher));
}

void tst_SignedJournal::aJournalOfBeforeGetsKeys() {
    m_bench->close();
    {
        const auto connection = sqlite::Connection::open(m_bench->databaseFile(), {sqlite::Access::ReadWrite, {}});
        QVERIFY(connection);
        QVERIFY((*connection)
                    ->execute("DROP TABLE security; DROP TABLE security_pending; DROP TABLE tried; DROP TABLE standing; DROP TABLE stranded; "
                              "DROP TABLE epoch; DROP TABLE door; DROP TABLE person; "
                              "ALTER TABLE record DROP COLUMN act; UPDATE fact SET value = CAST('3' AS BLOB) WHERE name = 'schema'"));
    }
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->unlock());
    QVERIFY(m_bench->unlocked().opener());
    const auto again = m_bench->data().identify(login(), QString::fromUtf8(StationBench::password));
    QVERIFY(again);
    QCOMPARE((*again)->id(), m_bench->unlocked().opener()->id());
    QVERIFY(bindAndSeat(m_bench->clerk));
    // A file that is made to look as of before is doubted, unlike one that is: tst_RecordedJournal.
    QVERIFY(m_bench->unlocked().syncStore().confirmed());
    QVERIFY(m_bench->append({received(1)}));
    QVERIFY(records().front().act);
}

void tst_SignedJournal::whatThePlatformDoesNotTakeSignsNoMore() {
    const auto key = m_bench->unlocked().opener();
    protocol::ActivationRequest request;
    request.publicKey = QString::fromLatin1(key->publicKey().toBase64());
    request.mac = QStringLiteral("AAAA");
    QVERIFY(m_bench->unlocked().keepVoucher(login(), key->publicKey(), QJsonDocument(base::toJson(request)).toJson()));
    QVERIFY(m_bench->unlocked().seat(m_bench->clerk, login(), key));
    QVERIFY(m_bench->append({received(1)}));
    QVERIFY(records().front().act);
    engine::Store& store = m_bench->unlocked().syncStore();
    const auto pending = store.pendingActivations();
    QVERIFY(pending);
    QCOMPARE(pending->size(), size_t(1));
    QVERIFY(store.activated(pending->front(), {}));
    QVERIFY(store.pendingActivations()->empty());
    QVERIFY(!records().front().act);
    QVERIFY(m_bench->append({received(2)}));
    QVERIFY(!records().back().act);
}

void tst_SignedJournal::forgedActsOfOthersAreKeptAside() {
    const auto key = protocol::PersonKey::make().value_or(nullptr);
    QVERIFY(key);
    std::vector<domain::Event> events{received(1), received(2), received(3)};
    for (domain::Event& event : events)
        event.station = domain::StationId::make(77);
    const auto plain = [&](qint64 cursor, size_t number) {
        return StationBench::recordItem(cursor, static_cast<qint64>(number) + 1, events[number]);
    };
    const auto item = [&](qint64 cursor, size_t number, const protocol::PersonKey& with, bool bent) {
        protocol::FeedItem made = plain(cursor, number);
        auto record = *protocol::recordFromJson(made.body);
        record.act = *with.sign(record.header.station, record.header.seq, {protocol::hashOf(record.header)});
        if (bent)
            record.act->signature[12] = static_cast<char>(~record.act->signature[12]);
        made.body = protocol::toJson(record);
        return made;
    };
    const protocol::Record first = *protocol::recordFromJson(plain(1, 0).body);
    protocol::PersonVoucher told;
    told.station = first.header.station.toString(QUuid::WithoutBraces);
    told.user = first.header.actor.toString(QUuid::WithoutBraces);
    told.publicKey = QString::fromLatin1(key->publicKey().toBase64());
    const auto other = protocol::PersonKey::make().value_or(nullptr);
    QVERIFY(m_bench->unlocked().syncStore().receive(
        {{10, QStringLiteral("person-key"), base::toJson(told)}, item(11, 0, *key, false), item(12, 1, *key, true), item(13, 2, *other, false)}));
    QVERIFY(m_bench->unlocked().projection().refresh());
    const auto version = [&](size_t number) {
        return m_bench->unlocked().archive().dossier(events[number].dossier).value_or(domain::Dossier()).version;
    };
    QCOMPARE(version(0), 1);
    QCOMPARE(version(1), 0);
    QCOMPARE(version(2), 0);
}

QTEST_GUILESS_MAIN(tst_SignedJournal)
#include "tst_SignedJournal.moc"
