// Which blobs go before an event, asked of the event and of a record's payload; and the one way from events to a dossier.

#include "Stages.h"

#include "app/domain/EventBlobs.h"
#include "app/domain/EventCodec.h"
#include "app/domain/Replay.h"

#include <QTest>

using namespace motcua::domain;
using namespace motcua::domain::test;
using motcua::base::toJson;

class tst_EventBlobs : public QObject {
    Q_OBJECT

private slots:
    void ofEvents_data();
    void ofEvents();
    void ofUnreadableRecords_data();
    void ofUnreadableRecords();
    void replaysToWhatEvolved_data();
    void replaysToWhatEvolved();
    void replaysNothing();
};

namespace {

using Hashes = std::vector<BlobHash>;

BlobHash hash(char digit) {
    return QString(64, QLatin1Char(digit));
}

Paper paper(const Hashes& pages) {
    Paper paper;
    paper.name = QStringLiteral("Bản chính");
    for (const BlobHash& page : pages)
        paper.pages.push_back({page, QStringLiteral("image/jpeg"), 1, 1, 1});
    return paper;
}

}

Q_DECLARE_METATYPE(motcua::domain::EventBody)
Q_DECLARE_METATYPE(Hashes)

void tst_EventBlobs::ofEvents_data() {
    QTest::addColumn<EventBody>("body");
    QTest::addColumn<Hashes>("hashes");
    DossierReceived received;
    QTest::newRow("without papers") << EventBody(received) << Hashes{};
    received.papers = {paper({}), paper({})};
    QTest::newRow("without pages") << EventBody(received) << Hashes{};
    received.papers = {paper({hash('b'), hash('a')}), paper({hash('c')})};
    QTest::newRow("in order") << EventBody(received) << Hashes{hash('b'), hash('a'), hash('c')};
    received.papers = {paper({hash('a'), hash('a')}), paper({hash('b'), hash('a')})};
    QTest::newRow("each once") << EventBody(received) << Hashes{hash('a'), hash('b')};
    received.note = QStringLiteral("\"blob\":\"%1\"").arg(hash('d'));
    QTest::newRow("not what a clerk wrote") << EventBody(received) << Hashes{hash('a'), hash('b')};
    QTest::newRow("brought later") << EventBody(SupplementReturned{{paper({hash('e')})}, {}}) << Hashes{hash('e')};
    Correctable before;
    before.papers = {paper({hash('a')})};
    Correctable after;
    after.papers = {paper({hash('b')})};
    QTest::newRow("put right") << EventBody(DossierCorrected{before, after, {}}) << Hashes{hash('a'), hash('b')};
    QTest::newRow("a note") << EventBody(NoteAdded{hash('a')}) << Hashes{};
    QTest::newRow("a print's digest") << EventBody(PrintRecorded{{}, 1, hash('a'), {}, 0, {}, false}) << Hashes{};
}

void tst_EventBlobs::ofEvents() {
    QFETCH(EventBody, body);
    QFETCH(Hashes, hashes);
    QCOMPARE(blobsOf(body), hashes);
    const EncodedBody encoded = encodeBody(body);
    QCOMPARE(blobsOf(kindOf(body), encoded.version, encoded.json), hashes);
}

void tst_EventBlobs::ofUnreadableRecords_data() {
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<Hashes>("hashes");
    const QByteArray a = hash('a').toString().toLatin1();
    QTest::newRow("anywhere") << "{\"x\":[{\"y\":{\"blob\":\"" + a + "\"}}],\"blob\":\"" + hash('b').toString().toLatin1() + "\"}"
                              << Hashes{hash('a'), hash('b')};
    QTest::newRow("each once") << "{\"x\":{\"blob\":\"" + a + "\"},\"blob\":\"" + a + "\"}" << Hashes{hash('a')};
    QTest::newRow("no hash") << QByteArray("{\"blob\":\"abc\"}") << Hashes{};
    QTest::newRow("not closed") << "{\"blob\":\"" + a << Hashes{};
    QTest::newRow("in a text") << "{\"note\":\"\\\"blob\\\":\\\"" + a + "\\\"\"}" << Hashes{};
}

void tst_EventBlobs::ofUnreadableRecords() {
    QFETCH(QByteArray, payload);
    QFETCH(Hashes, hashes);
    QCOMPARE(blobsOf("invented-later", 1, payload), hashes);
    QCOMPARE(blobsOf("dossier-received", 1000, payload), hashes);
}

void tst_EventBlobs::replaysToWhatEvolved_data() {
    QTest::addColumn<int>("stage");
    for (size_t i = 0; i < stages().size(); ++i)
        QTest::newRow(stages()[i].name) << static_cast<int>(i);
}

void tst_EventBlobs::replaysToWhatEvolved() {
    QFETCH(int, stage);
    Desk desk;
    const auto path = stages()[static_cast<size_t>(stage)].path;
    for (const Command& command : path)
        QCOMPARE(desk.act(command), QString());
    const Dossier replayed = replay(desk.id, desk.history);
    QCOMPARE(replayed.id, desk.id);
    QCOMPARE(replayed.version, desk.dossier.version);
    desk.dossier.id = desk.id;
    QCOMPARE(toJson(replayed), toJson(desk.dossier));
    // Elements that only lead to an event.
    std::vector<std::pair<int, Event>> pairs;
    for (const Event& event : desk.history)
        pairs.emplace_back(0, event);
    QCOMPARE(toJson(replay(desk.id, pairs, &std::pair<int, Event>::second)), toJson(replayed));
}

void tst_EventBlobs::replaysNothing() {
    const Dossier dossier = replay(DossierId(uuid(10)), std::vector<Event>());
    QCOMPARE(dossier.id, DossierId(uuid(10)));
    QCOMPARE(dossier.version, 0);
}

QTEST_APPLESS_MAIN(tst_EventBlobs)
#include "tst_EventBlobs.moc"
