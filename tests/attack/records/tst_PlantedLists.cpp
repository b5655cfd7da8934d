// A list of relatives is its signer's word: a colleague at the same desk, or a desk that was altered, neither writes it nor shortens it.

#include "app/domain/PersonLists.h"
#include "sync/protocol/Signing.h"
#include "sync/protocol/Vouchers.h"
#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/support/gateway/TestStation.h"

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

private:
    using Key = std::shared_ptr<const PersonKey>;

    static domain::ListedPerson relative();
    static domain::PersonListed struckOut(const domain::ListedPerson& person);
    /// What the province says to one record more; it is in the chain where nothing is said.
    QString pushed(domain::EventBody body, domain::UserId by, const Key& key);
    QString approve(const CopyJob& job, int serial);
    Key bind(const QString& login);

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
    m_clerk = PersonKey::make().value_or(nullptr);
    QVERIFY(m_clerk);
    m_station = std::make_unique<test::TestStation>();
    m_station->setLogin(m_gateway->person(domain::Role::Clerk).login);
    m_station->setSigner(m_clerk);
    QCOMPARE(m_station->enrol(*m_gateway, m_gateway->codes().at(m_desk++)), 201);
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

QTEST_GUILESS_MAIN(tst_PlantedLists)
#include "tst_PlantedLists.moc"
