#pragma once

#include "app/counter/HeldActs.h"

namespace motcua::counter {

/// The citizen takes the dossier back. Owner: Counter. Thread: GUI.
class Withdrawals : public QObject {
    Q_OBJECT

public:
    Withdrawals(CommandRunner& runner, HeldActs& held);

    /// Also closes the dossier.
    base::Outcome withdraw(domain::DossierId dossier, const QString& reason);
    /// As withdraw(), held back for as long as it can be taken back.
    base::Outcome hold(domain::DossierId dossier, const QString& reason);

signals:
    void withdrawn(motcua::domain::DossierId dossier);

private:
    CommandRunner& m_runner;
    HeldActs& m_held;
};

}
