#pragma once

#include "sync/gateway/ledger/Judge.h"
#include "sync/gateway/ledger/PersonKeys.h"
#include "sync/protocol/Signing.h"

namespace motcua::gateway {

/// What a record's signature was found to be, before anybody looked whose act it is.
enum class ActFound {
    None,       ///< there is none
    UnknownKey, ///< nobody has bound such a key yet
    Wrong,      ///< it does not speak of this record, or was not made by its key
    Right
};

/// Checks the signatures of records in their order, on one thread; one act's is verified once.
class ActCheck {
public:
    explicit ActCheck(PersonKeys::Edition keys) : m_keys(std::move(keys)) {}

    /// `hash`: of the record's header. The record must live until the next call.
    ActFound look(const protocol::Record& record, const QByteArray& hash);

private:
    ActFound verify(const QUuid& station, const protocol::ActSignature& act);

    PersonKeys::Edition m_keys;
    std::shared_ptr<const PersonKeys::Entry> m_entry; ///< of the last act's key
    std::optional<protocol::Verifier> m_verifier;     ///< of that key
    const protocol::ActSignature* m_last = nullptr;
    ActFound m_found = ActFound::None;
};

/// Whether a record is the act of the person in whose name it is. Within one transaction.
class ActSignatures {
public:
    struct Parts {
        const PersonKeys::Edition& keys;
        const Mandates& mandates;
        Peer peer;
    };
    /// `since`: the cursor of what the desk had surely heard when it wrote the record.
    ActSignatures(const Parts& parts, qint64 since) : m_parts(parts), m_since(since), m_mustSign(parts.mandates.mustSign(parts.peer.unit, since)) {}

    Verdict allows(const Judge::Case& one, const protocol::Record& record, ActFound found) const;
    /// What is taken although it is not as it should be; nothing: all is.
    std::optional<base::Error> doubt(const Judge::Case& one, ActFound found) const;

private:
    bool isActors(const Judge::Case& one, const QByteArray& key) const;
    bool hasKey(const Judge::Case& one) const;
    /// As the account is; a number that is given anew may bear the name that stood under the spoiled one.
    bool isNamedRightly(const Judge::Case& one) const;

    Parts m_parts;
    qint64 m_since;
    bool m_mustSign;
};

}
