#pragma once

#include "app/domain/Settings.h"

#include <QHash>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <vector>

namespace motcua::test {

/// A real motcua-gateway, founded in a fresh directory, on free ports. The process ends with this object. Used by one thread.
class GatewayProcess {
public:
    enum class Founded {
        ForTraining, ///< as a province of before: what is unsigned is taken
        Signed,      ///< for training, and acts that bind are signed
        Bare
    };

    enum class Books {
        ByDesk, ///< each desk has volumes of its own: a unit of before
        OneRun
    };

    explicit GatewayProcess(Founded founded = Founded::ForTraining, Books books = Books::ByDesk);
    ~GatewayProcess();

    /// False when the program did not come up; errors() says why. After stop() or kill() it comes up on the same ports.
    bool start(const QStringList& arguments = {});
    /// From the next start on its wall clock is off by so many seconds.
    void setClockOff(int seconds) { m_clockOff = seconds; }
    /// As start(), on sockets in this folder behind something else that listens at these ports.
    bool startBehind(const QString& folder, int port, int enrolmentPort, const QStringList& arguments = {});
    /// SIGTERM, then waits; the exit code, or -1.
    int stop();
    /// SIGKILL.
    void kill();

    bool isFounded() const { return m_founded; }
    QString directory() const { return m_directory.path() + QStringLiteral("/gateway"); }
    /// What opens its data, and the province's recovery key: both outside the data folder.
    QString keyFile() const { return directory() + QStringLiteral(".keys/gateway.key"); }
    QString recoveryKey() const { return directory() + QStringLiteral(".keys/recovery.key"); }
    /// The folder of the province's root, and its passphrase as a line.
    QString root() const { return directory() + QStringLiteral(".keys/root"); }
    QByteArray rootPassphrase() const;
    QString url() const { return m_url; } ///< "https://127.0.0.1:40123"
    QString enrolmentUrl() const { return m_enrolmentUrl; }
    int port() const;
    int enrolmentPort() const;
    /// The four desks' one-time codes: three counters, then the supervisors' table.
    QStringList codes() const { return m_codes; }
    QString unit() const { return QStringLiteral("H49.30"); }
    qint64 processId() const { return m_process.processId(); }
    /// The code with which that person's key is bound at a desk; good for many.
    QString activation(const QString& login) const { return m_activations.value(login); }
    QByteArray errors() const { return m_errors; }
    /// Whether it says that on standard error within so many milliseconds, while it serves.
    bool says(const QByteArray& words, int patience);
    /// Makes another desk of a unit; its code is added to codes(). Empty when it was refused.
    QString addDesk(const QString& unit, const QString& name);
    /// The first open account with this role in the lists as published last; nobody when there is none.
    domain::Account person(domain::Role role) const;

    /// A volume of the first unit's as it stands now; null: it has none such.
    domain::Volume volume(domain::VolumeId id) const;

    struct Ended {
        int exitCode = -1;
        QJsonObject json;
        QString errors;
    };
    /// Runs another subcommand on the same directory.
    Ended run(const QStringList& arguments, const QByteArray& input = {});
    /// Its JSON; empty when it failed.
    QJsonObject ask(const QStringList& arguments) { return run(arguments).json; }
    QJsonObject stats() { return ask({QStringLiteral("stats")}); }
    QJsonObject check() { return ask({QStringLiteral("check")}); }

private:
    bool serve(const QStringList& arguments);

    QTemporaryDir m_directory;
    QProcess m_process;
    bool m_founded = false;
    int m_clockOff = 0;
    QStringList m_codes;
    QHash<QString, QString> m_activations;           ///< by login
    mutable std::vector<domain::Account> m_accounts; ///< read when asked for, until the next subcommand
    QString m_url;
    QString m_enrolmentUrl;
    QByteArray m_errors;
};

}
