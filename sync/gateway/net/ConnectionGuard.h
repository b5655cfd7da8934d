#pragma once

#include <openssl/ssl.h>

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <thread>

namespace motcua::gateway {

/// Knows every connection of a listener, cuts those that take too long to shake hands or to send a request, bounds how many one
/// address may have, and at the end closes the idle ones. httplib has time-outs for each read only, which a peer that dribbles
/// never meets. Owned by Listener; may be used by any thread.
class ConnectionGuard {
public:
    struct Bounds {
        std::chrono::seconds handshake{8};
        std::chrono::seconds idle{75};     ///< from an answer to the end of the next request's head
        std::chrono::seconds request{180}; ///< from there to the end of its body
        int perAddress = 120;
    };
    explicit ConnectionGuard(const Bounds& bounds);
    ~ConnectionGuard();
    ConnectionGuard(const ConnectionGuard&) = delete;
    ConnectionGuard& operator=(const ConnectionGuard&) = delete;

    /// Makes this guard hear of the context's connections.
    void watch(SSL_CTX* context);

    // Called by the thread that serves a connection.
    void reading();   ///< a request's head has come
    void answering(); ///< a request is complete and being answered: no bound
    void answered();
    void leave(); ///< the connection is over

    /// No new connections; idle ones are cut, those that answer are cut when they have answered.
    void stop();

private:
    using Moment = std::chrono::steady_clock::time_point;
    struct Connection {
        int socket = -1; ///< a duplicate: it cannot become another connection's while we hold it
        std::string address;
        Moment deadline;
        bool isAnswering = false;
    };

    static void hear(const SSL* ssl, int where, int result);
    void enter(const SSL* ssl);
    void shaken();
    void patrol();
    Connection* mine();

    Bounds m_bounds;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::map<std::thread::id, Connection> m_connections;
    bool m_stopped = false;
    bool m_over = false;
    std::thread m_patrol;
};

}
