#pragma once

#include "app/base/Clock.h"
#include "app/base/Result.h"

#include <QCommandLineParser>
#include <QJsonObject>

namespace motcua::gateway {

/// The program's subcommands: init, serve, stats, check, enrol-code, activation, revoke and those of ProvinceCommands. Used by main() once.
class GatewayCommands {
public:
    explicit GatewayCommands(const base::Clock& clock) : m_clock(clock) {}
    /// The exit code: 0 done, 1 refused, failed or faults found, 2 not understood. Words go to standard error.
    int run(const QStringList& arguments);

private:
    base::Result<int> init();
    base::Result<int> serve();
    base::Result<int> stats();
    base::Result<int> check();
    base::Result<int> enrolCode();
    base::Result<int> activation();
    base::Result<int> revoke();

    base::Result<int> carryOut(const QString& command);
    bool isComplete(const QString& command) const;
    void say(const base::Error& error) const;
    void describe();
    QString directory() const { return m_parser.value(QStringLiteral("data")); }
    static int print(const QJsonObject& json);

    const base::Clock& m_clock;
    QCommandLineParser m_parser;
};

}
