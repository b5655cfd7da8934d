#include "app/counter/Counter.h"

#include "app/base/Logging.h"

namespace motcua::counter {

Counter::Counter(const Ports& ports, domain::StationId station, const QString& stationName)
    : m_ports(ports), m_desk(ports.archive, ports.clock, station, stationName), m_clockWatch(ports), m_runner(ports, m_desk, m_clockWatch),
      m_held(ports, m_desk, m_runner), m_printing(ports, m_desk, m_runner), m_intake(ports, m_desk, m_runner, m_printing, m_held),
      m_bench(ports, m_desk, m_runner, m_printing, m_held), m_jottings(ports, m_desk), m_scanning(ports.scanner),
      m_deviceTest(ports, m_desk, m_printing, m_scanning), m_inbox(m_intake.draft(), m_scanning), m_claims(ports, m_desk, m_runner),
      m_approval(ports, m_desk, m_runner, m_held, m_claims), m_handOver(ports, m_desk, m_runner, m_printing, m_held),
      m_supplements(ports, m_desk, m_runner, m_printing, m_held), m_withdrawals(m_runner, m_held),
      m_books(ports, m_desk, m_runner, m_printing, m_held), m_dossiers(ports, m_desk, m_runner), m_sync(ports, m_desk, m_held),
      m_keeper(ports, m_runner, [this](domain::DossierId dossier) { return isOpen(dossier); }), m_securityWatch(ports, m_desk, m_clockWatch),
      m_numbers(ports, m_desk, m_runner), m_roster(ports, m_desk, m_runner, m_scanning) {
    connect(&m_runner, &CommandRunner::appended, this, &Counter::archiveChanged);
    connect(&m_held, &HeldActs::changed, this, &Counter::archiveChanged);
    connect(&m_runner, &CommandRunner::appended, &m_sync, &SyncDesk::changed);
    connect(&m_intake.acts(), &IntakeActs::fallenSettled, &m_sync, &SyncDesk::tryNow);
    connect(&m_intake.acts(), &IntakeActs::fallenSettled, &m_sync, &SyncDesk::changed);
    connect(&m_ports.sync, &engine::Service::received, this, &Counter::refresh);
    // A mark that moved turns unsent dossiers into sent ones.
    connect(&m_sync, &SyncDesk::acknowledgedChanged, this, &Counter::refresh);
    connect(&m_approval, &ApprovalDesk::openChanged, &m_keeper, &DossierKeeper::answerWishes);
    connect(this, &Counter::archiveChanged, &m_dossiers, &DossierDesk::changed);
    connect(this, &Counter::archiveChanged, &m_numbers, &NumberDesk::lookSoon);
    connect(this, &Counter::archiveChanged, &m_books, &BookDesk::lookForRun);
    m_numbers.look();
}

base::Outcome Counter::seat(const domain::Account& account) {
    if (account.id == m_desk.account().id) {
        m_desk.seat(account);
        return base::done();
    }
    // Pages that are still being read belong to whoever began the scan.
    if (m_scanning.isBusy())
        return base::fail(QStringLiteral("scan.busy"));
    if (m_desk.isOccupied())
        if (auto saved = saveDrafts(); !saved)
            return saved;
    m_desk.seat(account);
    m_roster.dropPages();
    m_intake.draft().restore();
    m_bench.draft().restore();
    m_jottings.restore();
    m_held.restore();
    m_printing.restore();
    m_keeper.answerWishes();
    return base::done();
}

base::Outcome Counter::saveDrafts() {
    m_held.settle();
    const auto intake = m_intake.draft().saveNow();
    const auto visit = m_bench.draft().saveNow();
    const auto jottings = m_jottings.saveNow();
    return intake ? visit ? jottings : visit : intake;
}

bool Counter::isOpen(domain::DossierId dossier) const {
    return m_approval.isOpen(dossier) || (!m_intake.form().isCorrection() && m_intake.form().content().dossier == dossier) ||
           m_supplements.dossier() == dossier;
}

base::Outcome Counter::end() {
    m_intake.putAside().settle();
    m_supplements.settle();
    return saveDrafts();
}

void Counter::refresh() {
    if (const auto refreshed = m_ports.projection.refresh(); !refreshed) {
        qCWarning(base::lcCounter).noquote() << "feed not replayed:" << refreshed.error().toLogLine();
        return;
    }
    emit archiveChanged();
    m_keeper.answerWishes();
    m_claims.lookForArrivals();
    emit m_approval.trayChanged();
}

}
