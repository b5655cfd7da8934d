#include "app/domain/Keyholders.h"

namespace motcua::domain {

base::Outcome mayTend(const Account& seated, const Account* other) {
    if (other && other->id == seated.id)
        return base::fail(QStringLiteral("access.own-slot"));
    if (!seated.may(Role::Supervisor) && !seated.may(Role::Technician))
        return base::fail(QStringLiteral("access.needs-technician"));
    if (other && other->may(Role::Supervisor) && !seated.may(Role::Supervisor))
        return base::fail(QStringLiteral("access.needs-supervisor"));
    return base::done();
}

}
