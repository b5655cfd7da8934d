#include "app/journal/keys/Doors.h"
#include "app/journal/log/Verify.h"
#include "app/sqlite/Connection.h"
#include "sync/protocol/OpenSsl.h"
#include "tests/support/sqlite/StationBench.h"

#include <QProcess>
#include <QTest>

#include <openssl/pem.h>

using namespace motcua;
using test::StationBench;

/// When somebody leaves, what is written from then on is sealed under a key that their slot does not lead to; everybody else goes on.
class tst_Epochs : public QObject {
    Q_OBJECT

private slots:
    void init();

    void everybodyElseGoesOn();
    void whoLeftIsToldSoWithoutLosingATry();
    void whoMissedEpochsCatchesUp();
    void whoLeftOpensNothingNew();
    void aPlantedKeyIsNotTaken();
    void theProvinceStillRecovers();
    void aDoorTakenAwayIsPutBack();
    void nothingBeginsWhereTheLastSlotStays();

private:
    base::Outcome unlockAs(const QString& login);
    bool takeIn();
    /// Everything that was taken in can be read.
    bool readsAll();
    QList<QByteArray> rows(const QByteArray& query);
    /// How the last record is sealed; 0: in the first epoch.
    int epochOfLast();
    void sql(const QByteArray& statements);

    std::unique_ptr<StationBench> m_bench;
    std::vector<domain::DossierId> m_dossiers; ///< that were taken in
};

namespace {

const QString minh = QStringLiteral("minh.tv");
const QString duc = QStringLiteral("duc.pv");

QString passwordOf(const QString& login) {
    return login == QLatin1String(StationBench::login) ? QString::fromUtf8(StationBench::password) : QStringLiteral("mật khẩu của ") + login;
}

}

void tst_Epochs::init() {
    m_dossiers.clear();
    m_bench = std::make_unique<StationBench>();
    QVERIFY(m_bench->create());
    QVERIFY(m_bench->unlock());
    for (const QString& login : {minh, duc})
        QVERIFY(m_bench->unlocked().addUser(login, passwordOf(login)));
    QVERIFY(takeIn());
    QCOMPARE(epochOfLast(), 0);
}

base::Outcome tst_Epochs::unlockAs(const QString& login) {
    if (const auto opened = m_bench->open(); !opened)
        return opened;
    auto unlocked = m_bench->data().unlock(login, passwordOf(login));
    if (!unlocked)
        return base::fail(unlocked.error());
    m_bench->take(std::move(*unlocked));
    return base::done();
}

bool tst_Epochs::takeIn() {
    const int number = static_cast<int>(m_dossiers.size()) + 1;
    const test::CopyJob job = m_bench->job(number);
    m_dossiers.push_back(job.dossier);
    return m_bench->append({job.events().front()}) && m_bench->unlocked().blobs().put("page " + QByteArray::number(number)) &&
           m_bench->unlocked().drafts().save({domain::DraftId::make(number), m_bench->clerk, m_bench->clock.now(), "a draft"});
}

bool tst_Epochs::readsAll() {
    for (const domain::DossierId dossier : m_dossiers) {
        const auto history = m_bench->unlocked().journal().history(dossier);
        if (!history || history->size() != 1)
            return false;
    }
    const auto drafts = m_bench->unlocked().drafts().drafts(m_bench->clerk);
    return drafts && drafts->size() == m_dossiers.size() && m_bench->unlocked().exchange().doubts().empty();
}

QList<QByteArray> tst_Epochs::rows(const QByteArray& query) {
    QList<QByteArray> values;
    auto connection = sqlite::Connection::open(m_bench->databaseFile());
    auto statement = (*connection)->prepare(query);
    (void)statement.each([&] { values << statement.bytes(0); });
    return values;
}

int tst_Epochs::epochOfLast() {
    const QByteArray sealed = rows("SELECT sealed FROM record ORDER BY seq DESC LIMIT 1").value(0);
    // One in 65,536 of the first epoch looks as if it were of a later one.
    return sealed.startsWith('E') && sealed[1] == 0 ? sealed[2] : 0;
}

void tst_Epochs::sql(const QByteArray& statements) {
    m_bench->close();
    auto connection = sqlite::Connection::open(m_bench->databaseFile());
    QVERIFY2((*connection)->execute(statements.constData()), statements.constData());
}

void tst_Epochs::everybodyElseGoesOn() {
    QVERIFY(m_bench->unlocked().removeUser(duc));
    QVERIFY(takeIn());
    QCOMPARE(epochOfLast(), 1);
    QVERIFY(readsAll());
    for (const QString& login : {QString::fromLatin1(StationBench::login), minh, minh}) {
        const auto unlocked = unlockAs(login);
        QVERIFY2(unlocked, unlocked ? "" : qPrintable(unlocked.error().toLogLine()));
        QVERIFY(readsAll());
        QVERIFY(takeIn());
        QCOMPARE(epochOfLast(), 1);
    }
    QCOMPARE(rows("SELECT sealed FROM door WHERE length(sealed) > 0").size(), 0);
    QVERIFY(!unlockAs(duc));
    m_bench->close();
    const auto verified = journal::verify(m_bench->directory());
    QVERIFY(verified);
    QVERIFY2(verified->faults.empty(), verified->faults.empty() ? "" : qPrintable(verified->faults.front().place));
}

/// By the password that was theirs, and to nobody else.
void tst_Epochs::whoLeftIsToldSoWithoutLosingATry() {
    QVERIFY(m_bench->unlocked().removeUser(duc));
    QVERIFY(m_bench->open());
    const auto answer = [&](const base::Secret& password) {
        const auto unlocked = m_bench->data().unlock(duc, password);
        return unlocked ? base::Error() : unlocked.error();
    };
    for (int i = 0; i < 12; ++i)
        QCOMPARE(answer(passwordOf(duc)).code, QStringLiteral("unlock.former-user"));
    const base::Error wrong = answer(base::Secret("sóng vỗ ghềnh đá cũ"));
    QCOMPARE(wrong.code, QStringLiteral("unlock.wrong-password"));
    QCOMPARE(wrong.detail.value(QStringLiteral("triesLeft")), QStringLiteral("9"));
    // Whoever never was here is answered the same way.
    QCOMPARE(m_bench->data().unlock(QStringLiteral("khong.co"), passwordOf(duc)).error().detail, wrong.detail);
    m_bench->clock.pass(2);
    QVERIFY(unlockAs(QString::fromLatin1(StationBench::login)));
    // Here again, the tries of before count no more.
    QVERIFY(m_bench->unlocked().addUser(duc, base::Secret("trâu cày ruộng sâu sớm")));
    QVERIFY(m_bench->open());
    QCOMPARE(answer(passwordOf(duc)).detail.value(QStringLiteral("triesLeft")), QStringLiteral("9"));
    m_bench->clock.pass(2);
    QVERIFY(answer(base::Secret("trâu cày ruộng sâu sớm")).code.isEmpty());
}

void tst_Epochs::whoMissedEpochsCatchesUp() {
    for (const char* login : {"hung.tv", "hoa.lt"})
        QVERIFY(m_bench->unlocked().addUser(QString::fromLatin1(login), passwordOf(QString::fromLatin1(login))));
    for (const QString& login : {duc, QStringLiteral("hung.tv"), QStringLiteral("hoa.lt")}) {
        QVERIFY(m_bench->unlocked().removeUser(login));
        QVERIFY(takeIn());
    }
    QCOMPARE(epochOfLast(), 3);
    QVERIFY(m_bench->unlocked().setPassword(StationBench::login, passwordOf(QString::fromLatin1(StationBench::login))));
    QVERIFY(unlockAs(minh));
    QVERIFY(readsAll());
    QVERIFY(unlockAs(QString::fromLatin1(StationBench::login)));
    QVERIFY(readsAll());
}

void tst_Epochs::whoLeftOpensNothingNew() {
    m_bench->close();
    const QString old = m_bench->directory() + QStringLiteral(".old");
    QCOMPARE(QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-a"), m_bench->directory(), old}), 0);
    QVERIFY(unlockAs(QString::fromLatin1(StationBench::login)));
    QVERIFY(m_bench->unlocked().removeUser(duc));
    QVERIFY(takeIn());
    // The old slot put back beside the new rows.
    const QByteArray attach = "ATTACH '" + old.toUtf8() + "/journal.sqlite' AS old;";
    sql(attach + "INSERT INTO slot SELECT * FROM old.slot WHERE id NOT IN (SELECT id FROM slot);"
                 "INSERT INTO door SELECT * FROM old.door WHERE slot NOT IN (SELECT slot FROM door)");
    const auto unlocked = unlockAs(duc);
    QVERIFY(!unlocked);
    QCOMPARE(unlocked.error().code, QStringLiteral("journal.damaged"));
    m_bench->close();
    // The new rows put beside the old slot.
    {
        auto connection = sqlite::Connection::open(old + QStringLiteral("/journal.sqlite"));
        const QByteArray put = "ATTACH '" + m_bench->databaseFile().toUtf8() +
                               "' AS new;"
                               "INSERT INTO record SELECT * FROM new.record WHERE seq > (SELECT max(seq) FROM record)";
        QVERIFY((*connection)->execute(put.constData()));
    }
    const auto data = journal::StationData::open(old, m_bench->options());
    QVERIFY(data);
    const auto opened = (*data)->unlock(duc, passwordOf(duc), journal::UnlockMode::Rescue);
    QVERIFY(opened);
    QCOMPARE((*opened)->journal().history(m_dossiers[0])->size(), 1U);
    QCOMPARE((*opened)->journal().history(m_dossiers[1])->size(), 0U);
}

void tst_Epochs::aPlantedKeyIsNotTaken() {
    m_bench->close();
    {
        auto connection = sqlite::Connection::open(m_bench->databaseFile());
        QVERIFY(connection);
        journal::Doors doors(**connection, {m_bench->station, {}});
        const auto all = doors.all();
        QVERIFY(all);
        const auto planted = journal::DataKey::make();
        for (const journal::Doors::Door& door : *all)
            QVERIFY(doors.write(*journal::Doors::with(door, **planted)));
    }
    const auto unlocked = unlockAs(QString::fromLatin1(StationBench::login));
    QVERIFY(!unlocked);
    QCOMPARE(unlocked.error().code, QStringLiteral("journal.damaged"));
}

void tst_Epochs::theProvinceStillRecovers() {
    const protocol::KeyPointer key(EVP_RSA_gen(2048));
    const auto pem = [&](bool isPrivate) {
        const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), &BIO_free);
        isPrivate ? PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr)
                  : PEM_write_bio_PUBKEY(bio.get(), key.get());
        char* data = nullptr;
        const long size = BIO_get_mem_data(bio.get(), &data);
        return QByteArray(data, static_cast<qsizetype>(size));
    };
    QVERIFY(m_bench->unlocked().setRecoveryKey(pem(false)));
    QVERIFY(m_bench->unlocked().removeUser(duc));
    QVERIFY(takeIn());
    QCOMPARE(epochOfLast(), 1);
    QVERIFY(m_bench->open());
    auto recovered = m_bench->data().recover(base::Secret(pem(true)));
    QVERIFY(recovered);
    m_bench->take(std::move(*recovered));
    QVERIFY(readsAll());
    // Without the province's public half there is no new key: its way in must not be lost.
    sql("DELETE FROM secret WHERE name = 'recovery-key'");
    QVERIFY(unlockAs(minh));
    QVERIFY(m_bench->unlocked().removeUser(QString::fromLatin1(StationBench::login)));
    QVERIFY(takeIn());
    QCOMPARE(epochOfLast(), 1);
    QVERIFY(m_bench->unlocked().syncStore().keepRecoveryKey(pem(false)));
    m_bench->unlocked().beginDueEpoch();
    QVERIFY(takeIn());
    QCOMPARE(epochOfLast(), 2);
}

/// A door that somebody takes away is put back; who has none as their slot is of before is waited for: see tst_PlantedSlots.
void tst_Epochs::aDoorTakenAwayIsPutBack() {
    sql("DELETE FROM door WHERE slot = (SELECT max(slot) FROM door)");
    QVERIFY(unlockAs(QString::fromLatin1(StationBench::login)));
    QCOMPARE(rows("SELECT slot FROM door").size(), 3);
    QVERIFY(m_bench->unlocked().removeUser(duc));
    QVERIFY(takeIn());
    QCOMPARE(epochOfLast(), 1);
    QVERIFY(unlockAs(minh));
    QVERIFY(m_bench->unlocked().exchange().seen(QStringLiteral("journal.slots-changed")));
    QVERIFY(readsAll());
}

void tst_Epochs::nothingBeginsWhereTheLastSlotStays() {
    QVERIFY(m_bench->unlocked().removeUser(duc));
    QVERIFY(m_bench->unlocked().removeUser(minh));
    QVERIFY(!m_bench->unlocked().removeUser(QString::fromLatin1(StationBench::login)));
    QVERIFY(takeIn());
    QCOMPARE(epochOfLast(), 2);
}

QTEST_GUILESS_MAIN(tst_Epochs)
#include "tst_Epochs.moc"
