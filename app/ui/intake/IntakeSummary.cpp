#include "app/ui/intake/IntakeSummary.h"

#include "app/counter/Intake.h"
#include "app/domain/jobs/FactCheck.h"
#include "app/domain/jobs/JobFees.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/FoldingColumns.h"
#include "app/ui/widgets/JotWhileTyping.h"
#include "app/ui/widgets/NumberField.h"
#include "app/ui/widgets/TextEdit.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace motcua::ui {

namespace {

constexpr int mostFee = 1'000'000'000;

}

IntakeSummary::IntakeSummary(counter::Intake& intake, QWidget* parent)
    : Card(parent), m_intake(intake), m_feeLabel(new TextLabel(TextRole::Label)), m_fee(new TextLabel(TextRole::Figure)),
      m_feeLines(new TextLabel(TextRole::Muted)), m_feeNote(new TextLabel(TextRole::Muted)), m_dueLabel(new TextLabel(TextRole::Label)),
      m_due(new TextLabel(TextRole::Figure)), m_dueNote(new TextLabel(TextRole::Muted)), m_typedFee(new NumberField(0, mostFee, this)),
      m_typedFeeField(new Field(QString(), m_typedFee, this)), m_exemption(new TextEdit(this)),
      m_exemptionField(new Field(QString(), m_exemption, this)), m_warnings(new TextLabel(TextRole::Body)), m_gaps(new TextLabel(TextRole::Muted)) {
    m_typedFee->setMoney();
    m_typedFee->setObjectName(QStringLiteral("typedFee"));
    m_exemption->setObjectName(QStringLiteral("exemption"));
    for (TextLabel* label : {m_feeLines, m_feeNote, m_dueNote, m_warnings, m_gaps})
        label->setWordWrap(true);
    m_warnings->setTone(Tone::Warning);
    auto* figures = new FoldingColumns;
    for (const auto& column : {std::array{m_feeLabel, m_fee, m_feeLines}, std::array{m_dueLabel, m_due, m_dueNote}}) {
        auto* part = new QWidget(this);
        auto* lines = new QVBoxLayout(part);
        lines->setContentsMargins({});
        lines->setSpacing(2);
        for (TextLabel* label : column)
            lines->addWidget(label);
        lines->addStretch();
        figures->addWidget(part, 1);
    }
    body()->addLayout(figures);
    body()->addWidget(m_feeNote);
    auto* fields = new FoldingColumns;
    fields->addWidget(m_typedFeeField, 1);
    fields->addWidget(m_exemptionField, 1);
    body()->addLayout(fields);
    body()->addWidget(m_warnings);
    body()->addWidget(m_gaps);
    connect(m_typedFee, &QSpinBox::valueChanged, this, [this](int amount) { m_intake.setTypedFee(amount); });
    connect(m_exemption, &TextEdit::committed, &intake, &counter::Intake::setExemption);
    jotWhileTyping(m_exemption, intake, QStringLiteral("exemption"));
    connect(&intake, &counter::Intake::changed, this, &IntakeSummary::refresh);
    retranslate();
}

void IntakeSummary::refresh() {
    showFee();
    showDue();
    showGaps();
}

void IntakeSummary::showFee() {
    const domain::Procedure* procedure = m_intake.procedure();
    m_fee->setText(procedure ? words::dong(m_intake.feeTotal()) : QStringLiteral("–"));
    QStringList lines;
    for (const domain::FeeLine& line : m_intake.fees())
        lines << (line.exemption.isEmpty() ? tr("%1 × %2").arg(words::dong(line.unitPrice)).arg(line.quantity)
                                           : tr("exempt: %1").arg(line.exemption));
    m_feeLines->setText(lines.join(QLatin1Char('\n')));
    const bool typed = procedure && m_intake.job() && domain::isFeeTyped(*m_intake.job(), *procedure);
    m_typedFeeField->setVisible(typed);
    m_exemptionField->setVisible(typed || !m_intake.fees().empty());
    m_feeNote->setText(typed ? procedure->feeNote : QString());
    m_feeNote->setVisible(!m_feeNote->text().isEmpty());
    const QSignalBlocker quiet(m_typedFee);
    m_typedFee->setValue(static_cast<int>(std::max<qint64>(0, m_intake.form().typedFee)));
    if (!m_exemption->hasFocus())
        m_exemption->setValue(m_intake.form().exemption);
}

void IntakeSummary::showDue() {
    const QDateTime due = m_intake.due();
    m_due->setText(due.isValid() ? words::moment(due) : QStringLiteral("–"));
    m_due->setTone(m_intake.isAfterCutOff() ? Tone::Warning : Tone::Neutral);
    const domain::Procedure* procedure = m_intake.procedure();
    if (!procedure)
        m_dueNote->setText(QString());
    else if (m_intake.timeLimit().unit == domain::TimeUnit::SameDay15h)
        m_dueNote->setText(m_intake.isAfterCutOff() ? tr("After 15:00: returned on the next working day") : tr("Received by 15:00: returned today"));
    else
        m_dueNote->setText(due.isValid() ? procedure->timeNote : tr("The catalogue gives no time: agree on one with the deciding unit"));
}

void IntakeSummary::showGaps() {
    QStringList warnings;
    for (const counter::Warning& warning : m_intake.warnings())
        if (warning.field.isEmpty())
            warnings << words::warning(warning);
    m_warnings->setText(warnings.join(QLatin1Char('\n')));
    m_warnings->setVisible(!warnings.isEmpty());
    QStringList gaps;
    for (const QString& gap : m_intake.gaps())
        gaps << gapWords(gap);
    m_gaps->setText(gaps.isEmpty() ? tr("Nothing is missing: F9 receives.") : tr("Still open: %1").arg(gaps.join(QStringLiteral(", "))));
    m_gaps->setTone(gaps.isEmpty() ? Tone::Success : Tone::Neutral);
}

QString IntakeSummary::gapWords(const QString& gap) const {
    if (gap.startsWith(QLatin1String("fact:")))
        return factWords(gap.mid(5));
    if (gap == QLatin1String("procedure"))
        return tr("procedure");
    if (gap == QLatin1String("name"))
        return tr("applicant's name");
    if (gap == QLatin1String("papers"))
        return tr("papers");
    if (gap == QLatin1String("fee"))
        return tr("fee");
    return gap;
}

/// The fact's label as it stands within a sentence: "số trang", but "CCCD của chồng".
QString IntakeSummary::factWords(const QString& fact) const {
    const domain::JobKind* job = m_intake.job();
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
    m_typedFeeField->setLabel(tr("Fee set by the province"));
    m_exemptionField->setLabel(tr("Ground for exemption"));
    refresh();
}

}
