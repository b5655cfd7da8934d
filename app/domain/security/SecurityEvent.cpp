#include "app/domain/security/SecurityEvent.h"

#include "app/base/Clock.h"
#include "app/domain/Settings.h"

#include <algorithm>

namespace motcua::domain {

namespace {

using Kind = SecurityKind;

constexpr SecurityKindName kinds[] = {
    {Kind::LogBegan, "log-began"},
    {Kind::SignedIn, "signed-in"},
    {Kind::SignInFailed, "sign-in-failed"},
    {Kind::SignInLocked, "sign-in-locked"},
    {Kind::OpenedByProvince, "opened-by-province"},
    {Kind::UserAdded, "user-added"},
    {Kind::UserRemoved, "user-removed"},
    {Kind::PasswordChanged, "password-changed"},
    {Kind::PasswordReset, "password-reset"},
    {Kind::Activated, "activated"},
    {Kind::AccessRefused, "access-refused"},
    {Kind::Enrolled, "enrolled"},
    {Kind::BackedUp, "backed-up"},
    {Kind::Diagnosed, "diagnosed"},
    {Kind::LookedElsewhere, "looked-elsewhere"},
    {Kind::SeenTo, "seen-to"},
    {Kind::BookSaved, "book-saved"},
    {Kind::AccountOpened, "account-opened"},
    {Kind::AccountClosed, "account-closed"},
    {Kind::AccountChanged, "account-changed"},
    {Kind::SettingsChanged, "settings-changed"},
    {Kind::RecordRefused, "record-refused"},
    {Kind::StationRevoked, "station-revoked"},
    {Kind::ClockWrong, "clock-wrong"},
    {Kind::ClockBelieved, "clock-believed"},
    {Kind::OlderCopy, "older-copy"},
    {Kind::FileChanged, "file-changed"},
};

}

std::span<const SecurityKindName> securityKinds() {
    return kinds;
}

QString nameOf(SecurityKind kind) {
    const auto found = std::find_if(std::begin(kinds), std::end(kinds), [kind](const SecurityKindName& each) { return each.kind == kind; });
    return found == std::end(kinds) ? QString::number(static_cast<int>(kind)) : QString::fromLatin1(found->name);
}

std::optional<SecurityKind> securityKindNamed(const QString& name) {
    const auto found =
        std::find_if(std::begin(kinds), std::end(kinds), [&](const SecurityKindName& each) { return name == QLatin1String(each.name); });
    return found == std::end(kinds) ? std::nullopt : std::optional(found->kind);
}

QString aboutError(const base::Error& error) {
    QStringList parts{error.code};
    for (auto each = error.detail.cbegin(); each != error.detail.cend(); ++each)
        parts << each.key() + QLatin1Char('=') + each.value();
    return parts.join(QLatin1Char('|'));
}

base::Error errorIn(const QString& about) {
    const QStringList parts = about.split(QLatin1Char('|'));
    base::Error error{parts.first()};
    for (const QString& part : parts.sliced(1))
        error.detail.insert(part.section(QLatin1Char('='), 0, 0), part.section(QLatin1Char('='), 1));
    return error;
}

bool SecurityFilter::fits(const SecurityEvent& event) const {
    return (!day.isValid() || base::toVietnamTime(event.at).date() == day) && (!kind || *kind == event.kind) &&
           (person.isEmpty() || person == event.actor || person == event.about);
}

base::Outcome mayReadSecurityLog(const Account& account) {
    return account.may(Role::Supervisor) || account.may(Role::Technician) ? base::done() : base::fail(QStringLiteral("access.security-log"));
}

}
