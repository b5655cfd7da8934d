#include "app/domain/PersonLists.h"

#include <algorithm>

namespace motcua::domain {

void PersonLists::apply(const Event& event) {
    const auto* said = std::get_if<PersonListed>(&event.body);
    if (!said || said->person.id.isNull())
        return;
    ListedLine& line = m_lines[said->person.id];
    if (said->isRemoval()) {
        if (!line.removed.isEmpty())
            return;
        line.removed = said->removed;
        line.removedBy = event.actor;
        line.removedAt = event.at;
    } else if (line.person.id.isNull()) {
        line.person = said->person;
        line.by = event.actor;
        line.at = event.at;
        line.station = event.station;
    }
}

void PersonLists::takeBack(const Event& event) {
    const auto* said = std::get_if<PersonListed>(&event.body);
    const auto found = said ? m_lines.find(said->person.id) : m_lines.end();
    if (found == m_lines.end())
        return;
    ListedLine& line = found->second;
    if (said->isRemoval() && line.removedBy == event.actor && line.removedAt == event.at) {
        line.removed.clear();
        line.removedBy = {};
        line.removedAt = {};
    } else if (!said->isRemoval() && line.by == event.actor && line.at == event.at) {
        m_lines.erase(found);
    }
}

const ListedLine* PersonLists::find(ListedId id) const {
    const auto found = m_lines.find(id);
    return found == m_lines.end() ? nullptr : &found->second;
}

std::vector<ListedLine> PersonLists::of(PersonList list) const {
    std::vector<ListedLine> lines;
    for (const auto& [id, line] : m_lines)
        if (!line.person.id.isNull() && line.person.list == list)
            lines.push_back(line);
    std::stable_sort(lines.begin(), lines.end(), [](const ListedLine& one, const ListedLine& other) { return one.at < other.at; });
    return lines;
}

std::vector<ListedPerson> PersonLists::relativesOf(UserId signer) const {
    std::vector<ListedPerson> relatives;
    for (const ListedLine& line : of(PersonList::Relative))
        if (line.stands() && line.by == signer)
            relatives.push_back(line.person);
    return relatives;
}

QJsonArray PersonLists::toJson() const {
    QJsonArray json;
    for (const auto& [id, line] : m_lines) {
        QJsonObject each = base::toJson(line);
        each.insert(QStringLiteral("line"), id.toString());
        json.append(each);
    }
    return json;
}

PersonLists PersonLists::fromJson(const QJsonArray& json) {
    PersonLists lists;
    for (const QJsonValue& each : json)
        lists.m_lines.insert_or_assign(
            ListedId::fromString(each.toObject().value(QLatin1String("line")).toString()), base::fromJson<ListedLine>(each.toObject()));
    return lists;
}

base::Outcome fitsList(const PersonListed& said, UserId by, const ListedLine* known) {
    const bool isKnown = known && !known->person.id.isNull();
    if (!said.isRemoval())
        return known ? base::fail(QStringLiteral("list.known-line")) : base::done();
    if (!isKnown || known->person.list != said.person.list)
        return base::fail(QStringLiteral("list.unknown-line"));
    if (known->person.list == PersonList::Relative && known->by != by)
        return base::fail(QStringLiteral("list.not-own"));
    return known->removed.isEmpty() ? base::done() : base::fail(QStringLiteral("list.removed-line"));
}

}
