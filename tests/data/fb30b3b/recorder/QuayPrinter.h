#pragma once

#include "app/domain/ports/Paper.h"

#include <QCryptographicHash>

namespace motcua::recorder {

/// A spooler that takes every job, or refuses the ones that the story tells it to.
class QuayPrinter final : public domain::ports::Printer {
public:
    explicit QuayPrinter(int firstJob) : m_job(firstJob) {}

    /// The paper runs out after so many more jobs; -1: never.
    void runOutAfter(int jobs) { m_left = jobs; }

    QFuture<base::Result<QStringList>> queues() override {
        return QtFuture::makeReadyFuture(base::Result<QStringList>(QStringList{QStringLiteral("quay-1")}));
    }
    QFuture<base::Result<domain::ports::PrintReceipt>> print(const domain::ports::PrintRequest& request) override {
        using Receipt = base::Result<domain::ports::PrintReceipt>;
        if (m_left == 0)
            return QtFuture::makeReadyFuture(Receipt(base::fail(QStringLiteral("print.stopped"))));
        m_left -= m_left > 0 ? 1 : 0;
        const QString sha256 = QString::fromLatin1(QCryptographicHash::hash(request.pdf, QCryptographicHash::Sha256).toHex());
        return QtFuture::makeReadyFuture(Receipt(domain::ports::PrintReceipt{request.queue, m_job++, sha256}));
    }

private:
    int m_job;
    int m_left = -1;
};

}
