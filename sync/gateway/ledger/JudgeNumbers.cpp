// Numbers of books and series: each is the next of its desk's volume, or one that was leased to the desk out of the unit's run.

#include "app/domain/EventCodec.h"
#include "sync/gateway/ledger/Judge.h"
#include "sync/gateway/publish/KeeperRest.h"
#include "sync/gateway/store/LeaseTable.h"

namespace motcua::gateway {

Verdict Judge::volumeFits(const Case& one) const {
    // The platform keeps the books: no desk leases numbers, or passes on what it never had.
    if (std::holds_alternative<domain::NumbersLeased>(one.event.body) || std::holds_alternative<domain::KeepingMoved>(one.event.body))
        return mayNot("book.not-keeper");
    if (domain::volumeOf(one.event.body).isNull())
        return may();
    if (!one.volume)
        return mayNot("book.unknown-volume");
    if (std::holds_alternative<domain::EntryRegistered>(one.event.body) && one.volume->symbol != one.dossier.job.book)
        return mayNot("book.wrong-kind");
    if (domain::slipOf(one.event.body) && one.volume->symbol != domain::seriesOf(one.event.body))
        return mayNot("book.wrong-kind");
    if (const int number = domain::takenNumber(one.event.body).second; number > 0 && one.volume->isUnits() && !one.lease) {
        const auto unheard = isUnheard(m_parts.tables, *one.volume, m_desk.peer.unit, number);
        if (!unheard || *unheard)
            return unheard ? mayNot({QStringLiteral("book.number-unheard"), {{QStringLiteral("number"), QString::number(number)}}})
                           : Verdict(base::fail(unheard.error()));
    }
    if (const auto follows = domain::follows(*one.volume, one.event, one.lease); !follows)
        return mayNot(follows.error());
    if (Verdict numbers = numbersFit(one); !isFine(numbers))
        return numbers;
    return verdictOf(domain::isRightRow(one.dossier, *one.volume, one.event, one.lease));
}

/// Of a unit's volume alone. What is given back is always heard: only what is open in the desk's leases counts.
Verdict Judge::numbersFit(const Case& one) const {
    if (const auto* off = std::get_if<domain::NumbersWrittenOff>(&one.event.body))
        return holdsAll(*off);
    const bool closesUnits = std::holds_alternative<domain::VolumeClosed>(one.event.body) && one.volume->isUnits();
    return closesUnits ? isAllGiven(one.volume->id) : may();
}

/// A desk writes off what it holds, or held until it was thought lost.
Verdict Judge::holdsAll(const domain::NumbersWrittenOff& off) const {
    const domain::NumberRange range{off.first, off.last};
    const auto leases = m_parts.tables.leases().covering(off.volume, domain::StationId(m_desk.peer.id), range);
    if (!leases)
        return base::fail(leases.error());
    domain::NumberRanges foreign{range};
    for (const domain::HeldLease& lease : *leases)
        for (const domain::NumberRanges& held : {lease.open, lease.off})
            for (const domain::NumberRange& each : held)
                domain::cut(foreign, each);
    if (foreign.empty())
        return may();
    return mayNot({QStringLiteral("book.number-unleased"), {{QStringLiteral("number"), QString::number(foreign.front().first)}}});
}

/// Whoever still holds a number of a volume may give it: its total cannot be stated yet.
Verdict Judge::isAllGiven(domain::VolumeId volume) const {
    const auto leases = m_parts.tables.leases().ofVolume(volume, true);
    if (!leases)
        return base::fail(leases.error());
    int open = 0;
    for (const domain::HeldLease& lease : *leases)
        open += domain::countOf(lease.open);
    return open == 0 ? may() : mayNot({QStringLiteral("book.leases-open"), {{QStringLiteral("count"), QString::number(open)}}});
}

}
