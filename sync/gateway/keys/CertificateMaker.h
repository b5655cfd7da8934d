#pragma once

#include "app/base/Result.h"
#include "sync/protocol/OpenSsl.h"

#include <QByteArray>
#include <QDateTime>

namespace motcua::gateway {

enum class CertificateUse { Authority, Server, Station };

/// What goes into a certificate.
struct CertificatePlan {
    CertificateUse use = CertificateUse::Station;
    QByteArray commonName;
    QByteArray alternativeNames; ///< OpenSSL's form, "DNS:localhost,IP:127.0.0.1"; empty: none
    QDateTime from;
    qint64 lifetime = 0; ///< seconds
    EVP_PKEY* subjectKey = nullptr;
    X509* issuer = nullptr; ///< null: signed by itself
    EVP_PKEY* issuerKey = nullptr;
};

/// X.509 v3, ECDSA with SHA-256, a random serial of 128 bits. Errors: "platform.bad-certificate".
base::Result<protocol::CertificatePointer> makeCertificate(const CertificatePlan& plan);

}
