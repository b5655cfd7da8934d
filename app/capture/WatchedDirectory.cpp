#include "app/capture/WatchedDirectory.h"

#include "app/base/Logging.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace motcua::capture {

using domain::ports::ScanJob;
using domain::ports::ScannedPage;

namespace {

base::Error damaged(const char* reason) {
    return {QStringLiteral("import.damaged"), {{QStringLiteral("reason"), QString::fromLatin1(reason)}}};
}

/// Written to so long ago, by the clock of whoever wrote it, that nobody is about to go on.
bool isOld(const FileLook& look) {
    constexpr qint64 old = 10LL * 60 * 1000;
    constexpr qint64 nanoseconds = 1'000'000;
    return QDateTime::currentMSecsSinceEpoch() - look.changed / nanoseconds > old;
}

}

WatchedDirectory::WatchedDirectory(Settings settings, domain::ports::Scanner& scanner)
    : m_settings(std::move(settings)), m_scanner(scanner), m_writers(m_settings.path, m_settings.remote.value_or(isRemote(m_settings.path))),
      m_claims(m_settings.path, m_settings.owner.isEmpty() ? QUuid::createUuid().toByteArray() : m_settings.owner, m_settings.claimMs),
      m_read(m_settings.path, m_settings.graceMs) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &WatchedDirectory::look);
    connect(&m_writers, &FileWriters::stirred, this, [this] {
        if (m_running)
            m_timer.start(std::min(m_settings.stableMs, m_timer.isActive() ? m_timer.remainingTime() : m_settings.stableMs));
    });
}

WatchedDirectory::~WatchedDirectory() = default;

base::Outcome WatchedDirectory::start() {
    if (!QFileInfo(m_settings.path).isDir())
        return base::fail(QStringLiteral("watch.directory-missing"));
    m_running = true;
    m_timer.start(0);
    return base::done();
}

void WatchedDirectory::stop() {
    m_running = false;
    m_timer.stop();
    m_queue.clear();
    m_seen.clear();
    if (m_job)
        m_settled.remove(m_importing);
    m_job.reset();
    for (const QByteArray& name : std::as_const(m_waiting))
        m_settled.remove(name);
    m_waiting.clear();
    m_claims.releaseAll();
}

void WatchedDirectory::setHeld(bool held) {
    m_held = held;
    importNext();
}

QByteArray WatchedDirectory::bytesOf(const QByteArray& name) const {
    return QFile::encodeName(m_settings.path) + '/' + name;
}

QString WatchedDirectory::pathOf(const QByteArray& name) const {
    return m_settings.path + QLatin1Char('/') + QFile::decodeName(name);
}

void WatchedDirectory::look() {
    m_writers.listen();
    m_claims.refresh();
    tellOfGrown();
    QHash<QByteArray, Seen> seen;
    QHash<QByteArray, FileLook> settled;
    for (const FolderFile& file : filesIn(m_settings.path)) {
        if (const auto known = m_settled.constFind(file.name); known != m_settled.constEnd())
            settled.insert(file.name, *known);
        const bool queued = std::any_of(m_queue.begin(), m_queue.end(), [&file](const FolderFile& each) { return each.name == file.name; });
        if (queued || (m_job && m_importing == file.name) || settled.value(file.name) == file.look)
            continue;
        const Seen now = seenNow(file);
        if (!isDone(file, now))
            seen.insert(file.name, now);
        else if (!admit(file))
            settled.insert(file.name, file.look);
    }
    // What is waiting is remembered even while a network directory is away.
    for (const QByteArray& name : std::as_const(m_waiting))
        settled.insert(name, m_settled.value(name));
    m_settled = std::move(settled);
    m_seen = std::move(seen);
    m_timer.start(m_seen.isEmpty() ? m_settings.idleMs : std::min(m_settings.stableMs, m_settings.idleMs));
    importNext();
}

WatchedDirectory::Seen WatchedDirectory::seenNow(const FolderFile& file) const {
    Seen seen = m_seen.value(file.name);
    if (!seen.since.isValid() || seen.look != file.look) {
        seen.look = file.look;
        seen.since.start();
    }
    return seen;
}

/// As far as can be told from outside; whether the file is whole by its own format is found out by reading it.
bool WatchedDirectory::isDone(const FolderFile& file, const Seen& seen) const {
    if (!seen.since.hasExpired(file.look.size > 0 ? m_settings.stableMs : m_settings.emptyMs))
        return false;
    switch (m_writers.writerOf(file.name)) {
    case Writer::Gone:
        return true;
    case Writer::There:
        return false;
    case Writer::Unknown:
        return seen.since.hasExpired(m_settings.quietMs) || isOld(file.look);
    }
    Q_UNREACHABLE();
}

/// Puts a file in the queue; false: it is told, and left as it is.
bool WatchedDirectory::admit(const FolderFile& file) {
    if (file.look.size == 0 || !file.look.readable) {
        refuse(file.name, file.look, damaged(file.look.size == 0 ? "empty" : "unreadable"));
        return false;
    }
    FolderFile named = file;
    if (!isUtf8(file.name)) {
        named.name = renamedToUtf8(m_settings.path, file.name);
        named.look.noted = lookAt(bytesOf(named.name)).noted;
    }
    if (named.name.isEmpty()) {
        refuse(file.name, file.look, {QStringLiteral("watch.bad-name")});
        return false;
    }
    m_queue.push_back(std::move(named));
    return true;
}

void WatchedDirectory::refuse(const QByteArray& name, const FileLook& look, const base::Error& error) {
    m_settled.insert(name, look);
    qCInfo(base::lcCapture).noquote() << "watched folder: refused:" << error.toLogLine();
    emit fileRefused(pathOf(name), error);
}

/// A device went on with a file that had been read: its pages are taken once more, as they are now.
void WatchedDirectory::tellOfGrown() {
    for (const QByteArray& name : m_read.look())
        emit fileRefused(pathOf(name), {QStringLiteral("watch.changed")});
}

void WatchedDirectory::importNext() {
    while (!m_job && !m_queue.empty() && m_running && !m_held) {
        const FolderFile file = m_queue.front();
        m_queue.pop_front();
        if (begin(file))
            return;
        // Another desk's, or written to again while it was waiting here: as if never seen.
        m_timer.start(m_settings.stableMs);
    }
}

bool WatchedDirectory::begin(const FolderFile& file) {
    const QByteArray name = file.name;
    if (lookAt(bytesOf(name)) != file.look || m_writers.writerOf(name) == Writer::There || m_claims.take(name) == Claim::Others)
        return false;
    // The desk that had it may have been done with it in this very moment.
    if (lookAt(bytesOf(name)) != file.look) {
        m_claims.release(name);
        return false;
    }
    const QString path = pathOf(name);
    m_settled.insert(name, file.look);
    m_waiting.remove(name);
    m_importing = name;
    m_job = m_scanner.importFiles({path});
    connect(m_job.get(), &ScanJob::pageRead, this, [this, path](const ScannedPage& page) { emit pageRead(path, page); });
    connect(m_job.get(), &ScanJob::finished, this, [this, name](const base::Error& error) { conclude(name, error); });
    return true;
}

void WatchedDirectory::conclude(const QByteArray& name, const base::Error& error) {
    // The job is still speaking: it may only go when it has finished its sentence.
    m_job.release()->deleteLater();
    if (error.code.isEmpty()) {
        m_waiting.insert(name);
        emit fileImported(pathOf(name));
    } else {
        m_claims.release(name);
        refuse(name, m_settled.value(name), error);
    }
    importNext();
}

base::Outcome WatchedDirectory::stored(const QString& path) {
    const QByteArray name = QFile::encodeName(path.section(QLatin1Char('/'), -1));
    if (!m_waiting.remove(name))
        return base::fail(QStringLiteral("watch.unknown-file"));
    if (!m_claims.isMine(name)) {
        m_claims.release(name);
        return base::fail(QStringLiteral("watch.taken-elsewhere"));
    }
    if (m_settled.value(name) != lookAt(bytesOf(name)) || m_writers.writerOf(name) == Writer::There) {
        m_settled.remove(name);
        m_claims.release(name);
        m_timer.start(0);
        return base::fail(QStringLiteral("watch.changed"));
    }
    return remove(name);
}

base::Outcome WatchedDirectory::remove(const QByteArray& name) {
    const bool certain = m_writers.writerOf(name) == Writer::Gone;
    const bool gone = certain ? QFile::remove(pathOf(name)) : m_read.put(name, m_settled.value(name));
    // Else the claim stays: this desk has its pages.
    if (!gone)
        return base::fail(QStringLiteral("watch.not-deleted"));
    m_settled.remove(name);
    m_claims.release(name);
    return base::done();
}

}
