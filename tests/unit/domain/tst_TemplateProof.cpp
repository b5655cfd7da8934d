// What a template of a paper may not have when the province publishes it.

#include "InventedJob.h"
#include "WordedReason.h"
#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/jobs/JobProof.h"
#include "app/forms/MarkupCheck.h"

#include <QTest>

using namespace motcua::domain;
using namespace motcua::domain::test;

class tst_TemplateProof : public QObject {
    Q_OBJECT

private slots:
    void brokenTemplatesAreRefused_data();
    void brokenTemplatesAreRefused();
    void whatFitsIsPublished_data();
    void whatFitsIsPublished();
    void builtInOnesFit();
    void templatesOfOtherPapers();
};

void tst_TemplateProof::brokenTemplatesAreRefused_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("reason"); // empty: any that has words
    const auto row = [](const char* name, const char* from, const char* to, const char* place, const char* reason = "") {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QStringLiteral("boat-attestation.html:") + QString::fromUtf8(place)
                            << QString::fromLatin1(reason);
    };
    const char* const fetches = "reaches for a file or a network; pictures are qr: and rule: alone";
    const char* const large = "larger than the sheet has room for between its margins";
    const char* const byValue = "a value stands in a style or a size: only {{topMm}}mm and {{width}}% may";
    const char* const spans = "a cell spans 100 rows or columns at most";
    const char* const font = "a font has 100 pt at most";
    row("no page set-up", "<meta name=\"page\" content=\"A4 portrait 20mm 20mm 20mm 30mm\">", "", "1");
    row("unknown sheet", "A4 portrait", "A3 portrait", "4");
    row("tag that is not closed", "{{volume}}", "{{volume", "8");
    row("block that is not closed", "{{/if}}", "", "18");
    row("unknown tag", "{{volume}}", "{{volume html}}", "8 {{volume html}}", "no such tag");
    row("unknown filter", "{{signerTitle|upper}}", "{{signerTitle|uper}}", "14 {{signerTitle|uper}}", "no such filter: there are |upper and |url");
    row("filter with a space", "{{signerTitle|upper}}", "{{signerTitle | upper}}", "14 {{signerTitle | upper}}",
        "no such filter: there are |upper and |url");
    row("misspelt value", "{{fact_boat}}", "{{fact_baot}}", "10 {{fact_baot}}");
    row("misspelt condition", "{{#if capacity}}", "{{#if capasity}}", "13 {{capasity}}");
    row("value of another block", "{{volume}}", "{{payer}}", "8 {{payer}}");
    row("what may be missing", "{{#if fact_flag}}<p>Quốc tịch: {{fact_flag}}</p>{{/if}}", "<p>{{fact_flag}}</p>", "11 {{fact_flag}}");
    row("asked for, but used outside", "{{#if capacity}}", "{{#if capacity}}{{else}}{{capacity}}{{/if}}{{#if fact_flag}}", "13 {{capacity}}");
    row("yes or no as a text", "{{fact_use}}", "{{fact_foreign}}", "10 {{fact_foreign}}");
    row("no list", "{{fact_use}}", "{{#each fact_use}}x{{/each}}", "10 {{fact_use}}");
    row("number of no list", "{{fact_use}}", "{{@number}}", "10 {{@number}}");
    row("picture of a file", "</body>", "<img src=\"file:///etc/passwd\">", "16");
    row("a size that no sheet has", "</body>", "<table width=\"99999999\"><tr><td>x</td></tr></table>", "16");
    row("picture of a network", "</body>", "<IMG\nSRC = http://example.org/x.png>", "17");
    row("picture by a bare name", "</body>", "<img src='x.png'>", "16");
    row("picture behind an escape", "</body>", "<img src=\"&#102;ile:x\">", "16");
    row("background", "<body>", "<body background=\"x.png\">", "6");
    row("background by style", "<body>", "<body style=\"background-image: url(x.png)\">", "6");
    row("background by an escaped style", "<body>", "<body style=\"background-image: u\\72l(x.png)\">", "6");
    row("style sheet", "</head>", "<link rel=\"stylesheet\" href=\"x.css\"></head>", "5");
    row("imported style", "</head>", "<style>@import 'x.css';</style></head>", "5");
    row("imported style in a tag", "<body>", "<body style=\"@import 'x.css'\">", "6", fetches);
    row("picture by its other name", "</body>", "<img source=\"x.png\">", "16", fetches);
    row("picture in a block", "</body>", "<img {{#if capacity}}src=\"x.png\"{{/if}}>", "16", fetches);
    row("picture by a value", "</body>", "<img src=\"{{number}}\">", "16", fetches);
    row("link to a file", "</body>", "<a href=\"file:///etc/passwd\">x</a>", "16", fetches);
    row("link to a network", "</body>", "<A HREF='http://example.org/'>x</A>", "16", fetches);
    row("link without quotes", "</body>", "<a href=mailto:x@example.org>x</a>", "16", fetches);
    row("link by a bare name", "</body>", "<a href=\"x.html\">x</a>", "16", fetches);
    row("link by another space of names", "</body>", "<svg><image xlink:href=\"x.svg\"/></svg>", "16", fetches);
    row("link behind an escape", "</body>", "<a title=\"h&#116;tp://example.org\">x</a>", "16", fetches);
    row("background of a cell", "</body>", "<table><tr><td background=\"x.png\">x</td></tr></table>", "16", fetches);
    row("any scheme in any attribute", "</body>", "<p data-x=\"ftp://example.org\">x</p>", "16", fetches);
    row("style from a file", "</head>", "<style>p { background: url(file:x.png) }</style></head>", "5", fetches);
    // The sheet is A4 with 160 mm between its margins, and 257 mm from the one above to the one below.
    row("picture wider than its sheet", "</body>", "<img src=\"rule:\" width=\"161mm\" height=\"1mm\">", "16", large);
    row("picture higher than its sheet", "</body>", "<img src=\"qr:x\" width=\"22mm\" height=\"258mm\">", "16", large);
    row("picture in pixels", "</body>", "<img src='qr:x' width=900 height=90>", "16", large);
    row("picture with an exponent", "</body>", "<img src=\"qr:x\" width=\"1e9\">", "16", large);
    row("picture twice its sheet", "</body>", "<img src=\"qr:x\" width=\"200%\">", "16", large);
    row("size by a style of its own", "</body>", "<img src=\"qr:x\" style=\"color: red; width: 17cm\">", "16", large);
    row("size by a style without quotes", "</body>", "<img src=qr:x style=height:30cm>", "16", large);
    row("size by a style with an escape", "</body>", "<img src=\"qr:x\" style=\"wi\\64th: 9999px\">", "16", large);
    row("size by a style with a long escape", "</body>", "<img src=\"qr:x\" style=\"wi&#x00000000064;th: 9999px\">", "16", large);
    row("size by a style with a needless escape", "</body>", "<img src=\"qr:x\" style=\"\\width: 9999px\">", "16", large);
    row("size by a tag's style", "</head>", "<style>\nimg { height: 300mm }</style></head>", "6", large);
    row("size by a class", "</head>", "<style>p { color: red }\n\n.wide { width/**/: 7in; }</style></head>", "7", large);
    row("size by another's child", "</head>", "<style>td > img#code { color: red; max-width: 500pt }</style></head>", "5", large);
    row("size in two rows", "</head>", "<style>@media print { img {\n min-height: 99999mm } }</style></head>", "6", large);
    const QByteArray longest = "<style>p { width: " + QByteArray("1 ").repeated(30'000) + "9999mm }</style></head>";
    row("size at the end of a long style", "</head>", longest.constData(), "5", large);
    row("size by a value", "</body>", "<img src=\"rule:\" width=\"{{fact_length}}mm\" height=\"1mm\">", "16", byValue);
    row("style by a value", "</body>", "<p style=\"font-size: {{fact_length}}pt\">x</p>", "16", byValue);
    row("margin beyond the sheet", "</body>", "<p style=\"margin-top: -400mm\">x</p>", "16", large);
    row("cells' margin beyond the sheet", "</body>", "<table cellpadding=\"9999\"><tr><td>x</td></tr></table>", "16", large);
    row("lines beyond the sheet", "</body>", "<p style=\"line-height: 9000%\">x</p>", "16", large);
    row("cell over too many columns", "</body>", "<table><tr><td colspan=\"101\">x</td></tr></table>", "16", spans);
    row("cell over too many rows", "</body>", "<table><tr><td ROWSPAN = 9999>x</td></tr></table>", "16", spans);
    row("font beyond reason", "</body>", "<p style=\"font-size: 101pt\">x</p>", "16", font);
    row("font beyond reason by a tag's style", "</head>", "<style>p { font-size: 40mm }</style></head>", "5", font);
    row("font beyond reason in short", "</body>", "<p style=\"font: bold 900pt Tinos\">x</p>", "16", font);
    row("font with an exponent", "</body>", "<p style=\"font-size: 1e6pt\">x</p>", "16", font);
    row("sign that does not show", "Chủ tàu", "Chủ \xE2\x80\xAEtàu", "9");
}

void tst_TemplateProof::brokenTemplatesAreRefused() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, place);
    QFETCH(QString, reason);
    const QString form = QStringLiteral("boat-attestation");
    QString text = inventedJob().value(QLatin1String("templates")).toObject().value(form).toString();
    QVERIFY(text.contains(QString::fromUtf8(from)));
    text.replace(QString::fromUtf8(from), QString::fromUtf8(to));
    const auto job = proveJobKind(replaced(inventedJob(), {"templates", form}, text).toObject());
    QVERIFY(!job);
    QCOMPARE(job.error().code, QStringLiteral("job.template"));
    QCOMPARE(job.error().detail.value(QStringLiteral("place")), place);
    QVERIFY2(isWorded(job.error()), qPrintable(job.error().toLogLine()));
    if (!reason.isEmpty())
        QCOMPARE(job.error().detail.value(QStringLiteral("reason")), reason);
}

void tst_TemplateProof::whatFitsIsPublished_data() {
    QTest::addColumn<QString>("markup");
    for (const char* markup :
        {"<img src=\"rule:\" width=\"160mm\" height=\"257mm\">", "<img src=\"qr:{{number|url}}\" width=\"22mm\" height=\"22mm\">",
            "<img src='rule:' width=100% height=1>", "<img src=\"rule:none\" width=\"0.1mm\" height=\"{{topMm}}mm\">", "<a href=\"#place\">x</a>",
            "<p style=\"font: bold 100pt/1.5 Tinos; font-weight: 900; color: #12ab99; margin: 0 2em -7mm\">x</p>",
            "<table width=\"100%\" border=\"1\" cellpadding=\"4\"><tr><td colspan=\"100\" rowspan=\"2\">x</td></tr></table>",
            "<p>Ký hiệu = STC:01, trang 3: dài 900 mm, cao 2000 mm; 12345678 đồng</p>",
            "<p xml:lang=\"vi\" xmlns=\"http://www.w3.org/1999/xhtml\">x</p>",
            "<style>p:first-child { line-height: 108% } td.a, td.b { width: 50% }</style>", "<!-- <img src=\"x.png\" width=\"900mm\"> -->"})
        QTest::newRow(markup) << QString::fromUtf8(markup);
}

void tst_TemplateProof::whatFitsIsPublished() {
    QFETCH(QString, markup);
    const QString form = QStringLiteral("boat-attestation");
    QString text = inventedJob().value(QLatin1String("templates")).toObject().value(form).toString();
    text.replace(QLatin1String("</body>"), markup + QStringLiteral("</body>"));
    const auto job = proveJobKind(replaced(inventedJob(), {"templates", form}, text).toObject());
    QVERIFY2(job, job ? "" : qPrintable(job.error().toLogLine()));
}

/// What comes with the program holds to what the province must hold to.
void tst_TemplateProof::builtInOnesFit() {
    for (const QString& form : builtInForms()) {
        QFile file(QStringLiteral(":/forms/print/%1.html").arg(form));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (const auto check : {&motcua::forms::fetchFault, &motcua::forms::sizeFault})
            if (const auto fault = check(text))
                QFAIL(qPrintable(QStringLiteral("%1.html:%2 %3").arg(form, QString::number(fault->line), QLatin1String(fault->reason))));
    }
}

void tst_TemplateProof::templatesOfOtherPapers() {
    const auto with = [](const QString& form, const QString& text) {
        return proveJobKind(replaced(inventedJob(), {"templates", form}, text).toObject());
    };
    const QString head = QStringLiteral("<meta name=\"page\" content=\"A5 portrait 12mm\">");
    // A kind may have its own receipt; it says what the receipt says.
    QVERIFY(with(QStringLiteral("form-01"), head + QStringLiteral("{{code}}{{#each papers}}{{@number}}{{name}}{{applicant}}{{/each}}")));
    QVERIFY(with(QStringLiteral("form-01"), head + QStringLiteral("{{#if fee}}{{fee}} {{feeStatus}}{{/if}}")));
    QVERIFY(!with(QStringLiteral("form-01"), head + QStringLiteral("{{feeStatus}}")));
    QVERIFY(!with(QStringLiteral("form-01"), head + QStringLiteral("{{fact_boat}}")));
    const auto unused = with(QStringLiteral("boat-atestation"), head + QStringLiteral("x"));
    QVERIFY(!unused);
    QCOMPARE(unused.error().detail.value(QStringLiteral("place")), QStringLiteral("boat-atestation.html:1"));
    QVERIFY2(isWorded(unused.error()), qPrintable(unused.error().toLogLine()));
}

QTEST_APPLESS_MAIN(tst_TemplateProof)
#include "tst_TemplateProof.moc"
