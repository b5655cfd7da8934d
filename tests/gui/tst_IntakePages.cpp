#include "app/capture/PagePipeline.h"
#include "app/counter/PageTurner.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/NoticeBar.h"
#include "app/ui/widgets/PageViewer.h"
#include "tests/gui/IntakePagesTest.h"
#include "tests/gui/PlaceTest.h"
#include "tests/gui/RealPages.h"

#include <QBuffer>
#include <QLineEdit>
#include <QPainter>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>

#include <leptonica/allheaders.h>

using namespace motcua;
using test::CounterBench;
using test::Hand;
using test::Harness;

/// The pages of an intake, by keyboard: one batch becomes several papers, what was cut off is taken back, every act is undone.
class tst_IntakePages : public test::IntakePagesTest {
    Q_OBJECT

private slots:
    void cutIsToldAndTakenBack();
    void cutOutlivesTheProgram();
    void batchIsSplitByOneKeyAPage();
    void batchIsSplitBySeparatorSheets();
    void separatorSheetIsPrinted();
    void pagesAreMovedJoinedAndUndone();
    void aPaperThatItsPagesLeftIsTickedNoMore();
    void pageIsTurned();
    void blackAndWhitePageIsTurned();
    void pdfIsNotTurned();
    void aPdfGoesWholeAndThatIsSaid();
    void whatCouldNotBeTurnedIsSaidUntilAPageIs();
    void importNamesTheFile();
    void pageKeysTurnFromAnyField_data();
    void pageKeysTurnFromAnyField();

private:
    test::RealPages m_real;
};

void tst_IntakePages::cutIsToldAndTakenBack() {
    Harness harness;
    Hand hand;
    begin(harness, hand);
    hand.press(Qt::Key_F5);
    emit harness.bench.scanner.job->pageRead(cutPage());
    emit harness.bench.scanner.job->pageRead(CounterBench::page(picture(3)));
    emit harness.bench.scanner.job->finished({});
    // The page before us has lost nothing.
    QVERIFY(!test::wordsOf(harness).contains(QStringLiteral("viền đen")));
    hand.press(Qt::Key_Up, Qt::ControlModifier); // nothing before the first paper: nothing happens
    QCOMPARE(lying(harness).at(0), (QList<int>{1, 3}));
    harness.window->findChild<ui::PageViewer*>()->showPage(0);
    QVERIFY(test::wordsOf(harness).contains(QStringLiteral("Đã cắt viền đen quanh trang này.")));
    harness.shoot("intake-page-cut");
    hand.press(Qt::Key_F5, Qt::ControlModifier);
    QCOMPARE(lying(harness).at(0), (QList<int>{2, 3}));
    QCOMPARE(formOf(harness).content().papers.at(0).pages.at(0).width, 1300);
    QVERIFY(test::wordsOf(harness).contains(QStringLiteral("Đang hiển thị trang nguyên như khi quét.")));
    hand.press(Qt::Key_F5, Qt::ControlModifier);
    QCOMPARE(lying(harness).at(0), (QList<int>{1, 3}));
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(lying(harness).at(0), (QList<int>{2, 3}));
}

/// The draft names both, so both are there after a crash.
void tst_IntakePages::cutOutlivesTheProgram() {
    Harness harness;
    Hand hand;
    begin(harness, hand);
    scanCut(harness, hand);
    auto& draft = harness.bench.counter->intake().draft();
    const auto id = draft.id();
    draft.startNew();
    QVERIFY(formOf(harness).isBlank());
    draft.resume(id);
    const counter::CutPage* cut = formOf(harness).pages().cutOf(0, 0);
    QVERIFY(cut);
    QCOMPARE(harness.bench.blobs.read(cut->whole.blob).value_or(QByteArray()), picture(2));
}

void tst_IntakePages::batchIsSplitBySeparatorSheets() {
    Harness harness;
    Hand hand;
    begin(harness, hand);
    hand.press(Qt::Key_F5);
    const auto fed = [&](const QByteArray& content, const QStringList& codes = {}) {
        emit harness.bench.scanner.job->pageRead(CounterBench::page(content, codes));
    };
    // A sheet on top separates nothing; a code of something else is no sheet.
    fed("sheet", {QStringLiteral("MOTCUA-TIEP")});
    fed(picture(1));
    fed(picture(2), {QStringLiteral("https://example.vn/MOTCUA-TIEP")});
    fed("sheet", {QStringLiteral("MOTCUA-TIEP")});
    fed(picture(3));
    fed("sheet", {QStringLiteral("MOTCUA-GIAY-1")});
    fed(picture(4));
    // Beyond the checklist's end.
    fed("sheet", {QStringLiteral("MOTCUA-GIAY-99")});
    fed(picture(5));
    emit harness.bench.scanner.job->finished({});
    const auto found = lying(harness);
    QCOMPARE(found.at(0), (QList<int>{1, 2, 4}));
    QCOMPARE(found.at(1), (QList<int>{3}));
    QCOMPARE(found.last(), (QList<int>{5}));
}

void tst_IntakePages::separatorSheetIsPrinted() {
    Harness harness;
    Hand hand;
    begin(harness, hand);
    hand.press(Qt::Key_F6, Qt::ControlModifier);
    QTRY_VERIFY(!harness.bench.paper.requests.empty());
    QCOMPARE(harness.bench.paper.rendered.back().first, QStringLiteral("separator"));
    QCOMPARE(harness.bench.paper.rendered.back().second.value(QLatin1String("sheetCode")).toString(), QStringLiteral("MOTCUA-TIEP"));
    QTRY_VERIFY(wordsOf(harness).contains(QStringLiteral("tờ ngăn")) ||
                harness.window->findChild<ui::NoticeBar*>()->text().contains(QStringLiteral("tờ ngăn")));
}

void tst_IntakePages::batchIsSplitByOneKeyAPage() {
    Harness harness;
    Hand hand;
    begin(harness, hand);
    scan(harness, hand, 5);
    auto* viewer = harness.window->findChild<ui::PageViewer*>();
    QCOMPARE(lying(harness).at(0), (QList<int>{1, 2, 3, 4, 5}));
    viewer->setFocus();
    hand.press(Qt::Key_Home);
    hand.press(Qt::Key_PageDown);
    hand.press(Qt::Key_PageDown);
    hand.press(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(lying(harness).mid(0, 3), (QList<QList<int>>{{1, 2}, {3, 4, 5}}));
    QCOMPARE(formOf(harness).pages().current(), 1);
    // The next paper lies before the eyes, at its first page.
    QCOMPARE(viewer->count(), 3);
    QCOMPARE(viewer->current(), 0);
    hand.press(Qt::Key_PageDown);
    hand.press(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(lying(harness).mid(0, 3), (QList<QList<int>>{{1, 2}, {3}, {4, 5}}));
    QCOMPARE(formOf(harness).content().papers.at(2).quantity, 1);
    harness.shoot("intake-pages-split");
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(lying(harness).at(0), (QList<int>{1, 2, 3, 4, 5}));
}

void tst_IntakePages::pagesAreMovedJoinedAndUndone() {
    Harness harness;
    Hand hand;
    begin(harness, hand);
    scan(harness, hand, 3);
    auto* viewer = harness.window->findChild<ui::PageViewer*>();
    viewer->setFocus();
    QCOMPARE(viewer->current(), 2);
    hand.press(Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(lying(harness).at(0), (QList<int>{1, 3, 2}));
    QCOMPARE(viewer->current(), 1);
    hand.press(Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(lying(harness).at(0), (QList<int>{1, 2, 3}));
    hand.press(Qt::Key_PageDown, Qt::ControlModifier); // it is the last one
    QCOMPARE(lying(harness).at(0), (QList<int>{1, 2, 3}));
    hand.press(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(lying(harness).mid(0, 2), (QList<QList<int>>{{1, 2}, {3}}));
    hand.press(Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(lying(harness).mid(0, 2), (QList<QList<int>>{{1, 2, 3}, {}}));
    hand.press(Qt::Key_Delete, Qt::ControlModifier);
    QCOMPARE(lying(harness).at(0).size(), 2);
    for (int i = 0; i < 5; ++i)
        hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(lying(harness).at(0), (QList<int>{1, 2, 3}));
    QVERIFY(formOf(harness).pages().count() == 0);
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(lying(harness).at(0), (QList<int>{1, 2, 3}));
}

/// Else form 01 would say that it was handed in.
void tst_IntakePages::aPaperThatItsPagesLeftIsTickedNoMore() {
    Harness harness;
    Hand hand;
    begin(harness, hand);
    scan(harness, hand, 2);
    auto* viewer = harness.window->findChild<ui::PageViewer*>();
    viewer->setFocus();
    const auto papers = [&harness] { return formOf(harness).content().papers; };
    const size_t named = papers().size();
    const auto ticked = [&] {
        const auto all = papers();
        return std::count_if(all.begin(), all.end(), [](const domain::Paper& paper) { return paper.quantity > 0 && paper.pages.empty(); });
    };
    const auto untouched = ticked();
    // To the last paper of the checklist, and past it: each of them is left again.
    hand.press(Qt::Key_Home);
    for (size_t i = 0; i < named; ++i)
        hand.press(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(papers().size(), named + 1);
    QCOMPARE(papers().back().pages.size(), 2u);
    QVERIFY(ticked() <= untouched);
    // Once more changes nothing, and taking the last one back takes its row back.
    hand.press(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(papers().size(), named + 1);
    hand.press(Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(papers().size(), named);
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(papers().size(), named + 1);
    QCOMPARE(papers().back().quantity, 1);
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(papers().size(), named);
    QCOMPARE(papers().back().pages.size(), 2u);
    QVERIFY(ticked() <= untouched);
}

/// The picture stays bit for bit; its file says how it lies, and the viewer shows it so.
void tst_IntakePages::pageIsTurned() {
    Harness harness;
    Hand hand;
    begin(harness, hand);
    scanCut(harness, hand);
    auto& intake = harness.bench.counter->intake();
    const auto page = [&] { return intake.form().content().papers.at(0).pages.at(0); };
    const auto before = page();
    for (const QSize& size : {QSize(175, 124), QSize(124, 175), QSize(175, 124), QSize(124, 175)}) {
        hand.press(Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(m_real.picture(*intake.draft().pageContent(0, 0)).size(), size);
        // Either of the two can still be had.
        QVERIFY(intake.form().pages().cutOf(0, 0));
    }
    QCOMPARE(m_real.picture(*intake.draft().pageContent(0, 0)), m_real.picture(picture(1)));
    hand.press(Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(page().width, before.height);
    const QImage turned = m_real.picture(*intake.draft().pageContent(0, 0));
    QVERIFY(qGray(turned.pixel(174 - 15, 15)) < 100 && qGray(turned.pixel(15, 15)) > 200);
    hand.press(Qt::Key_F5, Qt::ControlModifier);
    QCOMPARE(m_real.picture(*intake.draft().pageContent(0, 0)).size(), QSize(175, 124));
    for (int i = 0; i < 6; ++i)
        hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(page().blob, before.blob);
}

void tst_IntakePages::blackAndWhitePageIsTurned() {
    const QByteArray png = [] {
        QImage page(800, 1100, QImage::Format_Grayscale8);
        page.fill(Qt::white);
        QPainter(&page).fillRect(60, 60, 300, 150, Qt::black);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        page.save(&buffer, "PNG");
        return buffer.data();
    }();
    capture::Pixels pixels(pixReadMem(reinterpret_cast<const l_uint8*>(png.constData()), size_t(png.size())));
    const auto made = capture::PagePipeline({capture::PageColour::BlackWhite, true}).finish(std::move(pixels));
    QVERIFY(made && made->mediaType == QLatin1String("image/tiff"));
    QByteArray content = made->content;
    for (const QSize& size : {QSize(1100, 800), QSize(800, 1100), QSize(1100, 800), QSize(800, 1100)}) {
        const auto turned = counter::turnedPage(content, QStringLiteral("image/tiff"));
        QVERIFY(turned);
        content = *turned;
        QCOMPARE(m_real.picture(content).size(), size);
    }
    QCOMPARE(m_real.picture(content), m_real.picture(made->content));
}

void tst_IntakePages::pdfIsNotTurned() {
    Harness harness;
    Hand hand;
    begin(harness, hand);
    hand.press(Qt::Key_F5);
    auto pdf = CounterBench::page("%PDF-1.4 signed");
    pdf.mediaType = QStringLiteral("application/pdf");
    emit harness.bench.scanner.job->pageRead(pdf);
    emit harness.bench.scanner.job->finished({});
    hand.press(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(test::bannerOf(harness, QStringLiteral("intake"))->isVisible());
    QVERIFY(test::bannerOf(harness, QStringLiteral("intake"))->text().contains(QStringLiteral("Không xoay được trang này.")));
    QCOMPARE(*harness.bench.counter->intake().draft().pageContent(0, 0), QByteArray("%PDF-1.4 signed"));
}

void tst_IntakePages::aPdfGoesWholeAndThatIsSaid() {
    Harness harness;
    Hand hand;
    begin(harness, hand);
    hand.press(Qt::Key_F5);
    auto pdf = CounterBench::page("%PDF-1.4 signed");
    pdf.mediaType = QStringLiteral("application/pdf");
    pdf.pages = 3;
    emit harness.bench.scanner.job->pageRead(CounterBench::page(picture(1)));
    emit harness.bench.scanner.job->pageRead(pdf);
    emit harness.bench.scanner.job->finished({});
    const auto says = [&](const QString& words) { return harness.visibleWords().join(QLatin1Char('\n')).contains(words); };
    QVERIFY(says(QStringLiteral("Bỏ cả tệp này (3 trang)")));
    hand.press(Qt::Key_Delete, Qt::ControlModifier);
    QCOMPARE(formOf(harness).content().papers.front().pages.size(), 1u);
    QVERIFY(says(QStringLiteral("Bỏ trang này")));
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(formOf(harness).content().papers.front().pages.size(), 2u);
}

void tst_IntakePages::whatCouldNotBeTurnedIsSaidUntilAPageIs() {
    Harness harness;
    Hand hand;
    begin(harness, hand);
    hand.press(Qt::Key_F5);
    auto pdf = CounterBench::page("%PDF-1.4 signed");
    pdf.mediaType = QStringLiteral("application/pdf");
    emit harness.bench.scanner.job->pageRead(pdf);
    emit harness.bench.scanner.job->pageRead(CounterBench::page(picture(2)));
    emit harness.bench.scanner.job->finished({});
    auto* viewer = harness.window->findChild<ui::PageViewer*>();
    viewer->setFocus();
    hand.press(Qt::Key_Home);
    hand.press(Qt::Key_R, Qt::ControlModifier);
    auto* banner = test::bannerOf(harness, QStringLiteral("intake"));
    QVERIFY(banner->isShown());
    hand.press(Qt::Key_PageDown);
    hand.press(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(!banner->isShown());
}

void tst_IntakePages::importNamesTheFile() {
    Harness harness;
    Hand hand;
    begin(harness, hand);
    auto& counter = *harness.bench.counter;
    const QStringList files{QStringLiteral("/x/a.jpg"), QStringLiteral("/x/hộ khẩu.pdf"), QStringLiteral("/x/c.pdf")};
    counter.scanning().importFiles(files, counter.intake().draft());
    emit harness.bench.scanner.job->finished({QStringLiteral("import.unsupported"),
        {{QStringLiteral("file"), QStringLiteral("2")}, {QStringLiteral("reason"), QStringLiteral("password")}}});
    const QString said = test::bannerOf(harness, QStringLiteral("intake"))->text();
    QVERIFY2(said.contains(QStringLiteral("hộ khẩu.pdf: Tệp PDF này bị khóa bằng mật khẩu.")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("1 tệp chọn sau tệp này chưa được nhận")), qPrintable(said));
    QVERIFY(!said.contains(QStringLiteral("/x/")));
}

void tst_IntakePages::pageKeysTurnFromAnyField_data() {
    QTest::addColumn<QString>("field");
    for (const char* field : {"document", "copies", "resultWay", "name", "exemption"})
        QTest::newRow(field) << QString::fromLatin1(field);
}

/// And what stands in the field stays.
void tst_IntakePages::pageKeysTurnFromAnyField() {
    QFETCH(QString, field);
    Harness harness;
    Hand hand;
    harness.beginIntake(QStringLiteral("2.000815"), hand);
    scan(harness, hand, 3);
    auto* viewer = harness.window->findChild<ui::PageViewer*>();
    auto* editor = harness.desk().page(QStringLiteral("intake"))->findChild<QWidget*>(field);
    editor->setFocus();
    const auto before = base::toJson(formOf(harness).content());
    QCOMPARE(viewer->current(), 2);
    hand.press(Qt::Key_PageUp);
    QCOMPARE(viewer->current(), 1);
    hand.press(Qt::Key_PageUp);
    hand.press(Qt::Key_PageDown);
    QCOMPARE(viewer->current(), 1);
    QCOMPARE(base::toJson(formOf(harness).content()), before);
    // A list turns its own.
    harness.desk().page(QStringLiteral("intake"))->findChild<QTableWidget*>(QStringLiteral("checklist"))->setFocus();
    hand.press(Qt::Key_PageDown);
    QCOMPARE(formOf(harness).pages().current(), static_cast<int>(formOf(harness).content().papers.size()) - 1);
}

QTEST_MAIN(tst_IntakePages)
#include "tst_IntakePages.moc"
