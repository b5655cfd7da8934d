#include "sync/gateway/net/Routes.h"

#include "sync/protocol/Address.h"

#include <QByteArrayList>

#include <algorithm>

namespace motcua::gateway {

namespace {

constexpr qsizetype uploadSigns = 36;
constexpr qsizetype hashSigns = 64;

bool isHex(char sign) {
    return (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'f');
}

bool fits(const QByteArray& argument, Routes::Names names) {
    switch (names) {
    case Routes::Names::Nothing:
        return argument.isEmpty();
    case Routes::Names::Upload:
        return argument.size() == uploadSigns && std::all_of(argument.begin(), argument.end(), [](char sign) { return isHex(sign) || sign == '-'; });
    case Routes::Names::Hash:
        return argument.size() == hashSigns && std::all_of(argument.begin(), argument.end(), isHex);
    }
    return false;
}

bool isJson(const QByteArray& type) {
    return type.split(';').first().trimmed().toLower() == "application/json";
}

/// tus lets a client behind a narrow proxy say its method in a header.
QByteArray methodOf(const Request& request) {
    const bool isUpload = request.path.startsWith(protocol::address::blobs) && request.path.size() > qsizetype(std::size(protocol::address::blobs));
    return isUpload && request.method == "POST" ? request.header("X-HTTP-Method-Override") : request.method;
}

const char* faultOfBody(const Request& request, const Routes::Route& route) {
    using Body = Routes::Body;
    if (request.has("Content-Encoding"))
        return "request.media-type";
    if (route.body == Body::None)
        return request.hasBody() ? "request.malformed" : nullptr;
    const QByteArray type = request.header("Content-Type");
    const bool isPiece = type == pieceType && route.body != Body::Json;
    if (!request.length && !(isPiece && request.isChunked))
        return "request.length-required";
    if (route.body == Body::Json && !isJson(type))
        return "request.media-type";
    return request.length.value_or(0) > route.mostBytes ? "request.too-large" : nullptr;
}

}

bool isTus(const Request& request) {
    const bool isBlob = request.path == protocol::address::blobs || request.path.startsWith(QByteArray(protocol::address::blobs) + '/');
    if (!isBlob || request.path.startsWith(protocol::address::blobsContent))
        return false;
    return !request.path.startsWith(protocol::address::blobsByHash) || request.has("Tus-Resumable");
}

const Routes::Route* Routes::match(Request& request) const {
    const QByteArray method = methodOf(request);
    for (const Route& route : m_routes) {
        if (route.method != method || !request.path.startsWith(route.path))
            continue;
        const QByteArray argument = request.path.mid(route.path.size());
        if (!fits(argument, route.names))
            continue;
        request.argument = argument;
        return &route;
    }
    return nullptr;
}

std::variant<const Routes::Route*, const char*> Routes::find(Request& request) const {
    const Route* route = match(request);
    if (!route)
        return "request.unknown-path";
    if (const char* fault = faultOfBody(request, *route))
        return fault;
    return route;
}

}
