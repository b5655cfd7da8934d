#pragma once

#include "app/counter/Counter.h"
#include "tests/support/counter/ManualClock.h"
#include "tests/support/counter/MemoryArchive.h"
#include "tests/support/counter/MemoryBlobs.h"
#include "tests/support/counter/MemoryExchange.h"
#include "tests/support/counter/MemorySecurityLog.h"
#include "tests/support/counter/PaintedPages.h"
#include "tests/support/counter/PaperStand.h"
#include "tests/support/counter/QuietSync.h"
#include "tests/support/counter/ScriptedScanner.h"
#include "tests/support/counter/WrittenBooks.h"

namespace motcua::test {

/// A counter with everything outside it in the test's hand: the unit H49.30 with its catalogue, a clerk, a supervisor who is also
/// a clerk, a volume and a code range.
class CounterBench {
public:
    CounterBench();

    counter::Ports ports();
    /// The program ends (or dies) and starts again on the same data; nobody is seated.
    void restart();
    void seatClerk() { seat(clerk); }
    void seatSupervisor() { seat(supervisor); }

    /// A complete intake of a certified copy in the form; not received yet.
    void fillCopy(const QString& document = QStringLiteral("Bằng tốt nghiệp đại học"), int pages = 3, int copies = 2);
    /// Received and submitted.
    domain::DossierId receiveCopy(const QString& document = QStringLiteral("Bằng tốt nghiệp đại học"));
    /// As receiveCopy(), approved by the supervisor; the clerk is seated again.
    domain::DossierId approvedCopy();
    /// As receiveCopy(), approved by the supervisor at their own desk, which has the second volume: the dossier came home with a number
    /// of that book. The clerk is seated.
    domain::DossierId copyApprovedElsewhere();
    /// Such an approval of a dossier that was received here, while somebody may be at work.
    void approveElsewhere(domain::DossierId id);
    domain::Dossier dossier(domain::DossierId id) const { return archive.dossier(id).value_or(domain::Dossier()); }
    /// Kinds of the dossier's events, in order.
    QStringList kinds(domain::DossierId id) const;

    static QString card() {
        return QStringLiteral("022090001234|100123456|Nguyễn Văn An|15011990|Nam|Tổ 3, Khu 5, Bãi Cháy, Hạ Long, Quảng Ninh|12052021");
    }
    static domain::ports::ScannedPage page(const QByteArray& content, const QStringList& codes = {}) {
        return {content, QStringLiteral("image/jpeg"), 1240, 1754, codes};
    }

    ManualClock clock;
    MemoryDrafts drafts;
    MemoryBlobs blobs;
    MemoryJournal journal{drafts};
    MemoryArchive archive{journal};
    MemoryExchange exchange;
    ScriptedScanner scanner;
    PaintedPages painted;
    domain::ports::ForeignPages* foreignPages = &painted; ///< a test that looks at pages puts the real one here, then restart()s
    PaperStand paper;
    domain::ports::FormRenderer* forms = &paper; ///< a test that looks at paper puts the real one here, then restart()s
    WrittenBooks written;
    domain::ports::BookExport* registers = &written; ///< a test that looks at files puts the real one here, then restart()s
    MemorySecurityLog security;
    QuietSync sync;
    std::chrono::milliseconds undo{0}; ///< how long acts can be taken back; of counters that restart() makes
    domain::StationId station = domain::StationId(QUuid(5, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    domain::StationId otherStation = domain::StationId(QUuid(6, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    domain::Account clerk;
    domain::Account supervisor;
    std::unique_ptr<counter::Counter> counter;

private:
    void seat(const domain::Account& account);
};

}
