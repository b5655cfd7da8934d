#pragma once

#include "app/domain/Events.h"

#include <vector>

namespace motcua::test {

/// One certified-copy directory as its station writes it, from intake to closing.
struct CopyJob {
    domain::StationId station;
    domain::UserId clerk;
    domain::UserId supervisor;
    domain::VolumeId volume;
    int number = 1;             ///< in the volume, and the serial of the dossier's code
    domain::BlobHash page = {}; ///< empty: no scan
    QDateTime at = QDateTime(QDate(2026, 11, 23), QTime(2, 0), Qt::UTC);

    /// Received, submitted, approved with its number (two events of one decision), printed, paid, handed over, rated, closed.
    std::vector<domain::Event> events() const;
    domain::DossierId dossier = domain::DossierId::make(at.toMSecsSinceEpoch());

    /// What lies in these events that nobody may read from a stolen directory.
    QStringList personalTexts() const;
    QString applicant() const;
    QString personalId() const;
    QString phone() const;
};

domain::Volume volumeOf(domain::StationId station, domain::VolumeId id);

}
