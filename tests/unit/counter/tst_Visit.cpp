#include "app/domain/CardQr.h"
#include "tests/support/counter/CounterBench.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using counter::PartyPlace;
using counter::VisitForm;
using domain::Party;
using test::CounterBench;

/// A visit to the bench: many papers of many kinds, each a dossier of its own, received in one transaction.
class tst_Visit : public QObject {
    Q_OBJECT

private slots:
    void kindsByTheirKeys();
    void beginsWithAPaper();
    void anotherKindOfAnUntouchedPaper();
    void whoAsksStandsInTheNextPaper();
    void theSameCardIsTheSamePerson();
    void peopleAreOffered();
    void whoAppliesIsTheApplicant();
    void goesFromPaperToPaper();
    void takenOutAndPutBack();
    void putBackInItsOwnPlace();
    void theNextVisitBeginsWithTheFirstKind();
    void oneTransaction();
    void nothingOrAll();
    void saysWhichPaperIsOpen();
    void killedBetweenPapers();
    void wordsOfAPartyAreKept();
    void leftForAnotherVisit();
    void onlyACardIsNoWork();
    void refusedPaperLeavesTheVisit();
    void refusalTakenBack();
    void refusalTakenBackIntoAnotherVisit();
    void pagesAreOfThePaperInHand();
    void othersAreNamed();
    void askedPaperComesBack();
    void askingTakenBack();

private:
    struct Desk : CounterBench {
        Desk() {
            clock.set(QDate(2027, 1, 4), QTime(9, 0));
            restart();
            seatClerk();
        }
        VisitForm& visit() { return counter->bench().visit(); }
        counter::IntakeForm& form() { return visit().form(); }
        void copy(const QString& document, int pages = 3, int copies = 2) {
            form().setFact(QStringLiteral("document"), document);
            form().setFact(QStringLiteral("pages"), pages);
            form().setFact(QStringLiteral("copies"), copies);
        }
        void showCard() {
            if (!form().applyCardQr(card()))
                qFatal("card");
        }
        QString kind() { return form().content().jobKind; }
    };
    static Party person(const QString& number, const QString& name) {
        const auto card =
            domain::CardQr::parse(number + QStringLiteral("||%1|15011990|Nam|Tổ 3, Khu 5, Bãi Cháy, Hạ Long, Quảng Ninh|12052021").arg(name));
        return counter::partyOf(*card, {});
    }
    static Party an() { return person(QStringLiteral("022090001234"), QStringLiteral("Nguyễn Văn An")); }
    static Party binh() { return person(QStringLiteral("022090001235"), QStringLiteral("Trần Văn Bình")); }
};

void tst_Visit::kindsByTheirKeys() {
    Desk desk;
    QStringList kinds;
    for (const domain::JobKind* kind : desk.visit().kinds())
        kinds << QStringLiteral("%1 %2").arg(kind->benchKey).arg(kind->kind);
    QCOMPARE(kinds, (QStringList{"1 certified-copy", "2 signature", "3 translator-collaborator", "4 deal", "5 will", "6 heritage-refusal",
                        "7 heritage-division", "8 deal-amendment", "9 certified-ecopy", "0 deal-copy", "0 deal-correction", "0 translator-own"}));
}

void tst_Visit::beginsWithAPaper() {
    Desk desk;
    QCOMPARE(desk.visit().count(), 1);
    QCOMPARE(desk.kind(), QStringLiteral("certified-copy"));
    QVERIFY(desk.visit().isBlank());
    QVERIFY(desk.counter->bench().draft().id().isNull());
    QCOMPARE(desk.counter->bench().acts().mayReceive().error().code, QStringLiteral("visit.nothing"));
}

void tst_Visit::anotherKindOfAnUntouchedPaper() {
    Desk desk;
    desk.showCard();
    desk.visit().begin(QStringLiteral("will"));
    QCOMPARE(desk.visit().count(), 1);
    QCOMPARE(desk.kind(), QStringLiteral("will"));
    QCOMPARE(desk.form().content().parties.size(), size_t(1));
    QCOMPARE(desk.form().content().parties.front().role, QStringLiteral("testator"));
    for (const domain::JobKind* kind : desk.visit().kinds()) {
        desk.visit().begin(kind->kind);
        QVERIFY2(desk.visit().count() == 1 && desk.kind() == kind->kind, qPrintable(kind->kind));
    }
    desk.visit().begin(QStringLiteral("certified-copy"));
    QCOMPARE(desk.visit().count(), 1);
    desk.copy(QStringLiteral("Học bạ"));
    desk.visit().begin(QStringLiteral("signature"));
    QCOMPARE(desk.visit().count(), 2);
    QCOMPARE(desk.visit().current(), 1);
    desk.visit().begin(QStringLiteral("no-such-kind"));
    QCOMPARE(desk.visit().count(), 2);
}

void tst_Visit::whoAsksStandsInTheNextPaper() {
    Desk desk;
    desk.showCard();
    desk.copy(QStringLiteral("Học bạ"));
    desk.visit().next();
    QCOMPARE(desk.visit().count(), 2);
    QCOMPARE(desk.form().content().applicant.name, QStringLiteral("Nguyễn Văn An"));
    QVERIFY(!desk.form().content().facts.contains(QStringLiteral("document")));
    desk.visit().next();
    QCOMPARE(desk.visit().count(), 2);
}

void tst_Visit::theSameCardIsTheSamePerson() {
    Desk desk;
    desk.visit().begin(QStringLiteral("deal"));
    QVERIFY(desk.visit().take(an()).is == PartyPlace::Is::New);
    QVERIFY(desk.visit().take(binh()).is == PartyPlace::Is::New);
    const PartyPlace again = desk.visit().take(binh());
    QVERIFY(again.is == PartyPlace::Is::There);
    QCOMPARE(again.line, 1);
    QCOMPARE(desk.form().content().parties.size(), size_t(2));
    desk.form().setFact(QStringLiteral("deal"), QStringLiteral("Hợp đồng tặng cho xe máy"));
    desk.visit().begin(QStringLiteral("signature"));
    QCOMPARE(desk.form().content().parties.size(), size_t(1));
    QCOMPARE(desk.form().content().parties.front().name, QStringLiteral("Nguyễn Văn An"));
    QVERIFY(desk.visit().take(an()).is == PartyPlace::Is::There);
    QVERIFY(desk.visit().take(binh()).is == PartyPlace::Is::New);
    QCOMPARE(base::toJson(desk.form().content().parties.back().paper), base::toJson(binh().paper));
}

void tst_Visit::peopleAreOffered() {
    Desk desk;
    desk.visit().begin(QStringLiteral("deal"));
    (void)desk.visit().take(an());
    (void)desk.visit().take(binh());
    QVERIFY(desk.visit().offered().empty());
    desk.form().setFact(QStringLiteral("deal"), QStringLiteral("Hợp đồng"));
    desk.visit().begin(QStringLiteral("will"));
    QCOMPARE(desk.visit().offered().size(), size_t(1));
    QCOMPARE(desk.visit().offered().front().name, QStringLiteral("Trần Văn Bình"));
    QVERIFY(desk.visit().offered().front().role.isEmpty());
}

void tst_Visit::whoAppliesIsTheApplicant() {
    Desk desk;
    desk.visit().begin(QStringLiteral("deal"));
    Party typed;
    typed.role = QStringLiteral("giver");
    typed.name = QStringLiteral("Lê Thị Cúc");
    desk.visit().setParties({typed});
    QCOMPARE(desk.form().content().applicant.name, typed.name);
    Party second = binh();
    second.role = QStringLiteral("giver");
    desk.visit().setParties({second, typed});
    QCOMPARE(desk.form().content().applicant.personalId, second.personalId);
    desk.visit().setParties({});
    QVERIFY(desk.form().content().applicant.name.isEmpty());
}

void tst_Visit::goesFromPaperToPaper() {
    Desk desk;
    desk.showCard();
    desk.copy(QStringLiteral("Học bạ"));
    desk.visit().next();
    desk.copy(QStringLiteral("Bảng điểm"), 1, 1);
    QCOMPARE(desk.visit().feeTotal(), 12000);
    desk.visit().go(0);
    QCOMPARE(desk.form().content().facts.value(QStringLiteral("document")).toString(), QStringLiteral("Học bạ"));
    desk.form().setFact(QStringLiteral("document"), QStringLiteral("Học bạ lớp 9"));
    desk.visit().go(1);
    QCOMPARE(desk.form().content().facts.value(QStringLiteral("document")).toString(), QStringLiteral("Bảng điểm"));
    const auto papers = desk.visit().papers();
    QCOMPARE(papers.front().subject, QStringLiteral("Học bạ lớp 9"));
    QVERIFY(papers.front().isReady && papers.back().isReady);
    desk.visit().go(7);
    desk.visit().go(-1);
    QCOMPARE(desk.visit().current(), 1);
}

void tst_Visit::takenOutAndPutBack() {
    Desk desk;
    desk.showCard();
    desk.copy(QStringLiteral("Học bạ"));
    QVERIFY(!desk.visit().canPutBack());
    desk.visit().remove();
    QCOMPARE(desk.visit().count(), 1);
    QVERIFY(!desk.form().content().facts.contains(QStringLiteral("document")));
    QCOMPARE(desk.form().content().applicant.name, QStringLiteral("Nguyễn Văn An"));
    desk.visit().putBack();
    QCOMPARE(desk.visit().count(), 1);
    QCOMPARE(desk.form().content().facts.value(QStringLiteral("document")).toString(), QStringLiteral("Học bạ"));
    QVERIFY(!desk.visit().canPutBack());
}

void tst_Visit::putBackInItsOwnPlace() {
    Desk desk;
    desk.showCard();
    for (const QString& paper : {QStringLiteral("Học bạ"), QStringLiteral("Bảng điểm"), QStringLiteral("Giấy khen")}) {
        desk.visit().next();
        desk.copy(paper);
    }
    desk.visit().go(1);
    desk.visit().remove();
    desk.visit().go(0);
    desk.visit().putBack();
    QCOMPARE(desk.visit().current(), 1);
    QStringList subjects;
    for (const counter::VisitPaper& paper : desk.visit().papers())
        subjects << paper.subject;
    QCOMPARE(subjects, (QStringList{QStringLiteral("Học bạ"), QStringLiteral("Bảng điểm"), QStringLiteral("Giấy khen")}));
}

/// Whoever comes next asks for something of their own.
void tst_Visit::theNextVisitBeginsWithTheFirstKind() {
    Desk desk;
    const QString first = desk.kind();
    desk.showCard();
    desk.visit().begin(QStringLiteral("will"));
    QCOMPARE(desk.kind(), QStringLiteral("will"));
    desk.visit().clear();
    QCOMPARE(desk.kind(), first);
}

void tst_Visit::oneTransaction() {
    Desk desk;
    desk.showCard();
    desk.copy(QStringLiteral("Học bạ"));
    desk.visit().next();
    desk.copy(QStringLiteral("Bảng điểm"), 1, 1);
    desk.visit().begin(QStringLiteral("signature"));
    desk.form().setFact(QStringLiteral("document"), QStringLiteral("Giấy cam kết"));
    QCOMPARE(desk.form().gaps().join(QLatin1Char(44)), QString());
    desk.visit().next();
    QVERIFY(desk.visit().papers().back().isUntouched);
    QCOMPARE(desk.visit().firstOpen(), -1);
    QVERIFY(desk.counter->bench().draft().saveNow());
    QSignalSpy appended(&desk.counter->runner(), &counter::CommandRunner::appended);
    const auto outcomes = desk.counter->bench().acts().receive();
    QVERIFY2(outcomes, outcomes ? "" : qPrintable(outcomes.error().toLogLine()));
    QCOMPARE(outcomes->size(), size_t(3));
    QSet<QString> codes;
    domain::VisitId visit;
    for (const auto& outcome : *outcomes) {
        const domain::Dossier dossier = desk.dossier(outcome.dossier);
        QCOMPARE(static_cast<int>(dossier.state), static_cast<int>(domain::State::Processing));
        codes.insert(dossier.code);
        QVERIFY(!dossier.visit.isNull());
        QVERIFY(visit.isNull() || visit == dossier.visit);
        visit = dossier.visit;
    }
    QCOMPARE(codes.size(), 3);
    QVERIFY(desk.visit().isBlank());
    QCOMPARE(desk.visit().count(), 1);
    QVERIFY(desk.drafts.drafts(desk.clerk.id)->empty());
    QCOMPARE(appended.count() >= 1, true);
    QCOMPARE(appended.front().front().value<std::vector<domain::Event>>().size(), size_t(6));
}

/// What one paper is refused for keeps all of them: the visit stands as it was.
void tst_Visit::nothingOrAll() {
    Desk desk;
    desk.archive.published.range.last = 1;
    desk.showCard();
    desk.copy(QStringLiteral("Học bạ"));
    desk.visit().next();
    desk.copy(QStringLiteral("Bảng điểm"), 1, 1);
    const auto outcomes = desk.counter->bench().acts().receive();
    QVERIFY(!outcomes);
    QCOMPARE(outcomes.error().code, QStringLiteral("code.range-exhausted"));
    QCOMPARE(outcomes.error().detail.value(QStringLiteral("paper")), QStringLiteral("1"));
    QVERIFY(desk.journal.events().empty());
    QCOMPARE(desk.visit().count(), 2);
}

void tst_Visit::saysWhichPaperIsOpen() {
    Desk desk;
    desk.showCard();
    desk.copy(QStringLiteral("Học bạ"));
    desk.visit().next();
    desk.form().setFact(QStringLiteral("document"), QStringLiteral("Bảng điểm"));
    QCOMPARE(desk.visit().firstOpen(), 1);
    desk.visit().go(0);
    QCOMPARE(desk.visit().firstOpen(), 1);
}

void tst_Visit::killedBetweenPapers() {
    Desk desk;
    desk.visit().begin(QStringLiteral("deal"));
    (void)desk.visit().take(an());
    (void)desk.visit().take(binh());
    desk.form().setFact(QStringLiteral("deal"), QStringLiteral("Hợp đồng tặng cho"));
    desk.visit().begin(QStringLiteral("certified-copy"));
    desk.copy(QStringLiteral("Học bạ"));
    desk.visit().next();
    QVERIFY(desk.counter->bench().draft().saveNow());
    const QJsonObject before = base::toJson(desk.visit().visit());
    desk.restart();
    QVERIFY(desk.visit().isBlank());
    desk.seatClerk();
    QCOMPARE(base::toJson(desk.visit().visit()), before);
    QCOMPARE(desk.visit().current(), 2);
    QCOMPARE(desk.visit().offered().size(), size_t(2));
    desk.seatSupervisor();
    QVERIFY(desk.visit().isBlank());
    desk.seatClerk();
    QCOMPARE(desk.visit().count(), 3);
}

/// A party's name that was being typed when the program ended.
void tst_Visit::wordsOfAPartyAreKept() {
    Desk desk;
    desk.visit().begin(QStringLiteral("deal"));
    (void)desk.visit().take(an());
    Party typed;
    typed.role = QStringLiteral("receiver");
    desk.visit().setParties({desk.form().content().parties.front(), typed});
    desk.form().jot(counter::partyJotting(1, QStringLiteral("name")), QStringLiteral("Lê Thị Cúc"));
    desk.form().jot(counter::partyJotting(7, QStringLiteral("name")), QStringLiteral("Nobody"));
    QVERIFY(desk.counter->bench().draft().saveNow());
    desk.restart();
    desk.seatClerk();
    QCOMPARE(desk.form().content().parties.size(), size_t(2));
    QCOMPARE(desk.form().content().parties.back().name, QStringLiteral("Lê Thị Cúc"));
    QVERIFY(desk.form().content().jottings.isEmpty());
}

void tst_Visit::leftForAnotherVisit() {
    Desk desk;
    desk.showCard();
    desk.copy(QStringLiteral("Học bạ"));
    QVERIFY(desk.counter->bench().draft().turnTo(domain::DraftId()));
    QVERIFY(desk.visit().isBlank());
    QCOMPARE(desk.counter->bench().draft().others().size(), size_t(1));
    desk.copy(QStringLiteral("Bảng điểm"));
    QVERIFY(desk.counter->bench().draft().turnTo(desk.counter->bench().draft().others().front().id));
    QCOMPARE(desk.form().content().facts.value(QStringLiteral("document")).toString(), QStringLiteral("Học bạ"));
    desk.restart();
    desk.seatClerk();
    QCOMPARE(desk.form().content().facts.value(QStringLiteral("document")).toString(), QStringLiteral("Học bạ"));
    QCOMPARE(desk.counter->bench().draft().others().size(), size_t(1));
}

/// It is not put aside, not kept for the next day, and ended by taking its only paper out.
void tst_Visit::onlyACardIsNoWork() {
    Desk desk;
    desk.showCard();
    QVERIFY(!desk.visit().isBlank());
    QVERIFY(desk.counter->bench().draft().turnTo(domain::DraftId()));
    QVERIFY(desk.drafts.drafts(desk.clerk.id)->empty());
    desk.visit().begin(QStringLiteral("deal"));
    (void)desk.visit().take(an());
    QVERIFY(desk.counter->bench().draft().saveNow());
    desk.restart();
    desk.seatClerk();
    QCOMPARE(desk.form().content().parties.size(), size_t(1));
    desk.clock.set(QDate(2027, 1, 5), QTime(8, 0));
    desk.restart();
    desk.seatClerk();
    QVERIFY(desk.visit().isBlank());
    QVERIFY(desk.drafts.drafts(desk.clerk.id)->empty());
    desk.showCard();
    desk.visit().remove();
    QVERIFY(desk.visit().isBlank());
}

void tst_Visit::refusedPaperLeavesTheVisit() {
    Desk desk;
    desk.showCard();
    desk.copy(QStringLiteral("Học bạ"));
    desk.visit().next();
    desk.copy(QStringLiteral("Bảng điểm"));
    const domain::VisitId visit = desk.visit().visit().id;
    const domain::JobBan ban = desk.form().job()->bans.front();
    QSignalSpy refused(&desk.counter->bench().acts(), &counter::VisitActs::refused);
    const auto held = desk.counter->bench().acts().holdRefusal(ban.words, ban.article);
    QVERIFY2(held, held ? "" : qPrintable(held.error().toLogLine()));
    QCOMPARE(refused.count(), 1);
    const auto outcome = refused.front().front().value<counter::IntakeOutcome>();
    QVERIFY(!outcome.code.isEmpty());
    const domain::Dossier dossier = desk.dossier(outcome.dossier);
    QCOMPARE(static_cast<int>(dossier.state), static_cast<int>(domain::State::Refused));
    QCOMPARE(dossier.endReason, ban.words);
    QVERIFY(dossier.visit == visit);
    QCOMPARE(desk.visit().count(), 1);
    QCOMPARE(desk.form().content().facts.value(QStringLiteral("document")).toString(), QStringLiteral("Học bạ"));
    QVERIFY(!desk.visit().canPutBack());
}

void tst_Visit::refusalTakenBack() {
    Desk desk;
    desk.undo = std::chrono::seconds(10);
    desk.restart();
    desk.seatClerk();
    desk.showCard();
    desk.copy(QStringLiteral("Học bạ"));
    desk.visit().next();
    desk.copy(QStringLiteral("Bảng điểm"));
    QVERIFY(desk.counter->bench().acts().holdRefusal(QStringLiteral("Bản chính bị tẩy xóa"), {}));
    QCOMPARE(desk.visit().count(), 1);
    QSignalSpy back(&desk.counter->bench().acts(), &counter::VisitActs::takenBack);
    desk.counter->held().takeBack();
    QCOMPARE(back.count(), 1);
    QCOMPARE(back.front().front().toBool(), true);
    QCOMPARE(desk.visit().count(), 2);
    QCOMPARE(desk.form().content().facts.value(QStringLiteral("document")).toString(), QStringLiteral("Bảng điểm"));
    QVERIFY(desk.journal.events().empty());
}

void tst_Visit::refusalTakenBackIntoAnotherVisit() {
    Desk desk;
    desk.undo = std::chrono::seconds(10);
    desk.restart();
    desk.seatClerk();
    desk.showCard();
    desk.copy(QStringLiteral("Học bạ"));
    QVERIFY(desk.counter->bench().acts().holdRefusal(QStringLiteral("Bản chính bị tẩy xóa"), {}));
    QVERIFY(desk.counter->bench().draft().turnTo(domain::DraftId()));
    desk.copy(QStringLiteral("Bảng điểm"));
    desk.counter->held().takeBack();
    QCOMPARE(desk.form().content().facts.value(QStringLiteral("document")).toString(), QStringLiteral("Bảng điểm"));
    QVERIFY(!desk.counter->bench().draft().others().empty());
}

void tst_Visit::pagesAreOfThePaperInHand() {
    Desk desk;
    desk.showCard();
    desk.copy(QStringLiteral("Học bạ"));
    QVERIFY(desk.counter->bench().draft().take(CounterBench::page("page one")));
    const QString purpose = desk.counter->bench().draft().purpose();
    desk.visit().next();
    QVERIFY(desk.counter->bench().draft().purpose() != purpose);
    QCOMPARE(domain::countOf(desk.form().content().papers.front().pages), 0);
    desk.visit().go(0);
    QCOMPARE(domain::countOf(desk.form().content().papers.front().pages), 1);
    QVERIFY(desk.counter->bench().draft().pageContent(0, 0));
}

void tst_Visit::othersAreNamed() {
    Desk desk;
    desk.showCard();
    desk.copy(QStringLiteral("Học bạ"));
    desk.visit().begin(QStringLiteral("signature"));
    QVERIFY(desk.counter->bench().draft().turnTo(domain::DraftId()));
    const auto others = desk.counter->bench().draft().others();
    QCOMPARE(others.size(), size_t(1));
    QCOMPARE(others.front().who, QStringLiteral("Nguyễn Văn An"));
    QCOMPARE(others.front().papers.size(), size_t(2));
    QCOMPARE(others.front().papers.front(), QStringLiteral("Học bạ"));
    QCOMPARE(others.front().papers.back(), domain::wordsIn(desk.visit().kinds()[1]->name, QStringLiteral("vi")));
    QVERIFY(!others.front().isAsked);
    QCOMPARE(desk.counter->bench().draft().turnTo(domain::DraftId(QUuid::createUuid())).error().code, QStringLiteral("draft.gone"));
}

/// Form 02 for one paper: the visit goes on without it, and it is the same dossier when the citizen is back.
void tst_Visit::askedPaperComesBack() {
    Desk desk;
    desk.showCard();
    desk.copy(QStringLiteral("Học bạ"));
    desk.visit().next();
    desk.copy(QStringLiteral("Bảng điểm"));
    const domain::VisitId visit = desk.visit().visit().id;
    QSignalSpy asked(&desk.counter->bench().acts(), &counter::VisitActs::asked);
    const auto held = desk.counter->bench().acts().holdAsking({QStringLiteral("Bản chính: mờ")}, QStringLiteral("Không đọc được"), {});
    QVERIFY2(held, held ? "" : qPrintable(held.error().toLogLine()));
    QCOMPARE(asked.count(), 1);
    const auto outcome = asked.front().front().value<counter::IntakeOutcome>();
    QVERIFY(!outcome.code.isEmpty());
    QCOMPARE(static_cast<int>(desk.dossier(outcome.dossier).state), static_cast<int>(domain::State::Registered));
    QVERIFY(desk.dossier(outcome.dossier).visit == visit);
    QCOMPARE(desk.visit().count(), 1);
    QCOMPARE(desk.form().content().facts.value(QStringLiteral("document")).toString(), QStringLiteral("Học bạ"));
    QVERIFY(desk.counter->bench().acts().receive());
    desk.restart();
    desk.seatSupervisor();
    QVERIFY(!desk.counter->bench().draft().turnToAsked(domain::DossierId(QUuid::createUuid())));
    const auto turned = desk.counter->bench().draft().turnToAsked(outcome.dossier);
    QVERIFY(turned && *turned);
    QCOMPARE(desk.form().content().facts.value(QStringLiteral("document")).toString(), QStringLiteral("Bảng điểm"));
    const auto outcomes = desk.counter->bench().acts().receive();
    QVERIFY2(outcomes, outcomes ? "" : qPrintable(outcomes.error().toLogLine()));
    QCOMPARE(outcomes->size(), size_t(1));
    QVERIFY(outcomes->front().dossier == outcome.dossier);
    QCOMPARE(static_cast<int>(desk.dossier(outcome.dossier).state), static_cast<int>(domain::State::Processing));
    QVERIFY(desk.dossier(outcome.dossier).visit == visit);
    QVERIFY(desk.drafts.everybodys()->empty());
}

void tst_Visit::askingTakenBack() {
    Desk desk;
    desk.undo = std::chrono::seconds(10);
    desk.restart();
    desk.seatClerk();
    desk.showCard();
    desk.copy(QStringLiteral("Học bạ"));
    QVERIFY(desk.counter->bench().acts().holdAsking({QStringLiteral("Bản chính")}, QStringLiteral("Chưa có"), {}));
    QVERIFY(desk.journal.events().empty());
    QVERIFY(!desk.form().content().facts.contains(QStringLiteral("document")));
    desk.counter->held().takeBack();
    QCOMPARE(desk.form().content().facts.value(QStringLiteral("document")).toString(), QStringLiteral("Học bạ"));
    QVERIFY(desk.form().content().dossier.isNull());
    QVERIFY(desk.counter->bench().draft().others().empty());
    QVERIFY(desk.journal.events().empty());
}

QTEST_GUILESS_MAIN(tst_Visit)
#include "tst_Visit.moc"
