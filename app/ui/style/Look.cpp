#include "app/ui/style/Look.h"

#include "app/ui/style/Theme.h"

#include <QAbstractButton>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>

namespace motcua::ui {

Look::Look() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void Look::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    const Theme* theme = Theme::current();
    // Those of buttons and tabs are borders of the style sheet; Fusion's would be drawn through the words.
    if (element == PE_FrameFocusRect && (qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QTabBar*>(widget)))
        return;
    if (element != PE_FrameFocusRect || !theme) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme->color(Token::Focus), 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), theme->metrics().px(4), theme->metrics().px(4));
    painter->restore();
}

int Look::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const {
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_ItemView_ShowDecorationSelected:
        return hint == SH_ItemView_ShowDecorationSelected ? 1 : 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

int Look::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    const Theme* theme = Theme::current();
    if (theme && (metric == PM_SmallIconSize || metric == PM_ButtonIconSize || metric == PM_ListViewIconSize))
        return theme->metrics().icon();
    return QProxyStyle::pixelMetric(metric, option, widget);
}

}
