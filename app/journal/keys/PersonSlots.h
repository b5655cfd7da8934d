#pragma once

#include "app/base/Result.h"
#include "app/journal/keys/DataKey.h"
#include "app/journal/keys/Sealer.h"
#include "app/journal/log/Schema.h"
#include "sync/protocol/Act.h"
#include "sync/protocol/Messages.h"

#include <QByteArray>
#include <QStringList>

#include <memory>
#include <optional>

namespace motcua::journal {

using PersonKeyPointer = std::shared_ptr<const protocol::PersonKey>;

/// The keys that people sign with at this station: each sealed under its person's password alone, never under the data key, so that nobody who
/// opens the station opens another's. Owned by KeySlots, on its connection.
class PersonSlots {
public:
    struct Row {
        QByteArray slot;      ///< the id of the person's key slot
        QByteArray publicKey; ///< DER, SubjectPublicKeyInfo
        QByteArray sealed;    ///< the private key
        /// The platform's word that the key is this person's, protocol::PersonVoucher as JSON; or, bound here by an account file, what the platform
        /// is to be told, protocol::ActivationRequest as JSON; empty: it is bound to nobody.
        QByteArray voucher = {};
    };

    PersonSlots(sqlite::Connection& connection, schema::Identity identity) : m_connection(connection), m_identity(std::move(identity)) {}

    /// `wrapping`: made from the password. Errors: "seal.failed".
    static base::Result<Row> seal(
        const protocol::PersonKey& key, const schema::Identity& identity, const QByteArray& slot, const std::shared_ptr<const DataKey>& wrapping);
    /// The key of a row, or a new one that is bound to nobody where there is no row that opens. Errors: "person.no-key", "seal.failed", SQLite's.
    base::Result<PersonKeyPointer> openOrMake(const QByteArray& slot, const std::shared_ptr<const DataKey>& wrapping);

    base::Outcome write(const Row& row);
    base::Outcome remove(const QByteArray& slot);
    /// Empty: the key is bound to nobody, or there is none.
    base::Result<QByteArray> voucher(const QByteArray& slot) const;
    /// False: the slot has another key by now.
    base::Result<bool> keepVoucher(const QByteArray& slot, const QByteArray& publicKey, const QByteArray& voucher);

    /// Of the keys that were bound here by an account file: what the platform is to be told.
    static base::Result<std::vector<protocol::ActivationRequest>> pending(sqlite::Connection& connection);
    /// What the platform said; empty: the key is bound to nobody.
    static base::Outcome settle(sqlite::Connection& connection, const QByteArray& publicKey, const QByteArray& voucher);
    /// Whether somebody has this key, and it is bound.
    static base::Result<bool> isBound(sqlite::Connection& connection, const QByteArray& publicKey);

    /// What can be seen wrong without a password, one line each.
    static base::Result<QStringList> faults(sqlite::Connection& connection);

private:
    static SealPlace placeOf(const schema::Identity& identity, const QByteArray& slot);
    base::Result<std::optional<Row>> find(const QByteArray& slot) const;
    PersonKeyPointer opened(const Row& row, const std::shared_ptr<const DataKey>& wrapping) const;

    sqlite::Connection& m_connection;
    schema::Identity m_identity;
};

}
