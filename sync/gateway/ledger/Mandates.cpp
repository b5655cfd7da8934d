#include "sync/gateway/ledger/Mandates.h"

#include "app/domain/Settings.h"

#include <QJsonDocument>

#include <algorithm>

namespace motcua::gateway {

namespace {

/// The version in force at `cursor`; the first one when none was yet.
template <class Versions>
auto inForce(const Versions& versions, qint64 cursor) {
    const auto later = versions.upper_bound(cursor);
    return later == versions.begin() ? later : std::prev(later);
}

}

base::Outcome Mandates::catchUp(sqlite::Connection& connection, qint64 cursor) {
    if (cursor <= m_cursor)
        return base::done();
    auto query = connection.prepare("SELECT cursor, unit, kind, body FROM items WHERE kind IN ('accounts', 'settings') AND "
                                    "cursor > ?1 AND cursor <= ?2 AND unit IS NOT NULL AND station IS NULL ORDER BY cursor");
    query.bind(m_cursor, cursor);
    const auto read = query.each([&] {
        const auto add = query.text(2) == QLatin1String("accounts") ? &Mandates::addAccounts : &Mandates::addSettings;
        (this->*add)(query.integer(1), query.integer(0), query.bytes(3));
    });
    if (!read)
        return base::fail(read.error());
    m_cursor = cursor;
    return base::done();
}

void Mandates::addAccounts(qint64 unit, qint64 cursor, const QByteArray& body) {
    People people;
    std::vector<domain::Account> accounts;
    base::fromJsonValue(QJsonDocument::fromJson(body).object().value(QLatin1String("accounts")), accounts);
    for (const domain::Account& account : accounts)
        if (!account.id.isNull())
            people.insert(account.id.value(), {account.active, account.active ? account.roles : 0});
    m_people[unit].insert_or_assign(cursor, std::move(people));
}

void Mandates::addSettings(qint64 unit, qint64 cursor, const QByteArray& body) {
    const auto settings = base::fromJson<domain::UnitSettings>(QJsonDocument::fromJson(body).object());
    m_twoHat[unit].insert_or_assign(cursor, settings.twoHatAllowed);
}

std::optional<Mandates::Mandate> Mandates::of(qint64 unit, domain::UserId user, qint64 since) const {
    const auto versions = m_people.constFind(unit);
    if (versions == m_people.cend())
        return std::nullopt;
    std::optional<Mandate> found;
    const auto first = inForce(*versions, since);
    bool counts = false;
    for (auto version = versions->begin(); version != versions->end(); ++version) {
        counts = counts || version == first;
        const auto known = version->second.constFind(user.value());
        if (known == version->second.cend())
            continue;
        if (!found)
            found.emplace();
        if (counts) {
            found->active = found->active || known->active;
            found->roles |= known->roles;
        }
    }
    return found;
}

bool Mandates::twoHatAllowed(qint64 unit, qint64 since) const {
    const auto versions = m_twoHat.constFind(unit);
    if (versions == m_twoHat.cend())
        return false;
    return std::any_of(inForce(*versions, since), versions->end(), [](const auto& version) { return version.second; });
}

}
