#include "app/domain/Rules.h"
#include "app/domain/TypedText.h"

namespace motcua::domain {

namespace {

PersonListed asTyped(PersonListed said) {
    if (said.isRemoval()) {
        ListedPerson line;
        line.id = said.person.id;
        line.list = said.person.list;
        return {std::move(line), typedText(said.removed)};
    }
    ListedPerson& person = said.person;
    for (QString* text : {&person.name, &person.number, &person.body, &person.title, &person.relation})
        *text = typedText(*text);
    for (QString& language : person.languages)
        language = typedText(language);
    return said;
}

}

base::Result<EventBody> decideListing(const PersonListed& wanted, const ListedLine* known, const Context& context) {
    if (const auto may = wanted.person.list == PersonList::Relative ? base::done() : rules::bySupervisor(context); !may)
        return base::fail(may.error());
    const PersonListed said = asTyped(wanted);
    if (const auto fits = fitsList(said, context.actor.id, known); !fits)
        return base::fail(fits.error());
    if (const auto sound = rules::inRange(said, context.now); !sound)
        return base::fail(sound.error());
    return EventBody(said);
}

}
