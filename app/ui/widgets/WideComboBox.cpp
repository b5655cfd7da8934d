#include "app/ui/widgets/WideComboBox.h"

#include "app/ui/style/Theme.h"

#include <QAbstractItemView>
#include <QScreen>

#include <algorithm>

namespace motcua::ui {

void WideComboBox::showPopup() {
    const QRect room = screen()->availableGeometry();
    QAbstractItemView* list = view();
    const int wanted = list->sizeHintForColumn(0) + theme().metrics().space(8);
    list->setMinimumWidth(std::min(std::max(wanted, width()), room.width() - theme().metrics().space(4)));
    QComboBox::showPopup();
    QWidget* popup = list->window();
    if (const int over = popup->geometry().right() - room.right(); popup != window() && over > 0)
        popup->move(std::max(room.left(), popup->x() - over), popup->y());
}

}
