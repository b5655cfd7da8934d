#include "app/ui/books/ConfirmPanel.h"

#include "app/ui/style/Theme.h"
#include "app/ui/widgets/ActionRow.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/TextEdit.h"
#include "app/ui/widgets/TextLabel.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace motcua::ui {

ConfirmPanel::ConfirmPanel(QWidget* parent)
    : QFrame(parent), m_question(new TextLabel(TextRole::Section, this)), m_warning(new TextLabel(TextRole::Body, this)), m_facts(new FactGrid(this)),
      m_reason(new TextArea(this)), m_reasonField(new Field(QString(), m_reason, this)),
      m_confirm(new ActionButton(ButtonKind::Danger, QStringLiteral("lock"), QKeySequence(Qt::CTRL | Qt::Key_Return), this)),
      m_leave(new ActionButton(ButtonKind::Quiet, QString(), QKeySequence(), this)) {
    setObjectName(QStringLiteral("card"));
    const Metrics& metrics = theme().metrics();
    m_warning->setTone(Tone::Warning);
    m_warning->setWordWrap(true);
    m_question->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics.space(5), metrics.space(4), metrics.space(5), metrics.space(4));
    column->setSpacing(metrics.space(3));
    column->addWidget(m_question);
    column->addWidget(m_facts);
    column->addWidget(m_warning);
    column->addWidget(m_reasonField);
    m_reason->setObjectName(QStringLiteral("confirmReason"));
    m_reason->installEventFilter(this);
    auto* buttons = new ActionRow(Qt::AlignRight);
    buttons->addWidget(m_leave);
    buttons->addWidget(m_confirm);
    column->addLayout(buttons);
    connect(m_confirm, &QPushButton::clicked, this, &ConfirmPanel::confirm);
    connect(m_leave, &QPushButton::clicked, this, &ConfirmPanel::leave);
    retranslate();
    hide();
}

void ConfirmPanel::ask(
    const QString& question, const QString& warning, const std::vector<Fact>& facts, const QString& button, const QString& reason) {
    m_question->setText(question);
    m_confirm->setLabel(button);
    m_reason->setValue(QString());
    m_reasonField->setLabel(reason);
    m_reasonField->clearMessage();
    m_asksWhy = !reason.isEmpty();
    say(warning, facts, true);
    show();
    // Words are asked for, or the safe way out has the focus: Enter alone never confirms.
    if (m_asksWhy)
        m_reason->setFocus();
    else
        m_leave->setFocus();
}

void ConfirmPanel::say(const QString& warning, const std::vector<Fact>& facts, bool ready) {
    m_warning->setText(warning);
    m_facts->setFacts(facts);
    m_isReady = ready;
    if (!ready && m_reason->hasFocus())
        m_leave->setFocus();
    m_reasonField->setVisible(ready && m_asksWhy);
    m_confirm->setVisible(ready);
}

void ConfirmPanel::confirm() {
    if (!m_isReady)
        return;
    const QString reason = m_asksWhy ? m_reason->value() : QString();
    if (m_asksWhy && reason.isEmpty()) {
        m_reasonField->setMessage(tr("Say why: it is kept with the closing."));
        m_reason->setFocus();
        return;
    }
    hide();
    emit confirmed(reason);
}

bool ConfirmPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_reason && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        leave();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void ConfirmPanel::leave() {
    hide();
    emit cancelled();
}

void ConfirmPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QFrame::keyPressEvent(event);
}

void ConfirmPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void ConfirmPanel::retranslate() {
    m_leave->setLabel(tr("Go back") + QStringLiteral("  ·  Esc"));
}

}
