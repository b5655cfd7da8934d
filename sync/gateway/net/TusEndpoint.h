#pragma once

#include "app/base/Result.h"
#include "sync/gateway/net/TusWords.h"
#include "sync/gateway/store/Peer.h"

#include <httplib.h>

namespace motcua::gateway {

class Uploads;
class Blobs;
struct Upload;

/// tus 1.0.0 (tus.io) with creation, creation-with-upload, expiration, checksum and termination, over Uploads. A blob that is held
/// already is an upload that is complete: who asks for its address hears so. Owned by Server, which sets Tus-Resumable; may be used by
/// any thread.
class TusEndpoint {
public:
    TusEndpoint(Uploads& uploads, Blobs& blobs) : m_uploads(uploads), m_blobs(blobs) {}

    void options(httplib::Response& response) const;
    void create(const Peer& peer, const httplib::Request& request, httplib::Response& response, const httplib::ContentReader& body);
    void patch(const Peer& peer, const httplib::Request& request, httplib::Response& response, const httplib::ContentReader& body);
    void head(const Peer& peer, const httplib::Request& request, httplib::Response& response);
    void remove(const Peer& peer, const httplib::Request& request, httplib::Response& response);
    /// The address of a blob that is held, as an upload. Its HEAD is also asked without tus.
    void headHeld(const Peer& peer, const httplib::Request& request, httplib::Response& response);
    void patchHeld(const Peer& peer, const httplib::Request& request, httplib::Response& response, const httplib::ContentReader& body);

private:
    /// A whole request's bytes on their way into an upload, then the answer's headers.
    struct Piece;
    base::Outcome receive(const Piece& piece);
    void createWhole(const Piece& piece, const tus::Metadata& metadata, qint64 length);
    void createRow(const Piece& piece, const tus::Metadata& metadata, qint64 length);
    /// Errors: "blob.missing".
    base::Result<Upload> held(const Peer& peer, const httplib::Request& request) const;

    Uploads& m_uploads;
    Blobs& m_blobs;
};

}
