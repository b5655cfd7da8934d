#pragma once

#include "app/base/Error.h"
#include "app/base/Json.h"
#include "app/domain/Ids.h"
#include "app/domain/ports/Paper.h"

#include <QDate>

#include <optional>
#include <vector>

namespace motcua::counter {

/// A paper that somebody asked for: a form of a dossier or, where there is no dossier, a book's.
struct WantedPaper {
    QString form;
    domain::DossierId dossier;
    domain::VolumeId volume; ///< of a book
    QDate month;             ///< of a book: only its rows; invalid: the whole volume
    QString name;            ///< dossier code or volume label: for people, the spooler's list and the file
    qint64 slip = 0;         ///< of several slips of a dossier: SlipMade::version; 0: none, or whichever is the last
    QString slipNumber = {}; ///< as SlipMade::number

    bool isSameAs(const WantedPaper& other) const {
        return form == other.form && dossier == other.dossier && volume == other.volume && month == other.month && slip == other.slip;
    }
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("form", self.form);
        field("dossier", self.dossier);
        field("volume", self.volume);
        field("month", self.month);
        field("name", self.name);
        field("slip", self.slip);
        field("slipNumber", self.slipNumber);
    }
};

/// A job of a paper that stopped at its printer: it still may come out.
struct StoppedJob {
    domain::ports::PrintJob job;
    int copies = 0;
    QString sha256; ///< of its PDF, hex
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("queue", self.job.queue);
        field("number", self.job.number);
        field("copies", self.copies);
        field("sha256", self.sha256);
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
    /// It waits there no longer. Returns whether it was known.
    bool forgetJob(const WantedPaper& paper, const domain::ports::PrintJob& job);
    bool hasJobs(const WantedPaper& paper) const;
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
