#pragma once

#include "app/base/Clock.h"
#include "app/base/Result.h"
#include "sync/gateway/commands/KeyOptions.h"
#include "sync/gateway/commands/SealedData.h"

#include <QCommandLineParser>
#include <QJsonObject>

namespace motcua::gateway {

/// The program's subcommands: init, serve, stats, check, enrol-code, activation, revoke, seal, reseal and those of ProvinceCommands. Used by main()
/// once.
class GatewayCommands {
public:
    explicit GatewayCommands(const base::Clock& clock) : m_clock(clock) {}
    /// The exit code: 0 done, 1 refused, failed or faults found, 2 not understood. Words go to standard error.
    int run(const QStringList& arguments);

private:
    QString missingOfInit() const;
    base::Result<int> init();
    base::Result<int> serve();
    base::Result<int> stats();
    base::Result<int> check();
    base::Result<int> enrolCode();
    base::Result<int> activation();
    base::Result<int> revoke();
    base::Result<int> seal();
    base::Result<int> reseal();

    /// The data, opened by the key that was said or is remembered.
    base::Result<std::shared_ptr<const vault::Vault>> vault();
    base::Result<std::unique_ptr<Platform>> platform();
    /// For who serves, or seals.
    /// Nothing: they are not understood.
    std::optional<PageBounds> pageBounds() const;
    base::Result<OwnData> openOwnData(const PageBounds& bounds);
    base::Result<int> carryOut(const QString& command);
    bool isComplete(const QString& command) const;
    void say(const base::Error& error) const;
    void describe();
    QString directory() const { return m_parser.value(QStringLiteral("data")); }
    static int print(const QJsonObject& json);

    const base::Clock& m_clock;
    QCommandLineParser m_parser;
    KeyOptions m_key{m_parser};
};

}
