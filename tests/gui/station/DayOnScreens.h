#pragma once

#include "app/trial/PrivateCups.h"
#include "tests/gui/station/PrinterTray.h"
#include "tests/support/gateway/GatewayProcess.h"
#include "tests/support/sane/ScannerBench.h"
#include "tests/support/screen/DeskProgram.h"

#include <QTemporaryDir>

namespace motcua::test {

/// What a counter day on screens is played with: a province's gateway, a spooler with a printer for each desk, and three desks, each a real
/// program with a screen and a keyboard of its own. All of it ends with this object.
class DayOnScreens {
    QTemporaryDir m_directory;
    capture::test::ScannerBench m_scanners;

public:
    static QString clerk() { return QStringLiteral("lan.nt"); }
    static QString colleague() { return QStringLiteral("huong.vt"); }
    static QString supervisor() { return QStringLiteral("minh.tv"); }
    static QString technician() { return QStringLiteral("duc.pv"); }
    static QString password() { return QStringLiteral("nắng chiều qua sông Lô"); }

    DayOnScreens();

    /// Empty, or what this machine lacks or what did not come up.
    QString start();

    GatewayProcess gateway{GatewayProcess::Founded::ForTraining, GatewayProcess::Books::OneRun};
    trial::PrivateCups cups;
    AccessBus bus;
    std::unique_ptr<DeskProgram> first;   ///< a clerk's
    std::unique_ptr<DeskProgram> second;  ///< a colleague's
    std::unique_ptr<DeskProgram> leaders; ///< the supervisor's

    PrinterTray firstTray{folder(QStringLiteral("quay-1/tray"))};
    PrinterTray secondTray{folder(QStringLiteral("quay-2/tray"))};
    PrinterTray leadersTray{folder(QStringLiteral("lanh-dao/tray"))};

    QString folder(const QString& name) const { return m_directory.filePath(name); }
    /// Runs the technician's program; its exit code.
    int admin(const QStringList& arguments, const QByteArray& input = {});
    QString adminSaid() const { return m_said; }

private:
    std::unique_ptr<DeskProgram> desk(const QString& name);

    QString m_said;
};

}
