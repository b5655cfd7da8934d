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
    QLocale::setDefault(
        language == QLatin1String("vi") ? QLocale(QLocale::Vietnamese, QLocale::Vietnam) : QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCoreApplication::removeTranslator(&m_program);
    QCoreApplication::removeTranslator(&m_qt);
    // Qt's own words are English already; ours need their plurals.
    if (language == QLatin1String("vi") && m_qt.load(QStringLiteral(":/i18n/qtbase_vi.qm")))
        QCoreApplication::installTranslator(&m_qt);
    if (m_program.load(QStringLiteral(":/i18n/motcua_%1.qm").arg(language)))
        QCoreApplication::installTranslator(&m_program);
    else
        qCWarning(base::lcUi) << "no translation for" << language;
}

}
