#include "tests/support/screen/DeskProgram.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QThread>

#include <algorithm>
#include <iterator>
#include <utility>

namespace motcua::test {

namespace {

/// A table makes up its cells anew each time it is asked.
bool isOther(const Seen& before, const Seen& now) {
    return before.role != now.role || before.name != now.name || (now.role != QLatin1String("cell") && before.id != now.id);
}

QString squeezed(const QString& text) {
    return text.simplified();
}

}

DeskProgram::DeskProgram(const AccessBus& bus, Place place) : m_place(std::move(place)), m_bus(bus) {}

DeskProgram::~DeskProgram() {
    m_eyes.reset();
    m_program.end();
}

bool DeskProgram::start() {
    QDir().mkpath(m_place.directory);
    if (m_screen.display().isEmpty() && !m_screen.start())
        return false;
    QProcessEnvironment environment = m_place.environment;
    environment.insert(m_bus.environment());
    environment.insert(QStringLiteral("DISPLAY"), m_screen.display());
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    environment.insert(QStringLiteral("HOME"), m_place.directory);
    m_program.setProcessEnvironment(environment);
    m_program.setWorkingDirectory(m_place.directory);
    const QByteArray said = m_program.firstLine(QStringLiteral(MOTCUA_BIN_DIR "/motcua"),
        {QStringLiteral("--data"), dataDirectory(), QStringLiteral("--settings"), m_place.directory + QStringLiteral("/settings.ini"),
            QStringLiteral("--lang"), QStringLiteral("vi"), QStringLiteral("--theme"), QStringLiteral("light"), QStringLiteral("--print-ready")});
    m_eyes = std::make_unique<Eyes>(m_bus.address(), m_program.processId());
    return said == "ready" && waitFor([this] { return !focus().role.isEmpty(); });
}

bool DeskProgram::close() {
    m_screen.press(QStringLiteral("Alt+F4"));
    const bool ended = m_program.waitForFinished(longestAnswer);
    return ended && m_program.exitStatus() == QProcess::NormalExit && m_program.exitCode() == 0;
}

void DeskProgram::type(const QString& text) {
    constexpr int hand = 55;
    m_screen.type(text, hand);
}

void DeskProgram::scan(const QString& code) {
    constexpr int reader = 3;
    m_screen.type(code, reader);
    m_screen.press(QStringLiteral("Return"));
}

bool DeskProgram::sees(const QString& text, int patience) {
    return waitFor([&] { return words().contains(squeezed(text)); }, patience);
}

bool DeskProgram::seesNot(const QString& text, int patience) {
    return waitFor([&] { return !words().contains(squeezed(text)); }, patience);
}

bool DeskProgram::offers(const QString& name, int patience) {
    return waitFor(
        [&] {
            const auto one = find(name);
            return one && one->enabled;
        },
        patience);
}

QString DeskProgram::words() {
    return squeezed(m_eyes->words().join(QLatin1Char('\n')));
}

Seen DeskProgram::focus() {
    // A list and its line both have it: the innermost counts. The current line of a list says that it has it also where the list has not.
    const auto isLine = [](const Seen& one) { return one.role == QLatin1String("list item") || one.role == QLatin1String("cell"); };
    const std::vector<Seen> all = m_eyes->look();
    auto focused = std::find_if(all.begin(), all.end(), [&](const Seen& one) { return one.focused && !isLine(one); });
    if (focused == all.end())
        return {};
    const int depth = focused->depth;
    for (auto inside = std::next(focused); inside != all.end() && inside->depth > depth; ++inside)
        if (inside->focused)
            focused = inside;
    return *focused;
}

bool DeskProgram::isAt(const QString& name, int patience) {
    return waitFor([&] { return focus().name == name; }, patience);
}

bool DeskProgram::tabTo(const QString& name) {
    constexpr int longestWalk = 100;
    constexpr int longestStep = 500;
    const auto isThere = [&] {
        const std::vector<Seen> all = m_eyes->look();
        return std::any_of(all.begin(), all.end(), [&](const Seen& one) { return one.focused && one.name == name; });
    };
    Seen now = focus();
    for (int i = 0; i < longestWalk; ++i) {
        if (isThere())
            return true;
        const Seen before = now;
        m_screen.press(QStringLiteral("Tab"));
        waitFor([&] { return isOther(before, now = focus()); }, longestStep);
    }
    return false;
}

std::optional<Seen> DeskProgram::find(const QString& name) {
    for (const Seen& one : m_eyes->look())
        if (one.name == name && one.role != QLatin1String("label"))
            return one;
    return {};
}

bool DeskProgram::waitFor(const std::function<bool()>& holds, int patience) {
    constexpr unsigned long breath = 15;
    const QDeadlineTimer deadline(patience);
    while (!holds()) {
        if (deadline.hasExpired() || m_program.state() != QProcess::Running)
            return false;
        QThread::msleep(breath);
    }
    return true;
}

QString DeskProgram::lastLook() {
    const QString said = words();
    shoot(name() + QStringLiteral("-failed"));
    qInfo("%s shows: %s", qPrintable(name()), qPrintable(said));
    return QStringLiteral("see day-%1-failed.png").arg(name());
}

void DeskProgram::shoot(const QString& name) const {
    QDir().mkpath(QStringLiteral(MOTCUA_SCREENS));
    m_screen.picture().save(QStringLiteral(MOTCUA_SCREENS "/day-%1.png").arg(name));
}

}
