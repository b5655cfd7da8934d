#pragma once

#include "app/base/Json.h"
#include "app/trial/Turn.h"

#include <vector>

namespace motcua::trial {

struct Scenario;

/// One paper of those that a citizen comes for.
struct ArrivalPaper {
    QString procedure;
    QString kind; ///< of job, where the procedure offers several at the bench; empty: the first
    QString document;
    int pages = 1;
    int copies = 1;
    Turn turn = Turn::None;
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("procedure", self.procedure);
        field("kind", self.kind);
        field("document", self.document);
        field("pages", self.pages);
        field("copies", self.copies);
        field("turn", self.turn);
    }
};

/// One citizen of the day, with all the papers of the visit. The people are made up; the personal number tells them apart.
struct Arrival {
    int number = 0; ///< from 1
    int desk = 1;   ///< from 1
    QTime time;
    QString name;
    QString personalId;
    std::vector<ArrivalPaper> papers; ///< one at least; one that is refused stands last
    bool typed = false;               ///< no card to scan
    int scans = 0;                    ///< pages of the first paper that go through the page pipeline
    QTime back;                       ///< when the citizen comes with the papers that were missing; invalid: does not have to
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("number", self.number);
        field("desk", self.desk);
        field("time", self.time);
        field("name", self.name);
        field("personalId", self.personalId);
        field("papers", self.papers);
        field("typed", self.typed);
        field("scans", self.scans);
        field("back", self.back);
    }

    /// The paper whose business takes a turn; null: none does.
    const ArrivalPaper* turning() const;
    Turn turn() const;
    /// What the reader types when this citizen's card is scanned.
    QString cardText() const;
};

/// What tells the paper whose business takes a turn from all others of the day: nobody comes with another of its procedure.
QString paperKey(const QString& personalId, const QString& procedure);
/// Of somebody who is there besides the day's citizens.
QString madeUpName(int number);
/// What the reader types for somebody's card.
QString cardTextOf(const QString& personalId, const QString& name);

/// The citizens of a day by hour of arrival; the same for the same seed.
std::vector<Arrival> arrivalsOf(const Scenario& scenario, quint32 seed);

}
