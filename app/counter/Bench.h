#pragma once

#include "app/counter/VisitActs.h"

namespace motcua::counter {

/// One unfinished visit to the certification bench: its papers with the form of the one in hand, the keeper of its draft, the acts it ends in.
/// Owner: Counter.
class Bench {
public:
    Bench(const Ports& ports, const Desk& desk, CommandRunner& runner, Printing& printing, HeldActs& held)
        : m_visit(ports.archive, desk, runner), m_draft(ports, desk, m_visit), m_acts(ports, desk, runner, printing, held, m_visit, m_draft) {}

    VisitForm& visit() { return m_visit; }
    VisitDraft& draft() { return m_draft; }
    VisitActs& acts() { return m_acts; }

private:
    VisitForm m_visit;
    VisitDraft m_draft;
    VisitActs m_acts;
};

}
