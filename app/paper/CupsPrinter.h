#pragma once

#include "app/domain/ports/Paper.h"

#include <QThreadPool>

#include <atomic>
#include <chrono>

namespace motcua::paper {

/// Prints through the CUPS spooler. Owned by the composition root, called from the GUI thread; each request runs in an own
/// small thread pool, so a spooler that hangs holds up nothing. Destruction makes what is under way end with "print.timed-out".
///
/// A job counts as taken when the spooler has acknowledged the whole document and does not report within `settle` that it
/// cannot be printed; of several copies it waits until they are out, for as long as a request may last. Further detail of errors: queue, reason
/// (CUPS's own keyword, as "media-empty-error"), job.
class CupsPrinter : public domain::ports::Printer {
public:
    struct Options {
        QString server;                                               ///< "host:port" or a socket's path; empty: CUPS_SERVER or the system's spooler
        std::chrono::milliseconds timeout = std::chrono::seconds(30); ///< for a whole request
        std::chrono::milliseconds settle = std::chrono::seconds(2);
    };

    CupsPrinter();
    explicit CupsPrinter(Options options);
    ~CupsPrinter() override;

    QFuture<base::Result<QStringList>> queues() override;
    QFuture<base::Result<domain::ports::PrintReceipt>> print(const domain::ports::PrintRequest& request) override;
    QFuture<base::Result<domain::ports::JobState>> fateOf(const domain::ports::PrintJob& job) override;
    QFuture<base::Result<domain::ports::JobState>> withdraw(const domain::ports::PrintJob& job) override;
    QFuture<base::Result<domain::ports::JobState>> find(const domain::ports::SoughtJob& sought) override;

private:
    template <class T, class Work>
    QFuture<base::Result<T>> run(Work work);

    Options m_options;
    QThreadPool m_pool;
    std::atomic_bool m_closing = false;
};

}
