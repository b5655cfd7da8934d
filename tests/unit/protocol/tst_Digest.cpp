#include "sync/protocol/Digest.h"

#include <QTemporaryDir>
#include <QTest>

using namespace motcua::protocol;

class tst_Digest : public QObject {
    Q_OBJECT

private slots:
    void isSha256_data();
    void isSha256();
    void ofPiecesIsOfTheWhole();
    void ofAFileIsOfItsContent();
    void ofNoFileIsEmpty();
};

void tst_Digest::isSha256_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("digest");
    // FIPS 180-4's examples.
    QTest::newRow("nothing") << QByteArray() << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("abc") << QByteArray("abc") << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

void tst_Digest::isSha256() {
    QFETCH(QByteArray, bytes);
    QTEST(Digest::of(bytes).toHex(), "digest");
}

void tst_Digest::ofPiecesIsOfTheWhole() {
    Digest digest;
    digest.add("a", 1);
    QCOMPARE(digest.value(), Digest::of("a"));
    digest.add("bc", 2);
    QCOMPARE(digest.value(), Digest::of("abc"));
}

void tst_Digest::ofAFileIsOfItsContent() {
    const QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("scan")));
    // Longer than is read at a time, and no multiple of it.
    const QByteArray content = QByteArray("0123456789").repeated(100'001);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
    file.close();
    QCOMPARE(Digest::ofFile(file.fileName()), Digest::of(content));
}

void tst_Digest::ofNoFileIsEmpty() {
    const QTemporaryDir directory;
    QCOMPARE(Digest::ofFile(directory.filePath(QStringLiteral("none"))), QByteArray());
}

QTEST_APPLESS_MAIN(tst_Digest)
#include "tst_Digest.moc"
