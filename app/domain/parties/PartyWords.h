#pragma once

#include "app/domain/jobs/JobKind.h"

namespace motcua::domain {

/// The role as the kind has it; null: the kind has none of that name.
const PartyRole* roleOf(const JobKind& job, const QString& role);

/// "CCCD 022090001234": short where the kind of paper has a usual short name; the personal number where no paper was shown; else empty.
QString identityInShort(const Party& party);

/// What a register says of the parties: "Nguyễn Văn An, CCCD 022090001234; Công ty A (Trần Thị Bình, HC C1234567)". Of a kind in which somebody
/// signs only those who sign as parties, in the order of the roles. At most `limits::longestReason` characters: the last ones are counted then.
QString partiesInBook(const JobKind& job, const std::vector<Party>& parties);

/// Every name and number that a dossier is found by; none is empty.
QStringList searchWords(const std::vector<Party>& parties);

/// Who issues a kind of identity paper on a day, by the list of the kind "general"; empty: the list does not say.
QString issuerOn(const std::vector<IdentityPaperKind>& kinds, const QString& paper, QDate issued);

}
