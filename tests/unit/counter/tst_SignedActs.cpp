#include "app/domain/SignedActs.h"
#include "tests/support/counter/CounterBench.h"

#include <QTest>

using namespace motcua;
using test::CounterBench;

/// What somebody may do at a desk where nobody has bound their key yet.
class tst_SignedActs : public QObject {
    Q_OBJECT

private slots:
    void init();

    void receivesAndDecidesNothing();
    void takesNoMoney();
    void doesAllOnceBound();
    void doesAllWhereNothingIsAsked();

private:
    std::unique_ptr<CounterBench> m_bench;
};

void tst_SignedActs::init() {
    m_bench = std::make_unique<CounterBench>();
    m_bench->archive.published.settings.signedActs = true;
}

void tst_SignedActs::receivesAndDecidesNothing() {
    m_bench->journal.unsignedUsers = {m_bench->clerk.id, m_bench->supervisor.id};
    m_bench->seatClerk();
    QVERIFY(!m_bench->counter->runner().isSigned());
    const auto id = m_bench->receiveCopy();
    m_bench->seatSupervisor();
    const auto approved = m_bench->counter->approval().approve(id);
    QVERIFY(!approved);
    QCOMPARE(approved.error().code, QStringLiteral("access.not-activated"));
    QVERIFY(!m_bench->kinds(id).contains(QStringLiteral("dossier-approved")));
}

void tst_SignedActs::takesNoMoney() {
    const auto id = m_bench->approvedCopy();
    m_bench->journal.unsignedUsers = {m_bench->clerk.id};
    const auto paid = m_bench->counter->runner().run(id, domain::CollectFee{});
    QVERIFY(!paid);
    QCOMPARE(paid.error().code, QStringLiteral("access.not-activated"));
    const auto noted = m_bench->counter->runner().run(id, domain::AddNote{QStringLiteral("Đã gọi điện")});
    QVERIFY(noted);
}

void tst_SignedActs::doesAllOnceBound() {
    m_bench->journal.unsignedUsers = {m_bench->supervisor.id};
    m_bench->seatClerk();
    const auto id = m_bench->receiveCopy();
    m_bench->journal.unsignedUsers.clear();
    m_bench->seatSupervisor();
    QVERIFY(m_bench->counter->runner().isSigned());
    QVERIFY(m_bench->counter->approval().approve(id));
}

void tst_SignedActs::doesAllWhereNothingIsAsked() {
    m_bench->archive.published.settings.signedActs = false;
    m_bench->journal.unsignedUsers = {m_bench->clerk.id, m_bench->supervisor.id};
    m_bench->approvedCopy();
}

QTEST_GUILESS_MAIN(tst_SignedActs)
#include "tst_SignedActs.moc"
