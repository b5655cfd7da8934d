#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace motcua::capture {

/// A file's look: two that are equal are of one file that nobody has written to between them, whatever moment of change it was given.
struct FileLook {
    qint64 size = -1;   ///< bytes; -1: there is no such file
    qint64 changed = 0; ///< nanoseconds since 1970
    qint64 noted = 0;   ///< when the file system last noted anything about it, a new name too; likewise
    quint64 number = 0; ///< inode
    bool readable = false;
    friend bool operator==(const FileLook&, const FileLook&) = default;
};

struct FolderFile {
    QByteArray name; ///< as the file system has it: any bytes
    FileLook look;
};

/// The plain files of a folder that somebody may have put there as pages, oldest first, those of one moment in the natural order of
/// their names ("9" before "10"). Links, hidden files, what is still called unfinished (".part") and what is never a page (".txt",
/// ".xml") are left out. Empty when the folder is away.
std::vector<FolderFile> filesIn(const QString& folder);

/// All names in a folder that begin with `prefix`, hidden or not.
std::vector<QByteArray> namesBeginning(const QString& folder, const QByteArray& prefix);

FileLook lookAt(const QByteArray& path);

/// Whether the folder lies on another machine, where nobody can be asked who is writing.
bool isRemote(const QString& folder);

/// Renames a file of the folder; where another one has that name already, with a number behind it. Never over another file. Returns the name that
/// it has then; empty: it keeps its own.
QByteArray renamed(const QString& folder, const QByteArray& name, const QByteArray& wanted);

/// Gives a file whose name is no UTF-8 (an old copier's code page) one that is, in the same folder; never over another file.
/// Empty when that cannot be done.
QByteArray renamedToUtf8(const QString& folder, const QByteArray& name);
bool isUtf8(const QByteArray& name);

}
