#pragma once

#include "app/counter/CommandRunner.h"

namespace motcua::domain {
struct ReceiptScan;
}

namespace motcua::counter {

/// A dossier opened for reading.
struct OpenedDossier {
    domain::Dossier dossier;
    std::vector<domain::Event> history; ///< oldest first
};

/// All dossiers of this machine: lists, Ctrl+K, opening, notes, and back to the supervisor. Owner: Counter. Thread: GUI.
class DossierDesk : public QObject {
    Q_OBJECT

public:
    DossierDesk(const Ports& ports, const Desk& desk, CommandRunner& runner);

    base::Result<std::vector<domain::ports::DossierRow>> list(const domain::ports::DossierFilter& filter) const;
    /// Empty text: the newest dossiers.
    base::Result<std::vector<domain::ports::DossierRow>> search(const QString& text, int limit = 20) const;
    /// The dossier that a scanned paper is of. Errors: "scan.dossier-elsewhere" (not on this machine; detail "code").
    base::Result<domain::DossierId> find(const domain::ReceiptScan& receipt) const;
    base::Result<OpenedDossier> open(domain::DossierId dossier) const;
    /// Who works at the other desk that a dossier lies on, by full name: whoever worked on it there last, as far as this machine has heard. Empty: it
    /// lies here, or nobody is known.
    QString whoHolds(const OpenedDossier& dossier) const;
    QString whoHolds(domain::DossierId dossier) const;
    /// The codes of what came with it in one visit and was received, in the order of the visit.
    QStringList cameWith(const domain::Dossier& dossier) const;
    /// Content of a page of a dossier. Errors: "blob.missing" (not fetched yet), "blob.damaged".
    base::Result<QByteArray> page(const domain::BlobHash& blob) const;
    base::Result<std::map<domain::State, int>> counts() const;
    base::Outcome addNote(domain::DossierId dossier, const QString& text);
    /// A dossier that a supervisor gave back goes to the tray again, put right; the note tells the supervisor what was done.
    base::Outcome submitAgain(domain::DossierId dossier, const QString& note);
    /// Full name of an account; empty when unknown.
    QString nameOf(domain::UserId user) const { return m_desk.nameOf(user); }

signals:
    /// Something was appended here or came from the province: lists should be read again.
    void changed();

private:
    Ports m_ports;
    const Desk& m_desk;
    CommandRunner& m_runner;
};

}
