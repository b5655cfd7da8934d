#pragma once

#include "sync/protocol/OpenSsl.h"

#include <QByteArray>
#include <QDateTime>

namespace motcua::test {

/// A certificate with its key, both PEM.
struct Identity {
    QByteArray certificate;
    QByteArray key;
};

/// A certificate authority of a test: issues what a platform's would, and what it never should (expired, not yet valid, for
/// another host).
class TestAuthority {
public:
    static TestAuthority make();
    /// One that exists, such as a real province's root.
    static TestAuthority fromPem(const QByteArray& certificate, const QByteArray& key, QByteArray passphrase);

    QByteArray certificate() const;
    QByteArray der() const;
    /// A server's. `host`: a name or an address.
    Identity server(const QByteArray& host, const QDateTime& from, const QDateTime& until) const;
    Identity server() const;
    Identity station(const QByteArray& name) const;

private:
    Identity issue(const QByteArray& name, const QByteArray& host, const QDateTime& from, const QDateTime& until) const;

    protocol::KeyPointer m_key;
    protocol::CertificatePointer m_certificate;
};

}
