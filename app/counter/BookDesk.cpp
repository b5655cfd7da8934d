#include "app/counter/BookDesk.h"

#include "app/counter/Printing.h"

#include <algorithm>
#include <tuple>

namespace motcua::counter {

using domain::Volume;
using domain::VolumeId;

BookDesk::BookDesk(const Ports& ports, const Desk& desk, CommandRunner& runner, Printing& printing)
    : m_ports(ports), m_desk(desk), m_runner(runner), m_printing(printing) {
    connect(&m_runner, &CommandRunner::appended, this, &BookDesk::changed);
}

base::Result<std::vector<Volume>> BookDesk::volumes() const {
    auto volumes = m_ports.archive.volumes();
    if (volumes)
        std::erase_if(*volumes, [](const Volume& volume) { return domain::isSlipSeries(volume.symbol); });
    if (volumes)
        std::sort(volumes->begin(), volumes->end(), [this](const Volume& a, const Volume& b) {
            return std::tuple(!isOwn(a), -a.year, a.kind, a.symbol, a.ordinal) < std::tuple(!isOwn(b), -b.year, b.kind, b.symbol, b.ordinal);
        });
    return volumes;
}

base::Result<std::vector<domain::BookEntry>> BookDesk::entries(VolumeId volume) const {
    return m_ports.archive.entries(volume);
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

base::Outcome BookDesk::closeYear(VolumeId volume) {
    return m_runner.closeVolume(volume);
}

}
