#pragma once

#include "app/counter/ClockWatch.h"
#include "app/counter/Desk.h"
#include "app/counter/DossierDesk.h"

#include <QSet>
#include <QTimer>

namespace motcua::counter {

/// Notes in the security log what is seen at the counter alone: looks at dossiers that are no work of this desk, a clock that cannot be right, a
/// station that the province has revoked. Owner: Counter. Thread: GUI.
class SecurityWatch : public QObject {
    Q_OBJECT

public:
    /// How long a dossier is shown until that is a look: going through a list is none.
    static constexpr int lookMilliseconds = 1000;

    SecurityWatch(const Ports& ports, const Desk& desk, const ClockWatch& clock);

    /// A dossier is on the screen; a null id: none is. Noted once for a person, a dossier and a day, and only where the dossier was neither received
    /// nor worked on at this desk, does not lie here and does not wait for the decision of whoever looks.
    void shown(const OpenedDossier& dossier);

private:
    bool isWorkOfDesk(const OpenedDossier& dossier) const;
    void noteLook();
    void lookAtClock();
    void lookAtLine(const engine::Status& status);
    void note(const domain::SecurityEvent& event);
    /// Those of today that are in the log already.
    void readLooks();

    Ports m_ports;
    const Desk& m_desk;
    const ClockWatch& m_clock;
    QTimer m_look;
    QTimer m_clockTimer;
    QString m_shown; ///< what stands on the screen and is to be noted
    QDate m_day;
    QSet<QString> m_looks; ///< of that day
    base::Error m_clockFault;
    bool m_isRevoked = false;
};

}
