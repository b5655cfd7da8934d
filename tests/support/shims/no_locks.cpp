// A drive that cannot lock files, as some of the network.

#include <cerrno>
#include <sys/file.h>

extern "C" int flock(int /*descriptor*/, int /*operation*/) {
    errno = ENOLCK;
    return -1;
}
