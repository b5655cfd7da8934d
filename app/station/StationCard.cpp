#include "app/station/StationCard.h"

#include "app/domain/jobs/JobKind.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace motcua::station {

namespace {

/// A card of before has one for the whole desk.
counter::AttestationTops topsOfBefore(const QJsonObject& json, const QString& queue) {
    const int top = json.value(QLatin1String("attestationTop")).toInt();
    if (top == 0)
        return {};
    return {{queue, QLatin1String(domain::placed::lastPage), top}, {queue, QLatin1String(domain::placed::underSignature), top}};
}

}

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
    auto card = base::fromJson<StationCard>(json.object());
    if (card.attestationTops.empty())
        card.attestationTops = topsOfBefore(json.object(), card.printQueue);
    return card;
}

base::Outcome StationCard::write(const QString& directory) const {
    const QByteArray text = QJsonDocument(base::toJson(*this)).toJson();
    QSaveFile file(pathIn(directory));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return base::fail(QStringLiteral("file.write-failed"), {{QStringLiteral("reason"), file.errorString()}});
    return base::done();
}

}
