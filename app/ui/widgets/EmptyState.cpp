#include "app/ui/widgets/EmptyState.h"

#include "app/ui/style/Theme.h"
#include "app/ui/widgets/IconLabel.h"
#include "app/ui/widgets/TextLabel.h"

#include <QVBoxLayout>

namespace motcua::ui {

EmptyState::EmptyState(const QString& icon, QWidget* parent)
    : QWidget(parent), m_icon(new IconLabel(icon, Token::BorderStrong, 44, this)), m_title(new TextLabel(TextRole::Section, this)),
      m_hint(new TextLabel(TextRole::Muted, this)) {
    const Metrics& metrics = theme().metrics();
    auto* column = new QVBoxLayout(this);
    column->setSpacing(metrics.space(2));
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addStretch(3);
    for (TextLabel* label : {m_title, m_hint}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
    }
}

QSize EmptyState::minimumSizeHint() const {
    const int hint = m_hint->isHidden() ? 0 : m_hint->heightForWidth(qMax(width(), m_hint->minimumSizeHint().width()));
    return {QWidget::minimumSizeHint().width(), m_title->minimumSizeHint().height() + hint + theme().metrics().space(6)};
}

void EmptyState::resizeEvent(QResizeEvent* event) {
    constexpr int roomy = 150;
    QWidget::resizeEvent(event);
    m_icon->setVisible(height() >= theme().metrics().px(roomy));
}

void EmptyState::setWords(const QString& title, const QString& hint) {
    m_title->setText(title);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

}
