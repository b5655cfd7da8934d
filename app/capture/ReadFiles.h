#pragma once

#include "app/capture/FolderFiles.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QHash>
#include <QSet>
#include <QString>

#include <vector>

namespace motcua::capture {

/// Files of a share that were read whole as far as anybody can tell, kept hidden for a while before they are deleted: a device that was
/// not done after all goes on writing into the same file, and then it is given back under its own name. Not thread-safe.
class ReadFiles {
public:
    ReadFiles(QString folder, int graceMs) : m_folder(std::move(folder)), m_graceMs(graceMs) {}

    /// False: it cannot be renamed; somebody may hold it open.
    bool put(const QByteArray& name, const FileLook& look);
    /// Deletes those that nobody has written to for the grace, by this desk's clock. Returns the names of those that were written to since they were
    /// read and lie in the folder again; where another file has the name by now, with a number behind it. Those of an earlier life of the program, or
    /// of another desk, too.
    std::vector<QByteArray> look();

private:
    struct Seen {
        FileLook look;
        QElapsedTimer since;
    };

    QByteArray pathOf(const QByteArray& name) const;
    bool wasNoted(const QByteArray& hidden, const FileLook& now);

    const QString m_folder;
    const int m_graceMs;
    QHash<QByteArray, Seen> m_seen; ///< by hidden name
    QSet<QByteArray> m_doubted;     ///< hidden names
};

}
