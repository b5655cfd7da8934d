#include "app/ui/widgets/StateChip.h"

#include "app/counter/Returned.h"
#include "app/ui/text/Words.h"

#include <QEvent>

namespace motcua::ui {

void StateChip::setDossier(const domain::Dossier& dossier) {
    m_state = dossier.state;
    m_returned = counter::isReturned(dossier);
    showState();
}

void StateChip::showState() {
    set(m_returned ? words::returned() : words::state(m_state), m_returned ? Tone::Warning : words::toneOf(m_state));
}

void StateChip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        showState();
    Badge::changeEvent(event);
}

}
