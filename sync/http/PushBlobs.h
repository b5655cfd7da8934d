#pragma once

#include "sync/http/BlobDesk.h"
#include "sync/http/BlobUpload.h"
#include "sync/http/LaneWork.h"
#include "sync/http/Link.h"

#include <memory>

namespace motcua::http {

/// One of the lanes that bring blobs, the one needed first in front. Several share a BlobDesk, so a page that will not go does
/// not hold up the others. Owned by the sync worker, in its thread.
class PushBlobs final : public LaneWork {
    Q_OBJECT

public:
    PushBlobs(const Link& link, BlobDesk& desk);

    bool hasWork() override;
    void start() override;
    engine::Step step() const override { return engine::Step::SendingBlobs; }

private:
    void uploaded(const QString& hash, const base::Outcome& outcome);

    Link m_link;
    BlobDesk& m_desk;
    std::unique_ptr<BlobUpload> m_upload;
    UploadManner m_manner;
};

}
