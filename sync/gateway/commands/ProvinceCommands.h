#pragma once

#include "app/base/Clock.h"
#include "app/base/Result.h"
#include "sync/gateway/publish/People.h"
#include "sync/gateway/store/Tables.h"
#include "sync/vault/Vault.h"

#include <QCommandLineParser>
#include <QJsonObject>

#include <functional>
#include <optional>
#include <span>

namespace motcua::gateway {

/// The technician's commands that change what the province publishes: units, accounts, grants, settings, the catalogue, kinds of
/// job. Each is one transaction, may run while another program serves the same data, may be repeated, and answers {"changed": …} and what it changed.
/// Used by GatewayCommands.
class ProvinceCommands {
public:
    ProvinceCommands(const QCommandLineParser& parser, const base::Clock& clock, std::shared_ptr<const vault::Vault> vault)
        : m_parser(parser), m_clock(clock), m_vault(std::move(vault)) {}

    /// Null: no such command.
    using Command = base::Result<QJsonObject> (ProvinceCommands::*)();
    static Command find(const QString& name);
    /// The options that a command cannot do without.
    static QStringList needs(const QString& name);
    /// Adds this class's options to the parser's.
    static void describe(QCommandLineParser& parser);
    /// A line for each command, for --help.
    static QString help();

private:
    base::Result<QJsonObject> addUnit();
    base::Result<QJsonObject> configure();
    base::Result<QJsonObject> addAccount();
    base::Result<QJsonObject> changeAccount();
    base::Result<QJsonObject> closeAccount();
    base::Result<QJsonObject> reopenAccount();
    base::Result<QJsonObject> grant();
    base::Result<QJsonObject> carryOver();
    base::Result<QJsonObject> writeOff();
    base::Result<QJsonObject> restored();
    base::Result<QJsonObject> publishCatalogue();
    base::Result<QJsonObject> publishJobs();
    base::Result<QJsonObject> show();

    using Change = std::function<base::Result<bool>(Tables&)>;
    base::Result<QJsonObject> inTransaction(const Change& change);
    base::Result<QJsonObject> withPeople(const std::function<base::Outcome(People&)>& change);
    base::Result<AccountWords> accountWords() const;
    QString value(const char* option) const { return m_parser.value(QLatin1String(option)); }
    bool has(const char* option) const { return m_parser.isSet(QLatin1String(option)); }
    std::optional<QString> said(const char* option) const { return has(option) ? std::optional(value(option)) : std::nullopt; }

    struct Row;
    static std::span<const Row> rows();
    static const Row* rowOf(const QString& name);

    const QCommandLineParser& m_parser;
    const base::Clock& m_clock;
    std::shared_ptr<const vault::Vault> m_vault;
};

}
