#include "sync/gateway/ledger/Mandates.h"

#include "sync/gateway/store/FeedTable.h"

#include <algorithm>

namespace motcua::gateway {

namespace {

/// The version in force at `cursor`; the first one when none was yet.
template <class Versions>
auto inForce(const Versions& versions, qint64 cursor) {
    const auto later = versions.upper_bound(cursor);
    return later == versions.begin() ? later : std::prev(later);
}

domain::Signer named(const domain::Account& account, const Mandates::Row& row) {
    const domain::SigningAuthority* by = row.book.isEmpty() ? nullptr : domain::authorityFor(account, row.book, row.day);
    return by ? domain::signerBy(*by, account) : domain::Signer{account.id, account.name, account.title, account.authority};
}

bool isSame(const domain::Signer& one, const domain::Signer& other) {
    return one.name == other.name && one.title == other.title && one.authority == other.authority;
}

QString suffixKey(const QString& series, const QString& suffix) {
    return series + QLatin1Char(' ') + suffix;
}

}

base::Outcome Mandates::catchUp(const Tables& tables) {
    const std::lock_guard lock(m_mutex);
    return catchUpWith(tables, "accounts", &Mandates::addAccounts, m_accountsSeen).and_then([&](base::Done) {
        return catchUpWith(tables, "settings", &Mandates::addSettings, m_settingsSeen);
    });
}

/// Cursors are committed in their order, so nothing that was not seen lies before what was.
base::Outcome Mandates::catchUpWith(const Tables& tables, const char* kind, Add add, qint64& seen) {
    const auto published = tables.feed().toUnits(kind, seen);
    if (!published)
        return base::fail(published.error());
    for (const UnitItem& item : *published) {
        (this->*add)(item.unit, item.cursor, item.body);
        seen = item.cursor;
    }
    return base::done();
}

void Mandates::addAccounts(qint64 unit, qint64 cursor, const QJsonObject& body) {
    People people;
    std::vector<domain::Account> accounts;
    base::fromJsonValue(body.value(QLatin1String("accounts")), accounts);
    for (const domain::Account& account : accounts)
        if (!account.id.isNull())
            people.insert(account.id.value(), {{account.active, account.active ? account.roles : 0}, account});
    m_people[unit].insert_or_assign(cursor, std::move(people));
}

void Mandates::addSettings(qint64 unit, qint64 cursor, const QJsonObject& body) {
    const auto settings = base::fromJson<domain::UnitSettings>(body);
    m_twoHat[unit].insert_or_assign(cursor, settings.twoHatAllowed);
    for (const auto& [series, suffix] : {std::pair{domain::series::supplement, settings.suffixSupplement},
             {domain::series::refusal, settings.suffixRefusal}, {domain::series::fee, settings.suffixFee}})
        m_suffixes[unit].insert(suffixKey(QLatin1String(series), suffix));
    m_mustSign[unit].insert_or_assign(cursor, settings.signedActs);
}

bool Mandates::isNamedRightly(qint64 unit, const domain::Signer& signer, qint64 since, const Row& row) const {
    const std::lock_guard lock(m_mutex);
    const auto versions = m_people.constFind(unit);
    if (versions == m_people.cend())
        return false;
    return std::any_of(inForce(*versions, since), versions->end(), [&](const auto& version) {
        const auto known = version.second.constFind(signer.user.value());
        return known != version.second.cend() && isSame(named(known->account, row), signer);
    });
}

bool Mandates::maySign(qint64 unit, domain::UserId user, qint64 since, const Row& row) const {
    const std::lock_guard lock(m_mutex);
    const auto versions = m_people.constFind(unit);
    if (versions == m_people.cend())
        return true;
    bool isKnown = false;
    for (auto version = inForce(*versions, since); version != versions->end(); ++version) {
        const auto known = version->second.constFind(user.value());
        if (known == version->second.cend())
            continue;
        isKnown = true;
        if (domain::maySign(known->account, row.book, row.day))
            return true;
    }
    return !isKnown;
}

bool Mandates::mustSign(qint64 unit, qint64 since) const {
    const std::lock_guard lock(m_mutex);
    const auto versions = m_mustSign.constFind(unit);
    if (versions == m_mustSign.cend())
        return false;
    return std::all_of(inForce(*versions, since), versions->end(), [](const auto& version) { return version.second; });
}

std::optional<Mandates::Mandate> Mandates::of(qint64 unit, domain::UserId user, qint64 since) const {
    const std::lock_guard lock(m_mutex);
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
            found->active = found->active || known->mandate.active;
            found->roles |= known->mandate.roles;
        }
    }
    return found;
}

bool Mandates::twoHatAllowed(qint64 unit, qint64 since) const {
    const std::lock_guard lock(m_mutex);
    const auto versions = m_twoHat.constFind(unit);
    if (versions == m_twoHat.cend())
        return false;
    return std::any_of(inForce(*versions, since), versions->end(), [](const auto& version) { return version.second; });
}

bool Mandates::hadSuffix(qint64 unit, const QString& series, const QString& suffix) const {
    const std::lock_guard lock(m_mutex);
    return m_suffixes.value(unit).contains(suffixKey(series, suffix));
}

}
