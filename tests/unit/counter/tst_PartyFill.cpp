#include "app/counter/PartyFill.h"
#include "app/domain/CardQr.h"
#include "app/domain/Passport.h"
#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/parties/PartyCheck.h"

#include <QTest>

using namespace motcua;
using counter::PartyPlace;
using domain::Party;

/// Whose turn a card is at the bench, and what it says of its holder.
class tst_PartyFill : public QObject {
    Q_OBJECT

private slots:
    void turns_data();
    void turns();
    void onePerson_data();
    void onePerson();
    void whatACardSays_data();
    void whatACardSays();
    void whatAPassportSays();
    void applicantAndParty();
    void anotherAppliesNow();
    void aLineKeepsWhatIsItsOwn();
    void everyKindTakesItsPeopleByCard_data();
    void everyKindTakesItsPeopleByCard();

private:
    static const domain::JobKind& kind(const char* name) {
        static const domain::Jobs jobs = domain::builtInJobs();
        const domain::JobKind* found = jobs.inForce(QLatin1String(name), day());
        if (!found)
            qFatal("no kind %s", name);
        return *found;
    }
    static QDate day() { return {2027, 1, 4}; }
    static Party person(int number) {
        domain::CardQr card;
        card.personalId = QStringLiteral("0220900%1").arg(number, 5, 10, QLatin1Char('0'));
        card.name = QStringLiteral("Nguyễn Văn %1").arg(QChar(u'A' + number % 26));
        card.birthDate = QDate(1990, 1, 15);
        card.sex = QStringLiteral("Nam");
        card.address = QStringLiteral("Tổ 3, Khu 5, phường Bãi Cháy, tỉnh Quảng Ninh");
        card.issued = QDate(2025, 5, 12);
        return counter::partyOf(card, kind(domain::generalKind).identityPapers);
    }
    static Party in(const char* role, int number) {
        Party party = person(number);
        party.role = QLatin1String(role);
        return party;
    }
};

using Parties = std::vector<Party>;
Q_DECLARE_METATYPE(Parties)

void tst_PartyFill::turns_data() {
    QTest::addColumn<QString>("job");
    QTest::addColumn<Parties>("there");
    QTest::addColumn<QString>("preferred");
    QTest::addColumn<int>("is");
    QTest::addColumn<QString>("role");
    QTest::addColumn<int>("line");
    const auto row = [](const char* name, const char* job, const Parties& there, const char* preferred, PartyPlace::Is is, const char* role,
                         int line) {
        QTest::newRow(name) << QString::fromLatin1(job) << there << QString::fromLatin1(preferred) << static_cast<int>(is)
                            << QString::fromLatin1(role) << line;
    };
    using Is = PartyPlace::Is;
    const auto with = [](Party party, domain::SigningWay how) {
        party.how = how;
        return party;
    };
    Party blank;
    blank.role = QStringLiteral("giver");
    const Party marks = with(in("testator", 1), domain::SigningWay::Fingerprint);
    const Party mute = with(in("testator", 1), domain::SigningWay::Neither);
    Party foreign = in("giver", 1);
    foreign.speaks = QStringLiteral("Tiếng Hàn");
    Party blind = in("testator", 1);
    blind.reads = false;
    row("nobody yet", "deal", {}, "", Is::New, "giver", -1);
    row("a line waits", "deal", {blank}, "", Is::Open, "giver", 0);
    row("the giver stands there", "deal", {in("giver", 1)}, "", Is::New, "receiver", -1);
    row("one of each: one more of the first", "deal", {in("giver", 1), in("receiver", 2)}, "", Is::New, "giver", -1);
    row("the role in hand goes first", "deal", {in("giver", 1)}, "giver", Is::New, "giver", -1);
    row("the role in hand, second of them", "deal", {in("giver", 1), in("receiver", 2)}, "receiver", Is::New, "receiver", -1);
    row("somebody who stands there", "deal", {in("giver", 1), in("receiver", 9)}, "", Is::There, "receiver", 1);
    row("stands there, whatever role is in hand", "deal", {in("giver", 9)}, "receiver", Is::There, "giver", 0);
    row("a role in hand that nobody is in", "deal", {in("giver", 1)}, "witness", Is::New, "receiver", -1);
    row("a foreigner needs an interpreter", "deal", {foreign}, "", Is::New, "interpreter", -1);
    row("testator", "will", {}, "", Is::New, "testator", -1);
    row("a testator who signs needs nobody", "will", {in("testator", 1)}, "", Is::None, "", -1);
    row("who gives a fingerprint needs nobody", "will", {marks}, "", Is::None, "", -1);
    row("who can do neither: first witness", "will", {mute}, "", Is::New, "witness", -1);
    row("who cannot read: first witness", "will", {blind}, "", Is::New, "witness", -1);
    row("second witness", "will", {mute, in("witness", 2)}, "", Is::New, "witness", -1);
    row("both witnesses stand there", "will", {mute, in("witness", 2), in("witness", 3)}, "", Is::None, "", -1);
    row("the testator is no witness", "will", {with(in("testator", 9), domain::SigningWay::Neither)}, "", Is::There, "testator", 0);
    row("several sign one paper", "signature", {in("signer", 1), in("signer", 2)}, "", Is::New, "signer", -1);
}

void tst_PartyFill::turns() {
    QFETCH(QString, job);
    QFETCH(Parties, there);
    QFETCH(QString, preferred);
    QFETCH(int, is);
    QFETCH(QString, role);
    QFETCH(int, line);
    const PartyPlace place = counter::placeOf(kind(job.toLatin1().constData()), {}, there, person(9), preferred);
    QCOMPARE(static_cast<int>(place.is), is);
    QCOMPARE(place.role, role);
    QCOMPARE(place.line, line);
}

void tst_PartyFill::onePerson_data() {
    QTest::addColumn<Party>("one");
    QTest::addColumn<Party>("other");
    QTest::addColumn<bool>("same");
    Party typed;
    typed.name = QStringLiteral("Trần Thị Bình");
    Party again = typed;
    again.name = QStringLiteral("tran thi binh");
    Party withCard = person(1);
    withCard.name = typed.name;
    Party byPaper;
    byPaper.name = QStringLiteral("KIM MINJUN");
    byPaper.paper = {QStringLiteral("Hộ chiếu"), QStringLiteral("M12345678"), QStringLiteral("Hàn Quốc"), {}, {}};
    Party otherPaper = byPaper;
    otherPaper.paper.kind = QStringLiteral("Giấy tờ xuất nhập cảnh");
    Party withoutPaper = person(1);
    withoutPaper.paper = {};
    QTest::newRow("one number") << person(1) << person(1) << true;
    QTest::newRow("two numbers") << person(1) << person(2) << false;
    QTest::newRow("one number, no paper shown") << person(1) << withoutPaper << true;
    QTest::newRow("one name, no number") << typed << again << true;
    QTest::newRow("one name, one number known") << typed << withCard << false;
    QTest::newRow("one passport") << byPaper << byPaper << true;
    QTest::newRow("one number on papers of two kinds") << byPaper << otherPaper << false;
    QTest::newRow("nobody") << Party() << Party() << false;
}

void tst_PartyFill::onePerson() {
    QFETCH(Party, one);
    QFETCH(Party, other);
    QTEST(counter::isSamePerson(one, other), "same");
    QCOMPARE(counter::isSamePerson(other, one), counter::isSamePerson(one, other));
}

void tst_PartyFill::whatACardSays_data() {
    QTest::addColumn<QDate>("issued");
    QTest::addColumn<QString>("paper");
    QTest::addColumn<QString>("issuer");
    QTest::newRow("2016") << QDate(2016, 3, 1) << "Thẻ căn cước công dân"
                          << "Cục Cảnh sát đăng ký quản lý cư trú và dữ liệu quốc gia về dân cư";
    QTest::newRow("from 10/10/2018") << QDate(2018, 10, 10) << "Thẻ căn cước công dân"
                                     << "Cục Cảnh sát quản lý hành chính về trật tự xã hội";
    QTest::newRow("30/06/2024") << QDate(2024, 6, 30) << "Thẻ căn cước công dân"
                                << "Cục Cảnh sát quản lý hành chính về trật tự xã hội";
    QTest::newRow("01/07/2024") << QDate(2024, 7, 1) << "Thẻ căn cước"
                                << "Bộ Công an";
}

void tst_PartyFill::whatACardSays() {
    QFETCH(QDate, issued);
    domain::CardQr card;
    card.name = QStringLiteral("Nguyễn Văn An");
    card.personalId = QStringLiteral("022090001234");
    card.bornIn = domain::bornInOf(QStringLiteral("1948"));
    card.issued = issued;
    const Party party = counter::partyOf(card, kind(domain::generalKind).identityPapers);
    QTEST(party.paper.kind, "paper");
    QTEST(party.paper.issuer, "issuer");
    QCOMPARE(party.paper.number, card.personalId);
    QCOMPARE(party.paper.issued, issued);
    QCOMPARE(party.birth(), QStringLiteral("1948"));
    QVERIFY(party.role.isEmpty());
    QCOMPARE(party.origins.value(QLatin1String("name")).toInt(), static_cast<int>(domain::Origin::CardQr));
}

void tst_PartyFill::whatAPassportSays() {
    domain::Passport passport{QStringLiteral("KOR"), QStringLiteral("M12345678"), QStringLiteral("KIM"), QStringLiteral("MINJUN"),
        QStringLiteral("KOR"), QDate(2080, 2, 3), QStringLiteral("Nam"), QDate(2030, 5, 6)};
    const Party party = counter::partyOf(passport, kind(domain::generalKind).identityPapers, day());
    QCOMPARE(party.name, QStringLiteral("KIM MINJUN"));
    QCOMPARE(party.birthDate, QDate(1980, 2, 3));
    QCOMPARE(party.paper.kind, QStringLiteral("Hộ chiếu"));
    QCOMPARE(party.paper.issuer, QStringLiteral("KOR"));
    QCOMPARE(party.paper.expiry, QDate(2030, 5, 6));
    QVERIFY(party.personalId.isEmpty());
    passport.issuer = QStringLiteral("VNM");
    QCOMPARE(counter::partyOf(passport, kind(domain::generalKind).identityPapers, day()).paper.issuer, QStringLiteral("Cục Quản lý xuất nhập cảnh"));
}

void tst_PartyFill::applicantAndParty() {
    const Party party = in("giver", 1);
    domain::Applicant before;
    const domain::Applicant applicant = counter::applicantOf(party, before);
    QCOMPARE(applicant.name, party.name);
    QCOMPARE(applicant.personalId, party.personalId);
    QCOMPARE(applicant.cardIssued, party.paper.issued);
    const Party back = counter::partyOf(applicant, kind(domain::generalKind).identityPapers);
    QCOMPARE(base::toJson(back.paper), base::toJson(party.paper));
    QCOMPARE(back.address, party.address);
    QVERIFY(counter::isSamePerson(back, party));
}

void tst_PartyFill::anotherAppliesNow() {
    domain::Applicant before = counter::applicantOf(in("giver", 1), {});
    before.phone = QStringLiteral("0912345678");
    QCOMPARE(counter::applicantOf(in("giver", 1), before).phone, before.phone);
    QVERIFY(counter::applicantOf(in("giver", 2), before).phone.isEmpty());
}

void tst_PartyFill::aLineKeepsWhatIsItsOwn() {
    Party line;
    line.role = QStringLiteral("giver");
    line.how = domain::SigningWay::Fingerprint;
    line.standsFor = QStringLiteral("Công ty TNHH Hải Sơn");
    line.title = QStringLiteral("Giám đốc");
    counter::fill(line, person(3));
    QCOMPARE(line.name, person(3).name);
    QCOMPARE(line.role, QStringLiteral("giver"));
    QCOMPARE(static_cast<int>(line.how), static_cast<int>(domain::SigningWay::Fingerprint));
    QCOMPARE(line.title, QStringLiteral("Giám đốc"));
}

void tst_PartyFill::everyKindTakesItsPeopleByCard_data() {
    QTest::addColumn<QString>("job");
    for (const char* job : {"signature", "translator-own", "translator-collaborator", "deal", "will", "heritage-refusal", "heritage-division",
             "deal-amendment", "deal-correction"})
        QTest::newRow(job) << QString::fromLatin1(job);
}

/// With cards alone, one after the other, until nobody lacks: no fault of the parties is left.
void tst_PartyFill::everyKindTakesItsPeopleByCard() {
    QFETCH(QString, job);
    const domain::JobKind& described = kind(job.toLatin1().constData());
    Parties parties;
    const auto faults = [&] { return domain::partyFaults(described, {}, parties, day()); };
    for (int number = 1; number < 9 && (parties.empty() || !faults().empty()); ++number) {
        const PartyPlace place = counter::placeOf(described, {}, parties, person(number));
        QVERIFY(place.is == PartyPlace::Is::New);
        Party line;
        line.role = place.role;
        counter::fill(line, person(number));
        parties.push_back(line);
    }
    const auto left = faults();
    QVERIFY2(left.empty(), left.empty() ? "" : qPrintable(left.front().toLogLine()));
}

QTEST_GUILESS_MAIN(tst_PartyFill)
#include "tst_PartyFill.moc"
