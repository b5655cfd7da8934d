#include "app/base/Clock.h"
#include "app/domain/IntakeChecks.h"
#include "app/domain/Limits.h"
#include "app/domain/Rules.h"
#include "app/domain/TypedText.h"

namespace motcua::domain::rules {

base::Outcome isAttested(const Dossier& dossier) {
    if (dossier.job.byHand && dossier.handEntry.number.isEmpty())
        return base::fail(QStringLiteral("dossier.no-hand-number"));
    if (!dossier.job.owesNumber())
        return base::done();
    const BookEntry* entry = dossier.liveEntry();
    if (!entry)
        return base::fail(QStringLiteral("book.no-live-entry"));
    const int printed = dossier.attestedCopies(*entry);
    if (printed < dossier.job.attestations)
        return base::fail(QStringLiteral("dossier.attestation-not-printed"),
            {{QStringLiteral("number"), entry->numberLabel}, {QStringLiteral("printed"), QString::number(printed)},
                {QStringLiteral("owed"), QString::number(dossier.job.attestations)}});
    return base::done();
}

// Errors: "dossier.wrong-state", "print.no-form", "print.copies" (1–100). Anyone may: it only adds.
Events on(const Dossier& dossier, const MarkPrinted& command, const Context&) {
    PrintRecorded print = command.print;
    if (!(from<PrintRecorded> & in(dossier.state)))
        return base::fail(QStringLiteral("dossier.wrong-state"));
    if (const auto named = needs(print.form, "print.no-form"); !named)
        return base::fail(named.error());
    if (print.copies < 1 || print.copies > limits::mostSheetsAJob)
        return base::fail(QStringLiteral("print.copies"));
    const BookEntry* entry = dossier.liveEntry();
    print.entry = {};
    print.partial = false;
    if (entry && print.form == dossier.job.attestation) {
        print.entry = {entry->volume, entry->number};
        print.partial = dossier.attestedCopies(*entry) + print.copies < dossier.job.attestations;
    }
    return std::vector<EventBody>{std::move(print)};
}

// Collected once, for the total. Errors: "fee.already-paid", "fee.nothing-due", "fee.slip-unknown" and those of inHand().
Events on(const Dossier& dossier, const CollectFee& command, const Context& context) {
    if (const auto ready = all(byClerk(context), inHand(dossier, from<FeeCollected>, context)); !ready)
        return base::fail(ready.error());
    if (dossier.money == MoneyState::Paid)
        return base::fail(QStringLiteral("fee.already-paid"));
    if (dossier.money != MoneyState::Due)
        return base::fail(QStringLiteral("fee.nothing-due"));
    if (!command.slipOf.isNull()) {
        if (!context.sharedSlip || dossier.visit.isNull() || command.slipOf == dossier.id)
            return base::fail(QStringLiteral("fee.slip-unknown"));
        return std::vector<EventBody>{
            FeeCollected{dossier.feeTotal() - dossier.collected, command.method, command.stage, *context.sharedSlip, {}, command.slipOf}};
    }
    const auto [number, row] = nextSlip(context, context.settings ? context.settings->suffixFee : UnitSettings().suffixFee);
    return std::vector<EventBody>{FeeCollected{dossier.feeTotal() - dossier.collected, command.method, command.stage, number, row, {}}};
}

// Errors: "dossier.not-by-hand", "hand-entry.number", "hand-entry.volume", "hand-entry.date" (from the day of receipt to today) and those of
// inHand().
Events on(const Dossier& dossier, const AttestByHand& command, const Context& context) {
    if (const auto ready = all(byClerk(context), inHand(dossier, from<AttestedByHand>, context)); !ready)
        return base::fail(ready.error());
    if (!dossier.job.byHand)
        return base::fail(QStringLiteral("dossier.not-by-hand"));
    const HandEntry entry{tidied(command.entry.number), tidied(command.entry.volume), command.entry.date};
    if (const auto filled = all(needs(entry.number, "hand-entry.number"), needs(entry.volume, "hand-entry.volume")); !filled)
        return base::fail(filled.error());
    if (!entry.date.isValid() || entry.date > base::toVietnamTime(context.now).date() || entry.date < base::toVietnamTime(dossier.received).date())
        return base::fail(QStringLiteral("hand-entry.date"));
    return std::vector<EventBody>{AttestedByHand{entry}};
}

// Errors: "fee.unpaid", "book.no-live-entry", "dossier.attestation-not-printed", "dossier.no-hand-number", "dossier.no-recipient" and those of
// inHand().
Events on(const Dossier& dossier, const HandOver& command, const Context& context) {
    const auto ready = all(byClerk(context), inHand(dossier, from<ResultHandedOver>, context));
    if (!ready)
        return base::fail(ready.error());
    if (dossier.money == MoneyState::Due)
        return base::fail(QStringLiteral("fee.unpaid"));
    const auto fit = all(isAttested(dossier), needs(command.recipient, "dossier.no-recipient"));
    if (!fit)
        return base::fail(fit.error());
    return std::vector<EventBody>{ResultHandedOver{tidied(command.recipient), command.identityChecked}};
}

// Once, after the hand-over, by whoever serves the citizen. Errors: "dossier.wrong-state", "rating.already-given",
// "rating.out-of-range".
Events on(const Dossier& dossier, const Rate& command, const Context&) {
    if (!(from<RatingGiven> & in(dossier.state)))
        return base::fail(QStringLiteral("dossier.wrong-state"));
    if (dossier.rating != 0)
        return base::fail(QStringLiteral("rating.already-given"));
    if (command.score < 1 || command.score > 5)
        return base::fail(QStringLiteral("rating.out-of-range"));
    return std::vector<EventBody>{RatingGiven{command.score, typedText(command.remark)}};
}

// The citizen takes the request back; the office agrees in the same act, so state 7 passes into 8 at once.
Events on(const Dossier& dossier, const Withdraw& command, const Context& context) {
    const auto ready = all(byClerk(context), inHand(dossier, from<DossierWithdrawn>, context), needs(command.reason, "dossier.no-reason"));
    if (!ready)
        return base::fail(ready.error());
    return std::vector<EventBody>{DossierWithdrawn{typedText(command.reason)}};
}

Events on(const Dossier& dossier, const Close&, const Context& context) {
    if (const auto ready = all(byClerk(context), inHand(dossier, from<DossierClosed>, context)); !ready)
        return base::fail(ready.error());
    return std::vector<EventBody>{DossierClosed{}};
}

// Errors: "dossier.wrong-state", "note.empty".
Events on(const Dossier& dossier, const AddNote& command, const Context&) {
    if (!(from<NoteAdded> & in(dossier.state)))
        return base::fail(QStringLiteral("dossier.wrong-state"));
    if (const auto filled = needs(command.text, "note.empty"); !filled)
        return base::fail(filled.error());
    return std::vector<EventBody>{NoteAdded{typedText(command.text)}};
}

}
