#include "app/ui/widgets/PlacePage.h"

#include "app/ui/style/Theme.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/FlowLayout.h"
#include "app/ui/widgets/TextLabel.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QTimer>

namespace motcua::ui {

PlacePage::PlacePage(QWidget* parent)
    : QWidget(parent), m_title(new TextLabel(TextRole::Title, this)), m_subtitle(new TextLabel(TextRole::Muted, this)), m_banner(new Banner(this)) {
    const Metrics& metrics = theme().metrics();
    m_outer = new QVBoxLayout(this);
    m_outer->setContentsMargins(metrics.space(6), metrics.space(5), metrics.space(6), metrics.space(4));
    m_outer->setSpacing(metrics.space(4));
    auto* head = new QHBoxLayout;
    head->setSpacing(metrics.space(4));
    auto* words = new QVBoxLayout;
    words->setSpacing(metrics.px(2));
    head->addWidget(m_title);
    m_actions = new FlowLayout(Qt::AlignRight);
    m_actions->setSpacing(metrics.space(2));
    head->addLayout(m_actions, 1);
    words->addLayout(head);
    words->addWidget(m_subtitle);
    m_outer->addLayout(words);
    m_outer->addWidget(m_banner);
    m_outer->addWidget(makeBody(), 1);
    m_subtitle->setElided(true);
    m_subtitle->hide();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        // After the layout has taken in what was just shown.
        if (now && m_scroll->widget()->isAncestorOf(now))
            QTimer::singleShot(0, now, [this, now] { m_scroll->ensureWidgetVisible(now, 0, theme().metrics().space(6)); });
    });
}

/// Large text on a low screen scrolls.
QWidget* PlacePage::makeBody() {
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* canvas = new QWidget(m_scroll);
    canvas->setObjectName(QStringLiteral("canvas"));
    m_body = new QVBoxLayout(canvas);
    m_body->setContentsMargins({});
    m_body->setSpacing(theme().metrics().space(4));
    m_scroll->setWidget(canvas);
    return m_scroll;
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

void PlacePage::setSubtitleAct(std::function<void()> act) {
    m_subtitle->removeEventFilter(this);
    m_subtitleAct = std::move(act);
    m_subtitle->setCursor(m_subtitleAct ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (m_subtitleAct)
        m_subtitle->installEventFilter(this);
}

bool PlacePage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_subtitle && event->type() == QEvent::MouseButtonRelease && m_subtitleAct) {
        m_subtitleAct();
        return true;
    }
    return QWidget::eventFilter(watched, event);
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

bool PlacePage::told(const base::Outcome& outcome, const QString& done, QWidget* next) {
    if (!outcome) {
        m_banner->show(outcome.error());
        return false;
    }
    m_banner->clear();
    if (!done.isEmpty())
        emit noticed({Tone::Success, done});
    next->setFocus();
    return true;
}

void PlacePage::setMaximumBodyWidth(int width) {
    const Metrics& metrics = theme().metrics();
    m_body->setContentsMargins(0, 0, metrics.space(2), metrics.space(4));
    auto* inner = new QWidget(m_scroll->widget());
    inner->setMaximumWidth(metrics.px(width));
    auto* content = new QVBoxLayout(inner);
    content->setContentsMargins({});
    content->setSpacing(metrics.space(4));
    m_body->addWidget(inner);
    m_body->addStretch();
    m_body = content;
}

void PlacePage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

}
