#include "app/domain/Catalogue.h"
#include "sync/gateway/store/FeedTable.h"
#include "tests/support/gateway/OpenedStore.h"
#include "tests/sync/ProvinceTest.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;

/// The list of procedures as the technician publishes it: whole, or completed row by row.
class tst_GatewayCatalogue : public QObject, private test::ProvinceTest {
    Q_OBJECT

private slots:
    void init();

    void aRowIsCompleted();
    void aWholeCatalogueHasItsFees();

private:
    /// As it was published last.
    domain::Catalogue catalogue();
    /// Of the calendar that was published last.
    qint64 calendarCursor() const;
    static void write(const QTemporaryDir& directory, const char* file, const char* content);
};

void tst_GatewayCatalogue::init() {
    QVERIFY2(startGateway(), m_gateway->errors().constData());
}

domain::Catalogue tst_GatewayCatalogue::catalogue() {
    test::TestStation station;
    const QString code = m_gateway->addDesk("H49.30", "Quầy");
    const QJsonArray items = station.enrol(*m_gateway, code) == 201 ? only(feed(*station.connect(*m_gateway), 0), "catalogue") : QJsonArray();
    return domain::Catalogue::fromJson(items.last()[QLatin1String("body")].toObject()).value_or(domain::Catalogue());
}

qint64 tst_GatewayCatalogue::calendarCursor() const {
    const auto store = test::openedStore(m_gateway->directory());
    if (!store)
        return -1;
    const auto newest = (*store)->read([](const gateway::Tables& tables) { return tables.feed().newest({}, "calendar"); });
    return newest ? newest->cursor : -1;
}

void tst_GatewayCatalogue::write(const QTemporaryDir& directory, const char* file, const char* content) {
    QFile written(directory.filePath(QLatin1String(file)));
    QVERIFY(written.open(QIODevice::WriteOnly));
    QVERIFY(written.write(content) >= 0);
}

void tst_GatewayCatalogue::aRowIsCompleted() {
    setUp();
    const domain::Catalogue before = catalogue();
    QVERIFY(domain::lacksOf(*before.find(QStringLiteral("2.000535"))).time);
    const qint64 calendar = calendarCursor();
    QTemporaryDir directory;
    write(directory, "procedures-health.csv", "code,time_value,time_unit,required_documents\n2.000535,15,working_day,Đơn đề nghị\n");
    const auto complete = [&](const char* version) {
        return run(QStringLiteral("publish-catalogue --catalogue-version %1 --complete '%2'").arg(QLatin1String(version), directory.path()));
    };
    QVERIFY(complete("2030-01-01").json.value(QLatin1String("changed")).toBool());
    QCOMPARE(complete("2030-01-01").json, (QJsonObject{{QStringLiteral("changed"), false}}));
    QCOMPARE(calendarCursor(), calendar);
    const domain::Catalogue once = catalogue();
    QCOMPARE(once.version(), QStringLiteral("2030-01-01"));
    QCOMPARE(once.procedures().size(), before.procedures().size());
    QCOMPARE(once.find(QStringLiteral("2.000535"))->version.timeValue, 15);
    QCOMPARE(once.find(QStringLiteral("2.000535"))->papers, QStringList{QStringLiteral("Đơn đề nghị")});
    QCOMPARE(once.find(QStringLiteral("2.000815"))->feeRule, domain::FeeRule::CertifiedCopy);

    // The next file holds the fee alone; what was mended before stays mended. A version is published once, and none goes back.
    QVERIFY(QFile::remove(directory.filePath(QStringLiteral("procedures-health.csv"))));
    write(directory, "fees.csv", "procedure,rule,amount,basis\n2.000535,per_case,700000,Thông tư 44/2018/TT-BTC\n");
    QVERIFY(complete("2030-01-01").errors.contains(QStringLiteral("catalogue.version-taken")));
    QVERIFY(complete("2029-12-31").errors.contains(QStringLiteral("catalogue.older-version")));
    QVERIFY(complete("2030-01-02").json.value(QLatin1String("changed")).toBool());
    const domain::Catalogue twice = catalogue();
    QCOMPARE(twice.find(QStringLiteral("2.000535"))->feeAmount, 700'000);
    QCOMPARE(domain::lacksOf(*twice.find(QStringLiteral("2.000535"))), domain::ProcedureLacks());

    // A code that nobody knows is a slip of the pen, unless it comes with all that a row needs.
    write(directory, "procedures.csv", "code,time_value,time_unit\n2.000553,15,working_day\n");
    const auto refused = complete("2030-01-03");
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.errors.contains(QStringLiteral("procedures.csv, dòng 2")), qPrintable(refused.errors));
    QCOMPARE(catalogue().version(), QStringLiteral("2030-01-02"));
}

void tst_GatewayCatalogue::aWholeCatalogueHasItsFees() {
    setUp();
    QTemporaryDir directory;
    for (const char* file : {"procedures.csv", "holidays.csv"})
        QVERIFY(
            QFile::copy(QStringLiteral(MOTCUA_SOURCE_DIR "/resources/catalogue/") + QLatin1String(file), directory.filePath(QLatin1String(file))));
    const QString line = QStringLiteral("publish-catalogue --catalogue-version 2030-01-01 --catalogue '%1'").arg(directory.path());
    QVERIFY2(run(line).errors.contains(QStringLiteral("fees.csv")), "without fees.csv a certified copy would have no fee");
    QVERIFY(QFile::copy(QStringLiteral(MOTCUA_SOURCE_DIR "/resources/catalogue/fees.csv"), directory.filePath(QStringLiteral("fees.csv"))));
    QVERIFY(changed(line));
    QCOMPARE(catalogue().procedures().size(), size_t(92));
}

QTEST_GUILESS_MAIN(tst_GatewayCatalogue)
#include "tst_GatewayCatalogue.moc"
