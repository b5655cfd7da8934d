// An unfinished intake is never lost: fields and pages, through crashes, full disks and a change of users.

#include "tests/support/counter/CounterBench.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using test::CounterBench;

class tst_CounterDrafts : public QObject {
    Q_OBJECT

private slots:
    void everyFieldSurvivesACrash();
    void everyPageSurvivesACrash();
    void draftIsSavedWithoutBeingAsked();
    void diskThatRefusesTheDraftIsTold();
    void switchingUsersKeepsDraftsApart();
    void pageWithACardFillsAnEmptyApplicant();
    void pagesStayWhenTheProcedureChanges();
    void pagesMoveAndGo();
};

void tst_CounterDrafts::everyFieldSurvivesACrash() {
    CounterBench bench;
    bench.seatClerk();
    bench.fillCopy();
    auto* intake = &bench.counter->intake();
    intake->setNote(QStringLiteral("Hẹn buổi chiều"));
    intake->setExemption(QStringLiteral("Hộ nghèo"));
    QSignalSpy saved(intake, &counter::Intake::saved);
    QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, 2000);
    const QJsonObject before = base::toJson(intake->form());
    bench.restart();
    intake = &bench.counter->intake();
    QVERIFY(intake->isBlank());
    bench.seatClerk();
    QCOMPARE(base::toJson(intake->form()), before);
    QVERIFY(intake->receive().has_value());
}

void tst_CounterDrafts::everyPageSurvivesACrash() {
    CounterBench bench;
    bench.seatClerk();
    bench.counter->intake().setProcedure(QStringLiteral("2.000815"));
    QVERIFY(bench.counter->intake().take(CounterBench::page("one")).has_value());
    QVERIFY(bench.counter->intake().take(CounterBench::page("two")).has_value());
    bench.restart();
    bench.seatClerk();
    QCOMPARE(bench.counter->intake().pageContent(0, 1).value_or(QByteArray()), QByteArray("two"));
    QCOMPARE(bench.counter->intake().pageContent(0, 2).error().code, QStringLiteral("page.no-such"));
}

void tst_CounterDrafts::draftIsSavedWithoutBeingAsked() {
    CounterBench bench;
    bench.seatClerk();
    for (int i = 0; i < 20; ++i)
        bench.counter->intake().setApplicantText(QStringLiteral("name"), QStringLiteral("Nguyễn Văn %1").arg(i));
    QTRY_COMPARE_WITH_TIMEOUT(bench.drafts.all().size(), 1u, 2000);
    QCOMPARE(bench.drafts.saves, 1);
}

void tst_CounterDrafts::diskThatRefusesTheDraftIsTold() {
    CounterBench bench;
    bench.seatClerk();
    bench.drafts.nextFailure = {QStringLiteral("journal.disk-full")};
    bench.counter->intake().setNote(QStringLiteral("x"));
    QSignalSpy failed(&bench.counter->intake(), &counter::Intake::saveFailed);
    QTRY_VERIFY_WITH_TIMEOUT(failed.count() >= 1, 2000);
    bench.counter->intake().startNew();
    QCOMPARE(bench.counter->intake().form().note, QStringLiteral("x"));
    QCOMPARE(bench.counter->seat(bench.supervisor).error().code, QStringLiteral("journal.disk-full"));
    QCOMPARE(bench.counter->desk().account().id, bench.clerk.id);
    bench.drafts.nextFailure = {};
    QTRY_COMPARE_WITH_TIMEOUT(bench.drafts.all().size(), 1u, 2000);
}

void tst_CounterDrafts::switchingUsersKeepsDraftsApart() {
    CounterBench bench;
    bench.seatClerk();
    bench.fillCopy();
    bench.seatSupervisor();
    QVERIFY(bench.counter->intake().isBlank());
    bench.counter->intake().setNote(QStringLiteral("của lãnh đạo"));
    bench.seatClerk();
    QCOMPARE(bench.counter->intake().form().facts.value(QStringLiteral("document")).toString(), QStringLiteral("Bằng tốt nghiệp đại học"));
    bench.seatSupervisor();
    QCOMPARE(bench.counter->intake().form().note, QStringLiteral("của lãnh đạo"));
    bench.counter->intake().discard();
    QVERIFY(bench.counter->intake().drafts().empty());
    bench.seatClerk();
    bench.counter->intake().startNew();
    QVERIFY(bench.counter->intake().isBlank());
    QCOMPARE(bench.counter->intake().drafts().size(), 1u);
    bench.counter->intake().resume(bench.counter->intake().drafts().front().id);
    QCOMPARE(bench.counter->intake().form().facts.value(QStringLiteral("document")).toString(), QStringLiteral("Bằng tốt nghiệp đại học"));
}

void tst_CounterDrafts::pageWithACardFillsAnEmptyApplicant() {
    CounterBench bench;
    bench.seatClerk();
    auto& intake = bench.counter->intake();
    QVERIFY(intake.take(CounterBench::page("card", {QStringLiteral("https://example.vn"), CounterBench::card()})).has_value());
    QCOMPARE(intake.form().applicant.name, QStringLiteral("Nguyễn Văn An"));
    intake.setApplicantText(QStringLiteral("name"), QStringLiteral("Lê Thị Thủy"));
    QVERIFY(intake.take(CounterBench::page("card again", {CounterBench::card()})).has_value());
    QCOMPARE(intake.form().applicant.name, QStringLiteral("Lê Thị Thủy"));
    bench.blobs.nextFailure = {QStringLiteral("blob.disk-full")};
    QCOMPARE(intake.take(CounterBench::page("third")).error().code, QStringLiteral("blob.disk-full"));
    QCOMPARE(intake.form().papers.front().pages.size(), 2u);
}

void tst_CounterDrafts::pagesStayWhenTheProcedureChanges() {
    CounterBench bench;
    bench.seatClerk();
    auto& intake = bench.counter->intake();
    QVERIFY(intake.take(CounterBench::page("one")).has_value());
    intake.setProcedure(QStringLiteral("2.000815"));
    intake.setProcedure(QStringLiteral("2.000884"));
    QCOMPARE(intake.form().papers.front().pages.size(), 1u);
    intake.setProcedure(QString());
    QCOMPARE(intake.form().papers.front().pages.size(), 1u);
}

void tst_CounterDrafts::pagesMoveAndGo() {
    CounterBench bench;
    bench.seatClerk();
    auto& intake = bench.counter->intake();
    for (const char* content : {"a", "b", "c"})
        QVERIFY(intake.take(CounterBench::page(content)).has_value());
    intake.movePage(0, 2, 0);
    QCOMPARE(intake.pageContent(0, 0).value_or(QByteArray()), QByteArray("c"));
    intake.movePage(0, 5, 0);
    intake.movePage(7, 0, 1);
    intake.removePage(0, 1);
    QCOMPARE(intake.pageContent(0, 1).value_or(QByteArray()), QByteArray("b"));
    intake.removePage(0, 9);
    QCOMPARE(intake.form().papers.front().pages.size(), 2u);
}

QTEST_GUILESS_MAIN(tst_CounterDrafts)
#include "tst_CounterDrafts.moc"
