#pragma once

#include "sync/http/Failure.h"
#include "sync/http/HttpExchange.h"
#include "sync/http/Tls.h"

#include <QStringList>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <variant>

namespace httplib {
class SSLClient;
enum class Error;
}

namespace motcua::http {

/// One connection to the platform, kept alive between requests and made anew when it broke. Used by one thread at a time;
/// abort() may be called from any.
class HttpConnection {
public:
    /// `host`: as the platform's certificate names it.
    HttpConnection(const Tls& tls, const std::string& host, int port, Tls::Dates dates);
    ~HttpConnection();
    HttpConnection(const HttpConnection&) = delete;
    HttpConnection& operator=(const HttpConnection&) = delete;

    /// Answer: one that came whole, whatever its status.
    using Outcome = std::variant<Answer, Failure>;

    /// Blocks until the platform answered, the line failed or abort() was called: that is how the request's deadline is kept.
    /// `addresses`: the host's, numeric, tried in turn until one can be connected to. `uploaded` is called in this
    /// thread when the last byte of a body has left.
    Outcome exchange(const Request& request, const QStringList& addresses, const std::function<void()>& uploaded);

    /// Ends what is under way and all that comes after it.
    void abort();
    bool isAborted() const { return m_aborted; }

private:
    Outcome attempt(const Request& request, const std::function<void()>& uploaded);
    Outcome connectAndAttempt(const Request& request, const QStringList& addresses, const std::function<void()>& uploaded);
    Failure failureOf(httplib::Error error) const;
    /// Remembers the socket that the library made, so that abort() can reach it.
    void made(int socket);
    static int verify(X509_STORE_CTX* chain, void* self);

    std::string m_host;
    std::unique_ptr<httplib::SSLClient> m_client;
    int m_verdict = X509_V_OK; ///< on the platform's certificate
    qsizetype m_address = 0;   ///< the one that worked last
    bool m_isReached = false;  ///< somebody took the last attempt's connection
    std::atomic<bool> m_aborted = false;
    std::mutex m_mutex;
    int m_socket = -1; ///< a duplicate: its number cannot be given to another file meanwhile
};

}
