#include "app/ui/widgets/PlacePage.h"

#include "app/ui/style/Theme.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>

namespace motcua::ui {

PlacePage::PlacePage(QWidget* parent)
    : QWidget(parent), m_title(new TextLabel(TextRole::Title, this)), m_subtitle(new TextLabel(TextRole::Muted, this)),
      m_banner(new Banner(this)) {
    const Metrics& metrics = theme().metrics();
    m_outer = new QVBoxLayout(this);
    m_outer->setContentsMargins(metrics.space(6), metrics.space(5), metrics.space(6), metrics.space(4));
    m_outer->setSpacing(metrics.space(4));
    auto* head = new QHBoxLayout;
    head->setSpacing(metrics.space(2));
    auto* words = new QVBoxLayout;
    words->setSpacing(metrics.px(2));
    head->addWidget(m_title);
    head->addStretch();
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(metrics.space(2));
    head->addLayout(m_actions);
    words->addLayout(head);
    words->addWidget(m_subtitle);
    m_outer->addLayout(words);
    m_outer->addWidget(m_banner);
    m_body = new QVBoxLayout;
    m_body->setSpacing(metrics.space(4));
    m_outer->addLayout(m_body, 1);
    m_subtitle->hide();
}

std::vector<KeyLine> PlacePage::keys() const {
    std::vector<KeyLine> lines;
    const auto buttons = findChildren<ActionButton*>();
    for (const ActionButton* button : buttons)
        if (!button->key().isEmpty() && button->isVisibleTo(this))
            lines.push_back({button->key().toString(QKeySequence::NativeText), button->text()});
    for (const KeyLine& line : moreKeys())
        lines.push_back(line);
    return lines;
}

void PlacePage::setTitle(const QString& title) {
    m_title->setText(title);
    setAccessibleName(title);
}

void PlacePage::setSubtitle(const QString& subtitle) {
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

ActionButton* PlacePage::addAction(ButtonKind kind, const QString& icon, const QKeySequence& key) {
    auto* button = new ActionButton(kind, icon, key, this);
    m_actions->addWidget(button);
    return button;
}

void PlacePage::addToHeading(QWidget* widget) {
    m_actions->addWidget(widget);
}

void PlacePage::makeScrolling(int width) {
    const Metrics& metrics = theme().metrics();
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* canvas = new QWidget(scroll);
    canvas->setObjectName(QStringLiteral("canvas"));
    auto* column = new QVBoxLayout(canvas);
    column->setContentsMargins(0, 0, metrics.space(2), metrics.space(4));
    auto* inner = new QWidget(canvas);
    inner->setMaximumWidth(metrics.px(width));
    auto* content = new QVBoxLayout(inner);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(metrics.space(4));
    column->addWidget(inner);
    column->addStretch();
    scroll->setWidget(canvas);
    m_body->addWidget(scroll, 1);
    m_body = content;
}

void PlacePage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

}
