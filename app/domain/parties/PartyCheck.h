#pragma once

#include "app/base/Result.h"
#include "app/domain/jobs/JobKind.h"

namespace motcua::domain {

/// Texts canonical without needless spaces, in the order of the kind's roles; of one role the order stays. Who is in no role of the kind is last.
std::vector<Party> tidied(const JobKind& job, std::vector<Party> parties);

/// Whether a role is taken by somebody here: its condition holds.
bool isWanted(const PartyRole& role, const QJsonObject& facts, const std::vector<Party>& parties);

/// All that keeps the parties from being taken, those of one party with `party` (its place in the list, from 0), `role` and `field` (named as in
/// Party::describe), those of a role with `role`; `name` where it is known. For the screen, in the order of the roles:
/// "party.role-unknown"; "party.too-few" with least and there, "party.too-many" with most, "party.not-wanted": somebody in a role that nobody is
/// in here; "party.name-missing", "party.name-no-letter", "party.name-too-long" with last; "party.personal-id", "party.paper-missing" (its kind or
/// number), "party.paper-expired" with until, "party.paper-issued": after the day; "party.birth-missing", "party.birth-date", "party.address-missing",
/// "party.sex-missing"; "party.not-asked" with field: what the role does not ask; "party.ground-missing": acts for somebody without a ground;
/// "party.must-sign": who is no party must sign, read, hear and know Vietnamese; "party.twice": the same number twice in one role; "party.also"
/// with other: in a role that excludes this one.
/// `day`: of receipt, Viet Nam; a paper must be good on it.
std::vector<base::Error> partyFaults(const JobKind& job, const QJsonObject& facts, const std::vector<Party>& parties, QDate day);
/// Error: the first of partyFaults().
base::Outcome checkParties(const JobKind& job, const QJsonObject& facts, const std::vector<Party>& parties, QDate day);

}
