#include "app/sqlite/Connection.h"
#include "sync/protocol/Address.h"
#include "sync/protocol/MarkSignature.h"
#include "sync/protocol/RecordCodec.h"
#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/support/gateway/VolumeList.h"
#include "tests/sync/RecordTest.h"

#include <QJsonArray>
#include <QTest>

using namespace motcua;
using test::Records;

class tst_GatewayRecords : public QObject, private test::RecordTest {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void takesADay();
    void acknowledgesRepeats();
    void givesAStationItsOwn();
    void knowsWhoMayDoWhat_data();
    void knowsWhoMayDoWhat();
    void knowsWhoseNameStandsThere_data();
    void knowsWhoseNameStandsThere();
    void ownWorkIsApprovedWhereTheUnitAllowsIt();
    void aClosedAccountDoesNoMore_data();
    void aClosedAccountDoesNoMore();
    void takesWhatIsPutRight_data();
    void takesWhatIsPutRight();
    void keepsTheBook();
    void knowsTheHolder();
    void boundsBatches();
    void goesOnAfterRestart();
    void findsTampering();

private:
    domain::UserId personCalled(const QString& who) const;
};

void tst_GatewayRecords::initTestCase() {
    QVERIFY2(startGateway(), m_gateway->errors().constData());
}

void tst_GatewayRecords::init() {
    if (QTest::currentTestFunction() == QByteArray("findsTampering"))
        return;
    QVERIFY(enrolDesk());
}

domain::UserId tst_GatewayRecords::personCalled(const QString& who) const {
    using domain::Role;
    for (const auto& [name, role] :
        {std::pair{"clerk", Role::Clerk}, std::pair{"supervisor", Role::Supervisor}, std::pair{"technician", Role::Technician}})
        if (who == QLatin1String(name))
            return m_gateway->person(role).id;
    return who == QLatin1String("stranger") ? domain::UserId::make(1) : domain::UserId();
}

void tst_GatewayRecords::takesADay() {
    test::RecordChain chain(m_station->id());
    Records records;
    for (int i = 0; i < 300; ++i) {
        const test::CopyJob job(*m_gateway);
        for (const domain::Event& event : {job.received(nextCode()), job.submitted(), job.approved(), job.note(QStringLiteral("xong"))})
            records.push_back(chain.add(event));
    }
    const auto answer = test::push(*m_client, records);
    QVERIFY(answer);
    QVERIFY2(!answer->refusal, qPrintable(answer->refusal.value_or(protocol::Refusal()).code));
    QCOMPARE(answer->mark.seq, 1200);
    QCOMPARE(answer->mark.head, QString::fromLatin1(chain.head().toHex()));
    const auto verifier = protocol::MarkVerifier::fromPem(m_station->enrolment().platformKey.toLatin1());
    QVERIFY(verifier && verifier->accepts(m_station->id(), answer->mark));
    QVERIFY(!verifier->accepts(QUuid::createUuid(), answer->mark));
    const QJsonObject unit = m_gateway->stats().value(QLatin1String("units")).toArray().first().toObject();
    QVERIFY(unit.value(QLatin1String("dossiers")).toInt() >= 300);
    QCOMPARE(m_gateway->check().value(QLatin1String("lost")).toInt(-1), 0);
}

void tst_GatewayRecords::acknowledgesRepeats() {
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    const Records records{chain.add(job.received(nextCode())), chain.add(job.submitted()), chain.add(job.approved())};
    QCOMPARE(test::push(*m_client, {records[0], records[1]})->mark.seq, 2);
    QCOMPARE(test::push(*m_client, {records[0], records[1]})->mark.seq, 2);
    const auto overlapping = test::push(*m_client, {records[1], records[2]});
    QVERIFY(overlapping && !overlapping->refusal);
    QCOMPARE(overlapping->mark.seq, 3);
    QCOMPARE(test::push(*m_client, {})->mark.seq, 3);
}

void tst_GatewayRecords::givesAStationItsOwn() {
    test::RecordChain chain(m_station->id());
    Records records;
    for (int number = 0; number < 5; ++number)
        records.push_back(chain.add(test::CopyJob(*m_gateway).received(nextCode())));
    QVERIFY(test::push(*m_client, records));
    const auto ask = [](httplib::SSLClient& client, const char* query) {
        const auto answer = client.Get((std::string(protocol::address::records) + query).c_str());
        return answer ? std::pair(answer->status, QByteArray::fromStdString(answer->body)) : std::pair(0, QByteArray());
    };
    const auto page = protocol::decodeBatch(ask(*m_client, "?after=1&limit=2").second);
    QVERIFY(page);
    QCOMPARE(page->size(), 2U);
    QCOMPARE(page->front(), records[1]);
    QCOMPARE(page->back(), records[2]);
    QCOMPARE(protocol::decodeBatch(ask(*m_client, "").second)->size(), 5U);
    QCOMPARE(protocol::decodeBatch(ask(*m_client, "?after=5").second)->size(), 0U);
    for (const char* bad : {"?after=-1", "?after=x", "?limit=0", "?limit=2001"})
        QCOMPARE(ask(*m_client, bad).first, 400);
    const auto other = enrol();
    QVERIFY(other);
    QCOMPARE(protocol::decodeBatch(ask(*other->connect(*m_gateway), "").second)->size(), 0U);
}

void tst_GatewayRecords::knowsWhoMayDoWhat_data() {
    using Act = std::function<domain::Event(const test::CopyJob&)>;
    QTest::addColumn<Act>("act");
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const char* who, const char* code, const Act& act) {
        QTest::newRow(name) << act << QString::fromLatin1(who) << QString::fromLatin1(code);
    };
    const Act approve = [](const test::CopyJob& job) { return job.approved(); };
    const Act note = [](const test::CopyJob& job) { return job.note(QStringLiteral("x")); };
    const Act withdraw = [](const test::CopyJob& job) {
        domain::Event e = job.submitted(3);
        e.body = domain::DossierWithdrawn{QStringLiteral("đổi ý")};
        return e;
    };
    const Act sendBack = [](const test::CopyJob& job) {
        domain::Event e = job.submitted(3);
        e.body = domain::DossierReturned{QStringLiteral("sai tên")};
        return e;
    };
    const Act release = [this](const test::CopyJob& job) { return job.released(m_station->id(), 3); };
    row("approval by a supervisor", "supervisor", "", approve);
    row("approval by a clerk", "clerk", "event.wrong-role", approve);
    row("approval by a technician", "technician", "event.wrong-role", approve);
    row("approval by a stranger", "stranger", "event.unknown-actor", approve);
    row("approval by nobody", "", "event.unknown-actor", approve);
    row("return by a supervisor", "supervisor", "", sendBack);
    row("return by a clerk", "clerk", "event.wrong-role", sendBack);
    row("withdrawal by a clerk", "clerk", "", withdraw);
    row("withdrawal by a supervisor", "supervisor", "", withdraw);
    row("withdrawal by a technician", "technician", "event.wrong-role", withdraw);
    row("note by a technician", "technician", "", note);
    row("note by a stranger", "stranger", "event.unknown-actor", note);
    row("note by nobody", "", "event.unknown-actor", note);
    row("release by the station itself", "", "", release);
    row("release by a stranger", "stranger", "event.unknown-actor", release);
}

void tst_GatewayRecords::knowsWhoMayDoWhat() {
    QFETCH(std::function<domain::Event(const test::CopyJob&)>, act);
    QFETCH(QString, who);
    QFETCH(QString, code);
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    domain::Event event = act(job);
    event.actor = personCalled(who);
    const auto answer = test::push(*m_client, {chain.add(job.received(nextCode())), chain.add(job.submitted()), chain.add(event)});
    QVERIFY(answer);
    QCOMPARE(answer->refusal ? answer->refusal->code : QString(), code);
    QCOMPARE(answer->mark.seq, code.isEmpty() ? 3 : 2);
}

void tst_GatewayRecords::knowsWhoseNameStandsThere_data() {
    using Act = std::function<void(const test::CopyJob&, domain::Event&)>;
    QTest::addColumn<bool>("entry");
    QTest::addColumn<Act>("change");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, bool entry, const char* code, const Act& change) {
        QTest::newRow(name) << entry << change << QString::fromLatin1(code);
    };
    const auto signerOf = [](domain::Event& event) -> domain::Signer& {
        if (auto* approved = std::get_if<domain::DossierApproved>(&event.body))
            return approved->signer;
        return std::get<domain::EntryRegistered>(event.body).entry.signer;
    };
    row("approved in one's own name", false, "", [](const auto&, auto&) {});
    row("approved in another's name", false, "dossier.wrong-signer", [=](const auto& job, auto& event) { signerOf(event).user = job.clerk; });
    row("two hats claimed by one who wears one", false, "event.two-hat-unrecorded",
        [](const auto&, auto& event) { std::get<domain::DossierApproved>(event.body).twoHat = true; });
    row("registered by who approved", true, "", [](const auto&, auto&) {});
    row("registered by another in their name", true, "dossier.wrong-signer", [](const auto& job, auto& event) { event.actor = job.clerk; });
    row("registered in a name that did not approve", true, "dossier.wrong-signer",
        [=](const auto& job, auto& event) { signerOf(event).user = job.clerk; });
}

void tst_GatewayRecords::knowsWhoseNameStandsThere() {
    QFETCH(bool, entry);
    QFETCH(std::function<void(const test::CopyJob&, domain::Event&)>, change);
    QFETCH(QString, code);
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    Records records{chain.add(job.received(nextCode())), chain.add(job.submitted())};
    if (entry)
        records.push_back(chain.add(job.approved()));
    domain::Event event = entry ? job.registered(test::volumeOf(*m_client, m_station->id()), 1) : job.approved();
    change(job, event);
    records.push_back(chain.add(event));
    const auto answer = test::push(*m_client, records);
    QVERIFY(answer);
    QCOMPARE(answer->refusal ? answer->refusal->code : QString(), code);
}

void tst_GatewayRecords::ownWorkIsApprovedWhereTheUnitAllowsIt() {
    test::RecordChain chain(m_station->id());
    test::CopyJob job(*m_gateway);
    job.clerk = job.supervisor.id;
    const auto tried = [&](bool recorded) {
        test::RecordChain attempt = chain;
        domain::Event approval = job.approved();
        std::get<domain::DossierApproved>(approval.body).twoHat = recorded;
        const auto answer = test::push(*m_client, {attempt.add(approval)});
        return answer && answer->refusal ? answer->refusal->code : QString();
    };
    const auto allow = [&](const char* value) {
        return m_gateway->ask({QStringLiteral("configure"), QStringLiteral("--unit"), m_gateway->unit(), QStringLiteral("--set"),
            QStringLiteral("twoHatAllowed=") + QLatin1String(value)});
    };
    QVERIFY(!test::push(*m_client, {chain.add(job.received(nextCode())), chain.add(job.submitted())})->refusal);
    QCOMPARE(tried(true), QStringLiteral("dossier.own-work"));
    QVERIFY(allow("true").value(QLatin1String("changed")).toBool());
    QCOMPARE(tried(false), QStringLiteral("event.two-hat-unrecorded"));
    QCOMPARE(tried(true), QString());
    QVERIFY(allow("false").value(QLatin1String("changed")).toBool());
}

void tst_GatewayRecords::aClosedAccountDoesNoMore_data() {
    QTest::addColumn<bool>("heard");
    QTest::addColumn<qint64>("written");
    QTest::addColumn<int>("minutesLater");
    QTest::addColumn<QString>("code");
    const auto closed = QStringLiteral("event.account-closed");
    QTest::newRow("the station has not heard of it") << false << qint64(0) << 60 << QString();
    QTest::newRow("written before the station heard of it") << true << qint64(3) << 60 << QString();
    QTest::newRow("written in the same moment") << true << qint64(2) << 0 << QString();
    QTest::newRow("written after the station heard of it") << true << qint64(2) << 60 << closed;
    QTest::newRow("by a station that does not say what it has written") << true << qint64(-1) << 60 << closed;
}

void tst_GatewayRecords::aClosedAccountDoesNoMore() {
    QFETCH(bool, heard);
    QFETCH(qint64, written);
    QFETCH(int, minutesLater);
    QFETCH(QString, code);
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    QVERIFY(!test::push(*m_client, {chain.add(job.received(nextCode())), chain.add(job.submitted())})->refusal);
    const auto account = [&](const char* act) {
        return m_gateway->ask({QLatin1String(act), QStringLiteral("--unit"), m_gateway->unit(), QStringLiteral("--login"), job.supervisor.login});
    };
    QVERIFY(account("deactivate-account").value(QLatin1String("changed")).toBool());
    if (heard) {
        const QJsonArray items =
            QJsonDocument::fromJson(QByteArray::fromStdString(m_client->Get("/v1/feed?after=0&limit=1000")->body))[QLatin1String("items")].toArray();
        std::string question = "/v1/feed?after=" + std::to_string(items.last()[QLatin1String("cursor")].toInteger());
        if (written >= 0)
            question += "&written=" + std::to_string(written);
        QCOMPARE(m_client->Get(question)->status, 200);
    }
    domain::Event approval = job.approved();
    approval.at = QDateTime::currentDateTimeUtc().addSecs(60LL * minutesLater);
    const protocol::Record record = chain.add(approval);
    const auto answer = test::push(*m_client, {record});
    QVERIFY(answer);
    QCOMPARE(answer->refusal ? answer->refusal->code : QString(), code);
    // What was refused is taken when the province opens the account again.
    QVERIFY(account("reactivate-account").value(QLatin1String("changed")).toBool());
    QVERIFY(!test::push(*m_client, {record})->refusal);
}

void tst_GatewayRecords::takesWhatIsPutRight_data() {
    using Change = std::function<void(domain::DossierCorrected&)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const char* code, const Change& change) { QTest::newRow(name) << change << QString::fromLatin1(code); };
    row("the name", "", [](auto& body) { body.after.applicant.name = QStringLiteral("Lê Thị Hoa"); });
    row("what was not so before", "event.wrong-state", [](auto& body) { body.before.applicant.name = QStringLiteral("Lê Thị Hoa"); });
    row("the kind of job", "event.wrong-state", [](auto& body) { body.after.job.kind = QStringLiteral("general"); });
    row("a fact without what follows from it", "job.unfitting", [](auto& body) { body.after.facts.insert(QStringLiteral("copies"), 7); });
    row("the fee alone", "job.unfitting", [](auto& body) {
        domain::FeeLine& line = body.after.fees.front();
        line.unitPrice += 1000;
        line.amount = line.unitPrice * line.quantity;
    });
    row("a page that is not there", "record.blob-missing", [](auto& body) {
        body.after.papers = {{QStringLiteral("Bản chính"), domain::PaperKind::Original, 1, true, true,
            {{QString(64, QLatin1Char('b')), QStringLiteral("image/jpeg"), 10, 1, 1}}}};
    });
    row("without a reason", "event.malformed", [](auto& body) { body.reason.clear(); });
}

void tst_GatewayRecords::takesWhatIsPutRight() {
    using Change = std::function<void(domain::DossierCorrected&)>;
    QFETCH(Change, change);
    QFETCH(QString, code);
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    const domain::Event received = job.received(nextCode());
    const domain::Correctable as = domain::correctableOf(std::get<domain::DossierReceived>(received.body));
    domain::DossierCorrected body{as, as, QStringLiteral("Gõ nhầm")};
    change(body);
    domain::Event corrected = job.submitted(3);
    corrected.body = body;
    const auto answer = test::push(*m_client, {chain.add(received), chain.add(job.submitted()), chain.add(corrected), chain.add(job.approved(4))});
    QVERIFY(answer);
    QCOMPARE(answer->refusal ? answer->refusal->code : QString(), code);
    QCOMPARE(answer->mark.seq, code.isEmpty() ? 4 : 2);
}

void tst_GatewayRecords::keepsTheBook() {
    const domain::VolumeId volume = test::volumeOf(*m_client, m_station->id());
    QVERIFY(!volume.isNull());
    test::RecordChain chain(m_station->id());
    const auto certify = [&](int number, domain::VolumeId in) {
        const test::CopyJob job(*m_gateway);
        test::RecordChain attempt = chain;
        const auto answer = test::push(*m_client, {attempt.add(job.received(nextCode())), attempt.add(job.submitted()), attempt.add(job.approved()),
                                                      attempt.add(job.registered(in, number))});
        chain = attempt;
        return answer && answer->refusal ? answer->refusal->code : QString();
    };
    QCOMPARE(certify(1, volume), QString());
    QCOMPARE(certify(2, volume), QString());
    for (const auto& [number, book, code] : {std::tuple{4, volume, "book.number-gap"}, std::tuple{2, volume, "book.number-taken"},
             std::tuple{3, domain::VolumeId(QUuid::createUuid()), "book.unknown-volume"}}) {
        QVERIFY(enrolDesk());
        chain = test::RecordChain(m_station->id());
        const domain::VolumeId mine = test::volumeOf(*m_client, m_station->id());
        QCOMPARE(certify(1, mine), QString());
        QCOMPARE(certify(2, mine), QString());
        QCOMPARE(certify(number, book == volume ? mine : book), QString::fromLatin1(code));
    }
    QCOMPARE(m_gateway->check().value(QLatin1String("gaps")).toInt(-1), 0);
}

void tst_GatewayRecords::knowsTheHolder() {
    const auto other = enrol();
    QVERIFY(other);
    QVERIFY(enrolDesk());
    const auto otherClient = other->connect(*m_gateway);
    test::RecordChain mine(m_station->id());
    test::RecordChain theirs(other->id());
    const test::CopyJob job(*m_gateway);
    QVERIFY(!test::push(*m_client, {mine.add(job.received(nextCode())), mine.add(job.submitted())})->refusal);
    test::RecordChain tooEarly = theirs;
    QCOMPARE(test::push(*otherClient, {tooEarly.add(job.approved(3))})->refusal->code, QStringLiteral("event.not-holder"));
    QVERIFY(!test::push(*otherClient, {theirs.add(job.note(QStringLiteral("anyone may")))})->refusal);
    test::RecordChain nowhere = mine;
    QCOMPARE(test::push(*m_client, {nowhere.add(job.released(QUuid::createUuid(), 3))})->refusal->code, QStringLiteral("event.unknown-station"));
    QVERIFY(!test::push(*m_client, {mine.add(job.released(other->id(), 3))})->refusal);
    QVERIFY(!test::push(*otherClient, {theirs.add(job.approved(4))})->refusal);
    QCOMPARE(test::push(*m_client, {mine.add(job.approved(5))})->refusal->code, QStringLiteral("event.not-holder"));
}

void tst_GatewayRecords::boundsBatches() {
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    Records records{chain.add(job.received(nextCode()))};
    while (records.size() < 2001)
        records.push_back(chain.add(job.note(QStringLiteral("n"))));
    QVERIFY(!test::push(*m_client, records));
    QCOMPARE(m_client->Get("/v1/health")->status, 200);
    records.pop_back();
    const auto answer = test::push(*m_client, records);
    QVERIFY(answer);
    QCOMPARE(answer->mark.seq, 2000);
    const auto large = m_client->Post("/v1/records", std::string(9 * 1024 * 1024, ' '), "application/json");
    QVERIFY(large);
    QCOMPARE(large->status, 413);
    QVERIFY(large->body.find("request.too-large") != std::string::npos);
}

void tst_GatewayRecords::goesOnAfterRestart() {
    test::RecordChain chain(m_station->id());
    const test::CopyJob job(*m_gateway);
    QVERIFY(!test::push(*m_client, {chain.add(job.received(nextCode())), chain.add(job.submitted())})->refusal);
    m_gateway->kill();
    QVERIFY(!m_client->Get("/v1/health"));
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    const auto answer = test::push(*m_client, {chain.add(job.approved())});
    QVERIFY(answer && !answer->refusal);
    QCOMPARE(answer->mark.seq, 3);
    QCOMPARE(m_gateway->stop(), 0);
    QVERIFY(m_gateway->start());
    const auto mark = m_client->Get("/v1/mark");
    QVERIFY(mark);
    QVERIFY(mark->body.find(chain.head().toHex().toStdString()) != std::string::npos);
    QCOMPARE(m_gateway->check().value(QLatin1String("lost")).toInt(-1), 0);
}

void tst_GatewayRecords::findsTampering() {
    m_gateway->stop();
    auto database = sqlite::Connection::open(m_gateway->directory() + QStringLiteral("/gateway.sqlite"), {.access = sqlite::Access::ReadWrite});
    QVERIFY(database);
    QVERIFY((*database)->execute("UPDATE records SET payload = (SELECT payload FROM records WHERE kind = 'dossier-approved') "
                                 "WHERE kind = 'dossier-received'"));
    database->reset();
    QVERIFY(m_gateway->check().value(QLatin1String("lost")).toInt() > 0);
}

QTEST_GUILESS_MAIN(tst_GatewayRecords)
#include "tst_GatewayRecords.moc"
