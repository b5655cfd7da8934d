#pragma once

#include "app/domain/Ids.h"

#include <QDate>

#include <optional>

namespace motcua::domain {

/// Mã hồ sơ: {agency code}-{yymmdd}-{serial} (Thông tư 03/2025/TT-VPCP; one-stop.md §3).
struct DossierCode {
    UnitCode unit;
    QDate date;     ///< of receipt
    int serial = 0; ///< from 1 each day in each agency

    /// "H49.30-261123-0042": the serial has at least four digits.
    QString toString() const;
    /// Reads today's form and the one before 2020 ("000.00.19.H15-210105-0001"). Nothing when it is not as toString() writes it, or
    /// the date is none: a sign that was lost makes no other code.
    static std::optional<DossierCode> parse(const QString& text);
};

}
