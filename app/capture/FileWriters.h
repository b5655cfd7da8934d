#pragma once

#include <QByteArray>
#include <QObject>
#include <QSet>
#include <QString>

class QSocketNotifier;

namespace motcua::capture {

enum class Writer {
    Gone,   ///< nobody has the file open for writing
    There,  ///< somebody has
    Unknown ///< the file lies on another machine, or belongs to somebody else and was there before us
};

/// Who is writing into the files of a folder, and that something in it has changed. A device that has opened a file keeps it open over
/// the seconds between two pages: whether it is closed says more than whether it grows. Asks the kernel, in two ways: for a lease, which
/// nobody gets beside a writer; and for word of every closing. Owner: WatchedDirectory, in its thread.
class FileWriters : public QObject {
    Q_OBJECT

public:
    /// `remote`: the kernel knows only of this machine's writers.
    FileWriters(QString folder, bool remote);
    ~FileWriters() override;

    /// Begins to listen, if it does not listen yet; a folder that was away is listened to again when it is back.
    void listen();
    void stop();

    Writer writerOf(const QByteArray& name) const;

signals:
    /// Not for the names that begin with ".motcua": those are this program's.
    void stirred();

private:
    void hear();

    const QString m_folder;
    const bool m_remote;
    int m_inotify = -1;
    int m_watch = -1;
    QSocketNotifier* m_notifier = nullptr;
    QSet<QByteArray> m_opened; ///< written to since they were last closed
    QSet<QByteArray> m_closed; ///< closed by a writer while we listened
};

}
