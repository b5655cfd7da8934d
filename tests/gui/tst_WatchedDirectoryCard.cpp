#include "app/ui/intake/IntakePlace.h"
#include "app/ui/shell/system/WatchedDirectoryCard.h"
#include "app/ui/widgets/NoticeBar.h"
#include "tests/gui/PlaceTest.h"

#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace motcua;
using test::CounterBench;
using test::Harness;

/// The watched directory as the clerk sees it: its setting, its pages, its errors.
class tst_WatchedDirectoryCard : public QObject {
    Q_OBJECT

private slots:
    void directoryIsSetAndCleared();
    void wrongPathIsTold();
    void missingDirectoryIsTold();
    void pagesAreNoticed();
    void refusedFileIsTold();
    void allThatLieThereAreNamed();
    void whatCouldBeReadAfterAllIsToldNoMore();
    void toldElsewhereToo();
    void picture();

private:
    static QLineEdit* path(const Harness& harness) { return harness.window->findChild<QLineEdit*>(QStringLiteral("watchedFolder")); }
    static void enter(Harness& harness, const QString& text);
};

void tst_WatchedDirectoryCard::enter(Harness& harness, const QString& text) {
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    QVERIFY(harness.desk().go(QStringLiteral("system")));
    QVERIFY(path(harness));
    path(harness)->setFocus();
    path(harness)->selectAll();
    Harness::type(path(harness), text);
    QTest::keyClick(path(harness), Qt::Key_Return);
}

void tst_WatchedDirectoryCard::directoryIsSetAndCleared() {
    Harness harness;
    enter(harness, QStringLiteral("/srv/bản quét/"));
    QCOMPARE(harness.bench.counter->inbox().directory(), QStringLiteral("/srv/bản quét"));
    QCOMPARE(path(harness)->text(), QStringLiteral("/srv/bản quét"));
    auto* card = harness.window->findChild<ui::WatchedDirectoryCard*>();
    const auto buttons = card->findChildren<QPushButton*>();
    QTest::mouseClick(buttons.last(), Qt::LeftButton);
    QCOMPARE(harness.bench.counter->inbox().directory(), QString());
    QCOMPARE(path(harness)->text(), QString());
    QVERIFY(!buttons.last()->isEnabled());
}

void tst_WatchedDirectoryCard::wrongPathIsTold() {
    Harness harness;
    enter(harness, QStringLiteral("quet"));
    QCOMPARE(harness.bench.counter->inbox().directory(), QString());
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("không phải đường dẫn đầy đủ")), qPrintable(wordsOf(harness)));
}

void tst_WatchedDirectoryCard::missingDirectoryIsTold() {
    Harness harness;
    enter(harness, QStringLiteral("/srv/scans"));
    harness.bench.counter->inbox().report({}, {QStringLiteral("watch.directory-missing")});
    QVERIFY2(wordsOf(harness).contains(QStringLiteral("Không thấy thư mục theo dõi")), qPrintable(wordsOf(harness)));
}

void tst_WatchedDirectoryCard::pagesAreNoticed() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    counter::Inbox& inbox = harness.bench.counter->inbox();
    inbox.addPage(QStringLiteral("/srv/a.pdf"), CounterBench::page("one"));
    inbox.addPage(QStringLiteral("/srv/a.pdf"), CounterBench::page("two"));
    inbox.finishFile(QStringLiteral("/srv/a.pdf"));
    QCOMPARE(harness.window->findChild<ui::NoticeBar*>()->text(), QStringLiteral("Đã nhận 2 trang từ thư mục theo dõi."));
    harness.speak(QStringLiteral("en"));
    inbox.addPage(QStringLiteral("/srv/b.pdf"), CounterBench::page("three"));
    inbox.finishFile(QStringLiteral("/srv/b.pdf"));
    QCOMPARE(harness.window->findChild<ui::NoticeBar*>()->text(), QStringLiteral("1 page came from the watched folder."));
}

void tst_WatchedDirectoryCard::refusedFileIsTold() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    counter::Inbox& inbox = harness.bench.counter->inbox();
    ui::Banner* banner = harness.window->findChild<ui::IntakePlace*>()->banner();
    inbox.refuseFile(QStringLiteral("/srv/hỏng.pdf"), {QStringLiteral("import.damaged")});
    QVERIFY(banner->isShown());
    QVERIFY2(banner->text().startsWith(QStringLiteral("hỏng.pdf: ")), qPrintable(banner->text()));
    QVERIFY2(banner->text().contains(QStringLiteral("vẫn còn nguyên trong thư mục")), qPrintable(banner->text()));
    inbox.report(QStringLiteral("/srv/b.pdf"), {QStringLiteral("watch.not-deleted")});
    QVERIFY2(banner->text().contains(QStringLiteral("đã được lưu an toàn")), qPrintable(banner->text()));
}

/// As long as they lie there.
void tst_WatchedDirectoryCard::allThatLieThereAreNamed() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    counter::Inbox& inbox = harness.bench.counter->inbox();
    const QDir folder(harness.directory.path());
    QVERIFY(inbox.setDossier(folder.path()));
    ui::Banner* banner = harness.window->findChild<ui::IntakePlace*>()->banner();
    for (const char* name : {"a.tif", "b.pdf", "c.heic"}) {
        QFile file(folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QFile::WriteOnly));
        inbox.refuseFile(file.fileName(), {QStringLiteral("import.damaged")});
    }
    for (const char* name : {"a.tif: ", "b.pdf: ", "c.heic: "})
        QVERIFY2(banner->text().contains(QLatin1String(name)), qPrintable(banner->text()));
    QVERIFY(QFile::remove(folder.filePath(QStringLiteral("b.pdf"))));
    inbox.refuseFile(folder.filePath(QStringLiteral("a.tif")), {QStringLiteral("import.damaged")});
    QVERIFY(!banner->text().contains(QStringLiteral("b.pdf")));
    QVERIFY(banner->text().contains(QStringLiteral("c.heic: ")));
}

/// A device that writes in pieces: what was called damaged while it grew is taken when it is whole.
void tst_WatchedDirectoryCard::whatCouldBeReadAfterAllIsToldNoMore() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    counter::Inbox& inbox = harness.bench.counter->inbox();
    ui::Banner* banner = harness.window->findChild<ui::IntakePlace*>()->banner();
    inbox.refuseFile(QStringLiteral("/srv/a.pdf"), {QStringLiteral("import.damaged")});
    QVERIFY(banner->isShown());
    inbox.addPage(QStringLiteral("/srv/a.pdf"), CounterBench::page("one"));
    inbox.finishFile(QStringLiteral("/srv/a.pdf"));
    QVERIFY2(!banner->isShown(), qPrintable(banner->text()));
}

void tst_WatchedDirectoryCard::toldElsewhereToo() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    QVERIFY(harness.desk().go(QStringLiteral("handover")));
    harness.bench.counter->inbox().refuseFile(QStringLiteral("/srv/a.pdf"), {QStringLiteral("import.damaged")});
    QVERIFY(harness.window->findChild<ui::NoticeBar*>()->text().startsWith(QStringLiteral("a.pdf: ")));
}

void tst_WatchedDirectoryCard::picture() {
    Harness harness;
    harness.window->resize(1366, 1200);
    enter(harness, QStringLiteral("/srv/scans"));
    harness.shoot(QStringLiteral("watched-folder"));
}

QTEST_MAIN(tst_WatchedDirectoryCard)
#include "tst_WatchedDirectoryCard.moc"
