#include "app/capture/helper/ExitGuard.h"

#include "app/capture/helper/HelperLink.h"

#include <chrono>

#include <unistd.h>

namespace motcua::capture::helper {

namespace {

/// Parking a slow feeder takes its time too.
constexpr std::chrono::seconds patience{5};

}

ExitGuard::ExitGuard(const base::Outcome& outcome, Link& link)
    : m_watch([left = m_left.get_future(), outcome, &link] {
          if (left.wait_for(patience) == std::future_status::ready)
              return;
          if (outcome)
              link.finished();
          else
              link.failed(outcome.error());
          ::_exit(0);
      }) {}

ExitGuard::~ExitGuard() {
    m_left.set_value();
    m_watch.join();
}

}
