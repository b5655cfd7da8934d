// motcua-gateway: the reference provincial platform. What it says on standard output is for programs; errors go to standard error.

#include "app/base/Clock.h"
#include "app/base/ProgramGuard.h"
#include "app/base/Secret.h"
#include "sync/gateway/commands/GatewayCommands.h"
#include "sync/gateway/net/front/Connections.h"

#include <QCoreApplication>

#include <malloc.h>

namespace {

/// Memory that one batch gave back is kept for the next: the C library would return it to the system and fetch it again a page at a time.
void keepMemory() {
    constexpr int step = 16 * 1024 * 1024;
    // NOLINTBEGIN(concurrency-mt-unsafe): there is no other thread yet
    mallopt(M_TOP_PAD, step);
    mallopt(M_TRIM_THRESHOLD, 8 * step);
    mallopt(M_MMAP_THRESHOLD, 2 * step);
    // NOLINTEND(concurrency-mt-unsafe)
}

}

int main(int argc, char* argv[]) {
    motcua::base::guardProgram();
    keepMemory();
    motcua::base::guardSecrets(motcua::gateway::Connections::most);
    const QCoreApplication application(argc, argv);
    const motcua::base::SystemClock clock;
    return motcua::gateway::GatewayCommands(clock).run(QCoreApplication::arguments());
}
