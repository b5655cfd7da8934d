#pragma once

#include "app/counter/HeldSlips.h"
#include "app/counter/IntakeActs.h"
#include "app/counter/IntakeDraft.h"
#include "app/counter/IntakeForm.h"
#include "app/counter/LooseSheet.h"
#include "app/counter/PutAside.h"

namespace motcua::counter {

/// One unfinished intake: its form, the keeper of its draft, the others that were put aside, and the acts it ends in. Owner: Counter.
class Intake {
public:
    Intake(const Ports& ports, const Desk& desk, CommandRunner& runner, Printing& printing, HeldActs& held)
        : m_form(ports.archive, desk, runner), m_draft(ports, desk, m_form), m_putAside(ports, desk, runner, held, m_draft),
          m_acts(ports, desk, runner, printing, m_form, m_draft), m_slips(ports, desk, runner, printing, held, m_acts, m_form, m_draft),
          m_separators(ports, printing) {}

    IntakeForm& form() { return m_form; }
    const IntakeForm& form() const { return m_form; }
    IntakeDraft& draft() { return m_draft; }
    const IntakeDraft& draft() const { return m_draft; }
    PutAside& putAside() { return m_putAside; }
    IntakeActs& acts() { return m_acts; }
    HeldSlips& slips() { return m_slips; }
    /// Prints the sheet that separates the papers of a batch.
    LooseSheet& separators() { return m_separators; }

private:
    IntakeForm m_form;
    IntakeDraft m_draft;
    PutAside m_putAside;
    IntakeActs m_acts;
    HeldSlips m_slips;
    LooseSheet m_separators;
};

}
