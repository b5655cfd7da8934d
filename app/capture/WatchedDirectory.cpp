#include "app/capture/WatchedDirectory.h"

#include "app/base/Logging.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace motcua::capture {

using domain::ports::ScanJob;
using domain::ports::ScannedPage;

namespace {

const QStringList patterns{QStringLiteral("*.pdf"), QStringLiteral("*.jpg"), QStringLiteral("*.jpeg"), QStringLiteral("*.png"),
    QStringLiteral("*.tif"), QStringLiteral("*.tiff")};

}

WatchedDirectory::WatchedDirectory(Settings settings, domain::ports::Scanner& scanner) : m_settings(std::move(settings)), m_scanner(scanner) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &WatchedDirectory::look);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] {
        if (m_running)
            m_timer.start(std::min(m_settings.stableMs, m_timer.isActive() ? m_timer.remainingTime() : m_settings.stableMs));
    });
}

WatchedDirectory::~WatchedDirectory() = default;

base::Outcome WatchedDirectory::start() {
    if (!QFileInfo(m_settings.path).isDir())
        return base::fail(QStringLiteral("watch.directory-missing"));
    m_running = true;
    m_watcher.addPath(m_settings.path);
    m_timer.start(0);
    return base::done();
}

void WatchedDirectory::stop() {
    m_running = false;
    m_timer.stop();
    m_queue.clear();
    m_growing.clear();
    if (m_job)
        m_settled.remove(m_importing);
    m_job.reset();
    for (const QString& path : std::as_const(m_waiting))
        m_settled.remove(path);
    m_waiting.clear();
}

void WatchedDirectory::setHeld(bool held) {
    m_held = held;
    importNext();
}

WatchedDirectory::Look WatchedDirectory::lookAt(const QString& path) {
    const QFileInfo file(path);
    return {file.size(), file.lastModified()};
}

void WatchedDirectory::look() {
    QHash<QString, Look> growing;
    QHash<QString, Look> settled;
    // Links are left alone: they could lead anywhere.
    const QFileInfoList files =
        QDir(m_settings.path).entryInfoList(patterns, QDir::Files | QDir::Readable | QDir::NoSymLinks, QDir::Time | QDir::Reversed);
    for (const QFileInfo& file : files) {
        const QString path = file.absoluteFilePath();
        const Look now{file.size(), file.lastModified()};
        if (const auto known = m_settled.constFind(path); known != m_settled.constEnd())
            settled.insert(path, *known);
        const bool queued = std::find(m_queue.begin(), m_queue.end(), path) != m_queue.end();
        if (queued || settled.value(path) == now)
            continue;
        if (now.size > 0 && m_growing.value(path) == now)
            m_queue.push_back(path);
        else
            growing.insert(path, now);
    }
    // What is waiting is remembered even while a network directory is away.
    for (const QString& path : std::as_const(m_waiting))
        settled.insert(path, m_settled.value(path));
    m_settled = std::move(settled);
    m_growing = std::move(growing);
    m_timer.start(m_growing.isEmpty() ? m_settings.idleMs : m_settings.stableMs);
    importNext();
}

void WatchedDirectory::importNext() {
    if (m_job || m_queue.empty() || !m_running || m_held)
        return;
    const QString path = m_queue.front();
    m_queue.pop_front();
    m_settled.insert(path, lookAt(path));
    m_waiting.remove(path);
    m_importing = path;
    m_job = m_scanner.importFiles({path});
    connect(m_job.get(), &ScanJob::pageRead, this, [this, path](const ScannedPage& page) { emit pageRead(path, page); });
    connect(m_job.get(), &ScanJob::finished, this, [this, path](const base::Error& error) { conclude(path, error); });
}

void WatchedDirectory::conclude(const QString& path, const base::Error& error) {
    // The job is still speaking: it may only go when it has finished its sentence.
    m_job.release()->deleteLater();
    if (error.code.isEmpty()) {
        m_waiting.insert(path);
        emit fileImported(path);
    } else {
        qCInfo(base::lcCapture).noquote() << "watched folder: refused:" << error.code;
        emit fileRefused(path, error);
    }
    importNext();
}

base::Outcome WatchedDirectory::stored(const QString& path) {
    if (!m_waiting.remove(path))
        return base::fail(QStringLiteral("watch.unknown-file"));
    if (m_settled.value(path) != lookAt(path)) {
        m_settled.remove(path);
        m_timer.start(0);
        return base::fail(QStringLiteral("watch.changed"));
    }
    if (!QFile::remove(path))
        return base::fail(QStringLiteral("watch.not-deleted"));
    m_settled.remove(path);
    return base::done();
}

}
