// Who may sign a row of a book: by which authority on which day, and neither for themselves nor for a relative.

#include "app/base/Clock.h"
#include "app/domain/Conflicts.h"
#include "app/domain/EventChecks.h"
#include "app/domain/SigningWords.h"
#include "tests/unit/domain/DomainDesk.h"

#include <QJsonDocument>
#include <QTest>

using namespace motcua::domain;
using motcua::domain::test::Desk;
using motcua::domain::test::uuid;

class tst_Signers : public QObject {
    Q_OBJECT

private slots:
    void findsTheAuthority_data();
    void findsTheAuthority();
    void printsItsCapacity_data();
    void printsItsCapacity();
    void signsByTheAuthorityOfTheDay();
    void accountsOfBeforeSayNothingMore();
    void namesTheFault_data();
    void namesTheFault();
    void seesTheConflict_data();
    void seesTheConflict();
    void refusesToCertifyOnesOwn();
    void foldsInWhateverOrder();
    void takesBackWhatDoesNotStand();
    void knowsWhoMayWrite_data();
    void knowsWhoMayWrite();
    void wantsEachListsOwn_data();
    void wantsEachListsOwn();
};

namespace {

const QDate today(2026, 11, 23);
const QString copies = QStringLiteral("SCT/BS");
const QString deals = QStringLiteral("SCT/GD");

SigningAuthority authority(const QString& capacity, const QString& title, QDate from, QDate until = {}, const QStringList& books = {}) {
    return {capacity, title, {}, QStringLiteral("12/QĐ-UBND"), QDate(2026, 10, 30), from, until, books};
}

ListedPerson relative(quint32 number, const QString& personalId, const QString& relation = QStringLiteral("vợ")) {
    ListedPerson person;
    person.id = ListedId(uuid(number));
    person.list = PersonList::Relative;
    person.name = QStringLiteral("Lê Thị Hoa");
    person.number = personalId;
    person.relation = relation;
    return person;
}

ListedPerson translator() {
    ListedPerson person;
    person.id = ListedId(uuid(70));
    person.name = QStringLiteral("Đỗ Thị Hà");
    person.number = QStringLiteral("022185004321");
    person.languages = {QStringLiteral("tiếng Anh")};
    person.from = today;
    return person;
}

ListedPerson specimen() {
    ListedPerson person;
    person.id = ListedId(uuid(71));
    person.list = PersonList::Specimen;
    person.name = QStringLiteral("Phạm Văn Bình");
    person.body = QStringLiteral("Ngân hàng Chính sách xã hội");
    person.from = today;
    person.pages = {{BlobHash::fromString(QString(64, u'b')), QStringLiteral("image/jpeg"), 10, 10, 10}};
    return person;
}

PersonListed struckOut(const ListedPerson& person, const QString& reason = QStringLiteral("Ghi nhầm")) {
    PersonListed said;
    said.person.id = person.id;
    said.person.list = person.list;
    said.removed = reason;
    return said;
}

}

void tst_Signers::findsTheAuthority_data() {
    QTest::addColumn<QString>("book");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("title");
    // Of four: for every book until yesterday; copies alone from today on; deals until today; deals from tomorrow on.
    QTest::newRow("copies yesterday") << copies << today.addDays(-1) << "A";
    QTest::newRow("copies today") << copies << today << "B";
    QTest::newRow("copies for ever") << copies << today.addYears(9) << "B";
    QTest::newRow("deals yesterday: what names the book goes before") << deals << today.addDays(-1) << "C";
    QTest::newRow("deals on the last day") << deals << today << "C";
    QTest::newRow("deals on the next one's first day") << deals << today.addDays(1) << "D";
    QTest::newRow("deals before all") << deals << today.addYears(-2) << "";
    QTest::newRow("another book today") << "SCT/CKND" << today << "";
    QTest::newRow("another book yesterday") << "SCT/CKND" << today.addDays(-1) << "A";
}

void tst_Signers::findsTheAuthority() {
    QFETCH(QString, book);
    QFETCH(QDate, day);
    QFETCH(QString, title);
    Account account;
    account.authorities = {authority({}, QStringLiteral("A"), today.addYears(-1), today.addDays(-1)),
        authority({}, QStringLiteral("B"), today, {}, {copies}), authority({}, QStringLiteral("C"), today.addMonths(-1), today, {deals}),
        authority({}, QStringLiteral("D"), today.addDays(1), {}, {deals, QStringLiteral("SCT/CK,ĐC")})};
    const SigningAuthority* found = authorityFor(account, book, day);
    QCOMPARE(found ? found->title : QString(), title);
    QCOMPARE(maySign(account, book, day), !title.isEmpty());
    account.authorities.clear();
    QVERIFY(maySign(account, book, day));
}

void tst_Signers::printsItsCapacity_data() {
    QTest::addColumn<QString>("capacity");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("printed"); ///< capacity above the title, then the title
    QTest::addColumn<QString>("inBook");
    const auto row = [](const char* capacity, const char* title, const char* printed, const char* inBook) {
        QTest::newRow(capacity) << QString::fromUtf8(capacity) << QString::fromUtf8(title) << QString::fromUtf8(printed) << QString::fromUtf8(inBook);
    };
    row("CHỦ TỊCH", "CHỦ TỊCH", "CHỦ TỊCH", "Trần Văn Hùng, Chủ\u00a0tịch");
    row("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH|PHÓ CHỦ TỊCH", "Trần Văn Hùng, KT. Chủ\u00a0tịch, Phó Chủ\u00a0tịch");
    row("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH",
        "Trần Văn Hùng, KT. Chủ\u00a0tịch, Phó Chủ\u00a0tịch");
    row("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "TL. CHỦ TỊCH|CHÁNH VĂN PHÒNG", "");
    row("TUQ. CHỦ TỊCH", "PHÓ GIÁM ĐỐC", "TUQ. CHỦ TỊCH|PHÓ GIÁM ĐỐC", "");
}

void tst_Signers::printsItsCapacity() {
    QFETCH(QString, capacity);
    QFETCH(QString, title);
    QFETCH(QString, printed);
    QFETCH(QString, inBook);
    const Signer signer = signerBy(authority(capacity, title, today), Desk().supervisor);
    QCOMPARE((capacityOf(signer) << signer.title).join(QLatin1Char('|')), printed);
    if (!inBook.isEmpty())
        QCOMPARE(signerInBook(signer).simplified(), inBook.simplified());
}

void tst_Signers::signsByTheAuthorityOfTheDay() {
    Desk desk;
    QCOMPARE(desk.act(Desk::copyIntake()), QString());
    QCOMPARE(desk.act(Submit{}), QString());
    const QDate day = motcua::base::toVietnamTime(desk.now).date();
    const auto tried = [&](QDate from, QDate until, const QStringList& books) {
        Desk one = desk;
        one.supervisor.authorities = {authority(QStringLiteral("TUQ. CHỦ TỊCH"), QStringLiteral("CÔNG CHỨC TƯ PHÁP"), from, until, books)};
        const QString error = one.act(Approve{{one.supervisor.id, one.supervisor.name, one.supervisor.title, one.supervisor.authority}});
        if (!error.isEmpty())
            return error;
        const Signer& signer = one.dossier.entries.front().signer;
        return signer.authority + QLatin1Char('|') + signer.title;
    };
    const QString signedByIt = QStringLiteral("TUQ. CHỦ TỊCH|CÔNG CHỨC TƯ PHÁP");
    const QString refused = QStringLiteral("dossier.signer-unauthorised");
    QCOMPARE(tried(day, day, {copies}), signedByIt);
    QCOMPARE(tried(day.addDays(-9), {}, {}), signedByIt);
    QCOMPARE(tried(day.addDays(-9), day.addDays(-1), {}), refused);
    QCOMPARE(tried(day.addDays(1), {}, {}), refused);
    QCOMPARE(tried(day.addDays(-9), {}, {deals}), refused);
}

void tst_Signers::accountsOfBeforeSayNothingMore() {
    const Account account = Desk().supervisor;
    QVERIFY(!motcua::base::toJson(account).contains(QStringLiteral("authorities")));
    Account with = account;
    with.authorities = {authority(QStringLiteral("TL. CHỦ TỊCH"), QStringLiteral("A"), today, {}, {copies})};
    QCOMPARE(motcua::base::fromJson<Account>(motcua::base::toJson(with)), with);
}

void tst_Signers::namesTheFault_data() {
    QTest::addColumn<SigningAuthority>("said");
    QTest::addColumn<QString>("field");
    const SigningAuthority right = authority(QStringLiteral("TL. CHỦ TỊCH"), QStringLiteral("CHÁNH VĂN PHÒNG"), today, today);
    const auto row = [&](const char* field, const std::function<void(SigningAuthority&)>& change) {
        SigningAuthority said = right;
        change(said);
        QTest::newRow(*field ? field : "right") << said << QString::fromLatin1(field);
    };
    row("", [](auto&) {});
    row("title", [](auto& said) { said.title = QStringLiteral(" "); });
    row("capacity", [](auto& said) { said.capacity = QString(501, u'A'); });
    row("stampOwner", [](auto& said) { said.stampOwner = QChar(0x202E); });
    row("from", [](auto& said) { said.from = {}; });
    row("until", [](auto& said) { said.until = said.from.addDays(-1); });
    row("books", [](auto& said) { said.books = QStringList{QString()}; });
}

void tst_Signers::namesTheFault() {
    QFETCH(SigningAuthority, said);
    QFETCH(QString, field);
    QCOMPARE(QString::fromLatin1(faultIn(said)), field);
}

void tst_Signers::seesTheConflict_data() {
    QTest::addColumn<ListedPerson>("declared");
    QTest::addColumn<QString>("code");
    const QString party = QStringLiteral("dossier.signer-is-party");
    const QString kin = QStringLiteral("dossier.signer-is-relative");
    QTest::newRow("a stranger") << relative(60, QStringLiteral("022090009999")) << QString();
    QTest::newRow("the applicant") << relative(60, QStringLiteral("022090001234")) << kin;
    QTest::newRow("the applicant is the signer") << relative(60, QStringLiteral("022090001234"), QStringLiteral("Bản thân")) << party;
    QTest::newRow("who comes in their place") << relative(60, QStringLiteral("022090001111")) << kin;
    QTest::newRow("who stands for it") << relative(60, QStringLiteral("022090002222")) << kin;
    QTest::newRow("the household's owner by the tax code") << relative(60, QStringLiteral("022090003333")) << kin;
    QTest::newRow("a witness") << relative(60, QStringLiteral("022090004444")) << kin;
    QTest::newRow("the signer is a party by their paper") << relative(60, QStringLiteral("022090005555"), QStringLiteral("bản thân")) << party;
    QTest::newRow("a number typed with blanks") << relative(60, QStringLiteral("022090006666")) << kin;
    QTest::newRow("a number typed wide") << relative(60, QStringLiteral("022090007777")) << kin;
    QTest::newRow("the applicant's former number") << relative(60, QStringLiteral("022090000001")) << kin;
    QTest::newRow("no number is nobody's") << relative(60, QString()) << QString();
}

void tst_Signers::seesTheConflict() {
    QFETCH(ListedPerson, declared);
    QFETCH(QString, code);
    Filing filing;
    filing.applicant = Desk::applicant();
    filing.applicant.proxy.name = QStringLiteral("Lê Văn Tư");
    filing.applicant.proxy.personalId = QStringLiteral("022090001111");
    filing.applicant.body.representativeId = QStringLiteral("022090002222");
    filing.applicant.body.taxCode = QStringLiteral("022090003333");
    Party witness;
    witness.role = QStringLiteral("witness");
    witness.name = QStringLiteral("Phạm Văn Năm");
    witness.personalId = QStringLiteral("022090004444");
    Party giver;
    giver.role = QStringLiteral("giver");
    giver.name = QStringLiteral("Trần Văn Hùng");
    giver.paper.number = QStringLiteral("022090005555");
    filing.applicant.formerId = QStringLiteral("022090000001");
    filing.parties = {witness, giver};
    for (const char16_t* typed : {u"0220 9000.6666", u"\uFF10\uFF12\uFF12\uFF10\uFF19\uFF10\uFF10\uFF10\uFF17\uFF17\uFF17\uFF17"}) {
        giver.paper.number = QString::fromUtf16(typed);
        filing.parties.push_back(giver);
    }
    const auto conflict = signerConflict({relative(61, QStringLiteral("022090008888")), declared}, filing);
    QCOMPARE(conflict ? QString::fromLatin1(codeOf(*conflict)) : QString(), code);
}

void tst_Signers::refusesToCertifyOnesOwn() {
    Desk desk;
    QCOMPARE(desk.act(Desk::copyIntake()), QString());
    QCOMPARE(desk.act(Submit{}), QString());
    const std::vector<ListedPerson> declared{relative(60, desk.dossier.applicant.personalId)};
    Context context = desk.context(desk.supervisor);
    context.relatives = &declared;
    const auto decided = [&] {
        const auto bodies = decide(desk.dossier, Approve{}, context);
        return bodies ? QString() : bodies.error().code;
    };
    QCOMPARE(decided(), QStringLiteral("dossier.signer-is-relative"));
    // An error names nobody: it goes into logs.
    QVERIFY(decide(desk.dossier, Approve{}, context).error().detail.isEmpty());
    // What is no certification anybody may decide on, and a decision against it too.
    QVERIFY(decide(desk.dossier, ReturnToClerk{QStringLiteral("Sai tên")}, context));
    desk.dossier.job.book.clear();
    desk.dossier.job.attestations = 0;
    QCOMPARE(decided(), QString());
}

void tst_Signers::foldsInWhateverOrder() {
    Desk desk;
    const ListedPerson wife = relative(60, QStringLiteral("022090001234"));
    std::vector<Event> events{desk.eventOf(PersonListed{wife, {}}, desk.supervisor), desk.eventOf(struckOut(wife), desk.supervisor),
        desk.eventOf(PersonListed{translator(), {}}, desk.supervisor)};
    for (int order = 0; order < 6; ++order) {
        PersonLists lists;
        for (const Event& event : events)
            lists.apply(event);
        QVERIFY(lists.relativesOf(desk.supervisor.id).empty());
        QCOMPARE(lists.of(PersonList::Relative).size(), size_t(1));
        QCOMPARE(lists.of(PersonList::Relative).front().removed, QStringLiteral("Ghi nhầm"));
        QCOMPARE(lists.of(PersonList::Translator).size(), size_t(1));
        const PersonLists again = PersonLists::fromJson(QJsonDocument::fromJson(QJsonDocument(lists.toJson()).toJson()).array());
        QCOMPARE(again.toJson(), lists.toJson());
        if (order % 2 == 0)
            std::swap(events[0], events[1]);
        else
            std::rotate(events.begin(), events.begin() + 1, events.end());
    }
}

void tst_Signers::takesBackWhatDoesNotStand() {
    Desk desk;
    const ListedPerson wife = relative(60, QStringLiteral("022090001234"));
    const Event written = desk.eventOf(PersonListed{wife, {}}, desk.supervisor);
    const Event out = desk.eventOf(struckOut(wife), desk.supervisor);
    PersonLists lists;
    lists.apply(written);
    lists.apply(out);
    lists.takeBack(out);
    QCOMPARE(lists.relativesOf(desk.supervisor.id).size(), size_t(1));
    lists.takeBack(written);
    QVERIFY(!lists.find(wife.id));
}

void tst_Signers::knowsWhoMayWrite_data() {
    QTest::addColumn<bool>("asClerk");
    QTest::addColumn<PersonListed>("said");
    QTest::addColumn<QString>("code");
    const ListedPerson wife = relative(60, QStringLiteral("022090001234"));
    ListedPerson others = wife;
    others.list = PersonList::Translator;
    QTest::newRow("a translator by a supervisor") << false << PersonListed{translator(), {}} << QString();
    QTest::newRow("a translator by a clerk") << true << PersonListed{translator(), {}} << "actor.not-supervisor";
    QTest::newRow("a specimen by a clerk") << true << PersonListed{specimen(), {}} << "actor.not-supervisor";
    QTest::newRow("an own relative by a clerk") << true << PersonListed{relative(65, QStringLiteral("022090001235")), {}} << QString();
    QTest::newRow("a line that is there") << false << PersonListed{wife, {}} << "list.known-line";
    QTest::newRow("own one struck out") << false << struckOut(wife) << QString();
    QTest::newRow("another's struck out") << true << struckOut(wife) << "list.not-own";
    QTest::newRow("another's struck out as if of another list") << false << struckOut(others) << "list.unknown-line";
    QTest::newRow("one that is not there") << false << struckOut(relative(66, QString())) << "list.unknown-line";
}

void tst_Signers::knowsWhoMayWrite() {
    QFETCH(bool, asClerk);
    QFETCH(PersonListed, said);
    QFETCH(QString, code);
    Desk desk;
    PersonLists lists;
    lists.apply(desk.eventOf(PersonListed{relative(60, QStringLiteral("022090001234")), {}}, desk.supervisor));
    const auto listing = decideListing(said, lists.find(said.person.id), desk.context(asClerk ? desk.clerk : desk.supervisor));
    QCOMPARE(listing ? QString() : listing.error().code, code);
    if (!listing)
        return;
    QVERIFY(wellFormed(*listing));
    const auto written = encodeBody(*listing);
    QCOMPARE(written.version, 6);
    const auto read = decodeBody("person-listed", written.version, written.json);
    QVERIFY(read);
    QCOMPARE(motcua::base::toJson(std::get<PersonListed>(*read)), motcua::base::toJson(std::get<PersonListed>(*listing)));
}

void tst_Signers::wantsEachListsOwn_data() {
    QTest::addColumn<ListedPerson>("person");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, ListedPerson person, const char* field, const std::function<void(ListedPerson&)>& change) {
        change(person);
        QTest::newRow(name) << person << QString::fromLatin1(field);
    };
    const ListedPerson wife = relative(60, QStringLiteral("022090001234"));
    row("a translator", translator(), "", [](auto&) {});
    row("a translator of no language", translator(), "person.languages", [](auto& one) { one.languages.clear(); });
    row("a translator without a number", translator(), "person.number", [](auto& one) { one.number.clear(); });
    row("a translator that ends before it begins", translator(), "person.until", [](auto& one) { one.until = one.from.addDays(-1); });
    row("a translator from no day", translator(), "person.from", [](auto& one) { one.from = {}; });
    row("a specimen", specimen(), "", [](auto&) {});
    row("a specimen without a page", specimen(), "person.pages", [](auto& one) { one.pages.clear(); });
    row("a specimen of nobody", specimen(), "person.body", [](auto& one) { one.body.clear(); });
    row("a relative", wife, "", [](auto&) {});
    row("a relative with nine digits", wife, "person.number", [](auto& one) { one.number = QStringLiteral("123456789"); });
    row("a relative of no relation", wife, "person.relation", [](auto& one) { one.relation.clear(); });
    row("a relative with a picture", wife, "person.pages", [](auto& one) { one.pages = specimen().pages; });
    row("nobody", wife, "person.name", [](auto& one) { one.name = QStringLiteral("…"); });
}

void tst_Signers::wantsEachListsOwn() {
    QFETCH(ListedPerson, person);
    QFETCH(QString, field);
    const auto sound = wellFormed(PersonListed{person, {}});
    QCOMPARE(sound ? QString() : sound.error().detail.value(QStringLiteral("field")), field);
}

QTEST_APPLESS_MAIN(tst_Signers)
#include "tst_Signers.moc"
