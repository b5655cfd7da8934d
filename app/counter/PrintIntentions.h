#pragma once

#include "app/counter/Ports.h"
#include "app/counter/WantedPaper.h"

#include <QDateTime>

namespace motcua::counter {

class Desk;

/// A job that is about to be spooled, or a file that is about to be written.
struct PrintIntention {
    domain::DraftId id; ///< of its draft; null: there is none
    WantedPaper paper;
    QString ticket; ///< of a job: eight letters and digits at the end of its title; random, so they tell nothing of anybody
    QString queue;  ///< as it was wanted; empty: the system's default
    QString path;   ///< of a file; empty: a job
    QString sha256; ///< of the PDF, hex
    int copies = 1;
    int pages = 0;           ///< of the PDF; 0: not known
    QDateTime since;         ///< by the computer's clock, UTC: it was not spooled before
    QString boot;            ///< which start of the computer that was
    bool isAnswered = false; ///< the spooler was asked about it, and cannot tell

    /// What the spooler shows: "H49.30-261130-0015 form-01 #K7Q2MXPA".
    QString title() const;
    /// How many of its copies these sides make, of a job that was printed to its end: all of them where the queue counts nothing.
    int copiesOf(int sides) const;
    /// The same of one that was not: whole copies that it counted.
    int wholeCopiesOf(int sides) const;

    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("id", self.id);
        field("paper", self.paper);
        field("ticket", self.ticket);
        field("queue", self.queue);
        field("path", self.path);
        field("sha256", self.sha256);
        field("copies", self.copies);
        field("pages", self.pages);
        field("since", self.since);
        field("boot", self.boot);
    }
};

/// What is about to come out, each sealed on disk by itself before it can: whoever is killed afterwards finds out what became of it. It leaves the
/// disk with the record of its print, in one transaction, or when it is known that there is nothing to record. Owner: Printing. Thread: GUI.
class PrintIntentions {
public:
    PrintIntentions(const Ports& ports, const Desk& desk) : m_ports(ports), m_desk(desk) {}

    /// Durable when it returns. Errors: the draft store's: then nothing may be spooled.
    base::Result<PrintIntention> begin(const WantedPaper& paper, const QByteArray& pdf, int copies, const QString& queue, const QString& path);
    /// There is nothing to record of it.
    void end(const PrintIntention& intention);
    /// Those that a program left behind that is no more, the oldest first.
    std::vector<PrintIntention> left() const;

    /// Whether the computer has not been started anew since.
    static bool isOfThisStart(const PrintIntention& intention);

private:
    Ports m_ports;
    const Desk& m_desk;
};

}
