#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <functional>
#include <memory>

namespace motcua::base {

/// A password, a key, or whatever else nobody may find later in a memory image: its bytes lie in memory that is never written to the swap and in no
/// core file (OpenSSL's secure heap, 64 KiB between guard pages), and are overwritten when the last holder lets go. Copies share the bytes, which
/// never change, so it may be handed between threads. Where the heap is full, or the system locks no memory for the program, the bytes lie in
/// ordinary memory and are overwritten all the same. What it is made from stays its maker's: screens have SecretEdit, which leaves nothing behind.
class Secret {
public:
    Secret() = default;
    /// Words, as UTF-8 in NFC.
    Secret(const QString& words);                                 // NOLINT(google-explicit-constructor): a password that is told is one
    Secret(const char* utf8) : Secret(QString::fromUtf8(utf8)) {} // NOLINT(google-explicit-constructor)
    Secret(const QByteArray& bytes) : Secret(ofBytes(bytes)) {}   // NOLINT(google-explicit-constructor)
    static Secret ofWords(QStringView words);
    static Secret ofBytes(QByteArrayView bytes);
    /// `fill` writes all of the bytes; where it returns false there is no secret.
    static Secret made(qsizetype size, const std::function<bool(char*)>& fill);

    /// Valid as long as a copy of this is.
    QByteArrayView bytes() const;
    bool isEmpty() const { return bytes().isEmpty(); }
    /// Characters, of one that is words.
    qsizetype letters() const;
    /// In a time that tells nothing of where they differ.
    friend bool operator==(const Secret& one, const Secret& other);

private:
    struct Bytes;
    std::shared_ptr<const Bytes> m_bytes;
};

/// Overwrites bytes so that the compiler cannot leave it out.
void wipe(QByteArray& bytes);
/// The same, of a text.
void wipe(QString& text);

/// For every program that holds a secret, in main after guardProgram() and before anything of OpenSSL's is used: whatever OpenSSL gives back to the
/// system, such as a key that it has decoded, is overwritten first, and the numbers of private keys lie in the secure heap. `connections`: how many
/// TLS connections the program holds at once; each keeps the key of its handshake there as long as it lasts, and none begins where no room is left.
void guardSecrets(int connections = 0);

}
