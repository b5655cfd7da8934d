#pragma once

#include "sync/gateway/Platform.h"
#include "sync/gateway/net/Housekeeping.h"
#include "sync/gateway/net/PeerWork.h"
#include "sync/gateway/net/Routes.h"
#include "sync/gateway/net/front/Front.h"
#include "sync/gateway/net/front/Revoked.h"

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
        /// A folder: the listeners are the sockets main.sock and enrol.sock in it, for a proxy (packaging/nginx) that listens at the ports
        /// above and checks the stations' certificates. Empty: the gateway does so itself.
        QString behind;
    };
    Server(Platform& platform, const Plan& plan);
    ~Server();

    /// Errors: "platform.cannot-listen", "platform.not-stored" (in the proxy's folder), those of Uploads::sweep().
    base::Outcome start();
    /// Answers what is being answered, then ends; takes away what start() put into the proxy's folder.
    void stop();
    QString url() const { return urlOf(m_port); }
    QString enrolmentUrl() const { return urlOf(m_enrolmentPort); }

private:
    QString urlOf(int port) const;
    Listening listening(Trust trust, int port, const Routes& routes) const;
    base::Outcome writeChain();
    void leaveProxy();
    base::Outcome listen();
    void addRecordRoutes();
    void addFeedRoutes();
    void addNumberRoutes();
    void addBlobRoutes();
    void addUploadRoutes();
    void addEnrolmentRoutes();
    /// A route of the main listener whose answer needs the head alone, or its whole body.
    void answer(Routes::Route route, HeadWork::Function function);
    void answerBody(Routes::Route route, BodyWork::Function function);
    template <class OfPeer>
    void add(Routes::Route route);

    Platform& m_platform;
    Plan m_plan;
    RequestLimit m_limit;
    Routes m_main;
    Routes m_enrolment;
    Revoked m_revoked;
    Workers m_workers;
    Front m_front;
    Housekeeping m_housekeeping;
    int m_port = 0;
    int m_enrolmentPort = 0;
    bool m_isBehind = false; ///< something of ours lies in the proxy's folder
};

template <class OfPeer>
void Server::add(Routes::Route route) {
    route.make = [this](const Request& request) { return std::make_unique<OfPeer>(PeerWork::Parts{m_platform, m_limit}, request); };
    m_main.add(std::move(route));
}

}
