#pragma once

#include "app/base/Result.h"
#include "sync/gateway/store/Peer.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace motcua::gateway {

/// A one-time code that may still be used.
struct OpenCode {
    QByteArray hash;
    Peer peer;
    QString login; ///< whose own code it is; empty: nobody's, "*": whoever is named, for training
};

/// A one-time code that made a desk, while it would still be good.
struct UsedCode {
    QByteArray hash;
    Peer peer;
    QByteArray certificate; ///< DER: what the desk was given
};

/// The one-time codes of desks to be enrolled, and the guesses at them that failed. Moments are UTC milliseconds.
class EnrolmentTable {
public:
    virtual ~EnrolmentTable() = default;

    /// Those of desks that are not enrolled yet.
    virtual base::Result<std::vector<OpenCode>> openCodes(qint64 now) const = 0;
    /// Those whose desk has not sent a record yet and is not revoked.
    virtual base::Result<std::vector<UsedCode>> usedCodes(qint64 now) const = 0;
    struct NewRow {
        QByteArray hash;
        qint64 station = 0;
        qint64 expires = 0;
        QString login; ///< as in OpenCode
    };
    virtual base::Outcome addCode(const NewRow& row) = 0;
    /// False: it was used or is over.
    virtual base::Result<bool> useCode(const QByteArray& hash, qint64 now) = 0;

    /// From, inclusive, to.
    struct Span {
        qint64 from = 0;
        qint64 to = 0;
    };
    /// How many there were of whoever it is: an address, or a desk whose code was used.
    virtual base::Result<qint64> failures(const QString& who, Span span) const = 0;
    virtual base::Result<bool> hasFailuresOutside(Span span) const = 0;
    virtual base::Outcome addFailure(const QString& who, qint64 at) = 0;
    /// The last of them.
    virtual base::Outcome dropFailure(const QString& who) = 0;
    virtual base::Outcome forgetFailuresOutside(Span span) = 0;
};

}
