#pragma once

#include "app/base/Result.h"
#include "app/domain/Catalogue.h"
#include "app/domain/Dossier.h"

namespace motcua::domain {

/// Whether a line adds up: quantity × price, or 0 with its ground of exemption. Errors: "fee.wrong-amount", "fee.no-name".
base::Outcome checkFeeLine(const FeeLine& line);

/// The name of a fee whose amount the clerk types: its kind as the catalogue's words have it (phí, lệ phí), and what it is taken for, the
/// procedure (identity-and-payment.md §6: tên loại khoản thu).
QString typedFeeName(const Procedure& procedure);

}
