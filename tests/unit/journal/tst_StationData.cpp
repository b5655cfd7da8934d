#include "tests/support/sqlite/StationBench.h"

#include "app/journal/keys/Secrets.h"
#include "app/journal/log/Schema.h"
#include "app/journal/log/Verify.h"
#include "app/sqlite/Connection.h"
#include "sync/protocol/OpenSsl.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <openssl/pem.h>

using namespace motcua;
using journal::StationData;
using journal::UnlockMode;
using test::StationBench;

class tst_StationData : public QObject {
    Q_OBJECT

private slots:
    void keepsWhatIsAppended();
    void refusesASecondProgram();
    void refusesANewerVersion();
    void bringsAnOlderVersionUp();
    void refusesToCreateTwice();
    void findsNothingInAnEmptyDirectory();
    void creationCutShortCanBeRepeated();
    void damageIsNamedAndRescueReads();
    void rescueRefusesEveryWrite();
    void recoversWithTheProvincesKey_data();
    void recoversWithTheProvincesKey();
    void usersComeAndGo();
    void whatLayOpenIsClosed();

private:
    void sql(const StationBench& bench, const char* statement);
};

void tst_StationData::sql(const StationBench& bench, const char* statement) {
    auto connection = sqlite::Connection::open(bench.databaseFile());
    QVERIFY(connection);
    QVERIFY((*connection)->execute(statement));
}

void tst_StationData::keepsWhatIsAppended() {
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    QVERIFY(bench.grantVolume());
    const auto job = bench.job(1);
    const auto events = job.events();
    const auto last = bench.append(events);
    QVERIFY2(last, last ? "" : qPrintable(last.error().toLogLine()));
    QCOMPARE(*last, qint64(events.size()));
    const auto head = bench.unlocked().head();
    for (const bool snapshot : {true, false}) {
        bench.close();
        if (!snapshot)
            QVERIFY(QFile::remove(bench.directory() + "/snapshot.sealed"));
        QVERIFY(bench.open());
        QCOMPARE(bench.data().station(), bench.station);
        QVERIFY(bench.unlock());
        QCOMPARE(bench.unlocked().isFromSnapshot(), snapshot);
        QCOMPARE(bench.unlocked().head()->hash, head->hash);
        const auto history = bench.unlocked().journal().history(job.dossier);
        QVERIFY(history);
        QCOMPARE(history->size(), events.size());
        const auto dossier = bench.unlocked().archive().dossier(job.dossier);
        QVERIFY(dossier);
        QCOMPARE(dossier->applicant.name, job.applicant());
        QVERIFY(dossier->closed);
        const auto volume = bench.unlocked().archive().volume(bench.volume);
        QVERIFY(volume);
        QCOMPARE(volume->lastNumber, 1);
        QCOMPARE(bench.unlocked().archive().search(job.phone(), 10)->size(), size_t(1));
    }
    bench.close();
    const auto verification = journal::verify(bench.directory());
    QVERIFY(verification);
    QVERIFY2(verification->faults.empty(), verification->faults.empty() ? "" : qPrintable(verification->faults.front().place));
    QCOMPARE(verification->events, qint64(events.size()));
    QCOMPARE(verification->head, head->hash);
}

void tst_StationData::refusesASecondProgram() {
    StationBench bench;
    QVERIFY(bench.create());
    const auto second = StationData::open(bench.directory(), bench.options());
    QVERIFY(!second);
    QCOMPARE(second.error().code, QStringLiteral("journal.in-use"));
    bench.close();
    QVERIFY(StationData::open(bench.directory(), bench.options()));
}

void tst_StationData::refusesANewerVersion() {
    StationBench bench;
    QVERIFY(bench.create());
    bench.close();
    sql(bench, "UPDATE fact SET value = CAST('7' AS BLOB) WHERE name = 'schema'");
    const auto opened = bench.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, QStringLiteral("journal.newer-version"));
    QCOMPARE(opened.error().detail.value("found"), QStringLiteral("7"));
    QCOMPARE(opened.error().detail.value("supported"), QString::number(journal::schema::supported));
    const auto verification = journal::verify(bench.directory());
    QVERIFY(!verification);
    QCOMPARE(verification.error().code, QStringLiteral("journal.newer-version"));
}

void tst_StationData::bringsAnOlderVersionUp() {
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    QVERIFY(bench.append(bench.job(1).events()));
    QVERIFY(bench.unlocked().syncStore().refuse({4, "book.number-gap", {}, {}}));
    bench.close();
    sql(bench, "DROP TABLE security; DROP TABLE security_pending; DROP TABLE tried; DROP TABLE standing; DROP TABLE stranded; DROP TABLE epoch; "
               "DROP TABLE door; DROP TABLE person; ALTER TABLE record "
               "DROP COLUMN act; ALTER TABLE refusal DROP COLUMN detail; ALTER TABLE refusal DROP COLUMN "
               "for_good; DROP INDEX record_version; "
               "CREATE UNIQUE INDEX record_version ON record(dossier, dossier_version) WHERE dossier_version > 0; UPDATE fact SET value = CAST('1' "
               "AS BLOB) WHERE name = 'schema'");
    QVERIFY(journal::verify(bench.directory())->faults.empty());
    QVERIFY(bench.open());
    QVERIFY(bench.unlock());
    auto& store = bench.unlocked().syncStore();
    QCOMPARE(store.refusals()->front().code, QStringLiteral("book.number-gap"));
    QVERIFY(store.refusals()->front().detail.isEmpty());
    QVERIFY(store.refuse({5, "event.malformed", {}, {{"field", "entry.fee"}}}));
    QCOMPARE(store.refusals()->back().detail.value("field").toString(), QStringLiteral("entry.fee"));
}

void tst_StationData::refusesToCreateTwice() {
    StationBench bench;
    QVERIFY(bench.create());
    bench.close();
    const auto again = bench.create();
    QVERIFY(!again);
    QCOMPARE(again.error().code, QStringLiteral("journal.exists"));
}

void tst_StationData::findsNothingInAnEmptyDirectory() {
    StationBench bench;
    QVERIFY(!StationData::exists(bench.directory()));
    QCOMPARE(bench.open().error().code, QStringLiteral("journal.missing"));
    QCOMPARE(journal::verify(bench.directory()).error().code, QStringLiteral("journal.missing"));
}

void tst_StationData::creationCutShortCanBeRepeated() {
    StationBench bench;
    QVERIFY(QDir().mkpath(bench.directory()));
    QVERIFY(sqlite::Connection::open(bench.databaseFile()));
    QCOMPARE(bench.open().error().code, QStringLiteral("journal.missing"));
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
}

void tst_StationData::damageIsNamedAndRescueReads() {
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    const auto job = bench.job(1);
    QVERIFY(bench.append(job.events()));
    bench.close();
    sql(bench, "UPDATE record SET actor = zeroblob(16) WHERE seq = 3");
    QVERIFY(bench.open());
    const auto unlocked = bench.unlock();
    QVERIFY(!unlocked);
    QCOMPARE(unlocked.error().code, QStringLiteral("journal.damaged"));
    QCOMPARE(unlocked.error().detail.value("place"), QStringLiteral("event 3: header changed"));
    QVERIFY(bench.unlock(UnlockMode::Rescue));
    QCOMPARE(bench.unlocked().journal().history(job.dossier)->size(), job.events().size());
    QCOMPARE(bench.unlocked().journal().append(bench.job(2).events()).error().code, QStringLiteral("journal.read-only"));
}

void tst_StationData::rescueRefusesEveryWrite() {
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    QVERIFY(bench.append(bench.job(1).events()));
    QVERIFY(bench.unlocked().secrets().put("kept", "value"));
    bench.close();
    QVERIFY(QFile::remove(bench.directory() + "/snapshot.sealed"));
    sql(bench, "UPDATE record SET sealed = zeroblob(80) WHERE seq = 3");
    QVERIFY(bench.open());
    QVERIFY(bench.unlock(UnlockMode::Rescue));
    auto& unlocked = bench.unlocked();
    auto& store = unlocked.syncStore();
    const QString hash(64, 'a');
    const domain::ports::Draft draft{domain::DraftId::make(1), bench.clerk, bench.clock.now(), "a draft"};
    const std::pair<const char*, base::Outcome> writes[] = {
        {"append", unlocked.journal().append(bench.job(2).events()).map([](qint64) { return base::Done(); })},
        {"erase", unlocked.erasePayload(1)},
        {"draft", unlocked.drafts().save(draft)},
        {"drop", unlocked.drafts().drop(draft.id)},
        {"blob", unlocked.blobs().put("a page").map([](const QString&) { return base::Done(); })},
        {"secret", unlocked.secrets().put("tls-key", "key")},
        {"forget", unlocked.secrets().remove("kept")},
        {"user", unlocked.addUser("hai.pq", "con đò cũ bến xưa kia")},
        {"password", unlocked.setPassword(StationBench::login, "con đò cũ bến xưa kia")},
        {"remove user", unlocked.removeUser(StationBench::login)},
        {"take out", unlocked.exchange().takeOut(1)},
        {"receive", store.receive({{1, "volume", base::toJson(test::volumeOf(bench.station, bench.volume))}})},
        {"keep", store.keepBlob(hash, "a page")},
        {"upload", store.rememberUpload(hash, "/v1/blobs/7")},
        {"held", store.blobHeld(hash)},
        {"refuse", store.refuse({4, "book.number-gap", {}})},
        {"clear", store.clearRefusal(4)},
        {"sweep", unlocked.sweepBlobs(bench.clock.now()).map([](int) { return base::Done(); })},
        {"snapshot", unlocked.saveSnapshot()},
    };
    for (const auto& [name, outcome] : writes)
        QVERIFY2(!outcome && outcome.error().code == "journal.read-only",
            qPrintable(QString(name) + ": " + (outcome ? QString("done") : outcome.error().toLogLine())));
    QCOMPARE(*unlocked.secrets().read("kept"), QByteArray("value"));
    bench.close();
    QVERIFY(!QFile::exists(bench.directory() + "/snapshot.sealed"));
    QVERIFY(!QFile::exists(bench.directory() + "/blobs"));
}

void tst_StationData::recoversWithTheProvincesKey_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("P-256") << "ec";
    QTest::newRow("RSA") << "rsa";
}

void tst_StationData::recoversWithTheProvincesKey() {
    QFETCH(QString, name);
    const protocol::KeyPointer key(
        name == "ec" ? EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256") : EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", size_t(2048)));
    const auto read = [&](const QString& part) {
        const protocol::BioPointer bio(BIO_new(BIO_s_mem()));
        if (part == "public")
            PEM_write_bio_PUBKEY(bio.get(), key.get());
        else
            PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        char* text = nullptr;
        const long size = BIO_get_mem_data(bio.get(), &text);
        return QByteArray(text, static_cast<qsizetype>(size));
    };
    StationBench bench;
    QVERIFY(bench.create());
    QCOMPARE(bench.data().recover(read("private")).error().code, QStringLiteral("unlock.no-recovery"));
    QVERIFY(bench.unlock());
    QCOMPARE(bench.unlocked().setRecoveryKey("no key").error().code, QStringLiteral("unlock.bad-recovery-key"));
    QVERIFY(bench.unlocked().setRecoveryKey(read("public")));
    QVERIFY(bench.append(bench.job(1).events()));
    QVERIFY(bench.open());
    QCOMPARE(bench.data().recover("no key").error().code, QStringLiteral("unlock.wrong-key"));
    QCOMPARE(bench.data().recover(read("public")).error().code, QStringLiteral("unlock.wrong-key"));
    const auto recovered = bench.data().recover(read("private"));
    QVERIFY(recovered);
    QCOMPARE((*recovered)->archive().search(bench.job(1).personalId(), 5)->size(), size_t(1));
    QVERIFY((*recovered)->setPassword(StationBench::login, "ein neues Passwort"));
}

void tst_StationData::usersComeAndGo() {
    StationBench bench;
    QVERIFY(bench.create());
    QVERIFY(bench.unlock());
    QCOMPARE(bench.unlocked().addUser("HAI.PQ", "ngắn").error().code, QStringLiteral("unlock.password-too-short"));
    QVERIFY(bench.unlocked().addUser("HAI.PQ", "con đò cũ bến xưa kia"));
    QCOMPARE(bench.unlocked().addUser("hai.pq", "con đò cũ bến xưa kia").error().code, QStringLiteral("unlock.user-exists"));
    QVERIFY(bench.data().check("hai.pq ", "con đò cũ bến xưa kia"));
    QVERIFY(bench.unlocked().setPassword("hai.pq", "mật khẩu thứ ba"));
    QVERIFY(bench.data().check("hai.pq", "mật khẩu thứ ba"));
    QCOMPARE(bench.data().check("hai.pq", "con đò cũ bến xưa kia").error().code, QStringLiteral("unlock.wrong-password"));
    QCOMPARE(bench.unlocked().removeUser("nobody").error().code, QStringLiteral("unlock.unknown-user"));
    QVERIFY(bench.unlocked().removeUser(StationBench::login));
    QCOMPARE(bench.unlocked().removeUser("hai.pq").error().code, QStringLiteral("unlock.last-user"));
    QCOMPARE(*bench.unlocked().hasUser("hai.pq"), true);
    QCOMPARE(*bench.unlocked().hasUser(StationBench::login), false);
}

/// As an earlier program or a careless copy left it.
void tst_StationData::whatLayOpenIsClosed() {
    StationBench bench;
    QVERIFY(bench.create());
    bench.close();
    QVERIFY(QFile::setPermissions(bench.directory(), QFileDevice::Permissions(0x7755)));
    QVERIFY(bench.open());
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther |
                            QFileDevice::WriteOther | QFileDevice::ExeOther;
    QCOMPARE(QFile::permissions(bench.directory()) & others, QFileDevice::Permissions());
}

QTEST_GUILESS_MAIN(tst_StationData)
#include "tst_StationData.moc"
