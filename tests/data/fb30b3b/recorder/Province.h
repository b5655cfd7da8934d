#pragma once

#include "PlayedClock.h"
#include "Traffic.h"

#include "sync/gateway/Founding.h"
#include "sync/gateway/Platform.h"
#include "sync/gateway/ServeLock.h"
#include "sync/gateway/Server.h"

#include <memory>

namespace motcua::recorder {

/// The gateway of fb30b3b inside this program, so that it can be given the played clock. Thread: main; it answers in
/// its own.
class Province {
public:
    Province(QString folder, const PlayedClock& clock, Traffic& enrolments) : m_folder(std::move(folder)), m_clock(clock), m_enrolments(enrolments) {}
    ~Province() { stop(); }

    QString folder() const { return m_folder; }
    /// The training unit; the codes of its desks.
    std::vector<gateway::NewCode> found() const;
    /// Without the network: for who only looks.
    void open();
    void serve();
    void stop();
    /// Where the enrolment listener can be reached.
    QString enrolmentUrl() const;
    /// A technician's command, while it serves: a subcommand of motcua-gateway with its options.
    void command(const QStringList& words) const;
    gateway::Platform& platform() { return *m_platform; }

private:
    QString m_folder;
    const PlayedClock& m_clock;
    Traffic& m_enrolments;
    std::unique_ptr<gateway::Platform> m_platform;
    std::unique_ptr<gateway::ServeLock> m_lock;
    std::unique_ptr<gateway::Server> m_server;
};

}
