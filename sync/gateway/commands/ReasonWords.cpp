#include "sync/gateway/commands/ReasonWords.h"

#include <algorithm>

namespace motcua::gateway {

namespace {

struct Reason {
    const char* en;
    const char16_t* vi;
};

constexpr Reason reasons[] = {
    {"a choice is a list of words", u"lựa chọn phải là danh sách các từ"},
    {"a fact without its place on the card", u"dữ kiện không có chỗ trên thẻ nhập"},
    {"a fact's name is letters and digits", u"tên dữ kiện chỉ gồm chữ cái và chữ số, bắt đầu bằng chữ thường"},
    {"a form's name is lower case letters, digits and hyphens", u"tên mẫu chỉ gồm chữ thường, chữ số và dấu gạch nối"},
    {"a kind is lower case letters, digits and hyphens", u"tên loại việc chỉ gồm chữ thường, chữ số và dấu gạch nối"},
    {"a price per page needs steps and the fact that counts pages", u"giá theo trang cần các bậc giá và dữ kiện đếm số trang"},
    {"a template is 1 byte to 128 KB of text", u"mẫu là văn bản từ 1 byte đến 128 KB"},
    {"a text has a maxLength of 1 to 2000", u"văn bản cần maxLength từ 1 đến 2000"},
    {"a whole number has a minimum and a maximum from 0 up", u"số nguyên cần minimum và maximum từ 0 trở lên"},
    {"a width is 1 to 12", u"độ rộng từ 1 đến 12"},
    {"an amount out of range", u"số tiền ngoài giới hạn"},
    {"attests, but the kind has no book", u"giấy chứng nhận cần sổ, nhưng loại việc không có sổ"},
    {"blank or with markup", u"để trống hoặc có thẻ đánh dấu"},
    {"counts by a fact that is no whole number", u"đếm theo dữ kiện không phải là số nguyên"},
    {"counts copies by a fact that is no whole number", u"đếm số bản theo dữ kiện không phải là số nguyên"},
    {"hangs on a fact or value that is not there", u"phụ thuộc vào dữ kiện hoặc giá trị không có"},
    {"its condition leads back to itself", u"điều kiện hiển thị quay vòng về chính nó"},
    {"its subject is no fact", u"nội dung của sổ không phải là dữ kiện"},
    {"markup in a suggestion", u"gợi ý có thẻ đánh dấu"},
    {"markup", u"có thẻ đánh dấu"},
    {"markup, control characters or more than 500 characters", u"có thẻ đánh dấu, ký tự điều khiển hoặc dài hơn 500 ký tự"},
    {"more than 512 KB", u"lớn hơn 512 KB"},
    {"more than 64 KB", u"lớn hơn 64 KB"},
    {"more than one attests", u"có nhiều hơn một giấy chứng nhận"},
    {"needs 1 to 20 columns", u"cần 1 đến 20 cột"},
    {"needs a symbol such as SCT/BS and a name", u"cần ký hiệu như SCT/BS và tên"},
    {"no Vietnamese words", u"thiếu lời tiếng Việt"},
    {"no such fact", u"không có dữ kiện này"},
    {"no such template", u"không có mẫu này"},
    {"not a date", u"không phải là ngày"},
    {"not a national code such as 2.000815", u"không phải là mã thủ tục như 2.000815"},
    {"not a version", u"không phải là tên phiên bản"},
    {"offered at no known time", u"thời điểm đưa ra không có trong danh sách"},
    {"out of range", u"ngoài giới hạn"},
    {"required, but not declared", u"bắt buộc nhưng chưa khai báo"},
    {"says something unknown", u"khối giá trị không có trong danh sách"},
    {"stands there twice", u"xuất hiện hai lần"},
    {"steps out of order", u"các bậc giá không theo thứ tự"},
    {"the media are A4 and A5", u"khổ giấy là A4 hoặc A5"},
    {"the only format is date", u"định dạng duy nhất là date"},
    {"too many", u"quá nhiều"},
    {"unknown keyword", u"từ khóa không có trong danh sách"},
    {"unknown rule", u"cách tính không có trong danh sách"},
    {"unknown type", u"kiểu không có trong danh sách"},
    {"unknown value, or no title or width", u"giá trị không có trong danh sách, hoặc thiếu tiêu đề hay độ rộng"},
};

}

QString reasonWords(const QString& reason, base::Language language) {
    const auto found = std::find_if(std::begin(reasons), std::end(reasons), [&](const Reason& each) { return reason == QLatin1String(each.en); });
    return found == std::end(reasons) || language == base::Language::English ? reason : QString::fromUtf16(found->vi);
}

}
