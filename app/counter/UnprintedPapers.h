#pragma once

#include "app/base/Error.h"
#include "app/counter/PrintIntentions.h"

#include <optional>
#include <vector>

namespace motcua::counter {

/// A job of a paper that stopped at its printer: it still may come out.
struct StoppedJob {
    domain::ports::PrintJob job;
    int copies = 0;
    QString sha256;                ///< of its PDF, hex
    PrintIntention intention = {}; ///< on disk until it is known what became of the job; without an id: an older program's list
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("queue", self.job.queue);
        field("number", self.job.number);
        field("copies", self.copies);
        field("sha256", self.sha256);
        field("intention", self.intention);
    }
};

/// One that did not come out.
struct UnprintedPaper {
    WantedPaper paper;
    int copies = 0; ///< that are missing; 0: as many as the job owes
    base::Error error;
    int attempt = 0;
    int inAttempt = 0; ///< copies that failed in it
    std::vector<StoppedJob> jobs = {};
    std::vector<PrintIntention> sought = {}; ///< what the spooler cannot tell of; on disk by themselves

    /// Somebody has to look whether it lies at the printer.
    bool isAsked() const { return !sought.empty() || error.code == QLatin1String("print.interrupted"); }
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("paper", self.paper);
        field("copies", self.copies);
        field("error", self.error.code);
        field("jobs", self.jobs);
    }
};

/// What did not come out of the printer, the oldest first, each paper once: kept until it comes out, is saved as a PDF or is no longer
/// wanted. A value; owner: Printing, which has it on disk, too (UnprintedOnDisk).
class UnprintedPapers {
public:
    const std::vector<UnprintedPaper>& all() const { return m_all; }
    /// A large number of copies goes as several jobs of one attempt; a new attempt asks for the same copies again, not for more.
    void failed(const WantedPaper& paper, int copies, int attempt, const base::Error& error);
    /// One of its jobs waits in the printer's queue.
    void stopped(const WantedPaper& paper, const StoppedJob& job);
    /// Whether it came out only somebody at the printer can say.
    void asked(const WantedPaper& paper, const PrintIntention& intention);
    bool isSought(const PrintIntention& intention) const;
    /// It is known now. Returns whether it was asked about.
    bool forgetSought(const PrintIntention& intention);
    /// It waits there no longer. Returns whether it was known.
    bool forgetJob(const WantedPaper& paper, const domain::ports::PrintJob& job);
    /// Or may be there.
    bool hasJobs(const WantedPaper& paper) const;
    bool hasJob(const WantedPaper& paper, const domain::ports::PrintJob& job) const;
    /// Whether the spooler could not be asked about one of them yet.
    bool hasUnanswered() const;
    /// Why it is missing, as far as is known now.
    void blame(const WantedPaper& paper, const base::Error& error);
    bool hasJobs() const;
    /// Returns whether it had been missing.
    bool cameOut(const WantedPaper& paper, int copies);
    /// It leaves the list; nothing where it was not there.
    std::optional<UnprintedPaper> take(const WantedPaper& paper);
    void putBack(const UnprintedPaper& missing);
    /// What was missing when the program ended.
    void restore(const UnprintedPaper& paper);

private:
    std::vector<UnprintedPaper>::iterator find(const WantedPaper& paper);

    std::vector<UnprintedPaper> m_all;
};

}
