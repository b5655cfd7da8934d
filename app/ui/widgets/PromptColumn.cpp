#include "app/ui/widgets/PromptColumn.h"

#include "app/ui/style/Theme.h"
#include "app/ui/widgets/ScrollColumn.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace motcua::ui {

PromptColumn::PromptColumn(QWidget* parent)
    : QWidget(parent), m_asked(new QWidget(this)), m_scroll(new ScrollColumn(m_asked, this)), m_content(new QWidget(this)),
      m_body(new QVBoxLayout(m_content)) {
    const Metrics& metrics = theme().metrics();
    auto* asked = new QVBoxLayout(m_asked);
    asked->setContentsMargins({});
    asked->setSpacing(metrics.space(3));
    // Where it stands alone it is no taller than what it says.
    asked->addStretch(1);
    m_body->setContentsMargins({});
    m_body->setSpacing(metrics.space(3));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics.space(3));
    column->addWidget(m_scroll, 1);
    column->addWidget(m_content, 1);
    m_asked->installEventFilter(this);
    fit();
}

void PromptColumn::addPrompt(QWidget* prompt) {
    m_prompts.push_back(prompt);
    auto* asked = static_cast<QVBoxLayout*>(m_asked->layout());
    asked->insertWidget(asked->count() - 1, prompt);
    prompt->installEventFilter(this);
    fit();
}

void PromptColumn::fit() {
    const bool asks = std::any_of(m_prompts.begin(), m_prompts.end(), [](const QWidget* prompt) { return !prompt->isHidden(); });
    const int left = height() - m_scroll->wholeHeight(width());
    const bool both = left >= theme().metrics().px(m_usable);
    m_scroll->setWhole(both);
    m_scroll->setVisible(asks);
    m_content->setVisible(!asks || both);
}

bool PromptColumn::eventFilter(QObject* watched, QEvent* event) {
    const bool is = event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent;
    if (is || (watched == m_asked && event->type() == QEvent::LayoutRequest))
        fit();
    return QWidget::eventFilter(watched, event);
}

void PromptColumn::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

}
