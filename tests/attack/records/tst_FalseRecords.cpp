// What an enrolled station could tell the province although it was not so (issue 9, A2 to A5): impossible moments, codes and words of its own making,
// texts that turn around, acts of accounts that were closed. A real gateway refuses each, or takes it with a doubt, and the chain goes on behind it.

#include "app/domain/jobs/BuiltInJobs.h"
#include "tests/support/gateway/RecordBatch.h"
#include "tests/support/gateway/RecordChain.h"
#include "tests/support/gateway/VolumeList.h"
#include "tests/sync/RecordTest.h"

#include <QTest>

using namespace motcua;
using test::CopyJob;
using test::Records;

using Lie = std::function<void(domain::Event&)>;
using Slip = std::function<void(domain::SupplementAsked&)>;
using Row = std::function<void(domain::BookEntry&)>;

class tst_FalseRecords : public QObject, private test::RecordTest {
    Q_OBJECT

private slots:
    void init();

    void aReceiptThatCannotBe_data();
    void aReceiptThatCannotBe();
    void aRowThatIsNotDerived_data();
    void aRowThatIsNotDerived();
    void aSlipThatCannotBe_data();
    void aSlipThatCannotBe();
    void aSlipOfNextYear();
    void whatIsTakenWithADoubt_data();
    void whatIsTakenWithADoubt();
    void aClockThatRanBack();
    void aTextOfADeskOfBeforeStopsNothing();
    void aClosedAccount_data();
    void aClosedAccount();
    void whatWasSentIsHeard_data();
    void whatWasSentIsHeard();
    void isJudgedByTheChain();
    void nobodyHearsWhatWasNotSaid();

private:
    /// Sends a record that must not stand, with one behind it that must.
    void isRefused(Records before, const domain::Event& lie, const QString& code, const QString& field = {});
    domain::Event asked(const Slip& change) const;
    /// As its command is called: "deactivate-account", "reactivate-account".
    void turn(const char* act, const QString& login);
    void restart(int clockOff);
    qint64 newestCursor();
    QStringList doubts() const;

    std::unique_ptr<test::RecordChain> m_chain;
};

namespace {

constexpr int minute = 60;
constexpr int hour = 60 * minute;
constexpr int day = 24 * hour;

QDateTime now() {
    return QDateTime::currentDateTimeUtc();
}

Lie receipt(const std::function<void(domain::DossierReceived&)>& change) {
    return [change](domain::Event& event) { change(std::get<domain::DossierReceived>(event.body)); };
}

Lie named(const QString& name) {
    return receipt([name](auto& body) { body.applicant.name = name; });
}

Lie writtenAt(qint64 milliseconds) {
    return [milliseconds](domain::Event& event) { event.at = QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC); };
}

}

void tst_FalseRecords::init() {
    // One province for all: a refused record leaves nothing behind.
    if (!m_gateway)
        QVERIFY2(startGateway(), m_gateway->errors().constData());
    QVERIFY(enrolDesk());
    m_chain = std::make_unique<test::RecordChain>(m_station->id());
}

void tst_FalseRecords::isRefused(Records records, const domain::Event& lie, const QString& code, const QString& field) {
    const auto before = static_cast<qint64>(records.size());
    records.push_back(m_chain->add(lie));
    records.push_back(m_chain->add(CopyJob(*m_gateway).received(nextCode())));
    const auto answer = test::push(*m_client, records, test::refusedStand());
    QVERIFY(answer);
    QVERIFY2(!answer->refusal, answer->refusal ? qPrintable(answer->refusal->code) : "");
    QCOMPARE(answer->refused.size(), 1U);
    QCOMPARE(answer->refused[0].code, code);
    QCOMPARE(answer->refused[0].seq, before + 1);
    if (!field.isEmpty())
        QCOMPARE(answer->refused[0].detail.value(QLatin1String("field")).toString(), field);
    QCOMPARE(answer->mark.seq, before + 2);
    const QJsonObject check = m_gateway->check();
    for (const char* fault : {"gaps", "doubled", "lost"})
        QCOMPARE(check.value(QLatin1String(fault)).toInt(-1), 0);
}

QStringList tst_FalseRecords::doubts() const {
    QStringList codes;
    const QString desk = m_station->id().toString(QUuid::WithoutBraces);
    for (const QJsonValue& line : m_gateway->check().value(QLatin1String("faults")).toArray())
        if (line.toString().contains(desk) && line.toString().contains(QStringLiteral("irregular, ")))
            codes << line.toString().section(QStringLiteral("irregular, "), 1).section(QLatin1Char(' '), 0, 0);
    codes.sort();
    return codes;
}

void tst_FalseRecords::aReceiptThatCannotBe_data() {
    QTest::addColumn<Lie>("lie");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, const char* code, const char* field, const Lie& lie) {
        QTest::newRow(name) << lie << QString::fromLatin1(code) << QString::fromLatin1(field);
    };
    const char* unplain = "event.text-unplain";
    row("turned around", unplain, "applicant.name", named(QString::fromUtf16(u"Nguyễn Văn \u202EnA")));
    row("isolated", unplain, "applicant.name", named(QString::fromUtf16(u"Nguyễn \u2068Văn An")));
    row("NUL", unplain, "applicant.name", named(QString(QStringLiteral("An") + QChar(0) + QStringLiteral("h"))));
    row("99 marks", unplain, "applicant.name", named(QStringLiteral("A") + QString(99, QChar(0x0323))));
    row("decomposed", unplain, "applicant.name", named(QStringLiteral("Nguyễn Văn Ân").normalized(QString::NormalizationForm_D)));
    row("in a fact's place", unplain, "procedure.name", receipt([](auto& body) { body.procedure.name += QChar(0x200B); }));
    row("in where a value came from", unplain, "applicant.origins",
        receipt([](auto& body) { body.applicant.origins.insert(QString(QChar(0x202E)), 1); }));
    row("900 KB of where values came from", "event.malformed", "applicant.origins",
        receipt([](auto& body) { body.applicant.origins.insert(QStringLiteral("name"), QString(900'000, u'x')); }));

    const char* never = "record.moment-impossible";
    row("1970", never, "", writtenAt(0));
    row("before there were such desks", never, "", writtenAt(QDateTime(QDate(2025, 6, 30), QTime(16, 0), Qt::UTC).toMSecsSinceEpoch()));
    row("the day after tomorrow", never, "", [](domain::Event& event) { event.at = now().addSecs(2 * day); });
    row("2100", never, "", writtenAt(QDateTime(QDate(2100, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch()));
    row("2^53-1", never, "", writtenAt((qint64(1) << 53) - 1));

    const char* noDay = "event.day-impossible";
    row("received in 2109", noDay, "received", receipt([](auto& body) { body.received = QDateTime(QDate(2109, 5, 15), QTime(0, 0), Qt::UTC); }));
    row("received 400 days ago", noDay, "received", receipt([](auto& body) { body.received = now().addDays(-400); }));
    row("due in 2199", noDay, "due", receipt([](auto& body) { body.due = QDateTime(QDate(2199, 1, 1), QTime(0, 0), Qt::UTC); }));
    row("due before it was received", noDay, "due", receipt([](auto& body) { body.due = now().addDays(-300); }));
    row("born next year", noDay, "applicant.birthDate", receipt([](auto& body) { body.applicant.birthDate = now().date().addYears(1); }));
    row("a card of next year", noDay, "applicant.cardIssued", receipt([](auto& body) { body.applicant.cardIssued = now().date().addYears(1); }));

    const auto coded = [](const std::function<QString(const QString&)>& change) {
        return receipt([change](auto& body) { body.code = change(body.code); });
    };
    row("a code with a digit less", "event.malformed", "code",
        coded([](const QString& code) { return code.section(u'-', 0, 1) + QStringLiteral("-901"); }));
    row("a code with two more", "event.malformed", "code",
        coded([](const QString& code) { return code.section(u'-', 0, 1) + QStringLiteral("-00") + code.section(u'-', 2); }));
    row("a code with a blank", "event.malformed", "code", coded([](const QString& code) { return code + u' '; }));
    row("a code of another day", "dossier.code-day", "",
        coded([](const QString& code) { return code.section(u'-', 0, 0) + QStringLiteral("-260101-") + code.section(u'-', 2); }));
    row("decided by nobody known", "event.unknown-unit", "decidingUnit", receipt([](auto& body) { body.decidingUnit = QStringLiteral("H49.99"); }));
    row("helped by nobody known", "event.unknown-unit", "helpedUnit", receipt([](auto& body) { body.helpedUnit = QStringLiteral("H49.99"); }));
    row("an invented procedure", "procedure.unknown", "procedure.code", receipt([](auto& body) {
        body.procedure.code = QStringLiteral("9.999999");
        body.facts = {};
        body.fees = {};
        body.job = domain::termsOf(*domain::builtInJobs().inForce(QLatin1String(domain::generalKind), body.received.date()), body.procedure, {});
    }));
    const auto procedure = [](const std::function<void(domain::ProcedureVersion&)>& change) {
        return receipt([change](auto& body) { change(body.procedure); });
    };
    row("a procedure by another name", "procedure.altered", "procedure.name",
        procedure([](auto& said) { said.name = QStringLiteral("CẤP PHÉP TỰ DO"); }));
    row("under another law", "procedure.altered", "procedure.legalBasis", procedure([](auto& said) { said.legalBasis = QStringLiteral("Luật 99"); }));
    row("in another time", "procedure.altered", "procedure.timeValue", procedure([](auto& said) { said.timeValue = 9999; }));
    row("for another result", "procedure.altered", "procedure.result", procedure([](auto& said) { said.result = QStringLiteral("1 tỷ đồng"); }));
    row("in another field", "procedure.altered", "procedure.field", procedure([](auto& said) { said.field = QStringLiteral("Khác"); }));
    row("by another name, of an edition that is not known", "procedure.altered", "procedure.name", procedure([](auto& said) {
        said.name = QStringLiteral("CẤP PHÉP TỰ DO");
        said.catalogue = QStringLiteral("2099-01-01");
    }));
    row("by another name, of no edition", "procedure.altered", "procedure.name", procedure([](auto& said) {
        said.name = QStringLiteral("CẤP PHÉP TỰ DO");
        said.catalogue.clear();
    }));
    row("of a code with a suffix of its own", "procedure.unknown", "procedure.code",
        procedure([](auto& said) { said.code += QStringLiteral(".999.XX"); }));
    row("of another province's suffix", "procedure.unknown", "procedure.code",
        procedure([](auto& said) { said.code += QStringLiteral(".000.00.00.H22"); }));
    row("a name in two lines", "event.malformed", "applicant.name", named(QStringLiteral("Nguyễn\nVăn An")));
    row("a name with a tab", "event.malformed", "applicant.name", named(QStringLiteral("Nguyễn\tVăn An")));
    row("a name with a wide blank", "event.malformed", "applicant.name", named(QString::fromUtf16(u"Nguyễn\u2003An")));
    row("a name of empty notes", "event.malformed", "applicant.name", named(QString::fromUtf16(u"\U0001D159\U0001D159")));
    row("a proxy without ground", "event.malformed", "applicant.proxyGround",
        receipt([](auto& body) { body.applicant.proxy.name = QStringLiteral("Lê Thị Hoa"); }));
    row("one's own proxy", "event.malformed", "applicant.proxyId", receipt([](auto& body) {
        body.applicant.proxy = {};
        body.applicant.proxy.name = body.applicant.name;
        body.applicant.proxy.ground = QStringLiteral("Giấy ủy quyền");
        body.applicant.proxy.personalId = body.applicant.personalId;
    }));
}

void tst_FalseRecords::aReceiptThatCannotBe() {
    QFETCH(Lie, lie);
    QFETCH(QString, code);
    QFETCH(QString, field);
    domain::Event event = CopyJob(*m_gateway).received(nextCode());
    lie(event);
    isRefused({}, event, code, field);
}

void tst_FalseRecords::aRowThatIsNotDerived_data() {
    QTest::addColumn<Row>("lie");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* field, const Row& lie) { QTest::newRow(field) << lie << QStringLiteral("entry.") + QLatin1String(field); };
    row("volumeLabel", [](auto& entry) { entry.volumeLabel = QStringLiteral("09/2026-SCT/BS"); });
    row("numberLabel", [](auto& entry) { entry.numberLabel = QStringLiteral("00999"); });
    row("date", [](auto& entry) { entry.date = entry.date.addDays(entry.date.dayOfYear() > 1 ? -1 : 1); });
    row("applicant", [](auto& entry) { entry.applicant = QStringLiteral("Lê Thị Hoa"); });
    row("document", [](auto& entry) { entry.document = QStringLiteral("Giấy khai sinh"); });
    row("columns", [](auto& entry) { entry.columns = {{QStringLiteral("language"), QStringLiteral("tiếng Anh")}}; });
    row("copies", [](auto& entry) { ++entry.copies; });
    row("fee", [](auto& entry) { entry.fee = 0; });
}

void tst_FalseRecords::aRowThatIsNotDerived() {
    QFETCH(Row, lie);
    QFETCH(QString, field);
    const CopyJob job(*m_gateway);
    domain::Event event = job.registered(test::volumeOf(*m_client, m_station->id()), 1);
    lie(std::get<domain::EntryRegistered>(event.body).entry);
    isRefused({m_chain->add(job.received(nextCode())), m_chain->add(job.submitted()), m_chain->add(job.approved())}, event,
        QStringLiteral("book.wrong-row"), field);
}

domain::Event tst_FalseRecords::asked(const Slip& change) const {
    const CopyJob job(*m_gateway);
    const auto received = job.received({});
    domain::SupplementAsked body;
    static_cast<domain::Request&>(body) = std::get<domain::DossierReceived>(received.body);
    body.atIntake = true;
    body.items = QStringList{QStringLiteral("Bản chính giấy tờ")};
    body.reason = QStringLiteral("Thiếu bản chính");
    change(body);
    return {body, job.dossier, 1, {}, job.clerk, {}};
}

void tst_FalseRecords::aSlipThatCannotBe_data() {
    QTest::addColumn<Slip>("lie");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, const char* code, const char* field, const Slip& lie) {
        QTest::newRow(name) << lie << QString::fromLatin1(code) << QString::fromLatin1(field);
    };
    row("papers until yesterday", "event.day-impossible", "until", [](auto& body) { body.until = now().date().addDays(-2); });
    row("papers until 2199", "event.day-impossible", "until", [](auto& body) { body.until = QDate(2199, 1, 1); });
    row("an invented procedure", "procedure.unknown", "procedure.code", [](auto& body) { body.procedure.code = QStringLiteral("9.999999"); });
    row("a paper that turns around", "event.text-unplain", "items", [](auto& body) { body.items << QString::fromUtf16(u"\u202Eaoh"); });
}

void tst_FalseRecords::aSlipThatCannotBe() {
    QFETCH(Slip, lie);
    QFETCH(QString, code);
    QFETCH(QString, field);
    isRefused({}, asked(lie), code, field);
}

/// Whose numbers begin anew then, by a moment that is not yet.
void tst_FalseRecords::aSlipOfNextYear() {
    const int year = now().date().year() + 1;
    const auto answer = m_client->Get("/v1/feed?after=0&limit=1000");
    domain::Volume series;
    for (const QJsonValue& item : QJsonDocument::fromJson(QByteArray::fromStdString(answer->body))[QLatin1String("items")].toArray())
        if (const auto volume = base::fromJson<domain::Volume>(item[QLatin1String("body")].toObject());
            volume.year == year && volume.station.value() == m_station->id() && volume.symbol == QLatin1String(domain::series::supplement))
            series = volume;
    QVERIFY(!series.id.isNull());
    domain::Event slip = asked([&](auto& body) {
        body.slip = {series.id, 1};
        body.slipNumber = series.slipLabel(1) + QStringLiteral("/HDHS");
    });
    isRefused({}, slip, QStringLiteral("book.wrong-year"));
    QVERIFY(enrolDesk());
    m_chain = std::make_unique<test::RecordChain>(m_station->id());
    slip.at = QDateTime(QDate(year, 1, 2), QTime(12, 0), Qt::UTC);
    const auto pushed = test::push(*m_client, {m_chain->add(slip)}, test::refusedStand());
    QVERIFY(pushed && pushed->refused.size() == 1);
    QCOMPARE(pushed->refused[0].code, QStringLiteral("record.moment-impossible"));
}

void tst_FalseRecords::whatIsTakenWithADoubt_data() {
    QTest::addColumn<Lie>("lie");
    QTest::addColumn<QString>("doubt");
    const auto row = [](const char* name, const char* doubt, const Lie& lie) { QTest::newRow(name) << lie << QString::fromLatin1(doubt); };
    row("none", "", [](auto&) {});
    row("a clock four minutes ahead", "", [](auto& event) { event.at = now().addSecs(4 * minute); });
    row("a clock ten minutes ahead", "record.clock-ahead", [](auto& event) { event.at = now().addSecs(10 * minute); });
    row("two days under way", "record.came-late", [](auto& event) {
        event.at = now().addSecs(-2 * day);
        auto& slip = std::get<domain::SupplementAsked>(event.body);
        slip.until = now().date().addDays(3);
    });
    const auto numbered = [](const QString& number) {
        return [number](domain::Event& event) { std::get<domain::SupplementAsked>(event.body).slipNumber = number; };
    };
    row("a row's number without a row", "slip.without-row", numbered(QStringLiteral("01.0001/HDHS")));
    row("in other digits", "slip.without-row", numbered(QString::fromUtf16(u"\u0660\u0661.\u0660\u0660\u0660\u0661/HDHS")));
    row("in wide signs", "slip.without-row", numbered(QString::fromUtf16(u"\uFF10\uFF11\uFF0E\uFF10\uFF10\uFF10\uFF11/HDHS")));
    row("with another dot", "slip.without-row", numbered(QString::fromUtf16(u"01\u00B70001/HDHS")));
    row("serial and moment", "", numbered(QStringLiteral("0001.1130084500/HDHS")));
}

void tst_FalseRecords::whatIsTakenWithADoubt() {
    QFETCH(Lie, lie);
    QFETCH(QString, doubt);
    domain::Event event = asked([](auto&) {});
    lie(event);
    const auto answer = test::push(*m_client, {m_chain->add(event)}, test::refusedStand());
    QVERIFY(answer && !answer->refusal);
    QVERIFY2(answer->refused.empty(), answer->refused.empty() ? "" : qPrintable(answer->refused[0].code));
    QCOMPARE(doubts(), doubt.isEmpty() ? QStringList() : QStringList{doubt});
}

void tst_FalseRecords::aClockThatRanBack() {
    const CopyJob job(*m_gateway);
    domain::Event back = job.submitted();
    back.at = now().addSecs(-20 * minute);
    const auto answer = test::push(
        *m_client, {m_chain->add(job.received(nextCode())), m_chain->add(back), m_chain->add(job.note(QStringLiteral("x")))}, test::refusedStand());
    QVERIFY(answer && !answer->refusal && answer->refused.empty());
    QCOMPARE(doubts(), QStringList{QStringLiteral("record.clock-back")});
}

/// Which does not know that a refused record may keep its place.
void tst_FalseRecords::aTextOfADeskOfBeforeStopsNothing() {
    const CopyJob job(*m_gateway);
    domain::Event event = job.received(nextCode());
    named(QString::fromUtf16(u"Nguyễn Văn \u202EnA"))(event);
    const auto answer = test::push(*m_client, {m_chain->add(event), m_chain->add(job.submitted())});
    QVERIFY(answer);
    QVERIFY2(!answer->refusal, answer->refusal ? qPrintable(answer->refusal->code) : "");
    QCOMPARE(doubts(), QStringList{QStringLiteral("event.text-unplain")});
}

void tst_FalseRecords::restart(int clockOff) {
    QCOMPARE(m_gateway->stop(), 0);
    m_gateway->setClockOff(clockOff);
    QVERIFY(m_gateway->start());
    m_client = m_station->connect(*m_gateway);
}

void tst_FalseRecords::turn(const char* act, const QString& login) {
    QVERIFY(m_gateway->ask({QLatin1String(act), QStringLiteral("--unit"), m_gateway->unit(), QStringLiteral("--login"), login})
                .value(QLatin1String("changed"))
                .toBool());
}

qint64 tst_FalseRecords::newestCursor() {
    const QJsonArray items =
        QJsonDocument::fromJson(QByteArray::fromStdString(m_client->Get("/v1/feed?after=0&limit=1000")->body))[QLatin1String("items")].toArray();
    return items.last()[QLatin1String("cursor")].toInteger();
}

/// The gateway of fb30b3b refused the approval after seventy seconds, and took the same one said to be an hour older, or after a question that named
/// 2^53 records.
void tst_FalseRecords::aClosedAccount_data() {
    QTest::addColumn<bool>("asked");
    QTest::addColumn<qint64>("written");
    QTest::addColumn<int>("later");
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("code");
    const auto closed = QStringLiteral("event.account-closed");
    QTest::newRow("not heard of") << false << qint64(-1) << 70 << 0 << QString();
    QTest::newRow("at +70 s") << true << qint64(-1) << 70 << 0 << closed;
    QTest::newRow("at +70 s, said to be an hour older") << true << qint64(-1) << 70 << -hour << closed;
    QTest::newRow("after 2^53 records") << true << (qint64(1) << 53) << 70 << 0 << closed;
    QTest::newRow("after 2^53 records, said to be an hour older") << true << (qint64(1) << 53) << 70 << -hour << closed;
    QTest::newRow("written before, and under way") << true << qint64(3) << 70 << 0 << QString();
    QTest::newRow("said to be under way for longer than a day") << true << qint64(3) << day + 70 << 0 << closed;
}

void tst_FalseRecords::aClosedAccount() {
#ifdef __SANITIZE_ADDRESS__
    QSKIP("the sanitizer and a shim do not go together");
#endif
    QFETCH(bool, asked);
    QFETCH(qint64, written);
    QFETCH(int, later);
    QFETCH(int, at);
    QFETCH(QString, code);
    const CopyJob job(*m_gateway);
    const auto before = test::push(*m_client, {m_chain->add(job.received(nextCode())), m_chain->add(job.submitted())}, test::refusedStand());
    QVERIFY(before && !before->refusal && before->refused.empty());
    turn("deactivate-account", job.supervisor.login);
    if (asked) {
        const std::string said = written < 0 ? std::string() : "&written=" + std::to_string(written);
        QCOMPARE(m_client->Get("/v1/feed?after=" + std::to_string(newestCursor()) + said)->status, 200);
    }
    restart(later);
    domain::Event approval = job.approved();
    approval.at = now().addSecs(at);
    const auto answer = test::push(*m_client, {m_chain->add(approval)}, test::refusedStand());
    restart(0);
    turn("reactivate-account", job.supervisor.login);
    QVERIFY(answer && !answer->refusal);
    QCOMPARE(answer->refused.empty() ? QString() : answer->refused[0].code, code);
}

/// A desk that is given the closing again and again and never says so (R4 of the second attack).
void tst_FalseRecords::whatWasSentIsHeard_data() {
    QTest::addColumn<int>("written");
    QTest::addColumn<int>("confirmed");
    QTest::addColumn<QString>("code");
    const auto closed = QStringLiteral("event.account-closed");
    QTest::newRow("sent alone") << 2 << -1 << closed;
    QTest::newRow("written before, and under way") << 3 << -1 << QString();
    QTest::newRow("written while it waited for the answer") << 2 << 3 << QString();
    QTest::newRow("confirmed as it was") << 2 << 2 << closed;
}

void tst_FalseRecords::whatWasSentIsHeard() {
#ifdef __SANITIZE_ADDRESS__
    QSKIP("the sanitizer and a shim do not go together");
#endif
    QFETCH(int, written);
    QFETCH(int, confirmed);
    QFETCH(QString, code);
    const CopyJob job(*m_gateway);
    const auto before = test::push(*m_client, {m_chain->add(job.received(nextCode())), m_chain->add(job.submitted())}, test::refusedStand());
    QVERIFY(before && !before->refusal && before->refused.empty());
    const qint64 cursor = newestCursor();
    turn("deactivate-account", job.supervisor.login);
    const auto ask = [&](qint64 after, int count) {
        const auto answer = m_client->Get("/v1/feed?after=" + std::to_string(after) + "&written=" + std::to_string(count));
        const QJsonArray items = QJsonDocument::fromJson(QByteArray::fromStdString(answer->body))[QLatin1String("items")].toArray();
        return items.isEmpty() ? after : items.last()[QLatin1String("cursor")].toInteger();
    };
    const qint64 sent = ask(cursor, written);
    QVERIFY(sent > cursor);
    if (confirmed >= 0)
        ask(sent, confirmed);
    restart(70);
    if (confirmed < 0)
        QCOMPARE(ask(cursor, written + 5), sent);
    const auto answer = test::push(*m_client, {m_chain->add(job.approved())}, test::refusedStand());
    restart(0);
    turn("reactivate-account", job.supervisor.login);
    QVERIFY(answer && !answer->refusal);
    QCOMPARE(answer->refused.empty() ? QString() : answer->refused[0].code, code);
}

void tst_FalseRecords::isJudgedByTheChain() {
    const CopyJob first(*m_gateway);
    const CopyJob second(*m_gateway);
    QVERIFY(test::push(*m_client, {m_chain->add(first.received(nextCode())), m_chain->add(first.submitted()),
                                      m_chain->add(second.received(nextCode())), m_chain->add(second.submitted())}));
    turn("deactivate-account", first.supervisor.login);
    const domain::Event heard{domain::FeedHeard{newestCursor()}, {}, 0, {}, {}, {}};
    domain::Event late = second.approved();
    late.at = now().addSecs(-hour);
    const auto answer = test::push(*m_client, {m_chain->add(first.approved()), m_chain->add(heard), m_chain->add(late)}, test::refusedStand());
    QVERIFY(answer && !answer->refusal);
    QCOMPARE(answer->mark.seq, 7);
    QCOMPARE(answer->refused.size(), 1U);
    QCOMPARE(answer->refused[0].seq, 7);
    QCOMPARE(answer->refused[0].code, QStringLiteral("event.account-closed"));
    // Also in another batch, and after the program began anew.
    restart(0);
    const auto again = test::push(*m_client, {m_chain->add(second.approved())}, test::refusedStand());
    turn("reactivate-account", first.supervisor.login);
    QVERIFY(again && again->refused.size() == 1);
    QCOMPARE(again->refused[0].code, QStringLiteral("event.account-closed"));
    // Nobody else is told what a desk heard.
    const auto other = enrol();
    QVERIFY(other);
    QVERIFY(!QByteArray::fromStdString(other->connect(*m_gateway)->Get("/v1/feed?after=0&limit=1000")->body).contains("feed-heard"));
}

void tst_FalseRecords::nobodyHearsWhatWasNotSaid() {
    isRefused({}, {domain::FeedHeard{qint64(1) << 52}, {}, 0, {}, {}, {}}, QStringLiteral("heard.unknown"), QStringLiteral("cursor"));
}

QTEST_GUILESS_MAIN(tst_FalseRecords)
#include "tst_FalseRecords.moc"
