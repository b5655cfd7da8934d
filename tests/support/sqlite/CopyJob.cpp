#include "tests/support/sqlite/CopyJob.h"

#include "app/domain/DossierCode.h"
#include "app/domain/EventCodec.h"
#include "tests/support/CopyFacts.h"

namespace motcua::test {

namespace {

const char* const families[] = {"Nguyễn", "Trần", "Lê", "Phạm", "Đặng", "Vũ", "Hoàng", "Bùi", "Đỗ", "Lý"};
const char* const middles[] = {"Thị", "Văn", "Hồng", "Đức", "Minh", "Ngọc"};
const char* const givens[] = {"Đào", "Ước", "Hạnh", "Yên", "Quý", "Thảo", "Bình", "Đường", "Ngân", "Lan", "Mỹ"};
const char* const documents[] = {"Bằng tốt nghiệp trung học phổ thông", "Giấy khai sinh", "Hợp đồng lao động", "Sổ hộ khẩu"};

template <size_t Count>
QString pick(const char* const (&list)[Count], int number) {
    return QString::fromUtf8(list[static_cast<size_t>(number) % Count]);
}

}

QString CopyJob::applicant() const {
    return pick(families, number) + QLatin1Char(' ') + pick(middles, number / 10) + QLatin1Char(' ') + pick(givens, number / 60);
}

QString CopyJob::personalId() const {
    return QStringLiteral("0220%1").arg(85000000 + number, 8, 10, QLatin1Char('0'));
}

QString CopyJob::phone() const {
    return QStringLiteral("09%1").arg(12000000 + number, 8, 10, QLatin1Char('0'));
}

std::vector<domain::Event> CopyJob::events() const {
    domain::DossierReceived intake;
    const QString unit = QStringLiteral("H49.30");
    intake.code = domain::DossierCode{unit, at.toOffsetFromUtc(7 * 3600).date(), number}.toString();
    intake.helpedUnit = intake.receivedUnit = intake.decidingUnit = unit;
    intake.procedure.code = QStringLiteral("2.000815");
    intake.procedure.name = QStringLiteral("Chứng thực bản sao từ bản chính");
    intake.applicant.name = applicant();
    intake.applicant.personalId = personalId();
    intake.applicant.phone = phone();
    intake.applicant.address = QStringLiteral("Tổ %1, khu 5, phường Bãi Cháy, tỉnh Quảng Ninh").arg(number);
    certifyCopy(intake, pick(documents, number), 1, 3);
    intake.fees = {{QStringLiteral("Phí chứng thực"), 2000, 3, 6000, {}}};
    intake.received = at;
    intake.due = at.addSecs(8 * 3600);
    domain::Paper paper{QStringLiteral("Bản chính")};
    if (!page.isEmpty())
        paper.pages.push_back({page, QStringLiteral("image/jpeg"), 1000, 2480, 3508});
    intake.papers = {paper};

    domain::BookEntry entry;
    entry.volume = volume;
    entry.number = number;
    entry.applicant = applicant();
    entry.document = intake.job.subject;
    entry.copies = 3;
    entry.fee = 6000;
    const domain::Signer signer{supervisor, QStringLiteral("Phạm Quang Hải"), QStringLiteral("PHÓ CHỦ TỊCH"), QStringLiteral("KT. CHỦ TỊCH")};

    std::vector<domain::Event> events;
    qint64 version = 0;
    const auto file = [&](domain::EventBody body, domain::UserId actor) {
        const bool changes = domain::changesDossier(body);
        events.push_back({std::move(body), dossier, changes ? ++version : 0, station, actor, at.addSecs(static_cast<qint64>(events.size()))});
    };
    file(std::move(intake), clerk);
    file(domain::DossierSubmitted{}, clerk);
    file(domain::DossierApproved{signer, false}, supervisor);
    file(domain::EntryRegistered{entry}, supervisor);
    domain::PrintRecorded print;
    print.form = QStringLiteral("attestation-copy");
    print.copies = 3;
    file(print, clerk);
    file(domain::FeeCollected{6000, domain::PaymentMethod::Cash, domain::FeeStage::Result, QStringLiteral("BL-%1").arg(number)}, clerk);
    file(domain::ResultHandedOver{applicant(), true}, clerk);
    file(domain::RatingGiven{5, QStringLiteral("Nhanh gọn, cảm ơn cô Lan")}, clerk);
    file(domain::DossierClosed{}, clerk);
    return events;
}

QStringList CopyJob::personalTexts() const {
    return {applicant(), personalId(), phone(), QStringLiteral("Tổ %1, khu 5").arg(number), QStringLiteral("Bãi Cháy"), pick(documents, number),
        QStringLiteral("Phạm Quang Hải"), QStringLiteral("cảm ơn cô Lan")};
}

domain::Volume volumeOf(domain::StationId station, domain::VolumeId id) {
    domain::Volume volume;
    volume.id = id;
    volume.unit = QStringLiteral("H49.30");
    volume.station = station;
    volume.year = 2026;
    volume.symbol = QStringLiteral("SCT/BS");
    return volume;
}

}
