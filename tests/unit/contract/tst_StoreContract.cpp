// What the use cases may expect of journal, read model, drafts and pages: the same of the real ones as of the tests' own.

#include "app/domain/EventCodec.h"
#include "app/journal/Secrets.h"
#include "sync/protocol/MarkSignature.h"
#include "tests/support/counter/MemoryArchive.h"
#include "tests/support/counter/MemoryBlobs.h"
#include "tests/support/sqlite/StationBench.h"
#include "tests/unit/contract/StoreStand.h"

#include <QTest>

#include <openssl/pem.h>

using namespace motcua;
using domain::Event;
using domain::State;
using domain::ports::FolderFilter;
using test::CopyJob;
using test::StoreStand;

namespace motcua::test {

namespace {

class MemoryStand final : public StoreStand {
public:
    MemoryStand() {
        m_archive.published.range.station = station;
        m_archive.published.volumes = {volumeOf(station, volume)};
        m_journal.station = station;
    }
    domain::ports::Journal& journal() override { return m_journal; }
    const domain::ports::Archive& archive() const override { return m_archive; }
    domain::ports::Projection& projection() override { return m_archive; }
    domain::ports::DraftStore& drafts() override { return m_drafts; }
    domain::ports::BlobStore& blobs() override { return m_blobs; }
    void receive(const Event& event) override { m_journal.receive(event); }
    void acknowledge() override { m_journal.acknowledged = m_journal.lastSeq(); }
    void restart() override {}

private:
    MemoryDrafts m_drafts;
    MemoryBlobs m_blobs;
    MemoryJournal m_journal{m_drafts};
    MemoryArchive m_archive{m_journal};
};

class SealedStand final : public StoreStand {
public:
    SealedStand() {
        station = m_bench.station;
        clerk = m_bench.clerk;
        supervisor = m_bench.supervisor;
        volume = m_bench.volume;
        if (!m_bench.create() || !m_bench.unlock() || !m_bench.grantVolume(++m_cursor))
            qFatal("no station");
        if (!m_bench.unlocked().secrets().put(journal::Secrets::platformKey, asPem([&](BIO* bio) { PEM_write_bio_PUBKEY(bio, m_platform.get()); })))
            qFatal("no platform");
    }
    domain::ports::Journal& journal() override { return m_bench.unlocked().journal(); }
    const domain::ports::Archive& archive() const override { return m_bench.unlocked().archive(); }
    domain::ports::Projection& projection() override { return m_bench.unlocked().projection(); }
    domain::ports::DraftStore& drafts() override { return m_bench.unlocked().drafts(); }
    domain::ports::BlobStore& blobs() override { return m_bench.unlocked().blobs(); }
    void receive(const Event& event) override {
        ++m_cursor;
        const auto received = m_bench.unlocked().syncStore().receive({StationBench::recordItem(m_cursor, m_cursor, event)});
        if (!received || !m_bench.unlocked().projection().refresh())
            qFatal("not received");
    }
    void acknowledge() override {
        const auto signer = protocol::MarkSigner::fromPem(
            asPem([&](BIO* bio) { PEM_write_bio_PrivateKey(bio, m_platform.get(), nullptr, nullptr, 0, nullptr, nullptr); }));
        const auto head = m_bench.unlocked().head();
        const auto mark = signer->sign(station.value(), head->seq, QString::fromLatin1(head->hash.toHex()));
        if (!m_bench.unlocked().syncStore().acknowledge(*mark) || !m_bench.unlocked().projection().refresh())
            qFatal("not acknowledged");
    }
    void restart() override {
        if (!m_bench.open() || !m_bench.unlock())
            qFatal("not opened");
    }

private:
    template <class Write>
    static QByteArray asPem(Write write) {
        const protocol::BioPointer bio(BIO_new(BIO_s_mem()));
        write(bio.get());
        char* text = nullptr;
        const long size = BIO_get_mem_data(bio.get(), &text);
        return QByteArray(text, static_cast<qsizetype>(size));
    }

    mutable StationBench m_bench;
    protocol::KeyPointer m_platform{EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256")};
    qint64 m_cursor = 0;
};

}

std::unique_ptr<StoreStand> memoryStand() {
    return std::make_unique<MemoryStand>();
}

std::unique_ptr<StoreStand> sealedStand() {
    return std::make_unique<SealedStand>();
}

}

Q_DECLARE_METATYPE(motcua::domain::ports::FolderFilter)

class tst_StoreContract : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();
    void cleanup() { m_stand.reset(); }

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

    void folderRow();
    void filters_data();
    void filters();
    void oldestDeadlineFirst();
    void aPageOfFolders();
    void searches_data();
    void searches();
    void searchIsBounded();
    void folderThatIsNot();
    void book();
    void spoiledAndClosedBook();
    void serialsAreThisStations();
    void countsStates();
    void printingState();
    void unsentUntilConfirmed();
    void staysAfterRestart();

private:
    std::vector<int> numbersOf(const base::Result<std::vector<domain::ports::FolderRow>>& rows) const;
    void appendJobs(int count);

    std::unique_ptr<StoreStand> m_stand;
};

void tst_StoreContract::initTestCase_data() {
    QTest::addColumn<bool>("sealed");
    QTest::newRow("memory") << false;
    QTest::newRow("sealed") << true;
}

void tst_StoreContract::init() {
    QFETCH_GLOBAL(bool, sealed);
    m_stand = sealed ? test::sealedStand() : test::memoryStand();
}

/// The jobs' numbers, which end the dossiers' codes.
std::vector<int> tst_StoreContract::numbersOf(const base::Result<std::vector<domain::ports::FolderRow>>& rows) const {
    std::vector<int> numbers;
    if (!rows)
        return {-1};
    for (const domain::ports::FolderRow& row : *rows)
        numbers.push_back(row.code.section(QLatin1Char('-'), -1).toInt());
    return numbers;
}

void tst_StoreContract::appendJobs(int count) {
    for (int number = 1; number <= count; ++number)
        QVERIFY(m_stand->append(m_stand->job(number).events()));
}

void tst_StoreContract::numbersRecordsOnward() {
    const auto events = m_stand->job(1).events();
    const auto count = static_cast<qint64>(events.size());
    QCOMPARE(m_stand->append({}).value(), 0);
    QCOMPARE(m_stand->append(events).value(), count);
    Event theirs = m_stand->job(7).events().front();
    theirs.station = m_stand->otherStation;
    m_stand->receive(theirs);
    QCOMPARE(m_stand->append(m_stand->job(2).events()).value(), 2 * count);
}

void tst_StoreContract::refusesWhatDoesNotFollow_data() {
    QTest::addColumn<QString>("code");
    QTest::newRow("again") << "journal.version-conflict";
    QTest::newRow("ahead") << "journal.version-conflict";
    QTest::newRow("a first event that is not") << "journal.version-conflict";
    QTest::newRow("no folder") << "journal.version-conflict";
    QTest::newRow("somebody else was quicker") << "journal.version-conflict";
    QTest::newRow("number") << "journal.number-taken";
    QTest::newRow("in another's name") << "journal.wrong-station";
}

void tst_StoreContract::refusesWhatDoesNotFollow() {
    QFETCH(QString, code);
    const auto events = m_stand->job(1).events();
    QVERIFY(m_stand->append(events));
    const QByteArray row = QTest::currentDataTag();
    Event event = events.back();
    if (row == "ahead")
        event.dossierVersion += 2;
    else if (row == "a first event that is not")
        event.dossier = domain::DossierId::make(77);
    else if (row == "no folder") {
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

void tst_StoreContract::appendsAllOrNothing() {
    const CopyJob job = m_stand->job(1);
    auto events = job.events();
    events.push_back(events.back());
    QVERIFY(!m_stand->append(events));
    QCOMPARE(m_stand->journal().history(job.dossier)->size(), size_t(0));
    QCOMPARE(m_stand->archive().folders({})->size(), size_t(0));
    events.pop_back();
    QVERIFY(m_stand->append(events));
}

void tst_StoreContract::draftGoesWithItsEvents() {
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
void tst_StoreContract::historyInOrder() {
    const CopyJob job = m_stand->job(1);
    const auto all = job.events();
    QVERIFY(m_stand->append({all[0], all[1]}));
    Event released{domain::FolderReleased{m_stand->otherStation}, job.dossier, 3, m_stand->station, m_stand->clerk, job.at.addSecs(10)};
    QVERIFY(m_stand->append({released}));
    Event approved = all[2];
    approved.station = m_stand->otherStation;
    approved.dossierVersion = 4;
    approved.at = job.at.addSecs(20);
    Event returned{domain::FolderReleased{m_stand->station}, job.dossier, 5, m_stand->otherStation, m_stand->supervisor, job.at.addSecs(21)};
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
        QStringLiteral("note-added 0"), QStringLiteral("dossier-approved 4"), QStringLiteral("folder-released 5"), QStringLiteral("note-added 0")}));
    QCOMPARE(m_stand->archive().dossier(job.dossier)->state, State::Completed);
    QCOMPARE(m_stand->archive().dossier(job.dossier)->holder, m_stand->station);
}

void tst_StoreContract::draftsNewestFirst() {
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

void tst_StoreContract::draftsAreOverwrittenInPlace() {
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

void tst_StoreContract::pagesByContent() {
    for (const QByteArray& content : {QByteArray("a page"), QByteArray(), QByteArray("\0\xff", 2)}) {
        const auto first = m_stand->blobs().put(content);
        QVERIFY(first);
        QCOMPARE(first->size(), 64);
        QCOMPARE(m_stand->blobs().put(content).value(), *first);
        QVERIFY(m_stand->blobs().contains(*first));
        QCOMPARE(m_stand->blobs().read(*first).value(), content);
    }
}

void tst_StoreContract::refusesPages_data() {
    QTest::addColumn<QString>("hash");
    QTest::newRow("never put") << QString(64, QLatin1Char('a'));
    QTest::newRow("no hash") << QStringLiteral("../journal.sqlite");
    QTest::newRow("empty") << QString();
}

void tst_StoreContract::refusesPages() {
    QFETCH(QString, hash);
    QVERIFY(!m_stand->blobs().contains(hash));
    QCOMPARE(m_stand->blobs().read(hash).error().code, QStringLiteral("blob.missing"));
    constexpr qsizetype tooLarge = qsizetype(64) * 1024 * 1024 + 1;
    QCOMPARE(m_stand->blobs().put(QByteArray(tooLarge, 'x')).error().code, QStringLiteral("blob.too-large"));
}

void tst_StoreContract::folderRow() {
    const CopyJob job = m_stand->job(3);
    auto events = job.events();
    events.resize(2);
    QVERIFY(m_stand->append(events));
    Event returned{domain::DossierReturned{QStringLiteral("thiếu trang 2")}, job.dossier, 3, m_stand->station, m_stand->supervisor, job.at.addSecs(60)};
    QVERIFY(m_stand->append({returned}));
    const auto rows = m_stand->archive().folders({});
    QCOMPARE(rows->size(), size_t(1));
    const domain::ports::FolderRow& row = rows->front();
    QCOMPARE(row.id, job.dossier);
    QCOMPARE(row.code, QStringLiteral("H49.30-261123-0003"));
    QCOMPARE(row.applicant, job.applicant());
    QCOMPARE(row.personalId, job.personalId());
    QCOMPARE(row.phone, job.phone());
    QCOMPARE(row.procedureCode, QStringLiteral("2.000815"));
    QCOMPARE(row.procedureName, QStringLiteral("Chứng thực bản sao từ bản chính"));
    QCOMPARE(row.state, State::Accepted);
    QCOMPARE(row.money, domain::MoneyState::Due);
    QCOMPARE(row.delivery, domain::DeliveryState::Waiting);
    QCOMPARE(row.holder, m_stand->station);
    QCOMPARE(row.receivedBy, m_stand->clerk);
    QCOMPARE(row.received, job.at);
    QCOMPARE(row.due, job.at.addSecs(8 * 3600));
    QCOMPARE(row.closed, false);
    QCOMPARE(row.returnReason, QStringLiteral("thiếu trang 2"));
}

void tst_StoreContract::filters_data() {
    QTest::addColumn<FolderFilter>("filter");
    QTest::addColumn<std::vector<int>>("numbers");
    const auto row = [](const char* name, const FolderFilter& filter, const std::vector<int>& numbers) { QTest::newRow(name) << filter << numbers; };
    row("all, newest first", {}, {4, 3, 2, 1});
    row("open", {.closed = false}, {4, 3});
    row("closed", {.closed = true}, {2, 1});
    row("state", {.states = {State::Processing}}, {3});
    row("states", {.states = {State::Processing, State::Accepted}}, {4, 3});
    row("state that none has", {.states = {State::Refused}}, {});
    row("procedure", {.procedureCode = QStringLiteral("2.000815")}, {4, 3, 2, 1});
    row("another procedure", {.procedureCode = QStringLiteral("2.000816")}, {});
    row("clerk", {.receivedBy = domain::UserId::make(2)}, {});
    row("day", {.receivedOn = QDate(2026, 11, 23)}, {4, 3, 2, 1});
    row("another day", {.receivedOn = QDate(2026, 11, 22)}, {});
    row("first two", {.limit = 2}, {4, 3});
    row("after two", {.limit = 2, .offset = 2}, {2, 1});
    row("after all", {.offset = 4}, {});
    row("a limit out of its range", {.limit = 0}, {4});
    row("an offset out of its range", {.offset = -3}, {4, 3, 2, 1});
}

void tst_StoreContract::filters() {
    QFETCH(FolderFilter, filter);
    QFETCH(std::vector<int>, numbers);
    appendJobs(2);
    for (const int number : {3, 4}) {
        auto events = m_stand->job(number).events();
        events.resize(number == 3 ? 2 : 1);
        QVERIFY(m_stand->append(events));
    }
    QCOMPARE(numbersOf(m_stand->archive().folders(filter)), numbers);
    filter.receivedBy = m_stand->clerk;
    if (QByteArray(QTest::currentDataTag()) == "clerk")
        QCOMPARE(numbersOf(m_stand->archive().folders(filter)), std::vector<int>({4, 3, 2, 1}));
}

/// Those without a due moment last.
void tst_StoreContract::oldestDeadlineFirst() {
    const std::vector<int> hours{5, -1, 2, 2, 9};
    for (int number = 1; number <= 5; ++number) {
        auto events = m_stand->job(number).events();
        const int hour = hours[static_cast<size_t>(number - 1)];
        std::get<domain::DossierReceived>(events.front().body).due = hour < 0 ? QDateTime() : QDateTime(QDate(2026, 11, 24), QTime(hour, 0), Qt::UTC);
        QVERIFY(m_stand->append(events));
    }
    QCOMPARE(numbersOf(m_stand->archive().folders({.oldestDeadlineFirst = true})), std::vector<int>({3, 4, 1, 5, 2}));
}

void tst_StoreContract::aPageOfFolders() {
    appendJobs(5);
    std::vector<int> numbers;
    for (int offset = 0; offset < 6; offset += 2)
        for (const int number : numbersOf(m_stand->archive().folders({.limit = 2, .offset = offset})))
            numbers.push_back(number);
    QCOMPARE(numbers, std::vector<int>({5, 4, 3, 2, 1}));
}

void tst_StoreContract::searches_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::vector<int>>("numbers");
    const auto row = [](const char* name, const char* text, const std::vector<int>& numbers) { QTest::newRow(name) << QString::fromUtf8(text) << numbers; };
    // Jobs 1 to 9: Trần, Lê, Phạm, Đặng, Vũ, Hoàng, Bùi, Đỗ, Lý, each Thị Đào.
    row("name", "Phạm", {3});
    row("without diacritics", "pham", {3});
    row("d for đ", "dang", {4});
    row("đ for đ", "Đặng", {4});
    row("decomposed", "Pha\xcc\xa3m", {3});
    row("the beginning of a word", "hoa", {6});
    row("not its middle", "oang", {});
    row("two words", "dao bui", {7});
    row("two words, one of them of another", "bui le", {});
    row("capitals", "HOÀNG", {6});
    row("personal number", "022085000005", {5});
    row("personal number in groups", "022 085 000 005", {5});
    row("beginning of a personal number", "022085", {9, 8, 7, 6, 5, 4, 3, 2, 1});
    row("phone", "0912000008", {8});
    row("phone in groups", "0912 000 008", {8});
    row("code", "H49.30-261123-0002", {2});
    row("serial", "0009", {9});
    row("document", "giay khai sinh", {9, 5, 1});
    row("procedure", "2.000815", {9, 8, 7, 6, 5, 4, 3, 2, 1});
    row("nobody", "xuyen", {});
    row("nothing", "", {});
    row("blanks", "  ", {});
    row("signs", "%_\"'*()", {});
}

void tst_StoreContract::searches() {
    QFETCH(QString, text);
    QFETCH(std::vector<int>, numbers);
    appendJobs(9);
    QCOMPARE(numbersOf(m_stand->archive().search(text, 100)), numbers);
}

void tst_StoreContract::searchIsBounded() {
    appendJobs(5);
    QCOMPARE(numbersOf(m_stand->archive().search(QStringLiteral("dao"), 3)), std::vector<int>({5, 4, 3}));
    QCOMPARE(numbersOf(m_stand->archive().search(QStringLiteral("dao"), 0)), std::vector<int>({5}));
    QCOMPARE(m_stand->archive().search(QStringLiteral("dao"), 1'000'000)->size(), size_t(5));
}

void tst_StoreContract::folderThatIsNot() {
    QCOMPARE(m_stand->archive().dossier(domain::DossierId::make(1)).error().code, QStringLiteral("dossier.unknown"));
    QVERIFY(m_stand->journal().history(domain::DossierId::make(1))->empty());
    // What only adds makes no folder.
    const domain::DossierId noted = domain::DossierId::make(2);
    QVERIFY(m_stand->append({{domain::NoteAdded{QStringLiteral("?")}, noted, 0, m_stand->station, m_stand->clerk, m_stand->job(1).at}}));
    QCOMPARE(m_stand->archive().dossier(noted).error().code, QStringLiteral("dossier.unknown"));
    QVERIFY(m_stand->archive().folders({})->empty());
    QVERIFY(m_stand->archive().countsByState()->empty());
}

void tst_StoreContract::book() {
    QCOMPARE(m_stand->archive().volume(m_stand->volume)->nextNumber(), 1);
    appendJobs(3);
    const auto entries = m_stand->archive().entries(m_stand->volume);
    QCOMPARE(entries->size(), size_t(3));
    for (size_t i = 0; i < 3; ++i) {
        const CopyJob job = m_stand->job(static_cast<int>(i) + 1);
        QCOMPARE(entries->at(i).number, job.number);
        QCOMPARE(entries->at(i).applicant, job.applicant());
        QCOMPARE(entries->at(i).copies, 3);
        QCOMPARE(entries->at(i).fee, 6000);
        const auto folder = m_stand->archive().folderOfEntry(m_stand->volume, job.number);
        QCOMPARE(m_stand->archive().dossier(*folder)->applicant.personalId, job.personalId());
    }
    QCOMPARE(m_stand->archive().folderOfEntry(m_stand->volume, 4).error().code, QStringLiteral("book.unknown-entry"));
    QVERIFY(m_stand->archive().entries(domain::VolumeId::make(99))->empty());
    QCOMPARE(m_stand->archive().volume(domain::VolumeId::make(99)).error().code, QStringLiteral("book.unknown-volume"));
    const auto volumes = m_stand->archive().volumes();
    QCOMPARE(volumes->size(), size_t(1));
    QCOMPARE(volumes->front().lastNumber, 3);
    QCOMPARE(volumes->front().nextNumber(), 4);
}

void tst_StoreContract::spoiledAndClosedBook() {
    const CopyJob job = m_stand->job(1);
    auto events = job.events();
    events.resize(4);
    QVERIFY(m_stand->append(events));
    Event spoiled{domain::EntrySpoiled{m_stand->volume, 1, QStringLiteral("nhòe mực")}, job.dossier, 5, m_stand->station, m_stand->clerk, job.at.addSecs(9)};
    QVERIFY(m_stand->append({spoiled}));
    QCOMPARE(m_stand->archive().entries(m_stand->volume)->front().spoiledReason, QStringLiteral("nhòe mực"));
    QCOMPARE(m_stand->archive().volume(m_stand->volume)->spoiled, 1);
    QCOMPARE(m_stand->archive().volume(m_stand->volume)->nextNumber(), 2);
    // Its number is gone for good.
    Event again = events[3];
    again.dossierVersion = 6;
    QCOMPARE(m_stand->append({again}).error().code, QStringLiteral("journal.number-taken"));
    Event closed{domain::VolumeClosed{m_stand->volume, 1, 1, {}}, {}, 0, m_stand->station, m_stand->supervisor, job.at.addSecs(99)};
    QVERIFY(m_stand->append({closed}));
    QVERIFY(m_stand->archive().volume(m_stand->volume)->closed);
}

void tst_StoreContract::serialsAreThisStations() {
    const QDate day(2026, 11, 23);
    QCOMPARE(m_stand->archive().lastSerial(day).value(), 0);
    appendJobs(3);
    Event theirs = m_stand->job(8).events().front();
    theirs.station = m_stand->otherStation;
    m_stand->receive(theirs);
    QCOMPARE(m_stand->archive().lastSerial(day).value(), 3);
    QCOMPARE(m_stand->archive().lastSerial(day.addDays(1)).value(), 0);
}

void tst_StoreContract::countsStates() {
    QVERIFY(m_stand->archive().countsByState()->empty());
    appendJobs(2);
    auto events = m_stand->job(3).events();
    events.resize(2);
    QVERIFY(m_stand->append(events));
    QCOMPARE(m_stand->archive().countsByState().value(), (std::map<State, int>{{State::Processing, 1}, {State::HandedOver, 2}}));
}

void tst_StoreContract::printingState() {
    const CopyJob job = m_stand->job(1);
    auto events = job.events();
    events.resize(4);
    QVERIFY(m_stand->append(events));
    domain::PrintRecorded print;
    print.form = QStringLiteral("attestation-copy");
    print.copies = 3;
    print.sha256 = QString(64, QLatin1Char('b'));
    print.queue = QStringLiteral("desk");
    print.job = 12;
    print.entry = {m_stand->volume, 1};
    QVERIFY(m_stand->append({{print, job.dossier, 0, m_stand->station, m_stand->clerk, job.at.addSecs(50)}}));
    const auto dossier = m_stand->archive().dossier(job.dossier);
    QCOMPARE(dossier->prints, 1);
    QCOMPARE(dossier->attested.size(), size_t(1));
    QCOMPARE(dossier->attested.front().number, 1);
    QCOMPARE(dossier->version, 4);
    const auto history = m_stand->journal().history(job.dossier);
    QCOMPARE(base::toJson(std::get<domain::PrintRecorded>(history->back().body)), base::toJson(print));
}

void tst_StoreContract::unsentUntilConfirmed() {
    QVERIFY(m_stand->append(m_stand->job(1).events()));
    QVERIFY(m_stand->archive().folders({})->front().unsent);
    m_stand->acknowledge();
    QVERIFY(!m_stand->archive().folders({})->front().unsent);
    const CopyJob second = m_stand->job(2);
    auto events = second.events();
    events.resize(1);
    QVERIFY(m_stand->append(events));
    auto rows = m_stand->archive().folders({});
    QVERIFY(rows->at(0).unsent);
    QVERIFY(!rows->at(1).unsent);
    // A note, too, is something that the province does not have yet.
    const CopyJob first = m_stand->job(1);
    const domain::DossierId id = rows->at(1).id;
    QVERIFY(m_stand->append({{domain::NoteAdded{QStringLiteral("ghi chú")}, id, 0, m_stand->station, m_stand->clerk, first.at.addSecs(500)}}));
    QVERIFY(m_stand->archive().folders({})->at(1).unsent);
    Event theirs = m_stand->job(8).events().front();
    theirs.station = m_stand->otherStation;
    m_stand->receive(theirs);
    QVERIFY(!m_stand->archive().folders({})->at(0).unsent);
}

void tst_StoreContract::staysAfterRestart() {
    appendJobs(2);
    const auto page = m_stand->blobs().put("a page");
    QVERIFY(m_stand->drafts().save({domain::DraftId::make(5), m_stand->clerk, m_stand->job(1).at, "draft of " + page->toLatin1()}));
    const auto before = m_stand->archive().folders({});
    m_stand->restart();
    QCOMPARE(numbersOf(m_stand->archive().folders({})), numbersOf(before));
    QCOMPARE(m_stand->archive().volume(m_stand->volume)->lastNumber, 2);
    QCOMPARE(m_stand->archive().lastSerial(QDate(2026, 11, 23)).value(), 2);
    QCOMPARE(m_stand->drafts().drafts(m_stand->clerk)->size(), size_t(1));
    QCOMPARE(numbersOf(m_stand->archive().search(QStringLiteral("0002"), 10)), std::vector<int>({2}));
}

QTEST_GUILESS_MAIN(tst_StoreContract)
#include "tst_StoreContract.moc"
