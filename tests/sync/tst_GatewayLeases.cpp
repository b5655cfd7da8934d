// A unit whose books have one run of numbers, at a real gateway: two desks take what was leased to them, and nothing else is let in.

#include "app/domain/numbers/NumberLease.h"
#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/support/gateway/TestStation.h"
#include "tests/support/gateway/VolumeList.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace motcua;

class tst_GatewayLeases : public QObject {
    Q_OBJECT

private slots:
    void init();

    void twoDesksWriteInOneRun();
    void noNumberWithoutALease_data();
    void noNumberWithoutALease();
    void whatWasGivenBackIsNotUsed();
    void aDeskWritesOffWhatItHolds();
    void aNumberThatWasWrittenOffAndUsedIsTold();
    void aVolumeIsClosedWhenNothingIsOpen();
    void aSlipTakesALeasedNumber();
    void nobodyLeasesToItself();
    void aRefusedRowSpoilsItsNumber();
    void aRestoredGatewayGivesNoNumberTwice_data();
    void aRestoredGatewayGivesNoNumberTwice();
    void whoPutsACopyBackSaysSo();
    void aDeskOfBeforeHoldsUpTheCarryingOver();

private:
    struct Desk {
        test::TestStation station;
        std::unique_ptr<httplib::SSLClient> client;
        std::unique_ptr<test::RecordChain> chain;

        /// The refusal's code; "" when all were taken.
        QString push(const std::vector<domain::Event>& events, const httplib::Headers& headers = {});
        protocol::LeaseAnswer ask(const protocol::LeaseQuestion& question = {}) const;
        /// Draws so many numbers of a book or series, one after the other.
        std::vector<int> draw(int count, const char* symbol = domain::firstBook) const;
    };
    /// What is done so far about a new dossier up to its number, of the unit's book; by the desk's own hands.
    std::vector<domain::Event> certified(int number) const;
    std::vector<domain::Event> certifiedIn(domain::VolumeId volume, int number) const;
    domain::Event returned(int first, int last) const { return {domain::NumbersReturned{m_book, {{first, last}}}, {}, 0, {}, {}, {}}; }
    domain::Event writtenOff(int first, int last) const;
    domain::Event closed(int total) const;
    int count(const char* finding) { return m_gateway->check().value(QLatin1String(finding)).toInt(-1); }
    /// Nothing is doubled, missing or lost; so many numbers are open, and written off.
    void expectOneRun(int open, int off);
    static domain::Volume unitsOwn(httplib::SSLClient& client, const char* symbol);

    std::unique_ptr<test::GatewayProcess> m_gateway;
    Desk m_one;
    Desk m_other;
    domain::VolumeId m_book;
    mutable int m_serial = 0;
};

QString tst_GatewayLeases::Desk::push(const std::vector<domain::Event>& events, const httplib::Headers& headers) {
    std::vector<test::RecordChain> before;
    std::vector<protocol::Record> records;
    for (const domain::Event& event : events) {
        before.push_back(*chain);
        records.push_back(chain->add(event));
    }
    const auto answer = test::push(*client, records, headers);
    if (!answer)
        return QStringLiteral("no answer");
    if (!answer->refusal)
        return answer->refused.empty() ? QString() : answer->refused.front().code;
    // What came before it stands.
    const auto at = std::find_if(before.begin(), before.end(), [&](const test::RecordChain& each) { return each.seq() + 1 == answer->refusal->seq; });
    if (at != before.end())
        *chain = test::RecordChain(*at);
    return answer->refusal->code;
}

protocol::LeaseAnswer tst_GatewayLeases::Desk::ask(const protocol::LeaseQuestion& question) const {
    const QByteArray body = QJsonDocument(base::toJson(question)).toJson(QJsonDocument::Compact);
    const auto answer = client->Post("/v1/leases", body.toStdString(), "application/json");
    if (!answer || answer->status != 200)
        return {{}, {{QStringLiteral("status"), QString::number(answer ? answer->status : 0)}}, {}, false};
    return base::fromJson<protocol::LeaseAnswer>(QJsonDocument::fromJson(QByteArray::fromStdString(answer->body)).object());
}

std::vector<int> tst_GatewayLeases::Desk::draw(int count, const char* symbol) const {
    std::vector<int> numbers;
    const auto answer = ask({{{QLatin1String(symbol), QDate::currentDate().year(), 0, count}}, {}, {}});
    for (const QJsonValue& lease : answer.leases)
        for (const domain::NumberRange& open : base::fromJson<domain::HeldLease>(lease.toObject()).open)
            for (int number = open.first; number <= open.last; ++number)
                numbers.push_back(number);
    return numbers;
}

domain::Volume tst_GatewayLeases::unitsOwn(httplib::SSLClient& client, const char* symbol) {
    for (const auto what : {test::Numbering::Books, test::Numbering::Slips})
        for (const domain::Volume& volume : test::volumesHeard(client, what))
            if (volume.isUnits() && volume.symbol == QLatin1String(symbol))
                return volume;
    return {};
}

void tst_GatewayLeases::init() {
    m_gateway = std::make_unique<test::GatewayProcess>();
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    m_serial = 0;
    qsizetype code = 0;
    for (Desk* desk : {&m_one, &m_other}) {
        desk->station = test::TestStation();
        QCOMPARE(desk->station.enrol(*m_gateway, m_gateway->codes()[code++]), 201);
        desk->client = desk->station.connect(*m_gateway);
        desk->chain = std::make_unique<test::RecordChain>(desk->station.id());
        if (QString::fromLatin1(QTest::currentTestFunction()) == QLatin1String("aDeskOfBeforeHoldsUpTheCarryingOver"))
            continue;
        const auto told = desk->client->Get("/v1/feed?after=0&limit=1", {{protocol::header::reads, "5"}});
        QVERIFY(told && told->status == 200);
        QVERIFY(desk->ask().leases.isEmpty());
    }
    if (QString::fromLatin1(QTest::currentTestFunction()) == QLatin1String("aDeskOfBeforeHoldsUpTheCarryingOver"))
        return;
    const auto carried = m_gateway->run({QStringLiteral("carry-over"), QStringLiteral("--unit"), m_gateway->unit()});
    QVERIFY2(carried.exitCode == 0 && carried.json.value(QLatin1String("changed")).toBool(), qPrintable(carried.errors));
    m_book = unitsOwn(*m_one.client, domain::firstBook).id;
    QVERIFY(!m_book.isNull());
}

std::vector<domain::Event> tst_GatewayLeases::certifiedIn(domain::VolumeId volume, int number) const {
    const test::CopyJob job(*m_gateway);
    return {job.received(test::todaysCode(++m_serial)), job.submitted(), job.approved(), job.registered(volume, number)};
}

std::vector<domain::Event> tst_GatewayLeases::certified(int number) const {
    return certifiedIn(m_book, number);
}

domain::Event tst_GatewayLeases::writtenOff(int first, int last) const {
    const domain::Account signer = m_gateway->person(domain::Role::Supervisor);
    return {
        domain::NumbersWrittenOff{m_book, first, last, QStringLiteral("Tờ in sẵn bị rách"), {signer.id, signer.name, signer.title, signer.authority}},
        {}, 0, {}, signer.id, {}};
}

domain::Event tst_GatewayLeases::closed(int total) const {
    const domain::Account signer = m_gateway->person(domain::Role::Supervisor);
    return {domain::VolumeClosed{m_book, total, 0, {signer.id, signer.name, signer.title, signer.authority}}, {}, 0, {}, signer.id, {}};
}

void tst_GatewayLeases::expectOneRun(int open, int off) {
    const QJsonObject report = m_gateway->check();
    for (const char* fault : {"gaps", "doubled", "lost"})
        QVERIFY2(report.value(QLatin1String(fault)).toInt(-1) == 0, QJsonDocument(report).toJson().constData());
    QCOMPARE(report.value(QLatin1String("open")).toInt(-1), open);
    QCOMPARE(report.value(QLatin1String("writtenOff")).toInt(-1), off);
}

void tst_GatewayLeases::twoDesksWriteInOneRun() {
    QCOMPARE(m_one.draw(1), std::vector<int>{1});
    QCOMPARE(m_other.draw(2), (std::vector<int>{2, 3}));
    QCOMPARE(m_one.push(certified(1)), QString());
    m_serial = 999;
    QCOMPARE(m_other.push(certified(3)), QString());
    QCOMPARE(m_other.push(certified(2)), QString());
    QCOMPARE(m_one.draw(1), std::vector<int>{4});
    expectOneRun(1, 0);
    QCOMPARE(m_gateway->volume(m_book).total(), 3);
    const auto standing = m_one.ask().runs;
    const auto book = std::find_if(standing.begin(), standing.end(), [](const auto& run) { return run.symbol == QLatin1String(domain::firstBook); });
    QVERIFY(book != standing.end());
    QCOMPARE(book->next, 5);
    QCOMPARE(book->open, 1);
}

void tst_GatewayLeases::noNumberWithoutALease_data() {
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("code");
    QTest::newRow("its own") << 2 << QString();
    QTest::newRow("taken") << 1 << "book.number-taken";
    QTest::newRow("the other desk's") << 3 << "book.number-unleased";
    QTest::newRow("nobody's") << 4 << "book.number-unheard";
    QTest::newRow("far ahead") << 99 << "book.number-unheard";
    QTest::newRow("none") << 0 << "event.malformed";
}

void tst_GatewayLeases::noNumberWithoutALease() {
    QFETCH(int, number);
    QFETCH(QString, code);
    m_one.draw(2);
    m_other.draw(1);
    QCOMPARE(m_one.push(certified(1)), QString());
    QCOMPARE(m_one.push(certified(number)), code);
    expectOneRun(code.isEmpty() ? 1 : 2, 0);
}

void tst_GatewayLeases::whatWasGivenBackIsNotUsed() {
    m_one.draw(3);
    QCOMPARE(m_one.push({returned(2, 3)}), QString());
    QCOMPARE(m_one.push(certified(2)), QStringLiteral("book.number-returned"));
    QCOMPARE(m_other.draw(1), std::vector<int>{2});
    QCOMPARE(m_one.push(certified(2)), QStringLiteral("book.number-returned"));
    m_serial = 999;
    QCOMPARE(m_other.push(certified(2)), QString());
    // Of nobody, and twice: it changes nothing.
    QCOMPARE(m_one.push({returned(2, 3), returned(50, 60)}), QString());
    expectOneRun(2, 0);
}

void tst_GatewayLeases::aDeskWritesOffWhatItHolds() {
    m_one.draw(3);
    m_other.draw(1);
    QCOMPARE(m_one.push({writtenOff(3, 4)}), QStringLiteral("book.number-unleased"));
    QCOMPARE(m_one.push({writtenOff(2, 3)}), QString());
    QCOMPARE(m_one.push({writtenOff(3, 3)}), QString());
    QCOMPARE(m_gateway->volume(m_book).writtenOff.value_or(0), 2);
    expectOneRun(2, 2);
}

void tst_GatewayLeases::aNumberThatWasWrittenOffAndUsedIsTold() {
    m_one.draw(2);
    const auto off = m_gateway->run({QStringLiteral("write-off"), QStringLiteral("--station"), m_one.station.id().toString(QUuid::WithoutBraces),
        QStringLiteral("--reason"), QStringLiteral("Máy bị mất")});
    QCOMPARE(off.json.value(QLatin1String("numbers")).toInt(), 2);
    expectOneRun(0, 2);
    QCOMPARE(m_one.push(certified(1)), QString());
    QCOMPARE(count("irregular"), 1);
    QCOMPARE(count("doubled"), 0);
    QCOMPARE(m_other.draw(1), std::vector<int>{3});
}

void tst_GatewayLeases::aVolumeIsClosedWhenNothingIsOpen() {
    m_one.draw(2);
    QCOMPARE(m_one.push(certified(1)), QString());
    QCOMPARE(m_one.push({closed(1)}), QStringLiteral("book.leases-open"));
    QCOMPARE(m_one.push({returned(2, 2)}), QString());
    QCOMPARE(m_one.push({closed(2)}), QStringLiteral("book.wrong-total"));
    QCOMPARE(m_one.push({closed(1)}), QString());
    expectOneRun(0, 1);
    QCOMPARE(m_gateway->volume(m_book).writtenOff.value_or(0), 1);
    // The book goes on in its next volume.
    QCOMPARE(m_other.draw(1), std::vector<int>{3});
    expectOneRun(1, 1);
}

void tst_GatewayLeases::aSlipTakesALeasedNumber() {
    const domain::VolumeId series = unitsOwn(*m_one.client, domain::series::refusal).id;
    QCOMPARE(m_one.draw(1, domain::series::refusal), std::vector<int>{1});
    const test::CopyJob job(*m_gateway);
    const auto slip = [&](int number, const QString& printed) {
        domain::DossierRefused body;
        static_cast<domain::Request&>(body) = std::get<domain::DossierReceived>(job.received(test::todaysCode(++m_serial)).body);
        body.slipNumber = printed;
        body.reason = QStringLiteral("Bản chính bị tẩy xóa");
        body.slip = {series, number};
        return domain::Event{body, domain::DossierId(QUuid::createUuid()), 1, {}, job.clerk, {}};
    };
    QCOMPARE(m_one.push({slip(2, QStringLiteral("0002/TCHS"))}), QStringLiteral("book.number-unheard"));
    QCOMPARE(m_one.push({slip(1, QStringLiteral("01.0001/TCHS"))}), QStringLiteral("book.wrong-label"));
    QCOMPARE(m_one.push({slip(1, QStringLiteral("0001/TCHS"))}), QString());
    QCOMPARE(count("irregular"), 0);
    expectOneRun(0, 0);
}

void tst_GatewayLeases::nobodyLeasesToItself() {
    domain::NumberLease lease{domain::LeaseId::make(1), m_book, domain::StationId(m_one.station.id()), 1, 5, domain::LeaseUse::Run,
        QDateTime::currentDateTimeUtc(), QDate(QDate::currentDate().year(), QDate::currentDate().month(), 1)};
    QCOMPARE(m_one.push({{domain::NumbersLeased{lease}, {}, 0, {}, {}, {}}}), QStringLiteral("book.not-keeper"));
    const domain::KeepingMoved moved{QLatin1String(domain::firstBook), QDate::currentDate().year(), domain::StationId(m_one.station.id())};
    QCOMPARE(m_one.push({{moved, {}, 0, {}, m_gateway->person(domain::Role::Supervisor).id, {}}}), QStringLiteral("book.not-keeper"));
    QCOMPARE(m_one.push(certified(1)), QStringLiteral("book.number-unheard"));
}

void tst_GatewayLeases::aRefusedRowSpoilsItsNumber() {
    m_one.draw(2);
    std::vector<domain::Event> events = certified(1);
    std::get<domain::EntryRegistered>(events.back().body).entry.applicant = QStringLiteral("Người khác");
    QCOMPARE(m_one.push(events, test::refusedStand()), QStringLiteral("book.wrong-row"));
    expectOneRun(1, 0);
    QCOMPARE(m_one.push(certified(1)), QStringLiteral("book.number-taken"));
    QCOMPARE(m_one.push(certified(2)), QString());
    expectOneRun(0, 0);
}

void tst_GatewayLeases::aRestoredGatewayGivesNoNumberTwice_data() {
    QTest::addColumn<bool>("byMark");
    QTest::newRow("seen by a mark that it signed") << true;
    QTest::newRow("seen by a lease that it signed") << false;
}

void tst_GatewayLeases::aRestoredGatewayGivesNoNumberTwice() {
    QFETCH(bool, byMark);
    m_one.draw(1);
    QCOMPARE(m_one.push(certified(1)), QString());
    const QString file = m_gateway->directory() + QStringLiteral("/gateway.sqlite");
    QCOMPARE(m_gateway->stop(), 0);
    QVERIFY(QFile::copy(file, file + QStringLiteral(".copy")));
    QVERIFY(m_gateway->start());
    for (Desk* desk : {&m_one, &m_other})
        desk->client = desk->station.connect(*m_gateway);
    QCOMPARE(m_one.draw(2), (std::vector<int>{2, 3}));
    QCOMPARE(m_other.draw(2), (std::vector<int>{4, 5}));
    const test::RecordChain before = *m_one.chain;
    const std::vector<domain::Event> late = certified(2);
    test::RecordChain written = before;
    std::vector<protocol::Record> lost;
    for (const domain::Event& event : late)
        lost.push_back(written.add(event));
    const auto pushed = test::push(*m_one.client, lost);
    QVERIFY(pushed);
    *m_one.chain = written;
    const auto holding = m_one.ask();
    const auto others = m_other.ask();

    QCOMPARE(m_gateway->stop(), 0);
    for (const char* rest : {"", "-wal", "-shm"})
        QFile::remove(file + QLatin1String(rest));
    QVERIFY(QFile::rename(file + QStringLiteral(".copy"), file));
    QVERIFY(m_gateway->start());
    for (Desk* desk : {&m_one, &m_other})
        desk->client = desk->station.connect(*m_gateway);
    // What anybody could say makes nothing rest.
    QCOMPARE(m_one.push(certified(3)), QStringLiteral("record.gap"));
    QVERIFY(m_other.client->Get("/v1/feed?after=100000&limit=1", {{protocol::header::reads, "5"}}));
    QVERIFY(!m_other.ask().rests);
    if (byMark)
        QVERIFY(m_one.ask({{}, {}, pushed->mark}).rests);
    auto answer = m_other.ask({{{QLatin1String(domain::firstBook), QDate::currentDate().year(), 0, 1}}, others.leases, {}});
    QVERIFY(answer.rests);
    QCOMPARE(answer.refused.front().code, QStringLiteral("book.keeper-rests"));
    // What was sent before the copy was put back is sent again, and then what is held is said.
    const auto again = test::push(*m_one.client, lost);
    QVERIFY(again && !again->refusal);
    answer = m_one.ask({{}, holding.leases, again->mark});
    QVERIFY(!answer.rests);
    QCOMPARE(m_one.draw(1), (std::vector<int>{3, 6}));
    QCOMPARE(m_other.draw(1), (std::vector<int>{4, 5, 7}));
    m_serial = 20;
    QCOMPARE(m_one.push(certified(3)), QString());
    expectOneRun(4, 0);
}

void tst_GatewayLeases::whoPutsACopyBackSaysSo() {
    m_one.draw(2);
    const QJsonArray held = m_one.ask().leases;
    const auto said = m_gateway->run({QStringLiteral("restored")});
    QVERIFY2(said.exitCode == 0, qPrintable(said.errors));
    // Who knows of nothing newer gets no number that another may have been leased since.
    const auto wish = [] { return protocol::NumberWish{QLatin1String(domain::firstBook), QDate::currentDate().year(), 0, 1}; };
    QVERIFY(m_other.ask({{wish()}, {}, {}}).rests);
    QVERIFY(!m_one.ask({{}, held, {}}).rests);
    QCOMPARE(m_other.draw(1), std::vector<int>{3});
    QCOMPARE(m_one.draw(1), (std::vector<int>{1, 2, 4}));
}

void tst_GatewayLeases::aDeskOfBeforeHoldsUpTheCarryingOver() {
    const auto carried = m_gateway->run({QStringLiteral("carry-over"), QStringLiteral("--unit"), m_gateway->unit()});
    QVERIFY(carried.exitCode != 0);
    QVERIFY2(carried.errors.contains(QLatin1String("carry-over.desk-reads-less")), qPrintable(carried.errors));
    // The old way goes on, and there is nothing to lease.
    const domain::VolumeId own = test::volumeOf(*m_one.client, m_one.station.id());
    QCOMPARE(m_one.push(certifiedIn(own, 1)), QString());
    const auto answer = m_one.ask({{{QLatin1String(domain::firstBook), QDate::currentDate().year(), 0, 1}}, {}, {}});
    QVERIFY(answer.leases.isEmpty() && !answer.rests);
    QCOMPARE(answer.refused.front().code, QStringLiteral("book.no-open-volume"));
}

QTEST_GUILESS_MAIN(tst_GatewayLeases)
#include "tst_GatewayLeases.moc"
