#pragma once

#include "sync/gateway/net/PeerWork.h"

namespace motcua::gateway {

/// GET /v1/feed: answered when there is something, without a thread that waits for it.
class FeedWork final : public PeerWork {
public:
    using PeerWork::PeerWork;
    Answer finish(const QByteArray&) override { return {}; }

protected:
    std::optional<Answer> begun() override;
};

}
