// What the province asks of who signs: an authority that is in force, and that it is nobody's own affair; and who writes in the lists of people.

#include "app/base/Clock.h"
#include "app/domain/PersonLists.h"
#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/support/gateway/VolumeList.h"
#include "tests/sync/RecordTest.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace motcua;
using test::Records;

class tst_GatewaySigners : public QObject, private test::RecordTest {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void authoritiesArePublishedWithTheAccount();
    void malformedAuthoritiesAreRefused_data();
    void malformedAuthoritiesAreRefused();
    void anExpiredAuthoritySignsNothing_data();
    void anExpiredAuthoritySignsNothing();
    void aDeskThatHasNotHeardGoesByWhatItHas();
    void nobodyCertifiesForARelative_data();
    void nobodyCertifiesForARelative();
    void anotherDesksWordCountsOnceItIsHeard();
    void whatWasStruckOutBeforeIsTold();
    void aListIsItsSignersAlone();
    void theFeedBringsTheLists();
    void goesOnAfterRestart();

private:
    QJsonObject setAuthorities(const QByteArray& json);
    /// Received and submitted, the next to be approved.
    QString approvalOf(test::RecordChain& chain, httplib::SSLClient& client);
    static domain::ListedPerson relative(const QString& relation = QStringLiteral("vợ"));
    static domain::Event listed(domain::ListedPerson person, domain::UserId by, const QString& removed = {});
    static QString pushed(httplib::SSLClient& client, const Records& records);
    QStringList irregular();

    QTemporaryDir m_files;
};

namespace {

QString dayOf(int away) {
    return base::toVietnamTime(QDateTime::currentDateTimeUtc()).date().addDays(away).toString(Qt::ISODate);
}

QByteArray one(int from, int until, const char* books = "[\"SCT/BS\"]") {
    return QStringLiteral(R"([{"capacity": "TUQ. CHỦ TỊCH", "title": "CÔNG CHỨC TƯ PHÁP", "stampOwner": "ỦY BAN NHÂN DÂN PHƯỜNG BÃI CHÁY",
        "paper": "12/QĐ-UBND", "paperDate": "2026-11-02", "from": "%1", "until": "%2", "books": %3}])")
        .arg(dayOf(from), dayOf(until), QLatin1String(books))
        .toUtf8();
}

}

void tst_GatewaySigners::initTestCase() {
    QVERIFY2(startGateway(), m_gateway->errors().constData());
}

void tst_GatewaySigners::init() {
    QVERIFY(enrolDesk());
}

void tst_GatewaySigners::cleanup() {
    setAuthorities("[]");
}

QJsonObject tst_GatewaySigners::setAuthorities(const QByteArray& json) {
    QFile file(m_files.filePath(QStringLiteral("authorities.json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
        return {};
    file.close();
    const auto ended = m_gateway->run({QStringLiteral("change-account"), QStringLiteral("--unit"), m_gateway->unit(), QStringLiteral("--login"),
        m_gateway->person(domain::Role::Supervisor).login, QStringLiteral("--authorities"), file.fileName()});
    return ended.exitCode == 0 ? ended.json : QJsonObject{{QStringLiteral("error"), ended.errors}};
}

QString tst_GatewaySigners::pushed(httplib::SSLClient& client, const Records& records) {
    const auto answer = test::push(client, records);
    if (!answer)
        return QStringLiteral("no answer");
    return answer->refusal ? answer->refusal->code : QString();
}

QString tst_GatewaySigners::approvalOf(test::RecordChain& chain, httplib::SSLClient& client) {
    const test::CopyJob job(*m_gateway);
    const QString before = pushed(client, {chain.add(job.received(nextCode())), chain.add(job.submitted())});
    if (!before.isEmpty())
        return before;
    // What is refused is not in the chain.
    test::RecordChain tried = chain;
    const QString code = pushed(client, {tried.add(job.approved())});
    if (code.isEmpty())
        chain = tried;
    return code;
}

domain::ListedPerson tst_GatewaySigners::relative(const QString& relation) {
    domain::ListedPerson person;
    person.id = domain::ListedId::make(QDateTime::currentMSecsSinceEpoch());
    person.list = domain::PersonList::Relative;
    person.name = QStringLiteral("Đỗ Thị Thử");
    person.number = QStringLiteral("022198000123"); // CopyJob's applicant
    person.relation = relation;
    return person;
}

domain::Event tst_GatewaySigners::listed(domain::ListedPerson person, domain::UserId by, const QString& removed) {
    if (removed.isEmpty())
        return {domain::PersonListed{std::move(person), {}}, {}, 0, {}, by, {}};
    domain::PersonListed said;
    said.person.id = person.id;
    said.person.list = person.list;
    said.removed = removed;
    return {said, {}, 0, {}, by, {}};
}

QStringList tst_GatewaySigners::irregular() {
    QStringList found;
    for (const QJsonValue& line : m_gateway->check().value(QLatin1String("faults")).toArray())
        if (line.toString().contains(QLatin1String("signer.")))
            found << line.toString().section(QLatin1Char(' '), -2);
    return found;
}

void tst_GatewaySigners::authoritiesArePublishedWithTheAccount() {
    QVERIFY(setAuthorities(one(-1, 30)).value(QLatin1String("changed")).toBool());
    QVERIFY(!setAuthorities(one(-1, 30)).value(QLatin1String("changed")).toBool(true));
    const auto shown = m_gateway->ask({QStringLiteral("show"), QStringLiteral("--unit"), m_gateway->unit()});
    const QByteArray accounts = QJsonDocument(shown.value(QLatin1String("accounts")).toArray()).toJson();
    QVERIFY2(accounts.contains("TUQ. CHỦ TỊCH"), accounts.constData());
    QCOMPARE(m_gateway->person(domain::Role::Supervisor).authorities.size(), size_t(1));
    QVERIFY(setAuthorities("[]").value(QLatin1String("changed")).toBool());
    QVERIFY(m_gateway->person(domain::Role::Supervisor).authorities.empty());
}

void tst_GatewaySigners::malformedAuthoritiesAreRefused_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    QTest::newRow("no list") << QByteArray("{}") << "authorities";
    QTest::newRow("no JSON") << QByteArray("[{]") << "authorities";
    QTest::newRow("an unknown name") << QByteArray(R"([{"title": "A", "from": "2026-11-02", "till": "2026-11-03"}])") << "authorities[0].till";
    QTest::newRow("no day") << QByteArray(R"([{"title": "A", "from": "02/11/2026"}])") << "authorities[0].from";
    QTest::newRow("no title") << QByteArray(R"([{"from": "2026-11-02"}])") << "authorities[0].title";
    QTest::newRow("ends before it begins") << one(3, 2) << "authorities[0].until";
}

void tst_GatewaySigners::malformedAuthoritiesAreRefused() {
    QFETCH(QByteArray, json);
    QFETCH(QString, place);
    const QString error = setAuthorities(json).value(QLatin1String("error")).toString();
    QVERIFY2(error.contains(place), qPrintable(error));
}

void tst_GatewaySigners::anExpiredAuthoritySignsNothing_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("code");
    const QString refused = QStringLiteral("dossier.signer-unauthorised");
    QTest::newRow("in force") << one(-30, 0) << QString();
    QTest::newRow("from today") << one(0, 30) << QString();
    QTest::newRow("for every book") << one(-30, 30, "[]") << QString();
    QTest::newRow("over since yesterday") << one(-30, -1) << refused;
    QTest::newRow("from tomorrow on") << one(1, 30) << refused;
    QTest::newRow("in force for another book") << one(-30, 30, "[\"SCT/GD\"]") << refused;
    QTest::newRow("none at all, as accounts of before") << QByteArray("[]") << QString();
}

void tst_GatewaySigners::anExpiredAuthoritySignsNothing() {
    QFETCH(QByteArray, json);
    QFETCH(QString, code);
    setAuthorities(json);
    test::RecordChain chain(m_station->id());
    // The desk has heard what was published: it may not go by what was before.
    const QJsonArray items =
        QJsonDocument::fromJson(QByteArray::fromStdString(m_client->Get("/v1/feed?after=0&limit=1000")->body))[QLatin1String("items")].toArray();
    const domain::Event heard{domain::FeedHeard{items.last()[QLatin1String("cursor")].toInteger()}, {}, 0, {}, {}, {}};
    QCOMPARE(pushed(*m_client, {chain.add(heard)}), QString());
    QCOMPARE(approvalOf(chain, *m_client), code);
}

void tst_GatewaySigners::aDeskThatHasNotHeardGoesByWhatItHas() {
    test::RecordChain chain(m_station->id());
    setAuthorities(one(-30, -1));
    QCOMPARE(approvalOf(chain, *m_client), QString());
}

void tst_GatewaySigners::nobodyCertifiesForARelative_data() {
    QTest::addColumn<QString>("relation");
    QTest::addColumn<QString>("code");
    QTest::newRow("a relative") << "vợ"
                                << "dossier.signer-is-relative";
    QTest::newRow("themselves") << "Bản thân"
                                << "dossier.signer-is-party";
}

void tst_GatewaySigners::nobodyCertifiesForARelative() {
    QFETCH(QString, relation);
    QFETCH(QString, code);
    test::RecordChain chain(m_station->id());
    const domain::UserId supervisor = m_gateway->person(domain::Role::Supervisor).id;
    const domain::ListedPerson person = relative(relation);
    QCOMPARE(pushed(*m_client, {chain.add(listed(person, supervisor))}), QString());
    QCOMPARE(approvalOf(chain, *m_client), code);
    QCOMPARE(pushed(*m_client, {chain.add(listed(person, supervisor, QStringLiteral("Dọn cho lần sau")))}), QString());
}

/// A desk is judged by what it wrote and what it surely heard; of the rest the province is told.
void tst_GatewaySigners::anotherDesksWordCountsOnceItIsHeard() {
    const domain::UserId supervisor = m_gateway->person(domain::Role::Supervisor).id;
    const auto other = enrol();
    QVERIFY(other);
    const auto otherClient = other->connect(*m_gateway);
    test::RecordChain there(other->id());
    const domain::ListedPerson person = relative();
    QCOMPARE(pushed(*otherClient, {there.add(listed(person, supervisor))}), QString());
    test::RecordChain chain(m_station->id());
    const qsizetype before = irregular().size();
    QCOMPARE(approvalOf(chain, *m_client), QString());
    QCOMPARE(irregular().size(), before + 1);
    QVERIFY2(irregular().contains(QStringLiteral("signer.relative-unheard signer")), qPrintable(irregular().join(u'\n')));
    const QJsonArray items =
        QJsonDocument::fromJson(QByteArray::fromStdString(m_client->Get("/v1/feed?after=0&limit=1000")->body))[QLatin1String("items")].toArray();
    const domain::Event heard{domain::FeedHeard{items.last()[QLatin1String("cursor")].toInteger()}, {}, 0, {}, {}, {}};
    QCOMPARE(pushed(*m_client, {chain.add(heard)}), QString());
    QCOMPARE(approvalOf(chain, *m_client), QStringLiteral("dossier.signer-is-relative"));
    QCOMPARE(pushed(*otherClient, {there.add(listed(person, supervisor, QStringLiteral("Dọn cho lần sau")))}), QString());
}

/// What counts is the list at the moment of signing, and who shortened it before is told to the province.
void tst_GatewaySigners::whatWasStruckOutBeforeIsTold() {
    const domain::UserId supervisor = m_gateway->person(domain::Role::Supervisor).id;
    test::RecordChain chain(m_station->id());
    const domain::ListedPerson person = relative();
    QCOMPARE(
        pushed(*m_client, {chain.add(listed(person, supervisor)), chain.add(listed(person, supervisor, QStringLiteral("Ghi nhầm")))}), QString());
    const qsizetype before = irregular().filter(QStringLiteral("signer.relative-removed signer")).size();
    QCOMPARE(approvalOf(chain, *m_client), QString());
    QCOMPARE(irregular().filter(QStringLiteral("signer.relative-removed signer")).size(), before + 1);
}

void tst_GatewaySigners::aListIsItsSignersAlone() {
    const domain::UserId supervisor = m_gateway->person(domain::Role::Supervisor).id;
    const domain::UserId clerk = m_gateway->person(domain::Role::Clerk).id;
    test::RecordChain chain(m_station->id());
    const auto tried = [&](const domain::Event& event) {
        test::RecordChain attempt = chain;
        return pushed(*m_client, {attempt.add(event)});
    };
    // Planted by a colleague it is the colleague's own, and hinders nobody else.
    const domain::ListedPerson planted = relative();
    QCOMPARE(pushed(*m_client, {chain.add(listed(planted, clerk))}), QString());
    QCOMPARE(approvalOf(chain, *m_client), QString());
    const domain::ListedPerson own = relative();
    QCOMPARE(pushed(*m_client, {chain.add(listed(own, supervisor))}), QString());
    QCOMPARE(tried(listed(own, clerk, QStringLiteral("Xóa hộ"))), QStringLiteral("list.not-own"));
    QCOMPARE(tried(listed(own, supervisor)), QStringLiteral("list.known-line"));
    QCOMPARE(tried(listed(relative(), supervisor, QStringLiteral("x"))), QStringLiteral("list.unknown-line"));
    domain::ListedPerson translator;
    translator.id = domain::ListedId::make(1);
    translator.name = QStringLiteral("Đỗ Thị Hà");
    translator.number = QStringLiteral("022185004321");
    translator.languages = {QStringLiteral("tiếng Anh")};
    translator.from = QDate(2026, 11, 2);
    QCOMPARE(tried(listed(translator, clerk)), QStringLiteral("event.wrong-role"));
    QCOMPARE(tried(listed(translator, supervisor)), QString());
}

void tst_GatewaySigners::theFeedBringsTheLists() {
    const auto other = enrol();
    QVERIFY(other);
    test::RecordChain chain(m_station->id());
    const domain::ListedPerson person = relative();
    QCOMPARE(pushed(*m_client, {chain.add(listed(person, m_gateway->person(domain::Role::Supervisor).id))}), QString());
    const auto feed = QByteArray::fromStdString(other->connect(*m_gateway)->Get("/v1/feed?after=0&limit=1000", {{"Motcua-Reads", "5"}})->body);
    QVERIFY(feed.contains("person-listed"));
    QVERIFY(!m_gateway->errors().contains("022198000123"));
    QCOMPARE(pushed(*m_client, {chain.add(listed(person, m_gateway->person(domain::Role::Supervisor).id, QStringLiteral("Dọn")))}), QString());
}

void tst_GatewaySigners::goesOnAfterRestart() {
    test::RecordChain chain(m_station->id());
    QCOMPARE(pushed(*m_client, {chain.add(listed(relative(), m_gateway->person(domain::Role::Supervisor).id))}), QString());
    m_gateway->stop();
    QVERIFY(m_gateway->start());
    m_client = m_station->connect(*m_gateway);
    QCOMPARE(approvalOf(chain, *m_client), QStringLiteral("dossier.signer-is-relative"));
    QCOMPARE(m_gateway->check().value(QLatin1String("lost")).toInt(-1), 0);
    // Nothing of it lies open in the data.
    QVERIFY(!m_gateway->errors().contains("022198000123"));
}

QTEST_GUILESS_MAIN(tst_GatewaySigners)
#include "tst_GatewaySigners.moc"
