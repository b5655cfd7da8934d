#include "sync/gateway/ledger/ActSignatures.h"

#include "app/base/Clock.h"
#include "app/domain/SignedActs.h"
#include "sync/protocol/Act.h"

#include <algorithm>

namespace motcua::gateway {

namespace {

bool isSameName(const domain::Signer& one, const domain::Signer& other) {
    return one.user == other.user && one.name == other.name && one.title == other.title && one.authority == other.authority;
}

/// Of a decision and of its row; all else is signed as the account is named.
Mandates::Row rowOf(const Judge::Case& one) {
    if (const auto* registered = std::get_if<domain::EntryRegistered>(&one.event.body))
        return {one.dossier.job.book, registered->entry.date};
    if (std::holds_alternative<domain::DossierApproved>(one.event.body))
        return {one.dossier.job.book, base::toVietnamTime(one.event.at).date()};
    return {};
}

}

ActFound ActCheck::look(const protocol::Record& record, const QByteArray& hash) {
    if (!record.act)
        return ActFound::None;
    if (!protocol::covers(*record.act, record.header, hash))
        return ActFound::Wrong;
    if (!m_last || *m_last != *record.act)
        m_found = verify(record.header.station, *record.act);
    m_last = &*record.act;
    return m_found;
}

ActFound ActCheck::verify(const QUuid& station, const protocol::ActSignature& act) {
    auto entry = m_keys.find(act.key);
    if (!entry)
        return ActFound::UnknownKey;
    if (!entry->key)
        return ActFound::Wrong;
    if (m_entry != entry) {
        m_entry = std::move(entry);
        m_verifier.emplace(m_entry->key.get());
    }
    return m_verifier->isSigned(protocol::actText(station, act), act.signature) ? ActFound::Right : ActFound::Wrong;
}

bool ActSignatures::isActors(const Judge::Case& one, const QByteArray& key) const {
    const auto entry = m_parts.keys.find(key);
    return entry && m_parts.keys.counts(*entry, m_parts.peer.key, one.header.actor, {one.header.seq, one.received});
}

bool ActSignatures::hasKey(const Judge::Case& one) const {
    return m_parts.keys.has(m_parts.peer.key, one.header.actor, {one.header.seq, one.received});
}

bool ActSignatures::isNamedRightly(const Judge::Case& one) const {
    const domain::Signer* const named = domain::namedSigner(one.event.body);
    if (!named || m_parts.mandates.isNamedRightly(m_parts.peer.unit, *named, m_since, rowOf(one)))
        return true;
    const std::vector<domain::BookEntry>& before = one.dossier.entries;
    return std::holds_alternative<domain::EntryRegistered>(one.event.body) &&
           std::any_of(before.begin(), before.end(), [&](const domain::BookEntry& entry) { return isSameName(entry.signer, *named); });
}

Verdict ActSignatures::allows(const Judge::Case& one, const protocol::Record& record, ActFound found) const {
    if (found == ActFound::UnknownKey)
        return mayNot("event.unknown-key");
    if (found == ActFound::Wrong || (found == ActFound::Right && !isActors(one, record.act->key)))
        return mayNot("event.wrong-signature");
    if (m_mustSign && !isNamedRightly(one))
        return mayNot("event.wrong-signer");
    if (found == ActFound::Right || !m_mustSign || one.event.actor.isNull() || !domain::bindsSomebody(one.event.body))
        return may();
    return domain::mayGoUnsigned(one.event.body) && !hasKey(one) ? may() : mayNot("event.unsigned");
}

std::optional<base::Error> ActSignatures::doubt(const Judge::Case& one, ActFound found) const {
    if (found == ActFound::None && !one.event.actor.isNull() && domain::bindsSomebody(one.event.body) && (m_mustSign || hasKey(one)))
        return base::Error{QStringLiteral("event.unsigned")};
    if (!m_mustSign && !isNamedRightly(one))
        return base::Error{QStringLiteral("event.wrong-signer")};
    return std::nullopt;
}

}
