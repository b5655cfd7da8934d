#pragma once

#include "tests/gui/station/DayOnScreens.h"

#include <QTest>

// Not QVERIFY2: that asks for the words of a failure each time.
#define CHECK(desk, holds)                                                                                                                           \
    do {                                                                                                                                             \
        if (!(holds))                                                                                                                                \
            QFAIL(qPrintable(QStringLiteral(#holds ": ") + (desk).lastLook()));                                                                      \
    } while (false)
#define SEES(desk, text) CHECK(desk, (desk).sees(text))
#define SEES_NOT(desk, text) CHECK(desk, (desk).seesNot(text))
#define OFFERS(desk, name) CHECK(desk, (desk).offers(name))
#define TAB_TO(desk, name) CHECK(desk, (desk).tabTo(name))
#define DO(step)                                                                                                                                     \
    step;                                                                                                                                            \
    if (QTest::currentTestFailed())                                                                                                                  \
    return
#define PRINTED(sheet, tray, ...)                                                                                                                    \
    const Sheet sheet = (tray).waitFor(QStringList{__VA_ARGS__});                                                                                    \
    QVERIFY2(!sheet.path.isEmpty(), "not printed: " #__VA_ARGS__)

// The steps of the day that are taken more than once, by keys, on what the window of a desk shows. A step that is not there fails the test.
namespace motcua::test {

struct Citizen {
    QString name;
    QString card;
};
Citizen an();
Citizen thuy();
Citizen binh();

/// Signs in on the first page, where the login stands already.
void signIn(DeskProgram& desk, const QString& place);
/// Ctrl+L, somebody else.
void switchTo(DeskProgram& desk, const QString& login, const QString& name);
void go(DeskProgram& desk, int place, const QString& title);
void addUser(DeskProgram& desk, const QString& login);
void choosePrinter(DeskProgram& desk, int line);
/// The line of a dossier in the list of the place.
void pick(DeskProgram& desk, const QString& code);
/// The code that the desk tells after a receipt.
/// What the pattern's parentheses hold, once the screen says it; empty: it does not in time.
QString numberTold(DeskProgram& desk, const QString& pattern);
QString codeTold(DeskProgram& desk);
/// A certified copy of a school report from the card on, by keys; false when a step is not there. The intake is in front.
bool takeCopyIn(DeskProgram& desk, const Citizen& citizen, const QString& copies);

}
