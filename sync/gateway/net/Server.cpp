#include "sync/gateway/net/Server.h"

#include "sync/gateway/keys/KeyFile.h"
#include "sync/gateway/net/FeedWork.h"
#include "sync/gateway/net/Reply.h"
#include "sync/protocol/Address.h"
#include "sync/protocol/RecordCodec.h"

#include <QFile>
#include <QJsonDocument>

#include <sys/resource.h>

#include <algorithm>
#include <utility>

namespace motcua::gateway {

namespace {

/// Enough for the disk to be kept busy: pages that come at the same time are made durable together.
constexpr size_t threads = 24;
constexpr qint64 enrolmentBytes = 32 * 1024;
/// Descriptors for everything that is no connection.
constexpr int ownDescriptors = 256;
constexpr std::chrono::seconds lastAnswers{10};

using Body = Routes::Body;
using Names = Routes::Names;

/// The body as a JSON object. What is not known in it is passed over. Error: "request.malformed", also for more members than anybody needs.
base::Result<QJsonObject> objectIn(const QByteArray& body) {
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject() || document.object().size() > protocol::limit::members)
        return base::fail(QStringLiteral("request.malformed"));
    return document.object();
}

/// A request of anybody who has some key: enrolment.
class AnyWork final : public Work {
public:
    using Function = std::function<Answer(const Request&, const QByteArray& body)>;
    AnyWork(const Request& request, const Function& function) : m_request(request), m_function(function) {}
    Answer finish(const QByteArray& body) override { return m_function(m_request, body); }

private:
    const Request& m_request;
    const Function& m_function;
};

void addForAnybody(Routes& routes, Routes::Route route, AnyWork::Function function) {
    route.make = [function = std::move(function)](const Request& request) { return std::make_unique<AnyWork>(request, function); };
    routes.add(std::move(route));
}

/// As many descriptors as the system lets this program have; how many connections that is.
int roomForConnections() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return ownDescriptors;
    limit.rlim_cur = std::max(limit.rlim_cur, std::min<rlim_t>(limit.rlim_max, 65536));
    ::setrlimit(RLIMIT_NOFILE, &limit);
    return static_cast<int>(limit.rlim_cur) - ownDescriptors;
}

}

Server::Server(Platform& platform, const Plan& plan)
    : m_platform(platform), m_plan(plan), m_workers(threads), m_front({platform.authority(), m_revoked, platform.clock(), m_workers}),
      m_housekeeping(platform, m_revoked) {
    addRecordRoutes();
    addFeedRoutes();
    addNumberRoutes();
    addBlobRoutes();
    addUploadRoutes();
    addEnrolmentRoutes();
}

Server::~Server() {
    stop();
}

Listening Server::listening(Trust trust, int port, const Routes& routes) const {
    const bool isMain = trust == Trust::OurStations;
    Listening listening{.trust = trust, .host = m_plan.host, .port = port, .socket = {}, .routes = &routes};
    listening.bounds.all = isMain ? std::clamp(roomForConnections() - Connections::ofEnrolment, 64, listening.bounds.all) : Connections::ofEnrolment;
    listening.bounds.strangers = listening.bounds.all / 2;
    if (!isMain) {
        // Anybody's certificate counts here: what is asked is small, and soon said.
        listening.patience.idle = listening.patience.whole = std::chrono::seconds(15);
        listening.patience.still = std::chrono::seconds(5);
        listening.bounds.perAddress = 24;
        listening.bounds.spared = std::chrono::seconds(5);
    }
    if (m_plan.behind.isEmpty())
        return listening;
    listening.socket = m_plan.behind + (isMain ? QStringLiteral("/main.sock") : QStringLiteral("/enrol.sock"));
    // Whose they are is the proxy's to count.
    listening.bounds.perAddress = listening.bounds.perCertificate = listening.bounds.all;
    return listening;
}

/// What the proxy shows: its certificate, then the authority's, which who enrols compares with the code; the key to it, which lies sealed in the
/// data folder; and whom it lets in.
base::Outcome Server::writeChain() {
    m_isBehind = true;
    const Authority& authority = m_platform.authority();
    const auto put = [&](const char* name, const QByteArray& pem) {
        return writePrivate(m_plan.behind + QLatin1Char('/') + QLatin1String(name), pem);
    };
    QByteArray chain = pemOf(authority.serverCertificate());
    for (X509* certificate : authority.chain())
        chain += pemOf(certificate);
    QByteArray stations;
    for (const auto& certificate : authority.stationAuthorities())
        stations += pemOf(certificate.get());
    return put("chain.pem", chain).and_then([&](base::Done) { return put("stations.pem", stations); }).and_then([&](base::Done) {
        return put("server.key", privatePem(authority.serverKey()).bytes().toByteArray());
    });
}

base::Outcome Server::listen() {
    if (!m_plan.behind.isEmpty())
        if (auto written = writeChain(); !written)
            return written;
    const auto port = m_front.listen(listening(Trust::OurStations, m_plan.port, m_main));
    if (!port)
        return base::fail(port.error());
    const auto enrolmentPort = m_front.listen(listening(Trust::AnyKey, m_plan.enrolmentPort, m_enrolment));
    if (!enrolmentPort)
        return base::fail(enrolmentPort.error());
    const bool isBehind = !m_plan.behind.isEmpty();
    m_port = isBehind ? m_plan.port : *port;
    m_enrolmentPort = isBehind ? m_plan.enrolmentPort : *enrolmentPort;
    return base::done();
}

base::Outcome Server::start() {
    if (auto swept = m_platform.uploads().sweep(); !swept)
        return swept;
    m_housekeeping.lookForRevoked();
    if (auto listens = listen(); !listens)
        return listens;
    m_front.start();
    m_housekeeping.start();
    return base::done();
}

void Server::stop() {
    m_platform.bell().stop();
    m_front.stop(lastAnswers);
    m_workers.stop();
    m_housekeeping.stop();
    leaveProxy();
}

/// The key lay there in clear.
void Server::leaveProxy() {
    if (!std::exchange(m_isBehind, false))
        return;
    wipeFile(m_plan.behind + QStringLiteral("/server.key"));
    for (const char* name : {"/chain.pem", "/stations.pem", "/main.sock", "/enrol.sock"})
        QFile::remove(m_plan.behind + QLatin1String(name));
}

QString Server::urlOf(int port) const {
    const std::string& host = m_plan.publicHost.empty() ? m_plan.host : m_plan.publicHost;
    return QStringLiteral("https://%1:%2").arg(QString::fromStdString(host)).arg(port);
}

void Server::answer(Routes::Route route, HeadWork::Function function) {
    route.make = [this, function = std::move(function)](const Request& request) {
        return std::make_unique<HeadWork>(PeerWork::Parts{m_platform, m_limit}, request, function);
    };
    m_main.add(std::move(route));
}

void Server::answerBody(Routes::Route route, BodyWork::Function function) {
    route.make = [this, function = std::move(function)](const Request& request) {
        return std::make_unique<BodyWork>(PeerWork::Parts{m_platform, m_limit}, request, function);
    };
    m_main.add(std::move(route));
}

void Server::addRecordRoutes() {
    answer({.method = "GET", .path = protocol::address::health}, [this](const Peer& peer, const Request&) {
        const auto reads = m_platform.feed().reads(peer);
        if (!reads)
            return reply::error(reads.error());
        return reply::json(
            200, {{QStringLiteral("status"), QStringLiteral("ok")}, {QStringLiteral("version"), QStringLiteral("1")},
                     {QStringLiteral("time"), m_platform.clock().now().toMSecsSinceEpoch()}, {QStringLiteral("reads"), base::toJson(*reads)}});
    });
    answer({.method = "GET", .path = protocol::address::mark},
        [this](const Peer& peer, const Request&) { return reply::result(m_platform.ledger().mark(peer), &base::toJson<protocol::Mark>); });
    answer({.method = "GET", .path = protocol::address::records}, [this](const Peer& peer, const Request& request) {
        constexpr qint64 most = Q_INT64_C(1) << 53;
        const auto after = request.number("after", 0, most);
        const auto limit = request.number("limit", 500, protocol::limit::recordsPerBatch);
        if (!after || !limit || *limit == 0)
            return reply::error("request.malformed");
        const auto records = m_platform.ledger().recordsOf(peer, *after, static_cast<int>(*limit));
        return records ? reply::jsonText(200, *records) : reply::error(records.error());
    });
    answerBody({.method = "POST", .path = protocol::address::records, .body = Body::Json, .mostBytes = protocol::limit::batchBytes},
        [this](const Peer& peer, const Request& request, const QByteArray& body) {
            const auto records = protocol::decodeBatch(body);
            if (!records)
                return reply::error(records.error());
            const bool stand = request.header(protocol::header::refused) == protocol::header::refusedStand;
            const QByteArray head = QByteArray::fromBase64(request.header(protocol::header::head));
            return reply::result(
                m_platform.ledger().push(peer, *records, {stand ? OnRefusal::GoOn : OnRefusal::Stop, head}), &base::toJson<protocol::PushAnswer>);
        });
}

void Server::addFeedRoutes() {
    add<FeedWork>({.method = "GET", .path = protocol::address::feed});
    answerBody({.method = "POST", .path = protocol::address::activations, .body = Body::Json, .mostBytes = protocol::limit::jsonBytes},
        [this](const Peer& peer, const Request&, const QByteArray& text) {
            const auto body = objectIn(text);
            if (!body)
                return reply::error(body.error());
            const auto voucher = m_platform.activations().activate(peer, base::fromJson<protocol::ActivationRequest>(*body));
            return voucher ? reply::json(201, base::toJson(*voucher)) : reply::error(voucher.error());
        });
    answerBody({.method = "POST", .path = protocol::address::claims, .body = Body::Json, .mostBytes = protocol::limit::jsonBytes},
        [this](const Peer& peer, const Request&, const QByteArray& text) {
            const auto body = objectIn(text);
            if (!body)
                return reply::error(body.error());
            const QUuid dossier = QUuid::fromString(body->value(QLatin1String("dossier")).toString());
            if (dossier.isNull())
                return reply::error("request.malformed");
            const auto asked = m_platform.claims().ask(peer, dossier);
            if (!asked)
                return reply::error(asked.error());
            const protocol::Claim claim{dossier.toString(QUuid::WithoutBraces), peer.id.toString(QUuid::WithoutBraces)};
            return reply::json(*asked == Claims::Answer::HeldAlready ? 200 : 202, base::toJson(claim));
        });
}

void Server::addNumberRoutes() {
    answerBody({.method = "POST", .path = protocol::address::leases, .body = Body::Json, .mostBytes = protocol::limit::jsonBytes},
        [this](const Peer& peer, const Request&, const QByteArray& text) {
            const auto body = objectIn(text);
            if (!body)
                return reply::error(body.error());
            return reply::result(m_platform.books().ask(peer, base::fromJson<protocol::LeaseQuestion>(*body)), &base::toJson<protocol::LeaseAnswer>);
        });
}

void Server::addEnrolmentRoutes() {
    // Whoever enrols with a wrong clock learns the time here, before any certificate of its own.
    addForAnybody(m_enrolment, {.method = "GET", .path = protocol::address::health}, [this](const Request&, const QByteArray&) {
        return reply::json(200, {{QStringLiteral("status"), QStringLiteral("ok")}, {QStringLiteral("version"), QStringLiteral("1")},
                                    {QStringLiteral("time"), m_platform.clock().now().toMSecsSinceEpoch()}});
    });
    const auto route = [](const char* path) {
        return Routes::Route{.method = "POST", .path = path, .body = Body::Json, .mostBytes = enrolmentBytes};
    };
    addForAnybody(m_enrolment, route(protocol::address::enrolmentCheck), [this](const Request& request, const QByteArray& text) {
        const auto body = objectIn(text);
        if (!body)
            return reply::error(body.error());
        return reply::result(
            m_platform.enrolment().outlook(base::fromJson<protocol::EnrolmentQuestion>(*body), QString::fromLatin1(request.address), url()),
            &base::toJson<protocol::EnrolmentOutlook>);
    });
    addForAnybody(m_enrolment, route(protocol::address::enrolments), [this](const Request& request, const QByteArray& text) {
        const auto body = objectIn(text);
        const protocol::CertificatePointer certificate = certificateFromDer(request.certificate);
        if (!body || !certificate)
            return reply::error(body ? base::Error{QStringLiteral("enrolment.key-mismatch")} : body.error());
        const auto enrolled = m_platform.enrolment().enrol(
            base::fromJson<protocol::EnrolmentRequest>(*body), X509_get0_pubkey(certificate.get()), QString::fromLatin1(request.address), url());
        return enrolled ? reply::json(201, base::toJson(*enrolled)) : reply::error(enrolled.error());
    });
}

}
