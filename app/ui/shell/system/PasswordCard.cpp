#include "app/ui/shell/system/PasswordCard.h"

#include "app/ui/text/ErrorText.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/ScrollColumn.h"

#include <QEvent>

#include <algorithm>
#include <utility>

namespace motcua::ui {

PasswordCard::PasswordCard(counter::SessionControl& session, QWidget* parent)
    : Card(parent), m_session(session), m_change(new ActionButton(ButtonKind::Secondary, QStringLiteral("key-round"), QKeySequence(), this)),
      m_banner(new Banner(this)) {
    for (size_t i = 0; i < m_edits.size(); ++i) {
        m_edits[i] = new QLineEdit(this);
        m_edits[i]->setEchoMode(QLineEdit::Password);
        m_edits[i]->setAttribute(Qt::WA_InputMethodEnabled, false);
        m_fields[i] = new Field(QString(), m_edits[i], this);
        body()->addWidget(m_fields[i]);
    }
    body()->addWidget(m_change, 0, Qt::AlignLeft);
    body()->addWidget(m_banner);
    body()->addStretch();
    connect(m_change, &QPushButton::clicked, this, &PasswordCard::change);
    connect(m_edits[2], &QLineEdit::returnPressed, this, &PasswordCard::change);
    connect(&m_session, &counter::SessionControl::passwordChanged, this, [this] {
        forget();
        m_banner->show(Tone::Success, tr("The password was changed on this station."));
        ScrollColumn::bringIntoSight(m_banner);
        m_edits[0]->setFocus();
    });
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
    const bool isShort = m_edits[1]->text().size() < 8;
    const bool differs = m_edits[1]->text() != m_edits[2]->text();
    const std::array<QString, 3> messages{m_edits[0]->text().isEmpty() ? tr("Type your present password.") : QString(),
        isShort ? tr("A password has at least 8 characters.") : QString(), differs ? tr("The two passwords differ.") : QString()};
    for (size_t i = 0; i < m_fields.size(); ++i)
        m_fields[i]->setMessage(messages[i]);
    const auto wrong = std::find_if(messages.begin(), messages.end(), [](const QString& message) { return !message.isEmpty(); });
    if (wrong != messages.end()) {
        m_edits[static_cast<size_t>(wrong - messages.begin())]->setFocus();
        return;
    }
    m_asking = true;
    m_session.changePassword(m_edits[0]->text(), m_edits[1]->text());
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
    for (QLineEdit* edit : m_edits)
        edit->clear();
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
