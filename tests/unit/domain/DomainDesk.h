#pragma once

#include "app/domain/Decide.h"
#include "app/domain/EventCodec.h"
#include "tests/support/CopyFacts.h"

#include <QByteArray>
#include <QTimeZone>

namespace motcua::domain::test {

inline QDateTime vietnam(int year, int month, int day, int hour, int minute = 0, int second = 0) {
    return QDateTime(QDate(year, month, day), QTime(hour, minute, second), Qt::OffsetFromUTC, 7 * 3600).toUTC();
}

inline QUuid uuid(quint32 number) {
    return QUuid(number, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}

/// One desk with its clerk, its supervisor and its volume, for deciding and evolving without a journal.
struct Desk {
    Desk() {
        settings.unit = QStringLiteral("H49.30");
        clerk = {UserId(uuid(1)), QStringLiteral("lan.nt"), QStringLiteral("Nguyễn Thị Lan"), QStringLiteral("Công chức"), {}, settings.unit,
            static_cast<int>(Role::Clerk), true};
        supervisor = {UserId(uuid(2)), QStringLiteral("hung.tv"), QStringLiteral("Trần Văn Hùng"), QStringLiteral("PHÓ CHỦ TỊCH"),
            QStringLiteral("KT. CHỦ TỊCH"), settings.unit, static_cast<int>(Role::Supervisor), true};
        volume.id = VolumeId(uuid(20));
        volume.unit = settings.unit;
        volume.station = station;
        volume.year = now.date().year();
        volume.symbol = QStringLiteral("SCT/BS");
    }

    Context context(const Account& actor) const {
        return {now, actor, station, &settings, &calendar, &volume, {settings.unit, station, 1, 999}, lastSerial, &volume, job};
    }
    static bool needsSupervisor(const Command& command) {
        return std::holds_alternative<Approve>(command) || std::holds_alternative<ReturnToClerk>(command) ||
               std::holds_alternative<NoteEntry>(command);
    }
    base::Result<std::vector<EventBody>> decided(const Command& command) const {
        return decide(dossier, command, context(needsSupervisor(command) ? supervisor : clerk));
    }
    Event eventOf(const EventBody& body, const Account& actor) const {
        return {body, id, changesDossier(body) ? dossier.version + 1 : 0, station, actor.id, now};
    }
    /// A correction of nothing in particular is one of the dossier as it stands.
    Command asSeen(Command command) const {
        if (auto* correct = std::get_if<Correct>(&command); correct && correct->before.applicant.name.isEmpty())
            correct->before = correctableOf(dossier);
        return command;
    }
    /// "" or the error's code; the events are kept.
    QString act(const Command& command) {
        const Account& actor = needsSupervisor(command) ? supervisor : clerk;
        const auto bodies = decide(dossier, asSeen(command), context(actor));
        if (!bodies)
            return bodies.error().code;
        for (const EventBody& body : *bodies) {
            const Event event = eventOf(body, actor);
            if (const auto fits = admissible(dossier, event); !fits)
                return fits.error().code;
            if (const auto next = follows(volume, event); !next)
                return next.error().code;
            dossier = evolve(std::move(dossier), event);
            volume = evolve(std::move(volume), event);
            history.push_back(event);
        }
        return {};
    }

    static Applicant applicant() {
        Applicant person;
        person.name = QStringLiteral("Nguyễn Văn An");
        person.personalId = QStringLiteral("022090001234");
        person.birthDate = QDate(1990, 1, 15);
        return person;
    }
    static ProcedureVersion copyProcedure() {
        return {QStringLiteral("2.000815"), QStringLiteral("2026-11-01"), QStringLiteral("Chứng thực bản sao"), QStringLiteral("Chứng thực"), 0,
            TimeUnit::SameDay15h, {}, {}};
    }
    static Receive copyIntake(int pages = 3, int copies = 2) {
        Receive receive;
        receive.intake.procedure = copyProcedure();
        receive.intake.applicant = applicant();
        receive.intake.papers = {{QStringLiteral("Bản chính"), PaperKind::Original, 1, true, true, {}}};
        motcua::test::certifyCopy(receive.intake, QStringLiteral("Bằng tốt nghiệp"), pages, copies);
        return receive;
    }
    /// Of `before`, to another name of the original and as many copies.
    static Correct correction(const Correctable& before, int copies) {
        DossierReceived as = copyIntake(3, copies).intake;
        as.facts.insert(QStringLiteral("document"), QStringLiteral("Học bạ"));
        as.job = termsOf(*builtInJobs().inForce(QStringLiteral("certified-copy"), QDate(2026, 11, 23)), as.procedure, as.facts);
        as.due = vietnam(2026, 11, 23, 17);
        return {before, correctableOf(as), QStringLiteral("Đã sửa tên bản chính")};
    }
    static Refuse refusal() {
        return {{{{}, copyProcedure(), applicant()}, {}, QStringLiteral("Bản chính bị tẩy xóa"), QStringLiteral("NĐ 23/2015/NĐ-CP, Điều 22")}};
    }
    static AskSupplement supplement() {
        return {{{{}, copyProcedure(), applicant()}, {}, false, {QStringLiteral("Bản chính")}, QStringLiteral("Thiếu trang 2"), {}}};
    }
    static MarkPrinted attestation() { return {{QStringLiteral("attestation-copy"), 2, QString(64, QLatin1Char('a')), {}, 7, {}, false}}; }

    DossierId id{uuid(10)};
    StationId station{uuid(5)};
    QDateTime now = vietnam(2026, 11, 23, 9);
    UnitSettings settings;
    Calendar calendar;
    Account clerk;
    Account supervisor;
    Volume volume;
    Dossier dossier;
    int lastSerial = 0;
    /// What an intake is accepted under.
    const JobKind* job = builtInJobs().inForce(QStringLiteral("certified-copy"), QDate(2026, 11, 23));
    std::vector<Event> history;
};

}
