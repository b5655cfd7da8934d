#include "app/domain/SignedActs.h"

namespace motcua::domain {

namespace {

template <class... Bodies>
bool isOneOf(const EventBody& body) {
    return (std::holds_alternative<Bodies>(body) || ...);
}

}

bool bindsSomebody(const EventBody& body) {
    return isOneOf<DossierReceived, DossierRefused, SupplementAsked, SupplementReturned, DossierApproved, DossierReturned, EntryRegistered,
        EntrySpoiled, FeeCollected, ResultHandedOver, DossierWithdrawn, DossierClosed, VolumeClosed, DossierCorrected, AttestedByHand,
        NumbersWrittenOff, KeepingMoved, EntryNoted, PersonListed, UnreadRecord>(body);
}

bool mayGoUnsigned(const EventBody& body) {
    return !bindsSomebody(body) || isOneOf<DossierReceived>(body);
}

const Signer* namedSigner(const EventBody& body) {
    if (const auto* approved = std::get_if<DossierApproved>(&body))
        return &approved->signer;
    if (const auto* registered = std::get_if<EntryRegistered>(&body))
        return &registered->entry.signer;
    if (const auto* closed = std::get_if<VolumeClosed>(&body))
        return &closed->signer;
    if (const auto* off = std::get_if<NumbersWrittenOff>(&body))
        return &off->signer;
    if (const auto* noted = std::get_if<EntryNoted>(&body))
        return &noted->note.signer;
    return nullptr;
}

}
