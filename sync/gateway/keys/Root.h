#pragma once

#include "app/base/Result.h"
#include "app/base/Secret.h"
#include "sync/protocol/OpenSsl.h"

#include <QDateTime>
#include <QString>

namespace motcua::gateway {

/// The province's root, which its desks trust: a folder with root.pem and root.key (PKCS#8 under a passphrase, by scrypt) on a machine or a medium
/// that is not on the network. It signs the gateway's authorities, each for a few months, and nothing else. Owned by commands.
class Root {
public:
    static constexpr int usualDays = 90; ///< that an authority is good for

    /// Errors: "key.exists" with file, "key.not-written" with file, "key.no-passphrase", "platform.bad-certificate".
    static base::Result<Root> make(const QString& folder, const base::Secret& passphrase, const QDateTime& now);
    /// Errors: "key.missing" with file, "root.passphrase-wrong", "platform.bad-certificate".
    static base::Result<Root> open(const QString& folder, const base::Secret& passphrase);
    static bool isIn(const QString& folder);

    /// The root's certificate, PEM.
    QByteArray pem() const;
    /// The certificate of an authority that asks for it (PKCS#10, PEM), PEM. Errors: "root.request-invalid", "platform.bad-certificate".
    base::Result<QByteArray> sign(const QByteArray& requestPem, const QDateTime& now, int days) const;

private:
    Root(protocol::KeyPointer key, protocol::CertificatePointer certificate) : m_key(std::move(key)), m_certificate(std::move(certificate)) {}

    protocol::KeyPointer m_key;
    protocol::CertificatePointer m_certificate;
};

}
