#include "app/domain/Conflicts.h"

#include "app/domain/PersonNumber.h"
#include "app/domain/PersonalId.h"

#include <algorithm>

namespace motcua::domain {

std::vector<NamedPerson> peopleOf(const Filing& filing) {
    const Applicant& applicant = filing.applicant;
    const QString bodyName = applicant.body.representative.isEmpty() ? applicant.name : applicant.body.representative;
    std::vector<NamedPerson> people{{applicant.personalId, applicant.name}, {applicant.formerId, applicant.name},
        {applicant.body.representativeId, bodyName}, {applicant.body.taxCode, bodyName}, {applicant.proxy.personalId, applicant.proxy.name}};
    for (const Party& party : filing.parties)
        for (const QString& number : {party.personalId, party.paper.number})
            people.push_back({number, party.name});
    for (NamedPerson& person : people)
        person.number = comparedNumber(person.number);
    // A household's tax code is its owner's number; a company's has fewer digits.
    std::erase_if(people, [](const NamedPerson& person) { return person.number.size() != personalIdDigits; });
    return people;
}

std::optional<SignerConflict> signerConflict(const std::vector<ListedPerson>& declared, const Filing& filing) {
    std::optional<SignerConflict> found;
    for (const NamedPerson& person : peopleOf(filing))
        for (const ListedPerson& own : declared) {
            if (own.number != person.number)
                continue;
            const bool isSelf = own.relation.compare(QStringView(selfRelation), Qt::CaseInsensitive) == 0;
            if (isSelf)
                return SignerConflict{true, person.name, own.relation};
            if (!found)
                found = SignerConflict{false, person.name, own.relation};
        }
    return found;
}

bool asksForImpartiality(const Filing& filing) {
    return filing.job.conflicts.value_or(filing.job.owesNumber());
}

const char* codeOf(const SignerConflict& conflict) {
    return conflict.isSelf ? "dossier.signer-is-party" : "dossier.signer-is-relative";
}

}
