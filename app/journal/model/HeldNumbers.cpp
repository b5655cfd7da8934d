#include "app/journal/model/HeldNumbers.h"

#include "app/domain/EventCodec.h"
#include "app/journal/keys/Secrets.h"
#include "app/journal/log/History.h"
#include "app/sqlite/Connection.h"

#include <QJsonDocument>

#include <algorithm>

namespace motcua::journal {

namespace {

constexpr char voidPart[] = "void-leases";

bool contains(const std::vector<domain::LeaseId>& ids, domain::LeaseId id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}

HeldNumbers::HeldNumbers(sqlite::Connection& connection, domain::StationId station, const KeyRingPointer& key)
    : m_connection(connection), m_station(station), m_key(key), m_standing(connection, station.value(), Sealer(key)) {}

base::Result<ToldNumbers> HeldNumbers::told() const {
    const auto said = Secrets(m_connection, m_station.value(), Sealer(m_key)).read(QString::fromLatin1(Secrets::numbers));
    if (said)
        return base::fromJson<ToldNumbers>(QJsonDocument::fromJson(*said).object());
    return said.error().code == QLatin1String("secret.missing") ? base::Result<ToldNumbers>(ToldNumbers()) : base::fail(said.error());
}

base::Result<VoidLeases> HeldNumbers::voided() const {
    return m_standing.part(voidPart).map([](const std::optional<QByteArray>& part) {
        return part ? base::fromJson<VoidLeases>(QJsonDocument::fromJson(*part).object()) : VoidLeases();
    });
}

base::Outcome HeldNumbers::putVoid(const VoidLeases& voided) {
    return m_standing.put(voidPart, QJsonDocument(base::toJson(voided)).toJson(QJsonDocument::Compact));
}

base::Outcome HeldNumbers::keep(const ToldNumbers& told) {
    auto voided = this->voided();
    if (!voided)
        return base::fail(voided.error());
    base::Outcome done = base::done();
    if (voided->all) {
        for (const domain::HeldLease& lease : told.leases)
            if (!contains(voided->leases, lease.id))
                voided->leases.push_back(lease.id);
        // One that rests may not know all of them.
        voided->all = told.rests;
        done = putVoid(*voided);
    }
    return done.and_then([&](base::Done) {
        return Secrets(m_connection, m_station.value(), Sealer(m_key))
            .put(QString::fromLatin1(Secrets::numbers), QJsonDocument(base::toJson(told)).toJson(QJsonDocument::Compact));
    });
}

base::Outcome HeldNumbers::voidAll() {
    auto voided = this->voided();
    if (!voided)
        return base::fail(voided.error());
    voided->all = true;
    return putVoid(*voided);
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
    const auto voided = this->voided();
    if (!voided)
        return base::fail(voided.error());
    std::vector<domain::HeldLease> leases = std::move(known->leases);
    std::erase_if(
        leases, [&](const domain::HeldLease& lease) { return lease.holder != m_station || voided->all || contains(voided->leases, lease.id); });
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
