#pragma once

#include "app/base/Result.h"
#include "app/domain/ports/Scanner.h"

#include <QObject>

#include <deque>
#include <vector>

namespace motcua::counter {

class PageHolder;
class Scanning;

/// What the watched directory brings, on its way into the open intake, or the supplement that stands open: each file whole or not at all, and none
/// between the pages of a scan. A file is told as kept when its pages are sealed and the draft names them; until then it is the only copy, and stays
/// where it is. Owner: Counter. Thread: GUI.
class Inbox : public QObject {
    Q_OBJECT

public:
    Inbox(PageHolder& intake, Scanning& scanning);
    ~Inbox() override;

    /// Full path; empty: no directory is watched.
    QString directory() const { return m_directory; }
    /// Error: "watch.not-absolute".
    base::Outcome setDossier(const QString& path);

    /// What comes from now on is this one's; null: the intake's again.
    void deliverTo(PageHolder* other) { m_other = other; }
    bool deliversTo(const PageHolder& holder) const { return &holder == (m_other ? m_other : &m_intake); }

    // For whoever watches the directory. `file` is a path; the pages of one file come before those of the next.
    void addPage(const QString& file, const domain::ports::ScannedPage& page);
    /// Taken at once, or after the scan that is running.
    void finishFile(const QString& file);
    void refuseFile(const QString& file, const base::Error& error);
    /// Something about `file` or, if that is empty, about the directory that the clerk should know.
    void report(const QString& file, const base::Error& error);
    /// Nobody is seated any more: what has not been taken comes again with its file.
    void forget();

signals:
    void directoryChanged();
    /// Separator sheets are none.
    void pagesTaken(int pages);
    /// The file may go.
    void fileKept(const QString& file);
    /// `name` is the file's, without its directory; empty: the directory itself. It is for the screen only, never for a log.
    void failed(const QString& name, const motcua::base::Error& error);

private:
    struct File {
        QString path;
        std::vector<domain::ports::ScannedPage> pages;
    };

    void takeWaiting();

    PageHolder& m_intake;
    PageHolder* m_other = nullptr; ///< what stands open instead; null: nothing
    Scanning& m_scanning;
    QString m_directory;
    File m_coming;
    std::deque<File> m_waiting;
};

}
