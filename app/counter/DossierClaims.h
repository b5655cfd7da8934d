#pragma once

#include "app/counter/CommandRunner.h"

#include <QHash>

namespace motcua::counter {

/// Dossiers that lie on other desks and are asked for through the platform, until they come. Owner: Counter. Thread: GUI.
class DossierClaims : public QObject {
    Q_OBJECT

public:
    DossierClaims(const Ports& ports, const Desk& desk, CommandRunner& runner);

    /// Whether a clerk may ask for it, because the citizen may come back to any desk: it waits for papers on another one.
    bool mayFetch(const domain::Dossier& dossier) const;
    bool isAsked(domain::DossierId dossier) const { return m_asked.contains(dossier); }
    /// Ends with arrived() or failed(): "claim.already-decided" (it went on at its own desk meanwhile), "claim.held-by-other",
    /// "claim.not-answered", "claim.unknown", "sync.no-line".
    void ask(domain::DossierId dossier);

public slots:
    /// The feed was replayed: what was asked for may have come.
    void lookForArrivals();

signals:
    void changed();
    void arrived(motcua::domain::DossierId dossier);
    void failed(motcua::domain::DossierId dossier, const motcua::base::Error& error);

private:
    void answered(const QString& dossier, const base::Error& error);

    Ports m_ports;
    const Desk& m_desk;
    CommandRunner& m_runner;
    QHash<domain::DossierId, domain::State> m_asked; ///< and its state then
};

}
