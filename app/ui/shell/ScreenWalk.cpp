#include "app/ui/shell/ScreenWalk.h"

#include "app/ui/shell/Language.h"
#include "app/ui/shell/MainWindow.h"
#include "app/ui/shell/SearchPalette.h"
#include "app/ui/shell/Workbench.h"

#include <QDir>
#include <QFileInfo>

#include <chrono>

namespace motcua::ui {

namespace {

constexpr std::chrono::milliseconds rest{250};
const char* const languages[] = {"vi", "en"};

}

ScreenWalk::ScreenWalk(MainWindow& window, counter::SessionControl& session, Language& language, const QString& directory)
    : m_window(window), m_session(session), m_language(language), m_directory(directory) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(rest);
    connect(&m_rest, &QTimer::timeout, this, &ScreenWalk::next);
}

void ScreenWalk::start(const QString& login, const base::Secret& password) {
    m_login = login;
    m_password = password;
    connect(&m_session, &counter::SessionControl::unlocked, this, &ScreenWalk::planPlaces);
    connect(&m_session, &counter::SessionControl::unlockFailed, this, [this] { emit finished(false); });
    const QString first = m_session.state() == counter::SessionControl::State::NotEnrolled ? QStringLiteral("enrol") : QStringLiteral("login");
    for (const char* language : languages)
        m_steps.push_back(
            {QString::fromLatin1(language) + QLatin1Char('/') + first, [this, language] { m_language.apply(QString::fromLatin1(language)); }});
    if (!login.isEmpty())
        m_steps.push_back({QString(), [this] { m_session.unlock(m_login, m_password); }});
    m_steps.front().show();
    m_rest.start();
}

void ScreenWalk::planPlaces() {
    Workbench* desk = m_window.workbench();
    for (const char* language : languages) {
        const QString prefix = QString::fromLatin1(language) + QLatin1Char('/');
        m_steps.push_back({QString(), [this, language] { m_language.apply(QString::fromLatin1(language)); }});
        for (const QString& place : desk->visiblePlaces())
            m_steps.push_back({prefix + place, [desk, place] { desk->go(place); }});
        m_steps.push_back({prefix + QStringLiteral("search"), [desk] { desk->search()->open(); }});
        m_steps.push_back({prefix + QStringLiteral("keys"), [desk] {
                               desk->search()->close();
                               desk->showKeys();
                           }});
        m_steps.push_back({QString(), [desk] { desk->deactivate(); }});
    }
    m_rest.start();
}

void ScreenWalk::next() {
    if (!m_steps[m_at].name.isEmpty())
        shoot(m_steps[m_at].name);
    if (++m_at == m_steps.size()) {
        emit finished(m_well);
        return;
    }
    const bool unlocking = m_session.state() != counter::SessionControl::State::Unlocked && m_at + 1 == m_steps.size() && !m_login.isEmpty();
    m_steps[m_at].show();
    if (!unlocking)
        m_rest.start();
}

void ScreenWalk::shoot(const QString& name) {
    const QString path = QDir(m_directory).filePath(name + QStringLiteral(".png"));
    m_well &= QDir().mkpath(QFileInfo(path).path()) && m_window.grab().save(path);
}

}
