#include "app/base/Clock.h"
#include "app/domain/Conflicts.h"
#include "app/domain/Rules.h"
#include "app/domain/TypedText.h"
#include "app/domain/UnseenSigns.h"

#include <algorithm>

bool motcua::domain::isOwnWork(const Dossier& dossier, UserId user) {
    const auto& corrected = dossier.correctedBy;
    return dossier.receivedBy == user || std::find(corrected.begin(), corrected.end(), user) != corrected.end();
}

bool motcua::domain::lostItsNumber(const Dossier& dossier) {
    return dossier.state == State::Completed && dossier.job.owesNumber() && !dossier.liveEntry();
}

namespace motcua::domain::rules {

namespace {

/// The signer as given, completed from the account; where that has authorities, as the one says that is in force for the book today. Errors:
/// "dossier.wrong-signer": one signs for oneself; "dossier.signer-unauthorised" with book: none is in force.
base::Result<Signer> signerOf(const Signer& given, const Dossier& dossier, const Context& context) {
    const Account& account = context.actor;
    const QString& authority = dossier.job.authority;
    if (!given.user.isNull() && given.user != account.id)
        return base::fail(QStringLiteral("dossier.wrong-signer"));
    const QDate today = base::toVietnamTime(context.now).date();
    if (dossier.job.owesNumber() && !maySign(account, dossier.job.book, today))
        return base::fail(QStringLiteral("dossier.signer-unauthorised"), {{QStringLiteral("book"), dossier.job.book}});
    if (const SigningAuthority* by = dossier.job.owesNumber() ? authorityFor(account, dossier.job.book, today) : nullptr)
        return signerBy(*by, account);
    if (given.name.isEmpty())
        return signerFor(account, authority);
    return Signer{account.id, given.name, given.title, given.authority.isEmpty() ? authority : given.authority};
}

/// Nobody certifies what is their own affair or a relative's. Errors: "dossier.signer-is-party", "dossier.signer-is-relative".
base::Outcome isImpartial(const Dossier& dossier, const Context& context) {
    if (!context.relatives || !asksForImpartiality(dossier))
        return base::done();
    const auto conflict = signerConflict(*context.relatives, dossier);
    return conflict ? base::fail(QString::fromLatin1(codeOf(*conflict))) : base::done();
}

}

void sendHome(const Dossier& dossier, const Context& context, std::vector<EventBody>& events) {
    if (!dossier.receivedAt.isNull() && dossier.receivedAt != context.station)
        events.push_back(DossierReleased{dossier.receivedAt});
}

base::Result<bool> wearsTwoHats(const Dossier& dossier, UserId user, bool allowed) {
    if (!isOwnWork(dossier, user))
        return false;
    if (!allowed)
        return base::fail(QStringLiteral("dossier.own-work"));
    return true;
}

// Errors: "actor.not-supervisor", "dossier.not-holder", "dossier.closed", "dossier.wrong-state", "dossier.own-work",
// "dossier.wrong-signer", "dossier.signer-unauthorised", "dossier.signer-untitled", "dossier.signer-is-party", "dossier.signer-is-relative" and those
// of writable(). A completed dossier whose only entry was spoiled, as programs before record version 4 left it, is given a new one.
Events on(const Dossier& dossier, const Approve& command, const Context& context) {
    const bool again = lostItsNumber(dossier);
    const States allowed = again ? in(State::Completed) : from<DossierApproved>;
    if (const auto role = bySigner(dossier, context); !role)
        return base::fail(role.error());
    const auto signer = signerOf(command.signer, dossier, context);
    if (!signer)
        return base::fail(signer.error());
    // Before the dossier is fetched for it: the paper names its signer's title, and cannot be made without one.
    if (dossier.job.owesAttestations() && saysNothing(signer->title))
        return base::fail(QStringLiteral("dossier.signer-untitled"));
    if (const auto impartial = isImpartial(dossier, context); !impartial)
        return base::fail(impartial.error());
    if (const auto ready = inHand(dossier, allowed, context); !ready)
        return base::fail(ready.error());
    const auto twoHat = wearsTwoHats(dossier, context.actor.id, context.settings && context.settings->twoHatAllowed);
    if (!twoHat)
        return base::fail(twoHat.error());
    std::vector<EventBody> events;
    if (!again)
        events.push_back(DossierApproved{*signer, *twoHat});
    if (dossier.job.owesNumber()) {
        if (const auto open = writable(context.volume, dossier, context); !open)
            return base::fail(open.error());
        events.push_back(nextEntry(dossier, *context.volume, *signer, context));
    }
    sendHome(dossier, context, events);
    return events;
}

// Errors: as Approve, and "dossier.no-reason".
Events on(const Dossier& dossier, const ReturnToClerk& command, const Context& context) {
    const auto ready = all(bySupervisor(context), inHand(dossier, from<DossierReturned>, context), needs(command.reason, "dossier.no-reason"));
    if (!ready)
        return base::fail(ready.error());
    std::vector<EventBody> events{DossierReturned{typedText(command.reason)}};
    sendHome(dossier, context, events);
    return events;
}

}
