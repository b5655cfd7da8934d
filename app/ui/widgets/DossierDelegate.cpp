#include "app/ui/widgets/DossierDelegate.h"

#include "app/ui/style/Theme.h"
#include "app/ui/widgets/Badge.h"
#include "app/ui/widgets/DossierModel.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace motcua::ui {

void DossierDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    // item.text has its line breaks replaced already.
    const QString text = index.data(Qt::DisplayRole).toString();
    item.text.clear();
    item.state &= ~QStyle::State_HasFocus;
    if (index.data(DossierModel::HeadingRole).toBool() && !(item.state & QStyle::State_Selected))
        painter->fillRect(option.rect, theme().color(Token::Sunken));
    const QStyle* style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const Metrics& metrics = theme().metrics();
    const Tone tone = static_cast<Tone>(index.data(DossierModel::ToneRole).toInt());
    QRect area = option.rect.adjusted(metrics.space(2), 0, -metrics.space(2), 0);
    if (item.features & QStyleOptionViewItem::HasCheckIndicator)
        area.setLeft(area.left() + metrics.px(28));
    painter->save();
    switch (index.column()) {
    case DossierModel::State:
        paintState(painter, area, text, tone, option.direction);
        break;
    case DossierModel::Sync: {
        const bool held = text == DossierModel::tr("Held");
        const QRect mark(area.left(), area.center().y() - metrics.icon() / 2, metrics.icon(), metrics.icon());
        Theme::icon(held ? QStringLiteral("cloud-check") : QStringLiteral("cloud-upload"), held ? Token::Success : Token::Warning)
            .paint(painter, QStyle::visualRect(option.direction, area, mark));
        painter->setFont(theme().font(TextSize::Caption));
        painter->setPen(theme().color(Token::TextMuted));
        const QRect words = area.adjusted(metrics.icon() + metrics.space(2), 0, 0, 0);
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft, painter->fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
        break;
    }
    case DossierModel::Applicant:
    case DossierModel::Procedure:
        paintLines(painter, area, text, option.direction);
        break;
    default: {
        if (text.contains(QLatin1Char('\n'))) {
            paintLines(painter, area, text, option.direction);
            break;
        }
        painter->setFont(theme().font(TextSize::Body, index.column() == DossierModel::Code || tone != Tone::Neutral ? 600 : 400));
        painter->setPen(tone == Tone::Neutral ? theme().color(Token::Text) : theme().palette().ink(tone));
        painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft, painter->fontMetrics().elidedText(text, Qt::ElideMiddle, area.width()));
    }
    }
    painter->restore();
}

/// With what else is to be said of it below.
void DossierDelegate::paintState(QPainter* painter, const QRect& area, const QString& text, Tone tone, Qt::LayoutDirection direction) const {
    const QString state = text.section(QLatin1Char('\n'), 0, 0);
    const QString more = text.section(QLatin1Char('\n'), 1, 1);
    if (more.isEmpty()) {
        Badge::paint(painter, area, state, tone, direction);
        return;
    }
    const QFont caption = theme().font(TextSize::Caption);
    const int below = QFontMetrics(caption).height();
    const int badge = Badge::sizeOf(state).height();
    const int top = area.top() + (area.height() - badge - below) / 2;
    Badge::paint(painter, QRect(area.left(), top, area.width(), badge), state, tone, direction);
    painter->setFont(caption);
    painter->setPen(theme().color(Token::TextMuted));
    painter->drawText(QRect(area.left(), top + badge, area.width(), below), QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(more, Qt::ElideRight, area.width()));
}

void DossierDelegate::paintLines(QPainter* painter, const QRect& area, const QString& text, Qt::LayoutDirection direction) const {
    const QString first = text.section(QLatin1Char('\n'), 0, 0);
    const QString second = text.section(QLatin1Char('\n'), 1, 1);
    const QString third = text.section(QLatin1Char('\n'), 2).replace(QLatin1Char('\n'), QLatin1Char(' '));
    const int align = QStyle::visualAlignment(direction, Qt::AlignLeft);
    const QFont body = theme().font(TextSize::Body, 500);
    const QFont caption = theme().font(TextSize::Caption);
    const int bodyHeight = QFontMetrics(body).height();
    const int captionHeight = second.isEmpty() ? 0 : QFontMetrics(caption).height();
    const int thirdHeight = third.isEmpty() ? 0 : QFontMetrics(caption).height();
    const int top = area.top() + (area.height() - bodyHeight - captionHeight - thirdHeight) / 2;
    painter->setFont(body);
    painter->setPen(theme().color(Token::Text));
    painter->drawText(QRect(area.left(), top, area.width(), bodyHeight), align | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(first, Qt::ElideRight, area.width()));
    painter->setFont(caption);
    painter->setPen(theme().color(Token::TextMuted));
    painter->drawText(QRect(area.left(), top + bodyHeight, area.width(), captionHeight), align | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(second, Qt::ElideRight, area.width()));
    painter->drawText(QRect(area.left(), top + bodyHeight + captionHeight, area.width(), thirdHeight), align | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(third, Qt::ElideRight, area.width()));
}

QSize DossierDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(theme().metrics().px(52));
    return size;
}

}
