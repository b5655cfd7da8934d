#include "tests/support/counter/MemoryArchive.h"

#include "app/base/Clock.h"
#include "app/domain/DossierCode.h"
#include "app/domain/Fold.h"

#include <algorithm>

namespace motcua::test {

using domain::Dossier;
using domain::ports::FolderFilter;
using domain::ports::FolderRow;

namespace {

FolderRow rowOf(const Dossier& dossier) {
    FolderRow row;
    row.id = dossier.id;
    row.code = dossier.code;
    row.applicant = dossier.applicant.name;
    row.personalId = dossier.applicant.personalId;
    row.phone = dossier.applicant.phone;
    row.procedureCode = dossier.procedure.code;
    row.procedureName = dossier.procedure.name;
    row.state = dossier.state;
    row.money = dossier.money;
    row.delivery = dossier.delivery;
    row.holder = dossier.holder;
    row.receivedBy = dossier.receivedBy;
    row.received = dossier.received;
    row.due = dossier.due;
    row.closed = dossier.closed;
    row.returnReason = dossier.returnReason;
    return row;
}

bool matches(const FolderRow& row, const FolderFilter& filter) {
    const bool state = filter.states.empty() || std::find(filter.states.begin(), filter.states.end(), row.state) != filter.states.end();
    return state && (!filter.closed || *filter.closed == row.closed) &&
           (filter.procedureCode.isEmpty() || filter.procedureCode == row.procedureCode) &&
           (filter.receivedBy.isNull() || filter.receivedBy == row.receivedBy) &&
           (!filter.receivedOn.isValid() || filter.receivedOn == base::toVietnamTime(row.received).date());
}

}

std::vector<Dossier> MemoryArchive::all() const {
    std::vector<Dossier> dossiers;
    for (const domain::Event& event : m_journal.events()) {
        if (event.dossier.isNull())
            continue;
        auto found = std::find_if(dossiers.begin(), dossiers.end(), [&event](const Dossier& dossier) { return dossier.id == event.dossier; });
        if (found == dossiers.end()) {
            dossiers.emplace_back().id = event.dossier;
            found = std::prev(dossiers.end());
        }
        *found = domain::evolve(std::move(*found), event);
    }
    return dossiers;
}

base::Result<std::vector<FolderRow>> MemoryArchive::folders(const FolderFilter& filter) const {
    std::vector<FolderRow> rows;
    for (const Dossier& dossier : all())
        if (const FolderRow row = rowOf(dossier); matches(row, filter))
            rows.push_back(row);
    if (filter.oldestDeadlineFirst)
        std::stable_sort(rows.begin(), rows.end(), [](const FolderRow& a, const FolderRow& b) { return a.due < b.due; });
    else
        std::reverse(rows.begin(), rows.end());
    const auto first = std::min<size_t>(static_cast<size_t>(filter.offset), rows.size());
    const auto last = std::min<size_t>(first + static_cast<size_t>(filter.limit), rows.size());
    return std::vector<FolderRow>(rows.begin() + static_cast<std::ptrdiff_t>(first), rows.begin() + static_cast<std::ptrdiff_t>(last));
}

base::Result<std::vector<FolderRow>> MemoryArchive::search(const QString& text, int limit) const {
    auto rows = folders({});
    const QStringList words = domain::searchKey(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto misses = [&words](const FolderRow& row) {
        const QString key = domain::searchKey(QStringList{row.applicant, row.personalId, row.code, row.phone}.join(QLatin1Char(' ')));
        return !std::all_of(words.begin(), words.end(), [&key](const QString& word) { return key.contains(word); });
    };
    rows->erase(std::remove_if(rows->begin(), rows->end(), misses), rows->end());
    if (rows->size() > static_cast<size_t>(limit))
        rows->resize(static_cast<size_t>(limit));
    return rows;
}

base::Result<Dossier> MemoryArchive::dossier(domain::DossierId id) const {
    for (const Dossier& dossier : all())
        if (dossier.id == id)
            return dossier;
    return base::fail(QStringLiteral("dossier.unknown"));
}

base::Result<std::vector<domain::Volume>> MemoryArchive::volumes() const {
    std::vector<domain::Volume> volumes = published.volumes;
    for (domain::Volume& volume : volumes)
        for (const domain::Event& event : m_journal.events())
            volume = domain::evolve(std::move(volume), event);
    return volumes;
}

base::Result<domain::Volume> MemoryArchive::volume(domain::VolumeId id) const {
    const auto known = volumes();
    for (const domain::Volume& volume : *known)
        if (volume.id == id)
            return volume;
    return base::fail(QStringLiteral("book.unknown-volume"));
}

base::Result<std::vector<domain::BookEntry>> MemoryArchive::entries(domain::VolumeId volume) const {
    std::vector<domain::BookEntry> found;
    for (const Dossier& dossier : all())
        std::copy_if(dossier.entries.begin(), dossier.entries.end(), std::back_inserter(found),
            [volume](const domain::BookEntry& entry) { return entry.volume == volume; });
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    return found;
}

base::Result<domain::DossierId> MemoryArchive::folderOfEntry(domain::VolumeId volume, int number) const {
    for (const Dossier& dossier : all())
        for (const domain::BookEntry& entry : dossier.entries)
            if (entry.volume == volume && entry.number == number)
                return dossier.id;
    return base::fail(QStringLiteral("book.unknown-entry"));
}

base::Result<int> MemoryArchive::lastSerial(QDate day) const {
    int last = 0;
    for (const Dossier& dossier : all())
        if (const auto code = domain::DossierCode::parse(dossier.code); code && code->date == day)
            last = std::max(last, code->serial);
    return last;
}

base::Result<std::map<domain::State, int>> MemoryArchive::countsByState() const {
    std::map<domain::State, int> counts;
    for (const Dossier& dossier : all())
        ++counts[dossier.state];
    return counts;
}

base::Outcome MemoryArchive::apply(const std::vector<domain::Event>&) {
    if (failApply)
        return base::fail(QStringLiteral("archive.write-failed"));
    return base::done();
}

base::Outcome MemoryArchive::refresh() {
    ++refreshes;
    return base::done();
}

}
