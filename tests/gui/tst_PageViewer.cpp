#include "app/capture/PagePipeline.h"
#include "app/ui/widgets/PageViewer.h"
#include "tests/gui/Harness.h"

#include <QBuffer>
#include <QLabel>
#include <QPainter>
#include <QPdfPageNavigator>
#include <QPdfView>
#include <QPdfWriter>
#include <QTest>

#include <leptonica/allheaders.h>

#include <algorithm>

using namespace motcua;
using test::Harness;

class tst_PageViewer : public QObject {
    Q_OBJECT

private slots:
    void pageIsReadAgainOnlyWhenItWasMissing();
    void everyMediumIsShown_data();
    void everyMediumIsShown();
    void keysReachEveryPageOfAPdf();
};

void tst_PageViewer::pageIsReadAgainOnlyWhenItWasMissing() {
    Harness harness;
    ui::PageViewer viewer;
    QImage scan(20, 30, QImage::Format_Grayscale8);
    scan.fill(Qt::white);
    QBuffer png;
    QVERIFY(png.open(QIODevice::WriteOnly) && scan.save(&png, "PNG"));
    bool here = false;
    int reads = 0;
    viewer.setReader([&](const domain::BlobHash&) {
        ++reads;
        return here ? base::Result<QByteArray>(png.data()) : base::fail(QStringLiteral("blob.missing"));
    });
    const std::vector<domain::Page> pages{{QString(64, QLatin1Char('a')), QStringLiteral("image/png"), 0, 20, 30},
        {QString(64, QLatin1Char('b')), QStringLiteral("image/png"), 0, 20, 30}};
    viewer.setPages(pages);
    here = true;
    viewer.setPages(pages);
    QCOMPARE(reads, 2);
    viewer.setPages(pages);
    QCOMPARE(reads, 2);
    viewer.showPage(1);
    viewer.setPages(pages);
    QCOMPARE(viewer.current(), 1);
    QCOMPARE(reads, 3);
    viewer.setPages({pages.front()});
    QCOMPARE(viewer.current(), 0);
    QCOMPARE(reads, 4);
}

/// What the page pipeline makes is shown, whatever image plug-ins the machine has: this one's TIFF plug-in is not asked.
void tst_PageViewer::everyMediumIsShown_data() {
    QTest::addColumn<int>("colour");
    QTest::addColumn<QString>("mediaType");
    QTest::newRow("black and white") << int(capture::PageColour::BlackWhite) << "image/tiff";
    QTest::newRow("grey") << int(capture::PageColour::Grey) << "image/jpeg";
    QTest::newRow("colour") << int(capture::PageColour::Colour) << "image/jpeg";
}

void tst_PageViewer::everyMediumIsShown() {
    QFETCH(int, colour);
    QFETCH(QString, mediaType);
    QImage drawn(1240, 1754, QImage::Format_RGB888);
    drawn.fill(Qt::white);
    QPainter(&drawn).fillRect(100, 200, 400, 300, QColor(150, 10, 10));
    QBuffer png;
    QVERIFY(png.open(QIODevice::WriteOnly) && drawn.save(&png, "PNG"));
    capture::Pixels pixels(pixReadMem(reinterpret_cast<const l_uint8*>(png.data().constData()), size_t(png.size())));
    const auto page = capture::PagePipeline({capture::PageColour(colour), true}).finish(std::move(pixels));
    QVERIFY(page);
    QCOMPARE(page->mediaType, mediaType);
    Harness harness;
    ui::PageViewer viewer;
    viewer.resize(500, 700);
    viewer.setReader([&](const domain::BlobHash&) { return base::Result<QByteArray>(page->content); });
    viewer.setPages({{QString(64, QLatin1Char('a')), mediaType, page->content.size(), page->width, page->height}});
    viewer.show();
    QVERIFY(QTest::qWaitForWindowExposed(&viewer));
    const auto labels = viewer.findChildren<QLabel*>();
    const auto paper = std::find_if(labels.begin(), labels.end(), [](const QLabel* label) { return !label->pixmap().isNull(); });
    QVERIFY2(paper != labels.end(), "the page is not shown");
    const QImage shown = (*paper)->pixmap().toImage();
    const auto toneAt = [&](double x, double y) { return qGray(shown.pixel(int(x * shown.width()), int(y * shown.height()))); };
    QVERIFY(toneAt(300 / 1240.0, 350 / 1754.0) < 100);
    QVERIFY(toneAt(0.8, 0.8) > 200);
}

/// A PDF counts as many pages as it has, and the keys go through them.
void tst_PageViewer::keysReachEveryPageOfAPdf() {
    QByteArray pdf;
    QBuffer file(&pdf);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QPdfWriter writer(&file);
    QPainter painter(&writer);
    for (int page = 1; page <= 3; ++page) {
        painter.drawText(500, 500, QString::number(page));
        if (page < 3)
            writer.newPage();
    }
    painter.end();
    QImage scan(20, 30, QImage::Format_Grayscale8);
    scan.fill(Qt::white);
    QBuffer png;
    QVERIFY(png.open(QIODevice::WriteOnly) && scan.save(&png, "PNG"));
    Harness harness;
    ui::PageViewer viewer;
    viewer.resize(500, 700);
    const domain::BlobHash pdfHash = QString(64, QLatin1Char('a'));
    const domain::BlobHash scanHash = QString(64, QLatin1Char('b'));
    viewer.setReader([&](const domain::BlobHash& blob) { return base::Result<QByteArray>(blob == pdfHash ? pdf : png.data()); });
    viewer.setPages({{pdfHash, QStringLiteral("application/pdf"), pdf.size(), 0, 0, 3}, {scanHash, QStringLiteral("image/png"), 0, 20, 30, {}}});
    viewer.show();
    viewer.setFocus();
    const auto* inside = viewer.findChild<QPdfView*>()->pageNavigator();
    const auto at = [&] { return QStringLiteral("%1/%2").arg(viewer.current()).arg(inside->currentPage()); };
    const auto says = [&] { return viewer.accessibleDescription(); };
    QCOMPARE(says(), QStringLiteral("Trang 1/4"));
    const std::pair<Qt::Key, const char*> steps[] = {{Qt::Key_PageDown, "0/1 Trang 2/4"}, {Qt::Key_PageDown, "0/2 Trang 3/4"},
        {Qt::Key_PageDown, "1/0 Trang 4/4"}, {Qt::Key_PageDown, "1/0 Trang 4/4"}, {Qt::Key_PageUp, "0/2 Trang 3/4"},
        {Qt::Key_PageUp, "0/1 Trang 2/4"}, {Qt::Key_End, "1/0 Trang 4/4"}, {Qt::Key_Home, "0/0 Trang 1/4"}, {Qt::Key_PageUp, "0/0 Trang 1/4"}};
    for (const auto& [key, expected] : steps) {
        QTest::keyClick(&viewer, key);
        const QString wanted = QString::fromUtf8(expected);
        QCOMPARE(says(), wanted.mid(4));
        if (viewer.current() == 0)
            QCOMPARE(at(), wanted.left(3));
        else
            QCOMPARE(viewer.current(), 1);
    }
}

QTEST_MAIN(tst_PageViewer)
#include "tst_PageViewer.moc"
