#include "app/ui/books/ConfirmPanel.h"

#include "app/ui/style/Theme.h"
#include "app/ui/widgets/ActionRow.h"
#include "app/ui/widgets/TextLabel.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace motcua::ui {

ConfirmPanel::ConfirmPanel(QWidget* parent)
    : QFrame(parent), m_question(new TextLabel(TextRole::Section, this)), m_warning(new TextLabel(TextRole::Body, this)), m_facts(new FactGrid(this)),
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
    auto* buttons = new ActionRow(Qt::AlignRight);
    buttons->addWidget(m_leave);
    buttons->addWidget(m_confirm);
    column->addLayout(buttons);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        hide();
        emit confirmed();
    });
    connect(m_leave, &QPushButton::clicked, this, &ConfirmPanel::leave);
    retranslate();
    hide();
}

void ConfirmPanel::ask(const QString& question, const QString& warning, const std::vector<Fact>& facts, const QString& button) {
    m_question->setText(question);
    m_warning->setText(warning);
    m_facts->setFacts(facts);
    m_confirm->setLabel(button);
    show();
    // The safe way out has the focus: Enter alone never confirms.
    m_leave->setFocus();
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
