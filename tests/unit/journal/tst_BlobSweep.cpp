#include "app/journal/blobs/BlobSweep.h"
#include "app/journal/log/Verify.h"
#include "app/sqlite/Connection.h"
#include "tests/support/sqlite/StationBench.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTest>

using namespace motcua;
using test::StationBench;

class tst_BlobSweep : public QObject {
    Q_OBJECT

private slots:
    void init();
    void takesOnlyWhatNothingNames();
    void sparesAllWhenADraftDoesNotOpen();
    void isBounded();
    void leavesWhatIsFresh();

private:
    int files() const;
    domain::BlobHash page(const QByteArray& content) { return *m_bench->unlocked().blobs().put(content); }
    domain::ports::Draft draft(int number, const QString& blob) const;

    std::unique_ptr<StationBench> m_bench;
    const QDateTime m_always = QDateTime::currentDateTimeUtc().addDays(1);
};

void tst_BlobSweep::init() {
    m_bench = std::make_unique<StationBench>();
    QVERIFY(m_bench->create());
    QVERIFY(m_bench->unlock());
}

int tst_BlobSweep::files() const {
    int count = 0;
    for (QDirIterator it(m_bench->directory() + "/blobs", QDir::Files, QDirIterator::Subdirectories); it.hasNext(); it.next())
        ++count;
    return count;
}

domain::ports::Draft tst_BlobSweep::draft(int number, const QString& blob) const {
    return {domain::DraftId::make(number), number % 2 ? m_bench->clerk : m_bench->supervisor, m_bench->clock.now(),
        "{\"pages\":[{\"blob\":\"" + blob.toLatin1() + "\"}]}"};
}

void tst_BlobSweep::takesOnlyWhatNothingNames() {
    auto& unlocked = m_bench->unlocked();
    auto job = m_bench->job(1);
    job.page = page("of an event");
    QVERIFY(m_bench->append(job.events()));
    const auto drafted = page("of a draft");
    const auto supervisors = page("of another's draft");
    const auto dropped = page("of a dropped draft");
    QVERIFY(unlocked.drafts().save(draft(1, drafted)));
    QVERIFY(unlocked.drafts().save(draft(2, supervisors)));
    const auto givenUp = draft(3, dropped);
    QVERIFY(unlocked.drafts().save(givenUp));
    // Another station's record names a page that was scanned here too, before or after it came.
    auto other = m_bench->job(2);
    other.station = domain::StationId::make(99);
    other.page = page("scanned before the record");
    QVERIFY(unlocked.syncStore().receive({StationBench::recordItem(1, 1, other.events().front())}));
    auto third = m_bench->job(3);
    third.station = domain::StationId::make(99);
    const QByteArray later = "scanned after the record";
    third.page = domain::blobHashOf(QCryptographicHash::hash(later, QCryptographicHash::Sha256));
    QVERIFY(unlocked.syncStore().receive({StationBench::recordItem(2, 2, third.events().front())}));
    QCOMPARE(page(later), third.page);
    const QByteArray fetched = "fetched from the platform";
    const domain::BlobHash fetchedHash = domain::blobHashOf(QCryptographicHash::hash(fetched, QCryptographicHash::Sha256));
    QVERIFY(unlocked.syncStore().keepBlob(fetchedHash, fetched));
    QCOMPARE(files(), 7);
    QCOMPARE(*unlocked.sweepBlobs(m_always), 0);
    QVERIFY(unlocked.drafts().drop(givenUp.id));
    QCOMPARE(*unlocked.sweepBlobs(m_always), 1);
    QVERIFY(!unlocked.blobs().contains(dropped));
    for (const domain::BlobHash& kept : {job.page, drafted, supervisors, other.page, third.page, fetchedHash})
        QVERIFY2(unlocked.blobs().read(kept), qPrintable(kept.toString()));
    QCOMPARE(files(), 6);
    // Given up and scanned again.
    QCOMPARE(page("of a dropped draft"), dropped);
    QVERIFY(unlocked.blobs().read(dropped));
    QVERIFY(journal::verify(m_bench->directory())->faults.empty());
}

void tst_BlobSweep::sparesAllWhenADraftDoesNotOpen() {
    const auto named = page("of a draft that gets damaged");
    QVERIFY(m_bench->unlocked().drafts().save(draft(1, named)));
    const auto connection = sqlite::Connection::open(m_bench->databaseFile());
    QVERIFY((*connection)->execute("UPDATE draft SET sealed = zeroblob(100)"));
    QCOMPARE(*m_bench->unlocked().sweepBlobs(m_always), 0);
    QVERIFY(m_bench->unlocked().blobs().contains(named));
}

void tst_BlobSweep::isBounded() {
    for (int number = 0; number < journal::BlobSweep::most + 5; ++number)
        page(QByteArray::number(number));
    QCOMPARE(*m_bench->unlocked().sweepBlobs(m_always), journal::BlobSweep::most);
    QCOMPARE(*m_bench->unlocked().sweepBlobs(m_always), 5);
    QCOMPARE(files(), 0);
}

void tst_BlobSweep::leavesWhatIsFresh() {
    page("its draft is not saved yet");
    QCOMPARE(*m_bench->unlocked().sweepBlobs(QDateTime::currentDateTimeUtc().addDays(-1)), 0);
    QCOMPARE(files(), 1);
}

QTEST_GUILESS_MAIN(tst_BlobSweep)
#include "tst_BlobSweep.moc"
