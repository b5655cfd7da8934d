#pragma once

#include "app/base/Result.h"
#include "app/journal/keys/Sealer.h"
#include "app/journal/log/OwnLog.h"

#include <optional>
#include <vector>

namespace motcua::journal {

/// Where the own chain ends, what the province has confirmed and what there is to be doubted about this file, each sealed under the data key beside
/// what it is about: rows that somebody takes out of the file, or a mark that is set back, show at the next unlock. What is whole in itself, as a
/// copy of the whole file of before is, does not show here. Each user has its own, on its own connection; writing happens inside the caller's
/// transaction.
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

    Standing(sqlite::Connection& connection, const QUuid& station, Sealer sealer);

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
    /// All of it under the newest key.
    base::Outcome sealAnew();
    /// What somebody has seen to.
    base::Outcome settle(const QString& code);
    /// Errors: the first doubt that blocks.
    base::Outcome mayRecord() const;

private:
    base::Outcome write(const char* name, QByteArrayView value);
    base::Result<std::optional<QByteArray>> read(const char* name) const;
    base::Outcome writeDoubts(const std::vector<Doubt>& doubts);

    sqlite::Connection& m_connection;
    QUuid m_station;
    Sealer m_sealer;
};

}
