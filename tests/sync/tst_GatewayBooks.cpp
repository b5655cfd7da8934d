// The books of a unit at the province: each desk takes numbers in its own volume, and a row is spoiled by the desk that holds its dossier.

#include "app/base/Clock.h"
#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/support/gateway/TestStation.h"
#include "tests/support/gateway/VolumeList.h"

#include <QTest>

using namespace motcua;

class tst_GatewayBooks : public QObject {
    Q_OBJECT

private slots:
    void init();

    void everyDeskKnowsTheUnitsVolumes();
    void aRowIsSpoiledWhereItsDossierLies();
    void onlyTheHolderSpoils();
    void aClosingNeedNotKnowOfTheOtherDesksRows_data();
    void aClosingNeedNotKnowOfTheOtherDesksRows();
    void aRowSpoiledAfterTheClosingGetsThrough();
    void aSlipTakesTheNextNumberOfItsSeries();
    void aSlipBearsTheNumberOfItsRow_data();
    void aSlipBearsTheNumberOfItsRow();
    void aSlipWithoutARowIsToldIfItLooksLikeOne_data();
    void aSlipWithoutARowIsToldIfItLooksLikeOne();
    void aSeriesIsNotClosed();
    void whatIsNotedBesideARowIsJudged_data();
    void whatIsNotedBesideARowIsJudged();
    void aNoteReachesTheOtherDesk();

private:
    struct Desk {
        test::TestStation station;
        std::unique_ptr<httplib::SSLClient> client;
        std::unique_ptr<test::RecordChain> chain;
        domain::VolumeId volume;

        /// The refusal's code; "" when all were taken.
        QString push(const std::vector<domain::Event>& events);
    };
    domain::Event spoiled(qint64 version) const;
    /// Form 03 for somebody else's dossier.
    domain::Event refused(domain::VolumeId series, int number) const;
    domain::Event registeredAgain(qint64 version) const;
    domain::Event refusedAs(const QString& printed, domain::VolumeId series, int number) const;
    domain::Event closed(int rowsSpoiled) const;
    domain::Event noted(int number, const domain::Signer& signer, const QDate& day) const;
    /// The clerk's desk takes the job in, the supervisor's gives it its number, and the dossier goes home.
    void certify();

    std::unique_ptr<test::GatewayProcess> m_gateway;
    Desk m_clerk;
    Desk m_supervisor;
    std::unique_ptr<test::CopyJob> m_job;
};

QString tst_GatewayBooks::Desk::push(const std::vector<domain::Event>& events) {
    test::RecordChain attempt = *chain;
    std::vector<protocol::Record> records;
    for (const domain::Event& event : events)
        records.push_back(attempt.add(event));
    const auto answer = test::push(*client, records);
    if (!answer)
        return QStringLiteral("no answer");
    if (answer->refusal)
        return answer->refusal->code;
    *chain = attempt;
    return {};
}

void tst_GatewayBooks::init() {
    m_gateway = std::make_unique<test::GatewayProcess>();
    QVERIFY2(m_gateway->start(), m_gateway->errors().constData());
    qsizetype code = 0;
    for (Desk* desk : {&m_clerk, &m_supervisor}) {
        QCOMPARE(desk->station.enrol(*m_gateway, m_gateway->codes()[code++]), 201);
        desk->client = desk->station.connect(*m_gateway);
        desk->chain = std::make_unique<test::RecordChain>(desk->station.id());
        desk->volume = test::volumeOf(*desk->client, desk->station.id());
        QVERIFY(!desk->volume.isNull());
    }
    m_job = std::make_unique<test::CopyJob>(*m_gateway);
    certify();
}

void tst_GatewayBooks::certify() {
    QCOMPARE(m_clerk.push({m_job->received(test::todaysCode(1)), m_job->submitted(), m_job->released(m_supervisor.station.id(), 3)}), QString());
    QCOMPARE(
        m_supervisor.push({m_job->approved(4), m_job->registered(m_supervisor.volume, 1, 5), m_job->released(m_clerk.station.id(), 6)}), QString());
}

domain::Event tst_GatewayBooks::spoiled(qint64 version) const {
    return {domain::EntrySpoiled{m_supervisor.volume, 1, QStringLiteral("In hỏng")}, m_job->dossier, version, {}, m_job->clerk, {}};
}

domain::Event tst_GatewayBooks::refused(domain::VolumeId series, int number) const {
    domain::DossierRefused body;
    const auto received = m_job->received(test::todaysCode(1));
    static_cast<domain::Request&>(body) = std::get<domain::DossierReceived>(received.body);
    body.slipNumber = QStringLiteral("01.%1/TCHS").arg(number, 4, 10, QLatin1Char('0'));
    body.reason = QStringLiteral("Bản chính bị tẩy xóa");
    body.slip = {series, number};
    return {body, domain::DossierId(QUuid::createUuid()), 1, {}, m_job->clerk, {}};
}

domain::Event tst_GatewayBooks::refusedAs(const QString& printed, domain::VolumeId series, int number) const {
    domain::Event event = refused(series, number);
    std::get<domain::DossierRefused>(event.body).slipNumber = printed;
    return event;
}

domain::Event tst_GatewayBooks::registeredAgain(qint64 version) const {
    domain::Event event = m_job->registered(m_clerk.volume, 1, version);
    event.actor = m_job->clerk;
    return event;
}

domain::Event tst_GatewayBooks::closed(int rowsSpoiled) const {
    const domain::Account& signer = m_job->supervisor;
    return {domain::VolumeClosed{m_supervisor.volume, 1, rowsSpoiled, {signer.id, signer.name, {}, {}}}, {}, 0, {}, signer.id, {}};
}

void tst_GatewayBooks::everyDeskKnowsTheUnitsVolumes() {
    const auto heard = test::volumesHeard(*m_clerk.client);
    // Of each of the five books one for each desk.
    QCOMPARE(heard.size(), 5 * static_cast<size_t>(m_gateway->codes().size()));
    QCOMPARE(test::volumeOf(*m_clerk.client, m_supervisor.station.id()), m_supervisor.volume);
    QVERIFY(m_clerk.volume != m_supervisor.volume);
}

void tst_GatewayBooks::aRowIsSpoiledWhereItsDossierLies() {
    QCOMPARE(m_clerk.push({spoiled(7), registeredAgain(8)}), QString());
    QCOMPARE(m_clerk.push({spoiled(9)}), QStringLiteral("event.wrong-state"));
    const QJsonObject unit = m_gateway->stats().value(QLatin1String("units")).toArray().first().toObject();
    QCOMPARE(unit.value(QLatin1String("bookEntries")).toInt(), 2);
    QCOMPARE(unit.value(QLatin1String("spoiled")).toInt(), 1);
    const QJsonObject report = m_gateway->check();
    for (const char* fault : {"gaps", "doubled", "lost"})
        QCOMPARE(report.value(QLatin1String(fault)).toInt(-1), 0);
}

void tst_GatewayBooks::onlyTheHolderSpoils() {
    QCOMPARE(m_supervisor.push({spoiled(7)}), QStringLiteral("event.not-holder"));
    domain::Event taken = registeredAgain(8);
    std::get<domain::EntryRegistered>(taken.body).entry.volume = m_supervisor.volume;
    std::get<domain::EntryRegistered>(taken.body).entry.number = 2;
    QCOMPARE(m_clerk.push({spoiled(7), taken}), QStringLiteral("book.wrong-station"));
}

void tst_GatewayBooks::aClosingNeedNotKnowOfTheOtherDesksRows_data() {
    QTest::addColumn<int>("stated");
    QTest::addColumn<QString>("code");
    QTest::newRow("not heard of") << 0 << QString();
    QTest::newRow("heard of") << 1 << QString();
    QTest::newRow("more than there are") << 2 << QStringLiteral("event.malformed");
}

void tst_GatewayBooks::aClosingNeedNotKnowOfTheOtherDesksRows() {
    QFETCH(int, stated);
    QFETCH(QString, code);
    QCOMPARE(m_clerk.push({spoiled(7)}), QString());
    QCOMPARE(m_supervisor.push({closed(stated)}), code);
}

void tst_GatewayBooks::aRowSpoiledAfterTheClosingGetsThrough() {
    QCOMPARE(m_supervisor.push({closed(1)}), QStringLiteral("book.wrong-total"));
    QCOMPARE(m_supervisor.push({closed(0)}), QString());
    QCOMPARE(m_clerk.push({spoiled(7), registeredAgain(8)}), QString());
}

/// One run in each desk's volume of the year: what is doubled, skipped, another desk's or another series' is refused, and kept out of the books.
void tst_GatewayBooks::aSlipTakesTheNextNumberOfItsSeries() {
    const auto series = [this](Desk& desk, const char* symbol) { return test::slipsOf(*desk.client, desk.station.id(), symbol); };
    const domain::VolumeId own = series(m_clerk, domain::series::refusal);
    QVERIFY(!own.isNull() && own != series(m_supervisor, domain::series::refusal));
    QCOMPARE(m_clerk.push({refused(own, 1), refused(own, 2)}), QString());
    QCOMPARE(m_clerk.push({refused(own, 2)}), QStringLiteral("book.number-taken"));
    QCOMPARE(m_clerk.push({refused(own, 4)}), QStringLiteral("book.number-gap"));
    QCOMPARE(m_clerk.push({refused(series(m_supervisor, domain::series::refusal), 1)}), QStringLiteral("book.wrong-station"));
    QCOMPARE(m_clerk.push({refused(series(m_clerk, domain::series::supplement), 1)}), QStringLiteral("book.wrong-kind"));
    QCOMPARE(m_clerk.push({refused(m_clerk.volume, 1)}), QStringLiteral("book.wrong-kind"));
    QCOMPARE(m_clerk.push({refused(domain::VolumeId(QUuid::createUuid()), 1)}), QStringLiteral("book.unknown-volume"));
    QCOMPARE(m_clerk.push({refused(own, 3)}), QString());
    // One that has no series yet is taken as it is.
    QCOMPARE(m_clerk.push({refused({}, 0)}), QString());
    const QJsonObject unit = m_gateway->stats().value(QLatin1String("units")).toArray().first().toObject();
    QCOMPARE(unit.value(QLatin1String("bookEntries")).toInt(), 1);
}

void tst_GatewayBooks::aSlipBearsTheNumberOfItsRow_data() {
    QTest::addColumn<QString>("printed");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("told");
    const QString wrong = QStringLiteral("book.wrong-label");
    QTest::newRow("its own") << "01.0002/TCHS" << QString() << 0;
    QTest::newRow("whatever the suffix") << "01.0002/Từ chối" << QString() << 1;
    QTest::newRow("of the row before") << "01.0001/TCHS" << wrong << 0;
    QTest::newRow("of another desk") << "02.0002/TCHS" << wrong << 0;
    QTest::newRow("blank") << " " << wrong << 0;
    QTest::newRow("more digits") << "01.00021/TCHS" << wrong << 0;
}

void tst_GatewayBooks::aSlipBearsTheNumberOfItsRow() {
    QFETCH(QString, printed);
    QFETCH(QString, code);
    QFETCH(int, told);
    const domain::VolumeId own = test::slipsOf(*m_clerk.client, m_clerk.station.id(), domain::series::refusal);
    QCOMPARE(m_clerk.push({refused(own, 1)}), QString());
    QCOMPARE(m_clerk.push({refusedAs(printed, own, 2)}), code);
    QCOMPARE(m_gateway->check().value(QLatin1String("irregular")).toInt(-1), told);
}

void tst_GatewayBooks::aSlipWithoutARowIsToldIfItLooksLikeOne_data() {
    QTest::addColumn<QString>("printed");
    QTest::addColumn<bool>("told");
    QTest::newRow("of a row") << "01.0001/TCHS" << true;
    QTest::newRow("of a row, spaced") << " 01 . 0001 /TCHS" << true;
    QTest::newRow("without a suffix") << "01.0001" << true;
    QTest::newRow("of a row, in other digits") << QString::fromUtf16(u"\u0660\u0661.\u0660\u0660\u0660\u0661/TCHS") << true;
    QTest::newRow("of a row, in wide signs") << QString::fromUtf16(u"\uFF10\uFF11\u2024\uFF10\uFF10\uFF10\uFF11/TCHS") << true;
    QTest::newRow("serial and moment") << "0001.1122084500/TCHS" << false;
    QTest::newRow("of the first programs") << "0001.084500/TCHS" << false;
    QTest::newRow("none") << "" << false;
}

void tst_GatewayBooks::aSlipWithoutARowIsToldIfItLooksLikeOne() {
    QFETCH(QString, printed);
    QFETCH(bool, told);
    QCOMPARE(m_clerk.push({refusedAs(printed, {}, 0)}), QString());
    const QJsonObject report = m_gateway->check();
    QCOMPARE(report.value(QLatin1String("irregular")).toInt(-1), told ? 1 : 0);
    if (told)
        QVERIFY(report[QLatin1String("faults")][0].toString().endsWith(QLatin1String("slip.without-row slipNumber")));
}

void tst_GatewayBooks::aSeriesIsNotClosed() {
    const domain::VolumeId own = test::slipsOf(*m_supervisor.client, m_supervisor.station.id(), domain::series::refusal);
    domain::Event closing = closed(0);
    std::get<domain::VolumeClosed>(closing.body).volume = own;
    std::get<domain::VolumeClosed>(closing.body).total = 0;
    QCOMPARE(m_supervisor.push({closing}), QStringLiteral("book.wrong-kind"));
    domain::Event slip = refusedAs(QStringLiteral("02.0001/TCHS"), own, 1);
    QCOMPARE(m_supervisor.push({slip}), QString());
}

domain::Event tst_GatewayBooks::noted(int number, const domain::Signer& signer, const QDate& day) const {
    const domain::RowNote note{
        domain::NoteKind::Corrected, QStringLiteral("Số tờ: 6"), QStringLiteral("Điều 39 NĐ 23/2015/NĐ-CP"), QStringLiteral("TVM"), signer, day};
    return {domain::EntryNoted{m_supervisor.volume, number, note}, m_job->dossier, 0, {}, signer.user, {}};
}

void tst_GatewayBooks::whatIsNotedBesideARowIsJudged_data() {
    QTest::addColumn<int>("number");
    QTest::addColumn<bool>("bySupervisor");
    QTest::addColumn<int>("daysBack");
    QTest::addColumn<QString>("refused");
    QTest::newRow("a supervisor, today") << 1 << true << 0 << "";
    QTest::newRow("a row that there is none of") << 2 << true << 0 << "event.wrong-state";
    QTest::newRow("a clerk") << 1 << false << 0 << "event.wrong-role";
    QTest::newRow("dated back") << 1 << true << 3 << "book.wrong-row";
}

/// Also where another desk holds the dossier: nothing of it changes.
void tst_GatewayBooks::whatIsNotedBesideARowIsJudged() {
    QFETCH(int, number);
    QFETCH(bool, bySupervisor);
    QFETCH(int, daysBack);
    QFETCH(QString, refused);
    const auto approved = m_job->approved(4);
    domain::Signer signer = std::get<domain::DossierApproved>(approved.body).signer;
    if (!bySupervisor)
        signer.user = m_job->clerk;
    const QDate today = base::toVietnamTime(QDateTime::currentDateTimeUtc()).date();
    QCOMPARE(m_supervisor.push({noted(number, signer, today.addDays(-daysBack))}), refused);
    // In another's name never.
    domain::Event forged = noted(1, signer, today);
    forged.actor = bySupervisor ? m_job->clerk : forged.actor;
    if (bySupervisor)
        QVERIFY(!m_supervisor.push({forged}).isEmpty());
}

void tst_GatewayBooks::aNoteReachesTheOtherDesk() {
    const domain::Signer signer = std::get<domain::DossierApproved>(m_job->approved(4).body).signer;
    QCOMPARE(m_supervisor.push({noted(1, signer, base::toVietnamTime(QDateTime::currentDateTimeUtc()).date())}), QString());
    const auto answer = m_clerk.client->Get("/v1/feed?after=0&limit=1000");
    QVERIFY(answer);
    QVERIFY(QByteArray::fromStdString(answer->body).contains("\"entry-noted\""));
}

QTEST_GUILESS_MAIN(tst_GatewayBooks)
#include "tst_GatewayBooks.moc"
