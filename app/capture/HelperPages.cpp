#include "app/capture/HelperPages.h"

#include "app/capture/DrawnByHelper.h"
#include "app/capture/WaitingHelper.h"

namespace motcua::capture {

HelperPages::HelperPages(HelperSettings settings) : m_waiting(std::make_shared<WaitingHelper>(std::move(settings))) {}

std::unique_ptr<domain::ports::OpenPages> HelperPages::open(const QByteArray& content) {
    return std::make_unique<DrawnByHelper>(content, m_waiting);
}

std::optional<domain::ports::ForeignPages::Room> HelperPages::room() const {
    return m_waiting->room();
}

}
