#include "app/counter/BookDesk.h"

#include "app/counter/Printing.h"
#include "app/domain/UnwrittenVolume.h"
#include "app/domain/WrittenOff.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace motcua::counter {

using domain::Volume;
using domain::VolumeId;

namespace {

const QString volumeKey = QStringLiteral("volume");
const QString numberKey = QStringLiteral("number");
const QString noteKey = QStringLiteral("note");

domain::Spoil spoiling(const QJsonObject& said) {
    return {VolumeId::fromString(said.value(volumeKey).toString()), said.value(numberKey).toInt(), said.value(QLatin1String(held::reason)).toString(),
        said.value(QLatin1String("again")).toBool()};
}

QJsonObject closingOf(const Volume& volume, const QString& reason) {
    return {{volumeKey, volume.id.toString()}, {QLatin1String(held::reason), reason}, {QLatin1String(held::subject), volume.label()}};
}

domain::NoteEntry noting(const QJsonObject& said) {
    return {VolumeId::fromString(said.value(volumeKey).toString()), said.value(numberKey).toInt(),
        base::fromJson<domain::RowNote>(said.value(noteKey).toObject())};
}

}

BookDesk::BookDesk(const Ports& ports, const Desk& desk, CommandRunner& runner, Printing& printing, HeldActs& held)
    : m_ports(ports), m_desk(desk), m_runner(runner), m_printing(printing), m_held(held), m_saving(ports, desk) {
    held.know(
        held::noteEntry, HeldActs::Way{[](const domain::Dossier&, const QJsonObject& said) { return std::vector<domain::Command>{noting(said)}; },
                             [this](const domain::Dossier&, const domain::Dossier&) { emit noted(); }});
    held.know(held::spoil, HeldActs::Way{[](const domain::Dossier&, const QJsonObject& said) { return std::vector<domain::Command>{spoiling(said)}; },
                               [this](const domain::Dossier& before, const domain::Dossier& after) { saySpoiled(before, after); }});
    const auto volumeOf = [](const HeldAct& act) { return VolumeId::fromString(act.said.value(volumeKey).toString()); };
    held.knowWhole(held::closeBook, {[this, volumeOf](const HeldAct& act) { return m_runner.checkClosing(volumeOf(act)); },
                                        [this, volumeOf](const HeldAct& act) {
                                            auto done =
                                                m_runner.closeVolume(volumeOf(act), act.said.value(QLatin1String(held::reason)).toString(), act.id);
                                            if (done)
                                                emit closed(volumeOf(act));
                                            return done;
                                        }});
    connect(&m_runner, &CommandRunner::appended, this, &BookDesk::changed);
    m_run = volumeOfRun();
}

/// The volume in which the numbers of a unit that was carried over this year go on; empty: it was not.
QString BookDesk::volumeOfRun() const {
    const std::vector<BookOfYear> all = books().value_or(std::vector<BookOfYear>());
    for (const BookOfYear& book : all) {
        const auto isOfBefore = [](const Volume& volume) { return !volume.isUnits() && volume.closed; };
        const auto goesOn = [](const Volume& volume) { return volume.isUnits() && !volume.closed; };
        const auto run = std::find_if(book.volumes.begin(), book.volumes.end(), goesOn);
        if (book.year == m_desk.today().year() && run != book.volumes.end() && std::any_of(book.volumes.begin(), book.volumes.end(), isOfBefore))
            return run->label();
    }
    return {};
}

void BookDesk::lookForRun() {
    const QString before = std::exchange(m_run, volumeOfRun());
    if (before.isEmpty() && !m_run.isEmpty())
        emit carriedOver(m_run);
}

base::Result<std::vector<Volume>> BookDesk::volumes() const {
    auto volumes = m_ports.archive.volumes();
    if (volumes)
        std::erase_if(*volumes, [](const Volume& volume) { return domain::isSlipSeries(volume.symbol) || domain::wasNeverWritten(volume); });
    if (volumes)
        std::sort(volumes->begin(), volumes->end(), [this](const Volume& a, const Volume& b) {
            return std::tuple(!isOwn(a), -a.year, a.kind, a.symbol, a.ordinal) < std::tuple(!isOwn(b), -b.year, b.kind, b.symbol, b.ordinal);
        });
    return volumes;
}

base::Result<std::vector<BookOfYear>> BookDesk::books() const {
    return volumes().map([](const std::vector<Volume>& volumes) {
        std::vector<BookOfYear> books = booksOf(volumes);
        std::stable_sort(books.begin(), books.end(), [](const BookOfYear& one, const BookOfYear& other) {
            const auto rank = [](const BookOfYear& book) { return std::tuple(-book.year, book.volumes.front().kind, book.symbol); };
            return rank(one) < rank(other);
        });
        return books;
    });
}

const domain::JobKind* BookDesk::kindOf(const BookOfYear& book) const {
    return m_desk.jobs().ofBook(book.symbol, lastDayOf(book, m_desk.today()));
}

base::Outcome BookDesk::holdNote(VolumeId volume, int number, const domain::RowNote& note) {
    const auto dossier = dossierOf(volume, number);
    if (!dossier)
        return base::fail(dossier.error());
    return m_held.hold(held::noteEntry, *dossier, {{volumeKey, volume.toString()}, {numberKey, number}, {noteKey, base::toJson(note)}});
}

base::Result<std::vector<domain::BookEntry>> BookDesk::entries(VolumeId volume) const {
    const auto known = m_ports.archive.volume(volume);
    auto entries = known ? m_ports.archive.entries(volume) : base::fail(known.error());
    const auto off = entries ? m_ports.archive.writtenOff(volume) : base::fail(entries.error());
    if (!off)
        return base::fail(off.error());
    const auto rows = domain::offRows(*known, domain::takenIn(*entries), *off, m_ports.archive.settings());
    return domain::withWrittenOff(std::move(*entries), rows, *known);
}

base::Result<domain::DossierId> BookDesk::dossierOf(VolumeId volume, int number) const {
    return m_ports.archive.dossierOfEntry(volume, number);
}

void BookDesk::print(VolumeId volume, QDate month) {
    m_printing.printBook(volume, month);
}

base::Result<domain::DossierId> BookDesk::dossierHere(VolumeId volume, int number) const {
    const auto dossier = dossierOf(volume, number).and_then([this](domain::DossierId id) { return m_runner.dossier(id); });
    if (!dossier)
        return base::fail(dossier.error());
    if (dossier->holder != m_desk.station())
        return base::fail(QStringLiteral("book.dossier-elsewhere"));
    return dossier->id;
}

base::Result<std::optional<domain::BookEntry>> BookDesk::spoil(VolumeId volume, int number, const QString& reason, bool again) {
    const auto dossier = dossierHere(volume, number);
    if (!dossier)
        return base::fail(dossier.error());
    return m_runner.run(*dossier, domain::Spoil{volume, number, reason, again}).map([](const Carried& carried) {
        const domain::BookEntry* live = carried.dossier.liveEntry();
        return live ? std::optional(*live) : std::nullopt;
    });
}

base::Outcome BookDesk::holdSpoil(VolumeId volume, int number, const QString& reason, bool again) {
    const auto dossier = dossierHere(volume, number);
    if (!dossier)
        return base::fail(dossier.error());
    return m_held.hold(held::spoil, *dossier,
        {{volumeKey, volume.toString()}, {numberKey, number}, {QLatin1String(held::reason), reason}, {QStringLiteral("again"), again}});
}

void BookDesk::saySpoiled(const domain::Dossier& before, const domain::Dossier& after) {
    for (const domain::BookEntry& entry : after.entries) {
        const bool was = std::any_of(before.entries.begin(), before.entries.end(), [&](const domain::BookEntry& each) {
            return each.volume == entry.volume && each.number == entry.number && !each.spoiledReason.isEmpty();
        });
        if (was || entry.spoiledReason.isEmpty())
            continue;
        const domain::BookEntry* live = after.liveEntry();
        emit spoiled(entry, live ? std::optional(*live) : std::nullopt);
    }
}

std::vector<Volume> BookDesk::closable(const BookOfYear& book) const {
    std::vector<Volume> open;
    std::copy_if(
        book.volumes.begin(), book.volumes.end(), std::back_inserter(open), [this](const Volume& volume) { return !volume.closed && isOwn(volume); });
    return open;
}

base::Outcome BookDesk::holdClosing(const BookOfYear& book, const QString& reason) {
    bool isFirst = true;
    for (const Volume& volume : closable(book))
        if (const auto held = m_held.hold(held::closeBook, {}, closingOf(volume, reason), !std::exchange(isFirst, false)); !held)
            return held;
    return base::done();
}

base::Outcome BookDesk::holdClosing(VolumeId volume, const QString& reason) {
    const auto found = m_ports.archive.volume(volume);
    if (!found)
        return base::fail(found.error());
    return m_held.hold(held::closeBook, {}, closingOf(*found, reason));
}

base::Outcome BookDesk::saveAsPdf(const BookOfYear& book, QDate month, const QString& path) {
    return m_ports.security.note({domain::SecurityKind::BookSaved, {}, {}, book.label()}).and_then([&](base::Done) {
        return m_printing.saveBookAsPdf(book.volumes.front().id, month, path);
    });
}

int BookDesk::daysUntilClosing(const domain::Volume& volume) const {
    return domain::daysUntilClosing(volume, m_desk.today());
}

base::Outcome BookDesk::closeYear(VolumeId volume) {
    return m_runner.closeVolume(volume);
}

}
