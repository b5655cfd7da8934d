// The numbers of forms 02 and 03 and of the fee slip: a run of its own in each desk's volume, unique in the unit's year.

#include "tests/unit/domain/DomainDesk.h"

#include <QTest>

using namespace motcua::domain;
using motcua::domain::test::Desk;
using motcua::domain::test::uuid;
using motcua::domain::test::vietnam;

class tst_SlipSeries : public QObject {
    Q_OBJECT

private slots:
    void runsOn_data();
    void runsOn();
    void withoutOne_data();
    void withoutOne();
    void twoDesksNeverMeet();
    void provinceSeesADoubledNumber();
    void basisNamesAnArticle_data();
    void basisNamesAnArticle();
    void supplementHasItsDay();

private:
    static Volume seriesOn(const char* symbol, const Desk& desk, int ordinal = 2);
    static Command slip(const char* symbol);
    /// The slip's number and row as decide() makes them; empty: it made none.
    static std::pair<QString, EntryReference> taken(const Desk& desk, const Command& command, const Volume* slips);
    static Event eventOf(const Desk& desk, const Command& command, const Volume* slips);
};

Volume tst_SlipSeries::seriesOn(const char* symbol, const Desk& desk, int ordinal) {
    Volume volume;
    volume.id = VolumeId(uuid(30 + static_cast<quint32>(ordinal)));
    volume.station = desk.station;
    volume.unit = desk.settings.unit;
    volume.year = 2026;
    volume.ordinal = ordinal;
    volume.symbol = QLatin1String(symbol);
    return volume;
}

Command tst_SlipSeries::slip(const char* symbol) {
    if (symbol == QLatin1String(series::refusal))
        return Desk::refusal();
    if (symbol == QLatin1String(series::supplement))
        return Desk::supplement();
    return CollectFee{};
}

Event tst_SlipSeries::eventOf(const Desk& desk, const Command& command, const Volume* slips) {
    Context context = desk.context(desk.clerk);
    context.slips = slips;
    const auto events = decide(desk.dossier, command, context);
    return events ? desk.eventOf(events->front(), desk.clerk) : Event();
}

std::pair<QString, EntryReference> tst_SlipSeries::taken(const Desk& desk, const Command& command, const Volume* slips) {
    const EventBody body = eventOf(desk, command, slips).body;
    if (const auto* refused = std::get_if<DossierRefused>(&body))
        return {refused->slipNumber, refused->slip};
    if (const auto* asked = std::get_if<SupplementAsked>(&body))
        return {asked->slipNumber, asked->slip};
    if (const auto* paid = std::get_if<FeeCollected>(&body))
        return {paid->slipNumber, paid->slip};
    return {};
}

void tst_SlipSeries::runsOn_data() {
    QTest::addColumn<QString>("symbol");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("third");
    QTest::newRow("form 02") << QString::fromLatin1(series::supplement) << "02.0001/HDHS"
                             << "02.0003/HDHS";
    QTest::newRow("form 03") << QString::fromLatin1(series::refusal) << "02.0001/TCHS"
                             << "02.0003/TCHS";
    QTest::newRow("fee slip") << QString::fromLatin1(series::fee) << "02.0001/PT"
                              << "02.0003/PT";
}

void tst_SlipSeries::runsOn() {
    QFETCH(QString, symbol);
    QFETCH(QString, first);
    QFETCH(QString, third);
    Volume volume = seriesOn(symbol.toLatin1().constData(), Desk());
    QVERIFY(isSlipSeries(volume.symbol) && !isSlipSeries(QStringLiteral("SCT/BS")));
    for (int i = 1; i <= 3; ++i) {
        Desk desk;
        if (symbol == QLatin1String(series::fee))
            QCOMPARE(desk.act(Desk::copyIntake()), QString());
        const Command command = slip(symbol.toLatin1().constData());
        const auto [number, row] = taken(desk, command, &volume);
        QCOMPARE(row.number, i);
        QVERIFY(row.volume == volume.id);
        if (i != 2)
            QCOMPARE(number, i == 1 ? first : third);
        const Event event = eventOf(desk, command, &volume);
        QVERIFY(volumeOf(event.body) == volume.id && takenNumber(event.body).second == i);
        QCOMPARE(motcua::domain::seriesOf(event.body), QLatin1String(symbol.toLatin1()));
        QVERIFY(follows(volume, event));
        // It is read back as it was written.
        const EncodedBody written = encodeBody(event.body);
        QCOMPARE(written.version, 1);
        const auto read = decodeBody(kindOf(event.body).latin1(), written.version, written.json);
        QVERIFY(read && takenNumber(*read).second == i);
        volume = evolve(std::move(volume), event);
    }
    QCOMPARE(volume.lastNumber, 3);
}

void tst_SlipSeries::withoutOne_data() {
    QTest::addColumn<int>("what");
    QTest::newRow("none was given") << 0;
    QTest::newRow("last year's") << 1;
    QTest::newRow("another desk's") << 2;
    QTest::newRow("closed") << 3;
}

/// The citizen does not wait: the number is one that nobody else has this year, and stands in no series.
void tst_SlipSeries::withoutOne() {
    QFETCH(int, what);
    Desk desk;
    Volume volume = seriesOn(series::refusal, desk);
    volume.year = what == 1 ? 2025 : 2026;
    volume.closed = what == 3;
    if (what == 2)
        volume.station = StationId(uuid(6));
    const auto [number, row] = taken(desk, Desk::refusal(), what == 0 ? nullptr : &volume);
    QCOMPARE(number, QStringLiteral("0001.1123090000/TCHS"));
    QVERIFY(row.volume.isNull() && row.number == 0);
    desk.now = vietnam(2026, 11, 24, 9);
    QVERIFY(taken(desk, Desk::refusal(), nullptr).first != number);
}

void tst_SlipSeries::twoDesksNeverMeet() {
    const Desk desk;
    const Volume one = seriesOn(series::supplement, desk, 1);
    const Volume other = seriesOn(series::supplement, desk, 2);
    QVERIFY(taken(desk, Desk::supplement(), &one).first != taken(desk, Desk::supplement(), &other).first);
}

void tst_SlipSeries::provinceSeesADoubledNumber() {
    const Desk desk;
    Volume volume = seriesOn(series::refusal, desk);
    const Event event = eventOf(desk, Desk::refusal(), &volume);
    volume = evolve(std::move(volume), event);
    QCOMPARE(follows(volume, event).error().code, QStringLiteral("book.number-taken"));
    volume.lastNumber = 5;
    Event later = event;
    const auto renumber = [&](int number) {
        auto& refused = std::get<DossierRefused>(later.body);
        refused.slip.number = number;
        refused.slipNumber = volume.slipLabel(number) + QStringLiteral("/TCHS");
    };
    renumber(8);
    QCOMPARE(follows(volume, later).error().code, QStringLiteral("book.number-gap"));
    renumber(6);
    QVERIFY(follows(volume, later));
    std::get<DossierRefused>(later.body).slipNumber = volume.slipLabel(7) + QStringLiteral("/TCHS");
    QCOMPARE(follows(volume, later).error().code, QStringLiteral("book.wrong-label"));
    renumber(6);
    later.at = vietnam(2027, 1, 2, 9);
    QCOMPARE(follows(volume, later).error().code, QStringLiteral("book.wrong-year"));
    later.at = event.at;
    later.station = StationId(uuid(6));
    QCOMPARE(follows(volume, later).error().code, QStringLiteral("book.wrong-station"));
}

void tst_SlipSeries::basisNamesAnArticle_data() {
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("printed");
    const QString own = UnitSettings().slipBasis;
    QVERIFY(own.contains(QStringLiteral("Điều 17")) && own.contains(QStringLiteral("309/2026/NĐ-CP")));
    QTest::newRow("none") << "" << own;
    QTest::newRow("without an article") << "Luật Hộ tịch 2014" << own + QStringLiteral("; Luật Hộ tịch 2014");
    QTest::newRow("the decree alone") << "Nghị định số 118/2025/NĐ-CP" << own;
    QTest::newRow("with one") << "khoản 1 Điều 22 Nghị định số 23/2015/NĐ-CP"
                              << "khoản 1 Điều 22 Nghị định số 23/2015/NĐ-CP";
}

void tst_SlipSeries::basisNamesAnArticle() {
    QFETCH(QString, given);
    QFETCH(QString, printed);
    const Desk desk;
    Refuse refusal = Desk::refusal();
    refusal.refusal.legalBasis = given;
    QCOMPARE(std::get<DossierRefused>(eventOf(desk, refusal, nullptr).body).legalBasis, printed);
    AskSupplement ask = Desk::supplement();
    ask.ask.legalBasis = given;
    QCOMPARE(std::get<SupplementAsked>(eventOf(desk, ask, nullptr).body).legalBasis, printed);
}

void tst_SlipSeries::supplementHasItsDay() {
    Desk desk;
    const auto until = [&] { return std::get<SupplementAsked>(eventOf(desk, Desk::supplement(), nullptr).body).until; };
    QCOMPARE(until(), QDate(2026, 12, 23));
    desk.settings.supplementDays = 5; // a Saturday
    QCOMPARE(until(), QDate(2026, 11, 30));
    desk.settings.supplementDays = 0;
    QVERIFY(!until().isValid());
    AskSupplement ask = Desk::supplement();
    ask.ask.until = QDate(2026, 12, 1);
    QCOMPARE(std::get<SupplementAsked>(eventOf(desk, ask, nullptr).body).until, QDate(2026, 12, 1));
}

QTEST_GUILESS_MAIN(tst_SlipSeries)
#include "tst_SlipSeries.moc"
