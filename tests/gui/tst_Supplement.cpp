#include "app/ui/intake/PagesPanel.h"
#include "app/ui/widgets/KeyRest.h"
#include "app/ui/widgets/NoticeBar.h"
#include "app/ui/widgets/PageViewer.h"
#include "tests/gui/Hand.h"
#include "tests/gui/PlaceTest.h"

#include <QBuffer>
#include <QFileDialog>
#include <QLineEdit>
#include <QPainter>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using test::CounterBench;
using test::Hand;
using test::Harness;
using namespace std::chrono_literals;

/// The citizen comes back with what form 02 asked for, by keyboard: pages come and are worked on as in an intake, by the same keys.
class tst_Supplement : public QObject {
    Q_OBJECT

private slots:
    void keysAreThoseOfAnIntake();
    void pagesComeFromAFile();
    void aSecondFileWaits();
    void aRefusedFileIsNamedHere();
    void pagesAreWorkedOnAndUndone();
    void whatWasCutIsToldAndTakenBack();
    void theWatchedFolderBringsToWhatIsOpen();
    void nothingIsTakenInWhileABatchRuns();
    void theSameKeyAtOnceIsNoOtherAct();

private:
    /// A dossier of which form 02 was printed; its papers are being taken in.
    static domain::DossierId takeIn(Harness& harness, Hand& hand);
    static QByteArray picture(int number);
    static void scan(Harness& harness, Hand& hand, int pages);
    static counter::Supplements& supplements(Harness& harness) { return harness.bench.counter->supplements(); }
    /// The numbers of the pages, paper by paper.
    static QList<QList<int>> lying(Harness& harness);
    static QString row(Harness& harness);
};

domain::DossierId tst_Supplement::takeIn(Harness& harness, Hand& hand) {
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    [&] {
        begin(harness, QStringLiteral("lan.nt"), QStringLiteral("dossiers"));
        hand.press(Qt::Key_F7);
        hand.type(QStringLiteral("Bản chính rõ nét hơn"));
        hand.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(harness.bench.dossier(dossier).state, domain::State::SupplementAsked);
        hand.press(Qt::Key_F9);
        QCOMPARE(Hand::place(), QStringLiteral("supplement"));
    }();
    return dossier;
}

QByteArray tst_Supplement::picture(int number) {
    QImage page(124, 175, QImage::Format_Grayscale8);
    page.fill(Qt::white);
    QPainter(&page).fillRect(10, 10, 10 * number, 20, Qt::black);
    QBuffer jpeg;
    jpeg.open(QIODevice::WriteOnly);
    page.save(&jpeg, "JPEG");
    return jpeg.data();
}

void tst_Supplement::scan(Harness& harness, Hand& hand, int pages) {
    hand.press(Qt::Key_F5);
    for (int i = 1; i <= pages; ++i)
        emit harness.bench.scanner.job->pageRead(CounterBench::page(picture(i)));
    emit harness.bench.scanner.job->finished({});
}

QList<QList<int>> tst_Supplement::lying(Harness& harness) {
    QList<QList<int>> all;
    const auto& papers = supplements(harness).papers();
    for (size_t paper = 0; paper < papers.size(); ++paper) {
        QList<int> numbers;
        for (size_t page = 0; page < papers[paper].pages.size(); ++page) {
            const auto content = supplements(harness).pageContent(static_cast<int>(paper), static_cast<int>(page));
            for (int number = 1; number <= 9; ++number)
                if (content && *content == picture(number))
                    numbers << number;
        }
        all << numbers;
    }
    return all;
}

/// The words of the action row, and of what else is shown as a button.
QString tst_Supplement::row(Harness& harness) {
    QStringList words;
    for (const auto* button : harness.window->findChildren<ui::ActionButton*>())
        if (button->isVisible() && !button->key().isEmpty())
            words << button->key().toString() + QLatin1Char(' ') + button->text();
    return words.join(QLatin1Char('\n'));
}

void tst_Supplement::keysAreThoseOfAnIntake() {
    Harness harness;
    Hand hand;
    const auto dossier = takeIn(harness, hand);
    const QString words = row(harness);
    for (const char* act : {"F5 Quét", "F6 Tệp", "F9 Nhận bổ sung"})
        QVERIFY2(words.contains(QString::fromUtf8(act)), qPrintable(words));
    for (const char* other : {"In lại", "Rút", "Mẫu 02", "Sửa"})
        QVERIFY2(!words.contains(QString::fromUtf8(other)), qPrintable(words));
    scan(harness, hand, 2);
    harness.shoot(QStringLiteral("supplement-vi"));
    hand.press(Qt::Key_Escape);
    QVERIFY(row(harness).contains(QStringLiteral("In lại")));
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::SupplementAsked);
    // What was taken in is there when one comes back to it.
    hand.press(Qt::Key_F9);
    QCOMPARE(lying(harness).at(0), (QList<int>{1, 2}));
}

void tst_Supplement::pagesComeFromAFile() {
    QTemporaryDir directory;
    Harness harness;
    Hand hand;
    takeIn(harness, hand);
    hand.press(Qt::Key_F6);
    auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
    QVERIFY(dialog);
    const QString path = directory.filePath(QStringLiteral("giấy.jpg"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(picture(4)) > 0);
    file.close();
    auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    name->setText(path);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(harness.bench.scanner.job);
    emit harness.bench.scanner.job->pageRead(CounterBench::page(picture(4)));
    emit harness.bench.scanner.job->finished({});
    QCOMPARE(lying(harness).at(0), QList<int>{4});
    QVERIFY(harness.bench.counter->intake().form().isBlank());
}

/// The first is still being read: nobody has to choose the second again, and what was wrong with each is told of each.
void tst_Supplement::aSecondFileWaits() {
    Harness harness;
    Hand hand;
    takeIn(harness, hand);
    const auto choose = [&](const char* name) {
        hand.press(Qt::Key_F6);
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        emit dialog->filesSelected({QLatin1String(name)});
        dialog->close();
    };
    choose("/x/a.pdf");
    const QPointer<test::ScriptedJob> first = harness.bench.scanner.job;
    choose("/x/b.pdf");
    QVERIFY(first && harness.bench.scanner.job == first);
    QVERIFY(!bannerOf(harness, QStringLiteral("dossiers"))->isShown());
    QVERIFY2(test::wordsOf(harness).contains(ui::PagesPanel::tr("files read after it: %1").arg(1)), qPrintable(test::wordsOf(harness)));
    const base::Error damaged{QStringLiteral("import.damaged"), {{QStringLiteral("file"), QStringLiteral("1")}}};
    emit first->finished(damaged);
    QCOMPARE(harness.bench.scanner.lastFiles, QStringList{QStringLiteral("/x/b.pdf")});
    emit harness.bench.scanner.job->finished(damaged);
    const QString told = bannerOf(harness, QStringLiteral("dossiers"))->text();
    QVERIFY2(told.contains(QStringLiteral("a.pdf")) && told.contains(QStringLiteral("b.pdf")), qPrintable(told));
}

void tst_Supplement::aRefusedFileIsNamedHere() {
    Harness harness;
    Hand hand;
    takeIn(harness, hand);
    harness.bench.counter->inbox().refuseFile(QStringLiteral("/srv/mật.pdf"), {QStringLiteral("import.locked")});
    QVERIFY2(bannerOf(harness, QStringLiteral("dossiers"))->text().contains(QStringLiteral("mật.pdf")),
        qPrintable(bannerOf(harness, QStringLiteral("dossiers"))->text()));
    QVERIFY(harness.desk().go(QStringLiteral("intake")));
    QVERIFY(!bannerOf(harness, QStringLiteral("intake"))->isShown());
}

void tst_Supplement::pagesAreWorkedOnAndUndone() {
    Harness harness;
    Hand hand;
    takeIn(harness, hand);
    scan(harness, hand, 3);
    QCOMPARE(lying(harness).at(0), (QList<int>{1, 2, 3}));
    hand.press(Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(lying(harness).at(0), (QList<int>{1, 3, 2}));
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(lying(harness).at(0), (QList<int>{1, 2, 3}));
    harness.window->findChild<ui::PageViewer*>(); // the acts are of the page that is shown
    hand.press(Qt::Key_Delete, Qt::ControlModifier);
    QCOMPARE(lying(harness).at(0).size(), 2);
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(lying(harness).at(0), (QList<int>{1, 2, 3}));
    hand.press(Qt::Key_Down, Qt::ControlModifier);
    QVERIFY(lying(harness).at(0).size() < 3 && !lying(harness).at(1).isEmpty());
    QCOMPARE(supplements(harness).pages().current(), 1);
    harness.shoot(QStringLiteral("supplement-split-vi"));
    hand.press(Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(lying(harness).at(0), (QList<int>{1, 2, 3}));
    hand.press(Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(lying(harness).at(0).size(), 2);
    QCOMPARE(supplements(harness).papers().at(0).pages.size(), 3u);
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(lying(harness).at(0), (QList<int>{1, 2, 3}));
}

void tst_Supplement::whatWasCutIsToldAndTakenBack() {
    Harness harness;
    Hand hand;
    const auto dossier = takeIn(harness, hand);
    hand.press(Qt::Key_F5);
    auto page = CounterBench::page(picture(1));
    page.untouched = {picture(2), QStringLiteral("image/jpeg"), 1300, 1800};
    emit harness.bench.scanner.job->pageRead(page);
    emit harness.bench.scanner.job->finished({});
    QVERIFY(wordsOf(harness).contains(QStringLiteral("Đã cắt viền đen quanh trang này.")));
    hand.press(Qt::Key_Escape);
    hand.press(Qt::Key_F9);
    hand.press(Qt::Key_F5, Qt::ControlModifier);
    QCOMPARE(lying(harness).at(0), QList<int>{2});
    hand.press(Qt::Key_F5, Qt::ControlModifier);
    QCOMPARE(lying(harness).at(0), QList<int>{1});
    hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(lying(harness).at(0), QList<int>{2});
    hand.press(Qt::Key_F9);
    QCOMPARE(harness.bench.dossier(dossier).papers.front().pages.front().width, 1300);
}

void tst_Supplement::theWatchedFolderBringsToWhatIsOpen() {
    Harness harness;
    Hand hand;
    takeIn(harness, hand);
    counter::Inbox& inbox = harness.bench.counter->inbox();
    const auto bring = [&inbox](int number) {
        inbox.addPage(QStringLiteral("/srv/a.jpg"), CounterBench::page(picture(number)));
        inbox.finishFile(QStringLiteral("/srv/a.jpg"));
    };
    bring(3);
    QCOMPARE(lying(harness).at(0), QList<int>{3});
    QVERIFY(harness.bench.counter->intake().form().isBlank());
    const auto* notice = harness.window->findChild<ui::NoticeBar*>();
    QVERIFY2(notice->isVisible() && notice->text().contains(QStringLiteral("1 trang")), qPrintable(notice->text()));
    hand.press(Qt::Key_Escape);
    bring(4);
    QVERIFY(!harness.bench.counter->intake().form().isBlank());
    hand.press(Qt::Key_F9);
    QCOMPARE(lying(harness).at(0), QList<int>{3});
    // Whoever looks at something else is not taking in.
    QVERIFY(harness.desk().go(QStringLiteral("handover")));
    bring(5);
    QCOMPARE(lying(harness).at(0), QList<int>{3});
}

void tst_Supplement::nothingIsTakenInWhileABatchRuns() {
    Harness harness;
    Hand hand;
    const auto dossier = takeIn(harness, hand);
    hand.press(Qt::Key_F5);
    emit harness.bench.scanner.job->pageRead(CounterBench::page(picture(1)));
    hand.press(Qt::Key_F9);
    QCOMPARE(harness.bench.dossier(dossier).state, domain::State::SupplementAsked);
    emit harness.bench.scanner.job->pageRead(CounterBench::page(picture(2)));
    emit harness.bench.scanner.job->finished({});
    hand.press(Qt::Key_F9);
    QCOMPARE(harness.bench.dossier(dossier).papers.front().pages.size(), 2u);
}

/// Bounced, or by an impatient hand.
void tst_Supplement::theSameKeyAtOnceIsNoOtherAct() {
    Harness harness;
    Hand hand;
    const auto dossier = takeIn(harness, hand);
    ui::KeyRest::instance().setLength(1h);
    scan(harness, hand, 1);
    hand.press(Qt::Key_F9);
    QVERIFY(harness.bench.dossier(dossier).state != domain::State::SupplementAsked);
    const auto* notice = harness.window->findChild<ui::NoticeBar*>();
    QVERIFY2(notice->isVisible() && notice->text().contains(QStringLiteral("Giấy tờ bổ sung đã vào hồ sơ")), qPrintable(notice->text()));
    harness.shoot(QStringLiteral("supplement-taken-vi"));
    const qint64 version = harness.bench.dossier(dossier).version;
    for (int i = 0; i < 3; ++i)
        hand.press(Qt::Key_F9);
    QVERIFY(harness.desk().page(QStringLiteral("dossiers"))->isVisible());
    QVERIFY(!harness.bench.counter->intake().form().isCorrection());
    QVERIFY(!bannerOf(harness, QStringLiteral("dossiers"))->isShown());
    QVERIFY2(test::wordsOf(harness).contains(ui::PagesPanel::tr("files read after it: %1").arg(1)), qPrintable(test::wordsOf(harness)));
    QCOMPARE(harness.bench.dossier(dossier).version, version);
    // Whoever has moved means it.
    hand.press(Qt::Key_Down);
    hand.press(Qt::Key_F9);
    QVERIFY(harness.bench.counter->intake().form().isCorrection());
}

QTEST_MAIN(tst_Supplement)
#include "tst_Supplement.moc"
