#include "app/domain/Decide.h"
#include "app/domain/EventCodec.h"
#include "app/domain/FirstRecords.h"
#include "app/journal/StationData.h"
#include "app/journal/Unlocked.h"
#include "app/journal/log/Verify.h"
#include "tests/support/recorded/Recorded.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace motcua;

/// Today's program opens the stations' directories of fb30b3b and finds in them what fb30b3b found.
class tst_RecordedJournal : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void verifies_data() { stations(); }
    void verifies();
    void readsEveryDossier_data() { stations(); }
    void readsEveryDossier();
    void listsEveryDossier_data() { stations(); }
    void listsEveryDossier();
    void readsEveryRecord();
    void keepsTheBooks_data() { stations(); }
    void keepsTheBooks();
    void keepsMarks_data() { stations(); }
    void keepsMarks();
    void keepsTheLists_data() { stations(); }
    void keepsTheLists();
    void opensThePages_data() { stations(); }
    void opensThePages();
    void everybodyKeepsTheirPassword_data() { stations(); }
    void everybodyKeepsTheirPassword();
    void liftsTheDrafts();
    void handedOverAfterTheFirstJobStaysSo();
    void goesOnWithTheWork();

private:
    void stations();
    void open();
    QJsonObject expected() const { return m_recorded.expected().value(m_name).toObject(); }
    QJsonObject historyOf(const QString& dossier) const;
    domain::Dossier expectedDossier(const QString& id) const;

    test::Recorded m_recorded;
    QString m_name;
    std::unique_ptr<journal::StationData> m_data;
    std::unique_ptr<journal::Unlocked> m_station;
};

void tst_RecordedJournal::initTestCase() {
    QVERIFY2(!m_recorded.expected().isEmpty(), "the recording is not there");
}

void tst_RecordedJournal::stations() {
    QTest::addColumn<QString>("station");
    for (const char* name : {"desk", "supervisor"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

/// A fresh copy of the station named in the row.
void tst_RecordedJournal::open() {
    m_name = QTest::currentDataTag() ? QString::fromLatin1(QTest::currentDataTag()) : QStringLiteral("desk");
    m_station.reset();
    m_data.reset();
    journal::StationOptions options;
    options.clock = &m_recorded.clock();
    auto data = journal::StationData::open(m_recorded.unpack(m_name), options);
    QVERIFY2(data, data ? "" : qPrintable(data.error().toLogLine()));
    m_data = std::move(*data);
    const QString login = expected().value(QLatin1String("logins")).toArray().first().toString();
    auto station = m_data->unlock(login, m_recorded.password());
    QVERIFY2(station, station ? "" : qPrintable(station.error().toLogLine()));
    m_station = std::move(*station);
}

QJsonObject tst_RecordedJournal::historyOf(const QString& dossier) const {
    // What events say is in the desk's alone.
    return m_recorded.expected()[QLatin1String("desk")][QLatin1String("dossiers")][dossier].toObject();
}

domain::Dossier tst_RecordedJournal::expectedDossier(const QString& id) const {
    domain::Dossier dossier = test::Recorded::today(expected()[QLatin1String("dossiers")][id][QLatin1String("dossier")].toObject());
    dossier.attested = test::Recorded::attestedBy(historyOf(id).value(QLatin1String("events")).toArray(), dossier.job.attestations);
    return dossier;
}

void tst_RecordedJournal::verifies() {
    m_name = QString::fromLatin1(QTest::currentDataTag());
    const QJsonObject verify = expected().value(QLatin1String("verify")).toObject();
    const auto found = journal::verify(m_recorded.unpack(m_name));
    QVERIFY(found);
    QCOMPARE(found->faults.size(), size_t(0));
    QCOMPARE(found->events, verify.value(QLatin1String("events")).toInteger());
    QCOMPARE(found->received, verify.value(QLatin1String("received")).toInteger());
    QCOMPARE(found->blobs, verify.value(QLatin1String("blobs")).toInteger());
    QCOMPARE(QString::fromLatin1(found->head.toHex()), verify.value(QLatin1String("head")).toString());
}

void tst_RecordedJournal::readsEveryDossier() {
    open();
    const QJsonObject dossiers = expected().value(QLatin1String("dossiers")).toObject();
    QVERIFY(dossiers.size() >= 25);
    for (const QString& id : dossiers.keys()) {
        const auto dossier = m_station->archive().dossier(domain::DossierId::fromString(id));
        QVERIFY2(dossier, qPrintable(id));
        QCOMPARE(dossier->unread, 0);
        QCOMPARE(base::toJson(*dossier), base::toJson(expectedDossier(id)));
    }
}

void tst_RecordedJournal::listsEveryDossier() {
    open();
    domain::ports::DossierFilter all;
    all.limit = 1000;
    const auto rows = m_station->archive().dossiers(all);
    QVERIFY(rows);
    const QJsonObject dossiers = expected().value(QLatin1String("dossiers")).toObject();
    QCOMPARE(rows->size(), size_t(dossiers.size()));
    for (const domain::ports::DossierRow& row : *rows) {
        const QJsonObject first = dossiers[row.id.toString()][QLatin1String("row")].toObject();
        QCOMPARE(row.code, first.value(QLatin1String("code")).toString());
        QCOMPARE(row.applicant, first.value(QLatin1String("applicant")).toString());
        QCOMPARE(row.personalId, first.value(QLatin1String("personalId")).toString());
        QCOMPARE(row.phone, first.value(QLatin1String("phone")).toString());
        QCOMPARE(row.procedureCode, first.value(QLatin1String("procedureCode")).toString());
        QCOMPARE(static_cast<int>(row.state), first.value(QLatin1String("state")).toInt());
        QCOMPARE(static_cast<int>(row.money), first.value(QLatin1String("money")).toInt());
        QCOMPARE(static_cast<int>(row.delivery), first.value(QLatin1String("delivery")).toInt());
        QCOMPARE(row.holder.toString(), first.value(QLatin1String("holder")).toString());
        QCOMPARE(base::toJsonValue(row.received), first.value(QLatin1String("received")));
        // A moment that is none reads as one in the old list, and as none today.
        if (row.due.isValid())
            QCOMPARE(base::toJsonValue(row.due), first.value(QLatin1String("due")));
        QCOMPARE(row.closed, first.value(QLatin1String("closed")).toBool());
        QCOMPARE(row.unsent, first.value(QLatin1String("unsent")).toBool());
        QCOMPARE(row.returnReason, first.value(QLatin1String("returnReason")).toString());
    }
}

/// Each record is written again as it was: what fb30b3b wrote, a desk of fb30b3b could still be given.
void tst_RecordedJournal::readsEveryRecord() {
    open();
    const QJsonObject dossiers = expected().value(QLatin1String("dossiers")).toObject();
    int records = 0;
    for (const QString& id : dossiers.keys()) {
        const auto history = m_station->journal().history(domain::DossierId::fromString(id));
        QVERIFY(history);
        const QJsonArray events = dossiers[id][QLatin1String("events")].toArray();
        QCOMPARE(history->size(), size_t(events.size()));
        for (qsizetype at = 0; at < events.size(); ++at) {
            const QJsonObject first = events[at].toObject();
            const domain::Event& event = (*history)[static_cast<size_t>(at)];
            const domain::EncodedBody encoded = domain::encodeBody(event.body);
            QCOMPARE(QString(domain::kindOf(event.body)), first.value(QLatin1String("kind")).toString());
            QCOMPARE(encoded.version, 1);
            QCOMPARE(QJsonDocument::fromJson(encoded.json).object(), first.value(QLatin1String("body")).toObject());
            QCOMPARE(event.dossierVersion, first.value(QLatin1String("dossierVersion")).toInteger());
            ++records;
        }
    }
    QVERIFY(records > 150);
}

void tst_RecordedJournal::keepsTheBooks() {
    open();
    const auto volumes = m_station->archive().volumes();
    QVERIFY(volumes);
    const QJsonArray books = expected().value(QLatin1String("books")).toArray();
    QCOMPARE(volumes->size(), size_t(books.size()));
    for (const QJsonValue& book : books) {
        const auto first = base::fromJson<domain::Volume>(book[QLatin1String("volume")].toObject());
        const auto volume = m_station->archive().volume(first.id);
        QVERIFY(volume);
        QCOMPARE(base::toJson(*volume), base::toJson(first));
        QCOMPARE(volume->label(), book[QLatin1String("label")].toString());
        const auto entries = m_station->archive().entries(first.id);
        QVERIFY(entries);
        QJsonArray rows;
        for (const domain::BookEntry& entry : *entries) {
            QJsonObject row = base::toJson(entry);
            row.insert(QStringLiteral("dossier"), m_station->archive().dossierOfEntry(first.id, entry.number)->toString());
            rows.append(row);
        }
        QCOMPARE(rows, book[QLatin1String("entries")].toArray());
    }
}

void tst_RecordedJournal::keepsMarks() {
    open();
    const QJsonObject marks = expected().value(QLatin1String("marks")).toObject();
    QCOMPARE(*m_station->syncStore().acknowledged(), marks.value(QLatin1String("acknowledged")).toInteger());
    QCOMPARE(*m_station->syncStore().lastSeq(), marks.value(QLatin1String("lastSeq")).toInteger());
    QCOMPARE(QString::fromLatin1(m_station->head()->hash.toHex()), marks.value(QLatin1String("head")).toString());
    QCOMPARE(*m_station->syncStore().feedCursor(), marks.value(QLatin1String("feedCursor")).toInteger());
    const auto unsent = m_station->exchange().unsent(10'000);
    QVERIFY(unsent);
    QJsonArray items;
    for (const domain::ports::UnsentItem& item : *unsent)
        items.append(
            QJsonObject{{QStringLiteral("seq"), item.seq}, {QStringLiteral("kind"), item.kind}, {QStringLiteral("dossier"), item.dossier.toString()},
                {QStringLiteral("code"), item.code}, {QStringLiteral("at"), base::toJsonValue(item.at)}});
    QCOMPARE(items, marks.value(QLatin1String("unsent")).toArray());
    const auto pending = m_station->syncStore().pendingBlobs(1000);
    QVERIFY(pending);
    QCOMPARE(pending->size(), size_t(marks.value(QLatin1String("pendingBlobs")).toArray().size()));
    // They go to the province byte for byte as they are: the chain is over them.
    const auto records = m_station->syncStore().records(0, 10'000);
    QVERIFY(records);
    for (const protocol::Record& record : *records)
        QCOMPARE(record.header.version, 1);
}

void tst_RecordedJournal::keepsTheLists() {
    open();
    const QJsonObject lists = expected().value(QLatin1String("lists")).toObject();
    const domain::ports::Archive& archive = m_station->archive();
    QCOMPARE(base::toJsonValue(archive.accounts()), lists.value(QLatin1String("accounts")));
    QCOMPARE(base::toJson(archive.codeRange()), lists.value(QLatin1String("codeRange")).toObject());
    QCOMPARE(archive.catalogue().version(), lists.value(QLatin1String("catalogue")).toString());
    QCOMPARE(static_cast<int>(archive.catalogue().procedures().size()), lists.value(QLatin1String("procedures")).toInt());
    const QJsonObject settings = base::toJson(archive.settings());
    const QJsonObject first = lists.value(QLatin1String("settings")).toObject();
    for (const QString& key : first.keys())
        QVERIFY2(settings.value(key) == first.value(key), qPrintable(key));
}

void tst_RecordedJournal::opensThePages() {
    open();
    const QJsonObject pages = expected().value(QLatin1String("pages")).toObject();
    QVERIFY(!pages.isEmpty());
    for (const QString& hash : pages.keys()) {
        const auto content = m_station->blobs().read(hash);
        QCOMPARE(content ? content->size() : -1, pages.value(hash).toInteger());
    }
}

void tst_RecordedJournal::everybodyKeepsTheirPassword() {
    open();
    const QJsonArray logins = expected().value(QLatin1String("logins")).toArray();
    for (const QJsonValue& login : logins)
        QVERIFY(m_data->check(login.toString(), m_recorded.password()));
    QCOMPARE(m_data->check(logins.first().toString(), QStringLiteral("khác-hẳn")).error().code, QStringLiteral("unlock.wrong-password"));
}

void tst_RecordedJournal::liftsTheDrafts() {
    open();
    const QJsonObject drafts = expected().value(QLatin1String("drafts")).toObject();
    QJsonObject lifted;
    for (const domain::Account& account : m_station->archive().accounts()) {
        const auto kept = m_station->drafts().drafts(account.id);
        QVERIFY(kept);
        const QJsonArray first = drafts.value(account.login).toArray();
        QCOMPARE(kept->size(), size_t(first.size()));
        for (qsizetype at = 0; at < first.size(); ++at) {
            const domain::ports::Draft& draft = (*kept)[static_cast<size_t>(at)];
            QCOMPARE(QJsonDocument::fromJson(draft.content).object(), first[at][QLatin1String("content")].toObject());
            const QJsonObject body = first[at][QLatin1String("content")][QLatin1String("body")].toObject();
            if (body.contains(QLatin1String("copy")))
                lifted.insert(body.value(QLatin1String("procedureCode")).toString(), domain::liftIntakeDraft(body));
        }
    }
    const QJsonObject copy = lifted.value(QLatin1String("2.000815")).toObject();
    QCOMPARE(copy.value(QLatin1String("facts")).toObject(), (QJsonObject{{QStringLiteral("copies"), 4}, {QStringLiteral("pages"), 3}}));
    QCOMPARE(copy[QLatin1String("jottings")][QLatin1String("fact:document")].toString(), QStringLiteral("Giấy khai s"));
    QVERIFY(!copy.contains(QLatin1String("copy")));
    const QJsonObject general = lifted.value(QLatin1String("1.004873")).toObject();
    QVERIFY(!general.contains(QLatin1String("facts")) && !general.contains(QLatin1String("copy")));
    QCOMPARE(general.value(QLatin1String("typedFee")).toInt(), 20'000);
}

/// 120 copies, one job of 100 recorded: fb30b3b took the rest as printed, and so it stays.
void tst_RecordedJournal::handedOverAfterTheFirstJobStaysSo() {
    open();
    const auto history = m_station->journal().history(m_recorded.dossierOf(QStringLiteral("em")));
    QVERIFY(history);
    domain::Dossier dossier;
    int printed = 0;
    for (const domain::Event& event : *history) {
        if (const auto* print = std::get_if<domain::PrintRecorded>(&event.body); print && print->entry.number > 0)
            printed += print->copies;
        const auto admitted = domain::admissible(dossier, event);
        QVERIFY2(admitted, admitted ? "" : qPrintable(admitted.error().toLogLine()));
        dossier = domain::evolve(std::move(dossier), event);
    }
    QCOMPARE(dossier.job.attestations, 120);
    QCOMPARE(printed, 100);
    QVERIFY(dossier.closed);
    QCOMPARE(dossier.state, domain::State::HandedOver);
}

/// An act of today on a dossier of then, and the snapshot of today is read back.
void tst_RecordedJournal::goesOnWithTheWork() {
    open();
    const domain::DossierId chi = m_recorded.dossierOf(QStringLiteral("chi"));
    const auto before = m_station->archive().dossier(chi);
    QVERIFY(before);
    const domain::Event note{
        domain::NoteAdded{QStringLiteral("Đã gọi điện")}, chi, 0, m_data->station(), before->receivedBy, m_recorded.clock().now()};
    const auto appended = m_station->journal().append({note});
    QVERIFY2(appended, appended ? "" : qPrintable(appended.error().toLogLine()));
    QVERIFY(m_station->projection().apply({note}));
    const QString directory = m_data->directory();
    m_station.reset();
    auto again = m_data->unlock(QStringLiteral("lan.nt"), m_recorded.password());
    QVERIFY(again);
    QVERIFY((*again)->isFromSnapshot());
    QVERIFY((*again)->exchange().doubts().empty());
    QCOMPARE((*again)->journal().history(chi)->size(), size_t(historyOf(chi.toString()).value(QLatin1String("events")).toArray().size() + 1));
    again->reset();
    m_data.reset();
    QVERIFY(journal::verify(directory)->faults.empty());
}

QTEST_GUILESS_MAIN(tst_RecordedJournal)
#include "tst_RecordedJournal.moc"
