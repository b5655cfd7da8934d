#pragma once

#include <QApplication>
#include <QKeyEvent>
#include <QTest>
#include <QWindow>

#include <chrono>

namespace motcua::test {

/// A hand-held reader, or a person at the keyboard: keys as the platform sends them, to the window and not to a widget, with the moments at
/// which they were pressed. The clock is the test's own.
class Reader {
public:
    explicit Reader(QWidget* window) : m_window(window) {}

    std::chrono::milliseconds gap{2}; ///< between two keys of a code

    void scan(const QString& text, const QList<Qt::Key>& ends = {Qt::Key_Return}) {
        for (const QChar sign : text)
            press(sign, gap);
        for (const Qt::Key end : ends)
            press(end, gap);
    }
    /// As a person does, key by key: nothing comes for a while before each.
    void type(const QString& text) {
        for (const QChar sign : text)
            press(sign, std::chrono::milliseconds(90));
    }
    void press(QChar sign, std::chrono::milliseconds after) {
        const int key = sign.unicode() < 0x80 ? sign.toUpper().unicode() : static_cast<int>(Qt::Key_unknown);
        send(key, QString(sign), sign.isUpper() ? Qt::ShiftModifier : Qt::NoModifier, after);
    }
    void press(Qt::Key key, std::chrono::milliseconds after, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        send(key, textOf(key), modifiers, after);
    }
    /// It stays down, and the X server sends it again and again; of these Qt overlooks one in three.
    void hold(Qt::Key key, int times, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { hold(key, textOf(key), modifiers, times); }
    void hold(QChar sign, int times) { hold(sign.toUpper().unicode(), QString(sign), Qt::NoModifier, times); }

private:
    static QString textOf(Qt::Key key) {
        const bool ends = key == Qt::Key_Return || key == Qt::Key_Enter;
        return ends ? QStringLiteral("\r") : key == Qt::Key_Tab ? QStringLiteral("\t") : key == Qt::Key_Backspace ? QStringLiteral("\b") : QString();
    }
    void hold(int key, const QString& text, Qt::KeyboardModifiers modifiers, int times) {
        m_now += std::chrono::milliseconds(700);
        down(key, text, modifiers, false);
        for (int i = 0; i < times; ++i) {
            m_now += std::chrono::milliseconds(i == 0 ? 660 : 40);
            const bool marked = i % 3 != 2;
            up(key, text, modifiers, marked);
            down(key, text, modifiers, marked);
        }
        m_now += std::chrono::milliseconds(20);
        up(key, text, modifiers, false);
        m_last = 0;
    }
    /// A key that is up and down again within one millisecond is a repeat to Qt.
    void send(int key, const QString& text, Qt::KeyboardModifiers modifiers, std::chrono::milliseconds after) {
        m_now += after;
        const bool marked = after.count() == 0 && key == m_last;
        m_last = key;
        down(key, text, modifiers, marked);
        up(key, text, modifiers, false);
    }
    void down(int key, const QString& text, Qt::KeyboardModifiers modifiers, bool marked) {
        if (!qt_sendShortcutOverrideEvent(m_window->windowHandle(), static_cast<ulong>(m_now.count()), key, modifiers, text, marked))
            event(QEvent::KeyPress, key, text, modifiers, marked);
    }
    void up(int key, const QString& text, Qt::KeyboardModifiers modifiers, bool marked) { event(QEvent::KeyRelease, key, text, modifiers, marked); }
    void event(QEvent::Type type, int key, const QString& text, Qt::KeyboardModifiers modifiers, bool marked) {
        QKeyEvent sent(type, key, modifiers, text, marked);
        sent.setTimestamp(static_cast<quint64>(m_now.count()));
        QCoreApplication::sendEvent(m_window->windowHandle(), &sent);
    }

    int m_last = 0;
    QWidget* m_window;
    std::chrono::milliseconds m_now{1'000'000};
};

}
