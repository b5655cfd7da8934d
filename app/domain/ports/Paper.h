#pragma once

#include "app/base/Result.h"

#include <QByteArray>
#include <QFuture>
#include <QJsonObject>
#include <QStringList>

namespace motcua::domain::ports {

/// Makes the paper. `form` is a template's name ("form-01", "form-02", "form-03", "attestation-copy", "fee-slip", "book-copies");
/// `values` are described beside each template in forms/print. Errors: "paper.unknown-form", "paper.missing-value" (with field),
/// "paper.empty".
class FormRenderer {
public:
    virtual ~FormRenderer() = default;
    /// A PDF proved to have at least one page and text on it.
    virtual base::Result<QByteArray> render(const QString& form, const QJsonObject& values) = 0;
    /// The same beside the caller's work, one after the other: a year's book takes seconds.
    virtual QFuture<base::Result<QByteArray>> renderApart(const QString& form, const QJsonObject& values) = 0;
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

/// The spooler. Errors: "print.no-queue", "print.spooler-unreachable", "print.refused", "print.timed-out", "print.stopped"
/// (paper out, printer off: the job stays in the queue).
class Printer {
public:
    virtual ~Printer() = default;
    virtual QFuture<base::Result<QStringList>> queues() = 0;
    /// Finishes when the spooler has taken the whole job or said why not.
    virtual QFuture<base::Result<PrintReceipt>> print(const PrintRequest& request) = 0;
};

}
