#pragma once

#include "app/counter/DossierClaims.h"
#include "app/counter/HeldActs.h"
#include "app/domain/Conflicts.h"

#include <QHash>
#include <QSet>

namespace motcua::counter {

/// What became of the dossiers of approveMany().
struct ApprovalReport {
    int approved = 0;
    std::vector<domain::DossierId> askedFor; ///< they lie on another desk and are approved when they come
    std::vector<std::pair<domain::DossierId, base::Error>> notApproved;
};

/// What to do with a dossier once it lies on this desk.
enum class Decision { Look, Approve };

/// The supervisor's tray. A dossier that another station holds is claimed through the platform; when it arrives, the decision that
/// waited for it is offered by dossierArrived(). A dossier that came from another desk goes back to it with the decision.
/// Owner: Counter. Thread: GUI.
class ApprovalDesk : public QObject {
    Q_OBJECT

public:
    ApprovalDesk(const Ports& ports, const Desk& desk, CommandRunner& runner, HeldActs& held, DossierClaims& claims);

    /// Submitted dossiers, oldest deadline first, those of every station of the unit; papers of one visit stand together, where the first of them
    /// would.
    base::Result<std::vector<domain::ports::DossierRow>> tray() const;
    bool isHere(const domain::ports::DossierRow& row) const { return row.holder == m_desk.station(); }
    bool isClaimed(domain::DossierId dossier) const { return m_claims.isAsked(dossier); }
    /// Whether whoever is seated may decide on it now. Errors: "actor.not-supervisor", "dossier.own-work", "dossier.not-holder"
    /// (claim it first), "dossier.wrong-state", "book.no-open-volume".
    base::Outcome mayDecide(domain::DossierId dossier) const;
    /// Of those that whoever is seated could not approve with the others, in this order: why. One that lies on another desk is none of them.
    std::vector<std::pair<domain::DossierId, base::Error>> obstaclesTo(const std::vector<domain::DossierId>& dossiers) const;
    /// What approve() would lead to now, after what waits and those of `ahead` were done; nothing happens and no number is taken.
    base::Result<Carried> foresee(domain::DossierId dossier, const std::vector<domain::DossierId>& ahead = {}) const;
    /// Whose affair it is that whoever is seated would sign, for the screen alone; nothing: nobody's.
    std::optional<domain::SignerConflict> conflictIn(domain::DossierId dossier) const;
    /// Whether approving would use the two-hat rule, and so be recorded as such.
    bool isTwoHat(domain::DossierId dossier) const;

    /// Takes the book's number in the same transaction. "dossier.not-holder": claim() first.
    base::Result<domain::Dossier> approve(domain::DossierId dossier);
    /// Held back as one and recorded in one transaction; those that another desk holds are claimed.
    ApprovalReport approveMany(const std::vector<domain::DossierId>& dossiers);
    base::Outcome returnToClerk(domain::DossierId dossier, const QString& reason);
    // As approve() and returnToClerk(), held back for as long as they can be taken back.
    base::Outcome holdApproval(domain::DossierId dossier);
    base::Outcome holdReturn(domain::DossierId dossier, const QString& reason);
    /// Ends with dossierArrived() or claimFailed(), as DossierClaims has it.
    void claim(domain::DossierId dossier, Decision then = Decision::Look);

    /// Dossiers on screen: DossierKeeper does not let them go.
    void setOpen(domain::DossierId dossier, bool open);
    bool isOpen(domain::DossierId dossier) const { return m_open.contains(dossier); }

signals:
    void openChanged(motcua::domain::DossierId dossier, bool open);
    void trayChanged();
    void dossierArrived(motcua::domain::DossierId dossier, motcua::counter::Decision then);
    void claimFailed(motcua::domain::DossierId dossier, const motcua::base::Error& error);
    /// On record, in one go.
    void approved(const std::vector<motcua::domain::DossierId>& dossiers);

private:
    Batch approvalOf(domain::DossierId dossier) const { return {dossier, {domain::Approve{m_desk.signer()}}}; }
    void came(domain::DossierId dossier);
    void didNotCome(domain::DossierId dossier, const base::Error& error);

    Ports m_ports;
    const Desk& m_desk;
    CommandRunner& m_runner;
    HeldActs& m_held;
    DossierClaims& m_claims;
    QHash<domain::DossierId, Decision> m_then; ///< what is done with those that were claimed
    QSet<domain::DossierId> m_open;
};

}
