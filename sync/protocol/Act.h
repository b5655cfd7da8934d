#pragma once

#include "app/base/Result.h"
#include "app/base/Secret.h"
#include "sync/protocol/OpenSsl.h"
#include "sync/protocol/Record.h"

#include <memory>

/// Acts that persons sign. What the signature is over: "motcua-act-v1", the station's UUID, the key's id, the number of the act's first record and
/// the hash of the header of each of its records, hashes in hex, each ended by a line feed.
namespace motcua::protocol {

QByteArray actText(const QUuid& station, const ActSignature& act);

/// Whether `act` speaks of the record of that header.
bool covers(const ActSignature& act, const RecordHeader& header, const QByteArray& hash);

/// One line of bytes for a column of a table, and back. Nothing: it is none.
QByteArray packed(const ActSignature& act);
std::optional<ActSignature> unpackedAct(const QByteArray& bytes);

/// The id that a person's key goes by: SHA-256 of its public half (DER, SubjectPublicKeyInfo).
QByteArray keyIdOf(const QByteArray& publicKey);

/// A person's own key at one desk. Lies in memory while that person is seated there. Immutable; may be used by many threads.
class PersonKey {
public:
    /// Errors: "person.no-key".
    static base::Result<std::shared_ptr<const PersonKey>> make();
    /// Of what secret() gave. Null: it is none.
    static std::shared_ptr<const PersonKey> from(const base::Secret& secret);

    /// DER, SubjectPublicKeyInfo.
    const QByteArray& publicKey() const { return m_publicKey; }
    const QByteArray& id() const { return m_id; }
    /// DER, unencrypted: to be sealed at once.
    base::Secret secret() const;
    /// Errors: "mark.not-signed".
    base::Result<QByteArray> sign(QByteArrayView text) const;
    /// Signs an act whose first record and hashes are filled. Errors: "mark.not-signed".
    base::Result<ActSignature> sign(const QUuid& station, qint64 first, std::vector<QByteArray> hashes) const;

private:
    explicit PersonKey(KeyPointer key);

    KeyPointer m_key;
    QByteArray m_publicKey;
    QByteArray m_id;
};

}
