#include "app/domain/LegalDate.h"

namespace motcua::domain {

QString legalDate(QDate date) {
    if (!date.isValid())
        return {};
    return QStringLiteral("ngày %1 tháng %2 năm %3")
        .arg(date.day(), 2, 10, QLatin1Char('0'))
        .arg(date.month(), date.month() <= 2 ? 2 : 1, 10, QLatin1Char('0'))
        .arg(date.year());
}

QString legalTime(QTime time) {
    if (!time.isValid())
        return {};
    return QStringLiteral("%1 giờ %2 phút").arg(time.hour(), 2, 10, QLatin1Char('0')).arg(time.minute(), 2, 10, QLatin1Char('0'));
}

QString weekdayName(QDate date) {
    static constexpr const char16_t* names[] = {u"Thứ Hai", u"Thứ Ba", u"Thứ Tư", u"Thứ Năm", u"Thứ Sáu", u"Thứ Bảy", u"Chủ nhật"};
    return date.isValid() ? QString::fromUtf16(names[date.dayOfWeek() - 1]) : QString();
}

QString quarterLabel(QDate date) {
    static constexpr const char* quarters[] = {"I", "II", "III", "IV"};
    return date.isValid() ? QStringLiteral("Quý %1/%2").arg(QLatin1String(quarters[(date.month() - 1) / 3])).arg(date.year()) : QString();
}

}
