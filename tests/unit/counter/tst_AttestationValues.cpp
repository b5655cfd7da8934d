// What an attestation is given of the parties, of the hour and of who certifies, in the words of the law.

#include "app/counter/PartyValues.h"
#include "app/counter/PrintValues.h"
#include "app/domain/jobs/BuiltInJobs.h"
#include "tests/support/counter/CounterBench.h"

#include <QTest>

using namespace motcua;
using domain::Party;
using domain::SigningWay;

class tst_AttestationValues : public QObject {
    Q_OBJECT

private slots:
    void identityPapers_data();
    void identityPapers();
    void titles_data();
    void titles();
    void rolesAndManner();
    void birthAndOffice();
    void hourAndDay();
    void whatDoesNotFitStandsApart_data();
    void whatDoesNotFitStandsApart();
};

namespace {

const QDate day(2027, 1, 4);

const domain::JobKind& kind(const char* name) {
    return *domain::builtInJobs().inForce(QLatin1String(name), day);
}

const std::vector<domain::IdentityPaperKind>& papers() {
    return kind(domain::generalKind).identityPapers;
}

Party person(const char* role, const char* name, SigningWay how = SigningWay::Signs) {
    Party party;
    party.role = QString::fromLatin1(role);
    party.name = QString::fromUtf8(name);
    party.how = how;
    return party;
}

}

void tst_AttestationValues::identityPapers_data() {
    QTest::addColumn<QString>("paper");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<QDate>("issued");
    QTest::addColumn<QString>("personalId");
    QTest::addColumn<QString>("said");
    QTest::newRow("card of 2025") << "Thẻ căn cước"
                                  << "022090001234"
                                  << "" << QDate(2025, 3, 5) << ""
                                  << "Thẻ căn cước số 022090001234, do Bộ Công an cấp ngày 05/03/2025";
    QTest::newRow("card of 2021")
        << "Thẻ căn cước công dân"
        << "022090001234"
        << "" << QDate(2021, 5, 10) << ""
        << "Thẻ căn cước công dân số 022090001234, do Cục Cảnh sát quản lý hành chính về trật tự xã hội cấp ngày 10/05/2021";
    QTest::newRow("card of 2017")
        << "Thẻ căn cước công dân"
        << "022090001234"
        << "" << QDate(2017, 5, 10) << ""
        << "Thẻ căn cước công dân số 022090001234, do Cục Cảnh sát đăng ký quản lý cư trú và dữ liệu quốc gia về dân cư cấp ngày 10/05/2017";
    QTest::newRow("passport") << "Hộ chiếu"
                              << "C1234567"
                              << "" << QDate(2024, 1, 2) << ""
                              << "Hộ chiếu số C1234567, do Cục Quản lý xuất nhập cảnh cấp ngày 02/01/2024";
    QTest::newRow("its own issuer") << "Hộ chiếu"
                                    << "M12345678"
                                    << "Bộ Ngoại giao Hàn Quốc" << QDate(2024, 1, 2) << ""
                                    << "Hộ chiếu số M12345678, do Bộ Ngoại giao Hàn Quốc cấp ngày 02/01/2024";
    QTest::newRow("no day") << "Thẻ căn cước"
                            << "022090001234"
                            << "" << QDate() << ""
                            << "Thẻ căn cước số 022090001234, do Bộ Công an cấp";
    QTest::newRow("issuer not listed") << "Giấy tờ xuất nhập cảnh"
                                       << "X1"
                                       << "" << QDate(2024, 1, 2) << ""
                                       << "Giấy tờ xuất nhập cảnh số X1, cấp ngày 02/01/2024";
    QTest::newRow("number alone") << ""
                                  << ""
                                  << "" << QDate() << "022090001234"
                                  << "số định danh cá nhân 022090001234";
    QTest::newRow("nothing") << ""
                             << ""
                             << "" << QDate() << ""
                             << "Giấy tờ tùy thân số …………………………";
}

void tst_AttestationValues::identityPapers() {
    QFETCH(QString, paper);
    QFETCH(QString, number);
    QFETCH(QString, issuer);
    QFETCH(QDate, issued);
    QFETCH(QString, personalId);
    Party party;
    party.personalId = personalId;
    party.paper = {paper, number, issuer, issued, {}};
    QTEST(counter::identityWords(party, papers()), "said");
}

void tst_AttestationValues::titles_data() {
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("said");
    QTest::newRow("head") << "CHỦ TỊCH"
                          << "Chủ tịch Ủy ban nhân dân phường Bãi Cháy";
    QTest::newRow("deputy") << "Phó Chủ tịch"
                            << "Phó Chủ tịch Ủy ban nhân dân phường Bãi Cháy";
    QTest::newRow("centre") << "Giám đốc Trung tâm Phục vụ hành chính công"
                            << "Giám đốc Trung tâm Phục vụ hành chính công, Ủy ban nhân dân phường Bãi Cháy";
    QTest::newRow("named already") << "Chủ tịch Ủy ban nhân dân phường Bãi Cháy"
                                   << "Chủ tịch Ủy ban nhân dân phường Bãi Cháy";
}

void tst_AttestationValues::titles() {
    QFETCH(QString, title);
    QString said = counter::titleWithAgency(title, QStringLiteral("Ủy ban nhân dân phường Bãi Cháy"));
    QTEST(said.replace(QChar(QChar::Nbsp), QLatin1Char(' ')), "said");
}

/// Those who put their names to the paper are its people; who helps them stands beside, and is not counted.
void tst_AttestationValues::rolesAndManner() {
    const auto of = [](const std::vector<Party>& parties) { return counter::partyValues(&kind("deal"), papers(), parties); };
    const QJsonObject both = of({person("giver", "An"), person("receiver", "Bình", SigningWay::Fingerprint), person("witness", "Cúc")});
    QCOMPARE(both["people"].toArray().size(), 2);
    QCOMPARE(both["party_giver"].toArray().size(), 1);
    QCOMPARE(both["party_witness"].toArray().size(), 1);
    QCOMPARE(both["party_interpreter"].toArray().size(), 0);
    QVERIFY(both["several"].toBool() && !both["noneSigns"].toBool());
    QCOMPARE(both["manner"].toString(), QStringLiteral("ký, điểm chỉ"));
    QVERIFY(both["party_receiver"][0]["fingerprint"].toBool() && !both["party_giver"][0]["fingerprint"].toBool());
    QCOMPARE(of({person("giver", "An")})["manner"].toString(), QStringLiteral("ký"));
    const QString withoutOne = of({person("giver", "An"), person("giver", "Bình", SigningWay::Neither)})["manner"].toString();
    QVERIFY2(withoutOne.startsWith(QStringLiteral("ký (trừ ")) &&
                 withoutOne.contains(QStringLiteral("Bình, không ký và không điểm chỉ được, đã được nghe đọc lại")),
        qPrintable(withoutOne));
    QCOMPARE(of({person("giver", "An", SigningWay::Fingerprint)})["manner"].toString(), QStringLiteral("điểm chỉ"));
    const QJsonObject neither = of({person("giver", "An", SigningWay::Neither), person("witness", "Cúc"), person("witness", "Dũng")});
    QVERIFY(neither["noneSigns"].toBool() && !neither["several"].toBool());
    // A kind that is not known here: all of them.
    QCOMPARE(counter::partyValues(nullptr, {}, {person("x", "An"), person("y", "Bình")})["people"].toArray().size(), 2);
}

void tst_AttestationValues::birthAndOffice() {
    Party party = person("giver", "An");
    const auto said = [&] { return counter::partyValues(&kind("deal"), papers(), {party})["people"][0].toObject(); };
    QVERIFY(!said().contains("born") && !said().contains("standsFor"));
    QCOMPARE(said()["who"].toString(), QStringLiteral("Ông/Bà"));
    party.sex = QStringLiteral("Nữ");
    party.bornIn = domain::bornInOf(QStringLiteral("5/1948"));
    party.standsFor = QStringLiteral("Công ty TNHH Hải Sơn");
    party.title = QStringLiteral("Giám đốc");
    party.ground = QStringLiteral("Giấy ủy quyền số 12 ngày 01/02/2026");
    QCOMPARE(said()["who"].toString(), QStringLiteral("Bà"));
    QCOMPARE(said()["born"].toString(), QStringLiteral("sinh tháng 05/1948"));
    QCOMPARE(said()["standsFor"].toString(),
        QStringLiteral("đại diện cho Công ty TNHH Hải Sơn, chức vụ: Giám đốc, theo Giấy ủy quyền số 12 ngày 01/02/2026"));
    party.bornIn = domain::bornInOf(QStringLiteral("1948"));
    QCOMPARE(said()["born"].toString(), QStringLiteral("sinh năm 1948"));
    party.birthDate = QDate(1948, 5, 2);
    QCOMPARE(said()["born"].toString(), QStringLiteral("sinh ngày 02/05/1948"));
}

void tst_AttestationValues::hourAndDay() {
    test::CounterBench bench;
    const counter::Desk desk(bench.archive, bench.clock, bench.station, QStringLiteral("Quầy 1"));
    domain::Dossier dossier;
    dossier.job = domain::termsOf(kind("signature"), {}, {}, {person("signer", "An")});
    dossier.facts = {
        {"document", "Giấy ủy quyền"}, {"copies", 1}, {"outside", true}, {"placeOutside", "nhà riêng"}, {"hour", "14:30"}, {"beforeReceiver", false}};
    dossier.parties = {person("signer", "An")};
    domain::BookEntry entry;
    entry.numberLabel = QStringLiteral("00042");
    entry.volumeLabel = QStringLiteral("01/2026-SCT/CK,ĐC");
    entry.date = day;
    entry.signer = {{}, QStringLiteral("Phạm Thị Ngọc"), QStringLiteral("PHÓ CHỦ TỊCH"), {}};
    dossier.entries = {entry};
    domain::JobPaper paper;
    paper.says = {QStringLiteral("facts"), QStringLiteral("parties"), QStringLiteral("attestation"), QStringLiteral("entry")};
    const auto values = counter::PrintValues(desk, bench.archive.catalogue()).of(paper, dossier, {}, 120);
    QVERIFY2(values, values ? "" : qPrintable(values.error().toLogLine()));
    const auto said = [&](const char* name) { return (*values)[QLatin1String(name)].toString().replace(QChar(QChar::Nbsp), QLatin1Char(' ')); };
    QCOMPARE(said("fact_hour_words"), QStringLiteral("14 giờ 30 phút"));
    QCOMPARE(said("fact_hour_spoken"), QStringLiteral("mười bốn giờ ba mươi phút"));
    QCOMPARE(said("day"), QStringLiteral("ngày 04 tháng 01 năm 2027"));
    QCOMPARE(said("dateWords"), QStringLiteral("ngày bốn, tháng một, năm hai nghìn không trăm hai mươi bảy"));
    QCOMPARE(said("mark"), QStringLiteral("Lời chứng số 00042, quyển số 01/2026-SCT/CK,ĐC"));
    QCOMPARE(said("acting"), QString());
    QCOMPARE(said("capacity"), QStringLiteral("KT. CHỦ TỊCH"));
    QVERIFY(said("certifierTitle").startsWith(QStringLiteral("Phó Chủ tịch ")));
    QVERIFY(said("certifierTitle").contains(said("office")) && !said("office").isEmpty() && !said("where").isEmpty());
    QCOMPARE((*values)[QLatin1String("people")].toArray().size(), 1);
}

void tst_AttestationValues::whatDoesNotFitStandsApart_data() {
    QTest::addColumn<double>("height");
    QTest::addColumn<bool>("apart");
    QTest::newRow("fits") << 0.96 << false;
    QTest::newRow("nearer to the edge than a printer prints") << 0.97 << true;
    QTest::newRow("over the edge") << 1.01 << true;
}

/// Where the clerk has set its place, unless it would go on over the sheet's edge.
void tst_AttestationValues::whatDoesNotFitStandsApart() {
    QFETCH(double, height);
    QFETCH(bool, apart);
    test::CounterBench bench;
    const auto id = bench.approvedCopy();
    bench.paper.height = height;
    QVERIFY(bench.counter->printing().preview(QStringLiteral("attestation-copy"), id));
    const QJsonObject values = bench.paper.rendered.back().second;
    QCOMPARE(values["ownSheet"].toBool(), apart);
    QCOMPARE(values["topMm"].toInt(), apart ? 0 : bench.counter->printing().target().topOf(QStringLiteral("last-page")));
}

QTEST_MAIN(tst_AttestationValues)
#include "tst_AttestationValues.moc"
