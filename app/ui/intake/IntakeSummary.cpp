#include "app/ui/intake/IntakeSummary.h"

#include "app/counter/IntakeForm.h"
#include "app/domain/Limits.h"
#include "app/domain/jobs/FactCheck.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/DateField.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/FoldingColumns.h"
#include "app/ui/widgets/JotWhileTyping.h"
#include "app/ui/widgets/NumberField.h"
#include "app/ui/widgets/TextEdit.h"
#include "app/ui/widgets/TextLabel.h"

#include <QComboBox>
#include <QEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace motcua::ui {

namespace {

constexpr int mostFee = 1'000'000'000;
constexpr int longestGround = 200; // stands on form 01 in one line or two

}

IntakeSummary::IntakeSummary(counter::IntakeForm& form, QWidget* parent)
    : Card(parent), m_form(form), m_feeLabel(new TextLabel(TextRole::Label)), m_fee(new TextLabel(TextRole::Figure)),
      m_feeLines(new TextLabel(TextRole::Muted)), m_feeNote(new TextLabel(TextRole::Muted)), m_dueLabel(new TextLabel(TextRole::Label)),
      m_due(new TextLabel(TextRole::Figure)), m_dueNote(new TextLabel(TextRole::Muted)), m_agreedDue(new DateField(this)),
      m_agreedDueField(new Field(QString(), m_agreedDue, this)), m_ground(new TextEdit(this)), m_groundField(new Field(QString(), m_ground, this)),
      m_typedFee(new NumberField(0, mostFee, this)), m_typedFeeField(new Field(QString(), m_typedFee, this)), m_exemption(new TextEdit(this)),
      m_exemptionField(new Field(QString(), m_exemption, this)), m_sets(new NumberField(1, domain::limits::mostPapers, this)),
      m_setsField(new Field(QString(), m_sets, this)), m_way(new QComboBox(this)), m_wayField(new Field(QString(), m_way, this)),
      m_warnings(new TextLabel(TextRole::Body)), m_gaps(new TextLabel(TextRole::Muted)) {
    m_typedFee->setMoney();
    m_typedFee->setOpen();
    m_typedFee->setObjectName(QStringLiteral("typedFee"));
    m_exemption->setObjectName(QStringLiteral("exemption"));
    m_sets->setObjectName(QStringLiteral("sets"));
    m_way->setObjectName(QStringLiteral("resultWay"));
    for (const domain::ResultWay way : {domain::ResultWay::Counter, domain::ResultWay::Post, domain::ResultWay::Online})
        m_way->addItem(QString(), static_cast<int>(way));
    m_agreedDue->setObjectName(agreedDueName());
    m_ground->setObjectName(QStringLiteral("dueGround"));
    m_ground->setMaxLength(longestGround);
    for (Field* field : {m_agreedDueField, m_groundField, m_typedFeeField})
        field->setRequired(true);
    for (TextLabel* label : {m_feeLines, m_feeNote, m_dueNote, m_warnings, m_gaps})
        label->setWordWrap(true);
    m_warnings->setTone(Tone::Warning);
    layOut();
    wire();
    retranslate();
}

void IntakeSummary::layOut() {
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
    auto* agreed = new FoldingColumns;
    agreed->addWidget(m_agreedDueField, 1);
    agreed->addWidget(m_groundField, 2);
    body()->addLayout(agreed);
    auto* fields = new FoldingColumns;
    fields->addWidget(m_typedFeeField, 1);
    fields->addWidget(m_exemptionField, 1);
    body()->addLayout(fields);
    auto* back = new FoldingColumns;
    back->addWidget(m_setsField, 1);
    back->addWidget(m_wayField, 2);
    body()->addLayout(back);
    body()->addWidget(m_warnings);
    body()->addWidget(m_gaps);
}

void IntakeSummary::wire() {
    connect(m_agreedDue, &QLineEdit::textEdited, this,
        [this](const QString& text) { m_form.jot(agreedDueName(), m_agreedDue->isSettled() ? QString() : text); });
    // What is no date yet stays as it was typed.
    connect(m_agreedDue, &QLineEdit::editingFinished, this, [this] {
        m_form.jot(agreedDueName(), m_agreedDue->isWrong() ? m_agreedDue->text() : QString());
        if (m_agreedDue->isWrong() || m_agreedDue->date() != m_form.content().agreedDue)
            m_form.setAgreedDue(m_agreedDue->date());
    });
    connect(m_ground, &TextEdit::committed, &m_form, &counter::IntakeForm::setDueGround);
    jotWhileTyping(m_ground, m_form, QStringLiteral("dueGround"));
    connect(m_typedFee, &QSpinBox::valueChanged, this, [this](int amount) { m_form.setTypedFee(amount); });
    connect(m_exemption, &TextEdit::committed, &m_form, &counter::IntakeForm::setExemption);
    jotWhileTyping(m_exemption, m_form, QStringLiteral("exemption"));
    connect(m_sets, &QSpinBox::valueChanged, this, [this](int sets) { m_form.setSets(sets); });
    connect(m_way, &QComboBox::activated, this, [this] { m_form.setResultWay(static_cast<domain::ResultWay>(m_way->currentData().toInt())); });
    connect(&m_form, &counter::IntakeForm::changed, this, &IntakeSummary::refresh);
    connect(&m_form, &counter::IntakeForm::typed, this, &IntakeSummary::showGaps);
}

void IntakeSummary::refresh() {
    showFee();
    showDue();
    showAgreed();
    showReturn();
    showGaps();
}

void IntakeSummary::showReturn() {
    const QSignalBlocker quiet(m_sets);
    m_sets->setValue(m_form.content().sets);
    m_way->setCurrentIndex(m_way->findData(static_cast<int>(m_form.content().resultWay)));
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
    m_feeLines->setText(lines.join(QLatin1Char('\n')));
    m_typedFeeField->setVisible(typed);
    m_typedFeeField->setLabel(m_form.lacks().fee ? tr("Fee to be taken") : tr("Fee set by the province"));
    m_exemptionField->setVisible(typed || !m_form.fees().empty());
    m_feeNote->setText(m_form.lacks().fee ? tr("Fee not verified: type what is due, 0 where nothing is.") : typed ? procedure->feeNote : QString());
    m_feeNote->setVisible(!m_feeNote->text().isEmpty());
    const QSignalBlocker quiet(m_typedFee);
    m_typedFee->setValue(static_cast<int>(std::max<qint64>(-1, given)));
    if (!m_exemption->hasFocus())
        m_exemption->setValue(m_form.content().exemption);
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
}

void IntakeSummary::showAgreed() {
    const bool asked = m_form.lacks().time;
    m_agreedDueField->setVisible(asked);
    m_groundField->setVisible(asked);
    const QString typed = m_form.jotted(agreedDueName());
    if (!m_agreedDue->hasFocus()) {
        if (typed.isEmpty())
            m_agreedDue->setDate(m_form.content().agreedDue);
        else if (typed != m_agreedDue->text())
            m_agreedDue->enter(typed);
    }
    if (!m_ground->hasFocus())
        m_ground->setValue(m_form.content().dueGround);
    m_agreedDueField->clearMessage();
    if (m_agreedDue->isWrong() && !m_agreedDue->hasFocus())
        m_agreedDueField->setMessage(tr("Not a date. Write it as day/month/year."));
    else if (m_form.isDuePast())
        m_agreedDueField->setMessage(tr("This day is past."));
    else if (m_form.isDueOnDayOff())
        m_agreedDueField->setMessage(tr("The office is closed on this day."), Tone::Warning);
}

void IntakeSummary::showGaps() {
    QStringList warnings;
    for (const counter::Warning& warning : m_form.warnings())
        if (warning.field.isEmpty())
            warnings << words::warning(warning);
    m_warnings->setText(warnings.join(QLatin1Char('\n')));
    m_warnings->setVisible(!warnings.isEmpty());
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
        return tr("applicant's name");
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
    m_agreedDueField->setLabel(tr("Agreed day"));
    m_groundField->setLabel(tr("On what ground"));
    m_ground->setPlaceholderText(tr("As it will stand on the receipt"));
    m_exemptionField->setLabel(tr("Ground for exemption"));
    m_setsField->setLabel(tr("Sets of papers"));
    m_wayField->setLabel(tr("Result to be returned"));
    const QString ways[] = {tr("At the counter"), tr("By post"), tr("Online")};
    for (int row = 0; row < m_way->count(); ++row)
        m_way->setItemText(row, ways[row]);
    refresh();
}

}
