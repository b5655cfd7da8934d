#include "app/ui/text/SecurityWords.h"

#include "app/base/Clock.h"
#include "app/ui/text/ErrorText.h"

#include <QCoreApplication>

#include <algorithm>

namespace motcua::ui {

namespace {

using Kind = domain::SecurityKind;

struct Row {
    Kind kind;
    Tone tone;
    const char* words;
};

constexpr Row securityTable[] = {
    {Kind::LogBegan, Tone::Warning, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "The log begins; of before nothing is known")},
    {Kind::SignedIn, Tone::Neutral, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "Signed in")},
    {Kind::SignInFailed, Tone::Warning, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "Could not sign in")},
    {Kind::SignInLocked, Tone::Danger, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "Login locked after wrong passwords")},
    {Kind::OpenedByProvince, Tone::Warning, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "Opened with the province's recovery key")},
    {Kind::UserAdded, Tone::Info, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "User added")},
    {Kind::UserRemoved, Tone::Info, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "User taken away")},
    {Kind::PasswordChanged, Tone::Info, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "Own password changed")},
    {Kind::PasswordReset, Tone::Warning, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "Password set anew by another")},
    {Kind::Activated, Tone::Info, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "Signature activated")},
    {Kind::AccessRefused, Tone::Warning, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "Tried what is not allowed")},
    {Kind::Enrolled, Tone::Info, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "This station was enrolled; the log begins")},
    {Kind::BackedUp, Tone::Info, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "Data backed up")},
    {Kind::Diagnosed, Tone::Neutral, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "Diagnosis made")},
    {Kind::LookedElsewhere, Tone::Warning, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "Looked at a dossier of other desks")},
    {Kind::SeenTo, Tone::Warning, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "Put away what does not stand")},
    {Kind::BookSaved, Tone::Info, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "Register written into a file")},
    {Kind::AccountOpened, Tone::Info, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "Province: account opened")},
    {Kind::AccountClosed, Tone::Info, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "Province: account closed")},
    {Kind::AccountChanged, Tone::Info, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "Province: account changed")},
    {Kind::SettingsChanged, Tone::Info, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "Province: settings changed")},
    {Kind::RecordRefused, Tone::Warning, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "Province: record refused")},
    {Kind::StationRevoked, Tone::Danger, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "Province: this station was revoked")},
    {Kind::ClockWrong, Tone::Warning, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "The clock cannot be right")},
    {Kind::ClockBelieved, Tone::Warning, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "The clock was said to be right")},
    {Kind::OlderCopy, Tone::Danger, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "The data are a copy of before")},
    {Kind::FileChanged, Tone::Danger, QT_TRANSLATE_NOOP("motcua::ui::SecurityWords", "The data were changed by hand")},
};

const Row* rowOf(Kind kind) {
    const auto found = std::find_if(std::begin(securityTable), std::end(securityTable), [kind](const Row& row) { return row.kind == kind; });
    return found == std::end(securityTable) ? nullptr : &*found;
}

QString what(const domain::SecurityEvent& event) {
    switch (event.kind) {
    case Kind::SignInFailed:
    case Kind::SignInLocked:
        return event.about.isEmpty() ? QCoreApplication::translate("motcua::ui::SecurityWords", "no login of this unit") : event.about;
    case Kind::ClockWrong:
    case Kind::ClockBelieved:
    case Kind::OlderCopy:
    case Kind::FileChanged:
        return event.about.isEmpty() ? QString() : errorWords(domain::errorIn(event.about)).what;
    case Kind::AccessRefused:
        return errorWords({event.about.section(QLatin1Char(' '), -1)}).what;
    default:
        // Whoever signs in, or changes their own password, stands there as the actor.
        return event.about == event.actor ? QString() : event.about;
    }
}

}

QString words::securityKind(domain::SecurityKind kind) {
    const Row* row = rowOf(kind);
    return row ? QCoreApplication::translate("motcua::ui::SecurityWords", row->words) : domain::nameOf(kind);
}

Tone words::toneOf(domain::SecurityKind kind) {
    const Row* row = rowOf(kind);
    return row ? row->tone : Tone::Neutral;
}

QString words::securityActor(const domain::SecurityEvent& event) {
    return event.actor.isEmpty() ? QStringLiteral("–") : event.actor;
}

QString words::securityAbout(const domain::SecurityEvent& event) {
    const QString about = what(event);
    return event.count > 1 ? QStringLiteral("%1 ×%2").arg(about).arg(event.count).trimmed() : about;
}

QString words::securityMoment(const domain::SecurityEvent& event) {
    return base::toVietnamTime(event.at).toString(QStringLiteral("HH:mm:ss dd/MM/yyyy"));
}

QString words::securityLine(const domain::SecurityEvent& event) {
    return QStringList{securityMoment(event), securityKind(event.kind), securityActor(event), securityAbout(event)}.join(QLatin1Char('\t'));
}

}
