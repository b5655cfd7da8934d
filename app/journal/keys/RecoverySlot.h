#pragma once

#include "app/base/Result.h"
#include "app/base/Secret.h"
#include "sync/protocol/OpenSsl.h"

#include <QByteArray>

#include <memory>

namespace motcua::journal {

class DataKey;

/// A data key sealed to a public key: to the province's, for the day when nobody of the unit can open the station any more, and to those of the
/// doors. RSA keys (2048 bit and up) take it by OAEP with SHA-256; P-256 keys by a fresh ECDH pair, HKDF-SHA256 and AES-256-GCM.
namespace recovery {

/// `publicKey`: PEM, SubjectPublicKeyInfo. Errors: "unlock.bad-recovery-key".
base::Result<QByteArray> seal(const DataKey& key, const QByteArray& publicKey);
base::Result<QByteArray> seal(const DataKey& key, EVP_PKEY* publicKey);
/// `privateKey`: PEM, unencrypted. Errors: "unlock.wrong-key".
base::Result<std::shared_ptr<const DataKey>> open(const QByteArray& sealed, const base::Secret& privateKey);
base::Result<std::shared_ptr<const DataKey>> open(const QByteArray& sealed, EVP_PKEY* privateKey);

}

}
