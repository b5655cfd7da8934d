#include "app/counter/DossierDesk.h"

#include "app/domain/ReceiptScan.h"

#include <algorithm>

namespace motcua::counter {

using domain::ports::DossierRow;

DossierDesk::DossierDesk(const Ports& ports, const Desk& desk, CommandRunner& runner) : m_ports(ports), m_desk(desk), m_runner(runner) {}

base::Result<std::vector<DossierRow>> DossierDesk::list(const domain::ports::DossierFilter& filter) const {
    return m_ports.archive.dossiers(filter);
}

base::Result<std::vector<DossierRow>> DossierDesk::search(const QString& text, int limit) const {
    const QString wanted = text.simplified();
    if (!wanted.isEmpty())
        return m_ports.archive.search(wanted, limit);
    domain::ports::DossierFilter newest;
    newest.limit = limit;
    return m_ports.archive.dossiers(newest);
}

base::Result<domain::DossierId> DossierDesk::find(const domain::ReceiptScan& receipt) const {
    if (const auto* id = std::get_if<domain::DossierId>(&receipt.dossier)) {
        if (m_runner.dossier(*id))
            return *id;
        return base::fail(QStringLiteral("scan.dossier-elsewhere"), {{QStringLiteral("code"), QString()}});
    }
    const QString code = std::get<domain::DossierCode>(receipt.dossier).toString();
    const auto rows = search(code);
    if (!rows)
        return base::fail(rows.error());
    const auto row = std::find_if(rows->begin(), rows->end(), [&](const DossierRow& each) { return each.code == code; });
    if (row == rows->end())
        return base::fail(QStringLiteral("scan.dossier-elsewhere"), {{QStringLiteral("code"), code}});
    return row->id;
}

base::Result<OpenedDossier> DossierDesk::open(domain::DossierId dossier) const {
    auto history = m_ports.journal.history(dossier);
    if (!history)
        return base::fail(history.error());
    auto replayed = m_runner.dossier(dossier);
    if (!replayed)
        return base::fail(replayed.error());
    return OpenedDossier{std::move(*replayed), std::move(*history)};
}

QString DossierDesk::whoHolds(const OpenedDossier& opened) const {
    const domain::StationId holder = opened.dossier.holder;
    if (holder.isNull() || holder == m_desk.station())
        return {};
    const auto last = std::find_if(opened.history.rbegin(), opened.history.rend(),
        [&](const domain::Event& event) { return event.station == holder && !m_desk.nameOf(event.actor).isEmpty(); });
    return last == opened.history.rend() ? QString() : m_desk.nameOf(last->actor);
}

QString DossierDesk::whoHolds(domain::DossierId dossier) const {
    const auto opened = open(dossier);
    return opened ? whoHolds(*opened) : QString();
}

QStringList DossierDesk::cameWith(const domain::Dossier& dossier) const {
    domain::ports::DossierFilter visit;
    visit.visit = dossier.visit;
    const auto rows = dossier.visit.isNull() ? std::vector<DossierRow>() : m_ports.archive.dossiers(visit).value_or(std::vector<DossierRow>());
    QStringList codes;
    for (const DossierRow& row : rows)
        if (row.id != dossier.id && !row.code.isEmpty())
            codes.prepend(row.code);
    return codes;
}

base::Result<QByteArray> DossierDesk::page(const domain::BlobHash& blob) const {
    return m_ports.blobs.read(blob);
}

base::Result<std::map<domain::State, int>> DossierDesk::counts() const {
    return m_ports.archive.countsByState();
}

base::Outcome DossierDesk::addNote(domain::DossierId dossier, const QString& text) {
    const auto carried = m_runner.run(dossier, domain::AddNote{text});
    if (!carried)
        return base::fail(carried.error());
    return base::done();
}

base::Outcome DossierDesk::submitAgain(domain::DossierId dossier, const QString& note) {
    const auto carried = m_runner.run(dossier, domain::Submit{note});
    if (!carried)
        return base::fail(carried.error());
    return base::done();
}

}
