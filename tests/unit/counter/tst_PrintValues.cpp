// What a template may name (domain::saidBy) against what PrintValues gives: of a dossier that has everything, and of a bare one.

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
    void book();

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
    return domain::readJobKind(json, domain::builtInForms() + QStringList{QStringLiteral("boat-attestation")}).value_or(domain::JobKind());
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
    ask.applicant = refusal.applicant = personWith(everything);
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
    if (everything)
        history.push_back({domain::DossierCorrected{}, {}, 5, {}, {}, at});
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
    for (const char* block : {"applicant", "facts", "supplement", "refusal", "entry", "fee"})
        QTest::newRow(block) << QString::fromLatin1(block) << false;
    QTest::newRow("receipt") << QStringLiteral("receipt") << true;
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
    const domain::JobKind job = boats();
    const domain::JobParts parts{job, domain::builtInForms(), domain::fieldsOf(job)};
    QCOMPARE(differences(domain::saidBy(block, parts), given), QStringList());
}

void tst_PrintValues::book() {
    test::CounterBench bench;
    bench.archive.published.jobs.put(boats());
    const counter::Desk desk(bench.archive, bench.clock, bench.station, QStringLiteral("Quầy 1"));
    const counter::PrintValues values(desk, bench.archive.catalogue());
    domain::BookEntry entry;
    entry.numberLabel = QStringLiteral("00001");
    entry.date = QDate(2026, 11, 23);
    domain::BookEntry spoiled = entry;
    spoiled.spoiledReason = QStringLiteral("ghi nhầm tên");
    const domain::Volume none;
    domain::Volume closed;
    closed.spoiled = 1;
    closed.closedBy.title = QStringLiteral("PHÓ CHỦ TỊCH");
    closed.closedBy.authority = QStringLiteral("TM. ỦY BAN NHÂN DÂN");
    closed.closedOn = QDate(2026, 12, 31);
    const domain::JobBook book = *boats().book;
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
    const QJsonArray cells = values.ofBook({withFacts, none, {row}})[QLatin1String("entries")][0][QLatin1String("cells")].toArray();
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
    for (const QJsonValue& column : values.ofBook({odd, none, {}})[QLatin1String("columns")].toArray())
        whole += column[QLatin1String("width")].toInt();
    QCOMPARE(whole, 100);
    // A book without such columns adds nothing up in them.
    const QJsonValue line = values.ofBook({odd, none, {entry}})[QLatin1String("closing")][0];
    QVERIFY(line[QLatin1String("copies")].isUndefined() && line[QLatin1String("fee")].isUndefined());
    QCOMPARE(line[QLatin1String("totalName")].toString(), QStringLiteral("số"));
    QCOMPARE(differences(domain::saidByBook(), {values.ofBook({withFee, closed, {entry, spoiled}}), values.ofBook({book, none, {entry}}),
                                                   values.ofBook({withFacts, none, {}}), values.ofBook({withFacts, none, {entry}, entry.date})}),
        QStringList());
}

QTEST_GUILESS_MAIN(tst_PrintValues)
#include "tst_PrintValues.moc"
