#include "InventedJob.h"
#include "WordedReason.h"
#include "app/domain/Limits.h"
#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/jobs/JobProof.h"
#include "app/domain/jobs/JobReader.h"

#include <QTest>

using namespace motcua::domain;
using namespace motcua::domain::test;

namespace {

using Make = QJsonObject (*)(int many);

QJsonValue at(const QJsonObject& json, const char* first, const char* second) {
    return json.value(QLatin1String(first)).toObject().value(QLatin1String(second));
}

QJsonObject withFacts(int many) {
    QJsonObject job = inventedJob();
    QJsonObject properties = at(job, "facts", "properties").toObject();
    QJsonArray rows = at(job, "layout", "rows").toArray();
    while (properties.size() < many) {
        const QString name = QStringLiteral("more%1").arg(properties.size());
        properties.insert(name, QJsonObject{{QStringLiteral("type"), QStringLiteral("boolean")}});
        const QJsonObject label{{QStringLiteral("vi"), name}};
        rows.append(
            QJsonObject{{QStringLiteral("cells"), QJsonArray{QJsonObject{{QStringLiteral("fact"), name}, {QStringLiteral("label"), label}}}}});
    }
    job = replaced(job, {"facts", "properties"}, properties).toObject();
    return replaced(job, {"layout", "rows"}, rows).toObject();
}

QJsonObject withChoices(int many) {
    QJsonArray choices = at(at(inventedJob(), "facts", "properties").toObject(), "use", "enum").toArray();
    while (choices.size() < many)
        choices.append(QString::number(choices.size()));
    return replaced(inventedJob(), {"facts", "properties", "use", "enum"}, choices).toObject();
}

QJsonObject withColumns(int many) {
    QJsonArray columns = at(inventedJob(), "book", "columns").toArray();
    while (columns.size() < many)
        columns.append(QJsonObject{{QStringLiteral("title"), QStringLiteral("Ghi chú")}, {QStringLiteral("value"), QStringLiteral("remark")}});
    return replaced(inventedJob(), {"book", "columns"}, columns).toObject();
}

QJsonObject withSteps(int many) {
    QJsonArray steps;
    for (int i = 1; i < many; ++i)
        steps.append(QJsonObject{{QStringLiteral("upTo"), i}, {QStringLiteral("price"), 1000}});
    steps.append(QJsonObject{{QStringLiteral("price"), 1000}});
    const QJsonObject fee{
        {QStringLiteral("rule"), QStringLiteral("per-page")}, {QStringLiteral("pages"), QStringLiteral("length")}, {QStringLiteral("steps"), steps}};
    return replaced(inventedJob(), {"fee"}, fee).toObject();
}

/// Of so many bytes.
QJsonObject withTemplate(int many) {
    const QString form = QStringLiteral("boat-attestation");
    const QString text = inventedJob().value(QLatin1String("templates")).toObject().value(form).toString();
    const auto padding = many - text.toUtf8().size() - QByteArray("<!---->").size();
    return replaced(inventedJob(), {"templates", form}, text + QStringLiteral("<!--%1-->").arg(QString(padding, QLatin1Char('x')))).toObject();
}

QJsonObject withSchema(int many) {
    const auto of = [](qsizetype length) { return replaced(inventedJob(), {"facts", "$schema"}, QString(length, QLatin1Char('x'))).toObject(); };
    return of(many - QJsonDocument(of(0).value(QLatin1String("facts")).toObject()).toJson(QJsonDocument::Compact).size());
}

QJsonObject withTemplates(int many) {
    QJsonObject job = inventedJob();
    for (const char* form : {"form-01", "form-02", "form-03", "fee-slip"}) {
        const bool isSmall = form == QByteArray("form-01") || form == QByteArray("fee-slip");
        const QString text = QStringLiteral("<meta name=\"page\" content=\"%1 portrait 12mm\"><!--%2-->");
        job = replaced(job, {"templates", QLatin1String(form)}, text.arg(isSmall ? "A5" : "A4", QString(110'000, QLatin1Char('x')))).toObject();
    }
    const qsizetype rest = many - QJsonDocument(job).toJson(QJsonDocument::Compact).size();
    const QString form = QStringLiteral("boat-attestation");
    const QString text = job.value(QLatin1String("templates")).toObject().value(form).toString();
    return replaced(job, {"templates", form}, text + QStringLiteral(" ").repeated(rest)).toObject();
}

}

class tst_JobReader : public QObject {
    Q_OBJECT

private slots:
    void builtInOnesAreSound();
    void inventedOneIsSound();
    void brokenOnesAreRefused_data();
    void brokenOnesAreRefused();
    void whatIsInForceIsOnlyRead();
    void generalNeedsItsPapers();
    void limitsHold_data();
    void limitsHold();
};

void tst_JobReader::builtInOnesAreSound() {
    const auto descriptions = readJobDirectory(QStringLiteral(":/jobs"));
    QVERIFY2(descriptions, descriptions ? "" : qPrintable(descriptions.error().toLogLine()));
    QVERIFY(builtInJobs().inForce(QStringLiteral("general"), QDate(2026, 11, 29)));
    QVERIFY(builtInJobs().inForce(QStringLiteral("certified-copy"), QDate(2026, 11, 29)));
    QVERIFY(builtInForms().contains(QStringLiteral("form-01")));
}

void tst_JobReader::inventedOneIsSound() {
    const auto job = proveJobKind(inventedJob());
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
    QTest::addColumn<QString>("reason"); // empty: any that has words
    const auto row = [](const char* name, const char* path, const QJsonValue& value, const char* code, const char* place, const char* reason = "") {
        QTest::newRow(name) << QString::fromLatin1(path) << value << QString::fromLatin1(code) << QString::fromUtf8(place)
                            << QString::fromLatin1(reason);
    };
    row("no kind", "kind", QString(), "job.malformed", "kind");
    row("kind with a slash", "kind", QStringLiteral("../x"), "job.malformed", "kind");
    row("no day of effect", "from", QStringLiteral("soon"), "job.malformed", "from");
    row("code of no procedure", "procedures", QJsonArray{QStringLiteral("all")}, "job.malformed", "procedures[0]");
    row("no Vietnamese name", "name", QJsonObject{{QStringLiteral("en"), QStringLiteral("Boat")}}, "job.words", "name");
    row("markup in a label", "layout.rows.0.cells.0.label.vi", QStringLiteral("<img src=/dev/zero>"), "job.words",
        "layout.rows[0].cells[0].label.vi");
    row("markup in a suggestion", "layout.rows.0.cells.0.suggestions", QJsonArray{QStringLiteral("<b>x</b>")}, "job.words",
        "layout.rows[0].cells[0].suggestions[0]");
    row("control character in a heading", "layout.heading.vi", QStringLiteral("a\u0007"), "job.words", "layout.heading.vi");
    row("unknown type of fact", "facts.properties.boat.type", QStringLiteral("array"), "job.facts", "facts.properties.boat");
    row("text without a bound", "facts.properties.boat", QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}}, "job.facts",
        "facts.properties.boat");
    row("reference in the schema", "facts.properties.boat", QJsonObject{{QStringLiteral("$ref"), QStringLiteral("#")}}, "job.facts",
        "facts.properties.boat");
    row("minimum above the maximum", "facts.properties.length.minimum", 99, "job.facts", "facts.properties.length");
    row("pattern that never ends", "facts.properties.boat.pattern", QStringLiteral("(a+)+$"), "job.facts", "facts.properties.boat");
    row("required, but not declared", "facts.required", QJsonArray{QStringLiteral("colour")}, "job.facts", "facts.required[0]");
    row("fact that is not on the card", "layout.rows.1.cells.1.fact", QStringLiteral("colour"), "job.layout", "layout.rows[1].cells[1].fact");
    row("fact that is there twice", "layout.rows.1.cells.1.fact", QStringLiteral("boat"), "job.layout", "layout.rows[1].cells[1].fact");
    row("hangs on nothing", "layout.rows.1.cells.3.when", QStringLiteral("colour"), "job.layout", "layout.rows[1].cells[3].when");
    row("hangs on itself", "layout.rows.1.cells.3.when", QStringLiteral("flag"), "job.layout", "layout.rows[1].cells[3].when");
    row("unknown fee rule", "fee.rule", QStringLiteral("per-moon"), "job.fee", "fee.rule");
    row("fee by a text", "fee.copies", QStringLiteral("boat"), "job.fee", "fee.copies");
    row("negative fee", "fee.amount", -1, "job.fee", "fee.amount");
    row("per page without steps", "fee.rule", QStringLiteral("per-page"), "job.fee", "fee");
    row("book without a symbol", "book.symbol", QString(), "job.book", "book");
    row("book without columns", "book.columns", QJsonArray(), "job.book", "book.columns");
    row("column of no value", "book.columns.4.value", QStringLiteral("fact:colour"), "job.book", "book.columns[4].value");
    row("book's form is missing", "book.form", QStringLiteral("no-such-form"), "job.template-missing", "no-such-form");
    row("template is missing", "papers.0.form", QStringLiteral("no-such-form"), "job.template-missing", "no-such-form");
    row("form with a path", "papers.0.form", QStringLiteral("../form"), "job.paper", "papers[0].form");
    row("offered at no time", "papers.0.offered", QStringLiteral("tomorrow"), "job.paper", "papers[0].offered");
    row("unknown medium", "papers.0.media", QStringLiteral("A0"), "job.paper", "papers[0].media");
    row("says something unknown", "papers.0.says", QJsonArray{QStringLiteral("passwords")}, "job.paper", "papers[0].says[0]");
    row("attests without a book", "book", QJsonValue(), "job.paper", "papers[0].attests");
    row("blank ground of refusal", "refusals.0.words", QStringLiteral(" "), "job.words", "refusals[0]");
    // Types and names.
    row("an amount as text", "fee.amount", QStringLiteral("7000"), "job.malformed", "fee.amount");
    row("half a dong", "fee.amount", 7000.5, "job.malformed", "fee.amount");
    row("a width that no number holds", "layout.rows.0.cells.0.width", 4294967297.0, "job.malformed", "layout.rows[0].cells[0].width");
    row("yes as text", "originalsShown", QStringLiteral("true"), "job.malformed", "originalsShown");
    row("no list of procedures", "procedures", QStringLiteral("9.000001"), "job.malformed", "procedures");
    row("a number among procedures", "procedures.0", 9.000001, "job.malformed", "procedures[0]");
    row("misspelt field", "fee.ammount", 7000, "job.malformed", "fee.ammount");
    row("misspelt field of the kind", "fess", QJsonObject(), "job.malformed", "fess");
    row("misspelt keyword of a fact", "facts.properties.length.mininum", 1, "job.facts", "facts.properties.length");
    row("misspelt keyword of the schema", "facts.require", QJsonArray(), "job.facts", "facts");
    row("required is a word", "facts.required", QStringLiteral("boat"), "job.facts", "facts.required");
    row("required is a number", "facts.required.0", 1, "job.facts", "facts.required[0]");
    row("other facts are taken", "facts.additionalProperties", true, "job.facts", "facts.additionalProperties");
    row("facts of no object", "facts.type", QStringLiteral("array"), "job.facts", "facts.type");
    row("facts in a list", "facts.properties", QJsonArray(), "job.facts", "facts.properties");
    row("day with slashes", "from", QStringLiteral("2026/11/02"), "job.malformed", "from");
    row("day without zeros", "from", QStringLiteral("2026-11-2"), "job.malformed", "from");
    row("book that is a list", "book", QJsonArray(), "job.malformed", "book");
    row("template that is a number", "templates.boat-attestation", 7, "job.template", "boat-attestation.html", "must be a text");
    row("template of nothing", "templates.boat-attestation", QString(), "job.template", "boat-attestation.html", "is empty");
    row("template of spaces", "templates.boat-attestation", QStringLiteral(" \n"), "job.template", "boat-attestation.html", "is empty");
    row("begins with null", "layout.rows.0.cells.0.begins", QJsonValue(), "job.malformed", "layout.rows[0].cells[0].begins",
        "null is no value: leave it out");
    row("day before this century", "from", QStringLiteral("1999-12-31"), "job.malformed", "from", "a day from 2000-01-01 to 2100-12-31");
    row("day after this century", "from", QStringLiteral("2101-01-01"), "job.malformed", "from", "a day from 2000-01-01 to 2100-12-31");
    row("day of a year with five digits", "from", QStringLiteral("20271-01-01"), "job.malformed", "from", "must be a date such as 2027-01-01");
    row("procedure twice", "procedures", QJsonArray{QStringLiteral("9.000001"), QStringLiteral("9.000002"), QStringLiteral("9.000001")},
        "job.malformed", "procedures[2]", "stands there twice");
    row("required twice", "facts.required", QJsonArray{QStringLiteral("boat"), QStringLiteral("length"), QStringLiteral("boat")}, "job.facts",
        "facts.required[2]", "stands there twice");
    // Line ends and signs that do not show.
    row("kind with a line end", "kind", QStringLiteral("boat-paper\n"), "job.words", "kind");
    row("version with a line end", "version", QStringLiteral("2026-11-01\n"), "job.words", "version");
    row("symbol with a line end", "book.symbol", QStringLiteral("STC/XN\n"), "job.words", "book.symbol");
    row("turned round", "name.vi", QStringLiteral("T\u202Eàu"), "job.words", "name.vi");
    row("zero width", "layout.rows.0.cells.0.label.vi", QStringLiteral("T\u200Bàu"), "job.words", "layout.rows[0].cells[0].label.vi");
    row("line separator", "refusals.0.words", QStringLiteral("a\u2028b"), "job.words", "refusals[0].words");
    row("half a pair", "authority", QString(QChar(0xd800)), "job.words", "authority");
    row("hidden in a name", "name.v\u200Bi", QStringLiteral("x"), "job.words", "name");
    row("language of no code", "name.english", QStringLiteral("Boat"), "job.words", "name.english");
    // Facts that nobody could fill.
    row("shortest above the longest", "facts.properties.boat.minLength", 81, "job.facts", "facts.properties.boat");
    row("shortest as text", "facts.properties.boat.minLength", QStringLiteral("1"), "job.facts", "facts.properties.boat");
    row("choice of nothing", "facts.properties.use.enum", QJsonArray(), "job.facts", "facts.properties.use");
    row("blank choice", "facts.properties.use.enum", QJsonArray{QStringLiteral(" ")}, "job.facts", "facts.properties.use");
    row("choice that tidying changes", "facts.properties.use.enum", QJsonArray{QStringLiteral("a  b")}, "job.facts", "facts.properties.use");
    row("choice twice", "facts.properties.use.enum", QJsonArray{QStringLiteral("a"), QStringLiteral("a")}, "job.facts", "facts.properties.use",
        "a choice is given twice");
    row("choice of numbers", "facts.properties.use.enum", QJsonArray{1, 2}, "job.facts", "facts.properties.use");
    row("begins out of limits", "layout.rows.0.cells.2.begins", 301, "job.layout", "layout.rows[0].cells[2].begins");
    row("begins with a text", "layout.rows.0.cells.2.begins", QStringLiteral("1"), "job.layout", "layout.rows[0].cells[2].begins");
    row("begins with no choice", "layout.rows.1.cells.0.begins", QStringLiteral("Du lịch"), "job.layout", "layout.rows[1].cells[0].begins");
    row("hangs on a word for yes", "layout.rows.1.cells.3.is", QJsonArray{QStringLiteral("true")}, "job.layout", "layout.rows[1].cells[3].is[0]");
    row("hangs on no value", "layout.rows.1.cells.3.is", QJsonArray(), "job.layout", "layout.rows[1].cells[3].when");
    row("values to hang on, but no fact", "layout.rows.0.cells.0.is", QJsonArray{true}, "job.layout", "layout.rows[0].cells[0].is");
    row("suggests to a number", "layout.rows.0.cells.1.suggestions", QJsonArray{QStringLiteral("5")}, "job.layout",
        "layout.rows[0].cells[1].suggestions[0]");
    // Who, when and where.
    row("a technician signs", "signers", 4, "job.malformed", "signers");
    row("nobody signs", "signers", -1, "job.malformed", "signers");
    row("a signer of no role", "signers", 8, "job.malformed", "signers");
    row("unknown unit of time", "time.unit", 99, "job.malformed", "time.unit");
    row("no time", "time.value", 0, "job.malformed", "time.value");
    row("serves nothing", "procedures", QJsonArray(), "job.malformed", "procedures");
    // Fees.
    row("copies from 0", "facts.properties.copies.minimum", 0, "job.fee", "fee.copies");
    row("copies without end", "facts.properties.copies.maximum", 1'000'000'000'000.0, "job.fee", "fee.copies");
    row("copies that may be missing", "facts.required", QJsonArray{QStringLiteral("boat")}, "job.fee", "fee.copies");
    row("sum that does not fit", "fee.amount", 999'999'999'999.0, "job.fee", "fee");
    row("field of another rule", "fee.cap", 100, "job.fee", "fee.cap");
    row("steps end before the last page", "fee",
        QJsonObject{{QStringLiteral("rule"), QStringLiteral("per-page")}, {QStringLiteral("pages"), QStringLiteral("length")},
            {QStringLiteral("steps"), QJsonArray{QJsonObject{{QStringLiteral("upTo"), 59}, {QStringLiteral("price"), 2000}}}}},
        "job.fee", "fee.steps[0].upTo");
    row("nothing for a case", "fee", QJsonObject{{QStringLiteral("rule"), QStringLiteral("per-case")}}, "job.fee", "fee.amount");
    // Book and papers.
    row("subject that is a number", "book.subject", QStringLiteral("length"), "job.book", "book.subject");
    row("subject that may be missing", "book.subject", QStringLiteral("flag"), "job.book", "book.subject");
    row("no column for the number", "book.columns.0.value", QStringLiteral("remark"), "job.book", "book.columns");
    row("two columns for the number", "book.columns.3.value", QStringLiteral("number"), "job.book", "book.columns[3].value",
        "more than one column has the number");
    row("book on a receipt's form", "book.form", QStringLiteral("form-01"), "job.template", "form-01.html:75 {{number}}");
    row("attests before there is a number", "papers.0.offered", QStringLiteral("accepted"), "job.paper", "papers[0].offered");
    row("says the entry before there is one", "papers.0",
        QJsonObject{{QStringLiteral("form"), QStringLiteral("boat-attestation")},
            {QStringLiteral("name"), QJsonObject{{QStringLiteral("vi"), QStringLiteral("x")}}}, {QStringLiteral("offered"), QStringLiteral("paid")},
            {QStringLiteral("says"), QJsonArray{QStringLiteral("entry")}}},
        "job.paper", "papers[0].says[0]");
    row("says it twice", "papers.0.says", QJsonArray{QStringLiteral("entry"), QStringLiteral("entry")}, "job.paper", "papers[0].says[1]");
    row("A5 paper on an A4 template", "papers.0.media", QStringLiteral("A5"), "job.template", "boat-attestation.html:1");
    // The general kind.
    row("general with a procedure", "kind", QStringLiteral("general"), "job.malformed", "procedures");
}

void tst_JobReader::brokenOnesAreRefused() {
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QFETCH(QString, code);
    QFETCH(QString, place);
    QFETCH(QString, reason);
    QJsonObject broken = replaced(inventedJob(), path.split(QLatin1Char('.')), value).toObject();
    if (value.isNull())
        broken.remove(path);
    const auto job = proveJobKind(broken);
    QVERIFY(!job);
    QCOMPARE(job.error().code, code);
    QCOMPARE(job.error().detail.value(QStringLiteral("place")), place);
    QVERIFY2(isWorded(job.error()), qPrintable(job.error().toLogLine()));
    if (!reason.isEmpty())
        QCOMPARE(job.error().detail.value(QStringLiteral("reason")), reason);
}

/// What a newer program added, or a desk cannot print, does not keep a description from being read once it is in force.
void tst_JobReader::whatIsInForceIsOnlyRead() {
    QJsonObject json = inventedJob();
    json.insert(QStringLiteral("colour"), QStringLiteral("blue"));
    QVERIFY(readJobKind(json, builtInForms()));
    QVERIFY(!proveJobKind(json));
}

void tst_JobReader::generalNeedsItsPapers() {
    QFile file(QStringLiteral(":/jobs/general/job.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject general = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(proveJobKind(general));
    QJsonObject bare = general;
    bare.remove(QStringLiteral("papers"));
    const auto refused = proveJobKind(bare);
    QVERIFY(!refused);
    QCOMPARE(refused.error().detail.value(QStringLiteral("place")), QStringLiteral("papers"));
    QVERIFY2(isWorded(refused.error()), qPrintable(refused.error().toLogLine()));
    QJsonObject counting = general;
    counting.insert(QStringLiteral("servesPerCopy"), true);
    QVERIFY(!proveJobKind(counting));
}

/// As much as a description may have of something, and one more.
void tst_JobReader::limitsHold_data() {
    QTest::addColumn<Make>("make");
    QTest::addColumn<int>("most");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, Make make, qsizetype most, const char* code, const char* place, const char* reason) {
        QTest::newRow(name) << make << static_cast<int>(most) << QString::fromLatin1(code) << QString::fromLatin1(place)
                            << QString::fromLatin1(reason);
    };
    row("facts", &withFacts, limits::mostFacts, "job.facts", "facts.properties", "too many");
    row("choices", &withChoices, 200, "job.facts", "facts.properties.use", "more than 200 choices");
    row("columns", &withColumns, 20, "job.book", "book.columns", "needs 1 to 20 columns");
    row("steps of a fee", &withSteps, 100, "job.fee", "fee.steps", "too many");
    row("bytes of a template", &withTemplate, limits::largestTemplate, "job.too-large", "boat-attestation.html", "more than 128 KB");
    row("bytes of the facts", &withSchema, limits::largestFacts, "job.too-large", "facts", "more than 64 KB");
    row("bytes of the whole", &withTemplates, limits::largestJobKind, "job.too-large", "boat-paper", "more than 512 KB");
}

void tst_JobReader::limitsHold() {
    QFETCH(Make, make);
    QFETCH(int, most);
    QFETCH(QString, code);
    QFETCH(QString, place);
    QFETCH(QString, reason);
    const auto full = proveJobKind(make(most));
    QVERIFY2(full, full ? "" : qPrintable(full.error().toLogLine()));
    const auto more = proveJobKind(make(most + 1));
    QVERIFY(!more);
    QCOMPARE(more.error().code, code);
    QCOMPARE(more.error().detail.value(QStringLiteral("place")), place);
    QCOMPARE(more.error().detail.value(QStringLiteral("reason")), reason);
    QVERIFY(isWorded(more.error()));
}

QTEST_APPLESS_MAIN(tst_JobReader)
#include "tst_JobReader.moc"
