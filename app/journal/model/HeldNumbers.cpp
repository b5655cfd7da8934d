#include "app/journal/model/HeldNumbers.h"

#include "app/domain/EventCodec.h"
#include "app/journal/keys/Secrets.h"
#include "app/journal/log/History.h"
#include "app/sqlite/Connection.h"

#include <QJsonDocument>

namespace motcua::journal {

HeldNumbers::HeldNumbers(sqlite::Connection& connection, domain::StationId station, const KeyRingPointer& key)
    : m_connection(connection), m_station(station), m_key(key) {}

base::Result<ToldNumbers> HeldNumbers::told() const {
    const auto said = Secrets(m_connection, m_station.value(), Sealer(m_key)).read(QString::fromLatin1(Secrets::numbers));
    if (said)
        return base::fromJson<ToldNumbers>(QJsonDocument::fromJson(*said).object());
    return said.error().code == QLatin1String("secret.missing") ? base::Result<ToldNumbers>(ToldNumbers()) : base::fail(said.error());
}

base::Outcome HeldNumbers::put(const ToldNumbers& told) {
    return Secrets(m_connection, m_station.value(), Sealer(m_key))
        .put(QString::fromLatin1(Secrets::numbers), QJsonDocument(base::toJson(told)).toJson(QJsonDocument::Compact));
}

base::Outcome HeldNumbers::keep(ToldNumbers told) {
    const auto before = this->told();
    if (!before)
        return base::fail(before.error());
    told.voidBefore = before->voidBefore;
    return put(told);
}

base::Outcome HeldNumbers::voidAll(const QDateTime& now) {
    auto before = told();
    if (!before)
        return base::fail(before.error());
    before->voidBefore = now;
    return put(*before);
}

base::Result<std::vector<domain::HeldLease>> HeldNumbers::all(const std::vector<domain::NumbersOff>& off) const {
    auto leases = settled(off);
    if (leases)
        std::erase_if(*leases, [](const domain::HeldLease& lease) { return !lease.isLive(); });
    return leases;
}

base::Result<std::vector<domain::HeldLease>> HeldNumbers::claims() const {
    return settled({});
}

base::Result<std::vector<domain::HeldLease>> HeldNumbers::settled(const std::vector<domain::NumbersOff>& off) const {
    auto known = told();
    if (!known)
        return base::fail(known.error());
    std::vector<domain::HeldLease> leases = std::move(known->leases);
    std::erase_if(leases, [&](const domain::HeldLease& lease) {
        return lease.holder != m_station || (known->voidBefore.isValid() && lease.given <= known->voidBefore);
    });
    for (domain::HeldLease& lease : leases) {
        for (const domain::NumbersOff& each : off)
            if (each.volume == lease.volume)
                lease.writeOff(each.range());
        if (const auto taken = takeOut(lease); !taken)
            return base::fail(taken.error());
    }
    // A platform that was restored counts as open what it was once given back.
    if (!leases.empty())
        if (const auto given = giveBack(leases, known->rests ? 0 : known->counted); !given)
            return base::fail(given.error());
    return leases;
}

/// What stands in an own row was given, whatever the platform knew of it.
base::Outcome HeldNumbers::takeOut(domain::HeldLease& lease) const {
    auto statement = m_connection.prepare("SELECT number FROM record WHERE volume = ?1 AND number > 0 AND number BETWEEN ?2 AND ?3");
    statement.bind(lease.volume.value(), lease.first, lease.last);
    return statement.each([&] { lease.take(static_cast<int>(statement.integer(0))); });
}

base::Outcome HeldNumbers::giveBack(std::vector<domain::HeldLease>& leases, qint64 afterSeq) const {
    const History history(m_connection, m_station, m_key);
    auto statement =
        m_connection.prepare("SELECT seq FROM record WHERE seq > ?1 AND kind IN ('numbers-returned', 'numbers-written-off') ORDER BY seq");
    statement.bind(afterSeq);
    return statement.each([&]() -> base::Outcome {
        const auto event = history.own(statement.integer(0));
        if (!event)
            return base::fail(event.error());
        const auto* returned = std::get_if<domain::NumbersReturned>(&event->body);
        const auto* off = std::get_if<domain::NumbersWrittenOff>(&event->body);
        for (domain::HeldLease& lease : leases) {
            if (returned && returned->volume == lease.volume)
                for (const domain::NumberRange& range : returned->ranges)
                    lease.giveBack(range);
            if (off && off->volume == lease.volume)
                lease.writeOff({off->first, off->last});
        }
        return base::done();
    });
}

}
