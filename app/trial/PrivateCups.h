#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace motcua::trial {

/// A real CUPS spooler of one's own: own directory, own port, queues whose "printer" is a file. Runs as root, as CUPS does.
/// Owner: whoever made it; that thread. Ends with this object.
class PrivateCups {
public:
    PrivateCups() { m_directory.setAutoRemove(true); }
    ~PrivateCups() { kill(); }

    /// Whether CUPS and its tools are on this machine.
    static bool isInstalled();

    /// Starts the spooler and waits until it answers; false when it does not within 20 s.
    bool start();

    /// A queue that keeps what it is given in output(name); with `trouble`, one that says so and never prints
    /// ("media-empty-error").
    bool addQueue(const QString& name, const QString& trouble = {});
    /// A queue that keeps every job in `directory`, as "1.pdf", "2.pdf" and so on by its number; "1.copies" says how many were asked for.
    bool addArchive(const QString& name, const QString& directory);
    /// As addArchive(), of a printer that has no more than `sides` sheets, says how many it printed, and ends all the same.
    bool addShortOfPaper(const QString& name, const QString& directory, int sides);
    /// From the next start on: what has ended is forgotten at once.
    void setForgetful() { m_isForgetful = true; }
    /// From the next start on: no job may have more copies.
    void setMostCopies(int copies) { m_mostCopies = copies; }
    bool makeDefault(const QString& name) { return run(QStringLiteral("lpadmin"), {QStringLiteral("-d"), name}); }
    bool stopQueue(const QString& name) { return run(QStringLiteral("cupsdisable"), {name}); }
    bool resumeQueue(const QString& name) { return run(QStringLiteral("cupsenable"), {name}); }
    bool rejectJobs(const QString& name) { return run(QStringLiteral("cupsreject"), {name}); }
    bool acceptJobs(const QString& name) { return run(QStringLiteral("cupsaccept"), {name}); }
    /// As somebody does it in the system's own window.
    bool cancelJobs(const QString& name) { return run(QStringLiteral("cancel"), {QStringLiteral("-a"), name}); }
    QStringList jobs();
    /// Somebody else's small jobs.
    bool fill(const QString& name, int count);

    QString server() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }
    QString output(const QString& queue) const { return path("out/") + queue + QStringLiteral(".pdf"); }
    QString spoolDirectory() const { return path("spool"); }

    /// SIGSTOP: alive, but answers nobody.
    void freeze();
    void thaw();
    void kill();

private:
    QString path(const char* name) const { return m_directory.filePath(QString::fromLatin1(name)); }
    bool takePort();
    bool writeBackends();
    bool writeConfiguration();
    bool addRawQueue(const QString& name, const QString& uri);
    bool run(const QString& program, const QStringList& arguments);

    QTemporaryDir m_directory;
    QProcess m_daemon;
    QString m_said;
    quint16 m_port = 0;
    bool m_isForgetful = false;
    int m_mostCopies = 0; ///< 0: as CUPS has it
};

}
