#pragma once

#include "app/domain/Calendar.h"
#include "app/domain/Settings.h"

#include <QDateTime>

namespace motcua::ui {

/// The clock against the 15:00 rule (NĐ 23/2015/NĐ-CP, Điều 7), as the status strip tells it.
struct CutOff {
    bool sameDay = false; ///< what is received now is returned today
    int minutesLeft = 0;  ///< until the cut-off; 0 when past
    QDate resultDay;      ///< when not the same day
    QString text;
};

CutOff cutOffAt(const QDateTime& now, const domain::UnitSettings& settings, const domain::Calendar& calendar);

}
