#pragma once

#include "app/base/Result.h"
#include "sync/protocol/OpenSsl.h"

#include <QByteArray>
#include <QDateTime>

namespace motcua::gateway {

/// Root: signs authorities; Authority: signs the server and stations.
enum class CertificateUse { Root, Authority, Server, Station };

/// Stations whose clock is behind must not find a certificate that is not valid yet: what one begins earlier by, seconds.
inline constexpr qint64 clockSlack = 2LL * 24 * 3600;

/// What goes into a certificate.
struct CertificatePlan {
    CertificateUse use = CertificateUse::Station;
    QByteArray commonName;
    QByteArray alternativeNames; ///< OpenSSL's form, "DNS:localhost,IP:127.0.0.1"; empty: none
    X509* namesOf = nullptr;     ///< the alternative names of this one, in their place
    QDateTime from;
    qint64 lifetime = 0; ///< seconds
    EVP_PKEY* subjectKey = nullptr;
    X509* issuer = nullptr; ///< null: signed by itself
    EVP_PKEY* issuerKey = nullptr;
};

/// X.509 v3, ECDSA with SHA-256, a random serial of 128 bits. Errors: "platform.bad-certificate".
base::Result<protocol::CertificatePointer> makeCertificate(const CertificatePlan& plan);
/// PKCS#10, PEM. Errors: "platform.bad-certificate".
base::Result<QByteArray> signingRequest(EVP_PKEY* key, const QByteArray& commonName);
/// Each authority's own name, after its key.
QByteArray authorityName(EVP_PKEY* key);
QDateTime momentOf(const ASN1_TIME* time);

}
