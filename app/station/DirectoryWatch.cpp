#include "app/station/DirectoryWatch.h"

namespace motcua::station {

using capture::WatchedDirectory;
using counter::Inbox;
using counter::Scanning;

DirectoryWatch::DirectoryWatch(counter::Counter& counter, domain::ports::Scanner& scanner) : m_counter(counter), m_scanner(scanner) {
    m_start.setSingleShot(true);
    connect(&m_start, &QTimer::timeout, this, &DirectoryWatch::run);
    connect(&m_counter.inbox(), &Inbox::directoryChanged, this, &DirectoryWatch::replaceDirectory);
    connect(&m_counter.inbox(), &Inbox::fileKept, this, &DirectoryWatch::remove);
    for (auto ended : {&Scanning::finished, &Scanning::devicesFound})
        connect(&m_counter.scanning(), ended, this, [this] {
            if (m_directory)
                m_directory->setHeld(m_counter.scanning().isBusy());
        });
    connect(&m_counter.scanning(), &Scanning::started, this, [this] {
        if (m_directory)
            m_directory->setHeld(true);
    });
    replaceDirectory();
}

DirectoryWatch::~DirectoryWatch() {
    stop();
}

void DirectoryWatch::setSeated(bool seated) {
    // A supervisor who takes no intakes would put a citizen's pages where nobody looks.
    m_seated = seated && m_counter.desk().may(domain::Role::Clerk);
    stop();
    // The screens that tell what is found are only being made.
    m_start.start(0);
}

void DirectoryWatch::replaceDirectory() {
    stop();
    if (m_directory)
        m_directory.release()->deleteLater();
    const QString path = m_counter.inbox().directory();
    if (path.isEmpty())
        return;
    Inbox& inbox = m_counter.inbox();
    // What this desk was taking when it stopped is its own again at once.
    const QByteArray desk = m_counter.desk().station().toString().toUtf8();
    m_directory = std::make_unique<WatchedDirectory>(WatchedDirectory::Settings{.path = path, .owner = desk}, m_scanner);
    m_directory->setHeld(m_counter.scanning().isBusy());
    connect(m_directory.get(), &WatchedDirectory::pageRead, &inbox, &Inbox::addPage);
    connect(m_directory.get(), &WatchedDirectory::fileImported, &inbox, &Inbox::finishFile);
    connect(m_directory.get(), &WatchedDirectory::fileRefused, &inbox, &Inbox::refuseFile);
    m_start.start(0);
}

void DirectoryWatch::run() {
    if (!m_seated || !m_directory)
        return;
    const auto started = m_directory->start();
    if (started)
        return;
    constexpr int betweenTries = 10'000;
    m_start.start(betweenTries);
    if (!m_toldMissing)
        m_counter.inbox().report({}, started.error());
    m_toldMissing = true;
}

void DirectoryWatch::stop() {
    m_start.stop();
    m_toldMissing = false;
    if (m_directory)
        m_directory->stop();
    m_counter.inbox().forget();
}

void DirectoryWatch::remove(const QString& file) {
    if (!m_directory)
        return;
    if (const auto gone = m_directory->stored(file); !gone)
        m_counter.inbox().report(file, gone.error());
}

}
