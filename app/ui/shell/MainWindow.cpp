#include "app/ui/shell/MainWindow.h"

#include "app/ui/shell/AltDigits.h"
#include "app/ui/shell/EnrolPage.h"
#include "app/ui/shell/FocusKeeper.h"
#include "app/ui/shell/IdleWatch.h"
#include "app/ui/shell/LoginPage.h"
#include "app/ui/shell/Preferences.h"
#include "app/ui/shell/ScanCatcher.h"
#include "app/ui/shell/Workbench.h"
#include "app/ui/style/Theme.h"

#include <QApplication>
#include <QCloseEvent>
#include <QScreen>
#include <QStackedWidget>
#include <QWindow>

namespace motcua::ui {

namespace {

constexpr QSize usualSize{1366, 768};
constexpr QSize leastSize{1024, 640};

}

MainWindow::MainWindow(counter::SessionControl& session, Preferences& preferences, Places places)
    : m_session(session), m_preferences(preferences), m_places(std::move(places)), m_stack(new QStackedWidget(this)),
      m_login(new LoginPage(m_stack)) {
    setWindowTitle(QStringLiteral("Một Cửa"));
    setWindowIcon(Theme::icon(QStringLiteral("motcua"), Token::AccentText));
    fitScreen();
    resize(usualSize.boundedTo(screen()->availableSize()));
    m_stack->addWidget(m_login);
    setCentralWidget(m_stack);
    connect(m_login, &LoginPage::unlockRequested, &m_session, &counter::SessionControl::unlock);
    connect(&m_session, &counter::SessionControl::busyChanged, m_login, &LoginPage::setBusy);
    connect(&m_session, &counter::SessionControl::unlockFailed, m_login, &LoginPage::showError);
    connect(&m_session, &counter::SessionControl::stateChanged, this, &MainWindow::showState);
    connect(&m_session, &counter::SessionControl::unlocked, this, [this] {
        m_workbench->remindOfPassword(!m_session.passwordFlaw().code.isEmpty());
        m_workbench->remindOfSignature();
    });
    connect(&m_session, &counter::SessionControl::passwordChanged, this, [this] { m_workbench->remindOfPassword(false); });
    new AltDigits(this);
    // Whoever scans is at work: the watch over idleness hears of keys before they are caught.
    m_catcher = new ScanCatcher(this);
    m_catcher->setTypingOnly(m_login);
    connect(m_catcher, &ScanCatcher::scanned, this, &MainWindow::takeScan);
    connect(m_catcher, &ScanCatcher::unreadable, this, &MainWindow::refuseScan);
    new FocusKeeper(this);
    auto* idle = new IdleWatch(this);
    connect(idle, &IdleWatch::used, &m_session, &counter::SessionControl::activity);
    restoreGeometry(m_preferences.windowGeometry());
    showState();
}

MainWindow::~MainWindow() {
    // The places hold the station's use cases: they go first.
    delete m_workbench;
}

/// Large pixels leave fewer of them: 1280×720 at 150 % are 853×480.
void MainWindow::fitScreen() {
    const QSize frame = isVisible() ? frameGeometry().size() - size() : QSize(0, 0);
    setMinimumSize(leastSize.boundedTo(screen()->availableSize() - frame));
}

void MainWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    const auto follow = [this] {
        disconnect(m_screenSize);
        m_screenSize = connect(screen(), &QScreen::availableGeometryChanged, this, &MainWindow::fitScreen);
        fitScreen();
    };
    if (!m_screenSize)
        connect(windowHandle(), &QWindow::screenChanged, this, follow);
    follow();
}

void MainWindow::showState() {
    using State = counter::SessionControl::State;
    switch (m_session.state()) {
    case State::NotEnrolled:
        if (!m_enrol) {
            m_enrol = new EnrolPage(m_stack);
            m_stack->addWidget(m_enrol);
            m_catcher->setUnwatched(m_enrol);
            connect(m_enrol, &EnrolPage::enrolRequested, &m_session, &counter::SessionControl::enrol);
            connect(&m_session, &counter::SessionControl::busyChanged, m_enrol, &EnrolPage::setBusy);
            connect(&m_session, &counter::SessionControl::enrolFailed, m_enrol, &EnrolPage::showError);
        }
        m_stack->setCurrentWidget(m_enrol);
        break;
    case State::Closed:
        delete m_workbench;
        m_workbench = nullptr;
        // It holds the password that was chosen.
        if (m_enrol)
            m_enrol->deleteLater();
        m_enrol = nullptr;
        m_stack->setCurrentWidget(m_login);
        m_login->showClosed(m_session.lastLogin());
        break;
    case State::Locked:
        showLock();
        break;
    case State::Unlocked:
        showWorkbench();
        break;
    }
}

void MainWindow::showWorkbench() {
    if (!m_workbench) {
        m_session.counter()->scanning().setDevice(m_preferences.scanner());
        m_workbench = new Workbench(*m_session.counter(), m_places, m_stack);
        m_stack->addWidget(m_workbench);
        connect(m_workbench, &Workbench::lockRequested, this, &MainWindow::lock);
        m_stack->setCurrentWidget(m_workbench);
        m_workbench->activate();
        return;
    }
    m_stack->setCurrentWidget(m_workbench);
    m_workbench->reseat();
}

void MainWindow::lock() {
    m_workbench->deactivate();
    m_session.lock();
}

void MainWindow::showLock() {
    if (m_workbench)
        m_workbench->deactivate();
    const QString name = m_session.counter() ? m_session.counter()->desk().account().name : QString();
    m_stack->setCurrentWidget(m_login);
    m_login->showLocked(m_session.lastLogin(), name);
}

void MainWindow::takeScan(const domain::Scan& scan) {
    while (QWidget* popup = QApplication::activePopupWidget())
        popup->close();
    if (QApplication::activeModalWidget())
        refuseScan({QStringLiteral("scan.window-open")});
    else if (m_stack->currentWidget() == m_workbench && m_workbench)
        m_workbench->takeScan(scan);
    else
        refuseScan({QStringLiteral("scan.nobody-here")});
}

void MainWindow::refuseScan(const base::Error& error) {
    if (m_stack->currentWidget() == m_login)
        m_login->say(error);
    else if (m_workbench)
        m_workbench->refuseScan(error);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    m_preferences.setWindowGeometry(saveGeometry());
    if (m_workbench)
        m_workbench->deactivate();
    m_session.close();
    QMainWindow::closeEvent(event);
}

}
