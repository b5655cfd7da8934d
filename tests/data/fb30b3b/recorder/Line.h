#pragma once

#include "PlayedClock.h"
#include "Traffic.h"

#include "sync/http/Credentials.h"

#include <QMap>
#include <QSslServer>

#include <memory>

namespace motcua::recorder {

/// Stands between the stations and the gateway, ends TLS on both sides and writes down what passes. It shows the
/// gateway's own certificate to the stations, and each station's own certificate to the gateway. Thread: main.
class Line : public QObject {
    Q_OBJECT

public:
    static constexpr quint16 port = 18443;
    static constexpr char stationsSide[] = "127.0.0.1";
    static constexpr char gatewaysSide[] = "127.0.0.2";

    Line(Traffic& traffic, const PlayedClock& clock) : m_traffic(traffic), m_clock(clock) {}

    /// `keys`: the gateway's folder of that name.
    void showCertificateOf(const QString& keys);
    /// A station that may speak, and what it is called in the recording.
    void know(const QString& name, const http::Credentials& credentials);
    /// Writes down what a technician does at the gateway meanwhile.
    void noteCommand(const QStringList& words) { m_traffic.addCommand(m_clock.now().toMSecsSinceEpoch(), words); }
    void comeUp();
    /// Breaks all connections and takes no new ones.
    void goDown();

private:
    friend class LineSession;

    struct Speaker {
        QString name;
        http::Credentials credentials;
    };

    Traffic& m_traffic;
    const PlayedClock& m_clock;
    QSslConfiguration m_tls;
    QMap<QString, Speaker> m_speakers; ///< by the certificate's common name
    std::unique_ptr<QSslServer> m_server;
};

}
