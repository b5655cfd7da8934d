#include "InventedJob.h"
#include "app/domain/Limits.h"
#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/jobs/JobReader.h"

#include <QTest>

using namespace motcua::domain;
using namespace motcua::domain::test;

class tst_JobReader : public QObject {
    Q_OBJECT

private slots:
    void builtInOnesAreSound();
    void inventedOneIsSound();
    void brokenOnesAreRefused_data();
    void brokenOnesAreRefused();
    void tooLargeOnesAreRefused();
    void directoryNamesItsFile();
};

void tst_JobReader::builtInOnesAreSound() {
    const auto descriptions = readJobDirectory(QStringLiteral(":/jobs"));
    QVERIFY2(descriptions, descriptions ? "" : qPrintable(descriptions.error().toLogLine()));
    QVERIFY(builtInJobs().inForce(QStringLiteral("general"), QDate(2026, 11, 29)));
    QVERIFY(builtInJobs().inForce(QStringLiteral("certified-copy"), QDate(2026, 11, 29)));
    QVERIFY(builtInForms().contains(QStringLiteral("form-01")));
}

void tst_JobReader::inventedOneIsSound() {
    const auto job = readJobKind(inventedJob(), builtInForms());
    QVERIFY2(job, job ? "" : qPrintable(job.error().toLogLine()));
    QCOMPARE(job->layout.rows.size(), size_t(2));
    QCOMPARE(job->book->symbol, QStringLiteral("STC/XN"));
    QCOMPARE(job->papers.front().says, (QStringList{"applicant", "facts", "entry"}));
}

void tst_JobReader::brokenOnesAreRefused_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place");
    const auto row = [](const char* name, const char* path, const QJsonValue& value, const char* code, const char* place) {
        QTest::newRow(name) << QString::fromLatin1(path) << value << QString::fromLatin1(code) << QString::fromUtf8(place);
    };
    row("no kind", "kind", QString(), "job.malformed", "kind");
    row("kind with a slash", "kind", QStringLiteral("../x"), "job.malformed", "kind");
    row("no day of effect", "from", QStringLiteral("soon"), "job.malformed", "from");
    row("code of no procedure", "procedures", QJsonArray{QStringLiteral("all")}, "job.malformed", "procedures");
    row("no Vietnamese name", "name", QJsonObject{{QStringLiteral("en"), QStringLiteral("Boat")}}, "job.words", "name");
    row("markup in a label", "layout.rows.0.cells.0.label.vi", QStringLiteral("<img src=/dev/zero>"), "job.words", "layout boat");
    row("markup in a suggestion", "layout.rows.0.cells.0.suggestions", QJsonArray{QStringLiteral("<b>x</b>")}, "job.words", "layout boat");
    row("control character in a heading", "layout.heading.vi", QStringLiteral("a\u0007"), "job.words", "layout heading");
    row("unknown type of fact", "facts.properties.boat.type", QStringLiteral("array"), "job.facts", "boat");
    row("text without a bound", "facts.properties.boat", QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}}, "job.facts", "boat");
    row("reference in the schema", "facts.properties.boat", QJsonObject{{QStringLiteral("$ref"), QStringLiteral("#")}}, "job.facts", "boat");
    row("minimum above the maximum", "facts.properties.length.minimum", 99, "job.facts", "length");
    row("pattern that never ends", "facts.properties.boat.pattern", QStringLiteral("(a+)+$"), "job.facts", "boat");
    row("required, but not declared", "facts.required", QJsonArray{QStringLiteral("colour")}, "job.facts", "colour");
    row("fact that is not on the card", "layout.rows.1.cells.1.fact", QStringLiteral("colour"), "job.layout", "layout colour");
    row("fact that is there twice", "layout.rows.1.cells.1.fact", QStringLiteral("boat"), "job.layout", "layout boat");
    row("hangs on nothing", "layout.rows.1.cells.3.when", QStringLiteral("colour"), "job.layout", "layout flag");
    row("hangs on itself", "layout.rows.1.cells.3.when", QStringLiteral("flag"), "job.layout", "layout flag");
    row("unknown fee rule", "fee.rule", QStringLiteral("per-moon"), "job.fee", "fee");
    row("fee by a text", "fee.copies", QStringLiteral("boat"), "job.fee", "boat");
    row("negative fee", "fee.amount", -1, "job.fee", "fee");
    row("per page without steps", "fee.rule", QStringLiteral("per-page"), "job.fee", "fee");
    row("book without a symbol", "book.symbol", QString(), "job.book", "book");
    row("book without columns", "book.columns", QJsonArray(), "job.book", "book");
    row("column of no value", "book.columns.4.value", QStringLiteral("fact:colour"), "job.book", "book column Chiều dài");
    row("book's form is missing", "book.form", QStringLiteral("no-such-form"), "job.template-missing", "no-such-form");
    row("template is missing", "papers.0.form", QStringLiteral("no-such-form"), "job.template-missing", "no-such-form");
    row("form with a path", "papers.0.form", QStringLiteral("../form"), "job.paper", "paper ../form");
    row("offered at no time", "papers.0.offered", QStringLiteral("tomorrow"), "job.paper", "paper boat-attestation");
    row("unknown medium", "papers.0.media", QStringLiteral("A0"), "job.paper", "paper boat-attestation");
    row("says something unknown", "papers.0.says", QJsonArray{QStringLiteral("passwords")}, "job.paper", "paper boat-attestation");
    row("attests without a book", "book", QJsonValue(), "job.paper", "paper boat-attestation");
    row("blank ground of refusal", "refusals.0.words", QStringLiteral(" "), "job.words", "refusals");
}

void tst_JobReader::brokenOnesAreRefused() {
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QFETCH(QString, code);
    QFETCH(QString, place);
    QJsonObject broken = replaced(inventedJob(), path.split(QLatin1Char('.')), value).toObject();
    if (value.isNull())
        broken.remove(path);
    const auto job = readJobKind(broken, builtInForms());
    QVERIFY(!job);
    QCOMPARE(job.error().code, code);
    QCOMPARE(job.error().detail.value(QStringLiteral("place")), place);
    QVERIFY(!job.error().detail.value(QStringLiteral("reason")).isEmpty());
}

void tst_JobReader::tooLargeOnesAreRefused() {
    QJsonObject properties;
    for (int i = 0; i < 20'000; ++i)
        properties.insert(QStringLiteral("fact%1").arg(i), QJsonObject{{QStringLiteral("type"), QStringLiteral("boolean")}});
    const auto facts = readJobKind(replaced(inventedJob(), {"facts", "properties"}, properties).toObject(), builtInForms());
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, QStringLiteral("job.too-large"));
    const QString page(limits::largestTemplate + 1, QLatin1Char('x'));
    const auto form = readJobKind(replaced(inventedJob(), {"templates", "boat-attestation"}, page).toObject(), builtInForms());
    QVERIFY(!form);
    QCOMPARE(form.error().code, QStringLiteral("job.too-large"));
}

void tst_JobReader::directoryNamesItsFile() {
    const auto sound = readJobDirectory(QStringLiteral(MOTCUA_TEST_DATA "/jobs"));
    QVERIFY2(sound, sound ? "" : qPrintable(sound.error().toLogLine()));
    QCOMPARE(sound->size(), size_t(1));
    QVERIFY(sound->front().value(QLatin1String("templates")).toObject().contains(QLatin1String("boat-attestation")));
}

QTEST_APPLESS_MAIN(tst_JobReader)
#include "tst_JobReader.moc"
