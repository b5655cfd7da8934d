#pragma once

#include <QStringList>

namespace motcua::gateway {

/// Roles as the command line has them: clerk, supervisor, technician. `roles` is an or of domain::Role numbers.
QStringList roleWords(int roles);
/// From words parted by commas; 0: not understood.
int rolesIn(const QString& text);

}
