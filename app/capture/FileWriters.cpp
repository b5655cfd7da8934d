#include "app/capture/FileWriters.h"

#include <QFile>
#include <QSocketNotifier>

#include <array>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/inotify.h>
#include <unistd.h>

namespace motcua::capture {

namespace {

/// A lease is only given where nobody writes. It is handed back at once; should somebody open the file in this very moment, the
/// kernel's word for it is a signal that a program ignores unless it says otherwise.
Writer byLease(const QByteArray& path) {
    const int file = ::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0)
        return Writer::Unknown;
    ::fcntl(file, F_SETSIG, SIGURG);
    Writer writer = Writer::Unknown;
    if (::fcntl(file, F_SETLEASE, F_RDLCK) == 0) {
        ::fcntl(file, F_SETLEASE, F_UNLCK);
        writer = Writer::Gone;
    } else if (errno == EAGAIN) {
        writer = Writer::There;
    }
    ::close(file);
    return writer;
}

/// A share refuses to open for writing what a device holds open for itself alone. Nothing is written.
Writer byOpening(const QByteArray& path) {
    const int file = ::open(path.constData(), O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0)
        return errno == EBUSY || errno == ETXTBSY ? Writer::There : Writer::Unknown;
    ::close(file);
    return Writer::Unknown;
}

}

FileWriters::FileWriters(QString folder, bool remote) : m_folder(std::move(folder)), m_remote(remote) {}

FileWriters::~FileWriters() {
    stop();
}

void FileWriters::listen() {
    if (m_watch >= 0)
        return;
    if (m_inotify < 0) {
        m_inotify = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
        if (m_inotify < 0)
            return;
        m_notifier = new QSocketNotifier(m_inotify, QSocketNotifier::Read, this);
        connect(m_notifier, &QSocketNotifier::activated, this, &FileWriters::hear);
    }
    m_watch = ::inotify_add_watch(m_inotify, QFile::encodeName(m_folder).constData(),
        IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE | IN_ATTRIB | IN_DELETE_SELF | IN_ONLYDIR);
}

void FileWriters::stop() {
    delete m_notifier;
    m_notifier = nullptr;
    if (m_inotify >= 0)
        ::close(m_inotify);
    m_inotify = -1;
    m_watch = -1;
    m_opened.clear();
    m_closed.clear();
}

void FileWriters::hear() {
    alignas(inotify_event) std::array<char, 16 * 1024> words{};
    bool others = false;
    for (ssize_t size = 0; (size = ::read(m_inotify, words.data(), words.size())) > 0;) {
        for (const char* at = words.data(); at < words.data() + size;) {
            const auto* event = reinterpret_cast<const inotify_event*>(at);
            at += sizeof(inotify_event) + event->len;
            const QByteArray name(event->len > 0 ? static_cast<const char*>(event->name) : "");
            others = others || !name.startsWith(".motcua");
            if (event->mask & IN_IGNORED)
                m_watch = -1;
            if (event->mask & (IN_CREATE | IN_MODIFY)) {
                m_opened.insert(name);
                m_closed.remove(name);
            }
            if (event->mask & (IN_CLOSE_WRITE | IN_DELETE | IN_MOVED_TO))
                m_opened.remove(name);
            if (event->mask & IN_CLOSE_WRITE)
                m_closed.insert(name);
            if (event->mask & IN_DELETE)
                m_closed.remove(name);
        }
    }
    if (others)
        emit stirred();
}

Writer FileWriters::writerOf(const QByteArray& name) const {
    const QByteArray path = QFile::encodeName(m_folder) + '/' + name;
    if (m_remote)
        return byOpening(path);
    if (const Writer known = byLease(path); known != Writer::Unknown)
        return known;
    if (m_opened.contains(name))
        return Writer::There;
    return m_closed.contains(name) ? Writer::Gone : Writer::Unknown;
}

}
