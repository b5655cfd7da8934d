// By what somebody signs, the lists of people, and what the tray says before a signer signs what they may not: by keyboard, in English, as the words
// of other languages are put in later.

#include "app/domain/PersonLists.h"
#include "app/ui/shell/system/AuthorityCard.h"
#include "app/ui/shell/system/PersonListModel.h"
#include "app/ui/widgets/PageViewer.h"
#include "app/ui/widgets/ScrollColumn.h"
#include "tests/gui/LayoutFaults.h"
#include "tests/gui/PlaceTest.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

using namespace motcua;
using domain::PersonList;
using test::Hand;
using test::Harness;

class tst_SignersCards : public QObject {
    Q_OBJECT

private slots:
    void anAuthorityThatEndsIsSaidTwoWeeksBefore_data();
    void anAuthorityThatEndsIsSaidTwoWeeksBefore();
    void aTranslatorIsWrittenDownFoundAndTakenOut();
    void whatIsMissingIsAskedAtItsField();
    void aSpecimenStandsBesideItsLine();
    void aClerkSeesTheListsAndWritesOnlyRelatives();
    void anothersRelativesAreNobodysBusiness();
    void theTrayNamesTheRelativeBeforeF9();
    void theTrayNamesTheMissingAuthorityBeforeF9();
    void picturesInBothThemes_data();
    void picturesInBothThemes();

private:
    static QDate today(const Harness& harness) { return harness.bench.counter->desk().today(); }
    static void giveAuthority(Harness& harness, int from, int until);
    static void open(Harness& harness, const QString& login, const QString& place);
    static void chooseList(Hand& hand, int row);
    static const ui::PersonListModel* model(const Harness& harness);
    static QString focus() { return QApplication::focusWidget() ? QApplication::focusWidget()->accessibleName() : QString(); }
    static void declareApplicant(Hand& hand, const QString& relation);
    static QString lastKind(const Harness& harness) { return QString(domain::kindOf(harness.bench.journal.events().back().body)); }
};

void tst_SignersCards::giveAuthority(Harness& harness, int from, int until) {
    const QDate day = base::toVietnamTime(harness.bench.clock.now()).date();
    domain::SigningAuthority by;
    by.capacity = QStringLiteral("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH");
    by.title = QStringLiteral("PHÓ CHỦ TỊCH");
    by.stampOwner = QStringLiteral("ỦY BAN NHÂN DÂN PHƯỜNG BÃI CHÁY");
    by.paper = QStringLiteral("12/QĐ-UBND");
    by.paperDate = day.addYears(-1);
    by.from = day.addDays(from);
    by.until = day.addDays(until);
    by.books = {QStringLiteral("SCT/BS")};
    harness.bench.supervisor.authorities = {by};
    for (domain::Account& account : harness.bench.archive.published.accounts)
        if (account.id == harness.bench.supervisor.id)
            account.authorities = {by};
}

void tst_SignersCards::open(Harness& harness, const QString& login, const QString& place) {
    harness.window->resize(1366, 768);
    harness.speak(QStringLiteral("en"));
    test::begin(harness, login, place);
}

void tst_SignersCards::chooseList(Hand& hand, int row) {
    hand.press(Qt::Key_F12);
    QCOMPARE(focus(), QStringLiteral("List"));
    for (int i = 0; i < 2; ++i)
        hand.press(Qt::Key_Up);
    for (int i = 0; i < row; ++i)
        hand.press(Qt::Key_Down);
}

const ui::PersonListModel* tst_SignersCards::model(const Harness& harness) {
    const auto* table = harness.find<QTableView>(QStringLiteral("Lines of the list"));
    return table ? qobject_cast<const ui::PersonListModel*>(table->model()) : nullptr;
}

void tst_SignersCards::declareApplicant(Hand& hand, const QString& relation) {
    chooseList(hand, 2);
    QVERIFY(hand.tabTo(QStringLiteral("Full name")));
    hand.type(QStringLiteral("Nguyễn Văn An"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("022090001234"));
    hand.press(Qt::Key_Return);
    hand.type(relation);
    hand.press(Qt::Key_Return);
    QCOMPARE(focus(), QStringLiteral("Declare"));
    hand.press(Qt::Key_Return);
}

void tst_SignersCards::anAuthorityThatEndsIsSaidTwoWeeksBefore_data() {
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("until");
    QTest::addColumn<QString>("said");
    QTest::newRow("in fifteen days: nothing yet") << -9 << 14 << QString();
    QTest::newRow("in fourteen") << -9 << 13 << "ends in 14 day";
    QTest::newRow("its last day") << -9 << 0 << "ends in 1 day";
    QTest::newRow("over") << -9 << -1 << "None of your authorities is in force today";
    QTest::newRow("not begun") << 2 << 90 << "None of your authorities is in force today";
}

void tst_SignersCards::anAuthorityThatEndsIsSaidTwoWeeksBefore() {
    QFETCH(int, from);
    QFETCH(int, until);
    QFETCH(QString, said);
    Harness harness;
    giveAuthority(harness, from, until);
    open(harness, harness.bench.supervisor.login, QStringLiteral("system"));
    const QString words = test::wordsOf(harness);
    QVERIFY2(words.contains(QStringLiteral("KT. CHỦ TỊCH / PHÓ CHỦ TỊCH")), qPrintable(words));
    QVERIFY(words.contains(QStringLiteral("12/QĐ-UBND")));
    QVERIFY2(said.isEmpty() ? !words.contains(QStringLiteral("ends in")) && !words.contains(QStringLiteral("None of your")) : words.contains(said),
        qPrintable(words));
}

void tst_SignersCards::aTranslatorIsWrittenDownFoundAndTakenOut() {
    Harness harness;
    open(harness, harness.bench.supervisor.login, QStringLiteral("system"));
    Hand hand;
    chooseList(hand, 0);
    for (const auto& [name, language] : {std::pair{"Đỗ Thị Hà", "tiếng Anh, tiếng Pháp"}, {"Lê Văn Bình", "tiếng Hàn"}}) {
        QVERIFY(hand.tabTo(QStringLiteral("Full name")));
        for (const QString& text :
            {QString::fromUtf8(name), QStringLiteral("022185004321"), QString::fromUtf8(language), QStringLiteral("02/11/2026")}) {
            hand.type(text);
            hand.press(Qt::Key_Return);
        }
        QVERIFY(hand.tabTo(QStringLiteral("Write down")));
        hand.press(Qt::Key_Return);
        QVERIFY2(test::wordsOf(harness).contains(QStringLiteral("stands in the list now")), qPrintable(test::wordsOf(harness)));
        QCOMPARE(focus(), QStringLiteral("Full name"));
    }
    const ui::PersonListModel* lines = model(harness);
    QVERIFY(lines);
    QCOMPARE(lines->rowCount(), 2);
    // Masked until it is asked for.
    QCOMPARE(lines->index(0, ui::PersonListModel::Number).data().toString(), QStringLiteral("0221****4321"));
    chooseList(hand, 0);
    QVERIFY(hand.tabTo(QStringLiteral("Find by name, number or language")));
    hand.type(QStringLiteral("phap ha"));
    QCOMPARE(lines->rowCount(), 1);
    hand.press(Qt::Key_Return);
    QCOMPARE(focus(), QStringLiteral("Lines of the list"));
    hand.press(Qt::Key_Delete);
    hand.type(QStringLiteral("Thôi làm cộng tác viên"));
    hand.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(lastKind(harness), QStringLiteral("person-listed"));
    QVERIFY(!lines->line(0)->stands());
    QCOMPARE(lines->line(0)->removed, QStringLiteral("Thôi làm cộng tác viên"));
    QCOMPARE(focus(), QStringLiteral("Lines of the list"));
    // Nobody is taken out twice.
    hand.press(Qt::Key_Delete);
    QCOMPARE(focus(), QStringLiteral("Lines of the list"));
}

void tst_SignersCards::whatIsMissingIsAskedAtItsField() {
    Harness harness;
    open(harness, harness.bench.supervisor.login, QStringLiteral("system"));
    Hand hand;
    chooseList(hand, 2);
    QVERIFY(hand.tabTo(QStringLiteral("Declare")));
    hand.press(Qt::Key_Return);
    QCOMPARE(focus(), QStringLiteral("Full name"));
    hand.type(QStringLiteral("Lê Thị Hoa"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("123456789"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("vợ"));
    hand.press(Qt::Key_Return);
    hand.press(Qt::Key_Return);
    QCOMPARE(focus(), QStringLiteral("Personal number"));
    QVERIFY(test::wordsOf(harness).contains(QStringLiteral("12 digits")));
    QVERIFY(harness.bench.counter->roster().lines(PersonList::Relative).empty());
}

void tst_SignersCards::aSpecimenStandsBesideItsLine() {
    Harness harness;
    open(harness, harness.bench.supervisor.login, QStringLiteral("system"));
    Hand hand;
    chooseList(hand, 1);
    QVERIFY(hand.tabTo(QStringLiteral("Full name")));
    for (const char* text : {"Phạm Văn Bình", "", "Ngân hàng Chính sách xã hội", "Giám đốc", "02/11/2026"}) {
        hand.type(QString::fromUtf8(text));
        hand.press(Qt::Key_Return);
    }
    QVERIFY(hand.tabTo(QStringLiteral("Write down")));
    hand.press(Qt::Key_Return);
    QVERIFY2(test::wordsOf(harness).contains(QStringLiteral("The page with the specimen signature is missing")), qPrintable(test::wordsOf(harness)));
    QVERIFY(hand.tabTo(QStringLiteral("Scan")));
    hand.press(Qt::Key_Return);
    QVERIFY(harness.bench.scanner.job);
    emit harness.bench.scanner.job->pageRead(test::CounterBench::page("specimen"));
    emit harness.bench.scanner.job->finished({});
    QTRY_COMPARE(harness.bench.counter->roster().pages().size(), size_t(1));
    QVERIFY(hand.tabTo(QStringLiteral("Write down")));
    hand.press(Qt::Key_Return);
    QCOMPARE(model(harness)->rowCount(), 1);
    const auto* viewer = harness.find<ui::PageViewer>(QStringLiteral("Scanned pages"));
    QVERIFY(viewer);
    QCOMPARE(viewer->count(), 1);
    QVERIFY(harness.bench.counter->roster().pages().empty());
}

void tst_SignersCards::aClerkSeesTheListsAndWritesOnlyRelatives() {
    Harness harness;
    open(harness, harness.bench.clerk.login, QStringLiteral("system"));
    Hand hand;
    chooseList(hand, 0);
    QVERIFY(!harness.find<QLineEdit>(QStringLiteral("Full name")));
    declareApplicant(hand, QStringLiteral("anh ruột"));
    QCOMPARE(lastKind(harness), QStringLiteral("person-listed"));
    QCOMPARE(model(harness)->rowCount(), 1);
}

void tst_SignersCards::anothersRelativesAreNobodysBusiness() {
    Harness harness;
    open(harness, harness.bench.clerk.login, QStringLiteral("system"));
    Hand hand;
    declareApplicant(hand, QStringLiteral("anh ruột"));
    QCOMPARE(harness.bench.counter->roster().lines(PersonList::Relative).size(), size_t(1));
    harness.bench.seatSupervisor();
    QVERIFY(harness.bench.counter->roster().lines(PersonList::Relative).empty());
    QVERIFY(!test::wordsOf(harness).contains(QStringLiteral("022090001234")));
}

void tst_SignersCards::theTrayNamesTheRelativeBeforeF9() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    open(harness, harness.bench.supervisor.login, QStringLiteral("system"));
    Hand hand;
    declareApplicant(hand, QStringLiteral("em ruột"));
    QVERIFY(harness.desk().go(QStringLiteral("approval")));
    QTRY_VERIFY2(
        test::wordsOf(harness).contains(QStringLiteral("whom you have declared as a relative (em ruột)")), qPrintable(test::wordsOf(harness)));
    QVERIFY(!test::canPress(harness, Qt::Key_F9));
    QVERIFY(test::canPress(harness, Qt::Key_F8));
    harness.shoot(QStringLiteral("approval-relative"));
    test::press(harness, Qt::Key_F9);
    QVERIFY(!harness.bench.kinds(dossier).contains(QStringLiteral("dossier-approved")));
    // Ticked among others it is not approved either, and the reason is said.
    test::press(harness, Qt::Key_F6);
    test::press(harness, Qt::Key_F9);
    QVERIFY(!harness.bench.kinds(dossier).contains(QStringLiteral("dossier-approved")));
    QVERIFY2(test::wordsOf(harness).contains(QStringLiteral("A relative whom you have declared")), qPrintable(test::wordsOf(harness)));
}

void tst_SignersCards::theTrayNamesTheMissingAuthorityBeforeF9() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    giveAuthority(harness, -90, -1);
    open(harness, harness.bench.supervisor.login, QStringLiteral("approval"));
    QTRY_VERIFY2(test::wordsOf(harness).contains(QStringLiteral("No authority to sign in book SCT/BS")), qPrintable(test::wordsOf(harness)));
    QVERIFY(!test::canPress(harness, Qt::Key_F9));
    QVERIFY(test::canPress(harness, Qt::Key_F8));
    test::press(harness, Qt::Key_F9);
    QVERIFY(!harness.bench.kinds(dossier).contains(QStringLiteral("dossier-approved")));
}

void tst_SignersCards::picturesInBothThemes_data() {
    QTest::addColumn<int>("scheme");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light") << int(ui::SchemeChoice::Light) << QSize(1366, 768);
    QTest::newRow("dark") << int(ui::SchemeChoice::Dark) << QSize(1366, 768);
    QTest::newRow("light-small") << int(ui::SchemeChoice::Light) << QSize(1024, 700);
}

void tst_SignersCards::picturesInBothThemes() {
    QFETCH(int, scheme);
    QFETCH(QSize, size);
    Harness harness(true, static_cast<ui::SchemeChoice>(scheme));
    giveAuthority(harness, -90, 5);
    open(harness, harness.bench.supervisor.login, QStringLiteral("system"));
    harness.window->resize(size);
    const auto cards = harness.window->findChildren<ui::AuthorityCard*>();
    QCOMPARE(cards.size(), 1);
    ui::ScrollColumn::bringIntoSight(cards.front());
    QTest::qWait(100);
    harness.shoot(QStringLiteral("signers-%1-authority").arg(QLatin1String(QTest::currentDataTag())));
    Hand hand;
    declareApplicant(hand, QStringLiteral("em ruột"));
    chooseList(hand, 2);
    QTest::qWait(100);
    QVERIFY2(test::layoutFaults(*harness.window).isEmpty(), qPrintable(test::layoutFaults(*harness.window).join(QLatin1Char('\n'))));
    harness.shoot(QStringLiteral("signers-%1-lists").arg(QLatin1String(QTest::currentDataTag())));
    chooseList(hand, 0);
    QVERIFY(hand.tabTo(QStringLiteral("Full name")));
    QTest::qWait(100);
    harness.shoot(QStringLiteral("signers-%1-form").arg(QLatin1String(QTest::currentDataTag())));
}

QTEST_MAIN(tst_SignersCards)
#include "tst_SignersCards.moc"
