#include "app/ui/shell/Preferences.h"

#include <QSettings>

namespace motcua::ui {

Preferences::Preferences(const QString& file)
    : m_settings(file.isEmpty() ? std::make_unique<QSettings>(QStringLiteral("motcua"), QStringLiteral("motcua"))
                                : std::make_unique<QSettings>(file, QSettings::IniFormat)) {}

Preferences::~Preferences() = default;

QString Preferences::language() const {
    const QString value = m_settings->value(QStringLiteral("look/language"), QStringLiteral("vi")).toString();
    return value == QLatin1String("en") ? value : QStringLiteral("vi");
}

void Preferences::setLanguage(const QString& language) {
    m_settings->setValue(QStringLiteral("look/language"), language);
}

SchemeChoice Preferences::scheme() const {
    const int value = m_settings->value(QStringLiteral("look/scheme"), 0).toInt();
    return static_cast<SchemeChoice>(qBound(0, value, static_cast<int>(SchemeChoice::Contrast)));
}

void Preferences::setScheme(SchemeChoice scheme) {
    m_settings->setValue(QStringLiteral("look/scheme"), static_cast<int>(scheme));
}

double Preferences::scale() const {
    const double value = m_settings->value(QStringLiteral("look/scale"), 1.0).toDouble();
    return value >= 1.4 ? 1.5 : value >= 1.2 ? 1.25 : 1.0;
}

void Preferences::setScale(double scale) {
    m_settings->setValue(QStringLiteral("look/scale"), scale);
}

QString Preferences::scanner() const {
    return m_settings->value(QStringLiteral("capture/scanner")).toString();
}

void Preferences::setScanner(const QString& device) {
    m_settings->setValue(QStringLiteral("capture/scanner"), device);
}

QByteArray Preferences::windowGeometry() const {
    return m_settings->value(QStringLiteral("window/geometry")).toByteArray();
}

void Preferences::setWindowGeometry(const QByteArray& geometry) {
    m_settings->setValue(QStringLiteral("window/geometry"), geometry);
}

}
