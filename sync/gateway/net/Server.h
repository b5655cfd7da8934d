#pragma once

#include "sync/gateway/Platform.h"
#include "sync/gateway/net/Housekeeping.h"
#include "sync/gateway/net/Listener.h"
#include "sync/gateway/net/RequestLimit.h"
#include "sync/gateway/net/TusEndpoint.h"

namespace motcua::gateway {

/// The platform on the network: the main listener and the enrolment listener, as openapi.yaml has them. Owned by the program;
/// started and stopped by one thread.
class Server {
public:
    struct Plan {
        std::string host = "127.0.0.1";
        int port = 0;
        int enrolmentPort = 0;
        std::string publicHost; ///< what stations are told; empty: `host`
    };
    Server(Platform& platform, const Plan& plan);
    ~Server();

    base::Outcome start();
    /// Answers what is being answered, then ends.
    void stop();
    QString url() const { return urlOf(m_main.port()); }
    QString enrolmentUrl() const { return urlOf(m_enrolment.port()); }

private:
    using PeerHandler = std::function<void(const Peer&, const httplib::Request&, httplib::Response&)>;
    using PeerReader = std::function<void(const Peer&, const httplib::Request&, httplib::Response&, const httplib::ContentReader&)>;

    QString urlOf(int port) const;
    void addRecordRoutes();
    void addFeedRoutes();
    void addBlobRoutes();
    void addUploadRoutes();
    void addEnrolmentRoute();
    httplib::Server::Handler forPeer(PeerHandler handler);
    httplib::Server::HandlerWithContentReader readingForPeer(PeerReader handler);
    base::Result<Peer> peerOf(const httplib::Request& request);

    Platform& m_platform;
    Plan m_plan;
    RequestLimit m_limit;
    TusEndpoint m_tus;
    Listener m_main;
    Listener m_enrolment;
    Housekeeping m_housekeeping;
};

}
