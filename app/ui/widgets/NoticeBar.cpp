#include "app/ui/widgets/NoticeBar.h"

#include "app/ui/style/Theme.h"
#include "app/ui/widgets/Announce.h"
#include "app/ui/widgets/Banner.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

#include <chrono>

namespace motcua::ui {

namespace {

constexpr std::chrono::seconds shownFor{6};

}

NoticeBar::NoticeBar(QWidget* parent) : QWidget(parent) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(shownFor);
    connect(&m_timer, &QTimer::timeout, this, &NoticeBar::dismiss);
    parent->installEventFilter(this);
    hide();
}

void NoticeBar::show(const Notice& notice) {
    m_notice = notice;
    setAccessibleName(notice.text);
    if (notice.tone == Tone::Danger)
        m_timer.stop();
    else
        m_timer.start();
    moveToHead();
    raise();
    QWidget::show();
    update();
    announce(this);
}

void NoticeBar::dismiss() {
    m_timer.stop();
    hide();
}

QSize NoticeBar::sizeHint() const {
    const Metrics& metrics = theme().metrics();
    const int widest = qMax(metrics.px(240), parentWidget()->width() - metrics.space(12));
    const int text = qMin(fontMetrics().horizontalAdvance(m_notice.text) + 2, widest - metrics.px(76));
    const QRect box = fontMetrics().boundingRect(0, 0, text, 1000, Qt::TextWordWrap, m_notice.text);
    return {text + metrics.px(76), box.height() + metrics.space(6)};
}

void NoticeBar::moveToHead() {
    const QSize size = sizeHint();
    setGeometry((parentWidget()->width() - size.width()) / 2, theme().metrics().space(1), size.width(), size.height());
}

void NoticeBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Metrics& metrics = theme().metrics();
    const Palette& palette = theme().palette();
    const bool danger = m_notice.tone == Tone::Danger;
    const QColor ground = danger ? palette.color(Token::DangerFill) : palette.color(Token::Text);
    const QColor ink = danger ? palette.color(Token::OnDanger) : palette.color(Token::Surface);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect(), metrics.radius(), metrics.radius());
    const QRect mark(metrics.space(4), (height() - metrics.icon()) / 2, metrics.icon(), metrics.icon());
    Theme::icon(iconOf(m_notice.tone), danger ? Token::OnDanger : Token::Surface)
        .paint(&painter, QStyle::visualRect(layoutDirection(), rect(), mark));
    painter.setPen(ink);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(metrics.px(48), 0, -metrics.px(24), 0)),
        Qt::AlignVCenter | Qt::TextWordWrap, m_notice.text);
}

void NoticeBar::mousePressEvent(QMouseEvent*) {
    dismiss();
}

bool NoticeBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        moveToHead();
    return QWidget::eventFilter(watched, event);
}

}
