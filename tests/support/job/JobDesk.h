#pragma once

#include "app/counter/Counter.h"
#include "app/journal/StationData.h"
#include "app/journal/Unlocked.h"
#include "tests/support/counter/ManualClock.h"
#include "tests/support/counter/PaintedPages.h"
#include "tests/support/counter/PaperStand.h"
#include "tests/support/counter/QuietSync.h"
#include "tests/support/counter/ScriptedScanner.h"
#include "tests/support/counter/WrittenBooks.h"

#include <memory>

namespace motcua::test {

/// The real use cases on a real data directory; only paper, scanner and line are the test's. Can be closed, killed and opened again,
/// and goes on where it was, as a clerk would.
class JobDesk {
public:
    explicit JobDesk(QString dossier);
    ~JobDesk();

    /// A new dossier, with what the province publishes: catalogue, settings, accounts, code range, a volume.
    base::Outcome create();
    base::Outcome open();
    void close();
    bool isOpen() const { return m_counter != nullptr; }
    counter::Counter& counter() { return *m_counter; }
    journal::Unlocked& unlocked() { return *m_unlocked; }

    /// Serves citizen `number` from the card to the closed dossier, from wherever the dossier or the draft stands. Stops at the first
    /// error and says it.
    base::Outcome serve(int number);
    static QString cardOf(int number);
    static QString personalIdOf(int number);
    /// The citizen's dossiers; more than one is one too many.
    base::Result<std::vector<domain::ports::DossierRow>> dossiersOf(int number) const;
    base::Result<std::vector<domain::BookEntry>> book() const;

    journal::StationOptions options;
    ManualClock clock;
    ScriptedScanner scanner;
    PaintedPages foreignPages;
    PaperStand paper;
    WrittenBooks registers;
    domain::ports::Printer* printer = &paper; ///< a test that looks at a spooler puts the real one here, then open()s
    QuietSync sync;
    domain::Account clerk;
    domain::Account supervisor;

private:
    base::Outcome publish();
    base::Outcome receive(int number);
    base::Outcome approve(domain::DossierId dossier);
    base::Outcome handOver(domain::DossierId dossier);
    /// A sheet that is not on record is printed (again): the clerk holds none.
    base::Outcome havePrinted(domain::DossierId dossier, const QString& form);

    QString m_dossier;
    domain::StationId m_station;
    domain::VolumeId m_volume;
    std::unique_ptr<journal::StationData> m_data;
    std::unique_ptr<journal::Unlocked> m_unlocked;
    std::unique_ptr<counter::Counter> m_counter;
};

}
