#include "app/ui/text/NoCorrection.h"

#include "app/ui/text/Words.h"

#include <QCoreApplication>

namespace motcua::ui::words {

namespace {

struct Correction {
    Q_DECLARE_TR_FUNCTIONS(motcua::ui::Correction)
};

NoCorrection decided(const domain::Dossier& dossier, const QString& decidedBy) {
    const QString why = decidedBy.isEmpty() ? Correction::tr("%1 was approved and can no longer be put right.").arg(dossier.code)
                                            : Correction::tr("%1 was approved by %2 and can no longer be put right.").arg(dossier.code, decidedBy);
    if (dossier.liveEntry())
        return {why,
            dossier.state == domain::State::Completed
                ? Correction::tr("A wrong result: spoil its number in the book (Books, F8) and say what is wrong; then the dossier is put right and "
                                 "approved again. Anything else: write a note (Dossiers, F2).")
                : Correction::tr("A wrong result: the supervisor spoils its number in the book (Books, F8), and the dossier is taken in anew. "
                                 "Anything else: write a note (Dossiers, F2).")};
    return {why, Correction::tr("A wrong result: take the dossier in anew. Anything else: write a note (Dossiers, F2).")};
}

}

NoCorrection noCorrection(const domain::Dossier& dossier, const QString& decidedBy, const Whereabouts& lies) {
    const QString& code = dossier.code;
    if (dossier.unread > 0)
        return {Correction::tr("%1 was worked on by a newer program and cannot be put right with this one.").arg(code),
            Correction::tr("Have this machine updated.")};
    if (dossier.state == domain::State::Completed || dossier.state == domain::State::HandedOver)
        return decided(dossier, decidedBy);
    if (dossier.state == domain::State::SupplementAsked || dossier.state == domain::State::PaymentAsked)
        return {Correction::tr("%1 waits for papers (form 02) and cannot be put right meanwhile.").arg(code),
            Correction::tr("When the papers come, F9 in Dossiers takes them in; then it can be put right.")};
    if (dossier.closed || (dossier.state != domain::State::Accepted && dossier.state != domain::State::Processing))
        return {Correction::tr("%1 has ended (%2) and can no longer be put right.").arg(code, state(dossier.state)),
            Correction::tr("Take it in anew where it is needed; a note (Dossiers, F2) can be written at any time.")};
    if (!lies.here)
        return {lies.who.isEmpty() ? Correction::tr("%1 lies on another station's desk and cannot be put right here.").arg(code)
                                   : Correction::tr("%1 lies on the desk of %2 and cannot be put right here.").arg(code, lies.who),
            Correction::tr("Put it right where it lies, or ask for it there.")};
    return {Correction::tr("%1 was changed by somebody else meanwhile.").arg(code),
        Correction::tr("Open it in Dossiers and put right (F9) what is still wrong.")};
}

}
