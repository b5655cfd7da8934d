#pragma once

#include "app/counter/CommandRunner.h"

namespace motcua::counter {

/// The citizen takes the dossier back. Owner: Counter. Thread: GUI.
class Withdrawals : public QObject {
    Q_OBJECT

public:
    explicit Withdrawals(CommandRunner& runner);

    /// Also closes the dossier.
    base::Outcome withdraw(domain::DossierId dossier, const QString& reason);

signals:
    void withdrawn(motcua::domain::DossierId dossier);

private:
    CommandRunner& m_runner;
};

}
