#pragma once

#include "app/counter/HeldActs.h"
#include "app/domain/IdentityMark.h"

namespace motcua::counter {

class Printing;

/// The next thing to do with a completed dossier; what the screen puts on its main button.
enum class NextStep { None, PrintAttestation, Finish, HandOver, Close };

/// All that the last meeting with the citizen settles.
struct Finish {
    domain::PaymentMethod method = domain::PaymentMethod::Cash;
    QString recipient; ///< empty: the applicant
    bool identityChecked = true;
    int score = 0; ///< 1–5; 0: no rating given
    QString remark;
    bool feeSlip = true;              ///< print the fee slip when a fee was taken
    domain::HandEntry handEntry = {}; ///< of what was attested by hand; empty: it was stated before
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("method", self.method);
        field("recipient", self.recipient);
        field("identityChecked", self.identityChecked);
        field("score", self.score);
        field("remark", self.remark);
        field("feeSlip", self.feeSlip);
        field("handEntry", self.handEntry);
    }
};

/// Completed dossiers: print the attestation, take the fee, hand over, rate, close. finish() does all that is still open in one
/// transaction, so the usual citizen costs two keys. Owner: Counter. Thread: GUI.
class HandOverDesk : public QObject {
    Q_OBJECT

public:
    HandOverDesk(const Ports& ports, const Desk& desk, CommandRunner& runner, Printing& printing, HeldActs& held);

    /// Results waiting for their owners, oldest first; then handed over and not closed.
    base::Result<std::vector<domain::ports::DossierRow>> waiting() const;
    /// Whether the result lies at this desk: the one that received it.
    bool isHere(const domain::ports::DossierRow& row) const { return row.holder == m_desk.station(); }
    /// Those of `waiting` whose result the holder of this card or passport may take, as applicant, proxy or representative; in the same order.
    std::vector<domain::DossierId> waitingFor(const domain::IdentityMark& shown, const std::vector<domain::ports::DossierRow>& waiting) const;
    NextStep nextStep(domain::DossierId dossier) const;
    /// `visit`: visitOf() the dossier. Where every result of it that the same person waits for is ready and lies here: all those dossiers, in the
    /// order of the visit. Else, and where it came alone, the dossier.
    std::vector<domain::DossierId> readyWith(const domain::Dossier& dossier, const std::vector<domain::Dossier>& visit) const;
    /// The next result of that visit that the same person waits for, lies here and is not printed yet; null: there is none.
    domain::DossierId unprintedWith(const domain::Dossier& dossier, const std::vector<domain::Dossier>& visit) const;
    /// All that were received in its visit, in their order; it alone where it came alone.
    std::vector<domain::Dossier> visitOf(const domain::Dossier& dossier) const;
    static NextStep nextStep(const domain::Dossier& dossier);

    /// The paper that goes out with the result: the attestation that is owed, else what its kind offers with the number or when it is
    /// completed.
    std::optional<domain::JobPaper> resultPaper(const domain::Dossier& dossier) const;
    /// As many of it as the kind has.
    void printAttestation(domain::DossierId dossier);
    void printFeeSlip(domain::DossierId dossier);
    base::Result<domain::Dossier> finish(domain::DossierId dossier, const Finish& finish);
    // As finish(), handOver() and close(), held back for as long as they can be taken back.
    base::Outcome holdFinish(domain::DossierId dossier, const Finish& finish);
    /// As holdFinish() for all of them in one transaction, with one fee slip: dossiers of readyWith(), two or more.
    base::Outcome holdFinish(const std::vector<domain::DossierId>& dossiers, const Finish& finish);
    base::Outcome holdHandOver(domain::DossierId dossier, const Finish& finish);
    /// Of `finish` the citizen's word counts.
    base::Outcome holdClose(domain::DossierId dossier, const Finish& finish);

    // The single steps, for the citizen who pays now and comes back later.
    base::Outcome collectFee(domain::DossierId dossier, domain::PaymentMethod method);
    base::Outcome handOver(domain::DossierId dossier, const Finish& finish);
    base::Outcome close(domain::DossierId dossier);

signals:
    void changed();
    /// It is on record and closed.
    void handedOver(motcua::domain::DossierId dossier);

private:
    /// `slipOf`: as in domain::CollectFee.
    std::vector<domain::Command> finishing(const domain::Dossier& dossier, const Finish& finish, domain::DossierId slipOf = {}) const;
    base::Result<std::vector<Batch>> finishingAll(const HeldAct& act) const;
    base::Outcome finishAll(const HeldAct& act);
    void finished(const domain::Dossier& before, const Finish& finish);
    /// The hand-over as such, with what must be stated before it.
    /// With the day on which it was said.
    Finish dated(Finish finish) const;
    void addHandOver(std::vector<domain::Command>& commands, const domain::Dossier& dossier, const Finish& finish) const;

    Ports m_ports;
    const Desk& m_desk;
    CommandRunner& m_runner;
    Printing& m_printing;
    HeldActs& m_held;
};
}
