#include "app/ui/widgets/TextLabel.h"

#include <QHelpEvent>
#include <QStyle>
#include <QStylePainter>
#include <QVariant>

namespace motcua::ui {

namespace {

QString nameOf(TextRole role) {
    switch (role) {
    case TextRole::Display:
        return QStringLiteral("display");
    case TextRole::Title:
        return QStringLiteral("title");
    case TextRole::Section:
        return QStringLiteral("section");
    case TextRole::Strong:
        return QStringLiteral("strong");
    case TextRole::Label:
        return QStringLiteral("label");
    case TextRole::Body:
        return QStringLiteral("body");
    case TextRole::Muted:
        return QStringLiteral("muted");
    case TextRole::Caption:
        return QStringLiteral("caption");
    case TextRole::Figure:
        return QStringLiteral("figure");
    }
    return {};
}

}

void setStyleProperty(QWidget* widget, const char* name, const QVariant& value) {
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

QString styleName(Tone tone) {
    switch (tone) {
    case Tone::Neutral:
        return {};
    case Tone::Accent:
        return QStringLiteral("accent");
    case Tone::Info:
        return QStringLiteral("info");
    case Tone::Success:
        return QStringLiteral("success");
    case Tone::Warning:
        return QStringLiteral("warning");
    case Tone::Danger:
        return QStringLiteral("danger");
    }
    return {};
}

TextLabel::TextLabel(TextRole role, QWidget* parent) : TextLabel(role, QString(), parent) {}

TextLabel::TextLabel(TextRole role, const QString& text, QWidget* parent) : QLabel(text, parent) {
    setTextFormat(Qt::PlainText);
    setProperty("role", nameOf(role));
}

void TextLabel::setRole(TextRole role) {
    setStyleProperty(this, "role", nameOf(role));
}

void TextLabel::setTone(Tone tone) {
    setStyleProperty(this, "tone", styleName(tone));
}

void TextLabel::setElided(bool elided) {
    m_elided = elided;
    updateGeometry();
}

QSize TextLabel::minimumSizeHint() const {
    const QSize whole = QLabel::minimumSizeHint();
    return m_elided ? QSize(0, whole.height()) : whole;
}

bool TextLabel::event(QEvent* event) {
    if (m_elided && event->type() == QEvent::ToolTip)
        setToolTip(sizeHint().width() > width() ? text() : QString());
    return QLabel::event(event);
}

void TextLabel::paintEvent(QPaintEvent* event) {
    if (!m_elided || sizeHint().width() <= width()) {
        QLabel::paintEvent(event);
        return;
    }
    // A letter or two say nothing.
    constexpr int leastLetters = 5;
    if (contentsRect().width() < leastLetters * fontMetrics().averageCharWidth())
        return;
    QStylePainter painter(this);
    painter.drawItemText(contentsRect(), QStyle::visualAlignment(layoutDirection(), alignment()), palette(), isEnabled(),
        fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()), foregroundRole());
}

}
