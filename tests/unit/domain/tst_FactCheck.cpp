#include "InventedJob.h"
#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/jobs/FactCheck.h"
#include "app/domain/jobs/JobReader.h"

#include <QTest>

using namespace motcua::domain;
using namespace motcua::domain::test;

class tst_FactCheck : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void faults_data();
    void faults();
    void hiddenOnesAreLeftOut();
    void termsAreWorkedOutOnce();

private:
    JobKind m_job;
};

namespace {

QJsonObject boat() {
    return {{QStringLiteral("boat"), QStringLiteral("QN-12345-TS")}, {QStringLiteral("length"), 12}, {QStringLiteral("copies"), 2},
        {QStringLiteral("use"), QStringLiteral("Khai thác")}};
}

}

void tst_FactCheck::initTestCase() {
    auto job = readJobKind(inventedJob(), builtInForms());
    QVERIFY(job);
    m_job = std::move(*job);
}

void tst_FactCheck::faults_data() {
    QTest::addColumn<QString>("fact");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QStringList>("faults");
    const auto row = [](const char* name, const char* fact, const QJsonValue& value, const QStringList& faults) {
        QTest::newRow(name) << QString::fromLatin1(fact) << value << faults;
    };
    row("all there", "length", 12, {});
    row("first length", "length", 1, {});
    row("last length", "length", 60, {});
    row("below it", "length", 0, {"length invalid"});
    row("above it", "length", 61, {"length invalid"});
    row("half a metre", "length", 1.5, {"length invalid"});
    row("length in words", "length", QStringLiteral("12"), {"length invalid"});
    row("no boat", "boat", QJsonValue(), {"boat missing"});
    row("blank boat", "boat", QStringLiteral("  "), {"boat missing"});
    row("longest boat", "boat", QString(80, QChar(u'Ạ')), {});
    row("too long", "boat", QString(81, QChar(u'Ạ')), {"boat invalid"});
    row("another use", "use", QStringLiteral("Du lịch"), {"use invalid"});
    row("optional date", "built", QStringLiteral("2020-02-29"), {});
    row("day that never was", "built", QStringLiteral("2021-02-29"), {"built invalid"});
    row("a fact nobody asked for", "colour", QStringLiteral("đỏ"), {"colour invalid"});
    row("foreign, so its flag is asked for", "foreign", true, {"flag missing"});
    row("not foreign", "foreign", false, {});
    row("flag of a boat that is not foreign", "flag", QStringLiteral("Lào"), {"flag invalid"});
}

void tst_FactCheck::faults() {
    QFETCH(QString, fact);
    QFETCH(QJsonValue, value);
    QFETCH(QStringList, faults);
    QJsonObject facts = boat();
    if (value.isNull())
        facts.remove(fact);
    else
        facts.insert(fact, value);
    QStringList found;
    for (const FactFault& fault : factFaults(m_job, facts))
        found << fault.fact + (fault.missing ? QStringLiteral(" missing") : QStringLiteral(" invalid"));
    QCOMPARE(found, faults);
}

void tst_FactCheck::hiddenOnesAreLeftOut() {
    QJsonObject facts = boat();
    facts.insert(QStringLiteral("flag"), QStringLiteral("  Lào "));
    facts.insert(QStringLiteral("built"), QString());
    QCOMPARE(tidiedFacts(m_job, facts), boat());
    facts.insert(QStringLiteral("foreign"), true);
    QCOMPARE(tidiedFacts(m_job, facts).value(QStringLiteral("flag")).toString(), QStringLiteral("Lào"));
}

void tst_FactCheck::termsAreWorkedOutOnce() {
    ProcedureVersion procedure;
    procedure.name = QStringLiteral("Xác nhận tàu cá");
    const JobTerms terms = termsOf(m_job, procedure, boat());
    QCOMPARE(terms.kind, QStringLiteral("boat-paper"));
    QCOMPARE(terms.book, QStringLiteral("STC/XN"));
    QCOMPARE(terms.subject, QStringLiteral("QN-12345-TS"));
    QCOMPARE(terms.copies, 2);
    QCOMPARE(terms.attestation, QStringLiteral("boat-attestation"));
    QCOMPARE(terms.attestations, 2);
    QCOMPARE(terms.columns.value(QStringLiteral("length")).toInt(), 12);
    QCOMPARE(terms.authority, QStringLiteral("TM. ỦY BAN NHÂN DÂN"));
}

QTEST_APPLESS_MAIN(tst_FactCheck)
#include "tst_FactCheck.moc"
