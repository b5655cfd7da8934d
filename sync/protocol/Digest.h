#pragma once

#include "sync/protocol/OpenSsl.h"

#include <QByteArray>
#include <QString>

namespace motcua::protocol {

/// SHA-256, 32 bytes, of what comes in pieces. OpenSSL's: several times as fast as QCryptographicHash.
class Digest {
public:
    Digest();
    void add(const char* data, size_t size);
    QByteArray value() const;

    static QByteArray of(QByteArrayView bytes);
    /// Empty when the file cannot be read.
    static QByteArray ofFile(const QString& path);

private:
    DigestPointer m_context;
};

}
