#include "sync/gateway/publish/People.h"

#include "app/domain/PlainText.h"
#include "sync/gateway/publish/Units.h"
#include "sync/gateway/store/FeedTable.h"

#include <QRegularExpression>

#include <algorithm>

namespace motcua::gateway {

namespace {

constexpr qsizetype longestName = 100;
constexpr qsizetype longestLine = 200;
constexpr size_t mostAuthorities = 20;

base::Error about(const char* code, const QString& login) {
    return {QLatin1String(code), {{QStringLiteral("login"), login}}};
}

domain::Account applied(domain::Account account, const AccountWords& words) {
    account.name = words.name.value_or(account.name).simplified();
    account.title = words.title.value_or(account.title).simplified();
    account.authority = words.authority.value_or(account.authority).simplified();
    account.roles = words.roles.value_or(account.roles);
    account.authorities = words.authorities.value_or(account.authorities);
    return account;
}

base::Outcome check(const domain::Account& account) {
    static const QRegularExpression login(QStringLiteral("\\A[a-z][a-z0-9.-]{1,31}\\z"));
    constexpr int everyRole =
        static_cast<int>(domain::Role::Clerk) | static_cast<int>(domain::Role::Supervisor) | static_cast<int>(domain::Role::Technician);
    const std::pair<const char*, bool> findings[] = {
        {"login", login.match(account.login).hasMatch()},
        {"name", domain::hasLetter(account.name) && account.name.size() <= longestName},
        {"title", account.title.size() <= longestLine},
        {"authority", account.authority.size() <= longestLine},
        {"roles", account.roles > 0 && (account.roles & ~everyRole) == 0},
    };
    for (const auto& [field, right] : findings)
        if (!right)
            return base::fail(QStringLiteral("account.malformed"), {{QStringLiteral("field"), QLatin1String(field)}});
    if (account.authorities.size() > mostAuthorities)
        return base::fail(QStringLiteral("account.malformed"), {{QStringLiteral("field"), QStringLiteral("authorities")}});
    for (size_t i = 0; i < account.authorities.size(); ++i)
        if (const char* fault = domain::faultIn(account.authorities[i]))
            return base::fail(QStringLiteral("account.malformed"),
                {{QStringLiteral("field"), QStringLiteral("authorities[%1].%2").arg(i).arg(QLatin1String(fault))}});
    return base::done();
}

}

base::Result<People> People::of(const Tables& tables, const QString& unit) {
    const auto key = unitKey(tables, unit);
    const auto list = key ? tables.feed().newest({.unit = *key, .station = {}}, "accounts") : base::fail(key.error());
    if (!list)
        return base::fail(list.error());
    People people(unit, *key);
    base::fromJsonValue(list->body.value(QLatin1String("accounts")), people.m_accounts);
    return people;
}

domain::Account* People::find(const QString& login) {
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(), [&](const domain::Account& account) { return account.login == login; });
    return found == m_accounts.end() ? nullptr : &*found;
}

base::Outcome People::add(domain::UserId id, const AccountWords& words) {
    if (const domain::Account* known = find(words.login))
        return known->active && *known == applied(*known, words) ? base::done() : base::fail(about("account.exists", words.login));
    domain::Account account;
    account.id = id;
    account.login = words.login;
    account.unit = domain::UnitCode::fromString(m_unit);
    account = applied(account, words);
    if (const auto sound = check(account); !sound)
        return sound;
    m_accounts.push_back(std::move(account));
    m_changed = true;
    return base::done();
}

base::Outcome People::change(const AccountWords& words) {
    domain::Account* known = find(words.login);
    if (!known)
        return base::fail(about("account.unknown", words.login));
    domain::Account changed = applied(*known, words);
    if (const auto sound = check(changed); !sound)
        return sound;
    m_changed = m_changed || *known != changed;
    *known = std::move(changed);
    return base::done();
}

base::Outcome People::setActive(const QString& login, bool active) {
    domain::Account* known = find(login);
    if (!known)
        return base::fail(about("account.unknown", login));
    m_changed = m_changed || known->active != active;
    known->active = active;
    return base::done();
}

base::Result<bool> People::publish(Tables& tables) const {
    if (!m_changed)
        return false;
    return tables.feed()
        .publish({.unit = m_key, .station = {}}, "accounts", {{QStringLiteral("accounts"), base::toJsonValue(m_accounts)}})
        .map([](qint64) { return true; });
}

}
