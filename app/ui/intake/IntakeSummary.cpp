#include "app/ui/intake/IntakeSummary.h"

#include "app/counter/IntakeForm.h"
#include "app/domain/jobs/FactCheck.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <array>

namespace motcua::ui {

IntakeSummary::IntakeSummary(counter::IntakeForm& form, QWidget* parent)
    : Card(parent), m_form(form), m_feeLabel(new TextLabel(TextRole::Caption)), m_fee(new TextLabel(TextRole::Section)),
      m_feeLines(new TextLabel(TextRole::Caption)), m_dueLabel(new TextLabel(TextRole::Caption)), m_due(new TextLabel(TextRole::Section)),
      m_dueNote(new TextLabel(TextRole::Caption)), m_warnings(new TextLabel(TextRole::Body)), m_gaps(new TextLabel(TextRole::Muted)) {
    for (TextLabel* label : {m_warnings, m_gaps})
        label->setWordWrap(true);
    for (TextLabel* label : {m_feeLines, m_dueNote})
        label->setElided(true);
    m_warnings->setTone(Tone::Warning);
    layOut();
    connect(&m_form, &counter::IntakeForm::changed, this, &IntakeSummary::refresh);
    connect(&m_form, &counter::IntakeForm::typed, this, &IntakeSummary::showGaps);
    retranslate();
}

/// As low as it can be: it stands below the form at every size.
void IntakeSummary::layOut() {
    const Metrics& metrics = theme().metrics();
    auto* figures = new QHBoxLayout;
    figures->setSpacing(metrics.space(4));
    for (const auto& [label, figure, note] : {std::array{m_feeLabel, m_fee, m_feeLines}, std::array{m_dueLabel, m_due, m_dueNote}}) {
        auto* line = new QHBoxLayout;
        line->setSpacing(metrics.space(2));
        line->addWidget(label, 0, Qt::AlignBottom);
        line->addWidget(figure, 0, Qt::AlignBottom);
        line->addStretch();
        auto* column = new QVBoxLayout;
        column->setSpacing(0);
        column->addLayout(line);
        column->addWidget(note);
        figures->addLayout(column, label == m_feeLabel ? 2 : 3);
    }
    body()->setSpacing(metrics.space(1));
    layout()->setContentsMargins(metrics.space(5), metrics.space(2), metrics.space(5), metrics.space(2));
    body()->addLayout(figures);
    body()->addWidget(m_warnings);
    body()->addWidget(m_gaps);
}

void IntakeSummary::refresh() {
    showFee();
    showDue();
    showGaps();
}

void IntakeSummary::setOver(bool over) {
    m_over = over;
    showGaps();
}

void IntakeSummary::showFee() {
    const domain::Procedure* procedure = m_form.procedure();
    const bool typed = m_form.isFeeTyped();
    const qint64 given = m_form.content().typedFee;
    m_fee->setText(procedure && (!typed || given >= 0) ? words::dong(m_form.feeTotal()) : QStringLiteral("–"));
    QStringList lines;
    for (const domain::FeeLine& line : m_form.fees())
        lines << (line.exemption.isEmpty() ? tr("%1 × %2").arg(words::dong(line.unitPrice)).arg(line.quantity)
                                           : tr("exempt: %1").arg(line.exemption));
    m_feeLines->setText(lines.join(QStringLiteral(" · ")));
    m_feeLines->setVisible(!lines.isEmpty());
}

void IntakeSummary::showDue() {
    const QDateTime due = m_form.due();
    m_due->setText(due.isValid() ? words::moment(due) : QStringLiteral("–"));
    m_due->setTone(m_form.isAfterCutOff() ? Tone::Warning : Tone::Neutral);
    const domain::Procedure* procedure = m_form.procedure();
    if (!procedure || m_form.isCorrection())
        m_dueNote->setText(QString());
    else if (m_form.lacks().time)
        m_dueNote->setText(tr("Time not verified: agree on a day with the deciding unit"));
    else if (m_form.timeLimit().unit == domain::TimeUnit::SameDay15h)
        m_dueNote->setText(m_form.isAfterCutOff() ? tr("After 15:00: returned on the next working day") : tr("Received by 15:00: returned today"));
    else
        m_dueNote->setText(procedure->timeNote);
    m_dueNote->setVisible(!m_dueNote->text().isEmpty());
}

void IntakeSummary::showGaps() {
    QStringList warnings;
    for (const counter::Warning& warning : m_form.warnings())
        if (warning.field.isEmpty())
            warnings << words::warning(warning);
    m_warnings->setText(warnings.join(QLatin1Char('\n')));
    m_warnings->setVisible(!warnings.isEmpty());
    if (m_over) {
        m_gaps->setText(
            tr("This can no longer be recorded. F2 throws away what was changed, Ctrl+F4 opens the dossier, where a note can be written."));
        m_gaps->setTone(Tone::Warning);
        return;
    }
    QStringList gaps;
    for (const QString& gap : m_form.gaps())
        gaps << gapWords(gap);
    const QString ready = m_form.isCorrection() ? tr("Nothing is missing: F9 when it is right.") : tr("Nothing is missing: F9 receives.");
    m_gaps->setText(gaps.isEmpty() ? ready : tr("Still open: %1").arg(gaps.join(QStringLiteral(", "))));
    m_gaps->setTone(gaps.isEmpty() ? Tone::Success : Tone::Neutral);
}

QString IntakeSummary::gapWords(const QString& gap) const {
    if (gap.startsWith(QLatin1String("fact:")))
        return factWords(gap.mid(5));
    if (gap == QLatin1String("procedure"))
        return tr("procedure");
    if (gap == QLatin1String("name"))
        return domain::isBody(m_form.who()) ? tr("name of the organisation") : tr("applicant's name");
    if (gap == QLatin1String("birthDate"))
        return tr("a date of birth that is one");
    if (gap == QLatin1String("passportExpiry"))
        return tr("the passport's last day");
    if (gap == QLatin1String("proxyGroundDate"))
        return tr("the authorisation's date");
    if (gap == QLatin1String("proxy"))
        return tr("who files, and on what ground");
    if (gap == QLatin1String("papers"))
        return tr("papers");
    if (gap == QLatin1String("due"))
        return tr("due day with its ground");
    if (gap == QLatin1String("fee"))
        return tr("fee");
    return gap;
}

/// The fact's label as it stands within a sentence: "số trang", but "CCCD của chồng".
QString IntakeSummary::factWords(const QString& fact) const {
    const domain::JobKind* job = m_form.job();
    const domain::FactCell* cell = job ? domain::cellOf(job->layout, fact) : nullptr;
    const QString label = cell ? words::inLanguage(cell->label) : fact;
    const bool isAcronym = label.size() > 1 && label.at(1).isUpper();
    return isAcronym ? label : label.left(1).toLower() + label.mid(1);
}

void IntakeSummary::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void IntakeSummary::retranslate() {
    m_feeLabel->setText(tr("Fee"));
    m_dueLabel->setText(tr("Result due"));
    refresh();
}

}
