#pragma once

#include "app/domain/Comer.h"
#include "app/domain/Correction.h"
#include "app/domain/ports/DraftStore.h"

#include <optional>

namespace motcua::counter {

/// An accepted dossier that is being put right.
struct BeingCorrected {
    QString code;
    QString jobVersion; ///< of the description it was accepted under
    domain::Correctable before;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("code", self.code);
        field("jobVersion", self.jobVersion);
        field("before", self.before);
    }
};

/// A page of which the scanner's lid was cut off, and how it came; one of the two is among the papers.
struct CutPage {
    domain::Page cut;
    domain::Page whole;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("cut", self.cut);
        field("whole", self.whole);
    }
};

/// An unfinished intake as its draft keeps it.
struct IntakeContent {
    domain::DossierId dossier;                ///< asked for a supplement at an earlier intake, or being put right; null: a new dossier
    std::optional<BeingCorrected> correction; ///< nothing: an intake
    qint64 madeFrom = 0; ///< the receipt that did not stand and is received anew, as it is numbered in the needs-you tray; 0: none
    QString procedureCode;
    domain::Channel channel = domain::Channel::Counter;
    domain::Applicant applicant;      ///< what was typed for another kind of applicant too
    std::optional<domain::Who> who;   ///< as the clerk chose; nothing: as the applicant says
    std::optional<bool> throughProxy; ///< likewise
    std::vector<domain::Paper> papers;
    int sets = 1; ///< số lượng hồ sơ (bộ)
    domain::ResultWay resultWay = domain::ResultWay::Counter;
    QString jobKind;       ///< of several that the procedure offers; empty: the first
    QJsonObject facts;     ///< what the kind of job asks, by fact name
    domain::VisitId visit; ///< whose papers stand together; null: it comes alone
    std::vector<domain::Party> parties;
    std::optional<domain::Extension> extension; ///< with `agreedDue`, where it is by agreement
    qint64 typedFee = -1;                       ///< đồng, where the catalogue has none to count by; -1: not given, 0: nothing is due
    QDate agreedDue;                            ///< given by the clerk where the catalogue has no time; invalid: none
    QString dueGround;                          ///< what it rests on
    bool noPapers = false;                      ///< the clerk says that none are needed, where the catalogue names none
    QString exemption;                          ///< ground for taking no fee; empty: none
    QString note;
    QDateTime started;
    QJsonObject jottings;     ///< words that are still being typed, by field
    bool aside = false;       ///< whoever began it turned to something else: it waits to be asked for
    std::vector<CutPage> cut; ///< so that what was cut off can be taken back until the dossier is received
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("folder", self.dossier);
        field("correction", self.correction);
        field("madeFrom", self.madeFrom);
        field("procedureCode", self.procedureCode);
        field("channel", self.channel);
        field("applicant", self.applicant);
        field("who", self.who);
        field("throughProxy", self.throughProxy);
        field("papers", self.papers);
        field("sets", self.sets);
        field("resultWay", self.resultWay);
        field("jobKind", self.jobKind);
        field("facts", self.facts);
        field("visit", self.visit);
        field("parties", self.parties);
        field("extension", self.extension);
        field("typedFee", self.typedFee);
        field("agreedDue", self.agreedDue);
        field("dueGround", self.dueGround);
        field("noPapers", self.noPapers);
        field("exemption", self.exemption);
        field("note", self.note);
        field("started", self.started);
        field("jottings", self.jottings);
        field("aside", self.aside);
        field("cut", self.cut);
    }

    /// Nothing has been typed, read or scanned.
    bool isBlank() const {
        IntakeContent blank;
        blank.started = started;
        blank.aside = aside;
        blank.cut = cut;
        return base::toJson(*this) == base::toJson(blank);
    }
};

/// It says nothing but what a card or passport did: whoever shows it again has said as much. Nothing was typed, chosen or scanned.
bool saysOnlyPapers(const IntakeContent& content);

/// Empty when the draft is none of an intake, or damaged.
std::optional<IntakeContent> intakeIn(const domain::ports::Draft& draft);

}
