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
        return QByteArray("%PDF-") + form.name.toUtf8() + "\n/Type /Page\n";
    }
    QFuture<base::Result<QByteArray>> renderApart(const domain::ports::Form& form, const QJsonObject& values) override {
        return QtFuture::makeReadyFuture(render(form, values));
    }
    base::Result<QString> media(const domain::ports::Form&) const override { return QStringLiteral("A4"); }
    base::Result<double> heightOf(const domain::ports::Form&, const QJsonObject&) const override { return height; }
    QFuture<base::Result<QStringList>> queues() override {
        return QtFuture::makeReadyFuture(base::Result<QStringList>(QStringList{QStringLiteral("desk")}));
    }
    QFuture<base::Result<domain::ports::PrintReceipt>> print(const domain::ports::PrintRequest& request) override {
        requests.push_back(request);
        if (request.copies > mostCopies)
            return QtFuture::makeReadyFuture(base::Result<domain::ports::PrintReceipt>(
                base::fail(QStringLiteral("print.too-many-copies"), {{QStringLiteral("most"), QString::number(mostCopies)}})));
        if (!printFailure.code.isEmpty())
            return QtFuture::makeReadyFuture(base::Result<domain::ports::PrintReceipt>(base::fail(printFailure)));
        if (isSlow) {
            m_underWay.emplace_back().start();
            return m_underWay.back().future();
        }
        const domain::ports::PrintReceipt receipt{QStringLiteral("desk"), static_cast<int>(requests.size()), QString(64, QLatin1Char('a')), counted};
        return QtFuture::makeReadyFuture(base::Result<domain::ports::PrintReceipt>(receipt));
    }
    QFuture<base::Result<domain::ports::JobState>> fateOf(const domain::ports::PrintJob& job) override {
        return answer(domain::ports::JobState{fates.value(job.number, domain::ports::JobFate::Waits), job, sides.value(job.number)});
    }
    QFuture<base::Result<domain::ports::JobState>> withdraw(const domain::ports::PrintJob& job) override {
        using domain::ports::JobFate;
        if (!withdrawFailure.code.isEmpty())
            return answer(base::fail(withdrawFailure));
        if (fates.value(job.number, JobFate::Waits) == JobFate::Waits)
            fates.insert(job.number, JobFate::Gone);
        withdrawn.push_back(job.number);
        return answer(domain::ports::JobState{fates.value(job.number), job, sides.value(job.number)});
    }
    QFuture<base::Result<domain::ports::JobState>> find(const domain::ports::SoughtJob& job) override {
        sought.push_back(job.ticket);
        return findFailure.code.isEmpty() ? answer(found) : answer(base::fail(findFailure));
    }

    std::vector<std::pair<QString, QJsonObject>> rendered;
    std::vector<domain::ports::PrintRequest> requests;
    base::Error renderFailure;
    double height = 0.5; ///< of every form, as FormRenderer::heightOf
    base::Error printFailure;
    QHash<int, domain::ports::JobFate> fates; ///< of jobs that stopped; those not named wait
    std::vector<int> withdrawn;               ///< jobs that were to be taken out of their queue
    base::Error withdrawFailure;
    QHash<int, int> sides;         ///< that came out of such jobs; those not named: none, as far as is said
    domain::ports::JobState found; ///< of whatever is looked for
    std::vector<QString> sought;   ///< the tickets that were looked for
    base::Error findFailure;
    int mostCopies = 100; ///< that the queue makes of one job
    int counted = 0;      ///< sides that it says came out of whatever is printed; 0: it does not say
    bool isSlow = false;  ///< what is asked for from now on never ends

private:
    static QFuture<base::Result<domain::ports::JobState>> answer(base::Result<domain::ports::JobState> state) {
        return QtFuture::makeReadyFuture(std::move(state));
    }

    std::vector<QPromise<base::Result<domain::ports::PrintReceipt>>> m_underWay;
};

}
