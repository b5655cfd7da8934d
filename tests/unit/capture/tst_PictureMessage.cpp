#include "app/capture/MessageReader.h"
#include "app/capture/PictureMessage.h"

#include <QRandomGenerator>
#include <QTest>
#include <QtEndian>

using namespace motcua::capture;
using motcua::domain::ports::Dots;
using motcua::domain::ports::DrawnPage;

/// What a helper says of a page it has drawn, sound and bent.
class tst_PictureMessage : public QObject {
    Q_OBJECT

private slots:
    void comesBackAsItWas_data();
    void comesBackAsItWas();
    void oneThatIsWrongIsNone_data();
    void oneThatIsWrongIsNone();
    void dotsCannotBeWrong();
    void bentAnswersAreTakenOrLeft();
};

namespace {

DrawnPage page(Dots::Kind kind = Dots::Kind::Grey, int width = 37, int height = 53) {
    QByteArray bytes(qsizetype(width) * height * static_cast<int>(kind), Qt::Uninitialized);
    QRandomGenerator random(9);
    for (char& byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return {*Dots::from(kind, width, height, bytes), 2, 7};
}

bool isSound(const DrawnPage& drawn) {
    const Dots& dots = drawn.dots;
    return drawn.page >= 0 && drawn.page < drawn.pages && dots.width() > 0 && dots.height() > 0 &&
           qint64(dots.width()) * dots.height() <= Dots::most &&
           dots.bytes().size() == qint64(dots.width()) * dots.height() * static_cast<int>(dots.kind());
}

void setNumber(QByteArray& payload, int index, quint32 number) {
    qToBigEndian(number, payload.data() + qsizetype(index) * 4);
}

}

void tst_PictureMessage::comesBackAsItWas_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("grey") << 1;
    QTest::newRow("colour") << 4;
}

void tst_PictureMessage::comesBackAsItWas() {
    QFETCH(int, kind);
    const DrawnPage sent = page(static_cast<Dots::Kind>(kind));
    const auto back = drawnFromPayload(toPayload(sent));
    QVERIFY(back);
    QCOMPARE(back->dots.width(), 37);
    QCOMPARE(back->dots.height(), 53);
    QCOMPARE(static_cast<int>(back->dots.kind()), kind);
    QCOMPARE(back->dots.bytes(), sent.dots.bytes());
    QCOMPARE(back->page, 2);
    QCOMPARE(back->pages, 7);
}

void tst_PictureMessage::oneThatIsWrongIsNone_data() {
    QTest::addColumn<QByteArray>("payload");
    const QByteArray sound = toPayload(page());
    const auto with = [&](int index, quint32 number) {
        QByteArray payload = sound;
        setNumber(payload, index, number);
        return payload;
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a header") << sound.left(19);
    QTest::newRow("a header alone") << sound.left(20);
    QTest::newRow("a dot too few") << sound.chopped(1);
    QTest::newRow("a dot too many") << sound + 'x';
    QTest::newRow("no width") << with(0, 0);
    QTest::newRow("a width below zero") << with(0, 0xffffffffU);
    QTest::newRow("sides whose product is right again") << with(0, 0x80000025U);
    QTest::newRow("no height") << with(1, 0);
    QTest::newRow("a page that there is not") << with(2, 7);
    QTest::newRow("no pages") << with(3, 0);
    QTest::newRow("pages without end") << with(3, 0x7fffffff);
    QByteArray kind = sound;
    kind[16] = 3;
    QTest::newRow("of another kind") << kind;
    kind[16] = 0;
    QTest::newRow("of no kind") << kind;
    QByteArray rest = sound;
    rest[19] = 1;
    QTest::newRow("more in the header") << rest;
}

void tst_PictureMessage::oneThatIsWrongIsNone() {
    QFETCH(QByteArray, payload);
    QVERIFY(!drawnFromPayload(payload));
}

void tst_PictureMessage::dotsCannotBeWrong() {
    QVERIFY(Dots::from(Dots::Kind::Grey, 1, 1, "x"));
    QVERIFY(!Dots::from(Dots::Kind::Grey, 0, 1, ""));
    QVERIFY(!Dots::from(Dots::Kind::Grey, -1, -1, "x"));
    QVERIFY(!Dots::from(Dots::Kind::Colour, 1, 1, "x"));
    QVERIFY(!Dots::from(static_cast<Dots::Kind>(2), 1, 1, "xx"));
    QVERIFY(!Dots::from(Dots::Kind::Grey, Dots::longestSide + 1, 1, QByteArray(Dots::longestSide + 1, 'x')));
    constexpr int side = 4'001;
    QVERIFY(!Dots::from(Dots::Kind::Grey, side, side, QByteArray(qsizetype(side) * side, 'x')));
}

/// Every bit of the heads turned, and thousands of answers bent at random, cut anywhere and fed in pieces: none crashes the reader, and what it takes
/// is sound.
void tst_PictureMessage::bentAnswersAreTakenOrLeft() {
    const QByteArray recorded = encoded({MessageType::Room, R"({"files":7,"calls":true})"}) + encoded({MessageType::Picture, toPayload(page())}) +
                                encoded({MessageType::Picture, toPayload(page(Dots::Kind::Colour, 20, 10))});
    int taken = 0;
    int left = 0;
    QRandomGenerator random(20261130);
    const auto feed = [&](const QByteArray& answer) {
        MessageReader reader;
        for (qsizetype at = 0; at < answer.size();) {
            const qsizetype piece = random.bounded(1, 5'000);
            reader.feed(answer.mid(at, piece));
            at += piece;
            while (const auto message = reader.next()) {
                const auto drawn = message->type == MessageType::Picture ? drawnFromPayload(message->payload) : std::nullopt;
                ++(drawn ? taken : left);
                QVERIFY(!drawn || isSound(*drawn));
            }
        }
    };
    feed(recorded);
    QCOMPARE(taken, 2);
    constexpr qsizetype heads = 100;
    for (qsizetype bit = 0; bit < heads * 8; ++bit) {
        QByteArray bent = recorded;
        bent[bit / 8] = static_cast<char>(bent.at(bit / 8) ^ (1 << (bit % 8)));
        feed(bent);
    }
    for (int i = 0; i < 4'000; ++i) {
        QByteArray bent = recorded;
        for (int wound = random.bounded(1, 9); wound > 0; --wound) {
            const auto at = static_cast<qsizetype>(random.bounded(random.bounded(2) ? static_cast<int>(bent.size()) : 120));
            if (random.bounded(4) == 0)
                bent.remove(at, random.bounded(1, 40));
            else
                bent[at] = static_cast<char>(bent.at(at) ^ (1 << random.bounded(8)));
        }
        if (random.bounded(5) == 0)
            bent.truncate(random.bounded(static_cast<int>(bent.size())));
        feed(bent);
    }
    QVERIFY(taken > 1'000);
    QVERIFY(left > 1'000);
}

QTEST_APPLESS_MAIN(tst_PictureMessage)
#include "tst_PictureMessage.moc"
