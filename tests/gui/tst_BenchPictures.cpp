#include "app/paper/HtmlFormRenderer.h"
#include "tests/gui/BenchTest.h"
#include "tests/gui/RealPages.h"

#include <QBuffer>
#include <QPainter>

using namespace motcua;
using test::AtBench;
using test::Hand;
using test::Harness;

/// A visit to the certification bench as the screens show it, from the first card to the register, in both languages.
class tst_BenchPictures : public QObject {
    Q_OBJECT

private slots:
    void visit_data();
    void visit();

private:
    static void openBooks(test::CounterBench& bench);
    static QByteArray page();
    static void show(int person);
    static void write(Hand& hand, const QString& words);
};

void tst_BenchPictures::visit_data() {
    QTest::addColumn<int>("scheme");
    QTest::addColumn<QString>("language");
    QTest::newRow("light-vi") << static_cast<int>(ui::SchemeChoice::Light) << QStringLiteral("vi");
    QTest::newRow("dark-vi") << static_cast<int>(ui::SchemeChoice::Dark) << QStringLiteral("vi");
    QTest::newRow("light-en") << static_cast<int>(ui::SchemeChoice::Light) << QStringLiteral("en");
}

/// Those of the year in which the pictures are.
void tst_BenchPictures::openBooks(test::CounterBench& bench) {
    auto& volumes = bench.archive.published.volumes;
    for (const char* symbol : {"SCT/BS", "SCT/GD"}) {
        domain::Volume volume = volumes.front();
        volume.id = domain::VolumeId(QUuid::createUuid());
        volume.year = 2027;
        volume.symbol = QLatin1String(symbol);
        volumes.push_back(volume);
    }
}

/// As a scanner gives it.
QByteArray tst_BenchPictures::page() {
    QImage sheet(1240, 1754, QImage::Format_RGB32);
    sheet.fill(QColor(250, 249, 244));
    QPainter painter(&sheet);
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(40);
    painter.setFont(font);
    painter.drawText(QRect(100, 160, 1040, 60), Qt::AlignHCenter, QStringLiteral("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
    painter.drawText(QRect(100, 560, 1040, 60), Qt::AlignHCenter, QStringLiteral("HỌC BẠ TRUNG HỌC PHỔ THÔNG"));
    painter.drawText(QRect(100, 700, 1040, 60), Qt::AlignHCenter, QStringLiteral("Nguyễn Văn An"));
    painter.end();
    QByteArray content;
    QBuffer buffer(&content);
    sheet.save(&buffer, "JPEG", 80);
    return content;
}

/// Held before the reader, which types into the line that waits for it.
void tst_BenchPictures::show(int person) {
    QWidget* line = QApplication::focusWidget();
    Harness::type(line, AtBench::card(person));
    QTest::keyClick(line, Qt::Key_Return);
}

void tst_BenchPictures::write(Hand& hand, const QString& words) {
    hand.type(words);
    hand.press(Qt::Key_Return);
}

void tst_BenchPictures::visit() {
    QFETCH(int, scheme);
    QFETCH(QString, language);
    const QString suffix = QLatin1Char('-') + QString::fromLatin1(QTest::currentDataTag());
    paper::HtmlFormRenderer forms;
    test::RealPages real;
    Harness harness(true, static_cast<ui::SchemeChoice>(scheme));
    harness.bench.forms = &forms;
    harness.bench.foreignPages = &real.pages;
    harness.bench.clock.set(QDate(2027, 1, 4), QTime(9, 0));
    openBooks(harness.bench);
    harness.bench.restart();
    harness.speak(language);
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    Hand hand;
    QVERIFY(harness.desk().go(QStringLiteral("certification")));
    counter::Bench& bench = harness.bench.counter->bench();

    show(0);
    write(hand, QStringLiteral("Học bạ trung học phổ thông"));
    write(hand, QStringLiteral("12"));
    hand.type(QStringLiteral("2"));
    QVERIFY(bench.draft().take({page(), QStringLiteral("image/jpeg"), 1240, 1754, {}}));
    hand.press(Qt::Key_F2);
    write(hand, QStringLiteral("Bằng tốt nghiệp đại học"));
    write(hand, QStringLiteral("1"));
    hand.type(QStringLiteral("3"));
    QCOMPARE(bench.visit().count(), 2);
    harness.shoot(QStringLiteral("bench-copy") + suffix);
    hand.press(Qt::Key_F8);
    harness.shoot(QStringLiteral("bench-copy-bans") + suffix);
    hand.press(Qt::Key_Escape);

    hand.press(Qt::Key_5, Qt::ControlModifier);
    hand.press(Qt::Key_F4);
    hand.press(Qt::Key_Down);
    hand.press(Qt::Key_Space);
    hand.press(Qt::Key_Space);
    hand.press(Qt::Key_F4);
    show(1);
    show(2);
    write(hand, QStringLiteral("2"));
    hand.type(QStringLiteral("3"));
    QCOMPARE(bench.visit().form().content().parties.size(), size_t(3));
    harness.shoot(QStringLiteral("bench-will-witnesses") + suffix);
    hand.press(Qt::Key_F9);
    QTRY_COMPARE(harness.bench.counter->dossiers().list({})->size(), size_t(3));
    QTRY_COMPARE(harness.bench.counter->printing().pending(), 0);

    harness.session->lock();
    QVERIFY(harness.signIn(QStringLiteral("hung.tv")));
    QVERIFY(harness.desk().go(QStringLiteral("approval")));
    QTest::qWait(1'000); // pages, and what is foreseen, are drawn beside the work
    harness.shoot(QStringLiteral("bench-approval") + suffix);
    const auto rows = harness.bench.counter->approval().tray();
    QVERIFY(rows);
    for (const auto& row : *rows) {
        const auto approved = harness.bench.counter->approval().approve(row.id);
        QVERIFY2(approved, approved ? "" : qPrintable(approved.error().toLogLine()));
    }
    QVERIFY(harness.desk().go(QStringLiteral("books")));
    QTest::qWait(50);
    harness.shoot(QStringLiteral("bench-books") + suffix);
}

QTEST_MAIN(tst_BenchPictures)
#include "tst_BenchPictures.moc"
