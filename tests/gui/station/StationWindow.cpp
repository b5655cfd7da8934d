#include "tests/gui/station/StationWindow.h"

#include "app/ui/shell/Fonts.h"
#include "app/ui/shell/LoginPage.h"
#include "app/ui/shell/StandardPlaces.h"

#include <QDir>

namespace motcua::test {

QString inWords(const char* context, const char* source) {
    return QCoreApplication::translate(context, source);
}

StationWindow::StationWindow(const QString& directory)
    : m_directory(directory), m_scanner(m_scannerBench.scripted(QStringLiteral("page page"))),
      m_preferences(directory + QStringLiteral("/settings.ini")), m_theme(qApp) {
    ui::addFonts();
    m_language.apply(QStringLiteral("vi"));
    m_theme.apply(ui::SchemeChoice::Light, 1.0);
    m_preferences.setScanner(QStringLiteral("scripted:feeder"));
    station::StationSetup setup;
    setup.directory = stationDirectory(directory);
    setup.scanner = &m_scanner;
    station = std::make_unique<station::Station>(setup);
    window = std::make_unique<ui::MainWindow>(
        station->session(), m_preferences, ui::standardPlaces({station->session(), m_preferences, m_language, m_theme}));
    QObject::connect(&station->session(), &counter::SessionControl::unlocked, window.get(), [this] {
        counter().printing().setTarget({{}, m_directory + QStringLiteral("/paper")});
    });
    window->show();
    if (!QTest::qWaitForWindowActive(window.get()))
        qWarning("the window did not become active");
}

StationWindow::~StationWindow() {
    window.reset();
    station.reset();
}

bool StationWindow::signIn(const QString& login, const QString& password) {
    constexpr int patience = 30'000;
    if (station->session().state() == counter::SessionControl::State::Locked) {
        if (!hand.tabTo(inWords("motcua::ui::LoginPage", "Somebody else works here now")))
            return false;
        hand.press(Qt::Key_Space);
    } else if (!hand.tabTo(inWords("motcua::ui::LoginPage", "Login"))) {
        return false;
    }
    hand.press(Qt::Key_A, Qt::ControlModifier);
    hand.type(login);
    hand.press(Qt::Key_Return);
    hand.type(password);
    hand.press(Qt::Key_Return);
    if (!QTest::qWaitFor([this] { return isUnlocked() && window->workbench() && window->workbench()->isVisible(); }, patience))
        return false;
    // The rail of whoever sits here now shows its buttons in the next turn of the event loop.
    QCoreApplication::sendPostedEvents();
    return true;
}

void StationWindow::scanCard(const QString& card) {
    hand.type(card);
    hand.press(Qt::Key_Return);
}

QStringList StationWindow::papers(const QString& form) const {
    const QDir directory(m_directory + QStringLiteral("/paper"));
    QStringList paths;
    for (const QString& name : directory.entryList({QStringLiteral("*-%1.pdf").arg(form)}, QDir::Files))
        paths << directory.filePath(name);
    return paths;
}

void StationWindow::shoot(const QString& name) const {
    if (qEnvironmentVariableIsEmpty("MOTCUA_SHOTS"))
        return;
    QTest::qWait(0);
    QDir().mkpath(m_directory + QStringLiteral("/shots"));
    window->grab().save(QStringLiteral("%1/shots/%2.png").arg(m_directory, name));
}

}
