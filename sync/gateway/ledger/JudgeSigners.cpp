// Who may sign a row of a book: by an authority that is in force for it, and neither for themselves nor for a relative; and who may write in the
// lists of people. What is said here of people names nobody: it goes into tables and logs.

#include "app/base/Clock.h"
#include "app/domain/Conflicts.h"
#include "sync/gateway/ledger/Judge.h"

#include <algorithm>

namespace motcua::gateway {

namespace {

/// Who signs a row for the first time with this record, and on which day; user null: nobody does.
struct NewSigner {
    domain::UserId user;
    QDate day;
};

NewSigner newSigner(const Judge::Case& one) {
    if (const auto* approved = std::get_if<domain::DossierApproved>(&one.event.body))
        return {approved->signer.user, base::toVietnamTime(one.event.at).date()};
    const auto* registered = std::get_if<domain::EntryRegistered>(&one.event.body);
    if (!registered)
        return {};
    const auto& before = one.dossier.entries;
    const domain::UserId user = registered->entry.signer.user;
    const bool signedBefore = std::any_of(before.begin(), before.end(), [&](const domain::BookEntry& entry) { return entry.signer.user == user; });
    return signedBefore ? NewSigner() : NewSigner{user, registered->entry.date};
}

}

Verdict Judge::signerFits(const Case& one) const {
    const NewSigner signer = newSigner(one);
    if (signer.user.isNull() || !one.dossier.job.owesNumber())
        return may();
    if (!m_parts.mandates.maySign(m_desk.peer.unit, signer.user, heardBefore(one), {one.dossier.job.book, signer.day}))
        return mayNot("dossier.signer-unauthorised");
    if (!domain::asksForImpartiality(one.dossier))
        return may();
    std::vector<domain::ListedPerson> declared;
    for (const domain::ListedLine& line : m_parts.lists->lists.of(domain::PersonList::Relative))
        if (line.by == signer.user && line.stands() && isHeard(line, one))
            declared.push_back(line.person);
    const auto conflict = domain::signerConflict(declared, one.dossier);
    return conflict ? mayNot(domain::codeOf(*conflict)) : may();
}

/// What the desk wrote itself before this record, or had surely heard.
bool Judge::isHeard(const domain::ListedLine& line, const Case& one) const {
    return line.station.value() == m_desk.peer.id || m_parts.lists->written.value(line.person.id) <= heardBefore(one);
}

/// A line that was struck out, or of which the desk may not have heard: the record stands, and somebody looks why.
std::optional<base::Error> Judge::aboutRelatives(const Case& one) const {
    const NewSigner signer = newSigner(one);
    if (signer.user.isNull() || !domain::asksForImpartiality(one.dossier))
        return std::nullopt;
    const char* code = nullptr;
    for (const domain::ListedLine& line : m_parts.lists->lists.of(domain::PersonList::Relative))
        if (line.by == signer.user && domain::signerConflict({line.person}, one.dossier))
            code = line.stands() ? "signer.relative-unheard" : code ? code : "signer.relative-removed";
    if (!code)
        return std::nullopt;
    return base::Error{QLatin1String(code), {{QStringLiteral("field"), QStringLiteral("signer")}}};
}

Verdict Judge::listingFits(const Case& one) const {
    const auto* said = std::get_if<domain::PersonListed>(&one.event.body);
    return said ? verdictOf(domain::fitsList(*said, one.event.actor, m_parts.lists->lists.find(said->person.id))) : may();
}

void Judge::takeListing(const domain::Event& event) {
    const auto* said = std::get_if<domain::PersonListed>(&event.body);
    if (!said)
        return;
    auto next = std::make_shared<KnownLists::Edition>(*m_parts.lists);
    next->lists.apply(event);
    m_parts.lists = std::move(next);
}

}
