#pragma once

#include "app/base/Result.h"
#include "app/base/Secret.h"
#include "sync/protocol/OpenSsl.h"
#include "sync/vault/Vault.h"

#include <QByteArray>
#include <QString>

/// Keys and certificates as PEM files.
namespace motcua::gateway {

/// Writes durably: a new file, fsync, renamed into place, readable by its owner alone, who is the folder's where root writes. Errors:
/// "platform.not-stored".
base::Outcome writePrivate(const QString& path, const QByteArray& content);
/// Overwritten, as far as the disk writes in place, and removed.
void wipeFile(const QString& path);
/// Errors, each with file: "platform.missing", "platform.unreadable" (this program may not read it).
base::Result<QByteArray> readFile(const QString& path);
base::Result<base::Secret> readSecret(const QString& path);

/// Where a private key of that name lies.
QString sealedFile(const QString& folder, const QByteArray& name);
/// A private key's PEM, sealed for its name in that folder; durable. Errors: those of writePrivate(), "vault.failed".
base::Outcome writeSealed(const QString& folder, const QByteArray& name, QByteArrayView pem, const vault::Vault& vault);
/// What a program before left there in clear (<name>.key), and what lies under an older key, is sealed first, and wiped. Errors: "platform.missing"
/// with file, "platform.bad-key", those of writeSealed().
base::Result<base::Secret> readSealed(const QString& folder, const QByteArray& name, const vault::Vault& vault);

protocol::KeyPointer newEllipticKey();
protocol::KeyPointer newRecoveryKey(); ///< RSA 3072: what a station's recovery slot is wrapped to
base::Secret privatePem(EVP_PKEY* key);
QByteArray publicPem(EVP_PKEY* key);
QByteArray pemOf(X509* certificate);
QByteArray derOf(X509* certificate);
base::Result<protocol::KeyPointer> keyFromPem(const base::Secret& pem);
base::Result<protocol::CertificatePointer> certificateFromPem(const QByteArray& pem);
/// Null: it is none.
protocol::CertificatePointer certificateFromDer(const QByteArray& der);
/// DER, SubjectPublicKeyInfo: the same bytes for the same key.
QByteArray publicDer(EVP_PKEY* key);

}
