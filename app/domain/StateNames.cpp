#include "app/domain/StateNames.h"

namespace motcua::domain {

namespace {

struct Names {
    const char16_t* official;
    const char16_t* english;
};

constexpr Names names[] = {
    {u"", u""},
    {u"Mới đăng ký", u"Newly registered"},
    {u"Được tiếp nhận", u"Accepted"},
    {u"Không được tiếp nhận", u"Not accepted"},
    {u"Đang xử lý", u"Being processed"},
    {u"Yêu cầu bổ sung giấy tờ", u"Further papers asked for"},
    {u"Yêu cầu thực hiện nghĩa vụ tài chính", u"Payment asked for"},
    {u"Công dân yêu cầu rút hồ sơ", u"Withdrawal asked for by the citizen"},
    {u"Dừng xử lý", u"Stopped"},
    {u"Đã xử lý xong", u"Completed"},
    {u"Đã trả kết quả", u"Result handed over"},
};

const Names& namesOf(State state) {
    const size_t index = static_cast<size_t>(state);
    return names[index < std::size(names) ? index : 0];
}

}

QString officialStateName(State state) {
    return QString::fromUtf16(namesOf(state).official);
}

QString englishStateName(State state) {
    return QString::fromUtf16(namesOf(state).english);
}

}
