#pragma once

#include "app/counter/CommandRunner.h"

#include <QTimer>

#include <functional>

namespace motcua::counter {

/// Lets dossiers that wait for a decision or for the citizen's papers go when another station asks for them, by itself and within a second, unless
/// one is open on a screen here; then as soon as it is closed. Works while the screen is locked, in nobody's name. Owner: Counter. Thread: GUI.
class DossierKeeper : public QObject {
    Q_OBJECT

public:
    DossierKeeper(const Ports& ports, CommandRunner& runner, std::function<bool(domain::DossierId)> isOpen);

public slots:
    void answerWishes();

signals:
    void released(motcua::domain::DossierId dossier, motcua::domain::StationId to);

private:
    Ports m_ports;
    CommandRunner& m_runner;
    std::function<bool(domain::DossierId)> m_isOpen;
    QTimer m_again;
};

}
