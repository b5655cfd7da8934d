#pragma once

#include "app/base/Clock.h"
#include "sync/gateway/keys/Root.h"
#include "sync/vault/Vault.h"

#include <QCommandLineParser>
#include <QJsonObject>

#include <functional>

namespace motcua::gateway {

/// The commands about the province's root and the authority that it makes: "authority root" and "authority sign" on the machine that has the root,
/// "authority request" and "authority install" on the gateway's, "authority renew" where the root's folder is at hand for a moment. Used by
/// GatewayCommands.
class AuthorityCommands {
public:
    using OpenVault = std::function<base::Result<std::shared_ptr<const vault::Vault>>()>;
    AuthorityCommands(const QCommandLineParser& parser, const base::Clock& clock, OpenVault vault)
        : m_parser(parser), m_clock(clock), m_vault(std::move(vault)) {}

    static void describe(QCommandLineParser& parser);
    static QString help();

    /// The second word of the command. Errors: "command.incomplete" with option, those of Root and authorityfiles.
    base::Result<QJsonObject> carryOut(const QString& what);

    /// For init: the root of --root, which is made where there is none; null: training, where nothing was said. Errors: "command.incomplete" with
    /// option, "key.inside-data" with file, those of Root.
    static base::Result<std::shared_ptr<const Root>> rootFor(
        const QCommandLineParser& parser, const QString& directory, bool isTraining, const QDateTime& now);
    static int days(const QCommandLineParser& parser);

private:
    base::Result<QJsonObject> makeRoot();
    base::Result<QJsonObject> request();
    base::Result<QJsonObject> sign();
    base::Result<QJsonObject> install();
    base::Result<QJsonObject> renew();
    base::Result<QString> needed(const char* option) const;
    QString data() const { return m_parser.value(QStringLiteral("data")); }

    const QCommandLineParser& m_parser;
    const base::Clock& m_clock;
    OpenVault m_vault;
};

}
