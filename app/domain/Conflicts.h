#pragma once

#include "app/domain/ListedPerson.h"

#include <optional>

namespace motcua::domain {

/// Why somebody must not certify a paper: it is their own affair, or a relative's (certification.md §12). Personal data: for
/// the screen of that signer alone, never for an error or a log.
struct SignerConflict {
    bool isSelf = false;
    QString name;     ///< as the dossier has it
    QString relation; ///< as the signer declared it
};

/// Who stands in a dossier with a personal number: the applicant, who stands for it, who comes in its place, and every party.
struct NamedPerson {
    QString number;
    QString name;
};
std::vector<NamedPerson> peopleOf(const Filing& filing);

/// Whether one of a dossier's people stands on the signer's own list, by the personal number; the signer goes before any relative.
std::optional<SignerConflict> signerConflict(const std::vector<ListedPerson>& declared, const Filing& filing);

/// Whether nobody signs it for themselves or a relative: its kind says so; of a kind that says nothing, as those of before, whether it has a book.
bool asksForImpartiality(const Filing& filing);

/// "dossier.signer-is-party" or "dossier.signer-is-relative".
const char* codeOf(const SignerConflict& conflict);

}
