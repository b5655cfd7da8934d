// The program as app/main.cpp makes it, offscreen and without a line, but readable by its parent: tst_Secrets looks for secrets in its memory. It is
// told one letter at a time what to type, so that whatever of a password lies in its memory was left there by the program itself.

#include "app/base/Secret.h"
#include "app/station/Station.h"
#include "app/ui/shell/Fonts.h"
#include "app/ui/shell/Language.h"
#include "app/ui/shell/LoginPage.h"
#include "app/ui/shell/MainWindow.h"
#include "app/ui/shell/Preferences.h"
#include "app/ui/shell/StandardPlaces.h"
#include "app/ui/style/Theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QSocketNotifier>
#include <QTest>

#include <cstdio>
#include <unistd.h>

using namespace motcua;

namespace {

/// 'L' login's line, 'P' password's line, then "t" and a letter of Latin-1 each; 'R' Return; 'K' lock; 'C' close; 'Q' quit.
class Typist : public QObject {
public:
    Typist(ui::MainWindow& window, counter::SessionControl& session)
        : m_window(window), m_session(session), m_input(STDIN_FILENO, QSocketNotifier::Read) {
        connect(&m_input, &QSocketNotifier::activated, this, &Typist::take);
        connect(&session, &counter::SessionControl::unlocked, this, [] { tell("unlocked"); });
        connect(&session, &counter::SessionControl::locked, this, [] { tell("locked"); });
        connect(&session, &counter::SessionControl::unlockFailed, this, [](const base::Error& error) { tell(error.code.toLatin1().constData()); });
    }

    static void tell(const char* words) {
        // In a later turn of the event loop: what has ended is over by then.
        QTimer::singleShot(0, qApp, [text = QByteArray(words)] {
            std::puts(text.constData());
            std::fflush(stdout);
        });
    }

private:
    void take() {
        char command = 0;
        if (::read(STDIN_FILENO, &command, 1) != 1) {
            QApplication::quit();
            return;
        }
        if (m_isLetter) {
            m_isLetter = false;
            QTest::sendKeyEvent(QTest::Click, m_field, Qt::Key_unknown, QString(QLatin1Char(command)), Qt::NoModifier);
            return;
        }
        const auto edits = m_window.login()->findChildren<QLineEdit*>();
        switch (command) {
        case 'L':
        case 'P':
            m_field = edits.at(command == 'L' ? 0 : 1);
            m_field->clear();
            m_field->setFocus();
            break;
        case 't':
            m_isLetter = true;
            break;
        case 'R':
            QTest::keyClick(m_field, Qt::Key_Return);
            break;
        case 'K':
            m_session.lock();
            break;
        case 'C':
            m_session.close();
            tell("closed");
            break;
        default:
            QApplication::quit();
        }
    }

    ui::MainWindow& m_window;
    counter::SessionControl& m_session;
    QSocketNotifier m_input;
    QLineEdit* m_field = nullptr;
    bool m_isLetter = false;
};

}

int main(int argc, char** argv) {
    base::guardSecrets();
    QApplication application(argc, argv);
    ui::addFonts();
    ui::Preferences preferences(QString::fromLocal8Bit(argv[1]) + QStringLiteral(".ini"));
    ui::Language language;
    language.apply(QStringLiteral("vi"));
    ui::Theme theme(&application);
    theme.apply(ui::SchemeChoice::Light, 1.0);
    station::StationSetup setup;
    setup.directory = QString::fromLocal8Bit(argv[1]);
    setup.synchronise = false;
    station::Station station(setup);
    ui::MainWindow window(station.session(), preferences, ui::standardPlaces({station.session(), preferences, language, theme}));
    window.show();
    const Typist typist(window, station.session());
    Typist::tell("ready");
    return QApplication::exec();
}
