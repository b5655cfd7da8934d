#pragma once

#include "app/domain/ports/SecurityLog.h"
#include "app/journal/log/SecurityChain.h"
#include "app/journal/standing/FailedTries.h"

#include <functional>

namespace motcua::base {
class Clock;
}

namespace motcua::journal {

/// The security log of an open station: see SecurityChain for what shows and what goes. Kept for ten years, 100,000 events at most. Owned by
/// Unlocked, on its connection; thread: Unlocked's.
class SecurityLog final : public domain::ports::SecurityLog {
public:
    static constexpr int years = 10;

    SecurityLog(sqlite::Connection& connection, const QUuid& station, Sealer sealer, Standing& standing, const base::Clock& clock);

    /// In whose name what is noted from now on happens; empty: nobody's.
    void setActor(const QString& login) { m_actor = login; }
    const QString& actor() const { return m_actor; }

    base::Outcome note(const domain::SecurityEvent& event) override;
    /// What the station itself found, whoever is at work.
    base::Outcome noteOfNobody(const domain::SecurityEvent& event);
    base::Result<std::vector<domain::SecurityEvent>> events(const domain::SecurityFilter& filter) const override;
    /// Whether the last line is the last that was written.
    base::Result<bool> endFits() const { return m_chain.endFits(); }
    /// With what is missing or changed; takes a tenth of a second with many events.
    base::Result<domain::ports::SecurityPage> page(const domain::SecurityFilter& filter) const;

    /// Writes what happened while nobody's key was there, then `signedIn`, in one transaction. `loginOf`: the login of a slot's id; empty: nobody's.
    base::Outcome noteUnlock(const domain::SecurityEvent& signedIn, const std::function<QString(const QByteArray& slot)>& loginOf);

private:
    base::Outcome append(domain::SecurityEvent event);
    using LoginOf = std::function<QString(const QByteArray& slot)>;
    base::Outcome takePending(const LoginOf& loginOf);
    /// What somebody took out of what waited.
    base::Outcome tellUntold(const failedtries::BySlot& waited, const LoginOf& loginOf);
    base::Outcome dropOld();

    sqlite::Connection& m_connection;
    Standing& m_standing;
    SecurityChain m_chain;
    const base::Clock& m_clock;
    QString m_actor;
};

}
