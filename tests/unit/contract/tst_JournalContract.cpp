#include "app/domain/EventCodec.h"
#include "tests/unit/contract/StoreTest.h"

#include <QTest>

using namespace motcua;
using domain::Event;
using domain::State;
using test::CopyJob;

/// What the use cases may expect of a journal, alone and with the drafts and pages beside it.
class tst_JournalContract final : public test::StoreTest {
    Q_OBJECT

private slots:
    void numbersRecordsOnward();
    void refusesWhatDoesNotFollow_data();
    void refusesWhatDoesNotFollow();
    void appendsAllOrNothing();
    void draftGoesWithItsEvents();
    void historyInOrder();
    void draftsNewestFirst();
    void draftsAreOverwrittenInPlace();
    void pagesByContent();
    void refusesPages_data();
    void refusesPages();
    void staysAfterRestart();
};

void tst_JournalContract::numbersRecordsOnward() {
    const auto events = m_stand->job(1).events();
    const auto count = static_cast<qint64>(events.size());
    QCOMPARE(m_stand->append({}).value(), 0);
    QCOMPARE(m_stand->append(events).value(), count);
    Event theirs = m_stand->job(7).events().front();
    theirs.station = m_stand->otherStation;
    m_stand->receive(theirs);
    QCOMPARE(m_stand->append(m_stand->job(2).events()).value(), 2 * count);
}

void tst_JournalContract::refusesWhatDoesNotFollow_data() {
    QTest::addColumn<QString>("code");
    QTest::newRow("again") << "journal.version-conflict";
    QTest::newRow("ahead") << "journal.version-conflict";
    QTest::newRow("a first event that is not") << "journal.version-conflict";
    QTest::newRow("no dossier") << "journal.version-conflict";
    QTest::newRow("somebody else was quicker") << "journal.version-conflict";
    QTest::newRow("number") << "journal.number-taken";
    QTest::newRow("in another's name") << "journal.wrong-station";
}

void tst_JournalContract::refusesWhatDoesNotFollow() {
    QFETCH(QString, code);
    const auto events = m_stand->job(1).events();
    QVERIFY(m_stand->append(events));
    const QByteArray row = QTest::currentDataTag();
    Event event = events.back();
    if (row == "ahead")
        event.dossierVersion += 2;
    else if (row == "a first event that is not")
        event.dossier = domain::DossierId::make(77);
    else if (row == "no dossier") {
        event.dossier = {};
        event.dossierVersion = 1;
    } else if (row == "number") {
        event = events[3];
        event.dossier = domain::DossierId::make(5);
        event.dossierVersion = 1;
    } else if (row == "in another's name") {
        event.station = m_stand->otherStation;
        event.dossierVersion += 1;
    } else if (row == "somebody else was quicker") {
        event.dossierVersion += 1;
        Event theirs = event;
        theirs.station = m_stand->otherStation;
        m_stand->receive(theirs);
    }
    const auto refused = m_stand->append({event});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, code);
    QCOMPARE(m_stand->append({}).value(), static_cast<qint64>(events.size()));
}

void tst_JournalContract::appendsAllOrNothing() {
    const CopyJob job = m_stand->job(1);
    auto events = job.events();
    events.push_back(events.back());
    QVERIFY(!m_stand->append(events));
    QCOMPARE(m_stand->journal().history(job.dossier)->size(), size_t(0));
    QCOMPARE(m_stand->archive().dossiers({})->size(), size_t(0));
    events.pop_back();
    QVERIFY(m_stand->append(events));
}

void tst_JournalContract::draftGoesWithItsEvents() {
    const domain::DraftId draft = domain::DraftId::make(40);
    QVERIFY(m_stand->drafts().save({draft, m_stand->clerk, m_stand->job(1).at, "half an intake"}));
    auto events = m_stand->job(1).events();
    auto broken = events;
    broken.push_back(broken.back());
    QVERIFY(!m_stand->journal().appendAndDropDraft(broken, draft));
    QCOMPARE(m_stand->drafts().drafts(m_stand->clerk)->size(), size_t(1));
    QCOMPARE(m_stand->journal().appendAndDropDraft(events, draft).value(), static_cast<qint64>(events.size()));
    QCOMPARE(m_stand->drafts().drafts(m_stand->clerk)->size(), size_t(0));
    QVERIFY(m_stand->journal().appendAndDropDraft(m_stand->job(2).events(), {}));
}

/// By version whatever the order of arrival; what only adds, by its hour among them.
void tst_JournalContract::historyInOrder() {
    const CopyJob job = m_stand->job(1);
    const auto all = job.events();
    QVERIFY(m_stand->append({all[0], all[1]}));
    Event released{domain::DossierReleased{m_stand->otherStation}, job.dossier, 3, m_stand->station, m_stand->clerk, job.at.addSecs(10)};
    QVERIFY(m_stand->append({released}));
    Event approved = all[2];
    approved.station = m_stand->otherStation;
    approved.dossierVersion = 4;
    approved.at = job.at.addSecs(20);
    Event returned{domain::DossierReleased{m_stand->station}, job.dossier, 5, m_stand->otherStation, m_stand->supervisor, job.at.addSecs(21)};
    m_stand->receive(returned);
    m_stand->receive(approved);
    Event early{domain::NoteAdded{QStringLiteral("early")}, job.dossier, 0, m_stand->station, m_stand->clerk, job.at.addSecs(15)};
    Event late{domain::NoteAdded{QStringLiteral("late")}, job.dossier, 0, m_stand->station, m_stand->clerk, job.at.addSecs(30)};
    QVERIFY(m_stand->append({late}));
    QVERIFY(m_stand->append({early}));
    const auto history = m_stand->journal().history(job.dossier);
    QVERIFY(history);
    QStringList told;
    for (const Event& event : *history)
        told << QString(domain::kindOf(event.body)) + QStringLiteral(" %1").arg(event.dossierVersion);
    QCOMPARE(told, QStringList({QStringLiteral("dossier-received 1"), QStringLiteral("dossier-submitted 2"), QStringLiteral("folder-released 3"),
                       QStringLiteral("note-added 0"), QStringLiteral("dossier-approved 4"), QStringLiteral("folder-released 5"),
                       QStringLiteral("note-added 0")}));
    QCOMPARE(m_stand->archive().dossier(job.dossier)->state, State::Completed);
    QCOMPARE(m_stand->archive().dossier(job.dossier)->holder, m_stand->station);
}

void tst_JournalContract::draftsNewestFirst() {
    const QDateTime noon(QDate(2026, 11, 23), QTime(5, 0), Qt::UTC);
    const auto draft = [](int number) { return domain::DraftId::make(50 + number); };
    QVERIFY(m_stand->drafts().save({draft(1), m_stand->clerk, noon.addSecs(30), "newest"}));
    QVERIFY(m_stand->drafts().save({draft(2), m_stand->clerk, noon, "oldest"}));
    QVERIFY(m_stand->drafts().save({draft(3), m_stand->clerk, noon.addSecs(20), "middle"}));
    QVERIFY(m_stand->drafts().save({draft(4), m_stand->supervisor, noon, "another's"}));
    QByteArrayList contents;
    const auto drafts = m_stand->drafts().drafts(m_stand->clerk);
    for (const domain::ports::Draft& found : *drafts)
        contents << found.content;
    QCOMPARE(contents, QByteArrayList({"newest", "middle", "oldest"}));
}

void tst_JournalContract::draftsAreOverwrittenInPlace() {
    const domain::DraftId id = domain::DraftId::make(60);
    const QDateTime noon(QDate(2026, 11, 23), QTime(5, 0, 0, 123), Qt::UTC);
    QVERIFY(m_stand->drafts().save({id, m_stand->clerk, noon, "first"}));
    QVERIFY(m_stand->drafts().save({id, m_stand->supervisor, noon.addSecs(1), QByteArray("second\0still", 12)}));
    QVERIFY(m_stand->drafts().drafts(m_stand->clerk)->empty());
    const auto found = m_stand->drafts().drafts(m_stand->supervisor);
    QCOMPARE(found->size(), size_t(1));
    QCOMPARE(found->front().id, id);
    QCOMPARE(found->front().changed, noon.addSecs(1));
    QCOMPARE(found->front().content, QByteArray("second\0still", 12));
    QVERIFY(m_stand->drafts().drop(id));
    QVERIFY(m_stand->drafts().drop(id));
    QVERIFY(m_stand->drafts().drafts(m_stand->supervisor)->empty());
}

void tst_JournalContract::pagesByContent() {
    for (const QByteArray& content : {QByteArray("a page"), QByteArray(), QByteArray("\0\xff", 2)}) {
        const auto first = m_stand->blobs().put(content);
        QVERIFY(first);
        QVERIFY(!first->isNull());
        QCOMPARE(m_stand->blobs().put(content).value(), *first);
        QVERIFY(m_stand->blobs().contains(*first));
        QCOMPARE(m_stand->blobs().read(*first).value(), content);
    }
}

void tst_JournalContract::refusesPages_data() {
    QTest::addColumn<QString>("hash");
    QTest::newRow("never put") << QString(64, QLatin1Char('a'));
    QTest::newRow("no hash") << QStringLiteral("../journal.sqlite");
    QTest::newRow("empty") << QString();
}

void tst_JournalContract::refusesPages() {
    QFETCH(QString, hash);
    QVERIFY(!m_stand->blobs().contains(hash));
    QCOMPARE(m_stand->blobs().read(hash).error().code, QStringLiteral("blob.missing"));
    constexpr qsizetype tooLarge = qsizetype(64) * 1024 * 1024 + 1;
    QCOMPARE(m_stand->blobs().put(QByteArray(tooLarge, 'x')).error().code, QStringLiteral("blob.too-large"));
}

void tst_JournalContract::staysAfterRestart() {
    appendJobs(2);
    const auto page = m_stand->blobs().put("a page");
    QVERIFY(m_stand->drafts().save({domain::DraftId::make(5), m_stand->clerk, m_stand->job(1).at, "draft of " + page->toString().toLatin1()}));
    const auto before = m_stand->archive().dossiers({});
    m_stand->restart();
    QCOMPARE(numbersOf(m_stand->archive().dossiers({})), numbersOf(before));
    QCOMPARE(m_stand->archive().volume(m_stand->volume)->lastNumber, 2);
    QCOMPARE(m_stand->archive().lastSerial(QDate(2026, 11, 23)).value(), 2);
    QCOMPARE(m_stand->drafts().drafts(m_stand->clerk)->size(), size_t(1));
    QCOMPARE(numbersOf(m_stand->archive().search(QStringLiteral("0002"), 10)), std::vector<int>({2}));
}

QTEST_GUILESS_MAIN(tst_JournalContract)
#include "tst_JournalContract.moc"
