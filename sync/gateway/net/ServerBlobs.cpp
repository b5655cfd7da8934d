// The routes of Server for blobs.

#include "sync/gateway/net/BlobContent.h"
#include "sync/gateway/net/Server.h"
#include "sync/gateway/net/TusEndpoint.h"
#include "sync/protocol/Address.h"

namespace motcua::gateway {

namespace {

constexpr char upload[] = "/v1/blobs/";

Routes::Route route(const char* method, const char* path, Routes::Names names, Routes::Body body = Routes::Body::None) {
    return {.method = method, .path = path, .names = names, .body = body, .mostBytes = body == Routes::Body::None ? 0 : protocol::limit::blobBytes};
}

}

void Server::addBlobRoutes() {
    for (const char* method : {"HEAD", "GET"})
        answer(route(method, protocol::address::blobsByHash, Routes::Names::Hash),
            [this](const Peer& peer, const Request& request) { return tus::headHeld(m_platform.blobs(), peer, request); });
    add<tus::HeldContinuation>(route("PATCH", protocol::address::blobsByHash, Routes::Names::Hash, Routes::Body::Piece));
    answer(route("GET", protocol::address::blobsContent, Routes::Names::Hash),
        [this](const Peer& peer, const Request& request) { return blobContent(m_platform.blobs(), peer, request); });
}

void Server::addUploadRoutes() {
    for (const auto& [path, names] : {std::pair(protocol::address::blobs, Routes::Names::Nothing), std::pair(upload, Routes::Names::Upload),
             std::pair(protocol::address::blobsByHash, Routes::Names::Hash)})
        answer(route("OPTIONS", path, names), [](const Peer&, const Request&) { return tus::options(); });
    add<tus::Creation>(route("POST", protocol::address::blobs, Routes::Names::Nothing, Routes::Body::Anything));
    add<tus::Continuation>(route("PATCH", upload, Routes::Names::Upload, Routes::Body::Piece));
    for (const char* method : {"HEAD", "GET"})
        answer(route(method, upload, Routes::Names::Upload),
            [this](const Peer& peer, const Request& request) { return tus::head(m_platform.uploads(), peer, request); });
    answer(route("DELETE", upload, Routes::Names::Upload),
        [this](const Peer& peer, const Request& request) { return tus::remove(m_platform.uploads(), peer, request); });
}

}
