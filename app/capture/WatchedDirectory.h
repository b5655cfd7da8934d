#pragma once

#include "app/base/Result.h"
#include "app/domain/ports/Scanner.h"

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <deque>

namespace motcua::capture {

/// A directory that a copier or a phone puts files into. Each file that has stopped growing is imported, one at a time; its pages
/// come with the file's path, and the file stays where it is until stored() says that its pages are sealed; then it is deleted, for
/// it is an unsealed copy of a citizen's paper. A file that is refused, or changes meanwhile, stays. Owned by the composition root, in its thread;
/// never blocks. The scanner must outlive it.
class WatchedDirectory final : public QObject {
    Q_OBJECT

public:
    struct Settings {
        QString path;
        int stableMs = 500; ///< a file is whole when nothing about it changed between two looks so far apart
        int idleMs = 5'000; ///< how often to look where no change is told of (network directories)
    };

    WatchedDirectory(Settings settings, domain::ports::Scanner& scanner);
    ~WatchedDirectory() override;

    /// Error: "watch.directory-missing".
    base::Outcome start();
    /// Looks no more. An import under way is dropped; its file, and those that wait for stored(), are imported again after the
    /// next start.
    void stop();
    /// While held no import is begun; one under way goes on to its end.
    void setHeld(bool held);

    /// The pages of this file are durable: it goes. "watch.unknown-file": not one that was imported and waits for this.
    /// "watch.changed": it is another file by now, and will be imported again. "watch.not-deleted": it stays, and is not imported
    /// again by this object unless it changes.
    base::Outcome stored(const QString& path);

signals:
    void pageRead(const QString& path, const motcua::domain::ports::ScannedPage& page);
    /// All pages have been told; the file waits for stored().
    void fileImported(const QString& path);
    /// The pages told before, if any, are whole. The file stays, and is tried again when it changes.
    void fileRefused(const QString& path, const motcua::base::Error& error);

private:
    struct Look {
        qint64 size = -1;
        QDateTime changed;
        friend bool operator==(const Look&, const Look&) = default;
    };

    static Look lookAt(const QString& path);
    void look();
    void importNext();
    void conclude(const QString& path, const base::Error& error);

    const Settings m_settings;
    domain::ports::Scanner& m_scanner;
    QFileSystemWatcher m_watcher;
    QTimer m_timer;
    QHash<QString, Look> m_growing; ///< seen once
    QHash<QString, Look> m_settled; ///< imported or refused as it was then
    QSet<QString> m_waiting;        ///< imported, not yet stored
    std::deque<QString> m_queue;
    QString m_importing;
    std::unique_ptr<domain::ports::ScanJob> m_job;
    bool m_running = false;
    bool m_held = false;
};

}
