#pragma once

#include "app/base/Result.h"
#include "sync/gateway/store/Peer.h"

#include <httplib.h>

namespace motcua::gateway {

class Uploads;
class Blobs;

/// tus 1.0.0 (tus.io) with creation, creation-with-upload, expiration, checksum and termination, over Uploads. Owned by Server; may be
/// used by any thread.
class TusEndpoint {
public:
    TusEndpoint(Uploads& uploads, Blobs& blobs) : m_uploads(uploads), m_blobs(blobs) {}

    void options(httplib::Response& response) const;
    void create(const Peer& peer, const httplib::Request& request, httplib::Response& response, const httplib::ContentReader& body);
    void patch(const Peer& peer, const httplib::Request& request, httplib::Response& response, const httplib::ContentReader& body);
    void head(const Peer& peer, const httplib::Request& request, httplib::Response& response);
    void remove(const Peer& peer, const httplib::Request& request, httplib::Response& response);

private:
    /// A whole request's bytes on their way into an upload, then the answer's headers.
    struct Piece;
    base::Outcome receive(const Piece& piece);
    void createWhole(const Piece& piece, const QByteArray& hash, qint64 length);

    Uploads& m_uploads;
    Blobs& m_blobs;
};

}
