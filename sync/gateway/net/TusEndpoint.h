#pragma once

#include "app/base/Result.h"
#include "sync/gateway/blobs/Uploads.h"
#include "sync/gateway/net/PeerWork.h"
#include "sync/gateway/net/TusWords.h"

namespace motcua::gateway::tus {

/// tus 1.0.0 (tus.io) with creation, creation-with-upload, expiration, checksum and termination, over Uploads. A blob that is held
/// already is an upload that is complete: who asks for its address hears so. Any worker.

Answer options();
Answer head(Uploads& uploads, const Peer& peer, const Request& request);
Answer remove(Uploads& uploads, const Peer& peer, const Request& request);
/// The address of a blob that is held, as an upload. Its HEAD is also asked without tus.
Answer headHeld(Blobs& blobs, const Peer& peer, const Request& request);
Answer patchHeld(Blobs& blobs, const Peer& peer, const Request& request, bool bringsBytes);

/// One request's bytes on their way into an upload.
class Piece {
public:
    /// Errors: those of Uploads::write(), "request.malformed" (the checksum).
    static base::Result<std::unique_ptr<Piece>> open(Uploads& uploads, const Peer& peer, const Request& request, const QUuid& upload, qint64 offset);
    /// What came without a checksum stays, also of a request that broke off.
    ~Piece();

    /// Errors: those of Uploads::Writing::append().
    base::Outcome take(const QByteArray& bytes);
    /// Tells the answer how far the upload is. Errors: those of Uploads::Writing::finish(), "blob.checksum-mismatch".
    base::Outcome finish(Answer& answer);

private:
    explicit Piece(std::unique_ptr<Uploads::Writing> writing, std::optional<Checksum> checksum)
        : m_writing(std::move(writing)), m_checksum(std::move(checksum)) {}

    std::unique_ptr<Uploads::Writing> m_writing;
    std::optional<Checksum> m_checksum;
    bool m_isOver = false;
};

/// POST: a new upload, which may bring bytes, all of them even.
class Creation final : public PeerWork {
public:
    using PeerWork::PeerWork;
    bool gathers() const override { return m_isWhole; }
    std::optional<Answer> take(const QByteArray& bytes) override;
    Answer finish(const QByteArray& rest) override;

protected:
    std::optional<Answer> begun() override;

private:
    std::optional<Answer> createRow(bool bringsBytes);
    Answer keepWhole(const QByteArray& content);

    Metadata m_metadata;
    qint64 m_length = 0;
    bool m_isWhole = false; ///< everything is in this request, and it is small enough to be held in memory: no upload needs to be remembered
    std::unique_ptr<Piece> m_piece;
    Answer m_answer = {.status = 201};
};

/// PATCH of a blob that is held, which takes no bytes.
class HeldContinuation final : public PeerWork {
public:
    using PeerWork::PeerWork;
    bool gathers() const override { return false; }
    std::optional<Answer> take(const QByteArray& bytes) override { return bytes.isEmpty() ? std::nullopt : std::optional(said(true)); }
    Answer finish(const QByteArray& rest) override { return said(!rest.isEmpty()); }

protected:
    std::optional<Answer> begun() override { return request().isChunked ? std::nullopt : std::optional(said(request().hasBody())); }

private:
    Answer said(bool bringsBytes) const { return patchHeld(platform().blobs(), peer(), request(), bringsBytes); }
};

/// PATCH: the next bytes of an upload.
class Continuation final : public PeerWork {
public:
    using PeerWork::PeerWork;
    bool gathers() const override { return false; }
    std::optional<Answer> take(const QByteArray& bytes) override;
    Answer finish(const QByteArray& rest) override;

protected:
    std::optional<Answer> begun() override;

private:
    std::unique_ptr<Piece> m_piece;
};

}
