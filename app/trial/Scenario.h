#pragma once

#include "app/base/Json.h"
#include "app/base/Result.h"

namespace motcua::trial {

struct WeightedProcedure {
    QString code;
    QString kind; ///< of job, where the procedure offers several at the bench; empty: the first
    int weight = 1;
    QTime from; ///< nobody comes for it before; invalid: from the opening
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("code", self.code);
        field("kind", self.kind);
        field("weight", self.weight);
        field("from", self.from);
    }
};

struct Span {
    QTime from;
    QTime to;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("from", self.from);
        field("to", self.to);
    }
};

struct Kill {
    int desk = 1; ///< from 1
    QTime at;
    bool onSheet = false; ///< in the moment in which a sheet comes out, before it can be on record; without a spooler at any moment
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("desk", self.desk);
        field("at", self.at);
        field("onSheet", self.onSheet);
    }
};

/// What the province publishes while the desks are at work. Directories are given from the scenario file's.
struct Publication {
    QTime at;
    QString catalogue; ///< rows that complete the catalogue
    QString catalogueVersion;
    QString jobs;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("at", self.at);
        field("catalogue", self.catalogue);
        field("catalogueVersion", self.catalogueVersion);
        field("jobs", self.jobs);
    }
};

/// A day to be played, as a scenario file tells it. Hours are Viet Nam's.
struct Scenario {
    QString name;
    int desks = 3;
    QTime opening{7, 30};
    QTime lastArrival{16, 20};
    QTime closing{17, 0};
    int dossiers = 180;      ///< citizens
    int mostPapers = 1;      ///< that one of them comes for; above 1 all are certified at the bench
    double typedShare = 0;   ///< citizens without a card that can be scanned
    double scannedShare = 0; ///< dossiers whose papers go through the page pipeline
    int supervisorEveryMinutes = 20;
    int printerDesk = 0; ///< the desk that prints through a spooler; 0: every desk prints to PDF
    int offlineDesk = 0; ///< the desk that has no line from the opening to the closing; 0: none
    std::vector<WeightedProcedure> procedures;
    QJsonObject turns; ///< by a Turn's name, how many citizens the seed chooses for it
    std::vector<Span> lineDown;
    std::vector<Kill> kills;
    QStringList gatewayRestarts;
    std::vector<Publication> publications;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("name", self.name);
        field("desks", self.desks);
        field("opening", self.opening);
        field("lastArrival", self.lastArrival);
        field("closing", self.closing);
        field("dossiers", self.dossiers);
        field("mostPapers", self.mostPapers);
        field("typedShare", self.typedShare);
        field("scannedShare", self.scannedShare);
        field("supervisorEveryMinutes", self.supervisorEveryMinutes);
        field("printerDesk", self.printerDesk);
        field("offlineDesk", self.offlineDesk);
        field("procedures", self.procedures);
        field("turns", self.turns);
        field("lineDown", self.lineDown);
        field("kills", self.kills);
        field("gatewayRestarts", self.gatewayRestarts);
        field("publications", self.publications);
    }

    /// Errors: "scenario.unreadable", "scenario.malformed" {reason}.
    static base::Result<Scenario> read(const QString& path);
};

}
