#include "app/base/Clock.h"
#include "app/domain/Settings.h"
#include "app/journal/StationData.h"
#include "app/journal/Unlocked.h"
#include "app/journal/keys/DataKey.h"
#include "app/journal/keys/KeySlots.h"
#include "app/journal/keys/PasswordKey.h"
#include "app/journal/log/Schema.h"
#include "app/sqlite/Connection.h"
#include "app/station/Identity.h"
#include "sync/http/StationKey.h"
#include "sync/protocol/Pem.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <openssl/core_names.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace motcua;

/// A core dump of the program held the password, the station's private key and the data key. The memory of a desk that somebody was refused at, that
/// is locked, or that was left, is read from outside: none of them is there.
class tst_Secrets : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void theSearchFinds();
    void aWrongPasswordIsGone();
    void aClosedAccountLeavesNoKey();
    void theLockKeepsNoPassword();
    void keysLieInLockedMemory();
    void whoeverLeavesTakesTheKeysAlong();

private:
    /// Where in the desk's writable memory the bytes lie; with what the kernel says of the mapping.
    struct Place {
        quint64 address = 0;
        QByteArray flags;
    };
    std::vector<Place> find(const QByteArray& bytes) const;
    QStringList found(const QList<QByteArray>& wanted) const;
    void say(const QByteArray& commands) { m_desk.write(commands); }
    void signIn(const QByteArray& login, const QByteArray& password);
    QByteArray heard();
    QList<QByteArray> everyKey() const { return QList<QByteArray>{m_dataKey, m_stationPem, m_stationNumber} + m_wrappingKeys; }

    QTemporaryDir m_directory;
    QString m_data;
    QByteArray m_dataKey;
    QList<QByteArray> m_wrappingKeys; ///< made from the password, one a slot
    QByteArray m_stationPem;          ///< a line of its base64
    QByteArray m_stationNumber;       ///< the private number, as a machine of this kind keeps it
    QProcess m_desk;
};

namespace {

const QByteArray password = QByteArrayLiteral("Khoa-that-dai-va-la-2026");
const QByteArray wrong = QByteArrayLiteral("Sai-mat-khau-1945");

QByteArray wide(const QByteArray& latin) {
    const QString text = QString::fromLatin1(latin);
    return QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * qsizetype(sizeof(char16_t)));
}

domain::Account account(quint32 number, const QString& login, bool active) {
    return {domain::UserId(QUuid(number, 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1)), login, QStringLiteral("Nguyễn Thị Lan"), QStringLiteral("Công chức"),
        {}, QStringLiteral("H49.30"), static_cast<int>(domain::Role::Clerk), active};
}

/// As the province publishes it.
protocol::FeedItem accounts() {
    QJsonArray all;
    for (const domain::Account& each : {account(1, QStringLiteral("lan.nt"), true), account(2, QStringLiteral("minh.tv"), false)})
        all.append(base::toJson(each));
    return {1, QStringLiteral("accounts"), QJsonObject{{QStringLiteral("accounts"), all}}};
}

}

void tst_Secrets::initTestCase() {
    m_data = m_directory.filePath(QStringLiteral("desk"));
    journal::StationOptions cheap;
    cheap.cost = {1, 64, 1};
    const auto data =
        journal::StationData::create(m_data, {domain::StationId::make(1), {}, QStringLiteral("lan.nt"), QString::fromLatin1(password)}, cheap);
    QVERIFY(data);
    const auto unlocked = (*data)->unlock(QStringLiteral("lan.nt"), QString::fromLatin1(password));
    QVERIFY(unlocked);
    for (const char* login : {"minh.tv", "hai.pq", "duc.pv"})
        QVERIFY((*unlocked)->addUser(QString::fromLatin1(login), QString::fromLatin1(password)));
    const auto key = http::StationKey::make();
    QVERIFY(key);
    station::Identity identity;
    identity.key = key->key;
    identity.card.station = domain::StationId::make(1).value().toString(QUuid::WithoutBraces);
    identity.card.name = QStringLiteral("Quầy 1");
    identity.card.logins = QStringList{"lan.nt", "minh.tv"};
    QVERIFY(identity.seal((*unlocked)->secrets()));
    QVERIFY(identity.card.write(m_data));
    QVERIFY((*unlocked)->syncStore().receive({accounts()}));

    const QByteArray pem = key->key.bytes().toByteArray();
    m_stationPem = pem.split('\n').value(2).left(48);
    QVERIFY(m_stationPem.size() == 48);
    const protocol::KeyPointer pair = protocol::privateKeyIn(pem);
    BIGNUM* number = nullptr;
    QVERIFY(EVP_PKEY_get_bn_param(pair.get(), OSSL_PKEY_PARAM_PRIV_KEY, &number) == 1);
    m_stationNumber.resize(BN_num_bytes(number));
    BN_bn2lebinpad(number, reinterpret_cast<unsigned char*>(m_stationNumber.data()), static_cast<int>(m_stationNumber.size()));
    BN_free(number);

    const auto connection = sqlite::Connection::open(m_data + QStringLiteral("/journal.sqlite"), {sqlite::Access::ReadWrite, {}});
    QVERIFY(connection);
    const auto self = journal::schema::check(**connection);
    QVERIFY(self);
    const base::SystemClock clock;
    journal::KeySlots slots_(**connection, *self, clock, cheap.cost);
    const auto dataKey = slots_.unlock(QStringLiteral("lan.nt"), QString::fromLatin1(password));
    QVERIFY(dataKey);
    m_dataKey = dataKey->ring->newestKey()->bytes().toByteArray();
    auto row = (*connection)->prepare("SELECT salt FROM slot");
    QVERIFY(row.each([&] {
        const auto wrapping = journal::passwordKey(QString::fromLatin1(password), row.bytes(0), cheap.cost);
        m_wrappingKeys += wrapping ? (*wrapping)->bytes().toByteArray() : QByteArray();
    }));
    QCOMPARE(m_wrappingKeys.size(), 4);
    QVERIFY(!m_wrappingKeys.contains(QByteArray()));
}

void tst_Secrets::init() {
    m_desk.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_desk.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_desk.start(QStringLiteral(MOTCUA_BIN_DIR "/desk-under-scan"), {m_data});
    QCOMPARE(heard(), QByteArray("ready"));
}

void tst_Secrets::cleanup() {
    m_desk.kill();
    m_desk.waitForFinished();
}

QByteArray tst_Secrets::heard() {
    constexpr int patience = 60'000;
    while (!m_desk.canReadLine())
        if (!m_desk.waitForReadyRead(patience))
            return {};
    return m_desk.readLine().trimmed();
}

void tst_Secrets::signIn(const QByteArray& login, const QByteArray& typed) {
    const auto type = [this](const QByteArray& words) {
        for (const char letter : words)
            say(QByteArray("t") + letter);
    };
    say("L");
    type(login);
    say("P");
    type(typed);
    say("R");
}

std::vector<tst_Secrets::Place> tst_Secrets::find(const QByteArray& bytes) const {
    const QString process = QStringLiteral("/proc/%1/").arg(m_desk.processId());
    QFile maps(process + QStringLiteral("smaps"));
    const int memory = ::open(QFile::encodeName(process + QStringLiteral("mem")).constData(), O_RDONLY | O_CLOEXEC);
    std::vector<Place> places;
    if (memory < 0 || !maps.open(QIODevice::ReadOnly))
        qFatal("the kernel lets nobody read a child's memory here");
    const QList<QByteArray> lines = maps.readAll().split('\n');
    quint64 from = 0;
    quint64 to = 0;
    bool isWritable = false;
    for (const QByteArray& line : lines) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (const QList<QByteArray> range = words[0].split('-'); range.size() == 2 && words.size() >= 5) {
            from = range[0].toULongLong(nullptr, 16);
            to = range[1].toULongLong(nullptr, 16);
            isWritable = words[1].startsWith("rw");
        }
        if (!line.startsWith("VmFlags:") || !isWritable)
            continue;
        QByteArray content(static_cast<qsizetype>(to - from), Qt::Uninitialized);
        const ssize_t size = ::pread(memory, content.data(), static_cast<size_t>(content.size()), static_cast<off_t>(from));
        content.truncate(std::max<qsizetype>(size, 0));
        for (qsizetype at = content.indexOf(bytes); at >= 0; at = content.indexOf(bytes, at + 1))
            places.push_back({from + static_cast<quint64>(at), line});
    }
    ::close(memory);
    return places;
}

/// Which of them, by their place in the list.
QStringList tst_Secrets::found(const QList<QByteArray>& wanted) const {
    QStringList all;
    for (qsizetype at = 0; at < wanted.size(); ++at)
        for (const Place& place : find(wanted[at]))
            all << QStringLiteral("%1 at %2 %3").arg(at).arg(place.address, 0, 16).arg(QString::fromLatin1(place.flags));
    return all;
}

/// What is there is found: the login is no secret.
void tst_Secrets::theSearchFinds() {
    signIn("lan.nt", password);
    QCOMPARE(heard(), QByteArray("unlocked"));
    QVERIFY(!find(wide("lan.nt")).empty());
    QVERIFY(!find(m_dataKey).empty());
}

/// Each time of another login: whoever was wrong has to wait.
void tst_Secrets::aWrongPasswordIsGone() {
    signIn("hai.pq", wrong);
    QCOMPARE(heard(), QByteArray("unlock.wrong-password"));
    QCOMPARE(found(QList<QByteArray>{wrong, wide(wrong)} + everyKey()), QStringList());
}

/// The password is right, and the province has closed the account.
void tst_Secrets::aClosedAccountLeavesNoKey() {
    signIn("minh.tv", password);
    // Once the closing has arrived, the slot is gone and no password opens it.
    const QByteArray said = heard();
    QVERIFY2(said == "access.inactive" || said == "unlock.former-user", said.constData());
    QCOMPARE(found(QList<QByteArray>{password, wide(password)} + everyKey()), QStringList());
}

void tst_Secrets::theLockKeepsNoPassword() {
    signIn("lan.nt", password);
    QCOMPARE(heard(), QByteArray("unlocked"));
    QCOMPARE(found(QList<QByteArray>{password, wide(password)} + m_wrappingKeys), QStringList());
    say("K");
    QCOMPARE(heard(), QByteArray("locked"));
    QCOMPARE(found(QList<QByteArray>{password, wide(password)} + m_wrappingKeys), QStringList());
    // Somebody tries at the lock.
    signIn("duc.pv", wrong);
    QCOMPARE(heard(), QByteArray("unlock.wrong-password"));
    QCOMPARE(found(QList<QByteArray>{wrong, wide(wrong), password, wide(password)} + m_wrappingKeys), QStringList());
}

/// The data key, of which OpenSSL's ciphers have a copy while the desk is open, and the station's.
void tst_Secrets::keysLieInLockedMemory() {
    signIn("lan.nt", password);
    QCOMPARE(heard(), QByteArray("unlocked"));
    rlimit lockable{};
    ::getrlimit(RLIMIT_MEMLOCK, &lockable);
    if (lockable.rlim_cur < rlim_t(64) * 1024 && ::geteuid() != 0)
        QSKIP("this machine lets no program lock 64 KiB of memory (ulimit -l)");
    const auto keys = find(m_dataKey);
    const auto isGuarded = [](const Place& place) { return place.flags.contains(" lo") && place.flags.contains(" dd"); };
    QVERIFY(std::any_of(keys.begin(), keys.end(), isGuarded));
    for (const Place& place : find(m_stationPem))
        QVERIFY2(isGuarded(place), place.flags.constData());
    for (const Place& place : find(m_stationNumber))
        QVERIFY2(isGuarded(place), place.flags.constData());
}

void tst_Secrets::whoeverLeavesTakesTheKeysAlong() {
    signIn("lan.nt", password);
    QCOMPARE(heard(), QByteArray("unlocked"));
    say("C");
    QCOMPARE(heard(), QByteArray("closed"));
    QCOMPARE(found(QList<QByteArray>{password, wide(password)} + everyKey()), QStringList());
}

QTEST_GUILESS_MAIN(tst_Secrets)
#include "tst_Secrets.moc"
