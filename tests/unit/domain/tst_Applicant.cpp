// Who may apply: a citizen by card or passport, a body, and whoever comes for them.

#include "app/domain/Applicant.h"
#include "app/domain/Comer.h"
#include "app/domain/IntakeChecks.h"
#include "app/domain/Mrz.h"
#include "app/domain/Passport.h"
#include "app/domain/Scan.h"
#include "app/domain/TaxCode.h"

#include <QTest>

using namespace motcua::domain;

class tst_Applicant : public QObject {
    Q_OBJECT

private slots:
    void taxCodes_data();
    void taxCodes();
    void passportLines();
    void passportCheckDigits_data();
    void passportCheckDigits();
    void passportCentury_data();
    void passportCentury();
    void recordOfACitizenIsAsBefore();
    void recordsComeBack();
    void checks_data();
    void checks();
    void onlyWhatIsOfItIsFiled();
    void whoMayCome();
    void onePassportNumberOfTwoStates_data();
    void onePassportNumberOfTwoStates();
};

namespace {

const QString firstLine = QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<");
// The specimen of ICAO 9303 part 4.
const QString secondLine = QStringLiteral("L898902C36UTO7408122F1204159ZE184226B<<<<<10");

Applicant organisation() {
    Applicant applicant;
    applicant.kind = ApplicantKind::Enterprise;
    applicant.name = QStringLiteral("Công ty TNHH Hải Sơn");
    applicant.body = {QStringLiteral("0100109106"), QStringLiteral("Trần Văn Hải"), QStringLiteral("Giám đốc"), QStringLiteral("022080001234")};
    return applicant;
}

Applicant throughProxy() {
    Applicant applicant;
    applicant.name = QStringLiteral("Nguyễn Văn An");
    applicant.personalId = QStringLiteral("022090001234");
    applicant.proxy = {QStringLiteral("Lê Thị Hoa"), QStringLiteral("022190004321"), QStringLiteral("0912345678"), QStringLiteral("Tổ 3"),
        QStringLiteral("Giấy ủy quyền"), QStringLiteral("12/UQ"), QDate(2026, 11, 2)};
    return applicant;
}

}

void tst_Applicant::taxCodes_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("isCode");
    QTest::addColumn<bool>("agrees");
    QTest::newRow("ten") << "0100109106"
                         << "0100109106" << true << true;
    QTest::newRow("with blanks") << "0100 109 106"
                                 << "0100109106" << true << true;
    QTest::newRow("dependent unit") << "0100109106-001"
                                    << "0100109106-001" << true << true;
    QTest::newRow("thirteen at a stretch") << "0100109106001"
                                           << "0100109106-001" << true << true;
    QTest::newRow("wrong last digit") << "0100109107"
                                      << "0100109107" << true << false;
    QTest::newRow("two digits changed places") << "0100190106"
                                               << "0100190106" << true << false;
    QTest::newRow("nine") << "010010910"
                          << "010010910" << false << true;
    QTest::newRow("letters") << "01001O9106"
                             << "01001O9106" << false << true;
    QTest::newRow("nothing") << ""
                             << "" << false << true;
}

void tst_Applicant::taxCodes() {
    QFETCH(QString, typed);
    QFETCH(QString, code);
    QFETCH(bool, isCode);
    QFETCH(bool, agrees);
    QCOMPARE(tidiedTaxCode(typed), code);
    QCOMPARE(isTaxCode(code), isCode);
    QCOMPARE(taxCodeAgrees(code), agrees);
}

void tst_Applicant::passportLines() {
    const auto read = Passport::parse(firstLine + QLatin1Char('\n') + secondLine);
    QVERIFY(read);
    QCOMPARE(read->number, QStringLiteral("L898902C3"));
    QCOMPARE(read->issuer, QStringLiteral("UTO"));
    QCOMPARE(read->nationality, QStringLiteral("UTO"));
    QCOMPARE(read->name(), QStringLiteral("ERIKSSON ANNA MARIA"));
    QCOMPARE(read->birthDate, QDate(1974, 8, 12));
    QCOMPARE(read->sex, QStringLiteral("Nữ"));
    QCOMPARE(read->expiry, QDate(2012, 4, 15));
}

void tst_Applicant::passportCheckDigits_data() {
    QTest::addColumn<int>("place");
    QTest::addColumn<QChar>("sign");
    QTest::newRow("number") << 1 << QChar(u'9');
    QTest::newRow("number's own") << 9 << QChar(u'7');
    QTest::newRow("birth") << 14 << QChar(u'5');
    QTest::newRow("expiry") << 22 << QChar(u'3');
    QTest::newRow("the rest") << 30 << QChar(u'2');
    QTest::newRow("the last") << 43 << QChar(u'1');
}

/// A reader that misreads one sign never fills a form.
void tst_Applicant::passportCheckDigits() {
    QFETCH(int, place);
    QFETCH(QChar, sign);
    QString second = secondLine;
    QVERIFY(second[place] != sign);
    second[place] = sign;
    const auto scan = readScan(firstLine + QLatin1Char('\n') + second);
    QVERIFY(!scan);
    QCOMPARE(scan.error().code, QStringLiteral("passport.check-digit"));
}

void tst_Applicant::passportCentury_data() {
    QTest::addColumn<QString>("second");
    QTest::addColumn<QDate>("birth");
    QTest::newRow("born before 2000") << secondLine << QDate(1974, 8, 12);
    QTest::newRow("a child") << "L898902C36UTO2008126F3004156ZE184226B<<<<<10" << QDate(2020, 8, 12);
}

void tst_Applicant::passportCentury() {
    QFETCH(QString, second);
    QFETCH(QDate, birth);
    const auto digit = [&](const QString& text) { return QString::number(mrzCheckDigit(text)); };
    second.replace(19, 1, digit(second.mid(13, 6)));
    second.replace(27, 1, digit(second.mid(21, 6)));
    second.replace(43, 1, digit(second.left(10) + second.mid(13, 7) + second.mid(21, 22)));
    const auto read = Passport::parse(firstLine + second);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().toLogLine()));
    QCOMPARE(read->birthDate, birth);
}

/// What older programs and the province read does not change where none of the new is used.
void tst_Applicant::recordOfACitizenIsAsBefore() {
    Applicant applicant;
    applicant.name = QStringLiteral("Nguyễn Văn An");
    QCOMPARE(motcua::base::toJson(applicant).keys(), QStringList({QStringLiteral("kind"), QStringLiteral("name")}));
}

void tst_Applicant::recordsComeBack() {
    Applicant passport;
    passport.name = QStringLiteral("KIM MIN JUN");
    passport.passport = {QStringLiteral("M12345678"), QStringLiteral("KOR"), QStringLiteral("KOR"), QDate(2030, 1, 15)};
    for (const Applicant& each : {organisation(), throughProxy(), passport}) {
        const QJsonObject json = motcua::base::toJson(each);
        QCOMPARE(motcua::base::toJson(motcua::base::fromJson<Applicant>(json)), json);
    }
    QCOMPARE(motcua::base::toJson(passport).value(QStringLiteral("passportNumber")).toString(), QStringLiteral("M12345678"));
}

void tst_Applicant::checks_data() {
    QTest::addColumn<QJsonObject>("applicant");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, Applicant applicant, const QString& error, const auto& change) {
        change(applicant);
        QTest::newRow(name) << motcua::base::toJson(applicant) << error;
    };
    const auto asIs = [](Applicant&) {};
    row("organisation", organisation(), {}, asIs);
    row("proxy", throughProxy(), {}, asIs);
    row("organisation without a code", organisation(), {}, [](Applicant& a) { a.body.taxCode.clear(); });
    row("code of nine digits", organisation(), QStringLiteral("applicant.tax-code"), [](Applicant& a) { a.body.taxCode.chop(1); });
    row("an organisation has no personal number", organisation(), QStringLiteral("applicant.tax-code"),
        [](Applicant& a) { a.body.taxCode = QStringLiteral("022090001234"); });
    row("a household's owner's number", organisation(), {}, [](Applicant& a) {
        a.kind = ApplicantKind::HouseholdBusiness;
        a.body.taxCode = QStringLiteral("022090001234");
    });
    row("representative's number", organisation(), QStringLiteral("applicant.representative-id"),
        [](Applicant& a) { a.body.representativeId = QStringLiteral("123"); });
    row("proxy's number", throughProxy(), QStringLiteral("applicant.proxy-id"), [](Applicant& a) { a.proxy.personalId = QStringLiteral("123"); });
    row("proxy with the applicant's number", throughProxy(), QStringLiteral("applicant.proxy-is-applicant"), [](Applicant& a) {
        a.personalId = QStringLiteral("022090001234");
        a.proxy.personalId = a.personalId;
    });
    row("proxy without a name", throughProxy(), QStringLiteral("applicant.proxy-missing"), [](Applicant& a) { a.proxy.name.clear(); });
    row("proxy without a ground", throughProxy(), QStringLiteral("applicant.proxy-ground-missing"), [](Applicant& a) { a.proxy.ground.clear(); });
    row("passport number", throughProxy(), QStringLiteral("applicant.passport-number"),
        [](Applicant& a) { a.passport.number = QStringLiteral("M12-34"); });
    row("a passport's number too short", throughProxy(), QStringLiteral("applicant.passport-number"),
        [](Applicant& a) { a.passport.number = QStringLiteral("AB12"); });
    for (const auto& [typed, right] : {std::pair{"XYZ", false}, {"KR", false}, {"xyz", false}, {"KOR", true}, {"D", true}, {"Nga", true},
             {"Úc", true}, {"UTO", false}, {"Hàn Quốc", true}, {"", true}})
        row(QByteArray("nationality ").append(typed).constData(), throughProxy(), right ? QString() : QStringLiteral("applicant.nationality"),
            [typed = typed](Applicant& a) { a.passport.nationality = QString::fromUtf8(typed); });
    row("a code that was read from the lines", throughProxy(), {}, [](Applicant& a) {
        a.passport.nationality = QStringLiteral("UTO");
        a.origins.insert(QStringLiteral("nationality"), static_cast<int>(Origin::PassportLines));
    });
    row("a proxy's name too long", throughProxy(), QStringLiteral("applicant.name-too-long"),
        [](Applicant& a) { a.proxy.name = QString(101, QLatin1Char('a')); });
}

void tst_Applicant::checks() {
    QFETCH(QJsonObject, applicant);
    QFETCH(QString, error);
    const auto checked = checkApplicant(motcua::base::fromJson<Applicant>(applicant), QDateTime(QDate(2026, 11, 23), QTime(2, 0), Qt::UTC));
    QCOMPARE(checked ? QString() : checked.error().code, error);
    // Each is one field's.
    if (!checked)
        QVERIFY(applicant.contains(checked.error().detail.value(QStringLiteral("field"))) || error.endsWith(QLatin1String("missing")));
}

/// Who changes the kind by mistake loses nothing; what is filed has nothing of the other kinds.
void tst_Applicant::onlyWhatIsOfItIsFiled() {
    Applicant all = organisation();
    all.personalId = QStringLiteral("022090001234");
    all.passport.number = QStringLiteral("M12345678");
    all.birthDate = QDate(1990, 1, 15);
    all.proxy = throughProxy().proxy;
    const Applicant body = filedAs(all, Who::Organisation, false);
    QCOMPARE(body.kind, ApplicantKind::Enterprise);
    QVERIFY(body.personalId.isEmpty() && body.passport.number.isEmpty() && body.proxy.name.isEmpty() && !body.birthDate.isValid());
    QCOMPARE(identityNumber(body), QStringLiteral("0100109106"));
    const Applicant card = filedAs(all, Who::Card, true);
    QCOMPARE(card.kind, ApplicantKind::Citizen);
    QVERIFY(card.passport.number.isEmpty() && card.body.taxCode.isEmpty() && card.body.representative.isEmpty());
    QCOMPARE(card.proxy.name, QStringLiteral("Lê Thị Hoa"));
    const Applicant passport = filedAs(all, Who::Passport, false);
    QCOMPARE(identityNumber(passport), QStringLiteral("M12345678"));
    QCOMPARE(whoIs(passport), Who::Passport);
}

void tst_Applicant::whoMayCome() {
    QCOMPARE(comerName(throughProxy()), QStringLiteral("Lê Thị Hoa"));
    QCOMPARE(comerName(organisation()), QStringLiteral("Trần Văn Hải"));
    QVERIFY(mayCome(throughProxy(), markOf(QStringLiteral("022190004321"))));
    QVERIFY(mayCome(throughProxy(), markOf(QStringLiteral("022090001234"))));
    QVERIFY(mayCome(organisation(), markOf(QStringLiteral("022080001234"))));
    QVERIFY(!mayCome(throughProxy(), markOf(QStringLiteral("022190004322"))));
    QVERIFY(!mayCome(Applicant(), markOf(QString())));
    // A household's tax code is its owner's number; the business is no person's name.
    Applicant household = organisation();
    household.kind = ApplicantKind::HouseholdBusiness;
    household.body = {};
    household.body.taxCode = QStringLiteral("022090001234");
    QCOMPARE(nameOfComer(household, markOf(QStringLiteral("022090001234"))), std::optional(QString()));
    household.body.representative = QStringLiteral("Trần Văn Hải");
    QCOMPARE(nameOfComer(household, markOf(QStringLiteral("022090001234"))), std::optional(QStringLiteral("Trần Văn Hải")));
}

void tst_Applicant::onePassportNumberOfTwoStates_data() {
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("maybe");
    QTest::addColumn<bool>("certain");
    const auto row = [](const char* one, const char* other, bool maybe, bool certain) {
        QTest::addRow("%s and %s", one, other) << QString::fromUtf8(one) << QString::fromUtf8(other) << maybe << certain;
    };
    row("KOR", "KOR", true, true);
    row("KOR", "Hàn Quốc", true, true);
    row("kor", "han quoc", true, true);
    row("D", "DEU", true, true);
    row("Nga", "RUS", true, true);
    row("UTO", "UTO", true, true);
    row("KOR", "UTO", false, true);
    row("KOR", "RUS", false, true);
    row("KOR", "Nga", false, true);
    row("KOR", "", true, false);
    row("", "", true, false);
    row("KOR", "Đại Hàn Dân Quốc", true, false);
}

void tst_Applicant::onePassportNumberOfTwoStates() {
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, maybe);
    QFETCH(bool, certain);
    Applicant applicant;
    applicant.name = QStringLiteral("KIM MIN JUN");
    applicant.passport = {QStringLiteral("M12345678"), one, {}, {}};
    const IdentityMark shown{QStringLiteral("M12345678"), other, true};
    QCOMPARE(mayBeOne(markOf(applicant), shown), maybe);
    QCOMPARE(isOne(markOf(applicant), shown), maybe && certain);
    QCOMPARE(mayCome(applicant, shown), maybe);
    // Neither another number nor a card's is a passport's.
    QVERIFY(!mayBeOne(markOf(applicant), {QStringLiteral("M12345679"), one, true}));
    QVERIFY(!mayBeOne(markOf(applicant), {QStringLiteral("M12345678"), {}, false}));
    applicant.passport = {};
    applicant.body.taxCode = QStringLiteral("0100109106");
    QVERIFY(!mayCome(applicant, {QStringLiteral("0100109106"), other, true}));
}

QTEST_GUILESS_MAIN(tst_Applicant)
#include "tst_Applicant.moc"
