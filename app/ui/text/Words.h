#pragma once

#include "app/counter/Warning.h"
#include "app/domain/Calendar.h"
#include "app/domain/Dossier.h"
#include "app/domain/Settings.h"
#include "app/domain/Volume.h"
#include "app/domain/jobs/Wording.h"
#include "app/domain/ports/Archive.h"
#include "app/ui/text/Tone.h"

#include <QString>

/// The domain's values in words, in the language of the moment.
namespace motcua::ui::words {

QString state(domain::State state);
Tone toneOf(domain::State state);
/// Beside what can be made out of a dossier that a newer program has worked on.
QString needsNewerProgram();
/// Instead of the state of a dossier that a supervisor gave back.
QString returned();
QString money(domain::MoneyState state);
QString delivery(domain::DeliveryState state);
QString origin(domain::Origin origin);
QString paperKind(domain::PaperKind kind);
QString channel(domain::Channel channel);
QString applicantKind(domain::ApplicantKind kind);
QString payment(domain::PaymentMethod method);
/// A fact of a job: a text as it is, a number, a date, yes or no.
QString fact(const QJsonValue& value);
/// Words that came as data, in the language of the screen.
QString inLanguage(const domain::Wording& wording);
QString role(domain::Role role);
/// "Clerk, supervisor".
QString roles(int roles);
QString warning(const counter::Warning& warning);

/// "1.234.567 đ", in every language: it is money of Viet Nam.
QString dong(qint64 amount);
/// "22/11/2026"; Viet Nam time.
QString date(QDate date);
QString date(const QDateTime& moment);
/// "14:05".
QString time(const QDateTime& moment);
/// "14:05 22/11/2026"; only the time when it is on the day of `now`.
QString moment(const QDateTime& moment, const QDateTime& now = {});
/// "0912 345 678".
QString phone(const QString& phone);
/// "0220****1234".
QString maskedId(const QString& id);

/// When a dossier is due, as seen `now`: "2 working days left", "Today 15:00", "3 working days late". While form 02 waits for papers no time runs:
/// "The clock stands", and until which day.
struct Due {
    QString text;
    Tone tone = Tone::Neutral;
    QString until = {}; ///< while the clock stands: "papers by 22/11/2026"
    QString whole() const { return until.isEmpty() ? text : QStringLiteral("%1 · %2").arg(text, until); }
};
Due due(const domain::ports::DossierRow& row, const domain::Calendar& calendar, const QDateTime& now);
Due due(const domain::Dossier& dossier, const domain::Calendar& calendar, const QDateTime& now);

}
