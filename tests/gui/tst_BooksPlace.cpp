#include "app/paper/HtmlFormRenderer.h"
#include "app/ui/widgets/NoticeBar.h"
#include "app/ui/widgets/PdfPreview.h"
#include "tests/gui/Hand.h"
#include "tests/gui/PlaceTest.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPointer>
#include <QTest>

#include <algorithm>

using namespace motcua;
using test::Harness;

/// The certification books, by keyboard as they are kept.
class tst_BooksPlace : public QObject {
    Q_OBJECT

private slots:
    void spoilsWithAReason();
    void numberOfAnotherDeskIsSpoiledFromItsDossier();
    void numberWhoseDossierIsElsewhereStays();
    void yearIsClosedAfterItsTotals();
    void oneMonthIsPrinted();
    void theBookIsSavedAsAFile();
    void volumeWithoutARowIsSeenPrintedAndSaved();
};

/// As on 1 January, with the real paper: cover and one sheet; a year in which nothing was written is closed and printed too.
void tst_BooksPlace::volumeWithoutARowIsSeenPrintedAndSaved() {
    paper::HtmlFormRenderer renderer;
    Harness harness;
    harness.bench.forms = &renderer;
    harness.bench.restart();
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("books"));
    press(harness, Qt::Key_F5);
    const auto views = harness.window->findChildren<ui::PdfPreview*>();
    QTRY_VERIFY(std::any_of(views.begin(), views.end(), [](const ui::PdfPreview* view) { return view->pageCount() == 2; }));
    const size_t before = harness.bench.paper.requests.size();
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(harness.bench.paper.requests.size(), before + 1);
    press(harness, Qt::Key_F6);
    QPointer<QFileDialog> dialog = harness.window->findChild<QFileDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    const QString path = harness.directory.filePath(QStringLiteral("trong.pdf"));
    dialog->selectFile(path);
    QMetaObject::invokeMethod(dialog, "accept");
    QTRY_VERIFY(QFile::exists(path));
    press(harness, Qt::Key_F7);
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(harness.bench.archive.volumes()->front().closed);
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(harness.bench.paper.requests.size(), before + 2);
    harness.shoot(QStringLiteral("books-without-a-row"));
}

void tst_BooksPlace::theBookIsSavedAsAFile() {
    Harness harness;
    harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("books"));
    press(harness, Qt::Key_F6);
    QPointer<QFileDialog> dialog = harness.window->findChild<QFileDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    QVERIFY(name);
    QVERIFY2(name->text().startsWith(QStringLiteral("01-2026-SCT-BS")), qPrintable(name->text()));
    const QString path = harness.directory.filePath(QStringLiteral("so.pdf"));
    // Chosen in Qt's own dialog, whose completions grab the keys offscreen.
    dialog->selectFile(path);
    QMetaObject::invokeMethod(dialog, "accept");
    QTRY_VERIFY(QFile::exists(path));
    QVERIFY(harness.window->findChild<ui::NoticeBar*>()->accessibleName().contains(path));
}

void tst_BooksPlace::spoilsWithAReason() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("books"));
    press(harness, Qt::Key_F8);
    press(harness, Qt::Key_2, Qt::ControlModifier);
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    const domain::Dossier after = harness.bench.dossier(dossier);
    QCOMPARE(after.entries.size(), 2u);
    QVERIFY(!after.entries.front().spoiledReason.isEmpty());
    QCOMPARE(after.liveEntry()->number, 2);
}

/// From the dossier with the spoilt sheet to its row in the other desk's book, and the new number.
void tst_BooksPlace::numberOfAnotherDeskIsSpoiledFromItsDossier() {
    Harness harness;
    const auto dossier = harness.bench.copyApprovedElsewhere();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
    press(harness, Qt::Key_F5);
    QCOMPARE(harness.desk().currentPlace(), QStringLiteral("books"));
    QVERIFY(harness.find<QComboBox>(QStringLiteral("Quyển số"))->currentText().startsWith(QStringLiteral("02/2026-SCT/BS")));
    QVERIFY(!canPress(harness, Qt::Key_F7));
    press(harness, Qt::Key_F8);
    press(harness, Qt::Key_3, Qt::ControlModifier);
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    const domain::Dossier after = harness.bench.dossier(dossier);
    QCOMPARE(after.entries.size(), 2u);
    QVERIFY(!after.entries.front().spoiledReason.isEmpty());
    QCOMPARE(after.liveEntry()->volumeLabel, QStringLiteral("01/2026-SCT/BS"));
    QVERIFY(harness.window->findChild<ui::NoticeBar*>()->accessibleName().contains(QStringLiteral("số 00001 quyển 01/2026-SCT/BS")));
    harness.shoot(QStringLiteral("books-another-desks-number-spoiled"));
}

void tst_BooksPlace::numberWhoseDossierIsElsewhereStays() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    QVERIFY(harness.bench.counter->runner().run(dossier, domain::Release{harness.bench.otherStation}));
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("books"));
    press(harness, Qt::Key_F8);
    QVERIFY(bannerOf(harness, QStringLiteral("books"))->isVisible());
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("bàn khác")), qPrintable(wordsOf(harness)));
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(harness.bench.dossier(dossier).liveEntry());
}

void tst_BooksPlace::yearIsClosedAfterItsTotals() {
    Harness harness;
    harness.bench.approvedCopy();
    begin(harness, QStringLiteral("hung.tv"), QStringLiteral("books"));
    const auto isClosed = [&harness] { return harness.bench.archive.volumes()->front().closed; };
    press(harness, Qt::Key_F7);
    QVERIFY(wordsOf(harness).contains(QStringLiteral("1 (từ số 1 đến số 1)")));
    press(harness, Qt::Key_Return);
    QVERIFY(!isClosed());
    press(harness, Qt::Key_F7);
    press(harness, Qt::Key_Escape);
    QVERIFY(!isClosed());
    press(harness, Qt::Key_F7);
    press(harness, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(isClosed());
    QVERIFY(!canPress(harness, Qt::Key_F7));
}

/// A book that a computer keeps is printed and bound monthly.
void tst_BooksPlace::oneMonthIsPrinted() {
    Harness harness;
    harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("books"));
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(harness.bench.paper.rendered.back().first, QStringLiteral("book"));
    QVERIFY(harness.bench.paper.rendered.back().second.contains(QStringLiteral("cover")));
    const size_t before = harness.bench.paper.rendered.size();
    test::Hand hand;
    QVERIFY(hand.tabTo(QStringLiteral("Phần in")));
    hand.press(Qt::Key_Down);
    hand.press(Qt::Key_F9);
    QTRY_COMPARE(harness.bench.paper.rendered.size(), before + 1);
    const QJsonObject& values = harness.bench.paper.rendered.back().second;
    QCOMPARE(values.value(QStringLiteral("month")).toString(), QStringLiteral("11 năm 2026"));
    QVERIFY(!values.contains(QStringLiteral("cover")));
    harness.shoot(QStringLiteral("books-month"));
}

QTEST_MAIN(tst_BooksPlace)
#include "tst_BooksPlace.moc"
