#pragma once

#include "PlayedClock.h"
#include "QuayPrinter.h"

#include "app/station/Station.h"
#include "sync/http/Credentials.h"

namespace motcua::recorder {

/// Of everybody, at both desks.
inline QString password() {
    return QStringLiteral("mot-cua-2026");
}

/// A real station of fb30b3b; only its hour and its spooler are this program's. Thread: main.
class Desk {
public:
    struct Place {
        QString name;  ///< what the recording calls it: "desk" or "supervisor"
        QString label; ///< what the station calls itself: "Quầy 1"
        QString folder;
        int firstJob = 1; ///< of its spooler
        journal::KeyCost cost = {};
    };

    Desk(Place place, const PlayedClock& clock);

    const Place& place() const { return m_place; }
    void enrol(const QString& url, const QString& code, const QString& login);
    /// The station's certificate and key, while it is closed.
    http::Credentials credentials(const QString& login) const;
    /// Unlocks, or switches the user.
    void sit(const QString& login);
    void addUser(const QString& login);
    void close();

    counter::Counter& counter() { return *m_station->counter(); }
    QuayPrinter& printer() { return m_printer; }
    domain::StationId id() const { return domain::StationId::fromString(m_station->card().station); }
    domain::Dossier dossier(domain::DossierId id);
    /// The open volume of this desk in which a row of `year` is written.
    domain::Volume volume(int year);

    /// Until nothing is on its way to paper; also when a job was refused.
    void waitForPaper();
    void waitUntilConfirmed();
    /// Until the dossier has come to this desk's screen in this state.
    void waitFor(domain::DossierId id, domain::State state);

private:
    Place m_place;
    const PlayedClock& m_clock;
    QuayPrinter m_printer;
    std::unique_ptr<station::Station> m_station;
};

}
