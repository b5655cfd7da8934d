#include "app/ui/shell/system/PasswordCard.h"

#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/SecretEdit.h"

#include <QEvent>

namespace motcua::ui {

PasswordCard::PasswordCard(counter::SessionControl& session, QWidget* parent)
    : Card(parent), m_session(session), m_change(new ActionButton(ButtonKind::Secondary, QStringLiteral("key-round"), QKeySequence(), this)),
      m_banner(new Banner(this)) {
    body()->addWidget(m_banner);
    for (size_t i = 0; i < m_edits.size(); ++i) {
        m_edits[i] = new SecretEdit(this);
        m_fields[i] = new Field(QString(), m_edits[i], this);
        body()->addWidget(m_fields[i]);
    }
    body()->addWidget(m_change, 0, Qt::AlignLeft);
    body()->addStretch();
    connect(m_change, &QPushButton::clicked, this, &PasswordCard::change);
    connect(m_edits[2], &QLineEdit::returnPressed, this, &PasswordCard::change);
    connect(&m_session, &counter::SessionControl::passwordChanged, this, [this] {
        ended();
        m_banner->show(Tone::Success, tr("The password was changed on this station."));
    });
    connect(&m_session, &counter::SessionControl::failed, this, [this](const base::Error& error) {
        if (!m_asking)
            return;
        ended();
        m_banner->show(error);
    });
    retranslate();
}

void PasswordCard::change() {
    const bool isShort = m_edits[1]->secret().letters() < 8;
    const bool differs = m_edits[1]->secret() != m_edits[2]->secret();
    m_fields[0]->setMessage(m_edits[0]->isEmpty() ? tr("Type your present password.") : QString());
    m_fields[1]->setMessage(isShort ? tr("A password has at least 8 characters.") : QString());
    m_fields[2]->setMessage(differs ? tr("The two passwords differ.") : QString());
    if (m_edits[0]->isEmpty() || isShort || differs)
        return;
    m_asking = true;
    m_change->setEnabled(false);
    m_banner->clear();
    m_session.changePassword(m_edits[0]->secret(), m_edits[1]->secret());
}

void PasswordCard::ended() {
    m_asking = false;
    m_change->setEnabled(true);
    for (SecretEdit* edit : m_edits)
        edit->clear();
}

void PasswordCard::forget() {
    ended();
    m_banner->clear();
    for (Field* field : m_fields)
        field->clearMessage();
}

void PasswordCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void PasswordCard::retranslate() {
    setHeading(tr("Your password"));
    m_fields[0]->setLabel(tr("Present password"));
    m_fields[1]->setLabel(tr("New password"));
    m_fields[2]->setLabel(tr("New password again"));
    m_change->setLabel(tr("Change"));
}

}
