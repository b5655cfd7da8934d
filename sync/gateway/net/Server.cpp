#include "sync/gateway/net/Server.h"

#include "sync/gateway/keys/KeyFile.h"
#include "sync/gateway/net/Reply.h"
#include "sync/protocol/Address.h"
#include "sync/protocol/HttpDate.h"
#include "sync/protocol/RecordCodec.h"

#include <QJsonDocument>

#include <openssl/ssl.h>

namespace motcua::gateway {

namespace {

constexpr size_t mainThreads = 160;
constexpr size_t enrolmentThreads = 16;
constexpr size_t enrolmentBody = 32 * 1024;

/// A body of at most so many bytes; of a larger one the rest is passed over, so that the answer is heard. Error: "request.too-large".
base::Result<QByteArray> bodyIn(const httplib::ContentReader& reader, qint64 most) {
    QByteArray body;
    bool fits = true;
    reader([&](const char* data, size_t size) {
        fits = fits && body.size() + static_cast<qint64>(size) <= most;
        if (fits)
            body.append(data, static_cast<qsizetype>(size));
        return true;
    });
    return fits ? base::Result<QByteArray>(std::move(body)) : base::fail(QStringLiteral("request.too-large"));
}

/// The body as a JSON object. What is not known in it is passed over. Error: "request.malformed", also for more members than anybody needs.
base::Result<QJsonObject> objectIn(const QByteArray& body) {
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject() || document.object().size() > protocol::limit::members)
        return base::fail(QStringLiteral("request.malformed"));
    return document.object();
}

QByteArray textOf(const httplib::Request& request) {
    return QByteArray::fromRawData(request.body.data(), static_cast<qsizetype>(request.body.size()));
}

/// A whole number among the query's parameters; nothing: malformed or out of range.
std::optional<qint64> number(const httplib::Request& request, const char* name, qint64 fallback, qint64 most) {
    if (!request.has_param(name))
        return fallback;
    bool good = false;
    const qint64 value = QByteArray::fromStdString(request.get_param_value(name)).toLongLong(&good);
    return good && value >= 0 && value <= most ? std::optional(value) : std::nullopt;
}

/// The newest record version that the station reads; 0: malformed.
int readsIn(const httplib::Request& request) {
    if (!request.has_header(protocol::header::reads))
        return 1;
    constexpr int most = 1000;
    bool good = false;
    const int value = QByteArray::fromStdString(request.get_header_value(protocol::header::reads)).toInt(&good);
    return good && value >= 1 && value <= most ? value : 0;
}

QByteArray commonName(X509* certificate) {
    X509_NAME* name = X509_get_subject_name(certificate);
    const int at = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    if (at < 0)
        return {};
    ASN1_STRING* text = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at));
    return QByteArray(reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text));
}

protocol::CertificatePointer certificateOf(const httplib::Request& request) {
    return protocol::CertificatePointer(request.ssl ? SSL_get1_peer_certificate(request.ssl) : nullptr);
}

}

Server::Server(Platform& platform, const Plan& plan)
    : m_platform(platform), m_plan(plan), m_tus(platform.uploads(), platform.blobs()),
      m_main(platform.authority(), {.trust = Listener::Trust::OurStations,
                                       .host = plan.host,
                                       .port = plan.port,
                                       .threads = mainThreads,
                                       .bodyBytes = static_cast<size_t>(protocol::limit::blobBytes)}),
      m_enrolment(platform.authority(), {.trust = Listener::Trust::AnyKey,
                                            .host = plan.host,
                                            .port = plan.enrolmentPort,
                                            .threads = enrolmentThreads,
                                            .bodyBytes = enrolmentBody,
                                            .guard = {.idle = std::chrono::seconds(15), .request = std::chrono::seconds(15)}}),
      m_housekeeping(platform) {
    addRecordRoutes();
    addFeedRoutes();
    addBlobRoutes();
    addUploadRoutes();
    addEnrolmentRoute();
    for (Listener* listener : {&m_main, &m_enrolment})
        listener->http().set_post_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
            response.set_header("Date", protocol::httpDate(m_platform.clock().now()).toStdString());
            // tus wants it in every answer, also in those that never get as far as TusEndpoint.
            if (isTus(request))
                response.set_header("Tus-Resumable", tus::version);
        });
}

Server::~Server() {
    stop();
}

base::Outcome Server::start() {
    if (auto swept = m_platform.uploads().sweep(); !swept)
        return swept;
    if (auto started = m_main.start(); !started)
        return started;
    if (auto started = m_enrolment.start(); !started)
        return started;
    m_housekeeping.start();
    return base::done();
}

void Server::stop() {
    m_platform.bell().stop();
    m_enrolment.stop();
    m_main.stop();
    m_housekeeping.stop();
}

QString Server::urlOf(int port) const {
    const std::string& host = m_plan.publicHost.empty() ? m_plan.host : m_plan.publicHost;
    return QStringLiteral("https://%1:%2").arg(QString::fromStdString(host)).arg(port);
}

base::Result<Peer> Server::peerOf(const httplib::Request& request) {
    const protocol::CertificatePointer certificate = certificateOf(request);
    if (!certificate)
        return base::fail(QStringLiteral("station.unknown"));
    auto peer = m_platform.stations().peer(commonName(certificate.get()), derOf(certificate.get()));
    if (peer)
        m_platform.stations().contact(*peer);
    return peer;
}

httplib::Server::Handler Server::forPeer(PeerHandler handler) {
    return m_main.answering([this, handler = std::move(handler)](const httplib::Request& request, httplib::Response& response) {
        const auto peer = peerOf(request);
        if (!peer)
            return reply::error(response, peer.error());
        const RequestLimit::Pass pass(m_limit, peer->key);
        if (!pass.isGranted())
            return reply::error(response, {QStringLiteral("request.too-many")});
        handler(*peer, request, response);
    });
}

httplib::Server::HandlerWithContentReader Server::readingForPeer(PeerReader handler) {
    return m_main.answering(
        [this, handler = std::move(handler)](const httplib::Request& request, httplib::Response& response, const httplib::ContentReader& reader) {
            const auto peer = peerOf(request);
            const RequestLimit::Pass pass(m_limit, peer ? peer->key : 0);
            if (peer && pass.isGranted())
                return handler(*peer, request, response, reader);
            reader([](const char*, size_t) { return true; });
            reply::error(response, peer ? base::Error{QStringLiteral("request.too-many")} : peer.error());
        });
}

void Server::addRecordRoutes() {
    m_main.http().Get(protocol::address::health, forPeer([this](const Peer& peer, const httplib::Request&, httplib::Response& response) {
        const auto reads = m_platform.feed().reads(peer);
        if (!reads)
            return reply::error(response, reads.error());
        reply::json(response, 200,
            {{QStringLiteral("status"), QStringLiteral("ok")}, {QStringLiteral("version"), QStringLiteral("1")},
                {QStringLiteral("time"), m_platform.clock().now().toMSecsSinceEpoch()}, {QStringLiteral("reads"), base::toJson(*reads)}});
    }));
    m_main.http().Get(protocol::address::mark, forPeer([this](const Peer& peer, const httplib::Request&, httplib::Response& response) {
        reply::result(response, m_platform.ledger().mark(peer), &base::toJson<protocol::Mark>);
    }));
    m_main.http().Post(protocol::address::records,
        readingForPeer([this](const Peer& peer, const httplib::Request& request, httplib::Response& response, const httplib::ContentReader& reader) {
            const auto body = bodyIn(reader, protocol::limit::batchBytes);
            const auto records = body ? protocol::decodeBatch(*body) : base::fail(body.error());
            if (!records)
                return reply::error(response, records.error());
            const bool stand = request.get_header_value(protocol::header::refused) == protocol::header::refusedStand;
            const QByteArray head = QByteArray::fromBase64(QByteArray::fromStdString(request.get_header_value(protocol::header::head)));
            reply::result(response, m_platform.ledger().push(peer, *records, {stand ? OnRefusal::GoOn : OnRefusal::Stop, head}),
                &base::toJson<protocol::PushAnswer>);
        }));
}

void Server::addFeedRoutes() {
    m_main.http().Get(protocol::address::feed, forPeer([this](const Peer& peer, const httplib::Request& request, httplib::Response& response) {
        constexpr qint64 most = Q_INT64_C(1) << 53;
        const auto after = number(request, "after", 0, most);
        const auto count = number(request, "limit", 200, protocol::limit::feedItems);
        const auto wait = number(request, "wait", 0, protocol::limit::feedWaitSeconds);
        const auto written = request.has_param("written") ? number(request, "written", 0, most) : std::optional<qint64>();
        const int reads = readsIn(request);
        if (!after || !count || *count == 0 || !wait || (request.has_param("written") && !written) || reads == 0)
            return reply::error(response, {QStringLiteral("request.malformed")});
        const auto page = m_platform.feed().page(peer, {*after, static_cast<int>(*count), std::chrono::seconds(*wait), written, reads});
        if (page)
            reply::jsonText(response, 200, *page);
        else
            reply::error(response, page.error());
    }));
    m_main.http().Post(protocol::address::activations,
        readingForPeer([this](const Peer& peer, const httplib::Request&, httplib::Response& response, const httplib::ContentReader& reader) {
            const auto body = bodyIn(reader, protocol::limit::jsonBytes).and_then(&objectIn);
            if (!body)
                return reply::error(response, body.error());
            const auto voucher = m_platform.activations().activate(peer, base::fromJson<protocol::ActivationRequest>(*body));
            if (voucher)
                reply::json(response, 201, base::toJson(*voucher));
            else
                reply::error(response, voucher.error());
        }));
    m_main.http().Post(protocol::address::claims,
        readingForPeer([this](const Peer& peer, const httplib::Request&, httplib::Response& response, const httplib::ContentReader& reader) {
            const auto body = bodyIn(reader, protocol::limit::jsonBytes).and_then(&objectIn);
            if (!body)
                return reply::error(response, body.error());
            const QUuid dossier = QUuid::fromString(body->value(QLatin1String("dossier")).toString());
            if (dossier.isNull())
                return reply::error(response, {QStringLiteral("request.malformed")});
            const auto answer = m_platform.claims().ask(peer, dossier);
            if (!answer)
                return reply::error(response, answer.error());
            const protocol::Claim claim{dossier.toString(QUuid::WithoutBraces), peer.id.toString(QUuid::WithoutBraces)};
            reply::json(response, *answer == Claims::Answer::HeldAlready ? 200 : 202, base::toJson(claim));
        }));
}

void Server::addEnrolmentRoute() {
    // Whoever enrols with a wrong clock learns the time here, before any certificate of its own.
    m_enrolment.http().Get(protocol::address::health, m_enrolment.answering([this](const httplib::Request&, httplib::Response& response) {
        reply::json(response, 200,
            {{QStringLiteral("status"), QStringLiteral("ok")}, {QStringLiteral("version"), QStringLiteral("1")},
                {QStringLiteral("time"), m_platform.clock().now().toMSecsSinceEpoch()}});
    }));
    m_enrolment.http().Post(protocol::address::enrolmentCheck, m_enrolment.answering([this](const httplib::Request& request,
                                                                                         httplib::Response& response) {
        const auto body = objectIn(textOf(request));
        if (!body)
            return reply::error(response, body.error());
        reply::result(response,
            m_platform.enrolment().outlook(base::fromJson<protocol::EnrolmentQuestion>(*body), QString::fromStdString(request.remote_addr), url()),
            &base::toJson<protocol::EnrolmentOutlook>);
    }));
    m_enrolment.http().Post(
        protocol::address::enrolments, m_enrolment.answering([this](const httplib::Request& request, httplib::Response& response) {
            const auto body = objectIn(textOf(request));
            const protocol::CertificatePointer certificate = certificateOf(request);
            if (!body || !certificate)
                return reply::error(response, body ? base::Error{QStringLiteral("enrolment.key-mismatch")} : body.error());
            const auto answer = m_platform.enrolment().enrol(base::fromJson<protocol::EnrolmentRequest>(*body), X509_get0_pubkey(certificate.get()),
                QString::fromStdString(request.remote_addr), url());
            if (answer)
                reply::json(response, 201, base::toJson(*answer));
            else
                reply::error(response, answer.error());
        }));
}

}
