#pragma once

#include "app/base/Constrained.h"

namespace motcua::domain {

struct BornInForm {
    static bool holds(const QString& text);
};
/// The year, or the month of a year, in which somebody was born whose papers say no day: "1948", "1948-05" (ISO 8601, reduced). Many
/// elderly people's cards have only this. Null: the day is known, or nothing is. Personal.
using BornIn = base::Constrained<BornInForm>;

/// As a hand writes it: "1948", "5/1948", "05.1948". Null for anything else.
BornIn bornInOf(const QString& typed);
/// As papers and screens show it: "1948", "05/1948"; empty when null.
QString shown(const BornIn& born);
/// 0 when null.
int yearOf(const BornIn& born);

}
