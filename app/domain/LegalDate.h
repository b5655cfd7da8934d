#pragma once

#include <QDate>
#include <QString>
#include <QTime>

namespace motcua::domain {

// Dates as legal papers write them (language.md §5).

/// "ngày 05 tháng 02 năm 2026": a zero before days below 10 and before months 1 and 2. Empty for an invalid date.
QString legalDate(QDate date);
/// "15 giờ 00 phút"
QString legalTime(QTime time);
/// "Thứ Hai" … "Chủ nhật"
QString weekdayName(QDate date);
/// "Quý IV/2026"
QString quarterLabel(QDate date);

}
