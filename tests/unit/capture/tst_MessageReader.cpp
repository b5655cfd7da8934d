// The stream between the counter and its helper: cut anywhere, and hostile.

#include "app/capture/MessageReader.h"
#include "app/capture/PageMessage.h"

#include <QRandomGenerator>
#include <QTest>

using namespace motcua::capture;
using motcua::domain::ports::ScannedPage;

class tst_MessageReader : public QObject {
    Q_OBJECT

private slots:
    void cutAnywhere();
    void refusesNonsense_data();
    void refusesNonsense();
    void staysMalformed();
    void pageThereAndBack();
    void refusesPages_data();
    void refusesPages();
};

void tst_MessageReader::cutAnywhere() {
    const QByteArray stream = encoded({MessageType::Alive}) + encoded({MessageType::Device, "{\"id\":\"x\"}"}) + encoded({MessageType::Finished});
    for (qsizetype piece = 1; piece <= stream.size(); ++piece) {
        MessageReader reader;
        QList<int> types;
        for (qsizetype at = 0; at < stream.size(); at += piece) {
            reader.feed(stream.mid(at, piece));
            while (const auto message = reader.next())
                types << int(message->type);
        }
        QCOMPARE(types, (QList<int>{11, 10, 16}));
        QVERIFY(!reader.isMalformed());
        QVERIFY(!reader.hasLeftOver());
    }
}

void tst_MessageReader::refusesNonsense_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("Segmentation fault");
    QTest::newRow("magic") << QByteArray("MX\x0b\0\0\0\0\0", 8);
    QTest::newRow("type") << QByteArray("MC\x63\0\0\0\0\0", 8);
    QTest::newRow("reserved") << QByteArray("MC\x0b\1\0\0\0\0", 8);
    QTest::newRow("length") << QByteArray("MC\x0d\0\xff\xff\xff\xff", 8);
    QTest::newRow("zeros") << QByteArray(64, '\0');
}

void tst_MessageReader::refusesNonsense() {
    QFETCH(QByteArray, bytes);
    MessageReader reader;
    reader.feed(encoded({MessageType::Alive}) + bytes);
    QVERIFY(reader.next());
    QVERIFY(!reader.next());
    QVERIFY(reader.isMalformed());
}

void tst_MessageReader::staysMalformed() {
    MessageReader reader;
    reader.feed("nonsense");
    QVERIFY(!reader.next());
    reader.feed(encoded({MessageType::Finished}));
    QVERIFY(!reader.next());
    QVERIFY(!reader.hasLeftOver());
}

void tst_MessageReader::pageThereAndBack() {
    const ScannedPage page{QByteArray("\xff\xd8\xff\0rest", 8), "image/jpeg", 1654, 2339, {QString::fromUtf8("một|hai")}, 1};
    const auto back = pageFromPayload(toPayload(page));
    QVERIFY(back);
    QCOMPARE(back->content, page.content);
    QCOMPARE(back->mediaType, page.mediaType);
    QCOMPARE(back->width, 1654);
    QCOMPARE(back->height, 2339);
    QCOMPARE(back->codes, page.codes);
    QCOMPARE(back->pages, 1);
}

void tst_MessageReader::refusesPages_data() {
    QTest::addColumn<QByteArray>("payload");
    const ScannedPage good{"\xff\xd8\xff", "image/jpeg", 10, 10, {}, 1};
    const auto with = [good](auto change) {
        ScannedPage page = good;
        change(page);
        return toPayload(page);
    };
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("header longer than payload") << QByteArray("\0\0\xff\xff{}", 6);
    QTest::newRow("not json") << QByteArray("\0\0\0\2xx\xff\xd8\xff", 9);
    QTest::newRow("no content") << with([](ScannedPage& page) { page.content.clear(); });
    QTest::newRow("other content") << with([](ScannedPage& page) { page.content = "%PDF-1.4"; });
    QTest::newRow("program") << with([](ScannedPage& page) { page.mediaType = "application/x-elf"; });
    QTest::newRow("no width") << with([](ScannedPage& page) { page.width = 0; });
    QTest::newRow("height") << with([](ScannedPage& page) { page.height = 20001; });
    QTest::newRow("pages") << with([](ScannedPage& page) { page.pages = -1; });
    QTest::newRow("long code") << with([](ScannedPage& page) { page.codes << QString(5000, 'x'); });
}

void tst_MessageReader::refusesPages() {
    QFETCH(QByteArray, payload);
    const auto page = pageFromPayload(payload);
    QVERIFY(!page);
    QCOMPARE(page.error().code, QStringLiteral("scan.helper-died"));
}

QTEST_GUILESS_MAIN(tst_MessageReader)
#include "tst_MessageReader.moc"
