#include "app/ui/widgets/PageViewer.h"
#include "tests/gui/BenchTest.h"
#include "tests/gui/LayoutFaults.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>

using namespace motcua;
using test::AtBench;
using test::CounterBench;
using test::Hand;
using test::Harness;

/// The certification bench, by keyboard as a clerk works it with people waiting.
class tst_BenchPlace : public QObject {
    Q_OBJECT

private slots:
    void certifiedCopyWithinNineKeys();
    void nextCopyWithinFiveKeys();
    void signatureWithinTwelveKeys();
    void willWithTwoWitnessesWithinFortyKeys();
    void theSameCardMarksItsLine();
    void peopleOfTheVisitAreOffered();
    void partyTypedByHand();
    void rolesTurn();
    void openPaperIsLedTo();
    void takenOutByKeyAndPutBack();
    void killedBetweenPapers();
    void extendedWithItsGround();
    void whatIsBannedIsNotReceived();
    void intakeLeadsHere();
    void unfinishedVisitsAreListed();
    void askedForMorePapers();
    void pagesAreShown();
    void beforeItsKindsAreInForce();
    void layout_data();
    void layout();
    void pictures_data();
    void pictures();

private:
    static void fillWill(AtBench& at);
};

void tst_BenchPlace::certifiedCopyWithinNineKeys() {
    AtBench at;
    QVERIFY(at.isIn && at.place() && at.place()->isVisible());
    QCOMPARE(Hand::place(), QStringLiteral("card"));
    at.show(0);
    QCOMPARE(at.form().content().applicant.name, QStringLiteral("Nguyễn Văn An"));
    QCOMPARE(Hand::place(), QStringLiteral("document"));
    at.hand.type(QStringLiteral("hoc"));
    at.hand.press(Qt::Key_Down);
    at.hand.press(Qt::Key_Return);
    QCOMPARE(Hand::place(), QStringLiteral("pages"));
    at.write(QStringLiteral("3"));
    at.hand.type(QStringLiteral("2"));
    QCOMPARE(at.open(), QByteArray());
    at.hand.press(Qt::Key_F9);
    QTRY_COMPARE(at.harness.bench.paper.requests.size(), size_t(1));
    QCOMPARE(at.harness.bench.counter->dossiers().list({})->size(), size_t(1));
    QVERIFY2(at.hand.presses <= 9, qPrintable(QString::number(at.hand.presses)));
    qInfo("copy: %d keys", at.hand.presses);
    QVERIFY(at.bench().visit().isBlank());
    QCOMPARE(Hand::place(), QStringLiteral("card"));
}

void tst_BenchPlace::nextCopyWithinFiveKeys() {
    AtBench at;
    at.show(0);
    at.write(QStringLiteral("Học bạ"));
    at.write(QStringLiteral("3"));
    at.hand.presses = 0;
    at.hand.press(Qt::Key_F2);
    QCOMPARE(Hand::place(), QStringLiteral("document"));
    at.hand.type(QStringLiteral("b"));
    at.hand.press(Qt::Key_Down);
    at.hand.press(Qt::Key_Return);
    at.hand.type(QStringLiteral("1"));
    QVERIFY2(at.hand.presses <= 5, qPrintable(QString::number(at.hand.presses)));
    QCOMPARE(at.open(), QByteArray());
    QCOMPARE(at.bench().visit().count(), 2);
    at.hand.press(Qt::Key_F9);
    QCOMPARE(at.harness.bench.counter->dossiers().list({})->size(), size_t(2));
}

void tst_BenchPlace::signatureWithinTwelveKeys() {
    AtBench at;
    at.hand.press(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(at.kind(), QStringLiteral("signature"));
    QCOMPARE(Hand::place(), QStringLiteral("partyCard"));
    at.show(0);
    QCOMPARE(at.form().content().parties.size(), size_t(1));
    QCOMPARE(at.form().content().applicant.name, QStringLiteral("Nguyễn Văn An"));
    QCOMPARE(Hand::place(), QStringLiteral("document"));
    at.hand.type(QStringLiteral("camket").left(3));
    at.hand.press(Qt::Key_Down);
    at.hand.press(Qt::Key_Return);
    QVERIFY2(at.form().gaps().isEmpty(), at.open().constData());
    at.hand.press(Qt::Key_F9);
    QCOMPARE(at.harness.bench.counter->dossiers().list({})->size(), size_t(1));
    QVERIFY2(at.hand.presses <= 12, qPrintable(QString::number(at.hand.presses)));
    qInfo("signature: %d keys", at.hand.presses);
}

void tst_BenchPlace::fillWill(AtBench& at) {
    at.hand.press(Qt::Key_5, Qt::ControlModifier);
    QCOMPARE(at.kind(), QStringLiteral("will"));
    at.show(0);
    at.hand.press(Qt::Key_F4);
    at.hand.press(Qt::Key_Down);
    QCOMPARE(Hand::place(), QStringLiteral("parties"));
    at.hand.press(Qt::Key_Space);
    at.hand.press(Qt::Key_Space);
    QVERIFY(at.form().content().parties.front().how == domain::SigningWay::Neither);
    at.hand.press(Qt::Key_F4);
    QCOMPARE(Hand::place(), QStringLiteral("partyCard"));
    at.show(1);
    at.show(2);
    QCOMPARE(at.form().content().parties.size(), size_t(3));
    QCOMPARE(at.form().content().parties.back().role, QStringLiteral("witness"));
    QCOMPARE(Hand::place(), QStringLiteral("sheets"));
    at.write(QStringLiteral("2"));
    at.hand.type(QStringLiteral("3"));
}

void tst_BenchPlace::willWithTwoWitnessesWithinFortyKeys() {
    AtBench at;
    fillWill(at);
    QVERIFY2(at.form().gaps().isEmpty(), at.open().constData());
    at.hand.press(Qt::Key_F9);
    const auto rows = at.harness.bench.counter->dossiers().list({});
    QCOMPARE(rows->size(), size_t(1));
    QCOMPARE(at.harness.bench.dossier(rows->front().id).parties.size(), size_t(3));
    QVERIFY2(at.hand.presses <= 40, qPrintable(QString::number(at.hand.presses)));
    qInfo("will with two witnesses: %d keys", at.hand.presses);
}

void tst_BenchPlace::theSameCardMarksItsLine() {
    AtBench at;
    at.hand.press(Qt::Key_4, Qt::ControlModifier);
    at.show(0);
    at.hand.press(Qt::Key_F3);
    at.show(1);
    at.hand.press(Qt::Key_F3);
    at.show(1);
    QCOMPARE(at.form().content().parties.size(), size_t(2));
    const auto* list = at.place()->findChild<QListWidget*>(QStringLiteral("parties"));
    QCOMPARE(list->currentRow(), 1);
}

void tst_BenchPlace::peopleOfTheVisitAreOffered() {
    AtBench at;
    at.hand.press(Qt::Key_4, Qt::ControlModifier);
    at.show(0);
    at.hand.press(Qt::Key_F3);
    at.show(1);
    at.write(QStringLiteral("Hợp đồng tặng cho xe máy"));
    at.hand.press(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(at.form().content().parties.size(), size_t(1));
    at.hand.press(Qt::Key_F3);
    at.hand.press(Qt::Key_Down);
    QCOMPARE(Hand::place(), QStringLiteral("parties"));
    at.hand.press(Qt::Key_Return);
    QCOMPARE(at.form().content().parties.size(), size_t(2));
    QCOMPARE(at.form().content().parties.back().name, QStringLiteral("Nguyễn Văn Bình"));
}

void tst_BenchPlace::partyTypedByHand() {
    AtBench at;
    at.hand.press(Qt::Key_2, Qt::ControlModifier);
    at.hand.press(Qt::Key_Return);
    QCOMPARE(Hand::place(), QStringLiteral("party.name"));
    at.write(QStringLiteral("Trần Thị Bình"));
    QCOMPARE(Hand::place(), QStringLiteral("party.paper.kind"));
    at.hand.press(Qt::Key_Down);
    at.hand.press(Qt::Key_Return);
    at.write(QStringLiteral("022090005678"));
    QCOMPARE(at.form().content().parties.size(), size_t(1));
    const domain::Party& party = at.form().content().parties.front();
    QCOMPARE(party.name, QStringLiteral("Trần Thị Bình"));
    QCOMPARE(party.paper.kind, QStringLiteral("Thẻ căn cước"));
    QCOMPARE(party.paper.issuer, QStringLiteral("Bộ Công an"));
    QCOMPARE(party.personalId, QStringLiteral("022090005678"));
    QCOMPARE(at.form().content().applicant.name, QStringLiteral("Trần Thị Bình"));
    QVERIFY(at.form().partyFaults().empty());
}

void tst_BenchPlace::rolesTurn() {
    AtBench at;
    at.hand.press(Qt::Key_4, Qt::ControlModifier);
    at.hand.press(Qt::Key_F4);
    at.show(0);
    QCOMPARE(at.form().content().parties.front().role, QStringLiteral("receiver"));
    at.hand.press(Qt::Key_F3);
    at.show(1);
    at.hand.press(Qt::Key_F4);
    at.show(2);
    QCOMPARE(at.form().content().parties.size(), size_t(3));
}

void tst_BenchPlace::openPaperIsLedTo() {
    AtBench at;
    at.show(0);
    at.write(QStringLiteral("Học bạ"));
    at.hand.press(Qt::Key_F2);
    at.write(QStringLiteral("Bảng điểm"));
    at.hand.type(QStringLiteral("1"));
    at.hand.press(Qt::Key_F9);
    QVERIFY(at.harness.bench.journal.events().empty());
    QCOMPARE(at.bench().visit().current(), 0);
    QCOMPARE(Hand::place(), QStringLiteral("pages"));
    at.hand.type(QStringLiteral("2"));
    at.hand.press(Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(at.bench().visit().current(), 1);
    at.hand.press(Qt::Key_F9);
    QCOMPARE(at.harness.bench.counter->dossiers().list({})->size(), size_t(2));
}

void tst_BenchPlace::takenOutByKeyAndPutBack() {
    AtBench at;
    at.show(0);
    at.write(QStringLiteral("Học bạ"));
    at.write(QStringLiteral("1"));
    at.hand.press(Qt::Key_Delete, Qt::ControlModifier);
    QVERIFY(!at.form().content().facts.contains(QStringLiteral("document")));
    at.place()->undo();
    QCOMPARE(at.form().content().facts.value(QStringLiteral("document")).toString(), QStringLiteral("Học bạ"));
}

void tst_BenchPlace::killedBetweenPapers() {
    AtBench at;
    at.show(0);
    at.write(QStringLiteral("Học bạ"));
    at.write(QStringLiteral("3"));
    at.hand.press(Qt::Key_F2);
    at.write(QStringLiteral("Bảng điểm"));
    QTRY_COMPARE(at.harness.bench.drafts.drafts(at.harness.bench.clerk.id)->size(), size_t(1));
    QTest::qWait(400);
    const auto kept = counter::visitIn(at.harness.bench.drafts.drafts(at.harness.bench.clerk.id)->front());
    QVERIFY(kept);
    QCOMPARE(kept->papers.size(), size_t(2));
    QCOMPARE(kept->papers.back().facts.value(QStringLiteral("document")).toString(), QStringLiteral("Bảng điểm"));
}

void tst_BenchPlace::extendedWithItsGround() {
    AtBench at;
    at.show(0);
    at.write(QStringLiteral("Học bạ"));
    at.write(QStringLiteral("60"));
    const QDateTime before = at.form().due();
    auto* grounds = at.place()->findChild<QComboBox*>(QStringLiteral("benchExtension"));
    QVERIFY(grounds && grounds->isVisible());
    grounds->setFocus();
    at.hand.press(Qt::Key_Down);
    at.hand.press(Qt::Key_Down);
    QVERIFY(at.form().content().extension);
    QVERIFY(at.form().due() > before);
    at.hand.press(Qt::Key_F9);
    const auto rows = at.harness.bench.counter->dossiers().list({});
    QCOMPARE(rows->size(), size_t(1));
    QVERIFY(at.harness.bench.dossier(rows->front().id).extension);
}

/// An authorisation that is none of the four is no signature: F9 shows why, and Ctrl+D takes it as a transaction.
void tst_BenchPlace::whatIsBannedIsNotReceived() {
    AtBench at;
    at.hand.press(Qt::Key_2, Qt::ControlModifier);
    at.show(0);
    at.write(QStringLiteral("Giấy ủy quyền"));
    at.form().setFact(QStringLiteral("paper"), QStringLiteral("Ủy quyền việc khác"));
    QVERIFY2(at.form().gaps().isEmpty(), at.open().constData());
    QVERIFY(at.bench().visit().papers().front().isBanned);
    at.hand.press(Qt::Key_F9);
    QVERIFY(at.harness.bench.journal.events().empty());
    QCOMPARE(Hand::place(), QStringLiteral("bans"));
    at.hand.press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(at.kind(), QStringLiteral("deal"));
    QCOMPARE(at.form().content().parties.front().role, QStringLiteral("giver"));
}

/// One way to do one thing: what was filled at the intake goes on at the bench.
void tst_BenchPlace::intakeLeadsHere() {
    AtBench at;
    at.hand.press(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(Hand::place(), QStringLiteral("card"));
    at.show(0);
    at.write(QStringLiteral("2.000884"));
    QTRY_COMPARE(at.harness.desk().currentPlace(), QStringLiteral("certification"));
    QCOMPARE(at.kind(), QStringLiteral("signature"));
    QCOMPARE(at.form().content().applicant.name, QStringLiteral("Nguyễn Văn An"));
    QCOMPARE(at.form().content().parties.size(), size_t(1));
    QCOMPARE(Hand::place(), QStringLiteral("document"));
    QVERIFY(at.harness.bench.counter->intake().form().isBlank());
    at.write(QStringLiteral("Giấy cam kết"));
    at.hand.press(Qt::Key_F9);
    QCOMPARE(at.harness.bench.counter->dossiers().list({})->size(), size_t(1));
}

void tst_BenchPlace::unfinishedVisitsAreListed() {
    AtBench at;
    at.hand.press(Qt::Key_F2, Qt::ControlModifier);
    QCOMPARE(Hand::place(), QStringLiteral("card"));
    at.show(0);
    at.write(QStringLiteral("Học bạ"));
    at.hand.press(Qt::Key_F2, Qt::ControlModifier);
    QCOMPARE(Hand::place(), QStringLiteral("unfinishedVisits"));
    at.hand.press(Qt::Key_Return);
    QVERIFY(at.bench().visit().isBlank());
    at.show(1);
    at.write(QStringLiteral("Bảng điểm"));
    at.hand.press(Qt::Key_F2, Qt::ControlModifier);
    auto* list = at.place()->findChild<QListWidget*>(QStringLiteral("unfinishedVisits"));
    QCOMPARE(list->count(), 2);
    QVERIFY(list->item(1)->text().startsWith(QStringLiteral("Nguyễn Văn An\nHọc bạ\n")));
    at.harness.shoot(QStringLiteral("bench-visits"));
    QVERIFY(test::layoutFaults(*at.harness.window).isEmpty());
    at.hand.press(Qt::Key_Escape);
    QCOMPARE(at.form().content().applicant.name, QStringLiteral("Nguyễn Văn Bình"));
    at.hand.press(Qt::Key_F2, Qt::ControlModifier);
    at.hand.press(Qt::Key_Return);
    QCOMPARE(at.form().content().applicant.name, QStringLiteral("Nguyễn Văn An"));
    QCOMPARE(Hand::place(), QStringLiteral("pages"));
}

/// Form 02 for the paper in hand; the citizen comes back with what was missing, shows the slip, and nothing is typed anew.
void tst_BenchPlace::askedForMorePapers() {
    AtBench at;
    at.show(0);
    at.write(QStringLiteral("Học bạ"));
    at.write(QStringLiteral("1"));
    at.hand.type(QStringLiteral("1"));
    at.hand.press(Qt::Key_F7);
    at.harness.shoot(QStringLiteral("bench-form-02"));
    QVERIFY(test::layoutFaults(*at.harness.window).isEmpty());
    auto* words = at.place()->findChild<QPlainTextEdit*>(QStringLiteral("slipWords"));
    QVERIFY(words && words->isVisible());
    words->setFocus();
    at.hand.type(QStringLiteral("Bản chính: mờ"));
    at.hand.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(at.harness.bench.counter->dossiers().list({})->size(), size_t(1));
    const domain::DossierId id = at.harness.bench.counter->dossiers().list({})->front().id;
    QCOMPARE(at.harness.bench.dossier(id).state, domain::State::Registered);
    QVERIFY(at.bench().visit().isBlank() || at.bench().visit().papers().front().isUntouched);
    at.hand.press(Qt::Key_F2, Qt::ControlModifier);
    at.hand.press(Qt::Key_Return);
    QCOMPARE(at.form().content().facts.value(QStringLiteral("document")).toString(), QStringLiteral("Học bạ"));
    at.hand.press(Qt::Key_F9);
    QTRY_COMPARE(at.harness.bench.dossier(id).state, domain::State::Processing);
    QCOMPARE(at.harness.bench.counter->dossiers().list({})->size(), size_t(1));
}

/// Scanned pages stand beside the paper; they are turned through, and taken out by a key; a copy of one page still needs no scrolling.
void tst_BenchPlace::pagesAreShown() {
    AtBench at;
    at.show(0);
    at.write(QStringLiteral("Học bạ"));
    at.hand.type(QStringLiteral("1"));
    auto* viewer = at.place()->findChild<ui::PageViewer*>();
    QVERIFY(viewer && !viewer->isVisible());
    QVERIFY(at.bench().draft().take(CounterBench::page("one")));
    QVERIFY(at.bench().draft().take(CounterBench::page("two")));
    QTRY_VERIFY(viewer->isVisible());
    QCOMPARE(viewer->count(), 2);
    QCOMPARE(viewer->current(), 1);
    at.hand.press(Qt::Key_PageUp);
    QCOMPARE(viewer->current(), 0);
    at.harness.shoot(QStringLiteral("bench-pages"));
    const QStringList faults = test::layoutFaults(*at.harness.window);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    QCOMPARE(at.scrolledColumns(), 0);
    QVERIFY2(viewer->height() >= 220, qPrintable(QString::number(viewer->height())));
    at.hand.press(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(Hand::place(), QStringLiteral("visitKinds"));
    at.place()->findChild<QLineEdit*>(QStringLiteral("document"))->setFocus();
    at.hand.press(Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(viewer->count(), 1);
    QCOMPARE(domain::countOf(at.form().content().papers.front().pages), 1);
    at.hand.press(Qt::Key_F2);
    QTRY_VERIFY(!viewer->isVisible());
    at.hand.press(Qt::Key_PageUp, Qt::ControlModifier);
    QTRY_VERIFY(viewer->isVisible());
}

/// On a day before them certification is taken in at the intake, and the place says so.
void tst_BenchPlace::beforeItsKindsAreInForce() {
    Harness harness;
    Hand hand;
    harness.beginIntake(QStringLiteral("2.000815"), hand);
    QCOMPARE(harness.desk().currentPlace(), QStringLiteral("intake"));
    QVERIFY(harness.desk().go(QStringLiteral("certification")));
    QVERIFY(harness.visibleWords().join(QLatin1Char(' ')).contains(QStringLiteral("(Alt+1)")));
    hand.press(Qt::Key_F2);
    hand.press(Qt::Key_F9);
    hand.press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(harness.bench.counter->bench().visit().count(), 0);
    QVERIFY(test::layoutFaults(*harness.window).isEmpty());
}

void tst_BenchPlace::layout_data() {
    QTest::addColumn<bool>("isSignature");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    for (const bool dark : {false, true})
        for (const bool isSignature : {false, true})
            for (const QSize size : {QSize(1366, 768), QSize(1024, 768)})
                QTest::addRow("%s-%s-%d", isSignature ? "signature" : "copy", dark ? "dark" : "light", size.width()) << isSignature << dark << size;
}

/// A one-page copy or signature needs no scrolling on the smallest usual screen.
void tst_BenchPlace::layout() {
    QFETCH(bool, isSignature);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    AtBench at(dark ? ui::SchemeChoice::Dark : ui::SchemeChoice::Light, size);
    if (isSignature)
        at.hand.press(Qt::Key_2, Qt::ControlModifier);
    at.show(0);
    at.write(isSignature ? QStringLiteral("Giấy cam kết") : QStringLiteral("Học bạ"));
    if (!isSignature)
        at.hand.type(QStringLiteral("1"));
    QCoreApplication::sendPostedEvents();
    at.harness.shoot(QStringLiteral("bench-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
    const QStringList faults = test::layoutFaults(*at.harness.window);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    if (size.width() >= 1366)
        QCOMPARE(at.scrolledColumns(), 0);
}

void tst_BenchPlace::pictures_data() {
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void tst_BenchPlace::pictures() {
    QFETCH(bool, dark);
    AtBench at(dark ? ui::SchemeChoice::Dark : ui::SchemeChoice::Light);
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    at.harness.shoot(QStringLiteral("bench-empty-") + tag);
    fillWill(at);
    at.harness.shoot(QStringLiteral("bench-will-") + tag);
    at.hand.press(Qt::Key_F8);
    at.harness.shoot(QStringLiteral("bench-bans-") + tag);
    at.hand.press(Qt::Key_Escape);
    at.hand.press(Qt::Key_4, Qt::ControlModifier);
    at.hand.press(Qt::Key_F3);
    at.hand.press(Qt::Key_Return);
    at.harness.shoot(QStringLiteral("bench-deal-typed-") + tag);
    QCOMPARE(at.bench().visit().count(), 2);
}

QTEST_MAIN(tst_BenchPlace)
#include "tst_BenchPlace.moc"
