#pragma once

#include "app/counter/Ports.h"
#include "app/counter/UnprintedPapers.h"

namespace motcua::counter {

class Desk;

/// The desk's list of what did not come out, sealed on disk: whoever waits for the paper must not be forgotten because the program ended. Owner:
/// Printing. Thread: GUI.
class UnprintedOnDisk {
public:
    UnprintedOnDisk(const Ports& ports, const Desk& desk) : m_ports(ports), m_desk(desk) {}

    /// `inHand`: no longer in the list and not on its way yet.
    void save(const std::vector<UnprintedPaper>& missing, const std::vector<UnprintedPaper>& inHand);
    std::vector<UnprintedPaper> load();
    /// Nobody wants it any more, though no record tells of its printing; on disk with the next save().
    void letGo(const WantedPaper& paper);
    void wantAgain(const WantedPaper& paper);
    bool isLetGo(const WantedPaper& paper) const;

private:
    Ports m_ports;
    const Desk& m_desk;
    std::vector<WantedPaper> m_letGo; ///< the last ones
    domain::DraftId m_id;             ///< null: nothing is kept, as far as is known here
};

}
