// Every paper of the program with an example of what it says, for the gallery that packaging/papers makes: build/…/papers/NAME.pdf.

#include "app/paper/HtmlFormRenderer.h"
#include "tests/unit/paper/FormReading.h"

#include <QDir>
#include <QTest>

using motcua::paper::HtmlFormRenderer;
using namespace motcua::test;

class tst_PaperGallery : public QObject {
    Q_OBJECT

private slots:
    void papers_data();
    void papers();
};

void tst_PaperGallery::papers_data() {
    QTest::addColumn<QString>("form");
    const QStringList files = QDir(QStringLiteral(MOTCUA_TEST_DATA "/paper")).entryList({QStringLiteral("*.json")}, QDir::Files);
    for (const QString& file : files)
        QTest::newRow(qPrintable(file.chopped(5))) << file.chopped(5);
}

void tst_PaperGallery::papers() {
    QFETCH(QString, form);
    HtmlFormRenderer renderer;
    const auto pdf = renderer.render(form, example(form));
    VERIFY_RENDERED(pdf);
    const QDir gallery(QStringLiteral(MOTCUA_BIN_DIR "/../papers"));
    QFile file(gallery.filePath(form + QStringLiteral(".pdf")));
    QVERIFY(gallery.mkpath(QStringLiteral(".")) && file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(*pdf), pdf->size());
}

QTEST_MAIN(tst_PaperGallery)
#include "tst_PaperGallery.moc"
