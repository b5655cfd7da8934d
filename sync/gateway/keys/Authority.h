#pragma once

#include "app/base/Result.h"
#include "sync/gateway/keys/Root.h"
#include "sync/protocol/MarkSignature.h"
#include "sync/protocol/OpenSsl.h"
#include "sync/vault/Vault.h"

#include <QDateTime>
#include <QStringList>
#include <QUuid>

namespace motcua::gateway {

/// The platform's keys: the authority that signs stations and the server, made by the offline root for a few months; the server's certificate; the
/// key that signs marks; and the public half of the recovery key. They lie in <data>/keys, private ones sealed. A province of before has no root: its
/// authority signed itself, and is what its desks trust. Owned by Platform; may be used by any thread after it is made.
class Authority {
public:
    struct Founding {
        QStringList hosts;      ///< names and addresses that stations reach the platform by
        QByteArray recoveryKey; ///< the public half, PEM
        const Root& root;
        int days = Root::usualDays;
    };
    /// Makes all other keys. Errors: "platform.not-stored", those of Root::sign().
    static base::Outcome create(const QString& directory, const Founding& founding, const vault::Vault& vault, const QDateTime& now);
    /// Errors: "platform.missing", "platform.bad-key", "platform.bad-certificate".
    static base::Result<std::unique_ptr<Authority>> open(const QString& directory, const vault::Vault& vault);

    /// A station's certificate for the request's key, if that is also `peerKey`, the key of the TLS connection.
    /// `lifetime`: seconds. Errors: "enrolment.request-invalid", "enrolment.key-mismatch".
    base::Result<QByteArray> signStation(
        const QByteArray& requestPem, EVP_PKEY* peerKey, const QUuid& station, const QDateTime& now, qint64 lifetime = stationLifetime) const;

    X509* serverCertificate() const { return m_serverCertificate.get(); }
    EVP_PKEY* serverKey() const { return m_serverKey.get(); }
    const protocol::MarkSigner& marks() const { return m_marks; }
    /// What desks trust: the root.
    QByteArray pem() const;
    QByteArray der() const;
    /// What the server shows after its own certificate, up to what desks trust.
    std::vector<X509*> chain() const;
    /// Whose stations are let in: of each authority that there was its own certificate by itself, good as long as any station of it.
    const std::vector<protocol::CertificatePointer>& stationAuthorities() const { return m_stationAuthorities; }
    /// After this desks no longer believe the server, unless the root has made another authority.
    QDateTime until() const;
    QByteArray platformKey() const { return m_platformKey; }
    QByteArray recoveryKey() const { return m_recoveryKey; }

    static constexpr qint64 stationLifetime = 5LL * 365 * 24 * 3600;

private:
    explicit Authority(protocol::MarkSigner marks) : m_marks(std::move(marks)) {}
    base::Outcome read(const QString& directory, const vault::Vault& vault);

    protocol::KeyPointer m_key;
    protocol::CertificatePointer m_certificate;
    protocol::CertificatePointer m_root; ///< null: the authority signed itself
    protocol::KeyPointer m_serverKey;
    protocol::CertificatePointer m_serverCertificate;
    std::vector<protocol::CertificatePointer> m_stationAuthorities;
    protocol::MarkSigner m_marks;
    QByteArray m_platformKey;
    QByteArray m_recoveryKey;
};

}
