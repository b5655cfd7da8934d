#include "app/ui/shell/Language.h"

#include "app/base/Logging.h"

#include <QCoreApplication>
#include <QLocale>

namespace motcua::ui {

Language::Language(QObject* parent) : QObject(parent) {}

Language::~Language() {
    QCoreApplication::removeTranslator(&m_program);
    QCoreApplication::removeTranslator(&m_qt);
}

void Language::apply(const QString& language) {
    if (language == m_current)
        return;
    m_current = language;
    QLocale::setDefault(language == QLatin1String("vi") ? QLocale(QLocale::Vietnamese, QLocale::Vietnam)
                                                         : QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCoreApplication::removeTranslator(&m_program);
    QCoreApplication::removeTranslator(&m_qt);
    if (language == QLatin1String("en"))
        return;
    if (!m_program.load(QStringLiteral(":/i18n/motcua_%1.qm").arg(language)) || !m_qt.load(QStringLiteral(":/i18n/qtbase_%1.qm").arg(language)))
        qCWarning(base::lcUi) << "no translation for" << language;
    QCoreApplication::installTranslator(&m_qt);
    QCoreApplication::installTranslator(&m_program);
}

}
