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
    void press(QChar sign, std::chrono::milliseconds after, bool repeats = false) {
        const int key = sign.unicode() < 0x80 ? sign.toUpper().unicode() : static_cast<int>(Qt::Key_unknown);
        send(key, QString(sign), sign.isUpper() ? Qt::ShiftModifier : Qt::NoModifier, after, repeats);
    }
    void press(Qt::Key key, std::chrono::milliseconds after, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        const bool ends = key == Qt::Key_Return || key == Qt::Key_Enter;
        send(key,
            ends                       ? QStringLiteral("\r")
            : key == Qt::Key_Tab       ? QStringLiteral("\t")
            : key == Qt::Key_Backspace ? QStringLiteral("\b")
                                       : QString(),
            modifiers, after, false);
    }

private:
    void send(int key, const QString& text, Qt::KeyboardModifiers modifiers, std::chrono::milliseconds after, bool repeats) {
        m_now += after;
        QWindow* target = m_window->windowHandle();
        const auto event = [&](QEvent::Type type) {
            QKeyEvent sent(type, key, modifiers, text, repeats);
            sent.setTimestamp(static_cast<quint64>(m_now.count()));
            QCoreApplication::sendEvent(target, &sent);
        };
        if (qt_sendShortcutOverrideEvent(target, static_cast<ulong>(m_now.count()), key, modifiers, text, repeats))
            return;
        event(QEvent::KeyPress);
        event(QEvent::KeyRelease);
    }

    QWidget* m_window;
    std::chrono::milliseconds m_now{1'000'000};
};

}
