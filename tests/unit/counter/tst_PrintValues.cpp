// What a template may name (domain::saidBy) against what PrintValues gives: of a dossier that has everything, and of a bare one.

#include "app/counter/PersonValues.h"
#include "app/counter/PrintValues.h"
#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/jobs/JobReader.h"
#include "app/domain/jobs/SaidValues.h"
#include "tests/support/counter/CounterBench.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace motcua;
using forms::Said;

class tst_PrintValues : public QObject {
    Q_OBJECT

private slots:
    void blocks_data();
    void blocks();
    void groundOfWhoFiles_data();
    void groundOfWhoFiles();
    void reasonsAreNumberedOnce();
    void limitThatNobodyVerifiedIsNotSaid();
    void book();
    void whoSigns_data();
    void whoSigns();
    void feeSlipTellsNoMoreThanItMust();
    void identityCardIsShownNotKept();
    void passportNamesItsState_data();
    void passportNamesItsState();

private:
    using Samples = std::vector<QJsonValue>;
    /// One line for each value that the table and what is given do not have alike.
    static QStringList differences(const forms::Vocabulary& table, const Samples& given);
};

namespace {

/// Values that shipped forms ask for with {{#if}}, and that come with later work: nothing gives them yet.
const QStringList notGivenYet{QStringLiteral("paymentQr"), QStringLiteral("book"), QStringLiteral("bookEntry")};

domain::JobKind boats() {
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/jobs/boat-paper/job.json"));
    const QJsonObject json = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    auto job = domain::readJobKind(json, domain::builtInForms() + QStringList{QStringLiteral("boat-attestation")}).value_or(domain::JobKind());
    domain::PartyRole owner;
    owner.role = QStringLiteral("owner");
    owner.signs = true;
    job.parties = {owner};
    job.keeps = domain::JobKeeps();
    job.keeps->words = QStringLiteral("01 (một) bản gốc");
    return job;
}

domain::Party ownerWith(bool everything) {
    domain::Party owner;
    owner.role = QStringLiteral("owner");
    owner.name = QStringLiteral("Nguyễn Văn An");
    if (everything) {
        owner.birthDate = QDate(1990, 1, 15);
        owner.address = QStringLiteral("Tổ 3");
        owner.standsFor = QStringLiteral("Công ty TNHH Hải Sơn");
    }
    return owner;
}

domain::Applicant personWith(bool everything) {
    domain::Applicant person;
    person.name = QStringLiteral("Nguyễn Văn An");
    if (everything) {
        person.personalId = QStringLiteral("022090001234");
        person.address = QStringLiteral("Tổ 3");
        person.phone = QStringLiteral("0912345678");
        person.email = QStringLiteral("an@example.vn");
        person.birthDate = QDate(1990, 1, 15);
        person.passport = {QStringLiteral("M12345678"), QStringLiteral("KOR"), QStringLiteral("KOR"), QDate(2030, 1, 15)};
        person.body = {QStringLiteral("0100109106"), QStringLiteral("Trần Văn Hải"), QStringLiteral("Giám đốc"), {}};
        person.proxy.name = QStringLiteral("Lê Thị Hoa");
        person.proxy.ground = QStringLiteral("Giấy ủy quyền");
    }
    return person;
}

domain::Dossier dossierWith(bool everything, const QDateTime& now) {
    domain::Dossier dossier;
    dossier.code = everything ? QStringLiteral("H49.30-261122-0001") : QString();
    dossier.procedure.name = QStringLiteral("Xác nhận tàu cá");
    dossier.procedure.code = QStringLiteral("9.000001");
    dossier.applicant = personWith(everything);
    dossier.received = now;
    domain::BookEntry entry;
    entry.date = QDate(2026, 11, 22);
    if (everything) {
        dossier.papers = {{}};
        dossier.papers.front().quantity = 1;
        dossier.fees = {{QStringLiteral("Lệ phí"), 7000, 1, 0, QStringLiteral("Hộ nghèo")}};
        entry.signer.authority = QStringLiteral("TM. ỦY BAN NHÂN DÂN");
        entry.signer.title = QStringLiteral("PHÓ CHỦ TỊCH");
    }
    dossier.entries = {entry};
    dossier.parties = {ownerWith(everything)};
    dossier.job.kind = boats().kind;
    dossier.job.version = boats().version;
    dossier.facts = {{QStringLiteral("boat"), QStringLiteral("QN-1")}, {QStringLiteral("length"), 12}, {QStringLiteral("copies"), 1},
        {QStringLiteral("use"), QStringLiteral("Vận chuyển")}};
    if (everything) {
        dossier.facts.insert(QStringLiteral("foreign"), true);
        dossier.facts.insert(QStringLiteral("flag"), QStringLiteral("Lào"));
        dossier.facts.insert(QStringLiteral("built"), QStringLiteral("2019-02-01"));
    }
    return dossier;
}

std::vector<domain::Event> historyWith(bool everything, const domain::Dossier& dossier) {
    domain::DossierReceived received;
    static_cast<domain::Request&>(received) = dossier;
    static_cast<domain::Filing&>(received) = dossier;
    domain::SupplementAsked ask;
    domain::DossierRefused refusal;
    ask.applicant = refusal.applicant = dossier.applicant;
    ask.reason = refusal.reason = QStringLiteral("Thiếu giấy tờ");
    ask.items = {everything ? QStringLiteral("Bản chính: mờ, không đọc được") : QStringLiteral("Bản chính")};
    domain::FeeCollected fee;
    fee.amount = 7000;
    if (everything)
        ask.until = QDate(2026, 12, 7);
    if (everything)
        ask.legalBasis = refusal.legalBasis = QStringLiteral("Điều 22");
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    std::vector<domain::Event> history{
        {received, {}, 1, {}, {}, at}, {fee, {}, 2, {}, {}, at}, {ask, {}, 3, {}, {}, at}, {refusal, {}, 4, {}, {}, at}};
    if (!everything)
        return history;
    history.push_back({domain::PrintRecorded(), {}, 5, {}, {}, at});
    history.push_back({fee, {}, 6, {}, {}, at});
    history.push_back({domain::DossierCorrected{}, {}, 7, {}, {}, at});
    return history;
}

bool isOfType(const Said& said, const QJsonValue& value) {
    switch (said.is) {
    case Said::Is::Flag:
        return value.isBool();
    case Said::Is::List:
        return value.isArray();
    case Said::Is::Text:
        break;
    }
    return value.isString() || value.isDouble();
}

}

QStringList tst_PrintValues::differences(const forms::Vocabulary& table, const Samples& given) {
    QStringList found;
    QStringList unsaid;
    for (const QJsonValue& sample : given)
        unsaid += sample.isObject() ? sample.toObject().keys() : QStringList(QStringLiteral("."));
    for (const Said& said : table) {
        unsaid.removeAll(said.name);
        Samples values;
        Samples items;
        for (const QJsonValue& sample : given)
            if (const QJsonValue value = sample.isObject() ? sample[said.name] : sample; !value.isUndefined()) {
                values.push_back(value);
                for (const QJsonValue& item : value.toArray())
                    items.push_back(item);
                if (!isOfType(said, value))
                    found << said.name + QStringLiteral(" is of another type");
            }
        if (values.empty() != notGivenYet.contains(said.name))
            found << said.name + QLatin1String(values.empty() ? " is never given" : " is given by now");
        if ((values.size() == given.size()) != said.always)
            found << said.name + QLatin1String(said.always ? " is not always given" : " is always given");
        if (said.is == Said::Is::List)
            for (const QString& inside : differences(said.items, items))
                found << said.name + QLatin1Char('.') + inside;
    }
    for (const QString& name : unsaid)
        found << name + QStringLiteral(" is not in the table");
    return found;
}

void tst_PrintValues::blocks_data() {
    QTest::addColumn<QString>("block");
    QTest::addColumn<bool>("needsCode");
    for (const char* block : {"applicant", "facts", "supplement", "refusal", "entry", "fee", "parties", "attestation"})
        QTest::newRow(block) << QString::fromLatin1(block) << false;
    QTest::newRow("receipt") << QStringLiteral("receipt") << true;
    QTest::newRow("visit") << QStringLiteral("visit") << true;
}

void tst_PrintValues::blocks() {
    QFETCH(QString, block);
    QFETCH(bool, needsCode);
    test::CounterBench bench;
    bench.archive.published.jobs.put(boats());
    const counter::Desk desk(bench.archive, bench.clock, bench.station, QStringLiteral("Quầy 1"));
    const counter::PrintValues values(desk, bench.archive.catalogue());
    domain::JobPaper paper;
    paper.says = {block};
    Samples given;
    for (const bool everything : {true, false}) {
        bench.archive.published.settings.taxCode = everything ? QStringLiteral("5701234567") : QString();
        domain::Dossier dossier = dossierWith(everything, bench.clock.now());
        if (needsCode)
            dossier.code = QStringLiteral("H49.30-261122-0001");
        const auto said = values.of(paper, dossier, historyWith(everything, dossier), 185);
        QVERIFY2(said, said ? "" : qPrintable(said.error().toLogLine()));
        given.push_back(*said);
    }
    domain::Dossier ofBody = dossierWith(true, bench.clock.now());
    ofBody.applicant.kind = domain::ApplicantKind::Enterprise;
    domain::Dossier withoutNumber = dossierWith(true, bench.clock.now());
    withoutNumber.applicant.personalId.clear();
    withoutNumber.applicant.passport = {};
    for (const domain::Dossier& dossier : {ofBody, withoutNumber}) {
        const auto said = values.of(paper, dossier, historyWith(true, dossier), 185);
        QVERIFY(said);
        given.push_back(*said);
    }
    const domain::JobKind job = boats();
    const domain::JobParts parts{job, domain::builtInForms(), domain::fieldsOf(job)};
    QCOMPARE(differences(domain::saidBy(block, parts), given), QStringList());
}

void tst_PrintValues::groundOfWhoFiles_data() {
    QTest::addColumn<QString>("said");
    QTest::newRow("Giấy ủy quyền") << "Lê Thị Hoa, theo: Giấy ủy quyền";
    QTest::newRow("Văn bản cử người giám hộ") << "Lê Thị Hoa, theo: Văn bản cử người giám hộ";
    QTest::newRow("Là con ruột") << "Lê Thị Hoa, là con ruột";
    QTest::newRow("Mẹ đẻ") << "Lê Thị Hoa, mẹ đẻ";
}

void tst_PrintValues::groundOfWhoFiles() {
    QFETCH(QString, said);
    test::CounterBench bench;
    const counter::Desk desk(bench.archive, bench.clock, bench.station, QStringLiteral("Quầy 1"));
    domain::Dossier dossier = dossierWith(true, bench.clock.now());
    dossier.applicant.proxy.ground = QString::fromUtf8(QTest::currentDataTag());
    domain::JobPaper paper;
    paper.says = {QStringLiteral("receipt")};
    const auto values = counter::PrintValues(desk, bench.archive.catalogue()).of(paper, dossier, historyWith(true, dossier), 185);
    QVERIFY(values);
    QCOMPARE((*values)[QLatin1String("proxy")].toString(), said);
}

void tst_PrintValues::reasonsAreNumberedOnce() {
    test::CounterBench bench;
    const counter::Desk desk(bench.archive, bench.clock, bench.station, QStringLiteral("Quầy 1"));
    const domain::Dossier dossier = dossierWith(true, bench.clock.now());
    domain::DossierRefused refusal;
    refusal.applicant = dossier.applicant;
    refusal.reason = QStringLiteral("1. Bản chính mờ\n2) Thiếu trang\n- Hết hạn\n02 ảnh không đúng cỡ");
    refusal.legalBasis = QStringLiteral("khoản 1 Điều 22. ");
    domain::JobPaper paper;
    paper.says = {QStringLiteral("refusal")};
    const auto values = counter::PrintValues(desk, bench.archive.catalogue()).of(paper, dossier, {{refusal, {}, 1, {}, {}, bench.clock.now()}}, 185);
    QVERIFY(values);
    QCOMPARE((*values)[QLatin1String("reasons")].toArray(), (QJsonArray{QStringLiteral("Bản chính mờ."), QStringLiteral("Thiếu trang."),
                                                                QStringLiteral("Hết hạn."), QStringLiteral("02 ảnh không đúng cỡ.")}));
    QCOMPARE((*values)[QLatin1String("legalBasis")].toString(), QStringLiteral("khoản 1 Điều 22"));
}

void tst_PrintValues::limitThatNobodyVerifiedIsNotSaid() {
    test::CounterBench bench;
    const counter::Desk desk(bench.archive, bench.clock, bench.station, QStringLiteral("Quầy 1"));
    domain::Dossier dossier = dossierWith(true, bench.clock.now());
    domain::JobPaper paper;
    paper.says = {QStringLiteral("receipt")};
    for (const bool known : {true, false}) {
        dossier.procedure.timeUnit = domain::TimeUnit::Other;
        dossier.dueGround = known ? QStringLiteral("chờ xác minh") : QString();
        const auto values = counter::PrintValues(desk, bench.archive.catalogue()).of(paper, dossier, historyWith(true, dossier), 185);
        QVERIFY(values);
        QCOMPARE((*values)[QLatin1String("timeLimitKnown")].toBool(), known);
        QVERIFY(!(*values)[QLatin1String("timeLimit")].toString().isEmpty());
    }
}

void tst_PrintValues::book() {
    test::CounterBench bench;
    bench.archive.published.jobs.put(boats());
    const counter::Desk desk(bench.archive, bench.clock, bench.station, QStringLiteral("Quầy 1"));
    const counter::PrintValues values(desk, bench.archive.catalogue());
    domain::BookEntry entry;
    entry.volume = domain::VolumeId(QUuid::createUuid());
    entry.numberLabel = QStringLiteral("00001");
    entry.date = QDate(2026, 11, 23);
    domain::BookEntry spoiled = entry;
    spoiled.spoiledReason = QStringLiteral("ghi nhầm tên");
    const counter::BookOfYear none{{}, 2026, {domain::Volume()}};
    counter::BookOfYear closedBook = none;
    domain::Volume& closed = closedBook.volumes.front();
    closed.closed = true;
    closed.spoiled = 1;
    closed.closedBy.title = QStringLiteral("PHÓ CHỦ TỊCH");
    closed.closedBy.authority = QStringLiteral("TM. ỦY BAN NHÂN DÂN");
    closed.closedOn = QDate(2026, 12, 30);
    closed.closedWhy = QStringLiteral("Hết trang");
    domain::BookEntry noted = entry;
    noted.notes = {{domain::NoteKind::Amended, QStringLiteral("Hủy bỏ giao dịch"), QStringLiteral("số 00057"), {}, {}, QDate(2026, 11, 30)}};
    const domain::JobKind job = boats();
    const domain::JobBook book = *job.book;
    domain::JobBook withFee = book;
    withFee.columns[5].value = QStringLiteral("fee");
    withFee.columns[4].value = QStringLiteral("copies");
    // What a fact says, not how it is kept.
    domain::JobBook withFacts = book;
    for (domain::BookColumn& column : withFacts.columns)
        column.value = QStringLiteral("number");
    withFacts.columns[0].value = QStringLiteral("fact:foreign");
    withFacts.columns[1].value = QStringLiteral("fact:built");
    withFacts.columns[2].value = QStringLiteral("fact:boat");
    domain::BookEntry row = entry;
    row.columns = {
        {QStringLiteral("foreign"), true}, {QStringLiteral("built"), QStringLiteral("2020-02-29")}, {QStringLiteral("boat"), QStringLiteral("2020")}};
    // What looks like a day and is none stands as it is.
    row.document = QStringLiteral("2020-02-29");
    withFacts.columns[3].value = QStringLiteral("subject");
    row.columns.insert(QStringLiteral("length"), 1'234'572);
    withFacts.columns[4].value = QStringLiteral("fact:length");
    const QJsonArray cells = values.ofBook({&job, withFacts, none, {row}})[QLatin1String("entries")][0][QLatin1String("cells")].toArray();
    QCOMPARE(cells[0][QLatin1String("text")].toString(), QStringLiteral("Có"));
    QCOMPARE(cells[1][QLatin1String("text")].toString(), QStringLiteral("29/02/2020"));
    QCOMPARE(cells[2][QLatin1String("text")].toString(), QStringLiteral("2020"));
    QCOMPARE(cells[3][QLatin1String("text")].toString(), QStringLiteral("2020-02-29"));
    QCOMPARE(cells[4][QLatin1String("text")].toString(), QStringLiteral("1.234.572"));
    // The widths fill the sheet, however the shares are written.
    domain::JobBook odd = book;
    odd.columns.clear();
    for (int i = 0; i < 13; ++i)
        odd.columns.push_back({QStringLiteral("x"), {}, QStringLiteral("remark"), i == 11 ? 9 : i == 12 ? 6 : 8});
    int whole = 0;
    for (const QJsonValue& column : values.ofBook({&job, odd, none, {}})[QLatin1String("columns")].toArray())
        whole += column[QLatin1String("width")].toInt();
    QCOMPARE(whole, 100);
    // A book without such columns adds nothing up in them.
    const QJsonValue line = values.ofBook({&job, odd, none, {entry}})[QLatin1String("closing")][0];
    QVERIFY(line[QLatin1String("copies")].isUndefined() && line[QLatin1String("fee")].isUndefined());
    QCOMPARE(line[QLatin1String("totalName")].toString(), QStringLiteral("số"));
    // Numbers that nobody gave: the row says when and why, and the foot how many they are; the book was opened on the earliest day in it.
    domain::BookEntry late = entry;
    late.date = QDate(2026, 12, 1);
    const domain::OffRow off{{2, 15}, QDate(2026, 11, 30), QStringLiteral("Máy hỏng")};
    const counter::BookPrint ofYear{&job, book, none, {late, domain::entryOf(off, {}), entry}, {}, {}, {}, {off}};
    const QJsonObject printed = values.ofBook(ofYear);
    QCOMPARE(printed[QLatin1String("closing")][0][QLatin1String("writtenOff")].toInt(), 14);
    QVERIFY(printed[QLatin1String("cover")][0][QLatin1String("opened")].toString().contains(QStringLiteral("23 tháng 11")));
    const QJsonObject gone = printed[QLatin1String("entries")][1][QLatin1String("cells")].toArray().last().toObject();
    QCOMPARE(gone[QLatin1String("writtenOff")].toString(), QStringLiteral("ngày 30/11/2026: Máy hỏng"));
    QVERIFY(gone[QLatin1String("spoiled")].isUndefined());
    const auto ofMonth = [&](QDate month) {
        counter::BookPrint print = ofYear;
        print.month = month;
        return values.ofBook(print)[QLatin1String("closing")][0][QLatin1String("writtenOff")].toInt();
    };
    QCOMPARE(ofMonth(QDate(2026, 11, 1)), 14);
    QCOMPARE(ofMonth(QDate(2026, 12, 1)), 0);
    QCOMPARE(differences(domain::saidByBook(), {printed,
                                                   values.ofBook({&job, withFee, closedBook, {noted, spoiled}, {}, {},
                                                       {{{entry.volume, 0}, QStringLiteral("ngày 30/11/2026, Nguyễn Thị Lan")}}}),
                                                   values.ofBook({&job, book, none, {entry}}), values.ofBook({&job, withFacts, none, {}}),
                                                   values.ofBook({&job, withFacts, none, {entry}, entry.date})}),
        QStringList());
}

void tst_PrintValues::whoSigns_data() {
    QTest::addColumn<domain::ApplicantKind>("kind");
    QTest::addColumn<QString>("representative"); // "name, title"
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<QString>("signs");
    QTest::addColumn<QString>("role");
    const QString name = QStringLiteral("Công ty TNHH Hải Sơn");
    const QString dots = QStringLiteral("………………………………");
    using Kind = domain::ApplicantKind;
    QTest::newRow("citizen") << Kind::Citizen << ""
                             << "" << name << "";
    QTest::newRow("citizen's proxy") << Kind::Citizen << ""
                                     << "Lê Thị Hoa"
                                     << "Lê Thị Hoa" << QStringLiteral("nộp thay ") + name;
    QTest::newRow("director") << Kind::Enterprise << "Trần Văn Hải,Giám đốc"
                              << ""
                              << "Trần Văn Hải"
                              << "Giám đốc";
    QTest::newRow("no title") << Kind::Enterprise << "Trần Văn Hải"
                              << ""
                              << "Trần Văn Hải" << QStringLiteral("đại diện cho ") + name;
    QTest::newRow("body's proxy") << Kind::Enterprise << "Trần Văn Hải,Giám đốc"
                                  << "Lê Thị Hoa"
                                  << "Lê Thị Hoa" << QStringLiteral("được ủy quyền của ") + name;
    QTest::newRow("nobody known") << Kind::Enterprise << ""
                                  << "" << dots << QStringLiteral("đại diện cho ") + name;
    QTest::newRow("household, nobody known") << Kind::HouseholdBusiness << ""
                                             << "" << dots << QStringLiteral("đại diện cho ") + name;
}

/// A body's name never stands as a person's under a signature.
void tst_PrintValues::whoSigns() {
    QFETCH(domain::ApplicantKind, kind);
    QFETCH(QString, representative);
    QFETCH(QString, proxy);
    QFETCH(QString, signs);
    QFETCH(QString, role);
    domain::Applicant applicant;
    applicant.kind = kind;
    applicant.name = QStringLiteral("Công ty TNHH Hải Sơn");
    applicant.body.representative = representative.section(QLatin1Char(','), 0, 0);
    applicant.body.representativeTitle = representative.section(QLatin1Char(','), 1);
    applicant.proxy.name = proxy;
    const QJsonObject values = counter::submitterValues(applicant);
    QCOMPARE(values[QLatin1String("submitter")].toString().replace(QChar(QChar::Nbsp), QLatin1Char(' ')), signs);
    QCOMPARE(values[QLatin1String("submitterRole")].toString(), role);
}

void tst_PrintValues::feeSlipTellsNoMoreThanItMust() {
    domain::Applicant citizen = personWith(true);
    citizen.proxy.personalId = QStringLiteral("022190004321");
    citizen.proxy.groundNumber = QStringLiteral("12/UQ");
    const QJsonObject values = counter::payerValues(citizen);
    QVERIFY(!values.contains(QLatin1String("payerTaxCode")));
    const QString all = QString::fromUtf8(QJsonDocument(values).toJson());
    for (const char* secret : {"022090001234", "022190004321", "12/UQ", "0100109106", "M12345678"})
        QVERIFY2(!all.contains(QLatin1String(secret)), secret);
    domain::Applicant body = citizen;
    body.kind = domain::ApplicantKind::Enterprise;
    const QJsonObject ofBody = counter::payerValues(body);
    QCOMPARE(ofBody[QLatin1String("payerTaxCode")].toString(), QStringLiteral("0100109106"));
    domain::Applicant foreigner = citizen;
    foreigner.personalId.clear();
    QVERIFY(!counter::payerValues(foreigner).contains(QLatin1String("payerTaxCode")));
}

/// As the catalogue asks for it, and as a kind of job marks it: said once.
void tst_PrintValues::identityCardIsShownNotKept() {
    test::CounterBench bench;
    const counter::Desk desk(bench.archive, bench.clock, bench.station, QStringLiteral("Quầy 1"));
    const counter::PrintValues values(desk, bench.archive.catalogue());
    domain::Dossier dossier = dossierWith(true, bench.clock.now());
    domain::Paper card = dossier.papers.front();
    card.name = QStringLiteral("Giấy tờ tùy thân (căn cước/hộ chiếu) xuất trình");
    domain::Paper shown = card;
    shown.shownOnly = true;
    domain::Paper left = card;
    left.name = QStringLiteral("Tờ khai");
    dossier.papers = {card, shown, left};
    domain::JobPaper paper;
    paper.says = {QStringLiteral("receipt")};
    const auto said = values.of(paper, dossier, historyWith(true, dossier), 185);
    QVERIFY(said);
    const QJsonValue papers = (*said)[QLatin1String("papers")];
    for (const int row : {0, 1})
        QCOMPARE(papers[row][QLatin1String("name")].toString(), QStringLiteral("Giấy tờ tùy thân (căn cước/hộ chiếu) (xuất trình)"));
    QCOMPARE(papers[2][QLatin1String("name")].toString(), QStringLiteral("Tờ khai"));
    QCOMPARE((*said)[QLatin1String("timeLimit")].toString().count(QStringLiteral("theo quy định")), 0);
}

void tst_PrintValues::passportNamesItsState_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("name");
    QTest::newRow("Korea") << "KOR"
                           << "Hàn Quốc";
    QTest::newRow("Viet Nam") << "VNM"
                              << "Việt Nam";
    QTest::newRow("Germany, of one letter") << "D"
                                            << "Đức";
    QTest::newRow("last") << "ZWE"
                          << "Zimbabwe";
    QTest::newRow("unknown") << "QQQ"
                             << "QQQ";
}

void tst_PrintValues::passportNamesItsState() {
    QFETCH(QString, code);
    QFETCH(QString, name);
    QCOMPARE(counter::passportWords({QStringLiteral("M12345678"), code, {}, {}}), QStringLiteral("M12345678 (%1)").arg(name));
}

QTEST_GUILESS_MAIN(tst_PrintValues)
#include "tst_PrintValues.moc"
