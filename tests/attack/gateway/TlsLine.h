#pragma once

#include <QByteArray>
#include <QList>

#include <openssl/ssl.h>

#include <memory>

namespace motcua::test {

/// A connection to a gateway on which a stranger says whatever he likes, from whichever address of this machine. Used by one thread.
class TlsLine {
public:
    struct Who {
        X509* certificate = nullptr;
        EVP_PKEY* key = nullptr;
        QByteArray from = "127.0.0.1";
    };
    TlsLine(int port, const Who& who);
    ~TlsLine();
    TlsLine(const TlsLine&) = delete;
    TlsLine& operator=(const TlsLine&) = delete;

    bool isConnected() const { return m_socket >= 0; }
    /// False: refused, or not within these milliseconds.
    bool shake(int patience = 10000);
    /// The alert that the other side sent; 0: none was heard.
    int alert() const { return m_alert; }
    /// How many of the bytes went out before the other side hung up or did not read for so long.
    qint64 send(const QByteArray& bytes, int patience = 10000);
    /// Without TLS.
    qint64 sendBare(const QByteArray& bytes);
    /// What comes until the line is closed or silent for so long; for the first of it there is more time.
    QByteArray hear(int silence, int first = 10000);
    /// Whether the other side has hung up, as far as hear() has come.
    bool isClosed() const { return m_isClosed; }
    /// The socket stays open until the program ends, without what TLS keeps for it.
    int abandon();

private:
    void note(int result);

    std::unique_ptr<SSL, void (*)(SSL*)> m_ssl;
    int m_socket = -1;
    int m_alert = 0;
    bool m_isClosed = false;
};

/// The statuses of the answers in what was heard, in their order.
QList<int> statusesIn(const QByteArray& heard);

}
