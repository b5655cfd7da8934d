#include "app/ui/shell/StatusStrip.h"

#include "app/ui/shell/CutOff.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/Badge.h"
#include "app/ui/widgets/IconLabel.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

#include <chrono>

namespace motcua::ui {

StatusStrip::StatusStrip(counter::Counter& counter, QWidget* parent)
    : QFrame(parent), m_counter(counter), m_line(new QPushButton(this)), m_queue(new Badge(this)),
      m_confirmed(new TextLabel(TextRole::Caption, this)), m_clockIcon(new IconLabel(QStringLiteral("clock"), Token::TextMuted, 16, this)),
      m_rule(new TextLabel(TextRole::Strong, this)), m_time(new TextLabel(TextRole::Muted, this)) {
    setObjectName(QStringLiteral("statusStrip"));
    const Metrics& metrics = theme().metrics();
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(metrics.space(4), metrics.px(3), metrics.space(6), metrics.px(3));
    line->setSpacing(metrics.space(3));
    m_line->setProperty("kind", QStringLiteral("link"));
    m_line->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    for (TextLabel* label : {m_confirmed, m_rule})
        label->setElided(true);
    // What the others leave.
    m_confirmed->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    line->addWidget(m_line);
    line->addWidget(m_queue);
    line->addWidget(m_confirmed, 1);
    line->addWidget(m_clockIcon);
    line->addWidget(m_rule);
    line->addWidget(m_time);
    connect(m_line, &QPushButton::clicked, this, &StatusStrip::syncRequested);
    connect(&m_counter.sync(), &counter::SyncDesk::changed, this, &StatusStrip::refresh);
    connect(&m_counter.clockWatch(), &counter::ClockWatch::believed, this, &StatusStrip::showClock);
    connect(&m_tick, &QTimer::timeout, this, &StatusStrip::showClock);
    m_tick.start(std::chrono::seconds{5});
    refresh();
}

void StatusStrip::refresh() {
    showLine();
    showQueue();
    showClock();
}

void StatusStrip::showLine() {
    const engine::Status& status = m_counter.sync().status();
    const bool up = status.line == engine::Line::Up;
    m_line->setIcon(Theme::icon(up ? QStringLiteral("wifi") : QStringLiteral("wifi-off"), up ? Token::Success : Token::Warning));
    const QString whole = up ? tr("Connected") : status.line == engine::Line::Down ? tr("No line: work goes on here") : tr("Looking for the line");
    constexpr int roomy = 880;
    const bool brief = status.line == engine::Line::Down && width() < theme().metrics().px(roomy);
    m_line->setText(QStringLiteral(" ") + (brief ? tr("No line") : whole));
    m_line->setAccessibleName(whole);
    m_line->setToolTip(QStringLiteral("%1\n%2").arg(whole, tr("Open synchronisation")));
}

void StatusStrip::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    showLine();
}

void StatusStrip::showQueue() {
    const engine::Status& status = m_counter.sync().status();
    switch (m_counter.sync().standing()) {
    case counter::Standing::NeedsYou:
        m_queue->set(tr("%n need(s) you", nullptr, m_counter.sync().needingYou()), Tone::Danger);
        break;
    case counter::Standing::Waiting:
        m_queue->set(status.unsent > 0 ? tr("%1 not sent yet").arg(status.unsent) : tr("Not confirmed yet"), Tone::Warning);
        break;
    case counter::Standing::Confirmed:
        m_queue->set(tr("All held by the province"), Tone::Success);
        break;
    case counter::Standing::Nothing:
        m_queue->set(tr("Nothing to send yet"), Tone::Neutral);
        break;
    }
    const QDateTime now = m_counter.desk().now();
    m_confirmed->setText(status.lastContact.isValid() ? tr("last confirmed %1").arg(words::moment(status.lastContact, now)) : QString());
}

void StatusStrip::showClock() {
    const QDateTime now = m_counter.desk().now();
    m_time->setText(words::time(now));
    if (const auto doubts = m_counter.sync().doubts(); !doubts.empty()) {
        m_rule->setText(doubts.front().blocks ? tr("This desk gives no numbers now") : tr("Look at Synchronisation"));
        m_rule->setToolTip(errorLine(doubts.front().why));
        m_rule->setTone(Tone::Danger);
        m_clockIcon->setIcon(QStringLiteral("clock"), Theme::tokenOf(Tone::Danger));
        return;
    }
    if (const auto sound = m_counter.clockWatch().check(); !sound) {
        m_rule->setText(tr("Is the clock right? It says %1").arg(sound.error().detail.value(QStringLiteral("now"))));
        m_rule->setToolTip(errorLine(sound.error()));
        m_rule->setTone(Tone::Warning);
        m_clockIcon->setIcon(QStringLiteral("clock"), Theme::tokenOf(Tone::Warning));
        return;
    }
    m_rule->setToolTip({});
    const CutOff cutOff = cutOffAt(now, m_counter.desk().settings(), m_counter.desk().calendar());
    m_rule->setText(cutOff.text);
    const Tone tone = cutOff.sameDay && cutOff.minutesLeft >= 30 ? Tone::Success : Tone::Warning;
    m_rule->setTone(tone);
    m_clockIcon->setIcon(QStringLiteral("clock"), Theme::tokenOf(tone));
}

void StatusStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

}
