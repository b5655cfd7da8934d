// A list of relatives is its signer's word: a colleague at the same desk, or a desk that was altered, neither writes it nor shortens it. And a signer
// bears the words of the authority that is in force, no others.

#include "app/base/Clock.h"
#include "app/domain/PersonLists.h"
#include "sync/protocol/Signing.h"
#include "sync/protocol/Vouchers.h"
#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/support/gateway/TestStation.h"

#include <QJsonArray>
#include <QTemporaryFile>
#include <QTest>

using namespace motcua;
using protocol::PersonKey;
using test::CopyJob;
using test::GatewayProcess;

class tst_PlantedLists : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void nobodyPlantsARelativeInAnothersList();
    void nobodyShortensAnothersList();
    void aRelativeStaysForWhoeverSignsLater();
    void aSignerIsNamedByTheAuthorityInForce_data();
    void aSignerIsNamedByTheAuthorityInForce();
    void aDayOfBeforeIsSeen();

private:
    using Key = std::shared_ptr<const PersonKey>;

    static domain::ListedPerson relative();
    static domain::PersonListed struckOut(const domain::ListedPerson& person);
    /// What the province says to one record more; it is in the chain where nothing is said.
    QString pushed(domain::EventBody body, domain::UserId by, const Key& key);
    QString approve(const CopyJob& job, int serial);
    Key bind(const QString& login);
    /// What the supervisor signs by from now on, and the desk has heard of it.
    void publish(const QByteArray& authorities);
    static QByteArray authority(int from, int until);

    std::unique_ptr<GatewayProcess> m_gateway;
    std::unique_ptr<test::TestStation> m_station;
    std::unique_ptr<httplib::SSLClient> m_client;
    std::unique_ptr<test::RecordChain> m_chain;
    Key m_clerk;
    Key m_supervisor;
    int m_desk = 0;
};

void tst_PlantedLists::initTestCase() {
    m_gateway = std::make_unique<GatewayProcess>(GatewayProcess::Founded::Signed);
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
}

void tst_PlantedLists::init() {
    // A code of a desk that is founded binds its first user.
    if (m_desk == m_gateway->codes().size()) {
        initTestCase();
        m_desk = 0;
    }
    m_clerk = PersonKey::make().value_or(nullptr);
    QVERIFY(m_clerk);
    m_station = std::make_unique<test::TestStation>();
    m_station->setLogin(m_gateway->person(domain::Role::Clerk).login);
    m_station->setSigner(m_clerk);
    QCOMPARE(m_station->enrol(*m_gateway, m_gateway->codes().at(m_desk)), 201);
    ++m_desk;
    m_client = m_station->connect(*m_gateway);
    m_chain = std::make_unique<test::RecordChain>(m_station->id());
    m_supervisor = bind(m_gateway->person(domain::Role::Supervisor).login);
    QVERIFY(m_supervisor);
}

tst_PlantedLists::Key tst_PlantedLists::bind(const QString& login) {
    Key key = PersonKey::make().value_or(nullptr);
    if (!key)
        return nullptr;
    const QString code = m_gateway->activation(login);
    const auto offer = protocol::makeOffer(*key, login, code, 0);
    return offer && m_station->activate(*m_gateway, *offer).status == 201 ? key : nullptr;
}

domain::ListedPerson tst_PlantedLists::relative() {
    domain::ListedPerson person;
    person.id = domain::ListedId::make(QDateTime::currentMSecsSinceEpoch());
    person.list = domain::PersonList::Relative;
    person.name = QStringLiteral("Đỗ Thị Thử");
    person.number = QStringLiteral("022198000123");
    person.relation = QStringLiteral("vợ");
    return person;
}

domain::PersonListed tst_PlantedLists::struckOut(const domain::ListedPerson& person) {
    domain::PersonListed said;
    said.person.id = person.id;
    said.person.list = person.list;
    said.removed = QStringLiteral("Ghi nhầm");
    return said;
}

QString tst_PlantedLists::pushed(domain::EventBody body, domain::UserId by, const Key& key) {
    test::RecordChain tried = *m_chain;
    std::vector<protocol::Record> records{tried.add({std::move(body), {}, 0, {}, by, {}})};
    if (key)
        test::sign(*key, records);
    const auto answer = test::push(*m_client, records);
    if (!answer)
        return QStringLiteral("no answer");
    if (answer->refusal)
        return answer->refusal->code;
    *m_chain = tried;
    return {};
}

QString tst_PlantedLists::approve(const CopyJob& job, int serial) {
    std::vector<protocol::Record> taken{m_chain->add(job.received(test::todaysCode((m_desk - 1) * 999 + serial))), m_chain->add(job.submitted())};
    test::sign(*m_clerk, taken);
    const auto in = test::push(*m_client, taken);
    if (!in || in->refusal)
        return QStringLiteral("not taken in: ") + (in ? in->refusal->code : QString());
    test::RecordChain tried = *m_chain;
    std::vector<protocol::Record> approval{tried.add(job.approved())};
    test::sign(*m_supervisor, approval);
    const auto answer = test::push(*m_client, approval);
    if (!answer || answer->refusal)
        return answer ? answer->refusal->code : QStringLiteral("no answer");
    *m_chain = tried;
    return {};
}

void tst_PlantedLists::nobodyPlantsARelativeInAnothersList() {
    const domain::UserId supervisor = m_gateway->person(domain::Role::Supervisor).id;
    QCOMPARE(pushed(domain::PersonListed{relative(), {}}, supervisor, nullptr), QStringLiteral("event.unsigned"));
    QCOMPARE(pushed(domain::PersonListed{relative(), {}}, supervisor, m_clerk), QStringLiteral("event.wrong-signature"));
    // In the colleague's own name it is the colleague's own list.
    QCOMPARE(pushed(domain::PersonListed{relative(), {}}, m_gateway->person(domain::Role::Clerk).id, m_clerk), QString());
    QCOMPARE(approve(CopyJob(*m_gateway), 1), QString());
}

void tst_PlantedLists::nobodyShortensAnothersList() {
    const domain::UserId supervisor = m_gateway->person(domain::Role::Supervisor).id;
    const domain::ListedPerson wife = relative();
    QCOMPARE(pushed(domain::PersonListed{wife, {}}, supervisor, m_supervisor), QString());
    QCOMPARE(pushed(struckOut(wife), supervisor, nullptr), QStringLiteral("event.unsigned"));
    QCOMPARE(pushed(struckOut(wife), supervisor, m_clerk), QStringLiteral("event.wrong-signature"));
    QCOMPARE(pushed(struckOut(wife), m_gateway->person(domain::Role::Clerk).id, m_clerk), QStringLiteral("list.not-own"));
    // Said to be of a list that supervisors keep, it is found in none.
    domain::PersonListed disguised = struckOut(wife);
    disguised.person.list = domain::PersonList::Translator;
    QCOMPARE(pushed(disguised, supervisor, m_supervisor), QStringLiteral("list.unknown-line"));
    QCOMPARE(approve(CopyJob(*m_gateway), 1), QStringLiteral("dossier.signer-is-relative"));
    QCOMPARE(pushed(struckOut(wife), supervisor, m_supervisor), QString());
}

/// Written anew under the id of a line that was struck out, it does not come back into force, nor does the record of it go.
void tst_PlantedLists::aRelativeStaysForWhoeverSignsLater() {
    const domain::UserId supervisor = m_gateway->person(domain::Role::Supervisor).id;
    const domain::ListedPerson wife = relative();
    QCOMPARE(pushed(domain::PersonListed{wife, {}}, supervisor, m_supervisor), QString());
    QCOMPARE(pushed(struckOut(wife), supervisor, m_supervisor), QString());
    domain::ListedPerson harmless = wife;
    harmless.number = QStringLiteral("022198000999");
    QCOMPARE(pushed(domain::PersonListed{harmless, {}}, supervisor, m_supervisor), QStringLiteral("list.known-line"));
    QCOMPARE(pushed(struckOut(wife), supervisor, m_supervisor), QStringLiteral("list.removed-line"));
    QCOMPARE(approve(CopyJob(*m_gateway), 1), QString());
    const QString faults = m_gateway->check().value(QLatin1String("faults")).toVariant().toStringList().join(QLatin1Char('\n'));
    QVERIFY2(faults.contains(QLatin1String("signer.relative-removed")), qPrintable(faults));
}

QByteArray tst_PlantedLists::authority(int from, int until) {
    const QDate today = base::toVietnamTime(QDateTime::currentDateTimeUtc()).date();
    return QStringLiteral(R"([{"capacity": "TUQ. CHỦ TỊCH", "title": "CÔNG CHỨC TƯ PHÁP", "from": "%1", "until": "%2"}])")
        .arg(today.addDays(from).toString(Qt::ISODate), today.addDays(until).toString(Qt::ISODate))
        .toUtf8();
}

void tst_PlantedLists::publish(const QByteArray& authorities) {
    QTemporaryFile file;
    QVERIFY(file.open());
    QCOMPARE(file.write(authorities), authorities.size());
    QVERIFY(file.flush());
    const auto ended = m_gateway->run({QStringLiteral("change-account"), QStringLiteral("--unit"), m_gateway->unit(), QStringLiteral("--login"),
        m_gateway->person(domain::Role::Supervisor).login, QStringLiteral("--authorities"), file.fileName()});
    QVERIFY2(ended.exitCode == 0, qPrintable(ended.errors));
    const QByteArray feed = QByteArray::fromStdString(m_client->Get("/v1/feed?after=0&limit=1000", {{"Motcua-Reads", "5"}})->body);
    const auto items = QJsonDocument::fromJson(feed)[QLatin1String("items")].toArray();
    QCOMPARE(pushed(domain::FeedHeard{items.last()[QLatin1String("cursor")].toInteger()}, {}, nullptr), QString());
}

void tst_PlantedLists::aSignerIsNamedByTheAuthorityInForce_data() {
    QTest::addColumn<QByteArray>("authorities");
    QTest::addColumn<bool>("byIt");
    QTest::addColumn<QString>("code");
    QTest::newRow("in force, in its words") << authority(-3, 3) << true << QString();
    QTest::newRow("in force, in the account's words") << authority(-3, 3) << false << "event.wrong-signer";
    QTest::newRow("over, in its words") << authority(-3, -1) << true << "dossier.signer-unauthorised";
    QTest::newRow("over, in the account's words") << authority(-3, -1) << false << "dossier.signer-unauthorised";
    QTest::newRow("none, in the account's words") << QByteArray("[]") << false << QString();
    QTest::newRow("none, in invented words") << QByteArray("[]") << true << "event.wrong-signer";
}

void tst_PlantedLists::aSignerIsNamedByTheAuthorityInForce() {
    QFETCH(QByteArray, authorities);
    QFETCH(bool, byIt);
    QFETCH(QString, code);
    publish(authorities);
    CopyJob job(*m_gateway);
    if (byIt) {
        job.supervisor.title = QStringLiteral("CÔNG CHỨC TƯ PHÁP");
        job.supervisor.authority = QStringLiteral("TUQ. CHỦ TỊCH");
    }
    QCOMPARE(approve(job, 1), code);
    publish("[]");
}

/// An approval that is dated back to when the authority was in force stands in the chain behind what was written later, and that shows.
void tst_PlantedLists::aDayOfBeforeIsSeen() {
    publish(authority(-3, -1));
    CopyJob job(*m_gateway);
    job.supervisor.title = QStringLiteral("CÔNG CHỨC TƯ PHÁP");
    job.supervisor.authority = QStringLiteral("TUQ. CHỦ TỊCH");
    std::vector<protocol::Record> taken{m_chain->add(job.received(test::todaysCode((m_desk - 1) * 999 + 1))), m_chain->add(job.submitted())};
    test::sign(*m_clerk, taken);
    QVERIFY(!test::push(*m_client, taken)->refusal);
    domain::Event approval = job.approved();
    approval.at = QDateTime::currentDateTimeUtc().addDays(-2);
    std::vector<protocol::Record> records{m_chain->add(approval)};
    test::sign(*m_supervisor, records);
    QVERIFY(!test::push(*m_client, records)->refusal);
    const QString faults = m_gateway->check().value(QLatin1String("faults")).toVariant().toStringList().join(QLatin1Char('\n'));
    QVERIFY2(faults.contains(QLatin1String("record.clock-back")), qPrintable(faults));
    publish("[]");
}

QTEST_GUILESS_MAIN(tst_PlantedLists)
#include "tst_PlantedLists.moc"
