#pragma once

#include "sync/gateway/net/Work.h"

#include <variant>
#include <vector>

namespace motcua::gateway {

/// What a listener answers: a method and a path that are not here are refused by the head alone. Filled before the listener starts, then
/// read by any thread.
class Routes {
public:
    enum class Names { Nothing, Upload, Hash };      ///< at the end of the path
    enum class Body { None, Json, Piece, Anything }; ///< Piece: of a blob; Anything: a blob's creation
    struct Route {
        QByteArray method;
        QByteArray path; ///< before what it names
        Names names = Names::Nothing;
        Body body = Body::None;
        qint64 mostBytes = 0; ///< of the body
        MakeWork make = {};
    };
    void add(Route route) { m_routes.push_back(std::move(route)); }

    /// The route, and the request's argument; or the code of the error that its head earns.
    std::variant<const Route*, const char*> find(Request& request) const;

private:
    const Route* match(Request& request) const;

    std::vector<Route> m_routes;
};

/// What names a piece of a blob in Content-Type.
inline constexpr char pieceType[] = "application/offset+octet-stream";
/// Whether a request is tus: blobs may be asked for by their hash without it.
bool isTus(const Request& request);

}
