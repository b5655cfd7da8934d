#pragma once

#include "app/domain/ports/SecurityLog.h"

#include <algorithm>

namespace motcua::test {

class MemorySecurityLog final : public domain::ports::SecurityLog {
public:
    base::Outcome note(const domain::SecurityEvent& event) override {
        noted.push_back(event);
        return base::done();
    }
    base::Result<std::vector<domain::SecurityEvent>> events(const domain::SecurityFilter& filter) const override {
        std::vector<domain::SecurityEvent> found;
        std::copy_if(noted.rbegin(), noted.rend(), std::back_inserter(found), [&](const auto& event) { return filter.fits(event); });
        return found;
    }

    std::vector<domain::SecurityEvent> noted; ///< as they came, moments and actors as they were told
};

}
