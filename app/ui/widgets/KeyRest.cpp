#include "app/ui/widgets/KeyRest.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPointer>

#include <algorithm>

namespace motcua::ui {

namespace {

bool isModifier(int key) {
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta || key == Qt::Key_AltGr;
}

}

KeyRest::KeyRest() : QObject(QCoreApplication::instance()) {
    QCoreApplication::instance()->installEventFilter(this);
}

KeyRest& KeyRest::instance() {
    // Goes with the application, which a test may make anew.
    static QPointer<KeyRest> rest;
    if (!rest)
        rest = new KeyRest;
    return *rest;
}

bool KeyRest::rests(const QKeySequence& key) const {
    return m_rest.count() > 0 && m_since.isValid() && key == m_key && !m_since.hasExpired(m_rest.count());
}

bool KeyRest::mayDo(const QKeySequence& key, Does what) {
    if (rests(key))
        return false;
    m_key = key;
    m_rest = what == Does::Act ? m_length : std::min(m_length, bounce);
    m_since.start();
    return true;
}

bool KeyRest::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
        m_since.invalidate();
        break;
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride: {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (isModifier(key->key()))
            break;
        const QKeySequence pressed(key->keyCombination());
        if (pressed != m_key)
            m_since.invalidate();
        else if (rests(pressed))
            m_since.start();
        break;
    }
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

}
