#pragma once

#include "app/counter/Discards.h"
#include "app/counter/MayCorrect.h"
#include "app/domain/IdentityMark.h"

#include <QDateTime>

#include <vector>

namespace motcua::counter {

class CommandRunner;
class HeldActs;
class Desk;
class IntakeDraft;

struct IntakeContent;

/// An intake that somebody began at this desk and did not end.
struct UnfinishedIntake {
    domain::DraftId id;
    QString applicant;         ///< empty: nobody yet
    QString procedure;         ///< its name; empty: none yet
    domain::IdentityMark mark; ///< of the applicant
    QString phone;
    int pages = 0;
    QDateTime changed;  ///< UTC
    bool asked = false; ///< form 02 was given: the citizen comes back
    QString corrects;   ///< the code of an accepted dossier that is being put right; empty: none
    QString owner;      ///< a colleague's name; empty: whoever is seated
    QString procedureCode = {};
    /// Over: the dossier can no longer be put right, or was decided on: nothing is left but to throw it away.
    Outlook outlook = Outlook::Open;
};

/// The unfinished intakes of this desk besides the one on the screen. Owner: Intake. Thread: GUI.
class PutAside : public QObject {
    Q_OBJECT

public:
    PutAside(const Ports& ports, const Desk& desk, const CommandRunner& runner, const HeldActs& held, IntakeDraft& draft);
    ~PutAside() override;

    /// Own ones first, then the colleagues'; each newest first; without those that end in an act which waits. Errors: "journal.read-failed".
    base::Result<std::vector<UnfinishedIntake>> list() const;
    /// Those that have every word of `text`, in a name, number or procedure; none for no words.
    std::vector<UnfinishedIntake> find(const QString& text) const;

    /// Those that may be of the citizen or body with this mark, as in list(); corrections are none.
    std::vector<UnfinishedIntake> ofPerson(const domain::IdentityMark& mark) const;

    /// UTC, by the desk's clock.
    QDateTime now() const;

    /// Out of the list at once, off the disk 10 s after the last one. Whoever opens it meanwhile has it back.
    void discard(domain::DraftId draft) { m_discards.add(draft); }
    bool canTakeBack() const { return m_discards.canTakeBack(); }
    /// The one that was discarded last is in the list again; then the one before it.
    void takeBack() { m_discards.takeBack(); }
    /// What was discarded goes off the disk now: the station closes.
    void settle() { m_discards.settle(); }

signals:
    void changed();
    void failed(const motcua::base::Error& error);

private:
    Outlook outlookOf(const IntakeContent& content) const;

    Ports m_ports;
    const Desk& m_desk;
    const CommandRunner& m_runner;
    const HeldActs& m_held;
    IntakeDraft& m_draft;
    Discards m_discards;
};

}
