#include "app/admin/UserCommands.h"

#include "app/domain/Keyholders.h"
#include "app/domain/password/PasswordRule.h"
#include "app/journal/Unlocked.h"
#include "app/station/StationCard.h"

#include <algorithm>

namespace motcua::admin {

namespace {

QString plain(const QString& login) {
    return login.trimmed().toLower();
}

const domain::Account* accountOf(const journal::Unlocked& station, const QString& login) {
    const auto& accounts = station.archive().accounts();
    const auto found = std::find_if(accounts.begin(), accounts.end(), [&](const domain::Account& each) { return each.login == plain(login); });
    return found == accounts.end() ? nullptr : &*found;
}

}

UserCommands UserCommands::byProvince(QString directory, base::Secret recoveryKey) {
    UserCommands commands(std::move(directory), {});
    commands.m_recoveryKey = std::move(recoveryKey);
    return commands;
}

base::Result<UserCommands::Opened> UserCommands::open() const {
    auto data = journal::StationData::open(m_directory);
    if (!data)
        return base::fail(data.error());
    auto unlocked = m_recoveryKey.isEmpty() ? (*data)->unlock(m_actor.login, m_actor.password) : (*data)->recover(m_recoveryKey);
    if (!unlocked)
        return base::fail(unlocked.error());
    if (const auto noted = (*unlocked)->signedIn(m_recoveryKey.isEmpty() ? plain(m_actor.login) : QString()); !noted)
        return base::fail(noted.error());
    return Opened{std::move(*data), std::move(*unlocked)};
}

/// The error, after it was noted in the security log.
base::Outcome UserCommands::refused(const Opened& station, const base::Error& error, const QString& about) {
    const auto noted =
        station.unlocked->securityLog().note({domain::SecurityKind::AccessRefused, {}, {}, (about + QLatin1Char(' ') + error.code).trimmed()});
    return base::fail(noted ? error : noted.error());
}

base::Outcome UserCommands::mayTend(const Opened& station, const QString& login) const {
    if (!m_recoveryKey.isEmpty())
        return base::done();
    const domain::Account* actor = accountOf(*station.unlocked, m_actor.login);
    if (!actor)
        return base::fail(QStringLiteral("access.no-accounts-yet"));
    const auto may = domain::mayTend(*actor, accountOf(*station.unlocked, login));
    return may ? may : refused(station, may.error(), plain(login));
}

base::Outcome UserCommands::note(const QString& login, bool hasSlot) const {
    auto card = station::StationCard::read(m_directory);
    if (!card)
        return base::fail(card.error());
    card->logins.removeAll(plain(login));
    if (hasSlot)
        card->logins.append(plain(login));
    else if (card->lastLogin == plain(login))
        card->lastLogin.clear();
    return card->write(m_directory);
}

base::Outcome UserCommands::mayGoBy(const Opened& station, bool hasCode) const {
    const journal::Unlocked& unlocked = *station.unlocked;
    // Before a station hears of its unit: a province that has bound who enrolled it gives codes to everybody.
    const bool heardNothing = unlocked.archive().accounts().empty();
    const auto bound = heardNothing ? unlocked.voucher(plain(m_actor.login)) : base::Result<QByteArray>(QByteArray());
    if (!bound)
        return base::fail(bound.error());
    const bool asks = unlocked.archive().settings().signedActs || !bound->isEmpty();
    return hasCode || !m_recoveryKey.isEmpty() || !asks ? base::done() : base::fail(QStringLiteral("access.needs-code"));
}

base::Result<UserCommands::WayIn> UserCommands::make(Opened station, const Who& other, bool isNew) const {
    const domain::ports::Archive& archive = station.unlocked->archive();
    const auto owner = domain::PasswordOwner::of(plain(other.login), accountOf(*station.unlocked, other.login), archive.settings());
    const domain::PasswordOpinion opinion = domain::judgePassword(other.password, owner);
    if (opinion.strength == domain::PasswordStrength::Weak)
        return base::fail(opinion.flaw);
    auto slot = station.unlocked->slotMaker(plain(other.login), other.password)();
    if (!slot)
        return base::fail(slot.error());
    return WayIn{std::move(station), std::move(*slot), plain(other.login), isNew, opinion};
}

base::Result<UserCommands::WayIn> UserCommands::makeNew(const Who& other, bool hasCode) const {
    auto station = open();
    if (!station)
        return base::fail(station.error());
    // A station that has never heard from the province knows no accounts yet; the login is then checked when it is first used.
    const domain::Account* account = accountOf(*station->unlocked, other.login);
    if (!station->unlocked->archive().accounts().empty() && !(account && account->active))
        return base::fail(QStringLiteral("access.no-account"));
    const auto there = station->unlocked->hasUser(plain(other.login));
    if (!there || *there)
        return base::fail(there ? base::Error{QStringLiteral("unlock.user-exists")} : there.error());
    if (const auto may = mayGoBy(*station, hasCode); !may)
        return base::fail(may.error());
    return make(std::move(*station), other, true);
}

base::Result<UserCommands::WayIn> UserCommands::makeAnew(const Who& other, bool hasCode) const {
    auto station = open();
    if (!station)
        return base::fail(station.error());
    const auto may = mayTend(*station, other.login).and_then([&](base::Done) { return mayGoBy(*station, hasCode); });
    const auto there = may ? station->unlocked->hasUser(plain(other.login)) : base::fail(may.error());
    if (!there || !*there)
        return base::fail(there ? base::Error{QStringLiteral("unlock.unknown-user")} : there.error());
    return make(std::move(*station), other, false);
}

base::Outcome UserCommands::put(WayIn& way, const QByteArray& voucher) const {
    way.slot.person.voucher = voucher;
    if (!way.isNew)
        return way.station.unlocked->setPassword(way.slot);
    return way.station.unlocked->addUser(way.slot).and_then([&](base::Done) { return note(way.login, true); });
}

base::Outcome UserCommands::remove(const QString& login) const {
    const auto station = open();
    if (!station)
        return base::fail(station.error());
    return mayTend(*station, login).and_then([&](base::Done) { return station->unlocked->removeUser(plain(login)); }).and_then([&](base::Done) {
        return note(login, false);
    });
}

base::Result<domain::ports::SecurityPage> UserCommands::securityLog(const domain::SecurityFilter& filter) const {
    const auto station = open();
    if (!station)
        return base::fail(station.error());
    const domain::Account* reader = accountOf(*station->unlocked, m_actor.login);
    if (m_recoveryKey.isEmpty() && !reader)
        return base::fail(QStringLiteral("access.no-accounts-yet"));
    const base::Outcome may = m_recoveryKey.isEmpty() ? domain::mayReadSecurityLog(*reader) : base::done();
    if (!may)
        return base::fail(refused(*station, may.error(), {}).error());
    return may.and_then([&](base::Done) { return station->unlocked->securityReader(filter)(); });
}

}
