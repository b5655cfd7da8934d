// Files broken at random go through the real helper: it may die, the counter never, and every import ends once with a code.

#include "app/capture/SaneScanner.h"
#include "tests/support/sane/JobRecord.h"
#include "tests/support/sane/ScannerBench.h"
#include "tests/support/sane/TestPages.h"

#include <QRandomGenerator>
#include <QTest>

using namespace motcua::capture;
using namespace motcua::capture::test;

class tst_CaptureCorruption : public QObject {
    Q_OBJECT

private slots:
    void brokenFiles_data();
    void brokenFiles();

private:
    ScannerBench m_bench;
};

namespace {

/// Bits turned, stretches overwritten, cut out, doubled, or the end cut off.
QByteArray broken(QByteArray bytes, QRandomGenerator& random) {
    const int wounds = random.bounded(1, 12);
    for (int i = 0; i < wounds && bytes.size() > 8; ++i) {
        // Half of them near the start, where a file says what it is.
        const qsizetype reach = random.bounded(2) ? bytes.size() : qMin<qsizetype>(bytes.size(), 600);
        const qsizetype at = random.bounded(static_cast<int>(reach));
        const qsizetype length = qMin<qsizetype>(random.bounded(1, 64), bytes.size() - at);
        switch (random.bounded(5)) {
        case 0:
            bytes[at] = static_cast<char>(bytes.at(at) ^ (1 << random.bounded(8)));
            break;
        case 1:
            for (qsizetype j = at; j < at + length; ++j)
                bytes[j] = static_cast<char>(random.bounded(256));
            break;
        case 2:
            bytes.remove(at, length);
            break;
        case 3:
            bytes.insert(at, bytes.mid(at, length));
            break;
        default:
            bytes.replace(at, length, QByteArray(length, random.bounded(2) ? '\xff' : '\0'));
        }
    }
    if (random.bounded(6) == 0)
        bytes.truncate(random.bounded(static_cast<int>(bytes.size())));
    return bytes;
}

}

void tst_CaptureCorruption::brokenFiles_data() {
    QTest::addColumn<QByteArray>("whole");
    const QImage page = textPage(100);
    QTest::newRow("jpeg") << encodedAs(page, "jpeg");
    QTest::newRow("png") << encodedAs(page, "png");
    QTest::newRow("tiff") << tiff({page, page});
    QTest::newRow("pdf") << pdf(3);
}

void tst_CaptureCorruption::brokenFiles() {
    QFETCH(QByteArray, whole);
    SaneScanner scanner(m_bench.settings());
    QRandomGenerator random(20260701);
    int refused = 0;
    for (int i = 0; i < 50; ++i) {
        const QByteArray content = broken(whole, random);
        JobRecord record(scanner.importFiles({m_bench.write(QStringLiteral("broken"), content)}));
        QVERIFY2(record.wait(), qPrintable(QString::number(i)));
        QCOMPARE(record.endings, 1);
        refused += !record.error.code.isEmpty();
        QVERIFY2(record.error.code.isEmpty() || record.error.code.startsWith(QLatin1String("import.")), qPrintable(record.error.toLogLine()));
        QVERIFY(!record.error.code.isEmpty() || !record.pages.empty());
        for (const auto& kept : record.pages)
            QVERIFY(kept.width > 0 && kept.height > 0 && !kept.content.isEmpty());
    }
    QVERIFY(refused > 0);
}

QTEST_GUILESS_MAIN(tst_CaptureCorruption)
#include "tst_CaptureCorruption.moc"
