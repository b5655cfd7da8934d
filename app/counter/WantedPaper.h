#pragma once

#include "app/base/Json.h"
#include "app/domain/Ids.h"

#include <QDate>

#include <vector>

namespace motcua::counter {

/// A paper that somebody asked for: a form of a dossier, or of several of one visit, or, where there is no dossier, a book's.
struct WantedPaper {
    QString form;
    domain::DossierId dossier;
    domain::VolumeId volume; ///< of a book
    QDate month;             ///< of a book: only its rows; invalid: the whole volume
    QString name;            ///< dossier code or volume label: for people, the spooler's list and the file
    qint64 slip = 0;         ///< of several slips of a dossier: SlipMade::version; 0: none, or whichever is the last
    QString slipNumber = {}; ///< as SlipMade::number
    /// The others of the visit that the sheet is about, too: its print is on record in each.
    std::vector<domain::DossierId> with = {};

    bool isSameAs(const WantedPaper& other) const {
        return form == other.form && dossier == other.dossier && volume == other.volume && month == other.month && slip == other.slip;
    }
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("form", self.form);
        field("dossier", self.dossier);
        field("volume", self.volume);
        field("month", self.month);
        field("name", self.name);
        field("slip", self.slip);
        field("slipNumber", self.slipNumber);
        field("with", self.with);
    }
};

}
