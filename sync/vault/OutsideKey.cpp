#include "sync/vault/OutsideKey.h"

#include "sync/vault/Belonging.h"
#include "sync/vault/Vault.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <argon2.h>
#include <openssl/rand.h>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace motcua::vault {

namespace {

constexpr char firstLine[] = "motcua-gateway-key-1\n";

base::Error about(const char* code, const QString& path) {
    return {QString::fromLatin1(code), {{QStringLiteral("file"), path}}};
}

/// Without links as far as it exists.
QString resolved(const QString& path) {
    const QFileInfo info(path);
    const QString whole = info.canonicalFilePath();
    if (!whole.isEmpty())
        return whole;
    const QString absolute = QDir::cleanPath(info.absoluteFilePath());
    const qsizetype slash = absolute.lastIndexOf(QLatin1Char('/'));
    return slash <= 0 ? absolute : resolved(absolute.left(slash)) + absolute.mid(slash);
}

}

base::Result<base::Secret> readKeyFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return base::fail(about(isWithheld(path) ? "key.unreadable" : "key.missing", path));
    constexpr qint64 most = 1024;
    QByteArray text = file.read(most);
    QByteArray bytes = text.startsWith(firstLine) ? QByteArray::fromBase64(text.mid(sizeof firstLine - 1).trimmed()) : QByteArray();
    const base::Secret key = base::Secret::ofBytes(bytes);
    base::wipe(text);
    base::wipe(bytes);
    if (key.bytes().size() != Vault::keySize)
        return base::fail(about("key.malformed", path));
    return key;
}

base::Result<base::Secret> makeKeyFile(const QString& path) {
    if (isWithheld(path))
        return base::fail(about("key.unreadable", path));
    if (QFile::exists(path))
        return base::fail(about("key.exists", path));
    const auto key = randomKey();
    if (!key)
        return key;
    const QString folder = QFileInfo(path).absolutePath();
    const bool isNew = !QDir(folder).exists();
    if (!QDir().mkpath(folder))
        return base::fail(about("key.not-written", path));
    if (isNew)
        QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    QByteArray text = firstLine + key->bytes().toByteArray().toBase64() + '\n';
    QSaveFile file(path);
    const bool good = file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                      file.write(text) == text.size() && file.flush() && ::fsync(file.handle()) == 0 && file.commit();
    base::wipe(text);
    if (!good)
        return base::fail(about("key.not-written", path));
    // The data is worth nothing without it: its name is to be durable before anything is sealed.
    const int directory = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory >= 0) {
        ::fsync(directory);
        ::close(directory);
    }
    return key;
}

base::Result<base::Secret> keyOfPassphrase(const base::Secret& passphrase, const QByteArray& salt) {
    constexpr uint32_t passes = 3;
    constexpr uint32_t kibibytes = 64 * 1024;
    constexpr uint32_t lanes = 2;
    const QByteArrayView text = passphrase.bytes();
    const base::Secret key = base::Secret::made(Vault::keySize, [&](char* data) {
        return argon2id_hash_raw(passes, kibibytes, lanes, text.data(), static_cast<size_t>(text.size()), salt.constData(),
                   static_cast<size_t>(salt.size()), data, Vault::keySize) == ARGON2_OK;
    });
    if (key.isEmpty())
        return base::fail(QStringLiteral("vault.failed"));
    return key;
}

base::Result<base::Secret> randomKey() {
    const base::Secret key =
        base::Secret::made(Vault::keySize, [](char* data) { return RAND_priv_bytes(reinterpret_cast<unsigned char*>(data), Vault::keySize) == 1; });
    if (key.isEmpty())
        return base::fail(QStringLiteral("vault.failed"));
    return key;
}

base::Result<base::Secret> askAtTerminal(const char* question, const char* otherwise) {
    const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
    termios shown{};
    if (terminal < 0 || ::tcgetattr(terminal, &shown) != 0) {
        if (terminal >= 0)
            ::close(terminal);
        return base::fail(QStringLiteral("key.no-terminal"), {{QStringLiteral("option"), QLatin1String(otherwise)}});
    }
    termios unseen = shown;
    unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(terminal, TCSAFLUSH, &unseen);
    (void)!::write(terminal, question, qstrlen(question));
    auto said = readPassphrase(terminal);
    ::tcsetattr(terminal, TCSAFLUSH, &shown);
    (void)!::write(terminal, "\n", 1);
    ::close(terminal);
    return said;
}

base::Result<base::Secret> readPassphrase(int descriptor) {
    constexpr qsizetype most = 1024;
    QByteArray line;
    line.reserve(most);
    for (char letter = 0; line.size() < most && ::read(descriptor, &letter, 1) == 1 && letter != '\n';)
        line.append(letter);
    const base::Secret passphrase = base::Secret::ofBytes(line);
    base::wipe(line);
    if (passphrase.isEmpty())
        return base::fail(QStringLiteral("key.no-passphrase"));
    return passphrase;
}

QString credentialFile() {
    const QString folder = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
    const QString file = folder + QStringLiteral("/motcua-key");
    return !folder.isEmpty() && QFile::exists(file) ? file : QString();
}

bool isWithin(const QString& path, const QString& folder) {
    return (resolved(path) + QLatin1Char('/')).startsWith(resolved(folder) + QLatin1Char('/'));
}

}
