#pragma once

#include "app/base/Result.h"
#include "sync/gateway/keys/Authority.h"
#include "sync/gateway/net/ConnectionGuard.h"

#include <httplib.h>

#include <functional>
#include <memory>
#include <thread>

namespace motcua::gateway {

/// Where blobs are: bodies may be as large as one.
bool isBlobPath(const std::string& path);
/// Whether a request is tus: blobs may be asked for by their hash without it.
bool isTus(const httplib::Request& request);

/// One listening socket with TLS, its threads and its bounds. Owned by Server; made and stopped by one thread.
class Listener {
public:
    enum class Trust { OurStations, AnyKey };
    struct Plan {
        Trust trust = Trust::OurStations;
        std::string host;
        int port = 0; ///< 0: any free one
        size_t threads = 64;
        size_t bodyBytes = 0; ///< of the largest request
        ConnectionGuard::Bounds guard = {};
    };

    Listener(const Authority& authority, const Plan& plan);
    ~Listener();

    httplib::Server& http() { return *m_http; }
    /// Wraps a handler: the connection counts as answering while it runs.
    httplib::Server::Handler answering(httplib::Server::Handler handler);
    httplib::Server::HandlerWithContentReader answering(httplib::Server::HandlerWithContentReader handler);
    /// Makes httplib read no further from a connection: what follows is the rest of a body that nobody wants.
    static void endAfterAnswer(const httplib::Request& request, httplib::Response& response);
    /// Binds and serves. Errors: "platform.cannot-listen".
    base::Outcome start();
    int port() const { return m_port; }
    void stop();

private:
    bool setUp(SSL_CTX& context, const Authority& authority) const;
    void bound();
    void answerFaults();

    Plan m_plan;
    ConnectionGuard m_guard;
    std::unique_ptr<httplib::SSLServer> m_http;
    int m_port = 0;
    std::thread m_thread;
};

}
