#pragma once

#include "app/base/Result.h"
#include "sync/protocol/OpenSsl.h"

#include <QByteArray>
#include <QByteArrayView>

/// ECDSA over P-256 with SHA-256, signatures in DER: what marks, acts, vouchers and heads are signed with.
namespace motcua::protocol {

/// Null unless it is a P-256 key.
KeyPointer elliptic(KeyPointer key);
/// Errors: "mark.not-signed".
base::Result<QByteArray> signText(EVP_PKEY* key, QByteArrayView text);
bool isSigned(EVP_PKEY* key, QByteArrayView text, QByteArrayView signature);

/// isSigned() of many texts by one key: what OpenSSL looks up and makes for each, which is a twentieth of the work, is made once. The key must
/// outlive it; used by one thread at a time.
class Verifier {
public:
    explicit Verifier(EVP_PKEY* key);
    bool isSigned(QByteArrayView text, QByteArrayView signature) const;

private:
    KeyContextPointer m_context; ///< null: the key cannot verify
};

/// SubjectPublicKeyInfo; empty: there is none.
QByteArray publicKeyDer(EVP_PKEY* key);
/// Null unless all of `der` is a P-256 key.
KeyPointer publicKeyFromDer(QByteArrayView der);

/// The bytes of base64 text; empty where it is none.
QByteArray fromBase64(const QString& text);

}
