#pragma once

#include "app/domain/Dossier.h"

namespace motcua::domain {

/// What may be put right in a dossier as long as nothing was decided on it. The procedure, the code and the moment of receipt stand.
struct Correctable {
    Applicant applicant;
    std::vector<Paper> papers; ///< with their pages
    JobTerms job;              ///< follows from the facts, by the description the dossier was accepted under
    QJsonObject facts;
    std::vector<FeeLine> fees;
    QDateTime due; ///< UTC; invalid when there is no time limit
    QString dueGround;
    std::vector<Party> parties = {};
    std::optional<Extension> extension = {};
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("applicant", self.applicant);
        field("papers", self.papers);
        field("job", self.job);
        field("facts", self.facts);
        field("fees", self.fees);
        field("due", self.due);
        field("dueGround", self.dueGround);
        field("parties", self.parties);
        field("extension", self.extension);
    }
};

Correctable correctableOf(const Filing& filing);
void putRight(Filing& filing, const Correctable& as);
/// Where a field's value came from is no difference.
bool saysTheSame(const Correctable& one, const Correctable& other);

}
