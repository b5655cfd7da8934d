#include "app/station/FolderWatch.h"

namespace motcua::station {

using capture::WatchedFolder;
using counter::Inbox;
using counter::Scanning;

FolderWatch::FolderWatch(counter::Counter& counter, domain::ports::Scanner& scanner) : m_counter(counter), m_scanner(scanner) {
    m_start.setSingleShot(true);
    connect(&m_start, &QTimer::timeout, this, &FolderWatch::run);
    connect(&m_counter.inbox(), &Inbox::folderChanged, this, &FolderWatch::replaceFolder);
    connect(&m_counter.inbox(), &Inbox::fileKept, this, &FolderWatch::remove);
    for (auto ended : {&Scanning::finished, &Scanning::devicesFound})
        connect(&m_counter.scanning(), ended, this, [this] {
            if (m_folder)
                m_folder->setHeld(m_counter.scanning().isBusy());
        });
    connect(&m_counter.scanning(), &Scanning::started, this, [this] {
        if (m_folder)
            m_folder->setHeld(true);
    });
    replaceFolder();
}

FolderWatch::~FolderWatch() {
    stop();
}

void FolderWatch::setSeated(bool seated) {
    // A supervisor who takes no intakes would put a citizen's pages where nobody looks.
    m_seated = seated && m_counter.desk().may(domain::Role::Clerk);
    stop();
    // The screens that tell what is found are only being made.
    m_start.start(0);
}

void FolderWatch::replaceFolder() {
    stop();
    if (m_folder)
        m_folder.release()->deleteLater();
    const QString path = m_counter.inbox().folder();
    if (path.isEmpty())
        return;
    Inbox& inbox = m_counter.inbox();
    m_folder = std::make_unique<WatchedFolder>(WatchedFolder::Settings{.path = path}, m_scanner);
    m_folder->setHeld(m_counter.scanning().isBusy());
    connect(m_folder.get(), &WatchedFolder::pageRead, &inbox, &Inbox::addPage);
    connect(m_folder.get(), &WatchedFolder::fileImported, &inbox, &Inbox::finishFile);
    connect(m_folder.get(), &WatchedFolder::fileRefused, &inbox, &Inbox::refuseFile);
    m_start.start(0);
}

void FolderWatch::run() {
    if (!m_seated || !m_folder)
        return;
    const auto started = m_folder->start();
    if (started)
        return;
    constexpr int betweenTries = 10'000;
    m_start.start(betweenTries);
    if (!m_toldMissing)
        m_counter.inbox().report({}, started.error());
    m_toldMissing = true;
}

void FolderWatch::stop() {
    m_start.stop();
    m_toldMissing = false;
    if (m_folder)
        m_folder->stop();
    m_counter.inbox().forget();
}

void FolderWatch::remove(const QString& file) {
    if (!m_folder)
        return;
    if (const auto gone = m_folder->stored(file); !gone)
        m_counter.inbox().report(file, gone.error());
}

}
