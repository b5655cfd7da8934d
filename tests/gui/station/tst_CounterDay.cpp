// The day that README tells, done by hands on three keyboards: two clerks' counters and a supervisor's table, the real programs, a real gateway
// and a real spooler. Nothing is asked of the programs but what their windows show; what they printed is read back, and at the end the province
// and each desk's journal say whether it was so.

#include "tests/gui/station/CounterHands.h"
#include "tests/support/sane/TestPages.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace motcua;
using namespace motcua::test;

class tst_CounterDay : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aDeskIsEnrolledOnItsScreen();
    void theOthersByTheTechnician();
    void printersAreChosenAndTried();
    void aCertifiedCopyIsTakenIn();
    void aGeneralProcedureFoundByWords();
    void formTwoAndTheCitizenComesBack();
    void formThree();
    void putAsideAndGoneOnWith();
    void aBatchIsSplitBySeparators();
    void theSupervisorReturnsOneAndApprovesTheRest();
    void whatWasReturnedIsPutRight();
    void aResultIsHandedOver();
    void anotherDesksResultIsNotHandedOverHere();
    void whatWasWrittenElsewhere();
    void theLineIsCutAndComesBack();
    void whatDidNotComeOutIsPrintedAgain();
    void theBook();
    void theTechniciansChecks();
    void theJudgement();
    void cleanupTestCase();

private:
    DeskProgram& first() const { return *m_day->first; }
    DeskProgram& second() const { return *m_day->second; }
    DeskProgram& leaders() const { return *m_day->leaders; }

    std::unique_ptr<DayOnScreens> m_day;
    QString m_anCopy; ///< codes of dossiers
    QString m_thuyTrich;
    QString m_thuyCopy;
    QString m_binhCopy;
    QString m_extract;
};

void tst_CounterDay::initTestCase() {
    m_day = std::make_unique<DayOnScreens>();
    const QString lacks = m_day->start();
    QVERIFY2(lacks.isEmpty(), qPrintable(lacks));
}

void tst_CounterDay::cleanupTestCase() {
    if (QTest::currentTestFailed() && m_day)
        for (const DeskProgram* desk : {m_day->first.get(), m_day->second.get(), m_day->leaders.get()})
            desk->shoot(desk->name() + "-at-the-end");
    m_day.reset();
}

void tst_CounterDay::aDeskIsEnrolledOnItsScreen() {
    QVERIFY2(first().start(), qPrintable(first().errors()));
    SEES(first(), "Ghi danh máy này");
    for (const QString& answer :
        {m_day->gateway.enrolmentUrl(), m_day->gateway.codes().at(0), DayOnScreens::clerk(), DayOnScreens::password(), DayOnScreens::password()}) {
        first().type(answer);
        first().press("Return");
    }
    SEES(first(), "Mở khóa máy");
    DO(signIn(first(), "Nguyễn Thị Lan"));
    SEES(first(), "Quầy 1");
    DO(go(first(), 7, "Máy này, người dùng và thiết bị của máy."));
    DO(addUser(first(), DayOnScreens::supervisor()));
    DO(addUser(first(), DayOnScreens::colleague()));
    first().shoot("system");
}

void tst_CounterDay::theOthersByTheTechnician() {
    const std::tuple<DeskProgram*, int, QString, QString> desks[] = {
        {&second(), 1, DayOnScreens::colleague(), "Quầy 2"}, {&leaders(), 3, DayOnScreens::supervisor(), "Bàn lãnh đạo"}};
    for (const auto& [desk, code, login, name] : desks) {
        const int ended = m_day->admin({"enrol", "--data", desk->dataDirectory(), "--gateway", m_day->gateway.enrolmentUrl(), "--code",
                                           m_day->gateway.codes().at(code), "--user", login, "--password-stdin"},
            DayOnScreens::password().toUtf8() + '\n');
        QVERIFY2(ended == 0, qPrintable(m_day->adminSaid()));
        QVERIFY2(desk->start(), qPrintable(desk->errors()));
        DO(signIn(*desk, name));
    }
}

void tst_CounterDay::printersAreChosenAndTried() {
    // Behind the system's own: lanh-dao, quay-1, quay-2.
    DO(choosePrinter(first(), 2));
    DO(go(second(), 7, "Máy này, người dùng và thiết bị của máy."));
    DO(choosePrinter(second(), 3));
    DO(go(leaders(), 5, "Máy này, người dùng và thiết bị của máy."));
    DO(choosePrinter(leaders(), 1));
    PRINTED(test, m_day->firstTray, "100 mm");
    first().shoot("devices");
    TAB_TO(first(), "Quét thử");
    first().press("space");
    SEES(first(), "Đã nhận một trang");
}

void tst_CounterDay::aCertifiedCopyIsTakenIn() {
    DO(go(first(), 1, "Người yêu cầu"));
    // The reader does not look where the cursor stands.
    TAB_TO(first(), "Điện thoại");
    first().scan(an().card);
    SEES(first(), an().name);
    QCOMPARE(first().find("Điện thoại")->text, QString());
    SEES(first(), "Họ, chữ đệm, tên * QR");
    first().press("Ctrl+1");
    QVERIFY(first().isAt("Tên bản chính"));
    first().type("hoc");
    first().press("Down");
    first().press("Return");
    first().type("3");
    first().press("Return");
    first().type("2");
    first().press("F5");
    SEES(first(), "Trang 2/2");
    SEES(first(), "10.000 đ 5.000 đ × 2");
    SEES(first(), "Hẹn trả 17:00");
    SEES(first(), "Đã đủ: bấm F9 để tiếp nhận.");
    first().shoot("bench");
    first().press("F9");
    m_anCopy = codeTold(first());
    CHECK(first(), m_anCopy.endsWith("-0001"));
    PRINTED(receipt, m_day->firstTray, "GIẤY TIẾP NHẬN HỒ SƠ", m_anCopy);
    QVERIFY2(
        receipt.says({"Tiếp nhận hồ sơ của: " + an().name, "Số trang: 3", "Số bản: 2", "10.000 đồng", "17 giờ 00 phút"}), qPrintable(receipt.text));
    QCOMPARE(receipt.codes(), QStringList{m_anCopy});
}

void tst_CounterDay::aGeneralProcedureFoundByWords() {
    DO(go(second(), 1, "Người yêu cầu"));
    second().scan(binh().card);
    SEES(second(), binh().name);
    second().type("trich luc");
    SEES(second(), "2.000635");
    second().press("Down");
    second().press("Return");
    CHECK(second(), second().isAt("Số bản sao"));
    second().type("2");
    second().press("F4");
    OFFERS(second(), "Tiếp nhận");
    second().shoot("general");
    second().press("F9");
    const QString code = codeTold(second());
    PRINTED(receipt, m_day->secondTray, "GIẤY TIẾP NHẬN HỒ SƠ", code);
    QVERIFY2(receipt.says({binh().name, "mã thủ tục 2.000635", "16.000 đồng"}), qPrintable(receipt.text));
}

void tst_CounterDay::formTwoAndTheCitizenComesBack() {
    second().scan(thuy().card);
    SEES(second(), thuy().name);
    second().type("2.000635");
    second().press("Return");
    CHECK(second(), second().isAt("Số bản sao"));
    second().type("3");
    second().press("F7");
    SEES(second(), "Yêu cầu bổ sung (mẫu 02)");
    second().shoot("form-02");
    second().press("Ctrl+Return");
    SEES(second(), "In ngay");
    second().press("Ctrl+Y");
    const QString number = numberTold(second(), QStringLiteral("Đang in mẫu 02 số (\\d{4}/HDHS)\\."));
    CHECK(second(), !number.isEmpty());
    PRINTED(slip, m_day->secondTray, "PHIẾU YÊU CẦU BỔ SUNG", thuy().name);
    QVERIFY2(slip.says({number, "1. Tờ khai cấp bản sao trích lục", "Lý do: 1."}), qPrintable(slip.text));
    const QStringList codes = slip.codes();
    QCOMPARE(codes.size(), 1);
    // Hours later, whatever is in front.
    DO(go(second(), 5, "Một dãy số chung cho cả đơn vị"));
    second().scan(codes.first());
    SEES(second(), thuy().name);
    SEES(second(), "24.000 đ");
    second().press("F4");
    OFFERS(second(), "Tiếp nhận");
    second().press("F9");
    m_thuyTrich = codeTold(second());
    PRINTED(receipt, m_day->secondTray, "GIẤY TIẾP NHẬN HỒ SƠ", m_thuyTrich);
    QVERIFY2(receipt.says({thuy().name, "24.000 đồng"}), qPrintable(receipt.text));
}

void tst_CounterDay::formThree() {
    first().scan(binh().card);
    SEES(first(), binh().name);
    first().press("Ctrl+1");
    QVERIFY(first().isAt("Tên bản chính"));
    first().press("F8");
    SEES(first(), "Không được chứng thực");
    first().press("1");
    first().shoot("form-03");
    first().press("Ctrl+Return");
    SEES(first(), "In ngay");
    first().press("Ctrl+Y");
    const QString number = numberTold(first(), QStringLiteral("Đang in mẫu số 03, số (\\d{4}/TCHS)"));
    CHECK(first(), !number.isEmpty());
    PRINTED(slip, m_day->firstTray, "TỪ CHỐI", binh().name, number);
}

void tst_CounterDay::putAsideAndGoneOnWith() {
    DO(go(first(), 1, "Người yêu cầu"));
    first().scan(thuy().card);
    SEES(first(), thuy().name);
    // A card alone is no unfinished job.
    first().type("2.000635");
    first().press("Return");
    CHECK(first(), first().isAt("Số bản sao"));
    first().press("F2");
    SEES(first(), "1 hồ sơ đang nhập dở");
    first().press("Ctrl+F2");
    SEES(first(), "Enter nhập tiếp");
    first().shoot("put-aside");
    first().press("Return");
    SEES(first(), "Lê Thị Thủy");
    first().press("F2");
    SEES(first(), "1 hồ sơ đang nhập dở");
    // By name, from anywhere.
    DO(go(first(), 4, "Hồ sơ bị trả lại ở trên cùng"));
    first().press("Ctrl+K");
    first().type("thi thuy");
    SEES(first(), "Đang nhập dở: Lê Thị Thủy");
    // Above the dossiers that are found too.
    first().press("Up");
    first().press("Return");
    SEES(first(), "Người yêu cầu");
    // It was a copy after all.
    first().press("Ctrl+1");
    CHECK(first(), first().isAt("Tên bản chính"));
    first().type("Sổ hộ khẩu");
    first().press("Return");
    first().type("1");
    first().press("Return");
    first().type("1");
    OFFERS(first(), "Tiếp nhận");
    first().press("F9");
    m_thuyCopy = codeTold(first());
    CHECK(first(), !m_thuyCopy.isEmpty());
}

void tst_CounterDay::aBatchIsSplitBySeparators() {
    DO(go(second(), 1, "Người yêu cầu"));
    second().press("Ctrl+F6");
    SEES(second(), "Đã in tờ ngăn");
    PRINTED(separator, m_day->secondTray, "TỜ NGĂN");
    const QString folder = m_day->folder("scans");
    QVERIFY(QDir().mkpath(folder));
    DO(go(second(), 7, "Máy này, người dùng và thiết bị của máy."));
    TAB_TO(second(), "Thư mục");
    second().type(folder);
    second().press("Tab");
    DO(go(second(), 1, "Người yêu cầu"));
    second().scan(binh().card);
    SEES(second(), binh().name);
    second().type("2.000635");
    second().press("Return");
    CHECK(second(), second().isAt("Số bản sao"));
    second().type("1");
    // The copier puts one file there: the paper, the sheet between, the other paper, whose second page has the lid's dark edge.
    const QImage page = capture::test::textPage(150, 20);
    const QByteArray batch = capture::test::tiff(
        {page, QImage(separator.picture()), capture::test::textPage(150, 30), capture::test::asScanned(capture::test::textPage(150, 12), 1.5)});
    QFile file(folder + "/batch.tif");
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(batch) == batch.size());
    file.close();
    SEES(second(), "từ thư mục theo dõi");
    SEES(second(), "(cơ quan, tổ chức) Bản chính (để lại) 1 1 trang");
    SEES(second(), "nếu có Bản chính (để lại) 1 2 trang");
    second().shoot("batch");
    // What was cut off the last page, by keys; it is turned and moved; the papers are joined, and taken apart again.
    SEES(second(), "Đã cắt viền đen quanh trang này.");
    second().press("Ctrl+F5");
    SEES(second(), "Đang hiển thị trang nguyên như khi quét.");
    second().press("Ctrl+R");
    second().press("Ctrl+Page_Up");
    SEES(second(), "Trang 1/2");
    second().shoot("pages");
    second().press("Ctrl+Up");
    SEES(second(), "(cơ quan, tổ chức) Bản chính (để lại) 1 3 trang");
    second().press("Ctrl+Z");
    SEES(second(), "nếu có Bản chính (để lại) 1 2 trang");
    OFFERS(second(), "Tiếp nhận");
    second().press("F9");
    m_extract = codeTold(second());
    CHECK(second(), !m_extract.isEmpty());
}

void tst_CounterDay::theSupervisorReturnsOneAndApprovesTheRest() {
    DO(go(leaders(), 1, "Hồ sơ trình duyệt"));
    SEES(leaders(), m_extract);
    DO(pick(leaders(), m_anCopy));
    SEES(leaders(), "Hồ sơ này đang ở quầy của Nguyễn Thị Lan.");
    leaders().press("F7");
    OFFERS(leaders(), "Trả lại");
    leaders().shoot("approval");
    leaders().press("F8");
    SEES(leaders(), "vì sao?");
    leaders().type("Số bản là 4");
    leaders().press("Ctrl+Return");
    SEES(leaders(), "Đã trả lại " + m_anCopy);
    leaders().press("Ctrl+Y");
    SEES_NOT(leaders(), m_anCopy);
    leaders().press("F6");
    SEES(leaders(), "hồ sơ đã chọn");
    leaders().shoot("batch-approval");
    leaders().press("F9");
    SEES(leaders(), "Không có hồ sơ nào chờ phê duyệt");
    leaders().press("Ctrl+Y");
    SEES_NOT(leaders(), "Lấy lại được trong 10 giây");
}

void tst_CounterDay::whatWasReturnedIsPutRight() {
    DO(go(first(), 4, "Hồ sơ bị trả lại ở trên cùng"));
    DO(pick(first(), m_anCopy));
    SEES(first(), "Người phê duyệt đã trả lại hồ sơ này: Số bản là 4");
    first().press("F9");
    SEES(first(), "Đang sửa " + m_anCopy);
    TAB_TO(first(), "Số bản");
    first().press("Ctrl+A");
    first().type("4");
    SEES(first(), "20.000 đ");
    first().shoot("correction");
    first().press("F9");
    SEES(first(), "Lãnh đạo sẽ đọc");
    first().type("Sửa số bản");
    first().press("Ctrl+Return");
    SEES(first(), "Đã sửa " + m_anCopy);
    DO(go(leaders(), 1, "Hồ sơ trình duyệt"));
    SEES(leaders(), m_anCopy);
    SEES(leaders(), "Số bản: 2 → 4");
    leaders().press("F9");
    SEES(leaders(), "Đã duyệt " + m_anCopy);
    // Taken back within ten seconds, looked at again, approved for good.
    leaders().press("Ctrl+Z");
    SEES(leaders(), "Số bản: 2 → 4");
    leaders().press("F9");
    SEES(leaders(), "Lấy lại được trong 10 giây");
    leaders().press("Ctrl+Y");
    SEES(leaders(), m_anCopy + " · Số chứng thực 00");
}

void tst_CounterDay::aResultIsHandedOver() {
    DO(go(first(), 3, "Kết quả chờ người dân đến nhận"));
    DO(pick(first(), m_anCopy));
    OFFERS(first(), "In kết quả");
    first().press("F9");
    // Once for this printer.
    SEES(first(), "lời chứng bắt đầu từ đâu?");
    first().shoot("place");
    first().press("Return");
    SEES(first(), "Lời chứng bản sao: đã gửi tới máy in.");
    PRINTED(attestation, m_day->firstTray, "CHỨNG THỰC BẢN SAO ĐÚNG VỚI BẢN CHÍNH", "/2026-SCT/BS", "Trần Văn Minh");
    QCOMPARE(attestation.copies, 4);
    // The card of somebody for whom nothing waits, then the right one.
    first().scan("022188009876||Phạm Thị Cúc|04041988|Nữ|Tổ 2, Khu 9, Bãi Cháy|01012022");
    SEES(first(), "Thẻ này của người khác: Phạm Thị Cúc");
    first().shoot("wrong-card");
    first().scan(an().card);
    SEES(first(), "Thẻ đúng của người nộp hồ sơ: " + an().name);
    first().press("5");
    first().shoot("hand-over");
    // The key bounces, and acts once.
    first().bounce("F9", 2);
    SEES(first(), "Đã trả kết quả và kết thúc " + m_anCopy);
    first().shoot("take-back");
    first().press("Ctrl+Z");
    SEES(first(), "20.000 đ");
    QVERIFY(m_day->firstTray.sheets({"PHIẾU THU PHÍ"}).empty());
    first().press("F9");
    SEES(first(), "Lấy lại được trong 10 giây");
    SEES_NOT(first(), "Lấy lại được trong 10 giây");
    PRINTED(slip, m_day->firstTray, "PHIẾU THU PHÍ, LỆ PHÍ", m_anCopy);
    QVERIFY2(slip.says({an().name, "20.000 đồng", "Hai mươi nghìn đồng chẵn", "Tiền mặt"}), qPrintable(slip.text));
}

void tst_CounterDay::anotherDesksResultIsNotHandedOverHere() {
    DO(go(second(), 3, "Kết quả chờ người dân đến nhận"));
    DO(pick(second(), m_thuyCopy));
    SEES(second(), "Kết quả này nằm ở quầy của Nguyễn Thị Lan.");
    second().shoot("elsewhere");
    DO(pick(second(), m_thuyTrich));
    second().press("F9");
    SEES(second(), "Đã trả kết quả và kết thúc " + m_thuyTrich);
    second().press("Ctrl+Y");
    PRINTED(slip, m_day->secondTray, "PHIẾU THU PHÍ, LỆ PHÍ", m_thuyTrich);
    // The colleague goes to the desk that received it, and signs in there.
    DO(switchTo(first(), DayOnScreens::colleague(), "Vũ Thu Hương"));
    DO(go(first(), 3, "Kết quả chờ người dân đến nhận"));
    DO(pick(first(), m_thuyCopy));
    first().press("F9");
    SEES(first(), "Lời chứng bản sao: đã gửi tới máy in.");
    OFFERS(first(), "Thu phí và trả kết quả");
    // The hand has moved since: the key rests no longer.
    first().press("5");
    first().press("F9");
    SEES(first(), "Đã trả kết quả và kết thúc " + m_thuyCopy);
    first().press("Ctrl+Y");
    PRINTED(theirs, m_day->firstTray, "PHIẾU THU PHÍ, LỆ PHÍ", m_thuyCopy, "Vũ Thu Hương");
}

void tst_CounterDay::whatWasWrittenElsewhere() {
    DO(pick(second(), m_extract));
    second().press("F9");
    SEES(second(), "Đã trả kết quả và kết thúc " + m_extract);
    second().press("Ctrl+Y");
    PRINTED(slip, m_day->secondTray, "PHIẾU THU PHÍ, LỆ PHÍ", m_extract);
}

void tst_CounterDay::theLineIsCutAndComesBack() {
    QCOMPARE(m_day->gateway.stop(), 0);
    DO(switchTo(first(), DayOnScreens::clerk(), "Nguyễn Thị Lan"));
    SEES(first(), "Mất đường truyền: vẫn làm việc bình thường");
    DO(go(first(), 1, "Người yêu cầu"));
    CHECK(first(), takeCopyIn(first(), binh(), "1"));
    m_binhCopy = codeTold(first());
    CHECK(first(), !m_binhCopy.isEmpty());
    SEES(first(), "mục chưa gửi");
    first().shoot("no-line");
    // The supervisor comes to the clerk's desk.
    DO(switchTo(first(), DayOnScreens::supervisor(), "Trần Văn Minh"));
    DO(pick(first(), m_binhCopy));
    first().press("F9");
    SEES(first(), "Đã duyệt " + m_binhCopy);
    // Without a line it takes the desk's own number of the unit's run.
    first().press("Ctrl+Y");
    const QString number = numberTold(first(), m_binhCopy + QStringLiteral(" · Số chứng thực (\\d{5})"));
    CHECK(first(), !number.isEmpty());
    DO(switchTo(first(), DayOnScreens::clerk(), "Nguyễn Thị Lan"));
    DO(go(first(), 3, "Kết quả chờ người dân đến nhận"));
    DO(pick(first(), m_binhCopy));
    first().press("F9");
    PRINTED(attestation, m_day->firstTray, "CHỨNG THỰC BẢN SAO", "Số chứng thực: " + number + ", quyển số: 01/2026-SCT/BS");
    OFFERS(first(), "Thu phí và trả kết quả");
    // The hand has moved since: the key rests no longer.
    first().press("5");
    first().press("F9");
    SEES(first(), "Đã trả kết quả và kết thúc " + m_binhCopy);
    first().press("Ctrl+Y");
    // What the province does not have is found all the same.
    first().press("Ctrl+K");
    first().type("tran van binh");
    SEES(first(), m_binhCopy);
    first().press("Escape");
    QVERIFY(m_day->gateway.start());
    SEES(first(), "Tỉnh đã nhận đủ");
    SEES(second(), "Tỉnh đã nhận đủ");
}

void tst_CounterDay::whatDidNotComeOutIsPrintedAgain() {
    QVERIFY(m_day->cups.rejectJobs("quay-2"));
    DO(go(second(), 1, "Người yêu cầu"));
    CHECK(second(), takeCopyIn(second(), an(), "1"));
    SEES(second(), "Chưa in được");
    second().shoot("not-printed");
    QVERIFY(m_day->secondTray.sheets({an().name}).empty());
    QVERIFY(m_day->cups.acceptJobs("quay-2"));
    second().press("Ctrl+P");
    SEES(second(), "Giấy chưa in được");
    second().press("Return");
    PRINTED(receipt, m_day->secondTray, "GIẤY TIẾP NHẬN HỒ SƠ", an().name);
    SEES_NOT(second(), "Chưa in được");
}

void tst_CounterDay::theBook() {
    DO(go(first(), 5, "Một dãy số chung cho cả đơn vị"));
    SEES(first(), "01/2026-SCT/BS");
    first().shoot("book");
    first().press("F9");
    SEES(first(), "Sổ đã gửi tới máy in.");
    PRINTED(book, m_day->firstTray, "SỔ CHỨNG THỰC", "01/2026-SCT/BS", binh().name);
}

void tst_CounterDay::theTechniciansChecks() {
    DO(go(first(), 7, "Máy này, người dùng và thiết bị của máy."));
    TAB_TO(first(), "Kiểm tra dữ liệu");
    first().press("space");
    SEES(first(), "Dữ liệu nguyên vẹn");
    TAB_TO(first(), "Chẩn đoán");
    first().press("space");
    first().shoot("care");
    const QString copy = m_day->folder("backup");
    const QString data = first().dataDirectory();
    QVERIFY2(m_day->admin({"backup", "--data", data, "--to", copy}) == 0, qPrintable(m_day->adminSaid()));
    QVERIFY2(m_day->admin({"diagnose", "--data", data}) == 0, qPrintable(m_day->adminSaid()));
    QVERIFY(!m_day->adminSaid().contains(binh().name));
}

void tst_CounterDay::theJudgement() {
    for (DeskProgram* desk : {&first(), &second(), &leaders()}) {
        SEES(*desk, "Tỉnh đã nhận đủ");
        QVERIFY2(desk->close(), qPrintable(desk->errors()));
        QVERIFY2(m_day->admin({"verify", "--data", desk->dataDirectory()}) == 0, qPrintable(m_day->adminSaid()));
        QVERIFY2(m_day->adminSaid().startsWith("ok events="), qPrintable(m_day->adminSaid()));
    }
    const QJsonObject check = m_day->gateway.check();
    for (const char* fault : {"lost", "doubled", "gaps"})
        QCOMPARE(check.value(QLatin1String(fault)).toInt(-1), 0);
    QVERIFY(check.value("faults").toArray().isEmpty());
    const QJsonObject stats = m_day->gateway.stats();
    QCOMPARE(stats.value("dossiers").toInt(), 8);
    QCOMPARE(stats.value("bookEntries").toInt(), 3);
}

QTEST_GUILESS_MAIN(tst_CounterDay)
#include "tst_CounterDay.moc"
