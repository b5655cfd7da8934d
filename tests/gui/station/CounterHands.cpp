#include "tests/gui/station/CounterHands.h"

#include <QRegularExpression>

namespace motcua::test {

Citizen an() {
    return {"Nguyễn Văn An", "022090001234|100123456|Nguyễn Văn An|15011990|Nam|Tổ 3, Khu 5, Bãi Cháy|12052021"};
}

Citizen thuy() {
    return {"Lê Thị Thủy", "022185004321||Lê Thị Thủy|02091985|Nữ|Tổ 7, Khu 2, Bãi Cháy|05062022"};
}

Citizen binh() {
    return {"Trần Văn Bình", "022075002468||Trần Văn Bình|20031975|Nam|Tổ 1, Khu 1, Bãi Cháy|07072021"};
}

void signIn(DeskProgram& desk, const QString& place) {
    CHECK(desk, desk.isAt("Mật khẩu"));
    desk.type(DayOnScreens::password());
    desk.press("Return");
    SEES(desk, place);
}

void switchTo(DeskProgram& desk, const QString& login, const QString& name) {
    desk.press("Ctrl+L");
    SEES(desk, "Màn hình đã khóa");
    TAB_TO(desk, "Người khác làm việc tại đây");
    desk.press("space");
    CHECK(desk, desk.isAt("Tên đăng nhập"));
    desk.type(login);
    desk.press("Return");
    desk.type(DayOnScreens::password());
    desk.press("Return");
    SEES(desk, name);
    SEES(desk, "Khóa hoặc đổi người dùng");
}

void go(DeskProgram& desk, int place, const QString& title) {
    desk.press(QStringLiteral("Alt+%1").arg(place));
    SEES(desk, title);
}

void addUser(DeskProgram& desk, const QString& login) {
    TAB_TO(desk, "Tên đăng nhập của đồng nghiệp");
    desk.type(login);
    desk.press("Tab");
    desk.type(DayOnScreens::password());
    desk.press("Return");
    desk.type(DayOnScreens::password());
    desk.press("Return");
    SEES(desk, login + " đã có thể mở khóa máy này.");
}

QString numberTold(DeskProgram& desk, const QString& pattern) {
    const QRegularExpression told(pattern);
    QString number;
    desk.waitFor([&] {
        number = told.match(desk.words()).captured(1);
        return !number.isEmpty();
    });
    return number;
}

QString codeTold(DeskProgram& desk) {
    static const QRegularExpression told(QStringLiteral("(?:Đã tiếp nhận: |Đã lưu hồ sơ )(H49\\.30-\\d{6}-\\d{4})"));
    QString code;
    desk.waitFor([&] {
        code = told.match(desk.words()).captured(1);
        return !code.isEmpty();
    });
    return code;
}

bool takeCopyIn(DeskProgram& desk, const Citizen& citizen, const QString& copies) {
    desk.scan(citizen.card);
    if (!desk.sees(citizen.name))
        return false;
    desk.press("Ctrl+1");
    if (!desk.isAt("Tên bản chính"))
        return false;
    desk.type("hoc");
    desk.press("Down");
    desk.press("Return");
    desk.type("3");
    desk.press("Return");
    desk.type(copies);
    if (!desk.offers("Tiếp nhận"))
        return false;
    desk.press("F9");
    return true;
}

void choosePrinter(DeskProgram& desk, int line) {
    // What there is was searched as the place was opened.
    OFFERS(desk, "Tìm lại");
    TAB_TO(desk, "Máy in");
    desk.press("Home");
    for (int i = 0; i < line; ++i)
        desk.press("Down");
    CHECK(desk, desk.waitFor([&] { return desk.focus().text == desk.name(); }));
    TAB_TO(desk, "In thử");
    desk.press("space");
    SEES(desk, "Trang thử đã gửi tới " + desk.name());
}

void pick(DeskProgram& desk, const QString& code) {
    SEES(desk, code);
    // From a search line into the list, and to its top.
    desk.press("Down");
    desk.press("Ctrl+Home");
    constexpr int step = 700;
    for (int line = 0; line < 10 && !desk.waitFor([&] { return desk.focus().name.contains(code); }, step); ++line)
        desk.press("Down");
    CHECK(desk, desk.focus().name.contains(code));
}

}
