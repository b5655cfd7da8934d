#include "app/ui/shell/KeyMap.h"

#include "app/ui/style/Theme.h"
#include "app/ui/widgets/KeyHint.h"
#include "app/ui/widgets/TextLabel.h"

#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>

namespace motcua::ui {

KeyMap::KeyMap(QWidget* parent) : Overlay(parent) {
    auto* column = new QVBoxLayout(panel());
    column->setContentsMargins({});
    setFocusPolicy(Qt::StrongFocus);
}

void KeyMap::show(const QString& place, const std::vector<KeyLine>& keys) {
    delete m_content;
    m_content = new QWidget(panel());
    const Metrics& metrics = theme().metrics();
    auto* columns = new QHBoxLayout(m_content);
    columns->setContentsMargins(metrics.space(6), metrics.space(5), metrics.space(6), metrics.space(5));
    columns->setSpacing(metrics.space(10));
    panel()->layout()->addWidget(m_content);
    if (!keys.empty())
        addLines(place, keys);
    addLines(tr("Everywhere"), {{QStringLiteral("Ctrl+K"), tr("Find a dossier")}, {QStringLiteral("Alt+1 … 9"), tr("Go to a place")},
                                   {QStringLiteral("Ctrl+P"), tr("What is not printed")}, {QStringLiteral("Ctrl+L"), tr("Lock or switch user")},
                                   {QStringLiteral("Tab"), tr("Next field")}, {QStringLiteral("Enter"), tr("Next field, or open")},
                                   {QStringLiteral("Esc"), tr("Go back")}, {QStringLiteral("F1"), tr("This key map")}});
    setAccessibleName(tr("Key map"));
    open();
}

void KeyMap::addLines(const QString& heading, const std::vector<KeyLine>& keys) {
    const Metrics& metrics = theme().metrics();
    auto* area = new QVBoxLayout;
    area->setSpacing(metrics.space(2));
    area->addWidget(new TextLabel(TextRole::Section, heading, m_content));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics.space(3));
    grid->setVerticalSpacing(metrics.space(2));
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const KeyLine& line : keys) {
        grid->addWidget(new KeyHint(line.key, m_content), row, 0, Qt::AlignLeft | Qt::AlignVCenter);
        grid->addWidget(new TextLabel(TextRole::Body, line.what, m_content), row++, 1);
    }
    area->addLayout(grid);
    area->addStretch();
    static_cast<QHBoxLayout*>(m_content->layout())->addLayout(area, 1);
}

QRect KeyMap::panelArea() const {
    const Metrics& metrics = theme().metrics();
    const int width = qMin(metrics.px(760), this->width() - metrics.space(12));
    const int wanted = m_content ? m_content->sizeHint().height() : metrics.px(320);
    const int height = qMin(qMax(metrics.px(320), wanted), this->height() - metrics.space(12));
    return {(this->width() - width) / 2, (this->height() - height) / 2, width, height};
}

}
