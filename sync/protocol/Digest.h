#pragma once

#include "sync/protocol/OpenSsl.h"

#include <QByteArray>
#include <QString>

namespace motcua::protocol {

/// SHA-256, 32 bytes, of what comes in pieces; SHA-1, 20 bytes, only where another protocol demands it. OpenSSL's: several times as fast as
/// QCryptographicHash.
class Digest {
public:
    enum class Algorithm { Sha256, Sha1 };
    explicit Digest(Algorithm algorithm = Algorithm::Sha256);
    void add(const char* data, size_t size);
    QByteArray value() const;

    /// Bytes.
    static qsizetype size(Algorithm algorithm);
    /// SHA-256.
    static QByteArray of(QByteArrayView bytes);
    /// SHA-256. Empty when the file cannot be read.
    static QByteArray ofFile(const QString& path);

private:
    Algorithm m_algorithm;
    DigestPointer m_context;
};

}
