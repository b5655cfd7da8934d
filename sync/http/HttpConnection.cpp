#include "sync/http/HttpConnection.h"

#include <httplib.h>
#include <openssl/err.h>

#include <algorithm>
#include <csignal>

namespace motcua::http {

namespace {

/// For one of several addresses; the last one may take as long as the request.
constexpr std::chrono::seconds impatience{4};
/// The deadline is kept by whoever calls abort(); should nobody, the wait still ends.
constexpr std::chrono::seconds grace{5};

/// In a thread that only makes requests: a connection that the platform closes while we write would end the program.
void outlivePipeSignal() {
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
}

httplib::Request framed(const Request& request, const std::function<void()>& uploaded) {
    httplib::Request out;
    out.method = request.method.toStdString();
    out.path = request.path.toStdString();
    for (const auto& [name, value] : request.headers)
        out.headers.emplace(name.toStdString(), value.toStdString());
    out.headers.emplace("Accept-Encoding", "gzip");
    out.headers.emplace("User-Agent", "motcua");
    if (request.body.isEmpty())
        return out;
    out.content_length_ = static_cast<size_t>(request.body.size());
    out.content_provider_ = [body = request.body, uploaded](size_t offset, size_t length, httplib::DataSink& sink) {
        if (sink.write(body.constData() + offset, length) && uploaded)
            uploaded();
        return true;
    };
    return out;
}

Answer answerFrom(const httplib::Response& response, QByteArray body) {
    Answer answer;
    answer.status = response.status;
    answer.body = std::move(body);
    for (const auto& [name, value] : response.headers)
        answer.headers.insert(QByteArray::fromStdString(name).toLower(), QByteArray::fromStdString(value));
    return answer;
}

/// What TLS had to say, if it did: an alert about our certificate, or noise instead of TLS.
Failure::Kind trouble(bool inHandshake) {
    bool isNoise = false;
    for (unsigned long code = ERR_get_error(); code != 0; code = ERR_get_error()) {
        if (ERR_GET_LIB(code) != ERR_LIB_SSL)
            continue;
        const int reason = ERR_GET_REASON(code);
        const int alert = reason - SSL_AD_REASON_OFFSET;
        if (alert == SSL_AD_CERTIFICATE_REVOKED)
            return Failure::Kind::Revoked;
        if ((alert >= SSL_AD_NO_CERTIFICATE && alert <= SSL_AD_ACCESS_DENIED && alert != SSL_AD_ILLEGAL_PARAMETER) ||
            alert == SSL_AD_CERTIFICATE_REQUIRED)
            return Failure::Kind::CertificateRefused;
        isNoise = isNoise || reason != SSL_R_UNEXPECTED_EOF_WHILE_READING;
    }
    return inHandshake && isNoise ? Failure::Kind::NoTls : Failure::Kind::NoLine;
}

}

HttpConnection::HttpConnection(const Tls& tls, const std::string& host, int port, Tls::Dates dates)
    : m_host(host), m_client(std::make_unique<httplib::SSLClient>(host, port)) {
    // OpenSSL checks the certificate within the handshake; the library would do so afterwards, and trust the machine's authorities too.
    m_client->enable_server_certificate_verification(false);
    if (tls.apply(m_client->ssl_context(), host, dates))
        SSL_CTX_set_cert_verify_callback(m_client->ssl_context(), &HttpConnection::verify, this);
    else
        m_aborted = true;
    m_client->set_keep_alive(true);
    m_client->set_tcp_nodelay(true);
    m_client->set_url_encode(false);
    m_client->set_socket_options([this](socket_t socket) { made(socket); });
}

HttpConnection::~HttpConnection() {
    m_client.reset();
    if (m_socket >= 0)
        ::close(m_socket);
}

int HttpConnection::verify(X509_STORE_CTX* chain, void* self) {
    const int good = X509_verify_cert(chain);
    static_cast<HttpConnection*>(self)->m_verdict = X509_STORE_CTX_get_error(chain);
    return good;
}

void HttpConnection::made(int socket) {
    const std::lock_guard lock(m_mutex);
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = ::fcntl(socket, F_DUPFD_CLOEXEC, 0);
    if (m_aborted)
        ::shutdown(m_socket, SHUT_RDWR);
}

void HttpConnection::abort() {
    m_aborted = true;
    const std::lock_guard lock(m_mutex);
    if (m_socket >= 0)
        ::shutdown(m_socket, SHUT_RDWR);
}

HttpConnection::Outcome HttpConnection::exchange(const Request& request, const QStringList& addresses, const std::function<void()>& uploaded) {
    outlivePipeSignal();
    m_client->set_read_timeout(request.deadline + grace);
    m_client->set_write_timeout(request.deadline + grace);
    if (m_client->is_socket_open() != 0) {
        Outcome outcome = attempt(request, uploaded);
        // What the platform closed while it lay idle says nothing about the line; asking twice is harmless in this protocol.
        const auto* failure = std::get_if<Failure>(&outcome);
        if (!failure || failure->kind != Failure::Kind::NoLine || m_aborted)
            return outcome;
    }
    return connectAndAttempt(request, addresses, uploaded);
}

HttpConnection::Outcome HttpConnection::connectAndAttempt(
    const Request& request, const QStringList& addresses, const std::function<void()>& uploaded) {
    Outcome outcome = Failure{};
    for (qsizetype tried = 0; tried < addresses.size() && !m_aborted; ++tried) {
        const qsizetype at = (m_address + tried) % addresses.size();
        const bool isLast = tried + 1 == addresses.size();
        m_client->set_hostname_addr_map({{m_host, addresses.at(at).toStdString()}});
        m_client->set_connection_timeout(isLast ? request.deadline + grace : std::min<std::chrono::milliseconds>(impatience, request.deadline));
        outcome = attempt(request, uploaded);
        if (m_isReached) {
            m_address = at;
            break;
        }
    }
    return outcome;
}

HttpConnection::Outcome HttpConnection::attempt(const Request& request, const std::function<void()>& uploaded) {
    if (m_aborted)
        return Failure{};
    ERR_clear_error();
    m_verdict = X509_V_OK;
    httplib::Request out = framed(request, uploaded);
    QByteArray body;
    bool isLarge = false;
    out.content_receiver = [&](const char* data, size_t size, uint64_t, uint64_t) {
        isLarge = body.size() + static_cast<qint64>(size) > request.mostBytes;
        if (!isLarge)
            body.append(data, static_cast<qsizetype>(size));
        return !isLarge;
    };
    httplib::Response response;
    httplib::Error error = httplib::Error::Success;
    const bool isWhole = m_client->send(out, response, error);
    m_isReached = error != httplib::Error::Connection && error != httplib::Error::ConnectionTimeout;
    if (isWhole)
        return answerFrom(response, std::move(body));
    if (isLarge)
        return Failure{Failure::Kind::Large};
    return failureOf(error);
}

Failure HttpConnection::failureOf(httplib::Error error) const {
    if (m_verdict != X509_V_OK)
        return {Failure::Kind::Untrusted, m_verdict};
    return {trouble(error == httplib::Error::SSLConnection)};
}

}
