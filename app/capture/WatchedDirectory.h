#pragma once

#include "app/base/Result.h"
#include "app/capture/FileClaims.h"
#include "app/capture/FileWriters.h"
#include "app/capture/FolderFiles.h"
#include "app/capture/ReadFiles.h"
#include "app/domain/ports/Scanner.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <deque>
#include <optional>

namespace motcua::capture {

/// A directory that a copier or a phone puts files into. A file is imported when its writer is done: it is closed, nothing about it has
/// changed for a while, and it is whole by its own format; one at a time, oldest first. Its pages come with the file's path, and the
/// file stays where it is until stored() says that its pages are sealed; then it is deleted, for it is an unsealed copy of a citizen's
/// paper. A file that is refused, or changes meanwhile, stays. Of several desks that watch one directory only one takes a file. Owned by
/// the composition root, in its thread; never blocks. The scanner must outlive it.
class WatchedDirectory final : public QObject {
    Q_OBJECT

public:
    struct Settings {
        QString path;
        int stableMs = 500;              ///< nothing about a file that is closed changed between two looks so far apart
        int quietMs = 15'000;            ///< and for so long where nobody can tell whether it is closed (network directories)
        int idleMs = 5'000;              ///< how often to look where no change is told of (network directories)
        int emptyMs = 60'000;            ///< a file with nothing in it for so long is told
        int graceMs = 120'000;           ///< how long what was read from a network directory is kept, should its writer go on
        int claimMs = 60'000;            ///< another desk that is silent for so long has lost the file it was taking
        QByteArray owner = {};           ///< this desk, among those that watch the directory; empty: nobody it was before
        std::optional<bool> remote = {}; ///< whether it lies on another machine; empty: look
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
    /// "watch.changed": it is another file by now, or is being written again, and will be imported again. "watch.taken-elsewhere":
    /// this desk stood still for so long that another has taken the file too. "watch.not-deleted": it stays, and is not imported
    /// again by this object unless it changes.
    base::Outcome stored(const QString& path);

signals:
    void pageRead(const QString& path, const motcua::domain::ports::ScannedPage& page);
    /// All pages have been told; the file waits for stored().
    void fileImported(const QString& path);
    /// The pages told before, if any, are whole. The file stays, and is tried again when it changes.
    void fileRefused(const QString& path, const motcua::base::Error& error);

private:
    /// Since when a file looks as it does, by this desk's clock.
    struct Seen {
        FileLook look;
        QElapsedTimer since;
    };

    QByteArray bytesOf(const QByteArray& name) const;
    QString pathOf(const QByteArray& name) const;
    void look();
    Seen seenNow(const FolderFile& file) const;
    bool isDone(const FolderFile& file, const Seen& seen) const;
    bool admit(const FolderFile& file);
    void refuse(const QByteArray& name, const FileLook& look, const base::Error& error);
    void tellOfGrown();
    void importNext();
    bool begin(const FolderFile& file);
    void conclude(const QByteArray& name, const base::Error& error);
    base::Outcome remove(const QByteArray& name);

    const Settings m_settings;
    domain::ports::Scanner& m_scanner;
    FileWriters m_writers;
    FileClaims m_claims;
    ReadFiles m_read;
    QTimer m_timer;
    QHash<QByteArray, Seen> m_seen;        ///< not yet taken, by name
    QHash<QByteArray, FileLook> m_settled; ///< imported or refused as it was then
    QSet<QByteArray> m_waiting;            ///< imported, not yet stored
    std::deque<FolderFile> m_queue;
    QByteArray m_importing;
    std::unique_ptr<domain::ports::ScanJob> m_job;
    bool m_running = false;
    bool m_held = false;
};

}
