#include "app/ui/widgets/StateChip.h"

#include "app/ui/text/Words.h"

#include <QEvent>

namespace motcua::ui {

void StateChip::setState(domain::State state) {
    m_state = state;
    set(words::state(state), words::toneOf(state));
}

void StateChip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        setState(m_state);
    Badge::changeEvent(event);
}

}
