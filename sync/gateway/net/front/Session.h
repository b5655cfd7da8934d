#pragma once

#include "sync/gateway/net/front/Budget.h"
#include "sync/gateway/net/front/Front.h"
#include "sync/gateway/net/front/RequestParser.h"

#include <utility> // which Boost 1.74 forgets

#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>

#include <optional>
#include <vector>

namespace motcua::gateway {

/// What the connections of one listening socket have in common. Owned by Front; outlives them.
struct Threshold {
    Threshold(const Listening& where, const Front::Parts& parts, boost::asio::ssl::context* context, qint64 gathered)
        : listening(where), revoked(parts.revoked), clock(parts.clock), workers(parts.workers), tls(context), connections(where.bounds),
          budget(gathered) {}

    Listening listening;
    const Revoked& revoked;
    const base::Clock& clock;
    Workers& workers;
    boost::asio::ssl::context* tls; ///< null: behind a proxy
    Connections connections;
    Budget budget;
};

/// One connection: its requests one after the other, by what happens and never by waiting. Held by its own handlers; lives on a strand of the
/// front's threads, and is let go by any thread.
class Session : public std::enable_shared_from_this<Session> {
public:
    using Socket = boost::asio::generic::stream_protocol::socket;
    using ErrorCode = boost::system::error_code;
    Session(Socket socket, QByteArray address, Threshold& threshold);
    /// Begins to serve, on its strand.
    void begin();

private:
    enum class Phase { Handshake, Idle, Head, Working, Body, Waiting, Writing, Ending, Over };
    using Moment = std::chrono::steady_clock::time_point;
    /// A request and what answers it; let go by a worker.
    struct Job {
        RequestParser parser;
        std::shared_ptr<Work> work;
    };
    struct Begun {
        std::optional<Answer> answer;
        bool gathers = true;
    };

    void start();
    void end();
    void shaken(const ErrorCode& error);
    void nextRequest();
    void read();
    void cameIn(const ErrorCode& error, size_t bytes);
    void gone();

    void parseHead();
    void headCame();
    bool identify();
    void begun(Begun begun);
    void readBody();
    void parseBody();
    bool bodyIsFine(qint64 before);
    void tookPiece(std::optional<Answer> answer);
    void finishWork();

    void fault(const char* code);
    void answer(Answer answer);
    void wait();
    void lookAgain();
    void looked(Answer answer);
    void send(Answer answer);
    QByteArray headOf(const Answer& answer) const;
    void write();
    void wrote(const ErrorCode& error);
    void written();
    void readPart();
    void readyPart(QByteArray bytes);
    void sayGoodbye();
    void linger();

    void due(Moment moment);
    void due(std::chrono::steady_clock::duration from) { due(std::chrono::steady_clock::now() + from); }
    void arm();
    void late();
    void dropJob();
    void close();

    template <class Result, class Function>
    void onWorker(Function function, void (Session::*then)(Result));
    template <class Handler>
    void writeBytes(const char* bytes, size_t size, Handler handler);

    Threshold& m_threshold;
    Socket m_socket;
    std::unique_ptr<boost::asio::ssl::stream<Socket&>> m_tls;
    boost::asio::steady_timer m_timer;
    Moment m_due;
    Moment m_armed;
    QByteArray m_address;
    QByteArray m_certificate;
    Connections::Place m_place;
    Phase m_phase = Phase::Handshake;
    bool m_isReading = false;
    bool m_isLast = false; ///< the connection ends after this answer

    std::vector<char> m_in;
    size_t m_begin = 0; ///< of what has come and was not read
    size_t m_end = 0;

    std::shared_ptr<Job> m_job;
    const Routes::Route* m_route = nullptr;
    Budget::Share m_share;
    bool m_gathers = true;
    Moment m_wholeBy;                ///< a body, an answer
    std::optional<Answer> m_drained; ///< goes out when the rest of the body has been passed over

    std::shared_ptr<Later> m_later;
    bool m_isLooking = false;
    QByteArray m_out;
    qsizetype m_outAt = 0;
    Answer::Part m_part;
    qint64 m_lingered = 0;
};

}
