#include "app/trial/PrivateCups.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

#include <sys/prctl.h>

#include <csignal>

namespace motcua::trial {

namespace {

QString daemonProgram() {
    return QStringLiteral("/usr/sbin/cupsd");
}

/// The tools lie in /usr/sbin too, which is not on everybody's path.
QString toolProgram(const QString& name) {
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")}) : found;
}

bool write(const QString& name, const QByteArray& text) {
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

}

bool PrivateCups::isInstalled() {
    return QFile::exists(daemonProgram()) && !toolProgram(QStringLiteral("lpadmin")).isEmpty();
}

bool PrivateCups::start() {
    constexpr int longestStart = 20'000;
    if (m_port == 0 && (!takePort() || !writeBackends()))
        return false;
    if (!writeConfiguration())
        return false;
    m_daemon.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // Nobody who crashes leaves a spooler behind.
    m_daemon.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_daemon.start(daemonProgram(), {QStringLiteral("-f"), QStringLiteral("-c"), path("cupsd.conf"), QStringLiteral("-s"), path("cups-files.conf")});
    if (!m_daemon.waitForStarted())
        return false;
    QElapsedTimer waiting;
    waiting.start();
    while (waiting.elapsed() < longestStart && m_daemon.state() == QProcess::Running) {
        QTcpSocket probe;
        probe.connectToHost(QStringLiteral("127.0.0.1"), m_port);
        if (probe.waitForConnected(200))
            return true;
        m_daemon.waitForFinished(20);
    }
    return false;
}

bool PrivateCups::addQueue(const QString& name, const QString& trouble) {
    return addRawQueue(name, trouble.isEmpty() ? QStringLiteral("keep:%1").arg(output(name)) : QStringLiteral("trouble:/%1").arg(trouble));
}

bool PrivateCups::addArchive(const QString& name, const QString& directory) {
    return QDir().mkpath(directory) && addRawQueue(name, QStringLiteral("keep:%1/").arg(directory));
}

bool PrivateCups::addShortOfPaper(const QString& name, const QString& directory, int sides) {
    return QDir().mkpath(directory) && addRawQueue(name, QStringLiteral("short:%1/?%2").arg(directory).arg(sides));
}

bool PrivateCups::addRawQueue(const QString& name, const QString& uri) {
    return run(QStringLiteral("lpadmin"),
        {QStringLiteral("-p"), name, QStringLiteral("-E"), QStringLiteral("-v"), uri, QStringLiteral("-m"), QStringLiteral("raw")});
}

QStringList PrivateCups::jobs() {
    run(QStringLiteral("lpstat"), {QStringLiteral("-o")});
    return m_said.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

bool PrivateCups::fill(const QString& name, int count) {
    const QString file = path("small");
    for (int i = 0; i < count; ++i)
        if (!write(file, "%PDF-1.4\n") || !run(QStringLiteral("lp"), {QStringLiteral("-d"), name, file}))
            return false;
    return true;
}

void PrivateCups::freeze() {
    ::kill(static_cast<pid_t>(m_daemon.processId()), SIGSTOP);
}

void PrivateCups::thaw() {
    ::kill(static_cast<pid_t>(m_daemon.processId()), SIGCONT);
}

void PrivateCups::kill() {
    if (m_daemon.state() == QProcess::NotRunning)
        return;
    m_daemon.kill();
    m_daemon.waitForFinished();
}

bool PrivateCups::takePort() {
    QTcpServer probe;
    if (!m_directory.isValid() || !probe.listen(QHostAddress::LocalHost, 0))
        return false;
    m_port = probe.serverPort();
    return true;
}

bool PrivateCups::writeBackends() {
    QFile::setPermissions(m_directory.path(), QFile::Permissions(0x7755)); // CUPS works as another user too
    QDir directory(m_directory.path());
    for (const char* name : {"root", "cache", "state", "spool", "tmp", "out", "bin", "bin/backend"})
        if (directory.mkpath(QString::fromLatin1(name)))
            QFile::setPermissions(directory.filePath(QString::fromLatin1(name)), QFile::Permissions(0x7755));
    for (const char* name : {"daemon", "filter", "driver", "notifier", "cgi-bin", "monitor"})
        QFile::link(QStringLiteral("/usr/lib/cups/") + QLatin1String(name), path("bin/") + QLatin1String(name));
    // $1 is the job's number, $4 how many copies of it; an address that ends in a slash is a directory.
    const bool written =
        write(path("bin/backend/keep"),
            "#!/bin/sh\nfile=\"${DEVICE_URI#keep:}\"\ncase \"$file\" in */) echo \"$4\" > \"$file$1.copies\"; file=\"$file$1.pdf\" ;; esac\n"
            "cat -- \"${6:--}\" > \"$file.part\" && mv -- \"$file.part\" \"$file\"\n") &&
        write(path("bin/backend/short"),
            "#!/bin/sh\nfile=\"${DEVICE_URI#short:}\"\nsides=\"${file##*\\?}\"\nfile=\"${file%\\?*}\"\necho \"$sides\" > \"$file$1.copies\"\n"
            "cat -- \"${6:--}\" > \"$file$1.pdf.part\" && mv -- \"$file$1.pdf.part\" \"$file$1.pdf\"\necho \"PAGE: 1 $sides\" >&2\n") &&
        write(path("bin/backend/trouble"), "#!/bin/sh\necho \"STATE: +${DEVICE_URI#trouble:/}\" >&2\nexec sleep 300\n");
    // Only their owner may run them: then CUPS runs them as root, who may write the output.
    return written && QFile::setPermissions(path("bin/backend/keep"), QFile::Permissions(0x7700)) &&
           QFile::setPermissions(path("bin/backend/short"), QFile::Permissions(0x7700)) &&
           QFile::setPermissions(path("bin/backend/trouble"), QFile::Permissions(0x7700));
}

bool PrivateCups::writeConfiguration() {
    QByteArray files;
    for (const char* line : {"ServerRoot root", "CacheDir cache", "StateDir state", "RequestRoot spool", "TempDir tmp", "ServerBin bin",
             "ErrorLog error.log", "AccessLog access.log", "PageLog page.log", "Printcap printcap"}) {
        const QList<QByteArray> parts = QByteArray(line).split(' ');
        files += parts[0] + ' ' + path(parts[1].constData()).toUtf8() + '\n';
    }
    files += "SystemGroup root\n";
    return write(path("cups-files.conf"), files) &&
           write(path("cupsd.conf"), "Listen 127.0.0.1:" + QByteArray::number(m_port) + (m_isForgetful ? "\nPreserveJobHistory No" : "") +
                                         (m_mostCopies > 0 ? "\nMaxCopies " + QByteArray::number(m_mostCopies) : QByteArray()) +
                                         "\nLogLevel info\nBrowsing No\nWebInterface No\nDefaultAuthType None\nJobKillDelay 1\n"
                                         "<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
                                         "<Policy default>\n<Limit All>\nOrder allow,deny\nAllow all\n</Limit>\n</Policy>\n");
}

bool PrivateCups::run(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(toolProgram(program), QStringList{QStringLiteral("-h"), server()} << arguments);
    if (!process.waitForFinished())
        return false;
    m_said = QString::fromUtf8(process.readAllStandardOutput());
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

}
