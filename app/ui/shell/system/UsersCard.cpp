#include "app/ui/shell/system/UsersCard.h"

#include "app/domain/Keyholders.h"
#include "app/ui/shell/system/UserRow.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/widgets/ActionRow.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/PasswordMeter.h"
#include "app/ui/widgets/ScrollColumn.h"
#include "app/ui/widgets/SecretEdit.h"
#include "app/ui/widgets/TextEdit.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>

#include <algorithm>
#include <chrono>
#include <utility>

namespace motcua::ui {

namespace {

constexpr std::chrono::seconds heldBack{10};

}

UsersCard::UsersCard(counter::Counter& counter, counter::SessionControl& session, QWidget* parent)
    : Card(parent), m_counter(counter), m_session(session), m_rows(new QVBoxLayout), m_form(new TextLabel(TextRole::Strong, this)),
      m_login(new TextEdit(this)), m_code(new TextEdit(this)), m_password(new SecretEdit(this)), m_again(new SecretEdit(this)),
      m_loginField(new Field(QString(), m_login, this)), m_codeField(new Field(QString(), m_code, this)),
      m_passwordField(new Field(QString(), m_password, this)), m_againField(new Field(QString(), m_again, this)),
      m_meter(new PasswordMeter(m_passwordField, m_password, [this] { return passwordOwner(); })),
      m_add(new ActionButton(ButtonKind::Secondary, QStringLiteral("plus"), QKeySequence(), this)),
      m_cancel(new ActionButton(ButtonKind::Quiet, QStringLiteral("x"), QKeySequence(), this)),
      m_undo(new ActionButton(ButtonKind::Secondary, QStringLiteral("undo-2"), QKeySequence(QKeySequence::Undo), this)), m_removal(new Banner(this)),
      m_told(new Banner(this)) {
    for (SecretEdit* edit : {m_password, m_again}) {
        edit->setEchoMode(QLineEdit::Password);
        edit->setAttribute(Qt::WA_InputMethodEnabled, false);
    }
    m_rows->setSpacing(theme().metrics().space(2));
    // The Workbench hears it.
    m_undo->setKeyHeardElsewhere();
    m_hold.setSingleShot(true);
    m_hold.setInterval(heldBack);
    auto* buttons = new ActionRow(Qt::AlignLeft);
    buttons->addWidget(m_add);
    buttons->addWidget(m_cancel);
    body()->addLayout(m_rows);
    body()->addWidget(m_removal);
    body()->addWidget(m_form);
    body()->addWidget(m_loginField);
    body()->addWidget(m_codeField);
    body()->addWidget(m_passwordField);
    body()->addWidget(m_againField);
    body()->addLayout(buttons);
    body()->addWidget(m_told);
    body()->addStretch();
    m_removal->addButton(m_undo);
    connect(m_add, &QPushButton::clicked, this, &UsersCard::add);
    connect(m_cancel, &QPushButton::clicked, this, [this] { beginReset({}); });
    connect(m_undo, &QPushButton::clicked, this, &UsersCard::undoRemoval);
    // Enter goes to what is to be typed next, as when a desk is enrolled.
    connect(m_login, &QLineEdit::returnPressed, this, [this] { (needsCode() ? static_cast<QWidget*>(m_code) : m_password)->setFocus(); });
    connect(m_code, &QLineEdit::returnPressed, m_password, qOverload<>(&QWidget::setFocus));
    connect(m_password, &QLineEdit::returnPressed, m_again, qOverload<>(&QWidget::setFocus));
    connect(m_again, &QLineEdit::returnPressed, this, &UsersCard::add);
    connect(&m_hold, &QTimer::timeout, this, &UsersCard::settle);
    connect(&m_session, &counter::SessionControl::userAdded, this,
        [this](const QString& login) { ended(tr("%1 can unlock this station now.").arg(login)); });
    connect(&m_session, &counter::SessionControl::passwordReset, this,
        [this](const QString& login) { ended(tr("%1 unlocks this station with the new password now.").arg(login)); });
    connect(&m_session, &counter::SessionControl::userRemoved, this, [this] {
        m_asked = Asked::Nothing;
        refresh();
    });
    connect(&m_session, &counter::SessionControl::failed, this, &UsersCard::failed);
    connect(&m_counter, &counter::Counter::archiveChanged, this, &UsersCard::refresh);
    forget();
    retranslate();
}

std::vector<UsersCard::Shown> UsersCard::shown() const {
    std::vector<Shown> all;
    const auto& accounts = m_counter.archive().accounts();
    const QStringList logins = m_session.logins();
    for (const QString& login : logins) {
        if (login == m_removing)
            continue;
        const auto found = std::find_if(accounts.begin(), accounts.end(), [&](const domain::Account& each) { return each.login == login; });
        const bool known = found != accounts.end();
        const bool mayTend = domain::mayTend(m_counter.desk().account(), known ? &*found : nullptr).has_value();
        all.push_back({login, known ? std::optional(*found) : std::nullopt, mayTend});
    }
    return all;
}

domain::PasswordOwner UsersCard::passwordOwner() const {
    const QString login = isResetting() ? m_resetting : m_login->value().toLower();
    const auto& accounts = m_counter.archive().accounts();
    const auto found = std::find_if(accounts.begin(), accounts.end(), [&](const domain::Account& each) { return each.login == login; });
    return domain::PasswordOwner::of(login, found == accounts.end() ? nullptr : &*found, m_counter.desk().settings());
}

bool UsersCard::needsCode() const {
    return m_counter.archive().settings().signedActs;
}

/// What has the keyboard meanwhile keeps it: rows are made anew only where they say something else.
void UsersCard::refresh() {
    m_codeField->setVisible(needsCode());
    std::vector<Shown> now = shown();
    if (now == m_shown)
        return;
    m_shown = std::move(now);
    showRows();
}

void UsersCard::showRows() {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* row = item->widget()) {
            row->hide();
            row->deleteLater();
        }
        delete item;
    }
    for (const Shown& user : m_shown) {
        auto* row = new UserRow(user.login, user.account ? &*user.account : nullptr, user.mayTend, this);
        connect(row, &UserRow::resetRequested, this, &UsersCard::beginReset);
        connect(row, &UserRow::removalRequested, this, &UsersCard::beginRemoval);
        m_rows->addWidget(row);
        row->show();
    }
    emit rowsMade();
}

void UsersCard::add() {
    if (m_session.isBusy())
        return;
    const QString fault = m_meter->fault();
    const bool noLogin = !isResetting() && m_login->value().isEmpty();
    m_loginField->clearMessage();
    m_codeField->clearMessage();
    m_passwordField->clearMessage();
    m_againField->clearMessage();
    m_told->clear();
    const bool differs = m_password->secret() != m_again->secret();
    const bool noCode = needsCode() && m_code->value().isEmpty();
    // A slip would cost another code.
    if (differs)
        tellOf(m_againField, tr("The two passwords differ."));
    if (!fault.isEmpty())
        tellOf(m_passwordField, fault);
    if (noCode)
        tellOf(m_codeField, tr("Let them type the code that the province gave them."));
    if (noLogin)
        tellOf(m_loginField, tr("Type the login."));
    if (noLogin || !fault.isEmpty() || noCode || differs)
        return;
    const QString code = needsCode() ? m_code->value() : QString();
    m_asked = Asked::Form;
    if (isResetting())
        m_session.resetPassword(m_resetting, m_password->secret(), code);
    else
        m_session.addUser(m_login->value().toLower(), m_password->secret(), code);
}

void UsersCard::tellOf(Field* field, const QString& message) {
    field->setMessage(message);
    field->editor()->setFocus();
    ScrollColumn::bringIntoSight(field);
}

/// Empty: back to the form of who is added.
void UsersCard::beginReset(const QString& login) {
    m_resetting = login;
    m_password->clear();
    m_again->clear();
    m_code->clear();
    m_loginField->clearMessage();
    m_codeField->clearMessage();
    m_passwordField->clearMessage();
    m_againField->clearMessage();
    m_loginField->setVisible(!isResetting());
    m_cancel->setVisible(isResetting());
    retranslate();
    if (isResetting())
        (needsCode() ? static_cast<QWidget*>(m_code) : m_password)->setFocus();
}

void UsersCard::beginRemoval(const QString& login) {
    settle();
    m_removing = login;
    m_hold.start();
    m_undo->show();
    m_removal->show(Tone::Info, tr("%1 will not unlock this station any more.").arg(login), tr("Dossiers and unfinished intakes stay."),
        tr("It can be taken back for 10 seconds."));
    refresh();
    m_undo->setFocus();
}

void UsersCard::undoRemoval() {
    if (m_removing.isEmpty())
        return;
    m_hold.stop();
    m_removing.clear();
    m_login->setFocus();
    m_undo->hide();
    m_removal->clear();
    refresh();
}

void UsersCard::settle() {
    m_hold.stop();
    // A key that was meant for it a moment ago types, at most.
    if (m_undo->hasFocus())
        (isResetting() ? static_cast<QWidget*>(m_password) : m_login)->setFocus();
    m_undo->hide();
    if (m_removing.isEmpty())
        return;
    m_removal->clear();
    const QString login = std::exchange(m_removing, {});
    // While something else is being asked nothing is taken away: the row comes back.
    if (!m_session.isBusy()) {
        m_asked = Asked::Removal;
        m_session.removeUser(login);
    }
    refresh();
}

void UsersCard::ended(const QString& said) {
    forget();
    m_told->show(Tone::Success, said);
    ScrollColumn::bringIntoSight(m_told);
    m_login->setFocus();
}

/// Null where no field is to be typed again.
Field* UsersCard::causeOf(const base::Error& error) const {
    if (error.code.startsWith(QLatin1String("unlock.password-")) || error.code.startsWith(QLatin1String("password.")))
        return m_passwordField;
    if (error.code == QLatin1String("access.needs-code") || error.code.startsWith(QLatin1String("activation.code-")))
        return m_codeField;
    const bool login = error.code.startsWith(QLatin1String("access.")) || error.code == QLatin1String("unlock.user-exists");
    return login && !isResetting() ? m_loginField : nullptr;
}

void UsersCard::failed(const base::Error& error) {
    const Asked asked = std::exchange(m_asked, Asked::Nothing);
    if (asked == Asked::Nothing)
        return;
    Field* cause = asked == Asked::Form ? causeOf(error) : nullptr;
    Banner* banner = asked == Asked::Form ? m_told : m_removal;
    if (cause)
        tellOf(cause, errorLine(error));
    else
        banner->show(error);
    refresh();
    if (!cause)
        ScrollColumn::bringIntoSight(banner);
}

void UsersCard::forget() {
    m_asked = Asked::Nothing;
    m_login->clear();
    m_told->clear();
    if (m_removing.isEmpty()) {
        m_undo->hide();
        m_removal->clear();
    }
    beginReset({});
    refresh();
}

void UsersCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showRows();
    }
    Card::changeEvent(event);
}

void UsersCard::retranslate() {
    setHeading(tr("Users"));
    m_form->setText(isResetting() ? tr("New password for %1").arg(m_resetting) : tr("Add a colleague"));
    m_loginField->setLabel(tr("Login of a colleague"));
    m_codeField->setLabel(tr("Their activation code, typed by them"));
    m_passwordField->setLabel(isResetting() ? tr("Their new password, typed by them") : tr("Their first password, typed by them"));
    m_againField->setLabel(tr("The same password again"));
    m_meter->retranslate();
    m_add->setLabel(isResetting() ? tr("Set password") : tr("Add"));
    m_add->setIconName(isResetting() ? QStringLiteral("key-round") : QStringLiteral("plus"));
    m_cancel->setLabel(tr("Cancel"));
    m_undo->setLabel(tr("Bring back"));
}

}
