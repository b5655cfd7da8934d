#include "app/capture/FileClaims.h"

#include "app/capture/FolderFiles.h"

#include <QCryptographicHash>
#include <QFile>
#include <QUuid>

#include <array>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace motcua::capture {

namespace {

const QByteArray claimPrefix = QByteArrayLiteral(".motcua-claim-");

/// The words of a claim; empty: there is none, or it is being written.
QByteArray wordsIn(const QByteArray& path) {
    constexpr size_t most = 256;
    const int file = ::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0)
        return {};
    std::array<char, most> bytes{};
    const ssize_t size = ::read(file, bytes.data(), bytes.size());
    ::close(file);
    return size > 0 ? QByteArray(bytes.data(), size) : QByteArray();
}

bool written(int file, const QByteArray& words) {
    const bool all = ::write(file, words.constData(), static_cast<size_t>(words.size())) == words.size();
    const int reason = errno;
    ::close(file);
    errno = reason;
    return all;
}

/// Where nothing is, of any kind.
bool wroteNew(const QByteArray& path, const QByteArray& words) {
    const int file = ::open(path.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, S_IRUSR | S_IWUSR);
    if (file < 0)
        return false;
    // Another desk may run as another user. A share that knows no such modes keeps its own.
    ::fchmod(file, S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH);
    return written(file, words);
}

/// In the claim that lies there, if it is a plain file of one name: what somebody put in its place may be any other file.
bool wroteAgain(const QByteArray& path, const QByteArray& words) {
    const int file = ::open(path.constData(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    struct stat state = {};
    if (file < 0)
        return false;
    if (::fstat(file, &state) == 0 && S_ISREG(state.st_mode) && state.st_nlink == 1 && ::ftruncate(file, 0) == 0)
        return written(file, words);
    ::close(file);
    return false;
}

/// A name beside the claim that nobody else can know.
QByteArray besideOf(const QByteArray& path) {
    return path + '-' + QUuid::createUuid().toByteArray(QUuid::Id128);
}

QByteArray ownerIn(const QByteArray& words) {
    return words.left(words.indexOf('\n'));
}

}

FileClaims::FileClaims(QString folder, QByteArray owner, int staleMs) : m_folder(std::move(folder)), m_owner(std::move(owner)), m_staleMs(staleMs) {
    m_refreshed.start();
}

FileClaims::~FileClaims() {
    releaseAll();
}

QByteArray FileClaims::pathOf(const QByteArray& name) const {
    return QFile::encodeName(m_folder) + '/' + claimPrefix + QCryptographicHash::hash(name, QCryptographicHash::Sha1).toHex();
}

QByteArray FileClaims::words() {
    return m_owner + '\n' + QByteArray::number(++m_beat) + '\n';
}

Claim FileClaims::take(const QByteArray& name) {
    const QByteArray path = pathOf(name);
    if (wroteNew(path, words())) {
        m_mine.insert(name);
        return Claim::Mine;
    }
    if (errno != EEXIST) {
        m_unguarded.insert(name);
        return Claim::Unguarded;
    }
    const QByteArray found = wordsIn(path);
    if (ownerIn(found) == m_owner) {
        // Of an earlier life of this desk, or taken over at the last look and not lost to a third one since.
        m_mine.insert(name);
        m_others.remove(path);
        return Claim::Mine;
    }
    if (isStale(path, found))
        takeOver(path);
    return Claim::Others;
}

/// By this desk's own clock: that of another machine may say anything.
bool FileClaims::isStale(const QByteArray& path, const QByteArray& found) {
    Heard& heard = m_others[path];
    if (!heard.since.isValid() || heard.words != found) {
        heard.words = found;
        heard.since.start();
    }
    return heard.since.hasExpired(m_staleMs);
}

/// Whoever of several puts a claim there last has it, and finds that out at the next look. A directory, which no file can be put over, is moved out
/// of the way with what is in it.
void FileClaims::takeOver(const QByteArray& path) {
    const QByteArray fresh = besideOf(path);
    const bool put = wroteNew(fresh, words()) && ::rename(fresh.constData(), path.constData()) == 0;
    if (!put)
        ::unlink(fresh.constData());
    struct stat state = {};
    if (!put && ::lstat(path.constData(), &state) == 0 && S_ISDIR(state.st_mode))
        ::rename(path.constData(), (besideOf(path) + ".aside").constData());
    m_others.remove(path);
}

bool FileClaims::isMine(const QByteArray& name) const {
    return m_unguarded.contains(name) || (m_mine.contains(name) && ownerIn(wordsIn(pathOf(name))) == m_owner);
}

void FileClaims::release(const QByteArray& name) {
    m_unguarded.remove(name);
    if (isMine(name))
        ::unlink(pathOf(name).constData());
    m_mine.remove(name);
}

void FileClaims::releaseAll() {
    const QSet<QByteArray> mine = m_mine;
    for (const QByteArray& name : mine)
        release(name);
    m_unguarded.clear();
}

void FileClaims::refresh() {
    constexpr int beatsInTime = 6;
    if (!m_refreshed.hasExpired(m_staleMs / beatsInTime))
        return;
    m_refreshed.start();
    for (const QByteArray& name : std::as_const(m_mine))
        if (isMine(name))
            wroteAgain(pathOf(name), words());
    QSet<QByteArray> wanted;
    for (const FolderFile& file : filesIn(m_folder))
        wanted.insert(pathOf(file.name));
    for (const QByteArray& claim : namesBeginning(m_folder, claimPrefix)) {
        const QByteArray path = QFile::encodeName(m_folder) + '/' + claim;
        if (!wanted.contains(path) && isStale(path, wordsIn(path))) {
            ::unlink(path.constData());
            m_others.remove(path);
        }
    }
}

}
