#pragma once

#include "app/base/Error.h"
#include "app/base/Secret.h"

#include <QLineEdit>
#include <QTimer>
#include <QWidget>

class QProgressBar;

namespace motcua::ui {

class ActionButton;
class Banner;
class Field;
class SecretEdit;
class TextEdit;
class TextLabel;

/// Login and password; also the lock, which covers the desk while its drafts live on underneath.
class LoginPage : public QWidget {
    Q_OBJECT

public:
    explicit LoginPage(QWidget* parent = nullptr);

    /// The first unlock after the start.
    void showClosed(const QString& lastLogin);
    /// Locked by `login`; another user may unlock as well.
    void showLocked(const QString& login, const QString& name);
    void setBusy(bool busy);
    /// Leaves what was typed.
    void say(const base::Error& error);
    void showError(const base::Error& error);

signals:
    void unlockRequested(const QString& login, const motcua::base::Secret& password);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void begin(const QString& login);
    void submit();
    void switchUser();
    void watchCapsLock(QEvent* event);
    void countDown();
    void showWait();
    void endWait();
    void enableInput();
    void retranslate();

    TextLabel* m_title;
    TextLabel* m_hint;
    TextEdit* m_login;
    Field* m_loginField;
    SecretEdit* m_password;
    Field* m_passwordField;
    ActionButton* m_unlock;
    ActionButton* m_switch;
    QProgressBar* m_progress;
    Banner* m_banner;
    QTimer m_wait;
    base::Error m_refusal;
    QString m_lockedName;
    int m_secondsLeft = 0;
    bool m_locked = false;
    bool m_busy = false;
};

}
