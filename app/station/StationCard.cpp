#include "app/station/StationCard.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace motcua::station {

QString StationCard::pathIn(const QString& directory) {
    return directory + QStringLiteral("/station.json");
}

base::Result<StationCard> StationCard::read(const QString& directory) {
    QFile file(pathIn(directory));
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(QStringLiteral("station.no-card"));
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll());
    if (!json.isObject())
        return base::fail(QStringLiteral("station.bad-card"));
    return base::fromJson<StationCard>(json.object());
}

base::Outcome StationCard::write(const QString& directory) const {
    const QByteArray text = QJsonDocument(base::toJson(*this)).toJson();
    QSaveFile file(pathIn(directory));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return base::fail(QStringLiteral("file.write-failed"), {{QStringLiteral("reason"), file.errorString()}});
    return base::done();
}

}
