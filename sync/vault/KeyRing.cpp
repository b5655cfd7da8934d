#include "sync/vault/KeyRing.h"

#include "sync/vault/Belonging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <unistd.h>

namespace motcua::vault {

namespace {

const QString fileMember = QStringLiteral("key-file");
const QString saltMember = QStringLiteral("passphrase-salt");
const QString keysMember = QStringLiteral("sealed-keys");
const QString markedMember = QStringLiteral("rows-marked"); // sealed with the keys: whoever writes to the disk cannot take it back
constexpr qsizetype saltSize = 16;

QString ringFile(const QString& directory) {
    return directory + QStringLiteral("/keys/ring.json");
}

Place ringPlace() {
    return Place("motcua-key-ring-1");
}

/// What seals the ring itself.
Vault outsideVault(const base::Secret& key) {
    std::vector<Vault::Key> keys;
    keys.push_back({0, key});
    return {std::move(keys), {}};
}

base::Secret secretIn(const QJsonValue& value) {
    QByteArray bytes = QByteArray::fromBase64(value.toString().toLatin1());
    const base::Secret secret = base::Secret::ofBytes(bytes);
    base::wipe(bytes);
    return secret;
}

QJsonValue textOf(const base::Secret& secret) {
    return QString::fromLatin1(secret.bytes().toByteArray().toBase64());
}

base::Error notWritten(const QString& file) {
    return {QStringLiteral("key.not-written"), {{QStringLiteral("file"), file}}};
}

}

bool KeyRing::isIn(const QString& directory) {
    return QFile::exists(ringFile(directory));
}

base::Result<KeyRing::Lock> KeyRing::newLock(const QString& directory, const KeySource& source) {
    if (!source.passphrase.isEmpty()) {
        const auto random = randomKey();
        if (!random)
            return base::fail(random.error());
        const QByteArray salt = random->bytes().first(saltSize).toByteArray();
        return keyOfPassphrase(source.passphrase, salt).map([&](const base::Secret& key) { return Lock{{}, salt, key}; });
    }
    const QString file = source.file.isEmpty() ? credentialFile() : QFileInfo(source.file).absoluteFilePath();
    if (file.isEmpty())
        return base::fail(QStringLiteral("key.none"));
    if (isWithin(file, directory))
        return base::fail(QStringLiteral("key.inside-data"), {{QStringLiteral("file"), file}});
    return (QFile::exists(file) ? readKeyFile(file) : makeKeyFile(file)).map([&](const base::Secret& key) { return Lock{file, {}, key}; });
}

base::Result<KeyRing> KeyRing::make(const QString& directory, const KeySource& source) {
    auto lock = newLock(directory, source);
    const auto index = lock ? randomKey() : base::fail(lock.error());
    if (!index)
        return base::fail(index.error());
    KeyRing ring(directory);
    ring.m_lock = std::move(*lock);
    ring.m_index = *index;
    if (auto made = ring.addKey().and_then([&](base::Done) { return ring.write(); }); !made)
        return base::fail(made.error());
    return ring;
}

base::Result<KeyRing> KeyRing::open(const QString& directory, const KeySource& source) {
    QFile file(ringFile(directory));
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(isWithheld(file.fileName())
                              ? base::Error{QStringLiteral("platform.unreadable"), {{QStringLiteral("file"), file.fileName()}}}
                              : base::Error{QStringLiteral("key.none")});
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    KeyRing ring(directory);
    ring.m_lock.salt = QByteArray::fromBase64(json.value(saltMember).toString().toLatin1());
    const QString remembered = json.value(fileMember).toString();
    const bool byPassphrase = !ring.m_lock.salt.isEmpty();
    if (byPassphrase && source.passphrase.isEmpty())
        return base::fail(QStringLiteral("key.passphrase-missing"));
    if (!byPassphrase) {
        const QString given = source.file.isEmpty() ? credentialFile() : source.file;
        const QString beside = QDir::cleanPath(QFileInfo(directory).absoluteFilePath()) + QStringLiteral(".keys/gateway.key");
        ring.m_lock.file = !given.isEmpty()                                      ? QFileInfo(given).absoluteFilePath()
                           : !QFile::exists(remembered) && QFile::exists(beside) ? beside
                                                                                 : remembered;
    }
    auto key = byPassphrase ? keyOfPassphrase(source.passphrase, ring.m_lock.salt) : readKeyFile(ring.m_lock.file);
    if (!key)
        return base::fail(key.error());
    ring.m_lock.key = std::move(*key);
    if (auto read = ring.read(QByteArray::fromBase64(json.value(keysMember).toString().toLatin1())); !read)
        return base::fail(read.error());
    return ring;
}

base::Outcome KeyRing::read(const QByteArray& sealed) {
    auto plain = outsideVault(m_lock.key).open(sealed, ringPlace());
    if (!plain)
        return base::fail(QStringLiteral("key.wrong"));
    const QJsonObject json = QJsonDocument::fromJson(*plain).object();
    base::wipe(*plain);
    m_index = secretIn(json.value(QLatin1String("index")));
    for (const QJsonValue& key : json.value(QLatin1String("keys")).toArray())
        m_keys.push_back({static_cast<quint32>(key[QLatin1String("id")].toInteger()), secretIn(key[QLatin1String("key")])});
    if (m_keys.empty())
        return base::fail(QStringLiteral("key.wrong"));
    m_marking->isDone = json.value(markedMember).toBool();
    fillVault();
    return base::done();
}

void KeyRing::fillVault() {
    m_marking->note = [directory = m_directory, lock = m_lock, keys = m_keys, index = m_index] { return write(directory, lock, keys, index, true); };
    m_vault = std::make_shared<const Vault>(m_keys, m_index, m_marking);
}

base::Outcome KeyRing::addKey() {
    const auto key = randomKey();
    if (!key)
        return base::fail(key.error());
    m_keys.push_back({m_keys.empty() ? 1 : m_keys.back().id + 1, *key});
    fillVault();
    return base::done();
}

base::Outcome KeyRing::write() {
    return write(m_directory, m_lock, m_keys, m_index, m_marking->isDone);
}

base::Outcome KeyRing::write(
    const QString& directory, const Lock& lock, const std::vector<Vault::Key>& held, const base::Secret& index, bool isMarked) {
    QJsonArray keys;
    for (const Vault::Key& key : held)
        keys.append(QJsonObject{{QStringLiteral("id"), static_cast<qint64>(key.id)}, {QStringLiteral("key"), textOf(key.bytes)}});
    QJsonObject content{{QStringLiteral("index"), textOf(index)}, {QStringLiteral("keys"), keys}, {markedMember, isMarked}};
    QByteArray plain = QJsonDocument(content).toJson();
    const auto sealed = outsideVault(lock.key).seal(plain, ringPlace());
    base::wipe(plain);
    if (!sealed)
        return base::fail(sealed.error());
    QJsonObject json{{keysMember, QString::fromLatin1(sealed->toBase64())}};
    if (lock.salt.isEmpty())
        json.insert(fileMember, lock.file);
    else
        json.insert(saltMember, QString::fromLatin1(lock.salt.toBase64()));
    const QString path = ringFile(directory);
    const QString folder = directory + QStringLiteral("/keys");
    QSaveFile file(path);
    const QByteArray text = QJsonDocument(json).toJson();
    const bool good = makeFolder(folder) && file.open(QIODevice::WriteOnly) && giveToOwnerOf(folder, file.handle()) &&
                      file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) && file.write(text) == text.size() && file.flush() &&
                      ::fsync(file.handle()) == 0 && file.commit();
    return good ? base::done() : base::fail(notWritten(path));
}

base::Outcome KeyRing::change(const KeySource& outside) {
    if (!outside.file.isEmpty() || !outside.passphrase.isEmpty()) {
        auto lock = newLock(m_directory, outside);
        if (!lock)
            return base::fail(lock.error());
        m_lock = std::move(*lock);
    }
    return addKey().and_then([&](base::Done) { return write(); });
}

base::Outcome KeyRing::dropOld() {
    if (m_keys.size() < 2)
        return base::done();
    m_keys.erase(m_keys.begin(), m_keys.end() - 1);
    fillVault();
    return write();
}

base::Result<std::shared_ptr<const Vault>> openVault(const QString& directory, const KeySource& source) {
    const auto ring = KeyRing::isIn(directory) || !source.isMade ? KeyRing::open(directory, source) : KeyRing::make(directory, source);
    return ring.map([](const KeyRing& opened) { return opened.vault(); });
}

}
