#include "app/ui/intake/TermsCard.h"

#include "app/counter/IntakeForm.h"
#include "app/domain/Limits.h"
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

#include <algorithm>

namespace motcua::ui {

namespace {

constexpr int mostFee = 1'000'000'000;
constexpr int longestGround = 200; // stands on form 01 in one line or two

}

TermsCard::TermsCard(counter::IntakeForm& form, QWidget* parent)
    : Card(parent), m_form(form), m_feeNote(new TextLabel(TextRole::Muted, this)), m_agreedDue(new DateField(this)),
      m_agreedDueField(new Field(QString(), m_agreedDue, this)), m_ground(new TextEdit(this)), m_groundField(new Field(QString(), m_ground, this)),
      m_typedFee(new NumberField(0, mostFee, this)), m_typedFeeField(new Field(QString(), m_typedFee, this)), m_exemption(new TextEdit(this)),
      m_exemptionField(new Field(QString(), m_exemption, this)), m_sets(new NumberField(1, domain::limits::mostPapers, this)),
      m_setsField(new Field(QString(), m_sets, this)), m_way(new QComboBox(this)), m_wayField(new Field(QString(), m_way, this)) {
    m_feeNote->setWordWrap(true);
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
    layOut();
    wire();
    retranslate();
}

void TermsCard::layOut() {
    const auto addRow = [this](Field* first, Field* second, int secondStretch) {
        auto* row = new FoldingColumns;
        row->addWidget(first, 1);
        row->addWidget(second, secondStretch);
        body()->addLayout(row);
    };
    body()->addWidget(m_feeNote);
    addRow(m_agreedDueField, m_groundField, 2);
    addRow(m_typedFeeField, m_exemptionField, 1);
    addRow(m_setsField, m_wayField, 2);
}

void TermsCard::wire() {
    jotWhileTyping(m_agreedDue, m_form, agreedDueName());
    connect(m_agreedDue, &QLineEdit::editingFinished, this, [this] {
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
    connect(&m_form, &counter::IntakeForm::changed, this, &TermsCard::refresh);
}

void TermsCard::beginDue() {
    (m_form.gaps().contains(QStringLiteral("dueGround")) ? static_cast<QWidget*>(m_ground) : m_agreedDue)->setFocus(Qt::ShortcutFocusReason);
}

void TermsCard::beginFee() {
    const bool byGround = m_typedFeeField->isHidden() || m_form.isGapWrong(QStringLiteral("fee"));
    (byGround ? static_cast<QWidget*>(m_exemption) : m_typedFee)->setFocus(Qt::ShortcutFocusReason);
}

void TermsCard::refresh() {
    showFee();
    showAgreed();
    showReturn();
}

void TermsCard::showReturn() {
    const QSignalBlocker quiet(m_sets);
    m_sets->setValue(m_form.content().sets);
    m_way->setCurrentIndex(m_way->findData(static_cast<int>(m_form.content().resultWay)));
}

void TermsCard::showFee() {
    const domain::Procedure* procedure = m_form.procedure();
    const bool typed = m_form.isFeeTyped();
    m_typedFeeField->setVisible(typed);
    m_typedFeeField->setLabel(m_form.lacks().fee ? tr("Fee to be taken") : tr("Fee set by the province"));
    m_exemptionField->setVisible(typed || !m_form.fees().empty());
    m_feeNote->setText(m_form.lacks().fee ? tr("Fee not verified: type what is due, 0 where nothing is.") : typed ? procedure->feeNote : QString());
    m_feeNote->setVisible(!m_feeNote->text().isEmpty());
    const QSignalBlocker quiet(m_typedFee);
    m_typedFee->setValue(static_cast<int>(std::max<qint64>(-1, m_form.content().typedFee)));
    m_exemptionField->setMessage(m_form.isGapWrong(QStringLiteral("fee")) ? tr("Say the ground in words.") : QString());
    if (!m_exemption->hasFocus())
        m_exemption->setValue(m_form.content().exemption);
}

void TermsCard::showAgreed() {
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

void TermsCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void TermsCard::retranslate() {
    setHeading(tr("Fee and return"));
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
