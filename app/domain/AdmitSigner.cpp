// Whose name may stand under an event: what decide() makes true at the desk, asked again of what comes over the line.

#include "app/base/Clock.h"
#include "app/domain/Rules.h"

#include <algorithm>

namespace motcua::domain {

namespace {

base::Outcome when(bool right, const char* error) {
    return right ? base::done() : base::fail(QString::fromLatin1(error));
}

bool signedBefore(const Dossier& dossier, UserId user) {
    return std::any_of(dossier.entries.begin(), dossier.entries.end(), [user](const BookEntry& entry) { return entry.signer.user == user; });
}

base::Outcome check(const Dossier& dossier, const Event& event, const Standing& standing, const DossierApproved& body) {
    if (body.signer.user != event.actor)
        return base::fail(QStringLiteral("dossier.wrong-signer"));
    if ((standing.roles & signersOf(dossier)) == 0)
        return base::fail(QStringLiteral("actor.not-supervisor"));
    const auto twoHat = rules::wearsTwoHats(dossier, event.actor, standing.twoHatAllowed);
    if (!twoHat)
        return base::fail(twoHat.error());
    return when(body.twoHat == *twoHat, "event.two-hat-unrecorded");
}

/// The first entry bears the name of who approved; one that takes the place of a spoiled entry that entry's, or the name of the
/// supervisor who approves it anew.
base::Outcome check(const Dossier& dossier, const Event& event, const Standing& standing, const EntryRegistered& body) {
    const UserId signer = body.entry.signer.user;
    if (dossier.entries.empty())
        return when(signer == event.actor && signer == dossier.decidedBy, "dossier.wrong-signer");
    if (signedBefore(dossier, signer))
        return base::done();
    if (signer != event.actor || (standing.roles & signersOf(dossier)) == 0)
        return base::fail(QStringLiteral("dossier.wrong-signer"));
    const auto twoHat = rules::wearsTwoHats(dossier, signer, standing.twoHatAllowed);
    return twoHat ? base::done() : base::fail(twoHat.error());
}

base::Outcome check(const Dossier&, const Event& event, const Standing&, const VolumeClosed& body) {
    return when(body.signer.user == event.actor, "dossier.wrong-signer");
}

base::Outcome check(const Dossier&, const Event& event, const Standing&, const NumbersWrittenOff& body) {
    return when(body.signer.user == event.actor, "dossier.wrong-signer");
}

/// In one's own name, and of its day.
base::Outcome check(const Dossier&, const Event& event, const Standing&, const EntryNoted& body) {
    if (body.note.date != base::toVietnamTime(event.at).date())
        return base::fail(QStringLiteral("book.wrong-row"), {{QStringLiteral("field"), QStringLiteral("note.date")}});
    return when(body.note.signer.user == event.actor, "dossier.wrong-signer");
}

template <class Body>
base::Outcome check(const Dossier&, const Event&, const Standing&, const Body&) {
    return base::done();
}

}

base::Outcome signedRightly(const Dossier& dossier, const Event& event, const Standing& standing) {
    return std::visit([&](const auto& body) { return check(dossier, event, standing, body); }, event.body);
}

}
