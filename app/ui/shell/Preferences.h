#pragma once

#include "app/ui/style/Theme.h"

#include <QString>

#include <memory>

class QSettings;

namespace motcua::ui {

/// What the station's users chose for the look, and which scanner serves. No personal data. Owner: main().
class Preferences {
public:
    /// An ini file; empty: the user's own settings place.
    explicit Preferences(const QString& file = {});
    ~Preferences();

    QString language() const; ///< "vi" or "en"
    void setLanguage(const QString& language);
    SchemeChoice scheme() const;
    void setScheme(SchemeChoice scheme);
    double scale() const; ///< 1.0, 1.25 or 1.5
    void setScale(double scale);
    QString scanner() const;
    void setScanner(const QString& device);
    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);

private:
    std::unique_ptr<QSettings> m_settings;
};

}
