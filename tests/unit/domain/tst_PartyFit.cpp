#include "BoatSale.h"
#include "app/domain/jobs/JobFit.h"

#include <QTest>

using namespace motcua::domain;
using namespace motcua::domain::test;

using Change = std::function<void(DossierReceived&)>;
Q_DECLARE_METATYPE(Change)

/// A desk that lies about its parties, its variant of the attestation, its extension or what is charged apart is refused by the province.
class tst_PartyFit : public QObject {
    Q_OBJECT

private slots:
    void lies_data();
    void lies();
    void due_data();
    void due();
    void aFixedTimeIsNotStretched();
    void itHasAnEnd();
};

namespace {

FeeLine& apart(DossierReceived& body) {
    return body.fees.back();
}

}

void tst_PartyFit::lies_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char* name, const char* wanted, const Change& change) { QTest::newRow(name) << change << QString::fromLatin1(wanted); };
    row("as decided", "", [](DossierReceived&) {});
    row("nobody receives", "parties party.too-few", [](DossierReceived& body) { body.parties.pop_back(); });
    row("nobody at all", "parties party.too-few", [](DossierReceived& body) { body.parties.clear(); });
    row("cannot sign, no witness", "parties party.too-few", [](DossierReceived& body) { body.parties.front().how = SigningWay::Neither; });
    row("a witness too many", "parties party.not-wanted", [](DossierReceived& body) { body.parties.push_back(witness(1)); });
    row("in a role of its own", "parties party.role-unknown", [](DossierReceived& body) { body.parties.front().role = QStringLiteral("friend"); });
    row("a paper that is over", "parties party.paper-expired",
        [](DossierReceived& body) { body.parties.front().paper.expiry = QDate(2026, 11, 22); });
    row("in the wrong order", "parties ", [](DossierReceived& body) { std::swap(body.parties.front(), body.parties.back()); });
    row("with needless spaces", "parties ", [](DossierReceived& body) { body.parties.front().name += QLatin1Char(' '); });
    row("another variant", "job.attestation ", [](DossierReceived& body) { body.job.attestation = QStringLiteral("boat-several"); });
    row("no attestation", "job.attestation ", [](DossierReceived& body) { body.job.attestation.clear(); });
    row("fewer of them", "job.attestations ", [](DossierReceived& body) { body.job.attestations = 1; });
    row("a thumb that the variant does not say", "job.attestation ",
        [](DossierReceived& body) { body.parties.front().how = SigningWay::Fingerprint; });
    row("others in the book", "job.columns ",
        [](DossierReceived& body) { body.job.columns.insert(QStringLiteral("parties"), QStringLiteral("Nguyễn Văn Nam")); });
    row("nothing kept", "job.columns ", [](DossierReceived& body) { body.job.columns.remove(QStringLiteral("kept")); });
    row("no conflicts", "job.conflicts ", [](DossierReceived& body) { body.job.conflicts.reset(); });
    row("exempt on a ground of the kind", "", [](DossierReceived& body) {
        body.fees.front().amount = 0;
        body.fees.front().exemption = QStringLiteral("Vay vốn theo Nghị định số 55/2015/NĐ-CP");
    });
    row("exempt as a friend", "fees ", [](DossierReceived& body) {
        body.fees.front().amount = 0;
        body.fees.front().exemption = QStringLiteral("Người quen");
    });
    row("exempt of photocopying", "fees ", [](DossierReceived& body) {
        apart(body).amount = 0;
        apart(body).exemption = QStringLiteral("Vay vốn theo Nghị định số 55/2015/NĐ-CP");
    });
    row("photocopied for nothing", "", [](DossierReceived& body) { body.fees.pop_back(); });
    row("above the ceiling", "fees ", [](DossierReceived& body) {
        apart(body).unitPrice = 2001;
        apart(body).amount = 4 * 2001;
    });
    row("at the ceiling", "", [](DossierReceived& body) {
        apart(body).unitPrice = 2000;
        apart(body).amount = 4 * 2000;
    });
    row("more pages than photocopied", "fees ", [](DossierReceived& body) {
        apart(body).quantity = 5;
        apart(body).amount = 5 * 500;
    });
    row("photocopied twice", "fees ", [](DossierReceived& body) { body.fees.push_back(apart(body)); });
    row("charged for tea", "fees ", [](DossierReceived& body) { body.fees.push_back({QStringLiteral("Tiền trà"), 500, 4, 2000, {}}); });
    row("extended on a ground of the kind", "", [](DossierReceived& body) {
        body.extension = Extension{QStringLiteral("Giao dịch có nội dung phức tạp"), false};
        body.due = body.due.addDays(2);
    });
    row("extended on none", "extension extension.unknown-ground", [](DossierReceived& body) {
        body.extension = Extension{QStringLiteral("Không kịp"), false};
    });
    row("an hour that is none", "facts.hour ", [](DossierReceived& body) {
        body.facts.insert(QStringLiteral("where"), QStringLiteral("Ngoài trụ sở"));
        body.facts.insert(QStringLiteral("hour"), QStringLiteral("25:00"));
    });
}

void tst_PartyFit::lies() {
    QFETCH(Change, change);
    QFETCH(QString, wanted);
    Jobs jobs = builtInJobs();
    jobs.put(saleKind());
    DossierReceived body = sale();
    change(body);
    const auto outcome = fitsItsKind(body, jobs, [](const JobKind&) { return true; });
    const auto said = [](const motcua::base::Error& error) {
        return error.detail.value(QStringLiteral("field")) + QLatin1Char(' ') + error.detail.value(QStringLiteral("reason"));
    };
    QCOMPARE(outcome ? QString() : said(outcome.error()), wanted);
}

void tst_PartyFit::due_data() {
    QTest::addColumn<bool>("extended");
    QTest::addColumn<bool>("agreed");
    QTest::addColumn<QDate>("due");
    QTest::addColumn<bool>("fits");
    // Received on Monday 23/11/2026: two working days.
    QTest::newRow("in time") << false << false << QDate(2026, 11, 25) << true;
    QTest::newRow("over a long holiday") << false << false << QDate(2026, 12, 11) << true;
    QTest::newRow("next month for no reason") << false << false << QDate(2026, 12, 23) << false;
    QTest::newRow("before it was received") << false << false << QDate(2026, 11, 22) << false;
    QTest::newRow("extended") << true << false << QDate(2026, 11, 27) << true;
    QTest::newRow("extended too far") << true << false << QDate(2026, 12, 23) << false;
    QTest::newRow("agreed on") << true << true << QDate(2027, 3, 1) << true;
    QTest::newRow("agreed on for years") << true << true << QDate(2028, 1, 1) << false;
    QTest::newRow("never") << false << false << QDate() << false;
}

void tst_PartyFit::due() {
    QFETCH(bool, extended);
    QFETCH(bool, agreed);
    QFETCH(QDate, due);
    QFETCH(bool, fits);
    Jobs jobs;
    jobs.put(saleKind());
    DossierReceived body = sale();
    body.due = due.isValid() ? QDateTime(due, QTime(10, 0), Qt::UTC) : QDateTime();
    if (extended)
        body.extension = Extension{QStringLiteral("Giao dịch có nội dung phức tạp"), agreed};
    QCOMPARE(dueFits(body, jobs).has_value(), fits);
}

void tst_PartyFit::aFixedTimeIsNotStretched() {
    Jobs jobs;
    JobKind kind = saleKind();
    kind.time->extension.reset();
    jobs.put(kind);
    DossierReceived body = sale();
    for (const auto& [day, fits] : {std::pair{QDate(2026, 11, 25), true}, {QDate(2026, 12, 23), false}}) {
        body.due = QDateTime(day, QTime(10, 0), Qt::UTC);
        QCOMPARE(dueFits(body, jobs).has_value(), fits);
    }
}

void tst_PartyFit::itHasAnEnd() {
    JobKind ending = saleKind();
    ending.until = QDate(2026, 11, 23);
    Jobs jobs;
    jobs.put(ending);
    QVERIFY(jobs.inForce(ending.kind, QDate(2026, 11, 23)));
    QVERIFY(!jobs.inForce(ending.kind, QDate(2026, 11, 24)));
    const auto always = [](const JobKind&) { return true; };
    DossierReceived body = sale();
    QVERIFY(fitsItsKind(body, jobs, always));
    body.received = QDateTime(QDate(2026, 11, 23), QTime(17, 0), Qt::UTC); // the 24th in Viet Nam
    QCOMPARE(fitsItsKind(body, jobs, always).error().detail.value(QStringLiteral("field")), QStringLiteral("received"));
}

QTEST_APPLESS_MAIN(tst_PartyFit)
#include "tst_PartyFit.moc"
