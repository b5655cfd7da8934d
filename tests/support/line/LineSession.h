#pragma once

#include "tests/support/line/FaultyLine.h"

#include <QSslSocket>

namespace motcua::test {

/// One connection of a station through the bad line, with its own to the platform. A child of the server; lives in the line's
/// thread.
class LineSession : public QObject {
    Q_OBJECT

public:
    LineSession(FaultyLine& line, QSslSocket* station, QObject* parent);

private:
    void stationSpoke();
    void platformSpoke();
    void beginRequest();
    void requestWhole();
    void replyWhole(const QByteArray& reply);
    void answer(const QByteArray& bytes);
    void breakOff();

    FaultyLine& m_line;
    QSslSocket* m_station;
    QSslSocket m_platform;
    QByteArray m_fromStation;
    QByteArray m_fromPlatform;
    qsizetype m_requestSize = 0; ///< 0: between requests
    bool m_isHead = false;
    bool m_repeat = false;
    QByteArray m_request;
    Fault m_fault = Fault::None;
};

}
