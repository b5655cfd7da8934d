#include "app/ui/widgets/PlacePage.h"

#include "app/ui/style/Theme.h"
#include "app/ui/widgets/ActionRow.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>

namespace motcua::ui {

PlacePage::PlacePage(QWidget* parent)
    : QWidget(parent), m_title(new TextLabel(TextRole::Title, this)), m_subtitle(new TextLabel(TextRole::Muted, this)),
      m_actions(new ActionRow(Qt::AlignRight)), m_body(new QVBoxLayout), m_banner(new Banner(this)) {
    const Metrics& metrics = theme().metrics();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics.space(6), metrics.space(4), metrics.space(6), metrics.space(3));
    column->setSpacing(metrics.space(3));
    auto* head = new QHBoxLayout;
    head->setSpacing(metrics.space(4));
    head->addWidget(m_title);
    head->addLayout(m_actions, 1);
    auto* words = new QVBoxLayout;
    words->setSpacing(metrics.px(2));
    words->addLayout(head);
    words->addWidget(m_subtitle);
    m_body->setSpacing(metrics.space(3));
    column->addLayout(words);
    column->addWidget(m_banner);
    column->addLayout(m_body, 1);
    m_subtitle->setElided(true);
    m_subtitle->hide();
}

std::vector<KeyLine> PlacePage::keys() const {
    std::vector<KeyLine> lines = keyLines(*this);
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
    fitSubtitle();
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
    fitSubtitle();
}

/// Large text on a low screen needs the line for the work itself, unless it does something.
void PlacePage::fitSubtitle() {
    constexpr int roomy = 560;
    const bool room = m_subtitleAct || height() >= theme().metrics().px(roomy);
    m_subtitle->setVisible(room && !m_subtitle->text().isEmpty());
}

void PlacePage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitSubtitle();
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

void PlacePage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

}
