#include "app/base/EndSignals.h"
#include "app/base/ProgramGuard.h"
#include "app/base/Secret.h"
#include "app/counter/Counter.h"
#include "app/station/SessionWatch.h"
#include "app/station/Station.h"
#include "app/ui/shell/Fonts.h"
#include "app/ui/shell/Language.h"
#include "app/ui/shell/MainWindow.h"
#include "app/ui/shell/Preferences.h"
#include "app/ui/shell/ScreenWalk.h"
#include "app/ui/shell/StandardPlaces.h"
#include "app/ui/style/Theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QStandardPaths>
#include <QTextStream>
#include <QTimer>

#include <cstdio>

using namespace motcua;

namespace {

struct Options {
    QCommandLineOption data{QStringLiteral("data"), QStringLiteral("The station's data folder."), QStringLiteral("DIR")};
    QCommandLineOption settings{
        QStringLiteral("settings"), QStringLiteral("An ini file instead of the user's own settings."), QStringLiteral("FILE")};
    QCommandLineOption language{QStringLiteral("lang"), QStringLiteral("vi or en."), QStringLiteral("LANGUAGE")};
    QCommandLineOption scheme{QStringLiteral("theme"), QStringLiteral("auto, light, dark or contrast."), QStringLiteral("THEME")};
    QCommandLineOption screenshots{
        QStringLiteral("screenshots"), QStringLiteral("Saves a picture of every place in both languages, then ends."), QStringLiteral("DIR")};
    QCommandLineOption login{
        QStringLiteral("login"), QStringLiteral("Who signs in for --screenshots; the password is read from standard input."), QStringLiteral("NAME")};
    QCommandLineOption paper{
        QStringLiteral("paper"), QStringLiteral("For training without a printer: papers become PDF files in DIR."), QStringLiteral("DIR")};
    QCommandLineOption printReady{QStringLiteral("print-ready"), QStringLiteral("Prints \"ready\" when the first page stands.")};

    QList<QCommandLineOption> all() const { return {data, settings, language, scheme, screenshots, login, paper, printReady}; }
};

ui::SchemeChoice schemeNamed(const QString& name, ui::SchemeChoice otherwise) {
    const QStringList names{QStringLiteral("auto"), QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("contrast")};
    const qsizetype index = names.indexOf(name);
    return index < 0 ? otherwise : static_cast<ui::SchemeChoice>(index);
}

QString dataDirectory(const QString& named) {
    return named.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : named;
}

/// What is printed needs no screen.
void drawNothingForAWord(int argc, char** argv) {
    for (int i = 1; i < argc; ++i)
        for (const char* word : {"--help", "--help-all", "-h", "-?", "--version", "-v"})
            if (qstrcmp(argv[i], word) == 0)
                qputenv("QT_QPA_PLATFORM", "offscreen");
}

/// Two turns of the event loop after the window was shown, laid out and polished, and with every pixel painted.
void sayWhenReady(QWidget* window) {
    QTimer::singleShot(0, window, [window] {
        QTimer::singleShot(0, window, [window] {
            window->repaint();
            std::puts("ready");
            std::fflush(stdout);
        });
    });
}

}

int main(int argc, char** argv) {
    base::guardProgram();
    base::guardSecrets();
    drawNothingForAWord(argc, argv);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("motcua"));
    QApplication::setApplicationDisplayName(QStringLiteral("Một Cửa"));
    QApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    QApplication::setDesktopFileName(QStringLiteral("motcua"));

    const Options options;
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions(options.all());
    parser.process(application);

    ui::addFonts();
    ui::Preferences preferences(parser.value(options.settings));
    ui::Language language;
    language.apply(parser.isSet(options.language) ? parser.value(options.language) : preferences.language());
    ui::Theme theme(&application);
    theme.apply(schemeNamed(parser.value(options.scheme), preferences.scheme()), preferences.scale());

    station::StationSetup setup;
    setup.directory = dataDirectory(parser.value(options.data));
    station::Station station(setup);
    ui::MainWindow window(station.session(), preferences, ui::standardPlaces({station.session(), preferences, language, theme}));
    // A counter is worked all day in one window: it fills the screen until somebody makes it smaller.
    if (preferences.windowGeometry().isEmpty() && !parser.isSet(options.screenshots))
        window.showMaximized();
    else
        window.show();
    // Left as by its own key: what waits is done, and what somebody did to the file is told.
    const base::EndSignals endings([&window] {
        window.close();
        QApplication::exit(0);
    });
    station::SessionWatch desktop;
    QObject::connect(&desktop, &station::SessionWatch::lockWanted, &station.session(), &counter::SessionControl::lock);
    desktop.begin();
    if (parser.isSet(options.printReady))
        sayWhenReady(&window);

    if (parser.isSet(options.paper))
        QObject::connect(&station.session(), &counter::SessionControl::unlocked, &window, [&station, directory = parser.value(options.paper)] {
            station.session().counter()->printing().setTarget({{}, directory});
        });

    ui::ScreenWalk walk(window, station.session(), language, parser.value(options.screenshots));
    if (parser.isSet(options.screenshots)) {
        QObject::connect(&walk, &ui::ScreenWalk::finished, &window, [&window](bool well) {
            window.close();
            QApplication::exit(well ? 0 : 1);
        });
        const QString login = parser.value(options.login);
        walk.start(login, login.isEmpty() ? QString() : QTextStream(stdin).readLine());
    }
    return QApplication::exec();
}
