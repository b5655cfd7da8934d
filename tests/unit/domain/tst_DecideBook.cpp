// The book: when a number is taken, spoiled and never given again; closing a year.

#include "Stages.h"

#include "app/domain/EventCodec.h"

#include <QTest>

#include <functional>

using namespace motcua::domain;
using namespace motcua::domain::test;

class tst_DecideBook : public QObject {
    Q_OBJECT

private slots:
    void bookRefuses_data();
    void bookRefuses();
    void theKindNamesTheAuthority();
    void othersAreCompletedWithoutABook();
    void spoilAndRegisterAgain();
    void aWrongRowIsPutRightUnderANewNumber();
    void aRowSpoiledByAnOlderProgramIsApprovedAnew();
    void sendingBackIsItsOwnRecord();
    void noStageIsADeadEnd();
    void anotherDesksRowIsSpoiledWhereTheDossierLies();
    void spoilingWaits_data();
    void spoilingWaits();
    void lateSpoilingDoesNotChangeTheClosing();
    void twoYearsOfOneVolume();
    void closingWaits_data();
    void closingWaits();
};

void tst_DecideBook::bookRefuses_data() {
    using Change = std::function<void(Desk&, Context&)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("error");
    QTest::newRow("none") << Change([](Desk&, Context& c) { c.volume = nullptr; }) << "book.no-open-volume";
    QTest::newRow("closed") << Change([](Desk& d, Context&) { d.volume.closed = true; }) << "book.closed";
    QTest::newRow("last year's") << Change([](Desk& d, Context&) { d.volume.year = 2025; }) << "book.wrong-year";
    QTest::newRow("another station's") << Change([](Desk& d, Context&) { d.volume.station = StationId(uuid(6)); }) << "book.wrong-station";
    QTest::newRow("of signatures") << Change([](Desk& d, Context&) { d.volume.symbol = QStringLiteral("SCT/CK"); }) << "book.wrong-kind";
    QTest::newRow("new year in Viet Nam, not yet in UTC")
        << Change([](Desk&, Context& c) { c.now = vietnam(2027, 1, 1, 0, 30); }) << "book.wrong-year";
    QTest::newRow("last hour of the year") << Change([](Desk&, Context& c) { c.now = vietnam(2026, 12, 31, 23, 59); }) << "";
    QTest::newRow("signed for another") << Change([](Desk&, Context& c) { c.actor.id = UserId(uuid(99)); }) << "dossier.wrong-signer";
}

void tst_DecideBook::bookRefuses() {
    QFETCH(std::function<void(Desk&, Context&)>, change);
    QFETCH(QString, error);
    Desk desk;
    QCOMPARE(desk.act(Desk::copyIntake()), QString());
    QCOMPARE(desk.act(Submit{}), QString());
    Context context = desk.context(desk.supervisor);
    const Signer signer{desk.supervisor.id, desk.supervisor.name, desk.supervisor.title, {}};
    change(desk, context);
    const auto bodies = decide(desk.dossier, Approve{signer}, context);
    QCOMPARE(bodies ? QString() : bodies.error().code, error);
}

/// What the kind says stands above the title where the account says nothing, also of a signer who comes complete from the desk.
void tst_DecideBook::theKindNamesTheAuthority() {
    Desk desk;
    QCOMPARE(desk.act(Desk::copyIntake()), QString());
    QCOMPARE(desk.act(Submit{}), QString());
    desk.dossier.job.authority = QStringLiteral("TM. ỦY BAN NHÂN DÂN");
    const Context context = desk.context(desk.supervisor);
    const auto authorityOf = [&](const Signer& signer) {
        const auto bodies = decide(desk.dossier, Approve{signer}, context);
        return bodies ? std::get<DossierApproved>(bodies->front()).signer.authority : bodies.error().code;
    };
    Signer signer{desk.supervisor.id, desk.supervisor.name, desk.supervisor.title, {}};
    QCOMPARE(authorityOf(signer), QStringLiteral("TM. ỦY BAN NHÂN DÂN"));
    signer.authority = QStringLiteral("KT. CHỦ TỊCH");
    QCOMPARE(authorityOf(signer), QStringLiteral("KT. CHỦ TỊCH"));
    // No number is taken for a paper that could not name its signer's title.
    signer.title = QStringLiteral(" ");
    QCOMPARE(authorityOf(signer), QStringLiteral("dossier.signer-untitled"));
}

void tst_DecideBook::othersAreCompletedWithoutABook() {
    Desk desk;
    desk.job = builtInJobs().inForce(QLatin1String(generalKind), QDate(2026, 11, 23));
    Receive receive;
    receive.intake.procedure = {
        QStringLiteral("1.004873"), QStringLiteral("2026-11-01"), QStringLiteral("Cấp Giấy xác nhận"), {}, 3, TimeUnit::WorkingDay, {}, {}};
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

void tst_DecideBook::spoilAndRegisterAgain() {
    Desk desk;
    for (const Command& command : pathTo(8))
        QCOMPARE(desk.act(command), QString());
    QCOMPARE(desk.act(Spoil{desk.volume.id, 1, QStringLiteral(" "), true}), QStringLiteral("book.no-reason"));
    QCOMPARE(desk.act(Spoil{desk.volume.id, 1, QStringLiteral("\u200B\u3164"), true}), QStringLiteral("book.no-reason"));
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

/// What stands in the row is wrong: the number is struck out, the dossier put right and approved again; the slips of its fees and the row that
/// counts say the same in the end.
void tst_DecideBook::aWrongRowIsPutRightUnderANewNumber() {
    Desk desk;
    for (const Command& command : pathTo(8))
        QCOMPARE(desk.act(command), QString());
    const qint64 paid = desk.dossier.collected;
    QCOMPARE(desk.act(Spoil{desk.volume.id, 1, QStringLiteral("Ghi sai số bản"), false}), QString());
    QCOMPARE(desk.dossier.state, State::Accepted);
    QCOMPARE(desk.dossier.returnReason, QStringLiteral("Ghi sai số bản"));
    QVERIFY(!desk.dossier.liveEntry() && desk.dossier.decidedBy.isNull() && !desk.dossier.completed.isValid());
    QCOMPARE(desk.dossier.delivery, DeliveryState::Waiting);
    QCOMPARE(desk.act(HandOver{QStringLiteral("An"), true}), QStringLiteral("dossier.wrong-state"));
    QCOMPARE(desk.act(Desk::correction({}, 3)), QString());
    QCOMPARE(desk.act(Submit{}), QString());
    QCOMPARE(desk.act(Approve{}), QString());
    const BookEntry* entry = desk.dossier.liveEntry();
    QCOMPARE(entry->number, 2);
    QCOMPARE(entry->copies, 3);
    QCOMPARE(entry->remark, QStringLiteral("Thay số 00001, quyển số 01/2026-SCT/BS"));
    QCOMPARE(desk.act(HandOver{QStringLiteral("An"), true}), QStringLiteral("fee.unpaid"));
    QCOMPARE(desk.act(CollectFee{}), QString());
    QVERIFY(desk.dossier.collected > paid);
    QCOMPARE(desk.dossier.collected, desk.dossier.liveEntry()->fee);
    QCOMPARE(desk.act(HandOver{QStringLiteral("An"), true}), QStringLiteral("dossier.attestation-not-printed"));
    // Three copies now, by two at a time.
    QCOMPARE(desk.act(Desk::attestation()), QString());
    QCOMPARE(desk.act(Desk::attestation()), QString());
    QCOMPARE(desk.act(HandOver{QStringLiteral("An"), true}), QString());
    QCOMPARE(desk.act(Close{}), QString());
}

/// Programs before record version 4 struck the only number and left the dossier as approved.
void tst_DecideBook::aRowSpoiledByAnOlderProgramIsApprovedAnew() {
    Desk desk;
    for (const Command& command : pathTo(8))
        QCOMPARE(desk.act(command), QString());
    const Event old = desk.eventOf(EntrySpoiled{desk.volume.id, 1, QStringLiteral("In sai")}, desk.clerk);
    QCOMPARE(encodeBody(old.body).version, 1);
    QVERIFY(admissible(desk.dossier, old) && follows(desk.volume, old));
    desk.dossier = evolve(std::move(desk.dossier), old);
    desk.volume = evolve(std::move(desk.volume), old);
    QVERIFY(lostItsNumber(desk.dossier));
    QCOMPARE(desk.act(HandOver{QStringLiteral("An"), true}), QStringLiteral("book.no-live-entry"));
    QCOMPARE(outcome(desk, Approve{}), QStringLiteral("entry-registered"));
    QCOMPARE(desk.act(Approve{}), QString());
    QVERIFY(!lostItsNumber(desk.dossier));
    QCOMPARE(desk.dossier.liveEntry()->number, 2);
}

/// What sends a dossier back is of a version that older platforms do not take for less than it says; what was handed over stays so.
void tst_DecideBook::sendingBackIsItsOwnRecord() {
    Desk desk;
    for (const Command& command : pathTo(8))
        QCOMPARE(desk.act(command), QString());
    const EntrySpoiled back{desk.volume.id, 1, QStringLiteral("Ghi sai"), true};
    const EncodedBody encoded = encodeBody(back);
    QCOMPARE(encoded.version, 4);
    const auto read = decodeBody("entry-spoiled", 4, encoded.json, true);
    QVERIFY(read && std::get<EntrySpoiled>(*read).sendsBack);
    QVERIFY(admissible(desk.dossier, desk.eventOf(back, desk.clerk)));
    QCOMPARE(desk.act(HandOver{QStringLiteral("An"), true}), QString());
    QVERIFY(!admissible(desk.dossier, desk.eventOf(back, desk.clerk)));
    QCOMPARE(desk.act(Spoil{desk.volume.id, 1, QStringLiteral("Ghi sai"), false}), QString());
    QCOMPARE(desk.dossier.state, State::HandedOver);
}

/// From every stage that is not closed the dossier goes on by something that is more than a note or a sheet of paper.
void tst_DecideBook::noStageIsADeadEnd() {
    const QStringList aside{QStringLiteral("add-note"), QStringLiteral("mark-printed"), QStringLiteral("rate"), QStringLiteral("release")};
    for (const Stage& stage : stages()) {
        Desk desk;
        for (const Command& command : stage.path)
            QCOMPARE(desk.act(command), QString());
        if (desk.dossier.closed)
            continue;
        QStringList on;
        for (const auto& [name, command] : commands())
            if (!aside.contains(name) && desk.decided(desk.asSeen(command)))
                on << name;
        QVERIFY2(!on.isEmpty(), stage.name);
    }
}

/// The supervisor approved at their own station; the dossier went home, the volume did not.
void tst_DecideBook::anotherDesksRowIsSpoiledWhereTheDossierLies() {
    Desk desk;
    for (const Command& command : pathTo(8))
        QCOMPARE(desk.act(command), QString());
    Volume own = desk.volume;
    own.id = VolumeId(uuid(21));
    own.ordinal = 2;
    own.lastNumber = 6;
    Volume theirs = desk.volume;
    theirs.station = StationId(uuid(6));
    Context context = desk.context(desk.clerk);
    context.volume = &own;
    context.entryVolume = &theirs;
    const auto bodies = decide(desk.dossier, Spoil{theirs.id, 1, QStringLiteral("In sai"), true}, context);
    QVERIFY2(bodies, qPrintable(bodies ? QString() : bodies.error().code));
    for (const EventBody& body : *bodies) {
        const Event event = desk.eventOf(body, desk.clerk);
        QVERIFY(admissible(desk.dossier, event));
        for (Volume* volume : {&theirs, &own}) {
            QVERIFY(follows(*volume, event));
            *volume = evolve(std::move(*volume), event);
        }
        desk.dossier = evolve(std::move(desk.dossier), event);
    }
    QCOMPARE(theirs.spoiled, 1);
    QCOMPARE(theirs.lastNumber, 1);
    QCOMPARE(own.spoiled, 0);
    QCOMPARE(desk.dossier.liveEntry()->volumeLabel, QStringLiteral("02/2026-SCT/BS"));
    QCOMPARE(desk.dossier.liveEntry()->number, 7);
    QCOMPARE(desk.dossier.liveEntry()->signer.name, desk.supervisor.name);
}

void tst_DecideBook::spoilingWaits_data() {
    using Change = std::function<void(Desk&, Context&, Volume&)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("again");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, bool again, const char* code, const Change& change) {
        QTest::newRow(name) << change << again << QString::fromLatin1(code);
    };
    row("nothing in the way", true, "", [](Desk&, Context&, Volume&) {});
    row("the dossier elsewhere", true, "dossier.not-holder", [](Desk& desk, Context&, Volume&) { desk.dossier.holder = StationId(uuid(6)); });
    row("no clerk", true, "actor.not-clerk", [](Desk&, Context& c, Volume&) { c.actor.roles = static_cast<int>(Role::Technician); });
    row("their volume closed", true, "book.closed", [](Desk&, Context&, Volume& theirs) { theirs.closed = true; });
    row("of last year", true, "book.wrong-year", [](Desk&, Context&, Volume& theirs) { theirs.year = 2025; });
    row("no volume of our own for the new number", true, "book.no-open-volume", [](Desk&, Context& c, Volume&) { c.volume = nullptr; });
    row("none needed without a new number", false, "", [](Desk&, Context& c, Volume&) { c.volume = nullptr; });
    row("no number may be taken in theirs", true, "book.wrong-station", [](Desk&, Context& c, Volume& theirs) { c.volume = &theirs; });
}

void tst_DecideBook::spoilingWaits() {
    QFETCH(std::function<void(Desk&, Context&, Volume&)>, change);
    QFETCH(bool, again);
    QFETCH(QString, code);
    Desk desk;
    for (const Command& command : pathTo(8))
        QCOMPARE(desk.act(command), QString());
    Volume theirs = desk.volume;
    theirs.station = StationId(uuid(6));
    desk.volume.id = VolumeId(uuid(21));
    Context context = desk.context(desk.clerk);
    context.entryVolume = &theirs;
    change(desk, context, theirs);
    const auto bodies = decide(desk.dossier, Spoil{theirs.id, 1, QStringLiteral("In sai"), again}, context);
    QCOMPARE(bodies ? QString() : bodies.error().code, code);
}

/// The desk that holds the dossier had not heard of the closing; its record must get through all the same.
void tst_DecideBook::lateSpoilingDoesNotChangeTheClosing() {
    Desk desk;
    for (const Command& command : pathTo(8))
        QCOMPARE(desk.act(command), QString());
    const Event spoiled = desk.eventOf(EntrySpoiled{desk.volume.id, 1, QStringLiteral("In sai")}, desk.clerk);
    Volume theirs = desk.volume;
    theirs.station = StationId(uuid(6));
    const auto closing = [&](int stated) {
        return Event{VolumeClosed{theirs.id, 1, stated, {}}, {}, 0, theirs.station, desk.supervisor.id, desk.now};
    };
    const Volume closed = evolve(theirs, closing(0));
    QVERIFY(follows(closed, spoiled));
    QCOMPARE(evolve(closed, spoiled).spoiled, 0);
    // The other way round the province has the row before the volume's station hears of it.
    const Volume struck = evolve(theirs, spoiled);
    QCOMPARE(struck.spoiled, 1);
    QVERIFY(follows(struck, closing(0)));
    QVERIFY(follows(struck, closing(1)));
    QCOMPARE(follows(struck, closing(2)).error().code, QStringLiteral("book.wrong-total"));
    QCOMPARE(evolve(struck, closing(0)).spoiled, 0);
}

void tst_DecideBook::twoYearsOfOneVolume() {
    Desk desk;
    Volume slips = desk.volume;
    slips.symbol = QLatin1String(series::fee);
    QCOMPARE(decideClosing(slips, desk.context(desk.supervisor)).error().code, QStringLiteral("book.wrong-kind"));
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
    QVERIFY(isEarlyClosing(desk.volume, QDate(2026, 12, 30)) && !isEarlyClosing(desk.volume, QDate(2026, 12, 31)));
    Event wrong = event;
    std::get<VolumeClosed>(wrong.body).total = 3;
    QCOMPARE(follows(desk.volume, wrong).error().code, QStringLiteral("book.wrong-total"));
    desk.volume = evolve(desk.volume, event);
    QCOMPARE(decideClosing(desk.volume, desk.context(desk.supervisor)).error().code, QStringLiteral("book.closed"));
    QCOMPARE(follows(desk.volume, event).error().code, QStringLiteral("book.closed"));
    QCOMPARE(desk.act(Spoil{desk.volume.id, 2, QStringLiteral("In sai"), true}), QStringLiteral("book.closed"));
}

void tst_DecideBook::closingWaits_data() {
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

void tst_DecideBook::closingWaits() {
    QFETCH(std::function<void(Desk&)>, spoil);
    QFETCH(QString, code);
    QFETCH(QString, field);
    Desk desk;
    spoil(desk);
    const auto closing = decideClosing(desk.volume, desk.context(desk.supervisor));
    QCOMPARE(closing ? QString() : closing.error().code, code);
    QCOMPARE(closing ? QString() : closing.error().detail.value(QStringLiteral("field")), field);
}

QTEST_GUILESS_MAIN(tst_DecideBook)
#include "tst_DecideBook.moc"
