#include "app/paper/CupsPrinter.h"

#include "app/base/Logging.h"
#include "app/paper/CupsConnection.h"
#include "app/paper/CupsJob.h"
#include "app/paper/TicketSearch.h"
#include "app/paper/WaitingJob.h"

#include <QPromise>

#include <cups/cups.h>

#include <memory>

namespace motcua::paper {

using domain::ports::JobState;
using domain::ports::PrintJob;
using domain::ports::PrintReceipt;
using domain::ports::PrintRequest;
using domain::ports::SoughtJob;

namespace {

base::Result<base::Done> refused(const PrintRequest& request) {
    const auto because = [&](const char* reason) {
        return base::fail(
            QStringLiteral("print.refused"), {{QStringLiteral("queue"), request.queue}, {QStringLiteral("reason"), QLatin1String(reason)}});
    };
    if (!request.pdf.startsWith("%PDF-"))
        return because("not-a-pdf");
    if (request.copies < 1 || request.copies > 100)
        return because("copies");
    if (request.media != QLatin1String("A4") && request.media != QLatin1String("A5"))
        return because("media");
    return base::done();
}

base::Result<QStringList> queueNames(CupsConnection& connection) {
    cups_dest_t* all = nullptr;
    const int count = cupsGetDests2(connection.http(), &all);
    QStringList names;
    for (int i = 0; i < count; ++i) {
        const QString name = QString::fromUtf8(all[i].name);
        if (all[i].is_default)
            names.prepend(name);
        else if (!names.contains(name))
            names.append(name);
    }
    cupsFreeDests(count, all);
    if (names.isEmpty() && (connection.isOver() || cupsLastError() == IPP_STATUS_ERROR_INTERNAL))
        return base::fail(connection.failure({}));
    return names;
}

}

CupsPrinter::CupsPrinter() : CupsPrinter(Options{}) {}

CupsPrinter::CupsPrinter(Options options) : m_options(std::move(options)) {
    m_pool.setMaxThreadCount(4); // of several copies one waits for the end
    m_pool.setObjectName(QStringLiteral("print"));
}

CupsPrinter::~CupsPrinter() {
    m_closing = true;
    m_pool.waitForDone();
}

template <class T, class Work>
QFuture<base::Result<T>> CupsPrinter::run(Work work) {
    auto promise = std::make_shared<QPromise<base::Result<T>>>();
    QFuture<base::Result<T>> future = promise->future();
    promise->start();
    m_pool.start([this, promise, work = std::move(work), deadline = QDeadlineTimer(m_options.timeout)] {
        CupsConnection connection(m_options.server, deadline, m_closing);
        const auto opened = connection.open();
        base::Result<T> result = opened ? work(connection) : base::fail(opened.error());
        if (!result)
            qCWarning(base::lcPaper) << result.error().toLogLine();
        promise->addResult(std::move(result));
        promise->finish();
    });
    return future;
}

QFuture<base::Result<QStringList>> CupsPrinter::queues() {
    return run<QStringList>([](CupsConnection& connection) { return queueNames(connection); });
}

QFuture<base::Result<PrintReceipt>> CupsPrinter::print(const PrintRequest& request) {
    return run<PrintReceipt>([request, settle = m_options.settle](CupsConnection& connection) {
        if (const auto fine = refused(request); !fine)
            return base::Result<PrintReceipt>(base::fail(fine.error()));
        return CupsJob(connection, request).print(settle);
    });
}

QFuture<base::Result<JobState>> CupsPrinter::fateOf(const PrintJob& job) {
    return run<JobState>([job](CupsConnection& connection) { return WaitingJob(connection, job).state(); });
}

QFuture<base::Result<JobState>> CupsPrinter::withdraw(const PrintJob& job) {
    return run<JobState>([job](CupsConnection& connection) { return WaitingJob(connection, job).withdraw(); });
}

QFuture<base::Result<JobState>> CupsPrinter::find(const SoughtJob& sought) {
    return run<JobState>([sought](CupsConnection& connection) { return TicketSearch(connection, sought).state(); });
}

}
