#pragma once

#include "app/capture/DrawingHelper.h"

#include <memory>
#include <optional>

namespace motcua::capture {

/// The helper that is started before a file is there for it. Nobody who looks at no pages has one: it begins with the first file and ends some
/// minutes after the last.
class WaitingHelper : public QObject {
    Q_OBJECT

public:
    explicit WaitingHelper(HelperSettings settings);

    /// One that has had no file yet.
    std::unique_ptr<DrawingHelper> take();
    std::optional<domain::ports::ForeignPages::Room> room() const { return m_room; }

private:
    std::unique_ptr<DrawingHelper> started();
    void startNext();

    const HelperSettings m_settings;
    std::unique_ptr<DrawingHelper> m_next;
    std::optional<domain::ports::ForeignPages::Room> m_room;
    QTimer m_ahead;
    QTimer m_idle;
};

}
