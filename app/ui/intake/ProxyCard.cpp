#include "app/ui/intake/ProxyCard.h"

#include "app/counter/IntakeForm.h"
#include "app/domain/CardQr.h"
#include "app/domain/Passport.h"
#include "app/ui/intake/ApplicantFields.h"
#include "app/ui/intake/CardLine.h"
#include "app/ui/style/Theme.h"
#include "app/ui/widgets/FoldingColumns.h"
#include "app/ui/widgets/TextEdit.h"

#include <QEvent>

namespace motcua::ui {

ProxyCard::ProxyCard(counter::IntakeForm& form, QWidget* parent)
    : Card(parent), m_form(form), m_card(new CardLine(QStringLiteral("proxyCard"), this)), m_fields(new ApplicantFields(form, this)) {
    for (const char* name : {"proxyName", "proxyId", "proxyPhone", "proxyAddress", "proxyGround", "proxyGroundNumber"})
        m_fields->addText(QString::fromLatin1(name));
    m_fields->addDate(QStringLiteral("proxyGroundDate"));
    for (const char* name : {"proxyName", "proxyGround"})
        m_fields->field(QString::fromLatin1(name))->setRequired(true);
    layOut();
    connect(m_card, &CardLine::cardRead, this, [this](const domain::CardQr& card) {
        m_card->clear();
        emit cardShown(card);
    });
    connect(&m_form, &counter::IntakeForm::replaced, m_card, &CardLine::clear);
    connect(m_card, &CardLine::skipped, this, [this] { m_fields->text(QStringLiteral("proxyName"))->setFocus(Qt::OtherFocusReason); });
    connect(&form, &counter::IntakeForm::applicantChanged, this, &ProxyCard::refresh);
    connect(&form, &counter::IntakeForm::changed, m_fields, &ApplicantFields::showWarnings);
    retranslate();
}

void ProxyCard::layOut() {
    const auto field = [this](const char* name) { return m_fields->field(QString::fromLatin1(name)); };
    const auto addRow = [&](std::initializer_list<std::pair<const char*, int>> parts) {
        auto* row = new FoldingColumns;
        for (const auto& [name, stretch] : parts)
            row->addWidget(field(name), stretch);
        body()->addLayout(row);
    };
    body()->setSpacing(theme().metrics().space(2));
    body()->addWidget(m_card);
    addRow({{"proxyName", 5}, {"proxyId", 3}});
    addRow({{"proxyGround", 4}, {"proxyGroundNumber", 2}, {"proxyGroundDate", 2}});
    addRow({{"proxyAddress", 5}, {"proxyPhone", 3}});
    m_fields->setTabOrder(
        m_card->editor(), {QStringLiteral("proxyName"), QStringLiteral("proxyId"), QStringLiteral("proxyGround"), QStringLiteral("proxyGroundNumber"),
                              QStringLiteral("proxyGroundDate"), QStringLiteral("proxyAddress"), QStringLiteral("proxyPhone")});
}

void ProxyCard::take(const domain::CardQr& card) {
    m_card->clear();
    m_form.applyProxyCard(card);
    emit cardTaken();
}

void ProxyCard::take(const domain::Passport& passport) {
    m_card->clear();
    m_form.applyProxyPassport(passport);
    emit cardTaken();
}

void ProxyCard::begin() {
    if (m_form.content().applicant.proxy.name.isEmpty())
        m_card->begin();
    else
        m_fields->text(QStringLiteral("proxyGround"))->setFocus(Qt::OtherFocusReason);
}

void ProxyCard::beginField(const QString& field) {
    m_fields->begin(field);
}

void ProxyCard::refresh() {
    setVisible(m_form.isThroughProxy());
    m_fields->refresh();
    m_fields->showWarnings();
}

void ProxyCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void ProxyCard::retranslate() {
    setHeading(tr("Who files in the applicant's place"));
    m_card->setWords(
        tr("Their identity card"), tr("Waiting for the card …  (Enter: type it by hand)"), tr("Identity card of who files, QR of the card"));
    m_fields->setLabels({{QStringLiteral("proxyName"), tr("Full name")}, {QStringLiteral("proxyId"), tr("Personal number")},
        {QStringLiteral("proxyPhone"), tr("Phone")}, {QStringLiteral("proxyAddress"), tr("Address")},
        {QStringLiteral("proxyGround"), tr("On what ground")}, {QStringLiteral("proxyGroundNumber"), tr("Number of the paper")},
        {QStringLiteral("proxyGroundDate"), tr("Its date")}});
    m_fields->text(QStringLiteral("proxyGround"))->setPlaceholderText(tr("Paper of authority, or what they are to the applicant"));
    refresh();
}

}
