#include "tests/gui/station/DayOnScreens.h"

#include <QDir>

namespace motcua::test {

DayOnScreens::DayOnScreens() = default;

QString DayOnScreens::start() {
    if (!gateway.isFounded() || !gateway.start())
        return QStringLiteral("the gateway: ") + QString::fromUtf8(gateway.errors());
    if (!cups.start())
        return QStringLiteral("cupsd: is the package cups installed, and is this root?");
    if (!bus.start())
        return QStringLiteral("the accessibility bus: are the packages dbus-daemon and at-spi2-core installed?");
    first = desk(QStringLiteral("quay-1"));
    second = desk(QStringLiteral("quay-2"));
    leaders = desk(QStringLiteral("lanh-dao"));
    for (const char* name : {"quay-1", "quay-2", "lanh-dao"})
        if (!cups.addArchive(QString::fromLatin1(name), folder(QString::fromLatin1(name) + QStringLiteral("/tray"))))
            return QStringLiteral("a printer");
    return {};
}

std::unique_ptr<DeskProgram> DayOnScreens::desk(const QString& name) {
    DeskProgram::Place place{name, folder(name)};
    place.environment = m_scanners.scripted(QStringLiteral("page page")).environment;
    place.environment.insert(QStringLiteral("CUPS_SERVER"), cups.server());
    QDir().mkpath(place.directory);
    return std::make_unique<DeskProgram>(bus, place);
}

int DayOnScreens::admin(const QStringList& arguments, const QByteArray& input) {
    constexpr int patience = 60'000;
    QProcess process;
    process.start(QStringLiteral(MOTCUA_BIN_DIR "/motcua-admin"), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patience))
        return -1;
    m_said = QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError());
    return process.exitCode();
}

}
