#include "app/domain/PassportState.h"

#include "app/domain/Fold.h"

#include <algorithm>
#include <iterator>

namespace motcua::domain {

namespace {

struct Named {
    const char* code;
    const char16_t* name;
};

constexpr Named states[] = {
    {"AFG", u"Afghanistan"},
    {"AGO", u"Angola"},
    {"ALB", u"Albania"},
    {"AND", u"Andorra"},
    {"ARE", u"Các Tiểu vương quốc Ả Rập Thống nhất"},
    {"ARG", u"Argentina"},
    {"ARM", u"Armenia"},
    {"ATG", u"Antigua và Barbuda"},
    {"AUS", u"Úc"},
    {"AUT", u"Áo"},
    {"AZE", u"Azerbaijan"},
    {"BDI", u"Burundi"},
    {"BEL", u"Bỉ"},
    {"BEN", u"Benin"},
    {"BFA", u"Burkina Faso"},
    {"BGD", u"Bangladesh"},
    {"BGR", u"Bulgaria"},
    {"BHR", u"Bahrain"},
    {"BHS", u"Bahamas"},
    {"BIH", u"Bosnia và Herzegovina"},
    {"BLR", u"Belarus"},
    {"BLZ", u"Belize"},
    {"BMU", u"Bermuda"},
    {"BOL", u"Bolivia"},
    {"BRA", u"Brazil"},
    {"BRB", u"Barbados"},
    {"BRN", u"Brunei"},
    {"BTN", u"Bhutan"},
    {"BWA", u"Botswana"},
    {"CAF", u"Cộng hòa Trung Phi"},
    {"CAN", u"Canada"},
    {"CHE", u"Thụy Sĩ"},
    {"CHL", u"Chile"},
    {"CHN", u"Trung Quốc"},
    {"CIV", u"Bờ Biển Ngà"},
    {"CMR", u"Cameroon"},
    {"COD", u"Cộng hòa Dân chủ Congo"},
    {"COG", u"Cộng hòa Congo"},
    {"COL", u"Colombia"},
    {"COM", u"Comoros"},
    {"CPV", u"Cabo Verde"},
    {"CRI", u"Costa Rica"},
    {"CUB", u"Cuba"},
    {"CYP", u"Síp"},
    {"CZE", u"Séc"},
    {"D", u"Đức"},
    {"DEU", u"Đức"},
    {"DJI", u"Djibouti"},
    {"DMA", u"Dominica"},
    {"DNK", u"Đan Mạch"},
    {"DOM", u"Cộng hòa Dominica"},
    {"DZA", u"Algeria"},
    {"ECU", u"Ecuador"},
    {"EGY", u"Ai Cập"},
    {"ERI", u"Eritrea"},
    {"ESP", u"Tây Ban Nha"},
    {"EST", u"Estonia"},
    {"ETH", u"Ethiopia"},
    {"EUE", u"Liên minh châu Âu"},
    {"FIN", u"Phần Lan"},
    {"FJI", u"Fiji"},
    {"FRA", u"Pháp"},
    {"FSM", u"Micronesia"},
    {"GAB", u"Gabon"},
    {"GBD", u"Vương quốc Anh"},
    {"GBN", u"Vương quốc Anh"},
    {"GBO", u"Vương quốc Anh"},
    {"GBP", u"Vương quốc Anh"},
    {"GBR", u"Vương quốc Anh"},
    {"GBS", u"Vương quốc Anh"},
    {"GEO", u"Georgia"},
    {"GHA", u"Ghana"},
    {"GIN", u"Guinea"},
    {"GMB", u"Gambia"},
    {"GNB", u"Guinea-Bissau"},
    {"GNQ", u"Guinea Xích Đạo"},
    {"GRC", u"Hy Lạp"},
    {"GRD", u"Grenada"},
    {"GTM", u"Guatemala"},
    {"GUY", u"Guyana"},
    {"HKG", u"Hồng Kông (Trung Quốc)"},
    {"HND", u"Honduras"},
    {"HRV", u"Croatia"},
    {"HTI", u"Haiti"},
    {"HUN", u"Hungary"},
    {"IDN", u"Indonesia"},
    {"IND", u"Ấn Độ"},
    {"IRL", u"Ireland"},
    {"IRN", u"Iran"},
    {"IRQ", u"Iraq"},
    {"ISL", u"Iceland"},
    {"ISR", u"Israel"},
    {"ITA", u"Italia"},
    {"JAM", u"Jamaica"},
    {"JOR", u"Jordan"},
    {"JPN", u"Nhật Bản"},
    {"KAZ", u"Kazakhstan"},
    {"KEN", u"Kenya"},
    {"KGZ", u"Kyrgyzstan"},
    {"KHM", u"Campuchia"},
    {"KIR", u"Kiribati"},
    {"KNA", u"Saint Kitts và Nevis"},
    {"KOR", u"Hàn Quốc"},
    {"KWT", u"Kuwait"},
    {"LAO", u"Lào"},
    {"LBN", u"Liban"},
    {"LBR", u"Liberia"},
    {"LBY", u"Libya"},
    {"LCA", u"Saint Lucia"},
    {"LIE", u"Liechtenstein"},
    {"LKA", u"Sri Lanka"},
    {"LSO", u"Lesotho"},
    {"LTU", u"Litva"},
    {"LUX", u"Luxembourg"},
    {"LVA", u"Latvia"},
    {"MAC", u"Ma Cao (Trung Quốc)"},
    {"MAR", u"Maroc"},
    {"MCO", u"Monaco"},
    {"MDA", u"Moldova"},
    {"MDG", u"Madagascar"},
    {"MDV", u"Maldives"},
    {"MEX", u"Mexico"},
    {"MHL", u"Quần đảo Marshall"},
    {"MKD", u"Bắc Macedonia"},
    {"MLI", u"Mali"},
    {"MLT", u"Malta"},
    {"MMR", u"Myanmar"},
    {"MNE", u"Montenegro"},
    {"MNG", u"Mông Cổ"},
    {"MOZ", u"Mozambique"},
    {"MRT", u"Mauritania"},
    {"MUS", u"Mauritius"},
    {"MWI", u"Malawi"},
    {"MYS", u"Malaysia"},
    {"NAM", u"Namibia"},
    {"NER", u"Niger"},
    {"NGA", u"Nigeria"},
    {"NIC", u"Nicaragua"},
    {"NLD", u"Hà Lan"},
    {"NOR", u"Na Uy"},
    {"NPL", u"Nepal"},
    {"NRU", u"Nauru"},
    {"NZL", u"New Zealand"},
    {"OMN", u"Oman"},
    {"PAK", u"Pakistan"},
    {"PAN", u"Panama"},
    {"PER", u"Peru"},
    {"PHL", u"Philippines"},
    {"PLW", u"Palau"},
    {"PNG", u"Papua New Guinea"},
    {"POL", u"Ba Lan"},
    {"PRK", u"Triều Tiên"},
    {"PRT", u"Bồ Đào Nha"},
    {"PRY", u"Paraguay"},
    {"PSE", u"Palestine"},
    {"QAT", u"Qatar"},
    {"RKS", u"Kosovo"},
    {"ROU", u"Romania"},
    {"RUS", u"Nga"},
    {"RWA", u"Rwanda"},
    {"SAU", u"Ả Rập Xê Út"},
    {"SDN", u"Sudan"},
    {"SEN", u"Senegal"},
    {"SGP", u"Singapore"},
    {"SLB", u"Quần đảo Solomon"},
    {"SLE", u"Sierra Leone"},
    {"SLV", u"El Salvador"},
    {"SMR", u"San Marino"},
    {"SOM", u"Somalia"},
    {"SRB", u"Serbia"},
    {"SSD", u"Nam Sudan"},
    {"STP", u"São Tomé và Príncipe"},
    {"SUR", u"Suriname"},
    {"SVK", u"Slovakia"},
    {"SVN", u"Slovenia"},
    {"SWE", u"Thụy Điển"},
    {"SWZ", u"Eswatini"},
    {"SYC", u"Seychelles"},
    {"SYR", u"Syria"},
    {"TCD", u"Chad"},
    {"TGO", u"Togo"},
    {"THA", u"Thái Lan"},
    {"TJK", u"Tajikistan"},
    {"TKM", u"Turkmenistan"},
    {"TLS", u"Timor-Leste"},
    {"TON", u"Tonga"},
    {"TTO", u"Trinidad và Tobago"},
    {"TUN", u"Tunisia"},
    {"TUR", u"Thổ Nhĩ Kỳ"},
    {"TUV", u"Tuvalu"},
    {"TWN", u"Đài Loan (Trung Quốc)"},
    {"TZA", u"Tanzania"},
    {"UGA", u"Uganda"},
    {"UKR", u"Ukraine"},
    {"UNA", u"Liên hợp quốc"},
    {"UNO", u"Liên hợp quốc"},
    {"URY", u"Uruguay"},
    {"USA", u"Hoa Kỳ"},
    {"UZB", u"Uzbekistan"},
    {"VAT", u"Vatican"},
    {"VCT", u"Saint Vincent và Grenadines"},
    {"VEN", u"Venezuela"},
    {"VNM", u"Việt Nam"},
    {"VUT", u"Vanuatu"},
    {"WSM", u"Samoa"},
    {"XXA", u"người không quốc tịch"},
    {"XXB", u"người tị nạn"},
    {"XXC", u"người tị nạn"},
    {"YEM", u"Yemen"},
    {"ZAF", u"Nam Phi"},
    {"ZMB", u"Zambia"},
    {"ZWE", u"Zimbabwe"},
};

bool isCode(const QString& text) {
    return std::any_of(std::begin(states), std::end(states), [&text](const Named& each) { return text == QLatin1String(each.code); });
}

bool isName(const QString& text) {
    const QString folded = fold(text);
    return std::any_of(std::begin(states), std::end(states), [&folded](const Named& each) { return fold(QString::fromUtf16(each.name)) == folded; });
}

bool looksLikeCode(const QString& text) {
    constexpr qsizetype longest = 3;
    const auto isLatin = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); };
    return !text.isEmpty() && text.size() <= longest && std::all_of(text.begin(), text.end(), isLatin);
}

/// What both a state's code and its name come to; empty for words that are neither. A code that is not in the list is one all the same.
QString stateIn(const QString& text) {
    constexpr qsizetype codeSize = 3;
    const QString tidied = tidiedState(text);
    const bool isKnown = isCode(tidied) || isName(tidied) || (tidied.size() == codeSize && looksLikeCode(tidied) && tidied == tidied.toUpper());
    return isKnown ? fold(passportStateName(tidied)) : QString();
}

}

QString tidiedState(const QString& text) {
    return looksLikeCode(text) && !isName(text) && isCode(text.toUpper()) ? text.toUpper() : text;
}

bool mayBeState(const QString& text) {
    return !looksLikeCode(text) || isCode(text) || isName(text);
}

QString passportStateName(const QString& code) {
    const auto found = std::find_if(std::begin(states), std::end(states), [&code](const Named& each) { return code == QLatin1String(each.code); });
    return found == std::end(states) ? code : QString::fromUtf16(found->name);
}

std::optional<bool> sameState(const QString& one, const QString& other) {
    const QString left = stateIn(one);
    const QString right = stateIn(other);
    if (left.isEmpty() || right.isEmpty())
        return {};
    return left == right;
}

}
