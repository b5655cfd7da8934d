#include "app/journal/exchange/ProvinceNotes.h"

#include "app/base/Json.h"
#include "app/domain/Settings.h"

#include <QStringList>

#include <algorithm>

namespace motcua::journal {

namespace {

using domain::Account;
using domain::SecurityEvent;
using domain::SecurityKind;

std::vector<Account> accountsIn(const QJsonObject& body) {
    std::vector<Account> accounts;
    base::fromJsonValue(body.value(QLatin1String("accounts")), accounts);
    return accounts;
}

std::optional<SecurityKind> changeOf(const Account* before, const Account& now) {
    if (!before || before->active != now.active) {
        const bool isNews = before || now.active;
        return isNews ? std::optional(now.active ? SecurityKind::AccountOpened : SecurityKind::AccountClosed) : std::nullopt;
    }
    return *before == now ? std::nullopt : std::optional(SecurityKind::AccountChanged);
}

std::vector<SecurityEvent> accountNotes(const QJsonObject& before, const QJsonObject& now) {
    const std::vector<Account> known = accountsIn(before);
    std::vector<SecurityEvent> notes;
    for (const Account& account : accountsIn(now)) {
        const auto same = std::find_if(known.begin(), known.end(), [&](const Account& each) { return each.id == account.id; });
        if (const auto change = changeOf(same == known.end() ? nullptr : &*same, account))
            notes.push_back({*change, {}, {}, account.login});
    }
    return notes;
}

std::vector<SecurityEvent> settingNotes(const QJsonObject& before, const QJsonObject& now) {
    QStringList names = before.keys() + now.keys();
    names.removeDuplicates();
    names.removeIf([&](const QString& name) { return before.value(name) == now.value(name); });
    names.sort();
    if (names.isEmpty())
        return {};
    return {{SecurityKind::SettingsChanged, {}, {}, names.join(QStringLiteral(", "))}};
}

}

std::vector<SecurityEvent> provinceNotes(const QString& kind, const QJsonObject& before, const QJsonObject& now) {
    if (before.isEmpty())
        return {};
    if (kind == QLatin1String("accounts"))
        return accountNotes(before, now);
    return kind == QLatin1String("settings") ? settingNotes(before, now) : std::vector<SecurityEvent>();
}

}
