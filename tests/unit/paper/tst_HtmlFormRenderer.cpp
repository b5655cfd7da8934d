#include "app/paper/HtmlFormRenderer.h"
#include "tests/unit/paper/FormReading.h"

#include <QImage>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrentRun>

using motcua::base::Result;
using motcua::paper::HtmlFormRenderer;
using namespace motcua::test;

class tst_HtmlFormRenderer : public QObject {
    Q_OBJECT

private slots:
    void showsEveryValue_data();
    void showsEveryValue();
    void needsEveryValue_data() { showsEveryValue_data(); }
    void needsEveryValue();
    void embedsTheFonts();
    void qrCodeCanBeRead_data();
    void qrCodeCanBeRead();
    void doesWithoutOptionalValues();
    void escapes();
    void sizesHoldHoweverTheyAreWritten();
    void provincialDirectoryWins();
    void reachesNoFile();
    void refuses_data();
    void refuses();
    void worksOnOtherThreads();

private:
    static QStringList leaves(const QJsonValue& value);
    static QString squeezed(QString text);
};

QStringList tst_HtmlFormRenderer::leaves(const QJsonValue& value) {
    QStringList all;
    if (value.isString())
        all << value.toString();
    for (const QJsonValue& item : value.toArray())
        all << leaves(item);
    for (const QJsonValue& item : value.toObject())
        all << leaves(item);
    return all;
}

/// Without white space, for a value may be broken over lines; in lower case, for heads are in capitals.
QString tst_HtmlFormRenderer::squeezed(QString text) {
    text.removeIf([](QChar c) { return c.isSpace(); });
    return text.toLower();
}

void tst_HtmlFormRenderer::showsEveryValue_data() {
    QTest::addColumn<QString>("form");
    QTest::addColumn<QSize>("points");
    QTest::newRow("01") << "form-01" << QSize(595, 842);
    QTest::newRow("01 of a visit") << "form-01-visit" << QSize(595, 842);
    QTest::newRow("02") << "form-02" << QSize(595, 842);
    QTest::newRow("03") << "form-03" << QSize(595, 842);
    QTest::newRow("attestation") << "attestation-copy" << QSize(595, 842);
    QTest::newRow("fee") << "fee-slip" << QSize(595, 842);
    QTest::newRow("book") << "book" << QSize(842, 595);
    QTest::newRow("test sheet") << "test-sheet" << QSize(595, 842);
    QTest::newRow("separator") << "separator" << QSize(595, 842);
}

void tst_HtmlFormRenderer::showsEveryValue() {
    QFETCH(QString, form);
    QFETCH(QSize, points);
    QJsonObject values = example(form);
    QVERIFY(!values.isEmpty());
    HtmlFormRenderer renderer;
    const auto pdf = renderer.render(form, values);
    VERIFY_RENDERED(pdf);
    if (const QString shots = qEnvironmentVariable("MOTCUA_SHOTS"); !shots.isEmpty()) {
        QFile file(shots + QLatin1Char('/') + form + QStringLiteral(".pdf"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*pdf) == pdf->size());
    }

    QPdfDocument document;
    QBuffer buffer;
    load(document, buffer, *pdf);
    QCOMPARE(document.pageCount(), form == QLatin1String("book") ? 2 : 1); // its cover is a sheet of its own
    const QSizeF size = document.pagePointSize(0);
    QVERIFY2(qAbs(size.width() - points.width()) <= 1 && qAbs(size.height() - points.height()) <= 1,
        qPrintable(QStringLiteral("%1 x %2").arg(size.width()).arg(size.height())));

    values.remove(QStringLiteral("paymentQr")); // read by machines only
    for (const char* code : {"testCode", "sheetCode"})
        values.remove(QLatin1String(code));
    const QString raw = text(*pdf, {QStringLiteral("-raw")});
    QCOMPARE(raw, raw.normalized(QString::NormalizationForm_C));
    const QString found = squeezed(raw);
    for (const QString& value : leaves(values))
        QVERIFY2(found.contains(squeezed(value)), qPrintable(value + QStringLiteral(" not in ") + raw));
}

void tst_HtmlFormRenderer::needsEveryValue() {
    static const QStringList optional{"personalNumber", "address", "phone", "email", "fee", "book", "code", "papers", "legalBasis", "supplementBy",
        "capacity", "taxCode", "exemption", "paymentQr", "details", "cover", "mark", "timeLimitKnown",
        "paidOnline"}; // stands below the sheets, not in the text
    QFETCH(QString, form);
    HtmlFormRenderer renderer;
    const QJsonObject values = example(form);
    for (const QString& name : values.keys()) {
        if (optional.contains(name) && !(name == QLatin1String("code") && form != QLatin1String("form-02")))
            continue;
        // Where it is said already in what is asked for.
        if (name == QLatin1String("reasons") && form == QLatin1String("form-02"))
            continue;
        QJsonObject less = values;
        less.remove(name);
        const auto pdf = renderer.render(form, less);
        QVERIFY2(!pdf, qPrintable(name));
        QCOMPARE(pdf.error().code, QStringLiteral("paper.missing-value"));
        QCOMPARE(pdf.error().detail.value("field"), name);
    }
}

void tst_HtmlFormRenderer::embedsTheFonts() {
    HtmlFormRenderer renderer;
    const auto pdf = renderer.render(QStringLiteral("form-01"), example(QStringLiteral("form-01")));
    VERIFY_RENDERED(pdf);
    QProcess fonts;
    QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("a.pdf")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(*pdf);
    file.close();
    fonts.start(QStringLiteral("pdffonts"), {file.fileName()});
    QVERIFY(fonts.waitForFinished());
    const QString list = QString::fromUtf8(fonts.readAllStandardOutput());
    QStringList names;
    for (const QString& line : list.split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(2)) {
        names << line.section(QLatin1Char(' '), 0, 0);
        QVERIFY2(line.contains(QLatin1String("yes")), qPrintable(line));
    }
    names.sort();
    QCOMPARE(names, QStringList({"Tinos", "Tinos-Bold", "Tinos-Italic"})); // real faces, nothing else
    QVERIFY(pdf->contains("GTS_PDFA1"));
}

void tst_HtmlFormRenderer::qrCodeCanBeRead_data() {
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("field");
    QTest::newRow("01") << "form-01"
                        << "code";
    QTest::newRow("01 of a visit") << "form-01-visit"
                                   << "code";
    QTest::newRow("02") << "form-02"
                        << "qr";
    QTest::newRow("payment") << "fee-slip"
                             << "paymentQr";
}

void tst_HtmlFormRenderer::qrCodeCanBeRead() {
    QFETCH(QString, form);
    QFETCH(QString, field);
    HtmlFormRenderer renderer;
    QJsonObject values = example(form);
    for (const QString& code : {values.value(field).toString(), QStringLiteral("50% \"Đặng\" <&> 12mm /?#")}) {
        values.insert(field, code);
        const auto pdf = renderer.render(form, values);
        VERIFY_RENDERED(pdf);
        QCOMPARE(codesOn(*pdf), QStringList{code});
    }
    values.insert(field, QString(9000, QLatin1Char('x')));
    QCOMPARE(renderer.render(form, values).error().code, QStringLiteral("paper.qr-too-long"));
}

void tst_HtmlFormRenderer::doesWithoutOptionalValues() {
    HtmlFormRenderer renderer;
    QJsonObject values = example(QStringLiteral("form-01"));
    for (const char* name : {"personalNumber", "address", "phone", "email", "book", "papers", "details"})
        values.remove(QLatin1String(name));
    const auto pdf = renderer.render(QStringLiteral("form-01"), values);
    VERIFY_RENDERED(pdf);
    const QString found = text(*pdf);
    QVERIFY(found.contains(QStringLiteral("Đặng Thị Hường")));
    // Lines to write on stay.
    QVERIFY(found.contains(QStringLiteral("Địa chỉ: ……")) && found.contains(QStringLiteral("Số điện thoại: ……")) &&
            found.contains(QStringLiteral("Email: ……")));
    QVERIFY(!found.contains(QStringLiteral("Thành phần")));
}

void tst_HtmlFormRenderer::escapes() {
    HtmlFormRenderer renderer;
    QJsonObject values = example(QStringLiteral("form-01"));
    const QString name = QStringLiteral("A <b>&amp; \"B\"</b> {{code}} <!-- style=\"9mm\" --> style='9mm' width='9mm'");
    values.insert(QStringLiteral("applicant"), name);
    const auto pdf = renderer.render(QStringLiteral("form-01"), values);
    VERIFY_RENDERED(pdf);
    QVERIFY(squeezed(text(*pdf, {QStringLiteral("-raw")})).contains(squeezed(name)));
}

void tst_HtmlFormRenderer::sizesHoldHoweverTheyAreWritten() {
    QTemporaryDir directory;
    HtmlFormRenderer renderer(directory.path());
    const auto placed = [&](const QByteArray& content) {
        QFile file(directory.filePath(QStringLiteral("form-02.html")));
        const bool isWritten = file.open(QIODevice::WriteOnly) && file.write("<meta name=\"page\" content=\"A5 portrait 12mm\">" + content) > 0;
        file.close();
        const auto pdf = renderer.render(QStringLiteral("form-02"), {});
        return isWritten && pdf ? text(*pdf, {QStringLiteral("-bbox")}).section(QLatin1String("<word"), -1) : QString();
    };
    const QString place = placed("<p style=\"margin-left: 40mm\">x</p>");
    QVERIFY(place.contains(QLatin1String("xMin")));
    QVERIFY(placed("<p>x</p>") != place);
    QCOMPARE(placed("<p style='margin-left: 40mm'>x</p>"), place);
    QCOMPARE(placed("<p align='left'\nstyle='margin-left: 40mm'>x</p>"), place);
    QCOMPARE(placed("<style>p { margin-left: 40mm }</style><p>x</p>"), place);
    QCOMPARE(placed("<style type=\"text/css\">p { margin-left: 40mm }</style><p>x</p>"), place);
}

void tst_HtmlFormRenderer::provincialDirectoryWins() {
    QTemporaryDir directory;
    const auto put = [&directory](const QByteArray& content) {
        QFile file(directory.filePath(QStringLiteral("form-02.html")));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    };
    HtmlFormRenderer renderer(directory.path());
    QVERIFY(put("<meta name=\"page\" content=\"A5 landscape 12mm\"><p>Tỉnh riêng {{applicant}}</p>"));
    const auto theirs = renderer.render(QStringLiteral("form-02"), example(QStringLiteral("form-02")));
    VERIFY_RENDERED(theirs);
    QVERIFY(text(*theirs).contains(QStringLiteral("Tỉnh riêng Nguyễn Văn Đông")));
    const auto ours = renderer.render(QStringLiteral("form-03"), example(QStringLiteral("form-03")));
    VERIFY_RENDERED(ours);

    QVERIFY(put("<meta name=\"page\" content=\"A5 landscape 12mm\">\n{{#if"));
    const auto bad = renderer.render(QStringLiteral("form-02"), {});
    QVERIFY(!bad);
    QCOMPARE(bad.error().code, QStringLiteral("paper.bad-template"));
    QCOMPARE(bad.error().detail.value("form"), QStringLiteral("form-02"));
    QCOMPARE(bad.error().detail.value("line"), QStringLiteral("2"));

    QVERIFY(put("\xff\xfe not text"));
    QCOMPARE(renderer.render(QStringLiteral("form-02"), {}).error().code, QStringLiteral("paper.bad-template"));
    QVERIFY(put("<meta name=\"page\" content=\"A5 landscape 12mm\"><p> </p>"));
    QCOMPARE(renderer.render(QStringLiteral("form-02"), {}).error().code, QStringLiteral("paper.empty"));
}

void tst_HtmlFormRenderer::reachesNoFile() {
    QTemporaryDir directory;
    QImage red(200, 200, QImage::Format_RGB32);
    red.fill(Qt::red);
    QVERIFY(red.save(directory.filePath(QStringLiteral("red.png"))));
    QFile file(directory.filePath(QStringLiteral("form-02.html")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "<meta name=\"page\" content=\"A5 portrait 12mm\"><p>text</p><img src=\"" + directory.filePath(QStringLiteral("red.png")).toUtf8() + "\">");
    file.close();
    HtmlFormRenderer renderer(directory.path());
    const auto pdf = renderer.render(QStringLiteral("form-02"), {});
    QVERIFY(!pdf); // Qt would have loaded it
    QCOMPARE(pdf.error().code, QStringLiteral("paper.bad-template"));
    QCOMPARE(pdf.error().detail.value("reason"), QStringLiteral("picture"));
}

void tst_HtmlFormRenderer::refuses_data() {
    QTest::addColumn<QString>("form");
    QTest::newRow("unknown") << "form-99";
    QTest::newRow("none") << "";
    QTest::newRow("outside") << "../print/form-01";
    QTest::newRow("absolute") << "/etc/passwd";
    QTest::newRow("capitals") << "Form-01";
}

void tst_HtmlFormRenderer::refuses() {
    QFETCH(QString, form);
    HtmlFormRenderer renderer;
    const auto pdf = renderer.render(form, {});
    QVERIFY(!pdf);
    QCOMPARE(pdf.error().code, QStringLiteral("paper.unknown-form"));
}

void tst_HtmlFormRenderer::worksOnOtherThreads() {
    HtmlFormRenderer renderer;
    const QJsonObject values = example(QStringLiteral("form-01"));
    const auto job = [&renderer, &values] { return renderer.render(QStringLiteral("form-01"), values); };
    QList<QFuture<Result<QByteArray>>> futures;
    for (int i = 0; i < 6; ++i)
        futures << QtConcurrent::run(job);
    for (int i = 0; i < 2; ++i)
        futures << renderer.renderApart(QStringLiteral("form-01"), values);
    for (auto& future : futures) {
        const auto pdf = future.result();
        VERIFY_RENDERED(pdf);
        QVERIFY(text(*pdf).contains(QStringLiteral("Đặng Thị Hường")));
    }
}

QTEST_MAIN(tst_HtmlFormRenderer)
#include "tst_HtmlFormRenderer.moc"
