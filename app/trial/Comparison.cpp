#include "app/trial/Comparison.h"

#include <map>
#include <set>

namespace motcua::trial {

namespace {

using Place = std::pair<QUuid, qint64>; ///< station and seq, dossier and version, volume and number

QString words(const char* what, const Place& place) {
    return QStringLiteral("%1 %2 %3").arg(QLatin1String(what), place.first.toString(QUuid::WithoutBraces)).arg(place.second);
}

/// One side by itself.
struct Side {
    std::map<Place, QByteArray> records;
    std::set<Place> doubledRecords;
    std::set<Place> versions;
    std::set<Place> doubledVersions;
    std::map<QUuid, std::set<qint64>> numbers;
    std::set<Place> doubledNumbers;
    QMap<QString, int> kinds;

    explicit Side(const std::vector<HeldRecord>& held) {
        for (const HeldRecord& record : held)
            take(record);
    }

    void take(const HeldRecord& record) {
        ++kinds[record.kind];
        const Place place{record.station, record.seq};
        if (!records.emplace(place, record.hash).second)
            doubledRecords.insert(place);
        if (const Place version{record.dossier, record.dossierVersion}; record.dossierVersion > 0 && !versions.insert(version).second)
            doubledVersions.insert(version);
        if (record.number > 0 && !numbers[record.volume].insert(record.number).second)
            doubledNumbers.insert({record.volume, record.number});
    }

    bool gave(const Place& place) const {
        const auto volume = numbers.find(place.first);
        return volume != numbers.end() && volume->second.contains(place.second);
    }

    /// Sequence numbers that a chain lacks below its last.
    std::set<Place> holes() const {
        std::map<QUuid, qint64> last;
        std::set<Place> missing;
        for (const auto& [place, hash] : records) {
            qint64& before = last[place.first];
            for (qint64 seq = before + 1; seq < place.second; ++seq)
                missing.insert({place.first, seq});
            before = place.second;
        }
        return missing;
    }
};

std::set<Place> joined(std::set<Place> one, const std::set<Place>& other) {
    one.insert(other.begin(), other.end());
    return one;
}

int count(const std::set<Place>& places, const char* what, QStringList& remarks) {
    for (const Place& place : places)
        remarks.append(words(what, place));
    return static_cast<int>(places.size());
}

/// Numbers that a side's volume lacks between the first and the last that either side knows.
std::set<Place> skipped(const Side& one, const Side& other) {
    std::set<Place> missing;
    for (const auto& [volume, numbers] : one.numbers) {
        const auto there = other.numbers.find(volume);
        const auto& others = there == other.numbers.end() ? numbers : there->second;
        const qint64 last = std::max(*numbers.rbegin(), *others.rbegin());
        for (qint64 number = std::min(*numbers.begin(), *others.begin()); number <= last; ++number)
            if (!numbers.contains(number))
                missing.insert({volume, number});
    }
    return missing;
}

}

Comparison compare(const std::vector<HeldRecord>& stations, const std::vector<HeldRecord>& province, const std::vector<UnusedNumbers>& unused) {
    const Side ours(stations);
    const Side theirs(province);
    std::set<Place> lost = joined(ours.holes(), theirs.holes());
    std::set<Place> foreign;
    for (const auto& [place, hash] : ours.records)
        if (const auto there = theirs.records.find(place); there == theirs.records.end() || there->second != hash)
            lost.insert(place);
    for (const auto& [place, hash] : theirs.records)
        if (!ours.records.contains(place) && !lost.contains(place))
            foreign.insert(place);
    Comparison result;
    result.lost = count(lost, "lost or altered: station and record", result.remarks);
    result.doubled = count(foreign, "written by nobody: station and record", result.remarks) +
                     count(joined(ours.doubledRecords, theirs.doubledRecords), "twice: station and record", result.remarks) +
                     count(joined(ours.doubledVersions, theirs.doubledVersions), "twice: dossier and version", result.remarks) +
                     count(joined(ours.doubledNumbers, theirs.doubledNumbers), "twice: volume and number", result.remarks);
    std::set<Place> gaps = joined(skipped(ours, theirs), skipped(theirs, ours));
    for (const UnusedNumbers& range : unused)
        for (int number = range.first; number <= range.last; ++number)
            if (const Place place{range.volume, number}; !ours.gave(place) && !theirs.gave(place))
                gaps.erase(place);
    result.gaps = count(gaps, "skipped: volume and number", result.remarks);
    result.stationKinds = ours.kinds;
    result.provinceKinds = theirs.kinds;
    return result;
}

}
