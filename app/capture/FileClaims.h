#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QHash>
#include <QSet>
#include <QString>

namespace motcua::capture {

enum class Claim {
    Mine,
    Others,   ///< another desk is taking the file, or died doing so less than `staleMs` ago
    Unguarded ///< nothing can be written into the folder: nobody can claim there
};

/// Which desk takes which file of a folder that several watch. A claim is a small hidden file beside it, made so that only one desk can
/// make it; whoever holds it says so again and again, and a claim that is not heard of for `staleMs` by the claimant's own clock is
/// taken over. Works over SMB and NFS. One desk only writes its own name, "owner". Not thread-safe.
class FileClaims {
public:
    FileClaims(QString folder, QByteArray owner, int staleMs);
    ~FileClaims();
    FileClaims(const FileClaims&) = delete;
    FileClaims& operator=(const FileClaims&) = delete;

    Claim take(const QByteArray& name);
    /// Whether the file is still this desk's: it may have been taken over while this one stood still. True where nobody can claim.
    bool isMine(const QByteArray& name) const;
    void release(const QByteArray& name);
    void releaseAll();
    /// Says of each claim that it is still held; to be called a few times in `staleMs`. Clears away dead claims on files that are gone.
    void refresh();

private:
    struct Heard {
        QByteArray words;
        QElapsedTimer since;
    };

    QByteArray pathOf(const QByteArray& name) const;
    QByteArray words();
    bool isStale(const QByteArray& path, const QByteArray& found);
    void takeOver(const QByteArray& path);

    const QString m_folder;
    const QByteArray m_owner;
    const int m_staleMs;
    quint64 m_beat = 0;
    QElapsedTimer m_refreshed;
    QSet<QByteArray> m_mine;           ///< names
    QSet<QByteArray> m_unguarded;      ///< names
    QHash<QByteArray, Heard> m_others; ///< by claim
};

}
