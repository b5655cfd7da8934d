#pragma once

#include "app/capture/SaneScanner.h"
#include "app/station/Station.h"
#include "app/ui/shell/Language.h"
#include "app/ui/shell/MainWindow.h"
#include "app/ui/shell/Preferences.h"
#include "app/ui/shell/Workbench.h"
#include "app/ui/style/Theme.h"
#include "tests/gui/Hand.h"
#include "tests/support/sane/ScannerBench.h"

#include <QTemporaryDir>

namespace motcua::test {

/// What the screens say where the sources say `source`.
QString inWords(const char* context, const char* source);

/// The program as app/main.cpp makes it, in Vietnamese: the real window over a real station in `directory`. Only the scanner is
/// scripted (two pages lie in its feeder), and paper lands in `directory` as PDF. Needs a QApplication; one at a time.
class StationWindow {
public:
    explicit StationWindow(const QString& directory);
    ~StationWindow();

    /// Unlocks by keyboard from the login page, also from the lock, as whoever; false when the desk does not come up.
    bool signIn(const QString& login, const QString& password);
    /// A card held before the reader.
    void scanCard(const QString& card);
    ui::Workbench& desk() { return *window->workbench(); }
    counter::Counter& counter() { return *station->session().counter(); }
    bool isUnlocked() const { return station->session().state() == counter::SessionControl::State::Unlocked; }
    /// Paths of what was printed with `form`.
    QStringList papers(const QString& form) const;
    /// Saves a picture under the directory when MOTCUA_SHOTS is set in the environment.
    void shoot(const QString& name) const;

    static QString stationDirectory(const QString& directory) { return directory + QStringLiteral("/station"); }

    Hand hand;

private:
    QString m_directory;
    capture::test::ScannerBench m_scannerBench;
    capture::SaneScanner m_scanner;
    ui::Preferences m_preferences;
    ui::Language m_language;
    ui::Theme m_theme;

public:
    std::unique_ptr<station::Station> station;
    std::unique_ptr<ui::MainWindow> window;
};

}
