#pragma once

#include "app/counter/AttestationTops.h"
#include "app/counter/CommandRunner.h"
#include "app/counter/PaperWords.h"
#include "app/counter/UnprintedOnDisk.h"

#include <QTimer>

#include <functional>
#include <map>
#include <optional>

namespace motcua::counter {

/// Where paper goes: a queue, the system's default queue (empty), or a dossier of PDFs instead of a printer.
struct PrintTarget {
    QString queue;
    QString pdfDirectory;
    AttestationTops tops = {}; ///< of all queues

    /// Where its attestations of that place start, mm from the upper edge.
    int topOf(const QString& place) const { return knownTop(tops, queue, place).value_or(usualTop(place)); }
};

/// A paper as it is before it is made.
struct PaperToSee {
    domain::JobPaper paper;
    domain::ports::Form form;
    QJsonObject values;
};

/// A paper that a dossier can have printed; of slips that it has several of, one of them.
struct PrintablePaper {
    domain::JobPaper paper;
    qint64 slip = 0;     ///< SlipMade::version; 0: no slip
    QString number = {}; ///< of the slip
    QDateTime made = {}; ///< the slip, UTC
};

/// Makes the paper of a dossier. What is printed is recorded in the dossier only after the PDF was proved not empty and the spooler
/// has taken it (or the file is on disk), with as many copies as the queue says came out; nothing is spooled that is not on disk as an intention
/// before, so that a paper that came out is on record however the program ends. Which papers there are, when and how many of them, is in the
/// descriptions of the job kinds. Owner: Counter. Thread: GUI.
class Printing : public QObject {
    Q_OBJECT

public:
    Printing(const Ports& ports, const Desk& desk, CommandRunner& runner);

    const PrintTarget& target() const { return m_target; }
    void setTarget(const PrintTarget& target);
    const QStringList& queues() const { return m_queues; }
    /// Prints that have not ended yet.
    int pending() const { return m_pending; }

    /// The PDF as it would be printed; nothing is recorded.
    base::Result<QByteArray> preview(const QString& form, domain::DossierId dossier, qint64 slip = 0) const;
    /// The attestation that a decision would lead to, as print() would make it. Errors: "print.nothing-to-say": it leads to none; and those of
    /// PrintValues.
    base::Result<PaperToSee> attestationOf(const Carried& foreseen) const;
    /// Made beside the caller's work.
    QFuture<base::Result<QByteArray>> previewOf(const PaperToSee& paper) const { return m_ports.forms.renderApart(paper.form, paper.values); }
    /// Where the dossier's attestation stands on its sheet (domain::placed); empty: it has none.
    QString placeOf(const domain::Dossier& dossier) const;
    /// Whether nobody has said yet where on this printer's sheets its attestation starts.
    bool isTopAsked(const domain::Dossier& dossier) const;
    /// For the printer that is chosen: from now on.
    void setTop(const QString& place, int top);
    /// Whether the edges of its sheets are stamped over (certification.md §5): the attestation stands on a sheet of its own, or what it attests has
    /// several.
    bool isStampedOverEdges(const domain::Dossier& dossier) const;
    /// The whole book of the year that `volume` is of, through all its volumes, or its rows of the month that `month` lies in.
    QFuture<base::Result<QByteArray>> previewBook(domain::VolumeId volume, QDate month = {}) const;
    /// All that were received in its visit, in their order; it alone where it came alone.
    std::vector<domain::DossierId> receivedWith(const domain::Dossier& dossier) const;
    /// The papers that make sense for the dossier as it stands, the next one first.
    std::vector<domain::JobPaper> papersFor(const domain::Dossier& dossier) const;
    /// All that can be printed again: those, the next one first, and every slip that the dossier was ever given, the newest first.
    std::vector<PrintablePaper> printable(const domain::Dossier& dossier) const;
    /// What the paper says that is offered at a time, without the words that it replaces an earlier one: what a citizen who holds it was told.
    /// Empty where there is none.
    QJsonObject said(const char* offered, domain::DossierId dossier) const;
    /// The one of them that is offered at a time (offer::accepted, …), the job's own before the general one.
    std::optional<domain::JobPaper> paperFor(const domain::Dossier& dossier, const char* offered) const;
    /// What a form is called where the dossier has it; where no description that is known here names it, the form's own name.
    domain::Wording nameOf(const QString& form, domain::DossierId dossier) const;

    /// Ends with printed() or failed(), of a paper that is one for several dossiers of a visit for the first of them; the dossier keeps its state
    /// when it fails. Without a number of copies: as many as the job owes of it. `slip`: which of several, as SlipMade::version; 0: the last.
    void print(const QString& form, domain::DossierId dossier, std::optional<int> copies = 1, qint64 slip = 0);
    /// Prints what is offered at a time; nothing where the job has no such paper.
    void printOffered(const char* offered, domain::DossierId dossier);
    /// The same of several, what is one sheet for some of them once.
    void printOffered(const char* offered, const std::vector<domain::DossierId>& dossiers);
    void printBook(domain::VolumeId volume, QDate month = {});
    /// What did not come out: it stays here until it does.
    const std::vector<UnprintedPaper>& unprinted() const { return m_unprinted.all(); }
    /// Tries once more for the copies that are missing; it leaves the list and comes back to it when it fails again. What waits in the
    /// printer's queue is taken out of it first: nothing comes out twice. Where that cannot be, nothing is printed ("print.not-withdrawn").
    void printAgain(const UnprintedPaper& what);
    /// A file instead of the printer, atomic, recorded as printed; it leaves the list. Ends with saved() or failed(): "paper.…",
    /// "file.write-failed", and the journal's; then it stays in the list.
    void saveAsPdf(const UnprintedPaper& what, const QString& path);
    /// The clerk has looked, and what was asked about (UnprintedPaper::isAsked()) lies at the printer: it is recorded, without a job's number.
    void confirm(const UnprintedPaper& what);
    /// What the program left when it ended, also between a record and its paper, and between a paper and its record: what the spooler or the file
    /// knows is settled by itself, what they cannot tell is asked. After the first time: what could not be recorded, once more.
    void restore();
    /// Nobody wants it any more: what waits in the printer's queue is taken out of it.
    void drop(const UnprintedPaper& what);
    /// How often the printer's queue is asked about jobs that stopped in it.
    void setLookEvery(std::chrono::milliseconds pause) { m_look.setInterval(pause); }
    /// Takes seconds for a year's book: not for a screen.
    base::Outcome saveBookAsPdf(domain::VolumeId volume, QDate month, const QString& path);

public slots:
    void findQueues();

signals:
    void targetChanged();
    void queuesFound(const motcua::base::Error& error);
    /// `dossier` is null for a book.
    void printed(const QString& form, motcua::domain::DossierId dossier);
    void failed(const QString& form, motcua::domain::DossierId dossier, const motcua::base::Error& error);
    void saved(const QString& path);
    void unprintedChanged();
    /// A job that had stopped at its printer came out after all (and is on record), or was taken out of the queue.
    void jobEnded(const motcua::counter::WantedPaper& paper, motcua::domain::ports::JobFate fate);

private:
    /// What is on its way to paper.
    struct Sheet {
        WantedPaper paper;
        QByteArray pdf;
        QString media;
        int copies = 1;
        int attempt = 0;
        PrintIntention intention = {};
        bool isListed = false; ///< the list of what did not come out has these copies
    };
    /// A book's rows and the form that shows them.
    struct BookSheet {
        WantedPaper paper;
        QString html;
        QJsonObject values;
    };

    base::Result<Sheet> sheetOf(const WantedPaper& wanted, std::optional<int> copies) const;
    base::Result<QJsonObject> valuesOf(const domain::JobPaper& paper, const domain::Dossier& dossier, qint64 slip) const;
    base::Result<PaperToSee> toSee(
        const domain::JobPaper& paper, const domain::Dossier& dossier, const std::vector<domain::Event>& history, qint64 slip) const;
    void moveIfTooTall(const domain::ports::Form& sheet, QJsonObject& values) const;
    std::vector<domain::JobPaper> papersOf(const domain::Dossier& dossier) const;
    // PrintingVisits.cpp
    std::vector<PaperOfVisit> visitOf(const domain::JobPaper& paper, const domain::Dossier& dossier) const;
    void takeForVisit(std::vector<domain::JobPaper>& papers, const domain::Dossier& dossier) const;
    std::optional<WantedPaper> wantedOfVisit(const domain::JobPaper& paper, const domain::Dossier& dossier) const;
    std::vector<domain::DossierId> paidWith(const domain::Dossier& dossier, const QString& slipNumber) const;
    static Sheet sheetOf(const BookSheet& book, QByteArray pdf);
    base::Result<BookSheet> book(domain::VolumeId volume, QDate month) const;
    std::map<std::pair<domain::VolumeId, int>, QString> replacementsIn(const std::vector<domain::BookEntry>& entries) const;
    std::map<std::pair<domain::VolumeId, int>, QString> spoilingsIn(const std::vector<domain::BookEntry>& entries) const;
    WantedPaper wanted(const QString& form, domain::DossierId dossier, qint64 slip) const;
    /// `copies`: for the list, when there is no sheet.
    void send(const base::Result<Sheet>& sheet, const WantedPaper& paper, int copies);
    void spool(Sheet sheet, int mostInOneJob);
    void ended(const Sheet& sheet, const base::Result<domain::ports::PrintReceipt>& receipt);
    void notSpooled(const Sheet& sheet, const base::Error& error);
    void cameOut(const Sheet& sheet);
    /// `out`: how many of its copies came out; the others go into the list.
    void settle(Sheet sheet, int out, const domain::ports::PrintReceipt& receipt);
    using Then = std::function<void(const UnprintedPaper& left)>;
    /// Takes its jobs out of the queue, one after the other, and goes on with what is still missing. Where one cannot be taken out it is in the
    /// list again, and nothing follows.
    void withdraw(UnprintedPaper missing, const Then& then);
    void withdrawSought(UnprintedPaper missing, const Then& then);
    void withdrawn(UnprintedPaper missing, int out, const Then& then);
    void notWithdrawn(UnprintedPaper missing, const base::Error& error);
    void lookAfterStopped();
    void stoppedJobEnded(const WantedPaper& paper, const StoppedJob& job, const domain::ports::JobState& state);
    /// Records what came out of a job that has ended; how many copies.
    int settleJob(const Sheet& sheet, const domain::ports::JobState& state);
    void seek(const PrintIntention& left);
    void answered(PrintIntention left, const base::Result<domain::ports::JobState>& found);
    bool isOnRecord(const Sheet& sheet, const domain::ports::PrintJob& job) const;
    static Sheet sheetOf(const PrintIntention& left);
    std::optional<UnprintedPaper> takeInHand(const WantedPaper& paper);
    void putDown(const WantedPaper& paper);
    void fail(const WantedPaper& paper, int copies, int attempt, const base::Error& error);
    void saveWithdrawn(const UnprintedPaper& what, const QString& path);
    void keep(const UnprintedPaper& what, const base::Result<Sheet>& sheet, const QString& path);
    base::Outcome save(Sheet sheet, const QString& path);
    void keepList();
    std::vector<WantedPaper> owed() const;
    base::Outcome record(const Sheet& sheet, const domain::ports::PrintReceipt& receipt);

    Ports m_ports;
    const Desk& m_desk;
    CommandRunner& m_runner;
    PrintTarget m_target;
    QStringList m_queues;
    int m_pending = 0;
    int m_attempts = 0;
    int m_settling = 0; ///< the attempt that what was left behind counts as
    UnprintedPapers m_unprinted;
    std::vector<UnprintedPaper> m_inHand; ///< taken out of the list and not on its way yet: the disk still has them
    PrintIntentions m_intentions;
    std::vector<PrintIntention> m_unrecorded; ///< came out, and could not be recorded; tried again with the next record
    UnprintedOnDisk m_onDisk;
    bool m_isRestored = false;
    QTimer m_look;
};

}
