#pragma once

#include "app/base/Result.h"
#include "app/domain/Events.h"

#include <map>

namespace motcua::domain {

/// A line of a list with who wrote it, and who struck it out and why. It stays for ever: whoever looks later sees both.
struct ListedLine {
    ListedPerson person; ///< id null: only that it was struck out has been heard yet
    UserId by;           ///< of a relative: whose it is
    QDateTime at;        ///< UTC
    StationId station;
    QString removed; ///< the reason; empty: it stands
    UserId removedBy;
    QDateTime removedAt;

    bool stands() const { return !person.id.isNull() && removed.isEmpty(); }
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("person", self.person);
        field("by", self.by);
        field("at", self.at);
        field("station", self.station);
        field("removed", self.removed);
        field("removedBy", self.removedBy);
        field("removedAt", self.removedAt);
    }
};

/// A unit's lists, folded from its records in whatever order they come.
class PersonLists {
public:
    void apply(const Event& event);
    /// It was applied, and does not stand after all.
    void takeBack(const Event& event);

    /// Null: nobody has heard of it.
    const ListedLine* find(ListedId id) const;
    /// All lines of a list, those that were struck out too, in the order in which they were written.
    std::vector<ListedLine> of(PersonList list) const;
    /// Whom a signer has declared and not struck out.
    std::vector<ListedPerson> relativesOf(UserId signer) const;

    QJsonArray toJson() const;
    static PersonLists fromJson(const QJsonArray& json);

private:
    std::map<ListedId, ListedLine> m_lines;
};

/// Whether somebody may write that line, or strike it out: a line of relatives is its signer's alone, and a line is written once and struck out
/// once. `known`: find() of its id. Errors: "list.not-own", "list.unknown-line", "list.known-line", "list.removed-line".
base::Outcome fitsList(const PersonListed& said, UserId by, const ListedLine* known);

}
