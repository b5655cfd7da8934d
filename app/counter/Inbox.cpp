#include "app/counter/Inbox.h"

#include "app/counter/PageHolder.h"
#include "app/counter/Scanning.h"

#include <QDir>
#include <QFileInfo>

#include <numeric>

namespace motcua::counter {

Inbox::Inbox(PageHolder& intake, Scanning& scanning) : m_intake(intake), m_scanning(scanning) {
    connect(&m_scanning, &Scanning::finished, this, &Inbox::takeWaiting);
}

Inbox::~Inbox() = default;

base::Outcome Inbox::setDossier(const QString& path) {
    const QString typed = path.trimmed();
    if (!typed.isEmpty() && QDir::isRelativePath(typed))
        return base::fail(QStringLiteral("watch.not-absolute"));
    const QString directory = typed.isEmpty() ? QString() : QDir::cleanPath(typed);
    if (directory == m_directory)
        return base::done();
    m_directory = directory;
    emit directoryChanged();
    return base::done();
}

void Inbox::addPage(const QString& file, const domain::ports::ScannedPage& page) {
    if (m_coming.path != file)
        m_coming = {file, {}};
    m_coming.pages.push_back(page);
}

void Inbox::finishFile(const QString& file) {
    if (m_coming.path != file) {
        report(file, {QStringLiteral("import.damaged")});
        return;
    }
    m_waiting.push_back(std::exchange(m_coming, {}));
    takeWaiting();
}

void Inbox::refuseFile(const QString& file, const base::Error& error) {
    m_coming = {};
    report(file, error);
}

void Inbox::report(const QString& file, const base::Error& error) {
    emit failed(QFileInfo(file).fileName(), error);
}

void Inbox::forget() {
    m_coming = {};
    m_waiting.clear();
}

void Inbox::takeWaiting() {
    while (!m_waiting.empty() && !m_scanning.isBusy()) {
        const File file = std::move(m_waiting.front());
        m_waiting.pop_front();
        PageHolder& holder = m_other ? *m_other : m_intake;
        if (const auto taken = holder.takeAll(file.pages); !taken) {
            report(file.path, taken.error());
            continue;
        }
        emit pagesTaken(std::accumulate(file.pages.begin(), file.pages.end(), 0,
            [&holder](int sum, const domain::ports::ScannedPage& page) { return sum + holder.pagesIn(page); }));
        emit fileKept(file.path);
    }
}

}
