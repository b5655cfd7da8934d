// Who keeps the unit's books leases each number to one desk, whatever program asks, and after data were restored gives none before every desk has
// said what it holds.

#include "app/domain/EventCodec.h"
#include "sync/gateway/publish/BookKeeper.h"
#include "sync/gateway/publish/CarryOver.h"
#include "sync/gateway/publish/HeldRun.h"
#include "sync/gateway/publish/Stations.h"
#include "sync/gateway/store/BookTable.h"
#include "sync/gateway/store/StationTable.h"
#include "tests/support/counter/ManualClock.h"
#include "tests/support/gateway/NewSigner.h"
#include "tests/unit/domain/numbers/NumberWords.h"
#include "tests/unit/gateway/PlatformStoreTest.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <limits>
#include <set>
#include <thread>

using namespace motcua;
using gateway::BookKeeper;
using gateway::HeldRun;
using gateway::Tables;

class tst_BookKeeper : public test::PlatformStoreTest {
    Q_OBJECT

private slots:
    void aWishIsGrantedToWhoAsks();
    void aWishThatCannotBeGrantedLetsTheOthersBe_data();
    void aWishThatCannotBeGrantedLetsTheOthersBe();
    void nobodyHoardsNumbers();
    void twoProgramsNeverGiveOneNumber();
    void whatCameBackIsGivenFirstInItsMonth();
    void whatNobodyUsedIsWrittenOff();
    void aLostDesksNumbersAreWrittenOff();
    void aFullVolumeIsFollowedByTheNext();
    void restsUntilAllHaveTold_data();
    void restsUntilAllHaveTold();
    void aDesksWordAloneMovesNothing_data();
    void aDesksWordAloneMovesNothing();
    void whatWasWrittenOffMeanwhileStaysSo();
    void theTechnicianSpeaksForALostDesk();
    void aUnitIsCarriedOver();
    void aBookThatIsNotThereIsNotCarriedOver();

private:
    static constexpr char16_t book[] = u"SCT/BS";
    gateway::RunKey key() const { return {desk.unit, QString::fromUtf16(book), 2026}; }
    static protocol::NumberWish wish(int count, domain::LeaseUse use = domain::LeaseUse::Run) {
        return {QString::fromUtf16(book), 2026, static_cast<int>(use), count};
    }
    /// Opens the run and enrols both desks.
    bool open(std::optional<int> capacity = {});
    protocol::LeaseAnswer ask(const gateway::Peer& peer, const protocol::LeaseQuestion& question) {
        gateway::FeedBell bell(*m_first, 4);
        return BookKeeper({*m_first, m_signer, m_clock, bell}).ask(peer, question).value_or(protocol::LeaseAnswer());
    }
    /// "1-3 5": what is open to the desk.
    static QString held(const protocol::LeaseAnswer& answer) {
        domain::NumberRanges open;
        for (const QJsonValue& lease : answer.leases)
            for (const domain::NumberRange& range : base::fromJson<domain::HeldLease>(lease.toObject()).open)
                domain::put(open, range);
        return domain::test::inWords(open);
    }
    bool giveBack(const gateway::Peer& peer, domain::NumberRange range);
    QString writtenOff() const;
    QStringList kindsFor(const gateway::Peer& peer) const;
    /// What a desk would claim that was leased after the copy was made.
    QJsonArray claimed(const gateway::Peer& peer, domain::NumberRange range) const;
    domain::VolumeId volume() const;

    test::ManualClock m_clock;
    protocol::MarkSigner m_signer = test::newMarkSigner();
};

bool tst_BookKeeper::open(std::optional<int> capacity) {
    return m_first
        ->write([&](Tables& tables) -> base::Outcome {
            for (const gateway::Peer& peer : {desk, colleague})
                if (const auto done = tables.stations().enrol(peer.key, {{}, "certificate", 1}); !done)
                    return base::fail(done.error());
            if (auto set = tables.leases().setOneRun(desk.unit); !set)
                return set;
            if (const auto opened = gateway::openRun(tables, key(), 1, m_clock.now()); !opened || !*opened)
                return base::fail(QStringLiteral("test.not-opened"));
            auto first = tables.books().volumesOfRuns(desk.unit);
            if (!first || first->size() != 1)
                return base::fail(QStringLiteral("test.not-opened"));
            first->front().capacity = capacity;
            return tables.books().changeVolume(first->front());
        })
        .has_value();
}

domain::VolumeId tst_BookKeeper::volume() const {
    const auto volumes = m_first->read([&](const Tables& tables) { return tables.books().volumesOfRuns(desk.unit); });
    return volumes && !volumes->empty() ? volumes->front().id : domain::VolumeId();
}

bool tst_BookKeeper::giveBack(const gateway::Peer& peer, domain::NumberRange range) {
    return m_first
        ->write([&, own = volume()](Tables& tables) -> base::Outcome {
            auto run = HeldRun::of(tables, key());
            if (!run || !*run)
                return base::fail(QStringLiteral("test.no-run"));
            const auto settled = (*run)->run().giveBack(domain::StationId(peer.id), own, range, (*run)->reasonUnused(), m_clock.now());
            return (*run)->keep(tables, settled);
        })
        .has_value();
}

QString tst_BookKeeper::writtenOff() const {
    domain::NumberRanges all;
    const auto off = m_first->read([own = volume()](const Tables& tables) { return tables.leases().writtenOff(own); });
    for (const domain::NumbersOff& each : off.value_or(std::vector<domain::NumbersOff>()))
        domain::put(all, each.range());
    return domain::test::inWords(all);
}

QStringList tst_BookKeeper::kindsFor(const gateway::Peer& peer) const {
    QStringList kinds;
    const auto read = m_first->read([&](const Tables& tables) {
        return tables.feed().each({peer, 0, 100, domain::newestRecordVersion}, [&](const gateway::FeedEntry& entry) -> base::Result<bool> {
            if (const auto* item = std::get_if<gateway::FeedEntry::Item>(&entry.content))
                kinds << QString::fromLatin1(item->kind);
            return true;
        });
    });
    return read ? kinds : QStringList{QStringLiteral("failed")};
}

QJsonArray tst_BookKeeper::claimed(const gateway::Peer& peer, domain::NumberRange range) const {
    domain::NumberLease lease{domain::LeaseId::make(7), volume(), domain::StationId(peer.id), range.first, range.last, domain::LeaseUse::Run,
        m_clock.now(), QDate(2026, 11, 1)};
    lease.signature = QString::fromLatin1(m_signer.signVoucher(domain::signedText(lease))->toBase64());
    return {base::toJson(domain::HeldLease(lease))};
}

void tst_BookKeeper::aWishIsGrantedToWhoAsks() {
    QVERIFY(open());
    const auto one = ask(desk, {{wish(3)}, {}, {}});
    QCOMPARE(held(one), QStringLiteral("1-3"));
    QVERIFY(one.refused.empty() && !one.rests && one.runs.empty());
    QCOMPARE(held(ask(colleague, {{wish(1, domain::LeaseUse::Draw), wish(2, domain::LeaseUse::Kit)}, {}, {}})), QStringLiteral("4-6"));
    QCOMPARE(held(ask(desk, {})), QStringLiteral("1-3"));
    // The holder alone hears of its lease.
    QCOMPARE(kindsFor(desk).count(QStringLiteral("lease")), 1);
    QCOMPARE(kindsFor(colleague).count(QStringLiteral("lease")), 2);
    const auto standing = ask(desk, {}).runs;
    QCOMPARE(standing.size(), size_t(1));
    QCOMPARE(standing.front().next, 7);
    QCOMPARE(standing.front().open, 6);
    QCOMPARE(standing.front().desks.size(), size_t(2));
    QCOMPARE(standing.front().desks.back().left, 1);
    QCOMPARE(standing.front().desks.back().kit, 2);
}

void tst_BookKeeper::aWishThatCannotBeGrantedLetsTheOthersBe_data() {
    QTest::addColumn<QString>("symbol");
    QTest::addColumn<int>("year");
    QTest::addColumn<int>("use");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("code");
    const QString right = QString::fromUtf16(book);
    QTest::newRow("a book that the unit has not") << "SCT/XX" << 2026 << 1 << 1 << "book.no-open-volume";
    QTest::newRow("another year") << right << 2027 << 1 << 1 << "book.no-open-volume";
    QTest::newRow("none") << right << 2026 << 1 << 0 << "book.wish-wrong";
    QTest::newRow("below none") << right << 2026 << 1 << -5 << "book.wish-wrong";
    QTest::newRow("too many") << right << 2026 << 1 << 1001 << "book.wish-wrong";
    QTest::newRow("more than can be counted") << right << 2026 << 1 << std::numeric_limits<int>::max() << "book.wish-wrong";
    QTest::newRow("for no use") << right << 2026 << 3 << 1 << "book.wish-wrong";
}

void tst_BookKeeper::aWishThatCannotBeGrantedLetsTheOthersBe() {
    QFETCH(QString, symbol);
    QFETCH(int, year);
    QFETCH(int, use);
    QFETCH(int, count);
    QFETCH(QString, code);
    QVERIFY(open());
    const auto answer = ask(desk, {{{symbol, year, use, count}, wish(1)}, {}, {}});
    QCOMPARE(answer.refused.size(), size_t(1));
    QCOMPARE(answer.refused.front().code, code);
    QCOMPARE(held(answer), QStringLiteral("1"));
}

void tst_BookKeeper::nobodyHoardsNumbers() {
    QVERIFY(open());
    const auto answer = ask(desk, {{wish(1000), wish(1000), wish(1)}, {}, {}});
    QCOMPARE(held(answer), QStringLiteral("1-2000"));
    QCOMPARE(answer.refused.front().code, QStringLiteral("book.wish-wrong"));
    protocol::LeaseQuestion many;
    many.wishes.assign(21, wish(1));
    gateway::FeedBell bell(*m_first, 4);
    const auto refused = BookKeeper({*m_first, m_signer, m_clock, bell}).ask(desk, many);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("request.malformed"));
}

void tst_BookKeeper::twoProgramsNeverGiveOneNumber() {
    QVERIFY(open());
    constexpr int each = 40;
    std::vector<int> given[2];
    const auto draw = [&](gateway::PlatformStore& store, const gateway::Peer& peer, std::vector<int>& numbers) {
        gateway::FeedBell bell(store, 4);
        BookKeeper keeper({store, m_signer, m_clock, bell});
        for (int i = 0; i < each; ++i)
            if (const auto answer = keeper.ask(peer, {{wish(1, domain::LeaseUse::Draw)}, {}, {}}))
                for (const QJsonValue& lease : answer->leases)
                    numbers.push_back(lease[QLatin1String("first")].toInt());
    };
    std::thread other([&] { draw(*m_second, colleague, given[1]); });
    draw(*m_first, desk, given[0]);
    other.join();
    const std::set<int> one(given[0].begin(), given[0].end());
    const std::set<int> two(given[1].begin(), given[1].end());
    std::set<int> all = one;
    all.insert(two.begin(), two.end());
    QCOMPARE(one.size(), size_t(each));
    QCOMPARE(two.size(), size_t(each));
    QCOMPARE(all.size(), size_t(2 * each));
    QCOMPARE(*all.rbegin(), 2 * each);
}

void tst_BookKeeper::whatCameBackIsGivenFirstInItsMonth() {
    QVERIFY(open());
    QCOMPARE(held(ask(desk, {{wish(5)}, {}, {}})), QStringLiteral("1-5"));
    QVERIFY(giveBack(desk, {2, 4}));
    QCOMPARE(held(ask(colleague, {{wish(4)}, {}, {}})), QStringLiteral("2-4 6"));
    QCOMPARE(held(ask(desk, {})), QStringLiteral("1 5"));
}

void tst_BookKeeper::whatNobodyUsedIsWrittenOff() {
    QVERIFY(open());
    ask(desk, {{wish(5)}, {}, {}});
    QVERIFY(giveBack(desk, {2, 4}));
    gateway::FeedBell bell(*m_first, 4);
    BookKeeper keeper({*m_first, m_signer, m_clock, bell});
    QVERIFY(keeper.writeOffUnused());
    QCOMPARE(writtenOff(), QString());
    m_clock.set(QDate(2026, 12, 1), QTime(0, 1));
    QVERIFY(keeper.writeOffUnused());
    QCOMPARE(writtenOff(), QStringLiteral("2-4"));
    QVERIFY(keeper.writeOffUnused());
    QCOMPARE(kindsFor(colleague).count(QStringLiteral("written-off")), 1);
    const auto volumes = m_first->read([&](const Tables& tables) { return tables.books().volumesOfRuns(desk.unit); });
    QCOMPARE(volumes->front().writtenOff.value_or(0), 3);
    // Not given to anybody any more.
    QCOMPARE(held(ask(colleague, {{wish(2)}, {}, {}})), QStringLiteral("6-7"));
}

void tst_BookKeeper::aLostDesksNumbersAreWrittenOff() {
    QVERIFY(open());
    ask(desk, {{wish(5)}, {}, {}});
    ask(colleague, {{wish(2)}, {}, {}});
    gateway::Stations stations(*m_first, m_clock);
    QVERIFY(stations.revoke(desk.id));
    QCOMPARE(writtenOff(), QStringLiteral("1-5"));
    QCOMPARE(held(ask(colleague, {})), QStringLiteral("6-7"));
}

void tst_BookKeeper::aFullVolumeIsFollowedByTheNext() {
    QVERIFY(open(4));
    QCOMPARE(held(ask(desk, {{wish(6)}, {}, {}})), QStringLiteral("1-6"));
    auto volumes = m_first->read([&](const Tables& tables) { return tables.books().volumesOfRuns(desk.unit); });
    QCOMPARE(volumes->size(), size_t(2));
    std::sort(volumes->begin(), volumes->end(), [](const auto& one, const auto& other) { return one.ordinal < other.ordinal; });
    QCOMPARE(volumes->back().firstNumber, 5);
    QCOMPARE(volumes->back().label(), QStringLiteral("02/2026-SCT/BS"));
    QCOMPARE(kindsFor(colleague).count(QStringLiteral("volume")), 2);
}

void tst_BookKeeper::restsUntilAllHaveTold_data() {
    QTest::addColumn<bool>("byMark");
    QTest::newRow("what a desk holds is not known") << false;
    QTest::newRow("records that were acknowledged are not held") << true;
}

void tst_BookKeeper::restsUntilAllHaveTold() {
    QFETCH(bool, byMark);
    QVERIFY(open());
    QCOMPARE(held(ask(desk, {{wish(2)}, {}, {}})), QStringLiteral("1-2"));
    // Leased after the copy was made: 3-5 to the colleague, who lost 3 since, and 6 to the desk.
    protocol::LeaseQuestion told{{wish(1)}, claimed(colleague, {4, 5}), {}};
    if (byMark)
        told = {{wish(1)}, {}, *m_signer.sign(colleague.id, 9, QString(64, QLatin1Char('a')))};
    auto answer = ask(colleague, told);
    QVERIFY(answer.rests);
    QCOMPARE(answer.refused.front().code, QStringLiteral("book.keeper-rests"));
    QCOMPARE(held(answer), byMark ? QString() : QStringLiteral("4-5"));
    // It sent again what was lost, and only then is what it holds believed.
    if (byMark)
        QCOMPARE(held(ask(colleague, {{}, claimed(colleague, {4, 5}), {}})), QStringLiteral("4-5"));
    protocol::LeaseQuestion others{{}, claimed(desk, {1, 2}), {}};
    others.holding.append(claimed(desk, {6, 6}).first());
    answer = ask(desk, others);
    QVERIFY(!answer.rests);
    QCOMPARE(held(answer), QStringLiteral("1-2 6"));
    // What nobody knows of is nobody's.
    QCOMPARE(writtenOff(), QStringLiteral("3"));
    QCOMPARE(held(ask(colleague, {{wish(1)}, {}, {}})), QStringLiteral("4-5 7"));
}

void tst_BookKeeper::aDesksWordAloneMovesNothing_data() {
    QTest::addColumn<QString>("what");
    for (const char* what : {"no signature", "signed by another", "more than was signed for", "another's", "a mark of its own", "another's mark"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void tst_BookKeeper::aDesksWordAloneMovesNothing() {
    QFETCH(QString, what);
    QVERIFY(open());
    QCOMPARE(held(ask(desk, {{wish(5)}, {}, {}})), QStringLiteral("1-5"));
    QJsonObject claim = claimed(colleague, {1, 5}).first().toObject();
    const auto is = [&](const char* name) { return what == QLatin1String(name); };
    protocol::Mark mark;
    if (is("no signature"))
        claim.remove(QStringLiteral("signature"));
    else if (is("signed by another"))
        claim.insert(QStringLiteral("signature"),
            QString::fromLatin1(test::newMarkSigner().signVoucher(domain::signedText(base::fromJson<domain::NumberLease>(claim)))->toBase64()));
    else if (is("more than was signed for"))
        claim.insert(QStringLiteral("last"), 900);
    else if (is("another's"))
        claim = claimed(desk, {7, 8}).first().toObject();
    else
        mark = is("another's mark") ? *m_signer.sign(desk.id, 9, QString(64, QLatin1Char('a')))
                                    : protocol::Mark{9, QString(64, QLatin1Char('a')), QStringLiteral("AAAA")};
    QVERIFY(!ask(colleague, {{}, mark.seq > 0 ? QJsonArray() : QJsonArray{claim}, mark}).rests);
    QCOMPARE(held(ask(desk, {})), QStringLiteral("1-5"));
    QCOMPARE(held(ask(colleague, {{wish(1)}, {}, {}})), QStringLiteral("6"));
}

void tst_BookKeeper::whatWasWrittenOffMeanwhileStaysSo() {
    QVERIFY(open());
    ask(desk, {{wish(2)}, {}, {}});
    QVERIFY(ask(desk, {{}, claimed(desk, {3, 3}), {}}).rests);
    QVERIFY(m_first->write([&](Tables& tables) { return gateway::writeOffDesk(tables, colleague, {QStringLiteral("Máy cháy"), 4, m_clock.now()}); }));
    QCOMPARE(writtenOff(), QStringLiteral("4-7"));
    // The desk that was lost comes back with what it was leased: it may have used it, and gives none of it any more.
    const auto back = ask(colleague, {{wish(1)}, claimed(colleague, {4, 5}), {}});
    QVERIFY(!back.rests);
    QCOMPARE(held(back), QStringLiteral("8"));
}

void tst_BookKeeper::theTechnicianSpeaksForALostDesk() {
    QVERIFY(open());
    ask(desk, {{wish(2)}, {}, {}});
    QVERIFY(ask(colleague, {{}, claimed(colleague, {4, 5}), {}}).rests);
    const auto gone = m_first->write([&](Tables& tables) {
        return gateway::writeOffDesk(tables, desk, {QStringLiteral("Máy cháy"), 10, m_clock.now()});
    });
    QVERIFY(gone);
    QCOMPARE(*gone, 2);
    // 3 is nobody's, and up to ten past 5 may stand on the lost desk's papers.
    QCOMPARE(writtenOff(), QStringLiteral("1-3 6-15"));
    QCOMPARE(held(ask(colleague, {{wish(1)}, {}, {}})), QStringLiteral("4-5 16"));
}

void tst_BookKeeper::aUnitIsCarriedOver() {
    const auto carried = [&](std::map<QString, int> first = {}) {
        return m_first->write([&](Tables& tables) { return gateway::carryOver(tables, {QStringLiteral("H49.30"), first, m_clock.now()}); });
    };
    const auto put = m_first->write([&](Tables& tables) -> base::Outcome {
        for (const auto& [peer, last] : {std::pair(desk, 12), std::pair(colleague, 3)}) {
            domain::Volume own;
            own.id = domain::VolumeId::make(peer.key);
            own.unit = domain::UnitCode::fromString(QStringLiteral("H49.30"));
            own.station = domain::StationId(peer.id);
            own.year = 2026;
            own.ordinal = static_cast<int>(peer.key);
            own.symbol = QString::fromUtf16(book);
            own.lastNumber = last;
            if (auto added = tables.books().addVolume(peer.unit, peer.key, own); !added)
                return added;
            // One that was opened and never written in, and next year's.
            own.lastNumber = 0;
            for (const auto& [year, ordinal] : {std::pair(2026, 10 + static_cast<int>(peer.key)), std::pair(2027, static_cast<int>(peer.key))}) {
                own.id = domain::VolumeId::make(1000 * year + peer.key);
                own.year = year;
                own.ordinal = ordinal;
                if (auto added = tables.books().addVolume(peer.unit, peer.key, own); !added)
                    return added;
            }
            if (const auto done = tables.stations().enrol(peer.key, {{}, "certificate", 1}); !done)
                return base::fail(done.error());
        }
        return tables.stations().setReads(desk.key, 5, 0);
    });
    QVERIFY(put);
    const auto tooOld = carried();
    QVERIFY(!tooOld);
    QCOMPARE(tooOld.error().code, QStringLiteral("carry-over.desk-reads-less"));
    QVERIFY(m_first->write([&](Tables& tables) { return tables.stations().setReads(colleague.key, 5, 0); }));
    QVERIFY(!carried());
    // Who asks knows of leases.
    ask(desk, {});
    QVERIFY(!carried());
    QVERIFY(!ask(colleague, {}).rests);
    const auto tooLow = carried({{QString::fromUtf16(book), 15}});
    QCOMPARE(tooLow ? QString() : tooLow.error().code, QStringLiteral("carry-over.first"));
    const auto done = carried();
    QVERIFY(done && *done);
    QVERIFY(!*carried());
    // As many numbers were given: the last of the year is the count of its matters.
    QCOMPARE(held(ask(desk, {{wish(1)}, {}, {}})), QStringLiteral("16"));
    const auto volumes = m_first->read([&](const Tables& tables) { return tables.books().volumesOfUnit(desk.unit); });
    for (const domain::Volume& volume : *volumes)
        QCOMPARE(volume.closed, !volume.isUnits());
    // What was never written in has left no trace: the labels of what was stay, and the next year begins with volume 01.
    const int last = static_cast<int>(std::max(desk.key, colleague.key));
    QStringList labels;
    for (const domain::Volume& volume : *volumes)
        if (volume.isUnits() && volume.symbol == QString::fromUtf16(book))
            labels << volume.label();
    labels.sort();
    QCOMPARE(labels, (QStringList{QStringLiteral("01/2027-SCT/BS"), QStringLiteral("%1/2026-SCT/BS").arg(last + 1, 2, 10, QLatin1Char('0'))}));
}

void tst_BookKeeper::aBookThatIsNotThereIsNotCarriedOver() {
    const auto unknown = m_first->write([&](Tables& tables) {
        return gateway::carryOver(tables, {QStringLiteral("H49.30"), {{QStringLiteral("SCT/XX"), 4}}, m_clock.now()});
    });
    QCOMPARE(unknown ? QString() : unknown.error().code, QStringLiteral("carry-over.unknown-book"));
}

QTEST_GUILESS_MAIN(tst_BookKeeper)
#include "tst_BookKeeper.moc"
