#pragma once

#include "app/base/Json.h"
#include "app/domain/Volume.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>

#include <httplib.h>

#include <vector>

namespace motcua::test {

/// The volumes of this year in the unit's books, or else in its series of slips, as the feed tells a desk of them.
enum class Numbering { Books, Slips };
inline std::vector<domain::Volume> volumesHeard(httplib::SSLClient& client, Numbering what = Numbering::Books) {
    const auto answer = client.Get("/v1/feed?after=0&limit=1000");
    std::vector<domain::Volume> volumes;
    if (answer)
        for (const QJsonValue& item : QJsonDocument::fromJson(QByteArray::fromStdString(answer->body))[QLatin1String("items")].toArray())
            if (item[QLatin1String("kind")].toString() == QLatin1String("volume"))
                volumes.push_back(base::fromJson<domain::Volume>(item[QLatin1String("body")].toObject()));
    std::erase_if(volumes, [what](const domain::Volume& volume) {
        return volume.year != QDate::currentDate().year() || domain::isSlipSeries(volume.symbol) != (what == Numbering::Slips);
    });
    return volumes;
}

/// What `station` numbers its slips of a kind in (domain::series); null when it was granted none.
inline domain::VolumeId slipsOf(httplib::SSLClient& client, const QUuid& station, const char* symbol) {
    for (const domain::Volume& volume : volumesHeard(client, Numbering::Slips))
        if (volume.station.value() == station && volume.symbol == QLatin1String(symbol))
            return volume.id;
    return {};
}

/// The volume that `station` writes in; null when it was granted none.
inline domain::VolumeId volumeOf(httplib::SSLClient& client, const QUuid& station) {
    for (const domain::Volume& volume : volumesHeard(client))
        if (volume.station.value() == station)
            return volume.id;
    return {};
}

}
