// The kinds of certification that come with the program, against certification.md: who serves what on which day, what each book's columns are,
// which attestation is owed, what it costs, what must not be certified.

#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/jobs/JobFees.h"
#include "app/domain/jobs/JobProof.h"

#include <QTest>

#include <map>

using namespace motcua::domain;

namespace {

const QDate before(2026, 11, 30);
const QDate since(2026, 12, 1);

const char* const codes[] = {
    "2.000815", "2.000884", "2.000913", "2.000927", "2.000942", "2.000992", "2.001008", "2.001016", "2.001019", "2.001035", "2.001406"};

Procedure row(const char* code) {
    Procedure procedure;
    procedure.active = true;
    procedure.version.code = QString::fromLatin1(code);
    return procedure;
}

QStringList serving(const char* code, QDate day) {
    QStringList names;
    for (const JobKind* job : builtInJobs().serving(row(code), day))
        names << job->kind;
    names.sort();
    return names;
}

const JobKind& kind(const QString& name) {
    return *builtInJobs().inForce(name, since);
}

std::vector<const JobKind*> certifying() {
    std::vector<const JobKind*> kinds;
    for (const char* code : codes)
        for (const JobKind* job : builtInJobs().serving(row(code), since))
            if (std::find(kinds.begin(), kinds.end(), job) == kinds.end())
                kinds.push_back(job);
    return kinds;
}

Party party(const char* role, SigningWay how = SigningWay::Signs) {
    Party party;
    party.role = QString::fromLatin1(role);
    party.name = QStringLiteral("Nguyễn Văn An");
    party.how = how;
    return party;
}

using Parties = std::vector<Party>;

}

class tst_BuiltInJobs : public QObject {
    Q_OBJECT

private slots:
    void eachProcedureIsServedOnce_data();
    void eachProcedureIsServedOnce();
    void whatWasAcceptedByHandStaysSo();
    void booksHaveTheColumnsOfTheLaw_data();
    void booksHaveTheColumnsOfTheLaw();
    void booksAreAlikeInEveryKind();
    void variantFollowsWhoSigns_data();
    void variantFollowsWhoSigns();
    void fees_data();
    void fees();
    void photocopiesAreChargedApart();
    void authorisationsThatAreSignatures_data();
    void authorisationsThatAreSignatures();
    void bansHaveKeysOfTheirOwn();
    void newWordingIsForNewDossiers();
};

void tst_BuiltInJobs::eachProcedureIsServedOnce_data() {
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QStringList>("kinds");
    const auto row = [](const char* code, const QStringList& kinds) { QTest::newRow(code) << QByteArray(code) << kinds; };
    row("2.000815", {"certified-copy", "certified-ecopy"});
    row("2.000884", {"signature"});
    row("2.000913", {"deal-amendment"});
    row("2.000927", {"deal-correction"});
    row("2.000942", {"deal-copy"});
    row("2.000992", {"translator-collaborator"});
    row("2.001008", {"translator-own"});
    row("2.001016", {"heritage-refusal"});
    row("2.001019", {"will"});
    row("2.001035", {"deal"});
    row("2.001406", {"heritage-division"});
}

void tst_BuiltInJobs::eachProcedureIsServedOnce() {
    QFETCH(QByteArray, code);
    QFETCH(QStringList, kinds);
    QCOMPARE(serving(code.constData(), since), kinds);
    for (const QString& name : kinds) {
        QVERIFY(kind(name).book && kind(name).conflicts && !kind(name).attestations.empty());
        QVERIFY(kind(name).attestations.back().when.empty());
    }
    const bool wasCopy = code == "2.000815" || code == "2.000942";
    QCOMPARE(serving(code.constData(), before), QStringList(wasCopy ? "certified-copy" : "attested-by-hand"));
}

/// What they owe is frozen, and what they were accepted as is still known.
void tst_BuiltInJobs::whatWasAcceptedByHandStaysSo() {
    const JobKind* hand = builtInJobs().inForce(QStringLiteral("attested-by-hand"), before);
    QVERIFY(hand);
    const JobTerms terms = termsOf(*hand, row("2.000884").version, {});
    QVERIFY(terms.byHand && !terms.owesNumber());
    QVERIFY(!builtInJobs().inForce(terms.kind, since));
    QVERIFY(builtInJobs().find(terms.kind, terms.version));
    for (const JobPaper& paper : builtInJobs().papersOf(terms, since))
        QVERIFY(!paper.attests);
}

void tst_BuiltInJobs::booksHaveTheColumnsOfTheLaw_data() {
    QTest::addColumn<QString>("symbol");
    QTest::addColumn<QStringList>("values");
    QTest::newRow("copies") << "SCT/BS" << QStringList{"number", "date", "applicant", "subject", "signer", "copies", "fee", "remark"};
    QTest::newRow("signatures") << "SCT/CK,ĐC" << QStringList{"number", "date", "parties", "subject", "signer", "copies", "fee", "remark"};
    QTest::newRow("translators") << "SCT/CKND"
                                 << QStringList{"number", "date", "parties", "subject", "fact:languages", "signer", "copies", "fee", "remark"};
    QTest::newRow("transactions") << "SCT/GD" << QStringList{"number", "date", "parties", "subject", "signer", "kept", "fee", "remark"};
    QTest::newRow("electronic") << "SCTĐT/BS" << QStringList{"number", "date", "applicant", "subject", "signer", "copies", "fee", "remark"};
}

void tst_BuiltInJobs::booksHaveTheColumnsOfTheLaw() {
    QFETCH(QString, symbol);
    QFETCH(QStringList, values);
    const JobBook* book = builtInJobs().book(symbol);
    QVERIFY(book);
    QStringList found;
    int width = 0;
    for (const BookColumn& column : book->columns) {
        found << column.value;
        width += column.width;
    }
    QCOMPARE(found, values);
    QCOMPARE(width, 100);
}

void tst_BuiltInJobs::booksAreAlikeInEveryKind() {
    std::map<QString, QJsonObject> books;
    std::map<QString, int> kinds;
    for (const JobKind* job : certifying()) {
        const QJsonObject book = motcua::base::toJson(*job->book);
        QVERIFY2(books.insert({job->book->symbol, book}).first->second == book, qPrintable(job->kind));
        ++kinds[job->book->symbol];
    }
    QCOMPARE(kinds, (std::map<QString, int>{{"SCT/BS", 2}, {"SCT/CK,ĐC", 1}, {"SCT/CKND", 2}, {"SCT/GD", 6}, {"SCTĐT/BS", 1}}));
    QCOMPARE(books.at(QStringLiteral("SCT/BS")), motcua::base::toJson(*builtInJobs().inForce(QStringLiteral("certified-copy"), before)->book));
}

void tst_BuiltInJobs::variantFollowsWhoSigns_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonObject>("facts");
    QTest::addColumn<int>("filling");
    QTest::addColumn<QString>("form");
    const QJsonObject none;
    QTest::newRow("copy") << "certified-copy" << none << 0 << "attestation-copy";
    QTest::newRow("copy of a deal") << "deal-copy" << none << 0 << "attestation-copy";
    QTest::newRow("electronic") << "certified-ecopy" << none << 0 << "attestation-ecopy";
    QTest::newRow("one signs") << "signature" << none << 1 << "attestation-signature";
    QTest::newRow("two sign") << "signature" << none << 2 << "attestation-signature-several";
    QTest::newRow("fingerprint") << "signature" << none << 3 << "attestation-signature-fingerprint";
    QTest::newRow("neither") << "signature" << none << 4 << "attestation-signature-fingerprint";
    QTest::newRow("two, one by fingerprint") << "signature" << none << 5 << "attestation-signature-several";
    QTest::newRow("collaborator") << "translator-collaborator" << QJsonObject{{"specimen", false}} << 0 << "attestation-translator";
    QTest::newRow("collaborator's specimen") << "translator-collaborator" << QJsonObject{{"specimen", true}} << 0
                                             << "attestation-translator-specimen";
    QTest::newRow("own") << "translator-own" << none << 0 << "attestation-translator";
    QTest::newRow("deal") << "deal" << none << 0 << "attestation-deal";
    QTest::newRow("will") << "will" << none << 0 << "attestation-will";
    QTest::newRow("refusal") << "heritage-refusal" << none << 0 << "attestation-heritage-refusal";
    QTest::newRow("division") << "heritage-division" << none << 0 << "attestation-heritage-division";
    QTest::newRow("amendment") << "deal-amendment" << none << 0 << "attestation-amendment";
    QTest::newRow("correction") << "deal-correction" << none << 0 << "correction-margin";
}

void tst_BuiltInJobs::variantFollowsWhoSigns() {
    QFETCH(QString, name);
    QFETCH(QJsonObject, facts);
    QFETCH(int, filling);
    QFETCH(QString, form);
    const Parties fillings[] = {{}, {party("signer")}, {party("signer"), party("signer")}, {party("signer", SigningWay::Fingerprint)},
        {party("signer", SigningWay::Neither)}, {party("signer"), party("signer", SigningWay::Fingerprint)}};
    QCOMPARE(termsOf(kind(name), {}, facts, fillings[filling]).attestation, form);
    const JobTerms terms = termsOf(kind(name), {}, facts, fillings[filling]);
    const auto papers = builtInJobs().papersOf(terms, since);
    QCOMPARE(std::count_if(papers.begin(), papers.end(), [](const JobPaper& paper) { return paper.attests; }), 1);
}

// Thông tư 226/2016/TT-BTC; certification.md §4.
void tst_BuiltInJobs::fees_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("pages");
    QTest::addColumn<int>("copies");
    QTest::addColumn<qint64>("fee");
    const auto row = [](const char* name, int pages, int copies, qint64 fee) {
        QTest::addRow("%s, %d pages, %d copies", name, pages, copies) << QString::fromLatin1(name) << pages << copies << fee;
    };
    for (const char* copy : {"certified-copy", "deal-copy", "certified-ecopy"})
        for (const auto& [pages, fee] :
            {std::pair<int, qint64>{1, 2'000}, {2, 4'000}, {3, 5'000}, {5, 7'000}, {10, 12'000}, {198, 200'000}, {250, 200'000}}) {
            row(copy, pages, 1, fee);
            row(copy, pages, 3, 3 * fee);
        }
    for (const auto& [name, fee] :
        {std::pair<const char*, qint64>{"signature", 10'000}, {"translator-collaborator", 10'000}, {"translator-own", 10'000}, {"deal", 50'000},
            {"will", 50'000}, {"heritage-refusal", 50'000}, {"heritage-division", 50'000}, {"deal-amendment", 30'000}, {"deal-correction", 25'000}}) {
        row(name, 1, 1, fee);
        row(name, 9, 5, fee);
    }
}

void tst_BuiltInJobs::fees() {
    QFETCH(QString, name);
    QFETCH(int, pages);
    QFETCH(int, copies);
    QFETCH(qint64, fee);
    const QJsonObject facts{{"pages", pages}, {"copies", copies}, {"originals", copies}};
    qint64 total = 0;
    for (const FeeLine& line : feeLines(kind(name), {}, facts))
        total += line.amount;
    QCOMPARE(total, fee);
}

/// NĐ 23/2015, Điều 15 khoản 3: a price of the unit's own, and nothing where it has none.
void tst_BuiltInJobs::photocopiesAreChargedApart() {
    UnitSettings settings;
    for (const char* copy : {"certified-copy", "deal-copy"}) {
        const JobKind& job = kind(QString::fromLatin1(copy));
        settings.photocopyPrice = 500;
        const auto lines = feesApart(job, {{"pages", 3}, {"copies", 2}, {"photocopied", 6}}, settings);
        QCOMPARE(lines.size(), size_t(1));
        QCOMPARE(lines.front().amount, qint64(3'000));
        QVERIFY(feesApart(job, {{"pages", 3}, {"copies", 2}, {"photocopied", 0}}, settings).empty());
        settings.photocopyPrice.reset();
        QVERIFY(feesApart(job, {{"pages", 3}, {"copies", 2}, {"photocopied", 6}}, settings).empty());
    }
}

void tst_BuiltInJobs::authorisationsThatAreSignatures_data() {
    QTest::addColumn<QString>("paper");
    QTest::addColumn<bool>("banned");
    QTest::newRow("papers") << "Ủy quyền nộp hộ, nhận hộ hồ sơ, giấy tờ" << false;
    QTest::newRow("pension, post") << "Ủy quyền nhận hộ lương hưu, bưu phẩm, trợ cấp, phụ cấp" << false;
    QTest::newRow("house") << "Ủy quyền trông nom nhà cửa" << false;
    QTest::newRow("bank") << "Ủy quyền của thành viên hộ gia đình để vay vốn tại Ngân hàng Chính sách xã hội" << false;
    QTest::newRow("anything else") << "Ủy quyền việc khác" << true;
    QTest::newRow("no authorisation") << "Giấy tờ, văn bản khác" << false;
    QTest::newRow("a life's story") << "Tờ khai lý lịch cá nhân" << false;
}

/// TT 01/2020, Điều 14: the four, and no other; that one is a transaction.
void tst_BuiltInJobs::authorisationsThatAreSignatures() {
    QFETCH(QString, paper);
    QFETCH(bool, banned);
    const QJsonObject facts{{"document", "Giấy ủy quyền"}, {"paper", paper}, {"copies", 1}, {"beforeReceiver", true}, {"outside", false}};
    const auto& bans = kind(QStringLiteral("signature")).bans;
    const auto ban = std::find_if(bans.begin(), bans.end(), [](const JobBan& each) { return each.key == QLatin1String("5"); });
    QVERIFY(ban != bans.end());
    QCOMPARE(ban->instead, QStringLiteral("deal"));
    QCOMPARE(holds(ban->when, facts, {}), banned);
}

void tst_BuiltInJobs::bansHaveKeysOfTheirOwn() {
    for (const JobKind* job : certifying()) {
        QStringList keys;
        for (const JobBan& ban : job->bans) {
            keys << ban.key;
            QVERIFY2(!ban.words.isEmpty() && !ban.article.isEmpty() && !ban.group.isEmpty(), qPrintable(job->kind));
            QVERIFY2(ban.instead.isEmpty() || builtInJobs().inForce(ban.instead, since), qPrintable(ban.instead));
        }
        QVERIFY2(keys.size() >= 3, qPrintable(job->kind));
        QCOMPARE(keys.removeDuplicates(), 0);
        QCOMPARE(job->refusals.size(), job->bans.size());
        QVERIFY2(!job->conduct.empty(), qPrintable(job->kind));
    }
}

/// The province publishes other words of an attestation: a dossier that was accepted before keeps those of its day.
void tst_BuiltInJobs::newWordingIsForNewDossiers() {
    Jobs jobs = builtInJobs();
    const JobTerms old = termsOf(kind(QStringLiteral("deal")), {}, {}, {});
    JobKind changed = kind(QStringLiteral("deal"));
    changed.version = QStringLiteral("2027-03-01");
    changed.from = QDate(2027, 3, 1);
    changed.fee.amount = 60'000;
    changed.templates.insert(QStringLiteral("attestation-deal"), QStringLiteral("other words"));
    changed.bans.pop_back();
    jobs.put(changed);
    const QDate later(2027, 3, 2);
    const JobTerms now = termsOf(*jobs.inForce(QStringLiteral("deal"), later), {}, {}, {});
    QCOMPARE(jobs.templateOf(old, later, old.attestation), QString());
    QCOMPARE(jobs.templateOf(now, later, now.attestation), QStringLiteral("other words"));
    QCOMPARE(jobs.find(old.kind, old.version)->fee.amount, qint64(50'000));
    QCOMPARE(jobs.find(now.kind, now.version)->fee.amount, qint64(60'000));
    QCOMPARE(jobs.find(old.kind, old.version)->bans.size(), jobs.find(now.kind, now.version)->bans.size() + 1);
}

QTEST_GUILESS_MAIN(tst_BuiltInJobs)
#include "tst_BuiltInJobs.moc"
