#include "app/ui/intake/PageKeys.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPlainTextEdit>
#include <QShortcut>

namespace motcua::ui {

PageKeys::PageKeys(QWidget* place, const std::function<void(int)>& turn, std::function<bool()> areThere)
    : QObject(place), m_place(place), m_areThere(std::move(areThere)), m_back(new QShortcut(QKeySequence(Qt::Key_PageUp), place)),
      m_on(new QShortcut(QKeySequence(Qt::Key_PageDown), place)) {
    for (QShortcut* shortcut : {m_back, m_on}) {
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, turn, shortcut] { turn(shortcut == m_on ? 1 : -1); });
    }
    connect(qApp, &QApplication::focusChanged, this, &PageKeys::refresh);
}

void PageKeys::takeFrom(QWidget* list) {
    m_list = list;
    refresh();
}

void PageKeys::say(const QString& what) {
    m_back->setWhatsThis(what);
    m_on->setWhatsThis(what);
}

void PageKeys::refresh() {
    const QWidget* focus = QApplication::focusWidget();
    const bool hasOwn = focus != m_list && (qobject_cast<const QAbstractItemView*>(focus) || qobject_cast<const QPlainTextEdit*>(focus));
    const bool turns = focus && !hasOwn && m_place->isAncestorOf(focus) && m_areThere();
    m_back->setEnabled(turns);
    m_on->setEnabled(turns);
}

}
