#include "app/paper/HtmlFormRenderer.h"
#include "app/ui/approval/AttestationPane.h"
#include "app/ui/widgets/DossierList.h"
#include "app/ui/widgets/PageViewer.h"
#include "app/ui/widgets/PdfPreview.h"
#include "tests/gui/Hand.h"
#include "tests/gui/LayoutFaults.h"
#include "tests/gui/PlaceTest.h"
#include "tests/unit/paper/FormReading.h"

#include <QElapsedTimer>
#include <QTableView>
#include <QTest>

using namespace motcua;
using namespace motcua::test;
using namespace std::chrono_literals;
using domain::DossierId;

/// A visit in the supervisor's tray by keyboard: ticked by its heading, foreseen on paper, approved and taken back as one.
class tst_VisitTray : public QObject {
    Q_OBJECT

private slots:
    void spaceOnTheHeadingTicksTheVisit();
    void approvedAndTakenBackAsOne();
    void whatCannotBeApprovedIsSaidBefore();
    void attestationBesideTheScan();
    void attestationInsteadOfTheScanWhereRoomIsShort();
    void previewSaysWhatIsPrinted_data();
    void previewSaysWhatIsPrinted();
    void previewDoesNotHoldUpTheHand();
    void pictures_data();
    void pictures();

private:
    struct Tray {
        explicit Tray(ui::SchemeChoice scheme = ui::SchemeChoice::Light, bool onPaper = false) : harness(true, scheme) {
            if (onPaper) {
                harness.bench.forms = &renderer;
                harness.bench.restart();
            }
            harness.bench.seatClerk();
        }
        DossierId copyOf(domain::VisitId visit, const QString& document) {
            harness.bench.fillCopy(document);
            harness.bench.counter->intake().form().setVisit(visit);
            for (const char* content : {"one", "two"})
                (void)harness.bench.counter->intake().draft().take(CounterBench::page(content));
            const auto received = harness.bench.counter->intake().acts().receive();
            if (!received)
                qFatal("%s", qPrintable(received.error().toLogLine()));
            return received->dossier;
        }
        std::vector<DossierId> visit(qint64 id = 1) {
            const auto visit = domain::VisitId::make(id);
            std::vector<DossierId> papers;
            for (const char16_t* document : {u"Bằng tốt nghiệp đại học", u"Học bạ trung học phổ thông", u"Giấy khai sinh"})
                papers.push_back(copyOf(visit, QString::fromUtf16(document)));
            return papers;
        }
        void sit() {
            begin(harness, QStringLiteral("hung.tv"), QStringLiteral("approval"));
            harness.bench.counter->held().setDelay(10s);
        }
        ui::PlacePage* place() { return harness.desk().page(QStringLiteral("approval")); }
        ui::DossierList* list() { return place()->findChild<ui::DossierList*>(); }
        ui::AttestationPane* pane() { return place()->findChild<ui::AttestationPane*>(); }
        ui::PdfPreview* preview() { return pane()->findChild<ui::PdfPreview*>(); }
        ui::PageViewer* scan() { return place()->findChild<ui::PageViewer*>(); }
        int numberOf(DossierId id) {
            const domain::Dossier dossier = harness.bench.dossier(id);
            return dossier.liveEntry() ? dossier.liveEntry()->number : 0;
        }

        paper::HtmlFormRenderer renderer;
        Harness harness;
        Hand hand;
    };
};

void tst_VisitTray::spaceOnTheHeadingTicksTheVisit() {
    Tray tray;
    const auto visit = tray.visit();
    const DossierId alone = tray.copyOf({}, QStringLiteral("Bằng lái xe"));
    tray.sit();
    QCOMPARE(tray.list()->model()->rowCount(), 5);
    QCOMPARE(tray.list()->current(), visit.front());
    QVERIFY(wordsOf(tray.harness).contains(QStringLiteral("Bằng tốt nghiệp đại học")));
    tray.hand.press(Qt::Key_Home);
    QVERIFY(tray.list()->current().isNull());
    tray.hand.press(Qt::Key_Space);
    QCOMPARE(tray.list()->model()->checked(), visit);
    tray.hand.press(Qt::Key_Down);
    tray.hand.press(Qt::Key_Space);
    QCOMPARE(tray.list()->model()->checked().size(), 2u);
    tray.hand.press(Qt::Key_Home);
    QCOMPARE(tray.list()->model()->index(0, 0).data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::PartiallyChecked));
    tray.hand.press(Qt::Key_Space);
    QCOMPARE(tray.list()->model()->checked(), visit);
    tray.hand.press(Qt::Key_Space);
    QVERIFY(tray.list()->model()->checked().empty());
    tray.hand.press(Qt::Key_End);
    QCOMPARE(tray.list()->current(), alone);
}

void tst_VisitTray::approvedAndTakenBackAsOne() {
    Tray tray;
    const auto visit = tray.visit();
    tray.sit();
    tray.hand.press(Qt::Key_Home);
    tray.hand.press(Qt::Key_Space);
    tray.hand.press(Qt::Key_F9);
    QVERIFY(tray.list()->rows().empty());
    QVERIFY2(wordsOf(tray.harness).contains(QStringLiteral("3 hồ sơ")), qPrintable(wordsOf(tray.harness)));
    tray.hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(tray.list()->rows().size(), 3u);
    QCOMPARE(tray.numberOf(visit[0]), 0);
    tray.hand.press(Qt::Key_Home);
    tray.hand.press(Qt::Key_Space);
    tray.hand.press(Qt::Key_F9);
    tray.hand.press(Qt::Key_Y, Qt::ControlModifier);
    for (size_t i = 0; i < visit.size(); ++i)
        QCOMPARE(tray.numberOf(visit[i]), static_cast<int>(i) + 1);
    QVERIFY(tray.harness.bench.drafts.all().empty());
}

/// Somebody's own work among the ticked ones.
void tst_VisitTray::whatCannotBeApprovedIsSaidBefore() {
    Tray tray;
    const auto visit = tray.visit();
    tray.harness.bench.seatSupervisor();
    const DossierId own = tray.copyOf({}, QStringLiteral("Bằng lái xe"));
    tray.sit();
    tray.hand.press(Qt::Key_F6);
    const QString words = wordsOf(tray.harness);
    QVERIFY2(words.contains(tray.harness.bench.dossier(own).code + QStringLiteral(": ")), qPrintable(words));
    QVERIFY(canPress(tray.harness, Qt::Key_F9));
    tray.hand.press(Qt::Key_F6);
    tray.hand.press(Qt::Key_End);
    tray.hand.press(Qt::Key_Space);
    QVERIFY(!canPress(tray.harness, Qt::Key_F9));
    QCOMPARE(tray.numberOf(visit[0]), 0);
}

void tst_VisitTray::attestationBesideTheScan() {
    Tray tray(ui::SchemeChoice::Light, true);
    tray.visit();
    tray.sit();
    QVERIFY(tray.scan()->isVisible() && tray.pane()->isVisible());
    QTRY_VERIFY(tray.preview()->pageCount() > 0);
    const QString words = wordsOf(tray.harness);
    QVERIFY2(words.contains(QStringLiteral("00001")) && words.contains(QStringLiteral("01/2026-SCT/BS")), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("Ngày hai mươi ba, tháng mười một")) && words.contains(QStringLiteral("KT. CHỦ TỊCH")), qPrintable(words));
    // Nothing else would come out: it is not made anew.
    const QByteArray before = tray.preview()->pdf();
    emit tray.harness.bench.sync.received();
    QCOMPARE(tray.preview()->pdf(), before);
    tray.hand.press(Qt::Key_F5);
    QVERIFY(!tray.scan()->isVisible() && tray.pane()->isVisible());
    tray.hand.press(Qt::Key_F5);
    QVERIFY(tray.scan()->isVisible() && tray.pane()->isVisible());
}

void tst_VisitTray::attestationInsteadOfTheScanWhereRoomIsShort() {
    Tray tray(ui::SchemeChoice::Light, true);
    tray.visit();
    tray.harness.window->resize(1024, 768);
    tray.sit();
    QVERIFY(tray.scan()->isVisible() && !tray.pane()->isVisible());
    QCOMPARE(tray.preview()->pageCount(), 0);
    tray.hand.press(Qt::Key_F5);
    QVERIFY(!tray.scan()->isVisible() && tray.pane()->isVisible());
    QTRY_VERIFY(tray.preview()->pageCount() > 0);
}

void tst_VisitTray::previewSaysWhatIsPrinted_data() {
    QTest::addColumn<int>("which");
    QTest::newRow("the first that is ticked") << 0;
    QTest::newRow("the last that is ticked") << 2;
}

void tst_VisitTray::previewSaysWhatIsPrinted() {
    QFETCH(int, which);
    Tray tray(ui::SchemeChoice::Light, true);
    const auto visit = tray.visit();
    tray.sit();
    tray.hand.press(Qt::Key_Home);
    tray.hand.press(Qt::Key_Space);
    for (int down = 0; down <= which; ++down)
        tray.hand.press(Qt::Key_Down);
    const DossierId id = visit[static_cast<size_t>(which)];
    QCOMPARE(tray.list()->current(), id);
    const QString number = QStringLiteral("%1").arg(which + 1, 5, 10, QLatin1Char('0'));
    QTRY_VERIFY(text(tray.preview()->pdf()).contains(number));
    const QString foreseen = text(tray.preview()->pdf(), {QStringLiteral("-layout")});
    QVERIFY2(foreseen.contains(QStringLiteral("01/2026-SCT/BS")), qPrintable(foreseen));
    tray.hand.press(Qt::Key_F9);
    tray.harness.bench.counter->held().settle();
    QCOMPARE(tray.numberOf(id), which + 1);
    const auto printed = tray.harness.bench.counter->printing().preview(QStringLiteral("attestation-copy"), id);
    QVERIFY(printed);
    QCOMPARE(text(*printed, {QStringLiteral("-layout")}), foreseen);
}

/// From a key that leads to another dossier to the next one: the paper is made beside it.
void tst_VisitTray::previewDoesNotHoldUpTheHand() {
    Tray tray(ui::SchemeChoice::Light, true);
    tray.visit();
    tray.sit();
    QTRY_VERIFY(tray.preview()->pageCount() > 0);
    const domain::Dossier dossier = tray.harness.bench.dossier(tray.list()->rows().back().id);
    QElapsedTimer timer;
    timer.start();
    tray.pane()->look(dossier, {});
    const qint64 took = timer.elapsed();
    // 50 ms by an idle machine.
    QVERIFY2(took < 200, qPrintable(QString::number(took)));
    qInfo("on the screen's thread: %lld ms", took);
    QTRY_VERIFY(tray.preview()->pageCount() > 0);
}

void tst_VisitTray::pictures_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light-1366") << false << QSize(1366, 768);
    QTest::newRow("dark-1366") << true << QSize(1366, 768);
    QTest::newRow("light-1024") << false << QSize(1024, 768);
    QTest::newRow("dark-1024") << true << QSize(1024, 768);
}

void tst_VisitTray::pictures() {
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    Tray tray(dark ? ui::SchemeChoice::Dark : ui::SchemeChoice::Light, true);
    tray.visit();
    tray.copyOf({}, QStringLiteral("Bằng lái xe"));
    tray.harness.window->resize(size);
    tray.sit();
    tray.hand.press(Qt::Key_Home);
    tray.hand.press(Qt::Key_Space);
    tray.hand.press(Qt::Key_Down);
    if (size.width() > 1280)
        QTRY_VERIFY(tray.preview()->pageCount() > 0);
    QTest::qWait(300);
    const QString name = QStringLiteral("visit-tray-") + QLatin1String(QTest::currentDataTag());
    tray.harness.shoot(name);
    QVERIFY2(layoutFaults(*tray.harness.window).isEmpty(), qPrintable(layoutFaults(*tray.harness.window).join(QLatin1Char('\n'))));
    tray.hand.press(Qt::Key_F5);
    QTRY_VERIFY(tray.preview()->pageCount() > 0);
    QTest::qWait(300);
    tray.harness.shoot(name + QStringLiteral("-whole"));
    QVERIFY2(layoutFaults(*tray.harness.window).isEmpty(), qPrintable(layoutFaults(*tray.harness.window).join(QLatin1Char('\n'))));
}

QTEST_MAIN(tst_VisitTray)
#include "tst_VisitTray.moc"
