#include "app/domain/IntakeChecks.h"
#include "app/domain/Rules.h"
#include "app/domain/jobs/FactCheck.h"
#include "app/domain/jobs/Jobs.h"

namespace motcua::domain::rules {

// Errors: "dossier.changed-meanwhile", "dossier.no-job-kind", "dossier.nothing-corrected", "dossier.fee-below-paid", "dossier.no-reason", those of
// checkIntake() and of inHand().
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
    as.job = termsOf(*context.job, as.procedure, as.facts);
    const Correctable after = correctableOf(as);
    if (saysTheSame(before, after))
        return base::fail(QStringLiteral("dossier.nothing-corrected"));
    if (const auto sound = all(checkIntake(as, *context.job, context.now), needs(command.reason, "dossier.no-reason")); !sound)
        return base::fail(sound.error());
    qint64 total = 0;
    for (const FeeLine& line : after.fees)
        total += line.amount;
    if (total < dossier.collected)
        return base::fail(QStringLiteral("dossier.fee-below-paid"));
    return std::vector<EventBody>{DossierCorrected{before, after, command.reason.trimmed()}};
}

}
