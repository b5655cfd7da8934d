// motcua-admin: what a technician does to a station without opening the counter.

#include "app/admin/AdminCommands.h"
#include "app/base/ProgramGuard.h"
#include "app/base/Secret.h"

#include <QCoreApplication>

int main(int argc, char* argv[]) {
    motcua::base::guardProgram();
    motcua::base::guardSecrets();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("motcua-admin"));
    QCoreApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    motcua::admin::AdminCommands line;
    // Queued: what ends before exec() must still end it.
    QObject::connect(
        &line, &motcua::admin::AdminCommands::finished, &application, [](int code) { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    if (const auto code = line.run(QCoreApplication::arguments()))
        return *code;
    return QCoreApplication::exec();
}
