// Every kind of event survives the way to JSON and back; damaged and newer records are refused.

#include "DomainDesk.h"

#include <QJsonDocument>
#include <QTest>

using namespace motcua::domain;
using namespace motcua::domain::test;

class tst_EventCodec : public QObject {
    Q_OBJECT

private slots:
    void kinds_data();
    void kinds();
    void roundTrip_data() { kinds_data(); }
    void roundTrip();
    void whatIsNotKnownIsRefused_data();
    void whatIsNotKnownIsRefused();
    void laterFieldsDoNoHarm();
    void takenNumbers();
};

namespace {

const Signer signer{UserId(uuid(2)), QStringLiteral("Trần Văn Hùng"), QStringLiteral("PHÓ CHỦ TỊCH"), QStringLiteral("KT. CHỦ TỊCH")};
const BookEntry bookRow{VolumeId(uuid(20)), 42, QStringLiteral("01/2026-SCT/BS"), QStringLiteral("00042"), QDate(2026, 11, 23),
    QStringLiteral("Đặng Thị Hường"), QStringLiteral("Bằng \"tốt nghiệp\"\n|;,"), signer, 3, 15'000, QStringLiteral("ghi chú"),
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
                                            QStringLiteral("1/TCHS"), QStringLiteral("H49.30"), Desk::copyProcedure(), person, text, text})
                                     << true;
    QTest::newRow("supplement-asked") << EventBody(SupplementAsked{QStringLiteral("1/HDHS"), true, QStringLiteral("H49.30"), Desk::copyProcedure(),
                                             person, {text, text}, text, text})
                                      << true;
    QTest::newRow("supplement-returned") << EventBody(SupplementReturned{intake().papers, vietnam(2026, 11, 25, 17)}) << true;
    QTest::newRow("dossier-submitted") << EventBody(DossierSubmitted{text}) << true;
    QTest::newRow("folder-released") << EventBody(DossierReleased{StationId(uuid(6))}) << true;
    QTest::newRow("dossier-approved") << EventBody(DossierApproved{signer, true}) << true;
    QTest::newRow("dossier-returned") << EventBody(DossierReturned{text}) << true;
    QTest::newRow("entry-registered") << EventBody(EntryRegistered{bookRow}) << true;
    QTest::newRow("entry-spoiled") << EventBody(EntrySpoiled{VolumeId(uuid(20)), 42, text}) << true;
    QTest::newRow("print-recorded") << EventBody(PrintRecorded{QStringLiteral("form-01"), 2, QString(64, QLatin1Char('a')), QStringLiteral("quay1"),
                                           7, {VolumeId(uuid(20)), 42}})
                                    << false;
    QTest::newRow("fee-collected") << EventBody(FeeCollected{10'000, PaymentMethod::Portal, FeeStage::Intake, QStringLiteral("7")}) << true;
    QTest::newRow("result-handed-over") << EventBody(ResultHandedOver{text, true}) << true;
    QTest::newRow("rating-given") << EventBody(RatingGiven{5, text}) << false;
    QTest::newRow("dossier-withdrawn") << EventBody(DossierWithdrawn{text}) << true;
    QTest::newRow("dossier-closed") << EventBody(DossierClosed{}) << true;
    QTest::newRow("note-added") << EventBody(NoteAdded{text}) << false;
    QTest::newRow("volume-closed") << EventBody(VolumeClosed{VolumeId(uuid(20)), 42, 1, signer}) << false;
}

void tst_EventCodec::kinds() {
    QFETCH(EventBody, body);
    QFETCH(bool, changes);
    QCOMPARE(QString(kindOf(body)), QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(versionOf(body), 1);
    QCOMPARE(changesDossier(body), changes);
}

void tst_EventCodec::roundTrip() {
    QFETCH(EventBody, body);
    const QByteArray json = encodeBody(body);
    const auto decoded = decodeBody(QByteArrayView(QTest::currentDataTag()), 1, json);
    QVERIFY(decoded);
    QCOMPARE(decoded->index(), body.index());
    QCOMPARE(encodeBody(*decoded), json);
    if (!std::holds_alternative<DossierClosed>(body))
        QVERIFY(json.size() > 10);
}

void tst_EventCodec::whatIsNotKnownIsRefused_data() {
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<int>("version");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("error");
    QTest::newRow("kind") << QByteArray("dossier-burnt") << 1 << QByteArray("{}") << "event.unknown-kind";
    QTest::newRow("no kind") << QByteArray() << 1 << QByteArray("{}") << "event.unknown-kind";
    QTest::newRow("prefix of a kind") << QByteArray("note-adde") << 1 << QByteArray("{}") << "event.unknown-kind";
    QTest::newRow("newer") << QByteArray("note-added") << 2 << QByteArray("{}") << "event.newer-version";
    QTest::newRow("version 0") << QByteArray("note-added") << 0 << QByteArray("{}") << "event.malformed";
    QTest::newRow("cut") << QByteArray("note-added") << 1 << QByteArray("{\"text\":\"a") << "event.malformed";
    QTest::newRow("list") << QByteArray("note-added") << 1 << QByteArray("[]") << "event.malformed";
    QTest::newRow("empty") << QByteArray("note-added") << 1 << QByteArray() << "event.malformed";
}

void tst_EventCodec::whatIsNotKnownIsRefused() {
    QFETCH(QByteArray, kind);
    QFETCH(int, version);
    QFETCH(QByteArray, json);
    QFETCH(QString, error);
    const auto decoded = decodeBody(kind, version, json);
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code, error);
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
