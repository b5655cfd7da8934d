#include "app/ui/shell/system/PasswordCard.h"

#include "app/counter/Counter.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/PasswordMeter.h"
#include "app/ui/widgets/ScrollColumn.h"
#include "app/ui/widgets/SecretEdit.h"

#include <QEvent>

#include <algorithm>
#include <utility>

namespace motcua::ui {

PasswordCard::PasswordCard(counter::SessionControl& session, QWidget* parent)
    : Card(parent), m_session(session), m_change(new ActionButton(ButtonKind::Secondary, QStringLiteral("key-round"), QKeySequence(), this)),
      m_banner(new Banner(this)) {
    for (size_t i = 0; i < m_edits.size(); ++i) {
        m_edits[i] = new SecretEdit(this);
        m_fields[i] = new Field(QString(), m_edits[i], this);
        body()->addWidget(m_fields[i]);
    }
    m_meter = new PasswordMeter(m_fields[1], m_edits[1], [this] {
        const counter::Desk& desk = m_session.counter()->desk();
        return domain::PasswordOwner::of(desk.account().login, &desk.account(), desk.settings());
    });
    body()->addWidget(m_change, 0, Qt::AlignLeft);
    body()->addWidget(m_banner);
    body()->addStretch();
    connect(m_change, &QPushButton::clicked, this, &PasswordCard::change);
    // Enter goes to what is to be typed next.
    for (size_t i = 0; i + 1 < m_edits.size(); ++i)
        connect(m_edits[i], &QLineEdit::returnPressed, m_edits[i + 1], qOverload<>(&QWidget::setFocus));
    connect(m_edits[2], &QLineEdit::returnPressed, this, &PasswordCard::change);
    connect(&m_session, &counter::SessionControl::passwordChanged, this, [this] {
        forget();
        m_banner->show(Tone::Success, tr("The password was changed on this station."));
        ScrollColumn::bringIntoSight(m_banner);
        m_edits[0]->setFocus();
    });
    connect(&m_session, &counter::SessionControl::unlocked, this, &PasswordCard::askForAnother);
    connect(&m_session, &counter::SessionControl::failed, this, [this](const base::Error& error) {
        if (std::exchange(m_asking, false))
            failed(error);
    });
    retranslate();
}

void PasswordCard::change() {
    if (m_session.isBusy())
        return;
    m_banner->clear();
    const bool differs = m_edits[1]->secret() != m_edits[2]->secret();
    const bool isSame = !m_edits[0]->isEmpty() && m_edits[0]->secret() == m_edits[1]->secret();
    const std::array<QString, 3> messages{m_edits[0]->isEmpty() ? tr("Type your present password.") : QString(),
        isSame ? tr("This is the present password. Choose another one.") : m_meter->fault(), differs ? tr("The two passwords differ.") : QString()};
    for (size_t i = 0; i < m_fields.size(); ++i)
        m_fields[i]->setMessage(messages[i]);
    const auto wrong = std::find_if(messages.begin(), messages.end(), [](const QString& message) { return !message.isEmpty(); });
    if (wrong != messages.end()) {
        m_edits[static_cast<size_t>(wrong - messages.begin())]->setFocus();
        return;
    }
    m_asking = true;
    m_session.changePassword(m_edits[0]->secret(), m_edits[1]->secret());
}

/// What is wrong with the present password is said at it; the new one need not be typed again.
void PasswordCard::failed(const base::Error& error) {
    static const QStringList ofPresent{QStringLiteral("unlock.wrong-password"), QStringLiteral("unlock.wait"), QStringLiteral("unlock.locked")};
    const bool isPresent = ofPresent.contains(error.code);
    if (isPresent) {
        m_edits[0]->clear();
        m_fields[0]->setMessage(errorLine(error));
        m_edits[0]->setFocus();
    } else {
        m_banner->show(error);
    }
    ScrollColumn::bringIntoSight(isPresent ? static_cast<QWidget*>(m_fields[0]) : m_banner);
}

void PasswordCard::forget() {
    m_asking = false;
    m_banner->clear();
    for (SecretEdit* edit : m_edits)
        edit->clear();
    for (Field* field : m_fields)
        field->clearMessage();
    askForAnother();
}

/// Old passwords open the station all the same: nobody stands before a wall while citizens wait.
void PasswordCard::askForAnother() {
    const base::Error& flaw = m_session.passwordFlaw();
    if (!flaw.code.isEmpty())
        m_banner->show(Tone::Warning, tr("Choose another password when there is time. %1").arg(errorWords(flaw).what), errorWords(flaw).next);
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
    m_meter->retranslate();
    m_change->setLabel(tr("Change"));
    askForAnother();
}

}
