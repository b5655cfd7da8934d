#include "app/ui/widgets/EmptyState.h"

#include "app/ui/style/Theme.h"
#include "app/ui/widgets/IconLabel.h"
#include "app/ui/widgets/TextLabel.h"

#include <QVBoxLayout>

namespace motcua::ui {

EmptyState::EmptyState(const QString& icon, QWidget* parent)
    : QWidget(parent), m_title(new TextLabel(TextRole::Section, this)), m_hint(new TextLabel(TextRole::Muted, this)) {
    const Metrics& metrics = theme().metrics();
    auto* column = new QVBoxLayout(this);
    column->setSpacing(metrics.space(2));
    column->addStretch(2);
    column->addWidget(new IconLabel(icon, Token::BorderStrong, 44, this), 0, Qt::AlignHCenter);
    column->addSpacing(metrics.space(1));
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addWidget(m_hint);
    column->addStretch(3);
    m_hint->setAlignment(Qt::AlignHCenter);
    m_hint->setWordWrap(true);
}

void EmptyState::setWords(const QString& title, const QString& hint) {
    m_title->setText(title);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

}
