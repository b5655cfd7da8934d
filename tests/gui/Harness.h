#pragma once

#include "app/counter/SessionControl.h"
#include "app/ui/shell/Language.h"
#include "app/ui/shell/MainWindow.h"
#include "app/ui/shell/Preferences.h"
#include "app/ui/shell/Workbench.h"
#include "app/ui/style/Theme.h"
#include "tests/gui/DeskAccess.h"
#include "tests/gui/Hand.h"

#include <QTemporaryDir>

namespace motcua::test {

/// The real window over a CounterBench, offscreen. Needs a QApplication; one harness at a time.
class Harness {
public:
    /// `enrolled` false: the window asks for enrolment first.
    explicit Harness(bool enrolled = true, ui::SchemeChoice scheme = ui::SchemeChoice::Light, double scale = 1.0);
    ~Harness();

    /// Signs in by keyboard as somebody of the bench and waits for the workbench.
    bool signIn(const QString& login);
    /// Signs the clerk in and goes by keyboard to what this procedure asks: the card is scanned, its code typed.
    void beginIntake(const QString& procedure, Hand& hand);
    ui::Workbench& desk() { return *window->workbench(); }

    /// Types any text, key by key as an input method would; also Vietnamese.
    static void type(QWidget* widget, const QString& text);
    /// The visible widget of type T whose accessible name or text is `name`; null when there is none.
    template <class T>
    T* find(const QString& name) const {
        const auto all = window->findChildren<T*>();
        for (T* each : all)
            if (each->isVisible() && each->accessibleName() == name)
                return each;
        return nullptr;
    }
    /// Every visible label, button and field text of the window, for looking words up.
    QStringList visibleWords() const;
    /// Changes the language and lets every widget hear of it.
    void speak(const QString& code);
    /// Saves a picture of the window under build/…/screens.
    void shoot(const QString& name);

    QTemporaryDir directory;
    CounterBench bench;
    DeskAccess access{bench};
    std::unique_ptr<ui::Preferences> preferences;
    ui::Theme theme;
    ui::Language language;
    std::unique_ptr<counter::SessionControl> session;
    std::unique_ptr<ui::MainWindow> window;
};

}
