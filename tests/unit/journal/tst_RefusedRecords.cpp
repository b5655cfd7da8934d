#include "app/domain/Decide.h"
#include "app/journal/log/OwnRecordRow.h"
#include "app/journal/log/Verify.h"
#include "app/sqlite/Connection.h"
#include "tests/support/sqlite/StationBench.h"

#include <QFile>
#include <QTest>

using namespace motcua;
using test::StationBench;

/// Own records that the province holds and that do not stand: what stays of them at the desk.
class tst_RefusedRecords : public QObject {
    Q_OBJECT

private slots:
    void init();

    void theDossierIsAsBeforeAndGoesOn();
    void aDossierWithoutItsReceiptIsGone();
    void aNumberStaysTakenAsASpoiledRow();
    void aCodeIsNotGivenAgain();
    void aVolumeIsOpenAgain();
    void aListIsAsItWas();
    void staysInTheTrayUntilSomebodyHasSeenToIt();
    void aRecordThatIsNotHereIsPassedOver();
    void whatIsCountedIsWhatIsListed();

private:
    /// As the feed tells it.
    void refuse(qint64 seq, const char* code = "event.wrong-state");
    /// From the journal alone, without a snapshot.
    void reopen();
    const domain::ports::Archive& archive() { return m_bench->unlocked().archive(); }

    std::unique_ptr<StationBench> m_bench;
    qint64 m_cursor = 100;
};

void tst_RefusedRecords::init() {
    m_bench = std::make_unique<StationBench>();
    QVERIFY(m_bench->create());
    QVERIFY(m_bench->unlock());
    QVERIFY(m_bench->grantVolume());
}

void tst_RefusedRecords::refuse(qint64 seq, const char* code) {
    protocol::Refused refused;
    refused.seq = seq;
    refused.code = QString::fromLatin1(code);
    QVERIFY(m_bench->unlocked().syncStore().receive({{++m_cursor, QStringLiteral("record-refused"), base::toJson(refused)}}));
    QVERIFY(m_bench->unlocked().projection().refresh());
}

void tst_RefusedRecords::reopen() {
    m_bench->close();
    QFile::remove(m_bench->directory() + QStringLiteral("/snapshot.sealed"));
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->unlock());
}

void tst_RefusedRecords::theDossierIsAsBeforeAndGoesOn() {
    const auto job = m_bench->job(1);
    const auto events = job.events();
    QVERIFY(m_bench->append({events[0], events[1], events[2]}));
    QCOMPARE(archive().dossier(job.dossier)->version, 3);
    refuse(3, "event.wrong-role");
    for (const bool anew : {false, true}) {
        if (anew)
            reopen();
        QCOMPARE(archive().dossier(job.dossier)->state, domain::State::Processing);
        QCOMPARE(archive().dossier(job.dossier)->version, 2);
        QCOMPARE(m_bench->unlocked().journal().history(job.dossier)->size(), size_t(2));
    }
    // The version is free again; the chain is whole.
    QVERIFY(m_bench->append({events[2]}));
    QCOMPARE(archive().dossier(job.dossier)->version, 3);
    QVERIFY(m_bench->append({events[3]}));
    QVERIFY(!m_bench->append({events[3]}));
    QVERIFY(journal::verify(m_bench->directory())->faults.empty());
}

void tst_RefusedRecords::aDossierWithoutItsReceiptIsGone() {
    const auto job = m_bench->job(1);
    const auto events = job.events();
    QVERIFY(m_bench->append({events[0], events[1]}));
    QCOMPARE(archive().search(job.applicant(), 10)->size(), size_t(1));
    refuse(1, "dossier.code-taken");
    refuse(2, "event.version-conflict");
    for (const bool anew : {false, true}) {
        if (anew)
            reopen();
        QVERIFY(!archive().dossier(job.dossier));
        QVERIFY(archive().dossiers({})->empty());
        QVERIFY(archive().search(job.applicant(), 10)->empty());
    }
    // What was recorded is kept, and names what it was.
    const auto tray = m_bench->unlocked().exchange().refusals();
    QVERIFY(tray->front().forGood);
    QCOMPARE(tray->front().code, std::get<domain::DossierReceived>(events[0].body).code);
    QVERIFY(std::holds_alternative<domain::DossierReceived>(m_bench->unlocked().exchange().refusedEvent(1)->body));
}

void tst_RefusedRecords::aNumberStaysTakenAsASpoiledRow() {
    const auto job = m_bench->job(1);
    const auto events = job.events();
    QVERIFY(m_bench->append({events[0], events[1], events[2], events[3]}));
    refuse(4, "dossier.wrong-signer");
    for (const bool anew : {false, true}) {
        if (anew)
            reopen();
        QVERIFY(archive().dossier(job.dossier)->entries.empty());
        const auto rows = archive().entries(m_bench->volume);
        QCOMPARE(rows->size(), size_t(1));
        QVERIFY(!rows->front().spoiledReason.isEmpty());
        QCOMPARE(archive().volume(m_bench->volume)->nextNumber(), 2);
        QCOMPARE(archive().volume(m_bench->volume)->spoiled, 1);
    }
}

void tst_RefusedRecords::aCodeIsNotGivenAgain() {
    const auto job = m_bench->job(7);
    const auto events = job.events();
    QVERIFY(m_bench->append({events[0]}));
    const QDate day(2026, 11, 23);
    const int before = *archive().lastSerial(day);
    QVERIFY(before > 0);
    refuse(1, "dossier.code-taken");
    QCOMPARE(*archive().lastSerial(day), before);
    reopen();
    QCOMPARE(*archive().lastSerial(day), before);
}

void tst_RefusedRecords::aVolumeIsOpenAgain() {
    domain::Event closing;
    closing.body = domain::VolumeClosed{m_bench->volume, 0, 0, {m_bench->supervisor, QStringLiteral("Trần Văn Minh"), {}, {}}};
    closing.station = m_bench->station;
    closing.actor = m_bench->supervisor;
    closing.at = QDateTime(QDate(2026, 12, 31), QTime(8, 0), Qt::UTC);
    QVERIFY(m_bench->append({closing}));
    QVERIFY(archive().volume(m_bench->volume)->closed);
    refuse(1, "book.wrong-total");
    QVERIFY(!archive().volume(m_bench->volume)->closed);
    QVERIFY(m_bench->append({closing}));
    QVERIFY(archive().volume(m_bench->volume)->closed);
    reopen();
    QVERIFY(archive().volume(m_bench->volume)->closed);
}

/// What was struck out by a record that does not stand is in the list again; a line that does not stand is gone. With and without a snapshot.
void tst_RefusedRecords::aListIsAsItWas() {
    using domain::PersonList;
    const domain::ListedId ids[] = {domain::ListedId::make(1), domain::ListedId::make(2)};
    const auto listed = [&](int line, const QString& removed = {}) {
        domain::PersonListed said;
        said.person.id = ids[line];
        said.person.list = PersonList::Relative;
        said.removed = removed;
        if (removed.isEmpty()) {
            said.person.name = QStringLiteral("Lê Thị Hoa");
            said.person.number = QStringLiteral("022190001234");
            said.person.relation = QStringLiteral("vợ");
        }
        return domain::Event{
            said, {}, 0, m_bench->station, m_bench->supervisor, QDateTime(QDate(2026, 11, 23), QTime(8, removed.isEmpty() ? line : 30), Qt::UTC)};
    };
    const auto relatives = [&] { return archive().personLists().relativesOf(m_bench->supervisor).size(); };
    QVERIFY(m_bench->append({listed(0)}));
    QVERIFY(m_bench->append({listed(1)}));
    QVERIFY(m_bench->append({listed(0, QStringLiteral("Ghi nhầm"))}));
    QCOMPARE(relatives(), size_t(1));
    m_bench->close();
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->unlock());
    QCOMPARE(relatives(), size_t(1));
    QCOMPARE(archive().personLists().of(PersonList::Relative).size(), size_t(2));
    refuse(3, "list.not-own");
    QCOMPARE(relatives(), size_t(2));
    refuse(2, "list.known-line");
    for (const bool anew : {false, true}) {
        if (anew)
            reopen();
        QCOMPARE(relatives(), size_t(1));
        QVERIFY(!archive().personLists().find(ids[1]));
        QVERIFY(archive().personLists().find(ids[0])->stands());
    }
    QFile journal(m_bench->databaseFile());
    QVERIFY(journal.open(QIODevice::ReadOnly));
    QVERIFY(!journal.readAll().contains("022190001234"));
}

void tst_RefusedRecords::staysInTheTrayUntilSomebodyHasSeenToIt() {
    QVERIFY(m_bench->append(m_bench->job(1).events()));
    refuse(4);
    auto& store = m_bench->unlocked().syncStore();
    QVERIFY(store.refusals()->empty());
    QCOMPARE(*store.needingSomebody(), 1);
    QVERIFY(m_bench->unlocked().exchange().takeOut(4));
    QCOMPARE(*store.needingSomebody(), 0);
    reopen();
    QCOMPARE(*m_bench->unlocked().syncStore().needingSomebody(), 0);
}

void tst_RefusedRecords::aRecordThatIsNotHereIsPassedOver() {
    const auto job = m_bench->job(1);
    const auto events = job.events();
    refuse(1);
    QCOMPARE(*m_bench->unlocked().syncStore().needingSomebody(), 0);
    QVERIFY(m_bench->append({events[0]}));
    QCOMPARE(archive().dossier(job.dossier)->version, 1);
    QVERIFY(journal::verify(m_bench->directory())->faults.empty());
}

/// Of an older copy at work, which heard the feed before it received anybody: that it heard is nobody's task.
void tst_RefusedRecords::whatIsCountedIsWhatIsListed() {
    QVERIFY(m_bench->append(m_bench->job(1).events()));
    m_bench->close();
    {
        const QByteArray columns = QByteArray(journal::OwnRecordRow::allColumns) + ", act";
        auto connection = sqlite::Connection::open(m_bench->databaseFile());
        QVERIFY((*connection)->execute(("INSERT INTO stranded(" + columns + ") SELECT " + columns + " FROM record WHERE seq <= 3").constData()));
        QVERIFY((*connection)->execute("UPDATE stranded SET kind = 'feed-heard', dossier = NULL WHERE n = 1"));
    }
    QVERIFY(m_bench->open());
    QVERIFY(m_bench->unlock());
    refuse(4);
    const auto listed = m_bench->unlocked().exchange().refusals();
    QVERIFY(listed);
    QCOMPARE(listed->size(), 3u);
    QCOMPARE(*m_bench->unlocked().syncStore().needingSomebody(), 3);
    for (const domain::ports::RefusedItem& each : *listed)
        QVERIFY(m_bench->unlocked().exchange().takeOut(each.seq));
    QCOMPARE(*m_bench->unlocked().syncStore().needingSomebody(), 0);
}

QTEST_GUILESS_MAIN(tst_RefusedRecords)
#include "tst_RefusedRecords.moc"
