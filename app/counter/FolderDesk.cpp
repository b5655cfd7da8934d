#include "app/counter/FolderDesk.h"

namespace motcua::counter {

using domain::ports::FolderRow;

FolderDesk::FolderDesk(const Ports& ports, const Desk& desk, CommandRunner& runner) : m_ports(ports), m_desk(desk), m_runner(runner) {}

base::Result<std::vector<FolderRow>> FolderDesk::list(const domain::ports::FolderFilter& filter) const {
    return m_ports.archive.folders(filter);
}

base::Result<std::vector<FolderRow>> FolderDesk::search(const QString& text, int limit) const {
    const QString wanted = text.simplified();
    if (!wanted.isEmpty())
        return m_ports.archive.search(wanted, limit);
    domain::ports::FolderFilter newest;
    newest.limit = limit;
    return m_ports.archive.folders(newest);
}

base::Result<Folder> FolderDesk::open(domain::DossierId dossier) const {
    auto history = m_ports.journal.history(dossier);
    if (!history)
        return base::fail(history.error());
    auto folded = m_runner.dossier(dossier);
    if (!folded)
        return base::fail(folded.error());
    return Folder{std::move(*folded), std::move(*history)};
}

base::Result<QByteArray> FolderDesk::page(const domain::BlobHash& blob) const {
    return m_ports.blobs.read(blob);
}

base::Result<std::map<domain::State, int>> FolderDesk::counts() const {
    return m_ports.archive.countsByState();
}

base::Outcome FolderDesk::addNote(domain::DossierId dossier, const QString& text) {
    const QString note = text.trimmed().normalized(QString::NormalizationForm_C);
    if (note.isEmpty())
        return base::fail(QStringLiteral("note.empty"));
    const auto carried = m_runner.run(dossier, domain::AddNote{note});
    if (!carried)
        return base::fail(carried.error());
    return base::done();
}

base::Outcome FolderDesk::submitAgain(domain::DossierId dossier, const QString& note) {
    const auto carried = m_runner.run(dossier, domain::Submit{note.trimmed().normalized(QString::NormalizationForm_C)});
    if (!carried)
        return base::fail(carried.error());
    return base::done();
}

}
