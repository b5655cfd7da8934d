// What a connection says, and how it ends.

#include "sync/gateway/net/front/SessionParts.h"

#include "sync/gateway/net/Reply.h"
#include "sync/gateway/net/TusWords.h"
#include "sync/protocol/HttpDate.h"

namespace motcua::gateway {

namespace {

namespace asio = boost::asio;

/// Written at a time: who does not fetch so much within the patience for a piece is too slow.
constexpr qsizetype sliceBytes = 64 * 1024;
constexpr qsizetype partBytes = 256 * 1024;
/// What a client that was refused may still send, so that it comes to hear the answer.
constexpr qint64 mostLingered = 16 * 1024 * 1024;
constexpr std::chrono::seconds lingerTime{30};
constexpr std::chrono::seconds goodbyeTime{2};
/// Nothing is due while a worker works.
constexpr std::chrono::hours never{1};

}

void Session::wait() {
    m_phase = Phase::Waiting;
    due(m_later->until());
    m_later->notify([weak = weak_from_this(), executor = m_socket.get_executor()] {
        asio::post(executor, [weak] {
            if (const auto self = weak.lock())
                self->lookAgain();
        });
    });
    // Who goes away while he waits is noticed.
    read();
}

void Session::lookAgain() {
    if (m_phase != Phase::Waiting || m_isLooking)
        return;
    m_isLooking = true;
    due(never);
    m_threshold.workers.post([self = shared_from_this(), later = m_later, executor = m_socket.get_executor()]() mutable {
        auto found = std::make_shared<Answer>(later->look());
        later.reset();
        asio::post(executor, [self = std::move(self), found = std::move(found)] { self->looked(std::move(*found)); });
    });
}

void Session::looked(Answer found) {
    m_isLooking = false;
    if (m_phase == Phase::Waiting)
        send(std::move(found));
}

QByteArray Session::headOf(const Answer& answer) const {
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + reply::reasonOf(answer.status) +
                      "\r\nDate: " + protocol::httpDate(m_threshold.clock.now());
    // tus wants it in every answer, also in those that never get as far as TusEndpoint.
    if (isTus(m_job->parser.request()))
        head.append("\r\nTus-Resumable: ").append(tus::version);
    for (const auto& [name, value] : answer.fields)
        head.append("\r\n").append(name).append(": ").append(value);
    constexpr int noContent = 204;
    if (answer.status != noContent)
        head.append("\r\nContent-Length: ").append(QByteArray::number(answer.bytes()));
    if (m_isLast)
        head.append("\r\nConnection: close");
    return head.append("\r\n\r\n");
}

void Session::send(Answer answer) {
    if (answer.later) {
        m_later = std::move(answer.later);
        return wait();
    }
    m_later.reset();
    m_phase = Phase::Writing;
    m_isLast = m_isLast || answer.isLast;
    m_wholeBy = std::chrono::steady_clock::now() + m_threshold.listening.patience.whole;
    m_out = headOf(answer);
    m_outAt = 0;
    const bool hasBody = m_job->parser.request().method != "HEAD";
    if (hasBody)
        m_out.append(answer.body);
    m_part = hasBody ? std::move(answer.part) : Answer::Part{};
    write();
}

void Session::write() {
    m_phase = Phase::Writing;
    due(std::min(m_wholeBy, std::chrono::steady_clock::now() + m_threshold.listening.patience.still));
    const qsizetype slice = std::min(sliceBytes, m_out.size() - m_outAt);
    const char* from = m_out.constData() + m_outAt;
    m_outAt += slice;
    writeBytes(from, static_cast<size_t>(slice), [self = shared_from_this()](const ErrorCode& error, size_t) { self->wrote(error); });
}

void Session::wrote(const ErrorCode& error) {
    if (m_phase == Phase::Over)
        return;
    if (error)
        return close();
    if (m_outAt < m_out.size())
        return write();
    if (m_part.bytes > 0)
        return readPart();
    written();
}

void Session::readPart() {
    due(never);
    const qint64 wanted = std::min<qint64>(partBytes, m_part.bytes);
    m_part.bytes -= wanted;
    onWorker<QByteArray>([file = m_part.file, wanted] { return file->read(wanted); }, &Session::readyPart);
}

void Session::readyPart(QByteArray bytes) {
    // The head has promised more: only a broken connection says that it does not come.
    if (bytes.isEmpty())
        return close();
    m_out = std::move(bytes);
    m_outAt = 0;
    write();
}

void Session::written() {
    m_out.clear();
    m_part = {};
    if (m_isLast)
        return sayGoodbye();
    nextRequest();
}

void Session::sayGoodbye() {
    m_phase = Phase::Ending;
    const bool isWhole = m_job->parser.isWhole();
    due(isWhole ? std::chrono::steady_clock::duration(goodbyeTime) : lingerTime);
    const auto then = [self = shared_from_this(), isWhole] {
        if (self->m_phase == Phase::Over)
            return;
        ErrorCode ignored;
        self->m_socket.shutdown(Socket::shutdown_send, ignored);
        isWhole ? self->close() : self->linger();
    };
    if (m_tls)
        m_tls->async_shutdown([then](const ErrorCode&) { then(); });
    else
        then();
}

/// What still comes is thrown away unread, cipher and all.
void Session::linger() {
    if (m_in.size() < static_cast<size_t>(sliceBytes))
        m_in.resize(static_cast<size_t>(sliceBytes));
    m_socket.async_read_some(asio::buffer(m_in), [self = shared_from_this()](const ErrorCode& error, size_t bytes) {
        if (self->m_phase == Phase::Over)
            return;
        self->m_lingered += static_cast<qint64>(bytes);
        if (error || self->m_lingered > mostLingered)
            self->close();
        else
            self->linger();
    });
}

}
