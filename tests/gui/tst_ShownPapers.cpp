#include "app/counter/IntakeActs.h"
#include "app/counter/IntakeDraft.h"
#include "app/counter/IntakeForm.h"
#include "app/ui/widgets/NoticeBar.h"
#include "tests/gui/PlaceTest.h"
#include "tests/gui/Reader.h"

#include <QLineEdit>
#include <QTest>

using namespace motcua;
using std::chrono::milliseconds;
using test::CounterBench;
using test::Harness;
using test::Reader;

/// Another person's card or passport at an intake that is somebody's already, read by a reader in the real window, once or twice.
class tst_ShownPapers : public QObject {
    Q_OBJECT

private slots:
    void asks_data();
    void asks();
    void goesWithTheFirst();
    void nothingButACard();
    void theSamePerson();
    void inACorrection();
    void theAnswerIsTakenBackInOneStep_data();
    void theAnswerIsTakenBackInOneStep();
    void theOfferGoesWithItsWords();
    void oneNameTwoNumbers();
    void anotherProxy();
    void theOwnersCard();
    void unfinishedUnderItsNumber();

private:
    static void scan(Harness& harness, const QString& code);
    static counter::IntakeForm& form(const Harness& harness) { return harness.bench.counter->intake().form(); }
    static const domain::Applicant& applicant(const Harness& harness) { return form(harness).content().applicant; }
    static bool asks(Harness& harness) { return bannerOf(harness, QStringLiteral("intake"))->isVisible() && canPressCtrl(harness, Qt::Key_F3); }
    static bool canPressCtrl(const Harness& harness, Qt::Key key) {
        const auto buttons = harness.window->findChildren<ui::ActionButton*>();
        return std::any_of(buttons.begin(), buttons.end(), [key](const ui::ActionButton* button) {
            return button->isVisible() && button->isEnabled() && button->key() == QKeySequence(Qt::CTRL | key);
        });
    }
};

namespace {

const QString an = CounterBench::card();
const QString binh = QStringLiteral("001190055555||Trần Thị Bình|01011990|Nữ|Số 5, Hà Nội|01012021");
const QString dung = QStringLiteral("001090066666||Phạm Dũng|01011990|Nam|Số 6, Hà Nội|01012021");
const QString passport = QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10");

}

/// As long after the one before as a reader in its stand needs.
void tst_ShownPapers::scan(Harness& harness, const QString& code) {
    Reader reader(harness.window.get());
    reader.press(Qt::Key_F24, milliseconds(3000));
    for (const QString& line : code.split(QLatin1Char('\n')))
        reader.scan(line);
    reader.press(Qt::Key_F24, milliseconds(3000));
}

void tst_ShownPapers::asks_data() {
    QTest::addColumn<QString>("entered");
    QTest::addColumn<QString>("shown");
    for (const char* entered : {"procedure", "phone", "email", "address", "fact", "typed name", "exemption"}) {
        QTest::addRow("%s, a card", entered) << QString::fromLatin1(entered) << binh;
        QTest::addRow("%s, a passport", entered) << QString::fromLatin1(entered) << passport;
    }
}

void tst_ShownPapers::asks() {
    QFETCH(QString, entered);
    QFETCH(QString, shown);
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    if (entered == QLatin1String("typed name"))
        form(harness).setApplicantText(QStringLiteral("name"), QStringLiteral("Nguyễn Văn An"));
    else
        scan(harness, an);
    QCOMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
    if (entered == QLatin1String("procedure"))
        form(harness).setProcedure(QStringLiteral("2.000815"));
    else if (entered == QLatin1String("fact"))
        form(harness).setFact(QStringLiteral("document"), QStringLiteral("Giấy khai sinh"));
    else if (entered == QLatin1String("exemption"))
        form(harness).setExemption(QStringLiteral("Hộ nghèo"));
    else if (entered != QLatin1String("typed name"))
        form(harness).setApplicantText(entered, entered == QLatin1String("phone") ? QStringLiteral("0911111111") : QStringLiteral("an@x.vn"));
    const QJsonObject before = base::toJson(form(harness).content());
    for (int times = 0; times < 3; ++times) {
        scan(harness, shown);
        QVERIFY(asks(harness));
        QCOMPARE(base::toJson(form(harness).content()), before);
    }
    press(harness, Qt::Key_F3, Qt::ControlModifier);
    QVERIFY(!asks(harness));
    QVERIFY(applicant(harness).name != QStringLiteral("Nguyễn Văn An"));
    QCOMPARE(applicant(harness).phone, QString());
    QCOMPARE(applicant(harness).email, QString());
    QCOMPARE(form(harness).content().exemption, QString());
    QCOMPARE(applicant(harness).address, shown == binh ? QStringLiteral("Số 5, Hà Nội") : QString());
}

/// What was said of the one who leaves, in the form and on the screen; the papers stay.
void tst_ShownPapers::goesWithTheFirst() {
    Harness harness;
    harness.bench.seatClerk();
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    harness.bench.fillCopy();
    form(harness).setApplicantText(QStringLiteral("phone"), QStringLiteral("0911111111"));
    form(harness).setApplicantText(QStringLiteral("formerId"), QStringLiteral("123456789"));
    form(harness).setThroughProxy(true);
    form(harness).setApplicantText(QStringLiteral("proxyName"), QStringLiteral("Lê Văn Cường"));
    form(harness).setApplicantText(QStringLiteral("proxyGround"), QStringLiteral("Là con ruột"));
    auto* email = harness.desk().page(QStringLiteral("intake"))->findChild<QLineEdit*>(QStringLiteral("email"));
    email->setFocus();
    Harness::type(email, QStringLiteral("an@x.vn"));
    email->clearFocus();
    scan(harness, binh);
    // With the proxy known by name alone the card may be theirs: only the applicant's own line says whose it is.
    QVERIFY(asks(harness));
    QCOMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
    form(harness).setApplicantText(QStringLiteral("proxyId"), QStringLiteral("001090012345"));
    scan(harness, binh);
    press(harness, Qt::Key_F3, Qt::ControlModifier);
    QCOMPARE(applicant(harness).name, QStringLiteral("Trần Thị Bình"));
    QCOMPARE(applicant(harness).phone + applicant(harness).email + applicant(harness).formerId, QString());
    QCOMPARE(applicant(harness).proxy.name + applicant(harness).proxy.ground, QString());
    QVERIFY(form(harness).gaps().contains(QStringLiteral("proxyName")));
    QCOMPARE(email->text(), QString());
    QVERIFY(!form(harness).content().facts.isEmpty());
    QCOMPARE(form(harness).content().procedureCode, QStringLiteral("2.000815"));
    harness.shoot(QStringLiteral("scan-another-took-over"));
}

/// The later one counts, is said, and can be taken back where the cursor stands.
void tst_ShownPapers::nothingButACard() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    scan(harness, an);
    for (const QString& shown : {binh, passport}) {
        scan(harness, shown);
        QVERIFY(!asks(harness));
        QVERIFY(applicant(harness).name != QStringLiteral("Nguyễn Văn An"));
        QVERIFY(applicant(harness).formerId.isEmpty());
        QVERIFY(harness.window->findChild<ui::NoticeBar*>()->text().contains(QStringLiteral("Nguyễn Văn An")));
        press(harness, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
        QCOMPARE(applicant(harness).personalId, QStringLiteral("022090001234"));
        QCOMPARE(applicant(harness).passport.number, QString());
    }
}

void tst_ShownPapers::theSamePerson() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    harness.bench.fillCopy();
    form(harness).setApplicantText(QStringLiteral("phone"), QStringLiteral("0911111111"));
    scan(harness, binh);
    QVERIFY(asks(harness));
    // Their own card answers it, too.
    scan(harness, an);
    QVERIFY(!asks(harness));
    QCOMPARE(applicant(harness).phone, QStringLiteral("0911111111"));
    QCOMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
}

void tst_ShownPapers::inACorrection() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    QVERIFY(harness.bench.counter->intake().acts().openCorrection(dossier));
    QVERIFY(harness.desk().go(QStringLiteral("intake")));
    for (int times = 0; times < 2; ++times) {
        scan(harness, binh);
        QVERIFY(asks(harness));
        QCOMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
    }
    press(harness, Qt::Key_F3, Qt::ControlModifier);
    QCOMPARE(applicant(harness).name, QStringLiteral("Trần Thị Bình"));
    QVERIFY(form(harness).isCorrection());
}

void tst_ShownPapers::theAnswerIsTakenBackInOneStep_data() {
    QTest::addColumn<bool>("isCorrection");
    QTest::newRow("intake") << false;
    QTest::newRow("correction") << true;
}

/// What was typed before stands; only who is there changes, and back.
void tst_ShownPapers::theAnswerIsTakenBackInOneStep() {
    QFETCH(bool, isCorrection);
    Harness harness;
    harness.bench.seatClerk();
    if (isCorrection) {
        const auto dossier = harness.bench.receiveCopy();
        QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
        QVERIFY(harness.bench.counter->intake().acts().openCorrection(dossier));
        QVERIFY(harness.desk().go(QStringLiteral("intake")));
    } else {
        begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
        harness.bench.fillCopy();
    }
    auto* document = harness.desk().page(QStringLiteral("intake"))->findChild<QLineEdit*>(QStringLiteral("document"));
    document->setFocus();
    document->selectAll();
    document->insert(QStringLiteral("Bằng cấp hai"));
    scan(harness, binh);
    QVERIFY(asks(harness));
    press(harness, Qt::Key_F3, Qt::ControlModifier);
    QCOMPARE(applicant(harness).name, QStringLiteral("Trần Thị Bình"));
    QVERIFY(harness.window->findChild<ui::NoticeBar*>()->text().contains(QStringLiteral("Nguyễn Văn An")));
    document->setFocus();
    press(harness, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
    QCOMPARE(applicant(harness).personalId, QStringLiteral("022090001234"));
    QCOMPARE(document->text(), QStringLiteral("Bằng cấp hai"));
    QCOMPARE(form(harness).content().facts.value(QStringLiteral("document")).toString(), QStringLiteral("Bằng cấp hai"));
    // The next one is the line's own again.
    press(harness, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(document->text() != QStringLiteral("Bằng cấp hai"));
    QCOMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
}

/// Where nothing says any more whose card it was, no key takes it.
void tst_ShownPapers::theOfferGoesWithItsWords() {
    Harness harness;
    harness.bench.seatClerk();
    const auto dossier = harness.bench.receiveCopy();
    QVERIFY(harness.signIn(QStringLiteral("lan.nt")));
    QVERIFY(harness.bench.counter->intake().acts().openCorrection(dossier));
    QVERIFY(harness.desk().go(QStringLiteral("intake")));
    form(harness).setApplicantText(QStringLiteral("phone"), QStringLiteral("0911111111"));
    scan(harness, binh);
    QVERIFY(asks(harness));
    press(harness, Qt::Key_F9);
    QVERIFY(!bannerOf(harness, QStringLiteral("intake"))->isVisible());
    QVERIFY(!canPressCtrl(harness, Qt::Key_F3));
    press(harness, Qt::Key_F3, Qt::ControlModifier);
    QCOMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
    scan(harness, binh);
    QVERIFY(asks(harness));
    bannerOf(harness, QStringLiteral("intake"))->clear();
    QVERIFY(!canPressCtrl(harness, Qt::Key_F3));
}

void tst_ShownPapers::oneNameTwoNumbers() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    scan(harness, an);
    scan(harness, QStringLiteral("001090066666||Nguyễn Văn An|01011990|Nam|Số 6, Hà Nội|01012021"));
    const QString told = harness.window->findChild<ui::NoticeBar*>()->text();
    QVERIFY2(told.contains(QStringLiteral("Nguyễn Văn An (0010****6666)")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("Nguyễn Văn An (0220****1234)")), qPrintable(told));
}

/// A third card, with the cursor among the proxy's fields, is the proxy's; elsewhere the applicant's.
void tst_ShownPapers::anotherProxy() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    harness.bench.fillCopy();
    form(harness).setThroughProxy(true);
    scan(harness, binh);
    QCOMPARE(applicant(harness).proxy.name, QStringLiteral("Trần Thị Bình"));
    form(harness).setApplicantText(QStringLiteral("proxyGround"), QStringLiteral("Là con ruột"));
    form(harness).setApplicantText(QStringLiteral("proxyPhone"), QStringLiteral("0911111111"));
    auto* ground = harness.desk().page(QStringLiteral("intake"))->findChild<QLineEdit*>(QStringLiteral("proxyGround"));
    ground->setFocus();
    for (int times = 0; times < 2; ++times) {
        scan(harness, dung);
        QVERIFY(asks(harness));
        QVERIFY(wordsOf(harness).contains(QStringLiteral("nộp thay")));
        QCOMPARE(applicant(harness).proxy.name, QStringLiteral("Trần Thị Bình"));
    }
    press(harness, Qt::Key_F3, Qt::ControlModifier);
    QCOMPARE(applicant(harness).name, QStringLiteral("Nguyễn Văn An"));
    QCOMPARE(applicant(harness).proxy.name, QStringLiteral("Phạm Dũng"));
    QCOMPARE(applicant(harness).proxy.ground + applicant(harness).proxy.phone, QString());
}

void tst_ShownPapers::theOwnersCard() {
    for (const domain::Who who : {domain::Who::Household, domain::Who::Organisation}) {
        Harness harness;
        begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
        form(harness).setWho(who);
        form(harness).setApplicantText(QStringLiteral("name"), QStringLiteral("Tạp hóa An"));
        scan(harness, an);
        QCOMPARE(applicant(harness).body.representative, QStringLiteral("Nguyễn Văn An"));
        form(harness).setApplicantText(QStringLiteral("representativeTitle"), QStringLiteral("Giám đốc"));
        scan(harness, binh);
        scan(harness, binh);
        QVERIFY(asks(harness));
        QCOMPARE(applicant(harness).body.representative, QStringLiteral("Nguyễn Văn An"));
        press(harness, Qt::Key_F3, Qt::ControlModifier);
        QCOMPARE(applicant(harness).body.representative, QStringLiteral("Trần Thị Bình"));
        QCOMPARE(applicant(harness).body.representativeTitle, QString());
        QCOMPARE(applicant(harness).name, QStringLiteral("Tạp hóa An"));
    }
}

/// An intake that waits is found by the number that it has, not by one that was there before.
void tst_ShownPapers::unfinishedUnderItsNumber() {
    Harness harness;
    begin(harness, QStringLiteral("lan.nt"), QStringLiteral("intake"));
    scan(harness, an);
    form(harness).setWho(domain::Who::Passport);
    form(harness).setApplicantText(QStringLiteral("passportNumber"), QStringLiteral("L898902C3"));
    press(harness, Qt::Key_F2);
    auto& unfinished = harness.bench.counter->intake().putAside();
    QCOMPARE(unfinished.list()->size(), 1u);
    QCOMPARE(unfinished.ofPerson(domain::markOf(QStringLiteral("022090001234"))).size(), 0u);
    QCOMPARE(unfinished.ofPerson(domain::markOf(QStringLiteral("L898902C3"))).size(), 1u);
}

QTEST_MAIN(tst_ShownPapers)
#include "tst_ShownPapers.moc"
