#pragma once

#include "tests/unit/paper/FormReading.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <vector>

// What is put on attestations in tests: the usual, the longest that may be, hardly anything, one party, nine of them.
namespace motcua::test {

enum class Filling { Usual, Longest, Bare, One, Nine };

inline const char* nameOf(Filling filling) {
    constexpr const char* names[] = {"usual", "longest", "bare", "one party", "nine parties"};
    return names[static_cast<int>(filling)];
}

/// What must stand on it, as the law words it, and which values.
struct Attestation {
    const char* form;
    QStringList required;
    QStringList values;
    QString role = {}; ///< of those it may have several of; empty: of none

    std::vector<Filling> fillings() const {
        std::vector<Filling> all{Filling::Usual, Filling::Longest, Filling::Bare};
        if (!role.isEmpty())
            all.insert(all.end(), {Filling::One, Filling::Nine});
        return all;
    }
};

inline const std::vector<Attestation>& attestations() {
    const QStringList entry{"number", "volume", "date", "signerTitle", "signerName"};
    const QStringList whole = entry + QStringList{"dateWords", "certifier", "certifierTitle"};
    const QStringList counted = whole + QStringList{"fact_originals", "fact_originals_words", "fact_sheets", "fact_sheets_words", "fact_pages",
                                            "fact_pages_words", "kept", "office"};
    const QStringList words{"Bằng chữ", "Tại:", "Tôi:", ", là ", "CHỨNG THỰC", "Số chứng thực:", "quyển số:", "NGƯỜI THỰC HIỆN CHỨNG THỰC",
        "(Ký, ghi rõ họ, tên và đóng dấu)"};
    const QStringList signature = words + QStringList{"cam đoan đã hiểu, tự chịu trách nhiệm về nội dung của giấy tờ, văn bản",
                                              "vào giấy tờ, văn bản này", "là người tiếp nhận hồ sơ", "NGƯỜI TIẾP NHẬN HỒ SƠ", "trước mặt ông/bà"};
    const QStringList translation = words + QStringList{"Tôi:", "cam đoan đã dịch chính xác nội dung của giấy tờ, văn bản này từ tiếng", "NGƯỜI DỊCH",
                                                "là người đã ký vào từng trang bản dịch này", "được lập thành", "bản gốc", "tờ", "trang"};
    const QStringList deal = words + QStringList{"tự chịu trách nhiệm về nội dung", "minh mẫn, nhận thức và làm chủ được hành vi của mình",
                                         "tự nguyện", "không vi phạm điều cấm của luật, không trái đạo đức xã hội", "vào từng trang",
                                         "là người tiếp nhận hồ sơ", "NGƯỜI TIẾP NHẬN HỒ SƠ", "được lập thành", "bản gốc", "đóng dấu giáp lai"};
    const QStringList received{"receivedBy", "manner"};
    static const std::vector<Attestation> all{
        {"attestation-copy", {"CHỨNG THỰC BẢN SAO ĐÚNG VỚI BẢN CHÍNH", "Số chứng thực:", "quyển số:", "(Ký, ghi rõ họ tên và đóng dấu)"}, entry},
        {"attestation-signature", signature, whole + QStringList{"receivedBy"}},
        {"attestation-signature-several", signature + QStringList{"Các ông/bà có tên sau đây"}, whole + received, "people"},
        {"attestation-signature-fingerprint", signature + QStringList{"điểm chỉ"}, whole + QStringList{"receivedBy"}},
        {"attestation-translator", translation + QStringList{"trước mặt tôi"}, counted + QStringList{"fact_languages"}},
        {"attestation-translator-specimen", translation + QStringList{"cộng tác viên dịch thuật", "chữ ký mẫu"},
            counted + QStringList{"fact_languages"}},
        {"attestation-deal", deal + QStringList{"Bên A", "được giao kết giữa"}, counted + received + QStringList{"fact_deal"}, "party_giver"},
        {"attestation-will", deal + QStringList{"Người lập di chúc"}, counted + received},
        {"attestation-heritage-refusal", deal + QStringList{"không nhằm trốn tránh việc thực hiện nghĩa vụ tài sản"},
            counted + received + QStringList{"fact_deceased"}, "party_heir"},
        {"attestation-heritage-division", deal + QStringList{"không bỏ sót người thừa kế"}, counted + received + QStringList{"fact_deceased"},
            "party_heir"},
        {"attestation-amendment", deal + QStringList{"giao dịch đã được chứng thực số"}, counted + received + QStringList{"fact_amends"},
            "party_giver"},
        {"correction-margin", {"Sửa lỗi", "sửa thành", "(Ký, đóng dấu)"}, entry + QStringList{"fact_wrong", "fact_right", "fact_page"}},
        {"attestation-ecopy",
            {"CHỨNG THỰC BẢN SAO ĐIỆN TỬ ĐÚNG VỚI BẢN CHÍNH", "Số chứng thực:", "quyển số:", "chưa ký số", "chỉ có giá trị sau khi"},
            entry + QStringList{"fact_document"}}};
    return all;
}

inline const Attestation& attestation(const QString& form) {
    const auto& all = attestations();
    return *std::find_if(all.begin(), all.end(), [&](const Attestation& each) { return form == QLatin1String(each.form); });
}

inline QJsonObject personOf(const QString& name, int number) {
    return {{"who", "Ông"}, {"name", name},
        {"identity", QStringLiteral("Thẻ căn cước số 0221900%1, do Bộ Công an cấp ngày 05/03/2025").arg(number, 5, 10, QLatin1Char('0'))},
        {"born", "sinh ngày 15/01/1990"}, {"address", QStringLiteral("Số %1, khu 3, phường Bãi Cháy, tỉnh Quảng Ninh").arg(number)}};
}

/// 100 characters, as much as a name may have.
inline QString longestName() {
    return (QStringLiteral("Công Tằng Tôn Nữ Hoàng Thị Nguyễn Phương Nghiêm Thùy Trường ").repeated(2)).left(100).trimmed();
}

/// 200 letters without one blank more than there must be.
inline QString longestText() {
    return (QStringLiteral("Hợp đồng chuyển nhượng quyền sử dụng đất và quyền sở hữu nhà ở, tài sản khác gắn liền với đất ").repeated(3))
        .left(200)
        .trimmed();
}

inline QJsonObject longestPerson(QJsonObject person) {
    person.insert("who", "Ông/Bà");
    person.insert("name", longestName());
    person.insert("identity", QStringLiteral("Giấy tờ có giá trị đi lại quốc tế số WWWWWWWWWWWWWWWWWWWW, do Cục Cảnh sát đăng ký quản lý cư trú và "
                                             "dữ liệu quốc gia về dân cư cấp ngày 28/12/2025"));
    person.insert("born", "sinh ngày 28/12/1988");
    person.insert("address", longestText());
    person.insert("standsFor",
        QStringLiteral("đại diện cho %1, chức vụ: Tổng Giám đốc, theo Giấy ủy quyền số 1234/2026/UQ-HĐQT ngày 28/12/2025").arg(longestText()));
    return person;
}

/// The lists of people that a form's values have.
inline QStringList rolesIn(const QJsonObject& values) {
    QStringList roles;
    for (auto it = values.begin(); it != values.end(); ++it)
        if (it.value().isArray() && (it.value().toArray().isEmpty() || it.value().toArray().first().isObject()))
            roles << it.key();
    return roles;
}

inline std::vector<QJsonObject> personsIn(const QJsonObject& values) {
    std::vector<QJsonObject> all;
    for (const QString& role : rolesIn(values))
        for (const QJsonValue& person : values.value(role).toArray())
            all.push_back(person.toObject());
    return all;
}

inline QJsonObject filled(const QString& form, Filling filling) {
    QJsonObject values = example(form);
    const QString several = attestation(form).role;
    const auto list = [&](int count) {
        QJsonArray persons;
        for (int i = 1; i <= count; ++i)
            persons.append(personOf(QStringLiteral("Nguyễn Văn Thứ %1").arg(i), i));
        return persons;
    };
    switch (filling) {
    case Filling::Usual:
        break;
    case Filling::One:
        values.insert(several, list(1));
        if (values.contains("party_receiver"))
            values.insert("party_receiver", QJsonArray());
        break;
    case Filling::Nine:
        values.insert(several, list(9));
        values.insert("manner", "ký, điểm chỉ");
        break;
    case Filling::Bare:
        for (const char* name : {"capacity", "acting"})
            values.remove(QLatin1String(name));
        for (const QString& role : rolesIn(values)) {
            QJsonArray persons;
            for (const QJsonValue& person : values.value(role).toArray()) {
                QJsonObject bare{{"who", "Ông/Bà"}, {"name", person.toObject().value("name")}, {"identity", "Giấy tờ tùy thân số …………………………"}};
                if (person.toObject().value("fingerprint").toBool())
                    bare.insert("fingerprint", true);
                persons.append(bare);
            }
            values.insert(role, persons);
        }
        break;
    case Filling::Longest:
        for (const QString& role : rolesIn(values)) {
            QJsonArray persons;
            for (const QJsonValue& person : values.value(role).toArray())
                persons.append(longestPerson(person.toObject()));
            values.insert(role, persons);
        }
        values.insert("signerName", longestName());
        values.insert("signerTitle", "Giám đốc Trung tâm Phục vụ hành chính công phường Văn Miếu - Quốc Tử Giám");
        values.insert("capacity", "TUQ. Chủ tịch Ủy ban nhân dân phường Văn Miếu - Quốc Tử Giám");
        values.remove("acting");
        for (const char* name : {"certifier", "receivedBy"})
            if (values.contains(QLatin1String(name)))
                values.insert(QLatin1String(name), longestName());
        if (values.contains("certifierTitle"))
            values.insert("certifierTitle",
                "Giám đốc Trung tâm Phục vụ hành chính công phường Văn Miếu - Quốc Tử Giám, Ủy ban nhân dân phường Văn Miếu - Quốc Tử Giám");
        for (const char* name : {"fact_deal", "fact_deceased", "fact_amends", "fact_document", "fact_wrong", "fact_right"})
            if (values.contains(QLatin1String(name)))
                values.insert(QLatin1String(name), longestText());
        for (const char* name : {"fact_originals", "fact_sheets", "fact_pages"})
            if (values.contains(QLatin1String(name))) {
                values.insert(QLatin1String(name), "1.000");
                values.insert(QLatin1String(name) + QStringLiteral("_words"), "chín trăm chín mươi chín");
            }
        break;
    }
    return values;
}

/// Without white space, for a value may be broken over lines; in small letters, for titles are in capitals.
inline QString squeezed(QString text) {
    text.removeIf([](QChar c) { return c.isSpace() || c == QChar(QChar::Nbsp); });
    return text.normalized(QString::NormalizationForm_C).toLower();
}

/// What can be read in a PDF, squeezed, without what stands in the margins: a sentence may go on over the edge of a sheet.
inline QString read(const QByteArray& pdf) {
    static const QRegularExpression margin(QStringLiteral("^\\s*(?:\\d+|.* · tờ \\d+/\\d+|Dấu giáp lai|Dấu|giáp|lai)\\s*$"));
    QString raw = text(pdf, {QStringLiteral("-raw")});
    QString words;
    for (const QString& line : raw.replace(QLatin1Char('\f'), QLatin1Char('\n')).split(QLatin1Char('\n')))
        if (!margin.match(line).hasMatch())
            words += line + QLatin1Char('\n');
    return squeezed(words);
}

}
