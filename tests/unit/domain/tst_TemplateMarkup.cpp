// The markup that a template may have when the province publishes it.

#include "InventedJob.h"
#include "WordedReason.h"
#include "app/domain/jobs/JobProof.h"
#include "app/forms/MarkupReasons.h"

#include <QTest>

using namespace motcua::domain;
using namespace motcua::domain::test;
namespace reasons = motcua::forms::reasons;

class tst_TemplateMarkup : public QObject {
    Q_OBJECT

private slots:
    void isRefused_data();
    void isRefused();
    void isPublished_data();
    void isPublished();
};

namespace {

motcua::base::Result<JobKind> publishedWith(const QString& markup) {
    const QString form = QStringLiteral("boat-attestation");
    QString text = inventedJob().value(QLatin1String("templates")).toObject().value(form).toString();
    // A style stands in the head, in line 5; all else at the end, in line 16.
    const QString end = QLatin1String(markup.startsWith(QLatin1String("<style")) ? "</head>" : "</body>");
    text.replace(end, markup + end);
    return proveJobKind(replaced(inventedJob(), {"templates", form}, text).toObject());
}

void addTags(void (*row)(const char*, const QByteArray&, const char*, const char*)) {
    row("a < in the text", "<p>3 < 5 và mã 1234567</p>", "16", reasons::noTagBegins);
    row("a < before a digit", "<p><3</p>", "16", reasons::noTagBegins);
    row("a comment that is not closed", "<!-- x", "16", reasons::noTagBegins);
    row("an instruction", "<?xml version=\"1.0\"?>", "16", reasons::noTagBegins);
    row("many spaces in a tag", '<' + QByteArray(60'000, ' ') + "style>", "16", reasons::noTagBegins);
    row("large letters", "<P>x</P>", "16", reasons::notWrittenSo);
    row("an attribute in large letters", "<img SRC=\"qr:x\">", "16 <img>", reasons::notWrittenSo);
    row("without quotes", "<table width=9999><tr><td>x</td></tr></table>", "16 <table>", reasons::notWrittenSo);
    row("without a value", "<td nowrap>x</td>", "16 <td>", reasons::notWrittenSo);
    row("spaces round the sign", "<img src = \"qr:x\">", "16 <img>", reasons::notWrittenSo);
    row("no space between attributes", "<img src=\"qr:x\"width=\"9\">", "16 <img>", reasons::notWrittenSo);
    row("a backslash before a quote", "<p title='a\\'b'>x</p>", "16 <p>", reasons::notWrittenSo);
    row("a tag in a quote", "<p title=\"<style>\">y</p><p style=\"margin-left:9999mm\">x y z</p>", "16 <p>", reasons::notWrittenSo);
    row("a tag's end in a quote", "<p title=\">\" style=\"margin-left:8888mm\">x</p>", "16 <p>", reasons::notWrittenSo);
    row("a quote in a value", "<p class=style=\"><p style=\"margin-left:9999mm\">x y z</p>", "16 <p>", reasons::notWrittenSo);
    row("a tag that is not ended", "<p style=\"margin-left:99999mm", "16 <p>", reasons::notWrittenSo);
    row("many attributes", "<a x" + QByteArray(" y=1").repeated(30'000) + '>', "16 <a>", reasons::notWrittenSo);
    row("a tag like a style", "<style-x><p style=\"margin-left:9999mm\">x y z</p>", "5", reasons::notWrittenSo);
    row("a tag that is none", "<blink>x</blink>", "16 <blink>", reasons::noSuchTag);
    row("a script", "<script>x</script>", "16 <script>", reasons::noSuchTag);
    row("a style sheet from a file", "<link href=\"x.css\">", "16 <link>", reasons::noSuchTag);
    row("a drawing", "<svg>x</svg>", "16 <svg>", reasons::noSuchTag);
    row("an attribute that is none", "<p data-style=\"margin-left:9999mm\">x</p>", "16 <p data-style>", reasons::noSuchAttribute);
    row("what is done on a click", "<p onclick=\"x\">x</p>", "16 <p onclick>", reasons::noSuchAttribute);
    row("an attribute twice", "<img src=\"qr:x\" src=\"rule:\">", "16 <img src>", reasons::twiceInTag);
    row("no such alignment", "<p align=\"centre\">x</p>", "16 <p align>", reasons::noSuchWord);
    row("no colour", "<font color=\"#12345\">x</font>", "16 <font color>", reasons::noSuchWord);
    row("a value as a tag", "<{{fact_boat}}>x</p>", "16", reasons::valueInTag);
    row("a value as an attribute", "<p {{fact_boat}}>x</p>", "16 <p>", reasons::valueInTag);
    row("a value as a picture's attribute", "<img {{applicant}}>", "16 <img>", reasons::valueInTag);
    row("a block in a tag", "<img {{#if capacity}}src=\"x.png\"{{/if}}>", "16 <img>", reasons::valueInTag);
    row("a block in a value", "<p align=\"{{#if capacity}}left{{/if}}\">x</p>", "16 <p align>", reasons::valueInTag);
    row("a value in a title", "<p title=\"{{applicant}}\">x</p>", "16 <p title>", reasons::valueInTag);
    row("a value as a class", "<p class=\"{{fact_boat}}\">x</p>", "16 <p class>", reasons::valueInTag);
    row("a value for a code without |url", "<img src=\"qr:{{number}}\">", "16 <img src>", reasons::valueInTag);
    row("a picture of a file", "<img src=\"file:///etc/passwd\">", "16 <img src>", reasons::fetches);
    row("a picture of a network", "<img\nsrc=\"http://example.org/x.png\">", "17 <img src>", reasons::fetches);
    row("a picture by a bare name", "<img src='x.png'>", "16 <img src>", reasons::fetches);
    row("a picture behind an escape", "<img src=\"&#102;ile:x\">", "16 <img src>", reasons::fetches);
    row("a picture by a value", "<img src=\"{{number|url}}\">", "16 <img src>", reasons::fetches);
    row("a picture by its other name", "<img source=\"x.png\">", "16 <img source>", reasons::noSuchAttribute);
    row("a picture of nothing", "<img width=\"10mm\">", "16 <img>", reasons::pictureWithoutSource);
    row("a background", "<table background=\"x.png\"><tr><td>x</td></tr></table>", "16 <table background>", reasons::noSuchAttribute);
    row("a link to a file", "<a href=\"file:///etc/passwd\">x</a>", "16 <a href>", reasons::fetches);
    row("a link by a bare name", "<a href=\"x.html\">x</a>", "16 <a href>", reasons::fetches);
    row("a code that is too long", "<img src=\"qr:" + QByteArray(501, 'x') + "\">", "16 <img src>", reasons::longCode);
    row("a code of 100,000 letters", "<img src=\"qr:" + QByteArray(100'000, 'x') + "\">", "16 <img src>", reasons::longCode);
    row("a code of nothing", "<img src=\"qr:\">", "16 <img src>", reasons::noSuchWord);
    row("a code that an address would end", "<img src=\"qr:https://example.org/?a=b\">", "16 <img src>", reasons::noSuchWord);
}

void addPlaces(void (*row)(const char*, const QByteArray&, const char*, const char*)) {
    row("tables three deep", QByteArray("<table><tr><td>").repeated(3) + QByteArray("</td></tr></table>").repeated(3), "16 <table>",
        reasons::tablesTooDeep);
    row("tables 24 deep", QByteArray("<table><tr><td>").repeated(24) + QByteArray("</td></tr></table>").repeated(24), "16 <table>",
        reasons::tablesTooDeep);
    row("tables in a block three deep",
        "<table><tr><td>{{#if capacity}}<table><tr><td><table><tr><td></td></tr></table></td></tr></table>{{/if}}</td></tr></table>", "16 <table>",
        reasons::tablesTooDeep);
    row("quotes 300 deep", QByteArray("<blockquote>").repeated(300) + QByteArray("</blockquote>").repeated(300), "16 <blockquote>",
        reasons::tagsTooDeep);
    row("a tag that is not closed", "<b>x", "16 </body>", reasons::notOpen);
    row("closes what is not open", "<p>x</p></p>", "16 </p>", reasons::notOpen);
    row("closes them crosswise", "<p><b>x</p></b>", "16 </p>", reasons::notOpen);
    row("closes what has no end", "<br></br>", "16 </br>", reasons::notOpen);
    row("opens in a condition", "{{#if capacity}}<p>{{/if}}x</p>", "16", reasons::acrossBlock);
    row("closes in a condition", "<p>x{{#if capacity}}</p>{{/if}}", "16", reasons::acrossBlock);
    row("opens another in another branch", "{{#if capacity}}<p>{{else}}<div>{{/if}}x</p>", "16", reasons::acrossBlock);
    row("a cell without a table", "<td>x</td>", "16 <td>", reasons::misplaced);
    row("a row in a row", "<table><tr><tr></tr></tr></table>", "16 <tr>", reasons::misplaced);
    row("an entry without a list", "<li>x</li>", "16 <li>", reasons::misplaced);
    row("a paragraph in a paragraph", "<p>x<p>y</p></p>", "16 <p>", reasons::misplaced);
    row("a second body", "<body>x</body>", "16 <body>", reasons::misplaced);
    row("text between cells", "<table><tr>{{number}}<td>x</td></tr></table>", "16 <tr>", reasons::betweenCells);
    row("text between rows", "<table>x<tr><td>x</td></tr></table>", "16 <table>", reasons::betweenCells);
}

void addSizes(void (*row)(const char*, const QByteArray&, const char*, const char*)) {
    row("picture wider than its sheet", "<img src=\"rule:\" width=\"161mm\" height=\"1mm\">", "16 <img width>", reasons::tooLarge);
    row("picture higher than its sheet", "<img src=\"qr:x\" width=\"22mm\" height=\"258mm\">", "16 <img height>", reasons::tooLarge);
    row("picture in pixels", "<img src='qr:x' width='900' height='90'>", "16 <img width>", reasons::tooLarge);
    row("picture twice its sheet", "<img src=\"qr:x\" width=\"200%\">", "16 <img width>", reasons::tooLarge);
    row("picture with an exponent", "<img src=\"qr:x\" width=\"1e9\">", "16 <img width>", reasons::noSuchWord);
    row("size with a sign", "<table width=\"+9999\"><tr><td>x</td></tr></table>", "16 <table width>", reasons::noSuchWord);
    row("size in digits of another script", "<table width=\"٩٩٩٩٩٩\"><tr><td>x</td></tr></table>", "16 <table width>", reasons::noSuchWord);
    row("size of many digits", "<table width=\"99999999\"><tr><td>x</td></tr></table>", "16 <table width>", reasons::noSuchWord);
    row("size by a value", "<img src=\"rule:\" width=\"{{fact_length}}mm\" height=\"1mm\">", "16 <img width>", reasons::valueInTag);
    row("width by a height's value", "<img src=\"rule:\" width=\"{{topMm}}mm\">", "16 <img width>", reasons::valueInTag);
    row("margin by a height's value", "<p style=\"margin-left: {{topMm}}mm\">x</p>", "16 <p style> margin-left", reasons::valueInTag);
    row("cells' margin beyond the sheet", "<table cellpadding=\"9999\"><tr><td>x</td></tr></table>", "16 <table cellpadding>", reasons::tooLarge);
    row("cells' margins at both sides", "<table cellpadding=\"600\"><tr><td>x</td></tr></table>", "16 <td>", reasons::noRoom);
    row("cells' margins of many", "<table cellpadding=\"10\"><tr>" + QByteArray("<td>x</td>").repeated(60) + "</tr></table>", "16 <td>",
        reasons::noRoom);
    row("cells' distance", "<table cellspacing=\"600\"><tr><td>x</td></tr></table>", "16 <table>", reasons::noRoom);
    row("margins in one another", "<div style=\"margin-left: 90mm\"><div style=\"margin-left: 90mm\">x</div></div>", "16 <div>", reasons::noRoom);
    row("margins at both sides", "<p style=\"margin: 0 90mm\">x</p>", "16 <p>", reasons::noRoom);
    row("margins in one branch", "{{#if capacity}}<div style=\"margin-left: 90mm\">{{else}}<div>{{/if}}<p style=\"margin-left: 90mm\">x</p></div>",
        "16 <p>", reasons::noRoom);
    row("cell over too many columns", "<table><tr><td colspan=\"101\">x</td></tr></table>", "16 <td colspan>", reasons::spansTooMuch);
    row("cell over too many rows", "<table><tr><td rowspan=\"9999\">x</td></tr></table>", "16 <td rowspan>", reasons::spansTooMuch);
    row("cell over no column", "<table><tr><td colspan=\"0\">x</td></tr></table>", "16 <td colspan>", reasons::noSuchWord);
    row("too many columns", "<table><tr><td colspan=\"60\">x</td><td colspan=\"60\">x</td></tr></table>", "16 <td>", reasons::tooManyColumns);
    row("too many columns from above", "<table><tr><td colspan=\"60\" rowspan=\"2\">x</td></tr><tr><td colspan=\"60\">x</td></tr></table>", "16 <td>",
        reasons::tooManyColumns);
    row("text before a size", "<p>width=\" </p><table width=\"9999\"><tr><td>x</td></tr></table>", "16 <table width>", reasons::tooLarge);
}

void addStyles(void (*row)(const char*, const QByteArray&, const char*, const char*)) {
    row("style as a value", "<p style=\"{{fact_boat}}\">x</p>", "16 <p style>", reasons::valueInTag);
    row("style as a value without quotes", "<p style={{fact_boat}}>x</p>", "16 <p>", reasons::notWrittenSo);
    row("style sheet of a value", "<style>p { {{fact_boat}} }</style>", "5", reasons::valueInTag);
    row("style by a value", "<p style=\"font-size: {{fact_length}}pt\">x</p>", "16 <p style> font-size", reasons::valueInTag);
    row("style by a value in a block", "<p style=\"margin-left:9{{#if capacity}}{{fact_length}}{{/if}}9mm\">x</p>", "16 <p style> margin-left",
        reasons::valueInTag);
    row("indent of Qt's own", "<p style=\"-qt-block-indent:9999\">x</p>", "16 <p style> -qt-block-indent", reasons::noSuchProperty);
    row("picture by style", "<p style=\"background-image: url(x.png)\">x</p>", "16 <p style>", reasons::fetches);
    row("picture by an escaped style", "<p style=\"background: u\\72l(x.png)\">x</p>", "16 <p>", reasons::notWrittenSo);
    row("imported style", "<style>@import 'x.css';</style>", "5", reasons::fetches);
    row("imported style in a tag", "<p style=\"@import 'x.css'\">x</p>", "16 <p style>", reasons::fetches);
    row("picture from a file", "<style>p { background: url(file:x.png) }</style>", "5", reasons::fetches);
    row("escape in a style sheet", "<style>p { margin-\\6c\neft: 9999999px }</style>", "5", reasons::styleUnread);
    row("escape by an entity", "<p style=\"margin&#45;left: 9mm\">x</p>", "16 <p style>", reasons::styleUnread);
    row("comment over a style's end", "<style>/*</style><p style=\"margin-left:9999mm\">x y z</p><style>*/</style>", "5", reasons::styleUnread);
    row("style that is not closed", "<style>p { margin-left: 9mm", "5", reasons::styleUnread);
    row("rule for some media", "<style>@media print { img { height: 9mm } }</style>", "5", reasons::styleUnread);
    row("words of no style", "<p style=\"color: red blue; bold\">x</p>", "16 <p style>", reasons::styleUnread);
    row("value of no style", "<p style=\"color: expression(1)\">x</p>", "16 <p style> color", reasons::noSuchStyle);
    row("unit of no style", "<p style=\"margin-left: 5vw\">x</p>", "16 <p style> margin-left", reasons::noSuchStyle);
    row("digits of another script", "<p style=\"margin-left:９９９９px\">x</p>", "16 <p style> margin-left", reasons::noSuchStyle);
    row("an exponent", "<p style=\"margin-left:9e9px\">x</p>", "16 <p style> margin-left", reasons::noSuchStyle);
    row("colour of eight digits", "<p style=\"border: 1px solid #12345678\">x</p>", "16 <p style> border", reasons::noSuchStyle);
    row("size by a style of its own", "<img src=\"qr:x\" style=\"color: red; width: 17cm\">", "16 <img style> width", reasons::tooLarge);
    row("size by a tag's style", "<style>\nimg { height: 300mm }</style>", "6 height", reasons::tooLarge);
    row("size by a class", "<style>p { color: red }\n\n.wide { width/**/: 7in; }</style>", "7 width", reasons::tooLarge);
    row("size by another's child", "<style>td > img#code { color: red; max-width: 500pt }</style>", "5 max-width", reasons::tooLarge);
    row("size at the end of a long style", "<style>p { " + QByteArray("color: red; ").repeated(8'000) + "width: 9999mm }</style>", "5 width",
        reasons::tooLarge);
    row("margin beyond the sheet", "<p style=\"margin-top: -400mm\">x</p>", "16 <p style> margin-top", reasons::tooLarge);
    row("indent to the left of the sheet", "<p style=\"text-indent: -90mm\">x</p>", "16 <p style> text-indent", reasons::tooNegative);
    row("lines beyond the sheet", "<p style=\"line-height: 9000%\">x</p>", "16 <p style> line-height", reasons::tooLarge);
    row("font beyond reason", "<p style=\"font-size: 101pt\">x</p>", "16 <p style> font-size", reasons::tooLargeFont);
    row("font beyond reason in short", "<p style=\"font: bold 900pt Tinos\">x</p>", "16 <p style> font", reasons::tooLargeFont);
    row("text that looks like a style", "<p>style=\" </p><p style=\"margin-left:9999mm\">x y z</p>", "16 <p style> margin-left", reasons::tooLarge);
    row("a title that looks like a style", "<p title=\"a style='\">x</p><p style=\"margin-left:9999mm\">x y z</p>", "16 <p style> margin-left",
        reasons::tooLarge);
}

}

void tst_TemplateMarkup::isRefused_data() {
    QTest::addColumn<QString>("markup");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("reason");
    for (const auto add : {addTags, addPlaces, addSizes, addStyles})
        add([](const char* name, const QByteArray& markup, const char* place, const char* reason) {
            QTest::newRow(name) << QString::fromUtf8(markup) << QStringLiteral("boat-attestation.html:") + QString::fromUtf8(place)
                                << QString::fromUtf8(reason);
        });
}

void tst_TemplateMarkup::isRefused() {
    QFETCH(QString, markup);
    QFETCH(QString, place);
    QFETCH(QString, reason);
    const auto job = publishedWith(markup);
    QVERIFY(!job);
    QCOMPARE(job.error().code, QStringLiteral("job.template"));
    QCOMPARE(job.error().detail.value(QStringLiteral("place")), place);
    QCOMPARE(job.error().detail.value(QStringLiteral("reason")), reason);
    QVERIFY2(isWorded(job.error()), qPrintable(job.error().toLogLine()));
}

void tst_TemplateMarkup::isPublished_data() {
    QTest::addColumn<QString>("markup");
    for (const char* markup :
        {"<img src=\"rule:\" width=\"160mm\" height=\"257mm\">", "<img src=\"qr:{{number|url}}\" width=\"22mm\" height=\"22mm\">",
            "<img src='rule:' width='100%' height='1'>", "<img src=\"rule:none\" width=\"0.1mm\" height=\"{{topMm}}mm\">",
            "<img src=\"qr:https://dichvucong.gov.vn/{{number|url}}\">", "<img src=\"qr:STC%3F 01/2027, Hải Sơn\">",
            "<a href=\"#place\">x</a><a name=\"place\"></a>",
            "<p style=\"font: bold 100pt/1.5 Tinos; font-weight: 900; color: #12ab99; margin: 0 2em -7mm\">x</p>",
            "<p style=\"font-family: 'Times New Roman', serif; border: 1px solid rgb(0, 128, 255); text-align: center;\">x</p>",
            "<table width=\"100%\" border=\"1\" cellpadding=\"4\"><tr><td colspan=\"100\" rowspan=\"2\">x</td></tr></table>",
            "<table bgcolor=\"#112233\"><tr><th bgcolor=\"#fff\" width=\"30%\">x</th><td>y</td></tr></table>",
            "<font color=\"#000000\" size=\"+1\" face=\"Tinos\">x</font>", "<p>Ký hiệu = STC:01, trang 3: dài 900 mm, cao 2000 mm; 12345678 đồng</p>",
            "<p>Xem url (cổng dịch vụ), src = https, data = 5, href=x.html, style=5 width=9999, @import, 3 &lt; 5 > 2, R&D</p>",
            "<p title=\"x: 1234567\">x</p>", "<p xml:lang=\"vi\" xmlns=\"http://www.w3.org/1999/xhtml\">x</p>",
            "<style>p:first-child { line-height: 108% } td.a, td.b { width: 50% }</style>",
            "<style type=\"text/css\">\n/* 9999mm */\n.far { margin-left: 80mm; }\n#code > img { height: {{topMm}}mm }\n</style>", "<style></style>",
            "<!-- <img src=\"x.png\" width=\"900mm\"> < 5 -->", "<hr/><br/><p/>",
            "{{#if capacity}}<p align=\"left\">{{else}}<p align=\"right\">{{/if}}x</p>",
            "<table>{{#if capacity}}<tr><td>x</td></tr>{{/if}}<tr>{{#if capacity}}<td>x{{else}}<td>y{{/if}}</td></tr></table>",
            "<table><tr><td><div><table><tr><td><p><b><i><u><s><sub><small>x</small></sub></s></u></i></b></p></td></tr></table></div></td></tr></"
            "table>",
            "<ul><li>x<ol type=\"a\"><li>y</li></ol></li></ul><dl><dt>x</dt><dd>y</dd></dl><blockquote>x</blockquote><pre>x</pre><h1>x</h1>",
            "<div style=\"margin-left: 60mm\"><div style=\"margin-left: 60mm\">x</div></div>"})
        QTest::newRow(markup) << QString::fromUtf8(markup);
}

void tst_TemplateMarkup::isPublished() {
    QFETCH(QString, markup);
    const auto job = publishedWith(markup);
    QVERIFY2(job, job ? "" : qPrintable(job.error().toLogLine()));
}

QTEST_APPLESS_MAIN(tst_TemplateMarkup)
#include "tst_TemplateMarkup.moc"
