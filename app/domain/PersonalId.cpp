#include "app/domain/PersonalId.h"

#include <algorithm>

namespace motcua::domain {

namespace {

struct Province {
    const char* code;
    const char16_t* name;
};

constexpr Province provinces[] = {
    {"001", u"Hà Nội"},
    {"002", u"Hà Giang"},
    {"004", u"Cao Bằng"},
    {"006", u"Bắc Kạn"},
    {"008", u"Tuyên Quang"},
    {"010", u"Lào Cai"},
    {"011", u"Điện Biên"},
    {"012", u"Lai Châu"},
    {"014", u"Sơn La"},
    {"015", u"Yên Bái"},
    {"017", u"Hòa Bình"},
    {"019", u"Thái Nguyên"},
    {"020", u"Lạng Sơn"},
    {"022", u"Quảng Ninh"},
    {"024", u"Bắc Giang"},
    {"025", u"Phú Thọ"},
    {"026", u"Vĩnh Phúc"},
    {"027", u"Bắc Ninh"},
    {"030", u"Hải Dương"},
    {"031", u"Hải Phòng"},
    {"033", u"Hưng Yên"},
    {"034", u"Thái Bình"},
    {"035", u"Hà Nam"},
    {"036", u"Nam Định"},
    {"037", u"Ninh Bình"},
    {"038", u"Thanh Hóa"},
    {"040", u"Nghệ An"},
    {"042", u"Hà Tĩnh"},
    {"044", u"Quảng Bình"},
    {"045", u"Quảng Trị"},
    {"046", u"Thừa Thiên Huế"},
    {"048", u"Đà Nẵng"},
    {"049", u"Quảng Nam"},
    {"051", u"Quảng Ngãi"},
    {"052", u"Bình Định"},
    {"054", u"Phú Yên"},
    {"056", u"Khánh Hòa"},
    {"058", u"Ninh Thuận"},
    {"060", u"Bình Thuận"},
    {"062", u"Kon Tum"},
    {"064", u"Gia Lai"},
    {"066", u"Đắk Lắk"},
    {"067", u"Đắk Nông"},
    {"068", u"Lâm Đồng"},
    {"070", u"Bình Phước"},
    {"072", u"Tây Ninh"},
    {"074", u"Bình Dương"},
    {"075", u"Đồng Nai"},
    {"077", u"Bà Rịa-Vũng Tàu"},
    {"079", u"TP.HCM"},
    {"080", u"Long An"},
    {"082", u"Tiền Giang"},
    {"083", u"Bến Tre"},
    {"084", u"Trà Vinh"},
    {"086", u"Vĩnh Long"},
    {"087", u"Đồng Tháp"},
    {"089", u"An Giang"},
    {"091", u"Kiên Giang"},
    {"092", u"Cần Thơ"},
    {"093", u"Hậu Giang"},
    {"094", u"Sóc Trăng"},
    {"095", u"Bạc Liêu"},
    {"096", u"Cà Mau"},
};

bool isTwelveDigits(const QString& number) {
    return number.size() == 12 && std::all_of(number.begin(), number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

}

QString personalIdProvince(const QString& number) {
    for (const Province& province : provinces)
        if (isTwelveDigits(number) && number.startsWith(QLatin1String(province.code)))
            return QString::fromUtf16(province.name);
    return {};
}

int personalIdBirthYear(const QString& number) {
    if (!isTwelveDigits(number))
        return 0;
    return 1900 + 100 * (number[3].digitValue() / 2) + number.mid(4, 2).toInt();
}

QString personalIdSex(const QString& number) {
    if (!isTwelveDigits(number))
        return {};
    return number[3].digitValue() % 2 == 0 ? QStringLiteral("Nam") : QStringLiteral("Nữ");
}

QStringList personalIdWarnings(const QString& number, int birthYear, const QString& sex) {
    if (!isTwelveDigits(number))
        return {QStringLiteral("personal-id.not-12-digits")};
    QStringList warnings;
    if (personalIdProvince(number).isEmpty())
        warnings << QStringLiteral("personal-id.unknown-province");
    if (birthYear != 0 && birthYear != personalIdBirthYear(number))
        warnings << QStringLiteral("personal-id.birth-year");
    if (!sex.isEmpty() && sex != personalIdSex(number))
        warnings << QStringLiteral("personal-id.sex");
    return warnings;
}

}
