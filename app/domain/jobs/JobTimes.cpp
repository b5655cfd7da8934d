#include "app/domain/jobs/JobTimes.h"

#include "app/base/Clock.h"
#include "app/domain/Deadline.h"

#include <algorithm>

namespace motcua::domain {

namespace {

const JobExtension* extensionOf(const JobKind& job) {
    return job.time && job.time->extension ? &*job.time->extension : nullptr;
}

base::Outcome tooLong(QDate last) {
    return base::fail(QStringLiteral("extension.too-long"), {{QStringLiteral("last"), last.toString(Qt::ISODate)}});
}

}

QDateTime plainDue(const Filing& filing, const Calendar& calendar, const UnitSettings& settings) {
    return dueMoment(filing.received, filing.procedure.timeValue, filing.procedure.timeUnit, calendar, settings);
}

QDateTime latestDue(const JobKind& job, const Filing& filing, const Calendar& calendar, const UnitSettings& settings) {
    const QDateTime due = plainDue(filing, calendar, settings);
    const JobExtension* extension = extensionOf(job);
    return extension ? extendedDue(due, extension->value, extension->unit, calendar, settings) : due;
}

base::Outcome checkGround(const JobKind& job, const Filing& filing) {
    if (!filing.extension)
        return base::done();
    const JobExtension* allowed = extensionOf(job);
    if (!allowed)
        return base::fail(QStringLiteral("extension.not-foreseen"));
    const auto isMeant = [&](const LegalGround& ground) { return ground.words == filing.extension->ground; };
    if (std::none_of(allowed->grounds.begin(), allowed->grounds.end(), isMeant))
        return base::fail(QStringLiteral("extension.unknown-ground"));
    if (filing.extension->agreed && !allowed->agreed)
        return base::fail(QStringLiteral("extension.not-by-agreement"));
    if (!filing.extension->agreed && allowed->value == 0)
        return base::fail(QStringLiteral("extension.only-by-agreement"));
    return base::done();
}

base::Outcome checkExtension(const JobKind& job, const Filing& filing, const Calendar& calendar, const UnitSettings& settings) {
    if (const auto grounded = checkGround(job, filing); !grounded || !extensionOf(job))
        return grounded;
    const QDateTime plain = plainDue(filing, calendar, settings);
    if (!filing.extension)
        return !filing.due.isValid() || filing.due <= plain ? base::done() : base::fail(QStringLiteral("extension.missing"));
    if (!filing.due.isValid())
        return filing.extension->agreed ? base::fail(QStringLiteral("dossier.due-missing")) : base::done();
    if (filing.due <= plain)
        return base::fail(QStringLiteral("extension.no-longer"));
    if (const QDate last = base::toVietnamTime(filing.received).date().addDays(mostAgreedDays); filing.extension->agreed)
        return base::toVietnamTime(filing.due).date() <= last ? base::done() : tooLong(last);
    const QDateTime latest = latestDue(job, filing, calendar, settings);
    return filing.due <= latest ? base::done() : tooLong(base::toVietnamTime(latest).date());
}

}
