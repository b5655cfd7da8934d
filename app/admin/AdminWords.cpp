#include "app/admin/AdminWords.h"

namespace motcua::admin {

namespace {

constexpr base::Sentence sentences[] = {
    {"journal.exists", u"Thư mục đã có dữ liệu. Hãy chọn một thư mục trống.", u"The folder already holds data. Choose an empty one."},
    {"journal.missing", u"Thư mục không có dữ liệu của trạm nào. Hãy kiểm tra lại đường dẫn.",
        u"The folder holds no station's data. Check the path."},
    {"journal.in-use", u"Một chương trình khác đang mở dữ liệu này. Hãy đóng chương trình đó rồi làm lại.",
        u"Another program has this data open. Close it and try again."},
    {"journal.newer-version", u"Dữ liệu do một phiên bản mới hơn ghi. Hãy cài phiên bản mới; dữ liệu không bị thay đổi.",
        u"A newer version wrote this data. Install the newer version; nothing was changed."},
    {"journal.damaged", u"Dữ liệu bị hỏng. Không xóa gì; hãy khôi phục từ bản sao lưu mới nhất hoặc gọi hỗ trợ.",
        u"The data is damaged. Delete nothing; restore the newest backup or ask for support."},
    {"journal.disk-full", u"Ổ đĩa đầy. Hãy giải phóng dung lượng rồi làm lại; dữ liệu cũ còn nguyên.",
        u"The disk is full. Free some space and try again; what was there is untouched."},
    {"journal.write-failed", u"Không ghi được vào ổ đĩa. Hãy kiểm tra quyền và tình trạng ổ đĩa.",
        u"The disk would not be written. Check rights and the disk's health."},
    {"unlock.wrong-password", u"Sai mật khẩu.", u"The password is wrong."},
    {"unlock.wait", u"Nhập sai nhiều lần. Hãy đợi rồi thử lại.", u"Too many wrong tries. Wait, then try again."},
    {"unlock.password-too-short", u"Mật khẩu phải có ít nhất 8 ký tự.", u"The password needs at least 8 characters."},
    {"unlock.user-exists", u"Người dùng này đã có trên trạm.", u"This user is already on the station."},
    {"access.unknown-user", u"Không có tài khoản này trong đơn vị.", u"The unit has no such account."},
    {"enrolment.code-malformed", u"Mã đăng ký không đúng dạng. Hãy chép lại toàn bộ mã.", u"The enrolment code is malformed. Copy all of it again."},
    {"enrolment.code-wrong", u"Mã đăng ký sai, đã dùng hoặc hết hạn. Hãy xin mã mới.",
        u"The enrolment code is wrong, used or expired. Ask for a new one."},
    {"enrolment.wrong-platform", u"Máy chủ trả lời không phải là máy chủ đã cấp mã. Hãy kiểm tra địa chỉ.",
        u"The server that answers is not the one that made the code. Check the address."},
    {"enrolment.address-malformed", u"Địa chỉ máy chủ không đúng dạng https://máy:cổng.",
        u"The server's address is not of the form https://host:port."},
    {"backup.exists", u"Nơi lưu đã có dữ liệu. Hãy chọn tên khác.", u"The target already exists. Choose another name."},
    {"backup.copy-failed", u"Không chép được tệp.", u"A file could not be copied."},
    {"backup.damaged", u"Bản sao không nguyên vẹn nên đã bị bỏ.", u"The copy is not sound and was dropped."},
    {"station.no-card", u"Trạm chưa đăng ký.", u"The station is not enrolled."},
};

}

QString Words::of(const base::Error& error) const {
    const QString said =
        base::sentenceFor(error, sentences, m_language).value_or(pick(QStringLiteral("Không làm được."), QStringLiteral("It could not be done.")));
    return said + QStringLiteral(" [") + error.toLogLine() + QLatin1Char(']');
}

}
