#include "app/ui/widgets/FactGrid.h"

#include "app/ui/style/Theme.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QGridLayout>

namespace motcua::ui {

FactGrid::FactGrid(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(theme().metrics().space(4));
    m_grid->setVerticalSpacing(theme().metrics().space(2));
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 3);
}

void FactGrid::setFacts(const std::vector<Fact>& facts) {
    size_t used = 0;
    for (const Fact& fact : facts) {
        if (fact.value.isEmpty())
            continue;
        if (used == m_lines.size()) {
            const Line line{new TextLabel(TextRole::Muted, this), new TextLabel(TextRole::Body, this)};
            line.name->setWordWrap(true);
            line.value->setWordWrap(true);
            line.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
            m_grid->addWidget(line.name, static_cast<int>(used), 0, Qt::AlignTop);
            m_grid->addWidget(line.value, static_cast<int>(used), 1);
            m_lines.push_back(line);
        }
        const Line& line = m_lines[used++];
        line.name->setText(fact.name);
        line.value->setText(fact.value);
        line.value->setTone(fact.tone);
        line.name->show();
        line.value->show();
    }
    for (size_t i = used; i < m_lines.size(); ++i) {
        m_lines[i].name->hide();
        m_lines[i].value->hide();
    }
    fitNames();
}

void FactGrid::fitNames() {
    int widest = 0;
    for (const Line& line : m_lines)
        if (!line.name->isHidden())
            widest = qMax(widest, line.name->fontMetrics().horizontalAdvance(line.name->text()) + 2);
    for (const Line& line : m_lines)
        line.name->setMaximumWidth(widest);
}

void FactGrid::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fitNames();
}

void FactGrid::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        fitNames();
    QWidget::changeEvent(event);
}

}
