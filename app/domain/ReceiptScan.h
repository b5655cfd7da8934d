#pragma once

#include "app/domain/DossierCode.h"

#include <variant>

namespace motcua::domain {

/// What the QR code of a paper of ours says: which dossier the paper is of. Not personal.
struct ReceiptScan {
    /// By its code, or by its id where the paper is older than the code.
    std::variant<DossierCode, DossierId> dossier;

    /// Nothing when it is no such code. Line ends, Caps Lock and other keyboard layouts do no harm: one reading only has the form of a code.
    static std::optional<ReceiptScan> parse(const QString& text);
};

}
