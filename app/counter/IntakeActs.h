#pragma once

#include "app/counter/CommandRunner.h"

namespace motcua::counter {

class IntakeDraft;
class IntakeForm;
class Printing;

/// How receive(), refuse() and askSupplement() ended.
struct IntakeOutcome {
    domain::DossierId dossier;
    QString code;          ///< dossier code, or the slip's number for forms 02 and 03
    QLatin1String offered; ///< offer::accepted, supplementAsked or refused: the paper that is being printed
};

/// What receiving the form means: accepting it, and handing it to the supervisors' tray. Errors: "dossier.no-procedure", "fee.not-given".
base::Result<std::vector<domain::Command>> receivingOf(const IntakeForm& form);
/// What form 03 would say of it. Error "dossier.no-procedure".
base::Result<domain::DossierRefused> refusalOf(const IntakeForm& form, const QString& reason, const QString& legalBasis);
/// What form 02 would say of it. Empty `items`: the missing papers. Error "dossier.no-procedure".
base::Result<domain::SupplementAsked> requestOf(const IntakeForm& form, const QStringList& items, const QString& reason, const QString& legalBasis);

/// What an intake ends in: the form becomes events in one transaction, which also drops the draft, and the paper comes out.
/// Owner: Intake. Thread: GUI.
class IntakeActs : public QObject {
    Q_OBJECT

public:
    IntakeActs(const Ports& ports, const Desk& desk, CommandRunner& runner, Printing& printing, IntakeForm& form, IntakeDraft& draft);

    /// Accepts: takes the dossier code, hands the dossier to the supervisors' tray in the same transaction, prints form 01.
    base::Result<IntakeOutcome> receive();
    /// Whether receive() would go through now; nothing happens.
    base::Outcome mayReceive() const;
    /// What form 03 or 02 would say. Error "dossier.no-procedure".
    base::Result<domain::DossierRefused> refusal(const QString& reason, const QString& legalBasis) const;
    base::Result<domain::SupplementAsked> request(const QStringList& items, const QString& reason, const QString& legalBasis) const;
    /// Form 03.
    base::Result<IntakeOutcome> refuse(const QString& reason, const QString& legalBasis);
    /// Form 02 at intake; what was entered stays an unfinished intake. Empty `items`: the missing papers.
    base::Result<IntakeOutcome> askSupplement(const QStringList& items, const QString& reason, const QString& legalBasis);

    /// Goes on with a dossier that was given form 02 at an earlier intake: the citizen is back with the papers. With all that was entered
    /// then, at the desk where it was; elsewhere with the applicant and the procedure. Errors: "dossier.wrong-state", "dossier.not-holder"
    /// (DossierClaims brings it here).
    base::Outcome continueDossier(domain::DossierId dossier);

    /// Begins an intake with all that a receipt says that does not stand: own record `seq` of the needs-you tray; goes on with the one that was begun
    /// with it before. What stands in the form is put aside. Once that is received the receipt leaves the tray, with what was about it. Error:
    /// "journal.unknown-record".
    base::Outcome receiveAgain(qint64 seq);

    /// Opens an accepted dossier on which nothing was decided yet, to be put right; goes on where somebody was interrupted in that. What stands in
    /// the form is put aside. Errors: "dossier.wrong-state", "dossier.not-holder", "dossier.procedure-gone".
    base::Outcome openCorrection(domain::DossierId dossier);
    /// Whether what stands in the form can still be recorded here, as far as the dossier that it is of goes; done for a new intake. Errors: those of
    /// counter::mayGoOn().
    base::Outcome mayGoOn() const;
    /// What stands in the form becomes the dossier's, with what it was before on record; one that the supervisor returned goes back to the tray in
    /// the same transaction. Where form 01 says something else now, it is printed again, in place of the one that the citizen holds. `reason`: what
    /// was put right, read by the supervisor. Errors: "dossier.nothing-corrected", "dossier.changed-meanwhile".
    base::Result<IntakeOutcome> correct(const QString& reason);
    /// Whether correct() would go through now, given a reason; nothing happens.
    base::Outcome mayPutRight() const;

signals:
    /// What did not stand was done anew, and is in the needs-you tray no longer.
    void fallenSettled();
    void received(const motcua::counter::IntakeOutcome& outcome);
    void refused(const motcua::counter::IntakeOutcome& outcome);
    void supplementAsked(const motcua::counter::IntakeOutcome& outcome);
    /// `offered` is empty where the citizen's receipt stays as it is.
    void corrected(const motcua::counter::IntakeOutcome& outcome);

private:
    base::Result<std::vector<domain::Command>> puttingRight(const QString& reason) const;
    /// The dossier that the form is of, else a new one.
    domain::DossierId dossierId() const;
    base::Outcome openKept(const domain::Dossier& dossier, void (IntakeForm::*begin)(const domain::Dossier&));
    base::Outcome keepFor(domain::DossierId dossier);
    base::Result<domain::DraftId> draftMadeFrom(qint64 seq) const;
    void settleFallen(qint64 madeFrom);
    base::Result<IntakeOutcome> finish(const std::vector<domain::Command>& commands, const char* offered);

    Ports m_ports;
    const Desk& m_desk;
    CommandRunner& m_runner;
    Printing& m_printing;
    IntakeForm& m_form;
    IntakeDraft& m_draft;
};

}
