#include "app/forms/Template.h"
#include "app/forms/WholeWords.h"
#include "app/paper/SheetLayout.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using motcua::forms::Template;

class tst_Template : public QObject {
    Q_OBJECT

private slots:
    void expands_data();
    void expands();
    void namesTheMissingValue_data();
    void namesTheMissingValue();
    void refusesBadText_data();
    void refusesBadText();
    void readsThePage();
    void keepsWholeWhatBelongsTogether_data();
    void keepsWholeWhatBelongsTogether();
};

namespace {

const QString head = QStringLiteral("<meta name=\"page\" content=\"A5 portrait 12mm\">");

QJsonObject object(const char* json) {
    return QJsonDocument::fromJson(json).object();
}

}

void tst_Template::expands_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QJsonObject>("values");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* text, const char* json, const char* expected) {
        QTest::newRow(name) << QString::fromUtf8(text) << object(json) << QString::fromUtf8(expected);
    };
    row("value", "a {{x}} b", R"({"x":"Đặng"})", "a Đặng b");
    row("spaces in the tag", "{{ x }}", R"({"x":"1"})", "1");
    row("number", "{{x}}/{{y}}", R"({"x":2026,"y":1.5})", "2026/1.5");
    row("escapes", "{{x}}", R"({"x":"<b>&\"</b>"})", "&lt;b&gt;&amp;&quot;&lt;/b&gt;");
    row("a value is never a tag", "{{x}}", R"({"x":"{{y}}","y":"no"})", "{{y}}");
    row("lines", "{{x}}", R"({"x":"a\r\nb"})", "a<br/>b");
    row("control characters", "{{x}}", R"({"x":"a\u0007b\u0000c"})", "a b c");
    row("decomposed becomes composed", "{{x}}", "{\"x\":\"Hu\xCC\x9Bo\xCC\x9B\xCC\x80ng\"}", "Hường");
    row("upper", "{{x|upper}}", R"({"x":"ủy ban xã Đường"})", "ỦY BAN XÃ ĐƯỜNG");
    row("url", "{{x|url}}", R"({"x":"a b\"%/"})", "a%20b%22%25%2F");
    row("each", "{{#each p}}{{@number}}{{n}};{{/each}}", R"({"p":[{"n":"a"},{"n":"b"}]})", "1a;2b;");
    row("each of plain items", "{{#each p}}{{.}};{{/each}}", R"({"p":["a","b"]})", "a;b;");
    row("each of one object", "{{#each p}}{{n}}{{/each}}", R"({"p":{"n":"a"}})", "a");
    row("each of nothing", "[{{#each p}}x{{/each}}]", R"({"p":[]})", "[]");
    row("looks outwards", "{{#each p}}{{o}}{{/each}}", R"({"p":[{},{"o":"in"}],"o":"out"})", "outin");
    row("if there", "{{#if x}}{{x}}{{else}}none{{/if}}", R"({"x":"1"})", "1");
    row("if absent", "{{#if x}}{{x}}{{else}}none{{/if}}", R"({})", "none");
    row("if blank", "{{#if x}}y{{else}}n{{/if}}", R"({"x":"  "})", "n");
    row("if false", "{{#if x}}y{{else}}n{{/if}}", R"({"x":false})", "n");
    row("if zero", "{{#if x}}y{{else}}n{{/if}}", R"({"x":0})", "n");
    row("if empty list", "{{#if x}}y{{else}}n{{/if}}", R"({"x":[]})", "n");
    row("nested", "{{#each p}}{{#if q}}{{#each q}}{{.}}{{/each}}{{else}}-{{/if}}{{/each}}", R"({"p":[{"q":["a","b"]},{}]})", "ab-");
    row("comments are dropped", "a<!-- {{x}} {{#if -->b", R"({})", "ab");
}

void tst_Template::expands() {
    QFETCH(QString, text);
    QFETCH(QJsonObject, values);
    QFETCH(QString, expected);
    const auto form = Template::parse(head + text);
    QVERIFY2(form, form ? "" : qPrintable(form.error().toLogLine()));
    const auto html = form->expand(values);
    QVERIFY2(html, html ? "" : qPrintable(html.error().toLogLine()));
    QCOMPARE(html->mid(head.size()), expected);
}

void tst_Template::namesTheMissingValue_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QJsonObject>("values");
    QTest::addColumn<QString>("field");
    QTest::newRow("absent") << "{{code}}" << object("{}") << "code";
    QTest::newRow("blank") << "{{code}}" << object(R"({"code":" "})") << "code";
    QTest::newRow("null") << "{{code}}" << object(R"({"code":null})") << "code";
    QTest::newRow("a list is no value") << "{{code}}" << object(R"({"code":["a"]})") << "code";
    QTest::newRow("true is no value") << "{{code}}" << object(R"({"code":true})") << "code";
    QTest::newRow("list absent") << "{{#each papers}}x{{/each}}" << object("{}") << "papers";
    QTest::newRow("list is text") << "{{#each papers}}x{{/each}}" << object(R"({"papers":"a"})") << "papers";
    QTest::newRow("in an item") << "{{#each p}}{{name}}{{/each}}" << object(R"({"p":[{"name":"a"},{}]})") << "name";
}

void tst_Template::namesTheMissingValue() {
    QFETCH(QString, text);
    QFETCH(QJsonObject, values);
    QFETCH(QString, field);
    const auto form = Template::parse(head + text);
    QVERIFY(form);
    const auto html = form->expand(values);
    QVERIFY(!html);
    QCOMPARE(html.error().code, QStringLiteral("paper.missing-value"));
    QCOMPARE(html.error().detail.value("field"), field);
}

void tst_Template::refusesBadText_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    const QString page = head + QLatin1Char('\n');
    QTest::newRow("tag not closed") << page + "{{x"
                                    << "2";
    QTest::newRow("block not closed") << page + "{{#if x}}\n\n"
                                      << "4";
    QTest::newRow("close without open") << page + "\n{{/each}}"
                                        << "3";
    QTest::newRow("crossed blocks") << page + "{{#if x}}{{#each y}}{{/if}}{{/each}}"
                                    << "2";
    QTest::newRow("else alone") << page + "{{else}}"
                                << "2";
    QTest::newRow("else twice") << page + "{{#if x}}{{else}}{{else}}{{/if}}"
                                << "2";
    QTest::newRow("else in each") << page + "{{#each x}}{{else}}{{/each}}"
                                  << "2";
    QTest::newRow("unknown block") << page + "{{#with x}}{{/with}}"
                                   << "2";
    QTest::newRow("unknown filter") << page + "{{x|html}}"
                                    << "2";
    QTest::newRow("expression") << page + "{{x + 1}}"
                                << "2";
    QTest::newRow("empty tag") << page + "{{}}"
                               << "2";
    QTest::newRow("after a comment of 3 lines") << page + "<!--\n\n-->\n{{/if}}"
                                                << "5";
    QTest::newRow("too deep") << page + QStringLiteral("{{#if x}}").repeated(17) << "2";
    QTest::newRow("no page") << "<p>"
                             << "1";
    QTest::newRow("unknown page") << "\n<meta name=\"page\" content=\"A3 portrait 12mm\">"
                                  << "2";
    QTest::newRow("two margins") << "<meta name=\"page\" content=\"A4 portrait 1mm 2mm\">"
                                 << "1";
    QTest::newRow("margins wider than the sheet") << "<meta name=\"page\" content=\"A5 portrait 10mm 70mm 10mm 70mm\">"
                                                  << "1";
}

void tst_Template::refusesBadText() {
    QFETCH(QString, text);
    QFETCH(QString, line);
    const auto form = Template::parse(text);
    QVERIFY(!form);
    QCOMPARE(form.error().code, QStringLiteral("paper.bad-template"));
    QCOMPARE(form.error().detail.value("line"), line);
}

void tst_Template::readsThePage() {
    const auto form = Template::parse(QStringLiteral("<title>Sổ</title><meta name=\"page\" content=\"A4 landscape 20mm 15mm 10mm 5.5mm\">"
                                                     "<meta name=\"page-number\" content=\"top\">"));
    QVERIFY(form);
    QCOMPARE(form->title(), QStringLiteral("Sổ"));
    const QPageLayout sheet = motcua::paper::layoutOf(form->page());
    QCOMPARE(sheet.fullRect(QPageLayout::Millimeter).size().toSize(), QSize(297, 210));
    QCOMPARE(sheet.margins(QPageLayout::Millimeter), QMarginsF(5.5, 20, 15, 10));
    QVERIFY(form->page().numbered);
}

/// "_" is a no-break space, "&" a word joiner.
void tst_Template::keepsWholeWhatBelongsTogether_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("decree") << "Nghị định số 23/2015/NĐ-CP năm 2015"
                            << "Nghị_định số_23/&2015/&NĐ-&CP năm_2015";
    QTest::newRow("volume") << "Thay số 00001, quyển số 01/2026-SCT/BS"
                            << "Thay số_00001, quyển số 01/&2026-&SCT/&BS";
    QTest::newRow("article") << "điểm a khoản 2 Điều 17 Nghị định này"
                             << "điểm_a khoản_2 Điều_17 Nghị định này";
    QTest::newRow("phone") << "điện thoại 0203 3888 999"
                           << "điện thoại_0203_3888_999";
    QTest::newRow("paper's number") << "Giấy ủy quyền số 125/GUQ"
                                    << "Giấy ủy quyền số_125/&GUQ";
    QTest::newRow("mobile") << "0912 345 678"
                            << "0912_345_678";
    QTest::newRow("brackets") << "Giấy khai sinh (xuất trình)"
                              << "Giấy khai sinh (xuất_trình)";
    QTest::newRow("dash") << "phường Văn Miếu - Quốc Tử Giám"
                          << "phường_Văn_Miếu_- Quốc_Tử_Giám";
    QTest::newRow("last syllable") << "Phó Chủ tịch"
                                   << "Phó Chủ_tịch";
    QTest::newRow("long last words") << "yêu cầu chứng thực"
                                     << "yêu cầu chứng thực";
    QTest::newRow("moment") << "lúc 09 giờ 00 phút, ngày 26 tháng 11 năm 2026."
                            << "lúc_09_giờ_00_phút, ngày_26 tháng_11 năm_2026.";
    QTest::newRow("limits") << "05 ngày làm việc, 02 tháng, 3 trang, 10.000 đồng"
                            << "05_ngày làm việc, 02_tháng, 3_trang, 10.000_đồng";
    QTest::newRow("post") << "qua dịch vụ bưu chính công ích"
                          << "qua dịch vụ bưu_chính_công_ích";
    QTest::newRow("places") << "Tổ 3, phường Bãi Cháy, tỉnh Quảng Ninh nhận"
                            << "Tổ 3, phường_Bãi_Cháy, tỉnh_Quảng_Ninh nhận";
    QTest::newRow("no place") << "xã có tờ khai"
                              << "xã có tờ_khai";
    QTest::newRow("too long a code") << "https://dichvucong.gov.vn/p/home-dvc-trang-chu"
                                     << "https://dichvucong.gov.vn/p/home-dvc-trang-chu";
    QTest::newRow("nothing") << ""
                             << "";
}

void tst_Template::keepsWholeWhatBelongsTogether() {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QString kept = motcua::forms::keptWhole(text);
    kept.replace(QChar(QChar::Nbsp), QLatin1Char('_')).replace(QChar(0x2060), QLatin1Char('&'));
    QCOMPARE(kept, expected);
}

QTEST_APPLESS_MAIN(tst_Template)
#include "tst_Template.moc"
