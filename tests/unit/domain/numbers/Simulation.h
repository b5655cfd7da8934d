#pragma once

#include "app/domain/numbers/NumberRun.h"
#include "app/domain/numbers/NumbersInHand.h"
#include "app/domain/numbers/RunProof.h"
#include "tests/unit/domain/numbers/NumberWords.h"

#include <map>
#include <random>
#include <set>

namespace motcua::domain::test {

/// A unit of some desks and its keeper over weeks, by seed: lines cut, answers lost, desks killed, lost and set back to yesterday, the keeper's data
/// restored from yesterday's copy; the month and the year change. Everything that is put on a paper is noted here, whoever forgets it.
class Simulation {
public:
    struct Sum {
        int deskDays = 0;
        int papers = 0;
        int unserved = 0; ///< somebody came and the desk had no number left
        int doubled = 0;
        int refused = 0; ///< a row of an honest desk that the keeper does not take
        int missing = 0; ///< a paper of a desk that was never lost nor set back, and no row at the end
        int faults = 0;  ///< of provesOneRun() at the year's end
        int writtenOff = 0;
        int lost = 0, setBack = 0, restored = 0;
        QString first; ///< what went wrong first
    };
    struct Terms {
        unsigned seed = 0;
        int desks = 4;
        int days = 50;
        bool orderOfDates = false;
        std::optional<int> capacity = {};
    };

    explicit Simulation(const Terms& terms);
    Sum run();

private:
    /// What a desk writes down and sends in this order: a row, what goes back, or that all it had is doubtful.
    struct Word {
        enum class Kind { Row, Back, AllOff } kind = Kind::Row;
        VolumeId volume = {};
        NumberRange range = {};
        QDate day = {};
        int year = 0;
    };
    struct Desk {
        StationId id;
        std::vector<HeldLease> leases = {};
        std::vector<NumberVolume> volumes = {};
        std::vector<Word> log = {};
        std::vector<DayUse> days = {};
        bool hasLine = true;
        bool cameBack = false; ///< the line, since it last talked
        int used = 0;
    };
    struct DeskCopy {
        std::vector<HeldLease> leases;
        std::vector<NumberVolume> volumes;
        size_t log = 0;
    };
    struct Run {
        NumberRun run;
        std::vector<NumbersOff> off;
        std::map<VolumeId, std::set<int>> taken;
    };
    /// All that the keeper holds; copied every night.
    struct Keeper {
        std::map<int, Run> runs; ///< by year
        std::map<StationId, size_t> marks;
        std::set<StationId> gone;
    };

    bool happens(double chance) { return std::uniform_real_distribution<>(0, 1)(m_random) < chance; }
    int upTo(int most) { return std::uniform_int_distribution<>(0, most)(m_random); }
    QDate today() const { return m_now.addSecs(qint64(7) * 3600).date(); }
    void note(int& count, const QString& what);

    void day();
    void night();
    static void setLine(Desk& desk, bool hasLine);
    void serve(Desk& desk);
    void give(Desk& desk, const NumberInHand& number);
    void giveBack(Desk& desk, bool all);
    /// Sends what is not sent, tells what it holds where the keeper rests, and asks. The line may break before any of it.
    void talk(Desk& desk, bool surely = false);
    void ask(Desk& desk, LeaseUse use, int count);
    void hear(Desk& desk);
    void take(const StationId& desk, const Word& word);
    void keep(Run& run, const NumberRun::Settled& settled);
    void tell(Desk& desk);
    void lose(Desk& desk);
    void setBack(Desk& desk);
    void restore();
    void endRest();
    Run& runOf(int year);
    void close(int year);

    Terms m_terms;
    std::mt19937 m_random;
    QDateTime m_now = vietnam(2026, 11, 12, 8);
    Keeper m_keeper;
    Keeper m_copy;
    std::vector<Desk> m_desks;
    std::vector<DeskCopy> m_deskCopies;
    std::optional<std::set<StationId>> m_told; ///< nothing: the keeper does not rest
    bool m_lostSinceCopy = false;
    std::map<int, std::set<int>> m_papers;     ///< by year
    std::map<int, std::set<int>> m_surePapers; ///< of desks that kept their data
    std::map<StationId, std::vector<std::pair<int, int>>> m_ofDesk;
    quint32 m_nextDesk = 0;
    Sum m_sum;
};

}
