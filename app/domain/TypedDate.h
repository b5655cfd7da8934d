#pragma once

#include <QDate>

namespace motcua::domain {

/// What a year of two digits means: a day that was, or one that may be still to come (2000 to 2099).
enum class Years { Past, Coming };

/// A date as a hand writes it: "1/2/1990", "01.02.1990", "010290", "01021990". Invalid when it is none, or before 1870. `today` bounds the guess
/// of a past century.
QDate typedDate(const QString& text, QDate today, Years years = Years::Past);

}
