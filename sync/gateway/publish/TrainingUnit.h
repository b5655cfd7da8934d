#pragma once

#include "app/domain/Settings.h"

#include <QDateTime>
#include <QStringList>

#include <vector>

namespace motcua::gateway {

/// A unit to learn and to try with. The people are made up.
struct TrainingUnit {
    domain::UnitSettings settings;
    std::vector<domain::Account> accounts;
    QStringList desks;
};

TrainingUnit trainingUnit(const QString& code, const QDateTime& now);

}
