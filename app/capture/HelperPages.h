#pragma once

#include "app/capture/HelperSettings.h"
#include "app/domain/ports/ForeignPages.h"

namespace motcua::capture {

class WaitingHelper;

/// Pages of foreign files, each file drawn by a helper process of its own, so that a file that takes its reader over sees and alters no other. One
/// more helper is started ahead and waits, shut in already. Owned by the composition root; lives in the thread of its callers. Files may outlive it.
class HelperPages final : public domain::ports::ForeignPages {
public:
    explicit HelperPages(HelperSettings settings = installedHelper());

    std::unique_ptr<domain::ports::OpenPages> open(const QByteArray& content) override;
    std::optional<Room> room() const override;

private:
    std::shared_ptr<WaitingHelper> m_waiting;
};

}
