#pragma once

#include "tests/support/line/FaultyLine.h"

#include <QSslServer>

namespace motcua::test {

/// Takes the stations' connections. Owned by FaultyLine, lives in the line's thread.
class LineServer : public QObject {
    Q_OBJECT

public:
    explicit LineServer(FaultyLine& line) : m_line(line) {}

    void setIdentity(const Identity& platform);
    void listen();
    void hangUp();

private:
    FaultyLine& m_line;
    std::unique_ptr<QSslServer> m_server;
    Identity m_identity;
};

}
