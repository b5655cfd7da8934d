// Who applies, in the real window by keys: a citizen by card or passport, an organisation, and somebody in their place; and what paper says of it.

#include "app/domain/CardQr.h"
#include "app/domain/Comer.h"
#include "app/paper/HtmlFormRenderer.h"
#include "app/ui/widgets/DossierList.h"
#include "app/ui/widgets/RatingBar.h"
#include "tests/gui/PlaceTest.h"
#include "tests/gui/Reader.h"
#include "tests/unit/paper/FormReading.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTableView>

using namespace motcua;
using domain::Who;
using test::CounterBench;
using test::Hand;
using test::Harness;
using test::Reader;

class tst_ApplicantCard : public QObject {
    Q_OBJECT

private slots:
    void organisationByKeys();
    void passportByHand();
    void proxysCardGoesToTheProxy();
    void whoeverWasNamedTakesTheResult_data();
    void whoeverWasNamedTakesTheResult();
    void wrongNumbersAreSaidBesideTheField();
    void whatCannotBeLeadsThere_data();
    void whatCannotBeLeadsThere();
    void oddIsNotGreen();
    void slipAsksForTheFieldFirst();
    void organisationsNameIsAskedForNext();
    void aNameThatIsNotOnRecordAccusesNobody();
    void aPassportIsGoodUntilADayToCome();
    void aDateThatIsNoneKeepsItOpen();
    void representativeThenProxy();
    void anotherReceiverIsAnotherCard();
    void papersNameThem_data();
    void papersNameThem();
    void pictures_data();
    void pictures();

private:
    using Fields = std::vector<std::pair<const char*, const char16_t*>>;

    static QString proxysCard() { return QStringLiteral("022190004321||Lê Thị Hoa|02021990|Nữ|Thôn Pò Hèn, Hải Sơn, Quảng Ninh|12052021"); }
    static counter::IntakeForm& formOf(Harness& harness) { return harness.bench.counter->intake().form(); }
    /// From the card's line: Shift+Tab to who applies, down as often as it takes, and back to the card's line.
    static void choose(Harness& harness, Hand& hand, Who who);
    static bool isShown(const Harness& harness, const QString& field) {
        const auto* edit = harness.window->findChild<QLineEdit*>(field);
        return edit && edit->isVisible();
    }
    static void fillOrganisation(Harness& harness, Hand& hand);
    static QString read(CounterBench& bench, const QString& form, domain::DossierId dossier);
};

void tst_ApplicantCard::choose(Harness& harness, Hand& hand, Who who) {
    QCOMPARE(Hand::place(), QStringLiteral("card"));
    hand.press(Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(Hand::place(), QStringLiteral("throughProxy"));
    hand.press(Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(Hand::place(), QStringLiteral("who"));
    for (int i = 0; i < static_cast<int>(who); ++i)
        hand.press(Qt::Key_Down);
    QCOMPARE(formOf(harness).who(), who);
    hand.press(Qt::Key_Return);
    QCOMPARE(Hand::place(), QStringLiteral("throughProxy"));
}

void tst_ApplicantCard::fillOrganisation(Harness& harness, Hand& hand) {
    choose(harness, hand, Who::Organisation);
    hand.press(Qt::Key_Return);
    QCOMPARE(Hand::place(), QStringLiteral("card"));
    hand.press(Qt::Key_Return);
    for (const auto& [field, text] : Fields{{"name", u"Công ty TNHH Hải Sơn"}, {"taxCode", u"0100109106"}, {"representative", u"Trần Văn Hải"},
             {"representativeTitle", u"Giám đốc"}, {"representativeId", u"022080001234"}, {"phone", u"0203 3888 999"},
             {"address", u"Thôn Pò Hèn, xã Hải Sơn"}}) {
        QCOMPARE(Hand::place(), QString::fromLatin1(field));
        hand.type(QString::fromUtf16(text));
        hand.press(Qt::Key_Return);
    }
}

void tst_ApplicantCard::organisationByKeys() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    Hand hand;
    fillOrganisation(harness, hand);
    for (const char* field : {"personalId", "birthDate", "formerId", "passportNumber", "proxyName"})
        QVERIFY2(!isShown(harness, QString::fromLatin1(field)), field);
    hand.press(Qt::Key_1, Qt::ControlModifier);
    hand.type(QStringLiteral("Điều lệ công ty"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("3"));
    hand.press(Qt::Key_Return);
    hand.type(QStringLiteral("2"));
    hand.press(Qt::Key_F9);
    QTRY_COMPARE(harness.bench.paper.requests.size(), size_t(1));
    const auto rows = harness.bench.counter->dossiers().search(QStringLiteral("0100109106"), 5);
    QVERIFY(rows && rows->size() == 1);
    const domain::Applicant filed = harness.bench.dossier(rows->front().id).applicant;
    QCOMPARE(filed.kind, domain::ApplicantKind::Enterprise);
    QCOMPARE(filed.name, QStringLiteral("Công ty TNHH Hải Sơn"));
    QCOMPARE(filed.body.representative, QStringLiteral("Trần Văn Hải"));
    QCOMPARE(filed.body.representativeTitle, QStringLiteral("Giám đốc"));
    // The next applicant is a citizen with a card again.
    QTRY_COMPARE(Hand::place(), QStringLiteral("card"));
    QCOMPARE(formOf(harness).who(), Who::Card);
    QVERIFY(isShown(harness, QStringLiteral("personalId")));
}

void tst_ApplicantCard::passportByHand() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    Hand hand;
    choose(harness, hand, Who::Passport);
    hand.press(Qt::Key_Return);
    hand.press(Qt::Key_Return);
    for (const auto& [field, text] : Fields{{"name", u"KIM MIN JUN"}, {"passportNumber", u"m 12345678"}, {"passportIssuer", u"KOR"},
             {"nationality", u"Hàn Quốc"}, {"passportExpiry", u"15/01/2025"}, {"birthDate", u"1/2/1990"}}) {
        QCOMPARE(Hand::place(), QString::fromLatin1(field));
        hand.type(QString::fromUtf16(text));
        hand.press(Qt::Key_Return);
    }
    const domain::Applicant applicant = formOf(harness).applicant();
    QCOMPARE(applicant.passport.number, QStringLiteral("M12345678"));
    QCOMPARE(applicant.passport.expiry, QDate(2025, 1, 15));
    QCOMPARE(applicant.birthDate, QDate(1990, 2, 1));
    QVERIFY2(test::wordsOf(harness).contains(QStringLiteral("hết hạn")), qPrintable(test::wordsOf(harness)));
    QVERIFY(!isShown(harness, QStringLiteral("personalId")));
}

void tst_ApplicantCard::proxysCardGoesToTheProxy() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    Hand hand;
    Reader reader(harness.window.get());
    reader.scan(CounterBench::card());
    QTRY_COMPARE(formOf(harness).applicant().name, QStringLiteral("Nguyễn Văn An"));
    hand.press(Qt::Key_1, Qt::ControlModifier);
    hand.press(Qt::Key_F3);
    hand.press(Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(Hand::place(), QStringLiteral("throughProxy"));
    hand.press(Qt::Key_Space);
    QVERIFY(isShown(harness, QStringLiteral("proxyName")));
    QVERIFY(formOf(harness).gaps().contains(QStringLiteral("proxyName")));
    reader.scan(proxysCard());
    QTRY_COMPARE(formOf(harness).applicant().proxy.name, QStringLiteral("Lê Thị Hoa"));
    QCOMPARE(formOf(harness).applicant().name, QStringLiteral("Nguyễn Văn An"));
    QCOMPARE(formOf(harness).applicant().proxy.personalId, QStringLiteral("022190004321"));
    // Still no ground: that alone is asked for, and the cursor waits there.
    QVERIFY2(test::wordsOf(harness).contains(QStringLiteral("căn cứ nộp thay")), qPrintable(test::wordsOf(harness)));
    QVERIFY(!test::wordsOf(harness).contains(QStringLiteral("người nộp thay và căn cứ")));
    QTRY_COMPARE(Hand::place(), QStringLiteral("proxyGround"));
    hand.type(QStringLiteral("Giấy ủy quyền"));
    hand.press(Qt::Key_Return);
    QVERIFY(!formOf(harness).gaps().contains(QStringLiteral("proxyGround")));
}

void tst_ApplicantCard::whoeverWasNamedTakesTheResult_data() {
    QTest::addColumn<QString>("card");
    QTest::addColumn<QString>("taker");
    QTest::newRow("proxy") << proxysCard() << "Lê Thị Hoa";
    QTest::newRow("applicant") << QString(CounterBench::card()) << "Nguyễn Văn An";
    QTest::newRow("the number with another name") << proxysCard().replace(QStringLiteral("Lê Thị Hoa"), QStringLiteral("Lê Thị Huệ")) << "";
    QTest::newRow("somebody else") << proxysCard().replace(QStringLiteral("022190004321"), QStringLiteral("022190004322")) << "";
}

void tst_ApplicantCard::whoeverWasNamedTakesTheResult() {
    QFETCH(QString, card);
    QFETCH(QString, taker);
    const bool taken = !taker.isEmpty();
    Harness harness;
    CounterBench& bench = harness.bench;
    bench.seatClerk();
    counter::IntakeForm& form = formOf(harness);
    bench.fillCopy();
    form.setThroughProxy(true);
    const auto proxy = domain::CardQr::parse(proxysCard());
    QVERIFY(proxy);
    form.applyProxyCard(*proxy);
    form.setApplicantText(QStringLiteral("proxyGround"), QStringLiteral("Giấy ủy quyền"));
    const auto received = bench.counter->intake().acts().receive();
    QVERIFY2(received, qPrintable(received ? QString() : received.error().toLogLine()));
    bench.seatSupervisor();
    QVERIFY(bench.counter->approval().approve(received->dossier));
    test::begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    Hand hand;
    Reader reader(harness.window.get());
    hand.press(Qt::Key_F9);
    QTRY_COMPARE(bench.dossier(received->dossier).attested.size(), 1u);
    reader.scan(card);
    const auto* recipient = harness.window->findChild<QLineEdit*>(QStringLiteral("recipient"));
    if (taken)
        QTRY_VERIFY(harness.window->findChild<QCheckBox*>(QStringLiteral("identity"))->isChecked());
    else
        QTRY_VERIFY(
            test::wordsOf(harness).contains(QStringLiteral("của người khác")) || test::wordsOf(harness).contains(QStringLiteral("họ tên khác")));
    if (taken)
        QCOMPARE(recipient->text(), taker);
    hand.press(Qt::Key_F9);
    QCOMPARE(bench.dossier(received->dossier).closed, taken);
    if (!taken)
        return;
    const auto history = bench.journal.history(received->dossier);
    for (const domain::Event& event : *history)
        if (const auto* result = std::get_if<domain::ResultHandedOver>(&event.body)) {
            QCOMPARE(result->recipient, taker);
            QVERIFY(result->identityChecked);
        }
}

void tst_ApplicantCard::aPassportIsGoodUntilADayToCome() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    Hand hand;
    choose(harness, hand, Who::Passport);
    auto* edit = harness.window->findChild<QLineEdit*>(QStringLiteral("passportExpiry"));
    QVERIFY(edit);
    edit->setFocus();
    hand.type(QStringLiteral("15/01/35"));
    hand.press(Qt::Key_Return);
    QCOMPARE(formOf(harness).applicant().passport.expiry, QDate(2035, 1, 15));
}

void tst_ApplicantCard::aDateThatIsNoneKeepsItOpen() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    Hand hand;
    for (const auto& [who, field] : {std::pair{Who::Card, "birthDate"}, std::pair{Who::Passport, "passportExpiry"}}) {
        formOf(harness).setWho(who);
        auto* edit = harness.window->findChild<QLineEdit*>(QString::fromLatin1(field));
        edit->setFocus();
        hand.type(QStringLiteral("31/02/1990"));
        hand.press(Qt::Key_Return);
        QVERIFY2(formOf(harness).gaps().contains(QString::fromLatin1(field)), field);
        QVERIFY2(test::wordsOf(harness).contains(QStringLiteral("Không phải ngày")), qPrintable(test::wordsOf(harness)));
        edit->setFocus();
        edit->selectAll();
        hand.type(QStringLiteral("28/02/1990"));
        hand.press(Qt::Key_Return);
        QVERIFY2(!formOf(harness).gaps().contains(QString::fromLatin1(field)),
            qPrintable(formOf(harness).jotted(QString::fromLatin1(field)) + edit->text()));
    }
}

/// The organisation's name is typed last.
void tst_ApplicantCard::representativeThenProxy() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    formOf(harness).setWho(Who::Organisation);
    formOf(harness).setThroughProxy(true);
    Reader reader(harness.window.get());
    reader.scan(CounterBench::card());
    QTRY_COMPARE(formOf(harness).applicant().body.representative, QStringLiteral("Nguyễn Văn An"));
    reader.scan(proxysCard());
    QTRY_COMPARE(formOf(harness).applicant().proxy.name, QStringLiteral("Lê Thị Hoa"));
    QCOMPARE(formOf(harness).applicant().body.representative, QStringLiteral("Nguyễn Văn An"));
}

void tst_ApplicantCard::anotherReceiverIsAnotherCard() {
    Harness harness;
    const auto dossier = harness.bench.approvedCopy();
    test::begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    Hand hand;
    Reader reader(harness.window.get());
    hand.press(Qt::Key_F9);
    QTRY_COMPARE(harness.bench.dossier(dossier).attested.size(), 1u);
    reader.scan(CounterBench::card());
    const auto* identity = harness.window->findChild<QCheckBox*>(QStringLiteral("identity"));
    QTRY_VERIFY(identity->isChecked());
    auto* recipient = harness.window->findChild<QLineEdit*>(QStringLiteral("recipient"));
    recipient->setFocus();
    recipient->selectAll();
    hand.type(QStringLiteral("Ngô Thị Mơ"));
    QVERIFY(!identity->isChecked());
    reader.scan(CounterBench::card());
    QTRY_VERIFY(identity->isChecked());
    // The first key of a code that a stuttering reader sends may be a rating's.
    const auto* rating = harness.window->findChild<ui::RatingBar*>();
    harness.desk().page(QStringLiteral("handover"))->findChild<ui::DossierList*>()->view()->setFocus();
    hand.press(Qt::Key_4);
    QCOMPARE(rating->score(), 4);
    reader.scan(proxysCard());
    QTRY_VERIFY(!identity->isChecked());
    QCOMPARE(rating->score(), 0);
}

void tst_ApplicantCard::wrongNumbersAreSaidBesideTheField() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    Hand hand;
    choose(harness, hand, Who::Organisation);
    hand.press(Qt::Key_Return);
    hand.press(Qt::Key_Return);
    hand.press(Qt::Key_Return);
    QCOMPARE(Hand::place(), QStringLiteral("taxCode"));
    hand.type(QStringLiteral("0100109107"));
    hand.press(Qt::Key_Return);
    QVERIFY2(test::wordsOf(harness).contains(QStringLiteral("mã số thuế")), qPrintable(test::wordsOf(harness)));
    QCOMPARE(formOf(harness).warnings().size(), size_t(1));
    QCOMPARE(formOf(harness).applicant().body.taxCode, QStringLiteral("0100109107"));
}

void tst_ApplicantCard::whatCannotBeLeadsThere_data() {
    QTest::addColumn<int>("who");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* field, Who who, const char* wrong, const char* right, const char* named) {
        QTest::newRow(field) << static_cast<int>(who) << QString::fromLatin1(field) << QString::fromUtf8(wrong) << QString::fromUtf8(right)
                             << QString::fromUtf8(named);
    };
    row("personalId", Who::Card, "12345", "022090001234", "số định danh (chưa đúng)");
    row("birthDate", Who::Card, "31/02/1990", "28/02/1990", "ngày sinh (chưa đúng)");
    row("passportNumber", Who::Passport, "AB12", "M12345678", "số hộ chiếu (chưa đúng)");
    row("nationality", Who::Passport, "XYZ", "KOR", "quốc tịch (chưa đúng)");
    row("passportExpiry", Who::Passport, "31/02/2030", "28/02/2030", "ngày hết hạn hộ chiếu (chưa đúng)");
    row("taxCode", Who::Organisation, "123", "0100109106", "mã số thuế (chưa đúng)");
    row("representativeId", Who::Organisation, "123", "022080001234", "số định danh người đại diện (chưa đúng)");
    row("representativeId", Who::Household, "123", "022080001234", "số định danh chủ hộ kinh doanh (chưa đúng)");
    row("proxyId", Who::Card, "123", "022190004321", "số định danh người nộp thay (chưa đúng)");
    row("proxyGroundDate", Who::Card, "31/02/2026", "01/02/2026", "ngày của giấy ủy quyền (chưa đúng)");
}

/// F9 leads to it wherever the hand is; it is marked and named, nothing is green, and it is over as soon as it is right.
void tst_ApplicantCard::whatCannotBeLeadsThere() {
    QFETCH(int, who);
    QFETCH(QString, field);
    QFETCH(QString, wrong);
    QFETCH(QString, right);
    QFETCH(QString, named);
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    harness.window->resize(1280, 720);
    harness.bench.fillCopy();
    counter::IntakeForm& form = formOf(harness);
    form.setWho(static_cast<Who>(who));
    if (field.startsWith(QLatin1String("proxy"))) {
        form.setThroughProxy(true);
        form.setApplicantText(QStringLiteral("proxyName"), QStringLiteral("Lê Thị Hoa"));
        form.setApplicantText(QStringLiteral("proxyGround"), QStringLiteral("Giấy ủy quyền"));
    }
    Hand hand;
    auto* edit = harness.window->findChild<QLineEdit*>(field);
    edit->setFocus();
    edit->selectAll();
    hand.type(wrong);
    hand.press(Qt::Key_Return);
    QVERIFY2(test::wordsOf(harness).contains(QStringLiteral("Còn thiếu: ") + named), qPrintable(test::wordsOf(harness)));
    QVERIFY(!test::wordsOf(harness).contains(QStringLiteral("Đã đủ")));
    harness.window->findChild<QLineEdit*>(QStringLiteral("exemption"))->setFocus();
    hand.press(Qt::Key_F9);
    QVERIFY(harness.bench.journal.events().empty());
    QCOMPARE(Hand::place(), field);
    QTRY_VERIFY(edit->visibleRegion().boundingRect().size() == edit->size());
    QVERIFY(!edit->accessibleDescription().isEmpty());
    harness.shoot(QStringLiteral("intake-wrong-") + field);
    // The cursor marks what is wrong: typing replaces it.
    hand.type(right);
    QVERIFY2(edit->accessibleDescription().isEmpty(), qPrintable(edit->accessibleDescription()));
    QVERIFY2(!form.gaps().contains(field), qPrintable(form.gaps().join(QLatin1Char(' '))));
    hand.press(Qt::Key_F9);
    QTRY_COMPARE(harness.bench.paper.requests.size(), size_t(1));
}

/// A last digit that does not fit is no law's: it may be received, but nothing says that all is well.
void tst_ApplicantCard::oddIsNotGreen() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    harness.bench.fillCopy();
    formOf(harness).setWho(Who::Organisation);
    formOf(harness).setApplicantText(QStringLiteral("taxCode"), QStringLiteral("0100109107"));
    QVERIFY2(test::wordsOf(harness).contains(QStringLiteral("Cần xem lại: mã số thuế")), qPrintable(test::wordsOf(harness)));
    QVERIFY(!test::wordsOf(harness).contains(QStringLiteral("Đã đủ")));
    harness.shoot(QStringLiteral("intake-odd"));
    Hand hand;
    hand.press(Qt::Key_F9);
    QTRY_COMPARE(harness.bench.paper.requests.size(), size_t(1));
}

/// The same before a slip: what it lacks is said before grounds are ticked, and no more once it is mended.
void tst_ApplicantCard::slipAsksForTheFieldFirst() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    harness.bench.fillCopy();
    formOf(harness).setApplicantText(QStringLiteral("personalId"), QStringLiteral("12345"));
    Hand hand;
    hand.press(Qt::Key_F8);
    QCOMPARE(Hand::place(), QStringLiteral("personalId"));
    const auto* banner = test::bannerOf(harness, QStringLiteral("intake"));
    QVERIFY(banner->isVisible());
    hand.type(QStringLiteral("02209000123"));
    QVERIFY(banner->isVisible());
    hand.type(QStringLiteral("4"));
    QVERIFY(!banner->isVisible());
    hand.press(Qt::Key_F8);
    QTRY_COMPARE(Hand::place(), QStringLiteral("grounds"));
}

void tst_ApplicantCard::organisationsNameIsAskedForNext() {
    Harness harness;
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    formOf(harness).setWho(Who::Organisation);
    QVERIFY2(test::wordsOf(harness).contains(QStringLiteral("tên tổ chức")), qPrintable(test::wordsOf(harness)));
    Reader reader(harness.window.get());
    reader.scan(CounterBench::card());
    QTRY_COMPARE(Hand::place(), QStringLiteral("name"));
    formOf(harness).setWho(Who::Household);
    QVERIFY2(test::wordsOf(harness).contains(QStringLiteral("tên hộ kinh doanh")), qPrintable(test::wordsOf(harness)));
    QVERIFY(test::wordsOf(harness).contains(QStringLiteral("Thẻ của chủ hộ kinh doanh")));
    QVERIFY(!test::wordsOf(harness).contains(QStringLiteral("gười đại diện")));
}

/// The household's owner is known by number alone.
void tst_ApplicantCard::aNameThatIsNotOnRecordAccusesNobody() {
    Harness harness;
    CounterBench& bench = harness.bench;
    bench.seatClerk();
    bench.fillCopy();
    counter::IntakeForm& form = formOf(harness);
    form.setWho(Who::Household);
    form.setApplicantText(QStringLiteral("name"), QStringLiteral("Hộ kinh doanh Hoa Mai"));
    form.setApplicantText(QStringLiteral("taxCode"), QStringLiteral("022190004321"));
    const auto received = bench.counter->intake().acts().receive();
    QVERIFY2(received, qPrintable(received ? QString() : received.error().toLogLine()));
    bench.seatSupervisor();
    QVERIFY(bench.counter->approval().approve(received->dossier));
    test::begin(harness, QStringLiteral("lan.nt"), QStringLiteral("handover"));
    Hand hand;
    Reader reader(harness.window.get());
    hand.press(Qt::Key_F9);
    QTRY_COMPARE(bench.dossier(received->dossier).attested.size(), 1u);
    reader.scan(proxysCard());
    QTRY_VERIFY2(test::wordsOf(harness).contains(QStringLiteral("hồ sơ không ghi họ tên")), qPrintable(test::wordsOf(harness)));
    QVERIFY(!test::wordsOf(harness).contains(QStringLiteral("họ tên khác")));
    QVERIFY(!harness.window->findChild<QCheckBox*>(QStringLiteral("identity"))->isChecked());
    hand.press(Qt::Key_F8);
    hand.press(Qt::Key_F9);
    QTRY_VERIFY(bench.dossier(received->dossier).closed);
}

QString tst_ApplicantCard::read(CounterBench& bench, const QString& form, domain::DossierId dossier) {
    const auto pdf = bench.counter->printing().preview(form, dossier);
    static const QRegularExpression blanks(QStringLiteral("[\\s\\x{a0}]+"));
    return pdf ? test::text(*pdf, {QStringLiteral("-layout")}).replace(blanks, QStringLiteral(" ")) : QString();
}

void tst_ApplicantCard::papersNameThem_data() {
    QTest::addColumn<QString>("who");
    QTest::addColumn<QStringList>("said");
    QTest::addColumn<QString>("signs");
    QTest::newRow("card") << "card" << QStringList{QStringLiteral("Nguyễn Văn An"), QStringLiteral("Số định danh: 022090001234")}
                          << QStringLiteral("Nguyễn Văn An");
    QTest::newRow("passport") << "passport"
                              << QStringList{QStringLiteral("KIM MIN JUN"),
                                     QStringLiteral("Hộ chiếu: M12345678 (Hàn Quốc), có giá trị đến ngày 15/01/2030")}
                              << QStringLiteral("KIM MIN JUN");
    QTest::newRow("organisation") << "organisation"
                                  << QStringList{QStringLiteral("Công ty TNHH Hải Sơn"), QStringLiteral("Mã số thuế: 0100109106"),
                                         QStringLiteral("Người đại diện: Trần Văn Hải, Giám đốc")}
                                  << QStringLiteral("Trần Văn Hải");
    QTest::newRow("proxy") << "proxy"
                           << QStringList{QStringLiteral("Nguyễn Văn An"),
                                  QStringLiteral("Người nộp hồ sơ thay: Lê Thị Hoa, số định danh 022190004321, theo: Giấy ủy quyền số 12/UQ ngày "
                                                 "02/11/2026")}
                           << QStringLiteral("Lê Thị Hoa");
}

/// Read back from the PDF: who asks, by what paper, and who signs for the receipt.
void tst_ApplicantCard::papersNameThem() {
    QFETCH(QString, who);
    QFETCH(QStringList, said);
    QFETCH(QString, signs);
    CounterBench bench;
    paper::HtmlFormRenderer renderer;
    bench.forms = &renderer;
    bench.restart();
    bench.seatClerk();
    bench.fillCopy();
    auto& form = bench.counter->intake().form();
    const auto set = [&](std::initializer_list<std::pair<const char*, const char16_t*>> fields) {
        for (const auto& [field, text] : fields)
            form.setApplicantText(QString::fromLatin1(field), QString::fromUtf16(text));
    };
    if (who == QLatin1String("passport")) {
        form.setWho(Who::Passport);
        set({{"name", u"KIM MIN JUN"}, {"passportNumber", u"M12345678"}, {"passportIssuer", u"KOR"}});
        form.setApplicantDate(QStringLiteral("passportExpiry"), QDate(2030, 1, 15));
    } else if (who == QLatin1String("organisation")) {
        form.setWho(Who::Organisation);
        set({{"name", u"Công ty TNHH Hải Sơn"}, {"taxCode", u"0100109106"}, {"representative", u"Trần Văn Hải"},
            {"representativeTitle", u"Giám đốc"}});
    } else if (who == QLatin1String("proxy")) {
        form.setThroughProxy(true);
        set({{"proxyName", u"Lê Thị Hoa"}, {"proxyId", u"022190004321"}, {"proxyGround", u"Giấy ủy quyền"}, {"proxyGroundNumber", u"12/UQ"}});
        form.setApplicantDate(QStringLiteral("proxyGroundDate"), QDate(2026, 11, 2));
    }
    const auto outcome = bench.counter->intake().acts().receive();
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().toLogLine()));
    const QString paper = read(bench, QStringLiteral("form-01"), outcome->dossier);
    for (const QString& words : said)
        QVERIFY2(paper.contains(words), qPrintable(words + QLatin1Char('\n') + paper));
    QString signature = paper.mid(paper.indexOf(QStringLiteral("NGƯỜI NỘP HỒ SƠ")));
    QVERIFY2(signature.contains(signs), qPrintable(signature));
    // For whom, or as what, is said in brackets below.
    const QString role = who == QLatin1String("proxy")          ? QStringLiteral("(nộp thay Nguyễn Văn An)")
                         : who == QLatin1String("organisation") ? QStringLiteral("(Giám đốc)")
                                                                : QString();
    QVERIFY2(signature.contains(role), qPrintable(signature));
    signature.remove(role);
    for (const char16_t* other : {u"Nguyễn Văn An", u"KIM MIN JUN", u"Trần Văn Hải", u"Lê Thị Hoa", u"Công ty TNHH Hải Sơn"})
        QCOMPARE(signature.contains(QString::fromUtf16(other)), signs == QString::fromUtf16(other));
}

void tst_ApplicantCard::pictures_data() {
    QTest::addColumn<int>("scheme");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light-1366") << static_cast<int>(ui::SchemeChoice::Light) << QSize(1366, 768);
    QTest::newRow("dark-1280") << static_cast<int>(ui::SchemeChoice::Dark) << QSize(1280, 720);
}

void tst_ApplicantCard::pictures() {
    QFETCH(int, scheme);
    QFETCH(QSize, size);
    Harness harness;
    harness.theme.apply(static_cast<ui::SchemeChoice>(scheme), 1.0);
    harness.window->resize(size);
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    Hand hand;
    fillOrganisation(harness, hand);
    QCoreApplication::processEvents();
    harness.shoot(QStringLiteral("applicant-organisation-") + tag);
    formOf(harness).setThroughProxy(true);
    const auto card = domain::CardQr::parse(proxysCard());
    QVERIFY(card);
    formOf(harness).applyProxyCard(*card);
    QCoreApplication::processEvents();
    harness.shoot(QStringLiteral("applicant-proxy-") + tag);
    formOf(harness).setWho(Who::Passport);
    QCoreApplication::processEvents();
    harness.shoot(QStringLiteral("applicant-passport-") + tag);
    QVERIFY(isShown(harness, QStringLiteral("passportNumber")));
}

QTEST_MAIN(tst_ApplicantCard)
#include "tst_ApplicantCard.moc"
