#pragma once

#include "app/domain/Events.h"

#include <QByteArray>
#include <QList>

namespace motcua::test {

/// An event as a counter makes it, with the contents of the pages it names.
struct FiledEvent {
    domain::Event event;
    QList<QByteArray> pages;
};

struct DayPlan {
    domain::StationId station;
    domain::UserId clerk;
    QString unit;
    int dossiers = 6;
    int eventsPerDossier = 10;    ///< from 2: received, submitted, then notes
    qsizetype pageBytes = 30'000; ///< 0: dossiers without a scan
    int desk = 0;                 ///< of its unit, which tells whose codes it gives
    int first = 0;                ///< how many dossiers it has had before
};

/// A day of dossiers that every check of the platform lets pass: the same plan gives the same content, except for the ids.
std::vector<FiledEvent> counterDay(const DayPlan& plan);

}
