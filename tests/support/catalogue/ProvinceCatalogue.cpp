#include "tests/support/catalogue/ProvinceCatalogue.h"

#include "tests/support/catalogue/ShippedCatalogue.h"

#include <iterator>
#include <random>
#include <set>

namespace motcua::test {

namespace {

/// Variants of what a clerk looks for by one or two words; none is the plain procedure.
constexpr const char16_t* variants[] = {u"Thủ tục đăng ký khai sinh có yếu tố nước ngoài tại khu vực biên giới",
    u"Thủ tục đăng ký khai sinh quá hạn tại vùng đồng bào dân tộc thiểu số", u"Ghi chú khai sinh đã đăng ký tại cơ quan đại diện ở nước ngoài",
    u"Xác minh khai sinh", u"Hủy khai sinh", u"Thủ tục đăng ký khai tử có yếu tố nước ngoài tại khu vực biên giới", u"Xác minh khai tử",
    u"Thủ tục đăng ký kết hôn có yếu tố nước ngoài tại khu vực biên giới", u"Hủy kết hôn", u"Tư vấn kết hôn có yếu tố nước ngoài",
    u"Điều chỉnh thông tin đăng ký thường trú", u"Hủy bỏ kết quả đăng ký thường trú", u"Điều chỉnh thông tin đăng ký tạm trú",
    u"Cấp thẻ tạm trú cho người nước ngoài tại Việt Nam", u"Hủy tạm trú", u"Chứng thực chữ ký người đại diện theo ủy quyền",
    u"Chứng thực chữ ký điện tử", u"Cấp lại bản sao có chứng thực", u"Chứng thực bản sao điện tử", u"Cấp lại bản sao trích lục kết hôn",
    u"Đính chính trích lục khai tử", u"Thu hồi, hủy bỏ Giấy xác nhận tình trạng hôn nhân"};

/// What is done with a paper that an office gives out, and with anything else.
constexpr const char16_t* actsOnPapers[] = {
    u"Cấp", u"Cấp lại", u"Cấp đổi", u"Gia hạn", u"Thu hồi", u"Điều chỉnh nội dung", u"Thủ tục cấp", u"Tạm đình chỉ"};
constexpr const char16_t* otherActs[] = {u"Đăng ký", u"Đăng ký lại", u"Công nhận", u"Công nhận lại", u"Thẩm định", u"Thẩm định, phê duyệt",
    u"Thông báo chấm dứt", u"Tạm dừng", u"Thủ tục đăng ký bổ sung"};

struct Thing {
    const char16_t* name;
    const char16_t* field;
    bool isPaper = true;
};
constexpr Thing things[] = {{u"giấy phép hoạt động cơ sở khám bệnh, chữa bệnh", u"Khám bệnh, chữa bệnh"}, {u"chứng chỉ hành nghề dược", u"Dược phẩm"},
    {u"giấy phép bán lẻ sản phẩm thuốc lá", u"Lưu thông hàng hóa trong nước"}, {u"giấy phép bán lẻ rượu", u"Lưu thông hàng hóa trong nước"},
    {u"giấy phép khai thác khoáng sản", u"Địa chất và khoáng sản"}, {u"giấy phép xả nước thải vào công trình thủy lợi", u"Thủy lợi"},
    {u"giấy phép môi trường", u"Môi trường"}, {u"chủ trương đầu tư dự án", u"Đầu tư tại Việt Nam", false},
    {u"giấy chứng nhận đăng ký doanh nghiệp", u"Thành lập và hoạt động của doanh nghiệp"},
    {u"văn phòng đại diện của thương nhân nước ngoài", u"Thương mại quốc tế", false}, {u"giấy phép lái xe", u"Đường bộ"},
    {u"phù hiệu xe hợp đồng, xe tuyến cố định", u"Đường bộ"}, {u"cơ sở giáo dục nghề nghiệp", u"Giáo dục nghề nghiệp", false},
    {u"văn bằng, chứng chỉ từ sổ gốc", u"Văn bằng, chứng chỉ"}, {u"chương trình biểu diễn nghệ thuật", u"Nghệ thuật biểu diễn", false},
    {u"di tích lịch sử, văn hóa", u"Di sản văn hóa", false}, {u"giấy phép kinh doanh dịch vụ lữ hành nội địa", u"Du lịch"},
    {u"thẻ hướng dẫn viên du lịch", u"Du lịch"}, {u"giấy phép hành nghề luật sư", u"Luật sư"}, {u"văn phòng công chứng", u"Công chứng", false},
    {u"trung tâm tư vấn pháp luật", u"Tư vấn pháp luật", false}, {u"thẻ giám định viên tư pháp", u"Giám định tư pháp"},
    {u"giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất", u"Đất đai"},
    {u"quy hoạch chi tiết xây dựng", u"Quy hoạch xây dựng, kiến trúc", false}, {u"giấy phép xây dựng công trình tôn giáo", u"Hoạt động xây dựng"},
    {u"chứng chỉ năng lực hoạt động xây dựng", u"Hoạt động xây dựng"}, {u"mã số vùng nuôi trồng thủy sản", u"Thủy sản"},
    {u"giấy chứng nhận đủ điều kiện sản xuất giống cây trồng", u"Trồng trọt"}, {u"giấy phép lao động cho người nước ngoài", u"Việc làm"},
    {u"nghệ nhân làng nghề truyền thống", u"Người có công", false}, {u"phương án ứng phó thiên tai", u"Phòng, chống thiên tai", false},
    {u"giấy phép bưu chính", u"Bưu chính"}};

constexpr const char16_t* conditions[] = {u"", u" thuộc thẩm quyền của Ủy ban nhân dân cấp tỉnh", u" đối với hộ gia đình, cá nhân",
    u" đối với tổ chức có vốn đầu tư nước ngoài", u" trong trường hợp bị mất, bị hỏng", u" trong trường hợp thay đổi người đại diện theo pháp luật",
    u" tại khu kinh tế, khu công nghiệp", u" (cấp tỉnh)", u" (thực hiện bằng dịch vụ công trực tuyến toàn trình)",
    u" do sáp nhập, chia, tách đơn vị hành chính"};

QString invented(std::mt19937& random, QString& field) {
    // std::uniform_int_distribution differs between standard libraries; the remainder does not.
    const auto any = [&random](size_t count) { return random() % count; };
    const Thing& thing = things[any(std::size(things))];
    field = QString::fromUtf16(thing.field);
    const char16_t* act = thing.isPaper ? actsOnPapers[any(std::size(actsOnPapers))] : otherActs[any(std::size(otherActs))];
    return QString::fromUtf16(act) + QLatin1Char(' ') + QString::fromUtf16(thing.name) + QString::fromUtf16(conditions[any(std::size(conditions))]);
}

domain::Procedure row(size_t number, const QString& name, const QString& field) {
    domain::Procedure procedure;
    procedure.version.code = QStringLiteral("1.9%1").arg(number, 5, 10, QLatin1Char('0'));
    procedure.version.name = name;
    procedure.version.field = field;
    procedure.version.timeUnit = domain::TimeUnit::Other;
    procedure.feeRule = domain::FeeRule::SetByProvince;
    procedure.confidence = QStringLiteral("low");
    return procedure;
}

}

domain::Catalogue provinceCatalogue() {
    const domain::Catalogue shipped = shippedCatalogue();
    domain::Catalogue catalogue;
    size_t number = 0;
    for (const char16_t* name : variants)
        catalogue.put(row(++number, QString::fromUtf16(name), QStringLiteral("Hộ tịch")));
    std::mt19937 random(7);
    std::set<QString> names;
    while (catalogue.procedures().size() + shipped.procedures().size() < provinceRows) {
        QString field;
        const QString name = invented(random, field);
        if (names.insert(name).second)
            catalogue.put(row(++number, name, field));
    }
    for (const domain::Procedure& procedure : shipped.procedures())
        catalogue.put(procedure);
    return catalogue.completed({}, shipped.version()).value();
}

}
