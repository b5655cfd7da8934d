#pragma once

#include "app/base/Result.h"

#include <QByteArray>
#include <QUuid>

#include <optional>
#include <vector>

namespace motcua::gateway {

/// A key that the province has bound to a person at a desk.
struct PersonKeyRow {
    QByteArray id;      ///< protocol::keyIdOf()
    qint64 station = 0; ///< the desk's row
    QUuid user;
    QByteArray publicKey;             ///< DER, SubjectPublicKeyInfo
    qint64 since = 0;                 ///< it counts for the desk's records after this one
    std::optional<qint64> until = {}; ///< up to this one, as far as the desk's word goes (PersonKeys); nothing: it is the person's newest
    qint64 at = 0;                    ///< UTC milliseconds
};

/// A code that may still be used.
struct PersonCode {
    QByteArray hash;
    QUuid user;
    QByteArray accountKey = {}; ///< protocol::accountKey(), where the code goes with a file; else empty
};

/// The keys of people at desks, and the codes that bind them. Moments are UTC milliseconds.
class PersonTable {
public:
    virtual ~PersonTable() = default;

    struct Change {
        qint64 number = 0; ///< grows with every change
        PersonKeyRow key;
    };
    /// Keys that were bound or closed after a change, in the order of the changes.
    virtual base::Result<std::vector<Change>> changedAfter(qint64 number) const = 0;
    virtual base::Result<std::optional<PersonKeyRow>> find(const QByteArray& id) const = 0;
    /// The newest key of a person at a desk.
    virtual base::Result<std::optional<PersonKeyRow>> newest(qint64 station, const QUuid& user) const = 0;
    /// Adds a key; the same person's of before counts no further than it begins.
    virtual base::Outcome bind(const PersonKeyRow& key) = 0;

    virtual base::Result<std::vector<PersonCode>> openCodes(qint64 unit, qint64 now) const = 0;
    virtual base::Outcome addCode(const PersonCode& code, qint64 unit, qint64 expires, int uses) = 0;
    /// False: it was used up or is over.
    virtual base::Result<bool> useCode(const QByteArray& hash, qint64 now) = 0;
};

}
