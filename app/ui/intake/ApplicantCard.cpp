#include "app/ui/intake/ApplicantCard.h"

#include "app/counter/IntakeForm.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/DateField.h"
#include "app/ui/widgets/EnterWalk.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/FoldingColumns.h"
#include "app/ui/widgets/JotWhileTyping.h"
#include "app/ui/widgets/TextEdit.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace motcua::ui {

namespace {

constexpr int longestName = 100;
constexpr int longestCard = 2000;

QString birthDate() {
    return QStringLiteral("birthDate");
}

}

ApplicantCard::ApplicantCard(counter::IntakeForm& form, QWidget* parent)
    : Card(parent), m_form(form), m_card(new TextEdit(this)), m_cardField(new Field(QString(), m_card, this)), m_birth(new DateField(this)),
      m_sex(new QComboBox(this)) {
    m_card->setMaxLength(longestCard);
    m_card->setObjectName(QStringLiteral("card"));
    // What a reader types is personal and of no use to the eye.
    m_card->setEchoMode(QLineEdit::Password);
    EnterWalk::exempt(m_card);
    m_card->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    for (const char* name : {"name", "personalId", "phone", "address", "email", "formerId"})
        addText(QString::fromLatin1(name));
    m_texts[QStringLiteral("name")]->setMaxLength(longestName);
    m_birth->setObjectName(QStringLiteral("birthDate"));
    m_birth->setYearEnough(true);
    m_fields.insert(QStringLiteral("birthDate"), new Field(QString(), m_birth, this));
    m_sex->setObjectName(QStringLiteral("sex"));
    m_sex->addItem(QString(), QString());
    m_sex->addItem(QStringLiteral("Nam"), QStringLiteral("Nam"));
    m_sex->addItem(QStringLiteral("Nữ"), QStringLiteral("Nữ"));
    m_fields.insert(QStringLiteral("sex"), new Field(QString(), m_sex, this));
    m_fields[QStringLiteral("name")]->setRequired(true);
    layOut();
    connect(m_card, &QLineEdit::returnPressed, this, &ApplicantCard::takeCard);
    connect(m_birth, &DateField::committed, &form, &counter::IntakeForm::setBirthDate);
    connect(m_birth, &DateField::bornInCommitted, &form, &counter::IntakeForm::setBornIn);
    connect(m_birth, &QLineEdit::textEdited, this, [this](const QString& text) { m_form.jot(birthDate(), text); });
    // What is no date yet stays as it was typed.
    connect(m_birth, &QLineEdit::editingFinished, this, [this] { m_form.jot(birthDate(), m_birth->isWrong() ? m_birth->text() : QString()); });
    connect(m_sex, &QComboBox::activated, this, [this] { m_form.setApplicantText(QStringLiteral("sex"), m_sex->currentData().toString()); });
    connect(&form, &counter::IntakeForm::applicantChanged, this, &ApplicantCard::refresh);
    connect(&form, &counter::IntakeForm::changed, this, &ApplicantCard::showWarnings);
    retranslate();
}

TextEdit* ApplicantCard::addText(const QString& name) {
    auto* edit = new TextEdit(this);
    edit->setObjectName(name);
    m_texts.insert(name, edit);
    m_fields.insert(name, new Field(QString(), edit, this));
    connect(edit, &TextEdit::committed, this, [this, name](const QString& value) { m_form.setApplicantText(name, value); });
    jotWhileTyping(edit, m_form, name);
    return edit;
}

void ApplicantCard::layOut() {
    const Metrics& metrics = theme().metrics();
    const auto field = [this](const char* name) { return m_fields[QString::fromLatin1(name)]; };
    const auto pair = [&](const char* first, const char* second) {
        auto* both = new QWidget(this);
        auto* line = new QHBoxLayout(both);
        line->setContentsMargins({});
        line->setSpacing(metrics.space(3));
        line->addWidget(field(first), 1);
        line->addWidget(field(second), 1);
        return both;
    };
    const auto addRow = [&](QWidget* first, int firstStretch, QWidget* second, int secondStretch) {
        auto* row = new FoldingColumns;
        row->addWidget(first, firstStretch);
        row->addWidget(second, secondStretch);
        body()->addLayout(row);
    };
    body()->setSpacing(metrics.space(2));
    body()->addWidget(m_cardField);
    addRow(field("name"), 5, field("personalId"), 3);
    addRow(pair("birthDate", "sex"), 1, pair("phone", "formerId"), 1);
    addRow(field("address"), 5, field("email"), 3);
    QWidget* before = m_card;
    for (const char* name : {"name", "personalId", "birthDate", "sex", "phone", "formerId", "address", "email"}) {
        setTabOrder(before, field(name)->editor());
        before = field(name)->editor();
    }
}

void ApplicantCard::beginCard() {
    m_card->clear();
    m_card->setFocus(Qt::OtherFocusReason);
}

void ApplicantCard::beginField(const QString& field) {
    if (Field* wanted = m_fields.value(field))
        wanted->editor()->setFocus(Qt::OtherFocusReason);
}

void ApplicantCard::take(const domain::CardQr& card) {
    m_card->clear();
    m_form.applyCard(card);
    m_cardField->clearMessage();
    emit cardTaken();
}

void ApplicantCard::takeCard() {
    const QString text = m_card->text();
    m_card->clear();
    if (text.trimmed().isEmpty()) {
        beginField(QStringLiteral("name"));
        return;
    }
    const base::Outcome outcome = m_form.applyCardQr(text);
    if (!outcome) {
        const ErrorWords words = errorWords(outcome.error());
        m_cardField->setMessage(QStringList{words.what, words.next}.join(QLatin1Char(' ')));
        return;
    }
    m_cardField->clearMessage();
    emit cardTaken();
}

void ApplicantCard::refresh() {
    const domain::Applicant& applicant = m_form.content().applicant;
    const QHash<QString, QString> values{{QStringLiteral("name"), applicant.name}, {QStringLiteral("personalId"), applicant.personalId},
        {QStringLiteral("phone"), applicant.phone}, {QStringLiteral("address"), applicant.address}, {QStringLiteral("email"), applicant.email},
        {QStringLiteral("formerId"), applicant.formerId}};
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        if (m_texts[it.key()]->value() != it.value() && m_form.jotted(it.key()).isEmpty())
            m_texts[it.key()]->setValue(it.value());
    showBirthDate();
    const QSignalBlocker quiet(m_sex);
    m_sex->setCurrentIndex(std::max(0, m_sex->findData(applicant.sex)));
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it)
        it.value()->setOrigin(m_form.originOf(it.key()));
    showWarnings();
}

void ApplicantCard::showBirthDate() {
    const QString typed = m_form.jotted(birthDate());
    const domain::Applicant& applicant = m_form.content().applicant;
    if (typed.isEmpty() && applicant.bornIn.isNull()) {
        m_birth->setDate(applicant.birthDate);
    } else if (typed.isEmpty()) {
        m_birth->setBornIn(applicant.bornIn);
    } else if (typed != m_birth->text()) {
        m_birth->enter(typed);
        m_form.jot(birthDate(), m_birth->isWrong() ? typed : QString());
    }
}

void ApplicantCard::showWarnings() {
    for (Field* field : std::as_const(m_fields))
        field->clearMessage();
    for (const counter::Warning& warning : m_form.warnings())
        if (Field* field = m_fields.value(warning.field))
            field->setMessage(words::warning(warning), Tone::Warning);
    if (m_birth->isWrong())
        m_fields[QStringLiteral("birthDate")]->setMessage(tr("Not a date. Write it as day/month/year, or the year alone."));
}

void ApplicantCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void ApplicantCard::retranslate() {
    setHeading(tr("Applicant"));
    m_cardField->setLabel(tr("Identity card"));
    m_cardField->setHint(tr("hold the card's QR before the reader"));
    m_card->setPlaceholderText(tr("Waiting for the card …  (Enter: type it by hand)"));
    m_card->setAccessibleName(tr("Identity card, QR of the card"));
    const QHash<QString, QString> labels{{QStringLiteral("name"), tr("Full name")}, {QStringLiteral("personalId"), tr("Personal number")},
        {QStringLiteral("birthDate"), tr("Date of birth")}, {QStringLiteral("sex"), tr("Sex")}, {QStringLiteral("phone"), tr("Phone")},
        {QStringLiteral("address"), tr("Address")}, {QStringLiteral("email"), tr("Email")}, {QStringLiteral("formerId"), tr("Former ID number")}};
    for (auto it = labels.cbegin(); it != labels.cend(); ++it)
        m_fields[it.key()]->setLabel(it.value());
    m_sex->setItemText(1, tr("Male"));
    m_sex->setItemText(2, tr("Female"));
    refresh();
}

}
