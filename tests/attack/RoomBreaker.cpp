// What a foreign file could try that has taken its reader over: shuts itself into a room of the helper and then does one thing.
// room-breaker ROOM ACT [ARGUMENT]; ROOM is "reading", "device" or "none". Says "done" or the name of the refusal; a signal says it otherwise.

#include "app/confine/Rooms.h"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <netinet/in.h>
#include <string>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

using Argument = const std::string&;

/// 0, or why it was refused.
int saidOf(long answer) {
    return answer < 0 ? errno : 0;
}

int readFile(Argument path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    char byte = 0;
    return file < 0 ? errno : saidOf(::read(file, &byte, 1));
}

int writeFile(Argument path) {
    return saidOf(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
}

int listFolder(Argument path) {
    return saidOf(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

int removeFile(Argument path) {
    return saidOf(::unlink(path.c_str()));
}

int moveFile(Argument path) {
    return saidOf(::rename(path.c_str(), (path + "-moved").c_str()));
}

int cutFile(Argument path) {
    return saidOf(::truncate(path.c_str(), 0));
}

int opened(Argument path) {
    return saidOf(::chmod(path.c_str(), 0777));
}

int connectTcp(Argument port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(std::atoi(port.c_str())));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return socket < 0 ? errno : saidOf(::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address));
}

int connectLocal(Argument path) {
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
    return socket < 0 ? errno : saidOf(::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address));
}

int makeSocket(Argument) {
    return saidOf(::socket(AF_INET6, SOCK_DGRAM, 0));
}

int makePair(Argument) {
    std::array<int, 2> ends{};
    return saidOf(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()));
}

int execute(Argument path) {
    ::execl(path.c_str(), path.c_str(), nullptr);
    return errno;
}

int forkOff(Argument) {
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(0);
    return saidOf(child);
}

pid_t numberOf(Argument text) {
    return static_cast<pid_t>(std::atoi(text.c_str()));
}

int trace(Argument process) {
    return saidOf(::ptrace(PTRACE_SEIZE, numberOf(process), nullptr, nullptr));
}

int readMemory(Argument process) {
    char bytes[8] = {};
    const iovec here{bytes, sizeof bytes};
    const iovec there{nullptr, sizeof bytes};
    // Nothing lies at that address: who may read is told so.
    const long answer = ::process_vm_readv(numberOf(process), &here, 1, &there, 1, 0);
    return answer < 0 && errno == EFAULT ? 0 : saidOf(answer);
}

int killProcess(Argument process) {
    return saidOf(::kill(numberOf(process), SIGKILL));
}

int makeCode(Argument) {
    return ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? errno : 0;
}

int raiseLimits(Argument) {
    const rlimit more{1 << 20, 1 << 20};
    return saidOf(::setrlimit(RLIMIT_FSIZE, &more));
}

int lookAtOthers(Argument process) {
    return readFile("/proc/" + process + "/environ");
}

int nothing(Argument) {
    return 0;
}

int inAThread(Argument path) {
    int said = 0;
    std::thread([&] { said = readFile(path); }).join();
    return said;
}

struct Act {
    const char* name;
    int (*tried)(Argument);
};

constexpr Act acts[] = {{"read", readFile}, {"write", writeFile}, {"list", listFolder}, {"remove", removeFile}, {"move", moveFile}, {"cut", cutFile},
    {"open-to-all", opened}, {"tcp", connectTcp}, {"local", connectLocal}, {"socket", makeSocket}, {"pair", makePair}, {"execute", execute},
    {"fork", forkOff}, {"trace", trace}, {"memory", readMemory}, {"kill", killProcess}, {"code", makeCode}, {"limits", raiseLimits},
    {"environment", lookAtOthers}, {"thread-read", inAThread}, {"nothing", nothing}};

}

int main(int argc, char** argv) {
    const std::string room = argc > 1 ? argv[1] : "";
    const std::string wanted = argc > 2 ? argv[2] : "";
    motcua::confine::Held held;
    if (room == "reading")
        held = motcua::confine::shutReadingRoom({"/usr/share/fonts"});
    else if (room == "device")
        held = motcua::confine::shutDeviceRoom();
    for (const Act& act : acts) {
        if (wanted != act.name)
            continue;
        const int refusal = act.tried(argc > 3 ? argv[3] : "");
        std::printf("files=%d calls=%d %s\n", held.files, held.calls ? 1 : 0, refusal == 0 ? "done" : strerrorname_np(refusal));
        std::fflush(stdout);
        ::_exit(0);
    }
    return 2;
}
