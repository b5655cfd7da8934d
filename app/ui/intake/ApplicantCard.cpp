#include "app/ui/intake/ApplicantCard.h"

#include "app/counter/IntakeForm.h"
#include "app/domain/CardQr.h"
#include "app/domain/Passport.h"
#include "app/ui/intake/ApplicantFields.h"
#include "app/ui/intake/CardLine.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/DateField.h"
#include "app/ui/widgets/FoldingColumns.h"
#include "app/ui/widgets/JotWhileTyping.h"
#include "app/ui/widgets/TextEdit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>

namespace motcua::ui {

namespace {

using domain::Who;

constexpr int longestName = 100;
constexpr int fewestLetters = 11;
constexpr Who everyone[] = {Who::Card, Who::Passport, Who::Organisation, Who::Household};

QString birthDate() {
    return QStringLiteral("birthDate");
}

bool has(std::initializer_list<const char*> names, const QString& name) {
    return std::any_of(names.begin(), names.end(), [&](const char* each) { return name == QLatin1String(each); });
}

/// Whether such an applicant has this field.
bool isOf(const QString& field, Who who) {
    if (has({"personalId", "formerId"}, field))
        return who == Who::Card;
    if (has({"passportNumber", "passportIssuer", "nationality", "passportExpiry"}, field))
        return who == Who::Passport;
    if (field == QLatin1String("representativeTitle"))
        return who == Who::Organisation;
    if (has({"taxCode", "representative", "representativeId"}, field))
        return domain::isBody(who);
    return true;
}

constexpr const char* someOnly[] = {"personalId", "formerId", "passportNumber", "passportIssuer", "nationality", "passportExpiry", "taxCode",
    "representative", "representativeTitle", "representativeId"};

}

ApplicantCard::ApplicantCard(counter::IntakeForm& form, QWidget* parent)
    : Card(parent), m_form(form), m_card(new CardLine(QStringLiteral("card"), this)), m_fields(new ApplicantFields(form, this)),
      m_who(new QComboBox(this)), m_proxy(new QCheckBox(this)), m_birth(new DateField(this)), m_sex(new QComboBox(this)) {
    for (const char* name : {"name", "personalId", "phone", "address", "email", "formerId", "passportNumber", "passportIssuer", "nationality",
             "taxCode", "representative", "representativeTitle", "representativeId"})
        m_fields->addText(QString::fromLatin1(name));
    m_fields->addDate(QStringLiteral("passportExpiry"))->setYears(domain::Years::Coming);
    m_fields->text(QStringLiteral("name"))->setMaxLength(longestName);
    m_birth->setObjectName(birthDate());
    m_birth->setYearEnough(true);
    m_fields->add(birthDate(), new Field(QString(), m_birth, this));
    m_sex->setObjectName(QStringLiteral("sex"));
    m_sex->addItem(QString(), QString());
    m_sex->addItem(QStringLiteral("Nam"), QStringLiteral("Nam"));
    m_sex->addItem(QStringLiteral("Nữ"), QStringLiteral("Nữ"));
    m_fields->add(QStringLiteral("sex"), new Field(QString(), m_sex, this));
    m_fields->field(QStringLiteral("name"))->setRequired(true);
    m_who->setObjectName(QStringLiteral("who"));
    m_who->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_who->setMinimumContentsLength(fewestLetters);
    for (const Who who : everyone)
        m_who->addItem(QString(), static_cast<int>(who));
    m_proxy->setObjectName(QStringLiteral("throughProxy"));
    layOut();
    wire();
    retranslate();
}

void ApplicantCard::wire() {
    connect(m_card, &CardLine::cardRead, this, [this](const domain::CardQr& card) {
        m_card->clear();
        emit cardShown(card);
    });
    // What was left in the line is of somebody else.
    connect(&m_form, &counter::IntakeForm::replaced, m_card, &CardLine::clear);
    connect(m_card, &CardLine::skipped, this, [this] { beginField(QStringLiteral("name")); });
    connect(m_who, &QComboBox::activated, this, [this] { m_form.setWho(static_cast<Who>(m_who->currentData().toInt())); });
    connect(m_proxy, &QCheckBox::toggled, &m_form, &counter::IntakeForm::setThroughProxy);
    connect(m_birth, &DateField::committed, &m_form, &counter::IntakeForm::setBirthDate);
    connect(m_birth, &DateField::bornInCommitted, &m_form, &counter::IntakeForm::setBornIn);
    jotWhileTyping(m_birth, m_form, birthDate());
    connect(m_birth, &QLineEdit::editingFinished, this, &ApplicantCard::showWarnings);
    connect(m_sex, &QComboBox::activated, this, [this] { m_form.setApplicantText(QStringLiteral("sex"), m_sex->currentData().toString()); });
    connect(&m_form, &counter::IntakeForm::applicantChanged, this, &ApplicantCard::refresh);
    connect(&m_form, &counter::IntakeForm::changed, this, &ApplicantCard::showWarnings);
}

void ApplicantCard::layOut() {
    const Metrics& metrics = theme().metrics();
    const auto field = [this](const char* name) { return m_fields->field(QString::fromLatin1(name)); };
    const auto pair = [&](const char* first, const char* second) {
        auto* both = new QWidget(this);
        auto* line = new QHBoxLayout(both);
        line->setContentsMargins({});
        line->setSpacing(metrics.space(3));
        line->addWidget(field(first), 1);
        line->addWidget(field(second), 1);
        return both;
    };
    const auto addRow = [&](std::initializer_list<std::pair<QWidget*, int>> parts) {
        auto* row = new FoldingColumns;
        for (const auto& [part, stretch] : parts)
            row->addWidget(part, stretch);
        body()->addLayout(row);
    };
    addToHeading(m_who);
    addToHeading(m_proxy);
    body()->setSpacing(metrics.space(2));
    body()->addWidget(m_card);
    m_birthAndSex = pair("birthDate", "sex");
    addRow({{field("name"), 5}, {field("personalId"), 3}, {field("passportNumber"), 3}, {field("taxCode"), 3}});
    addRow({{field("passportIssuer"), 1}, {field("nationality"), 1}, {field("passportExpiry"), 1}});
    addRow({{field("representative"), 4}, {field("representativeTitle"), 2}, {field("representativeId"), 2}});
    addRow({{m_birthAndSex, 1}, {pair("phone", "formerId"), 1}});
    addRow({{field("address"), 5}, {field("email"), 3}});
    setTabOrder(m_who, m_proxy);
    setTabOrder(m_proxy, m_card->editor());
    QStringList order;
    for (const char* name : {"name", "personalId", "passportNumber", "taxCode", "passportIssuer", "nationality", "passportExpiry", "representative",
             "representativeTitle", "representativeId", "birthDate", "sex", "phone", "formerId", "address", "email"})
        order << QString::fromLatin1(name);
    m_fields->setTabOrder(m_card->editor(), order);
}

void ApplicantCard::beginCard() {
    m_card->begin();
}

void ApplicantCard::beginField(const QString& field) {
    m_fields->begin(field);
}

void ApplicantCard::take(const domain::CardQr& card) {
    m_card->clear();
    m_form.applyCard(card);
    emit cardTaken();
}

void ApplicantCard::take(const domain::Passport& passport) {
    m_card->clear();
    m_form.applyPassport(passport);
    emit cardTaken();
}

void ApplicantCard::refresh() {
    showWho();
    m_fields->refresh();
    showBirthDate();
    const QSignalBlocker quiet(m_sex);
    m_sex->setCurrentIndex(std::max(0, m_sex->findData(m_form.content().applicant.sex)));
    showWarnings();
}

void ApplicantCard::showWho() {
    const Who who = m_form.who();
    m_who->setCurrentIndex(m_who->findData(static_cast<int>(who)));
    const QSignalBlocker quiet(m_proxy);
    m_proxy->setChecked(m_form.isThroughProxy());
    for (const char* name : someOnly)
        m_fields->field(QString::fromLatin1(name))->setVisible(isOf(QString::fromLatin1(name), who));
    m_birthAndSex->setVisible(!domain::isBody(who));
    nameFields();
}

void ApplicantCard::showBirthDate() {
    if (showJotted(m_birth, m_form, birthDate()))
        return;
    const domain::Applicant& applicant = m_form.content().applicant;
    if (applicant.bornIn.isNull())
        m_birth->setDate(applicant.birthDate);
    else
        m_birth->setBornIn(applicant.bornIn);
}

void ApplicantCard::showWarnings() {
    m_fields->showWarnings();
    if (m_birth->isWrong())
        m_fields->field(birthDate())->setMessage(tr("Not a date. Write it as day/month/year, or the year alone."));
}

void ApplicantCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

/// What is called otherwise by who asks.
void ApplicantCard::nameFields() {
    const Who who = m_form.who();
    const QString names[] = {tr("Full name"), tr("Name as in the passport"), tr("Name of the organisation"), tr("Name of the household business")};
    const bool household = who == Who::Household;
    m_fields->setLabels({{QStringLiteral("name"), names[static_cast<int>(who)]}, {QStringLiteral("taxCode"), tr("Tax code")},
        {QStringLiteral("address"), domain::isBody(who) ? tr("Seat") : tr("Address")},
        {QStringLiteral("representative"), household ? tr("Owner of the household business") : tr("Representative")},
        {QStringLiteral("representativeId"), household ? tr("Owner's personal number") : tr("Their personal number")}});
    if (who == Who::Passport)
        m_card->setWords(tr("Passport"), tr("Waiting for the passport …  (Enter: type it by hand)"), tr("Passport, its machine-readable lines"));
    else
        m_card->setWords(household             ? tr("Identity card of the household's owner")
                         : domain::isBody(who) ? tr("Representative's identity card")
                                               : tr("Identity card"),
            tr("Waiting for the card …  (Enter: type it by hand)"), tr("Identity card, QR of the card"));
    m_card->setHint(who == Who::Passport ? tr("hold the passport's lines before the reader, or type") : tr("hold the card's QR before the reader"));
}

void ApplicantCard::retranslate() {
    setHeading(tr("Applicant"));
    const QString kinds[] = {tr("Citizen"), tr("By passport"), tr("Organisation"), tr("Household business")};
    for (int row = 0; row < m_who->count(); ++row)
        m_who->setItemText(row, kinds[row]);
    m_who->setAccessibleName(tr("Who applies"));
    m_proxy->setText(tr("By proxy"));
    m_fields->setLabels({{QStringLiteral("personalId"), tr("Personal number")}, {QStringLiteral("birthDate"), tr("Date of birth")},
        {QStringLiteral("sex"), tr("Sex")}, {QStringLiteral("phone"), tr("Phone")}, {QStringLiteral("email"), tr("Email")},
        {QStringLiteral("formerId"), tr("Former ID number")}, {QStringLiteral("passportNumber"), tr("Passport number")},
        {QStringLiteral("passportIssuer"), tr("Issued by")}, {QStringLiteral("nationality"), tr("Nationality")},
        {QStringLiteral("passportExpiry"), tr("Good until")}, {QStringLiteral("representativeTitle"), tr("Title")}});
    m_sex->setItemText(1, tr("Male"));
    m_sex->setItemText(2, tr("Female"));
    refresh();
}

}
