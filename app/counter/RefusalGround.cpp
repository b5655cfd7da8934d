#include "app/counter/RefusalGround.h"

namespace motcua::counter {

namespace {

RefusalGround ground(const char16_t* id, const char16_t* text, const char16_t* basis) {
    return {QString::fromUtf16(id), QString::fromUtf16(text), QString::fromUtf16(basis)};
}

}

const std::vector<RefusalGround>& groundsAgainstCopy() {
    static const std::vector<RefusalGround> grounds{
        ground(u"erased", u"Bản chính bị tẩy xóa, sửa chữa, thêm, bớt nội dung không hợp lệ.", u"khoản 1 Điều 22 Nghị định số 23/2015/NĐ-CP"),
        ground(u"damaged", u"Bản chính bị hư hỏng, cũ nát, không xác định được nội dung.", u"khoản 2 Điều 22 Nghị định số 23/2015/NĐ-CP"),
        ground(u"secret", u"Bản chính đóng dấu mật của cơ quan, tổ chức có thẩm quyền hoặc không đóng dấu mật nhưng ghi rõ không được sao chụp.",
            u"khoản 3 Điều 22 Nghị định số 23/2015/NĐ-CP"),
        ground(u"unlawful-content",
            u"Bản chính có nội dung trái pháp luật, đạo đức xã hội; tuyên truyền, kích động chiến tranh, chống chế độ xã hội chủ nghĩa Việt Nam; "
            u"xuyên tạc lịch sử của dân tộc Việt Nam; xúc phạm danh dự, nhân phẩm, uy tín của cá nhân, tổ chức; vi phạm quyền công dân.",
            u"khoản 4 Điều 22 Nghị định số 23/2015/NĐ-CP"),
        ground(u"not-legalised",
            u"Bản chính do cơ quan, tổ chức có thẩm quyền của nước ngoài cấp, công chứng hoặc chứng nhận chưa được hợp pháp hóa lãnh sự theo quy "
            u"định.",
            u"khoản 5 Điều 22, khoản 1 Điều 20 Nghị định số 23/2015/NĐ-CP"),
        ground(u"private-paper", u"Giấy tờ, văn bản do cá nhân tự lập nhưng không có xác nhận và đóng dấu của cơ quan, tổ chức có thẩm quyền.",
            u"khoản 6 Điều 22 Nghị định số 23/2015/NĐ-CP"),
    };
    return grounds;
}

const std::vector<RefusalGround>& generalGrounds() {
    static const std::vector<RefusalGround> grounds{
        ground(u"out-of-authority", u"Yêu cầu không thuộc thẩm quyền giải quyết của cơ quan tiếp nhận.", u"Nghị định số 118/2025/NĐ-CP"),
        ground(u"incomplete", u"Hồ sơ không đủ thành phần theo quy định và không thể bổ sung, hoàn thiện.", u"Nghị định số 118/2025/NĐ-CP"),
        ground(u"forged", u"Giấy tờ trong hồ sơ có dấu hiệu giả mạo hoặc được cấp trái thẩm quyền.", u"Nghị định số 118/2025/NĐ-CP"),
        ground(u"wrong-person", u"Người nộp hồ sơ không phải là người có quyền yêu cầu và không có văn bản ủy quyền hợp lệ.",
            u"Nghị định số 118/2025/NĐ-CP"),
    };
    return grounds;
}

}
