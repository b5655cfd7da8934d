#pragma once

#include "Line.h"

#include <QSslSocket>

namespace motcua::recorder {

/// One connection of a station, with its own to the gateway. A child of the line.
class LineSession : public QObject {
    Q_OBJECT

public:
    LineSession(Line& line, QSslSocket* station);

private:
    void stationSpoke();
    void gatewaySpoke();
    void breakOff();

    Line& m_line;
    QSslSocket* m_station;
    QSslSocket m_gateway;
    QString m_name;
    QByteArray m_fromStation;
    QByteArray m_fromGateway;
    QByteArray m_request; ///< what the gateway is answering; empty: nothing
    size_t m_place = 0;   ///< of that in the recording, but for the feed
};

}
