#include "sync/gateway/publish/BookKeeper.h"

#include "app/domain/Limits.h"
#include "sync/gateway/publish/HeldRun.h"
#include "sync/gateway/publish/KeeperRest.h"
#include "sync/gateway/publish/Stations.h"
#include "sync/gateway/store/StationTable.h"
#include "sync/protocol/Address.h"

#include <QJsonArray>

#include <algorithm>

namespace motcua::gateway {

namespace {

/// Of one run: what a desk can use in a year is asked for in parts.
constexpr int mostHeld = 2 * domain::NumberRun::mostAtOnce;
/// A desk holds a few, of each run; each is a signature to be looked at.
constexpr qsizetype mostLeases = 200;
constexpr size_t mostPieces = 256;
constexpr qsizetype longestSymbol = 40;

/// What the desk says it holds. Error: "request.malformed".
base::Result<std::vector<domain::HeldLease>> holdingIn(const protocol::LeaseQuestion& question, const Peer& peer) {
    std::vector<domain::HeldLease> holding;
    bool isFine = question.holding.size() <= mostLeases && question.wishes.size() <= protocol::limit::wishes;
    for (const protocol::NumberWish& wish : question.wishes)
        isFine = isFine && wish.symbol.size() <= longestSymbol;
    for (const QJsonValue& value : question.holding) {
        if (!isFine)
            break;
        auto lease = base::fromJson<domain::HeldLease>(value.toObject());
        const domain::NumberRange whole = lease.range();
        isFine = isFine && lease.open.size() <= mostPieces;
        isFine = isFine && !lease.volume.isNull() && lease.holder.value() == peer.id && whole.first >= 1 && whole.last >= whole.first &&
                 whole.last <= domain::limits::mostNumbers && whole.count() <= domain::NumberRun::mostAtOnce && lease.month.isValid();
        for (const domain::NumberRange& open : lease.open)
            isFine = isFine && whole.holds(open.first) && whole.holds(open.last) && open.first <= open.last;
        if (!isFine)
            break;
        holding.push_back(std::move(lease));
    }
    return isFine ? base::Result<std::vector<domain::HeldLease>>(std::move(holding)) : base::fail(QStringLiteral("request.malformed"));
}

/// One question, within its transaction.
class Asking {
public:
    Asking(Tables& tables, const protocol::MarkSigner& signer, const Peer& peer, const QDateTime& now)
        : m_tables(tables), m_signer(signer), m_peer(peer), m_now(now) {}

    base::Result<protocol::LeaseAnswer> run(const protocol::LeaseQuestion& question, const std::vector<domain::HeldLease>& holding) {
        const auto rests = restsWith(question, holding);
        if (!rests)
            return base::fail(rests.error());
        m_answer.rests = *rests;
        for (const protocol::NumberWish& wish : question.wishes)
            if (auto answered = answer(wish); !answered)
                return base::fail(answered.error());
        auto leases = m_tables.leases().ofStation(station());
        if (!leases)
            return base::fail(leases.error());
        m_leases = std::move(*leases);
        if (!question.wishes.empty())
            return std::move(m_answer);
        return standingOf(m_tables, m_peer.unit, base::toVietnamTime(m_now).date().year()).map([&](std::vector<protocol::RunStanding> runs) {
            m_answer.runs = std::move(runs);
            return std::move(m_answer);
        });
    }
    /// Whether the unit's other desks have something to hear.
    bool isHeard() const { return m_isHeard; }
    /// What the desk holds now: for the answer, once signed.
    const std::vector<domain::HeldLease>& leases() const { return m_leases; }

private:
    domain::StationId station() const { return domain::StationId(m_peer.id); }

    base::Result<bool> restsWith(const protocol::LeaseQuestion& question, const std::vector<domain::HeldLease>& holding) {
        const auto oneRun = m_tables.leases().isOneRun(m_peer.unit);
        // Who asks before there is anything to lease knows of it: the unit may be carried over once all have.
        if (!oneRun || !*oneRun)
            return oneRun ? m_tables.leases().tell(m_peer.unit, station()).map([](base::Done) { return false; }) : base::fail(oneRun.error());
        const auto before = m_tables.leases().restOf(m_peer.unit);
        const auto ahead = before ? isAhead(question) : base::fail(before.error());
        const auto lost = ahead ? lostOf(holding) : base::fail(ahead.error());
        if (!lost)
            return base::fail(lost.error());
        if (!*before) {
            if (!*ahead && lost->empty())
                return false;
            if (auto begun = restFrom(m_tables, m_peer.unit, why(*ahead), m_now); !begun)
                return base::fail(begun.error());
        }
        m_isHeard = true;
        for (const domain::HeldLease& lease : *lost)
            if (auto taken = takeOver(m_tables, m_peer.unit, lease, m_now); !taken)
                return base::fail(taken.error());
        // It has told once all of its records are here: what it holds is what they left.
        if (*ahead)
            return true;
        return giveUp(holding)
            .and_then([&](base::Done) { return m_tables.leases().tell(m_peer.unit, station()); })
            .and_then([&](base::Done) { return endRest(m_tables, m_peer.unit, m_now); })
            .map([](bool isOver) { return !isOver; });
    }

    QString why(bool ahead) const {
        const QString what =
            ahead ? QStringLiteral("records that it was told are held are not here") : QStringLiteral("a lease that was signed for it");
        return QStringLiteral("seen by station %1: %2").arg(m_peer.id.toString(QUuid::WithoutBraces), what);
    }

    /// Records that the platform once signed for are not here. A desk's word alone is none.
    base::Result<bool> isAhead(const protocol::LeaseQuestion& question) const {
        if (question.mark.seq <= 0 || !m_signer.hasSigned(m_peer.id, question.mark))
            return false;
        return m_tables.stations().chainEnd(m_peer.key).map([&](const auto& chain) { return question.mark.seq > chain.seq; });
    }

    /// Leases that the platform signed for the desk and of which nothing is known here, nor were all their numbers written off since.
    base::Result<std::vector<domain::HeldLease>> lostOf(const std::vector<domain::HeldLease>& holding) const {
        std::vector<domain::HeldLease> lost;
        for (const domain::HeldLease& lease : holding) {
            const auto known = m_tables.leases().covering(lease.volume, station(), lease.range());
            if (!known)
                return base::fail(known.error());
            domain::NumberRanges unknown{lease.range()};
            for (const domain::HeldLease& each : *known)
                domain::cut(unknown, each.range());
            if (unknown.empty())
                continue;
            const auto off = m_tables.leases().writtenOff(lease.volume);
            if (!off)
                return base::fail(off.error());
            for (const domain::NumbersOff& each : *off)
                domain::cut(unknown, each.range());
            if (!unknown.empty() && m_signer.hasSigned(domain::signedText(lease), QByteArray::fromBase64(lease.signature.toLatin1())))
                lost.push_back(lease);
        }
        return lost;
    }

    /// What it holds no longer of what it was leased: the record that said so is lost, or came before the lease was known again.
    base::Outcome giveUp(const std::vector<domain::HeldLease>& holding) {
        for (const domain::HeldLease& lease : holding) {
            const auto known = m_tables.leases().covering(lease.volume, station(), lease.range());
            if (!known)
                return base::fail(known.error());
            domain::NumberRanges gone;
            for (const domain::HeldLease& each : *known)
                for (const domain::NumberRange& open : each.open)
                    if (open.last >= lease.first && open.first <= lease.last)
                        domain::put(gone, {std::max(open.first, lease.first), std::min(open.last, lease.last)});
            for (const domain::HeldLease& each : holding)
                if (each.volume == lease.volume)
                    for (const domain::NumberRange& open : each.open)
                        domain::cut(gone, open);
            if (gone.empty())
                continue;
            if (auto given = giveBack(m_tables, m_peer, lease.volume, gone, m_now); !given)
                return given;
        }
        return base::done();
    }

    base::Outcome refuse(const protocol::NumberWish& wish, const QString& code) {
        m_answer.refused.push_back({wish.symbol, code});
        return base::done();
    }

    base::Outcome answer(const protocol::NumberWish& wish) {
        if (m_answer.rests)
            return refuse(wish, QStringLiteral("book.keeper-rests"));
        auto held = HeldRun::of(m_tables, {m_peer.unit, wish.symbol, wish.year});
        if (!held || !*held)
            return held ? refuse(wish, QStringLiteral("book.no-open-volume")) : base::fail(held.error());
        domain::NumberRun& run = (*held)->run();
        if (!run.state().keeper.isNull())
            return refuse(wish, QStringLiteral("book.keeper-elsewhere"));
        const bool isUse = wish.use >= static_cast<int>(domain::LeaseUse::Draw) && wish.use <= static_cast<int>(domain::LeaseUse::Kit);
        if (!isUse || wish.count < 1 || wish.count > mostHeld - run.leftOf(station()))
            return refuse(wish, QStringLiteral("book.wish-wrong"));
        const auto granted = run.grant({station(), static_cast<domain::LeaseUse>(wish.use), wish.count}, m_now);
        if (!granted)
            return refuse(wish, granted.error().code);
        m_isHeard = m_isHeard || !granted->opened.empty();
        return (*held)->keep(m_tables, *granted, m_peer.key);
    }

    Tables& m_tables;
    const protocol::MarkSigner& m_signer;
    const Peer& m_peer;
    QDateTime m_now;
    protocol::LeaseAnswer m_answer;
    std::vector<domain::HeldLease> m_leases;
    bool m_isHeard = false;
};

base::Result<QJsonArray> asSigned(std::vector<domain::HeldLease> leases, const protocol::MarkSigner& signer) {
    QJsonArray all;
    for (domain::HeldLease& lease : leases) {
        const auto signature = signer.signVoucher(domain::signedText(lease));
        if (!signature)
            return base::fail(signature.error());
        lease.signature = QString::fromLatin1(signature->toBase64());
        all.append(base::toJson(lease));
    }
    return all;
}

protocol::RunStanding standingIn(const HeldRun& held, const std::vector<StationRow>& desks) {
    const domain::NumberRun& run = held.run();
    protocol::RunStanding standing;
    standing.symbol = held.key().symbol;
    standing.year = held.key().year;
    standing.keeper = run.state().keeper.isNull() ? QString() : run.state().keeper.toString();
    standing.next = run.state().next;
    standing.back = run.free();
    for (const StationRow& desk : desks) {
        protocol::DeskNumbers numbers{desk.peer.id.toString(QUuid::WithoutBraces), plainDeskName(desk.name), 0, 0};
        for (const domain::HeldLease& lease : run.leases())
            if (lease.holder.value() == desk.peer.id)
                (lease.use == domain::LeaseUse::Kit ? numbers.kit : numbers.left) += domain::countOf(lease.open);
        standing.open += numbers.left + numbers.kit;
        if (!desk.isRevoked || numbers.left + numbers.kit > 0)
            standing.desks.push_back(std::move(numbers));
    }
    return standing;
}

}

base::Result<std::vector<protocol::RunStanding>> standingOf(const Tables& tables, qint64 unit, int year) {
    const auto runs = tables.leases().runsOf(unit);
    const auto desks = runs ? tables.stations().ofUnit(unit) : base::fail(runs.error());
    if (!desks)
        return base::fail(desks.error());
    std::vector<protocol::RunStanding> all;
    for (const RunRow& row : *runs) {
        if (row.key.year != year)
            continue;
        const auto held = HeldRun::of(tables, row.key);
        if (!held)
            return base::fail(held.error());
        if (*held)
            all.push_back(standingIn(**held, *desks));
    }
    return all;
}

base::Result<protocol::LeaseAnswer> BookKeeper::ask(const Peer& peer, const protocol::LeaseQuestion& question) {
    const auto holding = holdingIn(question, peer);
    if (!holding)
        return base::fail(holding.error());
    bool isHeard = false;
    std::vector<domain::HeldLease> leases;
    auto answer = m_store.write([&](Tables& tables) {
        Asking asking(tables, m_signer, peer, m_clock.now());
        auto answered = asking.run(question, *holding);
        isHeard = asking.isHeard();
        leases = asking.leases();
        return answered;
    });
    if (!answer)
        return answer;
    if (isHeard)
        m_bell.ringUnit(peer.unit, peer.key);
    // Nobody else's writing waits for the signatures.
    return asSigned(std::move(leases), m_signer).map([&](QJsonArray held) {
        answer->leases = std::move(held);
        return std::move(*answer);
    });
}

base::Outcome BookKeeper::writeOffUnused() {
    const auto runs = m_store.read([](const Tables& tables) { return tables.leases().runs(); });
    if (!runs)
        return base::fail(runs.error());
    const QDateTime now = m_clock.now();
    for (const RunRow& row : *runs) {
        if (row.state.free.empty())
            continue;
        bool isHeard = false;
        const auto written = m_store.write([&](Tables& tables) -> base::Outcome {
            auto held = HeldRun::of(tables, row.key);
            if (!held || !*held)
                return held ? base::done() : base::fail(held.error());
            const auto settled = (*held)->run().writeOffUnused((*held)->reasonUnused(), now);
            isHeard = !settled.off.empty();
            return isHeard ? (*held)->keep(tables, settled) : base::done();
        });
        if (!written)
            return written;
        if (isHeard)
            m_bell.ringUnit(row.key.unit, 0);
    }
    return base::done();
}

base::Result<int> loseDesk(Tables& tables, const Peer& desk, const QString& reason, const QDateTime& now) {
    const auto runs = tables.leases().runsOf(desk.unit);
    if (!runs)
        return base::fail(runs.error());
    int count = 0;
    for (const RunRow& row : *runs) {
        auto held = HeldRun::of(tables, row.key);
        if (!held)
            return base::fail(held.error());
        if (!*held)
            continue;
        const auto settled = (*held)->run().writeOffAll(domain::StationId(desk.id), reason, now);
        for (const domain::NumbersOff& off : settled.off)
            count += off.range().count();
        if (settled.off.empty())
            continue;
        if (auto kept = (*held)->keep(tables, settled); !kept)
            return base::fail(kept.error());
    }
    return count;
}

base::Result<int> writeOffDesk(Tables& tables, const Peer& desk, const DeskWriteOff& terms) {
    const auto count = loseDesk(tables, desk, terms.reason, terms.now);
    const auto rest = count ? tables.leases().restOf(desk.unit) : base::fail(count.error());
    if (!rest || !*rest)
        return rest ? count : base::fail(rest.error());
    const int beyond = std::clamp(terms.beyond, (*rest)->beyond, domain::NumberRun::mostAtOnce);
    return tables.leases()
        .putRest(desk.unit, {(*rest)->since, beyond})
        .and_then([&](base::Done) { return tables.leases().tell(desk.unit, domain::StationId(desk.id)); })
        .and_then([&](base::Done) { return endRest(tables, desk.unit, terms.now); })
        .map([&](bool) { return *count; });
}

}
