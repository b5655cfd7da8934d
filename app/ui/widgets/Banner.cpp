#include "app/ui/widgets/Banner.h"

#include "app/ui/style/Theme.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/widgets/Announce.h"
#include "app/ui/widgets/IconLabel.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QRegularExpression>
#include <QToolButton>
#include <QVBoxLayout>

namespace motcua::ui {

QString iconOf(Tone tone) {
    switch (tone) {
    case Tone::Success:
        return QStringLiteral("circle-check");
    case Tone::Warning:
        return QStringLiteral("triangle-alert");
    case Tone::Danger:
        return QStringLiteral("circle-alert");
    default:
        return QStringLiteral("info");
    }
}

Banner::Banner(QWidget* parent)
    : QFrame(parent), m_icon(new IconLabel(QStringLiteral("info"), Token::Info, 20, this)), m_what(new TextLabel(TextRole::Strong, this)),
      m_more(new TextLabel(TextRole::Body, this)) {
    const Metrics& metrics = theme().metrics();
    m_line = new QHBoxLayout(this);
    m_line->setContentsMargins(metrics.space(4), metrics.space(3), metrics.space(3), metrics.space(3));
    m_line->setSpacing(metrics.space(3));
    m_line->addWidget(m_icon, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(metrics.px(2));
    words->addWidget(m_what);
    words->addWidget(m_more);
    m_line->addLayout(words, 1);
    m_what->setWordWrap(true);
    m_more->setWordWrap(true);
    auto* close = new QToolButton(this);
    close->setIcon(Theme::icon(QStringLiteral("x"), Token::TextMuted));
    close->setAccessibleName(tr("Close this message"));
    close->setToolTip(tr("Close this message"));
    m_close = close;
    m_line->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QToolButton::clicked, this, [this] {
        clear();
        emit closed();
    });
    QFrame::hide();
}

void Banner::show(Tone tone, const QString& what, const QString& kept, const QString& next) {
    m_error = {};
    put(tone, what, kept, next);
    emit changed();
}

void Banner::put(Tone tone, const QString& what, const QString& kept, const QString& next) {
    m_tone = tone;
    m_icon->setIcon(iconOf(tone), Theme::tokenOf(tone));
    m_what->setText(what);
    m_what->setTone(tone);
    m_more->setText(QStringList{kept, next}.filter(QRegularExpression(QStringLiteral("."))).join(QLatin1Char(' ')));
    m_more->setVisible(!m_more->text().isEmpty());
    const bool told = isShown() && accessibleName() == text();
    setAccessibleName(text());
    QFrame::show();
    update();
    // The focus stays where it is: a screen reader hears of it by this alone.
    if (!told)
        announce(this);
}

void Banner::show(const base::Error& error) {
    const ErrorWords words = errorWords(error);
    m_error = error;
    put(words.tone, words.what, words.kept, words.next);
    emit changed();
}

void Banner::clear() {
    m_error = {};
    QFrame::hide();
    emit changed();
}

QString Banner::text() const {
    return m_more->text().isEmpty() ? m_what->text() : m_what->text() + QLatin1Char('\n') + m_more->text();
}

void Banner::addButton(QWidget* button) {
    m_line->insertWidget(m_line->count() - 1, button, 0, Qt::AlignVCenter);
}

void Banner::setClosable(bool closable) {
    m_close->setVisible(closable);
}

void Banner::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        m_close->setAccessibleName(tr("Close this message"));
        m_close->setToolTip(tr("Close this message"));
        if (isShown() && !m_error.code.isEmpty())
            show(base::Error(m_error));
    }
    QFrame::changeEvent(event);
}

void Banner::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Palette& palette = theme().palette();
    QColor line = palette.ink(m_tone);
    line.setAlphaF(palette.scheme() == Scheme::Contrast ? 1.0F : 0.35F);
    painter.setPen(QPen(line, 1));
    painter.setBrush(palette.ground(m_tone));
    const int radius = theme().metrics().radius();
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

}
