#pragma once

#include "app/capture/DrawingHelper.h"

#include <memory>
#include <optional>

namespace motcua::capture {

class WaitingHelper;

/// A file whose pages a helper draws. The helper lives while pages are asked for and a while longer; a later wish starts another one.
class DrawnByHelper final : public domain::ports::OpenPages {
    Q_OBJECT

public:
    DrawnByHelper(QByteArray content, std::shared_ptr<WaitingHelper> waiting);
    ~DrawnByHelper() override;

    void draw(const domain::ports::PageWish& wish) override;

private:
    void ask();
    void answer(const domain::ports::DrawnPage& page);
    void fail(const base::Error& error);

    const QByteArray m_content;
    const std::shared_ptr<WaitingHelper> m_waiting;
    std::unique_ptr<DrawingHelper> m_helper;
    std::optional<domain::ports::PageWish> m_wish; ///< not asked for yet
    bool m_isAsked = false;
    QTimer m_idle;
};

}
