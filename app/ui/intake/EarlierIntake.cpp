#include "app/ui/intake/EarlierIntake.h"

#include "app/counter/Intake.h"
#include "app/ui/text/UnfinishedWords.h"

#include <QEvent>

#include <algorithm>

namespace motcua::ui {

EarlierIntake::EarlierIntake(counter::Intake& intake, QWidget* parent) : Banner(parent), m_intake(intake) {
    connect(&intake.form(), &counter::IntakeForm::applicantChanged, this, &EarlierIntake::refresh);
    connect(&intake.form(), &counter::IntakeForm::procedureChanged, this, &EarlierIntake::refresh);
    connect(&intake.putAside(), &counter::PutAside::changed, this, &EarlierIntake::refresh);
}

/// Of several, the one of the procedure that is chosen, else the newest.
void EarlierIntake::refresh() {
    const counter::IntakeContent& content = m_intake.form().content();
    m_draft = {};
    const auto all = m_intake.form().isCorrection() ? std::vector<counter::UnfinishedIntake>()
                                                    : m_intake.putAside().ofPerson(domain::identityNumber(m_intake.form().applicant()));
    if (all.empty()) {
        clear();
        return;
    }
    const auto same = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.procedureCode == content.procedureCode; });
    const counter::UnfinishedIntake& earlier = same == all.end() ? all.front() : *same;
    m_draft = earlier.id;
    const QString others = all.size() > 1 ? tr("There are %n more of this citizen: Ctrl+F2.", nullptr, static_cast<int>(all.size()) - 1) : QString();
    show(Tone::Warning, tr("An intake of this citizen waits unfinished: %1").arg(unfinished::line(earlier, m_intake.putAside().now())),
        tr("Ctrl+F4 goes back to it. For something else, just go on here."), others);
}

void EarlierIntake::changeEvent(QEvent* event) {
    Banner::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && isShown())
        refresh();
}

}
