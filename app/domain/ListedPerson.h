#pragma once

#include "app/domain/Dossier.h"

namespace motcua::domain {

/// The lists that a unit keeps for certification (certification.md §7, §8) and the one that each signer keeps of themselves.
enum class PersonList {
    Translator = 1, ///< cộng tác viên dịch thuật
    Specimen = 2,   ///< signers of banks and companies whose specimen signature is on file
    Relative = 3,   ///< for whom its signer does not certify: declared by the signer, of the signer alone
};

/// How a list of relatives names the signer's own personal number.
inline constexpr char16_t selfRelation[] = u"bản thân";

/// A line of a list. Personal data: sealed at rest, masked on screens, in no log.
struct ListedPerson {
    ListedId id;
    PersonList list = PersonList::Translator;
    QString name;
    QString number;          ///< of a relative 12 digits; of the others their identity paper's; may be empty of a specimen
    QStringList languages;   ///< of a translator, at least one: "tiếng Anh"
    QString body;            ///< for whom a specimen signs: "Ngân hàng …"
    QString title;           ///< of a specimen; may be empty
    QString relation;        ///< of a relative: "vợ", "con ruột", or selfRelation
    QDate from;              ///< of a translator or a specimen: the first day
    QDate until;             ///< the last day; invalid: without an end
    std::vector<Page> pages; ///< the specimen signature; of a specimen at least one

    bool isInForce(QDate day) const { return (!from.isValid() || day >= from) && (!until.isValid() || day <= until); }
    template <class Self, class Visitor>
    static void describe(Self& self, Visitor&& field) {
        field("id", self.id);
        field("list", self.list);
        field("name", self.name);
        field("number", self.number);
        field("languages", self.languages);
        field("body", self.body);
        field("title", self.title);
        field("relation", self.relation);
        field("from", self.from);
        field("until", self.until);
        field("pages", self.pages);
    }
};

}
