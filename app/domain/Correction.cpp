#include "app/domain/Correction.h"

namespace motcua::domain {

Correctable correctableOf(const Filing& filing) {
    return {filing.applicant, filing.papers, filing.job, filing.facts, filing.fees, filing.due, filing.dueGround, filing.parties, filing.extension};
}

void putRight(Filing& filing, const Correctable& as) {
    filing.applicant = as.applicant;
    filing.papers = as.papers;
    filing.job = as.job;
    filing.facts = as.facts;
    filing.fees = as.fees;
    filing.due = as.due;
    filing.dueGround = as.dueGround;
    filing.parties = as.parties;
    filing.extension = as.extension;
}

bool saysTheSame(const Correctable& one, const Correctable& other) {
    const auto said = [](Correctable each) {
        each.applicant.origins = {};
        for (Party& party : each.parties)
            party.origins = {};
        return base::toJson(each);
    };
    return said(one) == said(other);
}

}
