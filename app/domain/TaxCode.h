#pragma once

#include <QString>

namespace motcua::domain {

// Mã số thuế, mã số doanh nghiệp (Thông tư 86/2024/TT-BTC, Điều 5): ten digits, the last of which checks the others; a dependent unit has
// three more after a hyphen. A household business has its owner's personal number, 12 digits, since 01/07/2025.

/// Without blanks and dots; thirteen digits at a stretch get their hyphen.
QString tidiedTaxCode(const QString& text);
/// "0100109106", "0100109106-001".
bool isTaxCode(const QString& code);
/// Whether the tenth digit agrees with the nine before it. The rule is the tax office's custom and no law says it [M]: what disagrees is to be
/// looked at, not refused. True for what is no tax code.
bool taxCodeAgrees(const QString& code);

}
