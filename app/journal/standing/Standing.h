#pragma once

#include "app/base/Result.h"
#include "app/journal/keys/Sealer.h"
#include "app/journal/log/OwnLog.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace motcua::journal {

/// Where the own chain ends, what the province has confirmed, what there is to be doubted about this file, which slots there are, where the security
/// log ends and how the attempts began: one row, sealed as a whole under the newest data key and renewed in the transaction of whatever it is about.
/// Rows that somebody takes out of the file, puts into it or sets back show at the next unlock, as no part of this can be set back without the
/// others. What is whole in itself, as a copy of the whole file of before is, does not show here. Each user has its own, on its own connection.
class Standing {
public:
    struct Mark {
        qint64 seq = 0;
        QByteArray head;      ///< hex; empty at 0
        QByteArray signature; ///< the platform's, base64
        bool operator==(const Mark&) const = default;
    };
    /// Why this file is not believed, or was not.
    struct Doubt {
        base::Error why;
        bool blocks = true; ///< nothing is recorded until the province has been asked
    };

    static constexpr char slotsPart[] = "slots";
    static constexpr char securityPart[] = "security-end";
    static constexpr char attemptsPart[] = "attempts";
    static constexpr char failedPart[] = "failed-tries";
    using Parts = std::map<QByteArray, QByteArray>;

    Standing(sqlite::Connection& connection, const QUuid& station, Sealer sealer);

    /// Nothing: there is no such part, or no row that was sealed here.
    base::Result<std::optional<QByteArray>> part(const char* name) const;
    /// The other parts stay. Errors: "seal.broken" where a row does not open, besides SQLite's.
    base::Outcome put(const char* name, QByteArrayView value);
    base::Outcome drop(const char* name);
    /// Nothing: there is no row, or it was not sealed here in this epoch.
    base::Result<std::optional<Parts>> parts() const;
    /// Whatever stood there goes.
    base::Outcome begin(const Parts& parts);
    /// What a file of before had in rows of its own, some of it in clear, becomes one row. False: it had none of it, in this epoch.
    base::Result<bool> takeOver();

    base::Outcome writeHead(const OwnLog::Head& head);
    /// Nothing: it is not there, or was not sealed here.
    base::Result<std::optional<OwnLog::Head>> head() const;

    /// The mark as the facts beside it say it, in clear.
    static base::Result<Mark> statedMark(sqlite::Connection& connection);
    /// Both, the facts and what is sealed.
    base::Outcome writeMark(const Mark& mark);
    base::Result<std::optional<Mark>> mark() const;

    /// What the TPM's counter is, or is about to be; see Freshness.
    base::Outcome writeCounter(quint64 value);
    base::Result<std::optional<quint64>> counter() const;

    /// A doubt of the same code is replaced.
    base::Outcome doubt(const Doubt& doubt);
    base::Result<std::vector<Doubt>> doubts() const;
    /// The province holds what is here: nothing stands in the way any more. Who tried passwords stays said.
    base::Outcome confirmed();
    /// What somebody has seen to.
    base::Outcome settle(const QString& code);
    /// Errors: the first doubt that blocks.
    base::Outcome mayRecord() const;

private:
    /// What a row said that was opened or sealed here last. It counts only where the row's bytes are these and the epoch is this, so it need not be
    /// forgotten when a transaction is rolled back or another connection writes.
    struct Known {
        QByteArray sealed;
        int epoch;
        Parts parts;
    };
    /// Null: as of parts(). Lives until the next call of anything here.
    base::Result<const Parts*> known() const;
    base::Outcome change(const std::function<void(Parts& parts)>& change);
    base::Outcome changeRow(const std::function<void(Parts& parts)>& change);
    base::Outcome writeDoubts(const std::vector<Doubt>& doubts);

    sqlite::Connection& m_connection;
    QUuid m_station;
    Sealer m_sealer;
    mutable std::optional<Known> m_known;
};

}
