#include "tests/support/line/CounterDay.h"

#include "app/base/Clock.h"
#include "app/domain/DossierCode.h"
#include "tests/support/CopyFacts.h"
#include "tests/support/catalogue/ShippedCatalogue.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace motcua::test {

namespace {

/// When the test began: nothing is ahead of the platform's clock, or late.
const QDateTime& morning() {
    static const QDateTime moment = QDateTime::currentDateTimeUtc();
    return moment;
}

QByteArray page(int serial, qsizetype bytes) {
    QByteArray content(bytes, Qt::Uninitialized);
    QRandomGenerator random(static_cast<quint32>(serial));
    for (char& byte : content)
        byte = static_cast<char>(random.generate());
    return content;
}

constexpr int perDay = 999;

/// Of the desk's 999 serials of a day; when they are used up, of those of the day before.
QDateTime receivedAt(int serial) {
    return morning().addDays(-(serial / perDay));
}

QString codeOf(const DayPlan& plan, int serial) {
    const QDate day = base::toVietnamTime(receivedAt(serial)).date();
    return domain::DossierCode{plan.unit, day, plan.desk * perDay + serial % perDay + 1}.toString();
}

domain::DossierReceived intake(const DayPlan& plan, int serial) {
    domain::DossierReceived intake;
    intake.code = codeOf(plan, serial);
    intake.helpedUnit = intake.receivedUnit = intake.decidingUnit = plan.unit;
    static const domain::ProcedureVersion procedure = shippedCatalogue().find(QStringLiteral("2.000815"))->version;
    intake.procedure = procedure;
    intake.applicant.name = QStringLiteral("Nguyễn Thị Hồng Đào");
    intake.applicant.address = QStringLiteral("Tổ 3, khu 5, phường Bãi Cháy, tỉnh Quảng Ninh");
    certifyCopy(intake, QStringLiteral("Bằng tốt nghiệp trung học phổ thông"), 1, 3);
    intake.fees = {{QStringLiteral("Phí chứng thực"), 2000, 3, 6000, {}}};
    intake.received = receivedAt(serial);
    intake.due = intake.received.addSecs(8 * 3600);
    return intake;
}

}

std::vector<FiledEvent> counterDay(const DayPlan& plan) {
    std::vector<FiledEvent> day;
    day.reserve(static_cast<size_t>(plan.dossiers) * static_cast<size_t>(plan.eventsPerDossier));
    for (int index = 0; index < plan.dossiers; ++index) {
        const int serial = plan.first + index;
        QDateTime at = morning().addMSecs(index);
        const auto dossier = domain::DossierId::make(at.toMSecsSinceEpoch());
        domain::DossierReceived received = intake(plan, serial);
        QList<QByteArray> pages;
        domain::Paper paper{QStringLiteral("Bản chính")};
        if (plan.pageBytes > 0) {
            pages << page(serial, plan.pageBytes);
            const QByteArray hash = QCryptographicHash::hash(pages.front(), QCryptographicHash::Sha256).toHex();
            paper.pages.push_back({QString::fromLatin1(hash), QStringLiteral("image/jpeg"), plan.pageBytes, 2480, 3508});
        }
        received.papers.push_back(paper);
        const auto file = [&](domain::EventBody body, qint64 version, QList<QByteArray> named) {
            day.push_back({{std::move(body), dossier, version, plan.station, plan.clerk, at}, std::move(named)});
            at = at.addSecs(1);
        };
        file(std::move(received), 1, std::move(pages));
        file(domain::DossierSubmitted{}, 2, {});
        for (int note = 2; note < plan.eventsPerDossier; ++note)
            file(domain::NoteAdded{QStringLiteral("Ghi chú số %1: người dân hẹn quay lại buổi chiều").arg(note)}, 0, {});
    }
    return day;
}

}
