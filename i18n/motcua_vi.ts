<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>motcua::ui</name>
    <message>
        <source>The province still runs an older program, which cannot take this yet.</source>
        <translation>Hệ thống của tỉnh còn chạy bản cũ, chưa nhận được việc này.</translation>
    </message>
    <message>
        <source>Nothing was taken or printed; what was typed is kept.</source>
        <translation>Chưa ghi và chưa in gì; nội dung đã gõ vẫn được giữ.</translation>
    </message>
    <message>
        <source>Do it again once the province has updated its program; what the older one knows goes on meanwhile.</source>
        <translation>Làm lại khi tỉnh đã cập nhật; việc mà bản cũ nhận được vẫn làm như thường.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Hệ thống</translation>
    </message>
    <message>
        <source>This could not be done.</source>
        <translation>Không thực hiện được.</translation>
    </message>
    <message>
        <source>Everything saved so far is kept.</source>
        <translation>Mọi thứ đã lưu vẫn còn nguyên.</translation>
    </message>
    <message>
        <source>Try once more; if it happens again, give the technician this word: {code}.</source>
        <translation>Thử lại một lần nữa; nếu vẫn vậy, đọc cho kỹ thuật viên từ này: {code}.</translation>
    </message>
    <message>
        <source>The password is not right.</source>
        <translation>Mật khẩu không đúng.</translation>
    </message>
    <message>
        <source>Drafts on this machine are safe.</source>
        <translation>Bản nháp trên máy này vẫn an toàn.</translation>
    </message>
    <message>
        <source>This login is not known on this station.</source>
        <translation>Tên đăng nhập này chưa có trên máy này.</translation>
    </message>
    <message>
        <source>Check the spelling, or ask a colleague who can unlock the station to add you under System.</source>
        <translation>Kiểm tra chính tả, hoặc nhờ đồng nghiệp mở được máy thêm anh/chị trong mục Hệ thống.</translation>
    </message>
    <message>
        <source>This account has been closed by the province.</source>
        <translation>Tài khoản này đã bị tỉnh khóa.</translation>
    </message>
    <message>
        <source>The account's dossiers are kept.</source>
        <translation>Hồ sơ của tài khoản vẫn được giữ.</translation>
    </message>
    <message>
        <source>Ask the province's administrator.</source>
        <translation>Liên hệ quản trị viên của tỉnh.</translation>
    </message>
    <message>
        <source>This user can already unlock the station.</source>
        <translation>Người dùng này đã mở được máy rồi.</translation>
    </message>
    <message>
        <source>They can sign in with the password they have.</source>
        <translation>Có thể đăng nhập bằng mật khẩu đang có.</translation>
    </message>
    <message>
        <source>The password is too short.</source>
        <translation>Mật khẩu quá ngắn.</translation>
    </message>
    <message>
        <source>The last user of a station cannot be taken away.</source>
        <translation>Không thể bỏ người dùng cuối cùng của máy.</translation>
    </message>
    <message>
        <source>Add another user first.</source>
        <translation>Thêm người dùng khác trước.</translation>
    </message>
    <message>
        <source>This recovery key does not fit the station.</source>
        <translation>Khóa khôi phục này không đúng với máy.</translation>
    </message>
    <message>
        <source>Everything is kept on this machine.</source>
        <translation>Mọi thứ vẫn được giữ trên máy này.</translation>
    </message>
    <message>
        <source>Ask the province for the right recovery key.</source>
        <translation>Đề nghị tỉnh cấp đúng khóa khôi phục.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Chưa có ai đăng nhập.</translation>
    </message>
    <message>
        <source>What was typed is kept.</source>
        <translation>Nội dung đã nhập vẫn còn nguyên.</translation>
    </message>
    <message>
        <source>Unlock the station first.</source>
        <translation>Mở khóa máy trước.</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Vai trò của anh/chị không được làm việc này.</translation>
    </message>
    <message>
        <source>The dossier is unchanged.</source>
        <translation>Hồ sơ không bị thay đổi.</translation>
    </message>
    <message>
        <source>Ask a colleague who has the role.</source>
        <translation>Nhờ đồng nghiệp có vai trò phù hợp.</translation>
    </message>
    <message>
        <source>The province did not accept the one-time code.</source>
        <translation>Tỉnh không chấp nhận mã một lần.</translation>
    </message>
    <message>
        <source>Check the code; if it was used before or is too old, ask for a new one.</source>
        <translation>Kiểm tra lại mã; nếu đã dùng hoặc quá hạn, xin mã mới.</translation>
    </message>
    <message>
        <source>The address of the province is not right.</source>
        <translation>Địa chỉ của tỉnh không đúng.</translation>
    </message>
    <message>
        <source>Type it as the province gave it, such as https://host:8444.</source>
        <translation>Nhập đúng như tỉnh đã cấp, ví dụ https://host:8444.</translation>
    </message>
    <message>
        <source>The answer did not come from the province that gave the code.</source>
        <translation>Trả lời không đến từ nơi đã cấp mã.</translation>
    </message>
    <message>
        <source>Check the address and the code; do not go on otherwise.</source>
        <translation>Kiểm tra địa chỉ và mã; nếu không khớp thì dừng lại.</translation>
    </message>
    <message>
        <source>These data were written by a newer version of the program.</source>
        <translation>Dữ liệu này do phiên bản mới hơn của chương trình ghi.</translation>
    </message>
    <message>
        <source>Install the newer version on this machine.</source>
        <translation>Cài phiên bản mới hơn trên máy này.</translation>
    </message>
    <message>
        <source>The data on this machine are damaged or were changed.</source>
        <translation>Dữ liệu trên máy này bị hỏng hoặc đã bị thay đổi.</translation>
    </message>
    <message>
        <source>What the province has confirmed is safe there.</source>
        <translation>Phần tỉnh đã xác nhận vẫn an toàn ở tỉnh.</translation>
    </message>
    <message>
        <source>Do not go on working here. Call the technician: motcua-admin verify shows the place ({code}).</source>
        <translation>Ngừng làm việc trên máy này. Gọi kỹ thuật viên: motcua-admin verify chỉ ra chỗ hỏng ({code}).</translation>
    </message>
    <message>
        <source>The program is already running on this machine.</source>
        <translation>Chương trình đang chạy trên máy này.</translation>
    </message>
    <message>
        <source>Use the window that is open, or close it first.</source>
        <translation>Dùng cửa sổ đang mở, hoặc đóng nó trước.</translation>
    </message>
    <message>
        <source>The disk of this machine is full.</source>
        <translation>Ổ đĩa của máy này đã đầy.</translation>
    </message>
    <message>
        <source>Free some space on the disk, then repeat the last step.</source>
        <translation>Giải phóng dung lượng rồi làm lại bước vừa rồi.</translation>
    </message>
    <message>
        <source>Writing to the disk failed.</source>
        <translation>Ghi xuống ổ đĩa không thành công.</translation>
    </message>
    <message>
        <source>Everything before this step is kept.</source>
        <translation>Mọi thứ trước bước này vẫn còn nguyên.</translation>
    </message>
    <message>
        <source>Repeat the step; if it fails again, call the technician ({code}).</source>
        <translation>Làm lại bước này; nếu vẫn lỗi, gọi kỹ thuật viên ({code}).</translation>
    </message>
    <message>
        <source>The data of this station cannot be opened.</source>
        <translation>Không mở được dữ liệu của máy này.</translation>
    </message>
    <message>
        <source>Check that the disk is there and the folder belongs to you, then call the technician ({code}).</source>
        <translation>Kiểm tra ổ đĩa và quyền của thư mục, rồi gọi kỹ thuật viên ({code}).</translation>
    </message>
    <message>
        <source>The data folder cannot be written to.</source>
        <translation>Thư mục dữ liệu không ghi được.</translation>
    </message>
    <message>
        <source>Call the technician and say this word: {code}.</source>
        <translation>Gọi kỹ thuật viên và đọc từ này: {code}.</translation>
    </message>
    <message>
        <source>Files of this station are missing.</source>
        <translation>Thiếu tệp dữ liệu của máy này.</translation>
    </message>
    <message>
        <source>There are data of a station here already.</source>
        <translation>Ở đây đã có dữ liệu của một máy.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Chọn thư mục khác.</translation>
    </message>
    <message>
        <source>The dossier has just been changed elsewhere.</source>
        <translation>Hồ sơ vừa được thay đổi ở nơi khác.</translation>
    </message>
    <message>
        <source>Look at it again, then repeat the step.</source>
        <translation>Xem lại hồ sơ rồi làm lại bước này.</translation>
    </message>
    <message>
        <source>This number of the book has been taken already.</source>
        <translation>Số này trong sổ đã được lấy.</translation>
    </message>
    <message>
        <source>Repeat the step: the next number is taken.</source>
        <translation>Làm lại bước này: số tiếp theo sẽ được lấy.</translation>
    </message>
    <message>
        <source>The content has been erased after its time of keeping.</source>
        <translation>Nội dung đã được xóa khi hết thời hạn lưu.</translation>
    </message>
    <message>
        <source>The record that it existed is kept.</source>
        <translation>Dấu vết về sự tồn tại vẫn được lưu.</translation>
    </message>
    <message>
        <source>The data could not be sealed.</source>
        <translation>Không niêm phong được dữ liệu.</translation>
    </message>
    <message>
        <source>Nothing was written unsealed.</source>
        <translation>Không có gì bị ghi mà chưa niêm phong.</translation>
    </message>
    <message>
        <source>This page is not on this machine yet.</source>
        <translation>Trang này chưa có trên máy này.</translation>
    </message>
    <message>
        <source>It comes by itself when there is a line.</source>
        <translation>Trang sẽ tự về khi có đường truyền.</translation>
    </message>
    <message>
        <source>This page is damaged.</source>
        <translation>Trang này bị hỏng.</translation>
    </message>
    <message>
        <source>The other pages are kept.</source>
        <translation>Các trang khác vẫn còn nguyên.</translation>
    </message>
    <message>
        <source>Scan the page again.</source>
        <translation>Quét lại trang này.</translation>
    </message>
    <message>
        <source>This file is too large.</source>
        <translation>Tệp này quá lớn.</translation>
    </message>
    <message>
        <source>Pages taken in before are kept.</source>
        <translation>Các trang đã nhận trước đó vẫn được giữ.</translation>
    </message>
    <message>
        <source>Scan it in parts or at a lower resolution.</source>
        <translation>Quét từng phần hoặc với độ phân giải thấp hơn.</translation>
    </message>
    <message>
        <source>The province is busy with these pages.</source>
        <translation>Tỉnh đang bận nhận các trang này.</translation>
    </message>
    <message>
        <source>Nothing needs to be done: the station tries again by itself.</source>
        <translation>Không cần làm gì: máy sẽ tự thử lại.</translation>
    </message>
    <message>
        <source>This file is damaged and cannot be read.</source>
        <translation>Tệp này bị hỏng, không đọc được.</translation>
    </message>
    <message>
        <source>Save or scan it once more, then take it in again.</source>
        <translation>Lưu hoặc quét lại rồi nhập lần nữa.</translation>
    </message>
    <message>
        <source>Files of this kind cannot be taken in.</source>
        <translation>Không nhận được loại tệp này.</translation>
    </message>
    <message>
        <source>This file has too many pages.</source>
        <translation>Tệp này có quá nhiều trang.</translation>
    </message>
    <message>
        <source>Take it in in parts.</source>
        <translation>Chia thành nhiều phần để nhập.</translation>
    </message>
    <message>
        <source>Paper is jammed in the scanner.</source>
        <translation>Máy quét bị kẹt giấy.</translation>
    </message>
    <message>
        <source>Pages already read are kept.</source>
        <translation>Các trang đã quét vẫn được giữ.</translation>
    </message>
    <message>
        <source>Take the jammed sheet out, put it back on the pile and scan the rest.</source>
        <translation>Lấy tờ kẹt ra, đặt lại vào khay và quét tiếp phần còn lại.</translation>
    </message>
    <message>
        <source>The scanner's cover is open.</source>
        <translation>Nắp máy quét đang mở.</translation>
    </message>
    <message>
        <source>Close the cover and scan the rest.</source>
        <translation>Đóng nắp và quét tiếp.</translation>
    </message>
    <message>
        <source>There is no paper in the feeder.</source>
        <translation>Khay nạp không có giấy.</translation>
    </message>
    <message>
        <source>Put the original into the feeder and scan again.</source>
        <translation>Đặt bản chính vào khay và quét lại.</translation>
    </message>
    <message>
        <source>The scanner is not there.</source>
        <translation>Không thấy máy quét.</translation>
    </message>
    <message>
        <source>Check its cable and power, then scan again; files can be taken in instead.</source>
        <translation>Kiểm tra dây và nguồn rồi quét lại; cũng có thể nhập từ tệp.</translation>
    </message>
    <message>
        <source>The scanner is busy.</source>
        <translation>Máy quét đang bận.</translation>
    </message>
    <message>
        <source>Wait until it is done, then scan again.</source>
        <translation>Chờ máy xong rồi quét lại.</translation>
    </message>
    <message>
        <source>The scanner stopped answering.</source>
        <translation>Máy quét ngừng trả lời.</translation>
    </message>
    <message>
        <source>Switch it off and on, then scan the rest.</source>
        <translation>Tắt bật lại máy quét rồi quét tiếp.</translation>
    </message>
    <message>
        <source>The scan was stopped.</source>
        <translation>Đã dừng quét.</translation>
    </message>
    <message>
        <source>There is no printer.</source>
        <translation>Không có máy in.</translation>
    </message>
    <message>
        <source>Choose a printer under System, or save the paper as PDF.</source>
        <translation>Chọn máy in trong mục Hệ thống, hoặc lưu thành PDF.</translation>
    </message>
    <message>
        <source>The printing service does not answer.</source>
        <translation>Dịch vụ in không trả lời.</translation>
    </message>
    <message>
        <source>Print again; if it stays so, save the paper as PDF and call the technician.</source>
        <translation>In lại; nếu vẫn vậy, lưu thành PDF và gọi kỹ thuật viên.</translation>
    </message>
    <message>
        <source>The printer did not take the paper.</source>
        <translation>Máy in không nhận lệnh in.</translation>
    </message>
    <message>
        <source>Print again or choose another printer.</source>
        <translation>In lại hoặc chọn máy in khác.</translation>
    </message>
    <message>
        <source>The printer has stopped.</source>
        <translation>Máy in đã dừng.</translation>
    </message>
    <message>
        <source>The job waits in the printer's queue.</source>
        <translation>Lệnh in vẫn chờ trong hàng đợi.</translation>
    </message>
    <message>
        <source>Something that the paper needs is not filled in.</source>
        <translation>Còn thiếu thông tin cần cho mẫu giấy.</translation>
    </message>
    <message>
        <source>Fill in {field}, then print again.</source>
        <translation>Điền {field} rồi in lại.</translation>
    </message>
    <message>
        <source>The paper could not be made.</source>
        <translation>Không tạo được mẫu giấy.</translation>
    </message>
    <message>
        <source>A paper on the list has no name.</source>
        <translation>Một giấy tờ trong danh sách chưa có tên.</translation>
    </message>
    <message>
        <source>Name the paper or take it off the list.</source>
        <translation>Đặt tên giấy tờ hoặc bỏ khỏi danh sách.</translation>
    </message>
    <message>
        <source>The number of a paper is not right.</source>
        <translation>Số lượng giấy tờ không đúng.</translation>
    </message>
    <message>
        <source>Type a number from 0 to 999.</source>
        <translation>Nhập số từ 0 đến 999.</translation>
    </message>
    <message>
        <source>The applicant's name is missing.</source>
        <translation>Thiếu họ tên người yêu cầu.</translation>
    </message>
    <message>
        <source>Scan the card or type the name.</source>
        <translation>Quét thẻ hoặc nhập họ tên.</translation>
    </message>
    <message>
        <source>The name is longer than 100 characters.</source>
        <translation>Họ tên dài hơn 100 ký tự.</translation>
    </message>
    <message>
        <source>Shorten the name.</source>
        <translation>Rút gọn họ tên.</translation>
    </message>
    <message>
        <source>The personal number is not right.</source>
        <translation>Số định danh không đúng.</translation>
    </message>
    <message>
        <source>Type the 12 digits on the card, or leave the field empty.</source>
        <translation>Nhập 12 chữ số trên thẻ, hoặc để trống.</translation>
    </message>
    <message>
        <source>The date of birth is not right.</source>
        <translation>Ngày sinh không đúng.</translation>
    </message>
    <message>
        <source>Type it as dd/mm/yyyy.</source>
        <translation>Nhập theo dạng dd/mm/yyyy.</translation>
    </message>
    <message>
        <source>No procedure has been chosen.</source>
        <translation>Chưa chọn thủ tục.</translation>
    </message>
    <message>
        <source>Choose the procedure.</source>
        <translation>Chọn thủ tục.</translation>
    </message>
    <message>
        <source>Required papers are missing.</source>
        <translation>Thiếu giấy tờ bắt buộc.</translation>
    </message>
    <message>
        <source>Take the papers in, or give the citizen form 02.</source>
        <translation>Nhận đủ giấy tờ, hoặc lập mẫu 02 cho người dân.</translation>
    </message>
    <message>
        <source>This dossier is not on this machine.</source>
        <translation>Hồ sơ này không có trên máy này.</translation>
    </message>
    <message>
        <source>Search again when there is a line.</source>
        <translation>Tìm lại khi có đường truyền.</translation>
    </message>
    <message>
        <source>The dossier is no longer at this step.</source>
        <translation>Hồ sơ không còn ở bước này.</translation>
    </message>
    <message>
        <source>Look at its history, then go on from there.</source>
        <translation>Xem lịch sử hồ sơ rồi tiếp tục từ đó.</translation>
    </message>
    <message>
        <source>The province does not accept who did this: the account is unknown there or has no role for it.</source>
        <translation>Tỉnh không chấp nhận người đã làm việc này: tài khoản chưa có ở tỉnh hoặc không có vai trò phù hợp.</translation>
    </message>
    <message>
        <source>Something that was typed is too long or not right.</source>
        <translation>Có nội dung đã nhập quá dài hoặc chưa đúng.</translation>
    </message>
    <message>
        <source>Shorten long texts and check the numbers, then try again.</source>
        <translation>Rút ngắn nội dung dài, kiểm tra lại các con số rồi thử lại.</translation>
    </message>
    <message>
        <source>The dossier lies on another desk.</source>
        <translation>Hồ sơ đang ở quầy khác.</translation>
    </message>
    <message>
        <source>Ask for it; without a line, decide at that desk by switching user.</source>
        <translation>Yêu cầu chuyển về; nếu mất đường truyền, xử lý tại quầy đó bằng cách đổi người dùng.</translation>
    </message>
    <message>
        <source>There is no other desk to give this dossier to.</source>
        <translation>Không có quầy khác để chuyển hồ sơ này.</translation>
    </message>
    <message>
        <source>Nobody approves what they received themselves.</source>
        <translation>Không ai được duyệt hồ sơ do chính mình tiếp nhận.</translation>
    </message>
    <message>
        <source>Another supervisor has to decide.</source>
        <translation>Cần người phê duyệt khác.</translation>
    </message>
    <message>
        <source>The signer does not fit the one who is signed in.</source>
        <translation>Người ký không khớp với người đang đăng nhập.</translation>
    </message>
    <message>
        <source>Sign in as the signer.</source>
        <translation>Đăng nhập đúng người ký.</translation>
    </message>
    <message>
        <source>The dossier is closed.</source>
        <translation>Hồ sơ đã kết thúc.</translation>
    </message>
    <message>
        <source>The clock of this machine is wrong.</source>
        <translation>Đồng hồ của máy này sai.</translation>
    </message>
    <message>
        <source>Set date and time right, then repeat the step.</source>
        <translation>Chỉnh đúng ngày giờ rồi làm lại bước này.</translation>
    </message>
    <message>
        <source>This station has no open volume of the book.</source>
        <translation>Máy này chưa có quyển sổ đang mở.</translation>
    </message>
    <message>
        <source>It comes from the province when there is a line; ask the administrator.</source>
        <translation>Quyển sổ được tỉnh cấp khi có đường truyền; liên hệ quản trị viên.</translation>
    </message>
    <message>
        <source>This volume is closed.</source>
        <translation>Quyển sổ này đã khóa.</translation>
    </message>
    <message>
        <source>Work goes on in the next volume.</source>
        <translation>Tiếp tục ở quyển kế tiếp.</translation>
    </message>
    <message>
        <source>This volume belongs to another station.</source>
        <translation>Quyển sổ này thuộc máy khác.</translation>
    </message>
    <message>
        <source>Do it at that station.</source>
        <translation>Thực hiện tại máy đó.</translation>
    </message>
    <message>
        <source>There is no such number in the book.</source>
        <translation>Trong sổ không có số này.</translation>
    </message>
    <message>
        <source>Look at the book again.</source>
        <translation>Xem lại sổ.</translation>
    </message>
    <message>
        <source>This number is spoiled already.</source>
        <translation>Số này đã hủy.</translation>
    </message>
    <message>
        <source>The book does not fit.</source>
        <translation>Sổ không khớp.</translation>
    </message>
    <message>
        <source>The fee has not been paid.</source>
        <translation>Chưa thu phí.</translation>
    </message>
    <message>
        <source>Take the fee first.</source>
        <translation>Thu phí trước.</translation>
    </message>
    <message>
        <source>There is no fee to take.</source>
        <translation>Không còn khoản phí phải thu.</translation>
    </message>
    <message>
        <source>The fee is not right.</source>
        <translation>Khoản phí không đúng.</translation>
    </message>
    <message>
        <source>Check the fee lines.</source>
        <translation>Kiểm tra lại các dòng phí.</translation>
    </message>
    <message>
        <source>The amount is not clear.</source>
        <translation>Số tiền không rõ.</translation>
    </message>
    <message>
        <source>Type whole đồng, such as 12.000.</source>
        <translation>Nhập số tiền chẵn đồng, ví dụ 12.000.</translation>
    </message>
    <message>
        <source>Today's dossier serials of this station are used up.</source>
        <translation>Đã dùng hết dải số hồ sơ trong ngày của máy này.</translation>
    </message>
    <message>
        <source>Receive at another station, and ask the province for a larger range.</source>
        <translation>Tiếp nhận ở máy khác và xin tỉnh cấp thêm dải số.</translation>
    </message>
    <message>
        <source>This is not a dossier code.</source>
        <translation>Đây không phải mã hồ sơ.</translation>
    </message>
    <message>
        <source>Scan or type it again.</source>
        <translation>Quét hoặc nhập lại.</translation>
    </message>
    <message>
        <source>The note is empty.</source>
        <translation>Ghi chú trống.</translation>
    </message>
    <message>
        <source>Write the note first.</source>
        <translation>Viết ghi chú trước.</translation>
    </message>
    <message>
        <source>The citizen has given a rating already.</source>
        <translation>Người dân đã đánh giá rồi.</translation>
    </message>
    <message>
        <source>A rating is from 1 to 5.</source>
        <translation>Đánh giá từ 1 đến 5.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Thử lại.</translation>
    </message>
    <message>
        <source>No dossier is open for a supplement.</source>
        <translation>Chưa mở hồ sơ nào để nhận bổ sung.</translation>
    </message>
    <message>
        <source>Open the dossier first.</source>
        <translation>Mở hồ sơ trước.</translation>
    </message>
    <message>
        <source>There is no such page.</source>
        <translation>Không có trang này.</translation>
    </message>
    <message>
        <source>Another supervisor has asked for this dossier first.</source>
        <translation>Người phê duyệt khác đã yêu cầu hồ sơ này trước.</translation>
    </message>
    <message>
        <source>It is with {holder} now.</source>
        <translation>Hồ sơ hiện ở {holder}.</translation>
    </message>
    <message>
        <source>There is no line to the province.</source>
        <translation>Không có đường truyền đến tỉnh.</translation>
    </message>
    <message>
        <source>Go on working; everything is sent when the line returns.</source>
        <translation>Cứ tiếp tục làm việc; mọi thứ sẽ được gửi khi có đường truyền.</translation>
    </message>
    <message>
        <source>The province could not take it just now.</source>
        <translation>Tỉnh tạm thời chưa nhận được.</translation>
    </message>
    <message>
        <source>The other side did not prove that it is the province.</source>
        <translation>Phía bên kia không chứng minh được là hệ thống của tỉnh.</translation>
    </message>
    <message>
        <source>Nothing was sent to it.</source>
        <translation>Không có gì được gửi đi.</translation>
    </message>
    <message>
        <source>The province does not accept this station any more.</source>
        <translation>Tỉnh không còn chấp nhận máy này.</translation>
    </message>
    <message>
        <source>Ask the province's administrator to enrol the station again.</source>
        <translation>Đề nghị quản trị viên của tỉnh ghi danh lại máy.</translation>
    </message>
    <message>
        <source>Set date and time right; sending then goes on.</source>
        <translation>Chỉnh đúng ngày giờ; việc gửi sẽ tiếp tục.</translation>
    </message>
    <message>
        <source>The province has more of this station than this machine does.</source>
        <translation>Tỉnh có nhiều dữ liệu của máy này hơn chính máy này.</translation>
    </message>
    <message>
        <source>Nothing was overwritten.</source>
        <translation>Không có gì bị ghi đè.</translation>
    </message>
    <message>
        <source>Was an old copy put back here? Call the technician before going on ({code}).</source>
        <translation>Có phải vừa khôi phục một bản sao cũ? Gọi kỹ thuật viên trước khi làm tiếp ({code}).</translation>
    </message>
    <message>
        <source>The province could not read what was sent.</source>
        <translation>Tỉnh không đọc được nội dung đã gửi.</translation>
    </message>
    <message>
        <source>The province does not know this unit.</source>
        <translation>Tỉnh không biết đơn vị này.</translation>
    </message>
    <message>
        <source>A list from the province cannot be read.</source>
        <translation>Không đọc được danh mục của tỉnh.</translation>
    </message>
    <message>
        <source>The list in use stays.</source>
        <translation>Danh mục đang dùng vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>The card's code could not be read.</source>
        <translation>Không đọc được mã trên thẻ.</translation>
    </message>
    <message>
        <source>Scan it again, or type what is on the card.</source>
        <translation>Quét lại, hoặc nhập theo thẻ.</translation>
    </message>
    <message>
        <source>The card's code came through a Vietnamese keyboard and was changed on the way.</source>
        <translation>Mã thẻ đi qua bộ gõ tiếng Việt nên đã bị biến đổi.</translation>
    </message>
    <message>
        <source>Switch the input method to English, then scan again.</source>
        <translation>Chuyển bộ gõ sang tiếng Anh rồi quét lại.</translation>
    </message>
    <message>
        <source>The card's machine-readable lines could not be read.</source>
        <translation>Không đọc được dòng mã máy trên thẻ.</translation>
    </message>
    <message>
        <source>Scan the QR code, or type what is on the card.</source>
        <translation>Quét mã QR, hoặc nhập theo thẻ.</translation>
    </message>
    <message>
        <source>The payment code could not be made.</source>
        <translation>Không tạo được mã thanh toán.</translation>
    </message>
    <message>
        <source>Take the fee in cash, and check the unit's account.</source>
        <translation>Thu tiền mặt và kiểm tra tài khoản của đơn vị.</translation>
    </message>
    <message>
        <source>The watched folder is not there.</source>
        <translation>Không thấy thư mục theo dõi.</translation>
    </message>
    <message>
        <source>Check the network drive, or choose another folder.</source>
        <translation>Kiểm tra ổ mạng, hoặc chọn thư mục khác.</translation>
    </message>
    <message>
        <source>A file in the watched folder could not be taken in.</source>
        <translation>Không nhận được một tệp trong thư mục theo dõi.</translation>
    </message>
    <message>
        <source>The file is still in the folder.</source>
        <translation>Tệp vẫn còn trong thư mục.</translation>
    </message>
    <message>
        <source>Wait until it is fully written, then take it in again.</source>
        <translation>Chờ ghi xong rồi nhập lại.</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Phê duyệt</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Trả kết quả</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Sổ</translation>
    </message>
    <message>
        <source>This data folder holds no enrolled station.</source>
        <translation>Thư mục này chưa có máy nào được ghi danh.</translation>
    </message>
    <message>
        <source>Enrol the station, or choose the right folder.</source>
        <translation>Ghi danh máy, hoặc chọn đúng thư mục.</translation>
    </message>
    <message>
        <source>The trial could not be run.</source>
        <translation>Không chạy được phần vận hành thử.</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Đồng bộ</translation>
    </message>
    <message>
        <source>The province has not received a scanned page of this record.</source>
        <translation>Tỉnh chưa nhận được một trang quét của bản ghi này.</translation>
    </message>
    <message>
        <source>The page is safe on this machine.</source>
        <translation>Trang vẫn lưu an toàn trên máy này.</translation>
    </message>
    <message>
        <source>Send it again: its pages go first.</source>
        <translation>Bấm gửi lại: trang quét sẽ được gửi trước.</translation>
    </message>
    <message>
        <source>This is not the full path of a folder.</source>
        <translation>Đây không phải đường dẫn đầy đủ của thư mục.</translation>
    </message>
    <message>
        <source>The setting is unchanged.</source>
        <translation>Cài đặt vẫn như cũ.</translation>
    </message>
    <message>
        <source>Choose the dossier from the list.</source>
        <translation>Hãy chọn thư mục từ danh sách.</translation>
    </message>
    <message>
        <source>Its pages are safe in the intake.</source>
        <translation>Các trang đã được lưu an toàn trong hồ sơ đang tiếp nhận.</translation>
    </message>
    <message>
        <source>The file changed while it was being taken in.</source>
        <translation>Tệp đã thay đổi trong lúc đang được nhận.</translation>
    </message>
    <message>
        <source>It is taken in again as it is now: remove the pages that are there twice.</source>
        <translation>Tệp sẽ được nhận lại theo bản hiện tại: hãy bỏ những trang bị lặp.</translation>
    </message>
    <message>
        <source>The pages were taken in, but the file could not be deleted.</source>
        <translation>Các trang đã được nhận, nhưng không xóa được tệp.</translation>
    </message>
    <message>
        <source>Delete it from the watched folder yourself: it is an unsealed copy of a citizen's paper, and comes again at the next start of the program.</source>
        <translation>Hãy tự xóa tệp khỏi thư mục theo dõi: đó là bản chưa niêm phong giấy tờ của người dân, và sẽ được nhận lại khi mở chương trình lần sau.</translation>
    </message>
    <message>
        <source>The province had closed the account before this was done, and this station knew it.</source>
        <translation>Tỉnh đã khóa tài khoản trước khi làm việc này, và trạm đã biết.</translation>
    </message>
    <message>
        <source>Ask the province's administrator to open the account again, then send this once more.</source>
        <translation>Đề nghị quản trị viên của tỉnh mở lại tài khoản, rồi gửi lại mục này.</translation>
    </message>
    <message>
        <source>The record does not say rightly whether someone approved their own work.</source>
        <translation>Bản ghi không nêu đúng việc có người tự duyệt hồ sơ của mình hay không.</translation>
    </message>
    <message>
        <source>The province found a value that cannot be right, in {part} ({field}).</source>
        <translation>Tỉnh thấy một giá trị không thể đúng, ở {part} ({field}).</translation>
    </message>
    <message>
        <source>The province does not know this kind of job ({kind}, version {version}).</source>
        <translation>Tỉnh không biết loại việc này ({kind}, phiên bản {version}).</translation>
    </message>
    <message>
        <source>The dossier's code is not one of those that the province gave to this desk.</source>
        <translation>Mã hồ sơ không thuộc các mã mà tỉnh đã cấp cho quầy này.</translation>
    </message>
    <message>
        <source>What was received does not fit its kind of job as the province published it ({field}).</source>
        <translation>Hồ sơ tiếp nhận không khớp với loại việc mà tỉnh đã ban hành ({field}).</translation>
    </message>
    <message>
        <source>the applicant</source>
        <translation>người yêu cầu</translation>
    </message>
    <message>
        <source>the list of papers</source>
        <translation>danh mục giấy tờ</translation>
    </message>
    <message>
        <source>the number of pages or copies</source>
        <translation>số trang hoặc số bản sao</translation>
    </message>
    <message>
        <source>the fee</source>
        <translation>phí, lệ phí</translation>
    </message>
    <message>
        <source>the procedure</source>
        <translation>thủ tục</translation>
    </message>
    <message>
        <source>the signer</source>
        <translation>người ký</translation>
    </message>
    <message>
        <source>the book</source>
        <translation>sổ</translation>
    </message>
    <message>
        <source>the time of receipt or the due time</source>
        <translation>thời điểm tiếp nhận hoặc hẹn trả</translation>
    </message>
    <message>
        <source>the reason</source>
        <translation>lý do</translation>
    </message>
    <message>
        <source>the note</source>
        <translation>ghi chú</translation>
    </message>
    <message>
        <source>the recipient</source>
        <translation>người nhận kết quả</translation>
    </message>
    <message>
        <source>the record</source>
        <translation>bản ghi</translation>
    </message>
    <message>
        <source>Tries left: {triesLeft}. After the last one this login is locked on this machine for {lockMinutes} minutes, with or without a line.</source>
        <translation>Còn {triesLeft} lần thử; hết số lần đó, tên đăng nhập này bị khóa trên máy này {lockMinutes} phút, dù có đường truyền hay không.</translation>
    </message>
    <message>
        <source>After a wrong password the next try has to wait.</source>
        <translation>Sau khi nhập sai mật khẩu, phải chờ mới được thử lại.</translation>
    </message>
    <message>
        <source>Too many wrong passwords: this login is locked on this machine.</source>
        <translation>Nhập sai mật khẩu quá nhiều lần: tên đăng nhập này đang bị khóa trên máy này.</translation>
    </message>
    <message>
        <source>It opens by itself in {wait} minutes, with or without a line; a colleague can work here meanwhile.</source>
        <translation>Tự mở lại sau {wait} phút, dù có đường truyền hay không; trong lúc đó người khác vẫn làm việc được trên máy này.</translation>
    </message>
    <message>
        <source>The clock says {now}, which is before the last record of this machine ({last}).</source>
        <translation>Đồng hồ máy chỉ {now}, trước lần ghi gần nhất của máy này ({last}).</translation>
    </message>
    <message>
        <source>Nothing is recorded meanwhile; what is typed is kept.</source>
        <translation>Trong lúc này máy không ghi hồ sơ; những gì đã nhập vẫn còn.</translation>
    </message>
    <message>
        <source>Set date and time right. If they are right, confirm it under Sync with F7.</source>
        <translation>Hãy chỉnh lại ngày giờ. Nếu ngày giờ đã đúng, bấm F7 ở mục Đồng bộ để xác nhận.</translation>
    </message>
    <message>
        <source>The clock says {now}, but the province's clock differs from it by {minutes} minutes.</source>
        <translation>Đồng hồ máy chỉ {now}, lệch {minutes} phút so với đồng hồ của tỉnh.</translation>
    </message>
    <message>
        <source>The dossier of this number lies on another desk.</source>
        <translation>Hồ sơ mang số này đang ở quầy khác.</translation>
    </message>
    <message>
        <source>The number is unchanged.</source>
        <translation>Số trong sổ giữ nguyên.</translation>
    </message>
    <message>
        <source>Spoil it at the desk that has the dossier.</source>
        <translation>Hãy hủy số tại bàn đang giữ hồ sơ.</translation>
    </message>
    <message>
        <source>Something that this kind of job asks for is missing or not right.</source>
        <translation>Còn thiếu hoặc chưa đúng nội dung mà loại việc này yêu cầu.</translation>
    </message>
    <message>
        <source>Go to the marked field ({fact}).</source>
        <translation>Xem lại ô được đánh dấu ({fact}).</translation>
    </message>
    <message>
        <source>The description of this kind of job cannot be used.</source>
        <translation>Không dùng được bản mô tả của loại việc này.</translation>
    </message>
    <message>
        <source>A newer program has written in this dossier.</source>
        <translation>Hồ sơ này có nội dung do phiên bản mới hơn của chương trình ghi.</translation>
    </message>
    <message>
        <source>Go on with it at a desk that has the newer program, or have this one updated.</source>
        <translation>Làm tiếp tại máy có phiên bản mới, hoặc cập nhật chương trình của máy này.</translation>
    </message>
    <message>
        <source>The day on which the result is due is not settled.</source>
        <translation>Chưa xác định được ngày hẹn trả kết quả.</translation>
    </message>
    <message>
        <source>Agree on a day from today on, and write what it rests on.</source>
        <translation>Thống nhất một ngày từ hôm nay trở đi và ghi căn cứ.</translation>
    </message>
    <message>
        <source>The fee has not been given.</source>
        <translation>Chưa nhập mức phí.</translation>
    </message>
    <message>
        <source>Type the amount that is due; 0 where nothing is.</source>
        <translation>Nhập số tiền phải thu; nhập 0 nếu không phải thu.</translation>
    </message>
    <message>
        <source>The dossier did not come.</source>
        <translation>Hồ sơ chưa về tới máy này.</translation>
    </message>
    <message>
        <source>Its desk may be switched off, have no line, run an older program, or have given it to another one. Ask again later, or decide at that desk.</source>
        <translation>Máy đang giữ hồ sơ có thể đã tắt, mất đường truyền, chạy chương trình cũ, hoặc đã chuyển hồ sơ cho máy khác. Hãy xin lại sau, hoặc duyệt ngay tại máy đó.</translation>
    </message>
    <message>
        <source>The dossier has been decided at its own desk meanwhile.</source>
        <translation>Trong lúc chờ, hồ sơ đã được duyệt tại máy đang giữ.</translation>
    </message>
    <message>
        <source>Nothing is left to do here.</source>
        <translation>Không còn việc gì phải làm ở đây.</translation>
    </message>
    <message>
        <source>What is to be handed over has not been printed yet.</source>
        <translation>Giấy tờ phải trả chưa in xong.</translation>
    </message>
    <message>
        <source>Print it first.</source>
        <translation>In trước rồi mới trả.</translation>
    </message>
    <message>
        <source>Your account has no title, and the paper must name it.</source>
        <translation>Tài khoản chưa có chức danh, mà giấy tờ phải ghi chức danh người ký.</translation>
    </message>
    <message>
        <source>No number was taken; the dossier is unchanged.</source>
        <translation>Chưa lấy số nào; hồ sơ giữ nguyên.</translation>
    </message>
    <message>
        <source>Ask the administrator of the province to enter your title.</source>
        <translation>Đề nghị quản trị của tỉnh nhập chức danh.</translation>
    </message>
    <message>
        <source>Nothing was changed in the dossier.</source>
        <translation>Chưa sửa gì trong hồ sơ.</translation>
    </message>
    <message>
        <source>Change what is wrong; or go back to Dossiers, where it can be submitted again as it is.</source>
        <translation>Sửa chỗ sai; hoặc quay lại Hồ sơ để gửi lại như cũ.</translation>
    </message>
    <message>
        <source>The dossier was changed while it was being put right here.</source>
        <translation>Hồ sơ đã thay đổi trong lúc đang sửa ở đây.</translation>
    </message>
    <message>
        <source>What was typed is kept among the unfinished intakes.</source>
        <translation>Nội dung đã gõ vẫn nằm trong danh sách đang nhập dở.</translation>
    </message>
    <message>
        <source>Open it in Dossiers, put it right from there, then discard this one.</source>
        <translation>Mở hồ sơ ở mục Hồ sơ, sửa từ đó, rồi bỏ bản đang nhập dở này.</translation>
    </message>
    <message>
        <source>The procedure of this dossier is no longer in the list of procedures.</source>
        <translation>Thủ tục của hồ sơ này không còn trong danh mục.</translation>
    </message>
    <message>
        <source>Write a note on it, or withdraw it and take it in anew.</source>
        <translation>Ghi chú vào hồ sơ, hoặc cho rút rồi tiếp nhận lại.</translation>
    </message>
    <message>
        <source>The citizen has already paid more than the fee would be now.</source>
        <translation>Công dân đã nộp nhiều hơn mức phí sau khi sửa.</translation>
    </message>
    <message>
        <source>Leave what the fee follows from, and write a note; or withdraw the dossier.</source>
        <translation>Giữ nguyên nội dung tính phí và ghi chú; hoặc cho rút hồ sơ.</translation>
    </message>
    <message>
        <source>This is attested by hand: its number and its volume in the paper book are missing.</source>
        <translation>Việc này chứng thực trên giấy: còn thiếu số và quyển số trong sổ giấy.</translation>
    </message>
    <message>
        <source>Nothing was handed over.</source>
        <translation>Chưa trả gì cho công dân.</translation>
    </message>
    <message>
        <source>Type both as they stand in the book, then F9.</source>
        <translation>Gõ cả hai đúng như ghi trong sổ, rồi F9.</translation>
    </message>
    <message>
        <source>This number cannot be of this dossier.</source>
        <translation>Số này không thể là của hồ sơ này.</translation>
    </message>
    <message>
        <source>Look at the dossier's history and at the paper book.</source>
        <translation>Xem lịch sử hồ sơ và sổ giấy.</translation>
    </message>
    <message>
        <source>This station has not heard from the province yet who may work here.</source>
        <translation>Máy này chưa nhận được từ tỉnh danh sách người được làm việc ở đây.</translation>
    </message>
    <message>
        <source>See that there is a line to the province, then sign in again.</source>
        <translation>Kiểm tra đường truyền tới tỉnh rồi mở khóa lại.</translation>
    </message>
    <message>
        <source>Nobody takes away or resets their own way in.</source>
        <translation>Không ai tự bỏ hoặc tự đặt lại quyền mở khóa của chính mình.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>Change your own password under Your password; a colleague who is entitled does the rest.</source>
        <translation>Đổi mật khẩu của mình ở thẻ Mật khẩu của anh/chị; việc còn lại do đồng nghiệp có quyền làm.</translation>
    </message>
    <message>
        <source>A clerk takes nobody's way in away and resets no password.</source>
        <translation>Cán bộ tiếp nhận không bỏ được người dùng và không đặt lại được mật khẩu của ai.</translation>
    </message>
    <message>
        <source>Ask a supervisor or the technician of the unit to sign in here and do it.</source>
        <translation>Nhờ người phê duyệt hoặc kỹ thuật viên của đơn vị đăng nhập tại đây để làm.</translation>
    </message>
    <message>
        <source>A supervisor's way in is changed by another supervisor only.</source>
        <translation>Chỉ người phê duyệt khác mới thay đổi được quyền mở khóa của người phê duyệt.</translation>
    </message>
    <message>
        <source>Ask another supervisor of the unit to sign in here and do it.</source>
        <translation>Nhờ người phê duyệt khác của đơn vị đăng nhập tại đây để làm.</translation>
    </message>
    <message>
        <source>The unit that the code is for has no account “{login}”.</source>
        <translation>Đơn vị được cấp mã này không có tài khoản “{login}”.</translation>
    </message>
    <message>
        <source>The one-time code has not been used; what was typed is kept.</source>
        <translation>Mã một lần chưa bị dùng; nội dung đã nhập vẫn còn nguyên.</translation>
    </message>
    <message>
        <source>Check the spelling of the login; the province adds accounts (motcua-gateway add-account).</source>
        <translation>Kiểm tra lại tên đăng nhập; tài khoản do tỉnh thêm (motcua-gateway add-account).</translation>
    </message>
    <message>
        <source>Nothing answers at {address}.</source>
        <translation>Không có gì trả lời ở địa chỉ {address}.</translation>
    </message>
    <message>
        <source>Check address, port and network cable. The province's enrolment address is the one after “enrol” that motcua-gateway serve shows.</source>
        <translation>Kiểm tra địa chỉ, cổng và dây mạng. Địa chỉ ghi danh của tỉnh là địa chỉ sau chữ “enrol” mà motcua-gateway serve hiện ra.</translation>
    </message>
    <message>
        <source>What answers at {address} is not the enrolment of a province.</source>
        <translation>Nơi trả lời ở {address} không phải là cổng ghi danh của tỉnh.</translation>
    </message>
    <message>
        <source>Check address and port: the enrolment address is the one after “enrol” that motcua-gateway serve shows, such as https://host:8444.</source>
        <translation>Kiểm tra địa chỉ và cổng: địa chỉ ghi danh là địa chỉ sau chữ “enrol” mà motcua-gateway serve hiện ra, ví dụ https://máy:8444.</translation>
    </message>
    <message>
        <source>{address} is where enrolled stations send to; enrolment has a port of its own.</source>
        <translation>{address} là nơi các máy đã ghi danh gửi hồ sơ; việc ghi danh có cổng riêng.</translation>
    </message>
    <message>
        <source>Type the enrolment address: usually the same with the next port, such as https://host:8444 beside 8443.</source>
        <translation>Nhập địa chỉ ghi danh: thường cùng máy chủ, cổng kế tiếp, ví dụ https://máy:8444 bên cạnh 8443.</translation>
    </message>
    <message>
        <source>The province's certificate is not made for the name {host}.</source>
        <translation>Chứng thư của tỉnh không cấp cho tên {host}.</translation>
    </message>
    <message>
        <source>Type the name that the province gave; its technician adds names with motcua-gateway init --host.</source>
        <translation>Nhập đúng tên mà tỉnh đã cho; kỹ thuật viên của tỉnh thêm tên bằng motcua-gateway init --host.</translation>
    </message>
    <message>
        <source>The clock of this machine says {now}, but it is {theirs}.</source>
        <translation>Đồng hồ của máy này chỉ {now}, nhưng bây giờ là {theirs}.</translation>
    </message>
    <message>
        <source>Set date, time and time zone right, then enrol again.</source>
        <translation>Chỉnh đúng ngày, giờ và múi giờ rồi ghi danh lại.</translation>
    </message>
    <message>
        <source>The clock of this machine says {now}, but the province's certificate is good from {from} to {until}.</source>
        <translation>Đồng hồ của máy này chỉ {now}, nhưng chứng thư của tỉnh có hiệu lực từ {from} đến {until}.</translation>
    </message>
    <message>
        <source>Set date and time right, then enrol again. If they are right, the province has to renew its certificate.</source>
        <translation>Chỉnh đúng ngày giờ rồi ghi danh lại. Nếu ngày giờ đã đúng, tỉnh phải cấp lại chứng thư của mình.</translation>
    </message>
    <message>
        <source>Enrolled stations have to reach the province at {address}, and this machine does not.</source>
        <translation>Máy đã ghi danh phải kết nối được tới tỉnh ở {address}, nhưng máy này chưa kết nối được.</translation>
    </message>
    <message>
        <source>Open that address in the network, or have the province serve under a name that is reached from here (motcua-gateway serve --host).</source>
        <translation>Mở địa chỉ đó trong mạng, hoặc đề nghị tỉnh phục vụ dưới tên mà máy này kết nối được (motcua-gateway serve --host).</translation>
    </message>
    <message>
        <source>The line broke before the province's answer came: it may have used the code up.</source>
        <translation>Đường truyền bị ngắt trước khi tỉnh trả lời: mã có thể đã bị dùng.</translation>
    </message>
    <message>
        <source>The key is kept for as long as this window is open.</source>
        <translation>Khóa của máy được giữ chừng nào cửa sổ này còn mở.</translation>
    </message>
    <message>
        <source>Enrol again with the same code and without closing the program: the answer is given again.</source>
        <translation>Ghi danh lại với chính mã đó, không đóng chương trình: tỉnh sẽ trả lời lại.</translation>
    </message>
    <message>
        <source>Wait a minute, then type the code again.</source>
        <translation>Hãy đợi một phút rồi nhập lại mã.</translation>
    </message>
    <message>
        <source>The enrolment is under way already.</source>
        <translation>Việc ghi danh đang được thực hiện.</translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation>Hãy đợi cho xong.</translation>
    </message>
    <message>
        <source>The drive with the data folder cannot lock files, as some network drives cannot.</source>
        <translation>Ổ đĩa chứa thư mục dữ liệu không khóa được tệp, như một số ổ đĩa mạng.</translation>
    </message>
    <message>
        <source>Nothing was written to it: two programs at once would destroy the data.</source>
        <translation>Chưa ghi gì vào đó: hai chương trình cùng ghi sẽ làm hỏng dữ liệu.</translation>
    </message>
    <message>
        <source>Put the data folder on a disk of this machine, or have file locking switched on at the server.</source>
        <translation>Đặt thư mục dữ liệu trên ổ đĩa của máy này, hoặc nhờ bật khóa tệp trên máy chủ.</translation>
    </message>
    <message>
        <source>Reading from the disk failed.</source>
        <translation>Không đọc được từ ổ đĩa.</translation>
    </message>
    <message>
        <source>There is nothing in this file.</source>
        <translation>Tệp này trống, không có nội dung.</translation>
    </message>
    <message>
        <source>Scan it once more; if it stays so, look whether the device's disk or the share is full.</source>
        <translation>Quét lại; nếu vẫn vậy, xem ổ đĩa của máy quét hoặc thư mục mạng có bị đầy không.</translation>
    </message>
    <message>
        <source>This file may not be read by this program.</source>
        <translation>Chương trình không được phép đọc tệp này.</translation>
    </message>
    <message>
        <source>Have the technician allow it, or copy the file to a folder of your own.</source>
        <translation>Nhờ kỹ thuật cấp quyền, hoặc chép tệp sang thư mục của mình.</translation>
    </message>
    <message>
        <source>This PDF is locked with a password.</source>
        <translation>Tệp PDF này bị khóa bằng mật khẩu.</translation>
    </message>
    <message>
        <source>Open it with its password, print it as a new PDF without one, and take that in; or ask for the paper.</source>
        <translation>Mở tệp bằng mật khẩu, in ra tệp PDF mới không khóa rồi lấy tệp mới; hoặc yêu cầu bản giấy.</translation>
    </message>
    <message>
        <source>Photographs of the kind HEIC cannot be taken in.</source>
        <translation>Không nhận được ảnh loại HEIC.</translation>
    </message>
    <message>
        <source>Save it as JPEG. On an iPhone: Settings, Camera, Formats, Most Compatible; then take the photograph once more.</source>
        <translation>Lưu ảnh thành JPEG. Trên iPhone: Cài đặt, Camera, Định dạng, Tương thích nhất; rồi chụp lại.</translation>
    </message>
    <message>
        <source>Use PDF, JPEG, PNG, TIFF, BMP or WebP.</source>
        <translation>Dùng tệp PDF, JPEG, PNG, TIFF, BMP hoặc WebP.</translation>
    </message>
    <message>
        <source>The reason is missing.</source>
        <translation>Thiếu lý do.</translation>
    </message>
    <message>
        <source>Write the reason, then repeat the step.</source>
        <translation>Ghi lý do rồi làm lại.</translation>
    </message>
    <message>
        <source>It is not said who takes the result.</source>
        <translation>Chưa ghi ai nhận kết quả.</translation>
    </message>
    <message>
        <source>Write who takes it, then hand it over.</source>
        <translation>Ghi tên người nhận rồi trả kết quả.</translation>
    </message>
    <message>
        <source>It is not said what is missing.</source>
        <translation>Chưa ghi còn thiếu giấy tờ gì.</translation>
    </message>
    <message>
        <source>Choose or write what the citizen has to bring, then print form 02.</source>
        <translation>Chọn hoặc ghi giấy tờ người dân phải nộp thêm rồi in mẫu 02.</translation>
    </message>
    <message>
        <source>What was sent does not fit what the province holds of this station.</source>
        <translation>Phần vừa gửi không khớp với những gì tỉnh đang giữ của máy này.</translation>
    </message>
    <message>
        <source>The card reader sends its letters in another code page: the name and the address came out wrong.</source>
        <translation>Đầu đọc gửi chữ theo bảng mã khác nên họ tên và địa chỉ bị sai.</translation>
    </message>
    <message>
        <source>Set the reader to UTF-8 by the code in its manual, then scan again.</source>
        <translation>Đặt đầu đọc về UTF-8 bằng mã cài đặt trong sách hướng dẫn rồi quét lại.</translation>
    </message>
    <message>
        <source>The letters with marks were lost between the card and this program.</source>
        <translation>Các chữ có dấu bị mất trên đường từ thẻ đến chương trình.</translation>
    </message>
    <message>
        <source>Set the keyboard to English (US) and the reader to UTF-8, then scan again; or type what is on the card.</source>
        <translation>Đặt bàn phím về tiếng Anh (US) và đầu đọc về UTF-8 rồi quét lại; hoặc nhập theo thẻ.</translation>
    </message>
    <message>
        <source>The card's code came through another keyboard layout, which changed its figures and signs.</source>
        <translation>Mã thẻ đi qua kiểu bàn phím khác nên chữ số và ký hiệu bị biến đổi.</translation>
    </message>
    <message>
        <source>Set the keyboard to English (US), then scan again.</source>
        <translation>Đặt bàn phím về tiếng Anh (US) rồi quét lại.</translation>
    </message>
    <message>
        <source>What was scanned is neither a card nor a paper of this program.</source>
        <translation>Mã vừa quét không phải của thẻ căn cước, cũng không phải của giấy tờ do chương trình này in.</translation>
    </message>
    <message>
        <source>Nothing was entered.</source>
        <translation>Không có gì được nhập vào.</translation>
    </message>
    <message>
        <source>Scan the QR code of the card or of the receipt.</source>
        <translation>Hãy quét mã QR trên thẻ hoặc trên giấy tiếp nhận.</translation>
    </message>
    <message>
        <source>Two codes came from the reader at once.</source>
        <translation>Đầu đọc gửi hai mã cùng một lúc.</translation>
    </message>
    <message>
        <source>None of them was taken.</source>
        <translation>Không mã nào được nhận.</translation>
    </message>
    <message>
        <source>Scan them one after the other.</source>
        <translation>Hãy quét lần lượt từng mã.</translation>
    </message>
    <message>
        <source>A code was scanned while nobody is signed in.</source>
        <translation>Có mã được quét khi chưa ai đăng nhập.</translation>
    </message>
    <message>
        <source>It was not taken.</source>
        <translation>Mã không được nhận.</translation>
    </message>
    <message>
        <source>Sign in, then scan again.</source>
        <translation>Hãy đăng nhập rồi quét lại.</translation>
    </message>
    <message>
        <source>A code was scanned while another window is open.</source>
        <translation>Có mã được quét khi một cửa sổ khác đang mở.</translation>
    </message>
    <message>
        <source>Close the window, then scan again.</source>
        <translation>Hãy đóng cửa sổ đó rồi quét lại.</translation>
    </message>
    <message>
        <source>A card was scanned; this place has no use for it.</source>
        <translation>Vừa quét một thẻ căn cước; màn hình này không dùng đến thẻ.</translation>
    </message>
    <message>
        <source>Go to Intake for a new dossier or to Hand over for a result, then scan again.</source>
        <translation>Sang Tiếp nhận nếu là hồ sơ mới, sang Trả kết quả nếu công dân đến nhận kết quả, rồi quét lại.</translation>
    </message>
    <message>
        <source>These are the lines on the back of a card: the name has no marks there.</source>
        <translation>Đây là dòng mã máy ở mặt sau thẻ: họ tên ở đó không có dấu.</translation>
    </message>
    <message>
        <source>Scan the card's QR code.</source>
        <translation>Hãy quét mã QR trên thẻ.</translation>
    </message>
    <message>
        <source>The dossier of this paper is not on this machine: {code}.</source>
        <translation>Hồ sơ của giấy tờ này không có trên máy: {code}.</translation>
    </message>
    <message>
        <source>Was it received at another commune or today at another desk? Ask there, or wait for the next sync.</source>
        <translation>Hồ sơ được tiếp nhận ở xã khác, hay hôm nay ở quầy khác? Hỏi nơi đó, hoặc chờ lần đồng bộ tới.</translation>
    </message>
    <message>
        <source>The card is another person's: {holder}. The result is {name}'s.</source>
        <translation>Thẻ này của người khác: {holder}. Kết quả là của {name}.</translation>
    </message>
    <message>
        <source>If {holder} takes it on their behalf, look at the authorisation and write the name under Handed to.</source>
        <translation>Nếu {holder} nhận thay, hãy xem giấy ủy quyền và ghi tên vào ô Người nhận kết quả.</translation>
    </message>
    <message>
        <source>No result is waiting for this card: {holder}.</source>
        <translation>Không có kết quả nào đang chờ chủ thẻ này: {holder}.</translation>
    </message>
    <message>
        <source>Look under Dossiers how far it is.</source>
        <translation>Xem hồ sơ đang ở bước nào tại màn hình Hồ sơ.</translation>
    </message>
    <message>
        <source>There is something in that place already.</source>
        <translation>Nơi đó đã có tệp hoặc thư mục.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Chọn tên khác.</translation>
    </message>
    <message>
        <source>That place lies in the data folder itself.</source>
        <translation>Nơi đó nằm ngay trong thư mục dữ liệu.</translation>
    </message>
    <message>
        <source>Choose a place outside of it, best on another disk.</source>
        <translation>Chọn nơi khác ngoài thư mục đó, tốt nhất trên ổ đĩa khác.</translation>
    </message>
    <message>
        <source>The disk for the copy is full, at {file}.</source>
        <translation>Ổ đĩa lưu bản sao đã đầy, ở tệp {file}.</translation>
    </message>
    <message>
        <source>The half copy was removed; the station's own data are untouched.</source>
        <translation>Bản sao dở dang đã được xóa; dữ liệu của máy còn nguyên.</translation>
    </message>
    <message>
        <source>Free some space or choose another disk, then make it again.</source>
        <translation>Giải phóng dung lượng hoặc chọn ổ đĩa khác rồi làm lại.</translation>
    </message>
    <message>
        <source>The copy could not be written, at {file}.</source>
        <translation>Không ghi được bản sao, ở tệp {file}.</translation>
    </message>
    <message>
        <source>Check rights and health of the disk, then make it again.</source>
        <translation>Kiểm tra quyền ghi và tình trạng ổ đĩa rồi làm lại.</translation>
    </message>
    <message>
        <source>The copy is not whole, at {place}, and was removed.</source>
        <translation>Bản sao không nguyên vẹn, ở {place}, nên đã bị xóa.</translation>
    </message>
    <message>
        <source>The station's own data are untouched.</source>
        <translation>Dữ liệu của máy còn nguyên.</translation>
    </message>
    <message>
        <source>Verify the station's data; if they are sound, make the copy again on another disk.</source>
        <translation>Kiểm tra dữ liệu của máy; nếu nguyên vẹn, tạo lại bản sao trên ổ đĩa khác.</translation>
    </message>
    <message>
        <source>Another desk has taken this file too.</source>
        <translation>Quầy khác cũng đã nhận tệp này.</translation>
    </message>
    <message>
        <source>Its pages are in this intake as well.</source>
        <translation>Các trang của tệp cũng đã có trong hồ sơ đang tiếp nhận này.</translation>
    </message>
    <message>
        <source>Agree with the other desk whose it is, and remove the pages at the one that does not need them.</source>
        <translation>Thống nhất với quầy kia tệp thuộc hồ sơ nào, rồi bỏ các trang ở quầy không cần.</translation>
    </message>
    <message>
        <source>The name of this file cannot be read.</source>
        <translation>Không đọc được tên của tệp này.</translation>
    </message>
    <message>
        <source>Rename it with plain letters, or have the technician set the device to Unicode names.</source>
        <translation>Đổi tên tệp bằng chữ không dấu, hoặc nhờ kỹ thuật đặt máy dùng tên Unicode.</translation>
    </message>
    <message>
        <source>This page cannot be turned.</source>
        <translation>Không xoay được trang này.</translation>
    </message>
    <message>
        <source>It is unchanged.</source>
        <translation>Trang vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>A PDF is kept as it came, for it may be signed: scan the paper the right way up, or leave it.</source>
        <translation>Tệp PDF được giữ nguyên vì có thể đã ký số: quét lại giấy đúng chiều, hoặc để nguyên.</translation>
    </message>
    <message>
        <source>Decide it here; the province adds desks.</source>
        <translation>Giải quyết hồ sơ tại đây; tỉnh là nơi thêm quầy.</translation>
    </message>
    <message>
        <source>The dossier was changed since.</source>
        <translation>Hồ sơ đã thay đổi từ lúc đó.</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>Chưa ghi gì.</translation>
    </message>
    <message>
        <source>Take it back, look at the dossier, and do it again if it still holds.</source>
        <translation>Lấy lại, xem hồ sơ, rồi làm lại nếu vẫn đúng.</translation>
    </message>
    <message>
        <source>The passport number is not right.</source>
        <translation>Số hộ chiếu không đúng.</translation>
    </message>
    <message>
        <source>The tax code is not right.</source>
        <translation>Mã số thuế không đúng.</translation>
    </message>
    <message>
        <source>Type 10 digits, or 10 and 3 after a hyphen; of a household business also its owner's personal number.</source>
        <translation>Nhập 10 chữ số, hoặc 10 chữ số, gạch nối và 3 chữ số; hộ kinh doanh có thể dùng số định danh của chủ hộ.</translation>
    </message>
    <message>
        <source>The personal number of who files is not right.</source>
        <translation>Số định danh của người nộp thay không đúng.</translation>
    </message>
    <message>
        <source>It is not said who files in the applicant's place, or on what ground.</source>
        <translation>Chưa ghi ai nộp thay hoặc căn cứ nộp thay.</translation>
    </message>
    <message>
        <source>Fill in both, or take the mark off if the applicant files.</source>
        <translation>Điền cả hai, hoặc bỏ dấu “Nộp thay” nếu người yêu cầu tự nộp.</translation>
    </message>
    <message>
        <source>A passport was read; this place has no use for it.</source>
        <translation>Vừa đọc một hộ chiếu; mục này không dùng hộ chiếu.</translation>
    </message>
    <message>
        <source>Go to Intake for a new dossier or to Hand over for a result, then read it again.</source>
        <translation>Sang mục Tiếp nhận nếu có hồ sơ mới, hoặc Trả kết quả nếu trả kết quả, rồi đọc lại.</translation>
    </message>
    <message>
        <source>The passport's lines were read wrongly: a check digit does not fit.</source>
        <translation>Hai dòng của hộ chiếu bị đọc sai: số kiểm tra không khớp.</translation>
    </message>
    <message>
        <source>Read both lines once more. If it happens again, type what is in the passport.</source>
        <translation>Đọc lại cả hai dòng. Nếu vẫn lỗi thì nhập theo hộ chiếu.</translation>
    </message>
    <message>
        <source>The passport's lines could not be read.</source>
        <translation>Không đọc được hai dòng của hộ chiếu.</translation>
    </message>
    <message>
        <source>Too many wrong codes or account names were tried.</source>
        <translation>Đã thử quá nhiều mã hoặc tên tài khoản sai.</translation>
    </message>
    <message>
        <source>The number is the one on record, the name is another: {holder} on the card, {name} in the dossier.</source>
        <translation>Số đúng với hồ sơ nhưng họ tên khác: trên thẻ là {holder}, trong hồ sơ là {name}.</translation>
    </message>
    <message>
        <source>Look at the card and the person. If it is they, press F8.</source>
        <translation>Xem lại thẻ và người nhận. Đúng người thì bấm F8.</translation>
    </message>
    <message>
        <source>The program ended while this paper was being printed.</source>
        <translation>Chương trình dừng khi giấy này đang in.</translation>
    </message>
    <message>
        <source>The dossier is unchanged; whether the paper came out is not known here.</source>
        <translation>Hồ sơ không đổi; chưa biết giấy đã ra hay chưa.</translation>
    </message>
    <message>
        <source>The province has no account with this login in this unit.</source>
        <translation>Tỉnh không có tài khoản nào của đơn vị này mang tên đăng nhập này.</translation>
    </message>
    <message>
        <source>Check the spelling; if it is right, ask the province's administrator for an account and try again.</source>
        <translation>Kiểm tra chính tả; nếu đúng, đề nghị quản trị viên của tỉnh cấp tài khoản rồi thử lại.</translation>
    </message>
    <message>
        <source>Look for paper, ink and power; it goes on by itself. Whoever prints it again or does not need it takes it out of the queue.</source>
        <translation>Kiểm tra giấy, mực, nguồn điện; máy sẽ tự in tiếp. In lại hoặc chọn không cần thì lệnh đang chờ được rút khỏi hàng đợi.</translation>
    </message>
    <message>
        <source>The job could not be taken out of the printer's queue.</source>
        <translation>Không rút được lệnh in khỏi hàng đợi của máy in.</translation>
    </message>
    <message>
        <source>It still waits there; nothing was printed a second time.</source>
        <translation>Lệnh in vẫn chờ ở đó; chưa in thêm bản nào.</translation>
    </message>
    <message>
        <source>Put the printer right and wait for the paper, or call the technician to take the job out.</source>
        <translation>Khắc phục máy in rồi chờ bản in ra, hoặc gọi kỹ thuật viên rút lệnh in.</translation>
    </message>
    <message>
        <source>It has letters and digits only, from 5 to 20 of them.</source>
        <translation>Số hộ chiếu chỉ gồm chữ cái và chữ số, từ 5 đến 20 ký tự.</translation>
    </message>
    <message>
        <source>No state has this code.</source>
        <translation>Không có nước nào mang mã này.</translation>
    </message>
    <message>
        <source>Type the state's name, or the code of three letters in the passport.</source>
        <translation>Gõ tên nước, hoặc mã ba chữ cái ghi trong hộ chiếu.</translation>
    </message>
    <message>
        <source>The number of the representative or owner is not right.</source>
        <translation>Số của người đại diện hoặc chủ hộ kinh doanh không đúng.</translation>
    </message>
    <message>
        <source>It is a personal number of 12 digits or a passport's. Leave the field empty when it is not known.</source>
        <translation>Đó là số định danh 12 chữ số hoặc số hộ chiếu. Nếu không biết, để trống ô này.</translation>
    </message>
    <message>
        <source>It is not said on what ground somebody files in the applicant's place.</source>
        <translation>Chưa ghi căn cứ nộp thay người yêu cầu.</translation>
    </message>
    <message>
        <source>Type the paper of authority, or what they are to the applicant.</source>
        <translation>Gõ giấy ủy quyền, hoặc quan hệ với người yêu cầu.</translation>
    </message>
    <message>
        <source>The number of this card, {holder}, is on record in the dossier; the name is not.</source>
        <translation>Số của thẻ này ({holder}) có trong hồ sơ, nhưng hồ sơ không ghi họ tên.</translation>
    </message>
    <message>
        <source>It was taken back and is not done, but the disk could not note that.</source>
        <translation>Đã lấy lại, việc này không được thực hiện; nhưng ổ đĩa không ghi được điều đó.</translation>
    </message>
    <message>
        <source>Free some space on the disk. If the program ends before that, it asks at the next start whether it is to be done.</source>
        <translation>Giải phóng chỗ trên ổ đĩa. Nếu chương trình tắt trước đó, lần mở sau sẽ hỏi có thực hiện hay không.</translation>
    </message>
    <message>
        <source>This unfinished work is no longer there.</source>
        <translation>Phần nhập dở này không còn nữa.</translation>
    </message>
    <message>
        <source>What stands on the screen is kept.</source>
        <translation>Những gì trên màn hình vẫn được giữ.</translation>
    </message>
    <message>
        <source>A colleague may have ended it: search for the citizen with Ctrl+K.</source>
        <translation>Có thể đồng nghiệp đã làm xong: tìm người dân bằng Ctrl+K.</translation>
    </message>
    <message>
        <source>Other papers came into this dossier while these were being taken in.</source>
        <translation>Trong lúc nhận bổ sung, hồ sơ này đã có thêm giấy tờ khác.</translation>
    </message>
    <message>
        <source>Both stand in the list now; nothing was recorded.</source>
        <translation>Danh sách nay có cả hai; chưa ghi gì vào hồ sơ.</translation>
    </message>
    <message>
        <source>Look the list through, then press F9 again.</source>
        <translation>Xem lại danh sách rồi bấm F9 lần nữa.</translation>
    </message>
    <message>
        <source>There is no line to ask the other desk for this dossier.</source>
        <translation>Không có đường truyền để xin hồ sơ từ quầy kia.</translation>
    </message>
    <message>
        <source>Try again when there is a line, or decide at that desk by switching user.</source>
        <translation>Thử lại khi có đường truyền, hoặc xử lý tại quầy đó bằng cách đổi người dùng.</translation>
    </message>
    <message>
        <source>The code that was scanned is far too long for a card or a paper of this program.</source>
        <translation>Mã vừa quét quá dài, không phải mã trên thẻ hay trên giấy của chương trình này.</translation>
    </message>
    <message>
        <source>Who files in the applicant's place has the applicant's own number.</source>
        <translation>Số định danh của người nộp thay trùng với số của chính người đề nghị.</translation>
    </message>
    <message>
        <source>Take By proxy away, or type the number of who came.</source>
        <translation>Bỏ chọn Nộp thay, hoặc nhập số của người đến nộp.</translation>
    </message>
    <message>
        <source>Caps Lock is on: it turned small letters of the card into large ones.</source>
        <translation>Phím Caps Lock đang bật nên chữ thường trên thẻ bị đổi thành chữ hoa.</translation>
    </message>
    <message>
        <source>Switch Caps Lock off, then scan again.</source>
        <translation>Tắt Caps Lock rồi quét lại.</translation>
    </message>
    <message>
        <source>The card is another person's: {holder}. This intake is {name}'s.</source>
        <translation>Thẻ của người khác: {holder}. Hồ sơ đang tiếp nhận là của {name}.</translation>
    </message>
    <message>
        <source>The passport is another person's: {holder}. This intake is {name}'s.</source>
        <translation>Hộ chiếu của người khác: {holder}. Hồ sơ đang tiếp nhận là của {name}.</translation>
    </message>
    <message>
        <source>F2 begins a new intake for the passport. Ctrl+F3 puts {holder} in {name}'s place; what was entered of {name} goes, papers and pages stay.</source>
        <translation>Bấm F2 để tiếp nhận hồ sơ mới cho hộ chiếu này. Bấm Ctrl+F3 để thay {name} bằng {holder}: thông tin đã nhập của {name} sẽ bỏ, giấy tờ và trang quét giữ nguyên.</translation>
    </message>
    <message>
        <source>These are another person's papers: {holder}. {name} is entered as who files in the applicant's place.</source>
        <translation>Giấy tờ của người khác: {holder}. Người nộp thay đã nhập là {name}.</translation>
    </message>
    <message>
        <source>Ctrl+F3 puts {holder} in {name}'s place; what was entered of {name} and the ground go.</source>
        <translation>Bấm Ctrl+F3 để thay {name} bằng {holder}: thông tin đã nhập của {name} và căn cứ nộp thay sẽ bỏ.</translation>
    </message>
    <message>
        <source>The number is the one on record, the name differs in its marks: {holder} on the card, {name} in the dossier.</source>
        <translation>Số đúng với hồ sơ nhưng tên khác dấu: trên thẻ là {holder}, trong hồ sơ là {name}.</translation>
    </message>
    <message>
        <source>F2: a new intake. Ctrl+F3: {holder} in {name}'s place, without what was entered of {name}.</source>
        <translation>F2: tiếp nhận mới. Ctrl+F3: thay {name} bằng {holder}, bỏ thông tin đã nhập của {name}.</translation>
    </message>
    <message>
        <source>The clock says {now}: {days} days after the last record of this machine ({last}), and the province has not answered since.</source>
        <translation>Đồng hồ máy báo {now}: {days} ngày sau lần ghi cuối cùng của máy này ({last}), từ đó đến nay tỉnh chưa trả lời.</translation>
    </message>
    <message>
        <source>This picture has the shape of no page: {width} × {height} dots.</source>
        <translation>Hình này không có hình dạng của một trang giấy: {width} × {height} điểm ảnh.</translation>
    </message>
    <message>
        <source>Scan the paper itself, or take in a picture that shows it whole.</source>
        <translation>Hãy quét chính tờ giấy, hoặc lấy vào một hình chụp trọn tờ giấy.</translation>
    </message>
    <message>
        <source>A paper of a dossier was scanned; dossiers are opened by clerks and supervisors.</source>
        <translation>Vừa quét giấy của một hồ sơ; chỉ công chức và lãnh đạo mở hồ sơ.</translation>
    </message>
    <message>
        <source>Nothing was opened.</source>
        <translation>Chưa mở gì.</translation>
    </message>
    <message>
        <source>The province's disk is nearly full: it takes no scanned pages.</source>
        <translation>Ổ đĩa của tỉnh sắp đầy nên tạm thời không nhận trang quét.</translation>
    </message>
    <message>
        <source>Everything is kept on this machine, and records are still sent.</source>
        <translation>Mọi thứ vẫn còn trên máy này; bản ghi vẫn được gửi đi.</translation>
    </message>
    <message>
        <source>Tell the province's administrator; the pages follow by themselves when there is room.</source>
        <translation>Hãy báo quản trị viên của tỉnh; khi có chỗ, các trang tự gửi tiếp.</translation>
    </message>
    <message>
        <source>The province found signs that cannot be read in {part} ({field}).</source>
        <translation>Tỉnh thấy ký tự không đọc được ở {part} ({field}).</translation>
    </message>
    <message>
        <source>Do it anew, and type the text instead of pasting it.</source>
        <translation>Hãy làm lại, và gõ văn bản thay vì dán.</translation>
    </message>
    <message>
        <source>The province found a day that cannot be, in {part} ({field}).</source>
        <translation>Tỉnh thấy một ngày không thể có, ở {part} ({field}).</translation>
    </message>
    <message>
        <source>Do it anew with the right day.</source>
        <translation>Hãy làm lại với ngày đúng.</translation>
    </message>
    <message>
        <source>This was recorded at a moment that cannot be: the clock of this machine was wrong.</source>
        <translation>Việc này được ghi vào một thời điểm không thể có: đồng hồ của máy đã sai.</translation>
    </message>
    <message>
        <source>Set date and time right, then do it anew.</source>
        <translation>Hãy chỉnh đúng ngày giờ, rồi làm lại.</translation>
    </message>
    <message>
        <source>The province never published this procedure.</source>
        <translation>Tỉnh chưa từng ban hành thủ tục này.</translation>
    </message>
    <message>
        <source>A colleague is added, or gets another password, by their own activation code only.</source>
        <translation>Chỉ thêm được đồng nghiệp, hoặc đặt lại mật khẩu cho họ, bằng mã kích hoạt của chính người đó.</translation>
    </message>
    <message>
        <source>The province gives the code to that person; let them type it together with the password.</source>
        <translation>Tỉnh giao mã cho chính người đó; hãy để họ tự nhập mã cùng với mật khẩu.</translation>
    </message>
    <message>
        <source>An activation code has twelve letters and digits.</source>
        <translation>Mã kích hoạt gồm mười hai chữ cái và chữ số.</translation>
    </message>
    <message>
        <source>Type it as the province gave it; hyphens and spaces do not count.</source>
        <translation>Hãy nhập đúng như tỉnh đã giao; không tính dấu gạch nối và khoảng trắng.</translation>
    </message>
    <message>
        <source>The province did not accept the activation code.</source>
        <translation>Tỉnh không chấp nhận mã kích hoạt.</translation>
    </message>
    <message>
        <source>Check code and login; if the code was used before or is too old, ask the province for a new one.</source>
        <translation>Hãy kiểm tra mã và tên đăng nhập; nếu mã đã dùng hoặc đã hết hạn, hãy xin tỉnh mã mới.</translation>
    </message>
    <message>
        <source>Too many wrong activation codes were typed at this station.</source>
        <translation>Máy này đã nhập sai mã kích hoạt quá nhiều lần.</translation>
    </message>
    <message>
        <source>The province was not reached, so nobody could be activated.</source>
        <translation>Không liên lạc được với tỉnh nên chưa kích hoạt được.</translation>
    </message>
    <message>
        <source>See that there is a line to the province, then type the same code again.</source>
        <translation>Hãy kiểm tra đường truyền tới tỉnh rồi nhập lại chính mã đó.</translation>
    </message>
    <message>
        <source>The province's program does not know activation codes yet.</source>
        <translation>Chương trình của tỉnh chưa biết mã kích hoạt.</translation>
    </message>
    <message>
        <source>Leave the code empty until the province has updated its program.</source>
        <translation>Hãy để trống mã cho đến khi tỉnh cập nhật chương trình.</translation>
    </message>
    <message>
        <source>This account file is not of this province and unit, or is somebody else's.</source>
        <translation>Tệp tài khoản này không phải của tỉnh và đơn vị này, hoặc là của người khác.</translation>
    </message>
    <message>
        <source>Ask the province for the file that goes with this person's code.</source>
        <translation>Hãy xin tỉnh tệp đi cùng mã của người này.</translation>
    </message>
    <message>
        <source>This account file is too old.</source>
        <translation>Tệp tài khoản này đã hết hạn.</translation>
    </message>
    <message>
        <source>Ask the province for a new one and the code that goes with it.</source>
        <translation>Hãy xin tỉnh tệp mới và mã đi cùng.</translation>
    </message>
    <message>
        <source>The province's answer to the activation code cannot be used.</source>
        <translation>Không dùng được câu trả lời của tỉnh cho mã kích hoạt.</translation>
    </message>
    <message>
        <source>Tell the technician; the diagnosis under System says more.</source>
        <translation>Hãy báo kỹ thuật viên; mục chẩn đoán trong Hệ thống cho biết thêm.</translation>
    </message>
    <message>
        <source>This machine could not make a key to sign with.</source>
        <translation>Máy này không tạo được khóa để ký.</translation>
    </message>
    <message>
        <source>Tell the technician.</source>
        <translation>Hãy báo kỹ thuật viên.</translation>
    </message>
    <message>
        <source>The province does not accept this without the signature of the person whose act it is.</source>
        <translation>Tỉnh không chấp nhận việc này khi không có chữ ký của chính người làm.</translation>
    </message>
    <message>
        <source>Let that person activate their signature under System and do it again; if they have, tell the technician.</source>
        <translation>Hãy để người đó kích hoạt chữ ký tại Hệ thống rồi làm lại; nếu đã kích hoạt, hãy báo kỹ thuật viên.</translation>
    </message>
    <message>
        <source>The signer's name, title or authority is not as the province published the account.</source>
        <translation>Tên, chức vụ hoặc thẩm quyền của người ký không như tài khoản mà tỉnh đã ban hành.</translation>
    </message>
    <message>
        <source>Do it again once the account is right; the province's administrator changes it.</source>
        <translation>Hãy làm lại khi tài khoản đã đúng; quản trị của tỉnh sửa tài khoản.</translation>
    </message>
    <message>
        <source>The security log is read by supervisors and technicians.</source>
        <translation>Chỉ người phê duyệt và kỹ thuật viên được đọc nhật ký an ninh.</translation>
    </message>
    <message>
        <source>Ask a supervisor or the technician of the unit to sign in here.</source>
        <translation>Hãy nhờ người phê duyệt hoặc kỹ thuật viên của đơn vị đăng nhập tại máy này.</translation>
    </message>
    <message>
        <source>The password is too long.</source>
        <translation>Mật khẩu quá dài.</translation>
    </message>
    <message>
        <source>Use at most {most} characters.</source>
        <translation>Dùng nhiều nhất {most} ký tự.</translation>
    </message>
    <message>
        <source>The password is made of the login, the name, the unit or this program's name.</source>
        <translation>Mật khẩu được ghép từ tên đăng nhập, họ tên, tên đơn vị hoặc tên phần mềm này.</translation>
    </message>
    <message>
        <source>Whoever knows you tries that first. Choose five words or more that have nothing to do with you.</source>
        <translation>Người quen biết sẽ thử những từ đó trước tiên. Hãy chọn từ năm tiếng trở lên không liên quan gì đến mình.</translation>
    </message>
    <message>
        <source>The password is made of what many people choose.</source>
        <translation>Mật khẩu được ghép từ những từ nhiều người hay dùng.</translation>
    </message>
    <message>
        <source>Such words are tried first. Choose five words or more that do not belong together.</source>
        <translation>Những từ đó bị thử trước tiên. Hãy chọn từ năm tiếng trở lên không liên quan với nhau.</translation>
    </message>
    <message>
        <source>The password is made of a year, of keys beside each other or of repetitions.</source>
        <translation>Mật khẩu gồm năm, các phím liền nhau hoặc phần lặp lại.</translation>
    </message>
    <message>
        <source>Such patterns are tried first. Choose five words or more that do not belong together.</source>
        <translation>Những kiểu đó bị thử trước tiên. Hãy chọn từ năm tiếng trở lên không liên quan với nhau.</translation>
    </message>
    <message>
        <source>The password is easily guessed.</source>
        <translation>Mật khẩu dễ đoán.</translation>
    </message>
    <message>
        <source>Add a word or two: four Vietnamese syllables are too few, five and more are enough.</source>
        <translation>Hãy thêm một hai tiếng: bốn tiếng thì quá ít, từ năm tiếng trở lên là đủ.</translation>
    </message>
    <message>
        <source>{missing} records that this desk had made are missing on this machine.</source>
        <translation>Máy này thiếu {missing} bản ghi mà quầy đã lập.</translation>
    </message>
    <message>
        <source>The {kept} before them, drafts and scanned pages are kept; what the province confirmed is safe there.</source>
        <translation>{kept} bản ghi trước đó, bản nháp và trang quét vẫn còn; những gì tỉnh đã nhận vẫn an toàn ở tỉnh.</translation>
    </message>
    <message>
        <source>Drafts and scanning go on. Let this desk reach the province: it fetches what is missing by itself. Until then it gives no number.</source>
        <translation>Vẫn làm được bản nháp và quét. Hãy để quầy nối được với tỉnh: quầy tự lấy lại phần thiếu. Trước đó quầy không cấp số.</translation>
    </message>
    <message>
        <source>The data of this desk are an older copy: here are {here} records, the province has {there}.</source>
        <translation>Dữ liệu của quầy là bản sao cũ: ở đây có {here} bản ghi, tỉnh có {there}.</translation>
    </message>
    <message>
        <source>Everything is kept on this machine, and nothing was overwritten.</source>
        <translation>Mọi thứ vẫn còn trên máy này, không có gì bị ghi đè.</translation>
    </message>
    <message>
        <source>Drafts and scanning go on. The desk fetches what is missing by itself; until then it gives no number.</source>
        <translation>Vẫn làm được bản nháp và quét. Quầy tự lấy lại phần thiếu; trước đó quầy không cấp số.</translation>
    </message>
    <message>
        <source>The data of this desk are an older copy: this PC's TPM knows of later work.</source>
        <translation>Dữ liệu của quầy là bản sao cũ: TPM của máy cho biết đã có việc làm sau đó.</translation>
    </message>
    <message>
        <source>The TPM of this PC does not answer.</source>
        <translation>TPM của máy này không trả lời.</translation>
    </message>
    <message>
        <source>Go on working; an older copy of these data is noticed at the first contact with the province.</source>
        <translation>Cứ làm việc tiếp; bản sao cũ của dữ liệu này sẽ bị phát hiện khi nối với tỉnh lần đầu.</translation>
    </message>
    <message>
        <source>{missing} records that this desk had made never reached the province, and are gone.</source>
        <translation>{missing} bản ghi của quầy chưa từng tới tỉnh và đã mất.</translation>
    </message>
    <message>
        <source>Everything else is here again.</source>
        <translation>Mọi thứ khác đã có lại ở đây.</translation>
    </message>
    <message>
        <source>Compare the last papers with what is shown, and do anew what is missing, before the next number is given.</source>
        <translation>Trước khi cấp số tiếp theo, hãy đối chiếu các giấy tờ cuối cùng với những gì đang hiện và làm lại phần thiếu.</translation>
    </message>
    <message>
        <source>This was done on an older copy of this desk's data, and the province never gets it.</source>
        <translation>Việc này được làm trên bản sao cũ của dữ liệu quầy và sẽ không tới tỉnh.</translation>
    </message>
    <message>
        <source>It is kept here to be read.</source>
        <translation>Vẫn được giữ ở đây để đọc.</translation>
    </message>
    <message>
        <source>Compare it with the paper that was given, and do it anew.</source>
        <translation>Hãy đối chiếu với giấy tờ đã giao và làm lại.</translation>
    </message>
    <message>
        <source>Somebody changed by hand what this desk notes of its own standing.</source>
        <translation>Có người đã sửa tay phần quầy tự ghi về tình trạng của mình.</translation>
    </message>
    <message>
        <source>Drafts and scanning go on. Let this desk reach the province, which knows how far it got. Until then it gives no number.</source>
        <translation>Vẫn làm được bản nháp và quét. Hãy để quầy nối được với tỉnh, nơi biết quầy đã làm tới đâu. Trước đó quầy không cấp số.</translation>
    </message>
    <message>
        <source>Somebody reset the count of wrong passwords by hand in the data of this desk.</source>
        <translation>Có người đã sửa tay số lần nhập sai mật khẩu trong dữ liệu của quầy.</translation>
    </message>
    <message>
        <source>Change the password. This desk gives numbers again after that, or after it has reached the province; tell the technician.</source>
        <translation>Hãy đổi mật khẩu. Sau đó, hoặc sau khi nối được với tỉnh, quầy lại cấp số; hãy báo kỹ thuật viên.</translation>
    </message>
    <message>
        <source>This page cannot be shown.</source>
        <translation>Không hiển thị được trang này.</translation>
    </message>
    <message>
        <source>It is kept as it came.</source>
        <translation>Trang vẫn được giữ nguyên như khi đến.</translation>
    </message>
    <message>
        <source>Look at the paper itself, or have it scanned again where it was taken in.</source>
        <translation>Hãy xem bản giấy, hoặc đề nghị quét lại ở quầy đã tiếp nhận.</translation>
    </message>
    <message>
        <source>The part of the program that shows pages could not be started.</source>
        <translation>Không khởi động được phần chương trình hiển thị trang.</translation>
    </message>
    <message>
        <source>All pages are kept.</source>
        <translation>Mọi trang vẫn được giữ.</translation>
    </message>
    <message>
        <source>Call the technician: motcua-scan is missing beside the program, or may not be started.</source>
        <translation>Hãy gọi kỹ thuật viên: thiếu motcua-scan bên cạnh chương trình, hoặc không được phép chạy.</translation>
    </message>
    <message>
        <source>This unit has sent the province as many scanned pages in a day as it may.</source>
        <translation>Đơn vị đã gửi lên tỉnh đủ lượng trang quét cho phép trong một ngày.</translation>
    </message>
    <message>
        <source>The pages follow by themselves within a day. If the unit really scans that much, tell the province's administrator.</source>
        <translation>Các trang sẽ tự gửi tiếp trong vòng một ngày. Nếu đơn vị thật sự quét nhiều như vậy, hãy báo quản trị viên của tỉnh.</translation>
    </message>
    <message>
        <source>Whoever has no password at this desk yet is added by a colleague under System.</source>
        <translation>Ai chưa có mật khẩu trên máy này thì nhờ đồng nghiệp thêm tại Hệ thống.</translation>
    </message>
    <message>
        <source>This act needs your signature, and you do not sign at this station yet.</source>
        <translation>Việc này cần chữ ký của anh/chị, mà anh/chị chưa ký được trên máy này.</translation>
    </message>
    <message>
        <source>Ask the province for your activation code and type it in System, under Your signature (F9 there).</source>
        <translation>Hãy xin tỉnh mã kích hoạt của mình rồi nhập tại Hệ thống, mục Chữ ký của anh/chị (F9 ở đó).</translation>
    </message>
    <message>
        <source>Ask the province's administrator. Once it is open again, a colleague adds you here anew with a new code.</source>
        <translation>Hãy hỏi quản trị viên của tỉnh. Khi tài khoản được mở lại, đồng nghiệp thêm lại anh/chị vào máy này bằng mã mới.</translation>
    </message>
    <message>
        <source>A name has at least one letter.</source>
        <translation>Họ tên phải có ít nhất một chữ cái.</translation>
    </message>
    <message>
        <source>Type the name as the paper shows it.</source>
        <translation>Hãy gõ họ tên như trên giấy tờ.</translation>
    </message>
    <message>
        <source>This login opens this desk no more: the province closed the account, or a colleague took the user away here.</source>
        <translation>Tên đăng nhập này không còn trên máy này: tỉnh đã khóa tài khoản, hoặc đồng nghiệp đã bỏ người dùng tại đây.</translation>
    </message>
    <message>
        <source>No try was lost; the account's dossiers are kept.</source>
        <translation>Không mất lần thử nào; hồ sơ của tài khoản vẫn còn nguyên.</translation>
    </message>
    <message>
        <source>Once the account is open, ask the province for a new code; a colleague adds you here anew under System.</source>
        <translation>Khi tài khoản đang mở, hãy xin tỉnh mã mới và nhờ đồng nghiệp thêm lại tại Hệ thống.</translation>
    </message>
    <message>
        <source>This has been settled already.</source>
        <translation>Việc này đã được xử lý rồi.</translation>
    </message>
    <message>
        <source>Nothing is left to do.</source>
        <translation>Không còn gì phải làm.</translation>
    </message>
    <message>
        <source>A citizen holds a receipt that does not stand.</source>
        <translation>Công dân đang giữ giấy tiếp nhận không có giá trị.</translation>
    </message>
    <message>
        <source>Receive it anew with F6, or write why nothing is to be done.</source>
        <translation>Hãy nhận lại bằng F6, hoặc ghi rõ vì sao không cần làm gì.</translation>
    </message>
    <message>
        <source>Use at least {least} characters; best are six words or more that do not belong together.</source>
        <translation>Dùng ít nhất {least} ký tự; tốt nhất là từ sáu tiếng trở lên không liên quan với nhau.</translation>
    </message>
    <message>
        <source>The province's program is older than the one that recorded this.</source>
        <translation>Chương trình của tỉnh cũ hơn chương trình đã ghi việc này.</translation>
    </message>
    <message>
        <source>Tell the province's administrator: what waits follows by itself once that program is the newest.</source>
        <translation>Báo cho quản trị viên của tỉnh: phần đang chờ sẽ tự gửi đi khi chương trình ở tỉnh được cập nhật.</translation>
    </message>
    <message>
        <source>Somebody changed by hand who gets into this desk: {strange} ways in that it did not make, {gone} missing, {changed} changed.</source>
        <translation>Có người đã sửa tay lối vào của quầy này: {strange} lối vào không do quầy tạo, {gone} lối vào bị mất, {changed} chỗ bị đổi.</translation>
    </message>
    <message>
        <source>What this desk did not make was taken out and opened nothing; what was changed was put back.</source>
        <translation>Lối vào lạ đã bị gỡ và không mở được gì; chỗ bị đổi đã được trả lại như cũ.</translation>
    </message>
    <message>
        <source>Tell the technician. Whoever is missing is added again with a new activation code.</source>
        <translation>Hãy báo kỹ thuật viên. Ai bị mất lối vào thì được thêm lại bằng mã kích hoạt mới.</translation>
    </message>
    <message>
        <source>Somebody took lines out of the security log of this desk, or set it back, by hand.</source>
        <translation>Có người đã xóa dòng hoặc đưa lùi nhật ký an ninh của quầy này bằng tay.</translation>
    </message>
    <message>
        <source>Everything else is kept on this machine.</source>
        <translation>Mọi thứ khác vẫn được giữ trên máy này.</translation>
    </message>
    <message>
        <source>Tell the technician; the log shows which lines are missing.</source>
        <translation>Hãy báo kỹ thuật viên; nhật ký cho thấy dòng nào bị mất.</translation>
    </message>
    <message>
        <source>Reading this file took too long, and was given up.</source>
        <translation>Đọc tệp này quá lâu nên đã dừng lại.</translation>
    </message>
    <message>
        <source>Print or scan its pages, then take those in.</source>
        <translation>Hãy in hoặc quét các trang của tệp rồi lấy vào.</translation>
    </message>
    <message>
        <source>Look at the printer and say in the line at the bottom whether the paper is there.</source>
        <translation>Hãy ra máy in xem rồi trả lời ở dòng phía dưới: giấy có ở đó hay không.</translation>
    </message>
    <message>
        <source>The program ended before this paper came out.</source>
        <translation>Chương trình dừng trước khi giấy này in ra.</translation>
    </message>
    <message>
        <source>The dossier is unchanged; nothing of it lies at the printer.</source>
        <translation>Hồ sơ không đổi; ở máy in không có tờ nào của giấy này.</translation>
    </message>
    <message>
        <source>Print it again, or say that it is no longer needed.</source>
        <translation>Hãy in lại, hoặc cho biết không cần nữa.</translation>
    </message>
    <message>
        <source>Fewer copies came out of the printer than were asked for: {printed} of {copies}.</source>
        <translation>Máy in ra ít bản hơn yêu cầu: {printed} trên {copies} bản.</translation>
    </message>
    <message>
        <source>Those that came out are on record.</source>
        <translation>Những bản đã in ra đều được ghi nhận.</translation>
    </message>
    <message>
        <source>Count them at the printer, then print those that are missing.</source>
        <translation>Hãy đếm lại ở máy in rồi in nốt những bản còn thiếu.</translation>
    </message>
    <message>
        <source>What was recorded of the procedure is not what the province published, in {part} ({field}).</source>
        <translation>Nội dung ghi về thủ tục khác với danh mục tỉnh đã ban hành, ở {part} ({field}).</translation>
    </message>
    <message>
        <source>Somebody took the province's recovery key out of the data of this desk by hand.</source>
        <translation>Có người đã lấy khóa khôi phục của tỉnh ra khỏi dữ liệu của quầy này bằng tay.</translation>
    </message>
    <message>
        <source>Everything is kept on this machine. Whoever leaves this desk is not shut out by a new data key until the key is here again.</source>
        <translation>Mọi thứ vẫn được giữ trên máy này. Ai thôi làm ở quầy thì chưa bị chặn bằng khóa dữ liệu mới cho đến khi khóa này có lại.</translation>
    </message>
    <message>
        <source>Let this desk reach the province, which says its key again, and sign in once more. Tell the technician.</source>
        <translation>Hãy để quầy kết nối với tỉnh, tỉnh sẽ gửi lại khóa, rồi đăng nhập lại một lần. Hãy báo kỹ thuật viên.</translation>
    </message>
    <message>
        <source>{count} failed sign-ins waited to be written into the security log, and their lines were missing.</source>
        <translation>{count} lần đăng nhập không được đang chờ ghi vào nhật ký an ninh, nhưng các dòng đó đã mất.</translation>
    </message>
    <message>
        <source>The count of attempts, which nobody can shorten unseen, knows of them: they are in the log now.</source>
        <translation>Số lần thử, không ai bớt được mà không lộ, vẫn ghi nhận các lần này: nay đã có trong nhật ký.</translation>
    </message>
    <message>
        <source>Tell the technician; somebody wanted them not to be seen.</source>
        <translation>Hãy báo kỹ thuật viên; có người không muốn các lần đó bị thấy.</translation>
    </message>
    <message>
        <source>Reading this file takes more memory than any page needs, and was given up.</source>
        <translation>Đọc tệp này cần nhiều bộ nhớ hơn bất kỳ trang nào, nên đã dừng.</translation>
    </message>
    <message>
        <source>The files that waited were not read: the work that they were chosen for has been left.</source>
        <translation>Các tệp đang chờ chưa được đọc: việc mà các tệp này được chọn cho đã đóng.</translation>
    </message>
    <message>
        <source>Open that work again, then choose the files once more.</source>
        <translation>Mở lại việc đó, rồi chọn lại các tệp.</translation>
    </message>
    <message>
        <source>While this desk was open, somebody put older parts of its data back by hand: lines of the security log may be gone.</source>
        <translation>Trong lúc quầy đang mở, có người đã đặt lại bằng tay các phần cũ hơn của dữ liệu quầy này: có thể đã mất một số dòng nhật ký an ninh.</translation>
    </message>
    <message>
        <source>Drafts and scanning go on. Let this desk reach the province; until then it gives no number. Tell the technician.</source>
        <translation>Vẫn làm được bản nháp và quét. Hãy để quầy nối được với tỉnh; trước đó quầy không cấp số. Hãy báo kỹ thuật viên.</translation>
    </message>
    <message>
        <source>This desk has no number of the book left.</source>
        <translation>Máy này đã hết số của sổ.</translation>
    </message>
    <message>
        <source>Numbers come when there is a line. Without one, decide at a desk of the unit that has some left.</source>
        <translation>Số được cấp khi có kết nối. Khi không có kết nối, hãy duyệt ở máy khác của đơn vị còn số.</translation>
    </message>
    <message>
        <source>The number was not this desk's to give.</source>
        <translation>Số này không thuộc phần máy này được cấp.</translation>
    </message>
    <message>
        <source>Desks of the unit still have numbers of this volume to give.</source>
        <translation>Các máy của đơn vị còn giữ số chưa dùng của quyển này.</translation>
    </message>
    <message>
        <source>The volume is not closed.</source>
        <translation>Quyển chưa được khóa.</translation>
    </message>
    <message>
        <source>Close it when they have been used or given back.</source>
        <translation>Hãy khóa sổ sau khi các số đó đã dùng hoặc đã trả lại.</translation>
    </message>
    <message>
        <source>The province gives no numbers for now: its data were restored.</source>
        <translation>Hệ thống cấp tỉnh tạm chưa cấp số vì vừa khôi phục dữ liệu.</translation>
    </message>
    <message>
        <source>The numbers that this desk has stay good.</source>
        <translation>Các số máy này đang giữ vẫn dùng được.</translation>
    </message>
    <message>
        <source>It goes on by itself when every desk of the unit has been on the line.</source>
        <translation>Việc cấp số tự tiếp tục khi mọi máy của đơn vị đã kết nối.</translation>
    </message>
    <message>
        <source>The numbers of this book are not given so.</source>
        <translation>Số của sổ này không được cấp theo cách đó.</translation>
    </message>
    <message>
        <source>The province does not know yet that this number was given to this desk.</source>
        <translation>Tỉnh chưa biết số này đã giao cho quầy này.</translation>
    </message>
    <message>
        <source>It goes on by itself; if it stands here for a day, call the technician.</source>
        <translation>Việc gửi tự tiếp tục; nếu sau một ngày vẫn còn ở đây, hãy gọi kỹ thuật viên.</translation>
    </message>
    <message>
        <source>The note is not whole.</source>
        <translation>Ghi chú chưa đủ.</translation>
    </message>
    <message>
        <source>Nothing was noted.</source>
        <translation>Chưa ghi chú gì.</translation>
    </message>
    <message>
        <source>Fill what is noted, what it rests on and, of a correction, the initials.</source>
        <translation>Hãy điền nội dung, căn cứ và, khi đính chính, chữ ký tắt.</translation>
    </message>
    <message>
        <source>Another file of the book is still being written.</source>
        <translation>Một tệp khác của sổ đang được ghi.</translation>
    </message>
    <message>
        <source>That one goes on.</source>
        <translation>Tệp đó vẫn được ghi tiếp.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Thử lại sau giây lát.</translation>
    </message>
    <message>
        <source>Certification</source>
        <translation>Chứng thực</translation>
    </message>
    <message>
        <source>No authority to sign in book {book} is in force for your account today.</source>
        <translation>Hôm nay tài khoản của anh/chị không có thẩm quyền ký nào còn hiệu lực cho sổ {book}.</translation>
    </message>
    <message>
        <source>Let somebody approve it who may sign; System says until when your authorities are good.</source>
        <translation>Để người có thẩm quyền ký phê duyệt; mục Hệ thống cho biết thẩm quyền của anh/chị có hiệu lực đến khi nào.</translation>
    </message>
    <message>
        <source>You stand in this dossier yourself, and nobody certifies their own affair.</source>
        <translation>Chính anh/chị có tên trong hồ sơ này; không ai tự chứng thực việc của mình.</translation>
    </message>
    <message>
        <source>Another signer has to decide.</source>
        <translation>Người ký khác phải quyết định.</translation>
    </message>
    <message>
        <source>A relative whom you have declared stands in this dossier.</source>
        <translation>Hồ sơ này có người thân mà anh/chị đã khai.</translation>
    </message>
    <message>
        <source>Only whoever declared a relative changes that.</source>
        <translation>Chỉ người đã khai mới được sửa người thân của mình.</translation>
    </message>
    <message>
        <source>The list is unchanged.</source>
        <translation>Danh sách giữ nguyên.</translation>
    </message>
    <message>
        <source>Let them sign in and do it.</source>
        <translation>Để chính người đó đăng nhập và làm.</translation>
    </message>
    <message>
        <source>The list has changed meanwhile.</source>
        <translation>Trong lúc đó danh sách đã thay đổi.</translation>
    </message>
    <message>
        <source>Look at it again.</source>
        <translation>Hãy xem lại.</translation>
    </message>
    <message>
        <source>A relative's personal number has 12 digits.</source>
        <translation>Số định danh của người thân có 12 chữ số.</translation>
    </message>
    <message>
        <source>Nothing was written down.</source>
        <translation>Chưa ghi gì.</translation>
    </message>
    <message>
        <source>Type it as the card has it.</source>
        <translation>Nhập đúng như trên thẻ.</translation>
    </message>
    <message>
        <source>The page with the specimen signature is missing.</source>
        <translation>Thiếu trang có chữ ký mẫu.</translation>
    </message>
    <message>
        <source>Scan it or choose its file, then write the line down again.</source>
        <translation>Quét hoặc chọn tệp, rồi ghi lại dòng này.</translation>
    </message>
    <message>
        <source>A party has a role that this kind of job does not have.</source>
        <translation>Có một bên mang vai mà loại việc này không có.</translation>
    </message>
    <message>
        <source>Take it out, or choose another role.</source>
        <translation>Hãy bỏ người này ra, hoặc chọn vai khác.</translation>
    </message>
    <message>
        <source>Somebody is still missing among the parties.</source>
        <translation>Các bên còn thiếu người.</translation>
    </message>
    <message>
        <source>Fill in who is missing; the list of roles says how many there must be.</source>
        <translation>Hãy điền người còn thiếu; danh sách vai ghi rõ cần bao nhiêu người.</translation>
    </message>
    <message>
        <source>There are more people in a role than there may be.</source>
        <translation>Một vai có nhiều người hơn mức cho phép.</translation>
    </message>
    <message>
        <source>Take out who does not belong there: {most} at most.</source>
        <translation>Hãy bỏ bớt người không thuộc vai này: nhiều nhất {most} người.</translation>
    </message>
    <message>
        <source>Somebody is in a role that nobody is needed in here.</source>
        <translation>Có người mang vai mà việc này không cần đến.</translation>
    </message>
    <message>
        <source>Take that person out of it.</source>
        <translation>Hãy bỏ người đó ra khỏi vai này.</translation>
    </message>
    <message>
        <source>A party's name is missing or not right.</source>
        <translation>Họ tên của một bên còn thiếu hoặc chưa đúng.</translation>
    </message>
    <message>
        <source>Scan the card or type the name, at most 100 characters.</source>
        <translation>Hãy quét thẻ hoặc gõ họ tên, dài nhất 100 ký tự.</translation>
    </message>
    <message>
        <source>A party's personal number is not right ({name}).</source>
        <translation>Số định danh của một bên chưa đúng ({name}).</translation>
    </message>
    <message>
        <source>The identity paper of a party is missing ({name}).</source>
        <translation>Chưa có giấy tờ tùy thân của một bên ({name}).</translation>
    </message>
    <message>
        <source>Scan the card, or type which paper it is and its number.</source>
        <translation>Hãy quét thẻ, hoặc gõ loại giấy tờ và số của giấy đó.</translation>
    </message>
    <message>
        <source>The identity paper of a party is not good on this day ({name}).</source>
        <translation>Giấy tờ tùy thân của một bên không còn hoặc chưa có giá trị vào ngày này ({name}).</translation>
    </message>
    <message>
        <source>Ask for another one, or correct its days.</source>
        <translation>Hãy đề nghị xuất trình giấy khác, hoặc sửa lại ngày cấp, ngày hết hạn.</translation>
    </message>
    <message>
        <source>Something about a party is missing or not right ({name}).</source>
        <translation>Thông tin về một bên còn thiếu hoặc chưa đúng ({name}).</translation>
    </message>
    <message>
        <source>Go to the marked field and fill it in.</source>
        <translation>Hãy đến ô được đánh dấu và điền vào.</translation>
    </message>
    <message>
        <source>A party says something that its role does not ask for ({name}).</source>
        <translation>Một bên khai điều mà vai của họ không hỏi ({name}).</translation>
    </message>
    <message>
        <source>Take it out of the field.</source>
        <translation>Hãy xóa nội dung đó khỏi ô.</translation>
    </message>
    <message>
        <source>It is not said on what ground a party acts for somebody else ({name}).</source>
        <translation>Chưa ghi một bên đại diện cho người khác theo căn cứ nào ({name}).</translation>
    </message>
    <message>
        <source>Type the paper of authority, or the office held.</source>
        <translation>Hãy ghi giấy ủy quyền, hoặc chức vụ đang giữ.</translation>
    </message>
    <message>
        <source>A witness or an interpreter must read, hear, know Vietnamese and sign ({name}).</source>
        <translation>Người làm chứng, người phiên dịch phải đọc, nghe được, biết tiếng Việt và ký được ({name}).</translation>
    </message>
    <message>
        <source>Ask for another person.</source>
        <translation>Hãy đề nghị người khác.</translation>
    </message>
    <message>
        <source>One person stands among the parties where another is needed ({name}).</source>
        <translation>Một người đứng ở hai chỗ trong các bên, nơi phải là người khác ({name}).</translation>
    </message>
    <message>
        <source>Ask for another person, or take one of the two entries out.</source>
        <translation>Hãy đề nghị người khác, hoặc bỏ một trong hai chỗ.</translation>
    </message>
    <message>
        <source>The time limit cannot be extended in this way.</source>
        <translation>Không kéo dài thời hạn theo cách này được.</translation>
    </message>
    <message>
        <source>Choose one of the grounds offered, or take the extension back.</source>
        <translation>Hãy chọn một căn cứ trong danh sách, hoặc bỏ việc kéo dài.</translation>
    </message>
    <message>
        <source>The result is due after the time limit, but no ground is given.</source>
        <translation>Ngày trả kết quả sau thời hạn nhưng chưa ghi căn cứ.</translation>
    </message>
    <message>
        <source>Choose the ground of the extension, or an earlier day.</source>
        <translation>Hãy chọn căn cứ kéo dài, hoặc chọn ngày sớm hơn.</translation>
    </message>
    <message>
        <source>The extension gives no later day than the time limit.</source>
        <translation>Ngày kéo dài không muộn hơn thời hạn.</translation>
    </message>
    <message>
        <source>Choose a later day, or take the extension back.</source>
        <translation>Hãy chọn ngày muộn hơn, hoặc bỏ việc kéo dài.</translation>
    </message>
    <message>
        <source>The result would be due later than the extension allows.</source>
        <translation>Ngày trả kết quả muộn hơn mức được kéo dài.</translation>
    </message>
    <message>
        <source>Choose an earlier day: {last} at the latest.</source>
        <translation>Hãy chọn ngày sớm hơn: chậm nhất {last}.</translation>
    </message>
    <message>
        <source>The ground of the exemption is none of those of this kind of job.</source>
        <translation>Căn cứ miễn phí không thuộc loại việc này.</translation>
    </message>
    <message>
        <source>Choose one of the grounds offered, or take the fee.</source>
        <translation>Hãy chọn một căn cứ trong danh sách, hoặc thu phí.</translation>
    </message>
    <message>
        <source>There is no place for {name} among the parties of this paper.</source>
        <translation>Giấy tờ này không còn chỗ cho {name} trong các bên.</translation>
    </message>
    <message>
        <source>Take somebody out first, or choose another kind of paper.</source>
        <translation>Hãy bỏ bớt một người, hoặc chọn loại giấy tờ khác.</translation>
    </message>
    <message>
        <source>Nothing was said of any paper of this visit.</source>
        <translation>Chưa nhập giấy tờ nào của lượt này.</translation>
    </message>
    <message>
        <source>Say what is to be certified, then F9.</source>
        <translation>Hãy nhập giấy tờ cần chứng thực rồi nhấn F9.</translation>
    </message>
    <message>
        <source>the parties</source>
        <translation>các bên</translation>
    </message>
    <message>
        <source>The papers were not paid together.</source>
        <translation>Các hồ sơ này chưa được thu chung một lần.</translation>
    </message>
    <message>
        <source>No fee was taken.</source>
        <translation>Chưa thu khoản nào.</translation>
    </message>
    <message>
        <source>Hand over one after the other.</source>
        <translation>Hãy trả từng hồ sơ một.</translation>
    </message>
</context>
<context>
    <name>motcua::ui::ApplicantCard</name>
    <message>
        <source>Applicant</source>
        <translation>Người yêu cầu</translation>
    </message>
    <message>
        <source>Identity card</source>
        <translation>Thẻ căn cước</translation>
    </message>
    <message>
        <source>hold the card's QR before the reader</source>
        <translation>đưa mã QR trên thẻ vào đầu đọc</translation>
    </message>
    <message>
        <source>Waiting for the card …  (Enter: type it by hand)</source>
        <translation>Đang chờ thẻ …  (Enter: nhập tay)</translation>
    </message>
    <message>
        <source>Identity card, QR of the card</source>
        <translation>Thẻ căn cước, mã QR trên thẻ</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ, chữ đệm, tên</translation>
    </message>
    <message>
        <source>Personal number</source>
        <translation>Số định danh</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Nơi cư trú</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Thư điện tử</translation>
    </message>
    <message>
        <source>Former ID number</source>
        <translation>Số CMND cũ</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Nam</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Nữ</translation>
    </message>
    <message>
        <source>Not a date. Write it as day/month/year, or the year alone.</source>
        <translation>Không phải ngày. Ghi ngày/tháng/năm, hoặc chỉ ghi năm.</translation>
    </message>
    <message>
        <source>Name as in the passport</source>
        <translation>Họ tên theo hộ chiếu</translation>
    </message>
    <message>
        <source>Name of the organisation</source>
        <translation>Tên tổ chức</translation>
    </message>
    <message>
        <source>Name of the household business</source>
        <translation>Tên hộ kinh doanh</translation>
    </message>
    <message>
        <source>Tax code</source>
        <translation>Mã số thuế</translation>
    </message>
    <message>
        <source>Owner of the household business</source>
        <translation>Chủ hộ kinh doanh</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>Người đại diện</translation>
    </message>
    <message>
        <source>Owner's personal number</source>
        <translation>Số định danh chủ hộ</translation>
    </message>
    <message>
        <source>Their personal number</source>
        <translation>Số định danh</translation>
    </message>
    <message>
        <source>Representative's identity card</source>
        <translation>Thẻ của người đại diện</translation>
    </message>
    <message>
        <source>hold the passport's lines before the reader, or type</source>
        <translation>đưa hai dòng cuối trang hộ chiếu vào đầu đọc, hoặc nhập tay</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Tổ chức</translation>
    </message>
    <message>
        <source>Household business</source>
        <translation>Hộ kinh doanh</translation>
    </message>
    <message>
        <source>Who applies</source>
        <translation>Đối tượng nộp hồ sơ</translation>
    </message>
    <message>
        <source>Passport number</source>
        <translation>Số hộ chiếu</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Nơi cấp</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>Quốc tịch</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>Có giá trị đến</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Trụ sở</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>Hộ chiếu</translation>
    </message>
    <message>
        <source>Waiting for the passport …  (Enter: type it by hand)</source>
        <translation>Đang chờ hộ chiếu …  (Enter: nhập tay)</translation>
    </message>
    <message>
        <source>Passport, its machine-readable lines</source>
        <translation>Hộ chiếu, các dòng máy đọc</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Công dân</translation>
    </message>
    <message>
        <source>By passport</source>
        <translation>Có hộ chiếu</translation>
    </message>
    <message>
        <source>By proxy</source>
        <translation>Nộp thay</translation>
    </message>
    <message>
        <source>Identity card of the household's owner</source>
        <translation>Thẻ của chủ hộ kinh doanh</translation>
    </message>
</context>
<context>
    <name>motcua::ui::ApplicantFields</name>
    <message>
        <source>Not a date. Write it as day/month/year.</source>
        <translation>Không phải ngày. Nhập theo ngày/tháng/năm.</translation>
    </message>
</context>
<context>
    <name>motcua::ui::ApprovalPlace</name>
    <message numerus="yes">
        <source>Approve %n ticked</source>
        <translation>
            <numerusform>Duyệt %n hồ sơ đã chọn</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking for %1 …</source>
        <translation>Đang xin chuyển hồ sơ %1 …</translation>
    </message>
    <message>
        <source>It still lies on the clerk's desk.</source>
        <translation>Hồ sơ vẫn nằm ở bàn của cán bộ tiếp nhận.</translation>
    </message>
    <message>
        <source>It comes within seconds while there is a line; go on with the next one meanwhile.</source>
        <translation>Khi có đường truyền, hồ sơ về sau vài giây; trong lúc chờ, mời xử lý hồ sơ tiếp theo.</translation>
    </message>
    <message>
        <source>This dossier lies on another station's desk.</source>
        <translation>Hồ sơ này đang ở máy khác.</translation>
    </message>
    <message>
        <source>F9 asks for it and approves it when it comes; F7 only asks for it.</source>
        <translation>F9: xin chuyển về và duyệt ngay khi hồ sơ tới; F7: chỉ xin chuyển về.</translation>
    </message>
    <message>
        <source>You received this dossier yourself.</source>
        <translation>Hồ sơ này do chính anh/chị tiếp nhận.</translation>
    </message>
    <message>
        <source>The unit's two-hat rule lets you approve it; the record will say so.</source>
        <translation>Đơn vị cho phép kiêm nhiệm nên anh/chị được duyệt; việc này được ghi lại trong hồ sơ.</translation>
    </message>
    <message>
        <source>Approved: %1.</source>
        <translation>Đã duyệt %1.</translation>
    </message>
    <message>
        <source>Recorded under the two-hat rule.</source>
        <translation>Đã ghi nhận duyệt kiêm nhiệm.</translation>
    </message>
    <message>
        <source>%1 approved, %2 not approved.</source>
        <translation>Đã duyệt %1 hồ sơ, %2 hồ sơ chưa duyệt được.</translation>
    </message>
    <message>
        <source>What was not approved stays in the tray.</source>
        <translation>Hồ sơ chưa duyệt vẫn nằm trong khay.</translation>
    </message>
    <message>
        <source>Return %1 to the clerk: why?</source>
        <translation>Trả lại hồ sơ %1 cho cán bộ tiếp nhận: vì sao?</translation>
    </message>
    <message>
        <source>Return it</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>A paper is missing</source>
        <translation>Thiếu thành phần hồ sơ</translation>
    </message>
    <message>
        <source>%1 has come to this desk: F9 approves, F8 returns it.</source>
        <translation>%1 đã về bàn này: F9 duyệt, F8 trả lại.</translation>
    </message>
    <message>
        <source>Open the whole dossier</source>
        <translation>Mở toàn bộ hồ sơ</translation>
    </message>
    <message>
        <source>Turn the scanned pages</source>
        <translation>Lật trang quét</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Phê duyệt</translation>
    </message>
    <message>
        <source>Submitted dossiers, the oldest deadline first</source>
        <translation>Hồ sơ trình duyệt, hạn trả sớm nhất xếp trước</translation>
    </message>
    <message>
        <source>Show numbers</source>
        <translation>Xem đủ số</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Chọn hết</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>Xin chuyển về</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Trả lại</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Duyệt</translation>
    </message>
    <message>
        <source>The tray is empty</source>
        <translation>Không có hồ sơ nào chờ phê duyệt</translation>
    </message>
    <message>
        <source>What clerks submit comes here by itself.</source>
        <translation>Hồ sơ cán bộ tiếp nhận trình lên sẽ tự hiện ở đây.</translation>
    </message>
    <message>
        <source>The scan cannot be read: scan the paper again</source>
        <translation>Bản quét không đọc được, đề nghị quét lại</translation>
    </message>
    <message>
        <source>What was entered does not agree with the papers</source>
        <translation>Nội dung đã nhập không khớp với giấy tờ</translation>
    </message>
    <message>
        <source>There is a ground of refusal: refuse it</source>
        <translation>Thuộc trường hợp phải từ chối, đề nghị từ chối</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) asked for from another desk; each is approved when it comes.</source>
        <translation>
            <numerusform>Đã xin %n hồ sơ đang ở quầy khác; hồ sơ về tới đâu duyệt tới đó.</numerusform>
        </translation>
    </message>
    <message>
        <source>It still lies on the desk of %1.</source>
        <translation>Hồ sơ vẫn nằm ở quầy của %1.</translation>
    </message>
    <message>
        <source>This dossier lies on the desk of %1.</source>
        <translation>Hồ sơ này đang ở quầy của %1.</translation>
    </message>
    <message>
        <source>From dossier to dossier</source>
        <translation>Chuyển giữa các hồ sơ</translation>
    </message>
    <message numerus="yes">
        <source>numbers of %1: %n left at this desk</source>
        <translation>
            <numerusform>số của sổ %1: máy này còn %n số</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 stands in this dossier, whom you have declared as a relative (%2).</source>
        <translation>Hồ sơ này có %1, người anh/chị đã khai là người thân (%2).</translation>
    </message>
    <message>
        <source>Show the scan</source>
        <translation>Xem bản quét</translation>
    </message>
    <message>
        <source>Attestation in full</source>
        <translation>Xem rõ lời chứng</translation>
    </message>
    <message numerus="yes">
        <source>%n of the ticked dossiers cannot be approved by you.</source>
        <translation>
            <numerusform>Trong số đã chọn có %n hồ sơ anh/chị không phê duyệt được.</numerusform>
        </translation>
    </message>
    <message>
        <source>F9 approves the others; these stay in the tray.</source>
        <translation>F9 phê duyệt các hồ sơ còn lại; những hồ sơ này vẫn nằm trong khay.</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) approved, from %1 to %2.</source>
        <translation>
            <numerusform>Đã phê duyệt %n hồ sơ, từ %1 đến %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick the dossier under the cursor, or all of its visit</source>
        <translation>Chọn hồ sơ đang trỏ, hoặc cả lượt khi đang ở dòng đầu lượt</translation>
    </message>
</context>
<context>
    <name>motcua::ui::AttestationPane</name>
    <message>
        <source>The attestation is being prepared…</source>
        <translation>Đang lập lời chứng…</translation>
    </message>
    <message>
        <source>Expected: %1, %2</source>
        <translation>Dự kiến: %1, ngày %2</translation>
    </message>
    <message>
        <source>The number that this desk has in hand now; the notice after the approval says which one was taken.</source>
        <translation>Số dự kiến là số quầy đang có lúc này; sau khi phê duyệt, thông báo cho biết số đã lấy.</translation>
    </message>
    <message>
        <source>Signed by: %1</source>
        <translation>Người ký: %1</translation>
    </message>
    <message>
        <source>Attestation</source>
        <translation>Lời chứng</translation>
    </message>
    <message>
        <source>There is no attestation to show now</source>
        <translation>Chưa có lời chứng để xem</translation>
    </message>
</context>
<context>
    <name>motcua::ui::AttestationPlacePanel</name>
    <message>
        <source>It starts %1 mm below the upper edge. ↑ ↓ move it by 1 mm, Page Up and Page Down by 10 mm.</source>
        <translation>Lời chứng cách mép trên %1 mm. ↑ ↓ dời 1 mm, Page Up và Page Down dời 10 mm.</translation>
    </message>
    <message>
        <source>This one does not fit below that line: it would come out on a sheet of its own.</source>
        <translation>Lời chứng này không đủ chỗ bên dưới vạch: sẽ in ra tờ riêng.</translation>
    </message>
    <message>
        <source>Where does the attestation start on this printer's sheets?</source>
        <translation>Trên giấy của máy in này, lời chứng bắt đầu từ đâu?</translation>
    </message>
    <message>
        <source>Where does the attestation start on the sheets of %1?</source>
        <translation>Trên giấy của máy in %1, lời chứng bắt đầu từ đâu?</translation>
    </message>
    <message>
        <source>Keep it and print</source>
        <translation>Giữ vị trí này và in</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Giữ vị trí này</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
</context>
<context>
    <name>motcua::ui::AuthorityCard</name>
    <message>
        <source>every book</source>
        <translation>mọi sổ</translation>
    </message>
    <message>
        <source>books %1</source>
        <translation>sổ %1</translation>
    </message>
    <message>
        <source>by paper no. %1 of %2</source>
        <translation>theo văn bản số %1 ngày %2</translation>
    </message>
    <message>
        <source>by paper no. %1</source>
        <translation>theo văn bản số %1</translation>
    </message>
    <message>
        <source>stamp of %1</source>
        <translation>đóng dấu %1</translation>
    </message>
    <message>
        <source>from %1 until %2</source>
        <translation>từ %1 đến hết %2</translation>
    </message>
    <message>
        <source>from %1, without an end</source>
        <translation>từ %1, không thời hạn</translation>
    </message>
    <message>
        <source>not in force today</source>
        <translation>hôm nay không có hiệu lực</translation>
    </message>
    <message>
        <source>None of your authorities is in force today.</source>
        <translation>Hôm nay anh/chị không có thẩm quyền ký nào còn hiệu lực.</translation>
    </message>
    <message>
        <source>Nothing that takes a number can be approved by you.</source>
        <translation>Anh/chị không phê duyệt được việc phải lấy số.</translation>
    </message>
    <message>
        <source>Ask the administrator of the province to enter the new one.</source>
        <translation>Đề nghị quản trị viên của tỉnh nhập thẩm quyền mới.</translation>
    </message>
    <message numerus="yes">
        <source>An authority of yours ends in %n day(s), on %1.</source>
        <translation>
            <numerusform>Một thẩm quyền ký của anh/chị còn %n ngày, hết ngày %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Until that day you sign by it.</source>
        <translation>Đến hết ngày đó anh/chị vẫn ký theo thẩm quyền này.</translation>
    </message>
    <message>
        <source>Have the new one entered by the administrator of the province before.</source>
        <translation>Trước đó hãy đề nghị quản trị viên của tỉnh nhập thẩm quyền mới.</translation>
    </message>
    <message>
        <source>By what you sign</source>
        <translation>Thẩm quyền ký của anh/chị</translation>
    </message>
    <message>
        <source>The province has entered no authority with days and books for you: you sign as your account says, in every book.</source>
        <translation>Tỉnh chưa nhập cho anh/chị thẩm quyền ký theo ngày và theo sổ: anh/chị ký như tài khoản ghi, ở mọi sổ.</translation>
    </message>
</context>
<context>
    <name>motcua::ui::BanList</name>
    <message>
        <source>Must not be certified</source>
        <translation>Không được chứng thực</translation>
    </message>
    <message>
        <source>The key in front of a line ticks it; form 03 says its words.</source>
        <translation>Nhấn phím ở đầu dòng để đánh dấu; mẫu số 03 ghi đúng lời của dòng.</translation>
    </message>
    <message>
        <source>Print form 03</source>
        <translation>In mẫu số 03</translation>
    </message>
    <message>
        <source>Take as the other kind</source>
        <translation>Nhận theo loại kia</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
</context>
<context>
    <name>motcua::ui::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Đóng thông báo này</translation>
    </message>
</context>
<context>
    <name>motcua::ui::BenchPages</name>
    <message>
        <source>Scanned pages</source>
        <translation>Trang đã quét</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Xoay</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Bỏ trang</translation>
    </message>
</context>
<context>
    <name>motcua::ui::BenchPlace</name>
    <message>
        <source>Form 03 no. %1 is being printed.</source>
        <translation>Đang in mẫu số 03, số %1.</translation>
    </message>
    <message>
        <source>Taken back. The paper is in the visit again.</source>
        <translation>Đã rút lại. Giấy tờ lại nằm trong lượt.</translation>
    </message>
    <message>
        <source>Taken back. The paper waits among the unfinished visits (Ctrl+F2).</source>
        <translation>Đã rút lại. Giấy tờ chờ trong các lượt chưa xong (Ctrl+F2).</translation>
    </message>
    <message>
        <source>Asks: %1</source>
        <translation>Người yêu cầu: %1</translation>
    </message>
    <message>
        <source>The paper was taken out of the visit. Ctrl+Z puts it back.</source>
        <translation>Đã bỏ giấy tờ khỏi lượt. Ctrl+Z để lấy lại.</translation>
    </message>
    <message>
        <source>The visit has ended.</source>
        <translation>Lượt đã kết thúc.</translation>
    </message>
    <message>
        <source>No visit is unfinished.</source>
        <translation>Không có lượt nào chưa xong.</translation>
    </message>
    <message>
        <source>%1 stands there already.</source>
        <translation>%1 đã có trong các bên.</translation>
    </message>
    <message numerus="yes">
        <source>Received: %1. The receipt is being printed.</source>
        <translation>
            <numerusform>Đã tiếp nhận: %1. Đang in giấy tiếp nhận.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every paper of the visit becomes a dossier with a number of its own</source>
        <translation>Mỗi giấy tờ của lượt thành một hồ sơ với số chứng thực riêng</translation>
    </message>
    <message>
        <source>Among the parties: signs, fingerprint, neither</source>
        <translation>Trong các bên: ký, điểm chỉ, không ký và không điểm chỉ được</translation>
    </message>
    <message>
        <source>Among the parties: type, take out</source>
        <translation>Trong các bên: nhập tay, bỏ ra</translation>
    </message>
    <message>
        <source>Certification</source>
        <translation>Chứng thực</translation>
    </message>
    <message>
        <source>It is this person</source>
        <translation>Đúng người này</translation>
    </message>
    <message>
        <source>Next paper</source>
        <translation>Giấy tờ tiếp</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Thẻ</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Quét</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Not to certify</source>
        <translation>Không chứng thực</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>No kind of certification is in force that is taken in here. Until then it is taken in at Intake (Alt+1).</source>
        <translation>Chưa có loại việc chứng thực nào có hiệu lực ở đây. Trong lúc đó hãy nhận tại Tiếp nhận (Alt+1).</translation>
    </message>
    <message>
        <source>A paper of another kind</source>
        <translation>Giấy tờ loại khác</translation>
    </message>
    <message>
        <source>All kinds of paper</source>
        <translation>Mọi loại giấy tờ</translation>
    </message>
    <message>
        <source>The next card is another role's</source>
        <translation>Thẻ tiếp theo là của vai khác</translation>
    </message>
    <message>
        <source>The paper before</source>
        <translation>Giấy tờ trước</translation>
    </message>
    <message>
        <source>The paper after</source>
        <translation>Giấy tờ sau</translation>
    </message>
    <message>
        <source>Take the paper out of the visit</source>
        <translation>Bỏ giấy tờ khỏi lượt</translation>
    </message>
    <message>
        <source>Form 02 no. %1 is being printed. The paper waits among the unfinished visits (Ctrl+F2).</source>
        <translation>Đang in phiếu mẫu 02 số %1. Giấy tờ chờ trong danh sách lượt chưa xong (Ctrl+F2).</translation>
    </message>
    <message numerus="yes">
        <source>%n unfinished visit(s) put aside · Ctrl+F2 shows them</source>
        <translation>
            <numerusform>%n lượt chưa xong để lại · Ctrl+F2 xem danh sách</numerusform>
        </translation>
    </message>
    <message>
        <source>Form 02</source>
        <translation>Mẫu 02</translation>
    </message>
    <message>
        <source>Unfinished visits, or a new one</source>
        <translation>Các lượt chưa xong, hoặc lượt mới</translation>
    </message>
    <message>
        <source>The scanned page before, after</source>
        <translation>Trang quét trước, sau</translation>
    </message>
    <message>
        <source>Back from what must not be certified</source>
        <translation>Quay lại từ bảng không được chứng thực</translation>
    </message>
    <message>
        <source>Nothing was received: what must not be certified is still open. Esc leaves it, Ctrl+Enter prints form 03.</source>
        <translation>Chưa tiếp nhận: bảng “Không được chứng thực” còn mở. Esc để quay lại, Ctrl+Enter để in mẫu số 03.</translation>
    </message>
</context>
<context>
    <name>motcua::ui::BenchTerms</name>
    <message>
        <source>Fee is taken</source>
        <translation>Có thu phí</translation>
    </message>
    <message>
        <source>Within the time limit</source>
        <translation>Trong thời hạn</translation>
    </message>
    <message numerus="yes">
        <source>%1: no. %2 next, %n in hand</source>
        <translation>
            <numerusform>%1: số tiếp theo %2, còn %n số tại quầy</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: no number in hand</source>
        <translation>%1: quầy không còn số</translation>
    </message>
    <message>
        <source>Volume %1: no. %2 next</source>
        <translation>Quyển số %1: số tiếp theo %2</translation>
    </message>
    <message>
        <source>%1: no volume is open at this desk</source>
        <translation>%1: quầy chưa mở quyển sổ nào</translation>
    </message>
    <message>
        <source>Number and terms</source>
        <translation>Số và thời hạn</translation>
    </message>
    <message>
        <source>Ground for exemption</source>
        <translation>Căn cứ miễn phí</translation>
    </message>
    <message>
        <source>Longer than the time limit</source>
        <translation>Kéo dài thời hạn</translation>
    </message>
    <message>
        <source>Agreed in writing</source>
        <translation>Thỏa thuận bằng văn bản</translation>
    </message>
    <message>
        <source>Agreed day</source>
        <translation>Ngày hẹn</translation>
    </message>
    <message>
        <source>What the desk sees to</source>
        <translation>Quầy cần bảo đảm</translation>
    </message>
</context>
<context>
    <name>motcua::ui::BookFilterBar</name>
    <message>
        <source>Number, name, party, document, words of any column</source>
        <translation>Số, họ tên, các bên, giấy tờ, chữ ở bất kỳ cột nào</translation>
    </message>
    <message>
        <source>Any column</source>
        <translation>Cột bất kỳ</translation>
    </message>
    <message>
        <source>Search the book</source>
        <translation>Tìm trong sổ</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Người ký</translation>
    </message>
    <message>
        <source>Every signer</source>
        <translation>Mọi người ký</translation>
    </message>
    <message>
        <source>What became of the row</source>
        <translation>Tình trạng của dòng</translation>
    </message>
    <message>
        <source>Every row</source>
        <translation>Mọi dòng</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Còn hiệu lực</translation>
    </message>
    <message>
        <source>Spoiled</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>Số bỏ</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Có ghi chú</translation>
    </message>
</context>
<context>
    <name>motcua::ui::BookModel</name>
    <message>
        <source>Spoiled: %1</source>
        <translation>Hủy: %1</translation>
    </message>
    <message>
        <source>Written off on %1: %2</source>
        <translation>Bỏ ngày %1: %2</translation>
    </message>
</context>
<context>
    <name>motcua::ui::BookPreview</name>
    <message>
        <source>The register is being prepared…</source>
        <translation>Đang chuẩn bị sổ…</translation>
    </message>
    <message>
        <source>The register cannot be shown</source>
        <translation>Không hiển thị được sổ</translation>
    </message>
</context>
<context>
    <name>motcua::ui::BooksPlace</name>
    <message>
        <source>The printer has the register.</source>
        <translation>Sổ đã gửi tới máy in.</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>đã khóa sổ</translation>
    </message>
    <message>
        <source>open</source>
        <translation>đang ghi</translation>
    </message>
    <message>
        <source>%1 numbers, %2 spoiled · %3 copies · %4</source>
        <translation>%1 số, trong đó hủy %2 · %3 bản · %4</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Danh sách</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Xem trước</translation>
    </message>
    <message>
        <source>Spoil number %1: why? The number stays in the book, struck through.</source>
        <translation>Hủy số %1: vì sao? Số vẫn giữ trong sổ và được gạch ngang.</translation>
    </message>
    <message>
        <source>Spoil the number</source>
        <translation>Hủy số</translation>
    </message>
    <message>
        <source>Wrong %1</source>
        <translation>Ghi sai %1</translation>
    </message>
    <message>
        <source>Wrong number of copies</source>
        <translation>Ghi sai số bản sao</translation>
    </message>
    <message>
        <source>Registered for the wrong person</source>
        <translation>Ghi nhầm người yêu cầu</translation>
    </message>
    <message>
        <source>Number %1 is spoiled.</source>
        <translation>Đã hủy số %1.</translation>
    </message>
    <message>
        <source>Close volume %1 for the year?</source>
        <translation>Khóa sổ năm quyển số %1?</translation>
    </message>
    <message>
        <source>Numbers taken</source>
        <translation>Tổng số đã ghi</translation>
    </message>
    <message>
        <source>%1 (from %2 to %3)</source>
        <translation>%1 (từ số %2 đến số %3)</translation>
    </message>
    <message>
        <source>Spoiled among them</source>
        <translation>Trong đó đã hủy</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Tổng phí</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>Người xác nhận</translation>
    </message>
    <message>
        <source>Close the volume</source>
        <translation>Khóa sổ</translation>
    </message>
    <message>
        <source>Volume %1 is closed.</source>
        <translation>Đã khóa sổ quyển số %1.</translation>
    </message>
    <message>
        <source>Open the dossier of the number</source>
        <translation>Mở hồ sơ của số này</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Sổ</translation>
    </message>
    <message>
        <source>Each station writes its own volume</source>
        <translation>Mỗi máy ghi một quyển riêng</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Nội dung sổ</translation>
    </message>
    <message>
        <source>No number taken yet</source>
        <translation>Quyển này chưa ghi số nào</translation>
    </message>
    <message>
        <source>A number is written here when a dossier that takes one is approved.</source>
        <translation>Khi hồ sơ cần vào sổ được duyệt, số tự ghi vào đây.</translation>
    </message>
    <message>
        <source>Open dossier</source>
        <translation>Mở hồ sơ</translation>
    </message>
    <message>
        <source>Close the year</source>
        <translation>Khóa sổ năm</translation>
    </message>
    <message>
        <source>Spoil</source>
        <translation>Hủy số</translation>
    </message>
    <message>
        <source>Print (A4)</source>
        <translation>In sổ (A4)</translation>
    </message>
    <message>
        <source>Number %1 is spoiled; the dossier now has number %2 in volume %3.</source>
        <translation>Đã hủy số %1; hồ sơ nay mang số %2 quyển %3.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Số bản</translation>
    </message>
    <message>
        <source>Wrong entry</source>
        <translation>Ghi sai nội dung</translation>
    </message>
    <message>
        <source>What is printed</source>
        <translation>Phần in</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Đã lưu: %1</translation>
    </message>
    <message>
        <source>A closed volume takes no more numbers. It can be taken back for 10 seconds.</source>
        <translation>Quyển đã khóa không cấp số nữa. Lấy lại được trong 10 giây.</translation>
    </message>
    <message>
        <source>Number %1 is spoiled; the dossier is back with its clerk.</source>
        <translation>Đã hủy số %1; hồ sơ về lại người tiếp nhận.</translation>
    </message>
    <message>
        <source>Close early</source>
        <translation>Khóa sổ sớm</translation>
    </message>
    <message>
        <source>Sheet spoilt in printing</source>
        <translation>Hỏng tờ khi in (máy in, mực)</translation>
    </message>
    <message>
        <source>Sheet torn or stained</source>
        <translation>Tờ bị rách, bẩn</translation>
    </message>
    <message>
        <source>Days left in %1</source>
        <translation>Số ngày còn lại của năm %1</translation>
    </message>
    <message>
        <source>This desk then gives no numbers of this book until the province grants it another volume.</source>
        <translation>Sau đó máy này không cấp số của sổ này nữa cho đến khi tỉnh cấp quyển khác.</translation>
    </message>
    <message>
        <source>Close volume %1 before the end of the year?</source>
        <translation>Khóa quyển %1 trước khi hết năm?</translation>
    </message>
    <message>
        <source>Close the volume early</source>
        <translation>Khóa quyển sớm</translation>
    </message>
    <message>
        <source>Why before 31 December? It is printed beside the closing.</source>
        <translation>Vì sao khóa trước ngày 31/12? Lý do được in cạnh lời khóa sổ.</translation>
    </message>
    <message>
        <source>One run of numbers for the whole unit</source>
        <translation>Một dãy số chung cho cả đơn vị</translation>
    </message>
    <message>
        <source>this desk has none left</source>
        <translation>máy này không còn số</translation>
    </message>
    <message numerus="yes">
        <source>this desk has %n left</source>
        <translation>
            <numerusform>máy này còn %n số</numerusform>
        </translation>
    </message>
    <message>
        <source>The unit's desks then give no numbers of this book until the province opens another volume.</source>
        <translation>Sau đó các máy của đơn vị không cấp số của sổ này cho đến khi tỉnh mở quyển khác.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>It is noted beside the row.</source>
        <translation>Đã ghi chú bên cạnh dòng.</translation>
    </message>
    <message>
        <source>No row fits the filter</source>
        <translation>Không có dòng nào phù hợp</translation>
    </message>
    <message>
        <source>The whole year</source>
        <translation>Cả năm</translation>
    </message>
    <message>
        <source>Month %1</source>
        <translation>Tháng %1</translation>
    </message>
    <message>
        <source>%1 written off, not used</source>
        <translation>%1 số bỏ không sử dụng</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 trong %2 dòng</translation>
    </message>
    <message>
        <source>Search the book</source>
        <translation>Tìm trong sổ</translation>
    </message>
    <message>
        <source>Book and year</source>
        <translation>Sổ và năm</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Save the book as a file</source>
        <translation>Lưu sổ thành tệp</translation>
    </message>
    <message>
        <source>Numbers of this book are still out at other desks. They give them back by themselves where there is a line: on 31 December after 16:30, or when the month that the numbers are of is over. It can be closed then.</source>
        <translation>Các quầy khác còn giữ số của sổ này. Khi có đường truyền, các quầy tự trả lại: ngày 31/12 sau 16 giờ 30, hoặc khi hết tháng của số. Lúc đó mới khóa sổ được.</translation>
    </message>
    <message>
        <source>Written off, not used</source>
        <translation>Số bỏ không sử dụng</translation>
    </message>
    <message>
        <source>This desk holds</source>
        <translation>Máy này còn giữ</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s), which the closing gives back</source>
        <translation>
            <numerusform>%n số, khóa sổ thì tự trả lại</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 still holds</source>
        <translation>%1 còn giữ</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation>
            <numerusform>%n số</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::BrandPanel</name>
    <message>
        <source>The citizen at the counter never waits for the network.</source>
        <translation>Người dân tại quầy không bao giờ phải chờ mạng.</translation>
    </message>
</context>
<context>
    <name>motcua::ui::CareCard</name>
    <message>
        <source>The data are sound: %1 records, %2 scanned pages.</source>
        <translation>Dữ liệu nguyên vẹn: %1 bản ghi, %2 trang quét.</translation>
    </message>
    <message>
        <source>The data have %1 faults, the first: %2.</source>
        <translation>Dữ liệu có %1 chỗ hỏng, chỗ đầu tiên: %2.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>Do not go on working here. Call whoever supports the unit.</source>
        <translation>Ngừng làm việc trên máy này. Gọi người hỗ trợ của đơn vị.</translation>
    </message>
    <message>
        <source>Where to put the backup</source>
        <translation>Nơi lưu bản sao</translation>
    </message>
    <message>
        <source>Backed up and verified: %1</source>
        <translation>Đã sao lưu và kiểm tra: %1</translation>
    </message>
    <message>
        <source>It is sealed: only who unlocks this station reads it.</source>
        <translation>Bản sao được niêm phong: chỉ ai mở khóa được máy này mới đọc được.</translation>
    </message>
    <message>
        <source>The diagnosis was copied; paste it into a message.</source>
        <translation>Đã chép kết quả chẩn đoán; dán vào tin nhắn để gửi.</translation>
    </message>
    <message>
        <source>Diagnosis and backup</source>
        <translation>Chẩn đoán và sao lưu</translation>
    </message>
    <message>
        <source>Work goes on meanwhile. A diagnosis says nothing about citizens; a backup is sealed like the station itself.</source>
        <translation>Vẫn làm việc được trong lúc đó. Kết quả chẩn đoán không nói gì về người dân; bản sao lưu được niêm phong như chính máy này.</translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation>Chẩn đoán</translation>
    </message>
    <message>
        <source>Verify the data</source>
        <translation>Kiểm tra dữ liệu</translation>
    </message>
    <message>
        <source>Back up …</source>
        <translation>Sao lưu …</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Chép nội dung</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Đang thực hiện</translation>
    </message>
</context>
<context>
    <name>motcua::ui::ChecklistCard</name>
    <message>
        <source>Complete</source>
        <translation>Đủ</translation>
    </message>
    <message numerus="yes">
        <source>Missing: %n</source>
        <translation>
            <numerusform>Thiếu: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Papers: Space hands in, + and − change the quantity, K the kind</source>
        <translation>Giấy tờ: phím cách để nhận, + và − đổi số lượng, K đổi loại bản</translation>
    </message>
    <message>
        <source>Another paper …</source>
        <translation>Giấy tờ khác …</translation>
    </message>
    <message>
        <source>Another paper</source>
        <translation>Giấy tờ khác</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm mới</translation>
    </message>
    <message>
        <source>All handed in</source>
        <translation>Đã nộp đủ</translation>
    </message>
    <message>
        <source>not verified: add what the dossier needs</source>
        <translation>chưa kiểm chứng: thêm giấy tờ hồ sơ cần có</translation>
    </message>
    <message>
        <source>not verified: there may be more</source>
        <translation>chưa kiểm chứng: có thể còn giấy tờ khác</translation>
    </message>
    <message>
        <source>No papers are needed</source>
        <translation>Không cần giấy tờ nào</translation>
    </message>
    <message>
        <source>The catalogue notes, to be read and not handed in: %1</source>
        <translation>Danh mục có ghi chú (chỉ để đọc, không phải giấy tờ nộp): %1</translation>
    </message>
</context>
<context>
    <name>motcua::ui::ConfirmPanel</name>
    <message>
        <source>Go back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Say why: it is kept with the closing.</source>
        <translation>Hãy ghi lý do: lý do được lưu cùng lời khóa sổ.</translation>
    </message>
</context>
<context>
    <name>motcua::ui::Correction</name>
    <message>
        <source>%1: changed (%2)</source>
        <translation>%1: đã sửa (%2)</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>để trống</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Người nộp hồ sơ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Personal number</source>
        <translation>Số định danh</translation>
    </message>
    <message>
        <source>Former number</source>
        <translation>Số CMND cũ</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Số điện thoại</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Thư điện tử</translation>
    </message>
    <message>
        <source>Card issued</source>
        <translation>Ngày cấp thẻ</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>xuất trình</translation>
    </message>
    <message>
        <source>not handed in</source>
        <translation>chưa nộp</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n trang</numerusform>
        </translation>
    </message>
    <message>
        <source>the pages before</source>
        <translation>các trang trước</translation>
    </message>
    <message>
        <source>other pages</source>
        <translation>trang khác</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Phí, lệ phí</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hẹn trả</translation>
    </message>
    <message>
        <source>Ground of the due day</source>
        <translation>Căn cứ hẹn trả</translation>
    </message>
    <message>
        <source>Passport number</source>
        <translation>Số hộ chiếu</translation>
    </message>
    <message>
        <source>Passport issued by</source>
        <translation>Nơi cấp hộ chiếu</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>Quốc tịch</translation>
    </message>
    <message>
        <source>Passport good until</source>
        <translation>Hộ chiếu có giá trị đến</translation>
    </message>
    <message>
        <source>Tax code</source>
        <translation>Mã số thuế</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>Người đại diện</translation>
    </message>
    <message>
        <source>Representative's title</source>
        <translation>Chức vụ người đại diện</translation>
    </message>
    <message>
        <source>Representative's number</source>
        <translation>Số định danh người đại diện</translation>
    </message>
    <message>
        <source>Filed by</source>
        <translation>Người nộp thay</translation>
    </message>
    <message>
        <source>Number of who files</source>
        <translation>Số định danh người nộp thay</translation>
    </message>
    <message>
        <source>Phone of who files</source>
        <translation>Điện thoại người nộp thay</translation>
    </message>
    <message>
        <source>Address of who files</source>
        <translation>Địa chỉ người nộp thay</translation>
    </message>
    <message>
        <source>Ground of filing</source>
        <translation>Căn cứ nộp thay</translation>
    </message>
    <message>
        <source>Number of that paper</source>
        <translation>Số giấy làm căn cứ</translation>
    </message>
    <message>
        <source>Date of that paper</source>
        <translation>Ngày giấy làm căn cứ</translation>
    </message>
    <message>
        <source>%1 was approved and can no longer be put right.</source>
        <translation>%1 đã được phê duyệt nên không sửa được nữa.</translation>
    </message>
    <message>
        <source>%1 was approved by %2 and can no longer be put right.</source>
        <translation>%1 đã được %2 phê duyệt nên không sửa được nữa.</translation>
    </message>
    <message>
        <source>A wrong result: the supervisor spoils its number in the book (Books, F8), and the dossier is taken in anew. Anything else: write a note (Dossiers, F2).</source>
        <translation>Kết quả sai: lãnh đạo hủy số trong sổ (mục Sổ, F8), rồi tiếp nhận lại hồ sơ. Việc khác: ghi chú (mục Hồ sơ, F2).</translation>
    </message>
    <message>
        <source>A wrong result: take the dossier in anew. Anything else: write a note (Dossiers, F2).</source>
        <translation>Kết quả sai: tiếp nhận lại hồ sơ. Việc khác: ghi chú (mục Hồ sơ, F2).</translation>
    </message>
    <message>
        <source>%1 was worked on by a newer program and cannot be put right with this one.</source>
        <translation>%1 đã được xử lý bằng chương trình bản mới hơn, máy này không sửa được.</translation>
    </message>
    <message>
        <source>Have this machine updated.</source>
        <translation>Hãy cập nhật chương trình trên máy này.</translation>
    </message>
    <message>
        <source>%1 waits for papers (form 02) and cannot be put right meanwhile.</source>
        <translation>%1 đang chờ bổ sung (mẫu 02) nên chưa sửa được.</translation>
    </message>
    <message>
        <source>When the papers come, F9 in Dossiers takes them in; then it can be put right.</source>
        <translation>Khi có giấy tờ bổ sung, F9 ở mục Hồ sơ để nhận; sau đó sửa được.</translation>
    </message>
    <message>
        <source>%1 has ended (%2) and can no longer be put right.</source>
        <translation>%1 đã kết thúc (%2) nên không sửa được nữa.</translation>
    </message>
    <message>
        <source>Take it in anew where it is needed; a note (Dossiers, F2) can be written at any time.</source>
        <translation>Nếu cần, tiếp nhận lại hồ sơ; lúc nào cũng ghi chú được (mục Hồ sơ, F2).</translation>
    </message>
    <message>
        <source>%1 lies on another station's desk and cannot be put right here.</source>
        <translation>%1 đang ở bàn của máy khác nên không sửa được tại đây.</translation>
    </message>
    <message>
        <source>Put it right where it lies, or ask for it there.</source>
        <translation>Hãy sửa ở máy đang giữ hồ sơ.</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else meanwhile.</source>
        <translation>%1 vừa được người khác sửa.</translation>
    </message>
    <message>
        <source>Open it in Dossiers and put right (F9) what is still wrong.</source>
        <translation>Mở lại ở mục Hồ sơ và sửa (F9) chỗ còn sai.</translation>
    </message>
    <message>
        <source>Household's owner</source>
        <translation>Chủ hộ kinh doanh</translation>
    </message>
    <message>
        <source>Number of the household's owner</source>
        <translation>Số định danh chủ hộ kinh doanh</translation>
    </message>
    <message>
        <source>%1 lies on the desk of %2 and cannot be put right here.</source>
        <translation>%1 đang ở quầy của %2 nên không sửa được ở đây.</translation>
    </message>
    <message>
        <source>A wrong result: spoil its number in the book (Books, F8) and say what is wrong; then the dossier is put right and approved again. Anything else: write a note (Dossiers, F2).</source>
        <translation>Kết quả sai: hủy số trong sổ (Sổ, F8) và ghi rõ sai gì; hồ sơ được sửa rồi phê duyệt lại. Việc khác: ghi chú (Hồ sơ, F2).</translation>
    </message>
    <message>
        <source>%1 (by written agreement)</source>
        <translation>%1 (theo thỏa thuận bằng văn bản)</translation>
    </message>
    <message>
        <source>signs</source>
        <translation>ký</translation>
    </message>
    <message>
        <source>by fingerprint</source>
        <translation>điểm chỉ</translation>
    </message>
    <message>
        <source>can neither sign nor give a fingerprint</source>
        <translation>không ký, không điểm chỉ được</translation>
    </message>
    <message>
        <source>Identity paper</source>
        <translation>Giấy tờ tùy thân</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Nơi cấp</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>Ngày cấp</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>Có giá trị đến</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Cách ký</translation>
    </message>
    <message>
        <source>Can read</source>
        <translation>Đọc được</translation>
    </message>
    <message>
        <source>Can hear</source>
        <translation>Nghe được</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>Nói tiếng</translation>
    </message>
    <message>
        <source>Acts for</source>
        <translation>Đại diện cho</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Ground of the extension</source>
        <translation>Căn cứ kéo dài thời hạn</translation>
    </message>
</context>
<context>
    <name>motcua::ui::CorrectionBanner</name>
    <message>
        <source>%1 is being put right. The supervisor returned it: %2</source>
        <translation>Đang sửa %1. Lãnh đạo trả lại: %2</translation>
    </message>
    <message>
        <source>Change what is wrong, then F9 submits it again.</source>
        <translation>Sửa chỗ sai, rồi F9 để gửi lại.</translation>
    </message>
    <message>
        <source>%1 is being put right.</source>
        <translation>Đang sửa %1.</translation>
    </message>
    <message>
        <source>Change what is wrong, then F9. F2 leaves it for later.</source>
        <translation>Sửa chỗ sai, rồi F9. F2 để lại làm sau.</translation>
    </message>
    <message>
        <source>What was changed here was not recorded; F2 throws it away and begins a new intake.</source>
        <translation>Những gì sửa ở đây chưa được ghi; F2 bỏ phần đang sửa và bắt đầu hồ sơ mới.</translation>
    </message>
    <message>
        <source>Form 02 was given for this intake.</source>
        <translation>Hồ sơ này đã được cấp mẫu 02.</translation>
    </message>
    <message>
        <source>Form 02 no. %1 was given for this intake.</source>
        <translation>Hồ sơ này đã được cấp mẫu 02 số %1.</translation>
    </message>
    <message>
        <source>It asked for the papers until %1: that day has passed.</source>
        <translation>Hạn nộp giấy tờ ghi trên phiếu là %1, đã qua.</translation>
    </message>
    <message>
        <source>It asks for the papers until %1.</source>
        <translation>Phiếu yêu cầu nộp giấy tờ đến hết ngày %1.</translation>
    </message>
    <message>
        <source>This intake was gone on with elsewhere: the dossier is %1 now.</source>
        <translation>Hồ sơ này đã được tiếp tục ở quầy khác, nay là: %1.</translation>
    </message>
    <message>
        <source>Ctrl+F4 opens the dossier.</source>
        <translation>Ctrl+F4 mở hồ sơ.</translation>
    </message>
    <message>
        <source>What was entered here stays. It can be recorded when the dossier is back.</source>
        <translation>Những gì đã nhập ở đây vẫn còn, ghi nhận được khi hồ sơ về lại quầy này.</translation>
    </message>
    <message>
        <source>F2 leaves it for later; it waits in the list of unfinished intakes (Ctrl+F2).</source>
        <translation>F2 để lại sau; phần này chờ trong danh sách hồ sơ đang nhập dở (Ctrl+F2).</translation>
    </message>
    <message>
        <source>The dossier lies on another station's desk now.</source>
        <translation>Hồ sơ này hiện ở máy khác.</translation>
    </message>
    <message>
        <source>The dossier lies on the desk of %1 now.</source>
        <translation>Hồ sơ này hiện ở quầy của %1.</translation>
    </message>
    <message>
        <source>%1 is being put right. Its number was spoiled: %2</source>
        <translation>Đang sửa %1. Số của hồ sơ đã bị hủy: %2</translation>
    </message>
</context>
<context>
    <name>motcua::ui::CutOff</name>
    <message>
        <source>%1 left until %2: results today</source>
        <translation>Còn %1 tới %2: trả kết quả trong ngày</translation>
    </message>
    <message>
        <source>Past %1: results on %2</source>
        <translation>Sau %1: trả kết quả ngày %2</translation>
    </message>
    <message>
        <source>Day off: results from %1</source>
        <translation>Ngày nghỉ: trả kết quả từ %1</translation>
    </message>
</context>
<context>
    <name>motcua::ui::DevicesCard</name>
    <message>
        <source>The system's default printer</source>
        <translation>Máy in mặc định của hệ thống</translation>
    </message>
    <message>
        <source>The first scanner found</source>
        <translation>Máy quét đầu tiên tìm thấy</translation>
    </message>
    <message>
        <source>Printer and scanner</source>
        <translation>Máy in và máy quét</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Máy in</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Máy quét</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Tìm lại</translation>
    </message>
    <message>
        <source>The test sheet was made.</source>
        <translation>Đã tạo trang thử.</translation>
    </message>
    <message>
        <source>The test sheet went to %1.</source>
        <translation>Trang thử đã gửi tới %1.</translation>
    </message>
    <message>
        <source>Is it there, with every accent, and is the line 100 mm long?</source>
        <translation>Trang đã ra chưa, đủ dấu chưa, đường kẻ có dài 100 mm không?</translation>
    </message>
    <message>
        <source>A page came: %1 × %2 points.</source>
        <translation>Đã nhận một trang: %1 × %2 điểm ảnh.</translation>
    </message>
    <message>
        <source>The code of the test sheet was read.</source>
        <translation>Đã đọc được mã của trang thử.</translation>
    </message>
    <message>
        <source>No code of the test sheet was found on it.</source>
        <translation>Không thấy mã của trang thử trên đó.</translation>
    </message>
    <message>
        <source>It was not kept.</source>
        <translation>Trang này không được lưu.</translation>
    </message>
    <message>
        <source>Print a test sheet</source>
        <translation>In thử</translation>
    </message>
    <message>
        <source>Scan a test sheet</source>
        <translation>Quét thử</translation>
    </message>
    <message>
        <source>The page of the test scan</source>
        <translation>Trang vừa quét thử</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Đang tìm …</translation>
    </message>
    <message>
        <source>Not set for this printer yet: it is asked once when the first one is printed</source>
        <translation>Chưa đặt cho máy in này: chương trình hỏi một lần khi in tờ đầu tiên</translation>
    </message>
    <message>
        <source>Attestation on a last page begins below the top edge</source>
        <translation>Trên trang cuối bản sao, lời chứng cách mép trên</translation>
    </message>
    <message>
        <source>Attestation under a signature begins below the top edge</source>
        <translation>Dưới chữ ký, lời chứng cách mép trên</translation>
    </message>
</context>
<context>
    <name>motcua::ui::DossierDetail</name>
    <message>
        <source>Dossier</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Quá trình</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Biểu mẫu</translation>
    </message>
    <message>
        <source>Parts of the dossier</source>
        <translation>Các phần của hồ sơ</translation>
    </message>
    <message>
        <source>Add a note …</source>
        <translation>Thêm ghi chú …</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Lưu ghi chú</translation>
    </message>
</context>
<context>
    <name>motcua::ui::DossierFilterBar</name>
    <message>
        <source>Name, card number, dossier code, phone, document</source>
        <translation>Họ tên, số thẻ, mã hồ sơ, điện thoại, tên giấy tờ</translation>
    </message>
    <message>
        <source>Search the dossiers</source>
        <translation>Tìm trong hồ sơ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Every state</source>
        <translation>Mọi trạng thái</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Của tôi</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Chưa gửi</translation>
    </message>
    <message>
        <source>Name, number, code</source>
        <translation>Họ tên, số thẻ, mã</translation>
    </message>
</context>
<context>
    <name>motcua::ui::DossierList</name>
    <message>
        <source>Dossiers</source>
        <translation>Danh sách hồ sơ</translation>
    </message>
</context>
<context>
    <name>motcua::ui::DossierModel</name>
    <message>
        <source>Held</source>
        <translation>Tỉnh đã nhận</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Người yêu cầu</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hạn trả</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Tỉnh</translation>
    </message>
    <message>
        <source>No code yet</source>
        <translation>Chưa có mã</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Chưa gửi</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) of one visit</source>
        <translation>
            <numerusform>%n giấy tờ cùng một lượt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::DossierSummary</name>
    <message>
        <source>This program</source>
        <translation>Bản trên máy này</translation>
    </message>
    <message numerus="yes">
        <source>cannot read %n record(s) of it</source>
        <translation>
            <numerusform>không đọc được %n bản ghi của hồ sơ</numerusform>
        </translation>
    </message>
    <message>
        <source>No dossier code</source>
        <translation>Chưa có mã hồ sơ</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Người yêu cầu</translation>
    </message>
    <message>
        <source>Personal number</source>
        <translation>Số định danh</translation>
    </message>
    <message>
        <source>Former number</source>
        <translation>Số CMND cũ</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Nơi cư trú</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>Result due</source>
        <translation>Hạn trả</translation>
    </message>
    <message>
        <source>Waits for papers since</source>
        <translation>Chờ bổ sung từ</translation>
    </message>
    <message>
        <source>Returned because</source>
        <translation>Lý do trả lại</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Phí</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Người duyệt</translation>
    </message>
    <message>
        <source>two-hat rule</source>
        <translation>kiêm nhiệm</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>%1 · closed</source>
        <translation>%1 · đã kết thúc</translation>
    </message>
    <message>
        <source>Ended because</source>
        <translation>Lý do kết thúc</translation>
    </message>
    <message>
        <source>The dossier lies</source>
        <translation>Hồ sơ nằm ở</translation>
    </message>
    <message>
        <source>on another station's desk</source>
        <translation>máy khác</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Tỉnh</translation>
    </message>
    <message>
        <source>Not all of it sent yet; it is safe here</source>
        <translation>Chưa gửi hết; vẫn lưu an toàn tại máy này</translation>
    </message>
    <message>
        <source>Holds all of it</source>
        <translation>Đã nhận đủ</translation>
    </message>
    <message>
        <source>%1, volume %2</source>
        <translation>%1, quyển số %2</translation>
    </message>
    <message>
        <source>%1 (spoiled)</source>
        <translation>%1 (đã hủy)</translation>
    </message>
    <message>
        <source>Ground of the due day</source>
        <translation>Căn cứ hẹn trả</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>Hộ chiếu</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Nơi cấp</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>Quốc tịch</translation>
    </message>
    <message>
        <source>Passport good until</source>
        <translation>Hộ chiếu có giá trị đến</translation>
    </message>
    <message>
        <source>Tax code</source>
        <translation>Mã số thuế</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>Người đại diện</translation>
    </message>
    <message>
        <source>Representative's number</source>
        <translation>Số định danh người đại diện</translation>
    </message>
    <message>
        <source>Filed by</source>
        <translation>Người nộp thay</translation>
    </message>
    <message>
        <source>Number of who files</source>
        <translation>Số định danh người nộp thay</translation>
    </message>
    <message>
        <source>Phone of who files</source>
        <translation>Điện thoại người nộp thay</translation>
    </message>
    <message>
        <source>Address of who files</source>
        <translation>Địa chỉ người nộp thay</translation>
    </message>
    <message>
        <source>On the ground</source>
        <translation>Căn cứ nộp thay</translation>
    </message>
    <message>
        <source>Finished at</source>
        <translation>Xong lúc</translation>
    </message>
    <message>
        <source>Household's owner</source>
        <translation>Chủ hộ kinh doanh</translation>
    </message>
    <message>
        <source>Number of the household's owner</source>
        <translation>Số định danh chủ hộ kinh doanh</translation>
    </message>
    <message>
        <source>at another desk, where %1 worked on it last</source>
        <translation>một quầy khác; người làm sau cùng ở đó: %1</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1, đại diện cho %2</translation>
    </message>
    <message>
        <source>Came together with</source>
        <translation>Nộp cùng lượt với</translation>
    </message>
</context>
<context>
    <name>motcua::ui::DossiersPlace</name>
    <message>
        <source>The note is kept with the dossier.</source>
        <translation>Đã lưu ghi chú vào hồ sơ.</translation>
    </message>
    <message>
        <source>Form 02 is being printed; the clock stands still until the papers come.</source>
        <translation>Đang in mẫu 02; tạm dừng tính thời hạn cho đến khi người dân bổ sung.</translation>
    </message>
    <message>
        <source>The papers are in the dossier; it goes on with a new due moment.</source>
        <translation>Đã nhận bổ sung; hồ sơ được xử lý tiếp với hạn trả mới.</translation>
    </message>
    <message>
        <source>%1: the printer has it.</source>
        <translation>%1: đã gửi tới máy in.</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) found</source>
        <translation>
            <numerusform>Tìm thấy %n hồ sơ</numerusform>
        </translation>
    </message>
    <message>
        <source>No dossier yet</source>
        <translation>Chưa có hồ sơ</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Không tìm thấy</translation>
    </message>
    <message>
        <source>What is received at this counter, and what the province sends, appears here.</source>
        <translation>Hồ sơ tiếp nhận tại quầy này và hồ sơ tỉnh gửi về sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Try fewer words, or without diacritics; only what is on this machine is searched.</source>
        <translation>Thử ít từ hơn hoặc gõ không dấu; chỉ tìm trong dữ liệu của máy này.</translation>
    </message>
    <message>
        <source>The citizen takes %1 back: why?</source>
        <translation>Người dân rút hồ sơ %1: vì sao?</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Rút hồ sơ</translation>
    </message>
    <message>
        <source>The citizen no longer needs it</source>
        <translation>Người dân không còn nhu cầu</translation>
    </message>
    <message>
        <source>The citizen asks to submit it anew</source>
        <translation>Người dân xin nộp lại hồ sơ khác</translation>
    </message>
    <message>
        <source>Parts of the dossier</source>
        <translation>Các phần của hồ sơ</translation>
    </message>
    <message>
        <source>From the search line into the list</source>
        <translation>Từ ô tìm kiếm xuống danh sách</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Show numbers</source>
        <translation>Xem đủ số</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>In lại</translation>
    </message>
    <message>
        <source>Form 02</source>
        <translation>Mẫu 02</translation>
    </message>
    <message>
        <source>Papers came</source>
        <translation>Nhận bổ sung</translation>
    </message>
    <message>
        <source>Search the dossiers</source>
        <translation>Tìm trong hồ sơ</translation>
    </message>
    <message>
        <source>Returned ones on top, then the newest; what the province does not have yet is here too</source>
        <translation>Hồ sơ bị trả lại ở trên cùng, rồi đến hồ sơ mới nhất; gồm cả phần chưa gửi lên tỉnh</translation>
    </message>
    <message>
        <source>The supervisor returned this dossier: %1</source>
        <translation>Người phê duyệt đã trả lại hồ sơ này: %1</translation>
    </message>
    <message>
        <source>What was put right in %1? The supervisor reads it.</source>
        <translation>Đã chỉnh những gì trong hồ sơ %1? Người phê duyệt sẽ đọc.</translation>
    </message>
    <message>
        <source>Submit again</source>
        <translation>Gửi duyệt lại</translation>
    </message>
    <message>
        <source>The papers were completed</source>
        <translation>Đã bổ sung đủ giấy tờ</translation>
    </message>
    <message>
        <source>Checked again with the citizen: nothing has to be changed</source>
        <translation>Đã kiểm tra lại với người dân: không có gì phải sửa</translation>
    </message>
    <message>
        <source>%1 is in the supervisors' tray again.</source>
        <translation>Hồ sơ %1 đã trở lại khay chờ phê duyệt.</translation>
    </message>
    <message>
        <source>What was put right</source>
        <translation>Nội dung đã chỉnh</translation>
    </message>
    <message>
        <source>In the book</source>
        <translation>Xem trong sổ</translation>
    </message>
    <message>
        <source>Go on with the intake</source>
        <translation>Nhận tiếp</translation>
    </message>
    <message>
        <source>F9 puts it right and submits it again; Ctrl+F9 submits it as it is.</source>
        <translation>F9 để sửa và gửi lại; Ctrl+F9 gửi lại như cũ.</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>Sửa hồ sơ</translation>
    </message>
    <message>
        <source>What was said of %1 is about to be recorded.</source>
        <translation>Việc vừa làm với %1 sắp được ghi.</translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back, Ctrl+Y records it now.</source>
        <translation>Ctrl+Z lấy lại, Ctrl+Y ghi ngay.</translation>
    </message>
    <message>
        <source>The dossier lies on this desk now: F9 goes on.</source>
        <translation>Hồ sơ đã về quầy này: bấm F9 để làm tiếp.</translation>
    </message>
    <message>
        <source>Asked for; the dossier comes as soon as the other desk is not working on it.</source>
        <translation>Đã xin; hồ sơ về khi quầy kia không mở nó nữa.</translation>
    </message>
    <message>
        <source>Bring it here</source>
        <translation>Chuyển về đây</translation>
    </message>
    <message>
        <source>In the papers: handed in, quantity, kind</source>
        <translation>Trong danh mục giấy tờ: đã nhận, số lượng, loại bản</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Quét</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Take them in</source>
        <translation>Nhận bổ sung</translation>
    </message>
    <message>
        <source>Print a sheet that separates the papers of a batch</source>
        <translation>In tờ ngăn giữa các giấy tờ khi quét cả tập</translation>
    </message>
    <message>
        <source>Why it cannot be put right</source>
        <translation>Vì sao không sửa được</translation>
    </message>
    <message>
        <source>What was taken in was thrown away. Ctrl+Z brings it back within 10 seconds.</source>
        <translation>Đã bỏ phần đã nhập. Bấm Ctrl+Z trong 10 giây để lấy lại.</translation>
    </message>
    <message>
        <source>Other papers came into this dossier since this was begun.</source>
        <translation>Từ lúc bắt đầu nhận bổ sung, hồ sơ này đã có thêm giấy tờ khác.</translation>
    </message>
    <message>
        <source>They are in the list, and what was begun is added to them.</source>
        <translation>Chúng có trong danh sách; phần đã nhập được thêm vào.</translation>
    </message>
    <message>
        <source>Look the list through before F9.</source>
        <translation>Xem lại danh sách trước khi bấm F9.</translation>
    </message>
    <message>
        <source>%1 began to take these papers in; it goes on from there.</source>
        <translation>%1 đã bắt đầu nhận những giấy tờ này; làm tiếp từ đó.</translation>
    </message>
    <message>
        <source>The papers are in the dossier; the receipt with the new due moment is being printed.</source>
        <translation>Giấy tờ bổ sung đã vào hồ sơ; đang in giấy tiếp nhận ghi thời gian hẹn trả mới.</translation>
    </message>
    <message>
        <source>Asked for; the dossier comes as soon as %1 is not working on it.</source>
        <translation>Đã xin; hồ sơ về khi %1 không mở nó nữa.</translation>
    </message>
    <message>
        <source>Letters, digits</source>
        <translation>Chữ, chữ số</translation>
    </message>
    <message>
        <source>From the list into the search line</source>
        <translation>Từ danh sách lên ô tìm</translation>
    </message>
    <message>
        <source>Number %1 was spoiled: %2. The dossier takes a new number when it is approved again.</source>
        <translation>Số %1 đã bị hủy: %2. Hồ sơ nhận số mới khi được phê duyệt lại.</translation>
    </message>
    <message>
        <source>Papers were asked for once already while this dossier was processed: asked for again, it counts as overdue nationally.</source>
        <translation>Hồ sơ này đã được yêu cầu bổ sung trong quá trình giải quyết: yêu cầu lần nữa thì bị tính là quá hạn trong bộ chỉ số quốc gia.</translation>
    </message>
</context>
<context>
    <name>motcua::ui::EarlierIntake</name>
    <message numerus="yes">
        <source>There are %n more of this citizen: Ctrl+F2.</source>
        <translation>
            <numerusform>Người này còn %n hồ sơ tiếp nhận dở khác: Ctrl+F2.</numerusform>
        </translation>
    </message>
    <message>
        <source>An intake of this citizen waits unfinished: %1</source>
        <translation>Người này có hồ sơ tiếp nhận dở: %1</translation>
    </message>
    <message>
        <source>Ctrl+F4 goes back to it. For something else, just go on here.</source>
        <translation>Ctrl+F4 quay lại hồ sơ đó. Nếu là việc khác, cứ làm tiếp ở đây.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Nhận tiếp</translation>
    </message>
</context>
<context>
    <name>motcua::ui::EnrolPage</name>
    <message>
        <source>Type the one-time code.</source>
        <translation>Nhập mã một lần.</translation>
    </message>
    <message>
        <source>Type your login.</source>
        <translation>Nhập tên đăng nhập.</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>Hai mật khẩu không giống nhau.</translation>
    </message>
    <message>
        <source>Enrol this station</source>
        <translation>Ghi danh máy này</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Mã một lần</translation>
    </message>
    <message>
        <source>Login of the first user</source>
        <translation>Tên đăng nhập của người dùng đầu tiên</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>Nhập lại mật khẩu</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>Ghi danh</translation>
    </message>
    <message>
        <source>Enrolling</source>
        <translation>Đang ghi danh</translation>
    </message>
    <message>
        <source>Type the enrolment address that the province gave, such as https://host:8444.</source>
        <translation>Nhập địa chỉ ghi danh do tỉnh cho, ví dụ https://máy:8444.</translation>
    </message>
    <message>
        <source>Once for each machine, with a line to the province. Address and code come from there, the desk's name with the code.</source>
        <translation>Làm một lần cho mỗi máy, khi có đường truyền tới tỉnh. Địa chỉ và mã do tỉnh cấp, tên quầy đi kèm với mã.</translation>
    </message>
    <message>
        <source>Enrolment address of the province</source>
        <translation>Địa chỉ ghi danh của tỉnh</translation>
    </message>
</context>
<context>
    <name>motcua::ui::FactCard</name>
    <message>
        <source>Kind of job</source>
        <translation>Loại việc</translation>
    </message>
</context>
<context>
    <name>motcua::ui::FactEditor</name>
    <message>
        <source>At most %1 characters.</source>
        <translation>Nhiều nhất %1 ký tự.</translation>
    </message>
    <message>
        <source>At most %1.</source>
        <translation>Nhiều nhất %1.</translation>
    </message>
    <message>
        <source>At least %1.</source>
        <translation>Ít nhất %1.</translation>
    </message>
    <message>
        <source>Pick one from the list.</source>
        <translation>Chọn một giá trị trong danh sách.</translation>
    </message>
    <message>
        <source>Not a date. Write it as day/month/year.</source>
        <translation>Không phải ngày. Nhập theo dạng ngày/tháng/năm.</translation>
    </message>
    <message>
        <source>Not an hour. Write it as 14:30.</source>
        <translation>Không phải giờ. Hãy ghi như 14:30.</translation>
    </message>
</context>
<context>
    <name>motcua::ui::FindingWords</name>
    <message>
        <source>Program</source>
        <translation>Chương trình</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>Hệ điều hành</translation>
    </message>
    <message>
        <source>Clock, Viet Nam time</source>
        <translation>Đồng hồ (giờ Việt Nam)</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Thư mục dữ liệu</translation>
    </message>
    <message>
        <source>Free space</source>
        <translation>Dung lượng còn trống</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Máy</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dữ liệu</translation>
    </message>
    <message>
        <source>Sent by the province, unreadable here</source>
        <translation>Tỉnh gửi nhưng máy này không đọc được</translation>
    </message>
    <message>
        <source>Station's certificate</source>
        <translation>Chứng thư của máy</translation>
    </message>
    <message>
        <source>Province's certificate</source>
        <translation>Chứng thư của tỉnh</translation>
    </message>
    <message>
        <source>Line to the province</source>
        <translation>Đường truyền tới tỉnh</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>Máy in</translation>
    </message>
    <message>
        <source>Scanners</source>
        <translation>Máy quét</translation>
    </message>
    <message>
        <source>%1 GB of %2 GB</source>
        <translation>%1 GB trên %2 GB</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>%1 faults, the first: %2</source>
        <translation>%1 chỗ hỏng, chỗ đầu tiên: %2</translation>
    </message>
    <message>
        <source>good from %1 to %2</source>
        <translation>có hiệu lực từ %1 đến %2</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 có trả lời</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 không trả lời</translation>
    </message>
    <message>
        <source>Files from outside</source>
        <translation>Tệp từ bên ngoài</translation>
    </message>
    <message>
        <source>are read in a closed room</source>
        <translation>được đọc trong phòng kín</translation>
    </message>
    <message>
        <source>this kernel lacks Landlock and seccomp, so a hostile file could do whatever this user may do</source>
        <translation>nhân hệ điều hành này thiếu Landlock và seccomp, nên tệp độc hại có thể làm mọi điều mà người dùng này được làm</translation>
    </message>
    <message>
        <source>this kernel lacks Landlock, so a hostile file could read what this user may read; it could neither write nor send it</source>
        <translation>nhân hệ điều hành này thiếu Landlock, nên tệp độc hại có thể đọc những gì người dùng này được đọc; nhưng không ghi và không gửi đi được</translation>
    </message>
    <message>
        <source>this kernel lacks seccomp, so a hostile file could reach the network; it could not read this user's files</source>
        <translation>nhân hệ điều hành này thiếu seccomp, nên tệp độc hại có thể ra mạng; nhưng không đọc được tệp của người dùng này</translation>
    </message>
    <message>
        <source>sound: %1 records, %2 kept files of pages</source>
        <translation>nguyên vẹn: %1 bản ghi, %2 tệp trang quét đang giữ</translation>
    </message>
</context>
<context>
    <name>motcua::ui::FinishCard</name>
    <message>
        <source>Handed to</source>
        <translation>Người nhận kết quả</translation>
    </message>
    <message>
        <source>The citizen points at a rating, or press 1 to 5</source>
        <translation>Người dân chỉ mức đánh giá, hoặc bấm phím 1 đến 5</translation>
    </message>
    <message>
        <source>What displeased</source>
        <translation>Điều chưa hài lòng</translation>
    </message>
    <message>
        <source>One step at a time</source>
        <translation>Làm từng bước</translation>
    </message>
    <message>
        <source>Fee only</source>
        <translation>Chỉ thu phí</translation>
    </message>
    <message>
        <source>Hand over only</source>
        <translation>Chỉ trả kết quả</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kết thúc hồ sơ</translation>
    </message>
    <message>
        <source>Fee slip again</source>
        <translation>In lại phiếu thu</translation>
    </message>
    <message>
        <source>Identity checked against the card (F8)</source>
        <translation>Đã đối chiếu thẻ căn cước người nhận (F8)</translation>
    </message>
    <message>
        <source>Number in the paper book</source>
        <translation>Số chứng thực (sổ giấy)</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Quyển số</translation>
    </message>
    <message>
        <source>%1, through %2</source>
        <translation>%1, qua %2</translation>
    </message>
    <message>
        <source>Identity checked against the card</source>
        <translation>Đã đối chiếu giấy tờ với thẻ</translation>
    </message>
    <message>
        <source>For example: 01/2026-SCT/CK,ĐC</source>
        <translation>Ví dụ: 01/2026-SCT/CK,ĐC</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>The %n results of this visit are handed over together, with one fee slip.</source>
        <translation>
            <numerusform>Trả cùng lúc cả %n kết quả của lượt này, chung một phiếu thu.</numerusform>
        </translation>
    </message>
    <message>
        <source>It came together with:</source>
        <translation>Nộp cùng lượt với:</translation>
    </message>
</context>
<context>
    <name>motcua::ui::FormView</name>
    <message>
        <source>Form</source>
        <translation>Biểu mẫu</translation>
    </message>
    <message>
        <source>Nothing to print</source>
        <translation>Không có gì để in</translation>
    </message>
    <message>
        <source>This dossier has no form yet.</source>
        <translation>Hồ sơ này chưa có biểu mẫu nào.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1, lập lúc %2</translation>
    </message>
    <message>
        <source>%1 no. %2 of %3</source>
        <translation>%1 số %2, lập lúc %3</translation>
    </message>
</context>
<context>
    <name>motcua::ui::HandOverPlace</name>
    <message>
        <source>Fee taken: %1.</source>
        <translation>Đã thu phí %1.</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Bước tiếp theo</translation>
    </message>
    <message>
        <source>Take the fee, hand over</source>
        <translation>Thu phí và trả kết quả</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Trả kết quả</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kết thúc hồ sơ</translation>
    </message>
    <message>
        <source>%1: the printer has it.</source>
        <translation>%1: đã gửi tới máy in.</translation>
    </message>
    <message>
        <source>The fee is kept; only its slip was not printed.</source>
        <translation>Đã ghi nhận thu phí; chỉ có phiếu thu chưa in được.</translation>
    </message>
    <message>
        <source>The citizen's rating</source>
        <translation>Đánh giá của người dân</translation>
    </message>
    <message>
        <source>Open the whole dossier</source>
        <translation>Mở toàn bộ hồ sơ</translation>
    </message>
    <message>
        <source>Results that wait for their owners, the oldest first</source>
        <translation>Kết quả chờ người dân đến nhận, hạn trả sớm nhất xếp trước</translation>
    </message>
    <message>
        <source>Results waiting</source>
        <translation>Kết quả chờ trả</translation>
    </message>
    <message>
        <source>No result is waiting</source>
        <translation>Không có kết quả nào chờ trả</translation>
    </message>
    <message>
        <source>What is approved comes here by itself.</source>
        <translation>Hồ sơ được duyệt sẽ tự hiện ở đây.</translation>
    </message>
    <message>
        <source>Nothing to print</source>
        <translation>Không có gì để in</translation>
    </message>
    <message>
        <source>This result leaves without a form of ours.</source>
        <translation>Kết quả này không in từ biểu mẫu của phần mềm.</translation>
    </message>
    <message>
        <source>Open dossier</source>
        <translation>Mở hồ sơ</translation>
    </message>
    <message>
        <source>Print the result</source>
        <translation>In kết quả</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>In lại</translation>
    </message>
    <message>
        <source>The card is the applicant's: %1. Results waiting: %2.</source>
        <translation>Thẻ đúng của người nộp hồ sơ: %1. Số kết quả đang chờ: %2.</translation>
    </message>
    <message>
        <source>%1 may take the result of %2. Results waiting: %3.</source>
        <translation>%1 được nhận kết quả của %2. Kết quả đang chờ: %3.</translation>
    </message>
    <message>
        <source>This result lies at another desk.</source>
        <translation>Kết quả này nằm ở quầy khác.</translation>
    </message>
    <message>
        <source>It is handed over there, where it was received.</source>
        <translation>Mời người dân nhận tại quầy đã tiếp nhận hồ sơ.</translation>
    </message>
    <message>
        <source>Waiting for papers</source>
        <translation>Chờ người dân bổ sung</translation>
    </message>
    <message>
        <source>This result lies at the desk of %1.</source>
        <translation>Kết quả này nằm ở quầy của %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n at another desk</source>
        <translation>
            <numerusform>%1 · %n ở quầy khác</numerusform>
        </translation>
    </message>
    <message>
        <source>The number of this result was spoiled, and it has no other.</source>
        <translation>Số của kết quả này đã bị hủy và chưa có số khác.</translation>
    </message>
    <message>
        <source>The supervisor approves it again (Approval); then it is printed and handed over.</source>
        <translation>Lãnh đạo phê duyệt lại (Phê duyệt); sau đó in và trả kết quả.</translation>
    </message>
    <message numerus="yes">
        <source>Take the fees, hand over %n results</source>
        <translation>
            <numerusform>Thu phí, trả %n kết quả</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand over %n results</source>
        <translation>
            <numerusform>Trả %n kết quả</numerusform>
        </translation>
    </message>
    <message>
        <source>Where it has several sheets, stamp over their edges as well.</source>
        <translation>Nếu có từ hai tờ trở lên, nhớ đóng dấu giáp lai.</translation>
    </message>
    <message>
        <source>Place on the sheet</source>
        <translation>Vị trí trên tờ giấy</translation>
    </message>
    <message>
        <source>Next result of the visit</source>
        <translation>Kết quả tiếp theo của lượt</translation>
    </message>
</context>
<context>
    <name>motcua::ui::HeldStrip</name>
    <message>
        <source>%1 was handed over and closed.</source>
        <translation>Đã trả kết quả và kết thúc %1.</translation>
    </message>
    <message>
        <source>%1 was handed over.</source>
        <translation>Đã trả kết quả %1.</translation>
    </message>
    <message>
        <source>%1 was closed.</source>
        <translation>Đã kết thúc %1.</translation>
    </message>
    <message>
        <source>%1 was withdrawn.</source>
        <translation>Đã cho rút %1.</translation>
    </message>
    <message>
        <source>%1 was approved.</source>
        <translation>Đã duyệt %1.</translation>
    </message>
    <message>
        <source>%1 was returned to the clerk.</source>
        <translation>Đã trả lại %1 cho cán bộ tiếp nhận.</translation>
    </message>
    <message>
        <source>The program ended before this was recorded: %1 Is it to be done?</source>
        <translation>Chương trình đã dừng trước khi ghi việc này: %1 Có ghi không?</translation>
    </message>
    <message>
        <source>This was not recorded: %1 %2</source>
        <translation>Chưa ghi được: %1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) approved.</source>
        <translation>
            <numerusform>Đã duyệt %n hồ sơ.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 It can be taken back for 10 seconds.</source>
        <translation>%1 Lấy lại được trong 10 giây.</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Ghi vào hồ sơ</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Lấy lại</translation>
    </message>
    <message>
        <source>Do it now</source>
        <translation>Ghi ngay</translation>
    </message>
    <message>
        <source>Do at once what can still be taken back</source>
        <translation>Làm ngay việc còn lấy lại được</translation>
    </message>
    <message>
        <source>Form 03 for %1.</source>
        <translation>Mẫu 03 cho %1.</translation>
    </message>
    <message>
        <source>Form 02 for %1.</source>
        <translation>Mẫu 02 cho %1.</translation>
    </message>
    <message>
        <source>The number of %1 was spoiled.</source>
        <translation>Đã hủy số của %1.</translation>
    </message>
    <message>
        <source>Volume %1 was closed.</source>
        <translation>Đã khóa quyển %1.</translation>
    </message>
    <message>
        <source>Print now</source>
        <translation>In ngay</translation>
    </message>
    <message>
        <source>Put away as seen to: %1.</source>
        <translation>Đã cất đi, coi như xử lý xong: %1.</translation>
    </message>
    <message>
        <source>a record without a dossier</source>
        <translation>một bản ghi không thuộc hồ sơ nào</translation>
    </message>
    <message>
        <source>Noted beside the row of %1.</source>
        <translation>Đã ghi chú bên cạnh dòng của %1.</translation>
    </message>
    <message>
        <source>%1 and what came with it (%2) were handed over and closed.</source>
        <translation>Đã trả và đóng %1 cùng các hồ sơ nộp cùng lượt (%2).</translation>
    </message>
</context>
<context>
    <name>motcua::ui::History</name>
    <message>
        <source>Something that this program does not know</source>
        <translation>Việc mà bản trên máy này chưa biết</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>số %1</translation>
    </message>
    <message>
        <source>new due moment %1</source>
        <translation>hạn trả mới %1</translation>
    </message>
    <message>
        <source>under the two-hat rule</source>
        <translation>duyệt kiêm nhiệm</translation>
    </message>
    <message>
        <source>no. %1, volume %2</source>
        <translation>số %1, quyển số %2</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s)</source>
        <translation>
            <numerusform>%n bản in</numerusform>
        </translation>
    </message>
    <message>
        <source>identity checked</source>
        <translation>đã đối chiếu giấy tờ</translation>
    </message>
    <message>
        <source>identity not checked</source>
        <translation>chưa đối chiếu giấy tờ</translation>
    </message>
    <message>
        <source>%1 numbers, %2 spoiled</source>
        <translation>%1 số, hủy %2</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Tiếp nhận hồ sơ</translation>
    </message>
    <message>
        <source>Refused (form 03)</source>
        <translation>Từ chối tiếp nhận (mẫu 03)</translation>
    </message>
    <message>
        <source>Supplement asked (form 02)</source>
        <translation>Yêu cầu bổ sung (mẫu 02)</translation>
    </message>
    <message>
        <source>Supplement handed in</source>
        <translation>Đã nhận bổ sung</translation>
    </message>
    <message>
        <source>Submitted for approval</source>
        <translation>Trình phê duyệt</translation>
    </message>
    <message>
        <source>Passed to another desk</source>
        <translation>Chuyển hồ sơ sang bàn khác</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Phê duyệt</translation>
    </message>
    <message>
        <source>Returned to the clerk</source>
        <translation>Trả lại cán bộ tiếp nhận</translation>
    </message>
    <message>
        <source>Registered in the book</source>
        <translation>Vào sổ</translation>
    </message>
    <message>
        <source>Book entry spoiled</source>
        <translation>Hủy số trong sổ</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>In giấy tờ</translation>
    </message>
    <message>
        <source>Fee taken</source>
        <translation>Thu phí</translation>
    </message>
    <message>
        <source>Result handed over</source>
        <translation>Trả kết quả</translation>
    </message>
    <message>
        <source>Rated by the citizen</source>
        <translation>Người dân đánh giá</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Rút hồ sơ</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Kết thúc hồ sơ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Volume closed for the year</source>
        <translation>Khóa sổ năm</translation>
    </message>
    <message>
        <source>Needs the newer program (%1, version %2)</source>
        <translation>Cần phiên bản mới của chương trình (%1, phiên bản %2)</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>Sửa hồ sơ</translation>
    </message>
    <message>
        <source>Attested by hand, in the paper book</source>
        <translation>Chứng thực, ghi sổ giấy</translation>
    </message>
    <message>
        <source>The clock that wrote this ran ahead.</source>
        <translation>Đồng hồ ghi việc này đã chạy nhanh.</translation>
    </message>
    <message>
        <source>The clock that wrote this ran wrong: it says an hour before what went before.</source>
        <translation>Đồng hồ ghi việc này đã sai: giờ ghi đứng trước việc xảy ra trước đó.</translation>
    </message>
    <message>
        <source>Accounts and rules of the province taken over</source>
        <translation>Đã nhận tài khoản và quy định của tỉnh</translation>
    </message>
    <message>
        <source>the default printer</source>
        <translation>máy in mặc định</translation>
    </message>
    <message>
        <source>Numbers of a book leased to a desk</source>
        <translation>Giao số cho máy</translation>
    </message>
    <message>
        <source>Unused numbers of a book given back</source>
        <translation>Trả lại số chưa dùng</translation>
    </message>
    <message>
        <source>Numbers of a book written off</source>
        <translation>Bỏ số trong sổ</translation>
    </message>
    <message>
        <source>Book passed on to another keeper</source>
        <translation>Chuyển nơi giữ sổ</translation>
    </message>
    <message>
        <source>Noted beside its row in the book</source>
        <translation>Ghi chú bên cạnh dòng trong sổ</translation>
    </message>
    <message>
        <source>A list of people changed</source>
        <translation>Danh sách người thay đổi</translation>
    </message>
</context>
<context>
    <name>motcua::ui::HistoryList</name>
    <message>
        <source>the station itself</source>
        <translation>máy tự thực hiện</translation>
    </message>
</context>
<context>
    <name>motcua::ui::IntakePlace</name>
    <message>
        <source>Received: %1. The receipt is being printed.</source>
        <translation>Đã tiếp nhận: %1. Đang in giấy tiếp nhận.</translation>
    </message>
    <message>
        <source>Form 02 no. %1 is being printed.</source>
        <translation>Đang in mẫu 02 số %1.</translation>
    </message>
    <message>
        <source>Form 03 no. %1 is being printed.</source>
        <translation>Đang in mẫu 03 số %1.</translation>
    </message>
    <message>
        <source>Every field and page is safe on disk as soon as it is entered</source>
        <translation>Mỗi ô, mỗi trang đều được lưu an toàn ngay khi nhập</translation>
    </message>
    <message>
        <source>In the checklist: handed in, quantity, kind</source>
        <translation>Trong danh mục giấy tờ: đã nhận, số lượng, loại bản</translation>
    </message>
    <message>
        <source>Turn the scanned pages</source>
        <translation>Lật trang quét</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Thẻ</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Quét</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Form 02</source>
        <translation>Mẫu 02</translation>
    </message>
    <message>
        <source>Form 03</source>
        <translation>Mẫu 03</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message numerus="yes">
        <source>%n unfinished intake(s) put aside · Ctrl+F2 shows them</source>
        <translation>
            <numerusform>%n hồ sơ đang nhập dở · Ctrl+F2 mở danh sách</numerusform>
        </translation>
    </message>
    <message>
        <source>Unfinished intakes</source>
        <translation>Hồ sơ đang nhập dở</translation>
    </message>
    <message>
        <source>No intake is unfinished.</source>
        <translation>Không có hồ sơ nào đang nhập dở.</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>Sửa xong</translation>
    </message>
    <message>
        <source>What was put right in %1? The supervisor reads it.</source>
        <translation>Đã sửa gì trong %1? Lãnh đạo sẽ đọc.</translation>
    </message>
    <message>
        <source>The papers were completed</source>
        <translation>Đã bổ sung đủ giấy tờ</translation>
    </message>
    <message>
        <source>What was typed wrongly was corrected</source>
        <translation>Đã sửa nội dung gõ sai</translation>
    </message>
    <message>
        <source>What was put right</source>
        <translation>Nội dung đã sửa</translation>
    </message>
    <message>
        <source>Print a sheet that separates the papers of a batch</source>
        <translation>In tờ ngăn giữa các giấy tờ khi quét cả tập</translation>
    </message>
    <message>
        <source>%1 is kept.</source>
        <translation>Đã lưu hồ sơ %1.</translation>
    </message>
    <message>
        <source>What was changed was thrown away. Ctrl+F2, then Ctrl+Z brings it back within 10 seconds.</source>
        <translation>Đã bỏ phần đang sửa. Ctrl+F2 rồi Ctrl+Z lấy lại được trong 10 giây.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Bỏ phần đã sửa</translation>
    </message>
    <message>
        <source>Open the dossier</source>
        <translation>Mở hồ sơ</translation>
    </message>
    <message>
        <source>This intake is %1's now, no longer %2's. Ctrl+Z takes that back.</source>
        <translation>Hồ sơ này nay là của %1, không còn là của %2. Bấm Ctrl+Z để lấy lại.</translation>
    </message>
    <message>
        <source>It is this person</source>
        <translation>Đúng người này</translation>
    </message>
    <message>
        <source>Taken back. It is among the unfinished intakes (Ctrl+F2): another one is open.</source>
        <translation>Đã lấy lại. Phần đã nhập nằm trong danh sách tiếp nhận dở (Ctrl+F2), vì đang mở hồ sơ khác.</translation>
    </message>
    <message>
        <source>Taken back. What was entered is in Intake again (Alt+1).</source>
        <translation>Đã lấy lại. Phần đã nhập có lại trong mục Tiếp nhận (Alt+1).</translation>
    </message>
    <message>
        <source>%1 was put right. The receipt that replaces the citizen's is being printed.</source>
        <translation>Đã sửa %1. Đang in giấy tiếp nhận thay giấy công dân đang giữ.</translation>
    </message>
    <message>
        <source>%1 was put right. The citizen's receipt stays as it is.</source>
        <translation>Đã sửa %1. Giấy tiếp nhận của công dân giữ nguyên.</translation>
    </message>
    <message>
        <source>%1 was put right.</source>
        <translation>Đã sửa %1.</translation>
    </message>
    <message>
        <source>%1 comes in the applicant's place now, no longer %2. Ctrl+Z takes that back.</source>
        <translation>Người nộp thay nay là %1, không còn là %2. Bấm Ctrl+Z để lấy lại.</translation>
    </message>
    <message>
        <source>%1 speaks for the applicant now, no longer %2. Ctrl+Z takes that back.</source>
        <translation>Người đại diện nay là %1, không còn là %2. Bấm Ctrl+Z để lấy lại.</translation>
    </message>
</context>
<context>
    <name>motcua::ui::IntakeSummary</name>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>exempt: %1</source>
        <translation>miễn: %1</translation>
    </message>
    <message>
        <source>After 15:00: returned on the next working day</source>
        <translation>Sau 15:00: trả vào ngày làm việc tiếp theo</translation>
    </message>
    <message>
        <source>Received by 15:00: returned today</source>
        <translation>Tiếp nhận trước 15:00: trả trong ngày</translation>
    </message>
    <message>
        <source>Nothing is missing: F9 receives.</source>
        <translation>Đã đủ: bấm F9 để tiếp nhận.</translation>
    </message>
    <message>
        <source>Still open: %1</source>
        <translation>Còn thiếu: %1</translation>
    </message>
    <message>
        <source>procedure</source>
        <translation>thủ tục</translation>
    </message>
    <message>
        <source>applicant's name</source>
        <translation>họ tên người yêu cầu</translation>
    </message>
    <message>
        <source>papers</source>
        <translation>giấy tờ</translation>
    </message>
    <message>
        <source>fee</source>
        <translation>phí</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Phí</translation>
    </message>
    <message>
        <source>Result due</source>
        <translation>Hẹn trả</translation>
    </message>
    <message>
        <source>Time not verified: agree on a day with the deciding unit</source>
        <translation>Thời hạn chưa kiểm chứng: thống nhất ngày hẹn với đơn vị giải quyết</translation>
    </message>
    <message>
        <source>due day with its ground</source>
        <translation>ngày hẹn kèm căn cứ</translation>
    </message>
    <message>
        <source>Nothing is missing: F9 when it is right.</source>
        <translation>Đã đủ: bấm F9 khi sửa xong.</translation>
    </message>
    <message>
        <source>who files, and on what ground</source>
        <translation>người nộp thay và căn cứ</translation>
    </message>
    <message>
        <source>name of the organisation</source>
        <translation>tên tổ chức</translation>
    </message>
    <message>
        <source>the passport's last day</source>
        <translation>ngày hết hạn hộ chiếu</translation>
    </message>
    <message>
        <source>the authorisation's date</source>
        <translation>ngày của giấy ủy quyền</translation>
    </message>
    <message>
        <source>This can no longer be recorded. F2 throws away what was changed, Ctrl+F4 opens the dossier, where a note can be written.</source>
        <translation>Phần sửa này không ghi nhận được nữa. F2 bỏ phần đã sửa, Ctrl+F4 mở hồ sơ để ghi chú.</translation>
    </message>
    <message>
        <source>To be looked at: %1. If it is right, F9.</source>
        <translation>Cần xem lại: %1. Nếu đúng, bấm F9.</translation>
    </message>
    <message>
        <source>%1 (not right)</source>
        <translation>%1 (chưa đúng)</translation>
    </message>
    <message>
        <source>personal number</source>
        <translation>số định danh</translation>
    </message>
    <message>
        <source>date of birth</source>
        <translation>ngày sinh</translation>
    </message>
    <message>
        <source>passport number</source>
        <translation>số hộ chiếu</translation>
    </message>
    <message>
        <source>nationality</source>
        <translation>quốc tịch</translation>
    </message>
    <message>
        <source>tax code</source>
        <translation>mã số thuế</translation>
    </message>
    <message>
        <source>who files</source>
        <translation>người nộp thay</translation>
    </message>
    <message>
        <source>the ground on which they file</source>
        <translation>căn cứ nộp thay</translation>
    </message>
    <message>
        <source>number of who files</source>
        <translation>số định danh người nộp thay</translation>
    </message>
    <message>
        <source>due day</source>
        <translation>ngày hẹn</translation>
    </message>
    <message>
        <source>ground of the due day</source>
        <translation>căn cứ của ngày hẹn</translation>
    </message>
    <message>
        <source>the household's owner</source>
        <translation>chủ hộ kinh doanh</translation>
    </message>
    <message>
        <source>representative</source>
        <translation>người đại diện</translation>
    </message>
    <message>
        <source>number of the household's owner</source>
        <translation>số định danh chủ hộ kinh doanh</translation>
    </message>
    <message>
        <source>number of the representative</source>
        <translation>số định danh người đại diện</translation>
    </message>
    <message>
        <source>name of the household business</source>
        <translation>tên hộ kinh doanh</translation>
    </message>
    <message>
        <source>This cannot be recorded while the dossier lies at another desk. F2 leaves it for later, Ctrl+F4 opens the dossier.</source>
        <translation>Chưa ghi nhận được khi hồ sơ còn ở quầy khác. F2 để lại sau, Ctrl+F4 mở hồ sơ.</translation>
    </message>
    <message>
        <source>parties</source>
        <translation>các bên</translation>
    </message>
    <message>
        <source>extension of the time limit</source>
        <translation>việc kéo dài thời hạn</translation>
    </message>
</context>
<context>
    <name>motcua::ui::KeeperCard</name>
    <message>
        <source>Numbers of the book: %1</source>
        <translation>Số của sổ: %1</translation>
    </message>
    <message>
        <source>the province</source>
        <translation>tỉnh</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>Nơi giữ sổ</translation>
    </message>
    <message>
        <source>This desk may give</source>
        <translation>Máy này còn lấy được</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không còn số nào</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s), the next is %1</source>
        <translation>
            <numerusform>%n số, số tiếp theo là %1</numerusform>
        </translation>
    </message>
    <message>
        <source>At the use of its busiest day they last until</source>
        <translation>Theo ngày dùng nhiều nhất thì đủ đến</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) left</source>
        <translation>
            <numerusform>còn %n số</numerusform>
        </translation>
    </message>
    <message>
        <source>Came back, and given first</source>
        <translation>Đã trả lại, cấp trước</translation>
    </message>
    <message>
        <source>The first never given</source>
        <translation>Số đầu tiên chưa cấp</translation>
    </message>
    <message>
        <source>As the keeper said</source>
        <translation>Theo nơi giữ sổ báo lúc</translation>
    </message>
    <message>
        <source>The province's data were restored: it gives no numbers until every desk of the unit has told which it holds.</source>
        <translation>Dữ liệu của tỉnh vừa được khôi phục: tỉnh chưa cấp số cho đến khi mọi máy của đơn vị báo các số đang giữ.</translation>
    </message>
    <message>
        <source>Nothing that takes a number can be approved here until there is a line. Receiving goes on.</source>
        <translation>Ở máy này chưa duyệt được hồ sơ lấy số cho đến khi có kết nối. Việc tiếp nhận vẫn tiếp tục.</translation>
    </message>
</context>
<context>
    <name>motcua::ui::KeyMap</name>
    <message>
        <source>Everywhere</source>
        <translation>Ở mọi nơi</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>Ô kế tiếp</translation>
    </message>
    <message>
        <source>Next field, or open</source>
        <translation>Ô kế tiếp, hoặc mở</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Key map</source>
        <translation>Bảng phím</translation>
    </message>
</context>
<context>
    <name>motcua::ui::LoginPage</name>
    <message>
        <source>Type your login.</source>
        <translation>Nhập tên đăng nhập.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>Nhập mật khẩu.</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lock đang bật.</translation>
    </message>
    <message>
        <source>Switch user</source>
        <translation>Đổi người dùng</translation>
    </message>
    <message>
        <source>Unlock the station</source>
        <translation>Mở khóa máy</translation>
    </message>
    <message>
        <source>The screen is locked. Everything that was being written is kept, and sending goes on.</source>
        <translation>Màn hình đã khóa. Nội dung đang nhập vẫn còn nguyên, việc gửi vẫn tiếp tục.</translation>
    </message>
    <message>
        <source>Dossiers on this machine are sealed. Your password opens them.</source>
        <translation>Hồ sơ trên máy này được niêm phong. Mật khẩu của anh/chị sẽ mở ra.</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Tên đăng nhập</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Mở khóa</translation>
    </message>
    <message>
        <source>Somebody else works here now</source>
        <translation>Người khác làm việc tại đây</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>Đang mở khóa</translation>
    </message>
    <message numerus="yes">
        <source>The next try is possible in %n second(s).</source>
        <translation>
            <numerusform>Thử lại được sau %n giây.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::LookCard</name>
    <message>
        <source>Look</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Màu sắc</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Cỡ chữ</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Theo máy tính</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Tương phản cao</translation>
    </message>
</context>
<context>
    <name>motcua::ui::OpenDossier</name>
    <message>
        <source>History</source>
        <translation>Quá trình xử lý</translation>
    </message>
    <message>
        <source>Scanned pages</source>
        <translation>Trang quét</translation>
    </message>
    <message>
        <source>No scanned page</source>
        <translation>Chưa có trang quét</translation>
    </message>
    <message>
        <source>The clerk took this dossier in without a scan: look at the papers themselves.</source>
        <translation>Hồ sơ được tiếp nhận mà chưa quét: đề nghị xem trực tiếp giấy tờ.</translation>
    </message>
</context>
<context>
    <name>motcua::ui::PageSources</name>
    <message>
        <source>The separator sheet is printed: lay it between two papers in the feeder.</source>
        <translation>Đã in tờ ngăn: đặt giữa hai giấy tờ trong khay quét.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) came from the watched folder.</source>
        <translation>
            <numerusform>Đã nhận %n trang từ thư mục theo dõi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take pages from files</source>
        <translation>Lấy trang từ tệp</translation>
    </message>
    <message>
        <source>Pages (*.pdf *.jpg *.jpeg *.jfif *.png *.tif *.tiff *.bmp *.webp)</source>
        <translation>Trang (*.pdf *.jpg *.jpeg *.jfif *.png *.tif *.tiff *.bmp *.webp)</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) chosen after it have not been taken in: choose them again.</source>
        <translation>
            <numerusform>%n tệp chọn sau tệp này chưa được nhận: hãy chọn lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The file is in the watched folder as it was; delete it there when it is no longer needed.</source>
        <translation>Tệp vẫn còn nguyên trong thư mục theo dõi; hãy xóa tệp ở đó khi không cần nữa.</translation>
    </message>
    <message>
        <source>A separator sheet came from the watched folder.</source>
        <translation>Một tờ ngăn từ thư mục theo dõi đã được nhận.</translation>
    </message>
    <message>
        <source>The files are in the watched folder as they were; delete them there when they are no longer needed.</source>
        <translation>Các tệp vẫn còn nguyên trong thư mục theo dõi; khi không cần nữa thì xóa ở đó.</translation>
    </message>
</context>
<context>
    <name>motcua::ui::PageViewer</name>
    <message>
        <source>Previous page</source>
        <translation>Trang trước</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Trang sau</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Nhỏ hơn</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Lớn hơn</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Trang %1/%2</translation>
    </message>
    <message>
        <source>Scanned pages</source>
        <translation>Các trang đã quét</translation>
    </message>
</context>
<context>
    <name>motcua::ui::PagesPanel</name>
    <message numerus="yes">
        <source>%n page(s) kept</source>
        <translation>
            <numerusform>Đã giữ %n trang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blank</source>
        <translation>
            <numerusform>%n trang trắng</numerusform>
        </translation>
    </message>
    <message>
        <source>Scanned pages</source>
        <translation>Trang quét</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Remove this page</source>
        <translation>Bỏ trang này</translation>
    </message>
    <message>
        <source>No page yet</source>
        <translation>Chưa có trang nào</translation>
    </message>
    <message>
        <source>F5 scans the feeder, F6 takes a file.</source>
        <translation>F5 quét từ khay nạp, F6 lấy từ tệp.</translation>
    </message>
    <message>
        <source>The dark edge around this page was cut off.</source>
        <translation>Đã cắt viền đen quanh trang này.</translation>
    </message>
    <message>
        <source>This page is shown as it came from the scanner.</source>
        <translation>Đang hiển thị trang nguyên như khi quét.</translation>
    </message>
    <message>
        <source>Show it whole</source>
        <translation>Hiện nguyên trang</translation>
    </message>
    <message>
        <source>Cut the edge off</source>
        <translation>Cắt viền đen</translation>
    </message>
    <message>
        <source>Next paper from here</source>
        <translation>Giấy tờ khác từ đây</translation>
    </message>
    <message>
        <source>The page as it came from the scanner, or without its dark edge</source>
        <translation>Trang nguyên như khi quét, hoặc đã cắt viền đen</translation>
    </message>
    <message>
        <source>These pages back to the paper before</source>
        <translation>Đưa các trang này về giấy tờ trước</translation>
    </message>
    <message>
        <source>Move this page forward, back</source>
        <translation>Chuyển trang này lên trước, ra sau</translation>
    </message>
    <message>
        <source>Turn this page a quarter to the right</source>
        <translation>Xoay trang này sang phải một phần tư vòng</translation>
    </message>
    <message numerus="yes">
        <source>Remove this file (%n page(s))</source>
        <translation>
            <numerusform>Bỏ cả tệp này (%n trang)</numerusform>
        </translation>
    </message>
    <message>
        <source>files read after it: %1</source>
        <translation>số tệp chờ đọc tiếp: %1</translation>
    </message>
</context>
<context>
    <name>motcua::ui::PaperTable</name>
    <message>
        <source>shown</source>
        <translation>xuất trình</translation>
    </message>
    <message>
        <source>not handed in</source>
        <translation>chưa nộp</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n trang</numerusform>
        </translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại bản</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Số lượng</translation>
    </message>
    <message>
        <source>Scanned</source>
        <translation>Đã quét</translation>
    </message>
    <message>
        <source>Kind (K)</source>
        <translation>Loại bản (K)</translation>
    </message>
    <message>
        <source>Original (stays here)</source>
        <translation>Bản chính (để lại)</translation>
    </message>
    <message>
        <source>%1: only where the case asks for it; you decide</source>
        <translation>%1: chỉ cần trong một số trường hợp; anh/chị quyết định</translation>
    </message>
</context>
<context>
    <name>motcua::ui::PaperView</name>
    <message>
        <source>Papers</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Scanned pages</source>
        <translation>Trang quét</translation>
    </message>
    <message>
        <source>No scanned page</source>
        <translation>Chưa có trang quét</translation>
    </message>
    <message>
        <source>This paper was handed in or shown without a scan.</source>
        <translation>Giấy tờ này được nộp hoặc xuất trình mà không quét.</translation>
    </message>
</context>
<context>
    <name>motcua::ui::PartiesCard</name>
    <message>
        <source>(no name yet)</source>
        <translation>(chưa có tên)</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>đại diện %1</translation>
    </message>
    <message>
        <source>signs</source>
        <translation>ký</translation>
    </message>
    <message>
        <source>fingerprint</source>
        <translation>điểm chỉ</translation>
    </message>
    <message>
        <source>neither signs nor gives a fingerprint</source>
        <translation>không ký, không điểm chỉ được</translation>
    </message>
    <message>
        <source>cannot read</source>
        <translation>không đọc được</translation>
    </message>
    <message>
        <source>cannot hear</source>
        <translation>không nghe được</translation>
    </message>
    <message>
        <source>%1: waits for a card, or Enter to type</source>
        <translation>%1: chờ thẻ, hoặc Enter để nhập tay</translation>
    </message>
    <message>
        <source>Of this visit: %1 · Enter takes them in</source>
        <translation>Người của lượt này: %1 · Enter để đưa vào</translation>
    </message>
    <message>
        <source>The next card: %1 (F4 changes it)</source>
        <translation>Thẻ tiếp theo: %1 (F4 để đổi)</translation>
    </message>
    <message>
        <source>Everybody who may take part is here.</source>
        <translation>Đã đủ người tham gia.</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>Các bên</translation>
    </message>
    <message>
        <source>Identity card or passport</source>
        <translation>Thẻ căn cước hoặc hộ chiếu</translation>
    </message>
    <message>
        <source>Waiting for the card …  (Enter: type by hand, ↓: people of this visit)</source>
        <translation>Đang chờ thẻ …  (Enter: nhập tay, ↓: người của lượt này)</translation>
    </message>
    <message>
        <source>Identity card or passport of the next party</source>
        <translation>Thẻ căn cước hoặc hộ chiếu của bên tiếp theo</translation>
    </message>
</context>
<context>
    <name>motcua::ui::PartyEditor</name>
    <message>
        <source>Full name</source>
        <translation>Họ, chữ đệm, tên</translation>
    </message>
    <message>
        <source>Identity paper</source>
        <translation>Giấy tờ tùy thân</translation>
    </message>
    <message>
        <source>Its number</source>
        <translation>Số giấy tờ</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>Ngày cấp</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Nơi cấp</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>Có giá trị đến</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Nơi cư trú</translation>
    </message>
    <message>
        <source>Stands for</source>
        <translation>Đại diện cho</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>On what ground</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Signs or not</source>
        <translation>Cách ký</translation>
    </message>
    <message>
        <source>Language, if no Vietnamese</source>
        <translation>Ngôn ngữ, nếu không biết tiếng Việt</translation>
    </message>
    <message>
        <source>Cannot read</source>
        <translation>Không đọc được</translation>
    </message>
    <message>
        <source>Cannot hear</source>
        <translation>Không nghe được</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Ký</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Điểm chỉ</translation>
    </message>
    <message>
        <source>Can do neither</source>
        <translation>Không ký, không điểm chỉ được</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Nam</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Nữ</translation>
    </message>
</context>
<context>
    <name>motcua::ui::PasswordCard</name>
    <message>
        <source>The password was changed on this station.</source>
        <translation>Đã đổi mật khẩu trên máy này.</translation>
    </message>
    <message>
        <source>Type your present password.</source>
        <translation>Nhập mật khẩu hiện tại.</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>Hai mật khẩu không giống nhau.</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>Mật khẩu của anh/chị</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Mật khẩu hiện tại</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Mật khẩu mới</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Nhập lại mật khẩu mới</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Đổi</translation>
    </message>
    <message>
        <source>Choose another password when there is time. %1</source>
        <translation>Khi rảnh, hãy chọn mật khẩu khác. %1</translation>
    </message>
    <message>
        <source>This is the present password. Choose another one.</source>
        <translation>Đây là mật khẩu hiện tại. Hãy chọn mật khẩu khác.</translation>
    </message>
</context>
<context>
    <name>motcua::ui::PasswordMeter</name>
    <message>
        <source>At least %1 characters, best six words or more</source>
        <translation>Ít nhất %1 ký tự, tốt nhất từ sáu tiếng trở lên</translation>
    </message>
</context>
<context>
    <name>motcua::ui::PasswordWords</name>
    <message>
        <source>Strong.</source>
        <translation>Mạnh.</translation>
    </message>
    <message>
        <source>Weak. %1</source>
        <translation>Yếu. %1</translation>
    </message>
    <message>
        <source>Fair. More words make it stronger.</source>
        <translation>Khá. Thêm tiếng nữa thì mạnh hơn.</translation>
    </message>
</context>
<context>
    <name>motcua::ui::PdfPreview</name>
    <message>
        <source>Preview of the paper</source>
        <translation>Xem trước bản in</translation>
    </message>
    <message>
        <source>Nothing to preview</source>
        <translation>Chưa có gì để xem trước</translation>
    </message>
    <message>
        <source>The paper appears here once there is something to print.</source>
        <translation>Mẫu giấy hiện ra ở đây khi có nội dung để in.</translation>
    </message>
</context>
<context>
    <name>motcua::ui::PersonForm</name>
    <message>
        <source>Type the full name.</source>
        <translation>Nhập họ và tên.</translation>
    </message>
    <message>
        <source>Type the number of the identity paper.</source>
        <translation>Nhập số giấy tờ tùy thân.</translation>
    </message>
    <message>
        <source>Say this too: the list is of no use without it.</source>
        <translation>Nhập cả mục này: thiếu nó danh sách không dùng được.</translation>
    </message>
    <message>
        <source>Type the first day, such as 02/11/2026.</source>
        <translation>Nhập ngày đầu, ví dụ 02/11/2026.</translation>
    </message>
    <message>
        <source>The last day is not before the first.</source>
        <translation>Ngày cuối không trước ngày đầu.</translation>
    </message>
    <message>
        <source>%1 stands in the list now.</source>
        <translation>%1 đã có trong danh sách.</translation>
    </message>
    <message>
        <source>The page with the specimen signature</source>
        <translation>Trang có chữ ký mẫu</translation>
    </message>
    <message>
        <source>Pages (*.pdf *.jpg *.jpeg *.jfif *.png *.tif *.tiff *.bmp *.webp)</source>
        <translation>Trang giấy (*.pdf *.jpg *.jpeg *.jfif *.png *.tif *.tiff *.bmp *.webp)</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) with the specimen signature</source>
        <translation>
            <numerusform>%n trang có chữ ký mẫu</numerusform>
        </translation>
    </message>
    <message>
        <source>No page with the specimen signature yet</source>
        <translation>Chưa có trang chữ ký mẫu</translation>
    </message>
    <message>
        <source>Declare a relative, or your own number</source>
        <translation>Khai người thân, hoặc số của chính mình</translation>
    </message>
    <message>
        <source>Write down a translator</source>
        <translation>Ghi người dịch</translation>
    </message>
    <message>
        <source>Write down a specimen signature</source>
        <translation>Ghi chữ ký mẫu</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Personal number</source>
        <translation>Số định danh</translation>
    </message>
    <message>
        <source>Identity paper's number</source>
        <translation>Số giấy tờ tùy thân</translation>
    </message>
    <message>
        <source>Relation, such as wife, child or “bản thân”</source>
        <translation>Quan hệ: vợ, con, “bản thân”…</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Signs for</source>
        <translation>Ký thay cho</translation>
    </message>
    <message>
        <source>Office there</source>
        <translation>Chức vụ ở đó</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Đến hết ngày</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Quét</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>Từ tệp</translation>
    </message>
    <message>
        <source>Declare</source>
        <translation>Khai</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>Ghi vào</translation>
    </message>
</context>
<context>
    <name>motcua::ui::PersonListCard</name>
    <message>
        <source>Nobody certifies for themselves or a relative. Only you see and change this list; what is taken out stays on record.</source>
        <translation>Không ai chứng thực cho chính mình hay người thân. Chỉ anh/chị xem và sửa danh sách này; dòng đưa ra vẫn còn lưu.</translation>
    </message>
    <message>
        <source>Collaborators whose signature on a translation is compared with their specimen.</source>
        <translation>Cộng tác viên dịch thuật; chữ ký trên bản dịch được đối chiếu với chữ ký mẫu.</translation>
    </message>
    <message>
        <source>Signers of banks and companies who may sign beforehand.</source>
        <translation>Người ký của tổ chức tín dụng, doanh nghiệp đã đăng ký chữ ký mẫu, được ký trước.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n dòng</numerusform>
        </translation>
    </message>
    <message>
        <source>Take %1 out of the list: why?</source>
        <translation>Đưa %1 ra khỏi danh sách: vì sao?</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Đưa ra</translation>
    </message>
    <message>
        <source>Written down by mistake</source>
        <translation>Ghi nhầm</translation>
    </message>
    <message>
        <source>No longer so</source>
        <translation>Không còn như vậy</translation>
    </message>
    <message>
        <source>Works there no more</source>
        <translation>Không còn làm ở đó</translation>
    </message>
    <message>
        <source>%1 stands in the list no more; the line and the reason stay on record.</source>
        <translation>%1 không còn trong danh sách; dòng ghi và lý do vẫn được lưu.</translation>
    </message>
    <message>
        <source>Hide numbers</source>
        <translation>Ẩn số</translation>
    </message>
    <message>
        <source>Show numbers</source>
        <translation>Hiện số</translation>
    </message>
    <message>
        <source>Lists of people</source>
        <translation>Danh sách người</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Danh sách</translation>
    </message>
    <message>
        <source>Find by name, number or language</source>
        <translation>Tìm theo tên, số hoặc ngôn ngữ</translation>
    </message>
    <message>
        <source>Translators</source>
        <translation>Người dịch</translation>
    </message>
    <message>
        <source>Specimen signatures</source>
        <translation>Chữ ký mẫu</translation>
    </message>
    <message>
        <source>My relatives</source>
        <translation>Người thân của tôi</translation>
    </message>
    <message>
        <source>Lines of the list</source>
        <translation>Các dòng của danh sách</translation>
    </message>
    <message>
        <source>No specimen signature</source>
        <translation>Chưa có chữ ký mẫu</translation>
    </message>
    <message>
        <source>It is scanned when the line is written down.</source>
        <translation>Chữ ký mẫu được quét khi ghi dòng này.</translation>
    </message>
    <message>
        <source>Take out of the list</source>
        <translation>Đưa ra khỏi danh sách</translation>
    </message>
</context>
<context>
    <name>motcua::ui::PersonListModel</name>
    <message>
        <source>ended: %1</source>
        <translation>đã đưa ra: %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>từ %1</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Languages, body or relation</source>
        <translation>Ngôn ngữ, tổ chức hoặc quan hệ</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Thời gian</translation>
    </message>
</context>
<context>
    <name>motcua::ui::PrintStrip</name>
    <message>
        <source>Book %1</source>
        <translation>Sổ %1</translation>
    </message>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n bản</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what is not printed</source>
        <translation>Xem giấy chưa in được</translation>
    </message>
    <message>
        <source>Not printed: %1.</source>
        <translation>Chưa in được: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Not printed: %1, and %n more.</source>
        <translation>
            <numerusform>Chưa in được: %1 và %n giấy khác.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is not printed</source>
        <translation>Giấy chưa in được</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>Có ở đó</translation>
    </message>
    <message>
        <source>Say that the paper that is asked about lies at the printer</source>
        <translation>Cho biết giấy được hỏi có ở máy in</translation>
    </message>
    <message>
        <source>Not there: print it</source>
        <translation>Không có: in</translation>
    </message>
    <message>
        <source>Say that the paper that is asked about is not at the printer, and print it</source>
        <translation>Cho biết giấy được hỏi không có ở máy in, và in</translation>
    </message>
    <message>
        <source>%1: on record as printed.</source>
        <translation>%1: đã ghi là đã in.</translation>
    </message>
    <message>
        <source>%1: sent to the printer.</source>
        <translation>%1: đã gửi tới máy in.</translation>
    </message>
    <message>
        <source>%1: does it lie at the printer? The program ended while it was being printed.</source>
        <translation>%1 – giấy có ở máy in không? Chương trình dừng khi đang in giấy này.</translation>
    </message>
    <message numerus="yes">
        <source>%1: does it lie at the printer? The program ended while it was being printed. %n more not printed.</source>
        <translation>
            <numerusform>%1 – giấy có ở máy in không? Chương trình dừng khi đang in giấy này. Còn %n giấy khác chưa in được.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>motcua::ui::ProcedurePicker</name>
    <message>
        <source>No procedure in the catalogue fits these words.</source>
        <translation>Không có thủ tục nào phù hợp.</translation>
    </message>
    <message>
        <source>same day when received by 15:00</source>
        <translation>trong ngày nếu tiếp nhận trước 15:00</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n ngày làm việc</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n ngày</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n giờ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n tháng</numerusform>
        </translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Name or code</source>
        <translation>Tên hoặc mã</translation>
    </message>
    <message>
        <source>For example: chung thuc ban sao, 2.000815</source>
        <translation>Ví dụ: chung thuc ban sao, 2.000815</translation>
    </message>
    <message>
        <source>Procedure, name or code</source>
        <translation>Thủ tục, tên hoặc mã</translation>
    </message>
    <message>
        <source>Procedures found</source>
        <translation>Các thủ tục tìm thấy</translation>
    </message>
    <message>
        <source>time not verified</source>
        <translation>thời hạn chưa kiểm chứng</translation>
    </message>
    <message>
        <source>fee not verified</source>
        <translation>phí chưa kiểm chứng</translation>
    </message>
    <message>
        <source>papers not verified</source>
        <translation>giấy tờ chưa kiểm chứng</translation>
    </message>
    <message>
        <source>The procedures of every day</source>
        <translation>Thủ tục hay làm</translation>
    </message>
</context>
<context>
    <name>motcua::ui::ProxyCard</name>
    <message>
        <source>Who files in the applicant's place</source>
        <translation>Người nộp thay</translation>
    </message>
    <message>
        <source>Their identity card</source>
        <translation>Thẻ của người nộp thay</translation>
    </message>
    <message>
        <source>Waiting for the card …  (Enter: type it by hand)</source>
        <translation>Đang chờ thẻ …  (Enter: nhập tay)</translation>
    </message>
    <message>
        <source>Identity card of who files, QR of the card</source>
        <translation>Thẻ của người nộp thay, mã QR trên thẻ</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Personal number</source>
        <translation>Số định danh</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>On what ground</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Number of the paper</source>
        <translation>Số giấy</translation>
    </message>
    <message>
        <source>Its date</source>
        <translation>Ngày giấy</translation>
    </message>
    <message>
        <source>Paper of authority, or what they are to the applicant</source>
        <translation>Giấy ủy quyền, hoặc quan hệ với người yêu cầu</translation>
    </message>
</context>
<context>
    <name>motcua::ui::PutAsideCard</name>
    <message>
        <source>Discarded. Ctrl+Z brings it back within 10 seconds.</source>
        <translation>Đã bỏ. Ctrl+Z lấy lại trong 10 giây.</translation>
    </message>
    <message>
        <source>Unfinished intakes</source>
        <translation>Hồ sơ đang nhập dở</translation>
    </message>
    <message>
        <source>At this desk</source>
        <translation>Tại quầy này</translation>
    </message>
    <message>
        <source>No unfinished intake is left. Esc leaves.</source>
        <translation>Không còn hồ sơ nhập dở. Esc quay lại.</translation>
    </message>
    <message>
        <source>Enter takes it up again · Delete discards one of your own · Esc leaves</source>
        <translation>Enter nhập tiếp · Delete bỏ hồ sơ của mình · Esc quay lại</translation>
    </message>
</context>
<context>
    <name>motcua::ui::QueueModel</name>
    <message>
        <source>Needs you</source>
        <translation>Cần xử lý</translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation>thử lại lúc %1</translation>
    </message>
    <message>
        <source>Waiting its turn</source>
        <translation>Chờ đến lượt</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Đang kết nối</translation>
    </message>
    <message>
        <source>Sending the scans</source>
        <translation>Đang gửi trang quét</translation>
    </message>
    <message>
        <source>Sending the records</source>
        <translation>Đang gửi bản ghi</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Đang nhận</translation>
    </message>
    <message>
        <source>Waiting for the next try</source>
        <translation>Chờ lần thử sau</translation>
    </message>
    <message>
        <source>Held behind one that needs you</source>
        <translation>Chờ mục cần xử lý ở trước</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Done at</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Bước</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Trả lời gần nhất</translation>
    </message>
    <message>
        <source>Does not stand</source>
        <translation>Không có giá trị</translation>
    </message>
    <message>
        <source>%1 What you recorded is kept, and does not count. Do it anew as it should be.</source>
        <translation>%1 Việc đã ghi vẫn được lưu nhưng không có giá trị. Hãy làm lại cho đúng.</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Đã cất đi</translation>
    </message>
</context>
<context>
    <name>motcua::ui::Rail</name>
    <message>
        <source>Commune counter</source>
        <translation>Quầy một cửa cấp xã</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Các mục</translation>
    </message>
    <message>
        <source>Go to a place</source>
        <translation>Chuyển mục</translation>
    </message>
</context>
<context>
    <name>motcua::ui::RailButton</name>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1, %2 đang chờ</translation>
    </message>
</context>
<context>
    <name>motcua::ui::RatingBar</name>
    <message>
        <source>Very dissatisfied</source>
        <translation>Rất không hài lòng</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>Không hài lòng</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>Bình thường</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>Hài lòng</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>Rất hài lòng</translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation>Chưa đánh giá</translation>
    </message>
    <message>
        <source>The citizen's rating</source>
        <translation>Đánh giá của người dân</translation>
    </message>
</context>
<context>
    <name>motcua::ui::ReasonPrompt</name>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Write it down: it is kept with the dossier.</source>
        <translation>Hãy ghi rõ: nội dung được lưu cùng hồ sơ.</translation>
    </message>
    <message>
        <source>A usual reason</source>
        <translation>Lý do thường dùng</translation>
    </message>
</context>
<context>
    <name>motcua::ui::Result</name>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>%1 %2, volume %3</source>
        <translation>%1 %2, quyển số %3</translation>
    </message>
    <message>
        <source>Paper book: no. %1, volume %2</source>
        <translation>Sổ giấy: số %1, quyển số %2</translation>
    </message>
    <message>
        <source>Amended or cancelled by a later act</source>
        <translation>Sửa đổi, bổ sung, hủy bỏ bằng văn bản sau</translation>
    </message>
    <message>
        <source>Clerical error corrected after signing</source>
        <translation>Đính chính sai sót kỹ thuật sau khi ký</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Ghi chú khác</translation>
    </message>
    <message>
        <source>Amended on %1: %2</source>
        <translation>Sửa đổi, bổ sung ngày %1: %2</translation>
    </message>
    <message>
        <source>Corrected on %1: %2</source>
        <translation>Đính chính ngày %1: %2</translation>
    </message>
    <message>
        <source>Noted on %1: %2</source>
        <translation>Ghi chú ngày %1: %2</translation>
    </message>
</context>
<context>
    <name>motcua::ui::RowNotePanel</name>
    <message>
        <source>On the paper: the wrong words are underlined, the right ones written in the margin with initials, date and stamp (Article 39).</source>
        <translation>Trên văn bản: gạch chân chỗ sai, ghi nội dung đúng bên lề, ký, ghi ngày và đóng dấu (Điều 39).</translation>
    </message>
    <message>
        <source>The row itself stays as it was written; the note stands beside it, on screens, in print and in files.</source>
        <translation>Dòng trong sổ giữ nguyên như đã ghi; ghi chú đứng bên cạnh, trên màn hình, trên bản in và trong tệp.</translation>
    </message>
    <message>
        <source>A correction is initialled.</source>
        <translation>Đính chính phải có chữ ký tắt.</translation>
    </message>
    <message>
        <source>Say what it rests on.</source>
        <translation>Hãy nêu căn cứ.</translation>
    </message>
    <message>
        <source>Say what is noted.</source>
        <translation>Hãy nêu nội dung ghi chú.</translation>
    </message>
    <message>
        <source>Note beside number %1</source>
        <translation>Ghi chú bên cạnh số %1</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Loại ghi chú</translation>
    </message>
    <message>
        <source>What is noted</source>
        <translation>Nội dung ghi chú</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>Chữ ký tắt</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Quay lại</translation>
    </message>
</context>
<context>
    <name>motcua::ui::SearchPalette</name>
    <message>
        <source>The search did not work</source>
        <translation>Không tìm được</translation>
    </message>
    <message>
        <source>Name, personal number, dossier code, phone…</source>
        <translation>Họ tên, số định danh, mã hồ sơ, điện thoại…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm kiếm</translation>
    </message>
    <message>
        <source>Nothing found on this machine</source>
        <translation>Không tìm thấy trên máy này</translation>
    </message>
    <message>
        <source>Names are found with or without marks; several words narrow the search.</source>
        <translation>Tìm tên có dấu hay không dấu đều được; thêm từ để thu hẹp kết quả.</translation>
    </message>
    <message>
        <source>Unfinished: %1</source>
        <translation>Đang nhập dở: %1</translation>
    </message>
    <message>
        <source>Name, number, code</source>
        <translation>Họ tên, số thẻ, mã</translation>
    </message>
    <message>
        <source>Receipt that does not stand: %1</source>
        <translation>Giấy tiếp nhận không có giá trị: %1</translation>
    </message>
</context>
<context>
    <name>motcua::ui::SecurityCard</name>
    <message>
        <source>Rows of this log were changed or taken away: %1.</source>
        <translation>Có dòng của nhật ký đã bị sửa hoặc lấy đi: %1.</translation>
    </message>
    <message>
        <source>What is shown is what can still be read.</source>
        <translation>Dưới đây là những gì còn đọc được.</translation>
    </message>
    <message>
        <source>Somebody had the data folder in hand: call whoever supports the unit.</source>
        <translation>Đã có người can thiệp vào thư mục dữ liệu: hãy gọi người hỗ trợ của đơn vị.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n sự việc</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n event(s); choose a day for older ones</source>
        <translation>
            <numerusform>%n sự việc mới nhất; chọn ngày để xem việc cũ hơn</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Mọi người</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Mọi việc</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) copied</source>
        <translation>
            <numerusform>Đã chép %n dòng</numerusform>
        </translation>
    </message>
    <message>
        <source>Security log</source>
        <translation>Nhật ký an ninh</translation>
    </message>
    <message>
        <source>Who came in or tried to, what was changed about users and passwords, what the province ordered. It stays on this machine for ten years; a line that is taken away shows.</source>
        <translation>Ai đã vào hoặc thử vào máy, người dùng và mật khẩu thay đổi thế nào, tỉnh ra lệnh gì. Lưu trên máy này mười năm; dòng nào bị lấy đi đều lộ ra.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Người</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại việc</translation>
    </message>
    <message>
        <source>Copy the lines</source>
        <translation>Chép các dòng</translation>
    </message>
</context>
<context>
    <name>motcua::ui::SecurityModel</name>
    <message>
        <source>When</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Việc</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai làm</translation>
    </message>
    <message>
        <source>Whom or what about</source>
        <translation>Với ai, việc gì</translation>
    </message>
</context>
<context>
    <name>motcua::ui::SecurityWords</name>
    <message>
        <source>The log begins; of before nothing is known</source>
        <translation>Nhật ký bắt đầu; trước đó không rõ</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Could not sign in</source>
        <translation>Đăng nhập không được</translation>
    </message>
    <message>
        <source>Login locked after wrong passwords</source>
        <translation>Tài khoản bị khóa vì sai mật khẩu</translation>
    </message>
    <message>
        <source>Opened with the province's recovery key</source>
        <translation>Mở bằng khóa khôi phục của tỉnh</translation>
    </message>
    <message>
        <source>User added</source>
        <translation>Thêm người dùng</translation>
    </message>
    <message>
        <source>User taken away</source>
        <translation>Bỏ người dùng</translation>
    </message>
    <message>
        <source>Own password changed</source>
        <translation>Tự đổi mật khẩu</translation>
    </message>
    <message>
        <source>Password set anew by another</source>
        <translation>Người khác đặt lại mật khẩu</translation>
    </message>
    <message>
        <source>Signature activated</source>
        <translation>Kích hoạt chữ ký</translation>
    </message>
    <message>
        <source>Tried what is not allowed</source>
        <translation>Thử làm việc không được phép</translation>
    </message>
    <message>
        <source>Data backed up</source>
        <translation>Sao lưu dữ liệu</translation>
    </message>
    <message>
        <source>Diagnosis made</source>
        <translation>Lập bản chẩn đoán</translation>
    </message>
    <message>
        <source>Looked at a dossier of other desks</source>
        <translation>Xem hồ sơ của quầy khác</translation>
    </message>
    <message>
        <source>Province: account opened</source>
        <translation>Tỉnh: mở tài khoản</translation>
    </message>
    <message>
        <source>Province: account closed</source>
        <translation>Tỉnh: khóa tài khoản</translation>
    </message>
    <message>
        <source>Province: account changed</source>
        <translation>Tỉnh: sửa tài khoản</translation>
    </message>
    <message>
        <source>Province: settings changed</source>
        <translation>Tỉnh: đổi cài đặt</translation>
    </message>
    <message>
        <source>Province: record refused</source>
        <translation>Tỉnh: từ chối bản ghi</translation>
    </message>
    <message>
        <source>Province: this station was revoked</source>
        <translation>Tỉnh: thu hồi máy này</translation>
    </message>
    <message>
        <source>The clock cannot be right</source>
        <translation>Đồng hồ không thể đúng</translation>
    </message>
    <message>
        <source>The clock was said to be right</source>
        <translation>Đã xác nhận đồng hồ đúng</translation>
    </message>
    <message>
        <source>The data are a copy of before</source>
        <translation>Dữ liệu là bản sao cũ</translation>
    </message>
    <message>
        <source>no login of this unit</source>
        <translation>không phải tài khoản của đơn vị</translation>
    </message>
    <message>
        <source>This station was enrolled; the log begins</source>
        <translation>Máy này được ghi danh; nhật ký bắt đầu</translation>
    </message>
    <message>
        <source>Put away what does not stand</source>
        <translation>Cất đi bản ghi không có giá trị</translation>
    </message>
    <message>
        <source>The data were changed by hand</source>
        <translation>Dữ liệu bị sửa bằng tay</translation>
    </message>
    <message>
        <source>Register written into a file</source>
        <translation>Sổ được lưu thành tệp</translation>
    </message>
</context>
<context>
    <name>motcua::ui::SignatureCard</name>
    <message>
        <source>What you do at this station is signed with your key now.</source>
        <translation>Từ nay việc anh/chị làm trên máy này được ký bằng khóa của anh/chị.</translation>
    </message>
    <message>
        <source>Type the code that the province gave you.</source>
        <translation>Hãy nhập mã mà tỉnh đã giao cho anh/chị.</translation>
    </message>
    <message>
        <source>Your acts at this station bear your own signature.</source>
        <translation>Việc anh/chị làm trên máy này mang chữ ký của chính anh/chị.</translation>
    </message>
    <message>
        <source>You do not sign at this station yet. The province gives you a code for it, and gives it to nobody else.</source>
        <translation>Anh/chị chưa ký được trên máy này. Tỉnh giao mã cho anh/chị, và không giao cho ai khác.</translation>
    </message>
    <message>
        <source>Your signature</source>
        <translation>Chữ ký của anh/chị</translation>
    </message>
    <message>
        <source>Activation code</source>
        <translation>Mã kích hoạt</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Kích hoạt</translation>
    </message>
</context>
<context>
    <name>motcua::ui::SlipPanel</name>
    <message>
        <source>Say it in words, or tick a line above: it is printed on the slip.</source>
        <translation>Ghi bằng lời, hoặc chọn dòng ở trên: nội dung được in trên phiếu.</translation>
    </message>
    <message>
        <source>Ask for more papers (form 02)</source>
        <translation>Yêu cầu bổ sung (mẫu 02)</translation>
    </message>
    <message>
        <source>Refuse (form 03)</source>
        <translation>Từ chối (mẫu 03)</translation>
    </message>
    <message>
        <source>Missing papers</source>
        <translation>Giấy tờ còn thiếu</translation>
    </message>
    <message>
        <source>Grounds</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Other reason, in words</source>
        <translation>Lý do khác, ghi bằng lời</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Căn cứ pháp lý</translation>
    </message>
    <message>
        <source>Print form 02</source>
        <translation>In mẫu 02</translation>
    </message>
    <message>
        <source>Print form 03</source>
        <translation>In mẫu 03</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>What else is missing or wrong</source>
        <translation>Còn thiếu hoặc sai gì nữa</translation>
    </message>
    <message>
        <source>Why it is asked for</source>
        <translation>Lý do yêu cầu</translation>
    </message>
    <message>
        <source>If the words above do not say it</source>
        <translation>Nếu phần trên chưa nói rõ</translation>
    </message>
    <message>
        <source>In full words; empty: the general article on one notice</source>
        <translation>Ghi đầy đủ tên văn bản; để trống: điều khoản chung về thông báo một lần</translation>
    </message>
</context>
<context>
    <name>motcua::ui::SpoilPanel</name>
    <message>
        <source>The same row is written at once under the next number.</source>
        <translation>Dòng này được ghi lại ngay với số tiếp theo.</translation>
    </message>
    <message>
        <source>The result has been handed over: its number is struck out and no other is given.</source>
        <translation>Kết quả đã trả: số bị hủy, không cấp số khác.</translation>
    </message>
    <message>
        <source>The dossier goes back to its clerk with this reason, is put right (Dossiers, F9) and approved again under a new number.</source>
        <translation>Hồ sơ về lại người tiếp nhận kèm lý do này, được sửa (Hồ sơ, F9), rồi phê duyệt lại với số mới.</translation>
    </message>
    <message>
        <source>Register the dossier again under a new number</source>
        <translation>Vào sổ lại với số mới</translation>
    </message>
</context>
<context>
    <name>motcua::ui::StationPanel</name>
    <message>
        <source>This station</source>
        <translation>Máy này</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Unit code</source>
        <translation>Mã đơn vị</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Máy</translation>
    </message>
    <message>
        <source>Number of the station</source>
        <translation>Số hiệu máy</translation>
    </message>
    <message>
        <source>Dossier serials</source>
        <translation>Dải số hồ sơ</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>Số thủ tục</translation>
    </message>
    <message>
        <source>Same-day hour</source>
        <translation>Giờ nhận trả trong ngày</translation>
    </message>
    <message>
        <source>Idle lock</source>
        <translation>Tự khóa khi không dùng</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 phút</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Phiên bản</translation>
    </message>
    <message>
        <source>An older copy of these data</source>
        <translation>Bản sao cũ của dữ liệu này</translation>
    </message>
    <message>
        <source>is noticed at once (TPM)</source>
        <translation>bị phát hiện ngay (TPM)</translation>
    </message>
    <message>
        <source>is noticed at the first contact with the province</source>
        <translation>bị phát hiện khi nối với tỉnh lần đầu</translation>
    </message>
</context>
<context>
    <name>motcua::ui::StatusStrip</name>
    <message>
        <source>Connected</source>
        <translation>Có đường truyền</translation>
    </message>
    <message>
        <source>No line: work goes on here</source>
        <translation>Mất đường truyền: vẫn làm việc bình thường</translation>
    </message>
    <message>
        <source>Looking for the line</source>
        <translation>Đang dò đường truyền</translation>
    </message>
    <message>
        <source>Open synchronisation</source>
        <translation>Mở mục Đồng bộ</translation>
    </message>
    <message>
        <source>%1 not sent yet</source>
        <translation>%1 mục chưa gửi</translation>
    </message>
    <message>
        <source>All held by the province</source>
        <translation>Tỉnh đã nhận đủ</translation>
    </message>
    <message>
        <source>Not confirmed yet</source>
        <translation>Chưa được xác nhận</translation>
    </message>
    <message>
        <source>last confirmed %1</source>
        <translation>xác nhận lần cuối %1</translation>
    </message>
    <message>
        <source>Is the clock right? It says %1</source>
        <translation>Đồng hồ có đúng không? Đang chỉ %1</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation>
            <numerusform>%n mục cần xử lý</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to send yet</source>
        <translation>Chưa có gì để gửi</translation>
    </message>
    <message>
        <source>No line</source>
        <translation>Mất đường truyền</translation>
    </message>
    <message>
        <source>This desk gives no numbers now</source>
        <translation>Quầy này tạm không cấp số</translation>
    </message>
    <message>
        <source>Look at Synchronisation</source>
        <translation>Hãy xem mục Đồng bộ</translation>
    </message>
</context>
<context>
    <name>motcua::ui::SupplementCard</name>
    <message>
        <source>Space hands in, + and − the quantity, K the kind</source>
        <translation>Phím cách: đã nộp, + và −: số lượng, K: loại bản</translation>
    </message>
    <message>
        <source>Papers of the supplement</source>
        <translation>Giấy tờ bổ sung</translation>
    </message>
    <message>
        <source>Another paper …</source>
        <translation>Giấy tờ khác …</translation>
    </message>
    <message>
        <source>Another paper</source>
        <translation>Giấy tờ khác</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Bỏ phần đã nhập</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Để sau</translation>
    </message>
    <message>
        <source>Papers that came for %1</source>
        <translation>Giấy tờ bổ sung cho hồ sơ %1</translation>
    </message>
</context>
<context>
    <name>motcua::ui::SyncPlace</name>
    <message>
        <source>The province still runs an older program.</source>
        <translation>Hệ thống của tỉnh còn chạy bản cũ.</translation>
    </message>
    <message>
        <source>What that program knows is done and sent as always.</source>
        <translation>Việc mà bản cũ nhận được vẫn làm và gửi như thường.</translation>
    </message>
    <message>
        <source>Jobs that only this program knows wait until the province has updated.</source>
        <translation>Việc chỉ bản mới có thì chờ đến khi tỉnh cập nhật.</translation>
    </message>
    <message>
        <source>A desk of the unit</source>
        <translation>Một máy của đơn vị</translation>
    </message>
    <message>
        <source>The province holds them; the other desks see them.</source>
        <translation>Tỉnh vẫn giữ đủ; các máy khác vẫn thấy.</translation>
    </message>
    <message>
        <source>Trying now …</source>
        <translation>Đang thử gửi …</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Đã kết nối</translation>
    </message>
    <message>
        <source>No line: work goes on here</source>
        <translation>Mất đường truyền: vẫn làm việc bình thường</translation>
    </message>
    <message>
        <source>Looking for the line</source>
        <translation>Đang tìm đường truyền</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Liên lạc gần nhất</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Lần thử sau</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Chiều gửi</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Trả lời gần nhất</translation>
    </message>
    <message>
        <source>%1 of %2 records</source>
        <translation>%1 trên %2 bản ghi</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>The province holds all of it</source>
        <translation>Tỉnh đã nhận đủ</translation>
    </message>
    <message>
        <source>Kept safely here until it is confirmed</source>
        <translation>Lưu an toàn tại máy cho đến khi tỉnh xác nhận</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Bản ghi chưa gửi</translation>
    </message>
    <message>
        <source>Scans not sent yet</source>
        <translation>Trang quét chưa gửi</translation>
    </message>
    <message>
        <source>Signed chain head</source>
        <translation>Dấu chuỗi tỉnh đã ký</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Chiều nhận</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Đã cập nhật</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>%1 (catalogue %2)</source>
        <translation>%1 (danh mục %2)</translation>
    </message>
    <message>
        <source>Accounts of the unit</source>
        <translation>Tài khoản của đơn vị</translation>
    </message>
    <message>
        <source>Dossier serials</source>
        <translation>Dải số hồ sơ</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation>
            <numerusform>%n mục cần xử lý</numerusform>
        </translation>
    </message>
    <message>
        <source>It is sent again; the answer appears here.</source>
        <translation>Đang gửi lại; trả lời sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Open the dossier of the record</source>
        <translation>Mở hồ sơ của bản ghi</translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation>Đồng bộ</translation>
    </message>
    <message>
        <source>Nothing leaves this list before the province has confirmed it</source>
        <translation>Chỉ rời danh sách này khi tỉnh đã xác nhận</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Đường truyền</translation>
    </message>
    <message>
        <source>Confirmed by the province</source>
        <translation>Tỉnh đã xác nhận</translation>
    </message>
    <message>
        <source>Received from the province</source>
        <translation>Đã nhận từ tỉnh</translation>
    </message>
    <message>
        <source>The province has all of it</source>
        <translation>Tỉnh đã nhận đủ</translation>
    </message>
    <message>
        <source>What is done from now on appears here until it is confirmed.</source>
        <translation>Việc làm từ lúc này sẽ hiện ở đây cho đến khi tỉnh xác nhận.</translation>
    </message>
    <message>
        <source>Open dossier</source>
        <translation>Mở hồ sơ</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Gửi lại</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Thử ngay</translation>
    </message>
    <message>
        <source>The clock is right</source>
        <translation>Đồng hồ đúng</translation>
    </message>
    <message>
        <source>Nothing was recorded at this desk yet</source>
        <translation>Máy này chưa ghi gì</translation>
    </message>
    <message>
        <source>Not settled with the province yet</source>
        <translation>Chưa xong với tỉnh</translation>
    </message>
    <message>
        <source>Records not settled with the province yet</source>
        <translation>Các bản ghi chưa xong với tỉnh</translation>
    </message>
    <message>
        <source>Receive anew</source>
        <translation>Nhận lại</translation>
    </message>
    <message>
        <source>Seen to</source>
        <translation>Đã xử lý</translation>
    </message>
    <message>
        <source>%1 has not been opened with this program yet; it does not see the dossiers that only this program knows.</source>
        <translation>%1 chưa mở bằng bản phần mềm này nên không thấy các hồ sơ mà chỉ bản này biết.</translation>
    </message>
    <message>
        <source>They appear there as soon as that desk is opened with this program.</source>
        <translation>Hồ sơ hiện ra ở đó ngay khi quầy ấy mở bằng bản này.</translation>
    </message>
    <message>
        <source>%1 holds a receipt that does not stand. Why is nothing received anew?</source>
        <translation>%1 đang giữ giấy tiếp nhận không có giá trị. Vì sao không nhận lại?</translation>
    </message>
    <message>
        <source>It was received anew already</source>
        <translation>Đã nhận lại rồi</translation>
    </message>
    <message>
        <source>The citizen needs it no more</source>
        <translation>Công dân không còn cần nữa</translation>
    </message>
    <message>
        <source>Nobody came: it was recorded by mistake</source>
        <translation>Không có ai đến: ghi nhầm</translation>
    </message>
</context>
<context>
    <name>motcua::ui::SystemPlace</name>
    <message>
        <source>System</source>
        <translation>Hệ thống</translation>
    </message>
    <message>
        <source>This station, its users and its machines.</source>
        <translation>Máy này, người dùng và thiết bị của máy.</translation>
    </message>
</context>
<context>
    <name>motcua::ui::TermsCard</name>
    <message>
        <source>Fee to be taken</source>
        <translation>Mức phí phải thu</translation>
    </message>
    <message>
        <source>Fee set by the province</source>
        <translation>Mức phí do tỉnh quy định</translation>
    </message>
    <message>
        <source>Fee not verified: type what is due, 0 where nothing is.</source>
        <translation>Phí chưa kiểm chứng: nhập số phải thu, hoặc 0.</translation>
    </message>
    <message>
        <source>Not a date. Write it as day/month/year.</source>
        <translation>Không phải ngày. Nhập theo dạng ngày/tháng/năm.</translation>
    </message>
    <message>
        <source>This day is past.</source>
        <translation>Ngày này đã qua.</translation>
    </message>
    <message>
        <source>The office is closed on this day.</source>
        <translation>Cơ quan nghỉ ngày này.</translation>
    </message>
    <message>
        <source>Fee and return</source>
        <translation>Phí và trả kết quả</translation>
    </message>
    <message>
        <source>Agreed day</source>
        <translation>Ngày hẹn đã thống nhất</translation>
    </message>
    <message>
        <source>On what ground</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>As it will stand on the receipt</source>
        <translation>Ghi như sẽ in trên giấy tiếp nhận</translation>
    </message>
    <message>
        <source>Ground for exemption</source>
        <translation>Căn cứ miễn phí</translation>
    </message>
    <message>
        <source>Sets of papers</source>
        <translation>Số bộ hồ sơ</translation>
    </message>
    <message>
        <source>Result to be returned</source>
        <translation>Nhận kết quả</translation>
    </message>
    <message>
        <source>At the counter</source>
        <translation>Tại quầy</translation>
    </message>
    <message>
        <source>By post</source>
        <translation>Qua bưu chính công ích</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Trực tuyến</translation>
    </message>
    <message>
        <source>Say the ground in words.</source>
        <translation>Ghi căn cứ bằng lời.</translation>
    </message>
</context>
<context>
    <name>motcua::ui::TopBar</name>
    <message>
        <source>Search</source>
        <translation>Tìm kiếm</translation>
    </message>
    <message>
        <source>Key map (F1)</source>
        <translation>Bảng phím (F1)</translation>
    </message>
    <message>
        <source>Key map</source>
        <translation>Bảng phím</translation>
    </message>
    <message>
        <source>Lock or switch user (Ctrl+L)</source>
        <translation>Khóa hoặc đổi người dùng (Ctrl+L)</translation>
    </message>
    <message>
        <source>Lock or switch user</source>
        <translation>Khóa hoặc đổi người dùng</translation>
    </message>
    <message>
        <source>Find a dossier, name, number…</source>
        <translation>Tìm hồ sơ, họ tên, số…</translation>
    </message>
    <message>
        <source>Find a dossier</source>
        <translation>Tìm hồ sơ</translation>
    </message>
    <message>
        <source>Take back what was done last</source>
        <translation>Lấy lại việc vừa làm</translation>
    </message>
    <message>
        <source>This key map</source>
        <translation>Bảng phím này</translation>
    </message>
</context>
<context>
    <name>motcua::ui::Unfinished</name>
    <message>
        <source>No name yet</source>
        <translation>Chưa có tên</translation>
    </message>
    <message>
        <source>begun by %1</source>
        <translation>%1 nhập</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n trang</numerusform>
        </translation>
    </message>
    <message>
        <source>waits for papers</source>
        <translation>chờ bổ sung</translation>
    </message>
    <message>
        <source>%1 is being put right</source>
        <translation>đang sửa %1</translation>
    </message>
    <message>
        <source>%1 can no longer be put right</source>
        <translation>%1 không sửa được nữa</translation>
    </message>
    <message>
        <source>it was decided already</source>
        <translation>đã được giải quyết</translation>
    </message>
    <message>
        <source>lies at another desk now</source>
        <translation>đang ở quầy khác</translation>
    </message>
</context>
<context>
    <name>motcua::ui::UnprintedPanel</name>
    <message>
        <source>Save the paper as a PDF</source>
        <translation>Lưu giấy thành tệp PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>What did not come out of the printer</source>
        <translation>Giấy chưa in được</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>In lại</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Lưu thành PDF</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Không cần in nữa</translation>
    </message>
    <message>
        <source>Does it lie at the printer? Ctrl+O: it is there; Ctrl+N: it is not, and is printed.</source>
        <translation>Giấy có ở máy in không? Ctrl+O: có ở đó; Ctrl+N: không có, in giấy này.</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>Có ở đó</translation>
    </message>
    <message>
        <source>Not there: print it</source>
        <translation>Không có: in</translation>
    </message>
</context>
<context>
    <name>motcua::ui::UserRow</name>
    <message>
        <source>no account of the unit any more</source>
        <translation>không còn là tài khoản của đơn vị</translation>
    </message>
    <message>
        <source>closed by the province</source>
        <translation>tỉnh đã đóng tài khoản</translation>
    </message>
    <message>
        <source>Reset password</source>
        <translation>Đặt lại mật khẩu</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Bỏ khỏi máy</translation>
    </message>
    <message>
        <source>Reset the password of %1</source>
        <translation>Đặt lại mật khẩu của %1</translation>
    </message>
    <message>
        <source>Take %1 away from this station</source>
        <translation>Bỏ %1 khỏi máy này</translation>
    </message>
</context>
<context>
    <name>motcua::ui::UsersCard</name>
    <message>
        <source>Type the login.</source>
        <translation>Nhập tên đăng nhập.</translation>
    </message>
    <message>
        <source>%1 can unlock this station now.</source>
        <translation>%1 đã có thể mở khóa máy này.</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Người dùng</translation>
    </message>
    <message>
        <source>Login of a colleague</source>
        <translation>Tên đăng nhập của đồng nghiệp</translation>
    </message>
    <message>
        <source>Their first password, typed by them</source>
        <translation>Mật khẩu đầu tiên, do chính họ nhập</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm mới</translation>
    </message>
    <message>
        <source>%1 unlocks this station with the new password now.</source>
        <translation>%1 đã có thể mở khóa máy này bằng mật khẩu mới.</translation>
    </message>
    <message>
        <source>%1 will not unlock this station any more.</source>
        <translation>%1 sẽ không mở khóa được máy này nữa.</translation>
    </message>
    <message>
        <source>Dossiers and unfinished intakes stay.</source>
        <translation>Hồ sơ và bản nhập dở vẫn còn.</translation>
    </message>
    <message>
        <source>New password for %1</source>
        <translation>Mật khẩu mới của %1</translation>
    </message>
    <message>
        <source>Add a colleague</source>
        <translation>Thêm đồng nghiệp</translation>
    </message>
    <message>
        <source>Their new password, typed by them</source>
        <translation>Mật khẩu mới, do chính họ nhập</translation>
    </message>
    <message>
        <source>Set password</source>
        <translation>Đặt mật khẩu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Lấy lại</translation>
    </message>
    <message>
        <source>Let them type the code that the province gave them.</source>
        <translation>Hãy để họ nhập mã mà tỉnh đã giao cho họ.</translation>
    </message>
    <message>
        <source>Their activation code, typed by them</source>
        <translation>Mã kích hoạt của họ, do chính họ nhập</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>Hai mật khẩu không giống nhau.</translation>
    </message>
    <message>
        <source>The same password again</source>
        <translation>Nhập lại mật khẩu đó</translation>
    </message>
    <message>
        <source>It can be taken back for 10 seconds.</source>
        <translation>Lấy lại được trong 10 giây.</translation>
    </message>
</context>
<context>
    <name>motcua::ui::VisitCard</name>
    <message>
        <source>nothing said yet</source>
        <translation>chưa nhập</translation>
    </message>
    <message>
        <source>must not be certified as this</source>
        <translation>không được chứng thực theo loại này</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>đã đủ</translation>
    </message>
    <message>
        <source>something is open</source>
        <translation>còn thiếu</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n giấy tờ</numerusform>
        </translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Lượt</translation>
    </message>
    <message>
        <source>Another paper: Ctrl + …</source>
        <translation>Giấy tờ khác: Ctrl + …</translation>
    </message>
    <message>
        <source>Papers of this visit</source>
        <translation>Giấy tờ của lượt này</translation>
    </message>
    <message>
        <source>Kinds of paper</source>
        <translation>Loại giấy tờ</translation>
    </message>
    <message>
        <source>Certified </source>
        <comment>what the names of kinds begin with, and a blank</comment>
        <translation>Chứng thực </translation>
    </message>
</context>
<context>
    <name>motcua::ui::VisitList</name>
    <message>
        <source>nobody named yet</source>
        <translation>chưa có tên</translation>
    </message>
    <message>
        <source>waits for papers (form 02) · %1</source>
        <translation>chờ bổ sung giấy tờ (mẫu 02) · %1</translation>
    </message>
    <message>
        <source>A new visit</source>
        <translation>Lượt mới</translation>
    </message>
    <message>
        <source>Unfinished visits</source>
        <translation>Lượt chưa xong</translation>
    </message>
    <message>
        <source>Enter takes it up · Esc leaves</source>
        <translation>Enter mở tiếp · Esc thoát</translation>
    </message>
</context>
<context>
    <name>motcua::ui::WatchedDirectoryCard</name>
    <message>
        <source>Choose the watched folder</source>
        <translation>Chọn thư mục theo dõi</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>Thư mục theo dõi</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Chọn …</translation>
    </message>
    <message>
        <source>Watch none</source>
        <translation>Không theo dõi</translation>
    </message>
    <message>
        <source>PDF and picture files that a copier or a phone puts there go into the open intake. A file is deleted once its pages are sealed; one that cannot be read stays, and you are told.</source>
        <translation>Tệp PDF và tệp ảnh do máy photocopy hoặc điện thoại gửi vào đây được đưa vào hồ sơ đang tiếp nhận. Tệp được xóa ngay khi các trang đã niêm phong; tệp không đọc được thì giữ lại và báo cho cán bộ.</translation>
    </message>
</context>
<context>
    <name>motcua::ui::Words</name>
    <message>
        <source>Needs the newer program</source>
        <translation>Cần bản mới hơn của chương trình</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Mới đăng ký</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Được tiếp nhận</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Không được tiếp nhận</translation>
    </message>
    <message>
        <source>Awaiting approval</source>
        <translation>Chờ phê duyệt</translation>
    </message>
    <message>
        <source>Supplement asked</source>
        <translation>Yêu cầu bổ sung</translation>
    </message>
    <message>
        <source>Payment asked</source>
        <translation>Chờ nộp phí</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Đã rút hồ sơ</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Dừng xử lý</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Đã xử lý xong</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Đã trả kết quả</translation>
    </message>
    <message>
        <source>No fee</source>
        <translation>Không thu phí</translation>
    </message>
    <message>
        <source>Fee not paid</source>
        <translation>Chưa thu phí</translation>
    </message>
    <message>
        <source>Fee paid</source>
        <translation>Đã thu phí</translation>
    </message>
    <message>
        <source>Exempt from the fee</source>
        <translation>Miễn phí</translation>
    </message>
    <message>
        <source>Result not ready</source>
        <translation>Chưa có kết quả</translation>
    </message>
    <message>
        <source>Result ready</source>
        <translation>Đã có kết quả</translation>
    </message>
    <message>
        <source>Result delivered</source>
        <translation>Đã trả kết quả</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Nhập tay</translation>
    </message>
    <message>
        <source>QR</source>
        <translation>QR</translation>
    </message>
    <message>
        <source>Card chip</source>
        <translation>Chip trên thẻ</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>Earlier dossier</source>
        <translation>Hồ sơ trước</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Bản chính</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Bản sao</translation>
    </message>
    <message>
        <source>Electronic</source>
        <translation>Bản điện tử</translation>
    </message>
    <message>
        <source>At the counter</source>
        <translation>Trực tiếp</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Trực tuyến</translation>
    </message>
    <message>
        <source>By post</source>
        <translation>Bưu chính</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Công dân</translation>
    </message>
    <message>
        <source>Enterprise</source>
        <translation>Doanh nghiệp</translation>
    </message>
    <message>
        <source>Household business</source>
        <translation>Hộ kinh doanh</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Tiền mặt</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>Chuyển khoản</translation>
    </message>
    <message>
        <source>Through the portal</source>
        <translation>Qua cổng dịch vụ công</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>Cán bộ tiếp nhận</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Người phê duyệt</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>Kỹ thuật viên</translation>
    </message>
    <message>
        <source>The number begins with a province code that does not exist. Compare it with the card.</source>
        <translation>Số bắt đầu bằng mã tỉnh không có thật. Đối chiếu với thẻ.</translation>
    </message>
    <message>
        <source>The number does not fit the sex. Compare it with the card.</source>
        <translation>Số không khớp với giới tính. Đối chiếu với thẻ.</translation>
    </message>
    <message>
        <source>The number does not fit the year of birth. Compare it with the card.</source>
        <translation>Số không khớp với năm sinh. Đối chiếu với thẻ.</translation>
    </message>
    <message>
        <source>A personal number has 12 digits.</source>
        <translation>Số định danh có 12 chữ số.</translation>
    </message>
    <message>
        <source>This person already has an open dossier of this procedure: %1.</source>
        <translation>Người này đang có hồ sơ chưa kết thúc của thủ tục này: %1.</translation>
    </message>
    <message>
        <source>It is past 15:00: the result is due on the next working day.</source>
        <translation>Đã quá 15:00: kết quả trả vào ngày làm việc tiếp theo.</translation>
    </message>
    <message>
        <source>%1 minutes left until 15:00.</source>
        <translation>Còn %1 phút tới 15:00.</translation>
    </message>
    <message>
        <source>The draft could not be saved on this machine. Finish the intake or print it before leaving the desk.</source>
        <translation>Không lưu được bản nháp trên máy này. Hãy hoàn tất tiếp nhận hoặc in ra trước khi rời bàn.</translation>
    </message>
    <message>
        <source>Please check (%1).</source>
        <translation>Đề nghị kiểm tra (%1).</translation>
    </message>
    <message>
        <source>No time limit</source>
        <translation>Không quy định thời hạn</translation>
    </message>
    <message>
        <source>%1 working days late</source>
        <translation>Quá hạn %1 ngày làm việc</translation>
    </message>
    <message>
        <source>Late since %1</source>
        <translation>Quá hạn từ %1</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>Hôm nay %1</translation>
    </message>
    <message>
        <source>%1 working days left</source>
        <translation>Còn %1 ngày làm việc</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Bị trả lại</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The code of the language of this translation: vi, en, ar.</extracomment>
        <translation>vi</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>This person was given form 02 for this procedure. Ctrl+F4 goes on with what was entered then.</source>
        <translation>Người này đã nhận mẫu 02 của thủ tục này. Ctrl+F4 để nhận tiếp với nội dung đã nhập.</translation>
    </message>
    <message>
        <source>Passport's lines</source>
        <translation>Hộ chiếu</translation>
    </message>
    <message>
        <source>The passport is no longer good. Ask for another paper.</source>
        <translation>Hộ chiếu đã hết hạn. Đề nghị xuất trình giấy tờ khác.</translation>
    </message>
    <message>
        <source>The tax code's last digit does not fit the others. Compare it with the certificate.</source>
        <translation>Chữ số cuối của mã số thuế không khớp. Đối chiếu với giấy chứng nhận.</translation>
    </message>
    <message>
        <source>This is the applicant's own number.</source>
        <translation>Đây là số của chính người yêu cầu.</translation>
    </message>
    <message>
        <source>The clock stands</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>waits for papers</source>
        <translation>chờ bổ sung giấy tờ</translation>
    </message>
    <message>
        <source>papers were due by %1</source>
        <translation>quá hạn bổ sung %1</translation>
    </message>
    <message>
        <source>papers by %1</source>
        <translation>chờ đến %1</translation>
    </message>
    <message>
        <source>This is no telephone number. Ask for it again.</source>
        <translation>Đây không phải là số điện thoại. Hãy hỏi lại.</translation>
    </message>
</context>
<context>
    <name>motcua::ui::Workbench</name>
    <message>
        <source>Saved: %1</source>
        <translation>Đã lưu: %1</translation>
    </message>
    <message>
        <source>Too late to take that back. Nothing was changed.</source>
        <translation>Đã hết thời gian lấy lại. Không có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>%1: the paper that waited at the printer has come out and is on record.</source>
        <translation>%1: bản in chờ ở máy in đã in ra và đã được ghi nhận.</translation>
    </message>
    <message>
        <source>%1: what waited at the printer was taken out of its queue.</source>
        <translation>%1: lệnh in đang chờ đã được rút khỏi hàng đợi của máy in.</translation>
    </message>
    <message>
        <source>Your password is easily guessed. It still opens this station; choose another in System, with F5.</source>
        <translation>Mật khẩu của anh/chị dễ đoán. Nó vẫn mở được máy này; hãy chọn mật khẩu khác ở mục Hệ thống, phím F5.</translation>
    </message>
    <message>
        <source>You do not sign at this station yet. Type the province's code in System, with F9.</source>
        <translation>Anh/chị chưa ký được trên máy này. Hãy nhập mã của tỉnh tại Hệ thống, phím F9.</translation>
    </message>
    <message>
        <source>The unit's books now have one run of numbers for all its desks. The volumes that the desks had of their own are closed; numbers go on in volume %1.</source>
        <translation>Sổ của đơn vị nay dùng chung một dãy số cho các quầy. Các quyển riêng của từng quầy đã khóa; số ghi tiếp vào quyển số %1.</translation>
    </message>
</context>
</TS>
