#pragma once

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QString>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <csignal>

namespace motcua::support {

/// A real CUPS spooler of a test's own: own folder, own port, queues whose "printer" is a file. Runs as root, as CUPS does.
/// Owned by the test; its thread. Ends with the test.
class PrivateCups {
public:
    PrivateCups() { m_folder.setAutoRemove(true); }
    ~PrivateCups() { kill(); }

    /// Starts the spooler and waits until it answers; false when it does not within 20 s.
    bool start() {
        if (m_port == 0 && (!takePort() || !writeBackend()))
            return false;
        if (!writeConfiguration())
            return false;
        m_daemon.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_daemon.start(QStringLiteral("/usr/sbin/cupsd"),
            {QStringLiteral("-f"), QStringLiteral("-c"), path("cupsd.conf"), QStringLiteral("-s"), path("cups-files.conf")});
        if (!m_daemon.waitForStarted())
            return false;
        QElapsedTimer waiting;
        waiting.start();
        while (waiting.elapsed() < 20'000 && m_daemon.state() == QProcess::Running) {
            QTcpSocket probe;
            probe.connectToHost(QStringLiteral("127.0.0.1"), m_port);
            if (probe.waitForConnected(200))
                return true;
            m_daemon.waitForFinished(20);
        }
        return false;
    }

    /// A queue that keeps what it is given in output(name); with `trouble`, one that says so and never prints
    /// ("media-empty-error").
    bool addQueue(const QString& name, const QString& trouble = {}) {
        const QString uri = trouble.isEmpty() ? QStringLiteral("keep:%1").arg(output(name))
                                              : QStringLiteral("trouble:/%1").arg(trouble);
        return run(QStringLiteral("lpadmin"),
            {QStringLiteral("-p"), name, QStringLiteral("-E"), QStringLiteral("-v"), uri, QStringLiteral("-m"), QStringLiteral("raw")});
    }
    bool makeDefault(const QString& name) { return run(QStringLiteral("lpadmin"), {QStringLiteral("-d"), name}); }
    bool stopQueue(const QString& name) { return run(QStringLiteral("cupsdisable"), {name}); }
    bool resumeQueue(const QString& name) { return run(QStringLiteral("cupsenable"), {name}); }
    bool rejectJobs(const QString& name) { return run(QStringLiteral("cupsreject"), {name}); }
    QStringList jobs() {
        run(QStringLiteral("lpstat"), {QStringLiteral("-o")});
        return m_said.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }

    QString server() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }
    QString output(const QString& queue) const { return path("out/") + queue + QStringLiteral(".pdf"); }
    QString spoolFolder() const { return path("spool"); }

    /// SIGSTOP: alive, but answers nobody.
    void freeze() { ::kill(static_cast<pid_t>(m_daemon.processId()), SIGSTOP); }
    void kill() {
        if (m_daemon.state() == QProcess::NotRunning)
            return;
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

private:
    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    bool takePort() {
        QTcpServer probe;
        if (!m_folder.isValid() || !probe.listen(QHostAddress::LocalHost, 0))
            return false;
        m_port = probe.serverPort();
        return true;
    }

    static bool write(const QString& name, const QByteArray& text) {
        QFile file(name);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    }

    bool writeBackend() {
        QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755));  // CUPS works as another user too
        QDir folder(m_folder.path());
        for (const char* name : {"root", "cache", "state", "spool", "tmp", "out", "bin", "bin/backend"})
            folder.mkpath(QString::fromLatin1(name));
        for (const char* name : {"daemon", "filter", "driver", "notifier", "cgi-bin", "monitor"})
            QFile::link(QStringLiteral("/usr/lib/cups/") + QLatin1String(name), path("bin/") + QLatin1String(name));
        const bool written =
            write(path("bin/backend/keep"), "#!/bin/sh\nfile=\"${DEVICE_URI#keep:}\"\ncat -- \"${6:--}\" > \"$file.part\" && mv -- \"$file.part\" \"$file\"\n") &&
            write(path("bin/backend/trouble"), "#!/bin/sh\necho \"STATE: +${DEVICE_URI#trouble:/}\" >&2\nexec sleep 300\n");
        // Only their owner may run them: then CUPS runs them as root, who may write the output.
        return written && QFile::setPermissions(path("bin/backend/keep"), QFile::Permissions(0x7700)) &&
               QFile::setPermissions(path("bin/backend/trouble"), QFile::Permissions(0x7700));
    }

    bool writeConfiguration() {
        QByteArray files;
        for (const char* line : {"ServerRoot root", "CacheDir cache", "StateDir state", "RequestRoot spool", "TempDir tmp", "ServerBin bin",
                 "ErrorLog error.log", "AccessLog access.log", "PageLog page.log", "Printcap printcap"}) {
            const QList<QByteArray> parts = QByteArray(line).split(' ');
            files += parts[0] + ' ' + path(parts[1].constData()).toUtf8() + '\n';
        }
        files += "SystemGroup root\n";
        return write(path("cups-files.conf"), files) &&
               write(path("cupsd.conf"), "Listen 127.0.0.1:" + QByteArray::number(m_port) +
                       "\nLogLevel info\nBrowsing No\nWebInterface No\nDefaultAuthType None\nJobKillDelay 1\n"
                       "<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
                       "<Policy default>\n<Limit All>\nOrder allow,deny\nAllow all\n</Limit>\n</Policy>\n");
    }

    bool run(const QString& program, const QStringList& arguments) {
        QProcess process;
        process.start(program, QStringList{QStringLiteral("-h"), server()} << arguments);
        if (!process.waitForFinished())
            return false;
        m_said = QString::fromUtf8(process.readAllStandardOutput());
        return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }

    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_said;
    quint16 m_port = 0;
};

}
