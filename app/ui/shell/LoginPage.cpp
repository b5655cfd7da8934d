#include "app/ui/shell/LoginPage.h"

#include "app/ui/shell/FormPage.h"
#include "app/ui/style/Theme.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/SecretEdit.h"
#include "app/ui/widgets/TextEdit.h"
#include "app/ui/widgets/TextLabel.h"

#include <QKeyEvent>
#include <QProgressBar>

#include <chrono>

namespace motcua::ui {

namespace {

QString waitSeconds() {
    return QStringLiteral("waitSeconds");
}

}

LoginPage::LoginPage(QWidget* parent)
    : QWidget(parent), m_title(new TextLabel(TextRole::Display, this)), m_hint(new TextLabel(TextRole::Muted, this)), m_login(new TextEdit(this)),
      m_loginField(new Field(QString(), m_login, this)), m_password(new SecretEdit(this)), m_passwordField(new Field(QString(), m_password, this)),
      m_unlock(new ActionButton(ButtonKind::Primary, QStringLiteral("log-in"), QKeySequence(), this)),
      m_switch(new ActionButton(ButtonKind::Quiet, QStringLiteral("users"), QKeySequence(), this)), m_progress(new QProgressBar(this)),
      m_banner(new Banner(this)) {
    QVBoxLayout* column = layOutBesideBrand(this);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addWidget(m_banner);
    column->addWidget(m_loginField);
    column->addWidget(m_passwordField);
    column->addWidget(m_progress);
    column->addWidget(m_unlock);
    column->addWidget(m_switch);
    m_title->setWordWrap(true);
    m_hint->setWordWrap(true);
    m_password->installEventFilter(this);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_banner->setClosable(false);
    m_wait.setInterval(std::chrono::seconds{1});
    connect(&m_wait, &QTimer::timeout, this, &LoginPage::countDown);
    connect(m_login, &QLineEdit::returnPressed, m_password, qOverload<>(&QWidget::setFocus));
    connect(m_password, &QLineEdit::returnPressed, this, &LoginPage::submit);
    connect(m_login, &QLineEdit::textEdited, this, &LoginPage::endWait);
    connect(m_unlock, &QPushButton::clicked, this, &LoginPage::submit);
    connect(m_switch, &QPushButton::clicked, this, &LoginPage::switchUser);
    retranslate();
    showClosed(QString());
}

void LoginPage::begin(const QString& login) {
    m_login->setValue(login);
    m_password->clear();
    m_passwordField->clearMessage();
    setBusy(false);
    (login.isEmpty() ? static_cast<QWidget*>(m_login) : m_password)->setFocus();
}

void LoginPage::showClosed(const QString& lastLogin) {
    m_locked = false;
    m_loginField->show();
    m_switch->hide();
    m_banner->clear();
    retranslate();
    begin(lastLogin);
}

void LoginPage::showLocked(const QString& login, const QString& name) {
    m_locked = true;
    m_lockedName = name;
    m_loginField->hide();
    m_switch->show();
    m_banner->clear();
    retranslate();
    begin(login);
}

void LoginPage::switchUser() {
    endWait();
    m_banner->clear();
    m_loginField->show();
    m_switch->hide();
    m_lockedName.clear();
    retranslate();
    begin(QString());
}

void LoginPage::submit() {
    const QString login = m_login->value().toLower();
    m_loginField->setMessage(login.isEmpty() ? tr("Type your login.") : QString());
    m_passwordField->setMessage(m_password->isEmpty() ? tr("Type your password.") : QString());
    if (login.isEmpty()) {
        m_login->setFocus();
        return;
    }
    if (m_password->isEmpty() || m_busy || m_secondsLeft > 0) {
        m_password->setFocus();
        return;
    }
    m_banner->clear();
    const base::Secret password = m_password->secret();
    // Whatever comes of it, it is typed anew the next time.
    m_password->clear();
    emit unlockRequested(login, password);
}

void LoginPage::setBusy(bool busy) {
    m_busy = busy;
    enableInput();
}

void LoginPage::enableInput() {
    const bool free = !m_busy && m_secondsLeft == 0;
    m_progress->setVisible(m_busy);
    m_login->setEnabled(!m_busy);
    m_password->setEnabled(!m_busy);
    m_unlock->setEnabled(free);
    m_switch->setEnabled(!m_busy);
}

void LoginPage::say(const base::Error& error) {
    m_banner->show(error);
}

void LoginPage::showError(const base::Error& error) {
    setBusy(false);
    m_password->clear();
    m_password->setFocus();
    m_refusal = error;
    m_secondsLeft = error.detail.value(waitSeconds()).toInt();
    if (m_secondsLeft > 0)
        m_wait.start();
    m_banner->show(error);
    showWait();
    enableInput();
}

void LoginPage::showWait() {
    m_passwordField->setMessage(
        m_secondsLeft > 0 ? tr("The next try is possible in %n second(s).", nullptr, m_secondsLeft) : QString(), Tone::Warning);
    if (m_refusal.detail.value(QStringLiteral("triesLeft")) != QLatin1String("0"))
        return;
    // Locked: the banner counts down, and goes when the time is over.
    m_refusal.detail.insert(waitSeconds(), QString::number(m_secondsLeft));
    if (m_secondsLeft > 0)
        m_banner->show(m_refusal);
    else
        m_banner->clear();
}

void LoginPage::countDown() {
    if (--m_secondsLeft > 0) {
        showWait();
        return;
    }
    endWait();
    m_password->setFocus();
}

/// The time is over, or it is somebody else who unlocks: each login waits for itself.
void LoginPage::endWait() {
    m_secondsLeft = 0;
    m_wait.stop();
    showWait();
    enableInput();
}

bool LoginPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_password && event->type() == QEvent::KeyPress)
        watchCapsLock(event);
    return QWidget::eventFilter(watched, event);
}

void LoginPage::watchCapsLock(QEvent* event) {
    // Qt tells nothing about Caps Lock itself; a capital letter without Shift gives it away.
    const auto* key = static_cast<QKeyEvent*>(event);
    const QString text = key->text();
    if (text.isEmpty() || !text.at(0).isLetter())
        return;
    const bool shifted = key->modifiers().testFlag(Qt::ShiftModifier);
    const bool caps = text.at(0).isUpper() != shifted;
    m_passwordField->setMessage(caps ? tr("Caps Lock is on.") : QString(), Tone::Warning);
}

void LoginPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LoginPage::retranslate() {
    const bool byName = m_locked && !m_lockedName.isEmpty();
    m_title->setText(byName ? m_lockedName : m_locked ? tr("Switch user") : tr("Unlock the station"));
    m_hint->setText(m_locked ? tr("The screen is locked. Everything that was being written is kept, and sending goes on.")
                             : tr("Dossiers on this machine are sealed. Your password opens them."));
    m_loginField->setLabel(tr("Login"));
    m_passwordField->setLabel(tr("Password"));
    m_unlock->setLabel(tr("Unlock"));
    m_switch->setLabel(tr("Somebody else works here now"));
    m_progress->setAccessibleName(tr("Unlocking"));
}

}
