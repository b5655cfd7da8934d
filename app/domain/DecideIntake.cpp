#include "app/base/Clock.h"
#include "app/domain/Deadline.h"
#include "app/domain/DossierCode.h"
#include "app/domain/IntakeChecks.h"
#include "app/domain/Rules.h"
#include "app/domain/TypedText.h"
#include "app/domain/jobs/FactCheck.h"
#include "app/domain/jobs/JobFees.h"
#include "app/domain/jobs/JobTimes.h"
#include "app/domain/jobs/Jobs.h"
#include "app/domain/parties/PartyCheck.h"

namespace motcua::domain::rules {

namespace {

const UnitSettings& settingsOf(const Context& context) {
    static const UnitSettings defaults;
    return context.settings ? *context.settings : defaults;
}

const Calendar& calendarOf(const Context& context) {
    static const Calendar plainWeeks;
    return context.calendar ? *context.calendar : plainWeeks;
}

UnitCode unitOf(const UnitCode& given, const Context& context) {
    if (!given.isEmpty())
        return given;
    return settingsOf(context).unit.isEmpty() ? context.range.unit : settingsOf(context).unit;
}

/// The slip's number: the next of its series; where the desk has none, one of its first serial and the moment, which nobody else has that
/// year either.
template <class Body>
void takeSlip(Body& body, const Context& context, const QString& suffix) {
    const auto [number, row] = nextSlip(context, suffix);
    body.slipNumber = number;
    body.slip = row;
}

/// A slip's legal basis names an article: the unit's own where what was given names none.
QString withArticle(const QString& given, const UnitSettings& settings) {
    const QString basis = tidied(given);
    if (basis.contains(QStringLiteral("Điều ")) || settings.slipBasis.isEmpty())
        return basis;
    return basis.isEmpty() || settings.slipBasis.contains(basis) ? settings.slipBasis : settings.slipBasis + QStringLiteral("; ") + basis;
}

/// Takes the station's next serial of the day. Errors: "code.range-exhausted" with last, "code.malformed".
base::Result<QString> nextCode(const UnitCode& unit, const QDateTime& received, const Context& context) {
    const int serial = qMax(context.lastSerial + 1, context.range.first);
    if (serial > context.range.last)
        return base::fail(QStringLiteral("code.range-exhausted"), {{QStringLiteral("last"), QString::number(context.range.last)}});
    const UnitCode agency = context.range.unit.isEmpty() ? unit : context.range.unit;
    const QString code = DossierCode{agency, base::toVietnamTime(received).date(), serial}.toString();
    if (!DossierCode::parse(code))
        return base::fail(QStringLiteral("code.malformed"), {{QStringLiteral("unit"), agency}});
    return code;
}

}

Events on(const Dossier& dossier, const Receive& command, const Context& context) {
    DossierReceived intake = command.intake;
    if (const auto ready = all(byClerk(context), inHand(dossier, from<DossierReceived>, context)); !ready)
        return base::fail(ready.error());
    if (!dossier.code.isEmpty())
        return base::fail(QStringLiteral("dossier.wrong-state"), {{QStringLiteral("state"), QString::number(static_cast<int>(dossier.state))}});
    if (!context.job)
        return base::fail(QStringLiteral("dossier.no-job-kind"));
    const JobKind& job = *context.job;
    intake.applicant = tidied(intake.applicant);
    intake.facts = tidiedFacts(job, intake.facts);
    intake.dueGround = intake.due.isValid() ? tidied(intake.dueGround) : QString();
    intake.parties = tidied(job, intake.parties);
    if (intake.extension)
        intake.extension->ground = tidied(intake.extension->ground);
    intake.job = termsOf(job, intake.procedure, intake.facts, intake.parties);
    if (job.time) {
        intake.procedure.timeValue = job.time->value;
        intake.procedure.timeUnit = job.time->unit;
    }
    if (!intake.received.isValid())
        intake.received = context.now;
    intake.receivedUnit = unitOf(intake.receivedUnit, context);
    if (intake.helpedUnit.isEmpty())
        intake.helpedUnit = intake.receivedUnit;
    if (intake.decidingUnit.isEmpty())
        intake.decidingUnit = intake.receivedUnit;
    if (intake.fees.empty()) {
        Procedure row;
        row.version = intake.procedure;
        intake.fees = feeLines(job, row, intake.facts);
        for (const FeeLine& line : feesApart(job, intake.facts, settingsOf(context)))
            intake.fees.push_back(line);
    }
    if (const auto sound = checkIntake(intake, job, context.now); !sound)
        return base::fail(sound.error());
    if (const auto sound = checkExtension(job, intake, calendarOf(context), settingsOf(context)); !sound)
        return base::fail(sound.error());
    if (!intake.due.isValid())
        intake.due = intake.extension ? latestDue(job, intake, calendarOf(context), settingsOf(context))
                                      : plainDue(intake, calendarOf(context), settingsOf(context));
    if (intake.code.isEmpty()) {
        const auto code = nextCode(intake.receivedUnit, intake.received, context);
        if (!code)
            return base::fail(code.error());
        intake.code = *code;
    }
    return std::vector<EventBody>{std::move(intake)};
}

Events on(const Dossier& dossier, const Refuse& command, const Context& context) {
    DossierRefused refusal = command.refusal;
    refusal.applicant = tidied(refusal.applicant);
    refusal.receivedUnit = unitOf(refusal.receivedUnit, context);
    const auto ready = all(byClerk(context), inHand(dossier, from<DossierRefused>, context), checkProcedure(refusal.procedure),
        checkApplicant(refusal.applicant, context.now), needs(refusal.reason, "dossier.no-reason"));
    if (!ready)
        return base::fail(ready.error());
    refusal.reason = typedText(refusal.reason);
    refusal.legalBasis = withArticle(refusal.legalBasis, settingsOf(context));
    takeSlip(refusal, context, settingsOf(context).suffixRefusal);
    return std::vector<EventBody>{std::move(refusal)};
}

Events on(const Dossier& dossier, const AskSupplement& command, const Context& context) {
    SupplementAsked ask = command.ask;
    ask.reason = typedText(ask.reason);
    for (QString& item : ask.items)
        item = typedText(item);
    ask.items.removeAll(QString());
    ask.atIntake = dossier.state == State::None || dossier.state == State::Registered;
    auto ready = all(byClerk(context), inHand(dossier, from<SupplementAsked>, context), needs(ask.items.join(QString()), "supplement.no-items"),
        needs(ask.reason, "dossier.no-reason"));
    if (ready && ask.atIntake) {
        ask.applicant = tidied(ask.applicant);
        ask.receivedUnit = unitOf(ask.receivedUnit, context);
        ready = all(checkProcedure(ask.procedure), checkApplicant(ask.applicant, context.now));
    }
    if (!ready)
        return base::fail(ready.error());
    const UnitSettings& settings = settingsOf(context);
    if (!ask.until.isValid() && settings.supplementDays > 0) {
        const QDate last = base::toVietnamTime(context.now).date().addDays(settings.supplementDays);
        ask.until = calendarOf(context).isWorkingDay(last) ? last : calendarOf(context).nextWorkingDay(last);
    }
    ask.legalBasis = withArticle(ask.legalBasis, settings);
    takeSlip(ask, context, settings.suffixSupplement);
    return std::vector<EventBody>{std::move(ask)};
}

Events on(const Dossier& dossier, const ReturnWithSupplement& command, const Context& context) {
    const auto ready = all(byClerk(context), inHand(dossier, from<SupplementReturned>, context), checkPapers(command.papers));
    if (!ready)
        return base::fail(ready.error());
    // A day that was agreed on is not counted by the procedure's unit.
    const ProcedureVersion& procedure = dossier.procedure;
    const bool isCounted = dossier.dueGround.isEmpty() && !dossier.extension;
    const Limit limit = isCounted ? Limit{procedure.timeUnit, procedure.timeValue, dossier.received, dossier.waitedDays} : Limit();
    const QDateTime due = shiftedDue(dossier.due, {dossier.supplementAsked, context.now}, limit, calendarOf(context), settingsOf(context));
    return std::vector<EventBody>{SupplementReturned{command.papers, due}};
}

Events on(const Dossier& dossier, const Submit& command, const Context& context) {
    if (const auto ready = all(byClerk(context), inHand(dossier, from<DossierSubmitted>, context)); !ready)
        return base::fail(ready.error());
    return std::vector<EventBody>{DossierSubmitted{typedText(command.note)}};
}

Events on(const Dossier& dossier, const Release& command, const Context& context) {
    if (const auto ready = inHand(dossier, from<DossierReleased>, context); !ready)
        return base::fail(ready.error());
    if (command.to.isNull() || command.to == dossier.holder)
        return base::fail(QStringLiteral("dossier.no-other-desk"));
    return std::vector<EventBody>{DossierReleased{command.to}};
}

}
