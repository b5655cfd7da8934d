#pragma once

#include "app/domain/Settings.h"

#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <vector>

namespace motcua::test {

/// A real motcua-gateway, founded for training in a fresh folder, on free ports. The process ends with this object. Used by one
/// thread.
class GatewayProcess {
public:
    GatewayProcess();
    ~GatewayProcess();

    /// False when the program did not come up; errors() says why. After stop() or kill() it comes up on the same ports.
    bool start();
    /// SIGTERM, then waits; the exit code, or -1.
    int stop();
    /// SIGKILL.
    void kill();

    bool isFounded() const { return !m_codes.isEmpty(); }
    QString folder() const { return m_folder.path() + QStringLiteral("/gateway"); }
    QString url() const { return m_url; }                     ///< "https://127.0.0.1:40123"
    QString enrolmentUrl() const { return m_enrolmentUrl; }
    int port() const;
    int enrolmentPort() const;
    /// The four desks' one-time codes: three counters, then the supervisors' table.
    QStringList codes() const { return m_codes; }
    QString unit() const { return QStringLiteral("H49.30"); }
    QByteArray errors() const { return m_errors; }
    /// The first of the training accounts with this role; nobody when the founding failed.
    domain::Account person(domain::Role role) const;

    /// Runs another subcommand on the same folder: its JSON; empty when it failed.
    QJsonObject ask(const QStringList& arguments);
    QJsonObject stats() { return ask({QStringLiteral("stats")}); }
    QJsonObject check() { return ask({QStringLiteral("check")}); }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QStringList m_codes;
    std::vector<domain::Account> m_accounts;
    QString m_url;
    QString m_enrolmentUrl;
    QByteArray m_errors;
};

}
