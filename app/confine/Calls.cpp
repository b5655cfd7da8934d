#include "app/confine/Calls.h"

#include <cerrno>
#include <fcntl.h>
#include <initializer_list>
#include <memory>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

namespace motcua::confine {

namespace {

/// A filter being made; rules for functions that this machine's kernel does not have are no faults.
class Filter {
public:
    explicit Filter(uint32_t otherwise) : m_filter(seccomp_init(otherwise), &seccomp_release) {
        if (!m_filter)
            return;
        seccomp_attr_set(m_filter.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
        seccomp_attr_set(m_filter.get(), SCMP_FLTATR_CTL_TSYNC, 1);
    }

    void add(uint32_t action, std::initializer_list<int> calls) {
        for (const int call : calls)
            add(action, call, {});
    }
    void add(uint32_t action, int call, std::initializer_list<scmp_arg_cmp> when) {
        if (m_filter)
            seccomp_rule_add_array(m_filter.get(), action, call, static_cast<unsigned>(when.size()), when.size() ? when.begin() : nullptr);
    }
    bool load() { return m_filter && seccomp_load(m_filter.get()) == 0; }

private:
    std::unique_ptr<void, decltype(&seccomp_release)> m_filter;
};

scmp_arg_cmp bits(unsigned argument, scmp_datum_t mask, scmp_datum_t value) {
    return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}

scmp_arg_cmp equal(unsigned argument, scmp_datum_t value) {
    return {argument, SCMP_CMP_EQ, value, 0};
}

constexpr uint32_t denied = SCMP_ACT_ERRNO(EPERM);

/// To look into another process or to become another program.
constexpr std::initializer_list<int> assaults{SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev), SCMP_SYS(process_madvise), SCMP_SYS(pidfd_getfd), SCMP_SYS(bpf), SCMP_SYS(userfaultfd), SCMP_SYS(mount),
    SCMP_SYS(umount2), SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(chroot), SCMP_SYS(pivot_root), SCMP_SYS(init_module), SCMP_SYS(finit_module),
    SCMP_SYS(kexec_load), SCMP_SYS(kexec_file_load), SCMP_SYS(perf_event_open)};

/// An opened file that can change nothing.
void allowOpeningToRead(Filter& filter) {
    constexpr auto writing = static_cast<scmp_datum_t>(O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY));
    filter.add(SCMP_ACT_ALLOW, SCMP_SYS(openat), {bits(2, writing, O_RDONLY)});
    filter.add(SCMP_ACT_ALLOW, SCMP_SYS(open), {bits(1, writing, O_RDONLY)});
    // Its flags lie in memory, where they cannot be looked at: callers go back to openat.
    filter.add(SCMP_ACT_ERRNO(ENOSYS), {SCMP_SYS(openat2)});
}

/// Memory that is never a program's code.
void allowMemory(Filter& filter) {
    for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mmap2), SCMP_SYS(mprotect)})
        filter.add(SCMP_ACT_ALLOW, call, {bits(2, PROT_EXEC, 0)});
    filter.add(SCMP_ACT_ALLOW, {SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(brk), SCMP_SYS(membarrier)});
}

/// Threads of its own, no processes.
void allowThreads(Filter& filter) {
    constexpr scmp_datum_t thread = CLONE_VM | CLONE_THREAD;
    filter.add(SCMP_ACT_ALLOW, SCMP_SYS(clone), {bits(0, thread, thread)});
    // As openat2 above.
    filter.add(SCMP_ACT_ERRNO(ENOSYS), {SCMP_SYS(clone3)});
    filter.add(SCMP_ACT_ALLOW, SCMP_SYS(tgkill), {equal(0, static_cast<scmp_datum_t>(::getpid()))});
    // To ask what the limits are, not to set them.
    filter.add(SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), {equal(2, 0)});
    filter.add(SCMP_ACT_ALLOW, {SCMP_SYS(futex), SCMP_SYS(set_robust_list), SCMP_SYS(rseq), SCMP_SYS(set_tid_address), SCMP_SYS(sched_yield),
                                   SCMP_SYS(sched_getaffinity), SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(exit), SCMP_SYS(exit_group)});
}

}

bool restrictCallsToReading() {
    Filter filter(denied);
    filter.add(SCMP_ACT_KILL_PROCESS, assaults);
    allowOpeningToRead(filter);
    allowMemory(filter);
    allowThreads(filter);
    filter.add(SCMP_ACT_ALLOW, {SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(readv), SCMP_SYS(writev), SCMP_SYS(pread64), SCMP_SYS(lseek),
                                   SCMP_SYS(close), SCMP_SYS(dup), SCMP_SYS(fcntl), SCMP_SYS(fstat), SCMP_SYS(stat), SCMP_SYS(lstat),
                                   SCMP_SYS(newfstatat), SCMP_SYS(statx), SCMP_SYS(fstatfs), SCMP_SYS(getdents64), SCMP_SYS(access),
                                   SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(eventfd2)});
    filter.add(SCMP_ACT_ALLOW,
        {SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
            SCMP_SYS(restart_syscall), SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep),
            SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(getrandom), SCMP_SYS(getrusage), SCMP_SYS(times), SCMP_SYS(sysinfo), SCMP_SYS(uname),
            SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid), SCMP_SYS(getegid)});
    return filter.load();
}

bool restrictCallsOfDrivers() {
    Filter filter(SCMP_ACT_ALLOW);
    filter.add(denied, assaults);
    // Landlock does not look at these.
    constexpr int fchmodat2 = 452; // of after this library's words
    filter.add(
        denied, {SCMP_SYS(chmod), SCMP_SYS(fchmodat), fchmodat2, SCMP_SYS(chown), SCMP_SYS(lchown), SCMP_SYS(fchownat), SCMP_SYS(setxattr),
                    SCMP_SYS(lsetxattr), SCMP_SYS(removexattr), SCMP_SYS(lremovexattr), SCMP_SYS(utimensat), SCMP_SYS(utime), SCMP_SYS(utimes)});
    filter.add(denied, {SCMP_SYS(pidfd_send_signal), SCMP_SYS(add_key), SCMP_SYS(request_key), SCMP_SYS(keyctl), SCMP_SYS(open_by_handle_at),
                           SCMP_SYS(io_uring_setup), SCMP_SYS(io_uring_enter), SCMP_SYS(io_uring_register), SCMP_SYS(personality),
                           SCMP_SYS(delete_module), SCMP_SYS(reboot), SCMP_SYS(swapon), SCMP_SYS(swapoff), SCMP_SYS(acct), SCMP_SYS(settimeofday),
                           SCMP_SYS(clock_settime), SCMP_SYS(kill), SCMP_SYS(tkill)});
    return filter.load();
}

}
