#include "app/ui/intake/EarlierIntake.h"

#include "app/counter/Intake.h"
#include "app/ui/text/UnfinishedWords.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/ActionButton.h"

#include <QEvent>

#include <algorithm>

namespace motcua::ui {

namespace {

/// The procedure stands in full in the list; here the form needs the room.
counter::UnfinishedIntake withShortName(counter::UnfinishedIntake intake) {
    constexpr qsizetype longest = 48;
    if (intake.procedure.size() > longest)
        intake.procedure = intake.procedure.left(longest - 1).trimmed() + QStringLiteral("…");
    return intake;
}

}

EarlierIntake::EarlierIntake(counter::Intake& intake, QWidget* parent)
    : Banner(parent), m_intake(intake),
      m_goOn(new ActionButton(ButtonKind::Secondary, QStringLiteral("undo-2"), QKeySequence(Qt::CTRL | Qt::Key_F4), this)) {
    m_goOn->setLabel(tr("Go on"));
    addButton(m_goOn);
    connect(m_goOn, &QPushButton::clicked, this, &EarlierIntake::taken);
    connect(&intake.form(), &counter::IntakeForm::applicantChanged, this, &EarlierIntake::refresh);
    connect(&intake.form(), &counter::IntakeForm::procedureChanged, this, &EarlierIntake::refresh);
    connect(&intake.form(), &counter::IntakeForm::changed, this, [this] {
        if (m_asked != m_intake.form().comingBack())
            refresh();
    });
    connect(&intake.putAside(), &counter::PutAside::changed, this, &EarlierIntake::refresh);
}

void EarlierIntake::refresh() {
    m_draft = {};
    m_asked = m_intake.form().comingBack();
    const auto all = m_intake.form().isCorrection() ? std::vector<counter::UnfinishedIntake>()
                                                    : m_intake.putAside().ofPerson(domain::markOf(m_intake.form().applicant()));
    if (!m_asked.isNull())
        showComingBack();
    else if (!all.empty())
        showUnfinished(all);
    else
        clear();
}

void EarlierIntake::showComingBack() {
    show(Tone::Warning, words::warning({QStringLiteral("intake.coming-back"), {}}));
}

/// Of several, the one of the procedure that is chosen, else the newest.
void EarlierIntake::showUnfinished(const std::vector<counter::UnfinishedIntake>& all) {
    const QString& procedure = m_intake.form().content().procedureCode;
    const auto same = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.procedureCode == procedure; });
    const counter::UnfinishedIntake earlier = withShortName(same == all.end() ? all.front() : *same);
    m_draft = earlier.id;
    const QString others = all.size() > 1 ? tr("There are %n more of this citizen: Ctrl+F2.", nullptr, static_cast<int>(all.size()) - 1) : QString();
    show(Tone::Warning, tr("An intake of this citizen waits unfinished: %1").arg(unfinished::line(earlier, m_intake.putAside().now())),
        tr("Ctrl+F4 goes back to it. For something else, just go on here."), others);
}

void EarlierIntake::changeEvent(QEvent* event) {
    Banner::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_goOn->setLabel(tr("Go on"));
    if (isShown())
        refresh();
}

}
