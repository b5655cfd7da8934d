#include "tests/support/contract/Examples.h"

#include "app/domain/FirstRecords.h"

#include <QTimeZone>

namespace motcua::test::examples {

using namespace domain;

namespace {

template <class Id>
Id id(const char* tail) {
    return Id::fromString(QStringLiteral("019ab2c4-7d00-7000-8000-0000000000") + QLatin1String(tail));
}

const UnitCode unit{QStringLiteral("H49.30")};

QDateTime at(int hour) {
    return QDateTime(QDate(2026, 11, 23), QTime(hour, 0), QTimeZone("Asia/Ho_Chi_Minh")).toUTC();
}

Signer signer() {
    return {id<UserId>("02"), QStringLiteral("Trần Văn Hùng"), QStringLiteral("PHÓ CHỦ TỊCH"), QStringLiteral("KT. CHỦ TỊCH")};
}

ProcedureVersion procedure() {
    return {QStringLiteral("2.000815"), QStringLiteral("2026-11-01"), QStringLiteral("Chứng thực bản sao từ bản chính giấy tờ, văn bản"),
        QStringLiteral("Chứng thực"), 1, TimeUnit::SameDay15h, QStringLiteral("Nghị định số 23/2015/NĐ-CP"),
        QStringLiteral("Bản sao được chứng thực")};
}

Applicant applicant() {
    Applicant who;
    who.name = QStringLiteral("Nguyễn Văn An");
    who.personalId = QStringLiteral("022090001234");
    who.birthDate = QDate(1990, 1, 15);
    who.sex = QStringLiteral("Nam");
    who.address = QStringLiteral("Tổ 4, khu 2, phường Bãi Cháy");
    who.phone = QStringLiteral("0912345678");
    who.origins = {{QStringLiteral("name"), 1}, {QStringLiteral("personalId"), 1}};
    return who;
}

Paper original() {
    Paper paper;
    paper.name = QStringLiteral("Bản chính giấy tờ");
    paper.pages = {{QString(64, u'b'), QStringLiteral("image/jpeg"), 183'000, 2480, 3508}};
    return paper;
}

JobTerms terms(const QString& version) {
    JobTerms job;
    job.kind = QStringLiteral("certified-copy");
    job.version = version;
    job.book = QLatin1String(firstBook);
    job.subject = QStringLiteral("Bằng tốt nghiệp");
    job.copies = 2;
    job.attestation = QStringLiteral("attestation-copy");
    job.attestations = 2;
    return job;
}

DossierReceived received(const QString& version) {
    DossierReceived body;
    body.receivedUnit = body.helpedUnit = body.decidingUnit = unit;
    body.procedure = procedure();
    body.applicant = applicant();
    body.code = QStringLiteral("H49.30-261123-0042");
    body.papers = {original()};
    body.job = terms(version);
    body.facts = {{QStringLiteral("document"), QStringLiteral("Bằng tốt nghiệp")}, {QStringLiteral("pages"), 3}, {QStringLiteral("copies"), 2}};
    body.fees = {{QStringLiteral("Phí chứng thực bản sao"), 5'000, 2, 10'000, {}}};
    body.received = at(9);
    body.due = at(17);
    body.note = QStringLiteral("Hẹn trả buổi chiều");
    return body;
}

/// As version 3 alone says it: attested on paper, outside the program.
DossierReceived receivedByHand() {
    DossierReceived body = received(QStringLiteral("2026-11-02"));
    body.job = {};
    body.job.kind = QStringLiteral("attested-by-hand");
    body.job.version = QStringLiteral("2026-11-02");
    body.job.byHand = true;
    body.facts = {};
    return body;
}

template <class Slip>
Slip asked(Slip slip) {
    slip.receivedUnit = unit;
    slip.procedure = procedure();
    slip.applicant = applicant();
    slip.reason = QStringLiteral("Bản chính bị tẩy xóa");
    slip.legalBasis = QStringLiteral("Điều 22 Nghị định số 23/2015/NĐ-CP");
    return slip;
}

DossierRefused refused() {
    auto body = asked(DossierRefused());
    body.slipNumber = QStringLiteral("02.0007/TCHS");
    body.slip = {id<VolumeId>("22"), 7};
    return body;
}

SupplementAsked supplement() {
    auto body = asked(SupplementAsked());
    body.slipNumber = QStringLiteral("02.0012/HDHS");
    body.slip = {id<VolumeId>("21"), 12};
    body.atIntake = true;
    body.items = {QStringLiteral("Bản chính giấy tờ")};
    body.until = QDate(2026, 12, 23);
    return body;
}

BookEntry entry() {
    return {id<VolumeId>("20"), 42, QStringLiteral("01/2026-SCT/BS"), QStringLiteral("00042"), QDate(2026, 11, 23), QStringLiteral("Nguyễn Văn An"),
        QStringLiteral("Bằng tốt nghiệp"), signer(), 2, 10'000, {}, {{QStringLiteral("language"), QStringLiteral("tiếng Anh")}}, {}};
}

PrintRecorded printed() {
    return {QStringLiteral("attestation-copy"), 1, QString(64, u'a'), QStringLiteral("quay1"), 7, {id<VolumeId>("20"), 42}, true};
}

ListedPerson translator() {
    ListedPerson person;
    person.id = id<ListedId>("26");
    person.name = QStringLiteral("Đỗ Thị Hà");
    person.number = QStringLiteral("022185004321");
    person.languages = {QStringLiteral("tiếng Anh"), QStringLiteral("tiếng Pháp")};
    person.from = QDate(2026, 11, 2);
    return person;
}

DossierCorrected corrected() {
    const Correctable before = correctableOf(received(QStringLiteral("2026-11-02")));
    Correctable after = before;
    after.applicant.name = QStringLiteral("Nguyễn Văn Ân");
    return {before, after, QStringLiteral("Gõ sai tên")};
}

}

std::vector<EventBody> events() {
    return {receivedByHand(), refused(), supplement(), SupplementReturned{{original()}, at(17)}, DossierSubmitted{QStringLiteral("Đã đủ giấy tờ")},
        DossierReleased{id<StationId>("06")}, DossierApproved{signer(), false}, DossierReturned{QStringLiteral("Thiếu chữ ký")},
        EntryRegistered{entry()}, EntrySpoiled{id<VolumeId>("20"), 41, QStringLiteral("In hỏng")}, printed(),
        FeeCollected{10'000, PaymentMethod::Cash, FeeStage::Result, QStringLiteral("02.0031/PT"), {id<VolumeId>("23"), 31}},
        ResultHandedOver{QStringLiteral("Nguyễn Văn An"), true}, RatingGiven{5, QStringLiteral("Nhanh")},
        DossierWithdrawn{QStringLiteral("Công dân đổi ý")}, DossierClosed{}, NoteAdded{QStringLiteral("Đã gọi điện")},
        VolumeClosed{id<VolumeId>("20"), 42, 1, signer()}, corrected(),
        AttestedByHand{{QStringLiteral("152"), QStringLiteral("01/2026-SCT/CK"), QDate(2026, 11, 23)}}, FeedHeard{1042}, NumbersLeased{lease()},
        NumbersReturned{id<VolumeId>("20"), {{51, 55}, {58, 62}}},
        NumbersWrittenOff{id<VolumeId>("20"), 50, 50, QStringLiteral("Tờ in sẵn bị rách"), signer()},
        KeepingMoved{QStringLiteral("SCT/BS"), 2026, id<StationId>("06")},
        EntryNoted{id<VolumeId>("20"), 42,
            {NoteKind::Corrected, QStringLiteral("Số tờ ghi \"5\", nay sửa là \"6\""), QStringLiteral("Điều 39 Nghị định số 23/2015/NĐ-CP"),
                QStringLiteral("TVM"), signer(), QDate(2026, 11, 30)}},
        PersonListed{translator(), {}}};
}

std::vector<EventBody> firstEvents() {
    BookEntry plain = entry();
    plain.columns = {};
    return {received(QLatin1String(firstEdition)), EntryRegistered{plain}, printed()};
}

UnitSettings settings() {
    UnitSettings values;
    values.unit = unit;
    values.name = QStringLiteral("Trung tâm Phục vụ hành chính công phường Bãi Cháy");
    values.parentName = QStringLiteral("ỦY BAN NHÂN DÂN PHƯỜNG BÃI CHÁY");
    values.place = QStringLiteral("Bãi Cháy");
    return values;
}

std::vector<Account> accounts() {
    return {{id<UserId>("01"), QStringLiteral("lan.nt"), QStringLiteral("Nguyễn Thị Lan"), QStringLiteral("Công chức"), {}, unit,
                static_cast<int>(Role::Clerk), true},
        {id<UserId>("02"), QStringLiteral("hung.tv"), QStringLiteral("Trần Văn Hùng"), QStringLiteral("PHÓ CHỦ TỊCH"), QStringLiteral("KT. CHỦ TỊCH"),
            unit, static_cast<int>(Role::Supervisor), true}};
}

Volume volume() {
    Volume book;
    book.id = id<VolumeId>("20");
    book.unit = unit;
    book.station = id<StationId>("05");
    book.year = 2026;
    book.symbol = QLatin1String(firstBook);
    book.lastNumber = 41;
    return book;
}

NumberLease lease() {
    return {id<LeaseId>("25"), id<VolumeId>("20"), id<StationId>("06"), 43, 62, LeaseUse::Run, at(8), QDate(2026, 11, 1)};
}

NumbersOff writtenOff() {
    return {id<VolumeId>("20"), 51, 55, QStringLiteral("Không sử dụng trong tháng"), at(17)};
}

CodeRange codeRange() {
    return {unit, id<StationId>("05"), 1000, 1999};
}

}
