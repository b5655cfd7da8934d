#pragma once

#include "app/base/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QFuture>
#include <QJsonObject>
#include <QStringList>

namespace motcua::domain::ports {

/// A form by its template's name, as a job's papers have it; `html`: the template that was published with the job, empty: the one
/// that comes with the program or lies in the province's directory.
struct Form {
    QString name;
    QString html = {};
    Form(QString formName, QString published = {}) : name(std::move(formName)), html(std::move(published)) {}
};

/// Makes the paper. `values` are described beside each template in forms/print. Errors: "paper.unknown-form", "paper.missing-value"
/// (with field), "paper.empty".
class FormRenderer {
public:
    virtual ~FormRenderer() = default;
    /// A PDF proved to have at least one page and text on it.
    virtual base::Result<QByteArray> render(const Form& form, const QJsonObject& values) = 0;
    /// The same beside the caller's work, one after the other: a year's book takes seconds.
    virtual QFuture<base::Result<QByteArray>> renderApart(const Form& form, const QJsonObject& values) = 0;
    /// The sheet that the form's template is made for, "A4" or "A5": a province's own may be smaller than the one that comes with the program.
    virtual base::Result<QString> media(const Form& form) const = 0;
    /// How much of its first sheet it would need if that had no end, in parts of the sheet's height: at most 1 where it fits. What stands above it
    /// and the margin below it count, at the least what printers leave white.
    virtual base::Result<double> heightOf(const Form& form, const QJsonObject& values) const = 0;
};

struct PrintRequest {
    QByteArray pdf;
    QString title;  ///< shown in the spooler's list: no personal data
    QString queue;  ///< a CUPS queue; empty: the system's default
    QString media;  ///< "A4" or "A5"
    int copies = 1; ///< 1–100
};

struct PrintReceipt {
    QString queue;
    int job = 0;
    QString sha256; ///< of the PDF, hex
    int sides = 0;  ///< that the queue says came out, of all copies; 0: it does not say
};

/// A job in a queue.
struct PrintJob {
    QString queue;
    int number = 0; ///< the spooler's; 0: it has none of it
};

/// What became of a job.
enum class JobFate {
    Waits,   ///< it comes out when the printer goes on
    CameOut, ///< the spooler has printed all of it
    Gone,    ///< taken out of the queue, given up by the spooler, or unknown to it
    Unknown  ///< the spooler cannot tell: what it remembers does not reach back so far
};

struct JobState {
    JobFate fate = JobFate::Unknown;
    PrintJob job;
    int sides = 0; ///< as in PrintReceipt; of one that is Gone: what had come out of it by then
};

/// A job that somebody who is no more had wanted to spool.
struct SoughtJob {
    QString ticket;  ///< its title ends with "#" and this
    QDateTime since; ///< by the computer's clock, UTC: it was not spooled before
};

/// The spooler. Errors: "print.no-queue", "print.spooler-unreachable", "print.refused", "print.timed-out", "print.stopped"
/// (paper out, printer off: the job stays in the queue), "print.too-many-copies": the queue does not make so many of one job, "most" in the detail
/// says how many it does. Where there is a job that may still come out, "queue" and "job" in the detail say which; of one that the spooler gave up
/// "queue" and "ended", and in "sides" what had come out of it.
class Printer {
public:
    virtual ~Printer() = default;
    virtual QFuture<base::Result<QStringList>> queues() = 0;
    /// Finishes when the spooler has taken the whole job or said why not; of several copies, when they are out.
    virtual QFuture<base::Result<PrintReceipt>> print(const PrintRequest& request) = 0;
    virtual QFuture<base::Result<JobState>> fateOf(const PrintJob& job) = 0;
    /// Takes a job that waits out of its queue; CameOut where it was too late, else Gone. Errors: "print.spooler-unreachable", "print.timed-out",
    /// and "print.not-withdrawn" where the spooler refuses: then it still waits.
    virtual QFuture<base::Result<JobState>> withdraw(const PrintJob& job) = 0;
    /// Looks through all that the spooler remembers, in every queue. Gone without a number: it never had it. What was not sent to its end is taken
    /// out of the queue. Errors: "print.spooler-unreachable", "print.timed-out".
    virtual QFuture<base::Result<JobState>> find(const SoughtJob& sought) = 0;
};

}
