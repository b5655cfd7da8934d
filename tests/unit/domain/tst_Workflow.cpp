// Whatever is tried, in whatever order, what is decided can be admitted and the books stay gapless. Seeds make each run repeatable.

#include "DomainDesk.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>
#include <set>

using namespace motcua::domain;
using namespace motcua::domain::test;

class tst_Workflow : public QObject {
    Q_OBJECT

private slots:
    void randomDays_data();
    void randomDays();
};

namespace {

/// Two stations, each with its volume, and a handful of dossiers that both try to work on.
class RandomDay {
public:
    explicit RandomDay(quint32 seed) : m_random(seed) {
        m_desk.settings.twoHatAllowed = seed % 2 == 0;
        m_desk.supervisor.roles |= static_cast<int>(Role::Clerk);
        for (quint32 i = 0; i < 2; ++i) {
            m_stations.push_back(StationId(uuid(100 + i)));
            m_volumes.push_back(m_desk.volume);
            m_volumes[i].id = VolumeId(uuid(200 + i));
            m_volumes[i].station = m_stations[i];
        }
        m_dossiers.resize(6);
    }

    void step() {
        const size_t dossier = m_random.bounded(static_cast<quint32>(m_dossiers.size()));
        const size_t station = m_random.bounded(2u);
        const Account& actor = m_random.bounded(2u) ? m_desk.supervisor : m_desk.clerk;
        m_desk.now = m_desk.now.addSecs(m_random.bounded(7200));
        Context context = m_desk.context(actor);
        context.station = m_stations[station];
        context.volume = &m_volumes[station];
        context.lastSerial = m_serial;
        const Dossier before = m_dossiers[dossier];
        Command wanted = command();
        if (auto* correct = std::get_if<Correct>(&wanted))
            correct->before = correctableOf(before);
        if (const auto* spoil = std::get_if<Spoil>(&wanted))
            context.entryVolume = spoil->volume == m_volumes[0].id ? &m_volumes[0] : &m_volumes[1];
        const auto bodies = decide(before, wanted, context);
        if (!bodies)
            return;
        for (const EventBody& body : *bodies)
            append(dossier, station, Event{body, DossierId(uuid(300 + static_cast<quint32>(dossier))), 0, context.station, actor.id, context.now});
    }

    void check() const {
        for (size_t i = 0; i < m_volumes.size(); ++i) {
            const Volume& volume = m_volumes[i];
            const auto found = m_numbers.find(i);
            const int count = found == m_numbers.end() ? 0 : static_cast<int>(found->second.size());
            QCOMPARE(volume.lastNumber, count);
            if (count > 0) {
                QCOMPARE(*found->second.begin(), 1);
                QCOMPARE(*found->second.rbegin(), count);
            }
        }
        for (const Dossier& dossier : m_dossiers) {
            QVERIFY(dossier.state != State::HandedOver || dossier.money != MoneyState::Due);
            // Less only until what a correction made due is taken.
            QVERIFY(dossier.collected <= dossier.feeTotal());
            QVERIFY(dossier.money == MoneyState::Due || dossier.collected == 0 || dossier.collected == dossier.feeTotal());
            int live = 0;
            for (const BookEntry& entry : dossier.entries)
                live += entry.spoiledReason.isEmpty() ? 1 : 0;
            QVERIFY(live <= 1);
        }
    }
    int decided() const { return m_decided; }

private:
    void append(size_t index, size_t station, Event event) {
        Dossier& dossier = m_dossiers[index];
        const qint64 version = dossier.version;
        const bool changes = changesDossier(event.body);
        event.dossierVersion = changes ? version + 1 : 0;
        const auto fits = admissible(dossier, event);
        QVERIFY2(fits, qPrintable(QString(kindOf(event.body)) + QLatin1Char(' ') + (fits ? QString() : fits.error().toLogLine())));
        for (Volume& volume : m_volumes) {
            const auto next = follows(volume, event);
            QVERIFY2(next, qPrintable(next ? QString() : next.error().toLogLine()));
            volume = evolve(std::move(volume), event);
        }
        dossier = evolve(std::move(dossier), event);
        QCOMPARE(dossier.version, version + (changes ? 1 : 0));
        QVERIFY(!dossier.holder.isNull());
        if (const auto [volume, number] = takenNumber(event.body); number > 0)
            QVERIFY2(m_numbers[station].insert(number).second, "a number was taken twice");
        if (std::holds_alternative<DossierReceived>(event.body))
            ++m_serial;
        ++m_decided;
    }

    Command command() {
        const QString reason = QStringLiteral("lý do");
        const int number = static_cast<int>(m_random.bounded(1u, 6u));
        switch (m_random.bounded(18u)) {
        case 0:
            return Desk::refusal();
        case 1:
            return Desk::supplement();
        case 2:
            return ReturnWithSupplement{};
        case 3:
        case 4:
            return Submit{};
        case 5:
            return Release{m_stations[m_random.bounded(2u)]};
        case 6:
        case 7:
            return Approve{};
        case 8:
            return ReturnToClerk{reason};
        case 9:
            return Spoil{m_volumes[m_random.bounded(2u)].id, number, reason, m_random.bounded(2u) == 0};
        case 10:
            return Desk::attestation();
        case 11:
            return CollectFee{};
        case 12:
            return HandOver{reason, true};
        case 13:
            return Rate{number, {}};
        case 14:
            return m_random.bounded(4u) ? Command(AddNote{reason}) : Command(Withdraw{reason});
        case 15:
            return Close{};
        case 16:
            return Desk::correction({}, number);
        default:
            return Desk::copyIntake(number, number);
        }
    }

    QRandomGenerator m_random;
    Desk m_desk;
    std::vector<StationId> m_stations;
    std::vector<Volume> m_volumes;
    std::vector<Dossier> m_dossiers;
    std::map<size_t, std::set<int>> m_numbers;
    int m_serial = 0;
    int m_decided = 0;
};

}

void tst_Workflow::randomDays_data() {
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 100; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void tst_Workflow::randomDays() {
    QFETCH(quint32, seed);
    RandomDay day(seed);
    for (int i = 0; i < 600 && !QTest::currentTestFailed(); ++i)
        day.step();
    day.check();
    QVERIFY(day.decided() > 20);
}

QTEST_GUILESS_MAIN(tst_Workflow)
#include "tst_Workflow.moc"
