// The trial runner's comparison of the two sides' records must be able to fail: each row spoils one side, or both, in one way.

#include "app/trial/TrialLedger.h"

#include <QTest>

#include <functional>

using namespace motcua::trial;

namespace {

using Records = std::vector<HeldRecord>;

QUuid id(uint number) {
    return QUuid(number, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}

QByteArray hashOf(uint station, qint64 seq) {
    return QByteArray::number(station) + '/' + QByteArray::number(seq);
}

/// Two stations of six records: a dossier each, three numbers of a book each.
Records soundDay() {
    Records records;
    for (const uint station : {1u, 2u})
        for (int seq = 1; seq <= 6; ++seq) {
            const bool takesNumber = seq > 3;
            records.push_back(
                {id(station), seq, hashOf(station, seq), takesNumber ? QStringLiteral("entry-registered") : QStringLiteral("dossier-submitted"),
                    id(10 + station), seq, takesNumber ? id(20 + station) : QUuid(), takesNumber ? seq - 3 : 0});
        }
    return records;
}

using Sabotage = std::function<void(Records& stations, Records& province)>;

}

Q_DECLARE_METATYPE(Sabotage)

class tst_TrialComparison : public QObject {
    Q_OBJECT

private slots:
    void counts_data();
    void counts();
    void whatMayStillBeGivenIsNoGap();
    void kinds();
    void whatIsCertifiedNeedsANumber();
};

void tst_TrialComparison::counts_data() {
    QTest::addColumn<Sabotage>("sabotage");
    QTest::addColumn<int>("lost");
    QTest::addColumn<int>("doubled");
    QTest::addColumn<int>("gaps");
    const auto row = [](const char* name, const Sabotage& sabotage, int lost, int doubled, int gaps) {
        QTest::newRow(name) << sabotage << lost << doubled << gaps;
    };
    constexpr size_t firstEntry = 3;
    constexpr size_t middleEntry = 4;
    constexpr size_t lastOfFirst = 5;
    row(
        "nothing", [](Records&, Records&) {}, 0, 0, 0);
    row(
        "another order", [](Records&, Records& province) { std::swap(province.front(), province.back()); }, 0, 0, 0);
    row(
        "the province lacks a record", [](Records&, Records& province) { province.erase(province.begin() + 1); }, 1, 0, 0);
    row(
        "the province lacks a station's last record", [](Records&, Records& province) { province.pop_back(); }, 1, 0, 1);
    row(
        "the province lacks a station", [](Records&, Records& province) { province.resize(6); }, 6, 0, 0);
    row(
        "the province holds another record", [](Records&, Records& province) { province[0].hash = "forged"; }, 1, 0, 0);
    row(
        "the province holds a record twice",
        [](Records&, Records& province) {
            HeldRecord again = province[0];
            again.dossierVersion = 0;
            province.push_back(again);
        },
        0, 1, 0);
    row(
        "the province holds a record of nobody",
        [](Records&, Records& province) {
            province.push_back({id(3), 1, "x", QStringLiteral("note-added"), id(13), 0, {}, 0});
        },
        0, 1, 0);
    row(
        "a station lost what it had sent", [](Records& stations, Records&) { stations.erase(stations.begin() + 2); }, 1, 0, 0);
    row(
        "both lack a record",
        [](Records& stations, Records& province) {
            stations.erase(stations.begin() + 1);
            province.erase(province.begin() + 1);
        },
        1, 0, 0);
    row(
        "both skip a number", [](Records& stations, Records& province) { stations[lastOfFirst].number = province[lastOfFirst].number = 4; }, 0, 0, 1);
    row(
        "both give a number twice", [](Records& stations, Records& province) { stations[lastOfFirst].number = province[lastOfFirst].number = 2; }, 0,
        1, 0);
    row(
        "the province has a number twice", [](Records&, Records& province) { province[middleEntry].number = 1; }, 0, 1, 1);
    row(
        "the province lacks the first number", [](Records&, Records& province) { province[firstEntry].number = 0; }, 0, 0, 1);
    row(
        "a dossier's version occurs twice", [](Records& stations, Records& province) { stations[1].dossierVersion = province[1].dossierVersion = 1; },
        0, 1, 0);
}

void tst_TrialComparison::counts() {
    QFETCH(Sabotage, sabotage);
    QFETCH(int, lost);
    QFETCH(int, doubled);
    QFETCH(int, gaps);
    Records stations = soundDay();
    Records province = soundDay();
    sabotage(stations, province);
    const Comparison found = compare(stations, province);
    QCOMPARE(found.lost, lost);
    QCOMPARE(found.doubled, doubled);
    QCOMPARE(found.gaps, gaps);
    QCOMPARE(found.remarks.size(), lost + doubled + gaps);
}

void tst_TrialComparison::whatMayStillBeGivenIsNoGap() {
    constexpr size_t lastOfFirst = 5;
    Records stations = soundDay();
    Records province = soundDay();
    stations[lastOfFirst].number = province[lastOfFirst].number = 6;
    const QUuid volume = stations[lastOfFirst].volume;
    QCOMPARE(compare(stations, province).gaps, 3);
    QCOMPARE(compare(stations, province, {{volume, 3, 4}}).gaps, 1);
    QCOMPARE(compare(stations, province, {{volume, 1, 9}}).gaps, 0);
    QCOMPARE(compare(stations, province, {{QUuid::createUuid(), 1, 9}}).gaps, 3);
    // A row that one side lost is none that may still be given.
    province[lastOfFirst].number = 0;
    QCOMPARE(compare(stations, province, {{volume, 1, 9}}).gaps, 1);
}

void tst_TrialComparison::kinds() {
    Records province = soundDay();
    province.pop_back();
    const Comparison found = compare(soundDay(), province);
    QCOMPARE(found.stationKinds.value(QStringLiteral("entry-registered")), 6);
    QCOMPARE(found.provinceKinds.value(QStringLiteral("entry-registered")), 5);
    QCOMPARE(found.provinceKinds.value(QStringLiteral("dossier-submitted")), 6);
}

void tst_TrialComparison::whatIsCertifiedNeedsANumber() {
    HeldByProvince province;
    for (const bool numbered : {true, false, true}) {
        province.certifications.push_back({QUuid::createUuid(), numbered});
        TrialLedger ledger({});
        ledger.records({}, province);
        const Verdict verdict = ledger.verdict();
        QCOMPARE(verdict.gaps, province.certifications.size() > 1 ? 1 : 0);
        QCOMPARE(verdict.isClean(), province.certifications.size() == 1);
    }
}

QTEST_APPLESS_MAIN(tst_TrialComparison)
#include "tst_TrialComparison.moc"
