#pragma once

#include "app/base/Result.h"
#include "app/journal/keys/Sealer.h"

#include <QByteArray>
#include <QString>

namespace motcua::sqlite {
class Connection;
}

namespace motcua::journal {

/// Small named values sealed under the data key: the station's TLS key and certificates, the platform's address. Owned by
/// Unlocked, used in the GUI thread.
class Secrets {
public:
    /// The PEM public key with which the platform signs marks: acknowledge() needs it.
    static constexpr char platformKey[] = "platform-key";
    /// The PEM public key of the province that the recovery slot is sealed to: a new epoch needs it.
    static constexpr char recoveryKey[] = "recovery-key";
    /// protocol::ReadVersions as JSON: what the platform said last.
    static constexpr char platformReads[] = "platform-reads";
    /// ToldNumbers as JSON: which numbers of the unit's books this desk may give.
    static constexpr char numbers[] = "numbers";

    Secrets(sqlite::Connection& connection, const QUuid& station, Sealer sealer);

    base::Outcome put(const QString& name, QByteArrayView value);
    /// Errors: "secret.missing", "secret.damaged".
    base::Result<QByteArray> read(const QString& name) const;
    bool contains(const QString& name) const;
    base::Outcome remove(const QString& name);

private:
    SealPlace placeOf(const QString& name) const;

    sqlite::Connection& m_connection;
    QUuid m_station;
    Sealer m_sealer;
};

}
