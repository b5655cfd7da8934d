#pragma once

#include "app/base/Json.h"
#include "app/base/Result.h"
#include "app/counter/AttestationTops.h"

namespace motcua::station {

/// What anyone may read of an enrolled station without a password: station.json beside the journal. Nothing secret, nothing about
/// citizens. The sealed copy in the journal is the one that counts.
struct StationCard {
    QString station; ///< UUID
    QString name;    ///< "Quầy 1"
    QString unit;
    QString gateway;     ///< "https://host:port"
    QString certificate; ///< PEM
    QString authority;   ///< the platform's CA, PEM
    QString platformKey; ///< public key that signs marks, PEM
    QStringList logins;  ///< who has a key slot
    QString lastLogin;
    QString printQueue;
    counter::AttestationTops attestationTops;
    QString watchedDirectory; ///< full path; empty: none
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("station", self.station);
        field("name", self.name);
        field("unit", self.unit);
        field("gateway", self.gateway);
        field("certificate", self.certificate);
        field("authority", self.authority);
        field("platformKey", self.platformKey);
        field("logins", self.logins);
        field("lastLogin", self.lastLogin);
        field("printQueue", self.printQueue);
        field("attestationTops", self.attestationTops);
        field("watchedFolder", self.watchedDirectory);
    }

    static QString pathIn(const QString& directory);
    /// Errors: "station.no-card", "station.bad-card".
    static base::Result<StationCard> read(const QString& directory);
    /// In one step. Error: "file.write-failed".
    base::Outcome write(const QString& directory) const;
};

}
