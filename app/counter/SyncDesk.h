#pragma once

#include "app/counter/FallenReceipts.h"
#include "app/counter/HeldActs.h"

#include <QSet>

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
    SyncDesk(const Ports& ports, const Desk& desk, HeldActs& held);

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
    /// How many of refusals() nobody has said to be seen to: the number that everybody says.
    int needingYou() const;
    /// Whoever says what the platform has says it by this.
    Standing standing() const;
    bool isConfirmed() const { return standing() == Standing::Confirmed; }

    /// Whose dossier the item is about, for whoever meets citizens; else, and where it is nobody's, empty.
    QString personOf(const domain::ports::RefusedItem& item) const;
    /// Receipts that do not stand, by what is said of them; see fallen::find().
    std::vector<FallenReceipt> findReceipts(const QString& text) const;
    /// One of them, as it stands in the tray; nothing: it was received anew.
    std::optional<domain::ports::RefusedItem> receipt(qint64 seq) const;
    /// Whether it, or one that leaves the tray with it, is a receipt that a citizen holds: then it is said why nothing is done anew.
    bool needsReason(qint64 seq) const;
    /// What does not stand need not be done anew: held back as other acts that end something, then the item leaves the tray, with all others about
    /// its dossier that do not stand, and the security log has code and reason. Errors: those of HeldActs::hold(), "sync.not-in-tray",
    /// "sync.needs-reason".
    base::Outcome seeTo(qint64 seq, const QString& reason = {});
    /// It is said, and not done yet.
    bool isBeingSeenTo(qint64 seq) const;

public slots:
    void tryNow();
    /// Takes the item out of the needs-you tray and tries at once.
    void sendAgain(qint64 seq);

signals:
    void changed();
    /// The platform has confirmed more than before.
    void acknowledgedChanged();

private:
    void takeOut(qint64 seq);
    QSet<qint64> beingSeenTo() const;
    base::Outcome maySeeTo(const HeldAct& act) const;
    base::Outcome takeOutSeen(const HeldAct& act);

    Ports m_ports;
    const Desk& m_desk;
    HeldActs& m_held;
    engine::Status m_status;
};

}
