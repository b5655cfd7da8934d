#include "app/ui/shell/system/LookCard.h"

#include "app/ui/shell/Language.h"
#include "app/ui/shell/Preferences.h"
#include "app/ui/widgets/Field.h"

#include <QComboBox>
#include <QEvent>

namespace motcua::ui {

LookCard::LookCard(const ShellServices& services, QWidget* parent)
    : Card(parent), m_services(services), m_language(new QComboBox(this)), m_scheme(new QComboBox(this)), m_scale(new QComboBox(this)),
      m_languageField(new Field(QString(), m_language, this)), m_schemeField(new Field(QString(), m_scheme, this)),
      m_scaleField(new Field(QString(), m_scale, this)) {
    m_language->addItem(QStringLiteral("Tiếng Việt"), QStringLiteral("vi"));
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    for (const SchemeChoice scheme : {SchemeChoice::Automatic, SchemeChoice::Light, SchemeChoice::Dark, SchemeChoice::Contrast})
        m_scheme->addItem(QString(), static_cast<int>(scheme));
    for (const double scale : {1.0, 1.25, 1.5})
        m_scale->addItem(QStringLiteral("%1 %").arg(qRound(scale * 100)), scale);
    for (Field* field : {m_languageField, m_schemeField, m_scaleField})
        body()->addWidget(field);
    body()->addStretch();
    m_language->setCurrentIndex(m_language->findData(m_services.language.current()));
    m_scheme->setCurrentIndex(m_scheme->findData(static_cast<int>(m_services.theme.choice())));
    m_scale->setCurrentIndex(m_scale->findData(m_services.theme.metrics().scale));
    connect(m_language, &QComboBox::activated, this, [this] {
        m_services.preferences.setLanguage(m_language->currentData().toString());
        m_services.language.apply(m_language->currentData().toString());
    });
    const auto restyle = [this] {
        m_services.preferences.setScheme(static_cast<SchemeChoice>(m_scheme->currentData().toInt()));
        m_services.preferences.setScale(m_scale->currentData().toDouble());
        m_services.theme.apply(m_services.preferences.scheme(), m_services.preferences.scale());
    };
    connect(m_scheme, &QComboBox::activated, this, restyle);
    connect(m_scale, &QComboBox::activated, this, restyle);
    retranslate();
}

void LookCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void LookCard::retranslate() {
    setHeading(tr("Look"));
    m_languageField->setLabel(tr("Language"));
    m_schemeField->setLabel(tr("Colours"));
    m_scaleField->setLabel(tr("Text size"));
    const QString names[] = {tr("As the desktop"), tr("Light"), tr("Dark"), tr("High contrast")};
    for (int i = 0; i < m_scheme->count(); ++i)
        m_scheme->setItemText(i, names[i]);
}

}
