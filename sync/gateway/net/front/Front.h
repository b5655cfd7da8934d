#pragma once

#include "app/base/Clock.h"
#include "app/base/Result.h"
#include "sync/gateway/net/Routes.h"
#include "sync/gateway/net/Workers.h"
#include "sync/gateway/net/front/Connections.h"
#include "sync/gateway/net/front/TlsContext.h"

#include <QString>

#include <chrono>
#include <memory>

namespace motcua::gateway {

/// How long a connection may take for what.
struct Patience {
    std::chrono::seconds handshake{8};
    std::chrono::seconds idle{75};   ///< until the first byte of a request
    std::chrono::seconds head{10};   ///< from there to the end of its head
    std::chrono::seconds still{15};  ///< without a byte of a body, or with a piece of an answer that is not fetched
    std::chrono::seconds whole{180}; ///< for a whole body, and for a whole answer
};

/// One listening socket, and what it says of whom it serves.
struct Listening {
    Trust trust = Trust::OurStations;
    std::string host;
    int port = 0;   ///< 0: any free one
    QString socket; ///< a path: there, without TLS, behind a proxy that has checked who asks and says so; empty: at host and port
    const Routes* routes = nullptr;
    Connections::Bounds bounds = {};
    Patience patience = {};
};

/// The front of the platform: threads that wait for the network and for nothing else. They shake hands, read heads within bounds, hold what
/// they say against the routes, gather bodies or pass them on in pieces, and send answers; the rest is done by workers. Owned by Server;
/// made, started and stopped by one thread.
class Front {
public:
    struct Parts {
        const Authority& authority;
        const Revoked& revoked;
        const base::Clock& clock;
        Workers& workers;
    };
    explicit Front(const Parts& parts);
    ~Front();

    /// Listens too. Errors: "platform.cannot-listen". The port, or 0 for a socket of a path.
    base::Result<int> listen(const Listening& listening);
    void start();
    /// No new connections; those that are served are answered, for so long, and all end.
    void stop(std::chrono::milliseconds patience);

private:
    class Loop;
    std::unique_ptr<Loop> m_loop;
};

}
