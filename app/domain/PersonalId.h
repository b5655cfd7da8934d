#pragma once

#include <QDate>
#include <QStringList>

namespace motcua::domain {

// Số định danh cá nhân, 12 digits PPP G YY NNNNNN (Luật Căn cước 26/2023/QH15, NĐ 70/2024/NĐ-CP; identity-and-payment.md §1).
// There is no check digit, and people whose data were corrected keep their number: all of this warns, nothing here refuses.

inline constexpr int personalIdDigits = 12;

/// What does not fit: "personal-id.not-12-digits", "personal-id.unknown-province", "personal-id.birth-year", "personal-id.sex".
/// A birth year or sex that is not known (0, empty) is not compared.
QStringList personalIdWarnings(const QString& number, int birthYear, const QString& sex);

/// The province of birth registration among the 63 of before 2025; empty when PPP is not one of them (a birth abroad, or a slip).
/// PPP is not the two-digit province code of 2025.
QString personalIdProvince(const QString& number);

/// The year of birth the number states; 0 when it is not 12 digits.
int personalIdBirthYear(const QString& number);
/// "Nam" or "Nữ"; empty when it is not 12 digits.
QString personalIdSex(const QString& number);

}
