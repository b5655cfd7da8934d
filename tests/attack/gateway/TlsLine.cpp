#include "tests/attack/gateway/TlsLine.h"

#include <QRegularExpression>

#include <openssl/err.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace motcua::test {

namespace {

SSL_CTX* context() {
    static SSL_CTX* const made = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_verify(made, SSL_VERIFY_NONE, nullptr);
    SSL_CTX_set_quiet_shutdown(made, 1);
    SSL_CTX_set_mode(made, SSL_MODE_RELEASE_BUFFERS);
    return made;
}

sockaddr_in at(const QByteArray& address, int port) {
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(static_cast<uint16_t>(port));
    inet_pton(AF_INET, address.constData(), &place.sin_addr);
    return place;
}

void bePatient(int socket, int option, int milliseconds) {
    const timeval time{milliseconds / 1000, (milliseconds % 1000) * 1000};
    ::setsockopt(socket, SOL_SOCKET, option, &time, sizeof time);
}

}

TlsLine::TlsLine(int port, const Who& who) : m_ssl(SSL_new(context()), &SSL_free) {
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in from = at(who.from, 0);
    const sockaddr_in to = at("127.0.0.1", port);
    ::bind(m_socket, reinterpret_cast<const sockaddr*>(&from), sizeof from);
    bePatient(m_socket, SO_SNDTIMEO, 10000);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0) {
        ::close(m_socket);
        m_socket = -1;
        return;
    }
    SSL_set_fd(m_ssl.get(), m_socket);
    if (who.certificate) {
        SSL_use_certificate(m_ssl.get(), who.certificate);
        SSL_use_PrivateKey(m_ssl.get(), who.key);
    }
}

TlsLine::~TlsLine() {
    m_ssl.reset();
    if (m_socket >= 0)
        ::close(m_socket);
}

void TlsLine::note(int result) {
    const int error = SSL_get_error(m_ssl.get(), result);
    for (unsigned long code = ERR_get_error(); code != 0; code = ERR_get_error())
        if (const int reason = ERR_GET_REASON(code); reason > SSL_AD_REASON_OFFSET)
            m_alert = reason - SSL_AD_REASON_OFFSET;
    m_isClosed = m_isClosed || error == SSL_ERROR_ZERO_RETURN || error == SSL_ERROR_SSL ||
                 (error == SSL_ERROR_SYSCALL && errno != EAGAIN && errno != EWOULDBLOCK);
}

bool TlsLine::shake(int patience) {
    if (m_socket < 0)
        return false;
    bePatient(m_socket, SO_RCVTIMEO, patience);
    ERR_clear_error();
    const int result = SSL_connect(m_ssl.get());
    if (result != 1)
        note(result);
    return result == 1;
}

qint64 TlsLine::send(const QByteArray& bytes, int patience) {
    bePatient(m_socket, SO_SNDTIMEO, patience);
    qint64 sent = 0;
    while (sent < bytes.size()) {
        ERR_clear_error();
        const int result = SSL_write(m_ssl.get(), bytes.constData() + sent, static_cast<int>(std::min<qint64>(bytes.size() - sent, 16384)));
        if (result <= 0) {
            note(result);
            break;
        }
        sent += result;
    }
    return sent;
}

qint64 TlsLine::sendBare(const QByteArray& bytes) {
    return ::send(m_socket, bytes.constData(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
}

QByteArray TlsLine::hear(int silence, int first) {
    bePatient(m_socket, SO_RCVTIMEO, std::max(silence, first));
    QByteArray heard;
    std::array<char, 16384> piece{};
    while (!m_isClosed) {
        ERR_clear_error();
        const int result = SSL_read(m_ssl.get(), piece.data(), static_cast<int>(piece.size()));
        if (result <= 0) {
            note(result);
            break;
        }
        heard.append(piece.data(), result);
        bePatient(m_socket, SO_RCVTIMEO, silence);
    }
    return heard;
}

int TlsLine::abandon() {
    SSL_set_fd(m_ssl.get(), -1);
    m_ssl.reset();
    return std::exchange(m_socket, -1);
}

QList<int> statusesIn(const QByteArray& heard) {
    static const QRegularExpression line(QStringLiteral(R"((?:^|\n|\})HTTP/1\.1 (\d{3}) )"));
    QList<int> statuses;
    for (const auto& match : line.globalMatch(QString::fromLatin1(heard)))
        statuses << match.captured(1).toInt();
    return statuses;
}

}
