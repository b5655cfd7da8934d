#include "tests/gui/Harness.h"

#include "app/ui/shell/Fonts.h"
#include "app/ui/shell/LoginPage.h"
#include "app/ui/shell/StandardPlaces.h"
#include "app/ui/widgets/KeyRest.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

namespace motcua::test {

Harness::Harness(bool enrolled, ui::SchemeChoice scheme, double scale) : theme(qApp) {
    ui::addFonts();
    // A program presses faster than a hand.
    ui::KeyRest::instance().setLength(std::chrono::milliseconds(0));
    access.enrolled = enrolled;
    preferences = std::make_unique<ui::Preferences>(directory.filePath(QStringLiteral("look.ini")));
    language.apply(QStringLiteral("vi"));
    theme.apply(scheme, scale);
    session = std::make_unique<counter::SessionControl>(access, bench.clock);
    window = std::make_unique<ui::MainWindow>(*session, *preferences, ui::standardPlaces({*session, *preferences, language, theme}));
    window->resize(1366, 768);
    window->show();
    if (!QTest::qWaitForWindowActive(window.get()))
        qWarning("the window did not become active");
}

Harness::~Harness() {
    session->close();
    window.reset();
}

bool Harness::signIn(const QString& login) {
    auto edits = window->login()->findChildren<QLineEdit*>();
    if (edits.size() < 2)
        return false;
    edits.at(0)->clear();
    type(edits.at(0), login);
    QTest::keyClick(edits.at(0), Qt::Key_Return);
    type(edits.at(1), access.word);
    QTest::keyClick(edits.at(1), Qt::Key_Return);
    return QTest::qWaitFor([this] { return window->workbench() && window->workbench()->isVisible(); }, 5000);
}

void Harness::type(QWidget* widget, const QString& text) {
    // QTest::keyClicks() aborts on letters outside Latin-1.
    for (const QChar letter : text)
        QTest::sendKeyEvent(QTest::Click, widget, Qt::Key_unknown, QString(letter), Qt::NoModifier);
}

void Harness::beginIntake(const QString& procedure, Hand& hand) {
    QVERIFY(signIn(QStringLiteral("lan.nt")));
    hand.type(CounterBench::card());
    hand.press(Qt::Key_Return);
    hand.type(procedure);
    hand.press(Qt::Key_Return);
    QCOMPARE(bench.counter->intake().form().content().procedureCode, procedure);
}

QStringList Harness::visibleWords() const {
    QStringList words;
    for (const QLabel* label : window->findChildren<QLabel*>())
        if (label->isVisible())
            words << label->text();
    for (const QAbstractButton* button : window->findChildren<QAbstractButton*>())
        if (button->isVisible())
            words << button->text() << button->accessibleName() << button->toolTip();
    for (const QLineEdit* edit : window->findChildren<QLineEdit*>())
        if (edit->isVisible())
            words << edit->placeholderText() << edit->accessibleName();
    words.removeAll(QString());
    return words;
}

void Harness::speak(const QString& code) {
    language.apply(code);
    QCoreApplication::sendPostedEvents();
}

void Harness::shoot(const QString& name) {
    // Two rounds: a layout may ask for another.
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents();
    QDir().mkpath(QStringLiteral(MOTCUA_SCREENS));
    window->grab().save(QStringLiteral(MOTCUA_SCREENS "/%1.png").arg(name));
}

}
