// The catalogue of 92 procedures, their fee rules, fees (certification.md §4), dossier codes (one-stop.md §3) and CSV itself.

#include "app/domain/Catalogue.h"
#include "app/domain/Csv.h"
#include "app/domain/DossierCode.h"

#include <QFile>
#include <QMap>
#include <QTest>

using namespace motcua::domain;

class tst_Catalogue : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyRowIsLoaded();
    void rules_data();
    void rules();
    void papersAreParted();
    void found_data();
    void found();
    void searched_data();
    void searched();
    void survivesJson();
    void rowsAreReplacedByCode();
    void damagedIsRefused_data();
    void damagedIsRefused();
    void codes_data();
    void codes();
    void csv_data();
    void csv();

private:
    QByteArray m_csv;
    Catalogue m_catalogue;
};

void tst_Catalogue::initTestCase() {
    QFile file(QStringLiteral(MOTCUA_SOURCE_DIR "/resources/catalogue/procedures.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_csv = file.readAll();
    const auto catalogue = Catalogue::fromCsv(m_csv, QStringLiteral("2026-11-01"));
    QVERIFY(catalogue);
    m_catalogue = *catalogue;
}

void tst_Catalogue::everyRowIsLoaded() {
    QCOMPARE(m_catalogue.procedures().size(), size_t(92));
    QMap<QString, int> confidence;
    QMap<TimeUnit, int> units;
    int active = 0;
    for (const Procedure& procedure : m_catalogue.procedures()) {
        ++confidence[procedure.confidence];
        ++units[procedure.version.timeUnit];
        active += procedure.active ? 1 : 0;
        QCOMPARE(procedure.version.catalogue, QStringLiteral("2026-11-01"));
        QVERIFY(!procedure.version.field.isEmpty());
    }
    QCOMPARE(confidence, (QMap<QString, int>{{"high", 43}, {"medium", 32}, {"low", 17}}));
    QCOMPARE(units, (QMap<TimeUnit, int>{{TimeUnit::WorkingDay, 56}, {TimeUnit::Day, 18}, {TimeUnit::SameDay15h, 14}, {TimeUnit::Other, 4}}));
    QCOMPARE(active, 90);
}

void tst_Catalogue::rules_data() {
    QTest::addColumn<FeeRule>("rule");
    QTest::addColumn<qint64>("amount");
    for (const char* copy : {"2.000815", "2.000942"})
        QTest::newRow(copy) << FeeRule::CertifiedCopy << qint64(0);
    for (const char* signature : {"2.000884", "2.000992", "2.001008"})
        QTest::newRow(signature) << FeeRule::PerCase << qint64(10'000);
    for (const char* deal : {"2.001035", "2.001019", "2.001016", "2.001406"})
        QTest::newRow(deal) << FeeRule::PerCase << qint64(50'000);
    QTest::newRow("2.000913") << FeeRule::PerCase << qint64(30'000);
    QTest::newRow("2.000927") << FeeRule::PerCase << qint64(25'000);
    QTest::newRow("2.000635") << FeeRule::PerCopy << qint64(8'000);
    for (const char* free : {"1.000419", "1.001699", "2.000908", "1.000894"})
        QTest::newRow(free) << FeeRule::Free << qint64(0);
    // Free only within the time limit, dearer in person, or marked as not verified: nobody but the province can say.
    for (const char* province : {"1.000656", "1.001193", "1.004194", "2.001263", "1.013225"})
        QTest::newRow(province) << FeeRule::SetByProvince << qint64(0);
}

void tst_Catalogue::rules() {
    QFETCH(FeeRule, rule);
    QFETCH(qint64, amount);
    const Procedure* procedure = m_catalogue.find(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(procedure);
    QCOMPARE(procedure->feeRule, rule);
    QCOMPARE(procedure->feeAmount, amount);
}

void tst_Catalogue::papersAreParted() {
    QCOMPARE(m_catalogue.find(QStringLiteral("2.000815"))->papers,
        (QStringList{QStringLiteral("Bản chính"), QStringLiteral("Bản sao cần chứng thực (nếu không có thì cơ quan chụp)")}));
    QCOMPARE(m_catalogue.find(QStringLiteral("2.001009"))->papers, QStringList());
    QVERIFY(!m_catalogue.find(QStringLiteral("2.001009"))->active);
    for (const Procedure& procedure : m_catalogue.procedures())
        for (const QString& paper : procedure.papers)
            QVERIFY2(!paper.isEmpty() && paper.count(QLatin1Char('(')) == paper.count(QLatin1Char(')')), qPrintable(procedure.version.code + paper));
}

void tst_Catalogue::found_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("known");
    QTest::newRow("plain") << "2.000815" << true;
    QTest::newRow("with province") << "2.000815.000.00.00.H55" << true;
    QTest::newRow("online case") << "2.000815.01" << true;
    QTest::newRow("spaces") << " 2.000815 " << true;
    QTest::newRow("unknown") << "9.999999" << false;
    QTest::newRow("nothing") << "" << false;
}

void tst_Catalogue::found() {
    QFETCH(QString, code);
    QFETCH(bool, known);
    QCOMPARE(m_catalogue.find(code) != nullptr, known);
}

void tst_Catalogue::searched_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("first");
    QTest::newRow("as a hurried clerk types it") << "chuc thuc ban sao"
                                                 << "2.000815";
    QTest::newRow("as it is written") << QStringLiteral("chứng thực bản sao") << "2.000815";
    QTest::newRow("folded") << "chung thuc ban sao"
                            << "2.000815";
    QTest::newRow("code") << "2.000815"
                          << "2.000815";
    QTest::newRow("start of a code") << "2.00081"
                                     << "2.000815";
    QTest::newRow("words in another order") << "hon ket dang ky luu dong"
                                            << "1.000593";
    QTest::newRow("the plain one before the special: births") << "khai sinh"
                                                              << "1.001193";
    QTest::newRow("deaths") << "khai tu"
                            << "1.000656";
    QTest::newRow("marriages") << "ket hon"
                               << "1.000894";
    QTest::newRow("i for y") << "dang ki khai sinh luu dong"
                             << "1.003583";
    QTest::newRow("d for đ") << QStringLiteral("đăng ký tạm trú") << "1.004194";
    QTest::newRow("repealed") << "khai nhan di san"
                              << "";
    QTest::newRow("nothing") << " "
                             << "";
    QTest::newRow("not in it") << "thue thu nhap"
                               << "";
}

void tst_Catalogue::searched() {
    QFETCH(QString, text);
    QFETCH(QString, first);
    const auto hits = m_catalogue.search(text, 5);
    QVERIFY(hits.size() <= 5);
    QCOMPARE(hits.empty() ? QString() : hits.front()->version.code, first);
}

void tst_Catalogue::survivesJson() {
    const QJsonObject json = m_catalogue.toJson();
    const auto again = Catalogue::fromJson(json);
    QVERIFY(again);
    QCOMPARE(again->toJson(), json);
    QCOMPARE(again->version(), QStringLiteral("2026-11-01"));
    QVERIFY(again->find(QStringLiteral("2.000815")));
    QCOMPARE(Catalogue::fromJson({}).error().code, QStringLiteral("catalogue.malformed"));
    QJsonObject broken = json;
    broken[QStringLiteral("procedures")] = QJsonArray{QJsonObject{}};
    QCOMPARE(Catalogue::fromJson(broken).error().detail.value(QStringLiteral("line")), QStringLiteral("1"));
}

void tst_Catalogue::rowsAreReplacedByCode() {
    Catalogue catalogue = m_catalogue;
    Procedure changed = *catalogue.find(QStringLiteral("2.000815"));
    changed.version.name = QStringLiteral("Tên mới");
    catalogue.put(changed);
    QCOMPARE(catalogue.procedures().size(), size_t(92));
    QCOMPARE(catalogue.search(QStringLiteral("ten moi"), 1).size(), size_t(1));
}

void tst_Catalogue::damagedIsRefused_data() {
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("line");
    const QByteArray good = m_csv.left(m_csv.indexOf('\n', m_csv.indexOf('\n') + 1) + 1);
    QTest::newRow("empty") << QByteArray() << "1";
    QTest::newRow("no header") << QByteArray("a,b\n1,2\n") << "1";
    QTest::newRow("short row") << good + "1.0,abc\n"
                               << "3";
    QTest::newRow("twice") << good + good.mid(good.indexOf('\n') + 1) << "3";
    QTest::newRow("unknown unit") << QByteArray(good).replace("same_day_15h", "moon") << "2";
    QTest::newRow("negative time") << QByteArray(good).replace(",0,same_day_15h", ",-1,same_day_15h") << "2";
    QTest::newRow("words for time") << QByteArray(good).replace(",0,same_day_15h", ",soon,same_day_15h") << "2";
    QTest::newRow("no code") << QByteArray(good).replace("2.000815,", ",") << "2";
}

void tst_Catalogue::damagedIsRefused() {
    QFETCH(QByteArray, csv);
    QFETCH(QString, line);
    const auto catalogue = Catalogue::fromCsv(csv, QStringLiteral("x"));
    QVERIFY(!catalogue);
    QCOMPARE(catalogue.error().code, QStringLiteral("catalogue.malformed"));
    QCOMPARE(catalogue.error().detail.value(QStringLiteral("line")), line);
}

void tst_Catalogue::codes_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<int>("serial");
    QTest::newRow("example") << "H15.50.05.13-261008-0975"
                             << "H15.50.05.13" << 975;
    QTest::newRow("ours") << "H49.30-261123-0042"
                          << "H49.30" << 42;
    QTest::newRow("ministry's system") << "H49-261123-1500042"
                                       << "H49" << 1500042;
    QTest::newRow("three digits below") << "H55.242-261123-001"
                                        << "H55.242" << 1;
    QTest::newRow("old form") << "000.00.19.H15-210105-0001"
                              << "000.00.19.H15" << 1;
    for (const char* bad : {"", "H49.30", "h49.30-261123-0042", "H49.30-261323-0042", "H49.30-260230-0042", "H49.30-261123-42",
             "H49.30-261123-12345678", "H4.30-261123-0042", "H49.1.2.3.4.5-261123-0042", "H49.3000-261123-0042", "H49.30-261123-0000",
             "H49.30-261123-0042x", "x H49.30-261123-0042"})
        QTest::addRow("bad '%s'", bad) << QString::fromLatin1(bad) << "" << 0;
}

void tst_Catalogue::codes() {
    QFETCH(QString, code);
    QFETCH(QString, unit);
    QFETCH(int, serial);
    const auto parsed = DossierCode::parse(code);
    QCOMPARE(parsed.has_value(), !unit.isEmpty());
    if (!parsed)
        return;
    QCOMPARE(parsed->unit, unit);
    QCOMPARE(parsed->serial, serial);
    if (serial != 1 || !unit.startsWith(QLatin1String("H55")))
        QCOMPARE(parsed->toString(), code);
}

void tst_Catalogue::csv_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QList<QStringList>>("records");
    QTest::addColumn<bool>("sound");
    using Records = QList<QStringList>;
    QTest::newRow("plain") << QByteArray("a,b\n1,2\n") << Records{{"a", "b"}, {"1", "2"}} << true;
    QTest::newRow("CR LF, no end") << QByteArray("a,b\r\n1,2") << Records{{"a", "b"}, {"1", "2"}} << true;
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a\n")
                                     << Records{{"a"}} << true;
    QTest::newRow("quotes") << QByteArray("\"a,b\",\"say \"\"no\"\"\"\n") << Records{{"a,b", "say \"no\""}} << true;
    QTest::newRow("line in quotes") << QByteArray("\"a\nb\",c\n") << Records{{"a\nb", "c"}} << true;
    QTest::newRow("empty fields") << QByteArray(",\n\"\"\n") << Records{{"", ""}, {""}} << true;
    QTest::newRow("empty lines") << QByteArray("a\n\n\nb\n") << Records{{"a"}, {"b"}} << true;
    QTest::newRow("nothing") << QByteArray() << Records{} << true;
    QTest::newRow("open quote") << QByteArray("\"a\nb") << Records{} << false;
    QTest::newRow("quote inside") << QByteArray("a\"b\n") << Records{} << false;
    QTest::newRow("text after quotes") << QByteArray("\"a\"b\n") << Records{} << false;
}

void tst_Catalogue::csv() {
    QFETCH(QByteArray, content);
    QFETCH(QList<QStringList>, records);
    QFETCH(bool, sound);
    const auto parsed = parseCsv(content);
    QCOMPARE(parsed.has_value(), sound);
    if (parsed)
        QCOMPARE(QList<QStringList>(parsed->begin(), parsed->end()), records);
}

QTEST_GUILESS_MAIN(tst_Catalogue)
#include "tst_Catalogue.moc"
