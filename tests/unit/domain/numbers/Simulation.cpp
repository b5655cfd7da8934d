#include "tests/unit/domain/numbers/Simulation.h"

#include <algorithm>

namespace motcua::domain::test {

namespace {

const QString unusedWords = QStringLiteral("unused");
constexpr int firstLease = 30;
/// More than a desk is given between a copy and its restoring.
constexpr int mostSinceCopy = 400;

}

Simulation::Simulation(const Terms& terms) : m_terms(terms), m_random(terms.seed) {
    for (int i = 0; i < terms.desks; ++i)
        m_desks.push_back({desk(QChar(static_cast<char16_t>(u'A' + m_nextDesk++)))});
    runOf(today().year());
    m_copy = m_keeper;
    m_deskCopies.resize(m_desks.size());
}

void Simulation::note(int& count, const QString& what) {
    ++count;
    if (m_sum.first.isEmpty())
        m_sum.first = QStringLiteral("seed %1, %2: %3").arg(m_terms.seed).arg(today().toString(Qt::ISODate), what);
}

Simulation::Run& Simulation::runOf(int year) {
    const auto found = m_keeper.runs.find(year);
    if (found != m_keeper.runs.end())
        return found->second;
    return m_keeper.runs.try_emplace(year, Run{NumberRun({volume(1, year, 1, m_terms.capacity)}, {}, {}, m_terms.orderOfDates), {}, {}})
        .first->second;
}

Simulation::Sum Simulation::run() {
    for (int i = 0; i < m_terms.days; ++i) {
        day();
        night();
    }
    // The last year is over, too; everybody has a line once.
    m_now = vietnam(today().year() + 1, 1, 4, 8);
    for (Desk& desk : m_desks)
        talk(desk, true);
    for (Desk& desk : m_desks) {
        giveBack(desk, true);
        talk(desk, true);
    }
    std::vector<int> years;
    for (const auto& [year, papers] : m_papers)
        years.push_back(year);
    for (const int year : years)
        close(year);
    return m_sum;
}

void Simulation::day() {
    for (Desk& desk : m_desks) {
        ++m_sum.deskDays;
        desk.used = 0;
        setLine(desk, happens(desk.hasLine ? 0.85 : 0.4));
    }
    for (int hour = 0; hour < 8; ++hour) {
        m_now = m_now.addSecs(3600);
        for (Desk& desk : m_desks) {
            if (happens(0.05))
                setLine(desk, !desk.hasLine);
            for (int comers = upTo(4); comers > 0; --comers)
                serve(desk);
        }
        if (happens(0.004))
            lose(m_desks[static_cast<size_t>(upTo(static_cast<int>(m_desks.size()) - 1))]);
        if (happens(0.004))
            setBack(m_desks[static_cast<size_t>(upTo(static_cast<int>(m_desks.size()) - 1))]);
        if (!m_terms.capacity && happens(0.003))
            restore();
    }
    for (Desk& desk : m_desks)
        if (desk.used > 0)
            desk.days.insert(desk.days.begin(), {today(), desk.used});
}

void Simulation::setLine(Desk& desk, bool hasLine) {
    desk.cameBack = desk.cameBack || (hasLine && !desk.hasLine);
    desk.hasLine = hasLine;
}

void Simulation::night() {
    for (Desk& desk : m_desks) {
        if (desk.days.size() > 10)
            desk.days.resize(10);
        if (desk.hasLine)
            talk(desk);
    }
    m_now = m_now.addSecs(qint64(16) * 3600);
    // What ended with the day, the month or the year, once its desks had their say.
    for (auto& [year, run] : m_keeper.runs)
        keep(run, run.run.writeOffUnused(unusedWords, m_now));
    for (Desk& desk : m_desks)
        giveBack(desk, false);
    if (!m_told) {
        m_copy = m_keeper;
        m_lostSinceCopy = false;
    }
    m_deskCopies.clear();
    for (const Desk& desk : m_desks)
        m_deskCopies.push_back({desk.leases, desk.volumes, desk.log.size()});
}

void Simulation::serve(Desk& desk) {
    NumbersInHand hand(desk.id, desk.volumes, desk.leases, m_terms.orderOfDates);
    if (desk.hasLine && (hand.drawn(book, m_now) == 0 || happens(0.3)))
        talk(desk);
    hand = NumbersInHand(desk.id, desk.volumes, desk.leases, m_terms.orderOfDates);
    // What hour and day stand beside the number is known only once it is taken.
    const auto next = hand.next(book, m_now);
    if (!next) {
        ++m_sum.unserved;
        return;
    }
    if (hand.take(*next))
        desk.leases = hand.leases();
    give(desk, *next);
}

void Simulation::give(Desk& desk, const NumberInHand& number) {
    const int year = today().year();
    ++m_sum.papers;
    ++desk.used;
    if (!m_papers[year].insert(number.number).second)
        note(m_sum.doubled, QStringLiteral("desk %1 doubles %2").arg(nameOf(desk.id)).arg(number.number));
    m_surePapers[year].insert(number.number);
    m_ofDesk[desk.id].emplace_back(year, number.number);
    desk.log.push_back({Word::Kind::Row, number.volume, {number.number, number.number}, today(), year});
}

void Simulation::giveBack(Desk& desk, bool all) {
    for (const NumbersBack& back : NumbersInHand(desk.id, desk.volumes, desk.leases, m_terms.orderOfDates).due(m_now, all))
        for (const NumberRange& range : back.ranges) {
            const auto its = std::find_if(desk.volumes.begin(), desk.volumes.end(), [&](const NumberVolume& one) { return one.id == back.volume; });
            desk.log.push_back({Word::Kind::Back, back.volume, range, today(), its->year});
            for (HeldLease& lease : desk.leases)
                if (lease.volume == back.volume)
                    lease.giveBack(range);
        }
    std::erase_if(desk.leases, [](const HeldLease& lease) { return !lease.isLive(); });
}

void Simulation::talk(Desk& desk, bool surely) {
    size_t& mark = m_keeper.marks[desk.id];
    while (mark < desk.log.size()) {
        if (!surely && happens(0.02))
            return;
        take(desk.id, desk.log[mark]);
        ++mark;
    }
    if (!surely && happens(0.02))
        return;
    if (m_told) {
        tell(desk);
        return;
    }
    if (surely)
        return hear(desk);
    // What was left of a run that was used without a line goes back, and is given out first.
    if (desk.cameBack) {
        giveBack(desk, true);
        desk.cameBack = false;
        return talk(desk);
    }
    const NumbersInHand hand(desk.id, desk.volumes, desk.leases, m_terms.orderOfDates);
    const int drawn = hand.drawn(book, m_now);
    if (drawn == 0)
        ask(desk, LeaseUse::Draw, 1 + upTo(2));
    const int size = leaseSize(desk.days, today(), firstLease);
    if (wantsMore(hand.left(book, m_now) - drawn, size))
        ask(desk, LeaseUse::Run, size);
    // The answer may be lost on the way: what was given then comes with the next one.
    if (!happens(0.05))
        hear(desk);
}

void Simulation::ask(Desk& desk, LeaseUse use, int count) {
    if (!runOf(today().year()).run.grant({desk.id, use, count}, m_now))
        note(m_sum.refused, QStringLiteral("a wish of desk %1").arg(nameOf(desk.id)));
}

/// What the keeper has as open at the desk, without what the desk has written since and not sent.
void Simulation::hear(Desk& desk) {
    for (const auto& [year, run] : m_keeper.runs) {
        for (const NumberVolume& one : run.run.volumes())
            if (std::none_of(desk.volumes.begin(), desk.volumes.end(), [&](const NumberVolume& known) { return known.id == one.id; }))
                desk.volumes.push_back(one);
        for (const HeldLease& lease : run.run.leases())
            if (lease.holder == desk.id && lease.isLive() &&
                std::none_of(desk.leases.begin(), desk.leases.end(), [&](const HeldLease& known) { return known.id == lease.id; })) {
                desk.leases.push_back(lease);
                for (size_t i = m_keeper.marks[desk.id]; i < desk.log.size(); ++i)
                    if (desk.log[i].volume == lease.volume)
                        cut(desk.leases.back().open, desk.log[i].range);
            }
    }
    std::erase_if(desk.leases, [](const HeldLease& lease) { return !lease.isLive(); });
}

void Simulation::keep(Run& run, const NumberRun::Settled& settled) {
    run.off.insert(run.off.end(), settled.off.begin(), settled.off.end());
}

void Simulation::take(const StationId& desk, const Word& word) {
    if (word.kind == Word::Kind::AllOff) {
        for (auto& [year, run] : m_keeper.runs)
            keep(run, run.run.writeOffAll(desk, QStringLiteral("set back"), m_now));
        return;
    }
    Run& run = runOf(word.year);
    if (word.kind == Word::Kind::Back) {
        keep(run, run.run.giveBack(desk, word.volume, word.range, unusedWords, m_now));
        return;
    }
    const int number = word.range.first;
    // Also one of its own that it gave back and was leased anew after the copy was made.
    if (const HeldLease* own = leaseOf(run.run.leases(), word.volume, desk, number); m_told && !(own && holds(own->open, number)))
        run.run.takeOver({{}, word.volume, desk, number, number, LeaseUse::Run, m_now, QDate(word.year, word.day.month(), 1)}, *m_told, m_now);
    const auto may = mayGive(leaseOf(run.run.leases(), word.volume, desk, number), number, word.day);
    if (!may || !run.run.take(desk, word.volume, number) || !run.taken[word.volume].insert(number).second)
        note(m_sum.refused, QStringLiteral("%1 of desk %2: %3").arg(number).arg(nameOf(desk), may ? QString() : may.error().code));
}

void Simulation::tell(Desk& desk) {
    for (const HeldLease& lease : desk.leases)
        for (auto& [year, run] : m_keeper.runs)
            for (const NumberRange& range : lease.open) {
                NumberLease claimed = lease;
                claimed.first = range.first;
                claimed.last = range.last;
                run.run.takeOver(claimed, *m_told, m_now);
            }
    m_told->insert(desk.id);
    endRest();
}

void Simulation::endRest() {
    if (!m_told || !std::all_of(m_desks.begin(), m_desks.end(), [&](const Desk& desk) { return m_told->contains(desk.id); }))
        return;
    for (auto& [year, run] : m_keeper.runs)
        keep(run, run.run.restored(QStringLiteral("restored"), m_now, m_lostSinceCopy ? mostSinceCopy : 0));
    m_told.reset();
    m_lostSinceCopy = false;
    // Leases are told anew with other ids: a desk keeps what the keeper has as its own.
    for (Desk& desk : m_desks) {
        desk.leases.clear();
        hear(desk);
    }
}

/// Its disk is gone; another desk comes in its place.
void Simulation::lose(Desk& desk) {
    ++m_sum.lost;
    m_lostSinceCopy = true;
    const size_t sent = m_keeper.marks[desk.id];
    const size_t unsent = desk.log.size() - std::min(sent, desk.log.size());
    for (const auto& [year, number] : m_ofDesk[desk.id])
        if (unsent > 0 || m_told)
            m_surePapers[year].erase(number);
    for (auto& [year, run] : m_keeper.runs)
        keep(run, run.run.writeOffAll(desk.id, QStringLiteral("lost"), m_now));
    m_keeper.gone.insert(desk.id);
    const size_t place = static_cast<size_t>(&desk - m_desks.data());
    desk = {test::desk(QChar(static_cast<char16_t>(u'A' + m_nextDesk++))), {}, {}, {}, {}};
    m_deskCopies[place] = {};
}

/// Its data are yesterday's: what it wrote since and had not sent is gone. It gives nothing of what it holds any more.
void Simulation::setBack(Desk& desk) {
    if (m_told)
        return;
    ++m_sum.setBack;
    const DeskCopy& copy = m_deskCopies[static_cast<size_t>(&desk - m_desks.data())];
    const size_t kept = std::max(copy.log, m_keeper.marks[desk.id]);
    for (size_t i = kept; i < desk.log.size(); ++i)
        if (desk.log[i].kind == Word::Kind::Row)
            m_surePapers[desk.log[i].year].erase(desk.log[i].range.first);
    if (kept < desk.log.size())
        desk.log.resize(kept);
    m_lostSinceCopy = true;
    desk.leases.clear();
    desk.log.push_back({Word::Kind::AllOff, {}, {}, today(), today().year()});
}

void Simulation::restore() {
    if (m_told)
        return;
    ++m_sum.restored;
    // Whoever was lost since, and was told to be lost, is told again.
    const std::set<StationId> gone = m_keeper.gone;
    for (const StationId& one : gone)
        if (!m_copy.gone.contains(one))
            for (const auto& [year, number] : m_ofDesk[one])
                m_surePapers[year].erase(number);
    m_keeper = m_copy;
    m_keeper.gone = gone;
    for (auto& [year, run] : m_keeper.runs)
        for (const StationId& one : gone)
            keep(run, run.run.writeOffAll(one, QStringLiteral("lost"), m_now));
    m_told.emplace();
}

void Simulation::close(int year) {
    Run& run = runOf(year);
    std::vector<NumberVolume> volumes = run.run.volumes();
    for (NumberVolume& one : volumes) {
        if (!run.run.mayClose(one.id))
            note(m_sum.faults, QStringLiteral("%1 numbers open at the end of %2").arg(run.run.open(one.id)).arg(year));
        keep(run, run.run.writeOffFree(one.id, unusedWords, m_now));
        one.closed = true;
    }
    std::set<int> rows;
    for (const auto& [id, numbers] : run.taken)
        rows.insert(numbers.begin(), numbers.end());
    for (const int number : m_surePapers[year])
        if (!rows.contains(number))
            note(m_sum.missing, QStringLiteral("no row of %1 in %2").arg(number).arg(year));
    const RunProof proof = provesOneRun({volumes, run.run.leases(), run.off, run.taken, 0});
    m_sum.writtenOff += proof.writtenOff;
    for (const RunFault& fault : proof.faults)
        note(m_sum.faults, QStringLiteral("fault %1 of %2 in %3").arg(static_cast<int>(fault.kind)).arg(fault.number).arg(year));
}

}
