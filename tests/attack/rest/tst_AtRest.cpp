#include "app/sqlite/Connection.h"
#include "sync/protocol/Digest.h"
#include "tests/attack/rest/DiskSearch.h"
#include "tests/support/gateway/OpenedStore.h"
#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/support/gateway/TestStation.h"
#include "tests/support/recorded/Recorded.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

using namespace motcua;

/// Somebody takes the province's disk, or a copy of its data folder.
class tst_AtRest : public QObject {
    Q_OBJECT

private slots:
    void aDayLeavesNothingToRead();
    void aCopyWithoutTheKeyOpensNothing();
    void anotherKeyOpensNothing();
    void noPrivateKeyLiesThere();
    void aRowInClearCountsForNothing();
    void theKeyIsNeverPutWithTheData();
    void aProxysKeyIsNeverPutWithTheData();
    void aPassphraseOpensTheData();
    void aWeakPassphraseIsRefused();
    void aProvinceOfBeforeIsSealed_data();
    void aProvinceOfBeforeIsSealed();
    void nothingIsDoneToOneOfBeforeWithoutAKey();
    void keysAreChanged();
    void anAuthorityFollowsAnother();
    void theRootSignsElsewhere();

private:
    struct Ended {
        int exitCode = -1;
        QJsonObject json;
        QString errors;
    };
    /// A gateway that serves, with a desk.
    void start();
    static Ended run(const QStringList& arguments, const QByteArray& input = {});
    /// Killed after so long, unless it has ended.
    static void runFor(int milliseconds, const QStringList& arguments);
    /// A dossier from its receipt to its number, a page, an upload that is under way and a code of each kind; what is secret of them.
    QStringList workADay();
    QStringList peopleOf(const test::GatewayProcess& gateway) const;

    std::unique_ptr<test::GatewayProcess> m_gateway;
    std::unique_ptr<test::TestStation> m_station;
    std::unique_ptr<httplib::SSLClient> m_client;
    QTemporaryDir m_directory;
};

namespace {

const QString program = QStringLiteral(MOTCUA_BIN_DIR "/motcua-gateway");
constexpr char page[] = "Trang giay cua ong Do Thu, can cuoc 022198000777";
constexpr int patience = 90'000;

}

tst_AtRest::Ended tst_AtRest::run(const QStringList& arguments, const QByteArray& input) {
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(patience);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, QJsonDocument::fromJson(process.readAllStandardOutput()).object(),
        QString::fromUtf8(process.readAllStandardError())};
}

void tst_AtRest::runFor(int milliseconds, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(milliseconds))
        process.kill();
    process.waitForFinished(patience);
}

void tst_AtRest::start() {
    m_client.reset();
    m_station = std::make_unique<test::TestStation>();
    m_gateway = std::make_unique<test::GatewayProcess>();
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    QCOMPARE(m_station->enrol(*m_gateway, m_gateway->codes().first()), 201);
    m_client = m_station->connect(*m_gateway);
}

QStringList tst_AtRest::workADay() {
    const test::CopyJob job(*m_gateway);
    test::RecordChain chain(m_station->id());
    const QString code = test::todaysCode(1);
    const auto answer = test::push(*m_client, {chain.add(job.received(code)), chain.add(job.submitted()), chain.add(job.approved()),
                                                  chain.add(job.note(QStringLiteral("Gọi số 0903123456 cho bà Lê Thị Mận")))});
    if (!answer || answer->refusal) {
        qWarning("refused: %s", answer ? qPrintable(answer->refusal->code + QLatin1Char(' ') + QString::number(answer->refusal->seq)) : "no answer");
        return {};
    }
    const QByteArray content = QByteArray(page).repeated(3000);
    const auto upload = [&](const QByteArray& bytes, qsizetype now) {
        const QByteArray hash = protocol::Digest::of(bytes);
        const httplib::Headers headers{{"Tus-Resumable", "1.0.0"}, {"Upload-Length", std::to_string(bytes.size())},
            {"Upload-Metadata",
                "sha256 " + hash.toHex().toBase64().toStdString() + ",filename " + QByteArray("don cua Le Thi Man.pdf").toBase64().toStdString()}};
        const auto made = m_client->Post("/v1/blobs", headers, std::string(), "application/octet-stream");
        if (!made || made->status != 201) {
            qWarning("not made: %d %s", made ? made->status : 0, made ? made->body.c_str() : "");
            return -1;
        }
        const auto patched = m_client->Patch(made->get_header_value("Location"), {{"Tus-Resumable", "1.0.0"}, {"Upload-Offset", "0"}},
            bytes.constData(), static_cast<size_t>(now), "application/offset+octet-stream");
        return patched ? patched->status : -1;
    };
    if (upload(content, content.size()) != 204 || upload(content + "2", content.size() / 2) != 204)
        return {};
    // What was sent comes back.
    const auto held = m_client->Get("/v1/blobs/content/" + protocol::Digest::of(content).toHex().toStdString());
    if (!held || held->body != content.toStdString())
        return {};
    m_gateway->addDesk(m_gateway->unit(), QStringLiteral("Quầy 9"));
    const QString account = m_directory.filePath(QStringLiteral("account.json"));
    const QJsonObject activation =
        m_gateway->ask({QStringLiteral("activation"), QStringLiteral("--login"), QStringLiteral("lan.nt"), QStringLiteral("--file"), account});
    return QStringList{QStringLiteral("Đỗ Thị"), QStringLiteral("022198000123"), QStringLiteral("022198000777"), QString::fromLatin1(page), code,
               QStringLiteral("Lê Thị Mận"), QStringLiteral("don cua Le Thi Man"), QStringLiteral("0903123456"), QStringLiteral("lan.nt"),
               activation.value(QLatin1String("activation")).toString()} +
           m_gateway->codes() + peopleOf(*m_gateway);
}

QStringList tst_AtRest::peopleOf(const test::GatewayProcess& gateway) const {
    QStringList names;
    for (const domain::Role role : {domain::Role::Clerk, domain::Role::Supervisor, domain::Role::Technician})
        names << gateway.person(role).name;
    return names;
}

void tst_AtRest::aDayLeavesNothingToRead() {
    start();
    const QStringList secrets = workADay();
    QVERIFY(secrets.size() > 14);
    QVERIFY(!secrets.contains(QString()));
    // While it serves, when it was killed, and when it has ended.
    QCOMPARE(test::found(m_gateway->directory(), secrets), QStringList());
    m_gateway->kill();
    QCOMPARE(test::found(m_gateway->directory(), secrets), QStringList());
    QVERIFY(m_gateway->start());
    QCOMPARE(m_gateway->stop(), 0);
    QCOMPARE(test::found(m_gateway->directory(), secrets), QStringList());
    QCOMPARE(m_gateway->check().value(QLatin1String("lost")).toInt(-1), 0);
    // The search finds what is there to be found.
    test::unseal(m_gateway->directory());
    QVERIFY(!test::found(m_gateway->directory(), {QStringLiteral("022198000123")}).isEmpty());
}

void tst_AtRest::aCopyWithoutTheKeyOpensNothing() {
    start();
    QVERIFY(!workADay().isEmpty());
    QCOMPARE(m_gateway->stop(), 0);
    const QString copy = m_directory.filePath(QStringLiteral("taken"));
    QVERIFY(test::copyFolder(m_gateway->directory(), copy));
    // Another machine has no such file.
    QVERIFY(QFile::rename(m_gateway->keyFile(), m_gateway->keyFile() + QStringLiteral(".away")));
    const QStringList before = test::contentOf(copy);
    for (const char* command : {"serve", "stats", "check", "show --unit H49.30", "enrol-code", "activation --login lan.nt", "seal", "reseal",
             "add-account --unit H49.30 --login x.y --name X --roles clerk", "revoke --station 00000000-0000-0000-0000-000000000001"}) {
        const Ended ended = run(QString::fromLatin1(command).split(QLatin1Char(' '))
                                << QStringLiteral("--data") << copy << QStringLiteral("--lang") << QStringLiteral("en"));
        QVERIFY2(ended.exitCode == 1, command);
        QVERIFY2(ended.errors.contains(QStringLiteral("There is no key file")), qPrintable(ended.errors));
        QVERIFY(ended.json.isEmpty());
    }
    QCOMPARE(test::contentOf(copy), before);
}

void tst_AtRest::anotherKeyOpensNothing() {
    start();
    QCOMPARE(m_gateway->stop(), 0);
    const test::GatewayProcess other;
    QVERIFY(other.isFounded());
    const QStringList before = test::contentOf(m_gateway->directory());
    for (const char* command : {"serve", "stats", "seal", "reseal"}) {
        const auto ended = m_gateway->run({QString::fromLatin1(command), QStringLiteral("--key-file"), other.keyFile()});
        QCOMPARE(ended.exitCode, 1);
        QVERIFY2(ended.errors.contains(QStringLiteral("key.wrong")), qPrintable(ended.errors));
    }
    QCOMPARE(test::contentOf(m_gateway->directory()), before);
    QCOMPARE(m_gateway->run({QStringLiteral("stats"), QStringLiteral("--key-file"), m_gateway->keyFile()}).exitCode, 0);
}

void tst_AtRest::noPrivateKeyLiesThere() {
    start();
    QCOMPARE(test::found(m_gateway->directory(), {QStringLiteral("PRIVATE KEY")}), QStringList());
    const QDir keys(m_gateway->directory() + QStringLiteral("/keys"));
    QCOMPARE(keys.entryList({QStringLiteral("*.key"), QStringLiteral("recovery.s*"), QStringLiteral("root.s*")}, QDir::Files), QStringList());
    QVERIFY(keys.exists(QStringLiteral("recovery.pub")));
    // The one that opens desks is made, and lies elsewhere.
    QFile recovery(m_gateway->recoveryKey());
    QVERIFY(recovery.open(QIODevice::ReadOnly));
    QVERIFY(recovery.readAll().contains("PRIVATE KEY"));
    // A sealed key counts for its name alone.
    QCOMPARE(m_gateway->stop(), 0);
    QVERIFY(QFile::remove(keys.filePath(QStringLiteral("mark.sealed"))));
    QVERIFY(QFile::copy(keys.filePath(QStringLiteral("server.sealed")), keys.filePath(QStringLiteral("mark.sealed"))));
    QVERIFY(!m_gateway->start());
    QVERIFY2(m_gateway->errors().contains("platform.bad-key"), m_gateway->errors().constData());
}

/// Whoever can write to the disk has no key: what is laid there in clear, or moved from another row, is found and not believed.
void tst_AtRest::aRowInClearCountsForNothing() {
    start();
    QVERIFY(!workADay().isEmpty());
    QCOMPARE(m_gateway->stop(), 0);
    {
        const auto store =
            sqlite::Connection::open(m_gateway->directory() + QStringLiteral("/gateway.sqlite"), {.access = sqlite::Access::ReadWrite});
        QVERIFY(store);
        QVERIFY((*store)->execute("UPDATE items SET body = CAST('{\"accounts\":[]}' AS BLOB) WHERE kind = 'accounts'"));
        QVERIFY((*store)->execute("UPDATE records SET payload = (SELECT payload FROM records WHERE seq = 3) WHERE seq = 2"));
    }
    const QJsonObject report = m_gateway->check();
    QVERIFY(report.value(QLatin1String("lost")).toInt() > 0);
    QStringList faults;
    for (const QJsonValue& fault : report.value(QLatin1String("faults")).toArray())
        faults << fault.toString();
    QVERIFY2(!faults.filter(QStringLiteral("record 2: altered")).isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    QVERIFY2(!faults.filter(QStringLiteral("row of items")).isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

void tst_AtRest::theKeyIsNeverPutWithTheData() {
    const QString data = m_directory.filePath(QStringLiteral("new"));
    const QString outside = m_directory.filePath(QStringLiteral("outside.key"));
    const auto init = [&](const QStringList& more) { return run(QStringList{QStringLiteral("init"), QStringLiteral("--data"), data} + more); };
    const QStringList training{QStringLiteral("--training")};
    for (const QStringList& inside : {QStringList{QStringLiteral("--key-file"), data + QStringLiteral("/keys/gateway.key")},
             QStringList{QStringLiteral("--recovery-key"), data + QStringLiteral("/../new/recovery.key")}}) {
        const Ended ended = init(training + inside);
        QCOMPARE(ended.exitCode, 1);
        QVERIFY2(ended.errors.contains(QStringLiteral("key.inside-data")), qPrintable(ended.errors));
    }
    // A link does not help.
    QVERIFY(QDir().mkpath(data));
    QVERIFY(QFile::link(data, m_directory.filePath(QStringLiteral("link"))));
    QVERIFY(init(training + QStringList{QStringLiteral("--key-file"), m_directory.filePath(QStringLiteral("link/gateway.key"))})
                .errors.contains(QStringLiteral("key.inside-data")));
    // A real province says where both lie.
    QCOMPARE(init({}).exitCode, 2);
    const QStringList key{QStringLiteral("--key-file"), outside};
    QCOMPARE(init(key).exitCode, 2);
    QCOMPARE(init(key + QStringList{QStringLiteral("--recovery-key"), m_directory.filePath(QStringLiteral("recovery.key"))}).exitCode, 2);
    QVERIFY(init(training + QStringList{QStringLiteral("--root"), data + QStringLiteral("/r")}).errors.contains(QStringLiteral("key.inside-data")));
    QCOMPARE(QDir(data).entryList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot), QStringList());
    QVERIFY(!QFile::exists(outside));
}

void tst_AtRest::aProxysKeyIsNeverPutWithTheData() {
    const test::GatewayProcess gateway;
    const QString inside = gateway.directory() + QStringLiteral("/sockets");
    const auto serve = [&](const QString& behind) {
        return run({QStringLiteral("serve"), QStringLiteral("--data"), gateway.directory(), QStringLiteral("--behind"), behind,
            QStringLiteral("--lang"), QStringLiteral("en")});
    };
    const Ended missing = serve(inside);
    QVERIFY2(missing.exitCode == 1 && missing.errors.contains(QStringLiteral("There is no folder")), qPrintable(missing.errors));
    QVERIFY(QDir().mkpath(inside));
    QVERIFY(QFile::link(inside, m_directory.filePath(QStringLiteral("sockets"))));
    for (const QString& folder : {inside, gateway.directory(), m_directory.filePath(QStringLiteral("sockets"))}) {
        const Ended ended = serve(folder);
        QVERIFY2(ended.exitCode == 1 && ended.errors.contains(QStringLiteral("behind.inside-data")), qPrintable(ended.errors));
    }
    QCOMPARE(QDir(inside).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot), QStringList());
}

void tst_AtRest::aPassphraseOpensTheData() {
    const QString data = m_directory.filePath(QStringLiteral("by passphrase"));
    const QStringList said{
        QStringLiteral("--data"), data, QStringLiteral("--passphrase-fd"), QStringLiteral("0"), QStringLiteral("--lang"), QStringLiteral("en")};
    const Ended made = run(QStringList{QStringLiteral("init"), QStringLiteral("--training")} + said, "bốn chữ không đoán được\n");
    QVERIFY2(made.exitCode == 0, qPrintable(made.errors));
    QVERIFY(!QFile::exists(data + QStringLiteral(".keys/gateway.key")));
    QCOMPARE(run(QStringList{QStringLiteral("stats")} + said, "bốn chữ không đoán được\n").exitCode, 0);
    QVERIFY(run(QStringList{QStringLiteral("stats")} + said, "bốn chữ\n").errors.contains(QStringLiteral("key.wrong")));
    QVERIFY(run({QStringLiteral("stats"), QStringLiteral("--data"), data}).errors.contains(QStringLiteral("key.passphrase-missing")));
}

/// The two secrets that guard the province are measured as every clerk's is.
void tst_AtRest::aWeakPassphraseIsRefused() {
    const QString data = m_directory.filePath(QStringLiteral("weakly kept"));
    const QStringList byPassphrase{
        QStringLiteral("init"), QStringLiteral("--training"), QStringLiteral("--data"), data, QStringLiteral("--passphrase-fd"), QStringLiteral("0")};
    const QStringList root{QStringLiteral("authority"), QStringLiteral("root"), QStringLiteral("--root"),
        m_directory.filePath(QStringLiteral("weak")), QStringLiteral("--root-passphrase-fd"), QStringLiteral("0")};
    const std::pair<const char*, const char*> weak[] = {
        {"a", "unlock.password-too-short"}, {"short", "unlock.password-too-short"}, {"123456789012", "password."}, {"motcuamotcua", "password."}};
    for (const auto& [passphrase, code] : weak)
        for (const QStringList& command : {byPassphrase, root}) {
            const Ended ended = run(command, QByteArray(passphrase) + '\n');
            QCOMPARE(ended.exitCode, 1);
            QVERIFY2(ended.errors.contains(QLatin1String(code)), qPrintable(ended.errors));
        }
    QVERIFY(!QFile::exists(data + QStringLiteral("/gateway.sqlite")));
    QVERIFY(!QFile::exists(root.at(3)));
    start();
    QCOMPARE(m_gateway->stop(), 0);
    const auto changed = m_gateway->run({QStringLiteral("reseal"), QStringLiteral("--new-passphrase-fd"), QStringLiteral("0")}, "b\n");
    QVERIFY2(changed.errors.contains(QStringLiteral("unlock.password-too-short")), qPrintable(changed.errors));
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
}

void tst_AtRest::aProvinceOfBeforeIsSealed_data() {
    QTest::addColumn<QList<int>>("killedAfter");
    QTest::newRow("at once") << QList<int>();
    QTest::newRow("killed early") << QList<int>{5, 15, 30};
    QTest::newRow("killed again and again") << QList<int>{40, 50, 60, 70, 80, 90, 100, 120};
    QTest::newRow("killed late") << QList<int>{150, 200};
}

void tst_AtRest::aProvinceOfBeforeIsSealed() {
    QFETCH(QList<int>, killedAfter);
    const test::Recorded recorded;
    const QString data = recorded.unpack(QStringLiteral("gateway"));
    QStringList secrets{QStringLiteral("PRIVATE KEY")};
    const QJsonObject expected = recorded.expected().value(QLatin1String("gateway")).toObject();
    for (const QJsonValue& dossier : expected.value(QLatin1String("dossiers")).toObject()) {
        secrets << dossier[QLatin1String("code")].toString();
        for (const char* field : {"name", "personalId"})
            secrets << dossier[QLatin1String("applicant")][QLatin1String(field)].toString();
    }
    secrets.removeDuplicates();
    secrets.removeAll(QString());
    QVERIFY(secrets.size() > 20);
    QVERIFY(!test::found(data, secrets).isEmpty());
    const QStringList seal{QStringLiteral("seal"), QStringLiteral("--data"), data, QStringLiteral("--key-file"), recorded.keyFile()};
    for (const int milliseconds : killedAfter)
        runFor(milliseconds, seal);
    const Ended ended = run(seal);
    QVERIFY2(ended.exitCode == 0, qPrintable(ended.errors));
    QCOMPARE(test::found(data, secrets), QStringList());
    // Nothing is lost: every record, dossier and page is as it was found then.
    const Ended check = run({QStringLiteral("check"), QStringLiteral("--data"), data});
    QVERIFY2(check.exitCode == 0, qPrintable(check.errors));
    QCOMPARE(check.json.value(QLatin1String("lost")).toInt(-1), 0);
    QCOMPARE(check.json.value(QLatin1String("events")).toInt(), expected[QLatin1String("check")][QLatin1String("events")].toInt());
    // The recovery key has left, and still is that of the desks.
    const QString recovery = QFileInfo(recorded.keyFile()).absolutePath() + QStringLiteral("/recovery.key");
    QVERIFY(QFile::exists(recovery));
    QVERIFY(!QFile::exists(data + QStringLiteral("/keys/recovery.key")));
}

void tst_AtRest::nothingIsDoneToOneOfBeforeWithoutAKey() {
    const test::Recorded recorded;
    const QString data = recorded.unpack(QStringLiteral("gateway"));
    const QStringList before = test::contentOf(data);
    for (const char* command : {"serve", "stats", "check", "seal"}) {
        const Ended ended = run({QString::fromLatin1(command), QStringLiteral("--data"), data, QStringLiteral("--lang"), QStringLiteral("en")});
        QCOMPARE(ended.exitCode, 1);
        QVERIFY2(ended.errors.contains(QStringLiteral("--key-file FILE")), qPrintable(ended.errors));
    }
    QCOMPARE(test::contentOf(data).filter(QStringLiteral("gateway.sqlite")), before.filter(QStringLiteral("gateway.sqlite")));
    QCOMPARE(test::contentOf(data).filter(QStringLiteral("keys/")), before.filter(QStringLiteral("keys/")));
}

void tst_AtRest::keysAreChanged() {
    start();
    const QStringList secrets = workADay();
    QVERIFY(!secrets.isEmpty());
    const QString next = m_directory.filePath(QStringLiteral("next/gateway.key"));
    const QStringList reseal{QStringLiteral("reseal"), QStringLiteral("--new-key"), next};
    // Not while it is served.
    QVERIFY(m_gateway->run(reseal).errors.contains(QStringLiteral("gateway.in-use")));
    QCOMPARE(m_gateway->stop(), 0);
    runFor(40, QStringList(reseal) << QStringLiteral("--data") << m_gateway->directory());
    const auto changed = m_gateway->run(reseal);
    QVERIFY2(changed.exitCode == 0, qPrintable(changed.errors));
    QCOMPARE(test::found(m_gateway->directory(), secrets), QStringList());
    QVERIFY(
        m_gateway->run({QStringLiteral("stats"), QStringLiteral("--key-file"), m_gateway->keyFile()}).errors.contains(QStringLiteral("key.wrong")));
    QCOMPARE(m_gateway->check().value(QLatin1String("lost")).toInt(-1), 0);
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    QVERIFY(m_client->Get("/v1/mark"));
}

/// Desks that were enrolled under one authority go on under the next, whose key is another, and nobody enrols anew.
void tst_AtRest::anAuthorityFollowsAnother() {
    start();
    const QStringList renew{QStringLiteral("authority"), QStringLiteral("renew"), QStringLiteral("--root"), m_gateway->root(),
        QStringLiteral("--root-passphrase-fd"), QStringLiteral("0"), QStringLiteral("--lang"), QStringLiteral("en")};
    QVERIFY(m_gateway->run(renew, "a guess\n").errors.contains(QStringLiteral("root.passphrase-wrong")));
    const auto issuer = [&] {
        QFile file(m_gateway->directory() + QStringLiteral("/keys/authority.pem"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray first = issuer();
    for (int time = 0; time < 2; ++time) {
        const auto renewed = m_gateway->run(renew, m_gateway->rootPassphrase());
        QVERIFY2(renewed.exitCode == 0, qPrintable(renewed.errors));
        const QDateTime until = QDateTime::fromString(renewed.json.value(QLatin1String("until")).toString(), Qt::ISODate);
        QCOMPARE(QDateTime::currentDateTimeUtc().daysTo(until), 90);
        QCOMPARE(m_gateway->stop(), 0);
        QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
        m_client = m_station->connect(*m_gateway);
        const auto mark = m_client->Get("/v1/mark");
        QVERIFY(mark && mark->status == 200);
    }
    QVERIFY(issuer() != first);
    // A desk that comes now is one of the newest authority's; who was revoked stays so under each.
    test::TestStation late;
    QCOMPARE(late.enrol(*m_gateway, m_gateway->codes().at(1)), 201);
    QVERIFY(late.connect(*m_gateway)->Get("/v1/mark"));
    QCOMPARE(m_gateway->run({QStringLiteral("revoke"), QStringLiteral("--station"), m_station->enrolment().station}).exitCode, 0);
    QTRY_VERIFY_WITH_TIMEOUT(!m_station->connect(*m_gateway)->Get("/v1/mark"), 10'000);
    QVERIFY(late.connect(*m_gateway)->Get("/v1/mark"));
    QCOMPARE(test::found(m_gateway->directory(), {QStringLiteral("PRIVATE KEY")}), QStringList());
}

/// The root never meets the gateway: a request goes out, a certificate comes back.
void tst_AtRest::theRootSignsElsewhere() {
    start();
    const QString asked = m_directory.filePath(QStringLiteral("asked.pem"));
    const QString answer = m_directory.filePath(QStringLiteral("answer.pem"));
    const QString foreign = m_directory.filePath(QStringLiteral("foreign"));
    const auto sign = [&](const QString& root, const QByteArray& passphrase) {
        return run({QStringLiteral("authority"), QStringLiteral("sign"), QStringLiteral("--root"), root, QStringLiteral("--request"), asked,
                       QStringLiteral("--file"), answer, QStringLiteral("--root-passphrase-fd"), QStringLiteral("0")},
            passphrase);
    };
    const QStringList install{QStringLiteral("authority"), QStringLiteral("install"), QStringLiteral("--certificate"), answer};
    QCOMPARE(m_gateway->run({QStringLiteral("authority"), QStringLiteral("request"), QStringLiteral("--file"), asked}).exitCode, 0);
    // Another root's answer is none.
    const Ended made = run({QStringLiteral("authority"), QStringLiteral("root"), QStringLiteral("--root"), foreign,
                               QStringLiteral("--root-passphrase-fd"), QStringLiteral("0")},
        "the root of another province\n");
    QVERIFY2(made.exitCode == 0, qPrintable(made.errors));
    QCOMPARE(sign(foreign, "the root of another province\n").exitCode, 0);
    QVERIFY(m_gateway->run(install).errors.contains(QStringLiteral("authority.wrong-answer")));
    const Ended signedHere = sign(m_gateway->root(), m_gateway->rootPassphrase());
    QVERIFY2(signedHere.exitCode == 0, qPrintable(signedHere.errors));
    QCOMPARE(m_gateway->run(install).exitCode, 0);
    QVERIFY(m_gateway->run(install).errors.contains(QStringLiteral("authority.not-asked")));
    QCOMPARE(m_gateway->stop(), 0);
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    QVERIFY(m_station->connect(*m_gateway)->Get("/v1/mark"));
}

QTEST_GUILESS_MAIN(tst_AtRest)
#include "tst_AtRest.moc"
