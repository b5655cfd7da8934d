// What an event must be by itself, kind by kind, and who may do it.

#include "DomainDesk.h"

#include "app/domain/EventChecks.h"

#include <QTest>

#include <functional>

using namespace motcua::domain;
using namespace motcua::domain::test;

class tst_EventChecks : public QObject {
    Q_OBJECT

private slots:
    void soundOnes_data();
    void soundOnes();
    void malformedOnes_data();
    void malformedOnes();
    void limits_data();
    void limits();
    void deskDecidesNothingMalformed();
    void roles_data();
    void roles();
};

namespace {

QString letters(qsizetype count) {
    return QString(count, u'ế');
}

Signer signer() {
    return {UserId(uuid(2)), QStringLiteral("Trần Văn Hùng"), QStringLiteral("PHÓ CHỦ TỊCH"), QStringLiteral("KT. CHỦ TỊCH")};
}

DossierReceived intake() {
    DossierReceived body = Desk::copyIntake().intake;
    body.code = QStringLiteral("H49.30-261123-0042");
    body.helpedUnit = body.receivedUnit = body.decidingUnit = QStringLiteral("H49.30");
    body.papers[0].pages = {{QString(64, u'b'), QStringLiteral("image/jpeg"), 5'000, 2480, 3507}};
    body.fees = {{QStringLiteral("Phí"), 5'000, 2, 10'000, {}}};
    body.received = vietnam(2026, 11, 23, 9);
    body.due = vietnam(2026, 11, 23, 17);
    return body;
}

DossierRefused refusal() {
    DossierRefused body = Desk::refusal().refusal;
    body.receivedUnit = QStringLiteral("H49.30");
    return body;
}

SupplementAsked supplement() {
    SupplementAsked body = Desk::supplement().ask;
    body.atIntake = true;
    body.receivedUnit = QStringLiteral("H49.30");
    return body;
}

EntryRegistered entry() {
    return {{VolumeId(uuid(20)), 42, QStringLiteral("01/2026-SCT/BS"), QStringLiteral("00042"), QDate(2026, 11, 23), QStringLiteral("Nguyễn Văn An"),
        QStringLiteral("Bằng tốt nghiệp"), signer(), 2, 10'000, {}, {}, {}}};
}

PrintRecorded print() {
    return {QStringLiteral("attestation-copy"), 2, QString(64, u'a'), QStringLiteral("quay1"), 7, {VolumeId(uuid(20)), 42}, false};
}

FeeCollected collected(qint64 amount, PaymentMethod method = PaymentMethod::Cash, FeeStage stage = FeeStage::Result) {
    return {amount, method, stage, {}};
}

template <class Body>
EventBody with(Body body, const std::function<void(Body&)>& change) {
    change(body);
    return body;
}

EventBody received(const std::function<void(DossierReceived&)>& change) {
    return with<DossierReceived>(intake(), change);
}
EventBody registered(const std::function<void(BookEntry&)>& change) {
    return with<EntryRegistered>(entry(), [&change](EntryRegistered& body) { change(body.entry); });
}
EventBody printed(const std::function<void(PrintRecorded&)>& change) {
    return with<PrintRecorded>(print(), change);
}
EventBody asked(const std::function<void(SupplementAsked&)>& change) {
    return with<SupplementAsked>(supplement(), change);
}

QString fieldOf(const EventBody& body) {
    const auto outcome = wellFormed(body);
    if (outcome)
        return {};
    return outcome.error().code == QLatin1String("event.malformed") ? outcome.error().detail.value(QStringLiteral("field")) : outcome.error().code;
}

}

Q_DECLARE_METATYPE(motcua::domain::EventBody)

void tst_EventChecks::soundOnes_data() {
    QTest::addColumn<EventBody>("body");
    const auto row = [](const EventBody& body) { QTest::addRow("%s %zu", kindOf(body).latin1(), body.index()) << body; };
    for (const EventBody& body : std::initializer_list<EventBody>{intake(), refusal(), supplement(), SupplementReturned{intake().papers, {}},
             DossierSubmitted{}, DossierReleased{StationId(uuid(6))}, DossierApproved{signer(), true}, DossierReturned{QStringLiteral("sai tên")},
             entry(), EntrySpoiled{VolumeId(uuid(20)), 1, QStringLiteral("in hỏng")}, print(), collected(0),
             ResultHandedOver{QStringLiteral("An"), false}, RatingGiven{1, {}}, DossierWithdrawn{QStringLiteral("đổi ý")}, DossierClosed{},
             NoteAdded{QStringLiteral("x")}, VolumeClosed{VolumeId(uuid(20)), 0, 0, signer()},
             DossierCorrected{correctableOf(intake()), correctableOf(intake()), QStringLiteral("sai tên")},
             AttestedByHand{{QStringLiteral("152"), QStringLiteral("01/2026-SCT/CK"), QDate(2026, 11, 23)}}})
        row(body);
    QTest::newRow("asked during processing") << EventBody(SupplementAsked{{}, {}, false, {QStringLiteral("Bản chính")}, QStringLiteral("thiếu"), {}});
    QTest::newRow("saved as PDF") << EventBody(PrintRecorded{QStringLiteral("form-01"), 1, {}, {}, 0, {}, false});
    QTest::newRow("exempt") << received([](auto& b) { b.fees = {{QStringLiteral("Phí"), 5'000, 2, 0, QStringLiteral("hộ nghèo")}}; });
    QTest::newRow("no fact, fee, paper or due hour") << received([](auto& b) {
        b.facts = {};
        b.fees.clear();
        b.papers.clear();
        b.due = {};
    });
    QTest::newRow("enterprise") << received([](auto& b) {
        b.applicant.kind = ApplicantKind::Enterprise;
        b.applicant.personalId = QStringLiteral("5700100256-001");
    });
}

void tst_EventChecks::soundOnes() {
    QFETCH(EventBody, body);
    QCOMPARE(fieldOf(body), QString());
}

void tst_EventChecks::malformedOnes_data() {
    QTest::addColumn<EventBody>("body");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, const char* field, const EventBody& body) { QTest::newRow(name) << body << QString::fromLatin1(field); };
    const auto blank = QStringLiteral(" \n ");
    row("no code", "code", received([](auto& b) { b.code.clear(); }));
    row("not a code", "code", received([](auto& b) { b.code = QStringLiteral("H49.30-261323-0042"); }));
    row("no unit", "receivedUnit", received([](auto& b) { b.receivedUnit = {}; }));
    row("unknown channel", "channel", received([](auto& b) { b.channel = static_cast<Channel>(9); }));
    row("no procedure", "procedure.code", received([](auto& b) { b.procedure = {}; }));
    row("negative time", "procedure.timeValue", received([](auto& b) { b.procedure.timeValue = -1; }));
    row("unknown time unit", "procedure.timeUnit", received([](auto& b) { b.procedure.timeUnit = static_cast<TimeUnit>(6); }));
    row("unknown kind of applicant", "applicant.kind", received([](auto& b) { b.applicant.kind = static_cast<ApplicantKind>(-1); }));
    const auto unseen = QStringLiteral("\u200B \u3164\uFEFF");
    row("a name that nobody sees", "applicant.name", received([=](auto& b) { b.applicant.name = unseen; }));
    for (const char* name : {"😀", "\u0301\u0301", "\uFFFC", "123", "…"}) {
        const QString strange = QString::fromUtf8(name);
        QTest::addRow("a name of %s", name) << EventBody(received([=](auto& b) { b.applicant.name = strange; })) << "applicant.name";
        QTest::addRow("a representative of %s", name)
            << EventBody(received([=](auto& b) { b.applicant.body.representative = strange; })) << "applicant.representative";
        QTest::addRow("a proxy of %s", name) << EventBody(received([=](auto& b) { b.applicant.proxy.name = strange; })) << "applicant.proxyName";
    }
    row("a reason that nobody sees", "reason", DossierReturned{unseen});
    row("a number that nobody sees", "number", AttestedByHand{{unseen, QStringLiteral("01/2026"), QDate(2026, 11, 23)}});
    row("a volume that nobody sees", "volume", AttestedByHand{{QStringLiteral("152"), unseen, QDate(2026, 11, 23)}});
    row("lacking what nobody sees", "items", asked([=](auto& b) { b.items = {unseen, unseen}; }));
    row("no name", "applicant.name", received([=](auto& b) { b.applicant.name = blank; }));
    row("letters in the personal number", "applicant.personalId", received([](auto& b) { b.applicant.personalId = QStringLiteral("02209000123x"); }));
    row("born in another age", "applicant.birthDate", received([](auto& b) { b.applicant.birthDate = QDate(990, 1, 15); }));
    row("nameless paper", "papers.name", received([=](auto& b) { b.papers[0].name = blank; }));
    row("negative papers", "papers.quantity", received([](auto& b) { b.papers[0].quantity = -1; }));
    row("unknown kind of paper", "papers.kind", received([](auto& b) { b.papers[0].kind = static_cast<PaperKind>(3); }));
    row("page of no blob", "papers.pages.blob", received([](auto& b) { b.papers[0].pages[0].blob = QStringLiteral("abc"); }));
    row("page not in lower-case hex", "papers.pages.blob", received([](auto& b) { b.papers[0].pages[0].blob = QString(64, u'B'); }));
    row("page of negative size", "papers.pages.bytes", received([](auto& b) { b.papers[0].pages[0].bytes = -1; }));
    row("no kind of job", "job.kind", received([](auto& b) { b.job.kind.clear(); }));
    row("no edition of it", "job.version", received([](auto& b) { b.job.version.clear(); }));
    row("attests without a book", "job.attestation", received([](auto& b) { b.job.book.clear(); }));
    row("negative copies", "job.copies", received([](auto& b) { b.job.copies = -1; }));
    row("a list for a fact", "facts", received([](auto& b) { b.facts.insert(QStringLiteral("pages"), QJsonArray{1, 2}); }));
    row("a fact without a name", "facts", received([](auto& b) { b.facts.insert(QString(), 1); }));
    row("negative fee", "fees.unitPrice", received([](auto& b) { b.fees = {{QStringLiteral("Phí"), -5'000, 2, -10'000, {}}}; }));
    row("wrong product", "fees.amount", received([](auto& b) { b.fees[0].amount = 9'000; }));
    row("exempt without a ground", "fees.amount", received([](auto& b) { b.fees[0].amount = 0; }));
    row("product beyond 64 bits", "fees.unitPrice", received([](auto& b) {
        b.fees = {{QStringLiteral("Phí"), 4'611'686'018'427'387'904, 4, 0, {}}};
    }));
    row("total beyond all money", "fees.total", received([](auto& b) {
        b.fees = std::vector<FeeLine>(2, {QStringLiteral("Phí"), 600'000'000'000, 1, 600'000'000'000, {}});
    }));
    row("received at no time", "received", received([](auto& b) { b.received = {}; }));
    row("received in another age", "received", received([](auto& b) { b.received = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC); }));
    row("due in another age", "due", received([](auto& b) { b.due = vietnam(9999, 1, 1, 9); }));
    row("refused without a reason", "reason", with<DossierRefused>(refusal(), [=](auto& b) { b.reason = blank; }));
    row("asked for nothing", "items", asked([](auto& b) { b.items.clear(); }));
    row("asked for blanks", "items", asked([=](auto& b) { b.items = QStringList{blank, blank}; }));
    row("asked without a reason", "reason", asked([](auto& b) { b.reason.clear(); }));
    row("asked of nobody", "applicant.name", asked([](auto& b) { b.applicant.name.clear(); }));
    row("nameless paper brought", "papers.name", SupplementReturned{{Paper{}}, {}});
    row("released to nobody", "to", DossierReleased{});
    row("approved by nobody", "signer.user", DossierApproved{});
    row("approved without a name", "signer.name", DossierApproved{{UserId(uuid(2)), {}, {}, {}}, false});
    row("returned without a reason", "reason", DossierReturned{blank});
    row("entry in no volume", "entry.volume", registered([](auto& e) { e.volume = {}; }));
    row("entry 0", "entry.number", registered([](auto& e) { e.number = 0; }));
    row("entry without a date", "entry.date", registered([](auto& e) { e.date = {}; }));
    row("entry of no copies", "entry.copies", registered([](auto& e) { e.copies = 0; }));
    row("entry of a negative fee", "entry.fee", registered([](auto& e) { e.fee = -1; }));
    row("entry born spoiled", "entry.spoiledReason", registered([](auto& e) { e.spoiledReason = QStringLiteral("hủy"); }));
    row("unsigned entry", "signer.user", registered([](auto& e) { e.signer = {}; }));
    row("spoiled in no volume", "volume", EntrySpoiled{{}, 1, QStringLiteral("hỏng")});
    row("spoiled number 0", "number", EntrySpoiled{VolumeId(uuid(20)), 0, QStringLiteral("hỏng")});
    row("spoiled without a reason", "reason", EntrySpoiled{VolumeId(uuid(20)), 1, {}});
    row("print of nothing", "form", printed([](auto& b) { b.form.clear(); }));
    row("no print", "copies", printed([](auto& b) { b.copies = 0; }));
    row("print of a strange digest", "sha256", printed([](auto& b) { b.sha256 = QStringLiteral("../../etc"); }));
    row("negative job", "job", printed([](auto& b) { b.job = -1; }));
    row("print of a number in no volume", "entry.number", printed([](auto& b) { b.entry.volume = {}; }));
    row("negative amount", "amount", collected(-1));
    row("unknown payment", "method", collected(1, static_cast<PaymentMethod>(3)));
    row("unknown stage", "stage", collected(1, PaymentMethod::Cash, static_cast<FeeStage>(3)));
    row("handed to nobody", "recipient", ResultHandedOver{blank, true});
    row("score 0", "score", RatingGiven{0, {}});
    row("score 6", "score", RatingGiven{6, {}});
    row("withdrawn without a reason", "reason", DossierWithdrawn{});
    row("empty note", "text", NoteAdded{blank});
    row("closed no volume", "volume", VolumeClosed{{}, 1, 0, signer()});
    row("negative total", "total", VolumeClosed{VolumeId(uuid(20)), -1, 0, signer()});
    row("more spoiled than taken", "spoiled", VolumeClosed{VolumeId(uuid(20)), 3, 4, signer()});
    row("closed by nobody", "signer.user", VolumeClosed{VolumeId(uuid(20)), 3, 1, {}});
}

void tst_EventChecks::malformedOnes() {
    QFETCH(EventBody, body);
    QFETCH(QString, field);
    QCOMPARE(fieldOf(body), field);
    // The same after the way over the line.
    const EncodedBody encoded = encodeBody(body);
    const auto decoded = decodeBody(QByteArrayView(kindOf(body).latin1()), encoded.version, encoded.json);
    QVERIFY(decoded);
    QCOMPARE(fieldOf(*decoded), field);
}

void tst_EventChecks::limits_data() {
    using Make = std::function<EventBody(qint64)>;
    QTest::addColumn<Make>("make");
    QTest::addColumn<qint64>("last");
    const auto row = [](const char* name, qint64 last, const Make& make) { QTest::newRow(name) << make << last; };
    row("name", 100, [](qint64 n) { return received([n](auto& b) { b.applicant.name = letters(n); }); });
    row("reason", 2'000, [](qint64 n) { return EventBody(DossierWithdrawn{letters(n)}); });
    row("note", 4'000, [](qint64 n) { return EventBody(NoteAdded{letters(n)}); });
    row("note of an intake", 4'000, [](qint64 n) { return received([n](auto& b) { b.note = letters(n); }); });
    row("remark", 4'000, [](qint64 n) { return EventBody(RatingGiven{3, letters(n)}); });
    row("recipient", 500, [](qint64 n) { return EventBody(ResultHandedOver{letters(n), true}); });
    row("amount", 1'000'000'000'000, [](qint64 n) { return EventBody(collected(n)); });
    row("fee line", 1'000'000'000'000, [](qint64 n) { return received([n](auto& b) { b.fees = {{QStringLiteral("Phí"), n, 1, n, {}}}; }); });
    row("copies owed", 10'000, [](qint64 n) { return received([n](auto& b) { b.job.copies = static_cast<int>(n); }); });
    row("words of a fact", 2'000, [](qint64 n) { return received([n](auto& b) { b.facts.insert(QStringLiteral("document"), letters(n)); }); });
    row("pages of a paper", 2'000,
        [](qint64 n) { return received([n](auto& b) { b.papers[0].pages.resize(static_cast<size_t>(n), b.papers[0].pages[0]); }); });
    row("papers of a kind", 999, [](qint64 n) { return received([n](auto& b) { b.papers[0].quantity = static_cast<int>(n); }); });
    row("printed copies", 100, [](qint64 n) { return printed([n](auto& b) { b.copies = static_cast<int>(n); }); });
    row("spoiled of three", 3, [](qint64 n) { return EventBody(VolumeClosed{VolumeId(uuid(20)), 3, static_cast<int>(n), signer()}); });
}

void tst_EventChecks::limits() {
    QFETCH(std::function<EventBody(qint64)>, make);
    QFETCH(qint64, last);
    QCOMPARE(fieldOf(make(last)), QString());
    QVERIFY(!fieldOf(make(last + 1)).isEmpty());
}

void tst_EventChecks::deskDecidesNothingMalformed() {
    Desk desk;
    Receive receive = Desk::copyIntake();
    receive.intake.note = letters(4'001);
    const auto refused = desk.decided(receive);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("dossier.out-of-range"));
    QCOMPARE(refused.error().detail.value(QStringLiteral("field")), QStringLiteral("note"));
    receive.intake.note.chop(1);
    QCOMPARE(desk.act(receive), QString());
    QCOMPARE(desk.act(AddNote{letters(4'001)}), QStringLiteral("dossier.out-of-range"));
}

void tst_EventChecks::roles_data() {
    QTest::addColumn<EventBody>("body");
    QTest::addColumn<int>("roles");
    constexpr int supervisor = static_cast<int>(Role::Supervisor);
    constexpr int either = static_cast<int>(Role::Clerk) | supervisor;
    QTest::newRow("approve") << EventBody(DossierApproved{}) << supervisor;
    QTest::newRow("return") << EventBody(DossierReturned{}) << supervisor;
    QTest::newRow("close the year") << EventBody(VolumeClosed{}) << supervisor;
    QTest::newRow("receive") << EventBody(DossierReceived{}) << either;
    QTest::newRow("spoil") << EventBody(EntrySpoiled{}) << either;
    QTest::newRow("collect") << EventBody(FeeCollected{}) << either;
    QTest::newRow("release") << EventBody(DossierReleased{}) << either;
    QTest::newRow("note") << EventBody(NoteAdded{}) << 0;
    QTest::newRow("print") << EventBody(PrintRecorded{}) << 0;
    QTest::newRow("rate") << EventBody(RatingGiven{}) << 0;
}

void tst_EventChecks::roles() {
    QFETCH(EventBody, body);
    QFETCH(int, roles);
    QCOMPARE(rolesFor(body), roles);
    QCOMPARE(happensUnattended(body), std::holds_alternative<DossierReleased>(body));
}

QTEST_GUILESS_MAIN(tst_EventChecks)
#include "tst_EventChecks.moc"
