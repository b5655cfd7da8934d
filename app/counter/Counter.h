#pragma once

#include "app/counter/ApprovalDesk.h"
#include "app/counter/Bench.h"
#include "app/counter/BookDesk.h"
#include "app/counter/ClockWatch.h"
#include "app/counter/DeviceTest.h"
#include "app/counter/DossierDesk.h"
#include "app/counter/DossierKeeper.h"
#include "app/counter/HandOverDesk.h"
#include "app/counter/HeldActs.h"
#include "app/counter/Inbox.h"
#include "app/counter/Intake.h"
#include "app/counter/Jottings.h"
#include "app/counter/NumberDesk.h"
#include "app/counter/Printing.h"
#include "app/counter/RosterDesk.h"
#include "app/counter/Scanning.h"
#include "app/counter/SecurityWatch.h"
#include "app/counter/Supplements.h"
#include "app/counter/SyncDesk.h"
#include "app/counter/Withdrawals.h"

namespace motcua::counter {

/// All use cases of an open station, wired to each other: what the screens are handed. Lives from the first unlock until the
/// station is closed. Owner: app/station. Thread: GUI.
class Counter : public QObject {
    Q_OBJECT

public:
    Counter(const Ports& ports, domain::StationId station, const QString& stationName);

    Desk& desk() { return m_desk; }
    ClockWatch& clockWatch() { return m_clockWatch; }
    CommandRunner& runner() { return m_runner; }
    HeldActs& held() { return m_held; }
    Printing& printing() { return m_printing; }
    Intake& intake() { return m_intake; }
    Bench& bench() { return m_bench; }
    Jottings& jottings() { return m_jottings; }
    Scanning& scanning() { return m_scanning; }
    DeviceTest& deviceTest() { return m_deviceTest; }
    Inbox& inbox() { return m_inbox; }
    ApprovalDesk& approval() { return m_approval; }
    HandOverDesk& handOver() { return m_handOver; }
    Supplements& supplements() { return m_supplements; }
    Withdrawals& withdrawals() { return m_withdrawals; }
    BookDesk& books() { return m_books; }
    NumberDesk& numbers() { return m_numbers; }
    RosterDesk& roster() { return m_roster; }
    DossierDesk& dossiers() { return m_dossiers; }
    SyncDesk& sync() { return m_sync; }
    DossierKeeper& keeper() { return m_keeper; }
    DossierClaims& claims() { return m_claims; }
    /// Who draws scanned pages.
    domain::ports::ForeignPages& pages() { return m_ports.pages; }
    SecurityWatch& securityWatch() { return m_securityWatch; }
    const domain::ports::Archive& archive() const { return m_ports.archive; }

    /// Somebody begins to work: their unfinished intake and words come back. Refused with "draft.…" when the work of whoever sat here before
    /// could not be saved, with "scan.busy" while their scan runs.
    base::Outcome seat(const domain::Account& account);
    /// Before a lock: every draft is on disk when this returns without an error.
    base::Outcome saveDrafts();
    /// Before the station closes: as saveDrafts(), and what was thrown away goes.
    base::Outcome end();

signals:
    /// The read model has changed, by what was done here or by the feed.
    void archiveChanged();

private:
    /// Somebody is working on it.
    bool isOpen(domain::DossierId dossier) const;

    void refresh();

    Ports m_ports;
    Desk m_desk;
    ClockWatch m_clockWatch;
    CommandRunner m_runner;
    HeldActs m_held;
    Printing m_printing;
    Intake m_intake;
    Bench m_bench;
    Jottings m_jottings;
    Scanning m_scanning;
    DeviceTest m_deviceTest;
    Inbox m_inbox;
    DossierClaims m_claims;
    ApprovalDesk m_approval;
    HandOverDesk m_handOver;
    Supplements m_supplements;
    Withdrawals m_withdrawals;
    BookDesk m_books;
    DossierDesk m_dossiers;
    SyncDesk m_sync;
    DossierKeeper m_keeper;
    SecurityWatch m_securityWatch;
    NumberDesk m_numbers;
    RosterDesk m_roster;
};

}
