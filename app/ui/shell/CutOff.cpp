#include "app/ui/shell/CutOff.h"

#include "app/base/Clock.h"
#include "app/ui/text/Words.h"

#include <QCoreApplication>

namespace motcua::ui {

namespace {

struct Strip {
    Q_DECLARE_TR_FUNCTIONS(motcua::ui::CutOff)
};

}

CutOff cutOffAt(const QDateTime& now, const domain::UnitSettings& settings, const domain::Calendar& calendar) {
    const QDateTime local = base::toVietnamTime(now);
    const QString hour = settings.sameDayCutOff.toString(QStringLiteral("HH:mm"));
    CutOff result;
    const bool working = calendar.isWorkingDay(local.date());
    if (working && local.time() <= settings.sameDayCutOff) {
        result.sameDay = true;
        result.minutesLeft = local.time().secsTo(settings.sameDayCutOff) / 60;
        const QString left =
            QStringLiteral("%1:%2").arg(result.minutesLeft / 60, 2, 10, QLatin1Char('0')).arg(result.minutesLeft % 60, 2, 10, QLatin1Char('0'));
        result.text = Strip::tr("%1 left until %2: results today").arg(left, hour);
        return result;
    }
    result.resultDay = calendar.nextWorkingDay(local.date());
    const QString day = words::date(result.resultDay).left(5);
    result.text = working ? Strip::tr("Past %1: results on %2").arg(hour, day) : Strip::tr("Day off: results from %1").arg(day);
    return result;
}

}
