#include "app/ui/widgets/PageViewer.h"
#include "tests/gui/Harness.h"

#include <QBuffer>
#include <QTest>

using namespace motcua;
using test::Harness;

class tst_PageViewer : public QObject {
    Q_OBJECT

private slots:
    void pageIsReadAgainOnlyWhenItWasMissing();
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

QTEST_MAIN(tst_PageViewer)
#include "tst_PageViewer.moc"
