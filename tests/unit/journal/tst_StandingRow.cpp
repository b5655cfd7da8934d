#include "app/journal/keys/DataKey.h"
#include "app/journal/keys/KeyRing.h"
#include "app/journal/log/Schema.h"
#include "app/journal/standing/Standing.h"
#include "app/sqlite/Connection.h"
#include "app/sqlite/Transaction.h"

#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using journal::Standing;

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
    };
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
    const QString path = m_directory->filePath(QStringLiteral("journal.sqlite"));
    m_one = std::make_unique<Program>(path, m_ring);
    QVERIFY(journal::schema::create(*m_one->connection, domain::StationId(station())));
    m_other = std::make_unique<Program>(path, m_ring);
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

QTEST_GUILESS_MAIN(tst_StandingRow)
#include "tst_StandingRow.moc"
