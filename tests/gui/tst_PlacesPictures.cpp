#include "app/paper/HtmlFormRenderer.h"
#include "tests/gui/Harness.h"
#include "tests/gui/RealPages.h"

#include <QBuffer>
#include <QPainter>
#include <QTest>

using namespace motcua;
using test::Harness;

/// The places as they look in the middle of a day, with real paper and a scanned page, in both languages and both schemes.
class tst_PlacesPictures : public QObject {
    Q_OBJECT

private slots:
    void day_data();
    void day();

private:
    static QByteArray diploma();
    static domain::DossierId receive(Harness& harness, const char16_t* name, const char16_t* document, int pages, int copies);
    static void fill(Harness& harness);
    static void shoot(Harness& harness, const QString& place, const QString& picture);
};

/// A page as a scanner gives it.
QByteArray tst_PlacesPictures::diploma() {
    QImage page(1240, 1754, QImage::Format_RGB32);
    page.fill(QColor(250, 249, 244));
    QPainter painter(&page);
    painter.setPen(QPen(QColor(150, 40, 40), 10));
    painter.drawRect(70, 70, 1100, 1614);
    const auto line = [&](int top, int size, bool bold, const QString& text) {
        QFont font(QStringLiteral("Inter"));
        font.setPixelSize(size);
        font.setBold(bold);
        painter.setFont(font);
        painter.drawText(QRect(100, top, 1040, size * 2), Qt::AlignHCenter, text);
    };
    painter.setPen(QColor(40, 40, 40));
    line(150, 34, true, QStringLiteral("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
    line(205, 32, false, QStringLiteral("Độc lập – Tự do – Hạnh phúc"));
    line(420, 34, false, QStringLiteral("HIỆU TRƯỞNG TRƯỜNG ĐẠI HỌC HẠ LONG"));
    line(500, 34, false, QStringLiteral("cấp"));
    painter.setPen(QColor(150, 40, 40));
    line(590, 66, true, QStringLiteral("BẰNG TỐT NGHIỆP ĐẠI HỌC"));
    painter.setPen(QColor(40, 40, 40));
    line(760, 34, false, QStringLiteral("Ngành: Quản lý nhà nước"));
    line(860, 42, true, QStringLiteral("Nguyễn Văn An"));
    line(950, 34, false, QStringLiteral("Xếp loại: Khá"));
    line(1250, 32, false, QStringLiteral("Quảng Ninh, ngày 12 tháng 7 năm 2012"));
    line(1320, 32, true, QStringLiteral("HIỆU TRƯỞNG"));
    painter.end();
    QByteArray content;
    QBuffer buffer(&content);
    page.save(&buffer, "JPEG", 80);
    return content;
}

domain::DossierId tst_PlacesPictures::receive(Harness& harness, const char16_t* name, const char16_t* document, int pages, int copies) {
    counter::Intake& intake = harness.bench.counter->intake();
    harness.bench.fillCopy(QString::fromUtf16(document), pages, copies);
    intake.form().setApplicantText(QStringLiteral("name"), QString::fromUtf16(name));
    intake.form().setApplicantText(QStringLiteral("phone"), QStringLiteral("0912345678"));
    [&] { QVERIFY(intake.draft().take({diploma(), QStringLiteral("image/jpeg"), 1240, 1754, {}})); }();
    return intake.acts().receive()->dossier;
}

void tst_PlacesPictures::fill(Harness& harness) {
    test::CounterBench& bench = harness.bench;
    bench.seatClerk();
    const auto an = receive(harness, u"Nguyễn Văn An", u"Bằng tốt nghiệp đại học", 1, 3);
    const auto binh = receive(harness, u"Trần Thị Bình", u"Giấy khai sinh", 1, 5);
    const auto chau = receive(harness, u"Lê Minh Châu", u"Học bạ trung học phổ thông", 12, 2);
    const auto dung = receive(harness, u"Đặng Thị Dung", u"Giấy chứng nhận kết hôn", 1, 2);
    bench.seatSupervisor();
    for (const auto id : {an, binh, chau})
        QVERIFY(bench.counter->approval().approve(id));
    receive(harness, u"Vũ Quốc Khánh", u"Chứng chỉ tin học", 1, 1);
    bench.seatClerk();
    bench.counter->handOver().printAttestation(binh);
    QTRY_VERIFY(!bench.dossier(binh).attested.empty());
    QVERIFY(bench.counter->handOver().finish(binh, {}));
    const domain::BookEntry entry = *bench.dossier(chau).liveEntry();
    QVERIFY(bench.counter->books().spoil(entry.volume, entry.number, QStringLiteral("In hỏng lời chứng"), true));
    QVERIFY(bench.counter->supplements().ask(dung, {QStringLiteral("Bản chính giấy chứng nhận kết hôn")}, QStringLiteral("Bản chính bị mờ dấu"), {}));
    receive(harness, u"Phạm Hồng Hạnh", u"Căn cước công dân", 2, 4);
    receive(harness, u"Hoàng Văn Đức", u"Giấy chứng nhận quyền sử dụng đất", 4, 2);
    QTRY_COMPARE(bench.counter->printing().pending(), 0);
}

void tst_PlacesPictures::shoot(Harness& harness, const QString& place, const QString& picture) {
    QVERIFY(harness.desk().go(place));
    QTest::qWait(500); // pages are drawn beside the work, and the PDF view paints when the event loop runs
    harness.shoot(picture);
}

void tst_PlacesPictures::day_data() {
    QTest::addColumn<int>("scheme");
    QTest::addColumn<QString>("language");
    QTest::newRow("light-vi") << static_cast<int>(ui::SchemeChoice::Light) << QStringLiteral("vi");
    QTest::newRow("dark-vi") << static_cast<int>(ui::SchemeChoice::Dark) << QStringLiteral("vi");
    QTest::newRow("light-en") << static_cast<int>(ui::SchemeChoice::Light) << QStringLiteral("en");
    QTest::newRow("dark-en") << static_cast<int>(ui::SchemeChoice::Dark) << QStringLiteral("en");
}

void tst_PlacesPictures::day() {
    QFETCH(int, scheme);
    QFETCH(QString, language);
    const QString suffix = QLatin1Char('-') + QString::fromLatin1(QTest::currentDataTag());
    paper::HtmlFormRenderer forms;
    test::RealPages real;
    Harness harness;
    harness.bench.forms = &forms;
    harness.bench.foreignPages = &real.pages;
    harness.bench.restart();
    harness.theme.apply(static_cast<ui::SchemeChoice>(scheme), 1.0);
    harness.speak(language);
    fill(harness);
    engine::Status status;
    status.line = engine::Line::Down;
    status.push = engine::Step::Waiting;
    status.acknowledged = 31;
    status.unsent = 3;
    status.unsentBlobs = 2;
    status.refusals = 1;
    status.confirmedHead = QStringLiteral("9f2c41d07be35a8812");
    status.lastContact = harness.bench.clock.now().addSecs(-1500);
    status.nextTry = harness.bench.clock.now().addSecs(40);
    status.lastError = {QStringLiteral("sync.no-line")};
    const auto rows = harness.bench.counter->dossiers().search(QString());
    const QDateTime at = harness.bench.clock.now();
    harness.bench.exchange.refused = {
        {32, QStringLiteral("dossier-received"), rows->at(1).id, rows->at(1).code, QStringLiteral("record.blob-missing"), {}, at}};
    harness.bench.exchange.unsentItems = {{33, QStringLiteral("dossier-submitted"), rows->at(0).id, rows->at(0).code, at, false},
        {34, QStringLiteral("print-recorded"), rows->at(0).id, rows->at(0).code, at, false}};
    harness.bench.sync.report(status);
    QVERIFY(harness.signIn(QStringLiteral("hung.tv")));
    shoot(harness, QStringLiteral("approval"), QStringLiteral("day-approval") + suffix);
    QTest::keyClick(harness.window->focusWidget(), Qt::Key_Down);
    QTest::keyClick(harness.window->focusWidget(), Qt::Key_F8);
    harness.shoot(QStringLiteral("day-approval-return") + suffix);
    QTest::keyClick(harness.window->focusWidget(), Qt::Key_Escape);
    shoot(harness, QStringLiteral("handover"), QStringLiteral("day-handover") + suffix);
    shoot(harness, QStringLiteral("dossiers"), QStringLiteral("day-dossiers") + suffix);
    QTest::keyClick(harness.window->focusWidget(), Qt::Key_Right, Qt::ControlModifier);
    harness.shoot(QStringLiteral("day-dossiers-papers") + suffix);
    QTest::keyClick(harness.window.get(), Qt::Key_Right, Qt::ControlModifier);
    harness.shoot(QStringLiteral("day-dossiers-history") + suffix);
    QTest::keyClick(harness.window.get(), Qt::Key_Right, Qt::ControlModifier);
    QTest::qWait(50);
    harness.shoot(QStringLiteral("day-dossiers-forms") + suffix);
    shoot(harness, QStringLiteral("books"), QStringLiteral("day-books") + suffix);
    QTest::keyClick(harness.window->focusWidget(), Qt::Key_F7);
    harness.shoot(QStringLiteral("day-books-close") + suffix);
    QTest::keyClick(harness.window->focusWidget(), Qt::Key_Escape);
    shoot(harness, QStringLiteral("sync"), QStringLiteral("day-sync") + suffix);
}

QTEST_MAIN(tst_PlacesPictures)
#include "tst_PlacesPictures.moc"
