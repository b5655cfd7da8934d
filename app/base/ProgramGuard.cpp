#include "app/base/ProgramGuard.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace motcua::base {

void guardProgram() {
    ::umask(S_IRWXG | S_IRWXO);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

}
