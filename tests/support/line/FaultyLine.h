#pragma once

#include "tests/support/line/TestAuthority.h"

#include <QHash>
#include <QMutex>
#include <QThread>

#include <atomic>
#include <memory>

namespace motcua::test {

/// What the line does to one request.
enum class Fault {
    None,
    CutBefore,        ///< the connection breaks before the platform sees anything
    CutDuring,        ///< the platform gets half the request
    CutAfter,         ///< the platform acts, the answer is lost
    CutInReply,       ///< half the answer comes
    ServerError,      ///< 500, and nothing done
    ServerErrorAfter, ///< 502, though it was done
    Busy,             ///< 503 with a body that is no JSON
    Garbage,          ///< done, answered with noise instead of HTTP
    WrongJson,        ///< done, answered with JSON of another shape
    Forged,           ///< done, answered with a mark nobody signed
    Redirect,         ///< sent elsewhere
    DayBefore,        ///< the platform's answer, dated a day earlier
    Clock,            ///< answered with the true time, as /v1/health would
    Endless,          ///< an answer that does not stop
    Stall,            ///< done, never answered
    Twice,            ///< the request reaches the platform twice, the second answer counts
    ReplyTwice,       ///< the answer comes twice
    Late              ///< the answer comes after others that were asked later
};

/// Where and as whom the line speaks to the platform behind it.
struct Behind {
    QByteArray host = "127.0.0.1";
    quint16 port = 0; ///< 0: nobody is there
    Identity station;
    QByteArray authority;
};

class LineServer;

/// A bad line: stands between a station and a real platform, ends TLS on both sides, and does to the n-th request (all
/// connections counted, from 0) what a test tells it. Runs in a thread of its own; its functions may be called from the test's.
class FaultyLine {
public:
    FaultyLine(const Identity& platform, const Behind& behind);
    ~FaultyLine();

    quint16 port() const { return m_port; }
    void faultAt(int index, Fault fault);
    /// To every request from now on; None ends it.
    void faultAlways(Fault fault);
    int requests() const { return m_requests; }
    int faultsDone() const { return m_faultsDone; }

    /// Breaks all connections and takes no new ones.
    void goDown();
    void comeUp();
    /// From the next connection on.
    void setIdentity(const Identity& platform);

private:
    friend class LineServer;
    friend class LineSession;
    Fault nextFault();

    QThread m_thread;
    LineServer* m_server;
    Behind m_behind;
    quint16 m_port = 0;
    QMutex m_mutex;
    QHash<int, Fault> m_faults;
    Fault m_always = Fault::None;
    std::atomic<int> m_requests = 0;
    std::atomic<int> m_faultsDone = 0;
};

}
