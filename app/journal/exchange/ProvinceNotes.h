#pragma once

#include "app/domain/security/SecurityEvent.h"

#include <QJsonObject>

#include <vector>

namespace motcua::journal {

/// What the security log says of something that the province has published anew: accounts that were opened, closed or changed, settings that are not
/// what they were. `before`: what it replaces; empty: nothing was published before, which is no change.
std::vector<domain::SecurityEvent> provinceNotes(const QString& kind, const QJsonObject& before, const QJsonObject& now);

}
