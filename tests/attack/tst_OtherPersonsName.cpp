// Whose act it is: nobody acts in another's name, neither a colleague with the machine, nor an altered station, nor the province.

#include "app/journal/StationData.h"
#include "app/journal/Unlocked.h"
#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"
#include "app/station/Station.h"
#include "sync/protocol/Signing.h"
#include "sync/protocol/Vouchers.h"
#include "tests/support/gateway/OpenedStore.h"
#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/support/gateway/TestStation.h"
#include "tests/support/shims/AdminRun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using counter::SessionControl;
using protocol::PersonKey;
using test::CopyJob;
using test::GatewayProcess;

using Records = std::vector<protocol::Record>;
using Signer = std::shared_ptr<const PersonKey>;

class tst_OtherPersonsName : public QObject {
    Q_OBJECT

private slots:
    void init();

    void aColleagueNeedsTheirOwnCode();
    void aColleaguesPasswordIsNotTheirSignature();
    void anAlteredStationSpeaksForNobody_data();
    void anAlteredStationSpeaksForNobody();
    void aSignatureStaysWithItsAct();
    void aSignerIsNamedByTheAccount();
    void aTitleThatWasTakenAwayIsHeardOf();
    void aDesksCodeBindsNobody();
    void aCodeBindsItsPersonAloneAndOnce();
    void aResetEndsTheKeyOfBefore();
    void aKeyThatWouldBeginLaterEndsTheOneOfBefore();
    void whoHasAKeySignsWhateverTheDeskSaysOfIt();
    void halfAnActIsTold();
    void aProvinceWrittenAnewShows();
    void aHeadThatIsNotTheStationsIsRefused();

private:
    /// A foreign desk whose first user is the clerk, who signs.
    void enrolDesk();
    /// The clerk's intake and its submission, signed by the clerk.
    Records takenIn(const CopyJob& job);
    QString activation(const QString& login) const;
    QString errorAtTheEnd(const Records& records) const;
    void restart(int clockOff);
    /// One record more, signed with that key.
    Records signedWith(const PersonKey& key, const domain::Event& event);
    /// Binds a new key of the supervisor's, who has written so many records there as the desk says. What the province makes of that.
    qint64 bindNew(const Signer& key, qint64 written);
    protocol::ActivationRequest offer(const PersonKey& key, const QString& login, const QString& code, qint64 written = 0) const;

    QTemporaryDir m_directory;
    std::unique_ptr<GatewayProcess> m_gateway;
    std::unique_ptr<test::TestStation> m_station;
    std::unique_ptr<httplib::SSLClient> m_client;
    std::unique_ptr<test::RecordChain> m_chain;
    Signer m_clerk;
    int m_serial = 0;
};

namespace {

constexpr int patience = 30'000;
const QString clerk = QStringLiteral("lan.nt");
const QString supervisor = QStringLiteral("minh.tv");
const QString password = QStringLiteral("nắng chiều qua sông Lô");
const QString chosen = QStringLiteral("do Lan chọn hộ cho");

Signer newKey() {
    return PersonKey::make().value_or(nullptr);
}

QString failureOf(const QSignalSpy& spy) {
    return spy.isEmpty() ? QString() : spy.last().at(0).value<base::Error>().code;
}

}

void tst_OtherPersonsName::init() {
    m_gateway = std::make_unique<GatewayProcess>(GatewayProcess::Founded::Signed);
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    m_serial = 0;
}

void tst_OtherPersonsName::enrolDesk() {
    m_clerk = newKey();
    QVERIFY(m_clerk);
    m_station = std::make_unique<test::TestStation>();
    m_station->setLogin(clerk);
    m_station->setSigner(m_clerk);
    QCOMPARE(m_station->enrol(*m_gateway, m_gateway->codes().first()), 201);
    QVERIFY(m_station->enrolment().voucher);
    m_client = m_station->connect(*m_gateway);
    m_chain = std::make_unique<test::RecordChain>(m_station->id());
}

QString tst_OtherPersonsName::activation(const QString& login) const {
    return m_gateway->ask({QStringLiteral("activation"), QStringLiteral("--login"), login}).value(QLatin1String("activation")).toString();
}

Records tst_OtherPersonsName::takenIn(const CopyJob& job) {
    Records records{m_chain->add(job.received(test::todaysCode(++m_serial))), m_chain->add(job.submitted())};
    test::sign(*m_clerk, records);
    return records;
}

/// Of the last record; empty: it was taken.
QString tst_OtherPersonsName::errorAtTheEnd(const Records& records) const {
    const auto answer = test::push(*m_client, records, test::refusedStand());
    if (!answer)
        return QStringLiteral("no answer");
    const qint64 last = records.back().header.seq;
    for (const protocol::Refusal& refused : answer->refused)
        if (refused.seq == last)
            return refused.code;
    if (answer->refusal)
        return answer->refusal->code;
    return answer->mark.seq == last ? QString() : QStringLiteral("not taken");
}

protocol::ActivationRequest tst_OtherPersonsName::offer(const PersonKey& key, const QString& login, const QString& code, qint64 written) const {
    return protocol::makeOffer(key, login, code, written).value_or(protocol::ActivationRequest());
}

void tst_OtherPersonsName::aColleagueNeedsTheirOwnCode() {
    station::StationSetup setup;
    setup.directory = m_directory.filePath(QStringLiteral("desk"));
    setup.journal.cost = {1, 64, 1};
    station::Station station(setup);
    SessionControl& session = station.session();
    session.enrol({m_gateway->enrolmentUrl(), m_gateway->codes().first(), {}, clerk, password});
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), SessionControl::State::Closed, patience);
    session.unlock(clerk, password);
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), SessionControl::State::Unlocked, patience);
    QTRY_VERIFY_WITH_TIMEOUT(station.counter()->archive().settings().signedActs, patience);
    QVERIFY(station.counter()->runner().isSigned());

    QSignalSpy failed(&session, &SessionControl::failed);
    QSignalSpy added(&session, &SessionControl::userAdded);
    const std::pair<QString, QString> tries[] = {{QString(), QStringLiteral("access.needs-code")},
        {QStringLiteral("ABC"), QStringLiteral("activation.code-malformed")}, {m_gateway->activation(clerk), QStringLiteral("activation.code-wrong")},
        {QStringLiteral("0000-0000-0000"), QStringLiteral("activation.code-wrong")}};
    for (const auto& [code, error] : tries) {
        const qsizetype before = failed.count();
        session.addUser(supervisor, chosen, code);
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), before + 1, patience);
        QCOMPARE(failureOf(failed), error);
        QCOMPARE(session.logins(), QStringList{clerk});
    }
    session.addUser(supervisor, QStringLiteral("tự tôi nghĩ lấy ra"), m_gateway->activation(supervisor));
    QTRY_COMPARE_WITH_TIMEOUT(added.count(), 1, patience);
    session.lock();
    QVERIFY(!station.counter()->runner().isSigned());
    session.unlock(supervisor, QStringLiteral("tự tôi nghĩ lấy ra"));
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), SessionControl::State::Unlocked, patience);
    QVERIFY(station.counter()->runner().isSigned());
}

/// The attack as it was done: the technician's tool, on a desk that has heard nothing yet.
void tst_OtherPersonsName::aColleaguesPasswordIsNotTheirSignature() {
    const QString directory = m_directory.filePath(QStringLiteral("attacked"));
    const QStringList enrol{"enrol", "--data", directory, "--gateway", m_gateway->enrolmentUrl(), "--code", m_gateway->codes().first(), "--user",
        clerk, "--password-stdin"};
    QCOMPARE(test::admin(enrol, password.toUtf8() + '\n').code, 0);
    const QStringList add{"add-user", "--data", directory, "--user", clerk, "--new", supervisor, "--password-stdin"};
    const test::AdminRun refused = test::admin(add, password.toUtf8() + '\n' + chosen.toUtf8() + '\n');
    QCOMPARE(refused.code, 1);
    QVERIFY(!refused.errors.isEmpty());
    {
        // With the program's own rules out of the way.
        const auto data = journal::StationData::open(directory);
        QVERIFY(data);
        const auto unlocked = (*data)->unlock(clerk, password);
        QVERIFY(unlocked);
        QVERIFY((*unlocked)->addUser(supervisor, chosen));
    }

    station::StationSetup setup;
    setup.directory = directory;
    station::Station station(setup);
    SessionControl& session = station.session();
    session.unlock(supervisor, chosen);
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), SessionControl::State::Unlocked, patience);
    QTRY_VERIFY_WITH_TIMEOUT(station.counter()->archive().settings().signedActs, patience);
    QVERIFY(!station.counter()->runner().isSigned());
    QSignalSpy failed(&session, &SessionControl::failed);
    session.activate(m_gateway->activation(clerk));
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
    QCOMPARE(failureOf(failed), QStringLiteral("activation.code-wrong"));
}

void tst_OtherPersonsName::anAlteredStationSpeaksForNobody_data() {
    QTest::addColumn<QString>("with");
    QTest::addColumn<QString>("error");
    QTest::newRow("without a signature") << "nothing"
                                         << "event.unsigned";
    QTest::newRow("with the clerk's key") << "clerk"
                                          << "event.wrong-signature";
    QTest::newRow("with a key of its own making") << "own"
                                                  << "event.unknown-key";
}

void tst_OtherPersonsName::anAlteredStationSpeaksForNobody() {
    QFETCH(QString, with);
    enrolDesk();
    const CopyJob job(*m_gateway);
    QCOMPARE(errorAtTheEnd(takenIn(job)), QString());
    Records records{m_chain->add(job.approved())};
    if (with != QLatin1String("nothing"))
        test::sign(with == QLatin1String("clerk") ? *m_clerk : *newKey(), records);
    QTEST(errorAtTheEnd(records), "error");
    // Nor is what the clerk does taken without the clerk.
    if (with == QLatin1String("nothing")) {
        const CopyJob another(*m_gateway);
        QCOMPARE(errorAtTheEnd({m_chain->add(another.received(test::todaysCode(99)))}), QStringLiteral("event.unsigned"));
    }
}

void tst_OtherPersonsName::aSignatureStaysWithItsAct() {
    enrolDesk();
    const CopyJob job(*m_gateway);
    Records records = takenIn(job);
    const CopyJob another(*m_gateway);
    Records next = takenIn(another);
    next.front().act = records.front().act;
    QCOMPARE(errorAtTheEnd(records), QString());
    QCOMPARE(errorAtTheEnd({next.front()}), QStringLiteral("event.wrong-signature"));
    Records bent = takenIn(CopyJob(*m_gateway));
    bent.front().act->signature[10] = static_cast<char>(~bent.front().act->signature[10]);
    QCOMPARE(errorAtTheEnd({next.back(), bent.front()}), QStringLiteral("event.wrong-signature"));
}

void tst_OtherPersonsName::aSignerIsNamedByTheAccount() {
    enrolDesk();
    const Signer minh = newKey();
    QCOMPARE(m_station->activate(*m_gateway, offer(*minh, supervisor, m_gateway->activation(supervisor))).status, 201);
    const CopyJob job(*m_gateway);
    QCOMPARE(errorAtTheEnd(takenIn(job)), QString());
    domain::Event approved = job.approved();
    std::get<domain::DossierApproved>(approved.body).signer.title = QStringLiteral("CHỦ TỊCH");
    Records records{m_chain->add(approved)};
    test::sign(*minh, records);
    QCOMPARE(errorAtTheEnd(records), QStringLiteral("event.wrong-signer"));
    records = {m_chain->add(job.approved())};
    test::sign(*minh, records);
    QCOMPARE(errorAtTheEnd(records), QString());
}

/// The names in the lists of before stood under an approval for ever (R8 of the second attack).
void tst_OtherPersonsName::aTitleThatWasTakenAwayIsHeardOf() {
    enrolDesk();
    const Signer minh = newKey();
    bindNew(minh, 0);
    const CopyJob first(*m_gateway);
    const CopyJob second(*m_gateway);
    const CopyJob third(*m_gateway);
    for (const CopyJob* job : {&first, &second, &third})
        QCOMPARE(errorAtTheEnd(takenIn(*job)), QString());
    const domain::Event before = first.approved();
    const domain::Event late = second.approved();
    QVERIFY(m_gateway
                ->ask({QStringLiteral("change-account"), QStringLiteral("--unit"), m_gateway->unit(), QStringLiteral("--login"), supervisor,
                    QStringLiteral("--title"), QStringLiteral("CHUYÊN VIÊN")})
                .value(QLatin1String("changed"))
                .toBool());
    // A desk that could not know it yet.
    QCOMPARE(errorAtTheEnd(signedWith(*minh, before)), QString());
    const QJsonArray items =
        QJsonDocument::fromJson(QByteArray::fromStdString(m_client->Get("/v1/feed?after=0&limit=1000")->body))[QLatin1String("items")].toArray();
    QCOMPARE(errorAtTheEnd({m_chain->add({domain::FeedHeard{items.last()[QLatin1String("cursor")].toInteger()}, {}, 0, {}, {}, {}})}), QString());
    QCOMPARE(errorAtTheEnd(signedWith(*minh, late)), QStringLiteral("event.wrong-signer"));
    QCOMPARE(errorAtTheEnd(signedWith(*minh, third.approved())), QStringLiteral("event.wrong-signer"));
    domain::Event right = third.approved();
    std::get<domain::DossierApproved>(right.body).signer.title = QStringLiteral("CHUYÊN VIÊN");
    QCOMPARE(errorAtTheEnd(signedWith(*minh, right)), QString());
}

/// Whoever enrols a desk names its first user: that is not that user's word.
void tst_OtherPersonsName::aDesksCodeBindsNobody() {
    const auto enrolled = [&](const QString& code, const QString& login) {
        test::TestStation station;
        station.setLogin(login);
        station.setSigner(newKey());
        return station.enrol(*m_gateway, code) == 201 && station.enrolment().voucher.has_value();
    };
    const auto codeFor = [&](const QStringList& more) {
        return m_gateway->ask(QStringList{QStringLiteral("enrol-code")} + more).value(QLatin1String("code")).toString();
    };
    QVERIFY(!enrolled(codeFor({}), supervisor));
    QVERIFY(!enrolled(codeFor({QStringLiteral("--login"), clerk}), supervisor));
    QVERIFY(enrolled(codeFor({QStringLiteral("--login"), clerk}), clerk));
}

void tst_OtherPersonsName::aCodeBindsItsPersonAloneAndOnce() {
    enrolDesk();
    const QString code = activation(supervisor);
    QVERIFY(!code.isEmpty());
    const Signer own = newKey();
    const auto said = [&](const protocol::ActivationRequest& request) {
        const auto answer = m_station->activate(*m_gateway, request);
        return answer.status == 201 ? QString() : answer.json.value(QLatin1String("code")).toString();
    };
    QCOMPARE(said(offer(*own, clerk, code)), QStringLiteral("activation.code-wrong"));
    // A key that somebody else has, or that was offered with another code.
    protocol::ActivationRequest stolen = offer(*own, supervisor, code);
    stolen.publicKey = QString::fromLatin1(m_clerk->publicKey().toBase64());
    QCOMPARE(said(stolen), QStringLiteral("activation.proof-wrong"));
    protocol::ActivationRequest other = offer(*own, supervisor, QStringLiteral("0000-0000-0000"));
    other.code = code;
    QCOMPARE(said(other), QStringLiteral("activation.proof-wrong"));

    QCOMPARE(said(offer(*own, supervisor, code)), QString());
    // The answer was lost.
    QCOMPARE(said(offer(*own, supervisor, code)), QString());
    QCOMPARE(said(offer(*newKey(), supervisor, code)), QStringLiteral("activation.code-wrong"));
    for (int i = 0; i < 10; ++i)
        (void)said(offer(*newKey(), supervisor, QStringLiteral("0000-0000-0000")));
    QCOMPARE(said(offer(*newKey(), supervisor, activation(supervisor))), QStringLiteral("request.too-many"));
}

void tst_OtherPersonsName::aResetEndsTheKeyOfBefore() {
    enrolDesk();
    const Signer before = newKey();
    const Signer after = newKey();
    QCOMPARE(m_station->activate(*m_gateway, offer(*before, supervisor, activation(supervisor))).status, 201);
    const CopyJob first(*m_gateway);
    Records records = takenIn(first);
    Records approval{m_chain->add(first.approved())};
    test::sign(*before, approval);
    // What was signed before the reset and comes after it still counts.
    QCOMPARE(m_station->activate(*m_gateway, offer(*after, supervisor, activation(supervisor), m_chain->seq())).status, 201);
    QCOMPARE(errorAtTheEnd(records), QString());
    QCOMPARE(errorAtTheEnd(approval), QString());

    const CopyJob second(*m_gateway);
    QCOMPARE(errorAtTheEnd(takenIn(second)), QString());
    approval = {m_chain->add(second.approved())};
    test::sign(*before, approval);
    QCOMPARE(errorAtTheEnd(approval), QStringLiteral("event.wrong-signature"));
    approval = {m_chain->add(second.approved())};
    test::sign(*after, approval);
    QCOMPARE(errorAtTheEnd(approval), QString());
}

void tst_OtherPersonsName::restart(int clockOff) {
    m_client.reset();
    QCOMPARE(m_gateway->stop(), 0);
    m_gateway->setClockOff(clockOff);
    QVERIFY(m_gateway->start());
    m_client = m_station->connect(*m_gateway);
}

Records tst_OtherPersonsName::signedWith(const PersonKey& key, const domain::Event& event) {
    Records records{m_chain->add(event)};
    test::sign(key, records);
    return records;
}

qint64 tst_OtherPersonsName::bindNew(const Signer& key, qint64 written) {
    const auto answer = m_station->activate(*m_gateway, offer(*key, supervisor, activation(supervisor), written));
    return answer.status == 201 ? answer.json.value(QLatin1String("since")).toInteger() : -1;
}

/// The key of before went on for ever where the new one was said to begin beyond all records (R5 of the second attack).
void tst_OtherPersonsName::aKeyThatWouldBeginLaterEndsTheOneOfBefore() {
#ifdef __SANITIZE_ADDRESS__
    QSKIP("the sanitizer and a shim do not go together");
#endif
    constexpr qint64 mostUnsent = 100'000;
    constexpr int afterADay = 24 * 3600 + 60;
    enrolDesk();
    const Signer before = newKey();
    const Signer after = newKey();
    QCOMPARE(bindNew(before, 0), 0);
    const CopyJob job(*m_gateway);
    QCOMPARE(errorAtTheEnd(takenIn(job)), QString());
    QCOMPARE(bindNew(after, (qint64(1) << 53) - 2), 2 + mostUnsent);
    restart(afterADay);
    QCOMPARE(errorAtTheEnd(signedWith(*before, job.approved())), QStringLiteral("event.wrong-signature"));
    QCOMPARE(errorAtTheEnd(signedWith(*after, job.approved())), QString());
    // The next one ends them all at once.
    restart(0);
    const Signer third = newKey();
    const CopyJob second(*m_gateway);
    QCOMPARE(errorAtTheEnd(takenIn(second)), QString());
    QCOMPARE(bindNew(third, m_chain->seq()), m_chain->seq());
    for (const Signer& old : {before, after})
        QCOMPARE(errorAtTheEnd(signedWith(*old, second.approved())), QStringLiteral("event.wrong-signature"));
    QCOMPARE(errorAtTheEnd(signedWith(*third, second.approved())), QString());
}

/// Whose key was said to begin beyond all records received unsigned as one who has none.
void tst_OtherPersonsName::whoHasAKeySignsWhateverTheDeskSaysOfIt() {
#ifdef __SANITIZE_ADDRESS__
    QSKIP("the sanitizer and a shim do not go together");
#endif
    constexpr int afterADay = 24 * 3600 + 60;
    enrolDesk();
    QVERIFY(bindNew(newKey(), (qint64(1) << 53) - 2) > 0);
    restart(afterADay);
    domain::Event received = CopyJob(*m_gateway).received(test::todaysCode(++m_serial));
    received.actor = CopyJob(*m_gateway).supervisor.id;
    QCOMPARE(errorAtTheEnd({m_chain->add(received)}), QStringLiteral("event.unsigned"));
}

/// The second record of an act was left out, and another one stands in its place.
void tst_OtherPersonsName::halfAnActIsTold() {
    enrolDesk();
    const CopyJob job(*m_gateway);
    test::RecordChain whole = *m_chain;
    Records act{whole.add(job.received(test::todaysCode(++m_serial))), whole.add(job.submitted())};
    test::sign(*m_clerk, act);
    *m_chain = whole;
    const auto told = [&] {
        QStringList codes;
        for (const QJsonValue& line : m_gateway->check().value(QLatin1String("faults")).toArray())
            codes << line.toString().section(QStringLiteral("irregular, "), 1).section(u' ', 0, 0);
        return codes;
    };
    QCOMPARE(errorAtTheEnd(act), QString());
    QCOMPARE(told(), QStringList());
    const CopyJob other(*m_gateway);
    act = {whole.add(other.received(test::todaysCode(++m_serial))), whole.add(other.submitted())};
    test::sign(*m_clerk, act);
    QCOMPARE(errorAtTheEnd({act.front()}), QString());
    protocol::Record instead = act.back();
    instead.act.reset();
    instead.header.at += 1;
    QCOMPARE(errorAtTheEnd({instead}), QString());
    QCOMPARE(told(), QStringList{QStringLiteral("event.act-cut")});
}

void tst_OtherPersonsName::aProvinceWrittenAnewShows() {
    enrolDesk();
    const CopyJob job(*m_gateway);
    const Records records = takenIn(job);
    const protocol::RecordHeader last = records.back().header;
    const auto head = protocol::signText(m_station->key(), protocol::headText(m_station->id(), last.seq, protocol::hashOf(last)));
    QVERIFY(head);
    const auto answer = test::push(*m_client, records, {{protocol::header::head, head->toBase64().toStdString()}});
    QVERIFY(answer && answer->mark.seq == last.seq);
    QCOMPARE(m_gateway->check().value(QLatin1String("lost")).toInt(-1), 0);
    m_client.reset();
    QCOMPARE(m_gateway->stop(), 0);

    // Another applicant in the first record, and every digest, hash and mark after it made to fit by somebody who has the key.
    const auto store = test::openedRows(m_gateway->directory());
    QVERIFY(store);
    auto transaction = sqlite::Transaction::begin(**store);
    QVERIFY(transaction);
    QByteArray previous(32, '\0');
    for (protocol::Record record : records) {
        record.payload.replace("022198000123", "022198000124");
        record.header.previous = previous;
        record.header.payloadDigest = protocol::payloadDigestOf(record.salt, record.payload);
        previous = protocol::hashOf(record.header);
        QVERIFY((*store)
                    ->prepare("UPDATE records SET payload = ?2, payload_digest = ?3, previous = ?4, hash = ?5 WHERE seq = ?1")
                    .bind(record.header.seq, test::sealedContent(m_gateway->directory(), record), record.header.payloadDigest, record.header.previous,
                        previous)
                    .run());
    }
    QVERIFY((*store)->prepare("UPDATE stations SET head = ?1 WHERE seq > 0").bind(previous).run());
    QVERIFY(transaction->commit());
    const QJsonObject report = m_gateway->check();
    QCOMPARE(report.value(QLatin1String("lost")).toInt(-1), 1);
    QVERIFY(report.value(QLatin1String("faults")).toArray().first().toString().endsWith(QLatin1String("not what the station signed")));
}

void tst_OtherPersonsName::aHeadThatIsNotTheStationsIsRefused() {
    enrolDesk();
    const CopyJob job(*m_gateway);
    const Records records = takenIn(job);
    const auto head = m_clerk->sign(protocol::headText(m_station->id(), 2, protocol::hashOf(records.back().header)));
    QVERIFY(head);
    QVERIFY(!test::push(*m_client, records, {{protocol::header::head, head->toBase64().toStdString()}}));
    QCOMPARE(errorAtTheEnd(records), QString());
}

QTEST_MAIN(tst_OtherPersonsName)
#include "tst_OtherPersonsName.moc"
