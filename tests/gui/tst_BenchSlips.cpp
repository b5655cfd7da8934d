#include "app/domain/CardQr.h"
#include "app/domain/parties/PartyWords.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/LineIn.h"
#include "tests/gui/BenchTest.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>

#include <algorithm>

using namespace motcua;
using test::AtBench;
using test::Hand;

/// What a hand in a hurry does at the certification bench, and what it must not lose by it.
class tst_BenchSlips : public QObject {
    Q_OBJECT

private slots:
    void aCardKeepsTheBansInFront();
    void escapeLeavesTheBansFromEverywhere();
    void putBackFromAFieldOfText();
    void whatIsTypedSinceIsTakenBackFirst();
    void rowsAreAsHighAsTheirWords();
    void groundIsReadInFull();
    void missingRoleIsNamed();

private:
    static QListWidget* list(const AtBench& at, const char* name) { return at.place()->findChild<QListWidget*>(QLatin1String(name)); }
    static void threePapers(AtBench& at);
    static QString cutRows(const QListWidget* list);
};

void tst_BenchSlips::aCardKeepsTheBansInFront() {
    AtBench at;
    at.hand.press(Qt::Key_2, Qt::ControlModifier);
    at.show(0);
    at.write(QStringLiteral("Giấy cam kết"));
    QVERIFY2(at.form().gaps().isEmpty(), at.open().constData());
    at.hand.press(Qt::Key_F8);
    QCOMPARE(Hand::place(), QStringLiteral("bans"));
    at.hand.type(QStringLiteral("1"));
    QVERIFY(at.place()->takeCard(*domain::CardQr::parse(AtBench::card(1))));
    QCOMPARE(at.form().content().parties.size(), size_t(2));
    QCOMPARE(Hand::place(), QStringLiteral("bans"));
    QCOMPARE(list(at, "bans")->item(0)->checkState(), Qt::Checked);
    at.hand.press(Qt::Key_F9);
    QVERIFY(at.harness.bench.journal.events().empty());
    QCOMPARE(Hand::place(), QStringLiteral("bans"));
    at.hand.press(Qt::Key_F8);
    QCOMPARE(list(at, "bans")->item(0)->checkState(), Qt::Checked);
}

void tst_BenchSlips::escapeLeavesTheBansFromEverywhere() {
    AtBench at;
    at.show(0);
    at.write(QStringLiteral("Học bạ"));
    at.hand.type(QStringLiteral("1"));
    at.hand.press(Qt::Key_F8);
    at.hand.type(QStringLiteral("1"));
    at.hand.press(Qt::Key_F3);
    QCOMPARE(Hand::place(), QStringLiteral("card"));
    at.hand.press(Qt::Key_F9);
    QVERIFY(at.harness.bench.journal.events().empty());
    at.hand.press(Qt::Key_F3);
    at.hand.press(Qt::Key_Escape);
    QVERIFY(!list(at, "bans")->isVisible());
    at.hand.press(Qt::Key_F9);
    QCOMPARE(at.harness.bench.counter->dossiers().list({})->size(), size_t(1));
}

void tst_BenchSlips::threePapers(AtBench& at) {
    at.show(0);
    for (const QString& paper : {QStringLiteral("Học bạ"), QStringLiteral("Bảng điểm"), QStringLiteral("Giấy khen")}) {
        at.hand.press(Qt::Key_F2);
        at.write(paper);
        at.hand.type(QStringLiteral("1"));
    }
    QCOMPARE(at.bench().visit().count(), 3);
    at.hand.press(Qt::Key_PageUp, Qt::ControlModifier);
    at.hand.press(Qt::Key_Delete, Qt::ControlModifier);
    QCOMPARE(at.bench().visit().count(), 2);
    QVERIFY(ui::lineIn(Hand::target()));
}

void tst_BenchSlips::putBackFromAFieldOfText() {
    AtBench at;
    threePapers(at);
    at.hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(at.bench().visit().count(), 3);
    QCOMPARE(at.bench().visit().current(), 1);
    QCOMPARE(at.form().content().facts.value(QStringLiteral("document")).toString(), QStringLiteral("Bảng điểm"));
}

void tst_BenchSlips::whatIsTypedSinceIsTakenBackFirst() {
    AtBench at;
    threePapers(at);
    at.hand.type(QStringLiteral("x"));
    at.hand.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(at.bench().visit().count(), 2);
    QVERIFY(at.bench().visit().canPutBack());
}

/// The rows of which a part cannot be read.
QString tst_BenchSlips::cutRows(const QListWidget* list) {
    constexpr int beside = 8;
    constexpr int above = 4;
    constexpr int box = 18;
    QString cut;
    for (int row = 0; row < list->count(); ++row) {
        const QListWidgetItem* item = list->item(row);
        const QRect place = list->visualItemRect(item);
        const int taken = item->data(Qt::CheckStateRole).isValid() ? box : 0;
        const QRect room(0, 0, place.width() - 2 * beside - taken, QWIDGETSIZE_MAX);
        const int words = list->fontMetrics().boundingRect(room, Qt::TextWordWrap, item->text()).height();
        if (place.height() < words + 2 * above - 2 || place.bottom() >= list->viewport()->height())
            cut += item->text() + QLatin1Char('\n');
    }
    return cut;
}

/// Three people of two lines each, and what must not be certified, on the smallest usual screen.
void tst_BenchSlips::rowsAreAsHighAsTheirWords() {
    AtBench at;
    at.hand.press(Qt::Key_5, Qt::ControlModifier);
    at.show(0);
    at.hand.press(Qt::Key_F4);
    at.hand.press(Qt::Key_Down);
    at.hand.press(Qt::Key_Space);
    at.hand.press(Qt::Key_Space);
    at.hand.press(Qt::Key_F4);
    at.show(1);
    at.show(2);
    const QListWidget* parties = list(at, "parties");
    QCOMPARE(parties->count(), 3);
    QTRY_COMPARE(cutRows(parties), QString());
    at.hand.press(Qt::Key_F8);
    const QListWidget* bans = list(at, "bans");
    QTRY_COMPARE(cutRows(bans), QString());
}

void tst_BenchSlips::groundIsReadInFull() {
    AtBench at;
    at.show(0);
    at.write(QStringLiteral("Học bạ"));
    at.write(QStringLiteral("60"));
    const auto* words = at.place()->findChild<QLabel*>(QStringLiteral("benchExtensionWords"));
    QVERIFY(words && !words->isVisible());
    auto* grounds = at.place()->findChild<QComboBox*>(QStringLiteral("benchExtension"));
    grounds->setFocus();
    at.hand.press(Qt::Key_Down);
    QVERIFY(at.form().content().extension);
    QVERIFY(words->isVisible());
    QCOMPARE(words->text(), at.form().content().extension->ground);
}

void tst_BenchSlips::missingRoleIsNamed() {
    AtBench at;
    at.hand.press(Qt::Key_5, Qt::ControlModifier);
    at.show(0);
    at.hand.press(Qt::Key_F4);
    at.hand.press(Qt::Key_Down);
    at.hand.press(Qt::Key_Space);
    at.hand.press(Qt::Key_Space);
    QVERIFY(at.form().gaps().contains(QStringLiteral("parties")));
    at.harness.speak(QStringLiteral("en"));
    const QString witness = ui::words::inLanguage(domain::roleOf(*at.form().job(), QStringLiteral("witness"))->name).toLower();
    const QStringList said = at.harness.visibleWords();
    QVERIFY2(std::any_of(said.begin(), said.end(),
                 [&](const QString& each) { return each.startsWith(QStringLiteral("Still open: ")) && each.contains(witness); }),
        qPrintable(said.join(QLatin1Char('\n'))));
}

QTEST_MAIN(tst_BenchSlips)
#include "tst_BenchSlips.moc"
