#pragma once

#include "app/counter/SessionControl.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace motcua::ui {

class Language;
class MainWindow;

/// Goes through every place the user may see, in both languages, and saves a picture of each: DIR/vi/intake.png, … Pictures are
/// taken when the window has come to rest. Owner: main(). Thread: GUI.
class ScreenWalk : public QObject {
    Q_OBJECT

public:
    ScreenWalk(MainWindow& window, counter::SessionControl& session, Language& language, const QString& directory);

    /// Pictures of the login, then of all that `login` may see. Without a login only the first page.
    void start(const QString& login, const base::Secret& password);

signals:
    /// False: not signed in, or a picture could not be saved.
    void finished(bool well);

private:
    struct Step {
        QString name;
        std::function<void()> show;
    };

    void planPlaces();
    void next();
    void shoot(const QString& name);

    MainWindow& m_window;
    counter::SessionControl& m_session;
    Language& m_language;
    QString m_directory;
    QString m_login;
    base::Secret m_password;
    std::vector<Step> m_steps;
    size_t m_at = 0;
    bool m_well = true;
    QTimer m_rest;
};

}
