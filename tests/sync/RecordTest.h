#pragma once

#include "tests/support/gateway/RecordChain.h"
#include "tests/support/gateway/TestStation.h"

#include <QHash>

#include <memory>
#include <vector>

namespace motcua::test {

using Records = std::vector<protocol::Record>;

/// What the tests of records start from: a platform, and a desk enrolled there that sends.
class RecordTest {
protected:
    bool startGateway() {
        m_gateway = std::make_unique<GatewayProcess>();
        const bool started = m_gateway->start();
        m_desks = static_cast<int>(m_gateway->codes().size());
        return started;
    }

    /// Null when it was refused. A unit has ten desks at most; a new platform when they are used up.
    std::unique_ptr<TestStation> enrol() {
        int desk = m_desks++;
        QString code = m_gateway->ask({QStringLiteral("enrol-code")}).value(QLatin1String("code")).toString();
        if (code.isEmpty()) {
            if (!startGateway())
                return nullptr;
            code = m_gateway->codes().first();
            desk = 0;
        }
        auto station = std::make_unique<TestStation>();
        if (station->enrol(*m_gateway, code) != 201)
            return nullptr;
        m_deskOf.insert(station->id(), desk);
        return station;
    }

    /// From now on m_station and m_client are those of a new desk.
    bool enrolDesk() {
        m_station = enrol();
        if (m_station)
            m_client = m_station->connect(*m_gateway);
        return m_station != nullptr;
    }

    QString nextCode() { return nextCode(*m_station); }
    /// From the desk's own serials: each has the 999 after those of the desk before it.
    QString nextCode(const TestStation& station) { return todaysCode(m_deskOf.value(station.id()) * 999 + ++m_serial); }

    std::unique_ptr<GatewayProcess> m_gateway;
    std::unique_ptr<TestStation> m_station;
    std::unique_ptr<httplib::SSLClient> m_client;

private:
    int m_desks = 0;
    QHash<QUuid, int> m_deskOf;
    int m_serial = 0;
};

}
