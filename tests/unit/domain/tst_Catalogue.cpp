// The catalogue of 521 procedures, what its rows lack and how they are found, their fee rules, fees (certification.md §4), dossier codes
// (one-stop.md §3) and CSV itself.

#include "app/domain/Catalogue.h"
#include "app/domain/Csv.h"
#include "app/domain/DossierCode.h"
#include "tests/support/catalogue/ProvinceCatalogue.h"
#include "tests/support/catalogue/ShippedCatalogue.h"

#include <QJsonArray>
#include <QMap>
#include <QTest>

using namespace motcua;
using namespace motcua::domain;

class tst_Catalogue : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyRowIsLoaded();
    void rules_data();
    void rules();
    void deskOfTheOlderProgramReadsTheRules_data();
    void deskOfTheOlderProgramReadsTheRules();
    void papersAreParted();
    void lacks_data();
    void lacks();
    void lacksAreCounted();
    void found_data();
    void found();
    void searched_data();
    void searched();
    void survivesJson();
    void rowsAreReplacedByCode();
    void codes_data();
    void codes();
    void csv_data();
    void csv();

private:
    Catalogue m_catalogue;
    Catalogue m_province;
};

void tst_Catalogue::initTestCase() {
    m_catalogue = test::shippedCatalogue();
    m_province = test::provinceCatalogue();
    QCOMPARE(m_province.procedures().size(), test::provinceRows);
}

void tst_Catalogue::everyRowIsLoaded() {
    QCOMPARE(m_catalogue.procedures().size(), size_t(521));
    QCOMPARE(m_catalogue.procedures().front().version.code, QStringLiteral("2.000815"));
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
    QCOMPARE(confidence, (QMap<QString, int>{{"high", 159}, {"medium", 262}, {"low", 100}}));
    QCOMPARE(units, (QMap<TimeUnit, int>{{TimeUnit::WorkingDay, 222}, {TimeUnit::Day, 56}, {TimeUnit::SameDay15h, 19}, {TimeUnit::Other, 224}}));
    QCOMPARE(active, 519);
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
    QTest::newRow("3.000439") << FeeRule::Free << qint64(0);
    // "Cổng quốc gia ghi miễn phí kèm chú thích…", "70.000 đ (70.000 đồng/Giấy chứng nhận)", "chưa kiểm chứng": the clerk says.
    for (const char* open : {"1.010101", "1.004002", "2.000535"})
        QTest::newRow(open) << FeeRule::SetByProvince << qint64(0);
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
    // An amount has its ground.
    QCOMPARE(procedure->feeBasis.isEmpty(), rule == FeeRule::Free || rule == FeeRule::SetByProvince);
}

void tst_Catalogue::deskOfTheOlderProgramReadsTheRules_data() {
    QTest::addColumn<int>("rule");
    QTest::addColumn<int>("amount");
    QTest::newRow("2.000815") << 2 << 0;
    QTest::newRow("2.000942") << 2 << 0;
    QTest::newRow("2.000884") << 3 << 10'000;
    QTest::newRow("2.000635") << 4 << 8'000;
    QTest::newRow("1.000419") << 1 << 0;
    QTest::newRow("1.013225") << 5 << 0;
}

void tst_Catalogue::deskOfTheOlderProgramReadsTheRules() {
    QFETCH(int, rule);
    QFETCH(int, amount);
    const QJsonObject row = base::toJson(*m_catalogue.find(QString::fromLatin1(QTest::currentDataTag())));
    QCOMPARE(row.value(QLatin1String("feeRule")).toInt(), rule);
    QCOMPARE(row.value(QLatin1String("feeAmount")).toInt(-1), amount);
}

void tst_Catalogue::papersAreParted() {
    QCOMPARE(m_catalogue.find(QStringLiteral("2.000815"))->papers,
        (QStringList{QStringLiteral("Bản chính"), QStringLiteral("Bản sao cần chứng thực (nếu không có thì cơ quan chụp)")}));
    QCOMPARE(m_catalogue.find(QStringLiteral("2.001009"))->papers, QStringList());
    QVERIFY(!m_catalogue.find(QStringLiteral("2.001009"))->active);
    // A source that breaks off says so, and what is left of its list is no paper.
    const Procedure* sea = m_catalogue.find(QStringLiteral("3.000439"));
    QCOMPARE(sea->papers.size(), 3);
    QVERIFY(sea->papers[0].endsWith(QStringLiteral("ven bờ sang…")));
    QVERIFY(sea->papersIncomplete);
    // Within brackets that it broke off in, too.
    QCOMPARE(m_catalogue.find(QStringLiteral("1.013146"))->papers.size(), 3);
    for (const Procedure& procedure : m_catalogue.procedures())
        for (const QString& paper : procedure.papers)
            QVERIFY2(paper.size() > 1 && paper == paper.trimmed(), qPrintable(procedure.version.code + paper));
}

void tst_Catalogue::lacks_data() {
    QTest::addColumn<bool>("time");
    QTest::addColumn<bool>("fee");
    QTest::addColumn<bool>("papers");
    QTest::newRow("2.000815") << false << false << false; // nothing, though its time is 0
    QTest::newRow("2.000535") << true << true << true;    // hardly more than code, name and field
    QTest::newRow("3.000439") << false << false << true;  // the list of papers breaks off
    QTest::newRow("2.000779") << true << false << false;  // a unit without a number
    QTest::newRow("1.013225") << false << false << false; // a fee that the province sets is no gap of the catalogue's
}

void tst_Catalogue::lacks() {
    QFETCH(bool, time);
    QFETCH(bool, fee);
    QFETCH(bool, papers);
    const ProcedureLacks lacks = lacksOf(*m_catalogue.find(QString::fromLatin1(QTest::currentDataTag())));
    QCOMPARE(lacks.time, time);
    QCOMPARE(lacks.fee, fee);
    QCOMPARE(lacks.papers, papers);
}

void tst_Catalogue::lacksAreCounted() {
    int time = 0;
    int fee = 0;
    int papers = 0;
    int nothing = 0;
    for (const Procedure& procedure : m_catalogue.procedures()) {
        const ProcedureLacks lacks = lacksOf(procedure);
        time += lacks.time ? 1 : 0;
        fee += lacks.fee ? 1 : 0;
        papers += lacks.papers ? 1 : 0;
        nothing += lacks == ProcedureLacks() ? 1 : 0;
    }
    QCOMPARE(time, 234);
    QCOMPARE(fee, 221);
    QCOMPARE(papers, 390); // 119 of them name papers whose names are cut
    QCOMPARE(nothing, 99);
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
    const auto row = [](const char* name, const char* text, const char* first) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromLatin1(first);
    };
    row("as a hurried clerk types it", "chuc thuc ban sao", "2.000815");
    row("as it is written", "chứng thực bản sao", "2.000815");
    row("folded", "chung thuc ban sao", "2.000815");
    row("capitals, extra blanks", "  CHỨNG   THỰC  BẢN SAO ", "2.000815");
    row("while it is typed", "chung thuc ban s", "2.000815");
    row("the plain one before the special: signatures", "chứng thực chữ ký", "2.000884");
    row("signatures, i for y", "chung thuc chu ki", "2.000884");
    row("signatures without the act", "chữ ký", "2.000884");
    row("of a translator", "chữ ký người dịch", "2.001008");
    row("deals", "giao dịch", "2.001035");
    row("wills", "di chúc", "2.001019");
    row("births", "khai sinh", "1.001193");
    row("births, with the act", "đăng ký khai sinh", "1.001193");
    row("births, as a procedure", "thủ tục đăng ký khai sinh", "1.001193");
    row("births, folded", "khai sinh luu dong", "1.003583");
    row("deaths", "khai tu", "1.000656");
    row("marriages", "kết hôn", "1.000894");
    row("marriages abroad", "kết hôn có yếu tố nước ngoài", "2.000806");
    row("single status", "tình trạng hôn nhân", "1.004873");
    row("permanent residence", "thường trú", "1.004222");
    row("temporary residence", "tạm trú", "1.004194");
    row("temporary residence, with the act", "đăng ký tạm trú", "1.004194");
    row("residence ends", "xóa đăng ký thường trú", "1.003197");
    row("old place of the tone", "xoá đăng ký thường trú", "1.003197");
    row("new place of the tone", "hòa giải tranh chấp", "1.012812");
    row("its old place", "hoà giải tranh chấp", "1.012812");
    row("words in another order", "hon ket dang ky luu dong", "1.000593");
    row("i for y", "dang ki khai sinh luu dong", "1.003583");
    row("marks between the words are not typed", "nhận cha mẹ con", "1.001022");
    row("a shop", "đăng ký hộ kinh doanh", "1.001612");
    row("an identity card before its renewal", "thẻ căn cước", "1.014062");
    row("a name before a field: denunciations", "tố cáo", "2.002396");
    row("a name before a field: complaints", "khiếu nại", "2.002409");
    row("code", "2.000815", "2.000815");
    row("start of a code", "2.00081", "2.000815");
    row("code with the province's suffix", "2.000815.000.00.00.H49", "2.000815");
    row("code with blanks", " 2.000815 .000.00.00.H49 ", "2.000815");
    row("code of an online case", "2.000815.01", "2.000815");
    row("code while its suffix is typed", "1.001193.", "1.001193");
    row("repealed", "chứng thực văn bản khai nhận di sản", "");
    row("repealed, by code", "2.001009", "");
    row("nothing", " ", "");
    row("marks alone", "-,;", "");
    row("not in it", "thuế thu nhập", "");
}

void tst_Catalogue::searched() {
    QFETCH(QString, text);
    QFETCH(QString, first);
    for (const Catalogue* catalogue : {&m_catalogue, &m_province}) {
        const auto hits = catalogue->search(text, 5);
        QVERIFY(hits.size() <= 5);
        QCOMPARE(hits.empty() ? QString() : hits.front()->version.code, first);
    }
    QVERIFY(m_catalogue.search(text, 0).empty());
    QVERIFY(m_catalogue.search(text, -1).empty());
}

void tst_Catalogue::survivesJson() {
    const QJsonObject json = m_catalogue.toJson();
    const auto again = Catalogue::fromJson(json);
    QVERIFY(again);
    QCOMPARE(again->toJson(), json);
    QCOMPARE(again->version(), QStringLiteral("2026-11-01"));
    QCOMPARE(again->procedures().size(), m_catalogue.procedures().size());
    QVERIFY(again->find(QStringLiteral("3.000439"))->papersIncomplete);
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
    QCOMPARE(catalogue.procedures().size(), size_t(521));
    QCOMPARE(catalogue.search(QStringLiteral("ten moi"), 1).size(), size_t(1));
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
    QTest::newRow("a unit of three digits") << "H55.242-261123-0001"
                                            << "H55.242" << 1;
    QTest::newRow("old form") << "000.00.19.H15-210105-0001"
                              << "000.00.19.H15" << 1;
    for (const char* bad : {"", "H49.30", "h49.30-261123-0042", "H49.30-261323-0042", "H49.30-260230-0042", "H49.30-261123-42", "H49.30-261123-004",
             "H49.30-261123-00042", "H49.30-261123-12345678", "H4.30-261123-0042", "H49.1.2.3.4.5-261123-0042", "H49.3000-261123-0042",
             "H49.30-261123-0000", "H49.30-261123-0042x", "x H49.30-261123-0042"})
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
