#pragma once

#include "app/counter/Ports.h"

namespace motcua::counter {

/// What the platform has of all that was done here.
enum class Standing {
    Nothing,  ///< nothing was done yet
    Waiting,  ///< some of it is not there, or not confirmed
    NeedsYou, ///< it refused something
    Confirmed ///< it has all of it and signed for it
};

/// What the status strip and the synchronisation place show. Owner: Counter. Thread: GUI.
class SyncDesk : public QObject {
    Q_OBJECT

public:
    explicit SyncDesk(const Ports& ports);

    const engine::Status& status() const { return m_status; }
    /// Oldest first.
    base::Result<std::vector<domain::ports::UnsentItem>> unsent(int limit = 500) const;
    /// The needs-you tray.
    base::Result<std::vector<domain::ports::RefusedItem>> refusals() const;
    /// What the platform and the unit's oldest desk read; see ports::Exchange.
    base::Result<domain::ports::ReadVersions> readVersions() const;
    /// Why this desk's own file is not believed; see ports::Exchange.
    std::vector<domain::ports::FileDoubt> doubts() const { return m_ports.exchange.doubts(); }
    bool noticesCopiesAtOnce() const { return m_ports.exchange.noticesCopiesAtOnce(); }
    /// Somebody has read a doubt that stands in nobody's way.
    void seenDoubt(const QString& code);
    /// Whoever says what the platform has says it by this.
    Standing standing() const;
    bool isConfirmed() const { return standing() == Standing::Confirmed; }

public slots:
    void tryNow();
    /// Takes the item out of the needs-you tray and tries at once.
    void sendAgain(qint64 seq);
    /// What did not stand was done anew, or need not be: the item leaves the tray, with all others about its dossier that do not stand.
    void seenTo(qint64 seq);

signals:
    void changed();
    /// The platform has confirmed more than before.
    void acknowledgedChanged();

private:
    void takeOut(qint64 seq);

    Ports m_ports;
    engine::Status m_status;
};

}
