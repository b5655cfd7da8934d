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
    intake->form().setNote(QStringLiteral("Hẹn buổi chiều"));
    intake->form().setExemption(QStringLiteral("Hộ nghèo"));
    QSignalSpy saved(&intake->draft(), &counter::IntakeDraft::saved);
    QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, 2000);
    const QJsonObject before = base::toJson(intake->form().content());
    bench.restart();
    intake = &bench.counter->intake();
    QVERIFY(intake->form().isBlank());
    bench.seatClerk();
    QCOMPARE(base::toJson(intake->form().content()), before);
    QVERIFY(intake->acts().receive().has_value());
}

void tst_CounterDrafts::everyPageSurvivesACrash() {
    CounterBench bench;
    bench.seatClerk();
    bench.counter->intake().form().setProcedure(QStringLiteral("2.000815"));
    QVERIFY(bench.counter->intake().draft().take(CounterBench::page("one")).has_value());
    QVERIFY(bench.counter->intake().draft().take(CounterBench::page("two")).has_value());
    bench.restart();
    bench.seatClerk();
    QCOMPARE(bench.counter->intake().draft().pageContent(0, 1).value_or(QByteArray()), QByteArray("two"));
    QCOMPARE(bench.counter->intake().draft().pageContent(0, 2).error().code, QStringLiteral("page.no-such"));
}

void tst_CounterDrafts::draftIsSavedWithoutBeingAsked() {
    CounterBench bench;
    bench.seatClerk();
    for (int i = 0; i < 20; ++i)
        bench.counter->intake().form().setApplicantText(QStringLiteral("name"), QStringLiteral("Nguyễn Văn %1").arg(i));
    QTRY_COMPARE_WITH_TIMEOUT(bench.drafts.all().size(), 1u, 2000);
    QCOMPARE(bench.drafts.saves, 1);
}

void tst_CounterDrafts::diskThatRefusesTheDraftIsTold() {
    CounterBench bench;
    bench.seatClerk();
    bench.drafts.nextFailure = {QStringLiteral("journal.disk-full")};
    bench.counter->intake().form().setNote(QStringLiteral("x"));
    QSignalSpy failed(&bench.counter->intake().draft(), &counter::IntakeDraft::saveFailed);
    QTRY_VERIFY_WITH_TIMEOUT(failed.count() >= 1, 2000);
    bench.counter->intake().draft().startNew();
    QCOMPARE(bench.counter->intake().form().content().note, QStringLiteral("x"));
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
    QVERIFY(bench.counter->intake().form().isBlank());
    bench.counter->intake().form().setNote(QStringLiteral("của lãnh đạo"));
    bench.seatClerk();
    QCOMPARE(bench.counter->intake().form().content().facts.value(QStringLiteral("document")).toString(), QStringLiteral("Bằng tốt nghiệp đại học"));
    bench.seatSupervisor();
    QCOMPARE(bench.counter->intake().form().content().note, QStringLiteral("của lãnh đạo"));
    bench.counter->intake().draft().discard();
    QVERIFY(bench.counter->intake().draft().drafts().empty());
    bench.seatClerk();
    bench.counter->intake().draft().startNew();
    QVERIFY(bench.counter->intake().form().isBlank());
    QCOMPARE(bench.counter->intake().draft().drafts().size(), 1u);
    bench.counter->intake().draft().resume(bench.counter->intake().draft().drafts().front().id);
    QCOMPARE(bench.counter->intake().form().content().facts.value(QStringLiteral("document")).toString(), QStringLiteral("Bằng tốt nghiệp đại học"));
}

void tst_CounterDrafts::pageWithACardFillsAnEmptyApplicant() {
    CounterBench bench;
    bench.seatClerk();
    auto& intake = bench.counter->intake();
    QVERIFY(intake.draft().take(CounterBench::page("card", {QStringLiteral("https://example.vn"), CounterBench::card()})).has_value());
    QCOMPARE(intake.form().content().applicant.name, QStringLiteral("Nguyễn Văn An"));
    intake.form().setApplicantText(QStringLiteral("name"), QStringLiteral("Lê Thị Thủy"));
    QVERIFY(intake.draft().take(CounterBench::page("card again", {CounterBench::card()})).has_value());
    QCOMPARE(intake.form().content().applicant.name, QStringLiteral("Lê Thị Thủy"));
    bench.blobs.nextFailure = {QStringLiteral("blob.disk-full")};
    QCOMPARE(intake.draft().take(CounterBench::page("third")).error().code, QStringLiteral("blob.disk-full"));
    QCOMPARE(intake.form().content().papers.front().pages.size(), 2u);
}

void tst_CounterDrafts::pagesStayWhenTheProcedureChanges() {
    CounterBench bench;
    bench.seatClerk();
    auto& intake = bench.counter->intake();
    QVERIFY(intake.draft().take(CounterBench::page("one")).has_value());
    intake.form().setProcedure(QStringLiteral("2.000815"));
    intake.form().setProcedure(QStringLiteral("2.000884"));
    QCOMPARE(intake.form().content().papers.front().pages.size(), 1u);
    intake.form().setProcedure(QString());
    QCOMPARE(intake.form().content().papers.front().pages.size(), 1u);
}

void tst_CounterDrafts::pagesMoveAndGo() {
    CounterBench bench;
    bench.seatClerk();
    auto& intake = bench.counter->intake();
    for (const char* content : {"a", "b", "c"})
        QVERIFY(intake.draft().take(CounterBench::page(content)).has_value());
    intake.form().pages().move(0, 2, 0);
    QCOMPARE(intake.draft().pageContent(0, 0).value_or(QByteArray()), QByteArray("c"));
    intake.form().pages().move(0, 5, 0);
    intake.form().pages().move(7, 0, 1);
    intake.form().pages().remove(0, 1);
    QCOMPARE(intake.draft().pageContent(0, 1).value_or(QByteArray()), QByteArray("b"));
    intake.form().pages().remove(0, 9);
    QCOMPARE(intake.form().content().papers.front().pages.size(), 2u);
}

QTEST_GUILESS_MAIN(tst_CounterDrafts)
#include "tst_CounterDrafts.moc"
