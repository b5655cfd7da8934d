// Every kind of event survives the way to JSON and back; damaged and newer records are refused.

#include "DomainDesk.h"

#include "app/domain/jobs/BuiltInJobs.h"

#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace motcua::domain;
using namespace motcua::domain::test;

class tst_EventCodec : public QObject {
    Q_OBJECT

private slots:
    void kinds_data();
    void kinds();
    void roundTrip_data() { kinds_data(); }
    void roundTrip();
    void damageIsRefused_data();
    void damageIsRefused();
    void newerRecordsAreKept_data();
    void newerRecordsAreKept();
    void lowestVersionThatHoldsIt_data();
    void lowestVersionThatHoldsIt();
    void firstRecordsAreLifted();
    void firstProgramsSeeNoRowInAPartialPrint();
    void laterFieldsDoNoHarm();
    void takenNumbers();
};

namespace {

const Signer signer{UserId(uuid(2)), QStringLiteral("Trần Văn Hùng"), QStringLiteral("PHÓ CHỦ TỊCH"), QStringLiteral("KT. CHỦ TỊCH")};
const BookEntry bookRow{VolumeId(uuid(20)), 42, QStringLiteral("01/2026-SCT/BS"), QStringLiteral("00042"), QDate(2026, 11, 23),
    QStringLiteral("Đặng Thị Hường"), QStringLiteral("Bằng \"tốt nghiệp\"\n|;,"), signer, 3, 15'000, QStringLiteral("ghi chú"), {},
    QStringLiteral("hủy")};

DossierReceived intake() {
    DossierReceived body = Desk::copyIntake().intake;
    body.code = QStringLiteral("H49.30-261123-0042");
    body.helpedUnit = body.receivedUnit = body.decidingUnit = QStringLiteral("H49.30");
    body.channel = Channel::Post;
    body.applicant.origins = {{QStringLiteral("name"), 1}};
    body.papers[0].pages = {{QString(64, QLatin1Char('b')), QStringLiteral("image/jpeg"), 5'000'000'000LL, 2480, 3507}};
    body.fees = {{QStringLiteral("Phí"), 5'000, 2, 10'000, QStringLiteral("")}};
    body.received = vietnam(2026, 11, 23, 9, 1, 2);
    body.due = vietnam(2026, 11, 23, 17);
    body.note = QStringLiteral("ghi chú");
    return body;
}

}

Q_DECLARE_METATYPE(motcua::domain::EventBody)

void tst_EventCodec::kinds_data() {
    QTest::addColumn<EventBody>("body");
    QTest::addColumn<bool>("changes");
    const Applicant person = Desk::applicant();
    const QString text = QStringLiteral("Đã xem “xong”");
    QTest::newRow("dossier-received") << EventBody(intake()) << true;
    QTest::newRow("dossier-refused") << EventBody(DossierRefused{
                                            {QStringLiteral("H49.30"), Desk::copyProcedure(), person}, QStringLiteral("1/TCHS"), text, text})
                                     << true;
    QTest::newRow("supplement-asked") << EventBody(SupplementAsked{{QStringLiteral("H49.30"), Desk::copyProcedure(), person},
                                             QStringLiteral("1/HDHS"), true, {text, text}, text, text})
                                      << true;
    QTest::newRow("supplement-returned") << EventBody(SupplementReturned{intake().papers, vietnam(2026, 11, 25, 17)}) << true;
    QTest::newRow("dossier-submitted") << EventBody(DossierSubmitted{text}) << true;
    QTest::newRow("folder-released") << EventBody(DossierReleased{StationId(uuid(6))}) << true;
    QTest::newRow("dossier-approved") << EventBody(DossierApproved{signer, true}) << true;
    QTest::newRow("dossier-returned") << EventBody(DossierReturned{text}) << true;
    QTest::newRow("entry-registered") << EventBody(EntryRegistered{bookRow}) << true;
    QTest::newRow("entry-spoiled") << EventBody(EntrySpoiled{VolumeId(uuid(20)), 42, text}) << true;
    QTest::newRow("print-recorded") << EventBody(PrintRecorded{QStringLiteral("form-01"), 2, QString(64, QLatin1Char('a')), QStringLiteral("quay1"),
                                           7, {VolumeId(uuid(20)), 42}, false})
                                    << false;
    QTest::newRow("fee-collected") << EventBody(FeeCollected{10'000, PaymentMethod::Portal, FeeStage::Intake, QStringLiteral("7")}) << true;
    QTest::newRow("result-handed-over") << EventBody(ResultHandedOver{text, true}) << true;
    QTest::newRow("rating-given") << EventBody(RatingGiven{5, text}) << false;
    QTest::newRow("dossier-withdrawn") << EventBody(DossierWithdrawn{text}) << true;
    QTest::newRow("dossier-closed") << EventBody(DossierClosed{}) << true;
    QTest::newRow("note-added") << EventBody(NoteAdded{text}) << false;
    const Correctable taken = correctableOf(intake());
    QTest::newRow("dossier-corrected") << EventBody(DossierCorrected{taken, Desk::correction(taken, 3).after, text}) << true;
    QTest::newRow("attested-by-hand") << EventBody(AttestedByHand{{text, text, QDate(2026, 11, 23)}}) << true;
    QTest::newRow("volume-closed") << EventBody(VolumeClosed{VolumeId(uuid(20)), 42, 1, signer}) << false;
}

void tst_EventCodec::kinds() {
    QFETCH(EventBody, body);
    QFETCH(bool, changes);
    QCOMPARE(QString(kindOf(body)), QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(encodeBody(body).version, std::holds_alternative<DossierCorrected>(body) || std::holds_alternative<AttestedByHand>(body) ? 3 : 1);
    QCOMPARE(changesDossier(body), changes);
}

void tst_EventCodec::roundTrip() {
    QFETCH(EventBody, body);
    const auto [version, json] = encodeBody(body);
    const auto decoded = decodeBody(QByteArrayView(QTest::currentDataTag()), version, json);
    QVERIFY(decoded);
    QCOMPARE(decoded->index(), body.index());
    QCOMPARE(encodeBody(*decoded).json, json);
    if (!std::holds_alternative<DossierClosed>(body))
        QVERIFY(json.size() > 10);
}

void tst_EventCodec::damageIsRefused_data() {
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("version");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("error");
    QTest::newRow("version 0") << QByteArray("note-added") << 0 << QByteArray("{}") << "event.malformed";
    QTest::newRow("before there was the kind") << QByteArray("dossier-corrected") << 2 << QByteArray("{}") << "event.malformed";
    QTest::newRow("by hand before that was known") << QByteArray("dossier-received") << 2 << QByteArray(R"({"job":{"byHand":true}})")
                                                   << "event.malformed";
    for (const int version : {1, 2, 3, 4})
        for (const char* said : {R"({"parties":[{"role":"giver","name":"An","how":0}]})", R"({"extension":{"ground":"x","agreed":false}})"})
            QTest::addRow("%.10s before that was known, version %d", said + 2, version)
                << QByteArray("dossier-received") << version << QByteArray(said) << "event.malformed";
    QTest::newRow("a correction of parties before that was known")
        << QByteArray("dossier-corrected") << 3 << QByteArray(R"({"after":{"parties":[{"role":"giver","name":"An","how":0}]}})") << "event.malformed";
    QTest::newRow("cut") << QByteArray("note-added") << 1 << QByteArray("{\"text\":\"a") << "event.malformed";
    QTest::newRow("list") << QByteArray("note-added") << 1 << QByteArray("[]") << "event.malformed";
    QTest::newRow("empty") << QByteArray("note-added") << 1 << QByteArray() << "event.malformed";
}

void tst_EventCodec::damageIsRefused() {
    QFETCH(QByteArray, kind);
    QFETCH(int, version);
    QFETCH(QByteArray, json);
    QFETCH(QString, error);
    const auto decoded = decodeBody(kind, version, json);
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code, error);
}

void tst_EventCodec::newerRecordsAreKept_data() {
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("version");
    QTest::newRow("kind") << QByteArray("dossier-burnt") << 1;
    QTest::newRow("prefix of a kind") << QByteArray("note-adde") << 1;
    QTest::newRow("newer version") << QByteArray("note-added") << 2;
    QTest::newRow("newer intake") << QByteArray("dossier-received") << newestRecordVersion + 1;
    QTest::newRow("newer correction") << QByteArray("dossier-corrected") << newestRecordVersion + 1;
}

void tst_EventCodec::newerRecordsAreKept() {
    QFETCH(QByteArray, kind);
    QFETCH(int, version);
    const QByteArray json = R"({"code":"H49.30-261123-0042","colour":3})";
    const auto decoded = decodeBody(kind, version, json, true);
    QVERIFY(decoded);
    QVERIFY(std::holds_alternative<UnreadRecord>(*decoded));
    QCOMPARE(QByteArray(kindOf(*decoded).latin1()), kind);
    QVERIFY(changesDossier(*decoded));
    QCOMPARE(encodeBody(*decoded).version, version);
    QCOMPARE(encodeBody(*decoded).json, json);
    const Dossier dossier = evolve(Dossier(), Event{*decoded, DossierId(uuid(10)), 1, StationId(uuid(5)), {}, {}});
    QCOMPARE(dossier.unread, 1);
    QCOMPARE(dossier.code, QStringLiteral("H49.30-261123-0042"));
    QCOMPARE(dossier.version, 1);
}

void tst_EventCodec::lowestVersionThatHoldsIt_data() {
    QTest::addColumn<EventBody>("body");
    QTest::addColumn<int>("version");
    const auto with = [](const std::function<void(DossierReceived&)>& change) {
        DossierReceived body = intake();
        change(body);
        return EventBody(body);
    };
    QTest::newRow("certified copy") << EventBody(intake()) << 1;
    for (const char* kind : {"certified-copy", "general"}) {
        const JobKind* job = builtInJobs().inForce(QLatin1String(kind), QDate(2026, 11, 23));
        QTest::addRow("%s as it is described", kind) << with([job](auto& b) {
            if (!job->book)
                b.facts = {};
            b.job = termsOf(*job, b.procedure, b.facts);
        }) << 1;
    }
    QTest::newRow("of another edition") << with([](auto& b) { b.job.version = QStringLiteral("2027-01-01"); }) << 2;
    QTest::newRow("with a fact version 1 does not know")
        << with([](auto& b) { b.facts.insert(QStringLiteral("language"), QStringLiteral("Anh")); }) << 2;
    QTest::newRow("whose book says something else") << with([](auto& b) { b.job.subject = QStringLiteral("Học bạ"); }) << 2;
    QTest::newRow("signed by a clerk") << with([](auto& b) { b.job.signers = 1; }) << 2;
    QTest::newRow("general") << with([](auto& b) {
        b.facts = {};
        b.job = {};
        b.job.kind = QStringLiteral("general");
        b.job.version = QStringLiteral("2025-07-01");
    }) << 1;
    QTest::newRow("another kind") << with([](auto& b) { b.job.kind = QStringLiteral("counted-copies"); }) << 2;
    QTest::newRow("attested by hand") << with([](auto& b) {
        b.facts = {};
        b.job = {};
        b.job.kind = QStringLiteral("attested-by-hand");
        b.job.byHand = true;
    }) << 3;
    const Party party = [] {
        Party one;
        one.role = QStringLiteral("giver");
        one.name = QStringLiteral("Nguyễn Văn An");
        one.how = SigningWay::Fingerprint;
        one.reads = false;
        one.paper.number = QStringLiteral("C1234567");
        one.paper.expiry = QDate(2030, 1, 1);
        return one;
    }();
    QTest::newRow("of a visit") << with([](auto& b) { b.visit = VisitId(uuid(77)); }) << 1;
    QTest::newRow("with parties") << with([party](auto& b) { b.parties = {party, party}; }) << partiesSince;
    QTest::newRow("extended") << with([](auto& b) { b.extension = Extension{QStringLiteral("Nhiều trang"), true}; }) << partiesSince;
    Correctable said = correctableOf(intake());
    QTest::newRow("correction") << EventBody(DossierCorrected{said, Desk::correction(said, 3).after, QStringLiteral("sai")}) << 3;
    said.parties = {party};
    QTest::newRow("correction of parties") << EventBody(DossierCorrected{correctableOf(intake()), said, QStringLiteral("sai")}) << partiesSince;
    QTest::newRow("correction that takes them out")
        << EventBody(DossierCorrected{said, correctableOf(intake()), QStringLiteral("sai")}) << partiesSince;
    BookEntry plain = bookRow;
    QTest::newRow("row") << EventBody(EntryRegistered{plain}) << 1;
    plain.columns = {{QStringLiteral("language"), QStringLiteral("Anh")}};
    QTest::newRow("row with columns of its own") << EventBody(EntryRegistered{plain}) << 2;
    PrintRecorded print{QStringLiteral("attestation-copy"), 100, {}, {}, 0, {VolumeId(uuid(20)), 42}, false};
    QTest::newRow("all copies printed") << EventBody(print) << 1;
    print.partial = true;
    QTest::newRow("some copies printed") << EventBody(print) << 1;
}

void tst_EventCodec::lowestVersionThatHoldsIt() {
    QFETCH(EventBody, body);
    QFETCH(int, version);
    const EncodedBody encoded = encodeBody(body);
    QCOMPARE(encoded.version, version);
    const auto decoded = decodeBody(QByteArrayView(kindOf(body).latin1()), encoded.version, encoded.json);
    QVERIFY(decoded);
    QCOMPARE(encodeBody(*decoded).json, encoded.json);
    QCOMPARE(encodeBody(*decoded).version, version);
}

void tst_EventCodec::firstRecordsAreLifted() {
    const auto copy = decodeBody("dossier-received", 1, R"({"code":"H49.30-261123-0042","copy":{"document":"Học bạ","pages":12,"copies":3}})");
    QVERIFY(copy);
    const auto& received = std::get<DossierReceived>(*copy);
    QCOMPARE(received.facts.value(QStringLiteral("pages")).toInt(), 12);
    QCOMPARE(received.job.book, QStringLiteral("SCT/BS"));
    QCOMPARE(received.job.subject, QStringLiteral("Học bạ"));
    QCOMPARE(received.job.copies, 3);
    QCOMPARE(received.job.attestations, 3);
    const auto plain = decodeBody("dossier-received", 1, R"({"code":"H49.30-261123-0043"})");
    QVERIFY(plain);
    QVERIFY(!std::get<DossierReceived>(*plain).job.owesNumber());
    QCOMPARE(std::get<DossierReceived>(*plain).job.kind, QStringLiteral("general"));
}

/// A print of some of the copies: to the first programs an attestation that names its row attests it whole.
void tst_EventCodec::firstProgramsSeeNoRowInAPartialPrint() {
    PrintRecorded print{QStringLiteral("attestation-copy"), 100, {}, {}, 0, {VolumeId(uuid(20)), 42}, true};
    const EncodedBody written = encodeBody(print);
    QCOMPARE(written.version, 1);
    QVERIFY(!QJsonDocument::fromJson(written.json).object().contains(QLatin1String("entry")));
    const auto read = decodeBody("print-recorded", 1, written.json);
    QVERIFY(read);
    QCOMPARE(std::get<PrintRecorded>(*read).entry.number, 42);
    QVERIFY(std::get<PrintRecorded>(*read).partial);
    // Programs between the first and this one wrote it so.
    const auto second = decodeBody("print-recorded", 2, R"({"form":"attestation-copy","copies":100,"entry":{"number":42},"partial":true})");
    QVERIFY(second && std::get<PrintRecorded>(*second).partial);
    QCOMPARE(std::get<PrintRecorded>(*second).entry.number, 42);
}

void tst_EventCodec::laterFieldsDoNoHarm() {
    const auto decoded = decodeBody("note-added", 1, "{\"text\":\"a\",\"mood\":3}");
    QVERIFY(decoded);
    QCOMPARE(std::get<NoteAdded>(*decoded).text, QStringLiteral("a"));
}

void tst_EventCodec::takenNumbers() {
    QCOMPARE(takenNumber(EntryRegistered{bookRow}), std::pair(bookRow.volume, 42));
    QVERIFY(takenNumber(EntrySpoiled{bookRow.volume, 42, QStringLiteral("x")}).first.isNull());
}

QTEST_GUILESS_MAIN(tst_EventCodec)
#include "tst_EventCodec.moc"
