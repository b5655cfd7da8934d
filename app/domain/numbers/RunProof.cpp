#include "app/domain/numbers/RunProof.h"

#include <algorithm>

namespace motcua::domain {

namespace {

/// What is known of one number.
struct Cell {
    int open = 0; ///< how many leases say that it is
    bool covered = false;
    bool back = false;
    bool saidTaken = false; ///< a lease has it no more, and neither back nor written off
    bool off = false;
    bool taken = false;
};

/// What is known of the numbers of one volume, from its first on.
class Sheet {
public:
    Sheet(const RunFacts& facts, const NumberVolume& volume) : m_volume(volume) {
        for (const HeldLease& lease : facts.leases)
            if (lease.volume == volume.id)
                note(lease);
        m_last = static_cast<int>(m_cells.size()) + volume.firstNumber - 1;
        for (const NumbersOff& gone : facts.off)
            if (gone.volume == volume.id)
                each(gone.range(), [](Cell& cell) { cell.off = true; });
        if (const auto rows = facts.taken.find(volume.id); rows != facts.taken.end())
            for (const int number : rows->second)
                each({number, number}, [](Cell& cell) { cell.taken = true; });
    }

    /// The last number that was leased; one before the first: none.
    int last() const { return m_last; }
    void prove(int upTo, RunProof& proof) const {
        const int most = std::max(upTo, static_cast<int>(m_cells.size()) + m_volume.firstNumber - 1);
        for (int number = m_volume.firstNumber; number <= most; ++number) {
            const auto at = static_cast<size_t>(number - m_volume.firstNumber);
            const Cell cell = at < m_cells.size() ? m_cells[at] : Cell();
            if (number <= upTo || cell.taken)
                prove(number, cell, proof);
        }
        for (const int number : m_before)
            proof.faults.push_back({RunFault::Kind::Unleased, m_volume.id, number});
    }

private:
    template <class Change>
    void each(const NumberRange& range, const Change& change) {
        for (int number = range.first; number <= std::min(range.last, mostNumber); ++number) {
            if (number < m_volume.firstNumber) {
                m_before.push_back(number);
                continue;
            }
            const auto at = static_cast<size_t>(number - m_volume.firstNumber);
            if (at >= m_cells.size())
                m_cells.resize(at + 1);
            change(m_cells[at]);
        }
    }
    void note(const HeldLease& lease) {
        each(lease.range(), [&](Cell& cell) { cell.covered = true; });
        NumberRanges rest{lease.range()};
        for (const auto& [ranges, mark] : {std::pair{&lease.open, 0}, {&lease.back, 1}, {&lease.off, 2}})
            for (const NumberRange& range : *ranges) {
                cut(rest, range);
                each(range, [mark = mark](Cell& cell) {
                    cell.open += mark == 0 ? 1 : 0;
                    cell.back = cell.back || mark == 1;
                    cell.off = cell.off || mark == 2;
                });
            }
        for (const NumberRange& range : rest)
            each(range, [](Cell& cell) { cell.saidTaken = true; });
    }
    void prove(int number, const Cell& cell, RunProof& proof) const {
        const auto fault = [&](RunFault::Kind kind) { proof.faults.push_back({kind, m_volume.id, number}); };
        proof.taken += cell.taken ? 1 : 0;
        proof.writtenOff += cell.off && !cell.taken ? 1 : 0;
        if (cell.taken && !cell.covered)
            fault(RunFault::Kind::Unleased);
        else if (cell.open > 1 || (cell.open == 1 && (cell.taken || cell.off)))
            fault(RunFault::Kind::Doubled);
        else if (cell.taken || cell.off)
            return;
        else if (cell.saidTaken || (cell.open == 0 && !cell.back))
            fault(RunFault::Kind::Gap);
        else if (m_volume.closed)
            fault(RunFault::Kind::LeftOpen);
        else
            ++proof.open;
    }

    static constexpr int mostNumber = 9'999'999;

    const NumberVolume& m_volume;
    std::vector<Cell> m_cells;
    std::vector<int> m_before; ///< rows before the volume's first number
    int m_last = 0;
};

}

RunProof provesOneRun(const RunFacts& facts) {
    RunProof proof;
    std::vector<NumberVolume> volumes = facts.volumes;
    std::sort(volumes.begin(), volumes.end(), [](const NumberVolume& one, const NumberVolume& other) { return one.ordinal < other.ordinal; });
    int next = facts.before + 1;
    for (size_t i = 0; i < volumes.size(); ++i) {
        const NumberVolume& volume = volumes.at(i);
        const Sheet sheet(facts, volume);
        int last = sheet.last();
        // A unit whose paper book is ahead begins later; what it gave lies before the run.
        const bool startsRight = i == 0 ? volume.firstNumber >= next : volume.firstNumber == next;
        if (!startsRight)
            proof.faults.push_back({RunFault::Kind::WrongStart, volume.id, volume.firstNumber});
        if (i + 1 < volumes.size())
            last = std::max(last, volumes.at(i + 1).firstNumber - 1);
        sheet.prove(last, proof);
        next = last + 1;
    }
    return proof;
}

}
