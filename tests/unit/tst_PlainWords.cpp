// Nothing that comes from outside is drawn as markup: the sources of what draws hold no way to do so. PlainLabels and TextLabel see to it that no
// label does; whatever else Qt would render markup with is not used.

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

class tst_PlainWords : public QObject {
    Q_OBJECT

private slots:
    void noScreenRendersMarkup_data();
    void noScreenRendersMarkup();
};

namespace {

struct Source {
    QString path; ///< from the root of the tree
    QString text;
};

std::vector<Source> sources() {
    const QString root = QStringLiteral(MOTCUA_SOURCE_DIR "/");
    QStringList paths{root + QStringLiteral("app/main.cpp")};
    QDirIterator files(root + QStringLiteral("app/ui"), {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        paths << files.next();
    static const QRegularExpression comment(QStringLiteral("//[^\n]*"));
    std::vector<Source> all;
    for (const QString& path : paths)
        if (QFile file(path); file.open(QIODevice::ReadOnly))
            all.push_back({path.mid(root.size()), QString::fromUtf8(file.readAll()).remove(comment)});
    return all;
}

}

void tst_PlainWords::noScreenRendersMarkup_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("allowed");
    const QStringList label{"app/ui/style/PlainLabels.cpp", "app/ui/widgets/TextLabel.cpp", "app/ui/widgets/TextLabel.h"};
    QTest::newRow("a label is a TextLabel") << R"(\bQLabel\b)" << label;
    QTest::newRow("which says what it is") << R"(setTextFormat|textFormat\s*\()" << label.mid(0, 2);
    QTest::newRow("no text is taken for markup") << R"(\b(RichText|AutoText|MarkdownText|mightBeRichText|convertFromPlainText)\b)" << QStringList();
    QTest::newRow("no documents") << R"(\b(QTextDocument|QTextBrowser|QTextEdit|QStaticText|setHtml|insertHtml|appendHtml|setMarkdown)\b)"
                                  << QStringList();
    // These draw it themselves, whatever a label does.
    QTest::newRow("no help bubbles") << R"(\b(QWhatsThis|WhatsThisRole|QErrorMessage|QSplashScreen)\b)" << QStringList();
    // What a key does is kept there for the map of keys: words of our own, never a name from outside.
    QTest::newRow("but what a key does") << R"(setWhatsThis\((?!tr\("|what\)|heading\)|m_heading->))" << QStringList();
    QTest::newRow("no boxes of Qt's") << R"(\b(QMessageBox|QInputDialog|QProgressDialog)\b)" << QStringList();
}

void tst_PlainWords::noScreenRendersMarkup() {
    QFETCH(QString, pattern);
    QFETCH(QStringList, allowed);
    const QRegularExpression expression(pattern);
    const std::vector<Source> all = sources();
    QVERIFY(all.size() > 100);
    QStringList faults;
    for (const Source& source : all)
        if (const auto match = expression.match(source.text); match.hasMatch() && !allowed.contains(source.path))
            faults << source.path + QStringLiteral(": ") + match.captured();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    for (const QString& path : allowed)
        QVERIFY2(std::any_of(all.begin(), all.end(), [&](const Source& source) { return source.path == path && source.text.contains(expression); }),
            qPrintable(path));
}

QTEST_APPLESS_MAIN(tst_PlainWords)
#include "tst_PlainWords.moc"
