#include "app/ui/widgets/Card.h"

#include "app/ui/style/Theme.h"
#include "app/ui/widgets/ActionRow.h"
#include "app/ui/widgets/FoldingColumns.h"
#include "app/ui/widgets/KeyHint.h"
#include "app/ui/widgets/KeyLines.h"
#include "app/ui/widgets/ScrollColumn.h"
#include "app/ui/widgets/TabAsRead.h"
#include "app/ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QShortcut>

namespace motcua::ui {

Card::Card(QWidget* parent) : Card(QString(), parent) {}

Card::Card(const QString& heading, QWidget* parent)
    : QFrame(parent), m_head(new QWidget(this)), m_acts(new ActionRow(Qt::AlignRight)), m_heading(new TextLabel(TextRole::Section, m_head)),
      m_caption(new TextLabel(TextRole::Caption, m_head)) {
    setObjectName(QStringLiteral("card"));
    const Metrics& metrics = theme().metrics();
    m_outer = new QVBoxLayout(this);
    m_outer->setContentsMargins(metrics.space(5), metrics.space(4), metrics.space(5), metrics.space(5));
    m_outer->setSpacing(metrics.space(3));
    auto* head = new FoldingColumns(m_head);
    m_headLine = new QHBoxLayout;
    m_headLine->setSpacing(metrics.space(2));
    m_headLine->addWidget(m_heading);
    m_headLine->addWidget(m_caption);
    m_headLine->addStretch();
    head->addLayout(m_headLine, 1);
    head->addLayout(m_acts);
    m_outer->addWidget(m_head);
    m_body = new QVBoxLayout;
    m_body->setSpacing(metrics.space(3));
    m_outer->addLayout(m_body, 1);
    m_caption->setElided(true);
    setHeading(heading);
    setCaption(QString());
}

void Card::setHeading(const QString& heading) {
    m_heading->setText(heading);
    setAccessibleName(heading);
    if (m_key)
        m_key->setWhatsThis(heading);
    m_heading->setVisible(!heading.isEmpty());
    m_head->setVisible(!heading.isEmpty() || m_acts->count() > 0);
    if (m_flush)
        setFlush(true);
}

void Card::setKey(const QKeySequence& key) {
    m_key = new QShortcut(key, this);
    m_key->setAutoRepeat(false);
    m_key->setWhatsThis(m_heading->text());
    addToHeading(new KeyHint(keyWords(key), m_head));
    connect(m_key, &QShortcut::activated, this, [this] {
        if (QWidget* field = firstField(*this))
            field->setFocus(Qt::TabFocusReason);
        // With its name, where there is room for both.
        ScrollColumn::bringIntoSight(m_head);
    });
}

void Card::setCaption(const QString& caption) {
    m_caption->setText(caption);
    m_caption->setVisible(!caption.isEmpty());
}

void Card::addToHeading(QWidget* widget) {
    m_acts->addWidget(widget);
    m_head->setVisible(true);
}

void Card::setFlush(bool flush) {
    m_flush = flush;
    const Metrics& metrics = theme().metrics();
    const int side = metrics.space(5);
    m_outer->setContentsMargins(flush ? 1 : side, flush ? 1 : metrics.space(4), flush ? 1 : side, flush ? 1 : side);
    m_head->setContentsMargins(flush ? side : 0, flush ? metrics.space(4) : 0, flush ? side : 0, 0);
}

}
