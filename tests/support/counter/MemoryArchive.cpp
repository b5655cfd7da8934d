#include "tests/support/counter/MemoryArchive.h"

#include "app/base/Clock.h"
#include "app/domain/Comer.h"
#include "app/domain/Decide.h"
#include "app/domain/DossierCode.h"
#include "app/domain/EventCodec.h"
#include "app/domain/Fold.h"
#include "app/domain/Replay.h"
#include "app/domain/parties/PartyWords.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace motcua::test {

using domain::Dossier;
using domain::ports::DossierFilter;
using domain::ports::DossierRow;

namespace {

DossierRow rowOf(const Dossier& dossier) {
    DossierRow row;
    row.id = dossier.id;
    row.code = dossier.code;
    row.applicant = dossier.applicant.name;
    row.personalId = domain::identityNumber(dossier.applicant);
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
    row.numberLost = domain::lostItsNumber(dossier);
    row.supplementUntil = dossier.supplementUntil;
    row.needsNewerProgram = dossier.unread > 0;
    row.visit = dossier.visit;
    return row;
}

/// Folded, apart at every sign.
QStringList wordsOf(const QString& text) {
    static const QRegularExpression signs(QStringLiteral("[^\\w]+|_"), QRegularExpression::UseUnicodePropertiesOption);
    return domain::searchKey(text).split(signs, Qt::SkipEmptyParts);
}

/// "0912 345 678" is one number.
QString joinedDigits(const QString& text) {
    static const QRegularExpression number(QStringLiteral("^[\\d\\s.]{9,}$"));
    return number.match(text).hasMatch() ? QString(text).remove(QRegularExpression(QStringLiteral("[\\s.]"))) : text;
}

QString searchText(const Dossier& dossier) {
    QStringList words = domain::searchWords(dossier) + QStringList{dossier.code, dossier.procedure.code};
    for (const QJsonValue& fact : dossier.facts)
        words << fact.toString();
    for (const domain::BookEntry& entry : dossier.entries)
        words << entry.document;
    return words.join(QLatin1Char('\n'));
}

bool matches(const DossierRow& row, const DossierFilter& filter) {
    const bool state = filter.states.empty() || std::find(filter.states.begin(), filter.states.end(), row.state) != filter.states.end();
    return state && (!filter.numberLost || row.numberLost) && (!filter.closed || *filter.closed == row.closed) &&
           (filter.procedureCode.isEmpty() || filter.procedureCode == row.procedureCode) && (filter.visit.isNull() || filter.visit == row.visit) &&
           (filter.receivedBy.isNull() || filter.receivedBy == row.receivedBy) &&
           (!filter.receivedOn.isValid() || filter.receivedOn == base::toVietnamTime(row.received).date());
}

}

base::Result<std::vector<domain::HeldLease>> MemoryArchive::numbers() const {
    std::vector<domain::HeldLease> held = leases;
    for (const domain::Event& event : m_journal.events())
        for (domain::HeldLease& lease : held) {
            if (const auto [volume, number] = domain::takenNumber(event.body); number > 0 && volume == lease.volume)
                lease.take(number);
            if (const auto* back = std::get_if<domain::NumbersReturned>(&event.body); back && back->volume == lease.volume)
                for (const domain::NumberRange& range : back->ranges)
                    lease.giveBack(range);
        }
    std::erase_if(held, [](const domain::HeldLease& lease) { return !lease.isLive(); });
    return held;
}

/// In the order in which they were opened.
std::vector<Dossier> MemoryArchive::all() const {
    std::vector<Dossier> dossiers;
    std::vector<domain::DossierId> seen;
    for (const domain::Event& event : m_journal.events()) {
        if (event.dossier.isNull() || std::find(seen.begin(), seen.end(), event.dossier) != seen.end())
            continue;
        seen.push_back(event.dossier);
        if (auto replayed = dossier(event.dossier))
            dossiers.push_back(std::move(*replayed));
    }
    const auto opened = [this](const Dossier& dossier) { return m_journal.history(dossier.id)->front().at; };
    std::stable_sort(dossiers.begin(), dossiers.end(), [&opened](const Dossier& a, const Dossier& b) { return opened(a) < opened(b); });
    return dossiers;
}

DossierRow MemoryArchive::listed(const Dossier& dossier) const {
    DossierRow row = rowOf(dossier);
    row.unsent = m_journal.lastSeqOf(dossier.id) > m_journal.acknowledged;
    return row;
}

base::Result<std::vector<DossierRow>> MemoryArchive::dossiers(const DossierFilter& filter) const {
    constexpr int mostListed = 1000;
    std::vector<DossierRow> rows;
    for (const Dossier& dossier : all())
        if (const DossierRow row = listed(dossier); matches(row, filter))
            rows.push_back(row);
    if (filter.oldestDeadlineFirst)
        std::stable_sort(rows.begin(), rows.end(),
            [](const DossierRow& a, const DossierRow& b) { return a.due.isValid() && (!b.due.isValid() || a.due < b.due); });
    else
        std::reverse(rows.begin(), rows.end());
    const auto first = std::min(static_cast<size_t>(std::max(filter.offset, 0)), rows.size());
    const auto last = std::min(first + static_cast<size_t>(std::clamp(filter.limit, 1, mostListed)), rows.size());
    return std::vector<DossierRow>(rows.begin() + static_cast<std::ptrdiff_t>(first), rows.begin() + static_cast<std::ptrdiff_t>(last));
}

base::Result<std::vector<DossierRow>> MemoryArchive::search(const QString& text, int limit) const {
    constexpr int mostFound = 100;
    const QStringList wanted = wordsOf(joinedDigits(text));
    std::vector<DossierRow> rows;
    if (wanted.isEmpty())
        return rows;
    const auto dossiers = all();
    for (auto dossier = dossiers.rbegin(); dossier != dossiers.rend() && static_cast<int>(rows.size()) < std::clamp(limit, 1, mostFound); ++dossier) {
        const QStringList there = wordsOf(searchText(*dossier));
        const auto begins = [&there](const QString& word) {
            return std::any_of(there.begin(), there.end(), [&word](const QString& other) { return other.startsWith(word); });
        };
        if (std::all_of(wanted.begin(), wanted.end(), begins))
            rows.push_back(listed(*dossier));
    }
    return rows;
}

base::Result<Dossier> MemoryArchive::dossier(domain::DossierId id) const {
    Dossier dossier = domain::replay(id, *m_journal.history(id));
    if (dossier.version == 0)
        return base::fail(QStringLiteral("dossier.unknown"));
    return dossier;
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

base::Result<std::vector<domain::NumbersOff>> MemoryArchive::writtenOff(domain::VolumeId volume) const {
    std::vector<domain::NumbersOff> found;
    std::copy_if(off.begin(), off.end(), std::back_inserter(found), [volume](const domain::NumbersOff& each) { return each.volume == volume; });
    return found;
}

base::Result<std::vector<domain::BookEntry>> MemoryArchive::entries(domain::VolumeId volume) const {
    std::vector<domain::BookEntry> found;
    for (const Dossier& dossier : all())
        std::copy_if(dossier.entries.begin(), dossier.entries.end(), std::back_inserter(found),
            [volume](const domain::BookEntry& entry) { return entry.volume == volume; });
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    return found;
}

base::Result<std::vector<domain::ports::BookLine>> MemoryArchive::lines(domain::VolumeId volume) const {
    return entries(volume).map([](const std::vector<domain::BookEntry>& entries) {
        std::vector<domain::ports::BookLine> lines;
        for (const domain::BookEntry& entry : entries)
            lines.push_back({{entry.volume, entry.number}, entry.date, entry.signer.user, !entry.spoiledReason.isEmpty(), !entry.notes.empty(),
                entry.copies, entry.fee, static_cast<qint64>(qHash(QJsonDocument(base::toJson(entry)).toJson(), 0) >> 1)});
        return lines;
    });
}

base::Result<domain::BookEntry> MemoryArchive::entry(domain::VolumeId volume, int number) const {
    for (const domain::BookEntry& entry : entries(volume).value_or(std::vector<domain::BookEntry>()))
        if (entry.number == number)
            return entry;
    return base::fail(QStringLiteral("book.unknown-entry"), {{QStringLiteral("number"), QString::number(number)}});
}

base::Result<domain::DossierId> MemoryArchive::dossierOfEntry(domain::VolumeId volume, int number) const {
    for (const Dossier& dossier : all())
        for (const domain::BookEntry& entry : dossier.entries)
            if (entry.volume == volume && entry.number == number)
                return dossier.id;
    return base::fail(QStringLiteral("book.unknown-entry"));
}

base::Result<int> MemoryArchive::lastSerial(QDate day) const {
    int last = 0;
    for (const Dossier& dossier : all())
        if (const auto code = domain::DossierCode::parse(dossier.code); code && code->date == day && dossier.receivedAt == published.range.station)
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

const domain::PersonLists& MemoryArchive::personLists() const {
    m_lists = {};
    for (const domain::Event& event : m_journal.events())
        m_lists.apply(event);
    return m_lists;
}

}
