#pragma once

#include "app/base/Clock.h"
#include "sync/http/Credentials.h"
#include "sync/http/Failure.h"
#include "sync/http/HttpExchange.h"
#include "sync/http/Tls.h"

#include <QThreadPool>

#include <memory>
#include <vector>

namespace motcua::http {

class Call;
class HttpConnection;

/// Asks the platform over mutual TLS (1.2 or later, its CA alone, host name checked), each question with its own total
/// deadline, several at a time. Owned by the sync worker, lives and answers in its thread; destroying it drops what is under
/// way without a word.
class Transport : public QObject {
    Q_OBJECT

public:
    /// Errors: "sync.bad-credentials" with "part".
    static base::Result<std::unique_ptr<Transport>> make(const Credentials& credentials, const base::Clock& clock);
    ~Transport() override;

    /// No request takes longer than this from now on.
    void shortenDeadlines(std::chrono::milliseconds longest) { m_longest = longest; }

    void send(const Request& request, AnswerHandler handler);

    /// How far this machine's clock is ahead of the platform's, as far as the platform's last answer shows; negative: behind.
    qint64 minutesAhead() const { return m_minutesAhead; }

private:
    Transport(const QUrl& platform, Tls tls, const base::Clock& clock);

    std::shared_ptr<HttpConnection> newConnection(Tls::Dates dates) const;
    std::shared_ptr<HttpConnection> takeIdle();
    void noteTime(const Answer& answer, const QDateTime& asked);
    void failed(const Failure& failure, const AnswerHandler& handler);
    /// Asks the platform for its time on a connection that forgives a certificate's dates and nothing else, on which nothing
    /// else travels; a difference tells a wrong clock here from an expired certificate there.
    void compareClocks(const base::Error& error, const AnswerHandler& handler);
    void compared(const Answer& answer, const base::Error& error, const AnswerHandler& handler) const;

    QUrl m_platform;
    Tls m_tls;
    const base::Clock& m_clock;
    std::chrono::milliseconds m_longest = std::chrono::minutes(10);
    qint64 m_minutesAhead = 0;
    QThreadPool m_threads;
    std::vector<std::shared_ptr<HttpConnection>> m_idle; ///< the one used last at the end
};

}
