#pragma once

#include "tests/support/gateway/TestStation.h"

#include <QProcess>

#include <vector>

namespace motcua::test {

/// A certificate of the gateway's authority with its key.
struct Bearer {
    protocol::CertificatePointer certificate;
    protocol::KeyPointer key;
};

/// A real gateway with either of its fronts: its own, or nginx as packaging/nginx has it, on a socket behind which the gateway listens.
/// Ends with this object. Used by one thread.
class FrontedGateway {
public:
    enum class Front { Own, Nginx };
    explicit FrontedGateway(Front front) : m_front(front) {}
    ~FrontedGateway();

    /// Empty: it is up. Otherwise why not.
    QByteArray start(const QStringList& arguments = {});
    GatewayProcess& process() { return m_gateway; }
    Front front() const { return m_front; }
    /// Where the gateway and nginx meet.
    QString folder() const { return m_folder.path(); }
    /// Bytes of memory that the gateway holds.
    qint64 memory() const;

    /// Certificates that the authority has signed for stations which the province does not know.
    std::vector<Bearer> strangers(int count) const;
    /// Those of stations that are enrolled, and revoked where asked, without asking anybody's leave.
    std::vector<Bearer> stations(int count, bool revoked);

private:
    QByteArray startNginx();

    Front m_front;
    GatewayProcess m_gateway;
    QTemporaryDir m_folder;
    QProcess m_nginx;
};

}
