#pragma once

#include "app/domain/Dossier.h"
#include "app/domain/ports/DraftStore.h"

#include <optional>

namespace motcua::counter {

/// An unfinished intake as its draft keeps it.
struct IntakeContent {
    domain::DossierId dossier; ///< asked for a supplement at an earlier intake; null: a new dossier
    QString procedureCode;
    domain::Channel channel = domain::Channel::Counter;
    domain::Applicant applicant;
    std::vector<domain::Paper> papers;
    int sets = 1; ///< số lượng hồ sơ (bộ)
    domain::ResultWay resultWay = domain::ResultWay::Counter;
    QString jobKind;       ///< of several that the procedure offers; empty: the first
    QJsonObject facts;     ///< what the kind of job asks, by fact name
    qint64 typedFee = -1;  ///< đồng, where the catalogue has none to count by; -1: not given, 0: nothing is due
    QDate agreedDue;       ///< given by the clerk where the catalogue has no time; invalid: none
    QString dueGround;     ///< what it rests on
    bool noPapers = false; ///< the clerk says that none are needed, where the catalogue names none
    QString exemption;     ///< ground for taking no fee; empty: none
    QString note;
    QDateTime started;
    QJsonObject jottings; ///< words that are still being typed, by field
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("folder", self.dossier);
        field("procedureCode", self.procedureCode);
        field("channel", self.channel);
        field("applicant", self.applicant);
        field("papers", self.papers);
        field("sets", self.sets);
        field("resultWay", self.resultWay);
        field("jobKind", self.jobKind);
        field("facts", self.facts);
        field("typedFee", self.typedFee);
        field("agreedDue", self.agreedDue);
        field("dueGround", self.dueGround);
        field("noPapers", self.noPapers);
        field("exemption", self.exemption);
        field("note", self.note);
        field("started", self.started);
        field("jottings", self.jottings);
    }

    /// Nothing has been typed, read or scanned.
    bool isBlank() const {
        IntakeContent blank;
        blank.started = started;
        return base::toJson(*this) == base::toJson(blank);
    }
};

/// Empty when the draft is none of an intake, or damaged.
std::optional<IntakeContent> intakeIn(const domain::ports::Draft& draft);

}
