#pragma once

#include "app/counter/Ports.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace motcua::counter {

class Desk;

/// Drafts that were thrown away: hidden at once, off the disk 10 s after the last one, so that a slip of the finger takes nothing away.
/// Only who threw one away takes it back; somebody else who sits down meanwhile ends nothing. Thread: GUI.
class Discards : public QObject {
    Q_OBJECT

public:
    Discards(const Ports& ports, const Desk& desk);

    void add(domain::DraftId draft);
    bool has(domain::DraftId draft) const;
    bool canTakeBack() const;
    /// The one that was thrown away last, then the one before it; null: there is none.
    domain::DraftId takeBack();
    /// It is wanted again: nothing drops it any more.
    void spare(domain::DraftId draft);
    /// They go off the disk now.
    void settle();

signals:
    void changed();
    void failed(const motcua::base::Error& error);

private:
    struct Discard {
        domain::DraftId draft;
        domain::UserId by;
    };

    Ports m_ports;
    const Desk& m_desk;
    std::vector<Discard> m_discarded; ///< the last one last
    QTimer m_undo;
};

}
