#include "app/ui/widgets/TabAsRead.h"

#include <QAbstractButton>
#include <QLayout>
#include <QScrollArea>

#include <algorithm>
#include <vector>

namespace motcua::ui {

namespace {

using Stops = std::vector<QWidget*>;

void collect(QWidget& widget, Stops& stops);

void collect(const QLayout& layout, Stops& stops) {
    for (int i = 0; i < layout.count(); ++i) {
        const QLayoutItem* item = layout.itemAt(i);
        if (QWidget* widget = layout.itemAt(i)->widget())
            collect(*widget, stops);
        else if (const QLayout* inner = const_cast<QLayoutItem*>(item)->layout())
            collect(*inner, stops);
    }
}

void collect(QWidget& widget, Stops& stops) {
    if (widget.focusPolicy() & Qt::TabFocus)
        stops.push_back(&widget);
    if (const auto* area = qobject_cast<const QScrollArea*>(&widget); area && area->widget())
        collect(*area->widget(), stops);
    else if (const QLayout* layout = widget.layout())
        collect(*layout, stops);
}

}

void tabAsRead(QWidget& part) {
    Stops stops;
    collect(part, stops);
    QWidget* before = part.previousInFocusChain();
    while (before != &part && ((before->focusPolicy() & Qt::TabFocus) == 0 || part.isAncestorOf(before)))
        before = before->previousInFocusChain();
    for (QWidget* stop : stops) {
        QWidget::setTabOrder(before, stop);
        before = stop;
    }
}

QWidget* firstField(QWidget& part) {
    Stops stops;
    collect(part, stops);
    const auto field = std::find_if(stops.begin(), stops.end(),
        [](const QWidget* stop) { return stop->isVisible() && stop->isEnabled() && !qobject_cast<const QAbstractButton*>(stop); });
    return field == stops.end() ? nullptr : *field;
}

}
