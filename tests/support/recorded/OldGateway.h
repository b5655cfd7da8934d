#pragma once

#include "sync/protocol/Record.h"
#include "tests/support/recorded/Exchange.h"

#include <httplib.h>

#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace motcua::test {

/// Plays the gateway of fb30b3b to one station: gives the recorded answer to each recorded question, whatever their order, and an
/// empty page to every other question for the feed. What else is asked is not answered and told. Made and looked at by one thread.
class OldGateway {
public:
    /// `keys`: the directory of a recorded gateway's keys.
    OldGateway(const QString& keys, std::vector<Exchange> exchanges);
    ~OldGateway();

    int port() const { return m_port; }
    /// Method and target of what fb30b3b's stations would not have asked.
    QStringList unheard() const;
    /// Recorded questions that nobody asked.
    QStringList unasked() const;

private:
    struct Played {
        Exchange exchange;
        bool asked = false;
    };
    void answer(const httplib::Request& request, httplib::Response& response);
    bool answerParts(const httplib::Request& request, httplib::Response& response);
    std::vector<Played*> partsOf(const std::vector<protocol::Record>& sent, size_t& covered);
    static void give(const Exchange& exchange, httplib::Response& response);
    static bool isSame(const Exchange& exchange, const httplib::Request& request);

    httplib::SSLServer m_http;
    mutable std::mutex m_mutex;
    std::vector<Played> m_played;
    QStringList m_unheard;
    int m_port = 0;
    std::thread m_thread;
};

}
