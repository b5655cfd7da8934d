#include "app/ui/text/Words.h"

#include "app/base/Clock.h"
#include "app/domain/Mask.h"
#include "app/domain/Money.h"
#include "app/domain/Phone.h"

#include <QCoreApplication>
#include <QStringList>

namespace motcua::ui::words {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(motcua::ui::Words)
};

}

QString state(domain::State state) {
    switch (state) {
    case domain::State::None:
        return Words::tr("New");
    case domain::State::Registered:
        return Words::tr("Registered");
    case domain::State::Accepted:
        return Words::tr("Accepted");
    case domain::State::Refused:
        return Words::tr("Refused");
    case domain::State::Processing:
        return Words::tr("Awaiting approval");
    case domain::State::SupplementAsked:
        return Words::tr("Supplement asked");
    case domain::State::PaymentAsked:
        return Words::tr("Payment asked");
    case domain::State::WithdrawalAsked:
        return Words::tr("Withdrawn");
    case domain::State::Stopped:
        return Words::tr("Stopped");
    case domain::State::Completed:
        return Words::tr("Completed");
    case domain::State::HandedOver:
        return Words::tr("Handed over");
    }
    return {};
}

Tone toneOf(domain::State state) {
    switch (state) {
    case domain::State::Accepted:
        return Tone::Info;
    case domain::State::Processing:
        return Tone::Accent;
    case domain::State::SupplementAsked:
    case domain::State::PaymentAsked:
    case domain::State::Registered:
        return Tone::Warning;
    case domain::State::Refused:
    case domain::State::Stopped:
        return Tone::Danger;
    case domain::State::Completed:
        return Tone::Success;
    default:
        return Tone::Neutral;
    }
}

QString needsNewerProgram() {
    return Words::tr("Needs the newer program");
}

QString returned() {
    return Words::tr("Returned");
}

QString money(domain::MoneyState state) {
    switch (state) {
    case domain::MoneyState::Nothing:
        return Words::tr("No fee");
    case domain::MoneyState::Due:
        return Words::tr("Fee not paid");
    case domain::MoneyState::Paid:
        return Words::tr("Fee paid");
    case domain::MoneyState::Exempt:
        return Words::tr("Exempt from the fee");
    }
    return {};
}

QString delivery(domain::DeliveryState state) {
    switch (state) {
    case domain::DeliveryState::Waiting:
        return Words::tr("Result not ready");
    case domain::DeliveryState::Ready:
        return Words::tr("Result ready");
    case domain::DeliveryState::Delivered:
        return Words::tr("Result delivered");
    }
    return {};
}

QString origin(domain::Origin origin) {
    switch (origin) {
    case domain::Origin::Typed:
        return Words::tr("Typed");
    case domain::Origin::CardQr:
        return Words::tr("QR");
    case domain::Origin::CardChip:
        return Words::tr("Card chip");
    case domain::Origin::Database:
        return Words::tr("Database");
    case domain::Origin::EarlierDossier:
        return Words::tr("Earlier dossier");
    case domain::Origin::PassportLines:
        return Words::tr("Passport's lines");
    }
    return {};
}

QString paperKind(domain::PaperKind kind) {
    switch (kind) {
    case domain::PaperKind::Original:
        return Words::tr("Original");
    case domain::PaperKind::Copy:
        return Words::tr("Copy");
    case domain::PaperKind::Electronic:
        return Words::tr("Electronic");
    }
    return {};
}

QString channel(domain::Channel channel) {
    switch (channel) {
    case domain::Channel::Counter:
        return Words::tr("At the counter");
    case domain::Channel::Online:
        return Words::tr("Online");
    case domain::Channel::Post:
        return Words::tr("By post");
    }
    return {};
}

QString applicantKind(domain::ApplicantKind kind) {
    switch (kind) {
    case domain::ApplicantKind::Citizen:
        return Words::tr("Citizen");
    case domain::ApplicantKind::Enterprise:
        return Words::tr("Enterprise");
    case domain::ApplicantKind::HouseholdBusiness:
        return Words::tr("Household business");
    }
    return {};
}

QString payment(domain::PaymentMethod method) {
    switch (method) {
    case domain::PaymentMethod::Cash:
        return Words::tr("Cash");
    case domain::PaymentMethod::Transfer:
        return Words::tr("Bank transfer");
    case domain::PaymentMethod::Portal:
        return Words::tr("Through the portal");
    }
    return {};
}

QString inLanguage(const domain::Wording& wording) {
    //: The code of the language of this translation: vi, en, ar.
    return domain::wordsIn(wording, Words::tr("en"));
}

QString fact(const QJsonValue& value) {
    if (value.isBool())
        return value.toBool() ? Words::tr("Yes") : Words::tr("No");
    if (value.isDouble())
        return QString::number(value.toInteger());
    const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
    return day.isValid() ? date(day) : value.toString();
}

QString role(domain::Role role) {
    switch (role) {
    case domain::Role::Clerk:
        return Words::tr("Clerk");
    case domain::Role::Supervisor:
        return Words::tr("Supervisor");
    case domain::Role::Technician:
        return Words::tr("Technician");
    }
    return {};
}

QString roles(int roles) {
    QStringList names;
    for (const domain::Role one : {domain::Role::Clerk, domain::Role::Supervisor, domain::Role::Technician})
        if (roles & static_cast<int>(one))
            names << role(one);
    return names.join(QStringLiteral(", "));
}

QString warning(const counter::Warning& warning) {
    const QString& code = warning.code;
    if (code == QLatin1String("personal-id.unknown-province"))
        return Words::tr("The number begins with a province code that does not exist. Compare it with the card.");
    if (code == QLatin1String("personal-id.sex"))
        return Words::tr("The number does not fit the sex. Compare it with the card.");
    if (code == QLatin1String("personal-id.birth-year"))
        return Words::tr("The number does not fit the year of birth. Compare it with the card.");
    if (code == QLatin1String("personal-id.not-12-digits"))
        return Words::tr("A personal number has 12 digits.");
    if (code == QLatin1String("phone.unlikely"))
        return Words::tr("This is no telephone number. Ask for it again.");
    if (code == QLatin1String("passport.expired"))
        return Words::tr("The passport is no longer good. Ask for another paper.");
    if (code == QLatin1String("tax-code.check-digit"))
        return Words::tr("The tax code's last digit does not fit the others. Compare it with the certificate.");
    if (code == QLatin1String("proxy.same-person"))
        return Words::tr("This is the applicant's own number.");
    if (code == QLatin1String("intake.coming-back"))
        return Words::tr("This person was given form 02 for this procedure. Ctrl+F4 goes on with what was entered then.");
    if (code == QLatin1String("intake.duplicate"))
        return Words::tr("This person already has an open dossier of this procedure: %1.").arg(warning.detail.value(QStringLiteral("code")));
    if (code == QLatin1String("intake.after-cut-off"))
        return Words::tr("It is past 15:00: the result is due on the next working day.");
    if (code == QLatin1String("intake.cut-off-near"))
        return Words::tr("%1 minutes left until 15:00.").arg(warning.detail.value(QStringLiteral("minutes")));
    if (code == QLatin1String("draft.not-saved"))
        return Words::tr("The draft could not be saved on this machine. Finish the intake or print it before leaving the desk.");
    return Words::tr("Please check (%1).").arg(code);
}

QString dong(qint64 amount) {
    return domain::displayedMoney(amount);
}

QString date(QDate date) {
    return date.isValid() ? date.toString(QStringLiteral("dd/MM/yyyy")) : QString();
}

QString date(const QDateTime& moment) {
    return moment.isValid() ? date(base::toVietnamTime(moment).date()) : QString();
}

QString time(const QDateTime& moment) {
    return moment.isValid() ? base::toVietnamTime(moment).toString(QStringLiteral("HH:mm")) : QString();
}

QString moment(const QDateTime& moment, const QDateTime& now) {
    if (!moment.isValid())
        return {};
    const QDateTime local = base::toVietnamTime(moment);
    if (now.isValid() && base::toVietnamTime(now).date() == local.date())
        return local.toString(QStringLiteral("HH:mm"));
    return local.toString(QStringLiteral("HH:mm dd/MM/yyyy"));
}

QString phone(const QString& phone) {
    return domain::displayedPhone(phone);
}

QString maskedId(const QString& id) {
    return domain::maskedNumber(id);
}

namespace {

Due runningDue(const QDateTime& due, bool over, const domain::Calendar& calendar, const QDateTime& now) {
    if (!due.isValid())
        return {Words::tr("No time limit"), Tone::Neutral};
    const QDateTime end = base::toVietnamTime(due);
    const QDateTime local = base::toVietnamTime(now);
    if (over)
        return {date(end.date()), Tone::Neutral};
    if (local > end) {
        const int days = calendar.workingDaysBetween(end.date(), local.date());
        return {days > 0 ? Words::tr("%1 working days late").arg(days) : Words::tr("Late since %1").arg(end.toString(QStringLiteral("HH:mm"))),
            Tone::Danger};
    }
    if (end.date() == local.date())
        return {Words::tr("Today %1").arg(end.toString(QStringLiteral("HH:mm"))), Tone::Warning};
    const int days = calendar.workingDaysBetween(local.date(), end.date());
    return {Words::tr("%1 working days left").arg(days), days <= 1 ? Tone::Warning : Tone::Neutral};
}

Due standingDue(QDate until, const QDateTime& now) {
    const bool overdue = until.isValid() && base::toVietnamTime(now).date() > until;
    return {Words::tr("The clock stands"), overdue ? Tone::Warning : Tone::Neutral,
        !until.isValid() ? Words::tr("waits for papers")
        : overdue        ? Words::tr("papers were due by %1").arg(date(until))
                         : Words::tr("papers by %1").arg(date(until))};
}

}

Due due(const domain::ports::DossierRow& row, const domain::Calendar& calendar, const QDateTime& now) {
    return row.state == domain::State::SupplementAsked ? standingDue(row.supplementUntil, now) : runningDue(row.due, row.closed, calendar, now);
}

Due due(const domain::Dossier& dossier, const domain::Calendar& calendar, const QDateTime& now) {
    const bool over = dossier.closed || dossier.state == domain::State::HandedOver;
    return dossier.state == domain::State::SupplementAsked ? standingDue(dossier.supplementUntil, now) : runningDue(dossier.due, over, calendar, now);
}

}
