// What a sheet looks like, looked at by program: every word lies whole between the margins, none over another, and no ink where printers do not
// print. Of every attestation in every filling, and of the counter's other forms.

#include "app/forms/PageSetup.h"
#include "app/paper/HtmlFormRenderer.h"
#include "tests/unit/paper/AttestationFillings.h"

#include <QTest>
#include <QXmlStreamReader>

using motcua::forms::PageSetup;
using motcua::paper::HtmlFormRenderer;
using namespace motcua::test;

namespace {

constexpr double perMm = 72 / 25.4;

struct Word {
    QString text;
    QRectF box; ///< mm from the sheet's upper left corner
};

struct Sheet {
    QSizeF size; ///< mm
    std::vector<Word> words;
};

std::vector<Sheet> sheetsOf(const QByteArray& pdf) {
    std::vector<Sheet> sheets;
    QXmlStreamReader xml(text(pdf, {QStringLiteral("-bbox")}));
    const auto number = [&](const char* name) { return xml.attributes().value(QLatin1String(name)).toDouble() / perMm; };
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("page"))
            sheets.push_back({{number("width"), number("height")}, {}});
        if (xml.name() != QLatin1String("word") || sheets.empty())
            continue;
        const QRectF box(QPointF(number("xMin"), number("yMin")), QPointF(number("xMax"), number("yMax")));
        sheets.back().words.push_back({xml.readElementText(), box});
    }
    return sheets;
}

QString at(const Word& word) {
    return QStringLiteral("%1 at %2, %3 to %4, %5 mm")
        .arg(word.text)
        .arg(word.box.left())
        .arg(word.box.top())
        .arg(word.box.right())
        .arg(word.box.bottom());
}

/// Which word stands over an edge; empty: none does. What belongs into the margins is let be: the number above, the mark below, the stamp's words at
/// the right.
QString overTheEdge(const Sheet& sheet, const PageSetup& page) {
    constexpr double slack = 0.3;
    const QRectF whole(QPointF(), sheet.size);
    const QRectF room = whole.marginsRemoved(page.margins).adjusted(-slack, -slack, slack, slack);
    for (const Word& word : sheet.words) {
        if (!whole.contains(word.box))
            return at(word);
        const bool isNumber = page.numbered && word.box.bottom() < page.margins.top();
        const bool isMark = !page.mark.isEmpty() && word.box.top() > sheet.size.height() - page.margins.bottom();
        const bool isStamp = page.crossStamp && word.box.left() > sheet.size.width() - page.margins.right();
        if (!isNumber && !isMark && !isStamp && !room.contains(word.box))
            return at(word);
    }
    return {};
}

QString overAnother(const Sheet& sheet) {
    constexpr double mostOfHeight = 0.35; // lines stand close: their boxes have the letters' room above and below
    constexpr double slack = 0.3;
    for (size_t i = 0; i < sheet.words.size(); ++i)
        for (size_t k = i + 1; k < sheet.words.size(); ++k) {
            const QRectF both = sheet.words[i].box.intersected(sheet.words[k].box);
            if (both.width() > slack && both.height() > mostOfHeight * std::min(sheet.words[i].box.height(), sheet.words[k].box.height()))
                return at(sheet.words[i]) + QStringLiteral(" and ") + at(sheet.words[k]);
        }
    return {};
}

/// Ink nearer to an edge than printers print, on any sheet; mm from that edge, or nothing.
std::optional<double> inkAtTheEdge(const QByteArray& pdf) {
    constexpr double unprintable = 4; // mm
    constexpr double dotsPerMm = 4;
    QPdfDocument document;
    QBuffer buffer;
    load(document, buffer, pdf);
    for (int index = 0; index < document.pageCount(); ++index) {
        const QSizeF size = document.pagePointSize(index) / perMm * dotsPerMm;
        const QImage picture = document.render(index, size.toSize()).convertToFormat(QImage::Format_ARGB32);
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x) {
                const double edge = std::min({x, y, picture.width() - 1 - x, picture.height() - 1 - y}) / dotsPerMm;
                if (edge < unprintable && qAlpha(picture.pixel(x, y)) > 127 && qGray(picture.pixel(x, y)) < 128)
                    return edge;
            }
    }
    return std::nullopt;
}

PageSetup setupOf(const QString& form, const QJsonObject& values) {
    QFile file(QStringLiteral(":/forms/print/%1.html").arg(form));
    const auto page = PageSetup::read(file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString());
    return !page ? PageSetup() : values.value(QStringLiteral("ownSheet")).toBool() ? page->onItsOwn() : *page;
}

}

class tst_PaperPictures : public QObject {
    Q_OBJECT

private slots:
    void everythingIsInItsPlace_data();
    void everythingIsInItsPlace();
    void seesWhatIsWrong();
};

void tst_PaperPictures::everythingIsInItsPlace_data() {
    QTest::addColumn<QString>("form");
    QTest::addColumn<QJsonObject>("values");
    for (const char* form : {"form-01", "form-01-visit", "form-02", "form-03", "fee-slip", "book"})
        QTest::newRow(form) << QString::fromLatin1(form) << example(QLatin1String(form));
    HtmlFormRenderer renderer;
    for (const Attestation& each : attestations())
        for (const Filling filling : each.fillings()) {
            const QString form = QString::fromLatin1(each.form);
            QJsonObject values = filled(form, filling);
            // As Printing does it.
            if (values.contains(QStringLiteral("topMm")) && renderer.heightOf(form, values).value_or(0) > 1) {
                values.insert(QStringLiteral("topMm"), 0);
                values.insert(QStringLiteral("ownSheet"), true);
            }
            QTest::addRow("%s, %s", each.form, nameOf(filling)) << form << values;
        }
}

void tst_PaperPictures::everythingIsInItsPlace() {
    QFETCH(QString, form);
    QFETCH(QJsonObject, values);
    HtmlFormRenderer renderer;
    const auto pdf = renderer.render(form, values);
    VERIFY_RENDERED(pdf);
    const PageSetup page = setupOf(form, values);
    for (const Sheet& sheet : sheetsOf(*pdf)) {
        QVERIFY(!sheet.words.empty());
        QVERIFY2(overTheEdge(sheet, page).isEmpty(), qPrintable(overTheEdge(sheet, page)));
        QVERIFY2(overAnother(sheet).isEmpty(), qPrintable(overAnother(sheet)));
    }
    const auto edge = inkAtTheEdge(*pdf);
    QVERIFY2(!edge, qPrintable(QString::number(edge.value_or(0))));
}

/// The checks themselves: a word too long for the sheet, lines over one another, ink at the edge.
void tst_PaperPictures::seesWhatIsWrong() {
    HtmlFormRenderer renderer;
    const auto made = [&](const char* page, const QString& body) {
        return renderer.render(
            {QStringLiteral("bad"),
                QStringLiteral("<html><head><meta name=\"page\" content=\"%1\"></head><body>%2</body></html>").arg(QLatin1String(page), body)},
            {});
    };
    const PageSetup page = *PageSetup::read(QStringLiteral("<meta name=\"page\" content=\"A4 portrait 20mm\">"));
    const auto wide =
        made("A4 portrait 20mm", QStringLiteral("<p style=\"white-space: nowrap\">%1</p>").arg(QStringLiteral("Nguyễn\u00a0").repeated(40)));
    VERIFY_RENDERED(wide);
    QVERIFY(!overTheEdge(sheetsOf(*wide).front(), page).isEmpty());
    const Word first{QStringLiteral("Nguyễn"), QRectF(30, 30, 20, 5)};
    QVERIFY(!overAnother({QSizeF(210, 297), {first, {QStringLiteral("Trần"), QRectF(45, 32, 20, 5)}}}).isEmpty());
    QVERIFY(overAnother({QSizeF(210, 297), {first, {QStringLiteral("Trần"), QRectF(30, 34, 20, 5)}}}).isEmpty());
    const auto edge = made("A4 portrait 0mm", QStringLiteral("<p><b>HHHHHHHH</b></p>"));
    VERIFY_RENDERED(edge);
    QVERIFY(inkAtTheEdge(*edge));
}

QTEST_MAIN(tst_PaperPictures)
#include "tst_PaperPictures.moc"
