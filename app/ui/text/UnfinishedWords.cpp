#include "app/ui/text/UnfinishedWords.h"

#include "app/ui/text/Words.h"

#include <QCoreApplication>

namespace motcua::ui::unfinished {

namespace {

struct Unfinished {
    Q_DECLARE_TR_FUNCTIONS(motcua::ui::Unfinished)
};

}

QString line(const counter::UnfinishedIntake& intake, const QDateTime& now) {
    QStringList parts{intake.applicant.isEmpty() ? Unfinished::tr("No name yet") : intake.applicant};
    if (!intake.owner.isEmpty())
        parts << Unfinished::tr("begun by %1").arg(intake.owner);
    if (intake.asked)
        parts << Unfinished::tr("waits for papers");
    const bool over = intake.outlook == counter::Outlook::Over;
    if (over && intake.corrects.isEmpty())
        parts << Unfinished::tr("it was decided already");
    else if (over)
        parts << Unfinished::tr("%1 can no longer be put right").arg(intake.corrects);
    else if (!intake.corrects.isEmpty())
        parts << Unfinished::tr("%1 is being put right").arg(intake.corrects);
    if (intake.outlook == counter::Outlook::Elsewhere)
        parts << Unfinished::tr("lies at another desk now");
    if (intake.pages > 0)
        parts << Unfinished::tr("%n page(s)", nullptr, intake.pages);
    parts << words::moment(intake.changed, now);
    if (!intake.procedure.isEmpty())
        parts << intake.procedure;
    return parts.join(QStringLiteral(" · "));
}

}
