#include "app/base/Clock.h"
#include "app/domain/IntakeChecks.h"
#include "app/domain/Rules.h"
#include "app/domain/TypedText.h"
#include "app/domain/jobs/FactCheck.h"
#include "app/domain/jobs/JobTimes.h"
#include "app/domain/jobs/Jobs.h"
#include "app/domain/parties/PartyCheck.h"

namespace motcua::domain::rules {

base::Outcome keepsWhatStands(const Dossier& dossier, const Correctable& after) {
    if (!after.due.isValid() && dossier.due.isValid())
        return base::fail(QStringLiteral("dossier.due-missing"));
    if (after.due.isValid() && base::toVietnamTime(after.due).date() < base::toVietnamTime(dossier.received).date())
        return base::fail(QStringLiteral("dossier.due-in-past"));
    if (totalOf(after.fees) < dossier.collected)
        return base::fail(QStringLiteral("dossier.fee-below-paid"));
    return base::done();
}

namespace {

/// What was told the citizen stands where nothing of it is changed, and days on which the clock stood still are counted by nobody here.
base::Outcome checkTime(const Dossier& dossier, const DossierReceived& as, const Context& context) {
    static const UnitSettings usual;
    static const Calendar plainWeeks;
    if (as.due == dossier.due && as.extension == dossier.extension)
        return base::done();
    if (dossier.supplements > 0)
        return checkGround(*context.job, as);
    return checkExtension(*context.job, as, context.calendar ? *context.calendar : plainWeeks, context.settings ? *context.settings : usual);
}

}

// Errors: "dossier.changed-meanwhile", "dossier.no-job-kind", "dossier.nothing-corrected", "dossier.no-reason", those of keepsWhatStands(), of
// checkIntake(), of checkExtension() and of inHand().
Events on(const Dossier& dossier, const Correct& command, const Context& context) {
    if (const auto ready = all(byClerk(context), inHand(dossier, from<DossierCorrected>, context)); !ready)
        return base::fail(ready.error());
    const Correctable before = correctableOf(dossier);
    if (base::toJson(before) != base::toJson(command.before))
        return base::fail(QStringLiteral("dossier.changed-meanwhile"));
    if (!context.job)
        return base::fail(QStringLiteral("dossier.no-job-kind"));
    DossierReceived as;
    static_cast<Filing&>(as) = static_cast<const Filing&>(dossier);
    putRight(as, command.after);
    as.applicant = tidied(as.applicant);
    as.facts = tidiedFacts(*context.job, as.facts);
    as.dueGround = as.due.isValid() ? tidied(as.dueGround) : QString();
    as.parties = tidied(*context.job, as.parties);
    if (as.extension)
        as.extension->ground = tidied(as.extension->ground);
    as.job = termsOf(*context.job, as.procedure, as.facts, as.parties);
    const Correctable after = correctableOf(as);
    if (saysTheSame(before, after))
        return base::fail(QStringLiteral("dossier.nothing-corrected"));
    if (const auto sound =
            all(checkIntake(as, *context.job, context.now), checkTime(dossier, as, context), needs(command.reason, "dossier.no-reason"));
        !sound)
        return base::fail(sound.error());
    if (const auto kept = keepsWhatStands(dossier, after); !kept)
        return base::fail(kept.error());
    return std::vector<EventBody>{DossierCorrected{before, after, typedText(command.reason)}};
}

}
