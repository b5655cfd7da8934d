#include "app/counter/NumberDesk.h"

#include "app/base/Logging.h"

#include <algorithm>

namespace motcua::counter {

using domain::HeldLease;
using domain::LeaseUse;

namespace {

constexpr int lookEvery = 60'000;
constexpr int restEvery = 3'000;
/// Milliseconds: what one key does is looked at once.
constexpr int lookAfter = 30;
/// Fetched ahead with a line: so many that a few keys in a row need not wait for it.
constexpr int fetchedAhead = 4;
constexpr int fetchFrom = 2;
/// What stays here of a stretch that goes back, until another is here.
constexpr int bridge = 5;
constexpr qint64 giveBackEvery = 600;
constexpr int firstOfBook = 60;
constexpr int firstOfSlips = 30;
/// On 31 December, Viet Nam's time: from when on only what may still be used of a book is asked for, and from when on nothing, and all goes back, so
/// that the year can be closed on its day (NĐ 23/2015/NĐ-CP, Điều 13 khoản 1).
const QTime fewFrom(15, 0);
const QTime backFrom(16, 30);
/// The first version whose readers know of leases.
constexpr int readsLeases = 5;
/// Seconds. The platform's clock and this one pass midnight up to clockTolerance apart, and an answer is under way for a moment: so long before and
/// after it, what is of the other month or day is kept.
constexpr qint64 aroundMidnight = 2 * std::chrono::seconds(base::clockTolerance).count();
constexpr int longestWait = 64; // minutes
constexpr qint64 millisecondsInMinute = 60'000;

/// What is over by this clock, and by one that is a little behind or ahead of it.
std::vector<domain::NumbersBack> surelyOver(const domain::NumbersInHand& hand, const QDateTime& now) {
    std::vector<domain::NumbersBack> over = hand.due(now);
    for (const qint64 seconds : {-aroundMidnight, aroundMidnight}) {
        const std::vector<domain::NumbersBack> then = hand.due(now.addSecs(seconds));
        for (domain::NumbersBack& one : over) {
            domain::NumberRanges kept = one.ranges;
            for (const domain::NumbersBack& each : then)
                if (each.volume == one.volume)
                    for (const domain::NumberRange& range : each.ranges)
                        domain::cut(kept, range);
            for (const domain::NumberRange& range : kept)
                domain::cut(one.ranges, range);
        }
    }
    std::erase_if(over, [](const domain::NumbersBack& one) { return one.ranges.empty(); });
    return over;
}

}

NumberDesk::NumberDesk(const Ports& ports, const Desk& desk, CommandRunner& runner) : m_ports(ports), m_desk(desk), m_runner(runner) {
    m_again.setInterval(lookEvery);
    connect(&m_again, &QTimer::timeout, this, [this] {
        m_refused.clear();
        m_uses.clear();
        m_again.setInterval(lookEvery);
        // Other desks may have begun to take numbers, or have none any more.
        if (!m_isAsking && (m_rests || (m_desk.isOccupied() && hasLine())))
            ask();
        look();
    });
    m_again.start();
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &NumberDesk::look);
    connect(&m_ports.sync, &engine::Service::numbersAnswered, this, &NumberDesk::answered);
    connect(&m_ports.sync, &engine::Service::statusChanged, this, [this, line = engine::Line::Unknown](const engine::Status& status) mutable {
        if (status.line == line)
            return;
        m_lineCameBack = m_lineCameBack || (line == engine::Line::Down && status.line == engine::Line::Up);
        line = status.line;
        look();
    });
    connect(&m_desk, &Desk::accountChanged, this, &NumberDesk::look);
    m_runner.setOpenElsewhere([this](const domain::Volume& volume) {
        const protocol::RunStanding* run = runOf(volume.symbol);
        int count = 0;
        if (run && run->year == volume.year)
            for (const protocol::DeskNumbers& each : run->desks)
                if (each.station != m_desk.station().toString())
                    count += each.left + each.kit;
        return count;
    });
}

const NumbersLeft* NumberDesk::leftOf(const QString& symbol) const {
    const auto found = std::find_if(m_left.begin(), m_left.end(), [&](const NumbersLeft& each) { return each.symbol == symbol; });
    return found == m_left.end() ? nullptr : &*found;
}

const protocol::RunStanding* NumberDesk::runOf(const QString& symbol) const {
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [&](const protocol::RunStanding& run) { return run.symbol == symbol; });
    return found == m_runs.end() ? nullptr : &*found;
}

/// No other desk may give numbers of it, as far as is known here.
bool NumberDesk::isAlone(const QString& symbol) const {
    const protocol::RunStanding* run = runOf(symbol);
    return !run || std::all_of(run->desks.begin(), run->desks.end(),
                       [&](const protocol::DeskNumbers& each) { return each.station == m_desk.station().toString() || each.left + each.kit == 0; });
}

void NumberDesk::setPeople(const QStringList& logins) {
    m_people = logins;
    look();
}

int NumberDesk::rolesHere() const {
    int roles = m_desk.account().roles;
    for (const domain::Account& account : m_ports.archive.accounts())
        if (account.active && m_people.contains(account.login))
            roles |= account.roles;
    return roles;
}

/// Whether anybody who works here signs what stands in the book.
bool NumberDesk::signsHere(const QString& symbol) const {
    const domain::JobKind* kind = m_desk.jobs().ofBook(symbol);
    const int signers = kind && kind->signers != 0 ? kind->signers : static_cast<int>(domain::Role::Supervisor);
    return (rolesHere() & signers) != 0;
}

/// Whether anybody who works here gives numbers of it, or did. A clerk takes one where a row is spoiled and written again.
bool NumberDesk::takes(const QString& symbol) const {
    if (!useOf(symbol).empty())
        return true;
    if (domain::isSlipSeries(symbol))
        return (rolesHere() & (static_cast<int>(domain::Role::Clerk) | static_cast<int>(domain::Role::Supervisor))) != 0;
    const bool isWritten =
        std::any_of(m_books.begin(), m_books.end(), [&](const domain::Volume& volume) { return volume.symbol == symbol && volume.total() > 0; });
    return signsHere(symbol) || (isWritten && (rolesHere() & static_cast<int>(domain::Role::Clerk)) != 0);
}

void NumberDesk::readBooks() {
    m_books.clear();
    auto volumes = m_ports.archive.volumes();
    if (!volumes)
        return;
    const int year = m_desk.today().year();
    std::erase_if(*volumes, [&](const domain::Volume& volume) { return !volume.isUnits() || volume.closed || volume.year != year; });
    std::sort(volumes->begin(), volumes->end(), [](const domain::Volume& a, const domain::Volume& b) {
        return std::tuple(domain::isSlipSeries(a.symbol), a.kind, a.symbol, -a.ordinal) <
               std::tuple(domain::isSlipSeries(b.symbol), b.kind, b.symbol, -b.ordinal);
    });
    m_books = std::move(*volumes);
}

const std::vector<domain::DayUse>& NumberDesk::useOf(const QString& symbol) const {
    const auto [use, isNew] = m_uses.try_emplace(symbol);
    if (isNew)
        for (const domain::Volume& volume : m_books)
            if (volume.symbol == symbol && use->second.empty())
                use->second = m_ports.archive.numberUse(volume.id).value_or(std::vector<domain::DayUse>());
    return use->second;
}

int NumberDesk::sizeFor(const QString& symbol) const {
    const domain::UnitSettings& settings = m_desk.settings();
    const int first = domain::isSlipSeries(symbol) ? settings.firstSlips.value_or(firstOfSlips)
                      : signsHere(symbol)          ? settings.firstLease.value_or(firstOfBook)
                                                   : domain::leastLease;
    std::vector<domain::DayUse> days = useOf(symbol);
    // Today is not over.
    std::erase_if(days, [&](const domain::DayUse& day) { return day.day >= m_desk.today(); });
    return domain::leaseSize(days, m_desk.today(), first);
}

int NumberDesk::usedByDay(const QString& symbol) const {
    int most = 0;
    for (const domain::DayUse& day : useOf(symbol))
        most = std::max(most, day.used);
    return most;
}

void NumberDesk::tell(const domain::NumbersInHand& hand) {
    std::vector<NumbersLeft> left;
    for (const domain::Volume& volume : m_books) {
        if (!left.empty() && left.back().symbol == volume.symbol)
            continue;
        const auto next = hand.next(volume.symbol, m_desk.now());
        const int used = usedByDay(volume.symbol);
        NumbersLeft one{volume.symbol, volume.year, hand.left(volume.symbol, m_desk.now()), next ? next->number : 0,
            hand.runsOut(volume.symbol, m_desk.now(), used), false};
        const bool isMonthOver = !hasLine() && m_desk.today().addDays(2).month() != m_desk.today().month();
        one.few = one.left == 0 || isMonthOver || (used > 0 && one.left / used <= 1);
        left.push_back(one);
    }
    m_left = std::move(left);
    emit changed();
}

bool NumberDesk::isYearsEnd(const QString& symbol, const QTime& from) const {
    const QDateTime now = base::toVietnamTime(m_desk.now());
    return !domain::isSlipSeries(symbol) && now.date().month() == 12 && now.date().day() == 31 && now.time() >= from;
}

/// While other desks take numbers too, what was leased for when there is no line goes back once there is one again and some of it was used, or the
/// day is over: what comes back is given first.
bool NumberDesk::isStale(const HeldLease& lease) const {
    if (lease.use == LeaseUse::Kit || !lease.isLive())
        return false;
    const bool wasUsed = domain::countOf(lease.open) + domain::countOf(lease.back) + domain::countOf(lease.off) < lease.range().count();
    const QDate day = base::toVietnamTime(m_desk.now().addSecs(-aroundMidnight)).date();
    return base::toVietnamTime(lease.given).date() < day || (m_lineCameBack && lease.use == LeaseUse::Run && wasUsed);
}

std::vector<domain::NumbersBack> NumberDesk::due(const domain::NumbersInHand& hand) {
    std::vector<domain::NumbersBack> back = surelyOver(hand, m_desk.now());
    const bool isEarly = m_gaveBack.isValid() && m_gaveBack.secsTo(m_desk.now()) < giveBackEvery;
    if (!hasLine() || isEarly || m_rests)
        return back;
    for (const domain::Volume& volume : m_books) {
        const bool isEnd = isYearsEnd(volume.symbol, backFrom);
        if (isAlone(volume.symbol) && !isEnd)
            continue;
        domain::NumberRanges stale;
        for (const HeldLease& lease : hand.leases())
            if (lease.volume == volume.id && lease.isOf(m_desk.today()) && lease.use != LeaseUse::Kit && (isEnd || isStale(lease)))
                for (const domain::NumberRange& range : lease.open)
                    domain::put(stale, range);
        const int keeps = isEnd ? 0 : bridge;
        if (domain::countOf(stale) <= keeps)
            continue;
        for (int kept = 0; kept < keeps; ++kept)
            domain::cut(stale, {stale.front().first, stale.front().first});
        auto one = std::find_if(back.begin(), back.end(), [&](const domain::NumbersBack& each) { return each.volume == volume.id; });
        if (one == back.end())
            one = back.insert(one, {volume.id, {}});
        for (const domain::NumberRange& range : stale)
            domain::put(one->ranges, range);
        m_gaveBack = m_desk.now();
    }
    m_lineCameBack = false;
    return back;
}

bool NumberDesk::isFor(const HeldLease& lease, const QString& symbol) const {
    return std::any_of(
        m_books.begin(), m_books.end(), [&](const domain::Volume& volume) { return volume.id == lease.volume && volume.symbol == symbol; });
}

/// A draw is given first on its day alone.
bool NumberDesk::isGoodToday(const HeldLease& lease) const {
    const bool isOfTheDay = lease.use == LeaseUse::Draw || m_desk.settings().orderOfDates.value_or(false);
    return lease.isOf(m_desk.today()) && (!isOfTheDay || base::toVietnamTime(lease.given).date() == m_desk.today());
}

void NumberDesk::noteGranted(const domain::NumbersInHand& hand) {
    for (auto run = m_wished.begin(); run != m_wished.end();) {
        const HeldLease* granted = nullptr;
        for (const HeldLease& lease : hand.leases())
            if (!m_known.contains(lease.id) && lease.use == run->second && isFor(lease, run->first) && (!granted || isGoodToday(lease)))
                granted = &lease;
        if (!granted) {
            ++run;
            continue;
        }
        if (isGoodToday(*granted)) {
            m_unfit.erase(*run);
        } else {
            Unfit& unfit = m_unfit[*run];
            unfit.lease = granted->id;
            unfit.minutes = std::clamp(2 * unfit.minutes, 1, longestWait);
            unfit.until = m_ports.clock.monotonic() + unfit.minutes * millisecondsInMinute;
        }
        run = m_wished.erase(run);
    }
    m_known.clear();
    for (const HeldLease& lease : hand.leases())
        m_known.insert(lease.id);
}

bool NumberDesk::mayWish(const QString& symbol, LeaseUse use, const domain::NumbersInHand& hand) const {
    const auto unfit = m_unfit.find({symbol, use});
    if (unfit == m_unfit.end())
        return true;
    // Kept for its own month, or its own day in the order of dates; a draw of another day is one of the others.
    const bool isKept = use == LeaseUse::Run && std::any_of(hand.leases().begin(), hand.leases().end(),
                                                    [&](const HeldLease& lease) { return lease.id == unfit->second.lease && !isGoodToday(lease); });
    return !isKept && m_ports.clock.monotonic() >= unfit->second.until;
}

std::vector<protocol::NumberWish> NumberDesk::wishes(const domain::NumbersInHand& hand) const {
    std::vector<protocol::NumberWish> draws;
    std::vector<protocol::NumberWish> stretches;
    for (const NumbersLeft& one : m_left) {
        if (m_refused.contains(one.symbol) || !takes(one.symbol) || isYearsEnd(one.symbol, backFrom))
            continue;
        const int drawn = hand.drawn(one.symbol, m_desk.now());
        if (!isAlone(one.symbol) && one.left == drawn && drawn <= fetchFrom && mayWish(one.symbol, LeaseUse::Draw, hand))
            draws.push_back({one.symbol, one.year, static_cast<int>(LeaseUse::Draw), fetchedAhead - drawn});
        const int size = isYearsEnd(one.symbol, fewFrom) ? domain::leastLease : sizeFor(one.symbol);
        if (domain::wantsMore(one.left - drawn, size) && mayWish(one.symbol, LeaseUse::Run, hand))
            stretches.push_back({one.symbol, one.year, static_cast<int>(LeaseUse::Run), size - (one.left - drawn)});
    }
    // Those fetched ahead first: they are lower than the stretch.
    draws.insert(draws.end(), stretches.begin(), stretches.end());
    return draws;
}

void NumberDesk::send(const std::vector<protocol::NumberWish>& wishes) {
    constexpr size_t mostWishes = 20;
    m_isAsking = true;
    m_wished.clear();
    for (const protocol::NumberWish& wish : wishes)
        m_wished.emplace(wish.symbol, static_cast<LeaseUse>(wish.use));
    m_ports.sync.askNumbers({wishes.begin(), wishes.begin() + static_cast<qsizetype>(std::min(wishes.size(), mostWishes))});
}

void NumberDesk::ask() {
    if (hasOneRun())
        send({});
}

void NumberDesk::lookSoon() {
    if (!m_soon.isActive())
        m_soon.start(lookAfter);
}

void NumberDesk::look() {
    if (m_isLooking)
        return;
    m_isLooking = true;
    readBooks();
    const auto reads = m_ports.exchange.readVersions();
    auto hand = m_runner.numbersInHand();
    const bool isUnderstood = reads && reads->platform >= readsLeases;
    // That it asks tells the keeper that this desk knows of leases: the unit may be carried over once all do.
    if (!hasOneRun() && isUnderstood && !m_isAsking && !m_toldAt.isValid())
        send({});
    // What is left of a year that is over goes back as well.
    if (isUnderstood && hand && (hasOneRun() || !hand->leases().empty())) {
        noteGranted(*hand);
        // By a clock that is not believed nobody knows which numbers are good, and what does not go back is not made more.
        bool mayAskForMore = m_runner.checkClock().has_value();
        if (const auto back = due(*hand); !back.empty()) {
            if (const auto given = m_runner.giveBack(back); !given) {
                qCWarning(base::lcCounter).noquote() << "numbers not given back:" << given.error().toLogLine();
                mayAskForMore = false;
            }
            hand = m_runner.numbersInHand();
        }
        if (hand) {
            tell(*hand);
            if (!m_isAsking && !m_rests) {
                const auto wanted = m_toldAt.isValid() && mayAskForMore ? wishes(*hand) : std::vector<protocol::NumberWish>();
                if (!wanted.empty() || !m_toldAt.isValid())
                    send(wanted);
            }
        }
    }
    m_isLooking = false;
}

void NumberDesk::answered(const protocol::LeaseAnswer& answer) {
    m_isAsking = false;
    m_rests = answer.rests;
    if (!answer.runs.empty())
        m_runs = answer.runs;
    m_toldAt = m_desk.now();
    for (const protocol::WishRefused& refused : answer.refused) {
        qCInfo(base::lcCounter).noquote() << "no numbers of" << refused.symbol << refused.code;
        m_refused << refused.symbol;
    }
    m_again.start(m_rests ? restEvery : lookEvery);
    look();
}

}
