#include "app/domain/EventCodec.h"
#include "tests/unit/contract/StoreTest.h"

#include <QTest>

using namespace motcua;
using domain::Event;
using domain::State;
using domain::ports::DossierFilter;
using test::CopyJob;

Q_DECLARE_METATYPE(motcua::domain::ports::DossierFilter)

/// What the use cases may expect of the read model: the same of the sealed one as of the one in memory.
class tst_ArchiveContract final : public test::StoreTest {
    Q_OBJECT

private slots:
    void dossierRow();
    void filters_data();
    void filters();
    void papersOfAVisit();
    void oldestDeadlineFirst();
    void aPageOfDossiers();
    void searches_data();
    void searches();
    void searchesWhoeverAsksAndComes_data();
    void searchesWhoeverAsksAndComes();
    void searchIsBounded();
    void dossierThatIsNot();
    void book();
    void spoiledAndClosedBook();
    void aBooksLines();
    void theOtherDesksBook();
    void serialsAreThisStations();
    void countsStates();
    void printingState();
    void unsentUntilConfirmed();
};

void tst_ArchiveContract::dossierRow() {
    const CopyJob job = m_stand->job(3);
    auto events = job.events();
    events.resize(2);
    QVERIFY(m_stand->append(events));
    Event returned{
        domain::DossierReturned{QStringLiteral("thiếu trang 2")}, job.dossier, 3, m_stand->station, m_stand->supervisor, job.at.addSecs(60)};
    QVERIFY(m_stand->append({returned}));
    const auto rows = m_stand->archive().dossiers({});
    QCOMPARE(rows->size(), size_t(1));
    const domain::ports::DossierRow& row = rows->front();
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

void tst_ArchiveContract::papersOfAVisit() {
    const domain::VisitId visit = domain::VisitId::make(7);
    for (const int number : {1, 2, 3, 4}) {
        auto events = m_stand->job(number).events();
        events.resize(1);
        if (number != 3)
            std::get<domain::DossierReceived>(events.front().body).visit = number == 4 ? domain::VisitId::make(8) : visit;
        QVERIFY(m_stand->append(events));
    }
    const auto papers = m_stand->archive().dossiers({.visit = visit});
    QCOMPARE(numbersOf(papers), std::vector<int>({2, 1}));
    QVERIFY(papers->front().visit == visit);
    QCOMPARE(numbersOf(m_stand->archive().dossiers({})), std::vector<int>({4, 3, 2, 1}));
    QVERIFY(m_stand->archive().dossiers({})->at(1).visit.isNull());
}

void tst_ArchiveContract::filters_data() {
    QTest::addColumn<DossierFilter>("filter");
    QTest::addColumn<std::vector<int>>("numbers");
    const auto row = [](const char* name, const DossierFilter& filter, const std::vector<int>& numbers) { QTest::newRow(name) << filter << numbers; };
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

void tst_ArchiveContract::filters() {
    QFETCH(DossierFilter, filter);
    QFETCH(std::vector<int>, numbers);
    appendJobs(2);
    for (const int number : {3, 4}) {
        auto events = m_stand->job(number).events();
        events.resize(number == 3 ? 2 : 1);
        QVERIFY(m_stand->append(events));
    }
    QCOMPARE(numbersOf(m_stand->archive().dossiers(filter)), numbers);
    filter.receivedBy = m_stand->clerk;
    if (QByteArray(QTest::currentDataTag()) == "clerk")
        QCOMPARE(numbersOf(m_stand->archive().dossiers(filter)), std::vector<int>({4, 3, 2, 1}));
}

/// Those without a due moment last.
void tst_ArchiveContract::oldestDeadlineFirst() {
    const std::vector<int> hours{5, -1, 2, 2, 9};
    for (int number = 1; number <= 5; ++number) {
        auto events = m_stand->job(number).events();
        const int hour = hours[static_cast<size_t>(number - 1)];
        std::get<domain::DossierReceived>(events.front().body).due = hour < 0 ? QDateTime() : QDateTime(QDate(2026, 11, 24), QTime(hour, 0), Qt::UTC);
        QVERIFY(m_stand->append(events));
    }
    QCOMPARE(numbersOf(m_stand->archive().dossiers({.oldestDeadlineFirst = true})), std::vector<int>({3, 4, 1, 5, 2}));
}

void tst_ArchiveContract::aPageOfDossiers() {
    appendJobs(5);
    std::vector<int> numbers;
    for (int offset = 0; offset < 6; offset += 2)
        for (const int number : numbersOf(m_stand->archive().dossiers({.limit = 2, .offset = offset})))
            numbers.push_back(number);
    QCOMPARE(numbers, std::vector<int>({5, 4, 3, 2, 1}));
}

void tst_ArchiveContract::searches_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::vector<int>>("numbers");
    const auto row = [](const char* name, const char* text, const std::vector<int>& numbers) {
        QTest::newRow(name) << QString::fromUtf8(text) << numbers;
    };
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

void tst_ArchiveContract::searches() {
    QFETCH(QString, text);
    QFETCH(std::vector<int>, numbers);
    appendJobs(9);
    QCOMPARE(numbersOf(m_stand->archive().search(text, 100)), numbers);
}

void tst_ArchiveContract::searchesWhoeverAsksAndComes_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::vector<int>>("numbers");
    QTest::newRow("organisation") << "cong ty hai son" << std::vector<int>{2};
    QTest::newRow("tax code") << "0100109106" << std::vector<int>{2};
    QTest::newRow("representative") << "tran van hai" << std::vector<int>{2};
    QTest::newRow("representative's number") << "022080001234" << std::vector<int>{2};
    QTest::newRow("passport") << "M12345678" << std::vector<int>{1};
    QTest::newRow("passport in small letters") << "m12345678" << std::vector<int>{1};
    QTest::newRow("proxy") << "le thi hoa" << std::vector<int>{3};
    QTest::newRow("proxy's number") << "022190004321" << std::vector<int>{3};
}

void tst_ArchiveContract::searchesWhoeverAsksAndComes() {
    QFETCH(QString, text);
    QFETCH(std::vector<int>, numbers);
    for (const int number : {1, 2, 3}) {
        auto events = m_stand->job(number).events();
        domain::Applicant& applicant = std::get<domain::DossierReceived>(events.front().body).applicant;
        if (number == 1)
            applicant.passport = {QStringLiteral("M12345678"), QStringLiteral("KOR"), QStringLiteral("KOR"), QDate(2030, 1, 15)};
        if (number == 2) {
            applicant.kind = domain::ApplicantKind::Enterprise;
            applicant.name = QStringLiteral("Công ty TNHH Hải Sơn");
            applicant.body = {QStringLiteral("0100109106"), QStringLiteral("Trần Văn Hải"), {}, QStringLiteral("022080001234")};
        }
        if (number == 3) {
            applicant.proxy.name = QStringLiteral("Lê Thị Hoa");
            applicant.proxy.personalId = QStringLiteral("022190004321");
            applicant.proxy.ground = QStringLiteral("Giấy ủy quyền");
        }
        QVERIFY(m_stand->append(events));
    }
    QCOMPARE(numbersOf(m_stand->archive().search(text, 100)), numbers);
}

void tst_ArchiveContract::searchIsBounded() {
    appendJobs(5);
    QCOMPARE(numbersOf(m_stand->archive().search(QStringLiteral("dao"), 3)), std::vector<int>({5, 4, 3}));
    QCOMPARE(numbersOf(m_stand->archive().search(QStringLiteral("dao"), 0)), std::vector<int>({5}));
    QCOMPARE(m_stand->archive().search(QStringLiteral("dao"), 1'000'000)->size(), size_t(5));
}

void tst_ArchiveContract::dossierThatIsNot() {
    QCOMPARE(m_stand->archive().dossier(domain::DossierId::make(1)).error().code, QStringLiteral("dossier.unknown"));
    QVERIFY(m_stand->journal().history(domain::DossierId::make(1))->empty());
    // What only adds makes no dossier.
    const domain::DossierId noted = domain::DossierId::make(2);
    QVERIFY(m_stand->append({{domain::NoteAdded{QStringLiteral("?")}, noted, 0, m_stand->station, m_stand->clerk, m_stand->job(1).at}}));
    QCOMPARE(m_stand->archive().dossier(noted).error().code, QStringLiteral("dossier.unknown"));
    QVERIFY(m_stand->archive().dossiers({})->empty());
    QVERIFY(m_stand->archive().countsByState()->empty());
}

void tst_ArchiveContract::book() {
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
        const auto dossier = m_stand->archive().dossierOfEntry(m_stand->volume, job.number);
        QCOMPARE(m_stand->archive().dossier(*dossier)->applicant.personalId, job.personalId());
    }
    QCOMPARE(m_stand->archive().dossierOfEntry(m_stand->volume, 4).error().code, QStringLiteral("book.unknown-entry"));
    QVERIFY(m_stand->archive().entries(domain::VolumeId::make(99))->empty());
    QCOMPARE(m_stand->archive().volume(domain::VolumeId::make(99)).error().code, QStringLiteral("book.unknown-volume"));
    const auto volumes = m_stand->archive().volumes();
    QCOMPARE(volumes->size(), size_t(1));
    QCOMPARE(volumes->front().lastNumber, 3);
    QCOMPARE(volumes->front().nextNumber(), 4);
}

void tst_ArchiveContract::spoiledAndClosedBook() {
    const CopyJob job = m_stand->job(1);
    auto events = job.events();
    events.resize(4);
    QVERIFY(m_stand->append(events));
    Event spoiled{
        domain::EntrySpoiled{m_stand->volume, 1, QStringLiteral("nhòe mực")}, job.dossier, 5, m_stand->station, m_stand->clerk, job.at.addSecs(9)};
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

/// What a list has of the rows is what the rows say, also of one that was noted; another revision where something of it has changed.
void tst_ArchiveContract::aBooksLines() {
    const CopyJob job = m_stand->job(3);
    QVERIFY(m_stand->append(job.events()));
    const auto looked = [&] {
        const auto lines = m_stand->archive().lines(m_stand->volume);
        const auto entries = m_stand->archive().entries(m_stand->volume);
        if (!lines || !entries || lines->size() != 1 || entries->size() != 1)
            qFatal("not one row");
        const domain::BookEntry& row = entries->front();
        const domain::ports::BookLine& line = lines->front();
        const auto alone = m_stand->archive().entry(line.entry.volume, line.entry.number);
        const bool same = alone && base::toJson(*alone) == base::toJson(row) && line.entry.volume == row.volume && line.entry.number == row.number &&
                          line.date == row.date && line.signer == row.signer.user && line.copies == row.copies && line.fee == row.fee &&
                          line.spoiled == !row.spoiledReason.isEmpty() && line.noted == !row.notes.empty();
        return std::pair(same, line);
    };
    const auto [isSame, first] = looked();
    QVERIFY(isSame && !first.noted);
    QCOMPARE(looked().second.revision, first.revision);
    const domain::RowNote note{domain::NoteKind::Remark, QStringLiteral("Đã gửi bản lưu"), {}, {},
        {m_stand->supervisor, QStringLiteral("Trần Văn Hùng"), QStringLiteral("PHÓ CHỦ TỊCH"), {}}, QDate(2026, 11, 23)};
    QVERIFY(m_stand->append({{domain::EntryNoted{m_stand->volume, first.entry.number, note}, job.dossier, 0, m_stand->station, m_stand->supervisor,
        job.at.addSecs(600)}}));
    const auto [isSameStill, noted] = looked();
    QVERIFY(isSameStill && noted.noted && noted.revision != first.revision);
    QCOMPARE(m_stand->archive().entry(m_stand->volume, 99).error().code, QStringLiteral("book.unknown-entry"));
    QVERIFY(m_stand->archive().lines(domain::VolumeId::make(99))->empty());
}

/// The supervisor's own desk gave the number; its dossier is here and its row is spoiled here. Then that desk closes its volume.
void tst_ArchiveContract::theOtherDesksBook() {
    const domain::VolumeId theirs = domain::VolumeId::make(5);
    m_stand->grant(test::volumeOf(m_stand->otherStation, theirs));
    test::CopyJob job = m_stand->job(1);
    job.volume = theirs;
    auto events = job.events();
    events.resize(4);
    QVERIFY(m_stand->append({events[0], events[1]}));
    for (size_t i = 2; i < 4; ++i) {
        events[i].station = m_stand->otherStation;
        m_stand->receive(events[i]);
    }
    const auto book = [&] { return m_stand->archive().volume(theirs).value(); };
    QCOMPARE(m_stand->archive().volumes()->size(), size_t(2));
    QCOMPARE(book().station, m_stand->otherStation);
    QCOMPARE(book().lastNumber, 1);
    QCOMPARE(book().spoiled, 0);
    QVERIFY(m_stand->append(
        {{domain::EntrySpoiled{theirs, 1, QStringLiteral("nhòe mực")}, job.dossier, 5, m_stand->station, m_stand->clerk, job.at.addSecs(9)}}));
    QCOMPARE(book().spoiled, 1);
    QCOMPARE(m_stand->archive().volume(m_stand->volume)->spoiled, 0);
    m_stand->receive({domain::VolumeClosed{theirs, 1, 0, {}}, {}, 0, m_stand->otherStation, m_stand->supervisor, job.at.addSecs(99)});
    for (const bool again : {false, true}) {
        QVERIFY2(book().closed, again ? "after a restart" : "at once");
        QCOMPARE(book().spoiled, 0); // as its signer stated
        QCOMPARE(book().total(), 1);
        QCOMPARE(m_stand->archive().entries(theirs)->front().spoiledReason, QStringLiteral("nhòe mực"));
        m_stand->restart();
    }
}

void tst_ArchiveContract::serialsAreThisStations() {
    const QDate day(2026, 11, 23);
    QCOMPARE(m_stand->archive().lastSerial(day).value(), 0);
    appendJobs(3);
    Event theirs = m_stand->job(8).events().front();
    theirs.station = m_stand->otherStation;
    m_stand->receive(theirs);
    QCOMPARE(m_stand->archive().lastSerial(day).value(), 3);
    QCOMPARE(m_stand->archive().lastSerial(day.addDays(1)).value(), 0);
}

void tst_ArchiveContract::countsStates() {
    QVERIFY(m_stand->archive().countsByState()->empty());
    appendJobs(2);
    auto events = m_stand->job(3).events();
    events.resize(2);
    QVERIFY(m_stand->append(events));
    QCOMPARE(m_stand->archive().countsByState().value(), (std::map<State, int>{{State::Processing, 1}, {State::HandedOver, 2}}));
}

void tst_ArchiveContract::printingState() {
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
    QCOMPARE(dossier->attested.front().entry.number, 1);
    QCOMPARE(dossier->version, 4);
    const auto history = m_stand->journal().history(job.dossier);
    QCOMPARE(base::toJson(std::get<domain::PrintRecorded>(history->back().body)), base::toJson(print));
}

void tst_ArchiveContract::unsentUntilConfirmed() {
    QVERIFY(m_stand->append(m_stand->job(1).events()));
    QVERIFY(m_stand->archive().dossiers({})->front().unsent);
    m_stand->acknowledge();
    QVERIFY(!m_stand->archive().dossiers({})->front().unsent);
    const CopyJob second = m_stand->job(2);
    auto events = second.events();
    events.resize(1);
    QVERIFY(m_stand->append(events));
    auto rows = m_stand->archive().dossiers({});
    QVERIFY(rows->at(0).unsent);
    QVERIFY(!rows->at(1).unsent);
    // A note, too, is something that the province does not have yet.
    const CopyJob first = m_stand->job(1);
    const domain::DossierId id = rows->at(1).id;
    QVERIFY(m_stand->append({{domain::NoteAdded{QStringLiteral("ghi chú")}, id, 0, m_stand->station, m_stand->clerk, first.at.addSecs(500)}}));
    QVERIFY(m_stand->archive().dossiers({})->at(1).unsent);
    Event theirs = m_stand->job(8).events().front();
    theirs.station = m_stand->otherStation;
    m_stand->receive(theirs);
    QVERIFY(!m_stand->archive().dossiers({})->at(0).unsent);
}

QTEST_GUILESS_MAIN(tst_ArchiveContract)
#include "tst_ArchiveContract.moc"
