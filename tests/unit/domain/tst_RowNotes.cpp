// What is noted beside a row of a book: by whom, on what ground, and that the row stays as it was written.

#include "Stages.h"

#include "app/domain/EventChecks.h"
#include "app/domain/EventCodec.h"
#include "app/domain/SignedActs.h"

#include <QTest>

using namespace motcua::domain;
using namespace motcua::domain::test;

class tst_RowNotes : public QObject {
    Q_OBJECT

private slots:
    void init();
    void whatIsAsked_data();
    void whatIsAsked();
    void theRowStaysAsItWasWritten();
    void aRowOfAClosedYearAndOfAnotherDesksDossier();
    void onlyASupervisor();
    void itIsOfItsDayAndInOnesOwnName();
    void aRegisteredRowHasNoNotes();
    void anOlderProgramKeepsIt();

private:
    NoteEntry noting(NoteKind kind = NoteKind::Corrected) const {
        RowNote note;
        note.kind = kind;
        note.words = QStringLiteral("Số tờ ghi 5, nay sửa là 6");
        note.ground = QStringLiteral("Điều 39 Nghị định số 23/2015/NĐ-CP");
        note.initials = QStringLiteral("TVH");
        return {m_desk->volume.id, 1, note};
    }
    std::unique_ptr<Desk> m_desk;
};

void tst_RowNotes::init() {
    m_desk = std::make_unique<Desk>();
    for (const Command& command : pathTo(8))
        QCOMPARE(m_desk->act(command), QString());
}

void tst_RowNotes::whatIsAsked_data() {
    using Change = std::function<void(NoteEntry&)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("error");
    QTest::newRow("a correction") << Change([](NoteEntry&) {}) << "";
    QTest::newRow("no words") << Change([](NoteEntry& n) { n.note.words = QStringLiteral(" "); }) << "book.note-empty";
    QTest::newRow("no ground") << Change([](NoteEntry& n) { n.note.ground.clear(); }) << "book.note-without-ground";
    QTest::newRow("no initials") << Change([](NoteEntry& n) { n.note.initials.clear(); }) << "book.note-without-initials";
    QTest::newRow("an amendment is not initialled") << Change([](NoteEntry& n) { n.note.kind = NoteKind::Amended; }) << "";
    QTest::newRow("an amendment without a ground") << Change([](NoteEntry& n) { n.note.kind = NoteKind::Amended, n.note.ground.clear(); })
                                                   << "book.note-without-ground";
    QTest::newRow("a remark rests on nothing") << Change([](NoteEntry& n) { n.note.kind = NoteKind::Remark, n.note.ground.clear(); }) << "";
    QTest::newRow("another number") << Change([](NoteEntry& n) { n.number = 2; }) << "book.no-such-entry";
    QTest::newRow("another volume") << Change([](NoteEntry& n) { n.volume = VolumeId(uuid(77)); }) << "book.no-such-entry";
    QTest::newRow("far too long") << Change([](NoteEntry& n) { n.note.words = QString(20'000, u'a'); }) << "dossier.out-of-range";
}

void tst_RowNotes::whatIsAsked() {
    QFETCH(std::function<void(NoteEntry&)>, change);
    QFETCH(QString, error);
    NoteEntry note = noting();
    change(note);
    QCOMPARE(m_desk->act(note), error);
    QCOMPARE(m_desk->dossier.entries.front().notes.size(), error.isEmpty() ? 1u : 0u);
}

void tst_RowNotes::theRowStaysAsItWasWritten() {
    const qint64 version = m_desk->dossier.version;
    BookEntry before = m_desk->dossier.entries.front();
    QCOMPARE(m_desk->act(noting()), QString());
    QCOMPARE(m_desk->act(noting(NoteKind::Remark)), QString());
    BookEntry after = m_desk->dossier.entries.front();
    QCOMPARE(after.notes.size(), 2u);
    QCOMPARE(after.notes.front().signer.name, m_desk->supervisor.name);
    QCOMPARE(after.notes.front().date, QDate(2026, 11, 23));
    QVERIFY(after.notes.back().initials.isEmpty());
    after.notes.clear();
    QCOMPARE(motcua::base::toJson(after), motcua::base::toJson(before));
    QCOMPARE(m_desk->dossier.version, version);
    QCOMPARE(m_desk->volume.total(), 1);
}

void tst_RowNotes::aRowOfAClosedYearAndOfAnotherDesksDossier() {
    m_desk->volume.closed = true;
    m_desk->dossier.holder = StationId(uuid(6));
    m_desk->dossier.closed = true;
    QCOMPARE(m_desk->act(noting()), QString());
}

void tst_RowNotes::onlyASupervisor() {
    const auto refused = decide(m_desk->dossier, noting(), m_desk->context(m_desk->clerk));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("actor.not-supervisor"));
    QCOMPARE(rolesFor(EntryNoted(), 0), static_cast<int>(Role::Supervisor));
    QVERIFY(bindsSomebody(EntryNoted()));
}

void tst_RowNotes::itIsOfItsDayAndInOnesOwnName() {
    const auto bodies = decide(m_desk->dossier, noting(), m_desk->context(m_desk->supervisor));
    QVERIFY(bodies);
    const Standing standing{static_cast<int>(Role::Supervisor), false};
    Event event = m_desk->eventOf(bodies->front(), m_desk->supervisor);
    QVERIFY(signedRightly(m_desk->dossier, event, standing));
    event.at = event.at.addDays(1);
    QCOMPARE(signedRightly(m_desk->dossier, event, standing).error().code, QStringLiteral("book.wrong-row"));
    event = m_desk->eventOf(bodies->front(), m_desk->clerk);
    QCOMPARE(signedRightly(m_desk->dossier, event, standing).error().code, QStringLiteral("dossier.wrong-signer"));
    event.dossierVersion = 3;
    QCOMPARE(admissible(m_desk->dossier, event).error().code, QStringLiteral("event.version-conflict"));
}

/// Nobody slips one in with the number.
void tst_RowNotes::aRegisteredRowHasNoNotes() {
    BookEntry entry = m_desk->dossier.entries.front();
    QVERIFY(wellFormed(EntryRegistered{entry}));
    entry.notes.emplace_back();
    QVERIFY(!wellFormed(EntryRegistered{entry}));
}

void tst_RowNotes::anOlderProgramKeepsIt() {
    const auto bodies = decide(m_desk->dossier, noting(), m_desk->context(m_desk->supervisor));
    const EncodedBody encoded = encodeBody(bodies->front());
    QCOMPARE(encoded.version, 5);
    const auto read = decodeBody("entry-noted", 5, encoded.json);
    QVERIFY(read && std::get<EntryNoted>(*read).note.initials == QLatin1String("TVH"));
    // A row without notes is written as it always was.
    BookEntry plain = m_desk->dossier.entries.front();
    QVERIFY(!encodeBody(EntryRegistered{plain}).json.contains("notes"));
}

QTEST_APPLESS_MAIN(tst_RowNotes)
#include "tst_RowNotes.moc"
