#pragma once

#include "tests/support/gateway/TestStation.h"

#include <memory>
#include <vector>

namespace motcua::test {

using Records = std::vector<protocol::Record>;

/// What the tests of records start from: a platform, and a desk enrolled there that sends.
class RecordTest {
protected:
    bool startGateway() {
        m_gateway = std::make_unique<GatewayProcess>();
        return m_gateway->start();
    }

    /// Null when it was refused. A unit has ten desks at most; a new platform when they are used up.
    std::unique_ptr<TestStation> enrol() {
        QString code = m_gateway->ask({QStringLiteral("enrol-code")}).value(QLatin1String("code")).toString();
        if (code.isEmpty()) {
            if (!startGateway())
                return nullptr;
            code = m_gateway->codes().first();
        }
        auto station = std::make_unique<TestStation>();
        return station->enrol(*m_gateway, code) == 201 ? std::move(station) : nullptr;
    }

    /// From now on m_station and m_client are those of a new desk.
    bool enrolDesk() {
        m_station = enrol();
        if (m_station)
            m_client = m_station->connect(*m_gateway);
        return m_station != nullptr;
    }

    QString nextCode() { return QStringLiteral("H49.30-261122-%1").arg(++m_serial, 4, 10, QLatin1Char('0')); }

    std::unique_ptr<GatewayProcess> m_gateway;
    std::unique_ptr<TestStation> m_station;
    std::unique_ptr<httplib::SSLClient> m_client;

private:
    int m_serial = 0;
};

}
