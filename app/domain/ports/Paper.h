#pragma once

#include "app/base/Result.h"

#include <QByteArray>
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
};

/// A job in a queue.
struct PrintJob {
    QString queue;
    int number = 0; ///< the spooler's
};

/// What became of a job that stopped at its printer.
enum class JobFate {
    Waits,   ///< it comes out when the printer goes on
    CameOut, ///< the spooler has printed all of it
    Gone     ///< taken out of the queue, given up by the spooler, or unknown to it
};

/// The spooler. Errors: "print.no-queue", "print.spooler-unreachable", "print.refused", "print.timed-out", "print.stopped"
/// (paper out, printer off: the job stays in the queue, "queue" and "job" in the detail say which).
class Printer {
public:
    virtual ~Printer() = default;
    virtual QFuture<base::Result<QStringList>> queues() = 0;
    /// Finishes when the spooler has taken the whole job or said why not.
    virtual QFuture<base::Result<PrintReceipt>> print(const PrintRequest& request) = 0;
    virtual QFuture<base::Result<JobFate>> fateOf(const PrintJob& job) = 0;
    /// Takes a job that waits out of its queue; CameOut where it was too late, else Gone. Errors: "print.spooler-unreachable", "print.timed-out",
    /// and "print.not-withdrawn" where the spooler refuses: then it still waits.
    virtual QFuture<base::Result<JobFate>> withdraw(const PrintJob& job) = 0;
};

}
