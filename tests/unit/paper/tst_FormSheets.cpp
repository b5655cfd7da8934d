#include "app/paper/HtmlFormRenderer.h"
#include "tests/unit/paper/FormReading.h"

#include <QImage>
#include <QJsonArray>
#include <QPainter>
#include <QPdfSelection>
#include <QRegularExpression>
#include <QTest>

using motcua::paper::HtmlFormRenderer;
using namespace motcua::test;

/// Where things stand on the sheets, and what a form does that needs more than one.
class tst_FormSheets : public QObject {
    Q_OBJECT

private slots:
    void attestationStandsWhereAsked_data();
    void attestationStandsWhereAsked();
    void longListFlowsOverSheets();
    void numberStaysWithItsText_data();
    void numberStaysWithItsText();
    void bookRepeatsItsHead();
    void bookIsClosedOnEachSheet();
    void bookWithoutARow_data();
    void bookWithoutARow();
    void signaturesStayWithTheirText_data();
    void signaturesStayWithTheirText();
    void longSignerFitsBelowTheCopy();
    void amountsAreNeverBroken();
};

void tst_FormSheets::attestationStandsWhereAsked_data() {
    QTest::addColumn<double>("topMm");
    QTest::newRow("high") << 20.0;
    QTest::newRow("middle") << 120.5;
    QTest::newRow("low") << 215.0;
}

void tst_FormSheets::attestationStandsWhereAsked() {
    QFETCH(double, topMm);
    HtmlFormRenderer renderer;
    QJsonObject values = example(QStringLiteral("attestation-copy"));
    values.insert(QStringLiteral("topMm"), topMm);
    const auto pdf = renderer.render(QStringLiteral("attestation-copy"), values);
    VERIFY_RENDERED(pdf);
    QPdfDocument document;
    QBuffer buffer;
    load(document, buffer, *pdf);
    QCOMPARE(document.pageCount(), 1);
    const double top = document.getAllText(0).boundingRectangle().top() * 25.4 / 72;
    QVERIFY2(top >= topMm - 0.5 && top <= topMm + 5, qPrintable(QString::number(top)));
}

void tst_FormSheets::longListFlowsOverSheets() {
    HtmlFormRenderer renderer;
    QJsonObject values = example(QStringLiteral("form-01"));
    QJsonArray papers;
    for (int i = 1; i <= 60; ++i)
        papers.append(QJsonObject{{"name", QStringLiteral("Giấy tờ thứ %1").arg(i)}, {"kind", "Bản sao"}, {"quantity", i}});
    values.insert(QStringLiteral("papers"), papers);
    const auto pdf = renderer.render(QStringLiteral("form-01"), values);
    VERIFY_RENDERED(pdf);
    QPdfDocument document;
    QBuffer buffer;
    load(document, buffer, *pdf);
    QVERIFY(document.pageCount() >= 3);
    const QString found = text(*pdf);
    for (int i = 1; i <= 60; ++i)
        QVERIFY2(found.contains(QStringLiteral("Giấy tờ thứ %1\n").arg(i)), qPrintable(QString::number(i)));
    QVERIFY(found.contains(QStringLiteral("NGƯỜI TIẾP NHẬN HỒ SƠ")));
}

void tst_FormSheets::numberStaysWithItsText_data() {
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("list");
    QTest::newRow("02") << "form-02"
                        << "items";
    QTest::newRow("03") << "form-03"
                        << "reasons";
}

/// However far down the sheet a number comes, its text begins beside it.
void tst_FormSheets::numberStaysWithItsText() {
    QFETCH(QString, form);
    QFETCH(QString, list);
    HtmlFormRenderer renderer;
    static const QRegularExpression lonely(QStringLiteral("(^|\\n)\\s*\\d+\\.\\s*$"));
    for (int lines = 1; lines <= 40; ++lines) {
        QJsonArray entries;
        for (const QString& words :
            {QStringLiteral("Giấy tờ cần bổ sung theo quy định của pháp luật về chứng thực và cải cách thủ tục. ").repeated(lines),
                QStringLiteral("Bản chính ").repeated(60), QStringLiteral("Ảnh chân dung ").repeated(60)})
            entries.append(list == QLatin1String("items") ? QJsonValue(QJsonObject{{QStringLiteral("name"), words}}) : QJsonValue(words));
        QJsonObject values = example(form);
        values.insert(list, entries);
        const auto pdf = renderer.render(form, values);
        VERIFY_RENDERED(pdf);
        QBuffer buffer;
        QPdfDocument document;
        load(document, buffer, *pdf);
        for (int sheet = 0; sheet < document.pageCount(); ++sheet) {
            const QString text = document.getAllText(sheet).text().trimmed();
            QVERIFY2(!text.contains(lonely), qPrintable(QStringLiteral("%1: %2").arg(lines).arg(text.right(60))));
        }
    }
}

void tst_FormSheets::bookRepeatsItsHead() {
    HtmlFormRenderer renderer;
    QJsonObject values = example(QStringLiteral("book"));
    QJsonObject entry = values.value(QStringLiteral("entries")).toArray().first().toObject();
    QJsonArray entries;
    for (int i = 1; i <= 500; ++i) {
        QJsonArray cells = entry.value(QStringLiteral("cells")).toArray();
        cells.replace(0, QJsonObject{{QStringLiteral("text"), QStringLiteral("N%1").arg(i, 5, 10, QLatin1Char('0'))}});
        entry.insert(QStringLiteral("cells"), cells);
        entries.append(entry);
    }
    values.insert(QStringLiteral("entries"), entries);
    const auto pdf = renderer.render(QStringLiteral("book"), values);
    VERIFY_RENDERED(pdf);
    const QStringList pages = text(*pdf, {QStringLiteral("-layout")}).split(QLatin1Char('\f'), Qt::SkipEmptyParts);
    QVERIFY(pages.size() > 20);
    // The first sheet is the cover.
    QVERIFY(pages[0].contains(QStringLiteral("Mở sổ: ngày 05 tháng 01 năm 2026")) && pages[0].contains(QStringLiteral("Khóa sổ: ngày 31")));
    QVERIFY(!pages[0].contains(QStringLiteral("Ghi chú")));
    for (int i = 0; i < pages.size(); ++i) {
        QVERIFY2(i == 0 || i == pages.size() - 1 || pages[i].contains(QStringLiteral("Ghi chú")), qPrintable(QString::number(i + 1)));
        QVERIFY(pages[i].contains(QStringLiteral("01/2026-SCT/BS · tờ %1/%2").arg(i + 1).arg(pages.size())));
        QVERIFY(pages[i].contains(QStringLiteral("giáp lai")) || i < pages.size() - 1);
        if (i > 0)
            QCOMPARE(pages[i].trimmed().section(QLatin1Char('\n'), 0, 0).trimmed(), QString::number(i + 1));
    }
    const QString all = pages.join(QString());
    for (int i = 1; i <= 500; ++i)
        QCOMPARE(all.count(QStringLiteral("N%1").arg(i, 5, 10, QLatin1Char('0'))), 1);
}

/// Its list begins and ends with a line from side to side, however many rows there are; rows of different heights stand whole between.
void tst_FormSheets::bookIsClosedOnEachSheet() {
    constexpr double perMm = 100 / 25.4;
    constexpr int rows = 450;
    HtmlFormRenderer renderer;
    QJsonObject values = example(QStringLiteral("book"));
    const QJsonArray some = values.value(QStringLiteral("entries")).toArray();
    QJsonArray entries;
    for (int i = 0; i < rows; ++i)
        entries.append(some.at(i % some.size()));
    values.insert(QStringLiteral("entries"), entries);
    const auto pdf = renderer.render(QStringLiteral("book"), values);
    VERIFY_RENDERED(pdf);
    QPdfDocument document;
    QBuffer buffer;
    load(document, buffer, *pdf);
    QVERIFY(document.pageCount() > 30);
    for (int page = 2; page < document.pageCount() - 1; ++page) {
        QImage sheet(QSize(qRound(297 * perMm), qRound(210 * perMm)), QImage::Format_RGB32);
        sheet.fill(Qt::white);
        QPainter(&sheet).drawImage(0, 0, document.render(page, sheet.size()));
        const auto inkAt = [&](int y) {
            int dark = 0;
            for (int x = qRound(22 * perMm); x < qRound(280 * perMm); ++x)
                dark += qGray(sheet.pixel(x, y)) < 200 ? 1 : 0;
            return dark / (258 * perMm);
        };
        int first = qRound(18 * perMm);
        int last = qRound(194 * perMm);
        while (first < last && inkAt(first) == 0)
            ++first;
        while (last > first && inkAt(last) == 0)
            --last;
        QVERIFY2(inkAt(first) > 0.95 && inkAt(last) > 0.95 && last - first > 100 * perMm, qPrintable(QString::number(page + 1)));
    }
}

void tst_FormSheets::bookWithoutARow_data() {
    QTest::addColumn<bool>("closed");
    QTest::newRow("open") << false;
    QTest::newRow("closed") << true;
}

/// As every volume is on 1 January; with its cover it has more sheets than one.
void tst_FormSheets::bookWithoutARow() {
    QFETCH(bool, closed);
    HtmlFormRenderer renderer;
    QJsonObject values = example(QStringLiteral("book"));
    values.insert(QStringLiteral("entries"), QJsonArray());
    if (!closed)
        values.insert(QStringLiteral("closing"), QJsonObject{{QStringLiteral("total"), 0}, {QStringLiteral("totalName"), QStringLiteral("số")}});
    const auto pdf = renderer.render(QStringLiteral("book"), values);
    VERIFY_RENDERED(pdf);
    const QStringList pages = text(*pdf, {QStringLiteral("-layout")}).split(QLatin1Char('\f'), Qt::SkipEmptyParts);
    QCOMPARE(pages.size(), 2);
    QVERIFY(
        pages[0].contains(QStringLiteral("Khóa sổ: ")) && pages[1].contains(QStringLiteral("Ghi chú")) && pages[1].contains(QStringLiteral("Cộng:")));
}

void tst_FormSheets::signaturesStayWithTheirText_data() {
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("before"); // begins the second line before the signatures
    QTest::addColumn<QString>("above");  // the first words of their block
    QTest::addColumn<QString>("signer"); // the last
    QTest::newRow("01") << "form-01"
                        << "papers"
                        << "Phí, lệ phí:"
                        << "NGƯỜI NỘP HỒ SƠ"
                        << "clerk";
    QTest::newRow("01 of a visit") << "form-01-visit"
                                   << "matters"
                                   << "Tổng phí, lệ phí:"
                                   << "NGƯỜI NỘP HỒ SƠ"
                                   << "clerk";
    QTest::newRow("02 items") << "form-02"
                              << "items"
                              << "Đề nghị Ông/Bà nộp"
                              << "NGƯỜI HƯỚNG DẪN"
                              << "clerk";
    QTest::newRow("03") << "form-03"
                        << "reasons"
                        << "Căn cứ:"
                        << "NGƯỜI NỘP HỒ SƠ"
                        << "clerk";
    QTest::newRow("fee") << "fee-slip"
                         << "lines"
                         << "Hình thức thanh toán:"
                         << "NGƯỜI NỘP TIỀN"
                         << "collector";
    QTest::newRow("book") << "book"
                          << "entries"
                          << "Cộng:"
                          << "Khóa sổ ngày"
                          << "signerName";
}

/// However long the list above is: text and signature of one act are on one sheet.
void tst_FormSheets::signaturesStayWithTheirText() {
    QFETCH(QString, form);
    QFETCH(QString, list);
    QFETCH(QString, before);
    QFETCH(QString, above);
    QFETCH(QString, signer);
    HtmlFormRenderer renderer;
    QJsonObject values = example(form);
    for (const char* name : {"paymentQr", "book", "bookEntry"})
        values.remove(QLatin1String(name));
    const QJsonValue one = values.value(list).toArray().first();
    const QJsonValue closing = values.value(QStringLiteral("closing"));
    const QJsonObject signs = closing.isArray() ? closing.toArray().first().toObject() : closing.isObject() ? closing.toObject() : values;
    const QString name = signs.value(signer).toString();
    QVERIFY(!name.isEmpty());
    QJsonArray all;
    int severalSheets = 0;
    for (int count = 1; count <= 30; ++count) {
        all.append(one);
        values.insert(list, all);
        const auto pdf = renderer.render(form, values);
        VERIFY_RENDERED(pdf);
        QString read = text(*pdf);
        read.replace(QChar(QChar::Nbsp), QLatin1Char(' '));
        const QStringList pages = read.split(QLatin1Char('\f'), Qt::SkipEmptyParts);
        severalSheets += pages.size() > (form == QLatin1String("book") ? 2 : 1) ? 1 : 0;
        const QString& last = pages.last();
        for (const QString& words : {before, above, name})
            QVERIFY2(last.contains(words), qPrintable(QStringLiteral("%1 of %2 lines: %3").arg(words).arg(count).arg(last)));
    }
    QVERIFY(severalSheets > 5);
}

/// Where an attestation may begin at the lowest: capacity and title take two lines each.
void tst_FormSheets::longSignerFitsBelowTheCopy() {
    HtmlFormRenderer renderer;
    QJsonObject values = example(QStringLiteral("attestation-copy"));
    values.insert(QStringLiteral("topMm"), 215);
    values.insert(QStringLiteral("capacity"), QStringLiteral("TUQ. Chủ tịch Ủy ban nhân dân phường Văn Miếu - Quốc Tử Giám"));
    values.insert(QStringLiteral("signerTitle"), QStringLiteral("Giám đốc Trung tâm Phục vụ hành chính công phường Văn Miếu - Quốc Tử Giám"));
    values.remove(QStringLiteral("acting"));
    const auto pdf = renderer.render(QStringLiteral("attestation-copy"), values);
    VERIFY_RENDERED(pdf);
    QPdfDocument document;
    QBuffer buffer;
    load(document, buffer, *pdf);
    QCOMPARE(document.pageCount(), 1);
}

/// However narrow a province's own template makes their column; words beside them are.
void tst_FormSheets::amountsAreNeverBroken() {
    HtmlFormRenderer renderer;
    const QStringList whole{
        QStringLiteral("1.234.567.890"), QStringLiteral("30/11/2026"), QStringLiteral("99.999.999\u00a0đồng"), QStringLiteral("0000123456")};
    QString cells;
    for (const QString& text : whole)
        cells += QStringLiteral("<td width=\"3%\">%1</td>").arg(text);
    const QString html = QStringLiteral("<meta name=\"page\" content=\"A5 portrait 12mm\"><table width=\"100%\"><tr>%1<td>%2</td></tr></table>")
                             .arg(cells, QStringLiteral("Bằng chữ và những lời dài bên cạnh ").repeated(8));
    const auto pdf = renderer.render({QStringLiteral("narrow"), html}, {});
    VERIFY_RENDERED(pdf);
    const QString found = text(*pdf, {QStringLiteral("-raw")}).replace(QChar(QChar::Nbsp), QLatin1Char(' '));
    for (const QString& each : whole)
        QVERIFY2(found.contains(QString(each).replace(QChar(QChar::Nbsp), QLatin1Char(' '))), qPrintable(each + QStringLiteral(" not in ") + found));
}

QTEST_MAIN(tst_FormSheets)
#include "tst_FormSheets.moc"
