#include "app/capture/WaitingHelper.h"

#include <chrono>

namespace motcua::capture {

namespace {

constexpr std::chrono::minutes idle{2};
/// The file at hand goes first.
constexpr std::chrono::milliseconds ahead{30};

}

WaitingHelper::WaitingHelper(HelperSettings settings) : m_settings(std::move(settings)) {
    for (QTimer* timer : {&m_ahead, &m_idle})
        timer->setSingleShot(true);
    connect(&m_ahead, &QTimer::timeout, this, &WaitingHelper::startNext);
    connect(&m_idle, &QTimer::timeout, this, [this] { m_next.reset(); });
}

std::unique_ptr<DrawingHelper> WaitingHelper::take() {
    m_ahead.start(ahead);
    m_idle.start(idle);
    std::unique_ptr<DrawingHelper> taken = std::move(m_next);
    return taken && !taken->hasEnded() ? std::move(taken) : started();
}

void WaitingHelper::startNext() {
    if (!m_next || m_next->hasEnded())
        m_next = started();
}

std::unique_ptr<DrawingHelper> WaitingHelper::started() {
    auto helper = std::make_unique<DrawingHelper>(m_settings);
    connect(helper.get(), &DrawingHelper::roomTold, this, [this](const RoomNotice& room) {
        m_room = domain::ports::ForeignPages::Room{room.files > 0, room.calls};
    });
    return helper;
}

}
