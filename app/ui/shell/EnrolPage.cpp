#include "app/ui/shell/EnrolPage.h"

#include "app/ui/shell/FormPage.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/PasswordMeter.h"
#include "app/ui/widgets/SecretEdit.h"
#include "app/ui/widgets/TextEdit.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QProgressBar>
#include <QUrl>

#include <initializer_list>

namespace motcua::ui {

EnrolPage::EnrolPage(QWidget* parent)
    : QWidget(parent), m_title(new TextLabel(TextRole::Display, this)), m_hint(new TextLabel(TextRole::Muted, this)), m_banner(new Banner(this)),
      m_gateway(new TextEdit(this)), m_code(new TextEdit(this)), m_login(new TextEdit(this)), m_password(new SecretEdit(this)),
      m_again(new SecretEdit(this)), m_progress(new QProgressBar(this)),
      m_enrol(new ActionButton(ButtonKind::Primary, QStringLiteral("key-round"), QKeySequence(), this)) {
    QVBoxLayout* column = layOutBesideBrand(this);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addWidget(m_banner);
    for (QLineEdit* edit : std::initializer_list<QLineEdit*>{m_gateway, m_code, m_login, m_password, m_again})
        m_fields.push_back(addField(edit, column));
    // What is being mended is said to be wrong no more.
    for (Field* field : m_fields)
        connect(qobject_cast<QLineEdit*>(field->editor()), &QLineEdit::textEdited, this, [this, field] {
            m_banner->clear();
            field->clearMessage();
        });
    m_meter = new PasswordMeter(m_fields[3], m_password, [this] { return domain::PasswordOwner{m_login->value()}; });
    column->addWidget(m_progress);
    column->addWidget(m_enrol);
    m_hint->setWordWrap(true);
    m_gateway->setPlaceholderText(QStringLiteral("https://motcua.tinh.gov.vn:8444"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_banner->setClosable(false);
    connect(m_again, &QLineEdit::returnPressed, this, &EnrolPage::submit);
    connect(m_enrol, &QPushButton::clicked, this, &EnrolPage::submit);
    setBusy(false);
    retranslate();
}

Field* EnrolPage::addField(QLineEdit* edit, QVBoxLayout* column) {
    auto* field = new Field(QString(), edit, this);
    column->addWidget(field);
    if (edit != m_again)
        connect(edit, &QLineEdit::returnPressed, edit, [edit] { edit->nextInFocusChain()->setFocus(); });
    return field;
}

bool EnrolPage::complain(Field* field, bool wrong, const QString& message) {
    field->setMessage(wrong ? message : QString());
    return wrong;
}

void EnrolPage::submit() {
    QString address = m_gateway->value();
    if (!address.isEmpty() && !address.contains(QStringLiteral("://")))
        m_gateway->setValue(address.prepend(QStringLiteral("https://")));
    const QUrl url(address, QUrl::StrictMode);
    bool wrong = complain(m_fields[0], !url.isValid() || url.scheme() != QLatin1String("https") || url.host().isEmpty(),
        tr("Type the enrolment address that the province gave, such as https://host:8444."));
    wrong |= complain(m_fields[1], m_code->value().isEmpty(), tr("Type the one-time code."));
    wrong |= complain(m_fields[2], m_login->value().isEmpty(), tr("Type your login."));
    if (const QString fault = m_meter->fault(); !fault.isEmpty())
        wrong |= complain(m_fields[3], true, fault);
    wrong |= complain(m_fields[4], m_password->secret() != m_again->secret(), tr("The two passwords differ."));
    if (wrong)
        return;
    m_banner->clear();
    // The desk's name comes from the code.
    emit enrolRequested({address, m_code->value(), {}, m_login->value().toLower(), m_password->secret()});
}

void EnrolPage::setBusy(bool busy) {
    m_progress->setVisible(busy);
    m_enrol->setEnabled(!busy);
    for (Field* field : m_fields)
        field->editor()->setEnabled(!busy);
}

void EnrolPage::showError(const base::Error& error) {
    setBusy(false);
    m_banner->show(error);
    fieldOf(error)->setFocus();
}

QLineEdit* EnrolPage::fieldOf(const base::Error& error) const {
    const QStringList ofAddress{QStringLiteral("enrolment.no-answer"), QStringLiteral("enrolment.not-gateway"),
        QStringLiteral("enrolment.wrong-port"), QStringLiteral("enrolment.wrong-host"), QStringLiteral("enrolment.address-malformed"),
        QStringLiteral("enrolment.wrong-platform")};
    if (ofAddress.contains(error.code))
        return m_gateway;
    return error.code == QLatin1String("enrolment.login-unknown") ? m_login : m_code;
}

void EnrolPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_gateway->setFocus();
}

void EnrolPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void EnrolPage::retranslate() {
    m_title->setText(tr("Enrol this station"));
    m_hint->setText(tr("Once for each machine, with a line to the province. Address and code come from there, the desk's name with the code."));
    const QString labels[] = {
        tr("Enrolment address of the province"), tr("One-time code"), tr("Login of the first user"), tr("Password"), tr("Password again")};
    for (size_t i = 0; i < m_fields.size(); ++i)
        m_fields[i]->setLabel(labels[i]);
    m_meter->retranslate();
    m_enrol->setLabel(tr("Enrol"));
    m_progress->setAccessibleName(tr("Enrolling"));
}

}
