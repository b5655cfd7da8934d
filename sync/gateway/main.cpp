// motcua-gateway: the reference provincial platform. What it says on standard output is for programs; errors go to standard error.

#include "app/base/Clock.h"
#include "app/base/ProgramGuard.h"
#include "app/base/Secret.h"
#include "sync/gateway/commands/GatewayCommands.h"
#include "sync/gateway/net/front/Connections.h"

#include <QCoreApplication>

int main(int argc, char* argv[]) {
    motcua::base::guardProgram();
    motcua::base::guardSecrets(motcua::gateway::Connections::most);
    const QCoreApplication application(argc, argv);
    const motcua::base::SystemClock clock;
    return motcua::gateway::GatewayCommands(clock).run(QCoreApplication::arguments());
}
