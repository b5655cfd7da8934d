#pragma once

#include "app/domain/security/SecurityEvent.h"

#include <QStringList>

#include <vector>

namespace motcua::domain::ports {

/// A part of the security log, and whether all of it is there.
struct SecurityPage {
    std::vector<SecurityEvent> events; ///< newest first
    QStringList faults;                ///< rows that somebody changed or took away, in words for a technician; empty: none
};

/// The station's security log, as use cases write it. Beside the journal: nothing in it is sent to the province.
class SecurityLog {
public:
    virtual ~SecurityLog() = default;
    /// Durable when it returns without an error; in the transaction of the act where there is one. No moment: now; no actor: whoever is seated.
    virtual base::Outcome note(const SecurityEvent& event) = 0;
    /// Newest first.
    virtual base::Result<std::vector<SecurityEvent>> events(const SecurityFilter& filter) const = 0;
};

}
