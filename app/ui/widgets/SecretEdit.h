#pragma once

#include "app/base/Secret.h"

#include <QLineEdit>

namespace motcua::ui {

/// A password's line. What is typed is taken out of the line as it comes, letter by letter: Qt's own line holds signs that stand for the letters, and
/// neither its text, its undo list nor a buffer that it outgrew ever held the password. What the line cannot do is forget what the keyboard's
/// driver, the display server, or the clipboard of whoever pastes it, holds.
class SecretEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit SecretEdit(QWidget* parent = nullptr);

    /// As it was typed, in NFC. Never use text(): it says only how much was typed.
    base::Secret secret() const;
    bool isEmpty() const { return m_units.isEmpty(); }
    QString text() const = delete;

private:
    void take(const QString& shown);
    QStringView units() const;

    base::Secret m_units; ///< UTF-16, one for each sign of the line
};

}
