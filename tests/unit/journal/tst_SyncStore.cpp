#include "app/domain/EventCodec.h"
#include "app/journal/keys/Secrets.h"
#include "app/sqlite/Connection.h"
#include "sync/protocol/MarkSignature.h"
#include "tests/support/sqlite/StationBench.h"

#include <QFile>
#include <QTest>

#include <openssl/pem.h>

using namespace motcua;
using test::StationBench;

/// SyncStore and what the counter sees of it through Exchange and Archive.
class tst_SyncStore : public QObject {
    Q_OBJECT

private slots:
    void init();
    void marks();
    void forgedMarks_data();
    void forgedMarks();
    void blobsGoBeforeTheirEvent();
    void refusedRecordsWait();
    void feedIsFoldedWhateverTheOrder();
    void publishedThingsReplaceEachOther();
    void kindsOfJobStandBesideOneAnother();
    void malformedDoesNotDisplaceTheGood_data();
    void malformedDoesNotDisplaceTheGood();
    void wishesEndWithTheRelease();
    void malformedItemsDoNotStopTheFeed();
    void rememberWhatThePlatformReads();

private:
    protocol::Mark mark(qint64 seq, const QByteArray& head) const;

    std::unique_ptr<StationBench> m_bench;
    std::optional<protocol::MarkSigner> m_signer;
};

void tst_SyncStore::init() {
    m_bench = std::make_unique<StationBench>();
    QVERIFY(m_bench->create());
    QVERIFY(m_bench->unlock());
    const protocol::KeyPointer key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    const auto pem = [](auto write) {
        const protocol::BioPointer bio(BIO_new(BIO_s_mem()));
        write(bio.get());
        char* text = nullptr;
        const long size = BIO_get_mem_data(bio.get(), &text);
        return QByteArray(text, static_cast<qsizetype>(size));
    };
    m_signer =
        *protocol::MarkSigner::fromPem(pem([&](BIO* bio) { PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr); }));
    QVERIFY(m_bench->unlocked().secrets().put(journal::Secrets::platformKey, pem([&](BIO* bio) { PEM_write_bio_PUBKEY(bio, key.get()); })));
}

protocol::Mark tst_SyncStore::mark(qint64 seq, const QByteArray& head) const {
    return *m_signer->sign(m_bench->station.value(), seq, QString::fromLatin1(head.toHex()));
}

void tst_SyncStore::marks() {
    auto& store = m_bench->unlocked().syncStore();
    const auto job = m_bench->job(1);
    QVERIFY(m_bench->append(job.events()));
    QCOMPARE(*store.acknowledged(), 0);
    const auto records = store.records(2, 3);
    QCOMPARE(records->size(), size_t(3));
    QCOMPARE(records->front().header.seq, 3);
    QCOMPARE(records->front().header.previous, protocol::hashOf(store.records(1, 1)->front().header));
    QCOMPARE(m_bench->unlocked().exchange().unsent(100)->size(), size_t(9));
    QVERIFY(m_bench->unlocked().archive().dossiers({})->front().unsent);
    QVERIFY(store.acknowledge(mark(9, m_bench->unlocked().head()->hash)));
    QCOMPARE(*store.acknowledged(), 9);
    QVERIFY(m_bench->unlocked().projection().refresh());
    QVERIFY(m_bench->unlocked().exchange().unsent(100)->empty());
    QVERIFY(!m_bench->unlocked().archive().dossiers({})->front().unsent);
    // The platform was restored from a copy: what it lost is sent again.
    QVERIFY(store.acknowledge(mark(3, protocol::hashOf(store.records(2, 1)->front().header))));
    QCOMPARE(m_bench->unlocked().exchange().unsent(100)->size(), size_t(6));
}

void tst_SyncStore::forgedMarks_data() {
    QTest::addColumn<QString>("code");
    QTest::newRow("beyond") << "sync.mark-beyond-journal";
    QTest::newRow("other head") << "sync.mark-forged";
    QTest::newRow("no signature") << "sync.mark-forged";
    QTest::newRow("signature of another") << "sync.mark-forged";
    QTest::newRow("not enrolled") << "sync.not-enrolled";
}

void tst_SyncStore::forgedMarks() {
    QFETCH(QString, code);
    QVERIFY(m_bench->append(m_bench->job(1).events()));
    const QByteArray head = m_bench->unlocked().head()->hash;
    protocol::Mark forged = mark(9, head);
    const QByteArray row = QTest::currentDataTag();
    if (row == "beyond")
        forged = mark(10, head);
    else if (row == "other head")
        forged = mark(9, QByteArray(32, 'x'));
    else if (row == "no signature")
        forged.signature.clear();
    else if (row == "signature of another")
        forged.signature = mark(8, head).signature;
    else
        QVERIFY(m_bench->unlocked().secrets().remove(journal::Secrets::platformKey));
    const auto taken = m_bench->unlocked().syncStore().acknowledge(forged);
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, code);
    QCOMPARE(*m_bench->unlocked().syncStore().acknowledged(), 0);
}

void tst_SyncStore::blobsGoBeforeTheirEvent() {
    auto& store = m_bench->unlocked().syncStore();
    const QByteArray page(5000, 'p');
    const auto hash = *m_bench->unlocked().blobs().put(page);
    QVERIFY(m_bench->unlocked().blobs().put("a page of a draft"));
    QVERIFY(store.pendingBlobs(10)->empty());
    QVERIFY(m_bench->append(m_bench->job(1).events()));
    auto job = m_bench->job(2);
    job.page = hash;
    QVERIFY(m_bench->append(job.events()));
    auto pending = store.pendingBlobs(10);
    QCOMPARE(pending->size(), size_t(1));
    QCOMPARE(pending->front().hash, hash);
    QCOMPARE(pending->front().bytes, 5000);
    QCOMPARE(pending->front().neededBy, 10);
    QVERIFY(store.rememberUpload(hash, "/v1/blobs/7"));
    QCOMPARE(store.pendingBlobs(10)->front().upload, QStringLiteral("/v1/blobs/7"));
    QCOMPARE(*store.readBlob(hash), page);
    QVERIFY(store.blobHeld(hash));
    QVERIFY(store.pendingBlobs(10)->empty());
    QVERIFY(store.refuse({10, "record.blob-missing", {hash}}));
    QCOMPARE(store.pendingBlobs(10)->front().upload, QString());
}

void tst_SyncStore::refusedRecordsWait() {
    auto& store = m_bench->unlocked().syncStore();
    QVERIFY(m_bench->append(m_bench->job(1).events()));
    QVERIFY(store.refuse({4, "book.number-gap", {}, {{"number", "7"}, {"expected", "6"}, {"applicant", "Nguyễn Văn An"}}}));
    const auto refused = m_bench->unlocked().exchange().refusals();
    QCOMPARE(refused->size(), size_t(1));
    QCOMPARE(refused->front().reason, QStringLiteral("book.number-gap"));
    QCOMPARE(refused->front().detail, (QMap<QString, QString>{{"number", "7"}, {"expected", "6"}}));
    QCOMPARE(refused->front().kind, QStringLiteral("entry-registered"));
    QVERIFY(refused->front().code.startsWith("H49.30-"));
    QVERIFY(m_bench->unlocked().exchange().unsent(10)->at(3).refused);
    QVERIFY(m_bench->unlocked().exchange().takeOut(4));
    QVERIFY(store.refusals()->empty());
}

void tst_SyncStore::feedIsFoldedWhateverTheOrder() {
    auto& store = m_bench->unlocked().syncStore();
    auto job = m_bench->job(7);
    job.station = domain::StationId::make(99);
    job.page = QString(64, 'c');
    const auto events = job.events();
    std::vector<protocol::FeedItem> items;
    for (size_t i = 0; i < events.size(); ++i)
        items.push_back(StationBench::recordItem(qint64(i) + 1, qint64(events.size() - i), events[events.size() - 1 - i]));
    QVERIFY(store.receive(items));
    QVERIFY(store.receive(items));
    QCOMPARE(*store.feedCursor(), 9);
    // The directory is handed over and its records come once more.
    auto again = StationBench::recordItem(20, 1, events.front());
    QVERIFY(store.receive({again}));
    QCOMPARE(*store.feedCursor(), 20);
    QVERIFY(m_bench->unlocked().projection().refresh());
    const auto dossier = m_bench->unlocked().archive().dossier(job.dossier);
    QVERIFY(dossier);
    QVERIFY(dossier->closed);
    QCOMPARE(dossier->collected, 6000);
    QCOMPARE(dossier->prints, 1);
    QCOMPARE(m_bench->unlocked().journal().history(job.dossier)->size(), events.size());
    QVERIFY(!m_bench->unlocked().archive().dossiers({})->front().unsent);
    QCOMPARE(*store.wantedBlobs(5), QStringList{QString(64, 'c')});
}

void tst_SyncStore::publishedThingsReplaceEachOther() {
    auto& store = m_bench->unlocked().syncStore();
    domain::UnitSettings settings;
    settings.name = QStringLiteral("phường Bãi Cháy");
    const domain::Account account{m_bench->clerk, "lan.nt", "Nguyễn Thị Lan", "Công chức", {}, QStringLiteral("H49.30"), 1, true};
    const domain::CodeRange range{QStringLiteral("H49.30"), m_bench->station, 201, 400};
    QJsonObject accounts{{"accounts", QJsonArray{base::toJson(account)}}};
    QVERIFY(store.receive({{1, "settings", base::toJson(settings)}, {2, "accounts", accounts}, {3, "code-range", base::toJson(range)},
        {4, "calendar", {{"daysOff", QJsonArray{"2026-11-24"}}, {"makeUpDays", QJsonArray{"2026-11-28"}}}}, {5, "catalogue", {{"version", 5}}}}));
    settings.name = QStringLiteral("phường Hạ Long");
    QVERIFY(store.receive({{6, "settings", base::toJson(settings)}, {7, "volume", base::toJson(test::volumeOf(m_bench->station, m_bench->volume))}}));
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->unlock());
    const auto& archive = m_bench->unlocked().archive();
    QCOMPARE(archive.settings().name, settings.name);
    QCOMPARE(archive.accounts().size(), size_t(1));
    QCOMPARE(archive.codeRange().first, 201);
    QVERIFY(!archive.calendar().isWorkingDay(QDate(2026, 11, 24)));
    QVERIFY(archive.calendar().isWorkingDay(QDate(2026, 11, 28)));
    QCOMPARE(archive.volumes()->size(), size_t(1));
}

void tst_SyncStore::kindsOfJobStandBesideOneAnother() {
    const auto kind = [](const char* name, const char* version) {
        return QJsonObject{{"kind", name}, {"version", version}, {"from", "2026-01-01"}, {"name", QJsonObject{{"vi", "Tàu cá"}}}};
    };
    auto& store = m_bench->unlocked().syncStore();
    QVERIFY(store.receive({{1, "job", kind("boat", "1")}}));
    QVERIFY(store.receive({{2, "job", kind("boat", "2")}}));
    QVERIFY(store.receive({{3, "job", kind("net", "1")}}));
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->unlock());
    const domain::Jobs& jobs = m_bench->unlocked().archive().jobs();
    QVERIFY(jobs.find("boat", "1"));
    QVERIFY(jobs.find("boat", "2"));
    QVERIFY(jobs.find("net", "1"));
}

void tst_SyncStore::malformedDoesNotDisplaceTheGood_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QJsonObject>("malformed");
    const QJsonObject nameless{{"code", "2.000815"}};
    QTest::newRow("catalogue without procedures") << "catalogue" << QJsonObject{{"version", "2"}};
    QTest::newRow("catalogue with a nameless one") << "catalogue" << QJsonObject{{"version", "2"}, {"procedures", QJsonArray{nameless}}};
    QTest::newRow("settings of nothing") << "settings" << QJsonObject();
    QTest::newRow("settings without a time") << "settings" << QJsonObject{{"name", "x"}, {"closing", "late"}};
    QTest::newRow("calendar of no days") << "calendar" << QJsonObject{{"daysOff", 5}};
    QTest::newRow("calendar of no date") << "calendar" << QJsonObject{{"daysOff", QJsonArray{"2026-13-40"}}};
    QTest::newRow("accounts of nobody") << "accounts" << QJsonObject{{"accounts", QJsonArray{QJsonObject{{"login", "x"}}}}};
    QTest::newRow("accounts as text") << "accounts" << QJsonObject{{"accounts", "lan.nt"}};
    QTest::newRow("range of nothing") << "code-range" << QJsonObject();
    QTest::newRow("range backwards") << "code-range" << QJsonObject{{"first", 9}, {"last", 8}};
}

void tst_SyncStore::malformedDoesNotDisplaceTheGood() {
    QFETCH(QString, kind);
    QFETCH(QJsonObject, malformed);
    domain::UnitSettings settings;
    settings.name = QStringLiteral("phường Bãi Cháy");
    const domain::Account account{m_bench->clerk, "lan.nt", "Nguyễn Thị Lan", "Công chức", {}, QStringLiteral("H49.30"), 1, true};
    domain::Procedure procedure;
    procedure.version.code = QStringLiteral("2.000815");
    procedure.version.name = QStringLiteral("Chứng thực bản sao từ bản chính");
    const QMap<QString, QJsonObject> good{{"settings", base::toJson(settings)}, {"accounts", {{"accounts", QJsonArray{base::toJson(account)}}}},
        {"code-range", base::toJson(domain::CodeRange{QStringLiteral("H49.30"), m_bench->station, 201, 400})},
        {"calendar", {{"daysOff", QJsonArray{"2026-11-24"}}, {"makeUpDays", QJsonArray()}}},
        {"catalogue", {{"version", "1"}, {"procedures", QJsonArray{base::toJson(procedure)}}}}};
    auto& store = m_bench->unlocked().syncStore();
    qint64 cursor = 0;
    for (auto it = good.cbegin(); it != good.cend(); ++it)
        QVERIFY(store.receive({{++cursor, it.key(), it.value()}}));
    for (int times = 0; times < 3; ++times)
        QVERIFY(store.receive({{++cursor, kind, malformed}}));
    for (const bool reopened : {false, true}) {
        if (reopened) {
            QVERIFY(m_bench->open());
            QVERIFY(m_bench->unlock());
        }
        QVERIFY(m_bench->unlocked().projection().refresh());
        const auto& archive = m_bench->unlocked().archive();
        QCOMPARE(archive.settings().name, settings.name);
        QCOMPARE(archive.settings().closing, settings.closing);
        QCOMPARE(archive.accounts().size(), size_t(1));
        QCOMPARE(archive.codeRange().first, 201);
        QVERIFY(!archive.calendar().isWorkingDay(QDate(2026, 11, 24)));
        QCOMPARE(archive.catalogue().version(), QStringLiteral("1"));
    }
    // Neither do malformed ones pile up, and the next good one is taken.
    const auto connection = sqlite::Connection::open(m_bench->databaseFile(), {sqlite::Access::ReadOnly});
    const QByteArray count = "SELECT count(*) FROM received WHERE kind = '" + kind.toLatin1() + "'";
    QCOMPARE(*(*connection)->scalar(count), 2);
    QVERIFY(m_bench->unlocked().syncStore().receive({{++cursor, kind, good.value(kind)}}));
    QCOMPARE(*(*connection)->scalar(count), 1);
}

void tst_SyncStore::wishesEndWithTheRelease() {
    auto& store = m_bench->unlocked().syncStore();
    const auto job = m_bench->job(1);
    auto events = job.events();
    events.resize(2);
    QVERIFY(m_bench->append(events));
    const auto asker = domain::StationId::make(55);
    const protocol::Claim claim{job.dossier.toString(), asker.toString()};
    QVERIFY(store.receive({{1, "claim", base::toJson(claim)}, {2, "claim", base::toJson(claim)}}));
    QVERIFY(m_bench->unlocked().projection().refresh());
    const auto wishes = m_bench->unlocked().exchange().wishes();
    QCOMPARE(wishes->size(), size_t(1));
    QCOMPARE(wishes->front().asker, asker);
    QVERIFY(m_bench->append({{domain::DossierReleased{asker}, job.dossier, 3, m_bench->station, m_bench->clerk, job.at.addSecs(60)}}));
    QVERIFY(m_bench->unlocked().exchange().wishes()->empty());
    // It comes back: the old wish has been met, also when everything is replayed anew.
    const domain::Event back{domain::DossierReleased{m_bench->station}, job.dossier, 4, asker, m_bench->supervisor, job.at.addSecs(90)};
    QVERIFY(store.receive({StationBench::recordItem(3, 1, back)}));
    QVERIFY(m_bench->unlocked().projection().refresh());
    QVERIFY(m_bench->unlocked().exchange().wishes()->empty());
    for (const bool snapshot : {true, false}) {
        m_bench->close();
        QVERIFY(snapshot || QFile::remove(m_bench->directory() + "/snapshot.sealed"));
        QVERIFY(m_bench->open());
        QVERIFY(m_bench->unlock());
        QCOMPARE(m_bench->unlocked().isFromSnapshot(), snapshot);
        QVERIFY(m_bench->unlocked().exchange().wishes()->empty());
    }
    // Asked for again, by somebody who stays unanswered while the station is closed.
    const auto other = domain::StationId::make(56);
    const protocol::Claim again{job.dossier.toString(), other.toString()};
    QVERIFY(m_bench->unlocked().syncStore().receive({{4, "claim", base::toJson(again)}, {5, "claim", {{"dossier", 7}}}}));
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->unlock());
    QCOMPARE(m_bench->unlocked().exchange().wishes()->size(), size_t(1));
    QCOMPARE(m_bench->unlocked().exchange().wishes()->front().asker, other);
}

void tst_SyncStore::malformedItemsDoNotStopTheFeed() {
    auto& store = m_bench->unlocked().syncStore();
    auto altered = StationBench::recordItem(2, 1, m_bench->job(1).events().front());
    altered.body.insert("payload", "{}");
    QVERIFY(store.receive({{1, "record", {{"header", 5}}}, altered, {3, "a kind of tomorrow", {{"x", 1}}}, {4, "catalogue", {{"procedures", 5}}}}));
    QCOMPARE(*store.feedCursor(), 4);
    QVERIFY(m_bench->unlocked().projection().refresh());
    QVERIFY(m_bench->unlocked().archive().dossiers({})->empty());
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->unlock());
}

void tst_SyncStore::rememberWhatThePlatformReads() {
    auto& exchange = m_bench->unlocked().exchange();
    // A station that has never heard of a platform takes it to be as new as itself.
    QCOMPARE(exchange.readVersions()->platform, domain::newestRecordVersion);
    // One that has, with a program that did not ask yet, to be of the first version.
    QVERIFY(m_bench->grantVolume());
    QCOMPARE(exchange.readVersions()->platform, 1);
    QCOMPARE(exchange.readVersions()->oldestDesk, 1);
    engine::Store& store = m_bench->unlocked().syncStore();
    QCOMPARE(store.reads(), domain::newestRecordVersion);
    QVERIFY(store.heard({2, 1, QStringLiteral("Quầy 2")}));
    QCOMPARE(exchange.readVersions()->platform, 2);
    m_bench->close();
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->unlock());
    const auto reads = m_bench->unlocked().exchange().readVersions();
    QCOMPARE(reads->platform, 2);
    QCOMPARE(reads->oldestDesk, 1);
    QCOMPARE(reads->oldestDeskName, QStringLiteral("Quầy 2"));
    // It says nothing any more: an older one was put back.
    QVERIFY(m_bench->unlocked().syncStore().heard({}));
    QCOMPARE(m_bench->unlocked().exchange().readVersions()->platform, 1);
}

QTEST_GUILESS_MAIN(tst_SyncStore)
#include "tst_SyncStore.moc"
