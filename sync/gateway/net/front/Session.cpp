// A connection: shaking hands, reading requests, passing them on. What is said in answer is in SessionAnswer.cpp.

#include "sync/gateway/net/front/SessionParts.h"

#include "sync/gateway/keys/KeyFile.h"
#include "sync/gateway/net/Reply.h"

#include <boost/asio/ip/tcp.hpp>

namespace motcua::gateway {

namespace {

namespace asio = boost::asio;

constexpr size_t smallBuffer = 4 * 1024;
constexpr size_t headBuffer = RequestParser::mostHead + 1024;
constexpr size_t bodyBuffer = 64 * 1024;
/// What is handed to a worker at a time of a body that is not gathered.
constexpr qsizetype pieceBytes = 256 * 1024;
/// Room that is made at once for a body that says its length.
constexpr qint64 readyRoom = 1024 * 1024;
/// Of the rest of a body that nobody wants, so that the connection can go on.
constexpr qint64 mostDrained = 1024 * 1024;

}

Session::Session(Socket socket, QByteArray address, Threshold& threshold)
    : m_threshold(threshold), m_socket(std::move(socket)), m_timer(m_socket.get_executor()), m_address(std::move(address)),
      m_place(threshold.connections), m_share(threshold.budget) {
    if (m_threshold.tls)
        m_tls = std::make_unique<asio::ssl::stream<Socket&>>(m_socket, *m_threshold.tls);
}

void Session::begin() {
    asio::post(m_socket.get_executor(), [self = shared_from_this()] { self->start(); });
}

void Session::start() {
    const auto ending = [weak = weak_from_this(), executor = m_socket.get_executor()] {
        asio::post(executor, [weak] {
            if (const auto self = weak.lock())
                self->end();
        });
    };
    if (!m_place.enter(m_address, ending))
        return close();
    if (!m_tls)
        return m_place.certified("proxy") ? nextRequest() : close();
    ErrorCode ignored;
    m_socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    due(m_threshold.listening.patience.handshake);
    m_tls->async_handshake(asio::ssl::stream_base::server, [self = shared_from_this()](const ErrorCode& error) { self->shaken(error); });
}

void Session::end() {
    if (m_phase == Phase::Handshake || m_phase == Phase::Idle || m_phase == Phase::Head)
        close();
    else
        m_isLast = true;
}

void Session::shaken(const ErrorCode& error) {
    if (m_phase == Phase::Over)
        return;
    m_certificate = error ? QByteArray() : peerCertificateOf(m_tls->native_handle());
    if (m_certificate.isEmpty() || !m_place.certified(m_certificate))
        return close();
    nextRequest();
}

void Session::nextRequest() {
    dropJob();
    m_job = std::make_shared<Job>();
    m_route = nullptr;
    m_phase = Phase::Idle;
    m_place.setServed(false);
    due(m_threshold.listening.patience.idle);
    if (m_begin == m_end && m_in.size() > smallBuffer && !m_isReading)
        std::vector<char>(smallBuffer).swap(m_in);
    parseHead();
}

void Session::read() {
    if (m_isReading)
        return;
    const size_t wanted = m_phase == Phase::Body ? bodyBuffer : m_end - m_begin < smallBuffer ? smallBuffer : headBuffer;
    if (m_begin > 0) {
        std::copy(m_in.begin() + static_cast<std::ptrdiff_t>(m_begin), m_in.begin() + static_cast<std::ptrdiff_t>(m_end), m_in.begin());
        m_end -= m_begin;
        m_begin = 0;
    }
    if (m_in.size() < wanted)
        m_in.resize(wanted);
    if (m_end == m_in.size())
        return;
    m_isReading = true;
    const auto room = asio::buffer(m_in.data() + m_end, m_in.size() - m_end);
    const auto came = [self = shared_from_this()](const ErrorCode& error, size_t bytes) { self->cameIn(error, bytes); };
    if (m_tls)
        m_tls->async_read_some(room, came);
    else
        m_socket.async_read_some(room, came);
}

void Session::cameIn(const ErrorCode& error, size_t bytes) {
    m_isReading = false;
    if (m_phase == Phase::Over)
        return;
    m_end += bytes;
    if (error)
        return gone();
    if (m_phase == Phase::Idle || m_phase == Phase::Head)
        parseHead();
    else if (m_phase == Phase::Body)
        parseBody();
}

void Session::gone() {
    // What came of a piece is not lost by the line that broke in the middle of it.
    if (m_phase == Phase::Body && !m_gathers && !m_drained && !m_job->parser.body().isEmpty())
        m_threshold.workers.post([job = m_job] { job->work->take(job->parser.body()); });
    close();
}

void Session::parseHead() {
    if (m_begin == m_end)
        return read();
    if (m_phase == Phase::Idle) {
        m_phase = Phase::Head;
        m_place.setServed(true);
        due(m_threshold.listening.patience.head);
    }
    const RequestParser::Fed fed = m_job->parser.feed(m_in.data() + m_begin, m_end - m_begin);
    m_begin += fed.used;
    if (fed.step == RequestParser::Step::Fault)
        return fault(fed.fault);
    if (fed.step == RequestParser::Step::Head)
        return headCame();
    if (m_end - m_begin >= headBuffer)
        return fault("request.large-head");
    read();
}

/// Who asks: by TLS, or by the word of the proxy, who alone can reach a socket of a path.
bool Session::identify() {
    Request& request = m_job->parser.request();
    if (m_tls) {
        request.address = m_address;
        request.certificate = m_certificate;
        return true;
    }
    request.address = request.header("Motcua-Address");
    const QByteArray pem = QByteArray::fromPercentEncoding(request.header("Motcua-Certificate"));
    const auto certificate = certificateFromPem(pem);
    if (certificate)
        request.certificate = derOf(certificate->get());
    return certificate && (m_threshold.listening.trust == Trust::AnyKey || request.header("Motcua-Verified") == "SUCCESS");
}

void Session::headCame() {
    Request& request = m_job->parser.request();
    m_isLast = m_isLast || m_job->parser.isLast();
    if (!identify())
        return fault("station.unknown");
    if (m_threshold.listening.trust == Trust::OurStations && m_threshold.revoked.has(request.certificate))
        return fault("station.revoked");
    const auto found = m_threshold.listening.routes->find(request);
    if (const auto* code = std::get_if<const char*>(&found))
        return fault(*code);
    m_route = std::get<const Routes::Route*>(found);
    onWorker<Begun>(
        [job = m_job, route = m_route] {
            job->work = route->make(job->parser.request());
            auto answer = job->work->begin();
            return Begun{std::move(answer), job->work->gathers()};
        },
        &Session::begun);
}

void Session::begun(Begun begun) {
    m_gathers = begun.gathers;
    if (begun.answer)
        return answer(std::move(*begun.answer));
    if (m_job->parser.isWhole())
        return finishWork();
    m_wholeBy = std::chrono::steady_clock::now() + m_threshold.listening.patience.whole;
    if (m_gathers)
        m_job->parser.body().reserve(std::min(m_job->parser.request().length.value_or(0), readyRoom));
    if (!m_job->parser.wantsWord())
        return readBody();
    static constexpr char word[] = "HTTP/1.1 100 Continue\r\n\r\n";
    m_phase = Phase::Writing;
    due(m_threshold.listening.patience.still);
    writeBytes(word, sizeof word - 1, [self = shared_from_this()](const ErrorCode& error, size_t) {
        if (self->m_phase != Phase::Over)
            error ? self->close() : self->readBody();
    });
}

void Session::readBody() {
    m_phase = Phase::Body;
    parseBody();
}

bool Session::bodyIsFine(qint64 before) {
    const RequestParser& parser = m_job->parser;
    const char* code = nullptr;
    if (parser.bodyBytes() > m_route->mostBytes)
        code = "request.too-large";
    else if (m_threshold.listening.trust == Trust::OurStations && m_threshold.revoked.has(parser.request().certificate))
        code = "station.revoked";
    else if (m_gathers && !m_drained && !m_share.grow(parser.bodyBytes() - before))
        code = "platform.busy";
    if (code)
        fault(code);
    return !code;
}

void Session::parseBody() {
    RequestParser& parser = m_job->parser;
    const qint64 before = parser.bodyBytes();
    const RequestParser::Fed fed = m_begin == m_end ? RequestParser::Fed{} : parser.feed(m_in.data() + m_begin, m_end - m_begin);
    m_begin += fed.used;
    if (fed.step == RequestParser::Step::Fault)
        return fault(fed.fault);
    if (!bodyIsFine(before))
        return;
    if (m_drained)
        parser.body().clear();
    if (parser.isWhole())
        return m_drained ? send(*std::exchange(m_drained, {})) : finishWork();
    // A chunk's own line that fills all the room is none.
    if (m_end - m_begin == bodyBuffer)
        return fault("request.malformed");
    due(std::min(m_wholeBy, std::chrono::steady_clock::now() + m_threshold.listening.patience.still));
    if (m_gathers || m_drained || parser.body().size() < pieceBytes)
        return read();
    onWorker<std::optional<Answer>>([job = m_job, piece = std::exchange(parser.body(), {})] { return job->work->take(piece); }, &Session::tookPiece);
}

void Session::tookPiece(std::optional<Answer> early) {
    if (early)
        return answer(std::move(*early));
    readBody();
}

void Session::finishWork() {
    onWorker<Answer>([job = m_job, rest = std::exchange(m_job->parser.body(), {})] { return job->work->finish(rest); }, &Session::answer);
}

void Session::fault(const char* code) {
    Answer refusal = reply::error(code);
    // What follows on this connection is the rest of something that was not understood, or not wanted; only an address may be mistaken.
    refusal.isLast = refusal.isLast || !m_job->parser.isWhole() || qstrcmp(code, "request.unknown-path") != 0;
    m_drained.reset();
    send(std::move(refusal));
}

void Session::answer(Answer made) {
    const RequestParser& parser = m_job->parser;
    const auto rest = parser.request().length ? *parser.request().length - parser.bodyBytes() : mostDrained + 1;
    if (parser.isWhole() || made.isLast || rest > mostDrained || (parser.wantsWord() && m_wholeBy == Moment())) {
        made.isLast = made.isLast || !parser.isWhole();
        return send(std::move(made));
    }
    if (m_wholeBy == Moment())
        m_wholeBy = std::chrono::steady_clock::now() + m_threshold.listening.patience.whole;
    m_drained = std::move(made);
    m_job->parser.body().clear();
    readBody();
}

void Session::due(Moment moment) {
    m_due = moment;
    if (m_armed == Moment() || m_due < m_armed)
        arm();
}

void Session::arm() {
    m_armed = m_due;
    m_timer.expires_at(m_due);
    m_timer.async_wait([self = shared_from_this()](const ErrorCode& error) {
        if (error || self->m_phase == Phase::Over)
            return;
        self->m_armed = Moment();
        if (std::chrono::steady_clock::now() < self->m_due)
            self->arm();
        else
            self->late();
    });
}

void Session::late() {
    if (m_phase == Phase::Waiting) {
        lookAgain();
    } else if (m_phase == Phase::Body) {
        if (!m_gathers && !m_drained && !m_job->parser.body().isEmpty())
            m_threshold.workers.post([job = m_job, piece = std::exchange(m_job->parser.body(), {})] { job->work->take(piece); });
        fault("request.slow");
    } else if (m_phase != Phase::Working) {
        close();
    }
}

void Session::dropJob() {
    m_wholeBy = {};
    m_later.reset();
    m_share.giveBack();
    if (m_job && m_job->work)
        m_threshold.workers.post([job = std::move(m_job)] {});
    m_job.reset();
}

void Session::close() {
    m_phase = Phase::Over;
    m_drained.reset();
    dropJob();
    m_timer.cancel();
    ErrorCode ignored;
    m_socket.close(ignored);
    m_place.leave();
}

}
