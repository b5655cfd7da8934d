#pragma once

#include "app/base/Result.h"
#include "app/domain/Settings.h"
#include "sync/gateway/store/Tables.h"

#include <optional>
#include <vector>

namespace motcua::gateway {

/// What a technician says of an account; what is not said stays as it is.
struct AccountWords {
    QString login;
    std::optional<QString> name = {};
    std::optional<QString> title = {};
    std::optional<QString> authority = {};
    std::optional<int> roles = {};
    std::optional<std::vector<domain::SigningAuthority>> authorities = {}; ///< all of them
};

/// The accounts of one unit, as published last, while they are changed. An account holds no password: whoever unlocks a station
/// chooses one there, at enrolment or when a colleague adds them. Lives within one transaction.
class People {
public:
    /// Errors: "unit.unknown" with unit.
    static base::Result<People> of(const Tables& tables, const QString& unit);

    /// An account that is there already, just so and open, is left. Errors: "account.exists" with login (it says something else), and
    /// those of change().
    base::Outcome add(domain::UserId id, const AccountWords& words);
    /// Errors: "account.unknown" with login; "account.malformed" with field: login (2 to 32 characters: a lower-case letter, then
    /// letters, digits, "." and "-"), name (not blank, up to 100), title, authority (up to 200), roles (at least one), authorities
    /// (domain::faultIn), with their number and field.
    base::Outcome change(const AccountWords& words);
    /// A closed account may sign in nowhere from when its station hears of it. Errors: "account.unknown" with login.
    base::Outcome setActive(const QString& login, bool active);

    /// Publishes the list to the unit. False: nothing was changed.
    base::Result<bool> publish(Tables& tables) const;
    const std::vector<domain::Account>& accounts() const { return m_accounts; }

private:
    People(QString unit, qint64 key) : m_unit(std::move(unit)), m_key(key) {}
    domain::Account* find(const QString& login);

    QString m_unit;
    qint64 m_key;
    std::vector<domain::Account> m_accounts;
    bool m_changed = false;
};

}
