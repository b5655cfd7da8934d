// No format from outside is opened where the keys are: the sources of all but the helper hold no way to do so, but for the places below, each with
// its reason. What a build links is looked at by tests/attack/tst_ForeignFiles.

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <map>

class tst_ForeignFormats : public QObject {
    Q_OBJECT

private slots:
    void onlyTheHelperDecodes_data();
    void onlyTheHelperDecodes();
    void onlyTheHelperLinksDecoders();
};

namespace {

struct Source {
    QString path; ///< from the root of the tree
    QString text; ///< without comments
};

/// Of the programs, without the helper and what it alone links.
std::vector<Source> sources(const QStringList& names) {
    const QString root = QStringLiteral(MOTCUA_SOURCE_DIR "/");
    static const QRegularExpression helpers(
        QStringLiteral("^app/(?:capture/helper/|pictures/|capture/(?:CodeReader|Page(?:Cleaner|Encoder|Pipeline)|Pixels)\\.)"));
    static const QRegularExpression comment(QStringLiteral("//[^\n]*"));
    std::vector<Source> all;
    for (const char* tree : {"app", "sync"}) {
        QDirIterator files(root + QLatin1String(tree), names, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            const QString path = file.fileName().mid(root.size());
            if (!path.contains(helpers) && file.open(QIODevice::ReadOnly))
                all.push_back({path, QString::fromUtf8(file.readAll()).remove(comment)});
        }
    }
    return all;
}

/// Who may, and why.
using Reasons = std::map<QString, const char*>;

}

Q_DECLARE_METATYPE(Reasons)

void tst_ForeignFormats::onlyTheHelperDecodes_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<Reasons>("allowed");
    const char* const proved = "opens the PDF that it has written a moment before, to see that every sheet has text";
    const char* const shown = "shows what a FormRenderer has made in this run from forms of our own";
    const char* const icons = "draws the icons of the program's own resources";
    const char* const written = "lays out our own forms; markup is checked, and a picture in it is a code or a rule of ours, never a file";
    QTest::newRow("pictures") << R"(\b(?:QImageReader|QImageIOHandler|QMovie|loadFromData)|QImage::fromData|QPixmap::load|qPixmapFromRawData)"
                              << Reasons();
    QTest::newRow("pictures by a file's name")
        << R"re(\b(?:QImage|QPixmap|QIcon|QPicture)\s*(?:\w+\s*)?\(\s*(?:":|"/|path|file|name|QString|QLatin1String|QStringLiteral))re" << Reasons();
    QTest::newRow("a picture that loads") << R"(\b\w*(?:[iI]mage|[pP]ixmap|[pP]icture)\w*\s*(?:\.|->)\s*load\s*\()" << Reasons();
    QTest::newRow("PDF") << R"(\b(?:QPdfDocument|QPdfView|QPdfPageRenderer|QPdfSelection|Poppler|PoDoFo|fz_\w+|FPDF_\w+)\b)"
                         << Reasons{{"app/paper/PdfSheets.cpp", proved}, {"app/ui/widgets/PdfPreview.cpp", shown},
                                {"app/ui/widgets/PdfPreview.h", shown}};
    QTest::newRow("SVG") << R"(\bQSvg\w+)" << Reasons{{"app/ui/style/IconEngine.cpp", icons}};
    QTest::newRow("web pages") << R"(\bQWeb(?:Engine|View|Kit)\w*)" << Reasons();
    QTest::newRow("documents") << R"(\b(?:QTextDocument|QTextBrowser|QTextDocumentFragment)\b)" << Reasons{{"app/paper/PaperDocument.h", written}};
    QTest::newRow("libraries that decode") << R"(#include\s*[<"](?:leptonica|tiff|jpeglib|png\.h|webp|sane|tesseract|opencv|Magick|archive|librsvg))"
                                           << Reasons();
}

void tst_ForeignFormats::onlyTheHelperDecodes() {
    QFETCH(QString, pattern);
    QFETCH(Reasons, allowed);
    const QRegularExpression expression(pattern);
    QVERIFY(expression.isValid());
    const std::vector<Source> all = sources({"*.h", "*.cpp"});
    QVERIFY(all.size() > 400);
    QStringList faults;
    QStringList used;
    for (const Source& source : all)
        if (const auto match = expression.match(source.text); match.hasMatch()) {
            if (allowed.contains(source.path))
                used << source.path;
            else
                faults << source.path + QStringLiteral(": ") + match.captured();
        }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    for (const auto& [path, reason] : allowed)
        QVERIFY2(used.contains(path), qPrintable(path + QStringLiteral(" needs no leave any more: ") + QLatin1String(reason)));
}

void tst_ForeignFormats::onlyTheHelperLinksDecoders() {
    static const QRegularExpression decoders(QStringLiteral(R"(PkgConfig::(?:Leptonica|Tiff)|\bpagework\b|(?<![\w/])pictures\b|SANE_LIBRARY)"));
    // The libraries themselves are made there.
    const QStringList makers{"app/capture/CMakeLists.txt", "app/CMakeLists.txt"};
    QStringList faults;
    for (const Source& source : sources({"CMakeLists.txt"}))
        if (const auto match = decoders.match(source.text); match.hasMatch() && !makers.contains(source.path))
            faults << source.path + QStringLiteral(": ") + match.captured();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

QTEST_APPLESS_MAIN(tst_ForeignFormats)
#include "tst_ForeignFormats.moc"
