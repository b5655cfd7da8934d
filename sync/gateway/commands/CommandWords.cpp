#include "sync/gateway/commands/CommandWords.h"

#include "sync/gateway/commands/ReasonWords.h"

namespace motcua::gateway {

namespace {

constexpr base::Sentence sentences[] = {
    {"command.incomplete", u"Thiếu --{option}.", u"--{option} is missing."},
    {"platform.missing", u"Thư mục không có dữ liệu của hệ thống cấp tỉnh, hoặc thiếu tệp {file}.",
        u"The folder holds no province's data, or the file {file} is missing."},
    {"platform.exists", u"Thư mục đã có dữ liệu. Hãy chọn một thư mục trống.", u"The folder already holds data. Choose an empty one."},
    {"platform.newer-version", u"Dữ liệu do một phiên bản mới hơn ghi. Hãy cài phiên bản mới.",
        u"A newer version wrote this data. Install the newer version."},
    {"platform.not-stored", u"Không ghi được vào ổ đĩa. Chưa có gì thay đổi.", u"The disk would not be written. Nothing was changed."},
    {"gateway.in-use", u"Một chương trình khác đang phục vụ dữ liệu này.", u"Another program serves this data."},
    {"store.disk-full", u"Ổ đĩa đã đầy. Chưa có gì thay đổi; hãy giải phóng dung lượng rồi làm lại.",
        u"The disk is full. Nothing was changed; free some space and try again."},
    {"store.read-only", u"Không được phép ghi vào dữ liệu này. Chưa có gì thay đổi.", u"This data may not be written. Nothing was changed."},
    {"store.io", u"Ổ đĩa báo lỗi khi đọc hoặc ghi. Chưa có gì thay đổi.", u"The disk failed while reading or writing. Nothing was changed."},
    {"store.corrupt", u"Cơ sở dữ liệu bị hỏng. Hãy khôi phục từ bản sao lưu.", u"The database is damaged. Restore it from a backup."},
    {"store.cannot-open", u"Không mở được cơ sở dữ liệu.", u"The database cannot be opened."},
    {"store.no-memory", u"Máy không đủ bộ nhớ. Chưa có gì thay đổi.", u"The machine has too little memory. Nothing was changed."},
    {"store.constraint", u"Dữ liệu mới mâu thuẫn với dữ liệu đã có. Chưa có gì thay đổi.",
        u"What was to be stored contradicts what is there. Nothing was changed."},
    {"store.failed", u"Cơ sở dữ liệu không làm được việc này. Chưa có gì thay đổi.", u"The database could not do this. Nothing was changed."},
    {"store.busy", u"Một chương trình khác đang ghi. Hãy thử lại; chưa có gì thay đổi.",
        u"Another program is writing. Try again; nothing was changed."},
    {"unit.unknown", u"Không có đơn vị nào mang mã {unit}.", u"No unit has the code {unit}."},
    {"unit.exists", u"Đơn vị {unit} đã có với thông tin khác. Hãy dùng lệnh configure.",
        u"The unit {unit} is there already with other settings. Use configure."},
    {"unit.bad-code", u"\"{unit}\" không phải là mã định danh điện tử của đơn vị, như H49.30.",
        u"\"{unit}\" is not a unit's electronic identification code such as H49.30."},
    {"unit.full", u"Đơn vị {unit} đã đủ mười quầy, hoặc đã hết số hồ sơ.", u"The unit {unit} has its ten desks, or no serials are left."},
    {"commune.unknown", u"Danh mục không có xã, phường nào mang mã {commune}.", u"The lists know no commune of the code {commune}."},
    {"setting.unknown", u"Không có thiết lập nào tên là \"{setting}\".", u"There is no setting called \"{setting}\"."},
    {"setting.malformed", u"Giá trị của {setting} không đúng.", u"The value of {setting} is not right."},
    {"account.exists", u"Đơn vị đã có tài khoản {login} với thông tin khác hoặc đã khóa. Hãy dùng change-account hoặc reactivate-account.",
        u"The unit has an account {login} already that says something else or is closed. Use change-account or reactivate-account."},
    {"account.unknown", u"Đơn vị không có tài khoản {login}.", u"The unit has no account {login}."},
    {"account.malformed", u"{field} của tài khoản không đúng. login: chữ thường, số, \".\" và \"-\"; roles: clerk, supervisor, technician.",
        u"The account's {field} is not right. login: lower-case letters, digits, \".\" and \"-\"; roles: clerk, supervisor, technician."},
    {"activation.days", u"Mã kích hoạt có hiệu lực từ 1 đến {most} ngày.", u"An activation code is good for 1 to {most} days."},
    {"event.unsigned", u"Việc này không có chữ ký của người làm.", u"The act is not signed by the person whose act it is."},
    {"event.wrong-signer", u"Tên, chức vụ hoặc thẩm quyền của người ký không như tài khoản đã ban hành.",
        u"The signer's name, title or authority is not as the account was published."},
    {"station.unknown", u"Đơn vị không có trạm này, hoặc trạm đã bị thu hồi.", u"The unit has no such station, or it was revoked."},
    {"grant.year", u"Chỉ cấp sổ cho năm nay và hai năm tới, không phải {year}.",
        u"Volumes are given for this year and the two after it, not for {year}."},
    {"grant.codes", u"{first}–{last} không phải là một dải số từ 1 đến 99999.", u"{first}–{last} is no range within 1 to 99999."},
    {"grant.codes-taken", u"Một quầy khác đang hoặc đã từng có số trong dải {first}–{last}.",
        u"Another desk has, or had, serials within {first}–{last}."},
    {"csv.malformed", u"Không đọc được bảng, dòng {line}.", u"The table cannot be read at line {line}."},
    {"catalogue.malformed", u"Không đọc được danh mục thủ tục: {file}, dòng {line}.", u"The catalogue cannot be read: {file}, line {line}."},
    {"catalogue.bad-version", u"Phiên bản danh mục phải là một ngày, như 2027-01-01.", u"A catalogue's version is a date such as 2027-01-01."},
    {"catalogue.version-taken", u"Danh mục {version} đã ban hành với nội dung khác. Hãy đặt phiên bản mới.",
        u"The catalogue {version} was published with other content. Give it a new version."},
    {"catalogue.older-version", u"Danh mục {current} đang có hiệu lực mới hơn {version}.",
        u"The catalogue {current} in force is newer than {version}."},
    {"procedure.unknown", u"Thủ tục của hồ sơ không có trong danh mục nào đã ban hành.",
        u"The dossier's procedure is in no catalogue that was published."},
    {"procedure.edition-unknown", u"Hồ sơ nêu một bản danh mục thủ tục chưa từng ban hành.",
        u"The dossier names an edition of the catalogue that was never published."},
    {"fee.more-than-owed", u"Đã thu nhiều hơn số phí của hồ sơ.", u"More was taken than the dossier's fee."},
    {"fee.not-of-catalogue", u"Phí của hồ sơ không như danh mục thủ tục mà quầy đã dùng quy định.",
        u"The dossier's fee is not what the catalogue says that the desk worked by."},
    {"hand-entry.date", u"Số chứng thực ghi tay mang ngày trước ngày tiếp nhận hoặc sau ngày ghi.",
        u"A number given by hand bears a day before the receipt or after it was written down."},
    {"job.passed-over", u"Hồ sơ được nhận như thủ tục thường, dù thủ tục này chứng thực bằng tay và phải có số.",
        u"The dossier was received as any other although its procedure is attested by hand and owes a number."},
    {"slip.without-row", u"Phiếu mang số của một dòng trong dãy số phiếu nhưng không chiếm dòng nào.",
        u"A slip bears the number of a row in a series, and took no row."},
    {"job.unreadable", u"Không đọc được tệp {file}.", u"The file {file} cannot be read."},
    {"job.malformed", u"Mô tả loại việc {file} sai ở {place}: {reason}.", u"The kind of job {file} is wrong at {place}: {reason}."},
    {"job.too-large", u"Mô tả loại việc {file} quá lớn ở {place}: {reason}.", u"The kind of job {file} is too large at {place}: {reason}."},
    {"job.no-regular-file", u"{file} là liên kết, ống dẫn hoặc thiết bị, không phải tệp thường ở đó. Hãy đặt chính tệp vào.",
        u"{file} is a link, a pipe or a device, no plain file or directory of that place. Put the file itself there."},
    {"job.facts", u"Dữ kiện của loại việc {file} sai ở {place}: {reason}.", u"The facts of the kind of job {file} are wrong at {place}: {reason}."},
    {"job.template", u"Mẫu giấy của loại việc {file} sai ở {place}: {reason}.",
        u"A template of the kind of job {file} is wrong at {place}: {reason}."},
    {"job.layout", u"Thẻ nhập của loại việc {file} sai ở {place}: {reason}.", u"The card of the kind of job {file} is wrong at {place}: {reason}."},
    {"job.words", u"Lời văn trong {file} không dùng được ở {place}: {reason}.", u"The words in {file} cannot be used at {place}: {reason}."},
    {"job.fee", u"Cách tính phí trong {file} sai ở {place}: {reason}.", u"The fee in {file} is wrong at {place}: {reason}."},
    {"job.book", u"Sổ trong {file} sai ở {place}: {reason}.", u"The book in {file} is wrong at {place}: {reason}."},
    {"job.paper", u"Giấy tờ trong {file} sai ở {place}: {reason}.", u"The papers in {file} are wrong at {place}: {reason}."},
    {"job.template-missing", u"{file} cần mẫu {place}.html, nhưng mẫu này không có trong thư mục.",
        u"{file} needs the template {place}.html, which is not in its directory."},
    {"job.version-taken", u"Loại việc {kind}, phiên bản {version} đã ban hành với nội dung khác. Hãy đặt phiên bản mới.",
        u"The kind of job {kind}, version {version} was published with other content. Give it a new version."},
    {"job.older-version", u"Loại việc {kind}: phiên bản {current} đã ban hành không cũ hơn {version}. Hãy đặt ngày hiệu lực hoặc phiên bản sau đó.",
        u"The kind of job {kind}: the version {current} that was published is not older than {version}. Give it a later day of effect or version."},
    {"job.book-differs", u"Loại việc {kind} và {other} ghi chung sổ {symbol} nhưng khác nhau ở {place}. Hãy sửa cho giống, hoặc đổi ký hiệu.",
        u"The kinds of job {kind} and {other} write in one book {symbol} but differ at {place}. Make them alike, or change a symbol."},
    {"job.unknown-procedure", u"Loại việc {kind}: danh mục không có thủ tục {procedure}. Hãy ban hành thủ tục trước.",
        u"The kind of job {kind}: the catalogue has no procedure {procedure}. Publish the procedure first."},
};

}

QString commandWords(const base::Error& error, base::Language language) {
    base::Error inWords = error;
    if (const auto reason = inWords.detail.find(QStringLiteral("reason")); reason != inWords.detail.end())
        *reason = reasonWords(*reason, language);
    const auto sentence = base::sentenceFor(inWords, sentences, language);
    return sentence ? QStringLiteral("%1 (%2)").arg(*sentence, error.toLogLine()) : error.toLogLine();
}

}
