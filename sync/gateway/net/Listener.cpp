#include "sync/gateway/net/Listener.h"

#include "sync/gateway/net/Reply.h"
#include "sync/gateway/net/WorkerPool.h"
#include "sync/protocol/Address.h"

#include <openssl/ssl.h>

namespace motcua::gateway {

bool isBlobPath(const std::string& path) {
    const std::string blobs = protocol::address::blobs;
    return path == blobs || path.rfind(blobs + '/', 0) == 0;
}

bool isTus(const httplib::Request& request) {
    const auto isUnder = [&](const char* path) { return request.path.rfind(path, 0) == 0; };
    if (!isBlobPath(request.path) || isUnder(protocol::address::blobsContent))
        return false;
    return !isUnder(protocol::address::blobsByHash) || request.has_header("Tus-Resumable");
}

namespace {

constexpr time_t readSeconds = 10;
constexpr time_t keepAliveSeconds = 60;
constexpr size_t requestsPerConnection = 1000000;

int acceptAnyKey(int, X509_STORE_CTX*) {
    // Enrolment: the certificate is only a wrapper around the key, whose possession TLS has proved.
    return 1;
}

bool hasBody(const httplib::Request& request) {
    return request.method == "POST" || request.method == "PUT" || request.method == "PATCH";
}

/// httplib would press every answer with Brotli at its slowest setting, which takes longer than all else the platform does for a
/// batch. Feed pages are worth gzip on a slow line; the other answers are too small.
void narrowCompression(httplib::Request& request) {
    const bool canUnpack = request.get_header_value("Accept-Encoding").find("gzip") != std::string::npos;
    request.headers.erase("Accept-Encoding");
    if (canUnpack && request.path == protocol::address::feed)
        request.headers.emplace("Accept-Encoding", "gzip");
}

bool isJson(const std::string& type) {
    const QByteArray name = QByteArray::fromStdString(type.substr(0, type.find(';'))).trimmed().toLower();
    return name == "application/json";
}

/// These read their bodies themselves and bound them.
bool countsItsBody(const std::string& path) {
    return isBlobPath(path) || path == protocol::address::records || path == protocol::address::claims;
}

/// Why a request is refused by its head alone; nothing: it may go on. What is not for tus is JSON and says so.
const char* faultOfHead(const httplib::Request& request) {
    if (request.has_header("Content-Encoding"))
        return "request.media-type";
    if (!hasBody(request))
        return nullptr;
    const std::string type = request.get_header_value("Content-Type");
    const bool isPiece = type == "application/offset+octet-stream" && isBlobPath(request.path);
    if (!request.has_header("Content-Length") && !(isPiece && request.has_header("Transfer-Encoding")))
        return "request.length-required";
    if (!isBlobPath(request.path) && !isJson(type))
        return "request.media-type";
    const auto length = request.get_header_value<uint64_t>("Content-Length");
    return length > static_cast<uint64_t>(protocol::limit::jsonBytes) && !countsItsBody(request.path) ? "request.too-large" : nullptr;
}

const char* codeFor(int status) {
    switch (status) {
    case 404:
        return "request.unknown-path";
    case 413:
        return "request.too-large";
    default:
        return status >= 500 ? "platform.failed" : "request.malformed";
    }
}

}

void Listener::endAfterAnswer(const httplib::Request& request, httplib::Response& response) {
    // Who asks for it is told so by httplib.
    if (request.get_header_value("Connection") != "close")
        response.set_header("Connection", "close");
    if (request.ssl)
        SSL_set_shutdown(const_cast<SSL*>(request.ssl), SSL_RECEIVED_SHUTDOWN);
}

Listener::Listener(const Authority& authority, const Plan& plan)
    : m_plan(plan), m_guard(plan.guard), m_http(std::make_unique<httplib::SSLServer>([&](SSL_CTX& context) { return setUp(context, authority); })) {
    bound();
    answerFaults();
}

Listener::~Listener() {
    stop();
}

bool Listener::setUp(SSL_CTX& context, const Authority& authority) const {
    const bool ours = m_plan.trust == Trust::OurStations;
    SSL_CTX_set_min_proto_version(&context, TLS1_2_VERSION);
    SSL_CTX_set_options(&context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_NO_TICKET | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_session_cache_mode(&context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_cipher_list(&context, "ECDHE+AESGCM:ECDHE+CHACHA20");
    SSL_CTX_set_verify(&context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, ours ? nullptr : &acceptAnyKey);
    if (ours) {
        X509_STORE_add_cert(SSL_CTX_get_cert_store(&context), authority.certificate());
        SSL_CTX_add_client_CA(&context, authority.certificate());
    }
    return SSL_CTX_use_certificate(&context, authority.serverCertificate()) == 1 && SSL_CTX_use_PrivateKey(&context, authority.serverKey()) == 1 &&
           SSL_CTX_add1_chain_cert(&context, authority.certificate()) == 1;
}

void Listener::bound() {
    if (m_http->is_valid())
        m_guard.watch(m_http->ssl_context());
    m_http->new_task_queue = [this] { return new WorkerPool(m_guard, m_plan.threads); };
    m_http->set_read_timeout(readSeconds);
    m_http->set_write_timeout(readSeconds);
    m_http->set_keep_alive_timeout(keepAliveSeconds);
    m_http->set_keep_alive_max_count(requestsPerConnection);
    m_http->set_payload_max_length(m_plan.bodyBytes);
    m_http->set_tcp_nodelay(true);
    m_http->set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
        using Answer = httplib::Server::HandlerResponse;
        m_guard.reading();
        narrowCompression(const_cast<httplib::Request&>(request));
        const char* code = faultOfHead(request);
        if (!code)
            return Answer::Unhandled;
        endAfterAnswer(request, response);
        reply::error(response, {QString::fromLatin1(code)});
        return Answer::Handled;
    });
}

void Listener::answerFaults() {
    m_http->set_error_handler(httplib::Server::Handler([](const httplib::Request&, httplib::Response& response) {
        if (!response.body.empty())
            return;
        reply::error(response, {QString::fromLatin1(codeFor(response.status))});
    }));
    m_http->set_exception_handler([](const httplib::Request&, httplib::Response& response, const std::exception_ptr&) {
        reply::error(response, {QStringLiteral("platform.failed")});
    });
}

httplib::Server::Handler Listener::answering(httplib::Server::Handler handler) {
    return [this, handler = std::move(handler)](const httplib::Request& request, httplib::Response& response) {
        m_guard.answering();
        handler(request, response);
        m_guard.answered();
    };
}

httplib::Server::HandlerWithContentReader Listener::answering(httplib::Server::HandlerWithContentReader handler) {
    return [this, handler = std::move(handler)](const httplib::Request& request, httplib::Response& response, const httplib::ContentReader& reader) {
        m_guard.answering();
        handler(request, response, reader);
        m_guard.answered();
    };
}

base::Outcome Listener::start() {
    if (!m_http->is_valid())
        return base::fail(QStringLiteral("platform.cannot-listen"));
    m_port = m_plan.port == 0 ? m_http->bind_to_any_port(m_plan.host) : m_http->bind_to_port(m_plan.host, m_plan.port) ? m_plan.port : -1;
    if (m_port <= 0)
        return base::fail(QStringLiteral("platform.cannot-listen"));
    m_thread = std::thread([this] { m_http->listen_after_bind(); });
    return base::done();
}

void Listener::stop() {
    if (!m_thread.joinable())
        return;
    m_http->stop();
    m_guard.stop();
    m_thread.join();
}

}
