#include "app/capture/DrawnByHelper.h"

#include "app/capture/WaitingHelper.h"

#include <chrono>
#include <utility>

namespace motcua::capture {

using domain::ports::DrawnPage;
using domain::ports::PageWish;

namespace {

constexpr std::chrono::seconds idle{10};

}

DrawnByHelper::DrawnByHelper(QByteArray content, std::shared_ptr<WaitingHelper> waiting)
    : m_content(std::move(content)), m_waiting(std::move(waiting)) {
    m_idle.setSingleShot(true);
    m_idle.setInterval(idle);
    connect(&m_idle, &QTimer::timeout, this, [this] { m_helper.reset(); });
}

DrawnByHelper::~DrawnByHelper() = default;

void DrawnByHelper::draw(const PageWish& wish) {
    m_wish = wish;
    if (!m_isAsked)
        ask();
}

void DrawnByHelper::ask() {
    m_idle.stop();
    if (!m_helper) {
        m_helper = m_waiting->take();
        connect(m_helper.get(), &DrawingHelper::drawn, this, &DrawnByHelper::answer);
        connect(m_helper.get(), &DrawingHelper::ended, this, &DrawnByHelper::fail);
        m_helper->open(m_content);
    }
    const PageWish wish = *std::exchange(m_wish, std::nullopt);
    m_isAsked = true;
    m_helper->draw({wish.page, wish.width});
    // It could not even be started.
    if (m_helper->hasEnded())
        QMetaObject::invokeMethod(
            this, [this] { fail({QStringLiteral("page.no-reader")}); }, Qt::QueuedConnection);
}

void DrawnByHelper::answer(const DrawnPage& page) {
    m_isAsked = false;
    m_wish ? ask() : m_idle.start();
    emit drawn(page);
}

void DrawnByHelper::fail(const base::Error& error) {
    m_helper.reset();
    // One that ended between two wishes is missed by nobody.
    if (!std::exchange(m_isAsked, false))
        return;
    m_wish.reset();
    emit failed(error);
}

}
