#include "sync/http/NoDelay.h"

#include <QDir>
#include <QString>
#include <QtEndian>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace motcua::http {

namespace {

/// The port that a socket is connected to; 0: no TCP connection.
int peerPort(int socket) {
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    if (::getpeername(socket, reinterpret_cast<sockaddr*>(&peer), &size) != 0)
        return 0;
    if (peer.ss_family == AF_INET)
        return qFromBigEndian(reinterpret_cast<const sockaddr_in&>(peer).sin_port);
    if (peer.ss_family == AF_INET6)
        return qFromBigEndian(reinterpret_cast<const sockaddr_in6&>(peer).sin6_port);
    return 0;
}

}

void sendWithoutDelay(int port) {
    // A number that is closed and given away meanwhile gets an option that harms nobody.
    for (const QString& name : QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot)) {
        const int socket = name.toInt();
        const int on = 1;
        if (peerPort(socket) == port)
            ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }
}

}
