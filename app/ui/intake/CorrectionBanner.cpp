#include "app/ui/intake/CorrectionBanner.h"

#include "app/counter/Counter.h"
#include "app/counter/Returned.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/text/NoCorrection.h"

namespace motcua::ui {

CorrectionBanner::CorrectionBanner(counter::Counter& counter, QWidget* parent) : Banner(parent), m_counter(counter) {
    setClosable(false);
}

void CorrectionBanner::refresh() {
    const counter::IntakeForm& form = m_counter.intake().form();
    m_over = !m_counter.intake().acts().mayCorrect();
    if (!form.isCorrection()) {
        clear();
        return;
    }
    if (m_over) {
        showOver();
        return;
    }
    const auto dossier = m_counter.runner().dossier(form.content().dossier);
    const QString& code = form.content().correction->code;
    if (dossier && counter::isReturned(*dossier))
        show(Tone::Warning,
            counter::isBackForItsRow(*dossier) ? tr("%1 is being put right. Its number was spoiled: %2").arg(code, dossier->returnReason)
                                               : tr("%1 is being put right. The supervisor returned it: %2").arg(code, dossier->returnReason),
            {}, tr("Change what is wrong, then F9 submits it again."));
    else
        show(Tone::Info, tr("%1 is being put right.").arg(code), {}, tr("Change what is wrong, then F9. F2 leaves it for later."));
}

void CorrectionBanner::showOver() {
    const auto dossier = m_counter.runner().dossier(m_counter.intake().form().content().dossier);
    const QString kept = tr("What was changed here was not recorded; F2 throws it away and begins a new intake.");
    if (!dossier) {
        const ErrorWords words = errorWords(dossier.error());
        show(words.tone, words.what, kept, words.next);
        return;
    }
    const counter::Desk& desk = m_counter.desk();
    const auto words = words::noCorrection(*dossier, desk.nameOf(dossier->decidedBy), dossier->holder == desk.station());
    show(Tone::Warning, words.why, kept, words.next);
}

}
