#pragma once

#include "app/domain/Catalogue.h"

namespace motcua::domain {

/// The fee for one certified copy of an original of `pages` pages: 2,000 đ for each of the first two, 1,000 đ from the third, at
/// most 200,000 đ (Thông tư 226/2016/TT-BTC; certification.md §4). 0 for no pages.
qint64 certifiedCopyFee(int pages);

/// The fee line of a certified-copy job: one number, so many copies.
FeeLine certifiedCopyLine(const CertifiedCopy& copy);

/// The lines to show for `procedure`. `quantity` counts cases or copies for the rules PerCase and PerCopy. Empty where nothing is
/// due (Free, None) and where the province sets the fee: the clerk types it.
std::vector<FeeLine> feeLines(const Procedure& procedure, const std::optional<CertifiedCopy>& copy, int quantity = 1);

/// Whether a line adds up: quantity × price, or 0 with its ground of exemption. Errors: "fee.wrong-amount", "fee.no-name".
base::Outcome checkFeeLine(const FeeLine& line);

}
