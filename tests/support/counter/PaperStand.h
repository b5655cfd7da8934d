#pragma once

#include "app/domain/ports/Paper.h"

#include <QFuture>
#include <QHash>
#include <QPromise>

#include <vector>

namespace motcua::test {

/// Remembers the values and gives back a token instead of a PDF.
class PaperStand final : public domain::ports::FormRenderer, public domain::ports::Printer {
public:
    base::Result<QByteArray> render(const domain::ports::Form& form, const QJsonObject& values) override {
        if (!renderFailure.code.isEmpty())
            return base::fail(renderFailure);
        rendered.emplace_back(form.name, values);
        return QByteArray("%PDF-") + form.name.toUtf8();
    }
    QFuture<base::Result<QByteArray>> renderApart(const domain::ports::Form& form, const QJsonObject& values) override {
        return QtFuture::makeReadyFuture(render(form, values));
    }
    base::Result<QString> media(const domain::ports::Form&) const override { return QStringLiteral("A4"); }
    QFuture<base::Result<QStringList>> queues() override {
        return QtFuture::makeReadyFuture(base::Result<QStringList>(QStringList{QStringLiteral("desk")}));
    }
    QFuture<base::Result<domain::ports::PrintReceipt>> print(const domain::ports::PrintRequest& request) override {
        requests.push_back(request);
        if (!printFailure.code.isEmpty())
            return QtFuture::makeReadyFuture(base::Result<domain::ports::PrintReceipt>(base::fail(printFailure)));
        if (isSlow) {
            m_underWay.emplace_back().start();
            return m_underWay.back().future();
        }
        const domain::ports::PrintReceipt receipt{QStringLiteral("desk"), static_cast<int>(requests.size()), QString(64, QLatin1Char('a'))};
        return QtFuture::makeReadyFuture(base::Result<domain::ports::PrintReceipt>(receipt));
    }
    QFuture<base::Result<domain::ports::JobFate>> fateOf(const domain::ports::PrintJob& job) override {
        return QtFuture::makeReadyFuture(base::Result<domain::ports::JobFate>(fates.value(job.number, domain::ports::JobFate::Waits)));
    }
    QFuture<base::Result<domain::ports::JobFate>> withdraw(const domain::ports::PrintJob& job) override {
        using domain::ports::JobFate;
        if (!withdrawFailure.code.isEmpty())
            return QtFuture::makeReadyFuture(base::Result<JobFate>(base::fail(withdrawFailure)));
        if (fates.value(job.number, JobFate::Waits) == JobFate::Waits)
            fates.insert(job.number, JobFate::Gone);
        withdrawn.push_back(job.number);
        return QtFuture::makeReadyFuture(base::Result<JobFate>(fates.value(job.number)));
    }

    std::vector<std::pair<QString, QJsonObject>> rendered;
    std::vector<domain::ports::PrintRequest> requests;
    base::Error renderFailure;
    base::Error printFailure;
    QHash<int, domain::ports::JobFate> fates; ///< of jobs that stopped; those not named wait
    std::vector<int> withdrawn;               ///< jobs that were to be taken out of their queue
    base::Error withdrawFailure;
    bool isSlow = false; ///< what is asked for from now on never ends

private:
    std::vector<QPromise<base::Result<domain::ports::PrintReceipt>>> m_underWay;
};

}
