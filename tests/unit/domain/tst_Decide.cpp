// The counter's acts: every act in every state, then what each rule refuses.

#include "Desk.h"

#include "app/domain/Csv.h"

#include <QFile>
#include <QTest>

#include <functional>

using namespace motcua::domain;
using namespace motcua::domain::test;

class tst_Decide : public QObject {
    Q_OBJECT

private slots:
    void matrix_data();
    void matrix();
    void receiveFillsCodeDueAndFee();
    void receiveTakesSerialsFromTheRange();
    void receiveRefuses_data();
    void receiveRefuses();
    void intakeSupplementIsKeptWithoutACode();
    void supplementStopsTheClock();
    void onlyTheHolderChanges();
    void approvalElsewhereSendsTheFolderHome();
    void ownWork();
    void bookRefuses_data();
    void bookRefuses();
    void othersAreCompletedWithoutABook();
    void spoilAndRegisterAgain();
    void spoilWithoutAgainIsApprovedAnew();
    void handOverWaits();
    void roles();
    void twoYearsOfOneVolume();
    void closingWaits_data();
    void closingWaits();
};

namespace {

struct Stage {
    const char* name;
    std::vector<Command> path;
};

std::vector<Stage> stages() {
    const Command ask = Desk::supplement();
    const Command receive = Desk::copyIntake();
    const Command approve = Approve{};
    const std::vector<Command> completed{receive, Submit{}, approve, CollectFee{}, Desk::attestation()};
    std::vector<Command> handedOver = completed;
    handedOver.push_back(HandOver{QStringLiteral("Nguyễn Văn An"), true});
    std::vector<Command> closed = handedOver;
    closed.push_back(Close{});
    return {{"none", {}}, {"registered", {ask}}, {"accepted", {receive}}, {"refused", {Desk::refusal()}}, {"processing", {receive, Submit{}}},
        {"supplement-asked", {receive, Submit{}, ask}}, {"stopped", {receive, Withdraw{QStringLiteral("Đổi ý")}}}, {"unpaid", {receive, Submit{}, approve}},
        {"completed", completed}, {"handed-over", handedOver}, {"closed", closed}};
}

std::vector<std::pair<QString, Command>> commands() {
    const VolumeId volume(uuid(20));
    const std::vector<Paper> papers{{QStringLiteral("Bản chính"), PaperKind::Original, 1, true, false, {}}};
    return {{"receive", Desk::copyIntake()}, {"refuse", Desk::refusal()}, {"ask-supplement", Desk::supplement()}, {"return-with-supplement", ReturnWithSupplement{papers}},
        {"submit", Submit{}}, {"release", Release{StationId(uuid(6))}}, {"approve", Approve{}}, {"return-to-clerk", ReturnToClerk{QStringLiteral("Thiếu trang")}},
        {"spoil", Spoil{volume, 1, QStringLiteral("In sai"), false}}, {"spoil-again", Spoil{volume, 1, QStringLiteral("In sai"), true}}, {"mark-printed", Desk::attestation()},
        {"collect-fee", CollectFee{}}, {"hand-over", HandOver{QStringLiteral("Nguyễn Văn An"), true}}, {"rate", Rate{5, {}}}, {"withdraw", Withdraw{QStringLiteral("Đổi ý")}},
        {"close", Close{}}, {"add-note", AddNote{QStringLiteral("Gọi lại")}}};
}

std::vector<Command> pathTo(size_t stage) {
    return stages()[stage].path;
}

QString outcome(const Desk& desk, const Command& command) {
    const auto bodies = desk.decided(command);
    if (!bodies)
        return bodies.error().code;
    QStringList kinds;
    for (const EventBody& body : *bodies)
        kinds << kindOf(body);
    return kinds.join(QLatin1Char('+'));
}

}

void tst_Decide::matrix_data() {
    QTest::addColumn<int>("stage");
    QTest::addColumn<int>("command");
    QTest::addColumn<QString>("expected");
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/domain/decisions.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto table = parseCsv(file.readAll());
    QVERIFY(table);
    const auto all = commands();
    const auto places = stages();
    QCOMPARE(table->size(), all.size() + 1);
    for (size_t row = 0; row < all.size(); ++row) {
        QCOMPARE(table->at(row + 1).at(0), all[row].first);
        for (size_t column = 0; column < places.size(); ++column) {
            QCOMPARE(table->at(0).at(static_cast<int>(column) + 1), QString::fromLatin1(places[column].name));
            QTest::addRow("%s when %s", qPrintable(all[row].first), places[column].name) << static_cast<int>(column) << static_cast<int>(row) << table->at(row + 1).at(static_cast<int>(column) + 1);
        }
    }
}

void tst_Decide::matrix() {
    QFETCH(int, stage);
    QFETCH(int, command);
    QFETCH(QString, expected);
    Desk desk;
    for (const Command& step : pathTo(static_cast<size_t>(stage)))
        QCOMPARE(desk.act(step), QString());
    const Command wanted = commands()[static_cast<size_t>(command)].second;
    QCOMPARE(outcome(desk, wanted), expected);
    const QString error = desk.act(wanted);
    QCOMPARE(error, expected.contains(QLatin1Char('.')) ? expected : QString());
}

void tst_Decide::receiveFillsCodeDueAndFee() {
    Desk desk;
    Receive receive = Desk::copyIntake(3, 2);
    receive.intake.applicant.name = QStringLiteral("  Nguyễn   Văn An ").normalized(QString::NormalizationForm_D);
    QCOMPARE(desk.act(receive), QString());
    QCOMPARE(desk.dossier.code, QStringLiteral("H49.30-261123-0001"));
    QCOMPARE(desk.dossier.due, vietnam(2026, 11, 23, 17));
    QCOMPARE(desk.dossier.feeTotal(), 10'000);
    QCOMPARE(desk.dossier.money, MoneyState::Due);
    QCOMPARE(desk.dossier.applicant.name, QStringLiteral("Nguyễn Văn An"));
    QCOMPARE(desk.dossier.helpedUnit, QStringLiteral("H49.30"));
    QCOMPARE(desk.dossier.decidingUnit, QStringLiteral("H49.30"));
    QCOMPARE(desk.dossier.receivedBy, desk.clerk.id);
    QCOMPARE(desk.dossier.holder, desk.station);
}

void tst_Decide::receiveTakesSerialsFromTheRange() {
    Desk desk;
    Context context = desk.context(desk.clerk);
    context.range.first = 300;
    context.range.last = 301;
    const auto codeAfter = [&](int lastSerial) {
        context.lastSerial = lastSerial;
        const auto bodies = decide(desk.dossier, Desk::copyIntake(), context);
        return bodies ? std::get<DossierReceived>(bodies->front()).code : bodies.error().code;
    };
    QCOMPARE(codeAfter(0), QStringLiteral("H49.30-261123-0300"));
    QCOMPARE(codeAfter(300), QStringLiteral("H49.30-261123-0301"));
    QCOMPARE(codeAfter(301), QStringLiteral("code.range-exhausted"));
}

void tst_Decide::receiveRefuses_data() {
    using Change = std::function<void(DossierReceived&)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("error");
    QTest::newRow("no name") << Change([](DossierReceived& i) { i.applicant.name = QStringLiteral("  "); }) << "applicant.name-missing";
    QTest::newRow("name of 100") << Change([](DossierReceived& i) { i.applicant.name = QString(100, QChar(u'Ạ')); }) << "";
    QTest::newRow("name of 101") << Change([](DossierReceived& i) { i.applicant.name = QString(101, QChar(u'Ạ')); }) << "applicant.name-too-long";
    QTest::newRow("number of 11 digits") << Change([](DossierReceived& i) { i.applicant.personalId = QStringLiteral("02209000123"); }) << "applicant.personal-id";
    QTest::newRow("number with a letter") << Change([](DossierReceived& i) { i.applicant.personalId = QStringLiteral("02209000123O"); }) << "applicant.personal-id";
    QTest::newRow("no number") << Change([](DossierReceived& i) { i.applicant.personalId.clear(); }) << "";
    QTest::newRow("born tomorrow") << Change([](DossierReceived& i) { i.applicant.birthDate = QDate(2026, 11, 24); }) << "applicant.birth-date";
    QTest::newRow("no procedure") << Change([](DossierReceived& i) { i.procedure.code.clear(); }) << "dossier.no-procedure";
    QTest::newRow("0 pages") << Change([](DossierReceived& i) { i.copy->pages = 0; }) << "copy.pages";
    QTest::newRow("2000 pages") << Change([](DossierReceived& i) { i.copy->pages = 2000; }) << "";
    QTest::newRow("2001 pages") << Change([](DossierReceived& i) { i.copy->pages = 2001; }) << "copy.pages";
    QTest::newRow("0 copies") << Change([](DossierReceived& i) { i.copy->copies = 0; }) << "copy.copies";
    QTest::newRow("501 copies") << Change([](DossierReceived& i) { i.copy->copies = 501; }) << "copy.copies";
    QTest::newRow("no document") << Change([](DossierReceived& i) { i.copy->document = QStringLiteral(" "); }) << "copy.document";
    QTest::newRow("nothing to certify") << Change([](DossierReceived& i) { i.copy.reset(); }) << "copy.missing";
    QTest::newRow("paper missing") << Change([](DossierReceived& i) { i.papers = {{QStringLiteral("Tờ khai"), PaperKind::Original, 0, true, false, {}}}; }) << "dossier.papers-missing";
    QTest::newRow("optional paper missing") << Change([](DossierReceived& i) { i.papers = {{QStringLiteral("Ủy quyền"), PaperKind::Original, 0, false, false, {}}}; }) << "";
    QTest::newRow("paper without a name") << Change([](DossierReceived& i) { i.papers = {{{}, PaperKind::Original, 1, true, false, {}}}; }) << "paper.no-name";
    QTest::newRow("negative quantity") << Change([](DossierReceived& i) { i.papers = {{QStringLiteral("Tờ khai"), PaperKind::Original, -1, true, false, {}}}; }) << "paper.quantity";
    QTest::newRow("fee that does not add up") << Change([](DossierReceived& i) { i.fees = {{QStringLiteral("Phí"), 1000, 2, 3000, {}}}; }) << "fee.wrong-amount";
    QTest::newRow("negative fee") << Change([](DossierReceived& i) { i.fees = {{QStringLiteral("Phí"), -1000, 1, -1000, {}}}; }) << "fee.wrong-amount";
    QTest::newRow("exempt fee") << Change([](DossierReceived& i) { i.fees = {{QStringLiteral("Phí"), 1000, 2, 0, QStringLiteral("Hộ nghèo")}}; }) << "";
    QTest::newRow("zero without a ground") << Change([](DossierReceived& i) { i.fees = {{QStringLiteral("Phí"), 1000, 2, 0, {}}}; }) << "fee.wrong-amount";
    QTest::newRow("code of no form") << Change([](DossierReceived& i) { i.code = QStringLiteral("H49/1"); }) << "code.malformed";
    QTest::newRow("received tomorrow") << Change([](DossierReceived& i) { i.received = vietnam(2026, 11, 24, 8); }) << "dossier.received-in-future";
}

void tst_Decide::receiveRefuses() {
    QFETCH(std::function<void(DossierReceived&)>, change);
    QFETCH(QString, error);
    Desk desk;
    Receive receive = Desk::copyIntake();
    change(receive.intake);
    QCOMPARE(desk.act(receive), error);
}

void tst_Decide::intakeSupplementIsKeptWithoutACode() {
    Desk desk;
    QCOMPARE(desk.act(Desk::supplement()), QString());
    QCOMPARE(desk.dossier.state, State::Registered);
    QVERIFY(desk.dossier.code.isEmpty());
    QCOMPARE(desk.dossier.supplements, 0);
    QCOMPARE(desk.act(Desk::copyIntake()), QString());
    QCOMPARE(desk.dossier.state, State::Accepted);
    QVERIFY(!desk.dossier.code.isEmpty());
    QCOMPARE(desk.dossier.version, 2);
}

void tst_Decide::supplementStopsTheClock() {
    Desk desk;
    desk.calendar.addDayOff(QDate(2026, 11, 24));
    desk.now = vietnam(2026, 11, 9, 9);
    Receive receive;
    receive.intake.procedure = {QStringLiteral("1.004873"), QStringLiteral("2026-11-01"), QStringLiteral("Cấp Giấy xác nhận"), {}, 5, TimeUnit::WorkingDay, {}, {}};
    receive.intake.applicant = Desk::applicant();
    QCOMPARE(desk.act(receive), QString());
    QCOMPARE(desk.act(Submit{}), QString());
    QCOMPARE(desk.dossier.due, vietnam(2026, 11, 16, 17));
    desk.now = vietnam(2026, 11, 11, 10);
    QCOMPARE(desk.act(Desk::supplement()), QString());
    QCOMPARE(desk.dossier.supplementAsked, desk.now);
    desk.now = vietnam(2026, 11, 17, 10);
    QCOMPARE(desk.act(ReturnWithSupplement{{}}), QString());
    QCOMPARE(desk.dossier.due, vietnam(2026, 11, 20, 17));
    QCOMPARE(desk.dossier.state, State::Processing);
    QVERIFY(!desk.dossier.supplementAsked.isValid());
    QCOMPARE(desk.dossier.supplements, 1);
}

void tst_Decide::onlyTheHolderChanges() {
    Desk desk;
    QCOMPARE(desk.act(Desk::copyIntake()), QString());
    const Dossier mine = desk.dossier;
    desk.station = StationId(uuid(6));
    for (const auto& [name, command] : commands())
        if (name != QLatin1String("mark-printed") && name != QLatin1String("add-note") && name != QLatin1String("rate"))
            QCOMPARE(outcome(desk, command), QStringLiteral("dossier.not-holder"));
    QCOMPARE(desk.act(AddNote{QStringLiteral("Xin gọi lại")}), QString());
    QCOMPARE(desk.dossier.version, mine.version);
    const Event foreign = desk.eventOf(DossierSubmitted{}, desk.clerk);
    QCOMPARE(admissible(desk.dossier, foreign).error().code, QStringLiteral("event.not-holder"));
    Event twice = foreign;
    twice.station = mine.holder;
    twice.dossierVersion = mine.version;
    QCOMPARE(admissible(desk.dossier, twice).error().code, QStringLiteral("event.version-conflict"));
    twice.dossierVersion = mine.version + 1;
    QVERIFY(admissible(desk.dossier, twice));
    twice.body = DossierApproved{};
    QCOMPARE(admissible(desk.dossier, twice).error().code, QStringLiteral("event.wrong-state"));
}

void tst_Decide::approvalElsewhereSendsTheFolderHome() {
    Desk desk;
    const StationId home = desk.station;
    const StationId away(uuid(6));
    QCOMPARE(desk.act(Desk::copyIntake()), QString());
    QCOMPARE(desk.act(Submit{}), QString());
    QCOMPARE(desk.act(Release{home}), QStringLiteral("dossier.no-other-desk"));
    QCOMPARE(desk.act(Release{away}), QString());
    desk.station = desk.volume.station = away;
    QCOMPARE(outcome(desk, ReturnToClerk{QStringLiteral("Thiếu")}), QStringLiteral("dossier-returned+folder-released"));
    QCOMPARE(outcome(desk, Approve{}), QStringLiteral("dossier-approved+entry-registered+folder-released"));
    QCOMPARE(desk.act(Approve{}), QString());
    QCOMPARE(desk.dossier.holder, home);
    QCOMPARE(desk.dossier.version, 6);
}

void tst_Decide::ownWork() {
    Desk desk;
    desk.supervisor.roles = desk.clerk.roles = static_cast<int>(Role::Clerk) | static_cast<int>(Role::Supervisor);
    desk.supervisor.id = desk.clerk.id;
    QCOMPARE(desk.act(Desk::copyIntake()), QString());
    QCOMPARE(desk.act(Submit{}), QString());
    QCOMPARE(desk.act(Approve{}), QStringLiteral("dossier.own-work"));
    desk.settings.twoHatAllowed = true;
    QCOMPARE(desk.act(Approve{}), QString());
    QVERIFY(desk.dossier.twoHat);
}

void tst_Decide::bookRefuses_data() {
    using Change = std::function<void(Desk&, Context&)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("error");
    QTest::newRow("none") << Change([](Desk&, Context& c) { c.volume = nullptr; }) << "book.no-open-volume";
    QTest::newRow("closed") << Change([](Desk& d, Context&) { d.volume.closed = true; }) << "book.closed";
    QTest::newRow("last year's") << Change([](Desk& d, Context&) { d.volume.year = 2025; }) << "book.wrong-year";
    QTest::newRow("another station's") << Change([](Desk& d, Context&) { d.volume.station = StationId(uuid(6)); }) << "book.wrong-station";
    QTest::newRow("of signatures") << Change([](Desk& d, Context&) { d.volume.kind = BookKind::Signatures; }) << "book.wrong-kind";
    QTest::newRow("new year in Viet Nam, not yet in UTC") << Change([](Desk&, Context& c) { c.now = vietnam(2027, 1, 1, 0, 30); }) << "book.wrong-year";
    QTest::newRow("last hour of the year") << Change([](Desk&, Context& c) { c.now = vietnam(2026, 12, 31, 23, 59); }) << "";
    QTest::newRow("signed for another") << Change([](Desk&, Context& c) { c.actor.id = UserId(uuid(99)); }) << "dossier.wrong-signer";
}

void tst_Decide::bookRefuses() {
    QFETCH(std::function<void(Desk&, Context&)>, change);
    QFETCH(QString, error);
    Desk desk;
    QCOMPARE(desk.act(Desk::copyIntake()), QString());
    QCOMPARE(desk.act(Submit{}), QString());
    Context context = desk.context(desk.supervisor);
    const Signer signer{desk.supervisor.id, desk.supervisor.name, {}, {}};
    change(desk, context);
    const auto bodies = decide(desk.dossier, Approve{signer}, context);
    QCOMPARE(bodies ? QString() : bodies.error().code, error);
}

void tst_Decide::othersAreCompletedWithoutABook() {
    Desk desk;
    Receive receive;
    receive.intake.procedure = {QStringLiteral("1.004873"), QStringLiteral("2026-11-01"), QStringLiteral("Cấp Giấy xác nhận"), {}, 3, TimeUnit::WorkingDay, {}, {}};
    receive.intake.applicant = Desk::applicant();
    QCOMPARE(desk.act(receive), QString());
    QCOMPARE(desk.dossier.money, MoneyState::Nothing);
    QCOMPARE(desk.act(Submit{}), QString());
    QCOMPARE(outcome(desk, Approve{}), QStringLiteral("dossier-approved"));
    QCOMPARE(desk.act(Approve{}), QString());
    QCOMPARE(desk.act(CollectFee{}), QStringLiteral("fee.nothing-due"));
    QCOMPARE(desk.act(HandOver{QStringLiteral(" "), true}), QStringLiteral("dossier.no-recipient"));
    QCOMPARE(desk.act(HandOver{QStringLiteral("Nguyễn Văn An"), true}), QString());
    QCOMPARE(desk.act(Rate{0, {}}), QStringLiteral("rating.out-of-range"));
    QCOMPARE(desk.act(Rate{6, {}}), QStringLiteral("rating.out-of-range"));
    QCOMPARE(desk.act(Rate{4, {}}), QString());
    QCOMPARE(desk.act(Rate{4, {}}), QStringLiteral("rating.already-given"));
    QCOMPARE(desk.dossier.rating, 4);
}

void tst_Decide::spoilAndRegisterAgain() {
    Desk desk;
    for (const Command& command : pathTo(8))
        QCOMPARE(desk.act(command), QString());
    QCOMPARE(desk.act(Spoil{desk.volume.id, 1, QStringLiteral(" "), true}), QStringLiteral("book.no-reason"));
    QCOMPARE(desk.act(Spoil{desk.volume.id, 2, QStringLiteral("In sai"), true}), QStringLiteral("book.no-such-entry"));
    QCOMPARE(desk.act(Spoil{desk.volume.id, 1, QStringLiteral("In sai"), true}), QString());
    QCOMPARE(desk.act(Spoil{desk.volume.id, 1, QStringLiteral("In sai"), true}), QStringLiteral("book.already-spoiled"));
    QCOMPARE(desk.dossier.entries.size(), size_t(2));
    QCOMPARE(desk.dossier.entries[0].spoiledReason, QStringLiteral("In sai"));
    QCOMPARE(desk.dossier.liveEntry()->numberLabel, QStringLiteral("00002"));
    QCOMPARE(desk.dossier.liveEntry()->volumeLabel, QStringLiteral("01/2026-SCT/BS"));
    QCOMPARE(desk.volume.lastNumber, 2);
    QCOMPARE(desk.volume.spoiled, 1);
    QCOMPARE(desk.act(HandOver{QStringLiteral("An"), true}), QStringLiteral("dossier.attestation-not-printed"));
    QCOMPARE(desk.act(Desk::attestation()), QString());
    QCOMPARE(desk.act(HandOver{QStringLiteral("An"), true}), QString());
}

void tst_Decide::spoilWithoutAgainIsApprovedAnew() {
    Desk desk;
    for (const Command& command : pathTo(8))
        QCOMPARE(desk.act(command), QString());
    QCOMPARE(desk.act(Spoil{desk.volume.id, 1, QStringLiteral("In sai"), false}), QString());
    QCOMPARE(desk.act(HandOver{QStringLiteral("An"), true}), QStringLiteral("book.no-live-entry"));
    QCOMPARE(outcome(desk, Approve{}), QStringLiteral("entry-registered"));
    QCOMPARE(desk.act(Approve{}), QString());
    QCOMPARE(desk.dossier.liveEntry()->number, 2);
}

void tst_Decide::handOverWaits() {
    Desk desk;
    QCOMPARE(desk.act(Desk::copyIntake()), QString());
    QCOMPARE(desk.act(Submit{}), QString());
    QCOMPARE(desk.act(Desk::attestation()), QString());  // before there is a number: does not count
    QCOMPARE(desk.act(Approve{}), QString());
    QCOMPARE(desk.act(HandOver{QStringLiteral("An"), true}), QStringLiteral("fee.unpaid"));
    QCOMPARE(desk.act(CollectFee{}), QString());
    QCOMPARE(desk.dossier.collected, 10'000);
    QCOMPARE(desk.act(CollectFee{}), QStringLiteral("fee.already-paid"));
    QCOMPARE(desk.act(HandOver{QStringLiteral("An"), true}), QStringLiteral("dossier.attestation-not-printed"));
    MarkPrinted form = Desk::attestation();
    form.print.form = QStringLiteral("fee-slip");
    QCOMPARE(desk.act(form), QString());
    QCOMPARE(desk.act(HandOver{QStringLiteral("An"), true}), QStringLiteral("dossier.attestation-not-printed"));
    QCOMPARE(desk.act(Desk::attestation()), QString());
    QCOMPARE(desk.act(HandOver{QStringLiteral("An"), true}), QString());
    QCOMPARE(desk.dossier.delivery, DeliveryState::Delivered);
    QCOMPARE(desk.dossier.prints, 3);
}

void tst_Decide::roles() {
    Desk desk;
    desk.clerk.roles = static_cast<int>(Role::Technician);
    QCOMPARE(desk.act(Desk::copyIntake()), QStringLiteral("actor.not-clerk"));
    desk.clerk.roles = static_cast<int>(Role::Clerk);
    QCOMPARE(desk.act(Desk::copyIntake()), QString());
    QCOMPARE(desk.act(Submit{}), QString());
    desk.supervisor.active = false;
    QCOMPARE(desk.act(Approve{}), QStringLiteral("actor.not-supervisor"));
    desk.supervisor.active = true;
    desk.supervisor.roles = static_cast<int>(Role::Clerk);
    QCOMPARE(desk.act(ReturnToClerk{QStringLiteral("Thiếu")}), QStringLiteral("actor.not-supervisor"));
}

void tst_Decide::twoYearsOfOneVolume() {
    Desk desk;
    const auto byClerk = decideClosing(desk.volume, desk.context(desk.clerk));
    QCOMPARE(byClerk.error().code, QStringLiteral("actor.not-supervisor"));
    for (const Command& command : pathTo(8))
        QCOMPARE(desk.act(command), QString());
    QCOMPARE(desk.act(Spoil{desk.volume.id, 1, QStringLiteral("In sai"), true}), QString());
    const auto closing = decideClosing(desk.volume, desk.context(desk.supervisor));
    QVERIFY(closing);
    const Event event{*closing, {}, 0, desk.station, desk.supervisor.id, desk.now};
    QVERIFY(admissible({}, event));
    QVERIFY(follows(desk.volume, event));
    const auto& body = std::get<VolumeClosed>(*closing);
    QCOMPARE(body.total, 2);
    QCOMPARE(body.spoiled, 1);
    Event wrong = event;
    std::get<VolumeClosed>(wrong.body).total = 3;
    QCOMPARE(follows(desk.volume, wrong).error().code, QStringLiteral("book.wrong-total"));
    desk.volume = evolve(desk.volume, event);
    QCOMPARE(decideClosing(desk.volume, desk.context(desk.supervisor)).error().code, QStringLiteral("book.closed"));
    QCOMPARE(follows(desk.volume, event).error().code, QStringLiteral("book.closed"));
    QCOMPARE(desk.act(Spoil{desk.volume.id, 2, QStringLiteral("In sai"), true}), QStringLiteral("book.closed"));
}

void tst_Decide::closingWaits_data() {
    using Spoiling = std::function<void(Desk&)>;
    QTest::addColumn<Spoiling>("spoil");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, const char* code, const char* field, const Spoiling& spoil) {
        QTest::newRow(name) << spoil << QString::fromLatin1(code) << QString::fromLatin1(field);
    };
    row("nothing in the way", "", "", [](Desk&) {});
    row("another desk's volume", "book.wrong-station", "", [](Desk& desk) { desk.volume.station = StationId(uuid(6)); });
    row("no volume at all", "dossier.out-of-range", "volume", [](Desk& desk) { desk.volume.id = {}; });
    row("more spoiled than taken", "dossier.out-of-range", "spoiled", [](Desk& desk) { desk.volume.spoiled = 1; });
    row("a signer without a name", "dossier.out-of-range", "signer.name", [](Desk& desk) { desk.supervisor.name = QStringLiteral(" "); });
    row("a signer with an endless title", "dossier.out-of-range", "signer.title", [](Desk& desk) { desk.supervisor.title = QString(501, u'x'); });
}

void tst_Decide::closingWaits() {
    QFETCH(std::function<void(Desk&)>, spoil);
    QFETCH(QString, code);
    QFETCH(QString, field);
    Desk desk;
    spoil(desk);
    const auto closing = decideClosing(desk.volume, desk.context(desk.supervisor));
    QCOMPARE(closing ? QString() : closing.error().code, code);
    QCOMPARE(closing ? QString() : closing.error().detail.value(QStringLiteral("field")), field);
}

QTEST_GUILESS_MAIN(tst_Decide)
#include "tst_Decide.moc"
