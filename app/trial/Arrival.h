#pragma once

#include "app/base/Json.h"
#include "app/trial/Turn.h"

#include <vector>

namespace motcua::trial {

struct Scenario;

/// One citizen of the day. The people are made up; the personal number tells them apart.
struct Arrival {
    int number = 0; ///< from 1
    int desk = 1;   ///< from 1
    QTime time;
    QString procedure;
    QString name;
    QString personalId;
    QString document;
    int pages = 1;
    int copies = 1;
    bool typed = false; ///< no card to scan
    int scans = 0;      ///< pages that go through the page pipeline
    Turn turn = Turn::None;
    QTime back; ///< when the citizen comes with the papers that were missing; invalid: does not have to
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("number", self.number);
        field("desk", self.desk);
        field("time", self.time);
        field("procedure", self.procedure);
        field("name", self.name);
        field("personalId", self.personalId);
        field("document", self.document);
        field("pages", self.pages);
        field("copies", self.copies);
        field("typed", self.typed);
        field("scans", self.scans);
        field("turn", self.turn);
        field("back", self.back);
    }

    /// What the reader types when this citizen's card is scanned.
    QString cardText() const;
};

/// The citizens of a day by hour of arrival; the same for the same seed.
std::vector<Arrival> arrivalsOf(const Scenario& scenario, quint32 seed);

}
