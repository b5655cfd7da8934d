#pragma once

#include "app/base/Result.h"

#include <QDeadlineTimer>
#include <QString>

#include <atomic>
#include <memory>

struct _http_s; // NOLINT(bugprone-reserved-identifier): the name is that of CUPS
struct _ipp_s;  // NOLINT(bugprone-reserved-identifier): the name is that of CUPS

namespace motcua::paper {

struct IppDelete {
    void operator()(_ipp_s* ipp) const;
};
using IppMessage = std::unique_ptr<_ipp_s, IppDelete>;

/// One connection to a spooler whose every step ends at the deadline. Made, used and destroyed on one thread.
class CupsConnection {
public:
    CupsConnection(const QString& server, QDeadlineTimer deadline, const std::atomic_bool& cancelled);
    ~CupsConnection();
    CupsConnection(const CupsConnection&) = delete;
    CupsConnection& operator=(const CupsConnection&) = delete;

    /// Errors: "print.spooler-unreachable", "print.timed-out".
    base::Outcome open();

    bool isOver() const;
    _http_s* http() const { return m_http; }

    /// The name by which the spooler knows a queue.
    static QString uriOf(const QString& queue);

    /// Asks for `attributes` of a printer or a job. Null when the spooler did not answer or refused; failure() says which.
    IppMessage ask(int operation, const QString& uri, int job, std::initializer_list<const char*> attributes) const;

    /// The error for what CUPS reported last on this thread.
    base::Error failure(const QString& queue) const;

private:
    static int timedOut(_http_s* http, void* connection);

    QString m_server;
    QDeadlineTimer m_deadline;
    const std::atomic_bool& m_cancelled;
    _http_s* m_http = nullptr;
};

}
