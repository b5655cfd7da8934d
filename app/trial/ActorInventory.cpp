#include "app/trial/StationActor.h"

namespace motcua::trial {

/// The numbers of this desk's volumes; each volume that was used is printed.
base::Result<QJsonArray> StationActor::ownBooks() {
    counter::BookDesk& books = counter().books();
    const auto volumes = books.volumes();
    if (!volumes)
        return base::fail(volumes.error());
    QJsonArray own;
    for (const domain::Volume& volume : *volumes) {
        const auto entries = books.entries(volume.id);
        if (!entries)
            return base::fail(entries.error());
        if (!books.isOwn(volume) || entries->empty())
            continue;
        QJsonArray numbers;
        for (const domain::BookEntry& entry : *entries)
            if (!entry.volume.isNull())
                numbers.append(entry.number);
        own.append(QJsonObject{{QStringLiteral("volume"), volume.id.toString()}, {QStringLiteral("first"), volume.firstNumber},
            {QStringLiteral("isUnits"), volume.isUnits()}, {QStringLiteral("total"), volume.total()}, {QStringLiteral("numbers"), numbers}});
        const QString path = QStringLiteral("%1/book-%2-%3.pdf")
                                 .arg(m_place.paper, QString(volume.label()).replace(QLatin1Char('/'), QLatin1Char('-')), m_station.card().name);
        if (const auto saved = counter().printing().saveBookAsPdf(volume.id, {}, path); !saved)
            return base::fail(saved.error());
    }
    return own;
}

void StationActor::inventory() {
    QJsonArray dossiers;
    domain::ports::DossierFilter all;
    all.limit = 1000;
    for (;; all.offset += all.limit) {
        const auto rows = counter().dossiers().list(all);
        if (!rows) {
            fail(rows.error());
            return;
        }
        for (const domain::ports::DossierRow& row : *rows) {
            const bool isHere = counter().approval().isHere(row);
            const auto opened = isHere ? counter().dossiers().open(row.id) : base::fail(QString());
            dossiers.append(QJsonObject{{QStringLiteral("id"), row.id.toString()}, {QStringLiteral("code"), row.code},
                {QStringLiteral("personalId"), row.personalId}, {QStringLiteral("closed"), row.closed},
                {QStringLiteral("state"), static_cast<int>(row.state)}, {QStringLiteral("here"), isHere},
                {QStringLiteral("visit"), opened && !opened->dossier.visit.isNull() ? opened->dossier.visit.toString() : QString()}});
        }
        if (static_cast<int>(rows->size()) < all.limit)
            break;
    }
    const auto books = ownBooks();
    if (!books) {
        fail(books.error());
        return;
    }
    reply({{QStringLiteral("dossiers"), dossiers}, {QStringLiteral("volumes"), *books}});
}

}
