#pragma once

#include "app/counter/SessionControl.h"
#include "app/domain/Scan.h"
#include "app/ui/shell/Places.h"

#include <QMainWindow>

class QStackedWidget;

namespace motcua::ui {

class EnrolPage;
class LoginPage;
class Preferences;
class ScanCatcher;
class Workbench;

/// The one window: enrolment, login or lock, then the workbench. Never larger than the screen it is on, at any scale: what has no room there
/// scrolls in its place. Owner: main(). Thread: GUI.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(counter::SessionControl& session, Preferences& preferences, Places places);
    ~MainWindow() override;

    /// Null until the first unlock.
    Workbench* workbench() const { return m_workbench; }
    LoginPage* login() const { return m_login; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void fitScreen();
    void showState();
    void showWorkbench();
    void showLock();
    void lock();
    void takeScan(const domain::Scan& scan);
    void refuseScan(const base::Error& error);

    counter::SessionControl& m_session;
    Preferences& m_preferences;
    const Places m_places;
    QStackedWidget* m_stack;
    LoginPage* m_login;
    EnrolPage* m_enrol = nullptr;
    ScanCatcher* m_catcher = nullptr;
    Workbench* m_workbench = nullptr;
    QMetaObject::Connection m_screenSize;
};

}
