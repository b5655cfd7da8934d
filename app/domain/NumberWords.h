#pragma once

#include "app/domain/Settings.h"

namespace motcua::domain {

/// The two ways of saying thousands and a missing ten: nghìn/linh in the north and in official papers, ngàn/lẻ in the south.
enum class NumberDialect { Northern = 0, Southern = 1 };
NumberDialect dialectOf(const UnitSettings& settings);

/// A whole number in words, small letters (language.md §7): 1.021 → "một nghìn không trăm hai mươi mốt". Empty when negative.
QString numberInWords(qint64 number, NumberDialect dialect = NumberDialect::Northern);

/// Số tiền bằng chữ: "Mười bốn nghìn đồng chẵn". "chẵn" after whole thousands, as the unit's setting says. Empty when negative.
QString amountInWords(qint64 amount, const UnitSettings& settings = {});

/// "Ngày mười lăm, tháng một, năm một nghìn chín trăm chín mươi" (language.md §5). An unknown day, or day and month, is 0 and is
/// left out. Empty when the date is impossible.
QString dateInWords(int year, int month = 0, int day = 0, NumberDialect dialect = NumberDialect::Northern);

}
