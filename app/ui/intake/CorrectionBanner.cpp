#include "app/ui/intake/CorrectionBanner.h"

#include "app/counter/Counter.h"
#include "app/counter/Returned.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/text/NoCorrection.h"
#include "app/ui/text/Words.h"

#include <algorithm>

namespace motcua::ui {

namespace {

/// The last form 02; null: none.
const domain::SupplementAsked* askedIn(const std::vector<domain::Event>& history) {
    const auto last = std::find_if(
        history.rbegin(), history.rend(), [](const domain::Event& event) { return std::holds_alternative<domain::SupplementAsked>(event.body); });
    return last == history.rend() ? nullptr : &std::get<domain::SupplementAsked>(last->body);
}

}

CorrectionBanner::CorrectionBanner(counter::Counter& counter, QWidget* parent) : Banner(parent), m_counter(counter) {
    setClosable(false);
}

void CorrectionBanner::refresh() {
    const counter::IntakeForm& form = m_counter.intake().form();
    m_outlook = counter::outlookOf(m_counter.intake().acts().mayGoOn());
    if (form.content().dossier.isNull())
        clear();
    else if (m_outlook == counter::Outlook::Over)
        showOver();
    else if (m_outlook == counter::Outlook::Elsewhere)
        showElsewhere();
    else if (form.isCorrection())
        showCorrection();
    else
        showAsked();
}

void CorrectionBanner::showCorrection() {
    const counter::IntakeContent& content = m_counter.intake().form().content();
    const auto dossier = m_counter.runner().dossier(content.dossier);
    const QString& code = content.correction->code;
    if (dossier && counter::isReturned(*dossier))
        show(Tone::Warning,
            counter::isBackForItsRow(*dossier) ? tr("%1 is being put right. Its number was spoiled: %2").arg(code, dossier->returnReason)
                                               : tr("%1 is being put right. The supervisor returned it: %2").arg(code, dossier->returnReason),
            {}, tr("Change what is wrong, then F9 submits it again."));
    else
        show(Tone::Info, tr("%1 is being put right.").arg(code), {}, tr("Change what is wrong, then F9. F2 leaves it for later."));
}

/// The citizen lays the slip on the counter: this is its intake.
void CorrectionBanner::showAsked() {
    const auto opened = m_counter.dossiers().open(m_counter.intake().form().content().dossier);
    const domain::SupplementAsked* asked = opened ? askedIn(opened->history) : nullptr;
    if (!asked) {
        clear();
        return;
    }
    const QString what = asked->slipNumber.isEmpty() ? tr("Form 02 was given for this intake.")
                                                     : tr("Form 02 no. %1 was given for this intake.").arg(asked->slipNumber);
    if (!asked->until.isValid())
        show(Tone::Info, what);
    else if (asked->until < m_counter.desk().today())
        show(Tone::Warning, what, {}, tr("It asked for the papers until %1: that day has passed.").arg(words::date(asked->until)));
    else
        show(Tone::Info, what, {}, tr("It asks for the papers until %1.").arg(words::date(asked->until)));
}

void CorrectionBanner::showOver() {
    const auto dossier = m_counter.runner().dossier(m_counter.intake().form().content().dossier);
    const QString kept = tr("What was changed here was not recorded; F2 throws it away and begins a new intake.");
    if (!dossier) {
        const ErrorWords words = errorWords(dossier.error());
        show(words.tone, words.what, kept, words.next);
        return;
    }
    if (!m_counter.intake().form().isCorrection()) {
        show(Tone::Warning, tr("This intake was gone on with elsewhere: the dossier is %1 now.").arg(words::state(dossier->state)), kept,
            tr("Ctrl+F4 opens the dossier."));
        return;
    }
    const counter::Desk& desk = m_counter.desk();
    const auto words = words::noCorrection(
        *dossier, desk.nameOf(dossier->decidedBy), {dossier->holder == desk.station(), m_counter.dossiers().whoHolds(dossier->id)});
    show(Tone::Warning, words.why, kept, words.next);
}

/// Whoever has it may decide on it, or it comes back as it was.
void CorrectionBanner::showElsewhere() {
    const counter::IntakeForm& form = m_counter.intake().form();
    const QString who = m_counter.dossiers().whoHolds(form.content().dossier);
    const QString kept = tr("What was entered here stays. It can be recorded when the dossier is back.");
    const QString next = tr("F2 leaves it for later; it waits in the list of unfinished intakes (Ctrl+F2).");
    if (who.isEmpty())
        show(Tone::Warning, tr("The dossier lies on another station's desk now."), kept, next);
    else
        show(Tone::Warning, tr("The dossier lies on the desk of %1 now.").arg(who), kept, next);
}

}
