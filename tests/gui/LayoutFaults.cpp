#include "tests/gui/LayoutFaults.h"

#include "app/ui/style/Theme.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/Badge.h"
#include "app/ui/widgets/DossierDelegate.h"
#include "app/ui/widgets/DossierModel.h"
#include "app/ui/widgets/KeyHint.h"
#include "app/ui/widgets/PlacePage.h"
#include "app/ui/widgets/TextLabel.h"

#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTableView>

namespace motcua::test {

namespace {

QString nameOf(const QWidget* widget) {
    QString text = widget->accessibleName();
    if (const auto* label = qobject_cast<const QLabel*>(widget))
        text = label->text();
    else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
        text = button->text();
    return QStringLiteral("%1 “%2”").arg(QString::fromLatin1(widget->metaObject()->className()), text.left(40).simplified());
}

bool isInner(const QWidget* widget) {
    return widget->objectName().startsWith(QLatin1String("qt_"));
}

template <class T, class Visit>
void forEachShown(const QWidget& window, Visit visit) {
    for (const T* widget : window.findChildren<T*>())
        if (widget->isVisible() && !isInner(widget))
            visit(*widget);
}

bool isElided(const QWidget* widget) {
    const auto* label = qobject_cast<const ui::TextLabel*>(widget);
    const auto* button = qobject_cast<const ui::ActionButton*>(widget);
    return (label && label->isElided()) || (button && button->isElided());
}

/// What the widget needs; nothing for one that has no words.
QSize needed(const QWidget* widget) {
    const auto* label = qobject_cast<const QLabel*>(widget);
    if (label && label->text().isEmpty())
        return {};
    if (label && label->wordWrap())
        return {label->minimumSizeHint().width(), label->heightForWidth(label->width())};
    if (isElided(widget))
        return {0, widget->sizeHint().height()};
    const bool words = label || qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QTabBar*>(widget) ||
                       qobject_cast<const ui::Badge*>(widget) || qobject_cast<const ui::KeyHint*>(widget);
    return words ? widget->sizeHint() : QSize();
}

/// Whether a part of `widget` lies outside an ancestor that cannot be scrolled to it.
bool isCut(const QWidget* widget, const QWidget* window) {
    QRect area = widget->rect();
    const QWidget* below = widget;
    for (const QWidget* above = widget->parentWidget(); below != window && above; below = above, above = above->parentWidget()) {
        area.translate(below->pos());
        const auto* scroll = qobject_cast<const QAbstractScrollArea*>(above->parentWidget());
        if (scroll && scroll->viewport() == above) {
            const bool across = scroll->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff;
            return !across && (area.left() < 0 || area.right() > above->rect().right());
        }
        if (!above->rect().contains(area))
            return true;
    }
    return false;
}

void findCutWords(const QWidget& window, QStringList& faults) {
    forEachShown<QWidget>(window, [&](const QWidget& widget) {
        const QSize needs = needed(&widget);
        if (needs.isEmpty() && !isElided(&widget))
            return;
        if (widget.width() < needs.width() || widget.height() < needs.height())
            faults << QStringLiteral("%1 has %2×%3, needs %4×%5")
                          .arg(nameOf(&widget))
                          .arg(widget.width())
                          .arg(widget.height())
                          .arg(needs.width())
                          .arg(needs.height());
        else if (isCut(&widget, &window))
            faults << QStringLiteral("%1 is cut off").arg(nameOf(&widget));
    });
}

void findCutCombos(const QWidget& window, QStringList& faults) {
    forEachShown<QComboBox>(window, [&](const QComboBox& box) {
        QStyleOptionComboBox option;
        option.initFrom(&box);
        option.subControls = QStyle::SC_All;
        const int room = box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box).width();
        if (box.fontMetrics().horizontalAdvance(box.currentText()) > room && box.toolTip().isEmpty())
            faults << QStringLiteral("%1 cuts “%2”").arg(nameOf(&box), box.currentText());
        if (isCut(&box, &window))
            faults << QStringLiteral("%1 is cut off").arg(nameOf(&box));
    });
    forEachShown<QLineEdit>(window, [&](const QLineEdit& edit) {
        if (isCut(&edit, &window))
            faults << QStringLiteral("%1 is cut off").arg(nameOf(&edit));
    });
}

void findNestedBars(const QWidget& window, QStringList& faults) {
    forEachShown<QAbstractScrollArea>(window, [&](const QAbstractScrollArea& area) {
        if (!area.verticalScrollBar()->isVisible())
            return;
        for (const QWidget* above = area.parentWidget(); above; above = above->parentWidget())
            if (const auto* outer = qobject_cast<const QAbstractScrollArea*>(above); outer && outer->verticalScrollBar()->isVisible())
                faults << QStringLiteral("%1 scrolls within %2").arg(nameOf(&area), nameOf(outer));
    });
}

bool scrolls(const QWidget& widget) {
    for (const QWidget* above = widget.parentWidget(); above; above = above->parentWidget())
        if (qobject_cast<const QAbstractScrollArea*>(above))
            return true;
    return false;
}

/// The acts of a place: one row, beside its heading, never scrolled away.
void findLooseActs(const QWidget& window, QStringList& faults) {
    forEachShown<ui::PlacePage>(window, [&](const ui::PlacePage& page) {
        int top = -1;
        for (const auto* act : page.findChildren<ui::ActionButton*>()) {
            if (!act->isVisible())
                continue;
            if (act->parentWidget() == &page) {
                const int y = act->geometry().top();
                if (top >= 0 && y != top)
                    faults << QStringLiteral("%1 stands in a second row").arg(nameOf(act));
                top = y;
            }
            if (act->key() == QKeySequence(Qt::Key_F9) &&
                (scrolls(*act) || !QRect(QPoint(), window.size()).contains(QRect(act->mapTo(&window, QPoint()), act->size()))))
                faults << QStringLiteral("%1 (F9) can be out of sight").arg(nameOf(act));
        }
    });
}

int contentOf(const QTableView& table, int column) {
    int widest = 0;
    for (int row = 0; row < qMin(30, table.model()->rowCount()); ++row)
        widest = qMax(widest, table.sizeHintForIndex(table.model()->index(row, column)).width());
    return widest;
}

/// A badge, and the line below it that some states have.
int stateNeeds(const QString& state) {
    constexpr int margins = 8;
    const QFontMetrics below(ui::theme().font(ui::TextSize::Caption));
    return qMax(ui::Badge::sizeOf(state.section(u'\n', 0, 0)).width(), below.horizontalAdvance(state.section(u'\n', 1, 1))) + margins;
}

void findCutCells(const QTableView& table, QStringList& faults) {
    const auto* header = table.horizontalHeader();
    const bool dossiers = qobject_cast<const ui::DossierDelegate*>(table.itemDelegate()) != nullptr;
    int widths = 0;
    int spare = 0;
    bool cut = false;
    for (int column = 0; column < table.model()->columnCount(); ++column) {
        if (table.isColumnHidden(column))
            continue;
        const int width = table.columnWidth(column);
        widths += width;
        const QString head = table.model()->headerData(column, Qt::Horizontal).toString();
        const int headNeeds = header->isVisible() ? header->sectionSizeHint(column) : 0;
        if (headNeeds > width)
            faults << QStringLiteral("%1: the head “%2” has %3, needs %4").arg(nameOf(&table), head).arg(width).arg(headNeeds);
        if (dossiers && column == ui::DossierModel::State)
            for (int row = 0; row < table.model()->rowCount(); ++row)
                if (const QString state = table.model()->index(row, column).data().toString(); stateNeeds(state) > width)
                    faults << QStringLiteral("%1: the state “%2” is cut").arg(nameOf(&table), state);
        if (dossiers)
            continue;
        const int needs = qMax(headNeeds, contentOf(table, column));
        spare = qMax(spare, width - needs);
        cut = cut || needs > width;
        for (int row = 0; row < table.model()->rowCount() && needs > width; ++row)
            if (const QModelIndex cell = table.model()->index(row, column);
                cell.data(Qt::ToolTipRole).toString().isEmpty() && !table.wordWrap() && !cell.data().toString().isEmpty())
                faults << QStringLiteral("%1: “%2” is cut and has no tool tip").arg(nameOf(&table), cell.data().toString());
    }
    constexpr int little = 24;
    if (cut && spare > little)
        faults << QStringLiteral("%1: a column is cut while another has %2 to spare").arg(nameOf(&table)).arg(spare);
    if (widths + 2 < table.viewport()->width() || (widths > table.viewport()->width() + 1))
        faults << QStringLiteral("%1: columns of %2 in %3").arg(nameOf(&table)).arg(widths).arg(table.viewport()->width());
}

void findUnnamed(const QWidget& window, QStringList& faults) {
    forEachShown<QLabel>(window, [&](const QLabel& label) {
        if (!label.buddy())
            return;
        QString wanted = label.text();
        if (wanted.endsWith(QLatin1String(" *")))
            wanted.chop(2);
        // A card's line says more of itself than its label.
        const QString name = label.buddy()->accessibleName();
        if (qobject_cast<const QLineEdit*>(label.buddy()) ? !name.contains(wanted, Qt::CaseInsensitive) : name != wanted)
            faults << QStringLiteral("the field “%1” is called “%2”").arg(wanted, name);
    });
    forEachShown<QWidget>(window, [&](const QWidget& widget) {
        const bool taken = (widget.focusPolicy() & Qt::TabFocus) && widget.isEnabled() && !widget.focusProxy();
        const bool part = qobject_cast<const QAbstractSpinBox*>(widget.parentWidget()) || qobject_cast<const QComboBox*>(widget.parentWidget());
        const auto* button = qobject_cast<const QAbstractButton*>(&widget);
        if (taken && !part && widget.accessibleName().isEmpty() && (!button || button->text().isEmpty()))
            faults << QStringLiteral("%1 “%2” has no name").arg(nameOf(&widget), widget.objectName());
    });
}

/// How the button looks, without the focus and with it.
std::pair<QImage, QImage> looksOf(QWidget& button) {
    if (button.hasFocus())
        button.clearFocus();
    const QImage before = button.grab().toImage();
    button.setFocus(Qt::TabFocusReason);
    return {before, button.grab().toImage()};
}

/// Whether all pixels of a line are the same.
bool isPlain(const QImage& image, QPoint from, QPoint step, int count) {
    for (int i = 1; i < count; ++i)
        if (image.pixel(from + step * i) != image.pixel(from))
            return false;
    return true;
}

QString ringFault(const QImage& before, const QImage& after, int round) {
    constexpr int ring = 2;
    const QRect inner = before.rect().adjusted(ring + 1, ring + 1, -ring - 1, -ring - 1);
    const int across = before.width() - 2 * round;
    const int down = before.height() - 2 * round;
    for (int line = 1; line <= ring && across > 0 && down > 0; ++line)
        if (!isPlain(before, {round, line}, {1, 0}, across) || !isPlain(before, {round, before.height() - 1 - line}, {1, 0}, across) ||
            !isPlain(before, {line, round}, {0, 1}, down) || !isPlain(before, {before.width() - 1 - line, round}, {0, 1}, down))
            return QStringLiteral("has words where its focus ring is drawn");
    for (int y = inner.top(); y <= inner.bottom(); ++y)
        for (int x = inner.left(); x <= inner.right(); ++x) {
            const bool corner = (x < round || x >= before.width() - round) && (y < round || y >= before.height() - round);
            if (!corner && before.pixel(x, y) != after.pixel(x, y))
                return QStringLiteral("changes at %1, %2 with the focus").arg(x).arg(y);
        }
    return {};
}

}

QStringList layoutFaults(const QWidget& window) {
    QStringList faults;
    findCutWords(window, faults);
    findCutCombos(window, faults);
    findNestedBars(window, faults);
    findLooseActs(window, faults);
    forEachShown<QTableView>(window, [&](const QTableView& table) { findCutCells(table, faults); });
    findUnnamed(window, faults);
    return faults;
}

QStringList ringFaults(QWidget& window) {
    QStringList faults;
    const int round = ui::theme().metrics().radius() + 1;
    for (auto* button : window.findChildren<QAbstractButton*>()) {
        const bool taken = button->isVisible() && button->isEnabled() && (button->focusPolicy() & Qt::TabFocus) && !isInner(button);
        if (!taken)
            continue;
        const auto [before, after] = looksOf(*button);
        if (const QString fault = ringFault(before, after, round); !fault.isEmpty())
            faults << nameOf(button) + QLatin1Char(' ') + fault;
    }
    return faults;
}

bool isInSight(const QWidget& widget) {
    return widget.isVisible() && widget.visibleRegion().boundingRect() == widget.rect();
}

}
