#pragma once

#include "app/counter/HeldActs.h"
#include "app/counter/IntakeActs.h"

namespace motcua::counter {

/// Forms 02 and 03 at intake, held back for as long as they can be taken back: the form is free for the next citizen at once, and what was
/// entered waits as an unfinished intake that nobody goes on with. Number and paper come at the end. Owner: Intake. Thread: GUI.
class HeldSlips : public QObject {
    Q_OBJECT

public:
    HeldSlips(const Ports& ports, const Desk& desk, CommandRunner& runner, Printing& printing, HeldActs& held, IntakeActs& acts, IntakeForm& form,
        IntakeDraft& draft);

    // Errors: those that refuse() and askSupplement() have, and those of IntakeDraft::startNew(): then the intake stands in the form as it was.
    base::Outcome holdRefusal(const QString& reason, const QString& legalBasis);
    base::Outcome holdSupplement(const QStringList& items, const QString& reason, const QString& legalBasis);

signals:
    /// On record, and being printed.
    void issued(const motcua::counter::IntakeOutcome& outcome);
    /// `opened`: what was entered stands in the form again; else another intake does, and it is among those put aside.
    void takenBack(bool opened);

private:
    base::Outcome hold(const char* act, const QJsonObject& slip, const domain::Command& command);
    /// What is to be said of the dossier stands in its draft before the dossier is there.
    base::Outcome keepFor(const HeldAct& act, domain::DossierId dossier);
    void giveBack(const HeldAct& act);
    QString slipNumberOf(domain::DossierId dossier) const;
    void dropIntakeOf(domain::DossierId dossier);

    Ports m_ports;
    const Desk& m_desk;
    CommandRunner& m_runner;
    Printing& m_printing;
    HeldActs& m_held;
    IntakeActs& m_acts;
    IntakeForm& m_form;
    IntakeDraft& m_draft;
};

}
