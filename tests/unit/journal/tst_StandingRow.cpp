#include "app/journal/keys/DataKey.h"
#include "app/journal/keys/KeyRing.h"
#include "app/journal/log/Schema.h"
#include "app/journal/standing/Standing.h"
#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"

#include <QDataStream>
#include <QIODevice>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using journal::Standing;

namespace {

constexpr char setBackWhileOpen[] = "journal.set-back-while-open";

}

/// The one sealed row, as two programs on one file see it: each remembers what it opened last, and believes it of that row alone.
class tst_StandingRow : public QObject {
    Q_OBJECT

private slots:
    void init();

    void whatAnotherWroteIsSeen();
    void whatWasRolledBackIsForgotten();
    void aRowSetBackSaysWhatItSaid();
    void aRowOfAnEarlierEpochIsNone();
    void anEmptyRowIsNone();
    void whatStaysIsNotSealedAnew();
    void aRowSetBackWhileOpenIsDoubted_data();
    void aRowSetBackWhileOpenIsDoubted();
    void whatIsRolledBackIsNoDoubt();
    void whatOtherProgramsWriteIsNoDoubt();
    void aRowOfBeforeCountsAsTheFirst();

private:
    struct Program {
        explicit Program(const QString& path, const std::shared_ptr<journal::KeyRing>& ring)
            : connection(*sqlite::Connection::open(path, {sqlite::Access::Create})), standing(*connection, station(), journal::Sealer(ring)) {}
        std::unique_ptr<sqlite::Connection> connection;
        Standing standing;
        QByteArray part(const char* name) const { return standing.part(name)->value_or(QByteArray("none")); }
        QByteArray row() const {
            auto statement = connection->prepare("SELECT sealed FROM standing");
            return statement.next().value_or(false) ? statement.bytes(0) : QByteArray();
        }
        void setRow(const QByteArray& sealed) const { QVERIFY(connection->prepare("UPDATE standing SET sealed = ?1").bind(sealed).run()); }
        QStringList doubts() const {
            QStringList codes;
            const auto all = standing.doubts();
            for (const Standing::Doubt& doubt : *all)
                codes << doubt.why.code;
            return codes;
        }
    };
    QString path() const { return m_directory->filePath(QStringLiteral("journal.sqlite")); }
    /// Another program, which remembers nothing of what these two saw.
    std::unique_ptr<Program> stranger() const {
        return std::make_unique<Program>(path(), std::make_shared<journal::KeyRing>(m_ring->newestKey(), 0));
    }
    static QUuid station() { return QUuid(QStringLiteral("{0191d9a2-7c1e-7a31-8a51-0c3cf1d2a001}")); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::shared_ptr<journal::KeyRing> m_ring;
    std::unique_ptr<Program> m_one;
    std::unique_ptr<Program> m_other;
};

void tst_StandingRow::init() {
    m_one.reset();
    m_other.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    m_ring = std::make_shared<journal::KeyRing>(*journal::DataKey::make(), 0);
    m_one = std::make_unique<Program>(path(), m_ring);
    QVERIFY(journal::schema::create(*m_one->connection, domain::StationId(station())));
    m_other = std::make_unique<Program>(path(), m_ring);
    QVERIFY(m_one->standing.put("a", "1"));
}

void tst_StandingRow::whatAnotherWroteIsSeen() {
    QCOMPARE(m_other->part("a"), QByteArray("1"));
    QVERIFY(m_other->standing.put("b", "2"));
    QCOMPARE(m_one->part("b"), QByteArray("2"));
    QVERIFY(m_other->standing.put("b", "3"));
    // The other's part stays where this one changes its own.
    QVERIFY(m_one->standing.put("a", "4"));
    QCOMPARE(m_other->part("a"), QByteArray("4"));
    QCOMPARE(m_other->part("b"), QByteArray("3"));
}

void tst_StandingRow::whatWasRolledBackIsForgotten() {
    {
        auto transaction = sqlite::Transaction::begin(*m_one->connection);
        QVERIFY(transaction);
        QVERIFY(m_one->standing.put("a", "2"));
        QCOMPARE(m_one->part("a"), QByteArray("2"));
    }
    QCOMPARE(m_one->part("a"), QByteArray("1"));
    QVERIFY(m_other->standing.put("b", "3"));
    QVERIFY(m_one->standing.put("c", "4"));
    QCOMPARE(m_other->part("a"), QByteArray("1"));
    QCOMPARE(m_other->part("b"), QByteArray("3"));
    QCOMPARE(m_other->part("c"), QByteArray("4"));
    // The inner part of a transaction alone.
    auto outer = sqlite::Transaction::begin(*m_one->connection);
    QVERIFY(outer);
    QVERIFY(m_one->standing.put("a", "5"));
    {
        auto inner = sqlite::Transaction::begin(*m_one->connection);
        QVERIFY(inner);
        QVERIFY(m_one->standing.put("a", "6"));
    }
    QCOMPARE(m_one->part("a"), QByteArray("5"));
    QVERIFY(outer->commit());
    QCOMPARE(m_other->part("a"), QByteArray("5"));
}

/// What does not fit a row that was set back is for whoever compares it: see tst_PlantedSlots.
void tst_StandingRow::aRowSetBackSaysWhatItSaid() {
    const QByteArray before = m_one->row();
    QVERIFY(m_one->standing.put("a", "2"));
    QVERIFY(before != m_one->row());
    m_other->setRow(before);
    QCOMPARE(m_one->part("a"), QByteArray("1"));
    QByteArray bent = before;
    bent[20] = static_cast<char>(bent[20] ^ 1);
    m_other->setRow(bent);
    QCOMPARE(m_one->part("a"), QByteArray("none"));
    QVERIFY(!m_one->standing.put("a", "3"));
    QCOMPARE(m_one->row(), bent);
}

void tst_StandingRow::aRowOfAnEarlierEpochIsNone() {
    QCOMPARE(m_one->part("a"), QByteArray("1"));
    m_ring->add(1, *journal::DataKey::make());
    QCOMPARE(m_one->part("a"), QByteArray("none"));
    QVERIFY(!m_one->standing.put("a", "2"));
    QVERIFY(m_one->standing.begin({{"a", "3"}}));
    QCOMPARE(m_other->part("a"), QByteArray("3"));
}

void tst_StandingRow::anEmptyRowIsNone() {
    m_other->setRow(QByteArray(""));
    QVERIFY(!*m_one->standing.parts());
    Program third(m_directory->filePath(QStringLiteral("journal.sqlite")), m_ring);
    QVERIFY(!*third.standing.parts());
    QVERIFY(!third.standing.put("a", "2"));
}

void tst_StandingRow::whatStaysIsNotSealedAnew() {
    const QByteArray before = m_one->row();
    QVERIFY(m_one->standing.put("a", "1"));
    QVERIFY(m_other->standing.put("a", "1"));
    QVERIFY(m_one->standing.confirmed());
    QCOMPARE(m_one->row(), before);
}

void tst_StandingRow::aRowSetBackWhileOpenIsDoubted_data() {
    QTest::addColumn<bool>("isOther"); ///< the other connection writes next, which did not see what is lost
    QTest::addColumn<bool>("isGone");
    QTest::newRow("seen by who wrote") << false << false;
    QTest::newRow("seen by the other connection") << true << false;
    QTest::newRow("taken away") << false << true;
    QTest::newRow("taken away, seen by the other connection") << true << true;
}

void tst_StandingRow::aRowSetBackWhileOpenIsDoubted() {
    QFETCH(bool, isOther);
    QFETCH(bool, isGone);
    const QByteArray before = m_one->row();
    QVERIFY(m_one->standing.put("a", "2"));
    const auto setBack = [&] {
        const auto thief = stranger();
        if (isGone)
            QVERIFY(thief->connection->execute("DELETE FROM standing"));
        else
            thief->setRow(before);
    };
    const QStringList told{QString::fromLatin1(setBackWhileOpen)};
    setBack();
    QVERIFY((isOther ? m_other : m_one)->standing.put("b", "3"));
    QCOMPARE(m_one->doubts(), told);
    QCOMPARE(m_other->doubts(), told);
    QCOMPARE(stranger()->doubts(), told);
    QCOMPARE(m_one->part("b"), QByteArray("3"));
    QVERIFY(!m_one->standing.mayRecord());
    // Seen to, and set back to any row of before.
    const QByteArray doubted = m_one->row();
    QVERIFY(m_one->standing.settle(told.first()));
    QCOMPARE(m_one->doubts(), QStringList());
    QVERIFY(m_other->standing.put("c", "4"));
    stranger()->setRow(doubted);
    QVERIFY(m_one->standing.put("c", "5"));
    QCOMPARE(m_other->doubts(), told);
    // The province has answered: it is told until somebody has seen to it.
    QVERIFY(m_other->standing.confirmed());
    QVERIFY(m_one->standing.mayRecord());
    QCOMPARE(m_one->doubts(), told);
}

/// The commit, the outer transaction, an inner part of it.
void tst_StandingRow::whatIsRolledBackIsNoDoubt() {
    for (int again = 0; again < 3; ++again) {
        auto outer = sqlite::Transaction::begin(*m_one->connection);
        QVERIFY(m_one->standing.put("a", "rolled back"));
        QVERIFY(m_one->standing.put("b", "rolled back"));
    }
    {
        auto outer = sqlite::Transaction::begin(*m_one->connection);
        {
            auto inner = sqlite::Transaction::begin(*m_one->connection);
            for (int value = 1; value <= 3; ++value)
                QVERIFY(m_one->standing.put("b", QByteArray::number(value)));
        }
        QVERIFY(outer->commit());
    }
    {
        QVERIFY(
            m_one->connection->execute("CREATE TABLE whole(n REFERENCES none(n) DEFERRABLE INITIALLY DEFERRED); CREATE TABLE none(n PRIMARY KEY)"));
        auto outer = sqlite::Transaction::begin(*m_one->connection);
        QVERIFY(m_one->standing.put("b", "4"));
        QVERIFY(m_one->standing.put("b", "5"));
        QVERIFY(m_one->connection->execute("INSERT INTO whole VALUES(1)"));
        QVERIFY(!outer->commit());
    }
    QVERIFY(m_other->standing.put("c", "6"));
    QVERIFY(m_one->standing.put("d", "7"));
    QCOMPARE(m_one->doubts(), QStringList());
    QCOMPARE(m_other->doubts(), QStringList());
    QCOMPARE(m_other->part("b"), QByteArray("none"));
}

void tst_StandingRow::whatOtherProgramsWriteIsNoDoubt() {
    const auto tool = stranger();
    for (int again = 0; again < 3; ++again) {
        QVERIFY(m_one->standing.put("a", QByteArray::number(again)));
        QVERIFY(tool->standing.put("b", QByteArray::number(again)));
        QVERIFY(m_other->standing.put("a", "x"));
        QVERIFY(tool->standing.put("a", "y"));
    }
    // One that was moved goes on.
    Standing first(*m_one->connection, station(), journal::Sealer(m_ring));
    QVERIFY(first.put("a", "4"));
    Standing moved(std::move(first));
    QVERIFY(moved.put("a", "5"));
    QVERIFY(m_one->standing.put("b", "1"));
    const QByteArray before = tool->row();
    QVERIFY(tool->standing.put("b", "2"));
    QCOMPARE(m_other->doubts(), QStringList());
    // What was seen of it counts as well.
    QCOMPARE(m_one->part("b"), QByteArray("2"));
    stranger()->setRow(before);
    QVERIFY(m_other->standing.put("c", "3"));
    QCOMPARE(m_one->doubts(), QStringList{QString::fromLatin1(setBackWhileOpen)});
}

void tst_StandingRow::aRowOfBeforeCountsAsTheFirst() {
    QByteArray plain;
    QDataStream stream(&plain, QIODevice::WriteOnly);
    stream << QByteArray("a") << QByteArray("of before");
    const auto sealed = journal::Sealer(m_ring).seal(plain, {station(), 0, "standing:desk"});
    const auto desk = stranger();
    desk->setRow(*sealed);
    QCOMPARE(desk->part("a"), QByteArray("of before"));
    QVERIFY(desk->standing.put("b", "1"));
    QCOMPARE(desk->doubts(), QStringList());
    stranger()->setRow(*sealed);
    QVERIFY(desk->standing.put("b", "1"));
    QCOMPARE(desk->doubts(), QStringList{QString::fromLatin1(setBackWhileOpen)});
}

QTEST_GUILESS_MAIN(tst_StandingRow)
#include "tst_StandingRow.moc"
