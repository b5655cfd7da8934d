// A book of a year through all its volumes: which rows a filter leaves, what is read of them, and what is written into a file.

#include "app/counter/BookRows.h"
#include "tests/support/counter/CounterBench.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using counter::BookFilter;
using counter::BookOfYear;
using counter::BookRows;
using test::CounterBench;

class tst_BookRows : public QObject {
    Q_OBJECT

private slots:
    void init();
    void oneBookHasAllVolumes();
    void filters_data();
    void filters();
    void aRowIsReadWhenItIsLookedAt();
    void whatIsAsItWasStaysRead();
    void whatWasWrittenOffIsCounted();
    void whatWasNeverWrittenInIsNoBook();
    void theColumnsOfItsYear();
    void aNoteIsHeldAndStands();
    void theYearIsClosedInAllOwnVolumes();
    void theBindingHasAllVolumesAndItsDays();
    void aFileHasWhatIsShown();
    void aFileThatIsNotWrittenIsTold();

private:
    BookOfYear book() const { return m_bench->counter->books().books()->front(); }
    BookRows read() const {
        BookRows rows(m_bench->archive);
        if (!rows.read(book(), m_bench->counter->books().kindOf(book())))
            qFatal("not read");
        while (!rows.prepareWords(std::chrono::milliseconds(0)) && !rows.prepareWords(std::chrono::seconds(1)))
            ;
        return rows;
    }
    QString note(domain::NoteKind kind) {
        domain::RowNote note;
        note.kind = kind;
        note.words = QStringLiteral("Hủy bỏ theo văn bản thỏa thuận");
        note.ground = QStringLiteral("số 00057, quyển số 01/2026-SCT/GD");
        const auto held = m_bench->counter->books().holdNote(m_first.volume, m_first.number, note);
        return held ? QString() : held.error().code;
    }

    std::unique_ptr<CounterBench> m_bench;
    domain::BookEntry m_first;
};

/// Two rows of this desk's volume, the second spoiled and written again, and one of the other desk's.
void tst_BookRows::init() {
    m_bench = std::make_unique<CounterBench>();
    const auto one = m_bench->approvedCopy();
    m_first = *m_bench->dossier(one).liveEntry();
    const auto two = m_bench->approvedCopy();
    const domain::BookEntry spoilt = *m_bench->dossier(two).liveEntry();
    QVERIFY(m_bench->counter->books().spoil(spoilt.volume, spoilt.number, QStringLiteral("Mực nhòe"), true));
    m_bench->copyApprovedElsewhere();
}

void tst_BookRows::oneBookHasAllVolumes() {
    QCOMPARE(m_bench->counter->books().books()->size(), 1u);
    QCOMPARE(book().label(), QStringLiteral("01, 02/2026-SCT/BS"));
    QCOMPARE(book().total(), 4);
    const BookRows rows = read();
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows.cells().text(rows.columns().front(), rows.at(0)), QStringLiteral("00001 (quyển 01)"));
    QCOMPARE(rows.cells().text(rows.columns().front(), rows.at(3)), QStringLiteral("00001 (quyển 02)"));
    QCOMPARE(rows.months(), std::vector{QDate(2026, 11, 1)});
    QCOMPARE(rows.signers().size(), 1u);
    const counter::BookSums sums = rows.sums({0, 1, 2, 3});
    QCOMPARE(sums.rows, 4);
    QCOMPARE(sums.spoiled, 1);
}

void tst_BookRows::filters_data() {
    QTest::addColumn<BookFilter>("filter");
    QTest::addColumn<std::vector<int>>("rows");
    using State = BookFilter::State;
    const std::vector<int> all{0, 1, 2, 3};
    QTest::newRow("nothing") << BookFilter{} << all;
    QTest::newRow("a name without its marks") << BookFilter{QStringLiteral("nguyen van an")} << all;
    QTest::newRow("a name with other marks is folded too") << BookFilter{QStringLiteral("Nguyễn")} << all;
    QTest::newRow("a name that nobody has") << BookFilter{QStringLiteral("Trần Quốc Toản")} << std::vector<int>{};
    QTest::newRow("a number") << BookFilter{QStringLiteral("00003")} << std::vector{2};
    QTest::newRow("the document") << BookFilter{QStringLiteral("bang tot nghiep")} << all;
    QTest::newRow("why it was spoiled") << BookFilter{QStringLiteral("muc nhoe")} << std::vector{1};
    QTest::newRow("words of two columns") << BookFilter{QStringLiteral("00003 an")} << std::vector{2};
    QTest::newRow("this month") << BookFilter{{}, QDate(2026, 11, 5)} << all;
    QTest::newRow("another month") << BookFilter{{}, QDate(2026, 10, 5)} << std::vector<int>{};
    QTest::newRow("another signer") << BookFilter{{}, {}, domain::UserId(QUuid::createUuid())} << std::vector<int>{};
    QTest::newRow("in force") << BookFilter{{}, {}, {}, State::Live} << std::vector{0, 2, 3};
    QTest::newRow("spoiled") << BookFilter{{}, {}, {}, State::Spoiled} << std::vector{1};
    QTest::newRow("written off") << BookFilter{{}, {}, {}, State::WrittenOff} << std::vector<int>{};
    QTest::newRow("noted") << BookFilter{{}, {}, {}, State::Noted} << std::vector<int>{};
}

void tst_BookRows::filters() {
    QFETCH(BookFilter, filter);
    QFETCH(std::vector<int>, rows);
    QCOMPARE(read().fitting(filter), rows);
}

void tst_BookRows::aRowIsReadWhenItIsLookedAt() {
    struct Counting final : domain::ports::Archive {
        explicit Counting(const domain::ports::Archive& archive) : inner(archive) {}
        base::Result<std::vector<domain::ports::DossierRow>> dossiers(const domain::ports::DossierFilter& f) const override {
            return inner.dossiers(f);
        }
        base::Result<std::vector<domain::ports::DossierRow>> search(const QString& t, int l) const override { return inner.search(t, l); }
        base::Result<domain::Dossier> dossier(domain::DossierId id) const override { return inner.dossier(id); }
        base::Result<std::vector<domain::Volume>> volumes() const override { return inner.volumes(); }
        base::Result<domain::Volume> volume(domain::VolumeId id) const override { return inner.volume(id); }
        base::Result<std::vector<domain::BookEntry>> entries(domain::VolumeId v) const override { return inner.entries(v); }
        base::Result<std::vector<domain::ports::BookLine>> lines(domain::VolumeId v) const override { return inner.lines(v); }
        base::Result<domain::BookEntry> entry(domain::VolumeId v, int n) const override { return ++read, inner.entry(v, n); }
        base::Result<domain::DossierId> dossierOfEntry(domain::VolumeId v, int n) const override { return inner.dossierOfEntry(v, n); }
        base::Result<int> lastSerial(QDate day) const override { return inner.lastSerial(day); }
        base::Result<std::map<domain::State, int>> countsByState() const override { return inner.countsByState(); }
        const domain::Catalogue& catalogue() const override { return inner.catalogue(); }
        const domain::Jobs& jobs() const override { return inner.jobs(); }
        const domain::UnitSettings& settings() const override { return inner.settings(); }
        const domain::Calendar& calendar() const override { return inner.calendar(); }
        const std::vector<domain::Account>& accounts() const override { return inner.accounts(); }
        const domain::CodeRange& codeRange() const override { return inner.codeRange(); }
        const domain::ports::Archive& inner;
        mutable int read = 0;
    } counting(m_bench->archive);
    BookRows rows(counting);
    const domain::JobKind* kind = m_bench->counter->books().kindOf(book());
    QVERIFY(rows.read(book(), kind));
    QCOMPARE(rows.fitting({{}, QDate(2026, 11, 1)}).size(), 4u);
    QCOMPARE(counting.read, 0);
    QCOMPARE(rows.at(2).number, 3);
    QCOMPARE(rows.at(2).number, 3);
    QCOMPARE(counting.read, 1);
    // What comes meanwhile is read alone.
    QVERIFY(rows.prepareWords(std::chrono::seconds(1)));
    QCOMPARE(counting.read, 4);
    m_bench->approvedCopy();
    QVERIFY(rows.read(book(), kind));
    QVERIFY(rows.prepareWords(std::chrono::seconds(1)));
    QCOMPARE(rows.size(), 5);
    QCOMPARE(counting.read, 5);
}

void tst_BookRows::whatIsAsItWasStaysRead() {
    BookRows rows = read();
    QVERIFY(rows.at(0).notes.empty());
    m_bench->seatSupervisor();
    QCOMPARE(note(domain::NoteKind::Amended), QString());
    QVERIFY(rows.read(book(), m_bench->counter->books().kindOf(book())));
    QCOMPARE(rows.at(0).notes.size(), 1u);
    QVERIFY(rows.prepareWords(std::chrono::seconds(1)));
    QCOMPARE(rows.fitting({QStringLiteral("thoa thuan 00057")}), std::vector{0});
    QCOMPARE(rows.fitting({{}, {}, {}, BookFilter::State::Noted}), std::vector{0});
}

/// A description that is published for next year changes nothing of this year's book.
/// Two numbers of ten were used after all.
void tst_BookRows::whatWasWrittenOffIsCounted() {
    const auto before = read();
    m_bench->archive.off = {{m_first.volume, 2, 11, QStringLiteral("Máy hỏng"), m_bench->clock.now()}};
    const BookRows rows = read();
    QCOMPARE(rows.size(), before.size() + 1);
    const auto found = rows.fitting({{}, {}, {}, BookFilter::State::WrittenOff});
    QCOMPARE(found, std::vector{3});
    QCOMPARE(rows.sums(found).writtenOff, 8);
    QCOMPARE(rows.sums(found).rows, 0);
    QCOMPARE(rows.at(3).numberLabel, QStringLiteral("từ 00004 đến 00011"));
    QCOMPARE(counter::besides(rows.at(3)),
        QStringList{QStringLiteral("Bỏ ngày %1: Máy hỏng").arg(rows.at(3).date.toString(QStringLiteral("dd/MM/yyyy")))});
    QCOMPARE(rows.referenceOf(3).volume, m_first.volume);
}

/// The unit was carried over: a desk's volume in which nothing was written stands nowhere; one that somebody closed does.
void tst_BookRows::whatWasNeverWrittenInIsNoBook() {
    domain::Volume empty = m_bench->archive.published.volumes.front();
    empty.id = domain::VolumeId::make(77);
    empty.ordinal = 3;
    empty.closed = true;
    m_bench->archive.published.volumes.push_back(empty);
    empty.id = domain::VolumeId::make(78);
    empty.year = 2027;
    m_bench->archive.published.volumes.push_back(empty);
    QCOMPARE(m_bench->counter->books().books()->size(), 1u);
    QCOMPARE(book().label(), QStringLiteral("01, 02/2026-SCT/BS"));
    QCOMPARE(m_bench->counter->books().volumes()->size(), 2u);
    m_bench->archive.published.volumes.back().closedBy.user = domain::UserId::make(5);
    QCOMPARE(m_bench->counter->books().books()->front().label(), QStringLiteral("03/2027-SCT/BS"));
}

void tst_BookRows::theColumnsOfItsYear() {
    domain::JobKind next = *m_bench->counter->books().kindOf(book());
    const size_t columns = next.book->columns.size();
    next.version = QStringLiteral("2027-01-01");
    next.from = QDate(2027, 1, 1);
    next.book->columns.pop_back();
    m_bench->archive.published.jobs.put(next);
    QCOMPARE(m_bench->counter->books().kindOf(book())->book->columns.size(), columns);
    QCOMPARE(m_bench->archive.jobs().book(QStringLiteral("SCT/BS"), QDate(2027, 1, 2))->columns.size(), columns - 1);
}

void tst_BookRows::aNoteIsHeldAndStands() {
    QCOMPARE(note(domain::NoteKind::Amended), QStringLiteral("actor.not-supervisor"));
    m_bench->seatSupervisor();
    QCOMPARE(note(domain::NoteKind::Corrected), QStringLiteral("book.note-without-initials"));
    QCOMPARE(note(domain::NoteKind::Amended), QString());
    const auto volume = m_first.volume;
    QVERIFY(m_bench->counter->printing().previewBook(volume).result().has_value());
    const QJsonArray cells = m_bench->paper.rendered.back().second[QLatin1String("entries")][0][QLatin1String("cells")].toArray();
    QVERIFY(cells.last()[QLatin1String("noted")].toString().startsWith(QStringLiteral("Sửa đổi, bổ sung 23/11/2026: ")));
    const QJsonObject values = m_bench->paper.rendered.back().second;
    QCOMPARE(values[QLatin1String("entries")].toArray().size(), 4);
    QCOMPARE(values[QLatin1String("volume")].toString(), QStringLiteral("01, 02/2026-SCT/BS"));
}

/// Each with its own total, taken back together; the other desk closes its own.
void tst_BookRows::theYearIsClosedInAllOwnVolumes() {
    domain::Volume third = m_bench->archive.published.volumes.front();
    third.id = domain::VolumeId(QUuid::createUuid());
    third.ordinal = 3;
    m_bench->archive.published.volumes.push_back(third);
    m_bench->seatSupervisor();
    auto& books = m_bench->counter->books();
    QCOMPARE(book().label(), QStringLiteral("01, 02, 03/2026-SCT/BS"));
    QCOMPARE(books.closable(book()).size(), 2u);
    const auto held = books.holdClosing(book(), QStringLiteral("Hết trang"));
    QVERIFY2(held, qPrintable(held ? QString() : held.error().toLogLine()));
    QVERIFY(books.closable(book()).empty());
    QVERIFY(!book().isClosed());
    QCOMPARE(book().find(m_first.volume)->closedBy.name, m_bench->supervisor.name);
    // A row of a closed volume is noted all the same.
    QCOMPARE(note(domain::NoteKind::Amended), QString());
}

/// The cover: opened with the first row of all, closed with the last volume.
void tst_BookRows::theBindingHasAllVolumesAndItsDays() {
    const auto printed = [this] {
        if (!m_bench->counter->printing().previewBook(m_first.volume).result())
            qFatal("not printed");
        return m_bench->paper.rendered.back().second;
    };
    const QJsonObject open = printed()[QLatin1String("cover")][0].toObject();
    QVERIFY(open[QLatin1String("opened")].toString().contains(QStringLiteral("23 tháng 11 năm 2026")));
    QVERIFY(!open.contains(QLatin1String("closed")));
    for (domain::Volume& volume : m_bench->archive.published.volumes) {
        volume.closed = true;
        volume.closedOn = QDate(2026, 12, 29 + volume.ordinal);
        volume.closedBy = {m_bench->supervisor.id, m_bench->supervisor.name, m_bench->supervisor.title, {}};
    }
    const QJsonObject closed = printed();
    QVERIFY(closed[QLatin1String("cover")][0][QLatin1String("closed")].toString().contains(QStringLiteral("31 tháng 12 năm 2026")));
    const QJsonValue total = closed[QLatin1String("closing")][0];
    QCOMPARE(total[QLatin1String("total")].toInt(), 4);
    QVERIFY(total[QLatin1String("date")].toString().contains(QStringLiteral("31 tháng 12")));
}

void tst_BookRows::aFileHasWhatIsShown() {
    counter::BookSaving& saving = m_bench->counter->books().saving();
    QSignalSpy saved(&saving, &counter::BookSaving::saved);
    m_bench->seatSupervisor();
    QCOMPARE(note(domain::NoteKind::Amended), QString());
    QVERIFY(saving.start({book(), {}, QStringLiteral("/so.xlsx")}));
    QCOMPARE(saving.start({book(), {}, QStringLiteral("/so-2.xlsx")}).error().code, QStringLiteral("book.saving"));
    QVERIFY(saved.wait());
    QVERIFY(saving.start({book(), {QStringLiteral("00003"), QDate(2026, 11, 1)}, QStringLiteral("/loc.xlsx")}));
    QVERIFY(saved.wait());
    QCOMPARE(m_bench->written.books.size(), 2u);
    const auto& [path, whole] = m_bench->written.books.front();
    QCOMPARE(path, QStringLiteral("/so.xlsx"));
    QCOMPARE(whole.rows.size(), 4u);
    QVERIFY(whole.rows[1].struck && !whole.rows[0].struck);
    QVERIFY(whole.rows[0].cells.back().toString().contains(QStringLiteral("Sửa đổi, bổ sung")));
    QVERIFY(whole.rows[1].cells.back().toString().contains(QStringLiteral("Hủy: Mực nhòe")));
    const domain::ports::BookTable& part = m_bench->written.books.back().second;
    QCOMPARE(part.rows.size(), 1u);
    QVERIFY(part.head.join(u'\n').contains(QStringLiteral("tháng 11/2026")) && !whole.head.join(u'\n').contains(QStringLiteral("Chỉ gồm")));
    // Each is a line of the security log, which names nobody.
    const auto noted = m_bench->security.events({{}, {}, domain::SecurityKind::BookSaved, 10});
    QCOMPARE(noted->size(), 2u);
    QCOMPARE(noted->front().about, QStringLiteral("01, 02/2026-SCT/BS (1)"));
}

void tst_BookRows::aFileThatIsNotWrittenIsTold() {
    m_bench->written.failure = {QStringLiteral("file.write-failed"), {}};
    counter::BookSaving& saving = m_bench->counter->books().saving();
    QSignalSpy failed(&saving, &counter::BookSaving::failed);
    QVERIFY(saving.start({book(), {}, QStringLiteral("/so.xlsx")}));
    QVERIFY(failed.wait());
    QCOMPARE(failed.front().front().value<base::Error>().code, QStringLiteral("file.write-failed"));
    m_bench->written.failure = {};
    QVERIFY(saving.start({book(), {}, QStringLiteral("/so.xlsx")}));
}

QTEST_GUILESS_MAIN(tst_BookRows)
#include "tst_BookRows.moc"
