#include "BoatSale.h"
#include "app/domain/Limits.h"
#include "app/domain/parties/PartyCheck.h"
#include "app/domain/parties/PartyWords.h"

#include <QTest>

using namespace motcua::domain;
using namespace motcua::domain::test;

using Parties = std::vector<Party>;
using Change = std::function<void(Parties&)>;
Q_DECLARE_METATYPE(Change)

/// Who may take part in what, and what is said of them.
class tst_PartyCheck : public QObject {
    Q_OBJECT

private slots:
    void faults_data();
    void faults();
    void allAreFound();
    void inTheOrderOfTheRoles();
    void inTheBook();
    void manyInTheBook();
    void foundByAnyParty();
    void whoIssues();
};

namespace {

const QDate day(2026, 11, 23);

}

void tst_PartyCheck::faults_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("wanted"); // code, and field or role
    const auto row = [](const char* name, const char* wanted, const Change& change) { QTest::newRow(name) << change << QString::fromLatin1(wanted); };
    const auto first = [](const std::function<void(Party&)>& change) { return Change([change](Parties& all) { change(all.front()); }); };
    row("as they are", "", [](Parties&) {});
    row("nobody receives", "party.too-few receiver", [](Parties& all) { all.pop_back(); });
    row("nobody at all", "party.too-few giver", [](Parties& all) { all.clear(); });
    row("nine give", "", [](Parties& all) {
        for (int i = 0; i < 8; ++i)
            all.push_back(person("giver", QStringLiteral("Nguyễn Văn Em"), QStringLiteral("02207000100%1").arg(i)));
    });
    row("ten give", "party.too-many giver", [](Parties& all) {
        for (int i = 0; i < 9; ++i)
            all.push_back(person("giver", QStringLiteral("Nguyễn Văn Em"), QStringLiteral("02207000100%1").arg(i)));
    });
    row("an unknown role", "party.role-unknown role", first([](Party& party) { party.role = QStringLiteral("buyer"); }));
    row("no name", "party.name-missing name", first([](Party& party) { party.name.clear(); }));
    row("a name of digits", "party.name-no-letter name", first([](Party& party) { party.name = QStringLiteral("123"); }));
    row("an endless name", "party.name-too-long name", first([](Party& party) { party.name = QString(101, u'A'); }));
    row("the longest name", "", first([](Party& party) { party.name = QString(100, u'A'); }));
    row("eleven digits", "party.personal-id personalId", first([](Party& party) { party.personalId.chop(1); }));
    row("no personal number", "", first([](Party& party) { party.personalId.clear(); }));
    row("no paper", "party.paper-missing paperKind", first([](Party& party) { party.paper = {}; }));
    row("a paper without a number", "party.paper-missing paperNumber", first([](Party& party) { party.paper.number.clear(); }));
    row("good on its last day", "", first([](Party& party) { party.paper.expiry = day; }));
    row("over since yesterday", "party.paper-expired paperExpiry", first([](Party& party) { party.paper.expiry = day.addDays(-1); }));
    row("without an end", "", first([](Party& party) { party.paper.expiry = {}; }));
    row("issued today", "", first([](Party& party) { party.paper.issued = day; }));
    row("issued tomorrow", "party.paper-issued paperIssued", first([](Party& party) { party.paper.issued = day.addDays(1); }));
    row("no birth", "party.birth-missing birthDate", first([](Party& party) { party.birthDate = {}; }));
    row("a year will do", "", first([](Party& party) {
        party.birthDate = {};
        party.bornIn = BornIn(QStringLiteral("1948"));
    }));
    row("born tomorrow", "party.birth-date birthDate", first([](Party& party) { party.birthDate = day.addDays(1); }));
    row("born next year", "party.birth-date birthDate", first([](Party& party) {
        party.birthDate = {};
        party.bornIn = BornIn(QStringLiteral("2027"));
    }));
    row("no address", "party.address-missing address", first([](Party& party) { party.address.clear(); }));
    row("the receiver needs none", "", [](Parties& all) { all.back().address.clear(); });
    row("the receiver's office", "party.not-asked title", [](Parties& all) { all.back().title = QStringLiteral("Giám đốc"); });
    row("acts for a company", "party.ground-missing ground", first([](Party& party) { party.standsFor = QStringLiteral("Công ty A"); }));
    row("acts for a company on a ground", "", first([](Party& party) {
        party.standsFor = QStringLiteral("Công ty A");
        party.title = QStringLiteral("Giám đốc");
        party.ground = QStringLiteral("Điều lệ công ty");
    }));
    row("cannot sign, no witness", "party.too-few witness", first([](Party& party) { party.how = SigningWay::Neither; }));
    row("cannot read, no witness", "party.too-few witness", first([](Party& party) { party.reads = false; }));
    row("cannot hear, no witness", "party.too-few witness", first([](Party& party) { party.hears = false; }));
    row("a fingerprint needs none", "", first([](Party& party) { party.how = SigningWay::Fingerprint; }));
    row("cannot sign, one witness", "party.too-few witness", [](Parties& all) {
        all.front().how = SigningWay::Neither;
        all.push_back(witness(1));
    });
    row("cannot sign, two witnesses", "", [](Parties& all) {
        all.front().how = SigningWay::Neither;
        all.push_back(witness(1));
        all.push_back(witness(2));
    });
    row("three witnesses", "party.too-many witness", [](Parties& all) {
        all.front().how = SigningWay::Neither;
        for (int i = 1; i <= 3; ++i)
            all.push_back(witness(i));
    });
    row("witnesses of what all can sign", "party.not-wanted witness", [](Parties& all) {
        all.push_back(witness(1));
        all.push_back(witness(2));
    });
    row("a witness who cannot sign", "party.must-sign how", [](Parties& all) {
        all.front().how = SigningWay::Neither;
        all.push_back(witness(1));
        all.push_back(witness(2));
        all.back().how = SigningWay::Fingerprint;
    });
    row("a witness who cannot read", "party.must-sign how", [](Parties& all) {
        all.front().how = SigningWay::Neither;
        all.push_back(witness(1));
        all.push_back(witness(2));
        all.back().reads = false;
    });
    row("one witness twice", "party.twice paperNumber", [](Parties& all) {
        all.front().how = SigningWay::Neither;
        all.push_back(witness(1));
        all.push_back(witness(1));
    });
    row("the receiver as a witness", "party.also role", [](Parties& all) {
        all.front().how = SigningWay::Neither;
        all.push_back(witness(1));
        all.push_back(receiver());
        all.back().role = QStringLiteral("witness");
    });
    row("the receiver as a witness, by another paper's name", "party.also role", [](Parties& all) {
        all.front().how = SigningWay::Neither;
        all.push_back(witness(1));
        all.push_back(receiver());
        all.back().role = QStringLiteral("witness");
        all.back().personalId.clear();
        all.back().paper.kind = QStringLiteral("Thẻ căn cước");
    });
    row("a witness whose passport was typed twice", "party.twice paperNumber", [](Parties& all) {
        all.front().how = SigningWay::Neither;
        for (const char* number : {"C1234567", "c 123 4567"}) {
            all.push_back(witness(1));
            all.back().personalId.clear();
            all.back().paper.kind = QStringLiteral("Hộ chiếu");
            all.back().paper.number = QLatin1String(number);
        }
    });
    row("the receiver's name as a witness's", "", [](Parties& all) {
        all.front().how = SigningWay::Neither;
        all.push_back(witness(1));
        all.push_back(witness(2));
        all.back().name = receiver().name;
    });
    row("gives to himself", "", [](Parties& all) {
        all.back() = giver();
        all.back().role = QStringLiteral("receiver");
    });
    row("gives twice", "party.twice paperNumber", [](Parties& all) { all.push_back(giver()); });
    row("knows no Vietnamese, nobody interprets", "party.too-few interpreter",
        first([](Party& party) { party.speaks = QStringLiteral("Tiếng Anh"); }));
    row("knows no Vietnamese, somebody interprets", "", [](Parties& all) {
        all.front().speaks = QStringLiteral("Tiếng Anh");
        all.push_back(person("interpreter", QStringLiteral("Phạm Thị Dịch"), QStringLiteral("022180001111")));
    });
    row("an interpreter who needs one", "party.must-sign how", [](Parties& all) {
        all.front().speaks = QStringLiteral("Tiếng Anh");
        all.push_back(person("interpreter", QStringLiteral("Phạm Thị Dịch"), QStringLiteral("022180001111")));
        all.back().speaks = QStringLiteral("Tiếng Pháp");
    });
    row("nobody needs one", "party.not-wanted interpreter",
        [](Parties& all) { all.push_back(person("interpreter", QStringLiteral("Phạm Thị Dịch"), QStringLiteral("022180001111"))); });
}

void tst_PartyCheck::faults() {
    QFETCH(Change, change);
    QFETCH(QString, wanted);
    Parties all{giver(), receiver()};
    change(all);
    const auto outcome = checkParties(saleKind(), saleFacts(), all, day);
    const auto said = [](const motcua::base::Error& error) {
        const QString field = error.detail.value(QStringLiteral("field"));
        return error.code + QLatin1Char(' ') + (field.isEmpty() ? error.detail.value(QStringLiteral("role")) : field);
    };
    QCOMPARE(outcome ? QString() : said(outcome.error()), wanted);
}

void tst_PartyCheck::allAreFound() {
    Parties all{giver(), receiver()};
    all.front().name.clear();
    all.front().how = SigningWay::Neither;
    all.back().paper = {};
    QStringList codes;
    for (const motcua::base::Error& fault : partyFaults(saleKind(), saleFacts(), all, day))
        codes << fault.code + QLatin1Char(' ') + fault.detail.value(QStringLiteral("party"));
    QCOMPARE(codes, (QStringList{"party.name-missing 0", "party.paper-missing 1", "party.paper-missing 1", "party.too-few "}));
}

void tst_PartyCheck::inTheOrderOfTheRoles() {
    Party spaced = giver();
    spaced.name = QStringLiteral(" Nguyễn  Văn An ");
    Party stray = receiver();
    stray.role = QStringLiteral("buyer");
    const Parties sorted = tidied(saleKind(), {stray, witness(2), receiver(), witness(1), spaced});
    QStringList order;
    for (const Party& party : sorted)
        order << party.role + QLatin1Char(' ') + party.personalId.right(1);
    QCOMPARE(order, (QStringList{"giver 4", "receiver 8", "witness 2", "witness 1", "buyer 8"}));
    QCOMPARE(sorted.front().name, QStringLiteral("Nguyễn Văn An"));
    QVERIFY(tidied(JobKind(), {giver()}).size() == 1);
}

void tst_PartyCheck::inTheBook() {
    Parties all{receiver(), giver(), witness(1)};
    all[1].paper = {QStringLiteral("Hộ chiếu"), QStringLiteral("C1234567"), {}, {}, {}};
    all[1].standsFor = QStringLiteral("Công ty TNHH Một");
    QCOMPARE(partiesInBook(saleKind(), all), QStringLiteral("Công ty TNHH Một (Nguyễn Văn An, HC C1234567); Trần Thị Bình, CCCD 022170005678"));
    const JobTerms terms = termsOf(saleKind(), {}, saleFacts(), all);
    QCOMPARE(terms.columns.value(QStringLiteral("parties")).toString(), partiesInBook(saleKind(), all));
    QCOMPARE(terms.columns.value(QStringLiteral("kept")).toString(), QStringLiteral("1 bản/12 trang"));
    QCOMPARE(identityInShort(person("giver", {}, {})), QString());
}

/// A row's text has an end; who stands behind it is counted.
void tst_PartyCheck::manyInTheBook() {
    Parties all;
    for (int i = 0; i < 100; ++i)
        all.push_back(person("giver", QString(100, u'Ấ'), QStringLiteral("0220700012%1").arg(i, 2, 10, QLatin1Char('0'))));
    const QString text = partiesInBook(saleKind(), all);
    QVERIFY(text.size() <= limits::longestReason);
    QVERIFY(text.endsWith(QStringLiteral("người khác")));
    QVERIFY(text.size() > limits::longestReason - 200);
}

void tst_PartyCheck::foundByAnyParty() {
    Filing filing;
    filing.applicant.name = QStringLiteral("Nguyễn Văn An");
    filing.parties = {giver(), receiver()};
    filing.parties.front().standsFor = QStringLiteral("Công ty A");
    QCOMPARE(searchWords(filing), (QStringList{"Nguyễn Văn An", "022070001234", "Công ty A", "Trần Thị Bình", "022170005678"}));
}

void tst_PartyCheck::whoIssues() {
    const std::vector<IdentityPaperKind> kinds{
        {QStringLiteral("Thẻ căn cước"), true, {{{}, QStringLiteral("Cục Cảnh sát")}, {QDate(2024, 7, 1), QStringLiteral("Bộ Công an")}}}};
    QCOMPARE(issuerOn(kinds, QStringLiteral("Thẻ căn cước"), QDate(2024, 6, 30)), QStringLiteral("Cục Cảnh sát"));
    QCOMPARE(issuerOn(kinds, QStringLiteral("Thẻ căn cước"), QDate(2024, 7, 1)), QStringLiteral("Bộ Công an"));
    QCOMPARE(issuerOn(kinds, QStringLiteral("Hộ chiếu"), QDate(2024, 7, 1)), QString());
}

QTEST_APPLESS_MAIN(tst_PartyCheck)
#include "tst_PartyCheck.moc"
