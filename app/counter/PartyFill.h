#pragma once

#include "app/domain/Applicant.h"
#include "app/domain/jobs/JobKind.h"

namespace motcua::domain {
struct CardQr;
struct Passport;
}

namespace motcua::counter {

/// Where somebody goes who shows a card or passport.
struct PartyPlace {
    enum class Is {
        There, ///< stands in `line` already
        Open,  ///< `line` waits for somebody
        New,   ///< a line of `role` is to be made
        None,  ///< every role has all its people
    };
    Is is = Is::None;
    int line = -1; ///< among the parties, from 0; -1: none
    QString role;
};

/// Whose turn it is. Somebody who stands there already is found, in whichever role. Else a role that is wanted: `preferred` where it has room, then
/// the first in the order of the kind that still lacks somebody, then one that hangs on nothing and has nobody, then the first that may have one
/// more.
PartyPlace placeOf(const domain::JobKind& job, const QJsonObject& facts, const std::vector<domain::Party>& parties, const domain::Party& shown,
    const QString& preferred = {});
/// The holder goes there, in the order in which the form keeps them: `line` is where. Nothing changes for who stands there, or has no place.
PartyPlace takeIn(const domain::JobKind& job, const QJsonObject& facts, std::vector<domain::Party>& parties, const domain::Party& shown,
    const QString& preferred = {});
/// The role whose turn it would be for somebody who stands nowhere yet; empty: none has room.
QString nextRole(const domain::JobKind& job, const QJsonObject& facts, const std::vector<domain::Party>& parties, const QString& preferred = {});
/// The roles that somebody may be in here, in the order of the kind.
QStringList wantedRoles(const domain::JobKind& job, const QJsonObject& facts, const std::vector<domain::Party>& parties);

/// What a card says of its holder, with its kind and issuer as the list of papers has them; in no role yet.
domain::Party partyOf(const domain::CardQr& card, const std::vector<domain::IdentityPaperKind>& papers);
domain::Party partyOf(const domain::Passport& passport, const std::vector<domain::IdentityPaperKind>& papers, QDate today);
/// The applicant as a party: a citizen. A body has no name that signs: its representative's.
domain::Party partyOf(const domain::Applicant& applicant, const std::vector<domain::IdentityPaperKind>& papers);
/// The party as the one who asks; what only an applicant has (phone, proxy) stays as `before` has it where it is the same person.
domain::Applicant applicantOf(const domain::Party& party, const domain::Applicant& before);

/// Who it is and by which paper they are known take the place of what the line said; role, how they sign, and for whom they stand stay.
void fill(domain::Party& line, const domain::Party& person);
/// Whether both are one human being: by number, by the number of a paper; by name only where neither has one.
bool isSamePerson(const domain::Party& one, const domain::Party& other);
/// Nobody's name or number was said.
bool isVacant(const domain::Party& party);
/// A text of the party by its name in Party::describe, of its paper as "paper.number"; null: there is no such text.
QString* partyText(domain::Party& party, const QString& field);
/// The name under which the intake keeps words that are being typed into such a text of a party (its place among them, from 0).
QString partyJotting(int party, const QString& field);
/// Words that were on their way when the program ended are what their fields are to say; what is settled leaves `jottings`.
void settleJottings(std::vector<domain::Party>& parties, QJsonObject& jottings);

}
