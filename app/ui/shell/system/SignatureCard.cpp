#include "app/ui/shell/system/SignatureCard.h"

#include "app/ui/text/ErrorText.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/ScrollColumn.h"
#include "app/ui/widgets/TextEdit.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>

#include <utility>

namespace motcua::ui {

SignatureCard::SignatureCard(counter::Counter& counter, counter::SessionControl& session, QWidget* parent)
    : Card(parent), m_counter(counter), m_session(session), m_state(new TextLabel(TextRole::Body, this)), m_code(new TextEdit(this)),
      m_field(new Field(QString(), m_code, this)),
      m_activate(new ActionButton(ButtonKind::Secondary, QStringLiteral("key-round"), QKeySequence(), this)), m_told(new Banner(this)) {
    m_state->setWordWrap(true);
    body()->addWidget(m_state);
    body()->addWidget(m_field);
    body()->addWidget(m_activate, 0, Qt::AlignLeft);
    body()->addWidget(m_told);
    connect(m_activate, &QPushButton::clicked, this, &SignatureCard::activate);
    connect(m_code, &QLineEdit::returnPressed, this, &SignatureCard::activate);
    connect(&m_session, &counter::SessionControl::activated, this, [this] {
        forget();
        m_told->show(Tone::Success, tr("What you do at this station is signed with your key now."));
        ScrollColumn::bringIntoSight(m_told);
    });
    connect(&m_session, &counter::SessionControl::failed, this, [this](const base::Error& error) {
        if (std::exchange(m_asking, false))
            failed(error);
    });
    connect(&m_session, &counter::SessionControl::unlocked, this, &SignatureCard::refresh);
    retranslate();
}

void SignatureCard::activate() {
    if (m_session.isBusy())
        return;
    m_told->clear();
    m_field->clearMessage();
    if (m_code->value().isEmpty()) {
        m_field->setMessage(tr("Type the code that the province gave you."));
        m_code->setFocus();
        return;
    }
    m_asking = true;
    m_session.activate(m_code->value());
}

void SignatureCard::failed(const base::Error& error) {
    if (error.code == QLatin1String("activation.no-line")) {
        m_told->show(error);
        ScrollColumn::bringIntoSight(m_told);
        return;
    }
    m_field->setMessage(errorLine(error));
    m_code->setFocus();
    ScrollColumn::bringIntoSight(m_field);
}

void SignatureCard::refresh() {
    const bool isSigned = m_counter.runner().isSigned();
    m_state->setText(isSigned ? tr("Your acts at this station bear your own signature.")
                              : tr("You do not sign at this station yet. The province gives you a code for it, and gives it to nobody else."));
    m_field->setVisible(!isSigned);
    m_activate->setVisible(!isSigned);
}

void SignatureCard::forget() {
    m_asking = false;
    m_code->clear();
    m_field->clearMessage();
    m_told->clear();
    refresh();
}

void SignatureCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void SignatureCard::retranslate() {
    setHeading(tr("Your signature"));
    m_field->setLabel(tr("Activation code"));
    m_activate->setLabel(tr("Activate"));
    refresh();
}

}
