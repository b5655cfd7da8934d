#include "app/ui/shell/system/UsersCard.h"

#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/TextEdit.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>

namespace motcua::ui {

UsersCard::UsersCard(counter::SessionControl& session, QWidget* parent)
    : Card(parent), m_session(session), m_logins(new TextLabel(TextRole::Body, this)), m_login(new TextEdit(this)), m_password(new QLineEdit(this)),
      m_loginField(new Field(QString(), m_login, this)), m_passwordField(new Field(QString(), m_password, this)),
      m_add(new ActionButton(ButtonKind::Secondary, QStringLiteral("plus"), QKeySequence(), this)), m_banner(new Banner(this)) {
    m_logins->setWordWrap(true);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAttribute(Qt::WA_InputMethodEnabled, false);
    body()->addWidget(m_logins);
    body()->addWidget(m_banner);
    body()->addWidget(m_loginField);
    body()->addWidget(m_passwordField);
    body()->addWidget(m_add, 0, Qt::AlignLeft);
    body()->addStretch();
    connect(m_add, &QPushButton::clicked, this, &UsersCard::add);
    connect(m_password, &QLineEdit::returnPressed, this, &UsersCard::add);
    connect(&m_session, &counter::SessionControl::userAdded, this, &UsersCard::added);
    connect(&m_session, &counter::SessionControl::failed, this, [this](const base::Error& error) {
        if (!m_asking)
            return;
        m_asking = false;
        m_add->setEnabled(true);
        m_banner->show(error);
    });
    retranslate();
}

void UsersCard::add() {
    m_loginField->setMessage(m_login->value().isEmpty() ? tr("Type the login.") : QString());
    m_passwordField->setMessage(m_password->text().size() < 8 ? tr("A password has at least 8 characters.") : QString());
    if (m_login->value().isEmpty() || m_password->text().size() < 8)
        return;
    m_asking = true;
    m_add->setEnabled(false);
    m_banner->clear();
    m_session.addUser(m_login->value().toLower(), m_password->text());
}

void UsersCard::added(const QString& login) {
    m_asking = false;
    m_add->setEnabled(true);
    m_login->clear();
    m_password->clear();
    m_banner->show(Tone::Success, tr("%1 can unlock this station now.").arg(login));
    retranslate();
}

void UsersCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void UsersCard::retranslate() {
    setHeading(tr("Users"));
    m_logins->setText(tr("Can unlock this station: %1").arg(m_session.logins().join(QStringLiteral(", "))));
    m_loginField->setLabel(tr("Login of a colleague"));
    m_passwordField->setLabel(tr("Their first password, typed by them"));
    m_add->setLabel(tr("Add"));
}

}
