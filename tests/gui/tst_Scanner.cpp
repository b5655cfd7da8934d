#include "app/ui/widgets/DossierList.h"
#include "app/ui/widgets/NoticeBar.h"
#include "app/ui/widgets/RatingBar.h"
#include "tests/gui/ScannerTest.h"

#include <QLineEdit>
#include <QPointer>
#include <QTableView>
#include <QTest>

using namespace motcua;
using std::chrono::milliseconds;
using test::applicant;
using test::CounterBench;
using test::fieldsOf;
using test::Harness;
using test::Reader;
using test::woman;

/// A reader is a keyboard that does not look where it types: scans with any field, list or place in front, in the real window, as keys of the
/// platform.
class tst_Scanner : public QObject {
    Q_OBJECT

private slots:
    void cardAtIntakeFillsTheApplicant();
    void cardGoesIntoNoField_data();
    void cardGoesIntoNoField();
    void receiptOpensItsDossierFromAnywhere_data();
    void receiptOpensItsDossierFromAnywhere();
    void receiptRatesNobody();
    void receiptOfAnotherMachine();
    void cardAtTheHandOver_data();
    void cardAtTheHandOver();
    void twoCardsInARow();
    void somebodyElsesIntake();
    void whatIsNoCodeOfOurs();
    void aStrangersCardBarsAndSaysSo();

private:
    static std::vector<QWidget*> focusable(QWidget* page);
    /// One of each kind, by class and name.
    static std::vector<QWidget*> kindsOfFocusable(QWidget* page);
};

std::vector<QWidget*> tst_Scanner::focusable(QWidget* page) {
    std::vector<QWidget*> widgets;
    for (QWidget* each : page->findChildren<QWidget*>())
        if (each->isVisible() && each->isEnabled() && each->focusPolicy() != Qt::NoFocus && !each->focusProxy())
            widgets.push_back(each);
    return widgets;
}

std::vector<QWidget*> tst_Scanner::kindsOfFocusable(QWidget* page) {
    QSet<QString> seen;
    std::vector<QWidget*> widgets;
    for (QWidget* each : focusable(page)) {
        const QString kind = QString::fromLatin1(each->metaObject()->className()) + each->objectName();
        if (!seen.contains(kind))
            widgets.push_back(each);
        seen.insert(kind);
    }
    return widgets;
}

/// Whatever has the focus: first a blank form, then one with its facts and papers.
void tst_Scanner::cardAtIntakeFillsTheApplicant() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    auto& intake = harness.bench.counter->intake();
    Reader reader(harness.window.get());
    QWidget* page = harness.desk().page(QStringLiteral("intake"));
    int places = 0;
    for (const char* procedure : {"", "2.000815", "1.004873"}) {
        intake.form().setProcedure(QString::fromLatin1(procedure));
        for (const QPointer<QWidget>& widget : [&] {
                 const auto all = focusable(page);
                 return std::vector<QPointer<QWidget>>(all.begin(), all.end());
             }()) {
            if (!widget || !widget->isVisible())
                continue;
            intake.draft().startNew();
            intake.form().setProcedure(QString::fromLatin1(procedure));
            if (!widget || !widget->isVisible())
                continue;
            widget->setFocus();
            const QStringList before = fieldsOf(harness).split(QLatin1Char('/'));
            reader.scan(CounterBench::card());
            QTRY_COMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
            QCOMPARE(applicant(harness).phone, QString());
            QCOMPARE(applicant(harness).email, QString());
            for (const QString& text : fieldsOf(harness).split(QLatin1Char('/')))
                QVERIFY2(before.contains(text), qPrintable(widget->accessibleName() + text));
            QCOMPARE(intake.form().content().procedureCode, QString::fromLatin1(procedure));
            ++places;
        }
    }
    QVERIFY2(places > 30, qPrintable(QString::number(places)));
}

void tst_Scanner::cardGoesIntoNoField_data() {
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("place");
    for (const char* place : {"dossiers", "books", "sync", "system"})
        QTest::newRow(place) << "lan.nt" << place;
    QTest::newRow("approval") << "hung.tv"
                              << "approval";
}

void tst_Scanner::cardGoesIntoNoField() {
    QFETCH(QString, login);
    QFETCH(QString, place);
    Harness harness;
    harness.bench.approvedCopy();
    harness.bench.receiveCopy();
    begin(harness, login, place);
    Reader reader(harness.window.get());
    for (QWidget* widget : kindsOfFocusable(harness.window.get())) {
        if (!widget->isVisible())
            continue;
        widget->setFocus();
        bannerOf(harness, place)->clear();
        const QString before = fieldsOf(harness);
        reader.scan(CounterBench::card());
        QTRY_VERIFY2(bannerOf(harness, place)->isVisible(), qPrintable(widget->accessibleName()));
        QCOMPARE(fieldsOf(harness), before);
        QCOMPARE(harness.desk().currentPlace(), place);
    }
    QVERIFY(wordsOf(harness).contains(QStringLiteral("thẻ")));
}

void tst_Scanner::receiptOpensItsDossierFromAnywhere_data() {
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("place");
    for (const char* place : {"intake", "handover", "dossiers", "books", "sync", "system"})
        QTest::newRow(place) << "lan.nt" << place;
    QTest::newRow("approval") << "hung.tv"
                              << "approval";
}

void tst_Scanner::receiptOpensItsDossierFromAnywhere() {
    QFETCH(QString, login);
    QFETCH(QString, place);
    Harness harness;
    harness.bench.approvedCopy();
    const auto wanted = harness.bench.receiveCopy();
    harness.bench.receiveCopy();
    const QString code = harness.bench.dossier(wanted).code;
    begin(harness, login, place);
    Reader reader(harness.window.get());
    for (QWidget* widget : kindsOfFocusable(harness.desk().page(place))) {
        QVERIFY(harness.desk().go(place));
        if (!widget->isVisible())
            continue;
        widget->setFocus();
        const QString before = fieldsOf(harness);
        reader.scan(code);
        auto* dossiers = harness.desk().page(QStringLiteral("dossiers"));
        QTRY_COMPARE(harness.desk().currentPlace(), QStringLiteral("dossiers"));
        QTRY_COMPARE(dossiers->findChild<ui::DossierList*>()->current(), wanted);
        QVERIFY(!fieldsOf(harness).contains(code));
        QVERIFY(place == QLatin1String("dossiers") || fieldsOf(harness).startsWith(before.section(QLatin1Char('/'), 0, 0)));
    }
}

/// What it used to do: the digits of the code were the rating of whoever stood under the cursor.
void tst_Scanner::receiptRatesNobody() {
    Harness harness;
    const auto first = harness.bench.approvedCopy();
    const auto second = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    auto* page = harness.desk().page(QStringLiteral("handover"));
    auto* waiting = page->findChild<ui::DossierList*>();
    auto* rating = page->findChild<ui::RatingBar*>();
    Reader reader(harness.window.get());
    for (QWidget* widget : focusable(page)) {
        if (!widget->isVisible())
            continue;
        waiting->select(first);
        widget->setFocus();
        reader.scan(harness.bench.dossier(second).code);
        QTRY_COMPARE(waiting->current(), second);
        QCOMPARE(rating->score(), 0);
        QCOMPARE(harness.desk().currentPlace(), QStringLiteral("handover"));
    }
    for (const auto dossier : {first, second})
        QVERIFY(!harness.bench.counter->jottings().jotted(QStringLiteral("finish/%1/score").arg(dossier.toString())).toInt());
    // A person's key still rates.
    waiting->view()->setFocus();
    reader.press(QChar(u'4'), milliseconds(500));
    QTRY_COMPARE(rating->score(), 4);
    reader.scan(harness.bench.dossier(first).code);
    QTRY_COMPARE(waiting->current(), first);
    QCOMPARE(rating->score(), 0);
}

void tst_Scanner::receiptOfAnotherMachine() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    Reader reader(harness.window.get());
    reader.scan(QStringLiteral("H49.31-261101-0007"));
    QTRY_VERIFY(bannerOf(harness, QStringLiteral("intake"))->isVisible());
    QVERIFY(wordsOf(harness).contains(QStringLiteral("H49.31-261101-0007")));
    QCOMPARE(harness.desk().currentPlace(), QStringLiteral("intake"));
}

void tst_Scanner::cardAtTheHandOver_data() {
    QTest::addColumn<QString>("card");
    QTest::addColumn<bool>("theirs");
    QTest::newRow("the applicant's") << CounterBench::card() << true;
    QTest::newRow("somebody else's") << woman << false;
}

/// The card is compared with the applicant of the dossier in front; looked at is what agrees.
void tst_Scanner::cardAtTheHandOver() {
    QFETCH(QString, card);
    QFETCH(bool, theirs);
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    auto* page = harness.desk().page(QStringLiteral("handover"));
    Reader reader(harness.window.get());
    for (QWidget* widget : focusable(page)) {
        if (!widget->isVisible())
            continue;
        widget->setFocus();
        const QString before = fieldsOf(harness);
        bannerOf(harness, QStringLiteral("handover"))->clear();
        harness.window->findChild<ui::NoticeBar*>()->dismiss();
        reader.scan(card);
        QTRY_VERIFY(theirs ? harness.window->findChild<ui::NoticeBar*>()->isVisible() : bannerOf(harness, QStringLiteral("handover"))->isVisible());
        QCOMPARE(fieldsOf(harness), before);
    }
    QCOMPARE(page->findChild<ui::DossierList*>()->current(), dossier);
    const QString said = theirs ? harness.window->findChild<ui::NoticeBar*>()->text() : bannerOf(harness, QStringLiteral("handover"))->text();
    QVERIFY2(said.contains(theirs ? QStringLiteral("Nguyễn Văn An") : QStringLiteral("H’Hen Niê")), qPrintable(said));
    harness.shoot(theirs ? QStringLiteral("scan-handover-theirs") : QStringLiteral("scan-handover-others"));
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(harness.bench.dossier(dossier).attested.size(), 1u);
    if (!theirs) {
        // Whoever showed that card takes nothing until the clerk has said who it is.
        press(harness, Qt::Key_F9);
        press(harness, Qt::Key_F9, Qt::ControlModifier);
        QCOMPARE(harness.bench.dossier(dossier).state, domain::State::Completed);
        page->findChild<QLineEdit*>(QStringLiteral("recipient"))->setFocus();
        Harness::type(harness.window->focusWidget(), QStringLiteral(" (H’Hen Niê nhận thay)"));
    }
    press(harness, Qt::Key_F9);
    const auto history = harness.bench.journal.history(dossier);
    int handedOver = 0;
    for (const domain::Event& event : *history)
        if (const auto* result = std::get_if<domain::ResultHandedOver>(&event.body)) {
            QCOMPARE(result->identityChecked, theirs);
            ++handedOver;
        }
    QCOMPARE(handedOver, 1);
}

/// Nothing is asked yet: the later one counts.
void tst_Scanner::twoCardsInARow() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    Reader reader(harness.window.get());
    reader.scan(woman);
    reader.gap = milliseconds(5);
    reader.press(QChar(u'0'), milliseconds(600));
    reader.scan(CounterBench::card().mid(1));
    QTRY_COMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
    QVERIFY(applicant(harness).bornIn.isNull());
    QCOMPARE(applicant(harness).birthDate, QDate(1990, 1, 15));
    reader.press(QChar(u'0'), milliseconds(600));
    reader.scan(woman.mid(1));
    QTRY_COMPARE(applicant(harness).name, QStringLiteral("H’Hen Niê"));
    QCOMPARE(applicant(harness).bornIn.toString(), QStringLiteral("1948"));
    QVERIFY(!applicant(harness).birthDate.isValid());
    QCOMPARE(harness.desk().page(QStringLiteral("intake"))->findChild<QLineEdit*>(QStringLiteral("birthDate"))->text(), QStringLiteral("1948"));
}

/// Work in hand is not written over by a card that lies around.
void tst_Scanner::somebodyElsesIntake() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    Reader reader(harness.window.get());
    reader.scan(CounterBench::card());
    QTRY_COMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
    harness.bench.counter->intake().form().setProcedure(QStringLiteral("2.000815"));
    reader.press(QChar(u'0'), milliseconds(900));
    reader.scan(woman.mid(1));
    QTRY_VERIFY(bannerOf(harness, QStringLiteral("intake"))->isVisible());
    QCOMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
    harness.shoot(QStringLiteral("scan-other-person"));
    // The reader reads it again: that is the same question.
    reader.press(QChar(u'0'), milliseconds(1200));
    reader.scan(woman.mid(1));
    reader.press(Qt::Key_F24, milliseconds(900));
    QVERIFY(bannerOf(harness, QStringLiteral("intake"))->isVisible());
    QCOMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
    press(harness, Qt::Key_F3, Qt::ControlModifier);
    QTRY_COMPARE(applicant(harness).name, QStringLiteral("H’Hen Niê"));
    QVERIFY(!bannerOf(harness, QStringLiteral("intake"))->isVisible());
}

/// Something else that readers read goes where something is being written, and nowhere else.
void tst_Scanner::whatIsNoCodeOfOurs() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    auto* page = harness.desk().page(QStringLiteral("handover"));
    page->findChild<ui::DossierList*>()->view()->setFocus();
    Reader reader(harness.window.get());
    reader.scan(QStringLiteral("8934563138165"));
    QTRY_VERIFY(bannerOf(harness, QStringLiteral("handover"))->isVisible());
    QCOMPARE(page->findChild<ui::RatingBar*>()->score(), 0);
    QCOMPARE(harness.desk().currentPlace(), QStringLiteral("handover"));
    QCOMPARE(page->findChild<ui::DossierList*>()->current(), dossier);
    auto* recipient = page->findChild<QLineEdit*>(QStringLiteral("recipient"));
    recipient->setFocus();
    recipient->selectAll();
    reader.press(QChar(u'8'), milliseconds(900));
    reader.scan(QStringLiteral("934563138165"), {});
    QTRY_COMPARE(recipient->text(), QStringLiteral("8934563138165"));
}

/// The key of the act is grey for it, also when another act came between.
void tst_Scanner::aStrangersCardBarsAndSaysSo() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    Reader reader(harness.window.get());
    reader.scan(woman);
    QTRY_VERIFY(bannerOf(harness, QStringLiteral("handover"))->isVisible());
    const QString why = bannerOf(harness, QStringLiteral("handover"))->text();
    press(harness, Qt::Key_F9);
    QTRY_COMPARE(harness.bench.dossier(dossier).attested.size(), 1u);
    QVERIFY(!canPress(harness, Qt::Key_F9));
    QTRY_VERIFY(bannerOf(harness, QStringLiteral("handover"))->isVisible());
    QCOMPARE(bannerOf(harness, QStringLiteral("handover"))->text(), why);
}

QTEST_MAIN(tst_Scanner)
#include "tst_Scanner.moc"
