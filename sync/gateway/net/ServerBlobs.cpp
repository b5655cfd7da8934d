// The routes of Server for blobs.

#include "sync/gateway/net/Reply.h"
#include "sync/gateway/net/Server.h"
#include "sync/protocol/Address.h"

namespace motcua::gateway {

namespace {

constexpr char uploadPath[] = "/v1/blobs/([0-9a-f-]{36})";
constexpr char byHashPath[] = "/v1/blobs/by-hash/([0-9a-f]{64})";
constexpr char contentPath[] = "/v1/blobs/content/([0-9a-f]{64})";

QByteArray hashIn(const httplib::Request& request) {
    return QByteArray::fromHex(QByteArray::fromStdString(request.matches[1].str()));
}

}

void Server::addBlobRoutes() {
    m_main.http().Get(byHashPath,
        forPeer([this](const Peer& peer, const httplib::Request& request, httplib::Response& response) { m_tus.headHeld(peer, request, response); }));
    m_main.http().Patch(byHashPath, readingForPeer([this](const Peer& peer, const httplib::Request& request, httplib::Response& response,
                                                       const httplib::ContentReader& body) { m_tus.patchHeld(peer, request, response, body); }));
    m_main.http().Get(contentPath, forPeer([this](const Peer& peer, const httplib::Request& request, httplib::Response& response) {
        const auto content = m_platform.blobs().read(peer, hashIn(request));
        if (!content)
            return reply::error(response, content.error());
        response.status = 200;
        response.set_content(content->constData(), static_cast<size_t>(content->size()), "application/octet-stream");
    }));
}

void Server::addUploadRoutes() {
    httplib::Server& http = m_main.http();
    for (const char* path : {protocol::address::blobs, uploadPath, byHashPath})
        http.Options(path, forPeer([this](const Peer&, const httplib::Request&, httplib::Response& response) { m_tus.options(response); }));
    http.Post(protocol::address::blobs, readingForPeer([this](const Peer& peer, const httplib::Request& request, httplib::Response& response,
                                                           const httplib::ContentReader& body) { m_tus.create(peer, request, response, body); }));
    const auto patch = readingForPeer([this](const Peer& peer, const httplib::Request& request, httplib::Response& response,
                                          const httplib::ContentReader& body) { m_tus.patch(peer, request, response, body); });
    http.Patch(uploadPath, patch);
    // tus lets a client behind a narrow proxy say its method in a header.
    const auto head =
        forPeer([this](const Peer& peer, const httplib::Request& request, httplib::Response& response) { m_tus.head(peer, request, response); });
    const auto remove =
        forPeer([this](const Peer& peer, const httplib::Request& request, httplib::Response& response) { m_tus.remove(peer, request, response); });
    http.Post(uploadPath, [patch, head, remove](const httplib::Request& request, httplib::Response& response, const httplib::ContentReader& body) {
        const std::string method = request.get_header_value("X-HTTP-Method-Override");
        if (method == "PATCH")
            return patch(request, response, body);
        body([](const char*, size_t) { return true; });
        if (method == "HEAD")
            return head(request, response);
        if (method == "DELETE")
            return remove(request, response);
        reply::error(response, {QStringLiteral("request.unknown-path")});
    });
    http.Get(uploadPath, head);
    http.Delete(uploadPath, remove);
}

}
