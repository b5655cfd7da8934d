#include "app/counter/DraftEnvelope.h"
#include "app/ui/intake/FactCard.h"
#include "app/ui/widgets/Field.h"
#include "tests/gui/BoatPaper.h"
#include "tests/gui/Hand.h"
#include "tests/gui/Harness.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QSpinBox>
#include <QTest>

using namespace motcua;
using test::CounterBench;
using test::Hand;
using test::Harness;

/// The card that a description lays out, by keyboard: kinds that no screen was written for.
class tst_FactCard : public QObject {
    Q_OBJECT

private slots:
    void inventedKindByKeys();
    void whatIsWrongIsSaidWithTheLimit();
    void wrongDateStaysAndIsNoDossier();
    void conditionHidesAndForgets();
    void severalKindsAreToPickFrom();
    void sameFactGoesOverToTheOtherProcedure();
    void threeExtractsCostThreeTimes();
    void requiredAnswerMayBeNo();
    void newDescriptionMakesTheCardAnew();
    void olderDraftComesBack();
    void suggestionsStandOut_data();
    void suggestionsStandOut();
    void pictures_data();
    void pictures();

private:
    static ui::FactCard* cardOf(const Harness& harness) { return harness.window->findChild<ui::FactCard*>(); }
    template <class T>
    static T* editor(const Harness& harness, const char* fact) {
        const auto all = cardOf(harness)->findChildren<T*>(QLatin1String(fact));
        for (T* each : all)
            if (each->isVisible())
                return each;
        return nullptr;
    }
    static QString messageOf(const Harness& harness, const char* fact) {
        const auto* field = qobject_cast<ui::Field*>(editor<QWidget>(harness, fact)->parentWidget());
        return field ? field->message() : QString();
    }
    static counter::Intake& intake(Harness& harness) { return harness.bench.counter->intake(); }
};

void tst_FactCard::inventedKindByKeys() {
    Harness harness;
    test::publishBoats(harness.bench);
    Hand hand;
    harness.beginIntake(QStringLiteral("9.000001"), hand);
    const QStringList open{QStringLiteral("fact:boat"), QStringLiteral("fact:length"), QStringLiteral("fact:use")};
    QCOMPARE(intake(harness).form().gaps(), open);
    QVERIFY(!harness.visibleWords().filter(QStringLiteral("số hiệu tàu, chiều dài (m), công dụng")).isEmpty());
    QCOMPARE(Hand::place(), QStringLiteral("boat"));
    hand.type(QStringLiteral("QN-00012-TS"));
    hand.press(Qt::Key_Return);
    QCOMPARE(Hand::place(), QStringLiteral("length"));
    hand.type(QStringLiteral("18"));
    hand.press(Qt::Key_Return);
    QCOMPARE(Hand::place(), QStringLiteral("copies"));
    hand.type(QStringLiteral("3"));
    hand.press(Qt::Key_Return);
    QCOMPARE(Hand::place(), QStringLiteral("use"));
    hand.press(Qt::Key_Down);
    hand.press(Qt::Key_Return);
    QCOMPARE(Hand::place(), QStringLiteral("built"));
    hand.type(QStringLiteral("5/3/2019"));
    hand.press(Qt::Key_Return);
    QCOMPARE(Hand::place(), QStringLiteral("foreign"));
    QVERIFY(!editor<QLineEdit>(harness, "flag"));
    QVERIFY(intake(harness).form().gaps().isEmpty());
    hand.press(Qt::Key_Space);
    QVERIFY(editor<QLineEdit>(harness, "flag"));
    QCOMPARE(intake(harness).form().gaps(), QStringList{QStringLiteral("fact:flag")});
    hand.press(Qt::Key_Return);
    QCOMPARE(Hand::place(), QStringLiteral("flag"));
    hand.type(QStringLiteral("Panama"));
    hand.press(Qt::Key_Return);
    QVERIFY(intake(harness).form().gaps().isEmpty());
    QCOMPARE(intake(harness).form().feeTotal(), 21'000);
    hand.press(Qt::Key_F9);
    QTRY_COMPARE(harness.bench.paper.rendered.size(), size_t(1));
    const auto rows = harness.bench.archive.dossiers({});
    const domain::Dossier dossier = harness.bench.dossier(rows->front().id);
    const QJsonObject facts{{QStringLiteral("boat"), QStringLiteral("QN-00012-TS")}, {QStringLiteral("length"), 18}, {QStringLiteral("copies"), 3},
        {QStringLiteral("use"), QStringLiteral("Khai thác")}, {QStringLiteral("built"), QStringLiteral("2019-03-05")},
        {QStringLiteral("foreign"), true}, {QStringLiteral("flag"), QStringLiteral("Panama")}};
    QCOMPARE(dossier.facts, facts);
    QCOMPARE(dossier.job.kind, QStringLiteral("boat-paper"));
}

void tst_FactCard::whatIsWrongIsSaidWithTheLimit() {
    Harness harness;
    Hand hand;
    harness.beginIntake(QStringLiteral("2.000815"), hand);
    hand.type(QStringLiteral("Hợp đồng thuê nhà"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("2500"));
    QVERIFY2(messageOf(harness, "pages").contains(QStringLiteral("2.000")), qPrintable(messageOf(harness, "pages")));
    QCOMPARE(intake(harness).form().gaps(), QStringList{QStringLiteral("fact:pages")});
    hand.press(Qt::Key_Backspace);
    QCOMPARE(messageOf(harness, "pages"), QString());
    QVERIFY(intake(harness).form().gaps().isEmpty());
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("501"));
    QVERIFY2(messageOf(harness, "copies").contains(QStringLiteral("500")), qPrintable(messageOf(harness, "copies")));
}

void tst_FactCard::wrongDateStaysAndIsNoDossier() {
    Harness harness;
    test::publishBoats(harness.bench);
    Hand hand;
    harness.beginIntake(QStringLiteral("9.000001"), hand);
    auto* built = editor<QLineEdit>(harness, "built");
    built->setFocus();
    hand.type(QStringLiteral("31/2/20"));
    QCOMPARE(messageOf(harness, "built"), QString());
    hand.press(Qt::Key_Return);
    QVERIFY(!messageOf(harness, "built").isEmpty());
    QVERIFY(intake(harness).form().gaps().contains(QStringLiteral("fact:built")));
    // It comes back as it was typed.
    intake(harness).draft().startNew();
    QVERIFY(!intake(harness).form().procedure());
    intake(harness).draft().resume(intake(harness).draft().drafts().front().id);
    QCOMPARE(editor<QLineEdit>(harness, "built")->text(), QStringLiteral("31/2/20"));
    QVERIFY(!messageOf(harness, "built").isEmpty());
    editor<QLineEdit>(harness, "built")->setFocus();
    editor<QLineEdit>(harness, "built")->clear();
    hand.type(QStringLiteral("28/2/2020"));
    hand.press(Qt::Key_Return);
    QCOMPARE(messageOf(harness, "built"), QString());
    QCOMPARE(intake(harness).form().facts().value(QLatin1String("built")).toString(), QStringLiteral("2020-02-28"));
    QVERIFY(!intake(harness).form().gaps().contains(QStringLiteral("fact:built")));
}

void tst_FactCard::conditionHidesAndForgets() {
    Harness harness;
    test::publishBoats(harness.bench);
    Hand hand;
    harness.beginIntake(QStringLiteral("9.000001"), hand);
    editor<QCheckBox>(harness, "foreign")->setFocus();
    hand.press(Qt::Key_Space);
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("Panama"));
    hand.press(Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(Hand::place(), QStringLiteral("foreign"));
    QCOMPARE(intake(harness).form().facts().value(QLatin1String("flag")).toString(), QStringLiteral("Panama"));
    hand.press(Qt::Key_Space);
    QVERIFY(!editor<QLineEdit>(harness, "flag"));
    QVERIFY(!intake(harness).form().facts().contains(QLatin1String("flag")));
    QVERIFY(!intake(harness).form().gaps().contains(QStringLiteral("fact:flag")));
    // A tick by mistake costs nothing that was typed.
    hand.press(Qt::Key_Space);
    QCOMPARE(editor<QLineEdit>(harness, "flag")->text(), QStringLiteral("Panama"));
}

void tst_FactCard::severalKindsAreToPickFrom() {
    Harness harness;
    QJsonObject electronic = test::boatPaper();
    electronic.insert(QStringLiteral("kind"), QStringLiteral("certified-copy-electronic"));
    electronic.insert(QStringLiteral("procedures"), QJsonArray{QStringLiteral("2.000815")});
    harness.bench.archive.published.jobs.put(test::jobKind(electronic));
    Hand hand;
    harness.beginIntake(QStringLiteral("2.000815"), hand);
    QCOMPARE(Hand::place(), QStringLiteral("job-kind"));
    QCOMPARE(intake(harness).form().job()->kind, QStringLiteral("certified-copy"));
    hand.press(Qt::Key_Down);
    QCOMPARE(intake(harness).form().job()->kind, QStringLiteral("certified-copy-electronic"));
    QVERIFY(editor<QLineEdit>(harness, "boat"));
    QVERIFY(!editor<QLineEdit>(harness, "document"));
    hand.press(Qt::Key_Up);
    QCOMPARE(intake(harness).form().job()->kind, QStringLiteral("certified-copy"));
    hand.press(Qt::Key_Return);
    QCOMPARE(Hand::place(), QStringLiteral("document"));
    hand.type(QStringLiteral("Học bạ"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("2"));
    hand.press(Qt::Key_F9);
    QTRY_COMPARE(harness.bench.paper.rendered.size(), size_t(1));
    QCOMPARE(harness.bench.dossier(harness.bench.archive.dossiers({})->front().id).job.kind, QStringLiteral("certified-copy"));
}

void tst_FactCard::sameFactGoesOverToTheOtherProcedure() {
    Harness harness;
    test::publishBoats(harness.bench);
    Hand hand;
    harness.beginIntake(QStringLiteral("2.000815"), hand);
    intake(harness).form().setFact(QStringLiteral("document"), QStringLiteral("Học bạ"));
    intake(harness).form().setFact(QStringLiteral("copies"), 4);
    intake(harness).form().setProcedure(QStringLiteral("9.000001"));
    QCOMPARE(intake(harness).form().facts(), (QJsonObject{{QStringLiteral("copies"), 4}}));
    QCOMPARE(editor<QSpinBox>(harness, "copies")->value(), 4);
    intake(harness).form().setProcedure(QStringLiteral("2.000815"));
    QCOMPARE(editor<QLineEdit>(harness, "document")->text(), QStringLiteral("Học bạ"));
}

void tst_FactCard::threeExtractsCostThreeTimes() {
    Harness harness;
    Hand hand;
    harness.beginIntake(QStringLiteral("2.000635"), hand);
    QCOMPARE(Hand::place(), QStringLiteral("copies"));
    QCOMPARE(intake(harness).form().feeTotal(), 8'000);
    hand.type(QStringLiteral("3"));
    QCOMPARE(intake(harness).form().feeTotal(), 24'000);
    hand.press(Qt::Key_F4);
    hand.press(Qt::Key_F9);
    QTRY_COMPARE(harness.bench.paper.rendered.size(), size_t(1));
    QCOMPARE(harness.bench.paper.rendered.at(0).second.value(QLatin1String("fee")).toString(), QStringLiteral("24.000\u00a0đồng"));
    const domain::Dossier dossier = harness.bench.dossier(harness.bench.archive.dossiers({})->front().id);
    QCOMPARE(dossier.feeTotal(), 24'000);
    QCOMPARE(dossier.job.kind, QStringLiteral("counted-copies"));
}

void tst_FactCard::requiredAnswerMayBeNo() {
    Harness harness;
    QJsonObject json = test::boatPaper();
    QJsonObject facts = json.value(QLatin1String("facts")).toObject();
    QJsonArray required = facts.value(QLatin1String("required")).toArray();
    required.append(QStringLiteral("foreign"));
    facts.insert(QStringLiteral("required"), required);
    json.insert(QStringLiteral("facts"), facts);
    test::publishBoats(harness.bench, json);
    Hand hand;
    harness.beginIntake(QStringLiteral("9.000001"), hand);
    QVERIFY(intake(harness).form().gaps().contains(QStringLiteral("fact:foreign")));
    editor<QComboBox>(harness, "foreign")->setFocus();
    hand.press(Qt::Key_Down);
    QCOMPARE(intake(harness).form().facts().value(QLatin1String("foreign")), QJsonValue(true));
    hand.press(Qt::Key_Down);
    QCOMPARE(intake(harness).form().facts().value(QLatin1String("foreign")), QJsonValue(false));
    QVERIFY(!intake(harness).form().gaps().contains(QStringLiteral("fact:foreign")));
}

void tst_FactCard::newDescriptionMakesTheCardAnew() {
    Harness harness;
    test::publishBoats(harness.bench);
    Hand hand;
    harness.beginIntake(QStringLiteral("9.000001"), hand);
    hand.type(QStringLiteral("QN-00012-TS"));
    QJsonObject json = test::boatPaper();
    json.insert(QStringLiteral("version"), QStringLiteral("2026-11-02"));
    json.insert(QStringLiteral("from"), QStringLiteral("2026-11-02"));
    harness.bench.archive.published.jobs.put(test::jobKind(json));
    // The word that is being typed is taken by an editor which thereby goes.
    hand.press(Qt::Key_Return);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(editor<QLineEdit>(harness, "boat")->text(), QStringLiteral("QN-00012-TS"));
    QCOMPARE(cardOf(harness)->findChildren<QLineEdit*>(QStringLiteral("boat")).size(), 1);
}

/// As the program before record version 2 kept it, in the middle of a word.
void tst_FactCard::olderDraftComesBack() {
    Harness harness;
    const QJsonObject body = QJsonDocument::fromJson(R"({"procedureCode":"2.000815","channel":1,
        "applicant":{"kind":1,"name":"Nguyễn Văn An","personalId":"022090001234"},
        "copy":{"document":"Học bạ","pages":12,"copies":2},"typedFee":-1,"jottings":{"document":"Học bạ trung h"}})")
                                 .object();
    const domain::DraftId id = domain::DraftId::make(harness.bench.clock.now().toMSecsSinceEpoch());
    QVERIFY(
        harness.bench.drafts.save({id, harness.bench.clerk.id, harness.bench.clock.now(), counter::toDraftContent(counter::DraftOf::Intake, body)}));
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    QTRY_VERIFY(editor<QLineEdit>(harness, "document"));
    QCOMPARE(editor<QLineEdit>(harness, "document")->text(), QStringLiteral("Học bạ trung h"));
    QCOMPARE(editor<QSpinBox>(harness, "pages")->value(), 12);
    QCOMPARE(editor<QSpinBox>(harness, "copies")->value(), 2);
    QVERIFY(intake(harness).form().gaps().isEmpty());
}

void tst_FactCard::suggestionsStandOut_data() {
    QTest::addColumn<ui::SchemeChoice>("scheme");
    QTest::newRow("light") << ui::SchemeChoice::Light;
    QTest::newRow("dark") << ui::SchemeChoice::Dark;
    QTest::newRow("high contrast") << ui::SchemeChoice::Contrast;
}

/// The list lies over fields of its own colour: a line goes around it, in every look.
void tst_FactCard::suggestionsStandOut() {
    QFETCH(ui::SchemeChoice, scheme);
    Harness harness(true, scheme);
    Hand hand;
    harness.beginIntake(QStringLiteral("2.000815"), hand);
    hand.type(QStringLiteral("g"));
    QTRY_VERIFY(QApplication::activePopupWidget());
    QWidget* popup = QApplication::activePopupWidget();
    const QImage drawn = popup->grab().toImage();
    const QColor line = harness.theme.color(ui::Token::BorderStrong);
    const QPoint middle = drawn.rect().center();
    for (const QPoint& edge :
        {QPoint(0, middle.y()), QPoint(drawn.width() - 1, middle.y()), QPoint(middle.x(), 0), QPoint(middle.x(), drawn.height() - 1)})
        QCOMPARE(drawn.pixelColor(edge).name(), line.name());
    popup->hide();
}

void tst_FactCard::pictures_data() {
    QTest::addColumn<QString>("language");
    QTest::newRow("vi") << "vi";
    QTest::newRow("en") << "en";
}

void tst_FactCard::pictures() {
    QFETCH(QString, language);
    Harness harness;
    harness.language.apply(language);
    test::publishBoats(harness.bench);
    Hand hand;
    harness.beginIntake(QStringLiteral("9.000001"), hand);
    hand.type(QStringLiteral("QN-00012-TS"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("180"));
    hand.press(Qt::Key_Return);
    hand.press(Qt::Key_Return);
    hand.press(Qt::Key_Return);
    hand.press(Qt::Key_Return);
    hand.press(Qt::Key_Space);
    harness.shoot(QStringLiteral("intake-invented-") + language);
    QVERIFY(editor<QLineEdit>(harness, "flag"));
}

QTEST_MAIN(tst_FactCard)
#include "tst_FactCard.moc"
